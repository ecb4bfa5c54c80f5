"""One page: open it, ask `chars`, `words` and `paths` what stands on it, judge its text layer."""

import ctypes

from extractor.model.page import Page, PageText
from extractor.readers.pdf.chars import read_chars, turned
from extractor.readers.pdf.document import Document
from extractor.readers.pdf.layer import judge
from extractor.readers.pdf.paths import read_paths
from extractor.readers.pdf.view import View
from extractor.readers.pdf.words import build_words


def unreadable(number: int, reason: str) -> Page:
    """A page that PDFium cannot open, so that it keeps its number and is named."""
    return Page(number, 0.0, 0.0, 0, (), (), (), (), PageText("absent", reason))


def read_page(document: Document, number: int) -> Page:
    """The page with 1-based `number`, as a reader would hold it: content that lies on its side is turned upright."""
    import pypdfium2.raw as pdfium

    handle = pdfium.FPDF_LoadPage(document.handle, number - 1)
    if not handle:
        return unreadable(number, "page cannot be opened")
    try:
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(handle, ctypes.byref(box))
        rotation = pdfium.FPDFPage_GetRotation(handle) % 4
        view = View(
            min(box.left, box.right),
            min(box.bottom, box.top),
            abs(box.right - box.left),
            abs(box.top - box.bottom),
            rotation,
        )
        textpage = pdfium.FPDFText_LoadPage(handle)
        try:
            chars = read_chars(textpage, view) if textpage else []
            angle = turned(chars)
            if angle:
                view = view.upright(angle)
                chars = read_chars(textpage, view)
        finally:
            if textpage:
                pdfium.FPDFText_ClosePage(textpage)
        words = build_words(chars)
        drawn = read_paths(handle, view)
    finally:
        pdfium.FPDF_ClosePage(handle)
    return Page(
        number=number,
        width=view.shown_width,
        height=view.shown_height,
        rotation=view.turns * 90,
        words=tuple(words),
        rules=tuple(drawn.rules),
        fills=tuple(drawn.fills),
        images=tuple(drawn.images),
        text=judge(words, drawn.images, view.shown_width * view.shown_height),
    )
