"""One page of a file of images: decode it to grey, find its resolution, give it to the scan reader."""

import math
from typing import TYPE_CHECKING

from extractor.model.options import Bounds
from extractor.model.page import Page, PageText
from extractor.readers import scan
from extractor.readers.image.document import DECODE_ERRORS, ImageDocument

if TYPE_CHECKING:
    from PIL.Image import Image

A4_LONG, A4_SHORT = 841.9, 595.3
"""Points."""
LONG_SIDE = (350.0, 1250.0)
"""Points: the longer side of paper that reports are printed on, A5 to A3; a resolution that says otherwise is made up."""
SECONDS = Bounds().ocr_seconds
MOST_DPI = 300.0
MOST_PIXELS = 30_000_000
"""Of the picture that is read; finer ones are made coarser."""
TOO_LARGE = "image too large"
DAMAGED = "image damaged"
NO_TEXT = "image without text"
_ORIENTATION_TAG = 0x0112
_TURNED = {3: 180, 6: 90, 8: 270}
"""EXIF orientation as degrees clockwise by which the image must be turned; mirrored ones do not come from scanners."""


def read_image(document: ImageDocument, number: int, *, can_scan: bool, seconds: float = SECONDS) -> Page:
    """The page with 1-based `number`; one that cannot be read keeps its number and says why, as do all when `can_scan` is False."""
    from PIL import Image

    try:
        document.image.seek(number - 1)
        width, height = document.image.size
        if width * height > document.limits.max_pixels:
            return _unread(number, TOO_LARGE)
        scale = _scale(document.image)
        if not can_scan:
            return _unread(number, NO_TEXT, width / scale, height / scale)
        picture = _picture(document.image, scale)
    except Image.DecompressionBombError:
        return _unread(number, TOO_LARGE)
    except (*DECODE_ERRORS, MemoryError):
        return _unread(number, DAMAGED)
    return scan.read_within(picture, _unread(number, NO_TEXT), seconds)


def _unread(number: int, reason: str, width: float = 0.0, height: float = 0.0) -> Page:
    return Page(number, width, height, 0, (), (), (), (), PageText("absent", reason))


def _scale(image: "Image") -> float:
    """Pixels that make a point: as the file says when that gives a sheet of paper, else as for A4."""
    longer = max(image.size)
    stated = image.info.get("dpi")
    if isinstance(stated, tuple) and len(stated) == 2:
        try:
            dpi = math.sqrt(float(stated[0]) * float(stated[1]))
        except (TypeError, ValueError, ZeroDivisionError):
            dpi = 0.0
        if math.isfinite(dpi) and dpi > 0 and LONG_SIDE[0] <= longer * 72 / dpi <= LONG_SIDE[1]:
            return dpi / 72
    return longer / A4_LONG


def _picture(image: "Image", scale: float) -> scan.Picture:
    import numpy

    turned = _TURNED.get(image.getexif().get(_ORIENTATION_TAG, 1), 0)
    shrink = min(MOST_DPI / 72 / scale, math.sqrt(MOST_PIXELS / (image.width * image.height)), 1.0)
    size = (max(round(image.width * shrink), 1), max(round(image.height * shrink), 1))
    grey = _grey(image, shrink)
    if grey.size != size:
        grey = grey.resize(size, reducing_gap=2.0)
    pixels = numpy.rot90(numpy.asarray(grey, dtype=numpy.uint8), -turned // 90)
    return scan.Picture(numpy.ascontiguousarray(pixels), scale * shrink, turned)


def _grey(image: "Image", shrink: float) -> "Image":
    """The image in 8-bit grey on white paper."""
    from PIL import Image

    if image.format == "JPEG":
        # The decoder itself can leave out pixels that are not needed.
        image.draft("L", (round(image.width * shrink), round(image.height * shrink)))
    if image.mode.startswith(("I", "F")):
        return _eight_bits(image)
    if "A" in image.getbands() or "transparency" in image.info:
        image = image.convert("RGBA")
        paper = Image.new("RGBA", image.size, "white")
        paper.alpha_composite(image)
        return paper.convert("L")
    return image.convert("L")


def _eight_bits(image: "Image") -> "Image":
    """Sixteen or more bits a pixel, stretched from black to white."""
    import numpy
    from PIL import Image

    values = numpy.asarray(image, dtype=numpy.float32)
    low, high = float(values.min()), float(values.max())
    span = high - low
    if not math.isfinite(span) or span <= 0:
        return Image.new("L", image.size, 255)
    return Image.fromarray(((values - low) * (255.0 / span)).astype(numpy.uint8))
