"""Tables without rules: lines whose pieces stand under each other become a `Grid`.

In comes a body whose lines have roles (headings, captions and contents are never table rows), out comes the same body with grids
in place of those lines. Such a grid is a reading of white space, so it says so (`ruled` false, doubt `unruled`). A run of lines
is a table when it has at least three columns with figures, or a caption above it and at least two columns.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from extractor.grids.layout import FIGURE, build_layout
from extractor.grids.signed import PLACE_AND_DATE
from extractor.model.body import Body, Grid, Item, Line

COLUMN_GAP = 1.2
"""Of the type size: a line with such a gap, or with two clear ones, looks like a row."""
JUSTIFIED, EVEN, WIDEST_SPACE = 4, 1.25, 1.6
"""So many gaps, none wider than this (of the type size), that differ by no more than a quarter, are the spaces of a justified line."""
CLEAR_GAP = 0.9
SIZES = 0.06
"""Lines of one table differ in type size by less than this share."""
LINE_GAP = 2.6
"""Of the type size: lines further apart are not one table."""
ROW_GAP = 5.0
"""The same between lines of many pieces: rows with empty lines in a cell."""
MANY = 4
NARROW = 0.6
"""Of the widest line on the page: a line of one piece that is not wider may be the rest of a cell."""
MONEY = re.compile(r"(?:Rp\.?\s*)?\d{1,3}(?:[.,]\d{3}){2,}(?:,-|,\d\d)?")
MONEY_COLUMNS = 3
LEAST_LINES = 3
REST_LINES = 3
"""At the top of a page the rest of a cell is not longer."""


class Span(NamedTuple):
    """The lines of a possible table, the item after them, and whether a caption stands right above (or right below)."""

    lines: list[Line]
    end: int
    captioned: bool
    named_below: bool


def _is_columnar(line: Line) -> bool:
    gaps = [(b.x0 - a.x1) / line.size for a, b in pairwise(line.pieces)]
    if len(gaps) >= JUSTIFIED and max(gaps) <= min(EVEN * min(gaps), WIDEST_SPACE):
        return False
    return any(g >= COLUMN_GAP for g in gaps) or sum(g >= CLEAR_GAP for g in gaps) >= 2


def _free(item: Item) -> bool:
    return isinstance(item, Line) and item.role is None and bool(item.pieces) and not item.boxed


def _width(line: Line) -> float:
    return line.pieces[-1].x1 - line.pieces[0].x0


def _near(last: Line, line: Line, rows_alike: bool) -> bool:
    """Whether a line may belong to the table of the line before: same type size, no large gap, or first on the next page."""
    a, b = last.place.bbox, line.place.bbox
    if a is None or b is None or abs(last.size - line.size) > SIZES * max(last.size, line.size):
        return False
    if last.place.page != line.place.page:
        return True
    return b[1] - a[3] <= (ROW_GAP if rows_alike else LINE_GAP) * max(last.size, line.size)


def _span_from(items: Sequence[Item], start: int, widest: float) -> Span | None:
    """The longest run of rows and rests of cells that begins with the row at `start`; it may go on at the top of the next page."""
    lines: list[Line] = []
    rows, end = 0, start
    for at in range(start, len(items)):
        item = items[at]
        if isinstance(item, Line) and item.role == "running":
            continue
        if not isinstance(item, Line) or not _free(item):
            break
        columnar = _is_columnar(item)
        if lines and not _near(lines[-1], item, len(item.pieces) >= MANY and len(lines[-1].pieces) >= MANY):
            break
        if lines and item.place.page != lines[-1].place.page and not _goes_over(items, at, lines):
            break
        if PLACE_AND_DATE.fullmatch(item.text):
            break
        if not columnar and _width(item) > NARROW * widest:
            break
        rows += columnar
        lines.append(item)
        end = at + 1
    if rows < LEAST_LINES and not _is_short_list(lines):
        return None
    below = items[end] if end < len(items) else None
    return Span(lines, end, _captioned(items, start), isinstance(below, Line) and below.role == "caption")


def _goes_over(items: Sequence[Item], at: int, lines: Sequence[Line]) -> bool:
    """Whether a table goes on at the top of a page: with a row that keeps to its edges, perhaps below the rest of a cell."""
    for item in items[at : at + 1 + REST_LINES]:
        if not isinstance(item, Line) or not _free(item) or not _within(item, lines):
            return False
        if _is_columnar(item):
            return True
    return False


def _is_short_list(lines: Sequence[Line]) -> bool:
    """Whether bold titles of three columns stand over one row with money (seen: an agreement's single activity and its budget)."""
    if len(lines) < 2 or not lines[0].bold or lines[1].bold or len(lines[0].pieces) < MONEY_COLUMNS:
        return False
    return len(lines[1].pieces) >= MONEY_COLUMNS and any(MONEY.fullmatch(p.text) for p in lines[1].pieces)


def _is_form(line: Line) -> bool:
    """`Unit Organisasi : 2.10.01 Dinas Contoh`: an entry of a form above a table, not its header."""
    return len(line.pieces) > 1 and line.pieces[1].text.startswith(":")


def _within(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line keeps to the left and right edge of the lines above."""
    left, right = min(i.pieces[0].x0 for i in lines), max(i.pieces[-1].x1 for i in lines)
    return line.pieces[0].x0 >= left - line.size and line.pieces[-1].x1 <= right + line.size


def _captioned(items: Sequence[Item], start: int) -> bool:
    above = next((i for i in reversed(items[max(start - 2, 0) : start]) if isinstance(i, Line)), None)
    return above is not None and above.role == "caption"


def _widest(items: Sequence[Item]) -> dict[int, float]:
    widest: dict[int, float] = {}
    for item in items:
        if isinstance(item, Line) and item.pieces and item.place.page is not None:
            widest[item.place.page] = max(widest.get(item.place.page, 0.0), _width(item))
    return widest


def _table(span: Span) -> tuple[Grid, int] | None:
    """The grid of a span and how many of its lines it takes: those of a page that has other columns are left for a grid of their own."""
    pages = list(dict.fromkeys(line.place.page for line in span.lines))
    best: tuple[Grid, int] | None = None
    for count in range(1, len(pages) + 1):
        lines = [line for line in span.lines if line.place.page in pages[:count]]
        grid = build_layout(lines)
        if grid is None or (best is not None and grid.n_cols < best[0].n_cols):
            break
        best = (grid, len(lines))
    if best is None or best[0].n_cols < (2 if span.captioned else 3):
        return None
    known = span.captioned or (span.named_below and span.lines[0].bold)
    return best if known or _holds_figures(best[0], span.lines[0].bold) else None


def _touches_grid(items: Sequence[Item], span: Span) -> bool:
    """Whether a ruled grid begins right below: then the lines are its header, drawn outside of its rules."""
    below = items[span.end] if span.end < len(items) else None
    if not isinstance(below, Grid) or below.places[0].page != span.lines[-1].place.page:
        return False
    top, bottom = below.places[0].bbox, span.lines[-1].place.bbox
    return top is not None and bottom is not None and top[1] - bottom[3] <= span.lines[-1].size


def _holds_figures(grid: Grid, header_is_bold: bool) -> bool:
    """At least two columns of figures besides the row numbers, or one below a bold header."""
    body = [c for c in grid.cells if c.row >= grid.header_rows and c.col > 0 and c.text]
    columns = 0
    for col in {c.col for c in body}:
        texts = [c.text for c in body if c.col == col]
        enough = len(texts) >= 2 or any(map(MONEY.fullmatch, texts))
        columns += enough and sum(bool(FIGURE.fullmatch(t)) for t in texts) * 2 > len(texts)
    return columns >= (1 if header_is_bold else 2)


def find_unruled(body: Body) -> Body:
    """The body with unruled tables as grids."""
    widest = _widest(body.items)
    items: list[Item] = []
    at = 0
    while at < len(body.items):
        item = body.items[at]
        if isinstance(item, Line) and _free(item) and _is_columnar(item) and not _is_form(item):
            span = _span_from(body.items, at, widest.get(item.place.page or 0, 0.0))
            table = _table(span) if span and not _touches_grid(body.items, span) else None
            if span and table:
                end = span.end if table[1] == len(span.lines) else body.items.index(span.lines[table[1]], at)
                items.append(table[0])
                items.extend(i for i in body.items[at:end] if isinstance(i, Line) and i.role == "running")
                at = end
                continue
        items.append(item)
        at += 1
    return Body(tuple(items), body.pages)
