"""Reads Indonesian performance reports (LKIP) into data. `extract(path)` gives the whole report as one value.

from pathlib import Path
from extractor import extract

laporan = extract(Path("lkip2020.pdf"))
for row in laporan.indikator:
    print(row.tahun, row.indikator, row.realisasi)
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.model.laporan import Laporan
    from extractor.model.options import Options

__all__ = ["extract"]


def extract(path: Path, options: "Options | None" = None) -> "Laporan":
    """Read the report at `path` (PDF, Word, images, copied text; judged by content).

    Raises `extractor.model.errors.InputError` when nothing of it can be read; what is odd in it is in `laporan.temuan`.
    """
    from extractor.model.options import Options
    from extractor.pipeline import run

    return run(path, options or Options())
