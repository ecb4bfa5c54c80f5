"""Judge a page's text layer: is there text, and is it text at all?"""

from collections.abc import Sequence

from extractor.model.page import PageText, Word
from extractor.model.place import BBox
from extractor.readers.pdf.garbled import is_foreign
from extractor.readers.pdf.letters import share_of_words

SCAN_SHARE = 0.3
"""Of the page: images that cover more, on a page without words, are a scan."""
FOREIGN_SHARE = 0.3
"""Of the characters: more replacement and private-use characters than this are no text."""
WORDS_SHARE = 0.5
"""Of the longer words: where fewer look like words of a language, the font has no usable encoding. Words with digits are left out: lists of
codes are text."""
COVER_SHARE = 0.8
"""Of the page: an image that covers more hides what was drawn before it."""

BLANK = "blank page"
"""Why a page is good that has no words."""
SHAPELESS = "its letters are not drawn, a font is damaged or missing"
"""Why text is no text that is painted."""


def covers(images: Sequence[BBox], area: float) -> bool:
    """Whether one image covers (nearly) the whole page."""
    return any((b[2] - b[0]) * (b[3] - b[1]) > COVER_SHARE * area for b in images)


def judge(words: Sequence[Word], images: Sequence[BBox], area: float) -> PageText:
    """The verdict for a page of `area` square points."""
    if not words:
        covered = sum((b[2] - b[0]) * (b[3] - b[1]) for b in images)
        if covered > SCAN_SHARE * area:
            return PageText("absent", "image without text")
        return PageText("good", BLANK)
    total = sum(len(w.text) for w in words)
    foreign = sum(1 for w in words if not w.text.isascii() for c in w.text if is_foreign(c))
    if foreign > FOREIGN_SHARE * total:
        return PageText("implausible", f"{foreign} of {total} characters have no meaning")
    share = share_of_words((w.text for w in words), codes=False)
    if share is not None and share < WORDS_SHARE:
        return PageText("implausible", f"only {share:.0%} of its words look like words")
    return PageText("good")
