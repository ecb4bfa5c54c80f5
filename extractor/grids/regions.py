"""Which segments make one ruled area: segments that touch or cross, and parallel rules of one width with rows between.

In come a page's segments and words, out come `Region`s with their segments, top to bottom. A lone line (the rule of a running head,
an underline) is no region. Parallel rules alone make a table only where the text between them keeps to columns: nothing printed there
may cross a place where both rules are interrupted, and a caption or a paragraph is no row.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from extractor.grids.rowrules import (
    BAND,
    GROUP_LINES,
    INNER,
    LEAST_COLUMNS,
    REACH,
    SAME_EDGE,
    covers,
    drawn_alike,
    is_row,
    stacked,
)
from extractor.grids.segments import Segment
from extractor.model.page import Word
from extractor.model.place import BBox

GROUP_ROW = 40.0
"""Points: a group row is not higher."""
LEAST_HEIGHT = 30.0
"""Points: shorter vertical rules beside each other are no columns."""
FRAME = 4
"""Lines of a box."""
LEAST_SIDE = 10.0
"""Points: smaller things are letters drawn as outlines or ornaments."""
LEAST_ISLAND = 100.0
"""Points: shorter rules beside each other are no sides of one column."""
CLOSED = 0.9
"""Of the width: a side drawn less far is open."""


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


def _side_by_side(a: Segment, b: Segment) -> bool:
    """Vertical rules of one height and colour, one beside the other: a column that no row rule crosses on this page.

    The grey grid that a spreadsheet draws around its table has another colour.
    """
    same = abs(a.start - b.start) <= SAME_EDGE and abs(a.end - b.end) <= SAME_EDGE
    return same and a.colour == b.colour and a.length >= LEAST_HEIGHT and 0 < b.pos - a.pos <= BAND


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


def _join_parallel(groups: _Groups, segments: Sequence[Segment], words: Sequence[Word]) -> None:
    """Join what nothing crosses: row rules of a table without column rules, and the outer rule of a column without row rules."""
    members: dict[int, list[int]] = {}
    for index in range(len(segments)):
        members.setdefault(groups.find(index), []).append(index)
    # A double rule is one rule.
    rows = sorted(held[0] for held in members.values() if all(segments[i].horizontal for i in held))
    _join_rows(groups, segments, rows, words)
    _join_group_rows(groups, segments, rows, words)
    alone = {held[0] for held in members.values() if len(held) == 1}
    columns = [i for i, s in enumerate(segments) if not s.horizontal]
    for at, a in enumerate(columns):
        for b in columns[at + 1 :]:
            if (a in alone or b in alone) and _side_by_side(segments[a], segments[b]):
                groups.join(a, b)


def _join_rows(groups: _Groups, segments: Sequence[Segment], rows: Sequence[int], words: Sequence[Word]) -> None:
    """Join row rules with rows between them; unbroken ones with texts in two columns only where three of them are drawn alike."""
    for at, a in enumerate(rows):
        for b in rows[at + 1 :]:
            together = stacked(segments[a], segments[b], words)
            if together:
                groups.join(a, b)
            if covers(segments[b], segments[a]) and (together or segments[b].pos - segments[a].pos > LEAST_SIDE):
                break
    pairs = [p for p in pairwise(rows) if is_row(segments[p[0]], segments[p[1]], words, 2)]
    for (a, b), (c, d) in pairwise(pairs):
        if b == c:
            groups.join(a, b)
            groups.join(c, d)


def _join_group_rows(groups: _Groups, segments: Sequence[Segment], rows: Sequence[int], words: Sequence[Word]) -> None:
    """Join rules of tables found so far with a row of fewer texts between them: a total, the title of a group."""
    for a, b in pairwise(rows):
        company = [any(groups.find(i) == groups.find(x) for i in rows if i != x) for x in (a, b)]
        if groups.find(a) == groups.find(b) or not any(company):
            continue
        row = any(is_row(segments[a], segments[b], words, columns, all(company)) for columns in (1, 2))
        if row or stacked(segments[a], segments[b], words, in_table=True):
            groups.join(a, b)


def _join_over_group_rows(groups: _Groups, segments: Sequence[Segment], words: Sequence[Word]) -> None:
    """Join a table that a group row cuts: one line of text between two rules, the same column rules ending above and beginning below.

    Where the side borders are drawn they join it; a caption between two tables has more space around it and other columns. A group row
    may be the last one of its page: then a rule like the others closes it.
    """
    rows = [i for i, s in enumerate(segments) if s.horizontal]
    columns = [s for s in segments if not s.horizontal]
    for at, a in enumerate(rows):
        upper = segments[a]
        for b in rows[at + 1 :]:
            lower = segments[b]
            if lower.pos - upper.pos > GROUP_ROW:
                break
            same = abs(upper.start - lower.start) <= SAME_EDGE and abs(upper.end - lower.end) <= SAME_EDGE
            if not same or groups.find(a) == groups.find(b):
                continue
            ending = [s.pos for s in columns if abs(s.end - upper.pos) <= REACH]
            beginning = [s.pos for s in columns if abs(s.start - lower.pos) <= REACH]
            alike = len(ending) == len(beginning) and all(
                abs(x - y) <= REACH for x, y in zip(ending, beginning, strict=True)
            )
            between = [w.size for w in words if upper.pos < (w.top + w.bottom) / 2 < lower.pos]
            alike_drawn = drawn_alike(upper, lower) and abs(upper.start - lower.start) <= 1
            last = not beginning and alike_drawn and not _is_held(groups, segments, b)
            if ending and (alike or last) and between and lower.pos - upper.pos <= GROUP_LINES * max(between):
                groups.join(a, b)


def _is_held(groups: _Groups, segments: Sequence[Segment], index: int) -> bool:
    """Whether a rule belongs to an area with another one."""
    return any(i != index and groups.find(i) == groups.find(index) for i in range(len(segments)))


def _join_islands(groups: _Groups, segments: Sequence[Segment]) -> None:
    """Join what stands on both sides of a column that has no rule on this page: a cell merged over the page ends.

    The rules at its sides begin and end together, and a part is open above or below: tables side by side are closed.
    """
    islands = _regions(groups, segments)
    first = {id(s): i for i, s in enumerate(segments)}
    for a in islands:
        for b in islands:
            apart = b.bbox[0] - a.bbox[2]
            if not REACH < apart <= BAND or not (_is_open(a) or _is_open(b)):
                continue
            right = [s for s in a.vertical if abs(s.pos - a.bbox[2]) <= REACH and s.length >= LEAST_ISLAND]
            left = [s for s in b.vertical if abs(s.pos - b.bbox[0]) <= REACH and s.length >= LEAST_ISLAND]
            if any(_side_by_side(s, t) for s in right for t in left):
                groups.join(first[id(a.vertical[0])], first[id(b.vertical[0])])


def _is_open(region: Region) -> bool:
    """Whether a side above or below is missing on part of its width."""
    x0, top, x1, bottom = region.bbox
    for y in (top, bottom):
        drawn = sum(s.length for s in region.horizontal if abs(s.pos - y) <= REACH)
        if drawn < CLOSED * (x1 - x0):
            return True
    return False


def _holds(outer: BBox, inner: BBox) -> bool:
    return (
        outer[0] - REACH <= inner[0]
        and outer[1] - REACH <= inner[1]
        and outer[2] + REACH >= inner[2]
        and outer[3] + REACH >= inner[3]
    )


def _join_inner(groups: _Groups, segments: Sequence[Segment]) -> None:
    """Row rules that lie inside a region belong to it, though they touch none of its rules; small boxes inside a cell do not."""
    members: dict[int, list[int]] = {}
    for index in range(len(segments)):
        members.setdefault(groups.find(index), []).append(index)
    boxes = {root: _box([segments[i] for i in held]) for root, held in members.items()}
    large = sorted((r for r, held in members.items() if len(held) > 1), key=lambda r: -_area(boxes[r]))
    for root, box in boxes.items():
        for outer in large:
            if outer == root or _area(boxes[outer]) <= _area(box) or not _holds(boxes[outer], box):
                continue
            lines = [segments[i] for i in members[outer]]
            if _is_frame(lines) and _is_lattice([segments[i] for i in members[root]]):
                continue
            if _fits(box, boxes[outer], lines) or _is_group_rule([segments[i] for i in members[root]], lines):
                groups.join(root, outer)
                break


def _is_frame(segments: Sequence[Segment]) -> bool:
    """Four sides and nothing else: a text box."""
    return len(segments) == FRAME and sum(s.horizontal for s in segments) * 2 == FRAME


def _is_lattice(segments: Sequence[Segment]) -> bool:
    """Lines of at least two rows and two columns: a table of its own inside a text box."""
    across = sum(s.horizontal for s in segments)
    return across >= 3 and len(segments) - across >= 3


def _is_group_rule(inner: Sequence[Segment], segments: Sequence[Segment]) -> bool:
    """Whether a short rule parts a group header from its titles: drawn as all rules of a table that has none but unbroken row rules."""
    return (
        all(s.horizontal and not s.ticks for s in (*inner, *segments))
        and len(segments) > LEAST_COLUMNS
        and all(drawn_alike(s, segments[0]) for s in inner)
    )


def _fits(box: BBox, outer: BBox, segments: Sequence[Segment]) -> bool:
    """Whether what lies inside a region is wide enough to part rows, or ends where the region's columns do.

    A line inside one column, clear of the rules on both its sides, is the bar of a fraction or an underline.
    """
    sides = [s.pos for s in segments if not s.horizontal and s.start <= box[1] <= s.end]
    left, right = (
        max((x for x in sides if x < box[0]), default=None),
        min((x for x in sides if x > box[2]), default=None),
    )
    inner = left is not None and right is not None and (left > outer[0] + REACH or right < outer[2] - REACH)
    crossed = any(box[0] <= x <= box[2] for x in sides)
    if box[1] == box[3] and inner and not crossed:
        return box[0] - (left or 0.0) <= REACH or (right or 0.0) - box[2] <= REACH
    if box[2] - box[0] >= INNER * (outer[2] - outer[0]):
        return True
    edges = [outer[0], outer[2], *(t for s in segments if s.horizontal for t in s.ticks)]
    edges += [s.pos for s in segments if not s.horizontal]
    return all(any(abs(x - e) <= REACH for e in edges) for x in (box[0], box[2]))


def _area(box: BBox) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def find_regions(segments: Sequence[Segment], words: Sequence[Word]) -> list[Region]:
    """The ruled areas of a page. Segments are as `join_pieces` gives them."""
    groups = _Groups(len(segments))
    _join_touching(groups, segments)
    _join_parallel(groups, segments, words)
    _join_over_group_rows(groups, segments, words)
    _join_islands(groups, segments)
    _join_inner(groups, segments)
    return _regions(groups, segments)
