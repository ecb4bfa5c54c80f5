"""Pages that are one and the same image are read once: some scanners and most bombs repeat a sheet. In: pages, out: pages."""

from collections.abc import Callable

from msgspec.structs import replace

from extractor.model.page import Page
from extractor.readers.pdf import Document
from extractor.readers.scan.image import fingerprint

MOST = 16
"""Pages that are remembered."""


class Same:
    """What was read of the last images of one document."""

    def __init__(self) -> None:
        self._read: dict[bytes, Page] = {}

    def take(self, document: Document, number: int, read: Callable[[], Page]) -> Page:
        """What was read of an image that is the whole of the page with 1-based `number`, or what `read` gives."""
        key = fingerprint(document, number)
        if key is None:
            return read()
        page = self._read.pop(key, None) or read()
        self._read[key] = page
        if len(self._read) > MOST:
            del self._read[next(iter(self._read))]
        return replace(page, number=number)
