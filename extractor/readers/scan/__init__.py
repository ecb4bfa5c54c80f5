"""Read a page that is only an image: in goes a page of an open PDF, out comes the same `Page` value that a text layer gives.

The image is set upright and straight, its rules are found by OpenCV, its words by rapidocr; tesseract, where it is installed, reads the
figures once more. Needs the optional packages of
`lkip-extractor[scan]`; nothing heavy is imported before a page is read.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractor.readers.scan.cache import Cache
    from extractor.readers.scan.engine import available
    from extractor.readers.scan.image import Picture
    from extractor.readers.scan.page import read_scan, read_within
    from extractor.readers.scan.part import read_part
    from extractor.readers.scan.same import Same
    from extractor.readers.scan.second import engine_names

__all__ = [
    "BLANK",
    "PART",
    "REASON",
    "Cache",
    "Picture",
    "Same",
    "available",
    "engine_names",
    "read_part",
    "read_scan",
    "read_within",
]
REASON = "ocr"
"""Why a page is good whose words were read by OCR."""
PART = "ocr of a part"
"""The same of a page with a text layer, of which a part was read by OCR."""
BLANK = "blank image"
"""Why a page is good on whose image nothing is printed."""
_MODULES = {
    "Cache": "cache",
    "available": "engine",
    "Picture": "image",
    "read_part": "part",
    "Same": "same",
    "read_scan": "page",
    "read_within": "page",
    "engine_names": "second",
}


def __getattr__(name: str) -> Any:
    """Modules are loaded when a page asks for them: most reports have none that does."""
    if name not in _MODULES:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
