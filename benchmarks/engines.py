"""The table engines that benchmarks/accuracy.py compares: each reads the tables of some pages, as its documentation does it.

In: a PDF and page numbers (1-based). Out: `Tables`, in the engine's own order, every table with its page and a rectangular grid of texts;
a merged cell's text stands at its top-left position where the engine says what is merged. No engine gets a setting made for these reports.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

Grid = list[list[str]]
Tables = list[tuple[int, Grid]]


def _square(rows: Sequence[Sequence[str | None]]) -> Grid:
    width = max(map(len, rows), default=0)
    return [[text or "" for text in row] + [""] * (width - len(row)) for row in rows]


def _camelot(path: Path, pages: Sequence[int], **settings: str) -> Tables:
    from camelot.io import read_pdf

    found = read_pdf(str(path), pages=",".join(map(str, pages)), suppress_stdout=True, **settings)
    return [(int(table.page), _square(table.df.values.tolist())) for table in found]


def camelot_lattice(path: Path, pages: Sequence[int]) -> Tables:
    return _camelot(path, pages, flavor="lattice", engine="vector")


def camelot_network(path: Path, pages: Sequence[int]) -> Tables:
    return _camelot(path, pages, flavor="network")


def pdfplumber(path: Path, pages: Sequence[int]) -> Tables:
    import pdfplumber

    with pdfplumber.open(path, pages=list(pages)) as document:
        return [(page.page_number, _square(rows)) for page in document.pages for rows in page.extract_tables()]


def tablers(path: Path, pages: Sequence[int]) -> Tables:
    # Not imported by name: it is optional, and a type checker need not have it installed.
    engine: Any = import_module("tablers")
    found: Tables = []
    with engine.Document(str(path)) as document:
        for number in pages:
            for table in engine.find_tables(document.get_page(number - 1), extract_text=True):
                found.append((number, _square([[cell.text for cell in row] for row in table.to_list()])))
    return found


def img2table(path: Path, pages: Sequence[int]) -> Tables:
    """Page by page: it gives up a whole document for one page whose text it cannot place. Such a page has no table, and it is said so."""
    engine: Any = import_module("img2table.document")
    found: Tables = []
    for number in pages:
        try:
            tables = engine.PDF(str(path), pages=[number - 1]).extract_tables()[number - 1]
        except ValueError as error:
            print(f"img2table cannot read page {number} of {path.name}: {error}", file=sys.stderr)
            continue
        found += [(number, _anchored(table.content.values())) for table in tables]
    return found


def _anchored(rows: Any) -> Grid:
    """img2table repeats a merged cell at every position that it covers: keep the first."""
    seen: set[tuple[int, ...]] = set()
    out: list[list[str]] = []
    for row in rows:
        out.append([])
        for cell in row:
            box = (cell.bbox.x1, cell.bbox.y1, cell.bbox.x2, cell.bbox.y2)
            out[-1].append("" if box in seen else cell.value or "")
            seen.add(box)
    return _square(out)


@dataclass(frozen=True)
class Engine:
    """`package`: the distribution that it comes from."""

    name: str
    package: str
    read: Callable[[Path, Sequence[int]], Tables]

    @property
    def version(self) -> str | None:
        """None: not installed."""
        try:
            return version(self.package)
        except PackageNotFoundError:
            return None


ENGINES = (
    Engine("camelot, lattice, vector", "camelot-py", camelot_lattice),
    Engine("camelot, network", "camelot-py", camelot_network),
    Engine("pdfplumber, defaults", "pdfplumber", pdfplumber),
    Engine("tablers", "tablers", tablers),
    Engine("img2table", "img2table", img2table),
)
