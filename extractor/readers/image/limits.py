"""What a file of images may cost. In: nothing. Out: `ImageLimits`, every bound with a name and a default."""

import msgspec

from extractor.model.options import Bounds


class ImageLimits(msgspec.Struct, frozen=True):
    """Bounds on one file. `max_pixels` of one page: A3 at 600 dots per inch has 70 million; `max_pages` of one TIFF."""

    max_pixels: int = 100_000_000
    max_pages: int = 5_000

    @classmethod
    def within(cls, bounds: Bounds) -> "ImageLimits":
        """The usual ones, within what is asked for."""
        return cls(max_pixels=bounds.image_megapixels * 1_000_000)
