"""Other table finders, asked for one page: camelot (vector lattice; network for pages without rules) and pdfplumber.

In: a PDF and a page number. Out: cells with text and box, page as a reader sees it. A finder that fails says nothing.
"""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from extractor.model.place import BBox

_SHADING = 2.0
"""Points: a rectangle larger than this both ways is shading, no rule (ENGINES.md: taken for rules it spoils pdfplumber's tables)."""


class Seen(NamedTuple):
    """A cell that another engine sees."""

    text: str
    bbox: BBox


def camelot_cells(path: Path, password: str | None, page: int, ruled: bool) -> list[Seen]:
    """The filled cells of every table that camelot finds on a page."""
    from camelot.io import read_pdf

    options: dict[str, Any] = {"flavor": "lattice", "engine": "vector"} if ruled else {"flavor": "network"}
    height = _height(path, password, page)  # a file that PDFium cannot open leaks handles in camelot
    with _quiet():
        tables = list(read_pdf(str(path), pages=str(page), password=password, **options))
    return [
        Seen(cell.text, (cell.x1, height - cell.y2, cell.x2, height - cell.y1))
        for table in tables
        for row in table.cells
        for cell in row
        if cell.text.strip()
    ]


def plumber_cells(path: Path, password: str | None, page: int) -> list[Seen]:
    """The filled cells of every table that pdfplumber finds on a page, shading left out."""
    import pdfplumber

    with _quiet(), path.open("rb") as file, pdfplumber.open(file, password=password or "") as document:
        shown = document.pages[page - 1].filter(_is_no_shading)
        found = []
        for table in shown.find_tables():
            for row, texts in zip(table.rows, table.extract(), strict=True):
                for box, text in zip(row.cells, texts, strict=True):
                    if box is not None and text and text.strip():
                        found.append(Seen(text, (box[0], box[1], box[2], box[3])))
        return found


def _is_no_shading(item: dict[str, Any]) -> bool:
    return item.get("object_type") != "rect" or min(item["width"], item["height"]) <= _SHADING


def _height(path: Path, password: str | None, page: int) -> float:
    import pypdfium2

    with pypdfium2.PdfDocument(path, password=password) as document:
        return float(document[page - 1].get_height())


@contextmanager
def _quiet() -> Iterator[None]:
    """Other programs' warnings are no findings of ours."""
    disabled = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(disabled)
