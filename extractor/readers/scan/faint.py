"""Rules that go on too faintly to be ink. In come the rules of a picture and its grey pixels, out come the rules with ends drawn further.

A copier loses parts of thin rules. Where a rule ends before the next one that crosses its way, the way between is looked at as a whole:
a line that no pixel shows is still darker, on average, than the paper on both of its sides, all along.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractor.readers.scan.engine import Image, PixelBox
from extractor.readers.scan.rules import LEAST_LENGTH, REACH, WITHIN, Line, joined

WINDOW = 10.0
"""Points of the way that are looked at together."""
WIDE, NEAR = 3.0, 1.0
"""Points across that are looked at; the line's own are nearer to its middle than the paper that it is compared with."""
DARKER = 7.0
"""Grey levels that a line is darker than the paper on each side. The mean of a window differs by less when nothing is there."""
MEAN = 11.0
"""The same for the whole way: short ones have few windows."""
SEEN = 0.8
"""Share of the windows of a way that must show the line."""
SHORT, CLEAR = 2.0, 14.0
"""The same two for pieces between two rules that do not touch their line: a letter does not reach from rule to rule."""
PAPER, GREY = 50, 12.0
"""Percentile of the pixels along a way that is paper, and the grey levels by which white differs from it."""


def _windows(
    pixels: Image, line: Line, start: float, end: float, scale: float, window: float = WINDOW
) -> Iterator[Image]:
    """Pieces of the way from `start` to `end`: rows across the line, from above (left) to below (right)."""
    half, step = round(WIDE * scale), max(round(window * scale), 4)
    low = round(line.pos) - half
    if low < 0:
        return
    for begin in range(int(start), max(int(end) - step // 2, int(start) + 1), step):
        along, across = slice(begin, min(begin + step, int(end) + 1)), slice(low, low + 2 * half + 1)
        piece = pixels[across, along] if line.horizontal else pixels[along, across].T
        if piece.shape[0] == 2 * half + 1 and piece.shape[1] > 1:
            yield piece


def _contrast(piece: Image, scale: float) -> float:
    """By how many grey levels a line in the middle of a piece is darker than both of its sides."""
    import numpy

    profile, own = piece.astype(float).mean(axis=1), max(round(NEAR * scale), 1)
    middle = len(profile) // 2
    dark = profile[middle - own : middle + own + 1].min()
    return float(min(numpy.median(profile[: middle - own]), numpy.median(profile[middle + own + 1 :])) - dark)


def is_seen(pixels: Image, line: Line, start: float, end: float, scale: float) -> bool:
    """Whether a line goes on between two places along it, however faintly."""
    found = [_contrast(piece, scale) for piece in _windows(pixels, line, start, end, scale)]
    shown = sum(contrast >= DARKER for contrast in found)
    return bool(found) and shown >= SEEN * len(found) and sum(found) >= MEAN * len(found)


def is_clear(pixels: Image, line: Line, start: float, end: float, scale: float) -> bool:
    """Whether a line is plain to see all the way between two places, with white on both sides, where letters have neighbours."""
    import numpy

    windows = list(_windows(pixels, line, start + scale, end - scale, scale, SHORT))
    if len(windows) < 2:
        return False
    half, own = windows[0].shape[0] // 2, max(round(NEAR * scale), 1)
    paper = float(numpy.percentile(numpy.concatenate(windows, axis=1), PAPER))
    for piece in windows:
        white = min(float(piece[: half - own].mean()), float(piece[half + own + 1 :].mean()))
        if white < paper - GREY or _contrast(piece, scale) < CLEAR:
            return False
    return True


def _goes_on(pixels: Image, line: Line, start: float, end: float, scale: float, text: Sequence[PixelBox]) -> bool:
    """Whether a line reaches from one place to another. Letters on the way could be taken for it, so it must be plain to see there."""
    if not is_seen(pixels, line, start, end, scale):
        return False
    way = line._replace(start=start, end=end)
    return not any(_crosses(way, box) for box in text) or (
        not line.horizontal and is_clear(pixels, line, start, end, scale)
    )


def _crosses(line: Line, box: PixelBox) -> bool:
    x0, top, x1, bottom = box
    along, across = ((x0, x1), (top, bottom)) if line.horizontal else ((top, bottom), (x0, x1))
    least = WITHIN[0] * (bottom - top) if line.horizontal else 0.0
    return across[0] + least < line.pos < across[1] - least and along[0] < line.end and along[1] > line.start


def _pieces(line: Line, crossing: Sequence[float], pixels: Image, scale: float) -> Iterator[Line]:
    """What stands of an upright line in low rows away from it."""
    for top, bottom in pairwise(crossing):
        away = bottom <= line.start or top >= line.end
        if away and bottom - top < LEAST_LENGTH * scale and is_clear(pixels, line, top, bottom, scale):
            yield line._replace(start=top, end=bottom)


def prolonged(lines: Sequence[Line], pixels: Image, scale: float, text: Sequence[PixelBox] = ()) -> list[Line]:
    """The lines, each drawn on to the crossing lines that it is seen to reach, and pieces of upright ones in rows too low for others.

    `text`: boxes around lines of text.
    """
    reach = REACH * scale
    found = []
    for line in lines:
        beyond = sorted(
            c.pos for c in lines if c.horizontal != line.horizontal and c.start - reach <= line.pos <= c.end + reach
        )
        for place in (p for p in beyond if p > line.end + 1):
            if not _goes_on(pixels, line, line.end, place, scale, text):
                break
            line = line._replace(end=place)
        for place in (p for p in reversed(beyond) if p < line.start - 1):
            if not _goes_on(pixels, line, place, line.start, scale, text):
                break
            line = line._replace(start=place)
        found.append(line)
        found += [] if line.horizontal else _pieces(line, beyond, pixels, scale)
    return [
        line for horizontal in (True, False) for line in joined([i for i in found if i.horizontal is horizontal], scale)
    ]
