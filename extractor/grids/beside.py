"""Columns printed on pages of their own: a sheet wider than the page is printed down first, then its right part over as many pages again.

In comes a body whose grids are joined over their pages, out comes one where the right part's columns stand in the table of the left
part. Excel and Calc print so; rows keep their heights, so a row of the right part is the row of the left part at that height. Two
parts are one sheet when the row of column numbers goes on (`1 … 6`, then `7`), or when all their row borders stand at the same heights
and their headers name different columns.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from extractor.grids.rest import is_number_row
from extractor.model.body import Body, Grid, GridCell, Item, Line, dense
from extractor.model.place import BBox, Place, union

REASON = "right part of the sheet, printed on pages of its own"
"""How the reason of such a joint begins; the pages follow."""
HEADER = 6
"""Rows at the top of a table that may hold its row of column numbers."""
LEVEL = 2.0
"""Points between edges at one height."""
LEAST_ROWS = 4
"""So many rows at the same heights are no chance."""
SIZE = 1.0
"""Points by which the pages may differ."""


class Part(NamedTuple):
    """A cell of the right part: its rows in the left part's grid, its own column there (from 0), and what it holds."""

    first: int
    last: int
    col: int
    cell: GridCell


class Row(NamedTuple):
    """Where a row stands."""

    row: int
    page: int
    top: float
    bottom: float


def join_beside(body: Body) -> Body:
    """The body with right parts joined to their left parts."""
    sizes = {page.number: (page.width, page.height) for page in body.pages}
    held: dict[int, list[Grid]] = defaultdict(list)
    grids = [item for item in body.items if isinstance(item, Grid)]
    for grid in grids:
        for page in grid.pages:
            held[page].append(grid)
    for left in grids:
        right = _pages_of_right_part(left, sizes) if left.pages else None
        if right is None:
            continue
        near = [other for page in right for other in held[page]]
        found = _from_grid(left, near, right) if near else _from_lines(left, body.items, right)
        if found is not None:
            whole, taken = found
            items = [whole if i is left else i for i in body.items if not any(i is t for t in taken)]
            return join_beside(Body(tuple(items), body.pages)) if len(items) < len(body.items) else body
    return body


