"""Columns of an unruled table: white rivers that no printed piece crosses. In come lines of pieces, out come column cores.

A core is the span that a column's pieces cover. Header pieces may cross rivers (group headers), so only body lines make rivers;
a header piece that stands over no core is a column of its own (a column without entries).
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from extractor.model.body import Piece

RARE = 40
"""One piece in so many may span columns."""
SUPPORT = 3
"""Pieces that each of the columns under a spanning piece must hold."""
LEAST = 2.5
"""Points: white narrower than this parts no columns."""


class Core(NamedTuple):
    x0: float
    x1: float


def merge_pieces(pieces: Sequence[Piece]) -> list[Core]:
    """Spans of pieces that overlap (or nearly touch) across lines, left to right."""
    cores: list[Core] = []
    for piece in sorted(pieces, key=lambda p: p.x0):
        if cores and piece.x0 < cores[-1].x1 + LEAST:
            cores[-1] = Core(cores[-1].x0, max(cores[-1].x1, piece.x1))
        else:
            cores.append(Core(piece.x0, piece.x1))
    return cores


def find_cores(header: Sequence[Sequence[Piece]], body: Sequence[Sequence[Piece]]) -> list[Core]:
    """Column cores, left to right."""
    cores = merge_pieces(_without_spanning([p for line in body for p in line]))
    lonely = [
        p
        for number, line in enumerate(header)
        for p in line
        if not any(overlap(p, c) > 0 for c in cores) and not _heads_neighbours(p, cores, header[number + 1 :])
    ]
    cores = sorted([*cores, *merge_pieces(lonely)])
    at = 0
    while at + 1 < len(cores):
        if _are_one(cores[at], cores[at + 1], header, body):
            cores[at : at + 2] = [Core(cores[at].x0, cores[at + 1].x1)]
        else:
            at += 1
    return cores


def _without_spanning(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without those few that alone bridge two columns: titles of group rows and of totals."""
    kept = list(pieces)
    allowed = max(1, len(pieces) // RARE)
    for piece in sorted(pieces, key=lambda p: p.x0 - p.x1)[: 2 * allowed + 1]:
        others = [p for p in kept if p is not piece]
        parts = [c for c in merge_pieces(others) if overlap(piece, c) > 0]
        support = [sum(overlap(p, c) > 0 for p in others) for c in parts]
        if len(parts) > 1 and min(support) >= SUPPORT:
            kept = others
            allowed -= 1
        if not allowed:
            break
    return kept


def _heads_neighbours(piece: Piece, cores: Sequence[Core], below: Sequence[Sequence[Piece]]) -> bool:
    """Whether a header piece between two columns stands over titles of both: then it heads a group and is no column."""
    left = [c for c in cores if c.x1 <= piece.x0]
    right = [c for c in cores if c.x0 >= piece.x1]
    if not left or not right:
        return False
    return all(any(overlap(p, core) > 0 for line in below for p in line) for core in (left[-1], right[0]))


def _are_one(a: Core, b: Core, header: Sequence[Sequence[Piece]], body: Sequence[Sequence[Piece]]) -> bool:
    """Whether two neighbouring cores are one column: no line fills both, and they share one header (or one has none).

    Entries of one column may be set at its left, in its middle and at its right (seen: a last row at the left of a centred column).
    """
    if any(all(any(overlap(p, core) > 0 for p in line) for core in (a, b)) for line in body):
        return False
    titles = [[p for line in header for p in line if overlap(p, core) > 0] for core in (a, b)]
    if all(titles):
        return titles[0] == titles[1] and len(titles[0]) == 1
    return any(titles)


def overlap(piece: Piece, core: Core) -> float:
    return min(piece.x1, core.x1) - max(piece.x0, core.x0)


def columns_of(piece: Piece, cores: Sequence[Core]) -> tuple[int, int]:
    """First and last column that a piece stands over; the nearest one when it stands between columns."""
    over = [c for c, core in enumerate(cores) if overlap(piece, core) > 0]
    if over:
        return over[0], over[-1]
    nearest = max(range(len(cores)), key=lambda c: overlap(piece, cores[c]))
    return nearest, nearest


def edges_between(cores: Sequence[Core]) -> list[float]:
    """Column borders: outer edges and the middles of the rivers."""
    inner = [(a.x1 + b.x0) / 2 for a, b in pairwise(cores)]
    return [cores[0].x0, *inner, cores[-1].x1]
