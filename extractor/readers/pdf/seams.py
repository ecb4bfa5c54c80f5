"""Words cut where two clip windows meet. In come runs of characters in drawing order, out come runs with the pieces joined.

Seen in real reports: a printer driver that flattens transparent pictures draws the text beside them once for each strip of the page,
each time through another window. A word that runs over the edge of a strip comes in two pieces, and the letter on the edge twice.
"""

from collections.abc import Iterable, Sequence

from extractor.readers.pdf.chars import Char

EDGE = 1.5
"""Points: windows this near to each other share an edge."""
LEVEL = 0.5
"""Points up or down that are still the same line."""
SAME_PLACE = 0.25
"""Of the type size: a letter drawn again within this distance is the same letter."""
TOUCHING = (-0.6, 0.16)
"""Of the type size: letters of one word are this near to each other."""

Run = list[Char]


def _ends_at_edge(run: Run) -> bool:
    last = run[-1]
    clip = last.style.clip
    return clip is not None and abs(last.x1 - clip[2]) < last.style.size and not last.style.angle


def _begins_at_edge(run: Run) -> bool:
    first = run[0]
    clip = first.style.clip
    return clip is not None and abs(first.x0 - clip[0]) < first.style.size and not first.style.angle


def _rest(tail: Run, head: Run) -> Run | None:
    """What of `head` continues `tail`; None when it is another word."""
    last, first = tail[-1], head[0]
    size = last.style.size
    left, right = last.style.clip, first.style.clip
    if left is None or right is None or left == right or abs(left[2] - right[0]) > EDGE:
        return None
    if abs(first.top - last.top) > LEVEL or abs(first.style.size - size) > LEVEL:
        return None
    for skipped in range(min(len(head), 2)):
        same = head[skipped].text == last.text and abs(head[skipped].x0 - last.x0) < SAME_PLACE * size
        if same:
            return head[skipped + 1 :]
    return head if TOUCHING[0] * size <= first.x0 - last.x1 <= TOUCHING[1] * size else None


def join_seams(runs: Iterable[Run]) -> list[Run]:
    """The runs with pieces of one word joined where their windows meet; each word stands where its first piece was drawn."""
    every = list(runs)
    tails = sorted((run for run in every if _ends_at_edge(run)), key=lambda run: run[0].x0)
    heads = [run for run in every if _begins_at_edge(run)]
    if not tails or not heads:
        return every
    used: set[int] = set()
    for tail in tails:
        _extend(tail, heads, used)
    return [run for run in every if id(run) not in used]


def _extend(tail: Run, heads: Sequence[Run], used: set[int]) -> None:
    """Add to a run the piece that continues it."""
    if id(tail) in used:
        return
    for head in heads:
        if head is tail or id(head) in used:
            continue
        rest = _rest(tail, head)
        if rest is not None:
            used.add(id(head))
            tail.extend(rest)
            if not _ends_at_edge(tail):
                return
