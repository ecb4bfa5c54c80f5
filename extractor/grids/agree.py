"""Do two ways of reading an unruled table agree? In come its rows and columns as read, out come doubts where the other way differs.

Columns come from white rivers; the other way is the header: every column of a table has a title. Rows come from figures and from new
entries in the first column; the other ways are the row numbers, and that one cell holds one figure
and the whole of it.
"""

from collections.abc import Collection, Sequence
from itertools import pairwise

from extractor.grids.rest import FIGURE, NUMBER, completes
from extractor.model.body import GridCell

ROWS, COLUMNS = "unruled_rows", "unruled_columns"
"""Doubts: the rows (the columns) of a table without rules can be read in another way, too."""
UNRULED = "unruled"
"""Doubt of every grid whose columns only white parts."""
LEAST = 3
"""Row numbers that make a column one of row numbers."""
MOSTLY = 0.8


def doubts_of(cells: Sequence[GridCell], header_rows: int, n_cols: int, figures: Collection[int]) -> tuple[str, ...]:
    """The doubts of a grid of `n_cols` columns; `figures` are the columns of figures."""
    body = [c for c in cells if c.row >= header_rows]
    found = []
    several = any(_holds_several(c) for c in body if c.col in figures) or any(
        _holds_several_numbers(c, body) for c in body
    )
    if several or any(_is_cut(body, col) for col in figures):
        found.append(ROWS)
    titled = {k for c in cells if c.row < header_rows and c.text for k in range(c.col, c.col + c.col_span)}
    if len(titled) < n_cols or any(c.col in figures and c.col_span > 1 for c in body):
        found.append(COLUMNS)
    return tuple(found)


def _is_cut(body: Sequence[GridCell], col: int) -> bool:
    """Whether a figure that is broken in a narrow column stands in two rows: `174.494.00` over `0`."""
    texts = [c.text for c in sorted(body, key=lambda c: c.row) if c.col == col and c.text]
    return any(completes(above, below) for above, below in pairwise(texts))


def _holds_several(cell: GridCell) -> bool:
    return sum(bool(FIGURE.fullmatch(line)) for line in cell.lines) > 1


def _holds_several_numbers(cell: GridCell, body: Sequence[GridCell]) -> bool:
    """Whether a cell of the column of row numbers holds two of them."""
    if cell.col or sum(bool(NUMBER.fullmatch(line)) for line in cell.lines) < 2:
        return False
    lines = [line for c in body if c.col == 0 for line in c.lines]
    numbers = sum(bool(NUMBER.fullmatch(line)) for line in lines)
    return numbers >= max(LEAST, MOSTLY * len(lines))
