"""Is the text of a page drawn at all? An open text page and its visible characters in, yes or no out.

Where a font lacks its glyphs nothing is seen, and PDFium takes equal texts for one and drops the others. Its text objects are lines without
height then. Asked of a sample spread over the page.
"""

import ctypes
from typing import Any

from extractor.readers.pdf.chars import Chars

SAMPLE = 20
SHARE = 0.5
"""Of the sample: where more is not drawn, nobody sees the text."""


def is_drawn(textpage: Any, chars: Chars) -> bool:
    """Whether what stands there can be seen."""
    printed = [order for order, text in zip(chars.order, chars.text, strict=True) if text != " "]
    sample = printed[:: len(printed) // SAMPLE + 1]
    return sum(_is_flat(textpage, index) for index in sample) <= SHARE * len(sample)


def _is_flat(textpage: Any, index: int) -> bool:
    import pypdfium2.raw as pdfium

    edges = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(pdfium.FPDFText_GetTextObject(textpage, index), *map(ctypes.byref, edges)):
        return False
    left, bottom, right, top = (edge.value for edge in edges)
    return (left < right and bottom == top) or (bottom < top and left == right)
