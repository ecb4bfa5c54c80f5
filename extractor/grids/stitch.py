"""Grids that are parts of one table become one grid. In comes a body whose lines have roles, out comes the same body, fewer grids.

Half of all tables of real reports run over several pages. Two grids are one table when nothing but running heads stands between
them, their columns agree, and the second has either the first's header again or no header of its own. A caption or a sentence between
them keeps them apart. How two grids are put together (repeated rows, a row cut by the page end, merged cells that go on) is `joint`'s job.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from extractor.grids.agree import UNRULED
from extractor.grids.columns import (
    aligned,
    common_edges,
    edges_of,
    is_merged_row,
    last_row_edges,
    like_last_row,
    nearest_edges,
    respan,
)
from extractor.grids.joint import OCR, join, repeated_rows, starts_anew
from extractor.grids.scanned import COLUMNS, with_numbers
from extractor.grids.whole import Whole
from extractor.model.body import Body, Grid, Item, Line

FRAGMENT = "fragment"
"""Doubt of a grid with one text: part of a table, or no table at all."""
DIFFER = ("columns of the last row", "column edges agree but for single ones")
"""Why grids were joined whose columns are not the same."""
FEW_ROWS = 2
"""A part with so many rows may have cells merged over most columns."""
TOP_SHARE = 0.45
"""Of the page height: a continuation begins above it."""
BOTTOM_SHARE = 0.55
"""Of the page height: a table that runs on reaches below it."""


def _passes(line: Line, above: Item | None) -> bool:
    """Whether a line may stand between two parts of a table, the first of them `above`: also beside it, in the margin."""
    if line.role == "running" or not line.text.strip() or line.text.strip().isdigit():
        return True
    box, table = line.place.bbox, above.places[-1].bbox if isinstance(above, Grid) else None
    return box is not None and table is not None and (box[0] >= table[2] or box[2] <= table[0])


def _follows(a: Grid, b: Grid, heights: dict[int, float]) -> bool:
    """Whether b stands where a continuation of a would: at the top of the next page, a reaching far down (or no pages at all).

    A table that repeats its whole header may end anywhere on its page (a row that is kept together leaves a gap).
    """
    if not a.pages or not b.pages:
        return not a.pages and not b.pages
    if b.pages[0] != a.pages[-1] + 1:
        return False
    end, start = a.places[-1].bbox, b.places[0].bbox
    if end is None or start is None:
        return True
    if start[1] > TOP_SHARE * heights[b.pages[0]]:
        return False
    return end[3] >= BOTTOM_SHARE * heights[a.pages[-1]] or repeated_rows(a, b)[0] > 0


def _on_one_set_of_columns(a: Grid, b: Grid) -> tuple[Grid, Grid, str] | None:
    """Both grids with the same columns and the reason in words, or None."""
    left, right = edges_of(a), edges_of(b)
    if not left or not right:
        return (a, b, "same number of columns") if a.n_cols == b.n_cols else None
    if aligned(left, right):
        return a, b, "same column edges"
    if a.n_cols == b.n_cols and repeated_rows(a, b)[0]:
        return a, b, "same number of columns"
    if UNRULED in a.doubts and UNRULED in b.doubts and (on := _on_the_wider(a, b, left, right)):
        return *on, "columns over each other"
    edges = common_edges(left, right)
    if edges is None:
        last = last_row_edges(a, left)
        if like_last_row(last, right):
            return a, respan(b, last, left), DIFFER[0]
        if b.n_rows <= FEW_ROWS and is_merged_row(left, right):
            return a, respan(b, right, left), "cells merged over several columns"
        return None
    return respan(a, left, edges), respan(b, right, edges), DIFFER[1]


def _on_the_wider(a: Grid, b: Grid, left: Sequence[float], right: Sequence[float]) -> tuple[Grid, Grid] | None:
    """Both grids on the columns of the one that has more, where these lie over each other."""
    if len(left) >= len(right):
        edges = nearest_edges(left, right)
        return (a, respan(b, edges, left)) if edges else None
    edges = nearest_edges(right, left)
    return (respan(a, edges, right), b) if edges else None


def try_join(a: Grid, b: Grid, whole: Whole | None = None) -> Grid | None:
    """One grid of both, or None when they are two tables. `whole`: names printed in one piece elsewhere."""
    placed = _on_one_set_of_columns(a, b)
    if placed is None:
        return None
    first, second, reason = placed
    repeated, skipped = repeated_rows(first, second)
    if not repeated and (starts_anew(first, second) or (not a.pages and not skipped)):
        return None
    why = f"{reason}; " + (f"{repeated} header rows repeated" if repeated else "no header of its own")
    joined = join(first, second, repeated, why, whole)
    # Pages of one scanned table differ in their columns where a rule was lost.
    return replace(joined, doubts=(*joined.doubts, COLUMNS)) if OCR in a.doubts and reason in DIFFER else joined


def stitch(body: Body) -> Body:
    """The body with continued tables joined, each at the place of its first part."""
    heights = {p.number: p.height for p in body.pages}
    whole = Whole(body.items)
    items: list[Item] = []
    open_at: int | None = None
    for item in body.items:
        if isinstance(item, Line):
            items.append(item)
            open_at = open_at if open_at is not None and _passes(item, items[open_at]) else None
            continue
        before = items[open_at] if open_at is not None else None
        if isinstance(before, Grid) and open_at is not None and _follows(before, item, heights):
            joined = try_join(before, item, whole)
            if joined is not None:
                items[open_at] = joined
                continue
        items.append(item)
        open_at = len(items) - 1
    return Body(tuple(_checked(_settled(item)) for item in items), body.pages)


def _checked(item: Item) -> Item:
    """A table of scanned pages with the doubts that only the whole of it shows."""
    return with_numbers(item) if isinstance(item, Grid) and OCR in item.doubts else item


def _settled(item: Item) -> Item:
    """A fragment that no table took is a line; one that a table took is no longer a doubt."""
    if not isinstance(item, Grid) or FRAGMENT not in item.doubts:
        return item
    if item.joined:
        return replace(item, doubts=tuple(d for d in item.doubts if d != FRAGMENT))
    return Line(" ".join(c.text for c in item.cells if c.text), item.places[0], boxed=True)
