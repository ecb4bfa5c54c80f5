"""How sure the figures of a scanned page are. In come its words in pixels, out come its figures; not sure are those that a second engine
reads differently, or not at all, or that the first is unsure of where there is no second.

Digits and marks are compared, not values: what `1.250,000` means is for those who know the column. What stands in running text is not
compared; nothing is computed from it.
"""

import re
from collections.abc import Sequence

from extractor.model.page import OtherReading
from extractor.readers.scan.engine import Image
from extractor.readers.scan.second import read_figures
from extractor.readers.scan.words import ASCENT, DESCENT, InkWord

FIGURE = re.compile(r"[(-]?(?:rp\.?)?\d[\d.,]*(?:,-)?%?\)?", re.IGNORECASE)
NOT_COMPARED = re.compile(r"[^\d.,]")
PAD = 0.12
"""Of the type size: white kept around a figure."""
ALONE = 0.9
"""Score below which not even a second engine makes a figure sure."""
SURE = 0.98
"""Score of a line below which its figures are not sure without a second reading."""


def _bare(text: str) -> str:
    return NOT_COMPARED.sub("", text).strip(".,")


def _cut(image: Image, word: InkWord) -> Image:
    pad = PAD * word.size
    top, bottom = word.baseline - ASCENT * word.size - pad, word.baseline + DESCENT * word.size + pad
    rows, columns = slice(max(int(top), 0), int(bottom) + 1), slice(max(int(word.x0 - pad), 0), int(word.x1 + pad) + 1)
    return image[rows, columns]


def compare_figures(words: Sequence[InkWord], pixels: Image, rest: Image, scale: float) -> tuple[OtherReading, ...]:
    """The figures in points, and whether they are sure. `rest` is the ink without rules."""
    figures = [w for w in words if not w.prose and FIGURE.fullmatch(w.text)]
    figures = [w for w in figures if min(_cut(pixels, w).shape) > 0]
    others = read_figures([(_cut(pixels, w), _cut(rest, w)) for w in figures]) if figures else []
    found = []
    for number, word in enumerate(figures):
        other = others[number] if others is not None else ""
        agree = word.score >= ALONE and _bare(other) == _bare(word.text)
        sure = agree or (others is None and word.score >= SURE)
        top, bottom = word.baseline - ASCENT * word.size, word.baseline + DESCENT * word.size
        x0, y0, x1, y1 = (v / scale for v in (word.x0, top, word.x1, bottom))
        found.append(OtherReading(x0, y0, x1, y1, word.text, _bare(other), round(100 * word.score), sure))
    return tuple(found)
