"""Read a part of a page again: the words whose letters mean nothing. In: a page with `lost` words. Out: the page with what OCR reads there.

The rest keeps its text layer, which knows figures better than any picture. Everything but the lost lines is whitened first, so that nothing
is read twice.
"""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import structs

from extractor.model.page import OtherReading, Page, PageText, Word
from extractor.model.place import BBox, union
from extractor.readers.pdf import Document
from extractor.readers.scan import PART
from extractor.readers.scan.clock import Clock, TooSlow
from extractor.readers.scan.engine import Image, find_lines
from extractor.readers.scan.figures import compare_figures
from extractor.readers.scan.image import render
from extractor.readers.scan.ink import find_ink
from extractor.readers.scan.page import SECONDS, as_word
from extractor.readers.scan.rules import find_rules
from extractor.readers.scan.words import read_words

NEAR = 1.5
"""Of the type size: lost words this near to each other on a line are read together."""
PAD = 0.15
"""Of the type size: room around lost words."""
COVERED = 0.4
"""Of the width of lost words: where OCR's words cover less, it has not read them."""
GAP = 0.3
"""Of the type size: letters of a word are not further apart."""
INNER = 0.5
"""Of the height of a line: where its letters are surely crossed, and rules above and below are not."""
MARGIN = 20
"""White pixels around what is read."""


class _Area(NamedTuple):
    """Lost words of one line that stand near each other, and the box around them."""

    words: list[Word]
    box: BBox


def read_part(document: Document, number: int, page: Page, seconds: float = SECONDS) -> Page:
    """The page with 1-based `number` with OCR's words for its lost ones; `lost` are then those where it reads nothing."""
    import numpy

    picture = render(document, number)
    if picture is None:
        return page
    pixels = numpy.rot90(picture.pixels, -((page.rotation - picture.rotation) // 90 % 4))
    held, left, top, areas = _masked(pixels, _areas(page.lost), page.words, picture.scale)
    try:
        words, figures = _read(held, picture.scale, Clock(seconds))
    except TooSlow:
        return page
    words = [_moved(word, left, top, areas) for word in words]
    figures = [o._replace(x0=o.x0 + left, x1=o.x1 + left, top=o.top + top, bottom=o.bottom + top) for o in figures]
    unread = tuple(word for area in areas if not _is_read(area, words) for word in area.words)
    return structs.replace(
        page, words=(*page.words, *words), figures=tuple(figures), lost=unread, text=PageText("good", PART)
    )


def _read(pixels: Image, scale: float, clock: Clock) -> tuple[list[Word], list[OtherReading]]:
    boxes = find_lines(pixels)
    ruled = find_rules(find_ink(pixels, scale), scale, boxes)
    words, _ = read_words(pixels, boxes, ruled, scale, clock)
    return [as_word(word, scale, 0) for word in words], list(compare_figures(words, pixels, ruled.ink, scale))


def _areas(lost: Sequence[Word]) -> list[_Area]:
    areas: list[_Area] = []
    for word in sorted(lost, key=lambda w: (w.angle, w.top, w.x0)):
        near, pad = NEAR * word.size, PAD * word.size
        box = (word.x0 - pad, word.top - pad, word.x1 + pad, word.bottom + pad)
        for i, area in enumerate(areas):
            x0, top, x1, bottom = area.box
            beside = min(bottom, box[3]) - max(top, box[1]) > (box[3] - box[1]) / 2
            if beside and box[0] - near < x1 and x0 < box[2] + near:
                areas[i] = _Area([*area.words, word], union([area.box, box]))
                break
        else:
            areas.append(_Area([word], box))
    return areas


def _part(box: BBox, scale: float) -> tuple[slice, slice]:
    x0, top, x1, bottom = (max(round(v * scale), 0) for v in box)
    return slice(top, bottom), slice(x0, x1)


def _grown(area: _Area, ink: Image, scale: float) -> _Area:
    """The area drawn out over the letters that begin in it: a font that does not know its letters may not know their widths."""
    x0, top, x1, bottom = area.box
    inner = (bottom - top) * (1 - INNER) / 2
    rows, columns = _part((x0, top + inner, x1, bottom - inner), scale)
    inked = (ink[rows] > 0).any(axis=0)
    gap = max(int(GAP * area.words[0].size * scale), 1)
    left, right = columns.start, min(columns.stop, len(inked))
    while right < len(inked) and inked[max(right - gap, 0) : right + 1].any():
        right += 1
    while left > 0 and inked[left : left + gap].any():
        left -= 1
    return area._replace(box=(left / scale, top, right / scale, bottom))


def _masked(
    pixels: Image, areas: Sequence[_Area], sound: Sequence[Word], scale: float
) -> tuple[Image, float, float, list[_Area]]:
    """The picture of the areas alone, the left and upper edge of it in points, and the areas with all letters that begin in them."""
    import numpy

    rest = pixels.copy()
    for word in sound:
        rest[_part(word.bbox, scale)] = 255
    ink = find_ink(rest, scale)
    grown = [_grown(area, ink, scale) for area in areas]
    white = numpy.full_like(rest, 255)
    for area in grown:
        white[_part(area.box, scale)] = rest[_part(area.box, scale)]
    rows, columns = _part(union([area.box for area in grown]), scale)
    held = numpy.pad(white[rows, columns], MARGIN, constant_values=255)
    return held, (columns.start - MARGIN) / scale, (rows.start - MARGIN) / scale, grown


def _moved(word: Word, left: float, top: float, areas: Sequence[_Area]) -> Word:
    """The word at its place on the page, in the order of the lost word that stood nearest."""
    x0, y0, x1, y1 = word.x0 + left, word.top + top, word.x1 + left, word.bottom + top
    nearest = min((w for area in areas for w in area.words), key=lambda w: abs(w.x0 - x0) + 2 * abs(w.bottom - y1))
    return structs.replace(word, x0=x0, top=y0, x1=x1, bottom=y1, order=nearest.order)


def _is_read(area: _Area, words: Sequence[Word]) -> bool:
    x0, top, x1, bottom = area.box
    inside = [w for w in words if x0 <= (w.x0 + w.x1) / 2 <= x1 and top <= (w.top + w.bottom) / 2 <= bottom]
    return sum(w.x1 - w.x0 for w in inside) >= COVERED * (x1 - x0)
