"""Words cut where two clip windows meet. In come runs of characters (their places) in drawing order, out come runs with the pieces joined.

Seen in real reports: a printer driver that flattens transparent pictures draws the text beside them once for each strip of the page,
each time through another window. A word that runs over the edge of a strip comes in two pieces, and the letter on the edge twice.
"""

import math
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from extractor.readers.pdf.chars import Chars

EDGE = 1.5
"""Points: windows this near to each other share an edge."""
LEVEL = 0.5
"""Points up or down that are still the same line."""
SAME_PLACE = 0.25
"""Of the type size: a letter drawn again within this distance is the same letter."""
TOUCHING = (-0.6, 0.16)
"""Of the type size: letters of one word are this near to each other."""

Run: TypeAlias = range | list[int]
"""The places of a word's characters; a list where they are no neighbours."""


def _ends_at_edge(chars: Chars, run: Run) -> bool:
    last = run[-1]
    style = chars.style[last]
    return style.clip is not None and abs(chars.x1[last] - style.clip[2]) < style.size and not style.angle


def _begins_at_edge(chars: Chars, run: Run) -> bool:
    first = run[0]
    style = chars.style[first]
    return style.clip is not None and abs(chars.x0[first] - style.clip[0]) < style.size and not style.angle


def _rest(chars: Chars, tail: list[int], head: list[int]) -> list[int] | None:
    """What of `head` continues `tail`; None when it is another word."""
    last, first = tail[-1], head[0]
    size = chars.style[last].size
    left, right = chars.style[last].clip, chars.style[first].clip
    if left is None or right is None or left == right or abs(left[2] - right[0]) > EDGE:
        return None
    if abs(chars.top[first] - chars.top[last]) > LEVEL or abs(chars.style[first].size - size) > LEVEL:
        return None
    for skipped, place in enumerate(head[:2]):
        same = chars.text[place] == chars.text[last]
        if same and abs(chars.x0[place] - chars.x0[last]) < SAME_PLACE * size:
            return head[skipped + 1 :]
    return head if TOUCHING[0] * size <= chars.x0[first] - chars.x1[last] <= TOUCHING[1] * size else None


def join_seams(chars: Chars, runs: Iterable[range]) -> list[Run]:
    """The runs with pieces of one word joined where their windows meet; each word stands where its first piece was drawn."""
    every: list[Run] = [*runs]
    if not chars.clipped:
        return every
    ends = [i for i, run in enumerate(every) if _ends_at_edge(chars, run)]
    begins = [i for i, run in enumerate(every) if _begins_at_edge(chars, run)]
    if not ends or not begins:
        return every
    pieces = {i: [*every[i]] for i in {*ends, *begins}}
    used: set[int] = set()
    heads = [(i, clip[0]) for i in begins if (clip := chars.style[every[i][0]].clip) is not None]
    for tail in sorted(ends, key=lambda i: chars.x0[every[i][0]]):
        _extend(chars, pieces, tail, heads, used)
    return [pieces.get(i, run) for i, run in enumerate(every) if i not in used]


def _extend(
    chars: Chars, pieces: Mapping[int, list[int]], tail: int, heads: Iterable[tuple[int, float]], used: set[int]
) -> None:
    """Add to the piece `tail` what continues it; `heads`: pieces with the left edges of their windows."""
    if tail in used:
        return
    edge = _right_edge(chars, pieces[tail])
    for head, start in heads:
        if abs(edge - start) > EDGE or head == tail or head in used:
            continue
        rest = _rest(chars, pieces[tail], pieces[head])
        if rest is not None:
            used.add(head)
            pieces[tail].extend(rest)
            edge = _right_edge(chars, pieces[tail])
            if not _ends_at_edge(chars, pieces[tail]):
                return


def _right_edge(chars: Chars, piece: list[int]) -> float:
    """Where the window of a piece's last letter ends."""
    clip = chars.style[piece[-1]].clip
    return math.inf if clip is None else clip[2]
