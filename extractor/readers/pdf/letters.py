"""Do words look like words? In come texts, out comes the share of them that could be Indonesian, English or a figure.

A word could be one when all its letters in threes are usual in these languages (`letters.json`: pair of letters to the letters that may
follow, a space for the word's edge). Made from the word lists of two languages: threes that occur in at least 10 different Indonesian or 60
different English words. Real reports reach 0.75 to 1.00 on every page (names and abbreviations are the rest), enciphered fonts below 0.3.
"""

import json
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

LEAST_LETTERS = 4
"""Shorter words are too often abbreviations."""
ENOUGH = 20
"""Words below which a share says nothing."""
MOST = 100
"""Words that are looked at."""
INSIDE = re.compile(r"[-/.,:;()'’&+]+")
FIGURE = re.compile(r"\(?-?\d[\d.,/:-]*%?\)?[.,;:]?")
EDGES = "\"'.,:;()[]{}“”‘’•-–—/?!*"


@cache
def _followers() -> dict[str, str]:
    found: dict[str, str] = json.loads(Path(__file__).with_name("letters.json").read_text(encoding="ascii"))
    return found


@lru_cache(maxsize=20_000)
def looks_like_word(word: str) -> bool:
    """Whether a word of small letters could be Indonesian or English; its parts between hyphens and slashes each for itself."""
    follow = _followers()
    for part in INSIDE.split(word):
        if len(part) < LEAST_LETTERS:
            continue
        edged = f" {part} "
        if any(edged[i + 2] not in follow.get(edged[i : i + 2], "") for i in range(len(part))):
            return False
    return True


def share_of_words(texts: Iterable[str]) -> float | None:
    """The share of words among the longer texts with letters; None when these are too few to say."""
    seen = good = 0
    for text in texts:
        bare = text.strip(EDGES)
        if len(bare) < LEAST_LETTERS or FIGURE.fullmatch(bare) or not any(c.isalpha() for c in bare):
            continue
        seen += 1
        good += looks_like_word(bare.casefold())
        if seen == MOST:
            break
    return good / seen if seen >= ENOUGH else None
