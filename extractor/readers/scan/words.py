"""Read lines of print and put each word where its ink stands. In come an upright picture, its rules and ink, out come words in pixels.

The engine glues what stands near each other in two cells, so its boxes are cut at vertical rules before they are read. It says where
letters are only roughly, so the border between two words is the widest white near it, and a word ends where its ink ends.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from extractor.readers.scan.clock import Clock
from extractor.readers.scan.engine import LEAST_SIDE, Image, PixelBox, Reading, Token, read_line
from extractor.readers.scan.rules import Line, Ruled

ASCENT, CAPITAL, SMALL, DESCENT = 0.8, 0.72, 0.53, 0.21
"""Of the type size: the box above the baseline, capitals and figures, letters like x, the part below the baseline."""
BELOW = frozenset("gjpqyQ,;()[]{}/|")
ABOVE = frozenset("bdfhijklt0123456789()[]{}/|%&!?'\"")
ONE_SIZE = 0.14
"""Sizes nearer than this share to the page's usual size are that size: ink is measured to a pixel only."""
LEAST_SCORE = 0.5
"""Lines read with less are stains, stamps and signatures."""


LONE_SCORE = 0.9
"""The same for ink that no line was found in."""
PART_SCORE = 0.89
"""Given to ink that is read only by itself."""
LETTER_GAP = 3.0
"""Points: letters of a word are not further apart."""
LETTER = (0.3, 0.8)
"""Of the usual height of a found line, which has white above and below: the height of letters."""
SHORT = 4.0
"""Of that height: what is longer than a figure or a mark would have been found."""
SPACE = 0.45
"""Of the type size: white this wide parts words; letters and figures of a word stand nearer."""
BOLD = 1.17
"""Strokes this much wider than the page's usual ones are bold."""
MARGIN = 36.0
"""Points from the edge of the page: signs without a letter or figure there are dirt."""
RULE_LIKE = frozenset("-–—_=~.'一ー丨|")
"""What rests of a rule are read as."""
RULE_REST = 1.5
"""Points: rests of a rule are not further from it; what is printed in a cell is."""
PART_SHARE = 0.25
"""Of its width that lone ink shares with a line that it may be a part of."""
OTHER_ROW = 0.35
"""Of the height of a box: boxes whose middles are further apart hold two lines."""
PROSE = 4
"""Words with letters in a line of running text."""


class InkWord(NamedTuple):
    """A word in pixels: the ends of its ink, its baseline and type size, whether its line is printed bold.

    `score`: the engine's for the line; `prose`: it stands among words.
    """

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    bold: bool
    score: float = 1.0
    prose: bool = False


class InkLine(NamedTuple):
    """A line in pixels; `low`, `high` are the upper and lower end of its ink, `stroke` the mean width of its strokes."""

    box: PixelBox
    reading: Reading
    low: int
    high: int
    stroke: float


def cut_at_rules(box: PixelBox, rules: Sequence[Line]) -> Iterator[PixelBox]:
    """The parts of a box between the vertical rules that run through it."""
    x0, top, x1, bottom = box
    middle, least = (top + bottom) / 2, (bottom - top) * 0.2
    inside = [r for r in rules if not r.horizontal and r.start <= middle <= r.end and x0 - least < r.pos < x1 + least]
    edges: list[tuple[float, float]] = [(x0, x0)]
    edges += sorted((r.pos - r.thickness / 2 - 1, r.pos + r.thickness / 2 + 1) for r in inside)
    edges.append((x1, x1))
    for (_, start), (end, _) in pairwise(edges):
        if end - start >= least:
            yield (max(int(start), x0), top, min(int(end) + 1, x1), bottom)


