"""What a file of images may cost. In: nothing. Out: `ImageLimits`, every bound with a name and a default."""

import msgspec


class ImageLimits(msgspec.Struct, frozen=True):
    """Bounds on one file. `max_pixels` of one page: A3 at 600 dots per inch has 70 million; `max_pages` of one TIFF."""

    max_pixels: int = 100_000_000
    max_pages: int = 5_000
