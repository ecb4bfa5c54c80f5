"""Cells that show only by their shading: in come a page's fills, out come the rectangles of shaded cells and rules around them.

Word shades a cell by one rectangle, or by a strip on its left and its right as high as its text, a rectangle for each text line
between them, and one rectangle for what is left of the cell above or below the text. So strips and rests tell where each cell begins
and ends, also where neighbours have one colour and no rule is drawn (seen in real reports).
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from extractor.grids.pieces import find_pieces
from extractor.grids.text import group_lines
from extractor.model.page import Fill, Rule, Word
from extractor.model.place import BBox

SAME = 0.8
"""Points: edges this near are one."""
TOUCH = 1.6
"""Points between neighbouring cells."""
STRIP = 9.5
"""Points: strips beside the text are not wider."""
LEAST_HEIGHT, LEAST_WIDTH = 6.0, 12.0
LEAST_AREA_WIDTH = 150.0
FILLED = 0.5
"""Share of the cells of an area that hold words: fewer are a drawing."""
BESIDE = 0.1
"""Share of the words on the lines of an area that may stand beside it."""
NOTE = re.compile(r"\W*(?:sumber|ket|catatan)|\*", re.IGNORECASE)
OVER = 0.2
"""Share of the places where rows below may run over the header's columns: sentences do it more often."""
NEXT = 10.0
"""Times the type size: so far below the shading rows are looked for."""
CLOSE = 1.2
"""Times the type size: white between lines that belong together."""
JOINED = 4.0
"""Points between the shading and a ruled area that goes on below it."""
MANY = 5000
"""Fills on a page: more are artwork."""


class _Part(NamedTuple):
    """Part of a column of shading: `text`, the block of a cell's text lines, or the rest of a cell."""

    fill: Fill
    text: bool


def _holds(outer: Fill, inner: Fill) -> bool:
    larger = (outer.x1 - outer.x0) * (outer.bottom - outer.top) > (inner.x1 - inner.x0) * (inner.bottom - inner.top)
    return (
        larger
        and outer.x0 - SAME <= inner.x0
        and inner.x1 <= outer.x1 + SAME
        and outer.top - SAME <= inner.top
        and inner.bottom <= outer.bottom + SAME
    )


def _blocks(fills: Sequence[Fill]) -> list[Fill]:
    """Text blocks: a strip left, a text line beside it, a strip right as high as the left one."""
    at: dict[int, list[Fill]] = {}
    for fill in fills:
        at.setdefault(round(fill.top), []).append(fill)
    found = []
    for strip in fills:
        if strip.x1 - strip.x0 > STRIP or strip.bottom - strip.top < LEAST_HEIGHT:
            continue
        level = [f for key in (-1, 0, 1) for f in at.get(round(strip.top) + key, ()) if abs(f.top - strip.top) <= SAME]
        ends = {round(f.x1, 1) for f in level if abs(f.x0 - strip.x1) <= SAME and f.x1 - f.x0 > STRIP}
        right = [
            f
            for f in level
            if f.x1 - f.x0 <= STRIP
            and abs(f.bottom - strip.bottom) <= SAME
            and any(abs(f.x0 - e) <= SAME for e in ends)
        ]
        if right:
            found.append(replace(strip, x1=min(right, key=lambda f: f.x0).x1))
    return found


def _outer(fills: Sequence[Fill]) -> list[Fill]:
    """The fills that lie in no larger one, from top to bottom."""
    ordered = sorted(fills, key=lambda f: (f.top, f.x0))
    found: list[Fill] = []
    active: list[Fill] = []
    ahead = 0
    for fill in ordered:
        while ahead < len(ordered) and ordered[ahead].top <= fill.top + SAME:
            active.append(ordered[ahead])
            ahead += 1
        active = [g for g in active if g.bottom >= fill.top]
        if not any(_holds(g, fill) for g in active):
            found.append(fill)
    return found


