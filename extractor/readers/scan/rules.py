"""The ruled lines of a straight picture. In comes its ink, out come thin rules in pixels, ink without them beside.

A rule is ink that runs on for longer than letters do. Gaps are closed, double lines are one, pieces of one line are joined, ends
are drawn to the line they nearly touch, and the dark edge of the scanner's lid is left out.
"""

from collections.abc import Sequence
from typing import NamedTuple

from extractor.readers.scan.engine import Image, PixelBox

LEAST_LENGTH = 20.0
"""Points: strokes of letters are shorter."""
GAP = 4.0
"""Points of white that a rule may have."""
THICK = 4.0
"""Points: what is thicker is no rule."""
LEAN = 0.8
"""Points: paper bends, a rule may leave its row by this much over its shortest length."""
SAME = 3.0
"""Points across: two lines this near are one."""
REACH = 5.0
"""Points: an end this near to a crossing line is meant to touch it."""
BORDER = 5.0
"""Points from the edge of the page: dark lines there are the scanner's."""
BESIDE = 1.2
"""Points from a rule: there is white along a rule, while rows of letters have ink there."""
CROWDED = 0.35
"""Of its length: a line with more ink on both sides is a row of letters."""
ALONE = {True: 60.0, False: 30.0}
"""Points, of horizontal and vertical lines: shorter ones that touch no crossing line are underlines and rows of letters."""


FOLD_ENDS = 0.03
"""Of the page: a fold's shadow reaches this near to an edge of the paper."""
FOLD_BEYOND = 8.0
"""Points by which a fold goes on beyond all lines that cross it; a table's rule ends at its outer ones."""
MOST_FOLDS = 3
"""Pieces in one direction; more are the rules of a table without sides, cut out of its page."""
WITHIN = (0.25, 0.75)
"""Of the height of a line of text: a rule there is a row of its letters, unless it runs on beyond the text."""
OVER_TEXT = 0.7
"""Of its length: what of such a row lies over the line of text."""


class Line(NamedTuple):
    """A rule in pixels: `pos` across, from `start` to `end` along."""

    horizontal: bool
    pos: float
    start: float
    end: float
    thickness: float


class Ruled(NamedTuple):
    lines: list[Line]
    ink: Image
    """The ink that is no rule."""


def _mask(ink: Image, scale: float, horizontal: bool) -> Image:
    """The pixels of long runs of ink in one direction."""
    import cv2

    def bar(along: float, across: float) -> Image:
        size = (max(round(along * scale), 1), max(round(across * scale), 1))
        return cv2.getStructuringElement(cv2.MORPH_RECT, size if horizontal else size[::-1])

    # Widened across before the long opening: a line that leans by a pixel would otherwise fall apart into steps.
    wide = cv2.dilate(ink, bar(0, LEAN))
    long = cv2.morphologyEx(wide, cv2.MORPH_OPEN, bar(LEAST_LENGTH, 0))
    return cv2.morphologyEx(long, cv2.MORPH_CLOSE, bar(GAP, 0))


def _is_crowded(ink: Image, line: Line, scale: float) -> bool:
    """Whether ink stands along both sides of a line: then it runs through letters."""
    import cv2

    away = line.thickness / 2 + BESIDE * scale
    sides = []
    for place in (round(line.pos - away), round(line.pos + away)):
        low, high = max(place - 1, 0), max(place + 1, 0)
        along = slice(int(line.start), int(line.end))
        strip = ink[low:high, along] if line.horizontal else ink[along, low:high]
        if strip.size == 0:
            return False
        sides.append(cv2.reduce(strip, 0 if line.horizontal else 1, cv2.REDUCE_MAX).mean() / 255)
    return bool(min(sides) > CROWDED)


def _lines(ink: Image, scale: float, horizontal: bool) -> tuple[list[Line], Image]:
    """The lines of one direction and their pixels; thick ones (bars, pictures) and rows of letters are left out."""
    import cv2
    import numpy

    mask = _mask(ink, scale, horizontal)
    count, labels, stats, centres = cv2.connectedComponentsWithStats(mask)
    lines, kept = [], numpy.zeros(count, numpy.uint8)
    for number in range(1, count):
        x, y, width, height, area = stats[number].tolist()
        along, start, pos = (width, x, centres[number][1]) if horizontal else (height, y, centres[number][0])
        line = Line(horizontal, float(pos), start, start + along, max(area / along - LEAN * scale, 1.0))
        if along < LEAST_LENGTH * scale or line.thickness > THICK * scale or _is_crowded(ink, line, scale):
            continue
        lines.append(line)
        kept[number] = 255
    return lines, kept[labels]