def _band(rows: Sequence[int]) -> tuple[int, int]:
    """First and last row of the tallest run of inked rows: rests of a rule and a neighbouring line's letters may reach into the box."""
    hole = max(len(rows) // 12, 1)
    inked = [i for i, ink in enumerate(rows) if ink]
    runs: list[list[int]] = []
    for row in inked:
        if runs and row - runs[-1][-1] - 1 <= hole:
            runs[-1].append(row)
        else:
            runs.append([row])
    best = max(runs, key=lambda run: (run[-1] - run[0], sum(rows[i] for i in run)))
    return best[0], best[-1] + 1


def _widest_white(filled: Sequence[bool], start: int, end: int) -> int:
    """The middle of the longest run of empty columns between two places; their middle when there is none."""
    best, run = (0, (start + end) // 2), 0
    for column in range(start, end + 1):
        run = 0 if column < end and filled[column] else run + 1
        if run > best[0]:
            best = (run, column - run // 2)
    return best[1]


def _spans(tokens: Sequence[Token], filled: Sequence[bool], size: float) -> list[tuple[int, int]]:
    """Where the ink of each token begins and ends; ink beyond wide white outside of all letters is a neighbour's."""
    width = len(filled)

    def column(centre: float) -> int:
        return max(min(int(centre * width), width - 1), 0)

    # From the last letter but one to the second: the engine's places are off by as much as a letter.
    near = [(column(a.centres[-2:][0]), column(b.centres[:2][-1])) for a, b in pairwise(tokens)]
    borders = [0, *(_widest_white(filled, start, end) for start, end in near), width]
    places = [(column(t.centres[0]), column(t.centres[-1])) for t in tokens]
    whites = _whites(filled, SPACE * size)
    borders[0] = max((int(w) for w in whites if w < places[0][0]), default=0)
    borders[-1] = min((int(w) for w in whites if w > places[-1][1]), default=width)
    spans = []
    for (start, end), place in zip(pairwise(borders), places, strict=True):
        columns = [c for c in range(start, end) if filled[c]]
        spans.append((columns[0], columns[-1] + 1) if columns else (place[0], place[1] + 1))
    return spans


def _whites(filled: Sequence[bool], least: float) -> list[float]:
    """The middles of runs of empty columns, at least so wide, that have ink on both sides."""
    inked = [column for column, full in enumerate(filled) if full]
    return [(a + b) / 2 for a, b in pairwise(inked) if b - a - 1 >= least]


def _parted(tokens: Sequence[Token], filled: Sequence[bool], size: float) -> list[Token]:
    """The tokens, cut where wide white stands between two of their letters: the engine does not always give the space."""
    width = len(filled)
    whites = _whites(filled, SPACE * size)
    parts: list[Token] = []
    for token in tokens:
        middles = [(a + b) / 2 * width for a, b in pairwise(token.centres)]
        inside = [w for w in whites if token.centres[0] * width < w < token.centres[-1] * width]
        cuts = sorted({1 + min(range(len(middles)), key=lambda i: abs(middles[i] - w)) for w in inside})
        parts += [Token(token.text[a:b], token.centres[a:b]) for a, b in pairwise([0, *cuts, len(token.centres)])]
    return parts


def _size(text: str, height: float) -> float | None:
    """The type size of a line whose ink is `height` pixels high; None for signs that tell nothing (dashes, dots)."""
    if not any(c.isalnum() for c in text):
        return None
    above = CAPITAL if any(c in ABOVE or c.isupper() for c in text) else SMALL
    return height / (above + (DESCENT if any(c in BELOW for c in text) else 0.0))


def _stroke(ink: Image) -> float:
    """The mean width of the strokes in pixels: a stroke's area is its length times its width, its outline twice its length."""
    import cv2

    inner = cv2.erode(ink, cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3)))
    area, outline = cv2.countNonZero(ink), cv2.countNonZero(ink) - cv2.countNonZero(inner)
    return 2 * area / max(outline, 1)


def _is_dirt(reading: Reading, box: PixelBox, shape: tuple[int, int], scale: float) -> bool:
    """Whether a sign without a letter or figure stands in the margin."""
    if any(c.isalnum() for token in reading.tokens for c in token.text):
        return False
    x, y, margin = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2, MARGIN * scale
    return not (margin <= x <= shape[1] - margin and margin <= y <= shape[0] - margin)


def _missed(ink: Image, boxes: Sequence[PixelBox], scale: float) -> list[tuple[PixelBox, PixelBox]]:
    """Boxes around ink as high as letters that stands in none of the boxes: lone figures and row numbers are not always found."""
    import cv2

    rest = ink.copy()
    for x0, top, x1, bottom in boxes:
        rest[top:bottom, x0:x1] = 0
    usual = median([bottom - top for _, top, _, bottom in boxes] or [1])
    kernel = cv2.getStructuringElement(cv2.MORPH_RECT, (max(int(LETTER_GAP * scale), 1), 1))
    count, _, stats, _ = cv2.connectedComponentsWithStats(cv2.morphologyEx(rest, cv2.MORPH_CLOSE, kernel))
    pad, found = int(usual * 0.2), []
    for x, y, width, height, _ in stats[1:count].tolist():
        if LETTER[0] * usual <= height <= LETTER[1] * usual and width <= SHORT * usual:
            found.append((max(x - pad, 0), max(y - pad, 0), x + width + pad, y + height + pad))
    return _widened(found, boxes, int(usual)) if len(found) <= max(len(boxes), 8) else []


def _widened(found: Sequence[PixelBox], boxes: Sequence[PixelBox], by: int) -> list[tuple[PixelBox, PixelBox]]:
    """The boxes with room for faint letters beside their ink, as far as no other line stands there, and as they are.

    Widest first, none twice.
    """
    taken: list[tuple[PixelBox, PixelBox]] = []
    for x0, top, x1, bottom in sorted(found, key=lambda box: box[0] - box[2]):
        middle = (x0 + x1) / 2, (top + bottom) / 2
        if any(a <= middle[0] <= c and b <= middle[1] <= d for (a, b, c, d), _ in taken):
            continue
        beside = [box for box in boxes if box[1] < middle[1] < box[3]]
        left = max([x0 - by, 0, *(box[2] for box in beside if box[0] + box[2] <= 2 * middle[0])])
        right = min([x1 + by, *(box[0] for box in beside if box[0] + box[2] > 2 * middle[0])])
        if right - left >= LEAST_SIDE:
            taken.append(((left, top, right, bottom), (x0, top, x1, bottom)))
    return taken


def _row_of(box: PixelBox, boxes: Sequence[PixelBox]) -> tuple[int, int]:
    """The rows of a box that are its own: lines set tightly reach into each other's boxes, and are parted in the middle between them."""
    x0, top, x1, bottom = box
    middle, low, high = (top + bottom) / 2, top, bottom
    for a, b, c, d in boxes:
        other = (b + d) / 2
        if min(c, x1) > max(a, x0) and b < bottom and d > top and abs(other - middle) > OTHER_ROW * (bottom - top):
            cut = int((other + middle) / 2)
            low, high = (max(low, cut), high) if other < middle else (low, min(high, cut + 1))
    return low, high


def _is_part(lone: InkLine, lines: Sequence[InkLine]) -> bool:
    """Whether ink that no line was found in is the end of one that is read already: its box fell short, or the ink is a rest of a rule."""
    text = _text(lone)
    x0, top, x1, bottom = lone.box
    for line in lines:
        a, b, c, d = line.box
        over = min(c, x1) - max(a, x0) > PART_SHARE * (x1 - x0) and min(d, bottom) - max(b, top) > (bottom - top) / 2
        if over and text in _text(line):
            return True
    return False


def _is_rest_of_rule(word: InkWord, ink: Image, rules: Sequence[Line], scale: float) -> bool:
    """Whether a word of dashes alone is what is left of a rule: it lies on a horizontal one, or its end on a vertical one."""
    if not RULE_LIKE.issuperset(word.text):
        return False
    reach = RULE_REST * scale
    top = max(int(word.baseline - word.size), 0)
    rows = (ink[top : int(word.baseline) + 1, int(word.x0) : int(word.x1) + 1] > 0).any(axis=1).nonzero()[0]
    low, high = (top + int(rows[0]), top + int(rows[-1])) if len(rows) else (word.baseline, word.baseline)
    for rule in rules:
        if rule.horizontal and rule.start - reach < word.x1 and rule.end + reach > word.x0:
            near = low - reach <= rule.pos <= high + reach
        else:
            near = not rule.horizontal and rule.start <= low <= rule.end
            near = near and min(abs(word.x0 - rule.pos), abs(word.x1 - rule.pos)) <= reach
        if near:
            return True
    return False


def _read(pixels: Image, boxes: Sequence[PixelBox], ruled: Ruled, scale: float, clock: Clock) -> Iterator[InkLine]:
    ink, rules = ruled.ink, ruled.lines
    known: list[InkLine] = []
    for part in (part for box in boxes for part in cut_at_rules(box, rules)):
        clock.check()
        found = list(_read_box(pixels, ink, part, LEAST_SCORE, scale, _row_of(part, boxes)))
        known += found
        yield from found
    for wide, tight in _missed(ink, boxes, scale):
        clock.check()
        lines = [line for box in _around(wide, rules) for line in _read_box(pixels, ink, box, LONE_SCORE, scale)]
        if not lines:
            # What is read only without its surroundings may be part of a figure: it is never sure.
            lines = [line for box in _around(tight, rules) for line in _read_box(pixels, ink, box, LONE_SCORE, scale)]
            lines = [line._replace(reading=line.reading._replace(score=PART_SCORE)) for line in lines]
        yield from (line for line in lines if not _is_part(line, known))


def _around(box: PixelBox, rules: Sequence[Line]) -> list[PixelBox]:
    """The part of a box between rules that holds its middle."""
    middle = (box[0] + box[2]) / 2
    return [part for part in cut_at_rules(box, rules) if part[0] <= middle <= part[2]]


def _read_box(
    pixels: Image, ink: Image, box: PixelBox, least: float, scale: float, row: tuple[int, int] | None = None
) -> Iterator[InkLine]:
    """The line in a box, when it is read with a score of `least`; `row`: where in the box its own ink stands."""
    x0, top, x1, bottom = box
    held = ink[top:bottom, x0:x1]
    if not held.any():
        return
    reading = read_line(pixels[top:bottom, x0:x1])
    if reading.score >= least and not _is_dirt(reading, box, pixels.shape, scale):
        first, last = row or (top, bottom)
        own = ink[first:last, x0:x1]
        if not own.any():
            first, own = top, held
        low, high = _band((own > 0).sum(axis=1).tolist())
        yield InkLine(box, reading, first + low, first + high, _stroke(own))


def _text(line: InkLine) -> str:
    return "".join(t.text for t in line.reading.tokens)


def _same_row(a: InkLine, b: InkLine) -> bool:
    """Whether two lines stand beside each other."""
    return min(a.high, b.high) - max(a.low, b.low) > 0.5 * min(a.high - a.low, b.high - b.low)


def _bold(lines: Sequence[InkLine], sizes: Sequence[float]) -> list[bool]:
    """Whether each line is bold. Single words are too uneven a measure, so all that stands in one row is bold or none of it."""
    weights = [line.stroke / size for line, size in zip(lines, sizes, strict=True)]
    usual = median(weights or [1.0])
    found = []
    for line in lines:
        row = [(w, len(_text(i))) for i, w in zip(lines, weights, strict=True) if _same_row(line, i)]
        found.append(sum(w * n for w, n in row) > BOLD * usual * sum(n for _, n in row))
    return found


def _measured(lines: Sequence[InkLine]) -> list[float]:
    """The type size of each line in pixels; small differences from the usual size are those of the measuring."""
    sizes = [_size(_text(line), line.high - line.low) for line in lines]
    usual = median([s for s in sizes if s] or [1.0])
    return [s if s and abs(s - usual) > ONE_SIZE * usual else usual for s in sizes]


def _baseline(line: InkLine, size: float) -> float:
    text = _text(line)
    if _size(text, 1.0) is None:
        return (line.low + line.high + CAPITAL * size) / 2
    return line.high - (DESCENT * size if any(c in BELOW for c in text) else 0.0)


def _is_prose(tokens: Sequence[Token]) -> bool:
    return sum(any(c.isalpha() for c in token.text) for token in tokens) >= PROSE


def read_words(
    pixels: Image, boxes: Sequence[PixelBox], ruled: Ruled, scale: float, clock: Clock
) -> tuple[list[InkWord], float]:
    """The words of a page, line by line from the top, and the mean score of its lines (0 without lines). Raises `TooSlow`.

    `boxes`: where lines of text were found.
    """
    lines = list(_read(pixels, boxes, ruled, scale, clock))
    sizes = _measured(lines)
    words = []
    for line, size, bold in zip(lines, sizes, _bold(lines, sizes), strict=True):
        x0, _, x1, _ = line.box
        filled = (ruled.ink[line.low : line.high, x0:x1] > 0).any(axis=0).tolist()
        tokens = _parted(line.reading.tokens, filled, size)
        baseline, prose = _baseline(line, size), _is_prose(tokens)
        for token, (start, end) in zip(tokens, _spans(tokens, filled, size), strict=True):
            words.append(InkWord(token.text, x0 + start, x0 + end, baseline, size, bold, line.reading.score, prose))
    words = [word for word in words if not _is_rest_of_rule(word, ruled.ink, ruled.lines, scale)]
    return words, sum(line.reading.score for line in lines) / len(lines) if lines else 0.0
