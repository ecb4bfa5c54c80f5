"""Which reading of a page is taken: its text layer, what OCR reads in its image, or the layer that a scanner's program hid under the image.

In comes a page as its text layer gives it, out comes the page that is taken. A layer that is not taken is kept beside (`Page.layer`),
with the reason and what both readings are worth, so that nothing is lost and nothing is delivered in silence.

A layer under an image was read by an unknown program from the same image, so our own reading goes before it: it knows rules, cells and
how sure it is. The hidden one is taken only where ours is not legible and it reads like language.
"""

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from extractor.model.page import Layer, Page, PageText, Word
from extractor.readers import scan
from extractor.readers.pdf import Document, read_hidden, share_of_words

HIDDEN = "hidden text layer"
"""Why a page is good whose words come from the layer under its image."""
LIKE_LANGUAGE = 75
"""Percent of a hidden layer's longer words that must look like words."""
BROKEN = "page cannot be opened"

Scanner = Callable[[Document, int, Page], Page]


def percent_of_words(words: Iterable[Word]) -> int | None:
    share = share_of_words(word.text for word in words)
    return None if share is None else round(100 * share)


def is_settled(page: Page) -> bool:
    """Is there no choice: a good text layer, or a page that cannot be opened?"""
    return page.text.verdict == "good" or page.text.reason == BROKEN


def settle(document: Document, number: int, page: Page, scanner: Scanner | None) -> Page:
    """The page to take for `page`, which is what the text layer of the page with 1-based `number` gives; `scanner` None without OCR."""
    if is_settled(page):
        return page
    hidden = page.words or read_hidden(document, number)
    worth = percent_of_words(hidden)
    own = replace(page, words=()) if scanner is None else scanner(document, number, page)
    if not hidden:
        return own
    text = " ".join(word.text for word in hidden)
    reason = page.text.reason if page.words else "hidden under the image"
    if scanner is not None and own.text.verdict != "good" and not page.words and (worth or 0) >= LIKE_LANGUAGE:
        kept = Layer(own.text.reason, " ".join(word.text for word in own.words), percent_of_words(own.words), worth)
        rules = own.rules if own.rotation == page.rotation else ()
        return replace(page, words=hidden, rules=rules, text=PageText("good", HIDDEN), layer=kept)
    return replace(own, layer=Layer(reason, text, worth, percent_of_words(own.words)))


def is_recognised(reason: str) -> bool:
    """Whether a page that is good for this reason has text that a program read from an image."""
    return reason in (scan.REASON, HIDDEN)