def joined(lines: Sequence[Line], scale: float) -> list[Line]:
    """Pieces on one line and double lines become one."""
    done: list[Line] = []
    for line in sorted(lines, key=lambda i: (i.pos, i.start)):
        for index, other in enumerate(done):
            near = abs(other.pos - line.pos) <= SAME * scale
            if near and line.start <= other.end + GAP * scale and other.start <= line.end + GAP * scale:
                long, short = other.end - other.start, line.end - line.start
                pos = (other.pos * long + line.pos * short) / (long + short)
                thickness = max(other.thickness, line.thickness)
                start, end = min(other.start, line.start), max(other.end, line.end)
                done[index] = Line(line.horizontal, pos, start, end, thickness)
                break
        else:
            done.append(line)
    return done


def _drawn_to(line: Line, crossing: Sequence[Line], scale: float) -> Line:
    """The line with its ends on the lines that they nearly touch."""
    reach = REACH * scale
    near = [c.pos for c in crossing if c.start - reach <= line.pos <= c.end + reach]
    start = min(
        (p for p in near if abs(p - line.start) <= reach), default=line.start, key=lambda p: abs(p - line.start)
    )
    end = min((p for p in near if abs(p - line.end) <= reach), default=line.end, key=lambda p: abs(p - line.end))
    return line._replace(start=start, end=end) if end > start else line


def _at_border(line: Line, shape: tuple[int, int], scale: float) -> bool:
    across = shape[0] if line.horizontal else shape[1]
    return not BORDER * scale <= line.pos <= across - BORDER * scale


def _folds(lines: Sequence[Line], crossing: Sequence[Line], along: int, scale: float) -> list[Line]:
    """The lines that run to an edge of the paper past everything that they cross: a fold's shadow, a scanner's streak."""
    near, beyond = FOLD_ENDS * along, FOLD_BEYOND * scale

    def is_fold(line: Line) -> bool:
        crossed = [c.pos for c in crossing if c.start <= line.pos <= c.end]
        first, last = min(crossed, default=along), max(crossed, default=0)
        before = line.start <= near and line.start + beyond < first
        return before or (line.end >= along - near and line.end - beyond > last)

    found = [line for line in lines if is_fold(line)]
    return found if len(found) <= MOST_FOLDS else []


def _is_alone(line: Line, crossing: Sequence[Line], scale: float) -> bool:
    """Whether a short line touches no line of the other direction."""
    reach = REACH * scale
    if line.end - line.start >= ALONE[line.horizontal] * scale:
        return False
    return not any(
        line.start - reach <= c.pos <= line.end + reach and c.start - reach <= line.pos <= c.end + reach
        for c in crossing
    )


def _is_text(line: Line, text: Sequence[PixelBox]) -> bool:
    """Whether a horizontal line runs through the middle of a line of text."""
    for x0, top, x1, bottom in text:
        low, high = (top + share * (bottom - top) for share in WITHIN)
        if low < line.pos < high and min(x1, line.end) - max(x0, line.start) > OVER_TEXT * (line.end - line.start):
            return True
    return False


def _forget(mask: Image, line: Line) -> None:
    """Take a line out of the mask of rules: its ink is letters."""
    half = int(line.thickness / 2) + 2
    across, along = slice(max(int(line.pos) - half, 0), int(line.pos) + half + 1), slice(int(line.start), int(line.end))
    mask[(across, along) if line.horizontal else (along, across)] = 0


def find_rules(ink: Image, scale: float, text: Sequence[PixelBox] = ()) -> Ruled:
    """The rules of a page and the ink that is left without them; `text`: boxes around its lines of text."""
    import cv2

    found: dict[bool, list[Line]] = {}
    masks: dict[bool, Image] = {}
    for horizontal in (True, False):
        lines, masks[horizontal] = _lines(ink, scale, horizontal)
        found[horizontal] = joined(joined(lines, scale), scale)
    for horizontal in (True, False):
        letters = [line for line in found[horizontal] if _is_alone(line, found[not horizontal], scale)]
        letters += [line for line in found[horizontal] if horizontal and _is_text(line, text)]
        for line in letters:
            _forget(masks[horizontal], line)
        found[horizontal] = [line for line in found[horizontal] if line not in letters]
    rest = cv2.subtract(cv2.subtract(ink, masks[True]), masks[False])
    for horizontal, lines in found.items():
        folds = _folds(lines, found[not horizontal], ink.shape[1 if horizontal else 0], scale)
        found[horizontal] = [line for line in lines if line not in folds and not _at_border(line, ink.shape, scale)]
    drawn = [_drawn_to(line, found[not h], scale) for h, lines in found.items() for line in lines]
    return Ruled(drawn, rest)