def _pages_of_right_part(grid: Grid, sizes: Mapping[int, tuple[float, float]]) -> dict[int, int] | None:
    """Page of the right part -> page of the left part: as many pages as that has, behind all parts so far, of the same size."""
    parts = 1 + sum(why.startswith(REASON) for why in grid.joined)
    own = grid.pages[: len(grid.pages) // parts]
    other = range(grid.pages[-1] + 1, grid.pages[-1] + 1 + len(own))
    if list(own) != list(range(own[0], own[0] + len(own))) or any(n not in sizes for n in (*own, *other)):
        return None
    alike = all(abs(a - b) <= SIZE for n in (*own, *other) for a, b in zip(sizes[n], sizes[own[0]], strict=True))
    return dict(zip(other, own, strict=True)) if alike else None


def _rows(grid: Grid) -> list[Row]:
    """The rows with a cell of their own, each on the page where it begins."""
    found: dict[int, tuple[int, BBox]] = {}
    for cell in grid.cells:
        place = cell.places[0] if cell.places else None
        if cell.row_span == 1 and place is not None and place.bbox is not None and place.page is not None:
            page, box = found.get(cell.row, (place.page, place.bbox))
            found[cell.row] = (page, union([box, place.bbox]) if page == place.page else box)
    return [Row(row, page, box[1], box[3]) for row, (page, box) in sorted(found.items())]


def _number_row(grid: Grid) -> tuple[int, int] | None:
    """The row of column numbers and the last number in it."""
    for row, texts in enumerate(dense(grid)[:HEADER]):
        if is_number_row(texts):
            numbers = [int(re.sub(r"\D", "", text)) for text in texts if text.strip()]
            return row, max(numbers)
    return None


def _goes_on(texts: Sequence[str], last: int) -> bool:
    """Whether texts are the numbers behind `last`."""
    numbers = [text.strip("() .") for text in texts]
    return bool(numbers) and numbers == [str(last + 1 + n) for n in range(len(numbers))]


def _joined(left: Grid, parts: Sequence[Part], columns: int, places: Sequence[Place]) -> Grid:
    cells = [replace(p.cell, row=p.first, col=left.n_cols + p.col, row_span=p.last - p.first + 1) for p in parts]
    return replace(
        left,
        n_cols=left.n_cols + columns,
        cells=tuple(sorted((*left.cells, *cells), key=lambda c: (c.row, c.col))),
        places=(*left.places, *places),
        joined=(*left.joined, f"{REASON} ({', '.join(str(p.page) for p in places)})"),
    )


def _from_grid(left: Grid, near: Sequence[Grid], right: dict[int, int]) -> tuple[Grid, list[Item]] | None:
    """A ruled right part: the only grid `near`, on exactly these pages, its rows at the heights of the left part's."""
    grid = near[0]
    if grid.pages != tuple(right) or any(other is not grid for other in near):
        return None
    rows, own = _rows(left), _rows(grid)
    at = {o.row: r.row for o in own for r in rows if r.page == right[o.page] and _same_height(r, o)}
    if len(at) < grid.n_rows or len(at) < max(LEAST_ROWS, left.n_rows):
        return None
    numbers = _number_row(left)
    beside = [t for o, r in at.items() if numbers and r == numbers[0] for t in dense(grid)[o] if t.strip()]
    if numbers is not None and beside and not _goes_on(beside, numbers[1]):
        return None
    if not (numbers and beside) and _labels(left) & _labels(grid):
        return None
    parts = [Part(at[c.row], at[c.row + c.row_span - 1], c.col, c) for c in grid.cells]
    return _joined(left, parts, grid.n_cols, grid.places), [grid]


def _same_height(a: Row, b: Row) -> bool:
    return abs(a.top - b.top) <= LEVEL and abs(a.bottom - b.bottom) <= LEVEL


def _labels(grid: Grid) -> set[str]:
    return {re.sub(r"\W+", "", c.text).casefold() for c in grid.cells if c.row == 0 and c.text.strip()}


def _from_lines(left: Grid, items: Sequence[Item], right: dict[int, int]) -> tuple[Grid, list[Item]] | None:
    """A right part without rules, on pages without a grid: lines at the heights of the rows, below labels and numbers that go on
    with those of the columns."""
    numbers = _number_row(left)
    if numbers is None:
        return None
    rows = _rows(left)
    header = next((r for r in rows if r.row == numbers[0]), None)
    lines = [i for i in items if isinstance(i, Line) and i.place.page in right and i.role in (None, "running")]
    top = next((i for i in lines if header and _stands_in(i, header, right)), None)
    if header is None or top is None or not _goes_on([p.text for p in top.pieces], numbers[1]):
        return None
    middles = [(p.x0 + p.x1) / 2 for p in top.pieces]
    start = min(place.bbox[1] for place in left.places if place.bbox and place.page == header.page)
    parts: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        row = _row_of(line, rows, right, header, start)
        if row is not None:
            for col, piece in _pieces(line, middles):
                parts.setdefault((row, col), []).append(piece)
    if not any(row < numbers[0] for row, _ in parts):
        return None
    taken = [line for line in lines if _row_of(line, rows, right, header, start) is not None]
    ends = {(row, col): numbers[0] - 1 if row < numbers[0] else row for row, col in parts}
    cells = [Part(key[0], ends[key], key[1], _cell(found)) for key, found in parts.items()]
    pages = sorted({line.place.page for line in taken if line.place.page is not None})
    places = [
        Place(n, union([b for i in taken if i.place.page == n and (b := i.place.bbox) is not None])) for n in pages
    ]
    return _joined(left, cells, len(middles), places), list(taken)


def _middle(line: Line) -> float:
    box = line.place.bbox
    return (box[1] + box[3]) / 2 if box is not None else -1.0


def _stands_in(line: Line, row: Row, right: dict[int, int]) -> bool:
    page = line.place.page
    return page is not None and right[page] == row.page and row.top - LEVEL <= _middle(line) <= row.bottom + LEVEL


def _row_of(line: Line, rows: Sequence[Row], right: dict[int, int], header: Row, start: float) -> int | None:
    """The row a line stands in: the last one that begins no lower than it; a label above the numbers belongs to the first row."""
    page, middle = right[line.place.page or 0], _middle(line)
    top = line.place.bbox[1] if line.place.bbox is not None else middle
    if page == header.page and start - LEVEL <= middle < header.top:
        return 0
    above = [r for r in rows if r.page == page and r.row >= header.row and r.top - LEVEL <= top]
    ends = [r.bottom for r in rows if r.page == page]
    return above[-1].row if above and middle <= max(ends) + line.size * 2 else None


def _pieces(line: Line, middles: Sequence[float]) -> Iterator[tuple[int, Line]]:
    """The pieces of a line in their columns: a column alone takes the whole line."""
    if len(middles) == 1:
        yield 0, line
        return
    for piece in line.pieces:
        middle = (piece.x0 + piece.x1) / 2
        yield min(range(len(middles)), key=lambda n: abs(middles[n] - middle)), replace(line, text=piece.text)


def _cell(lines: Sequence[Line]) -> GridCell:
    texts = tuple(line.text for line in lines)
    boxes = [line.place.bbox for line in lines if line.place.bbox is not None]
    place = Place(lines[0].place.page, union(boxes) if boxes else None)
    return GridCell(0, 0, 1, 1, " ".join(texts), (place,), texts, bold=all(line.bold for line in lines))
