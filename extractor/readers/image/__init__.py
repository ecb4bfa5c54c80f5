"""Images of pages: PNG, JPEG and TIFF with one or many pages. In: a path. Out: a `Page` per image, read as a scanned page is.

One page is decoded at a time, under limits that are checked before decoding. Without the packages of `lkip-extractor[scan]` a page is
named as unread. A page's size comes from the resolution in the file when that gives a page people print on, else A4 is taken.
"""

from extractor.readers.image.document import ImageDocument, open_image
from extractor.readers.image.limits import ImageLimits
from extractor.readers.image.page import read_image

__all__ = ["ImageDocument", "ImageLimits", "open_image", "read_image"]
