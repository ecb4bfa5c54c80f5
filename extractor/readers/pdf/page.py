"""One page: open it, ask `chars`, `words` and `paths` what stands on it, judge its text layer."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from extractor.model.page import LOST, Page, PageText, Word
from extractor.readers.pdf.bounds import TooMuchText, check_amount
from extractor.readers.pdf.chars import NO_LETTER, NOTHING, Chars, read_chars, turned
from extractor.readers.pdf.document import Document
from extractor.readers.pdf.drawn import is_drawn
from extractor.readers.pdf.garbled import garbled_fonts, meaningless
from extractor.readers.pdf.layer import BLANK, SHAPELESS, covers, judge
from extractor.readers.pdf.paths import read_paths
from extractor.readers.pdf.view import View
from extractor.readers.pdf.words import build_words

LOST_SHARE = 0.5
"""Of the characters of a page: where more are not to be believed, nothing of the page is."""
REPLACEMENT = "\ufffd"
COVERED = "image over its text"
"""Why the text of a page cannot be seen although it is painted."""


def unreadable(number: int, reason: str) -> Page:
    """A page that is not read, so that it keeps its number and is named."""
    return Page(number, 0.0, 0.0, 0, (), (), (), (), PageText("absent", reason))


@contextmanager
def _opened(document: Document, number: int) -> Iterator[Any]:
    """PDFium's page with 1-based `number`; None when it cannot be opened."""
    from extractor.readers.pdf.library import pdfium

    handle = pdfium.FPDF_LoadPage(document.handle, number - 1)
    try:
        yield handle or None
    finally:
        if handle:
            pdfium.FPDF_ClosePage(handle)
        document.page_is_closed()


def _view(handle: Any) -> View:
    from extractor.readers.pdf.library import pdfium

    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(handle, ctypes.byref(box))
    return View(
        min(box.left, box.right),
        min(box.bottom, box.top),
        abs(box.right - box.left),
        abs(box.top - box.bottom),
        pdfium.FPDFPage_GetRotation(handle) % 4,
    )


class _Print(NamedTuple):
    """The characters of a page, the view that shows them upright, the `order` of those that have no meaning, and whether they are
    drawn."""

    chars: Chars
    view: View
    unmapped: frozenset[int]
    seen: bool = True


def _print(handle: Any, view: View, hidden: bool, most: int) -> _Print:
    """Raises `TooMuchText` for more than `most` characters."""
    from extractor.readers.pdf.library import pdfium

    textpage = pdfium.FPDFText_LoadPage(handle)
    try:
        if not textpage:
            return _Print(NOTHING, view, frozenset())
        check_amount(textpage, most)
        chars = read_chars(textpage, view, hidden)
        angle = turned(chars)
        if angle:
            view = view.upright(angle)
            chars = read_chars(textpage, view, hidden)
        return _Print(chars, view, meaningless(textpage, chars), is_drawn(textpage, chars))
    finally:
        if textpage:
            pdfium.FPDFText_ClosePage(textpage)


class _Text(NamedTuple):
    """The words that can be believed, those that cannot with the reason, and how many characters these have of the page's."""

    words: list[Word]
    lost: list[Word]
    reason: str = ""
    share: float = 0.0


def _shown(chars: Chars, unmapped: frozenset[int]) -> Chars:
    """Characters of a font that is not to be believed; glyphs whose numbers are those of spaces are letters, too."""
    printed = zip(chars.text, chars.order, strict=True)
    texts = [REPLACEMENT if t == NO_LETTER or (t == " " and order in unmapped) else t for t, order in printed]
    return chars._replace(text=texts)


def _text(chars: Chars, unmapped: frozenset[int]) -> _Text:
    words = build_words(chars)
    reasons = garbled_fonts(chars, words, unmapped)
    if not reasons and not any(NO_LETTER in word.text for word in words):
        return _Text(words, [])
    is_lost = [style.font in reasons for style in chars.style]
    sound = build_words(chars.picked([i for i, lost in enumerate(is_lost) if not lost and chars.text[i] != NO_LETTER]))
    lost = build_words(_shown(chars.picked([i for i, lost in enumerate(is_lost) if lost]), unmapped))
    count = sum(len(word.text) for word in lost)
    total = count + sum(len(word.text) for word in sound)
    return _Text(sound, lost, "; ".join(sorted(set(reasons.values()))), count / max(total, 1))


def _is_painted_over(handle: Any) -> bool:
    """Whether all text of the page was drawn before its last image."""
    from extractor.readers.pdf.library import pdfium

    objects = (pdfium.FPDFPage_GetObject(handle, i) for i in range(pdfium.FPDFPage_CountObjects(handle)))
    kinds = [pdfium.FPDFPageObj_GetType(item) for item in objects]
    texts = [i for i, kind in enumerate(kinds) if kind == pdfium.FPDF_PAGEOBJ_TEXT]
    images = [i for i, kind in enumerate(kinds) if kind == pdfium.FPDF_PAGEOBJ_IMAGE]
    return bool(texts and images) and texts[-1] < images[-1]


def read_page(document: Document, number: int) -> Page:
    """The page with 1-based `number`, as a reader would hold it: content that lies on its side is turned upright."""
    from extractor.readers.pdf.library import pdfium

    with _opened(document, number) as handle:
        if handle is None:
            return unreadable(number, "page cannot be opened")
        try:
            chars, view, unmapped, seen = _print(handle, _view(handle), hidden=False, most=document.most_characters)
        except TooMuchText as excess:
            return unreadable(number, str(excess))
        text = _text(chars, unmapped)
        drawn = read_paths(handle, view)
        area = view.shown_width * view.shown_height
        if not seen:
            text = _Text([*text.words, *text.lost], [], SHAPELESS, 1.0)
        whole = text.share > LOST_SHARE
        verdict = PageText("implausible", text.reason) if whole else judge(text.words, drawn.images, area)
        if verdict.verdict == "good" and text.lost:
            verdict = PageText("good", text.reason)
        if verdict.reason == BLANK and not pdfium.FPDFPage_CountObjects(handle) and _is_emptied(document, number):
            verdict = PageText("absent", LOST)
        if chars.text and covers(drawn.images, area) and _is_painted_over(handle):
            verdict = PageText("absent", COVERED)
    return Page(
        number=number,
        width=view.shown_width,
        height=view.shown_height,
        rotation=view.turns * 90,
        words=tuple(sorted([*text.words, *text.lost], key=lambda w: w.order)) if whole else tuple(text.words),
        rules=tuple(drawn.rules),
        fills=tuple(drawn.fills),
        images=tuple(drawn.images),
        text=verdict,
        lost=tuple(text.lost) if verdict.verdict == "good" else (),
    )


def _is_emptied(document: Document, number: int) -> bool:
    """Whether a page on which nothing is drawn had content."""
    if number in document.damage.lost:
        return True
    from extractor.readers.pdf.mend import has_lost_content

    return has_lost_content(document.file, document.password, number)


def read_hidden(document: Document, number: int) -> tuple[Word, ...]:
    """The words of the layer that is not painted (an OCR program's, under the image it was read from); () without one."""
    with _opened(document, number) as handle:
        if handle is None:
            return ()
        chars = _print(handle, _view(handle), hidden=True, most=document.most_characters).chars
        return tuple(build_words(chars.picked([i for i, text in enumerate(chars.text) if text != NO_LETTER])))
