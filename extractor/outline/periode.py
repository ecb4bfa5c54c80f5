"""Which part of the year a whole report speaks of (`Laporan Kinerja Triwulan II Tahun 2020`): its lines in, the period or None out.

Only titles speak: running heads and the lines of the first two pages that are written as titles are. A report of a year names quarters
too, in sentences, captions and plans, and is none of them.
"""

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

import regex

from extractor.model.body import Line
from parsers.judul import document_kind, report_years, unspace
from parsers.tabel.periode import table_period

_PAGES, _LINES, _BELOW, _LONGEST = 2, 60, 3, 16
"""Pages and lines of the cover; lines below the name of the document that may still be its title; words of a title."""
_SMALL: Final = frozenset(
    ("di", "dan", "dari", "ke", "untuk", "pada", "dengan", "sampai", "hingga", "s", "d", "s/d", "s.d", "s.d.", "per", "tanggal", "akhir")
)  # fmt: skip
_OTHER = regex.compile(r"(?i)^\W*(?:tabel|grafik|gambar|diagram|lampiran|bab|formulir)\b")
"""What begins so has a title of its own."""


def report_period(lines: Sequence[Line]) -> str | None:
    """The period (`TW2`, `S1`, `sd_09`) that the titles on the cover tell, else the running heads; None for a year, or where they disagree.

    A title that names a year and no part of it speaks of the year; one that names neither says nothing.
    """
    for titles in (_on_cover(lines), [line.text for line in lines if line.role == "running" and _names_it(line.text)]):
        told = {(table_period(title), bool(report_years(title))) for title in map(unspace, titles)}
        periods = {period for period, dated in told if period or dated}
        if periods:
            return periods.pop() if len(periods) == 1 else None
    return None


def _on_cover(lines: Sequence[Line]) -> list[str]:
    """Titles that name the document, each with the lines below it that go on with it."""
    opening = [line for line in lines if line.role is None and (line.place.page or 1) <= _PAGES][:_LINES]
    found = []
    for n, line in enumerate(opening):
        if _names_it(line.text):
            below = takewhile(_goes_on, (other.text for other in opening[n + 1 : n + 1 + _BELOW]))
            found.append(" ".join(map(unspace, (line.text, *below))))
    return found


def _goes_on(text: str) -> bool:
    return _is_title(text) and not _names_it(text)


def _names_it(text: str) -> bool:
    return _is_title(text) and document_kind(text) not in (None, "Perjanjian Kinerja")


def _is_title(text: str) -> bool:
    """Whether a line is written as titles are: few words, no stop, every word but small ones with a capital."""
    words = unspace(text).split()
    if not 0 < len(words) <= _LONGEST or text.rstrip().endswith((".", ",", ";", ":")) or _OTHER.search(text):
        return False
    return all(word.casefold() in _SMALL or not word[0].islower() for word in words)
