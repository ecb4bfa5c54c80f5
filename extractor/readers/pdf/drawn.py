"""Is the text of a page drawn at all? An open text page and its visible characters in, yes or no out.

Where a font lacks its glyphs nothing is seen, and PDFium takes equal texts for one and drops the others. Its text objects are lines without
height then. Asked of a sample spread over the page.
"""

from itertools import compress
from typing import Any

from extractor.readers.pdf.calls import Four, calls, handle_of
from extractor.readers.pdf.chars import Chars

SAMPLE = 20
SHARE = 0.5
"""Of the sample: where more is not drawn, nobody sees the text."""


def is_drawn(textpage: Any, chars: Chars) -> bool:
    """Whether what stands there can be seen."""
    printed = [*compress(chars.order, map(" ".__ne__, chars.text))]
    sample = printed[:: len(printed) // SAMPLE + 1]
    objects = [calls().text_object(handle_of(textpage), index) for index in sample]
    return sum(_is_flat(calls().bounds(item)) for item in objects) <= SHARE * len(sample)


def _is_flat(bounds: Four) -> bool:
    left, bottom, right, top = bounds
    return (left < right and bottom == top) or (bottom < top and left == right)
