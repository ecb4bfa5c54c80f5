"""The report as an ordered list of lines and grids. After `Body` no room knows which format the report had."""

from typing import Literal, NamedTuple, TypeAlias

import msgspec

from extractor.model.page import Layer, OtherReading
from extractor.model.place import Place

Role: TypeAlias = Literal["running", "bab", "subbab", "caption", "toc", "note"]
"""What a line is for: running head or page number; chapter and section heading; table caption; entry of a table of
contents or list of tables; source note or footnote. None: running text."""


class Piece(NamedTuple):
    """Part of a printed line between wide gaps, with its left, right and upper edge."""

    text: str
    x0: float
    x1: float
    top: float = 0.0


class Line(msgspec.Struct, frozen=True):
    """A printed line (PDF, scan) or a paragraph (DOCX, dump).

    `number` is a list or heading number that the format computes and that is not part of the stored text; `text` already
    begins with it. `level` is the heading level the format states (DOCX heading styles, 1-based), else None. `boxed` is true for a
    text box. `centred`: its middle is the middle of the text area (PDF) or its alignment says so (DOCX).
    `pieces`: the line between its wide gaps (PDF, scan); empty where the format has no geometry.
    """

    text: str
    place: Place
    size: float = 0.0
    bold: bool = False
    level: int | None = None
    number: str | None = None
    boxed: bool = False
    centred: bool = False
    role: Role | None = None
    pieces: tuple[Piece, ...] = ()


class GridCell(msgspec.Struct, frozen=True):
    """A cell of a grid; `lines` are its printed lines, top to bottom, joined by single spaces in `text`.

    `places`: one per page the cell stands on. `indent`: points from the cell's left edge to its text.
    `doubts`: what the builder was not sure of, as code and word (`word_crosses: 12.345`).
    """

    row: int
    col: int
    row_span: int
    col_span: int
    text: str
    places: tuple[Place, ...]
    lines: tuple[str, ...] = ()
    bold: bool = False
    shaded: bool = False
    indent: float = 0.0
    doubts: tuple[str, ...] = ()


class Grid(msgspec.Struct, frozen=True):
    """A table as drawn. Every cell is stored once, at its top-left; covered positions have none.

    `header_rows`: leading rows that the grid's own look or the format marks as header (0 when nothing says so).
    `pages`: page numbers in order (empty when the format has none). `joined`: why pieces were joined, one sentence per joint.
    `doubts`: what the builder was not sure of, as short English codes (`unruled`, `join`, `word_outside`, …).
    """

    n_rows: int
    n_cols: int
    cells: tuple[GridCell, ...]
    places: tuple[Place, ...]
    header_rows: int = 0
    ruled: bool = True
    joined: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def pages(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(p.page for p in self.places if p.page is not None))


Item: TypeAlias = Line | Grid


class PageInfo(msgspec.Struct, frozen=True):
    """What the body keeps of a page: size in points, whether its text could be used, figures that OCR read, a layer not taken."""

    number: int
    width: float
    height: float
    readable: bool
    reason: str = ""
    figures: tuple[OtherReading, ...] = ()
    layer: Layer | None = None


class Body(msgspec.Struct, frozen=True):
    """Lines and grids in reading order. `pages` is empty for a format without pages."""

    items: tuple[Item, ...]
    pages: tuple[PageInfo, ...] = ()


def dense(grid: Grid) -> list[list[str]]:
    """The grid's texts as rows of equal length; covered positions of merged cells are ''."""
    rows = [[""] * grid.n_cols for _ in range(grid.n_rows)]
    for cell in grid.cells:
        rows[cell.row][cell.col] = cell.text
    return rows
