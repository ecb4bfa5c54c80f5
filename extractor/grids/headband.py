"""Header cells that are drawn as shading only, above the first rule of a table: in come regions, out come regions that hold them.

Word's table styles shade the header and draw no rule around it (seen in real reports, on every page of them). A region is extended
by the shaded cells that stand side by side on its upper edge and span most of its width; nothing is added where no region is.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from extractor.grids.regions import Region
from extractor.grids.segments import Segment
from extractor.model.page import Fill, Word

TOUCH = 4.0
"""Points between the shading and the region's upper edge."""
LEAST_HEIGHT = 9.0
LEAST_WIDTH = 12.0
PADDING = 16.0
"""Points: cells whose text lines are shaded leave no more than this between the shading of two cells."""
SPAN = 0.7
"""Of the region's width: the shaded cells together."""
ROWS = 3
"""Header rows of shading that are looked for, one above the other."""


class Strip(NamedTuple):
    """Shaded cells side by side: their upper edge and the positions where one ends and the next begins."""

    top: float
    joints: tuple[float, ...]


def _strip_above(region: Region, fills: Sequence[Fill], words: Sequence[Word]) -> Strip | None:
    x0, top, x1, _ = region.bbox
    cells = [
        f
        for f in fills
        if not f.white
        and abs(f.bottom - top) <= TOUCH
        and f.bottom - f.top >= LEAST_HEIGHT
        and f.x1 - f.x0 >= LEAST_WIDTH
        and f.x0 >= x0 - TOUCH
        and f.x1 <= x1 + TOUCH
    ]
    if sum(f.x1 - f.x0 for f in cells) < SPAN * (x1 - x0):
        return None
    upper = min(f.top for f in cells)
    if not any(upper < (w.top + w.bottom) / 2 < top and x0 < (w.x0 + w.x1) / 2 < x1 for w in words):
        return None
    return Strip(upper, _joints(cells))


def _joints(cells: Sequence[Fill]) -> tuple[float, ...]:
    """Middles between neighbouring shaded cells; what lies inside a wider one (the shading of its text lines) is left out."""
    outer = [c for c in cells if not any(_wider(d, c) for d in cells)]
    ordered = sorted(outer, key=lambda f: f.x0)
    return tuple(
        round((a.x1 + b.x0) / 2, 1) for a, b in pairwise(ordered) if 0 <= b.x0 - a.x1 + TOUCH <= PADDING + TOUCH
    )


def _wider(a: Fill, b: Fill) -> bool:
    return a.x0 <= b.x0 + 0.5 and a.x1 >= b.x1 - 0.5 and a.x1 - a.x0 > b.x1 - b.x0 + 1


def _extended(region: Region, strip: Strip) -> Region:
    """The region with a rule at the strip's upper edge, interrupted at its joints, and column rules through it where it has such."""
    x0, top, x1, bottom = region.bbox
    lines = [Segment(True, strip.top, x0, x1, 0.0, strip.joints)]
    if not any(abs(s.pos - top) <= TOUCH for s in region.horizontal):
        lines.append(Segment(True, top, x0, x1, 0.0, strip.joints))
    inner = any(x0 + TOUCH < s.pos < x1 - TOUCH for s in region.vertical)
    columns = [Segment(False, x, strip.top, top, 0.0, ()) for x in (x0, *strip.joints, x1)] if inner else []
    return Region((x0, strip.top, x1, bottom), (*lines, *region.horizontal), (*region.vertical, *columns))


def add_header_bands(regions: Sequence[Region], fills: Sequence[Fill], words: Sequence[Word]) -> list[Region]:
    """The regions, each with the shaded header cells above it."""
    found = []
    for region in regions:
        for _ in range(ROWS):
            strip = _strip_above(region, fills, words)
            if strip is None:
                break
            region = _extended(region, strip)
        found.append(region)
    return found
