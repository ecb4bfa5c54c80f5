"""Column edges of grids, and one set of columns for two grids that are parts of one table.

Pages of one table may differ in left margin (odd and even pages) and in single edges (a merged cell over the page end, a group header
one column short), so edges are compared from the left border of each grid.
"""

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from extractor.model.body import Grid, GridCell

SAME = 5.0
"""Points: edges this near are one edge."""
WIDTH = 9.0
"""Points: widths of parts of one table differ by no more than this."""
OWN = 12.0
"""Points: edges of one row on two pages."""
OFF = 0.6
"""Of the narrower column beside it: so far an edge that only white shows may stand off that of another page."""
LEAST_EDGES = 3
MAX_EXTRA = 2
"""Edges that only one of two parts may have."""


def edges_of(grid: Grid) -> list[float]:
    """The grid's column edges from its left border (0.0), by the page where each is drawn; [] for a grid without boxes."""
    page = grid.places[-1].page if grid.places else None
    seen: dict[int, float] = {}
    for cell in grid.cells:
        for place in cell.places:
            if place.bbox is not None and place.page == page:
                seen[cell.col] = place.bbox[0]
                seen[cell.col + cell.col_span] = place.bbox[2]
    if len(seen) != grid.n_cols + 1:
        return _all_pages(grid)
    left = seen[0]
    return [seen[c] - left for c in range(grid.n_cols + 1)]


def _all_pages(grid: Grid) -> list[float]:
    lefts: dict[int | None, float] = {}
    for cell in grid.cells:
        for place in cell.places:
            if place.bbox is not None:
                lefts[place.page] = min(lefts.get(place.page, place.bbox[0]), place.bbox[0])
    seen: dict[int, float] = {}
    for cell in grid.cells:
        for place in cell.places:
            if place.bbox is not None:
                seen[cell.col] = place.bbox[0] - lefts[place.page]
                seen[cell.col + cell.col_span] = place.bbox[2] - lefts[place.page]
    return [seen[c] for c in range(grid.n_cols + 1)] if len(seen) == grid.n_cols + 1 else []


def aligned(a: Sequence[float], b: Sequence[float]) -> bool:
    """Same number of columns, all edges at the same distance from the left border."""
    return len(a) == len(b) and all(abs(x - y) <= SAME for x, y in zip(a, b, strict=True))


def common_edges(a: Sequence[float], b: Sequence[float]) -> list[float] | None:
    """One set of edges for both, or None when they cannot be parts of one table."""
    if not a or not b or abs(a[-1] - b[-1]) > WIDTH:
        return None
    union = list(a)
    extra = 0
    for edge in b[1:-1]:
        if min(abs(edge - x) for x in a) > SAME:
            union.append(edge)
            extra += 1
    missing = sum(1 for edge in a[1:-1] if min(abs(edge - x) for x in b) > SAME)
    if extra > MAX_EXTRA or missing > MAX_EXTRA:
        return None
    return sorted(union)


def nearest_edges(a: Sequence[float], b: Sequence[float]) -> list[float] | None:
    """For each edge of b the edge of a that it stands for, where white alone parts the columns: other entries leave other white.

    None when two edges stand for one, or one lies too far from all.
    """
    if not a or not b or len(b) > len(a) or abs(a[-1] - b[-1]) > WIDTH:
        return None
    found = [a[0], *(a[_index(a, edge)] for edge in b[1:-1]), a[-1]]
    room = [OFF * min(end - x, x - start) for start, x, end in zip(b, b[1:], b[2:], strict=False)]
    near = all(abs(x - y) <= r for x, y, r in zip(found[1:-1], b[1:-1], room, strict=True))
    return found if near and all(x < y for x, y in pairwise(found)) else None


def last_row_edges(grid: Grid, edges: Sequence[float]) -> list[float]:
    """Of the grid's column edges those that its last row has."""
    cells = [c for c in grid.cells if c.row + c.row_span == grid.n_rows]
    return [edges[i] for i in sorted({0, grid.n_cols, *(c.col for c in cells)})]


def like_last_row(last: Sequence[float], below: Sequence[float]) -> bool:
    """Whether a part below a page end has the columns of the last row above it, though the table has more of them.

    Word lets every row have edges of its own, and a row that is cut may get them anew.
    """
    return len(last) == len(below) >= LEAST_EDGES and all(abs(x - y) <= OWN for x, y in zip(last, below, strict=True))


def is_merged_row(edges: Sequence[float], below: Sequence[float]) -> bool:
    """Whether a part has some of the table's columns and no other: cells merged over the rest (a total alone on its page)."""
    fits = bool(edges) and bool(below) and abs(edges[-1] - below[-1]) <= WIDTH and len(below) >= LEAST_EDGES
    return fits and all(min(abs(x - edge) for edge in edges) <= SAME for x in below[1:-1])


def _index(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - value))


def respan(grid: Grid, own: Sequence[float], edges: Sequence[float]) -> Grid:
    """The grid with its cells placed on `edges`; `own` are its present edges."""
    new_col = [_index(edges, e) for e in own]
    new_col[0], new_col[-1] = 0, len(edges) - 1
    cells: list[GridCell] = []
    for cell in grid.cells:
        start, end = new_col[cell.col], new_col[cell.col + cell.col_span]
        cells.append(replace(cell, col=start, col_span=max(end - start, 1)))
    return replace(grid, n_cols=len(edges) - 1, cells=tuple(cells))
