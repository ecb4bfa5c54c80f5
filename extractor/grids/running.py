"""Grids that stand on many pages at one place of the margin are running heads or page-number boxes: they become running lines."""

from collections.abc import Sequence

from extractor.model.body import Grid, Item, Line, PageInfo

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
