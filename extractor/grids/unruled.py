"""Tables without rules: lines whose pieces stand under each other become a `Grid`.

In comes a body whose lines have roles (headings, captions and contents are never table rows), out comes the same body with grids
in place of those lines. Such a grid is a reading of white space, so it says so (`ruled` false, doubt `unruled`). A run of lines
is a table when it has at least three columns with figures, or a caption above it and at least two columns.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from extractor.grids.layout import build_layout
from extractor.model.body import Body, Grid, Item, Line

COLUMN_GAP = 1.2
"""Of the type size: a line with such a gap, or with three pieces, looks like a row."""
LINE_GAP = 2.6
"""Of the type size: lines further apart are not one table."""
NARROW = 0.6
"""Of the widest line on the page: a line of one piece that is not wider may be the rest of a cell."""
LEAST_LINES = 3


class Span(NamedTuple):
    """Items start to end (end not included) and whether a caption stands right above."""

    start: int
    end: int
    captioned: bool


def _is_columnar(line: Line) -> bool:
    gaps = [b.x0 - a.x1 for a, b in pairwise(line.pieces)]
    return len(line.pieces) >= 3 or any(g >= COLUMN_GAP * line.size for g in gaps)


def _free(item: Item) -> bool:
    return isinstance(item, Line) and item.role is None and bool(item.pieces) and not item.boxed


def _width(line: Line) -> float:
    return line.pieces[-1].x1 - line.pieces[0].x0


def _near(last: Line, line: Line) -> bool:
    a, b = last.place.bbox, line.place.bbox
    if a is None or b is None or last.place.page != line.place.page:
        return False
    return b[1] - a[3] <= LINE_GAP * max(last.size, line.size)


def _span_from(items: Sequence[Item], start: int, widest: float) -> Span | None:
    """The longest run of rows and rests of cells that begins with the row at `start`."""
    end, rows = start, 0
    last_row = start
    while end < len(items) and _free(items[end]):
        line, before = items[end], items[end - 1] if end > start else items[end]
        if not isinstance(line, Line) or not isinstance(before, Line) or (end > start and not _near(before, line)):
            break
        columnar = _is_columnar(line)
        if not columnar and _width(line) > NARROW * widest:
            break
        rows += columnar
        last_row = end if columnar else last_row
        end += 1
    if rows < LEAST_LINES:
        return None
    return Span(start, end, _captioned(items, start))


def _captioned(items: Sequence[Item], start: int) -> bool:
    above = next((i for i in reversed(items[max(start - 2, 0) : start]) if isinstance(i, Line)), None)
    return above is not None and above.role == "caption"


def _widest(items: Sequence[Item]) -> dict[int, float]:
    widest: dict[int, float] = {}
    for item in items:
        if isinstance(item, Line) and item.pieces and item.place.page is not None:
            widest[item.place.page] = max(widest.get(item.place.page, 0.0), _width(item))
    return widest


def _table(items: Sequence[Item], span: Span) -> Grid | None:
    lines = [i for i in items[span.start : span.end] if isinstance(i, Line)]
    grid = build_layout(lines)
    if grid is None or grid.n_cols < (2 if span.captioned else 3):
        return None
    figures = {c.col for c in grid.cells if c.text[:1].isdigit() and c.row >= 1}
    return grid if span.captioned or len(figures) >= 2 else None


def find_unruled(body: Body) -> Body:
    """The body with unruled tables as grids."""
    widest = _widest(body.items)
    items: list[Item] = []
    at = 0
    while at < len(body.items):
        item = body.items[at]
        if isinstance(item, Line) and _free(item) and _is_columnar(item):
            span = _span_from(body.items, at, widest.get(item.place.page or 0, 0.0))
            grid = _table(body.items, span) if span else None
            if span and grid:
                items.append(grid)
                at = span.end
                continue
        items.append(item)
        at += 1
    return Body(tuple(items), body.pages)
