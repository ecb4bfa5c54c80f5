"""File names for tables. Tables of one report in, one safe and unique name for each out.

A number gives `3.10.csv`; an unnumbered table `p27-1.csv` (page, and which one of the unnumbered on it) or, in a format
without pages, its id. Characters that some file system refuses become `_`; a second table of one name gets `-2`.
"""

import re
from collections import Counter
from collections.abc import Sequence

from extractor.emit.unique import unique
from extractor.model.laporan import Tabel

_UNSAFE = re.compile(r"[^A-Za-z0-9.-]+")
_MAX = 80


def table_file_names(tables: Sequence[Tabel]) -> list[str]:
    """One file name per table, in the same order; no two are alike even where case does not count."""
    on_page: Counter[int] = Counter()
    return [f"{stem}.csv" for stem in unique((_stem(tabel, on_page) for tabel in tables), "{}-{}")]


def _stem(tabel: Tabel, on_page: Counter[int]) -> str:
    if tabel.nomor is not None:
        safe = _UNSAFE.sub("_", tabel.nomor).strip(".-")[:_MAX]
        if safe.strip("_"):
            return safe
    if not tabel.pages:
        return _UNSAFE.sub("_", tabel.id)
    page = tabel.pages[0]
    on_page[page] += 1
    return f"p{page}-{on_page[page]}"
