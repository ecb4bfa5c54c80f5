"""Shaded areas of a straight picture: cells and rows that are printed darker. In come its grey pixels, out come fills in points.

Paper between letters tells the shade, so the picture is looked at in small blocks, each as bright as the brightest part of it. An area of
one shade that fills its box is shading; what is uneven is a photograph.
"""

from typing import Any

from extractor.model.page import Fill
from extractor.readers.scan.engine import Image

BLOCK = 3.0
"""Points: the side of a block."""
PAPER = 80
"""Percentile of a block's pixels that is its paper."""
DARKER = 14.0
"""Grey levels that shading is darker than the page's paper."""
EVEN = 9.0
"""Grey levels by which blocks of one shade differ (standard deviation)."""
FULL = 0.9
"""Of its box that shading covers."""
LEAST_WIDTH, LEAST_HEIGHT = 24.0, 8.0
"""Points."""
LEVELS = 16
"""Grey levels of one colour."""


def _blocks(pixels: Image, side: int) -> Any:
    import numpy

    height, width = (n // side for n in pixels.shape)
    cut = pixels[: height * side, : width * side].reshape(height, side, width, side)
    return numpy.percentile(cut.swapaxes(1, 2).reshape(height, width, side * side), PAPER, axis=2)


def _edges(pixels: Image, box: tuple[int, int, int, int], side: int, level: float) -> tuple[int, int, int, int]:
    """The box of an area, known to a block, to the pixel."""
    import numpy

    x0, top, x1, bottom = box
    y0, y1 = max(top - side, 0), min(bottom + side, pixels.shape[0])
    rows = numpy.percentile(pixels[y0:y1, x0:x1], PAPER, axis=1) < level
    z0, z1 = max(x0 - side, 0), min(x1 + side, pixels.shape[1])
    columns = numpy.percentile(pixels[top:bottom, z0:z1], PAPER, axis=0) < level
    if not rows.any() or not columns.any():
        return box
    (ys,), (xs,) = rows.nonzero(), columns.nonzero()
    return z0 + int(xs[0]), y0 + int(ys[0]), z0 + int(xs[-1]) + 1, y0 + int(ys[-1]) + 1


def find_shades(pixels: Image, scale: float) -> list[Fill]:
    """The shaded areas from top to bottom; `scale` in pixels per point."""
    import cv2
    import numpy

    side = max(round(BLOCK * scale), 2)
    blocks = _blocks(pixels, side)
    paper = float(numpy.median(blocks))
    mask = (blocks < paper - DARKER).astype("uint8")
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=4)
    found = []
    for number in range(1, count):
        x, y, width, height, area = stats[number].tolist()
        if width * side < LEAST_WIDTH * scale or height * side < LEAST_HEIGHT * scale or area < FULL * width * height:
            continue
        inside = blocks[labels == number]
        if float(inside.std()) > EVEN:
            continue
        shade = float(numpy.median(inside))
        box = (x * side, y * side, (x + width) * side, (y + height) * side)
        x0, top, x1, bottom = (v / scale for v in _edges(pixels, box, side, (shade + paper) / 2))
        grey = int(shade // LEVELS * LEVELS)
        found.append(Fill(x0, top, x1, bottom, colour=grey << 16 | grey << 8 | grey))
    return found
