"""A report whose pages were turned on their way into the archive. In: the bytes of an upright PDF. Out: the same pages, turned.

Two ways occur in archives: the page says by /Rotate how it is to be shown, or its content itself lies on its side (a landscape table
printed on an upright sheet). Both, and both together, are dealt out over the pages in turn.
"""

import io
from itertools import cycle

import pikepdf

CARA = ((90, 0), (0, 0), (90, 90), (0, 180), (270, 0), (180, 180), (0, 270))
"""(degrees by which the content is turned counter-clockwise, /Rotate) of one page after the other. `(90, 90)` and `(180, 180)` are
shown upright; of the others a reader tilts the head."""


def berputar(data: bytes) -> bytes:
    """The PDF with its pages turned by `CARA`; the same bytes for the same PDF."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page, (content, rotate) in zip(pdf.pages, cycle(CARA), strict=False):
            _turn(page, content)
            page.Rotate = rotate
        pdf.save(target, deterministic_id=True)
    return target.getvalue()


def _turn(page: pikepdf.Page, degrees: int) -> None:
    """Turn the content and the sheet counter-clockwise by `degrees`."""
    x0, y0, x1, y1 = (float(side) for side in page.mediabox)
    wide, high = x1 - x0, y1 - y0
    matrix = {90: (0, 1, -1, 0, high, 0), 180: (-1, 0, 0, -1, wide, high), 270: (0, -1, 1, 0, 0, wide)}.get(degrees)
    if matrix is None:
        return
    page.contents_add(" ".join(("q", *map(str, matrix), "cm\n")).encode(), prepend=True)
    page.contents_add(b"\nQ")
    page.mediabox = pikepdf.Rectangle(0, 0, *((high, wide) if degrees in (90, 270) else (wide, high)))
