"""Tables that lie on their side on an upright page. In: a page. Out: the part that is turned, set upright, and items put back.

Seen where a wide table was pasted turned between running text. A ruled area belongs to it when nearly all of its letters have one
direction that is not the page's; a head with turned titles over upright figures does not. Everything else of that direction
(its title, its source) goes with it. Boxes of what is found are those of the page, so a reader finds them where they stand.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from extractor.model.body import Grid, Item, Line
from extractor.model.page import Fill, Page, Rule, Word
from extractor.model.place import BBox, Place, rounded

SHARE = 0.75
"""Of the letters of a ruled area."""
LEAST = 30
"""Letters: less is a label."""
EDGE = 2.0
"""Points: a rule or word may stand over the area's edge by this much."""

_Point = Callable[[float, float], tuple[float, float]]


class Turned(NamedTuple):
    """`part` holds what is turned, upright; `rest` is the page without it."""

    angle: int
    part: Page
    rest: Page


def turned_angle(words: Sequence[Word]) -> int:
    """The direction that nearly all letters have, when it is not the page's; else 0."""
    letters: Counter[int] = Counter()
    for word in words:
        letters[word.angle] += len(word.text)
    if not letters:
        return 0
    angle, count = letters.most_common(1)[0]
    return angle if count >= max(LEAST, SHARE * letters.total()) else 0


def take_turned(page: Page, areas: Sequence[BBox]) -> Turned | None:
    """The turned part of a page with the ruled `areas`; None when there is none."""
    found = [(area, turned_angle([w for w in page.words if _within(w.bbox, area)])) for area in areas]
    angle = next((angle for _, angle in found if angle), 0)
    if not angle:
        return None
    mine = [area for area, turned in found if turned == angle]
    others = [area for area, turned in found if turned != angle]

    def is_mine(word: Word) -> bool:
        if any(_within(word.bbox, area) for area in mine):
            return True
        return word.angle == angle and not any(_within(word.bbox, area) for area in others)

    point = _upright(angle, page.width, page.height)
    sides = (page.height, page.width) if angle % 180 else (page.width, page.height)
    part = replace(
        page,
        width=sides[0],
        height=sides[1],
        words=tuple(_word(w, point, angle) for w in page.words if is_mine(w)),
        rules=tuple(_rule(r, point) for r in page.rules if any(_within(_rule_box(r), a) for a in mine)),
        fills=tuple(_fill(f, point) for f in page.fills if any(_within(f.bbox, a) for a in mine)),
        images=(),
    )
    rest = replace(
        page,
        words=tuple(w for w in page.words if not is_mine(w)),
        rules=tuple(r for r in page.rules if not any(_within(_rule_box(r), a) for a in mine)),
        fills=tuple(f for f in page.fills if not any(_within(f.bbox, a) for a in mine)),
    )
    return Turned(angle, part, rest)


def put_back(items: Sequence[Item], turned: Turned) -> list[Item]:
    """Items of the upright part with the boxes that they have on the page. Lines lose their pieces: they lie across the others."""
    point = _upright(-turned.angle % 360, turned.part.width, turned.part.height)

    def back(place: Place) -> Place:
        return place if place.bbox is None else replace(place, bbox=rounded(_box(place.bbox, point)))

    placed: list[Item] = []
    for item in items:
        if isinstance(item, Line):
            placed.append(replace(item, place=back(item.place), pieces=()))
        else:
            placed.append(_grid_back(item, back))
    return placed


def _grid_back(grid: Grid, back: Callable[[Place], Place]) -> Grid:
    cells = tuple(replace(cell, places=tuple(map(back, cell.places))) for cell in grid.cells)
    return replace(grid, cells=cells, places=tuple(map(back, grid.places)), doubts=(*grid.doubts, "turned"))


def _upright(angle: int, width: float, height: float) -> _Point:
    """Where a point of a page goes when what is turned clockwise by `angle` is set upright."""
    if angle == 90:
        return lambda x, y: (y, width - x)
    if angle == 270:
        return lambda x, y: (height - y, x)
    if angle == 180:
        return lambda x, y: (width - x, height - y)
    return lambda x, y: (x, y)


def _box(box: BBox, point: _Point) -> BBox:
    (x0, y0), (x1, y1) = point(box[0], box[1]), point(box[2], box[3])
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _word(word: Word, point: _Point, angle: int) -> Word:
    x0, top, x1, bottom = _box(word.bbox, point)
    return replace(word, x0=x0, top=top, x1=x1, bottom=bottom, angle=(word.angle - angle) % 360)


def _rule_box(rule: Rule) -> BBox:
    if rule.horizontal:
        return (rule.start, rule.pos, rule.end, rule.pos)
    return (rule.pos, rule.start, rule.pos, rule.end)


def _rule(rule: Rule, point: _Point) -> Rule:
    x0, top, x1, bottom = _box(_rule_box(rule), point)
    if bottom - top <= x1 - x0:
        return replace(rule, horizontal=True, pos=top, start=x0, end=x1)
    return replace(rule, horizontal=False, pos=x0, start=top, end=bottom)


def _fill(fill: Fill, point: _Point) -> Fill:
    x0, top, x1, bottom = _box(fill.bbox, point)
    return replace(fill, x0=x0, top=top, x1=x1, bottom=bottom)


def _within(box: BBox, area: BBox) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return area[0] - EDGE <= x <= area[2] + EDGE and area[1] - EDGE <= y <= area[3] + EDGE