def _certain(columns: Iterable[Sequence[_Part]]) -> list[float]:
    """Where a text block follows another: a row surely begins there."""
    return [
        b.fill.top
        for column in columns
        for a, b in pairwise(column)
        if a.text and b.text and b.fill.top - a.fill.bottom <= SAME
    ]


def _stacked(column: Sequence[_Part], certain: Sequence[float]) -> list[Fill]:
    """The cells of a column of shading: a text block with the rest of its cell, above it where the text is centred.

    What ends where rows of other columns surely begin is an empty cell above the text, not the rest of its cell.
    """
    cells: list[_Part] = []
    for index, (fill, text) in enumerate(column):
        last = cells[-1] if cells else None
        touches = last is not None and fill.top - last.fill.bottom <= SAME
        if last is None or not touches:
            cells.append(_Part(fill, text))
            continue
        rest_below = not text and last.text and column[index - 1].text
        rest_above = text and not last.text and not any(abs(y - fill.top) <= SAME for y in certain)
        if rest_below or rest_above:
            cells[-1] = _Part(replace(last.fill, bottom=fill.bottom), True)
        else:
            cells.append(_Part(fill, text))
    return [part.fill for part in cells]


def shaded_cells(fills: Iterable[Fill]) -> list[Fill]:
    """The shaded cells of a page, as far as their shading tells them apart."""
    return list(_shaded_cells(tuple(fills)))


@lru_cache(maxsize=1)
def _shaded_cells(fills: tuple[Fill, ...]) -> tuple[Fill, ...]:
    """Asked for twice for a page, so the last answer is kept."""
    by_colour: dict[int, list[Fill]] = {}
    for fill in fills:
        if not fill.white:
            by_colour.setdefault(fill.colour, []).append(fill)
    cells: list[Fill] = []
    for group in by_colour.values():
        if len(group) > MANY:
            continue
        blocks = _blocks(group)
        kept = set(blocks)
        wide = [f for f in group if f.x1 - f.x0 > STRIP]
        columns: dict[tuple[int, int], list[_Part]] = {}
        for fill in sorted(_outer([*kept, *wide]), key=lambda f: f.top):
            key = next(
                (k for k in columns if abs(k[0] - fill.x0) <= TOUCH and abs(k[1] - fill.x1) <= TOUCH),
                (round(fill.x0), round(fill.x1)),
            )
            columns.setdefault(key, []).append(_Part(fill, fill in kept))
        certain = _certain(columns.values())
        for column in columns.values():
            cells.extend(_stacked(column, certain))
    return tuple(c for c in cells if c.x1 - c.x0 >= LEAST_WIDTH and c.bottom - c.top >= LEAST_HEIGHT)


def _inside(word: Word, box: Fill) -> bool:
    return box.x0 <= (word.x0 + word.x1) / 2 <= box.x1 and box.top <= (word.top + word.bottom) / 2 <= box.bottom


def _areas(cells: Sequence[Fill]) -> list[list[Fill]]:
    """Cells that touch each other."""
    left, areas = list(cells), []
    while left:
        area, queue = [], [left.pop()]
        while queue:
            cell = queue.pop()
            area.append(cell)
            near = [c for c in left if _touch(c, cell)]
            queue.extend(near)
            left = [c for c in left if c not in near]
        areas.append(area)
    return areas


def _touch(a: Fill, b: Fill) -> bool:
    return a.x0 <= b.x1 + TOUCH and b.x0 <= a.x1 + TOUCH and a.top <= b.bottom + TOUCH and b.top <= a.bottom + TOUCH


def _is_table(area: Sequence[Fill], words: Sequence[Word]) -> bool:
    """Whether cells that touch are a table: two rows and two columns of them, words in most."""
    if max(c.x1 for c in area) - min(c.x0 for c in area) < LEAST_AREA_WIDTH:
        return False
    lefts, tops = sorted(c.x0 for c in area), sorted(c.top for c in area)
    columns = 1 + sum(b - a > TOUCH for a, b in pairwise(lefts))
    rows = 1 + sum(b - a > TOUCH for a, b in pairwise(tops))
    filled = sum(any(_inside(w, c) for w in words) for c in area)
    return columns >= 2 and rows >= 2 and filled >= max(4, FILLED * len(area)) and not _is_marker(area, words)


