"""Which of a page's fonts give no text: their letters have no meaning, or another one than what is seen.

In come the characters of a page and the words made from them, out come the fonts that are not to be believed. Two signs: the font does not
say which letters its glyphs are (PDFium then gives the glyph's number), or what it says is no language. Such fonts often stand for a part
of a page only: a formula, a pasted table, a heading.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from extractor.model.page import Word
from extractor.readers.pdf.calls import Address, calls, handle_of
from extractor.readers.pdf.chars import NO_LETTER, Chars
from extractor.readers.pdf.letters import share_of_letters

LEAST_RUN = 3
"""Characters of a word: bullets and single signs have no meaning in good documents, too."""
FOREIGN_SHARE = 0.5
"""Of the characters of a font's longer words: where more have no meaning, none of the font's are believed."""
LETTERS_SHARE = 0.5
"""Where fewer of a font's letters are usual after those before them, it is enciphered."""


def is_foreign(char: str) -> bool:
    """Whether a character means nothing outside of its font: a replacement, private-use or control character."""
    code = ord(char)
    return code == 0xFFFD or 0xE000 <= code <= 0xF8FF or code < 0x20 or 0x80 <= code < 0xA0


def meaningless(textpage: object, chars: Chars) -> frozenset[int]:
    """`order` of the characters that have no meaning; the text page is asked only about those of suspicious text objects."""
    if not chars.unmapped:
        return frozenset()
    page, ask = handle_of(textpage), calls().has_no_letter
    suspicious = (
        (t, order) for t, style, order in zip(chars.text, chars.style, chars.order, strict=True) if style.unmapped
    )
    return frozenset(order for text, order in suspicious if text == NO_LETTER or ask(page, order) == 1)


def garbled_fonts(chars: Chars, words: Iterable[Word], unmapped: frozenset[int]) -> dict[Address, str]:
    """The fonts that are not to be believed, with the reason in words; `unmapped`: `order` of characters without a meaning."""
    texts: dict[Address, list[Word]] = defaultdict(list)
    for word in words:
        texts[chars.style[bisect_left(chars.order, word.order)].font].append(word)
    found: dict[Address, str] = {}
    for font, own in texts.items():
        longer = [word for word in own if len(word.text) >= LEAST_RUN]
        total = sum([len(word.text) for word in longer])
        foreign = sum([_foreign(word, unmapped) for word in longer if unmapped or not word.text.isascii()])
        if foreign > FOREIGN_SHARE * total:
            found[font] = f"{foreign} of {total} characters have no meaning"
            continue
        share = share_of_letters([word.text for word in longer])
        if share is not None and share < LETTERS_SHARE:
            found[font] = f"only {share:.0%} of its letters stand where letters do"
    return found


def _foreign(word: Word, unmapped: frozenset[int]) -> int:
    """How many characters of a word have no meaning; a word's characters follow each other."""
    if unmapped:
        return sum(word.order + i in unmapped or is_foreign(char) for i, char in enumerate(word.text))
    return sum(map(is_foreign, word.text))
