"""Grids that stand on many pages at one place of the margin are running heads or page-number boxes: they become running lines.

So does the last row of the grids of many pages when it is one cell at the foot of the page with the same text: report generators draw
the page's foot inside the frame of the table (seen in real reports).
"""

import re
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from extractor.model.body import Grid, GridCell, Item, Line, PageInfo
from extractor.model.place import Place

MARGIN = 0.14
"""Of the page height: running heads stand within it."""
SNAP = 4.0
"""Points: boxes this near are at one place."""
LEAST_PAGES = 3


def _slot(grid: Grid, height: float) -> tuple[int, int, int] | None:
    """A rough place in the margin, or None for a grid in the text."""
    box = grid.places[0].bbox
    if box is None or grid.n_rows > 3 or not (box[3] < MARGIN * height or box[1] > (1 - MARGIN) * height):
        return None
    return (round(box[1] / SNAP), round(box[3] / SNAP), grid.n_cols)


def _as_line(grid: Grid) -> Line:
    return Line(" ".join(c.text for c in grid.cells if c.text), grid.places[0], boxed=True, role="running")


def _foot(grid: Grid, height: float) -> GridCell | None:
    """The last row of a grid where it is one cell in the lower margin with text."""
    last = [c for c in grid.cells if c.row == grid.n_rows - 1]
    if grid.n_rows < 2 or len(last) != 1 or last[0].col_span != grid.n_cols or not last[0].text:
        return None
    box = last[0].places[0].bbox
    return last[0] if box is not None and box[1] > (1 - MARGIN) * height else None


def _without_digits(text: str) -> str:
    return re.sub(r"\d+", "0", text)


def _cut_off(grid: Grid, foot: GridCell) -> tuple[Grid, Line]:
    """The grid without its last row, and that row as a running line."""
    end, box = foot.places[0].bbox, grid.places[0].bbox
    places = (Place(grid.places[0].page, (*box[:3], end[1])),) if end is not None and box is not None else grid.places
    line = Line(foot.text, foot.places[0], boxed=True, role="running")
    rest = tuple(c for c in grid.cells if c is not foot)
    return replace(grid, n_rows=grid.n_rows - 1, cells=rest, places=places), line


def cut_running_feet(items: Sequence[Item], pages: Sequence[PageInfo]) -> list[Item]:
    """The items, the foot of the page that many grids end with cut off as a line."""
    heights = {p.number: p.height for p in pages}
    feet = [_foot(i, heights.get(i.pages[0], 0.0)) if isinstance(i, Grid) and i.pages else None for i in items]
    often = Counter(_without_digits(foot.text) for foot in feet if foot is not None)
    cut: list[Item] = []
    for item, foot in zip(items, feet, strict=True):
        if foot is not None and isinstance(item, Grid) and often[_without_digits(foot.text)] >= LEAST_PAGES:
            cut.extend(_cut_off(item, foot))
        else:
            cut.append(item)
    return cut


def mark_running_grids(items: Sequence[Item], pages: Sequence[PageInfo]) -> list[Item]:
    """The items with running grids turned into lines."""
    heights = {p.number: p.height for p in pages}
    slots: dict[tuple[int, int, int], int] = {}
    slot_of: dict[int, tuple[int, int, int]] = {}
    for at, item in enumerate(items):
        if isinstance(item, Grid) and item.pages:
            slot = _slot(item, heights.get(item.pages[0], 0.0))
            if slot is not None:
                slot_of[at] = slot
                slots[slot] = slots.get(slot, 0) + 1
    marked: list[Item] = []
    for at, item in enumerate(items):
        running = at in slot_of and slots[slot_of[at]] >= LEAST_PAGES
        marked.append(_as_line(item) if running and isinstance(item, Grid) else item)
    return marked
