"""One page: open it, ask `chars`, `words` and `paths` what stands on it, judge its text layer."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from extractor.model.page import Page, PageText, Word
from extractor.readers.pdf.chars import Char, read_chars, turned
from extractor.readers.pdf.document import Document
from extractor.readers.pdf.layer import covers, judge
from extractor.readers.pdf.paths import read_paths
from extractor.readers.pdf.view import View
from extractor.readers.pdf.words import build_words

COVERED = "image over its text"
"""Why the text of a page cannot be seen although it is painted."""


def unreadable(number: int, reason: str) -> Page:
    """A page that PDFium cannot open, so that it keeps its number and is named."""
    return Page(number, 0.0, 0.0, 0, (), (), (), (), PageText("absent", reason))


@contextmanager
def _opened(document: Document, number: int) -> Iterator[Any]:
    """PDFium's page with 1-based `number`; None when it cannot be opened."""
    import pypdfium2.raw as pdfium

    handle = pdfium.FPDF_LoadPage(document.handle, number - 1)
    try:
        yield handle or None
    finally:
        if handle:
            pdfium.FPDF_ClosePage(handle)
        document.page_is_closed()


def _view(handle: Any) -> View:
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(handle, ctypes.byref(box))
    return View(
        min(box.left, box.right),
        min(box.bottom, box.top),
        abs(box.right - box.left),
        abs(box.top - box.bottom),
        pdfium.FPDFPage_GetRotation(handle) % 4,
    )


def _chars(handle: Any, view: View, hidden: bool) -> tuple[list[Char], View]:
    """The characters and the view that shows them upright."""
    import pypdfium2.raw as pdfium

    textpage = pdfium.FPDFText_LoadPage(handle)
    try:
        chars = read_chars(textpage, view, hidden) if textpage else []
        angle = turned(chars)
        if angle:
            view = view.upright(angle)
            chars = read_chars(textpage, view, hidden)
        return chars, view
    finally:
        if textpage:
            pdfium.FPDFText_ClosePage(textpage)


def _is_painted_over(handle: Any) -> bool:
    """Whether all text of the page was drawn before its last image."""
    import pypdfium2.raw as pdfium

    objects = (pdfium.FPDFPage_GetObject(handle, i) for i in range(pdfium.FPDFPage_CountObjects(handle)))
    kinds = [pdfium.FPDFPageObj_GetType(item) for item in objects]
    texts = [i for i, kind in enumerate(kinds) if kind == pdfium.FPDF_PAGEOBJ_TEXT]
    images = [i for i, kind in enumerate(kinds) if kind == pdfium.FPDF_PAGEOBJ_IMAGE]
    return bool(texts and images) and texts[-1] < images[-1]


def read_page(document: Document, number: int) -> Page:
    """The page with 1-based `number`, as a reader would hold it: content that lies on its side is turned upright."""
    with _opened(document, number) as handle:
        if handle is None:
            return unreadable(number, "page cannot be opened")
        chars, view = _chars(handle, _view(handle), hidden=False)
        words = build_words(chars)
        drawn = read_paths(handle, view)
        area = view.shown_width * view.shown_height
        text = judge(words, drawn.images, area)
        if words and covers(drawn.images, area) and _is_painted_over(handle):
            text = PageText("absent", COVERED)
    return Page(
        number=number,
        width=view.shown_width,
        height=view.shown_height,
        rotation=view.turns * 90,
        words=tuple(words),
        rules=tuple(drawn.rules),
        fills=tuple(drawn.fills),
        images=tuple(drawn.images),
        text=text,
    )


def read_hidden(document: Document, number: int) -> tuple[Word, ...]:
    """The words of the layer that is not painted (an OCR program's, under the image it was read from); () without one."""
    with _opened(document, number) as handle:
        return () if handle is None else tuple(build_words(_chars(handle, _view(handle), hidden=True)[0]))
