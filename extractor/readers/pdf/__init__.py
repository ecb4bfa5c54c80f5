"""Read a PDF's pages once, through PDFium: in goes a file, out come `Page` values with words, rules, fills and images.

Nothing is interpreted here. Boxes are those of the page as a reader sees it (rotation and crop box applied). Text that a
reader cannot see (invisible, outside of the page or of its clip path, smaller than a point) is left out.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from extractor.model.page import Page
from extractor.readers.pdf.document import open_document
from extractor.readers.pdf.page import read_page


def count_pages(path: Path, password: str | None = None) -> int:
    """The number of pages. Raises InputError as `read_pages` does."""
    with open_document(path, password) as document:
        return document.n_pages


def read_pages(path: Path, pages: Sequence[int] | None = None, password: str | None = None) -> Iterator[Page]:
    """The pages in order, one at a time (1-based numbers in `pages`; None for all).

    Raises:
        DamagedInput: the file is no readable PDF, or has no page.
        EncryptedInput: neither the empty password nor `password` opens it.
    """
    with open_document(path, password) as document:
        for number in pages if pages is not None else range(1, document.n_pages + 1):
            if 1 <= number <= document.n_pages:
                yield read_page(document, number)
