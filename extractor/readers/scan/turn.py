"""Set a scanned page upright and straight. In comes a picture, out comes one whose lines run from left to right.

On its side or not is seen from the shape of runs of ink (letters stand nearer to each other along a line than across lines); where
that leaves a doubt, and for the right way up, the engine reads some and its score tells.

Skew: the angle at which the rows of ink are told apart best (projection profile; right to 0.05 degrees). Pixels are moved by less than
one at random for it, else the angle 0 always wins.
"""

from collections.abc import Sequence

from extractor.readers.scan.engine import Image, PixelBox, read_line
from extractor.readers.scan.image import Picture
from extractor.readers.scan.ink import find_ink

MOST_SKEW = 5.0
"""Degrees."""
COARSE, FINE = 0.5, 0.05
LEAST_SKEW = 0.04
"""Degrees: less is left as it is."""
POINTS = 60_000
"""Pixels of ink that are enough to measure an angle."""
LETTER_GAP = 3.0
"""Points: letters of a line are not further apart, lines are not nearer."""
LINE_HEIGHT = (4.0, 30.0)
"""Points."""
LINE_SHAPE = 4.0
"""A run of letters is this many times longer than high."""
VOTERS, TRIES = 6, 4
"""Lines that are read to tell the way up, and how many times as many are tried."""
NOT_MUCH = 0.4
"""Of the runs in one direction: fewer in the other, and it is not that of the lines."""
SURE = 0.9
"""A page whose lines are read with this mean score is the right way up."""


def _runs(ink: Image, scale: float) -> list[PixelBox]:
    """Boxes of runs of ink that look like words or lines running from left to right, longest first."""
    import cv2

    kernel = cv2.getStructuringElement(cv2.MORPH_RECT, (max(int(LETTER_GAP * scale), 1), 1))
    count, _, stats, _ = cv2.connectedComponentsWithStats(cv2.morphologyEx(ink, cv2.MORPH_CLOSE, kernel))
    low, high = (scale * h for h in LINE_HEIGHT)
    boxes = []
    for x, y, width, height, _ in stats[1:count].tolist():
        if low <= height <= high and width >= LINE_SHAPE * height:
            boxes.append((x, y, x + width, y + height))
    return sorted(boxes, key=lambda box: box[0] - box[2])


def _length(runs: Sequence[PixelBox]) -> int:
    return sum(box[2] - box[0] for box in runs)


def _score(pixels: Image, runs: Sequence[PixelBox], half_turn: bool) -> float:
    """The mean score of the longest runs that can be read, as they stand or turned by 180 degrees; lines of a drawing cannot."""
    scores: list[float] = []
    for x0, top, x1, bottom in runs[: VOTERS * TRIES]:
        pad = (bottom - top) // 5
        crop = pixels[max(top - pad, 0) : bottom + pad, max(x0 - pad, 0) : x1 + pad]
        reading = read_line(crop[::-1, ::-1] if half_turn else crop)
        if reading.tokens:
            scores.append(reading.score)
        if len(scores) == VOTERS:
            break
    return sum(scores) / len(scores) if scores else 0.0


def set_upright(picture: Picture) -> Picture:
    """The picture turned by 0, 90, 180 or 270 degrees so that its text can be read."""
    import numpy

    ink = find_ink(picture.pixels, picture.scale)
    level, sideways = _runs(ink, picture.scale), _runs(numpy.rot90(ink).copy(), picture.scale)
    lying = numpy.ascontiguousarray(numpy.rot90(picture.pixels))
    ways = [(0, picture.pixels, level), (3, lying, sideways)]
    ways.sort(key=lambda way: -_length(way[2]))
    longest = _length(ways[0][2])
    best = (-1.0, 0)
    for turns, pixels, runs in ways:
        if _length(runs) < NOT_MUCH * longest:
            continue
        as_is = _score(pixels, runs, half_turn=False)
        best = max(best, (as_is, turns), key=lambda b: b[0])
        if as_is < SURE:
            best = max(best, (_score(pixels, runs, half_turn=True), (turns + 2) % 4), key=lambda b: b[0])
    turned = numpy.ascontiguousarray(numpy.rot90(picture.pixels, -best[1]))
    return Picture(turned, picture.scale, (picture.rotation + 90 * best[1]) % 360)


def find_skew(ink: Image, scale: float) -> float:
    """Degrees by which lines fall to the right (clockwise positive)."""
    import numpy

    rows, columns = numpy.nonzero(ink)
    if len(rows) < 100:
        return 0.0
    random = numpy.random.default_rng(0)
    chosen = random.integers(0, len(rows), min(POINTS, len(rows)))
    x, y = (numpy.asarray(a[chosen] + random.random(len(chosen)) - 0.5) for a in (columns, rows))
    x -= x.mean()

    def sharpness(degrees: float) -> float:
        heights = y - x * numpy.tan(numpy.radians(degrees))
        low, high = heights.min(), heights.max()
        counts, _ = numpy.histogram(heights, bins=max(int((high - low) / scale), 8))
        return float((numpy.diff(counts) ** 2).sum())

    steps = int(MOST_SKEW / COARSE)
    rough = max((k * COARSE for k in range(-steps, steps + 1)), key=sharpness)
    near = int(COARSE / FINE)
    return max((rough + k * FINE for k in range(-near, near + 1)), key=sharpness)


def straighten(picture: Picture) -> Picture:
    """The picture turned about its middle so that its lines are level; what comes in at the corners is white."""
    import cv2

    degrees = find_skew(find_ink(picture.pixels, picture.scale), picture.scale)
    if abs(degrees) < LEAST_SKEW:
        return picture
    height, width = picture.pixels.shape
    matrix = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), degrees, 1.0)
    turned = cv2.warpAffine(picture.pixels, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=255)
    return picture._replace(pixels=turned)