def _is_marker(area: Sequence[Fill], words: Sequence[Word]) -> bool:
    """Whether the lines of text in the area go on beside it: somebody marked part of a table by colour."""
    x0, x1 = min(c.x0 for c in area), max(c.x1 for c in area)
    top, bottom = min(c.top for c in area), max(c.bottom for c in area)
    level = [w for w in words if top < (w.top + w.bottom) / 2 < bottom]
    beside = sum(not x0 <= (w.x0 + w.x1) / 2 <= x1 for w in level)
    return beside > BESIDE * len(level)


def _close(lines: Sequence[Sequence[Word]], bottom: float) -> list[Sequence[Word]]:
    """The lines that follow each other closely from `bottom` on: what stands at the foot of the page does not."""
    found: list[Sequence[Word]] = []
    for line in lines:
        if min(w.top for w in line) - bottom > CLOSE * max(w.size for w in line):
            break
        found.append(line)
        bottom = max(w.bottom for w in line)
    return found


def _is_head(area: Sequence[Fill], ruled: Sequence[BBox], words: Sequence[Word]) -> bool:
    """Whether the rows below the shading go on without any: only white space parts them, and the shaded header is one of them."""
    x0, x1, bottom = min(c.x0 for c in area), max(c.x1 for c in area), max(c.bottom for c in area)
    if any(abs(box[1] - bottom) <= JOINED and box[0] <= x1 and x0 <= box[2] for box in ruled):
        return False
    below = [
        w for w in words if x0 <= (w.x0 + w.x1) / 2 <= x1 and bottom <= (w.top + w.bottom) / 2 <= bottom + NEXT * w.size
    ]
    joints = [c.x0 for c in area if abs(c.bottom - bottom) <= TOUCH and c.x0 > x0 + TOUCH]
    lines = _close(group_lines(below), bottom)
    if not lines or NOTE.match(lines[0][0].text):
        return False
    columns = {sum(x <= (w.x0 + w.x1) / 2 for x in joints) for w in below}
    over = sum(p.x0 < x - 1 and p.x1 > x + 1 for line in lines for p in find_pieces(line) for x in joints)
    return len(columns) >= 2 and over <= OVER * len(lines) * len(joints)


def _rules(cells: Iterable[Fill]) -> list[Rule]:
    return [
        rule
        for c in cells
        for rule in (
            Rule(True, c.top, c.x0, c.x1, 0.0, colour=c.colour),
            Rule(True, c.bottom, c.x0, c.x1, 0.0, colour=c.colour),
            Rule(False, c.x0, c.top, c.bottom, 0.0, colour=c.colour),
            Rule(False, c.x1, c.top, c.bottom, 0.0, colour=c.colour),
        )
    ]


def _tables(fills: Sequence[Fill], ruled: Sequence[BBox], words: Sequence[Word]) -> list[list[Fill]]:
    cells = [c for c in shaded_cells(fills) if not any(_covered(c, box) for box in ruled)]
    return [area for area in _areas(cells) if _is_table(area, words)]


def shaded_heads(fills: Sequence[Fill], ruled: Sequence[BBox], words: Sequence[Word]) -> list[list[Rule]]:
    """Rules around each shaded header, outside of the `ruled` areas, whose rows go on below it without shading."""
    return [_rules(area) for area in _tables(fills, ruled, words) if _is_head(area, ruled, words)]


def rules_around(fills: Sequence[Fill], ruled: Sequence[BBox], words: Sequence[Word]) -> list[Rule]:
    """Rules around shaded cells that stand outside of the `ruled` areas and form a table."""
    return [r for area in _tables(fills, ruled, words) if not _is_head(area, ruled, words) for r in _rules(area)]


def _covered(cell: Fill, box: BBox) -> bool:
    x, y = (cell.x0 + cell.x1) / 2, (cell.top + cell.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
