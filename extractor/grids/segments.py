"""Pieces of rules become straight segments that remember where their pieces met.

Word draws a border for each cell edge; the pieces stop up to 1.6 pt short of each other or overlap at corners. A segment is
such a chain; its `ticks` are the places where one piece ended and the next began: a row or column begins there even where no
rule is drawn across (seen in real reports: columns that show only as gaps in the horizontal rules).
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from extractor.model.page import Rule

SIDE = 0.9
"""Points across: pieces this near lie on one line. Double rules stand further apart."""
GAP = 3.2
"""Points along: pieces this near continue each other."""


class Segment(Struct, frozen=True):
    """A straight line from `start` to `end` at `pos`; `ticks` lie between its ends.

    `opening`: points of white at the narrowest tick (0 where pieces touch or overlap).
    """

    horizontal: bool
    pos: float
    start: float
    end: float
    thickness: float
    ticks: tuple[float, ...]
    colour: int = 0
    opening: float = 0.0

    @property
    def length(self) -> float:
        return self.end - self.start


def _level(rules: list[Rule]) -> Iterator[list[Rule]]:
    """Groups of pieces on one line, by their position across."""
    group: list[Rule] = []
    for rule in sorted(rules, key=lambda r: (r.pos, r.start)):
        if group and rule.pos - group[-1].pos > SIDE:
            yield group
            group = []
        group.append(rule)
    if group:
        yield group


def _chains(pieces: list[Rule]) -> Iterator[Segment]:
    """Segments of the pieces of one line."""
    chain: list[Rule] = []
    ticks: list[float] = []
    openings: list[float] = []
    end = 0.0

    def segment() -> Segment:
        pos = sum(r.pos * (r.end - r.start) for r in chain) / sum(r.end - r.start for r in chain)
        thickness = max(r.thickness for r in chain)
        return Segment(
            chain[0].horizontal,
            pos,
            chain[0].start,
            end,
            thickness,
            tuple(ticks),
            chain[0].colour,
            max(min(openings, default=0.0), 0.0),
        )

    for piece in sorted(pieces, key=lambda r: (r.start, r.end)):
        if chain and piece.start > end + GAP:
            yield segment()
            chain, ticks, openings = [], [], []
        if not chain:
            end = piece.end
        elif piece.start >= end - GAP and piece.end > end:
            ticks.append((piece.start + end) / 2)
            openings.append(piece.start - end)
        chain.append(piece)
        end = max(end, piece.end)
    if chain:
        yield segment()


def join_pieces(rules: Iterable[Rule]) -> list[Segment]:
    """All segments of a page: first horizontal ones top to bottom, then vertical ones left to right."""
    rules = list(rules)
    found: list[Segment] = []
    for horizontal in (True, False):
        for level in _level([r for r in rules if r.horizontal is horizontal]):
            found.extend(_chains(level))
    return found
