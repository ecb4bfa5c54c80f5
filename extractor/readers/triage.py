"""Which reading of a page is taken: its text layer, what OCR reads in its image, or the layer that a scanner's program hid under the image.

In comes a page as its text layer gives it, out comes the page that is taken. A layer that is not taken is kept beside (`Page.layer`),
with the reason and what both readings are worth, so that nothing is lost and nothing is delivered in silence.

A layer under an image was read by an unknown program from the same image, so our own reading goes before it: it knows rules, cells and
how sure it is. The hidden one is taken only where ours is not legible and it reads like language.

Where one font of a good page has no meaning, only its words are read from the image; the rest keeps the text layer.
"""

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from extractor.model.body import PageInfo
from extractor.model.page import LOST, Layer, Page, PageText, Word
from extractor.readers import scan
from extractor.readers.pdf import Document, read_hidden, share_of_words

HIDDEN = "hidden text layer"
"""Why a page is good whose words come from the layer under its image."""
LIKE_LANGUAGE = 75
"""Percent of a hidden layer's longer words that must look like words."""
BROKEN = "page cannot be opened"
PART_UNREAD = "a part of its text has no meaning"
"""Why a page is good of which a part could not be read."""
LIMIT = "limit: "
"""How the reason of a page that must not be read begins."""

Scanner = Callable[[Document, int, Page], Page]


def percent_of_words(words: Iterable[Word]) -> int | None:
    share = share_of_words(word.text for word in words)
    return None if share is None else round(100 * share)


def is_settled(page: Page) -> bool:
    """Is there no choice: a good text layer, or a page that cannot be opened, holds too much, or has nothing left on it?"""
    settled = page.text.reason in (BROKEN, LOST) or page.text.reason.startswith(LIMIT)
    return settled or (page.text.verdict == "good" and not page.lost)


def settle(document: Document, number: int, page: Page, scanner: Scanner | None) -> Page:
    """The page to take for `page`, which is what the text layer of the page with 1-based `number` gives; `scanner` None without OCR."""
    if is_settled(page):
        return page
    if page.lost:
        return _mended(document, number, page, scanner)
    hidden = page.words or read_hidden(document, number)
    worth = percent_of_words(hidden)
    own = replace(page, words=()) if scanner is None else scanner(document, number, page)
    if not hidden:
        return own
    if own.text.reason == scan.BLANK:
        # Nothing is seen where the layer has text.
        own = replace(own, text=PageText("absent", "no text found in the image"))
    text = " ".join(word.text for word in hidden)
    reason = page.text.reason if page.words else "hidden under the image"
    if scanner is not None and own.text.verdict != "good" and not page.words and (worth or 0) >= LIKE_LANGUAGE:
        kept = Layer(own.text.reason, " ".join(word.text for word in own.words), percent_of_words(own.words), worth)
        rules = own.rules if own.rotation == page.rotation else ()
        return replace(page, words=hidden, rules=rules, text=PageText("good", HIDDEN), layer=kept)
    return replace(own, layer=Layer(reason, text, worth, percent_of_words(own.words)))


def _mended(document: Document, number: int, page: Page, scanner: Scanner | None) -> Page:
    """The page with its lost words read from its image, as far as that can be done."""
    own = page if scanner is None else scanner(document, number, page)
    worth = None if own is page else percent_of_words(own.words)
    text = " ".join(word.text for word in page.lost)
    verdict = PageText("good", PART_UNREAD) if own.lost else own.text
    return replace(own, text=verdict, layer=Layer(page.text.reason, text, percent_of_words(page.lost), worth))


def is_whole(page: PageInfo) -> bool:
    """Whether all text of a page could be read."""
    return page.readable and page.reason != PART_UNREAD


def is_recognised(reason: str) -> bool:
    """Whether a page that is good for this reason has text that a program read from an image."""
    return reason in (scan.REASON, HIDDEN)
