"""Group headers of an unruled table: which header piece stands over which columns.

In come the header's pieces with the columns they touch, out come column ranges. A piece over two cores heads a group; so does one whose
middle is the middle of several columns of which all but its own have a header only below it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from extractor.grids.rivers import Core
from extractor.model.body import Piece

BASELINE = 1.5
"""Points: titles on one baseline differ by less."""
NEARER = 0.2
"""Of its own column's width: so much nearer to the middle a wider range must be to be taken."""


class Columns(NamedTuple):
    """What is printed in each column, and the borders between."""

    cores: Sequence[Core]
    edges: Sequence[float]


class Title(NamedTuple):
    """A header piece: its line and the first and last column it touches."""

    line: int
    first: int
    last: int
    piece: Piece


class Group(NamedTuple):
    """Columns start to end (included) under one title, whose last line is `line`."""

    start: int
    end: int
    line: int

    def split(self, titles: Sequence[Title]) -> tuple[list[str], list[Title]]:
        """The group's own texts and the titles below them."""
        inside = [t for t in titles if self.start <= t.first and t.last <= self.end]
        return [t.piece.text for t in inside if t.line <= self.line], [t for t in inside if t.line > self.line]


def _off_centre(title: Title, start: int, end: int, columns: Columns) -> float:
    """How far a title's middle is from that of the columns, by their borders or by what is printed in them."""
    middle = (title.piece.x0 + title.piece.x1) / 2
    by_edges = (columns.edges[start] + columns.edges[end + 1]) / 2
    by_cores = (columns.cores[start].x0 + columns.cores[end].x1) / 2
    return min(abs(middle - by_edges), abs(middle - by_cores))


def _is_free(title: Title, col: int, titles: Sequence[Title]) -> bool:
    """Whether a column has titles below this one only."""
    own = [t.line for t in titles if t.first <= col <= t.last and t is not title]
    return bool(own) and min(own) > title.line


def _row_below(title: Title, titles: Sequence[Title]) -> tuple[int, int]:
    """The title's column with the free neighbours whose first titles stand on one baseline with the one below it.

    Further ones only on both sides alike: a title stands over the middle of its group. A title of two lines beside titles of one line,
    set in the middle of their cells, is half a line off.
    """
    below = [t.piece.top for t in titles if t.first == title.first and t.line > title.line]
    if not below:
        return title.first, title.last

    def heads(col: int) -> bool:
        return _is_free(title, col, titles) and _first_on(col, min(below), titles)

    start, end = title.first - heads(title.first - 1), title.last + heads(title.last + 1)
    if title.first - start == end - title.last == 1:
        while heads(start - 1) and heads(end + 1):
            start, end = start - 1, end + 1
    return start, end


def _first_on(col: int, baseline: float, titles: Sequence[Title]) -> bool:
    """Whether a column's first title stands on a baseline."""
    firsts = [t.piece.top for t in titles if t.first == col]
    return bool(firsts) and abs(min(firsts) - baseline) <= BASELINE


def _range(title: Title, titles: Sequence[Title], columns: Columns) -> tuple[int, int]:
    """The columns that a title is centred over; its own where none fit better."""
    start, end = title.first, title.last
    low, high = start, end
    while low > 0 and _is_free(title, low - 1, titles):
        low -= 1
    while high + 2 < len(columns.edges) and _is_free(title, high + 1, titles):
        high += 1
    width = columns.edges[start + 1] - columns.edges[start]
    ranges = [(a, b) for a in range(low, start + 1) for b in range(end, high + 1)]
    nearest = min(_off_centre(title, a, b, columns) for a, b in ranges)
    own = _off_centre(title, start, end, columns)
    if start == end and own - nearest <= NEARER * width:
        return start, end
    fitting = [r for r in ranges if _off_centre(title, r[0], r[1], columns) <= nearest + NEARER * width]
    return max(fitting, key=lambda r: (r[1] - r[0], -_off_centre(title, r[0], r[1], columns)))


def _ranges(titles: Sequence[Title], columns: Columns) -> dict[Title, tuple[int, int]]:
    """The columns of every title: centring first, then the titles below; a column that a title is centred over is no other's."""
    found = {t: _range(t, titles, columns) for t in titles}
    centred = {c for start, end in found.values() if start < end for c in range(start, end + 1)}
    for title, (start, end) in found.items():
        if start == end:
            low, high = _row_below(title, titles)
            if centred.isdisjoint(range(low, high + 1)):
                found[title] = low, high
    return found


def find_groups(titles: Sequence[Title], columns: Columns) -> list[Group]:
    """Group headers, left to right; ranges that overlap are one group."""
    groups: list[Group] = []
    ranges = _ranges(titles, columns)
    for title in sorted(titles, key=lambda t: (t.first, t.line)):
        start, end = ranges[title]
        if start == end:
            continue
        if groups and start <= groups[-1].end:
            last = groups[-1]
            groups[-1] = Group(last.start, max(last.end, end), max(last.line, title.line))
        else:
            groups.append(Group(start, end, title.line))
    return groups
