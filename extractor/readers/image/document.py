"""Open a file of images and count its pages without decoding one; say in words why it cannot be opened."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from extractor.model.errors import DamagedInput, TooLarge
from extractor.readers.image.limits import ImageLimits

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = ("PNG", "JPEG", "TIFF")
DECODE_ERRORS = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    OverflowError,
    IndexError,
    KeyError,
    TypeError,
    RuntimeError,
)
"""What Pillow raises for bytes that are no image; there is no common class of them."""


class ImageDocument(NamedTuple):
    """An open file; `image` stands at the page that was sought last."""

    image: "Image"
    n_pages: int
    limits: ImageLimits


@contextmanager
def open_image(path: Path, limits: ImageLimits | None = None) -> Iterator[ImageDocument]:
    """The open file. Raises `DamagedInput`, `TooLarge` (more pages than allowed, or a single page with too many pixels)."""
    from PIL import Image

    limits = limits or ImageLimits()
    with warnings.catch_warnings():
        # Pillow only warns of what `max_pixels` refuses, and of odd tags that do not matter here.
        warnings.simplefilter("ignore")
        try:
            image = Image.open(path, formats=FORMATS)
        except Image.DecompressionBombError as error:
            raise too_large("max_pixels", limits.max_pixels) from error
        except DECODE_ERRORS as error:
            raise _damaged() from error
        with image:
            n_pages = _count(image, limits)
            if n_pages == 1 and image.width * image.height > limits.max_pixels:
                raise too_large("max_pixels", limits.max_pixels)
            yield ImageDocument(image, n_pages, limits)


def _count(image: "Image", limits: ImageLimits) -> int:
    """The pages of a TIFF, counted by going from one to the next; other formats have one page, whatever they say (APNG, MPO)."""
    from PIL import Image

    if image.format != "TIFF":
        return 1
    count = 0
    try:
        while True:
            image.seek(count)
            count += 1
            if count > limits.max_pages:
                raise too_large("max_pages", limits.max_pages)
    except Image.DecompressionBombError:
        # The page is there; reading it says that it is too large.
        return count + 1
    except DECODE_ERRORS as error:
        if count == 0:
            raise _damaged() from error
        return count


def too_large(name: str, limit: int) -> TooLarge:
    """The error for a limit that was passed; `name` is the field of `ImageLimits`."""
    return TooLarge(
        message_id=f"Gambar ini melampaui batas {name} ({limit:,}).",
        message_en=f"This image goes beyond the limit {name} ({limit:,}).",
        advice_id="Pindai ulang dengan 300 dpi, atau bagi berkas itu.",
        advice_en="Scan it again at 300 dpi, or split the file.",
    )


def _damaged() -> DamagedInput:
    return DamagedInput(
        code="image-damaged",
        message_id="Gambar ini rusak (corrupt) atau terpotong.",
        message_en="This image is corrupt or cut off.",
        advice_id="Mintalah salinan yang utuh, atau buka gambar itu dan simpan ulang sebagai PNG.",
        advice_en="Get a complete copy, or open the image and save it again as PNG.",
    )
