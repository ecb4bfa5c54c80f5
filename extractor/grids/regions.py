"""Which segments make one ruled area: segments that touch or cross, and parallel rules of one width with text between.

In come a page's segments, out come `Region`s with their segments, top to bottom. A lone line (the rule of a running head, an underline)
is no region.
"""

from collections.abc import Sequence
from typing import NamedTuple

from extractor.grids.segments import Segment
from extractor.model.place import BBox

REACH = 3.2
"""Points: lines this near touch. Cells drawn as boxes of their own stand 1.7 pt apart."""
SAME_EDGE = 4.0
"""Points: ends of parallel rules this near are one edge."""
LEAST_SIDE = 10.0
"""Points: smaller things are letters drawn as outlines or ornaments."""
BAND = 250.0
"""Points: parallel rules further apart are not rows of one table."""


class Region(NamedTuple):
    """A ruled area and its segments."""

    bbox: BBox
    horizontal: tuple[Segment, ...]
    vertical: tuple[Segment, ...]


class _Groups:
    """Union-find over segment numbers."""

    def __init__(self, count: int) -> None:
        self.parent = list(range(count))

    def find(self, item: int) -> int:
        while self.parent[item] != item:
            self.parent[item] = self.parent[self.parent[item]]
            item = self.parent[item]
        return item

    def join(self, a: int, b: int) -> None:
        self.parent[self.find(a)] = self.find(b)


def _crosses(h: Segment, v: Segment) -> bool:
    return h.start - REACH <= v.pos <= h.end + REACH and v.start - REACH <= h.pos <= v.end + REACH


def _beside(a: Segment, b: Segment) -> bool:
    """Parallel lines of a double rule, overlapping along."""
    return abs(a.pos - b.pos) <= REACH and min(a.end, b.end) - max(a.start, b.start) > REACH


def _stacked(a: Segment, b: Segment) -> bool:
    """Horizontal rules of one width, one below the other."""
    return abs(a.start - b.start) <= SAME_EDGE and abs(a.end - b.end) <= SAME_EDGE and 0 < b.pos - a.pos <= BAND


def _box(segments: Sequence[Segment]) -> BBox:
    xs = [x for s in segments for x in ((s.start, s.end) if s.horizontal else (s.pos, s.pos))]
    ys = [y for s in segments for y in ((s.pos, s.pos) if s.horizontal else (s.start, s.end))]
    return (min(xs), min(ys), max(xs), max(ys))


def _join_touching(groups: _Groups, segments: Sequence[Segment]) -> None:
    horizontal = [i for i, s in enumerate(segments) if s.horizontal]
    vertical = [i for i, s in enumerate(segments) if not s.horizontal]
    for v in vertical:
        line = segments[v]
        for h in horizontal:
            if segments[h].pos > line.end + REACH:
                break
            if _crosses(segments[h], line):
                groups.join(h, v)
    for run in (horizontal, vertical):
        for at, a in enumerate(run):
            for b in run[at + 1 :]:
                if segments[b].pos - segments[a].pos > REACH:
                    break
                if _beside(segments[a], segments[b]):
                    groups.join(a, b)


def _regions(groups: _Groups, segments: Sequence[Segment]) -> list[Region]:
    members: dict[int, list[Segment]] = {}
    for index, segment in enumerate(segments):
        members.setdefault(groups.find(index), []).append(segment)
    found = []
    for group in members.values():
        horizontal = tuple(s for s in group if s.horizontal)
        vertical = tuple(s for s in group if not s.horizontal)
        box = _box(group)
        if len(group) > 1 and min(box[2] - box[0], box[3] - box[1]) >= LEAST_SIDE:
            found.append(Region(box, horizontal, vertical))
    return sorted(found, key=lambda r: (r.bbox[1], r.bbox[0]))


def find_regions(segments: Sequence[Segment]) -> list[Region]:
    """The ruled areas of a page. Segments are as `join_pieces` gives them."""
    groups = _Groups(len(segments))
    _join_touching(groups, segments)
    lone: dict[int, int] = {}
    for index in range(len(segments)):
        lone[groups.find(index)] = lone.get(groups.find(index), 0) + 1
    free = [i for i, s in enumerate(segments) if s.horizontal and lone[groups.find(i)] == 1]
    for at, a in enumerate(free):
        for b in free[at + 1 :]:
            if _stacked(segments[a], segments[b]):
                groups.join(a, b)
                break
    return _regions(groups, segments)
