"""Do words look like words? In come texts, out comes the share of them that could be Indonesian, English or a figure.

A word could be one when all its letters in threes are usual in these languages (`letters.json`: pair of letters to the letters that may
follow, a space for the word's edge). Made from the word lists of two languages: threes that occur in at least 10 different Indonesian or 60
different English words. Real reports reach 0.75 to 1.00 on every page (names and abbreviations are the rest), enciphered fonts below 0.3.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

import msgspec

LEAST_LETTERS = 4
"""Shorter words are too often abbreviations."""
ENOUGH = 20
"""Words below which a share says nothing."""
ENOUGH_LETTERS = 20
"""The same for the letters of texts of which little is printed."""
MOST = 100
"""Words that are looked at."""
INSIDE = re.compile(r"[-/.,:;()'’&+]+")
FIGURE = re.compile(r"\(?-?\d[\d.,/:-]*%?\)?[.,;:]?")
EDGES = "\"'.,:;()[]{}“”‘’•-–—/?!*"


@cache
def _followers() -> dict[str, str]:
    return msgspec.json.decode(Path(__file__).with_name("letters.json").read_bytes(), type=dict[str, str])


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


@lru_cache(maxsize=20_000)
def _usual_letters(text: str) -> tuple[int, int]:
    """How many letters of a longer text with letters are usual after the two before them, and how many it has; (0, 0) of others."""
    word = _longer(text)
    follow, usual, count = _followers(), 0, 0
    for part in INSIDE.split(word) if word else ():
        if len(part) >= LEAST_LETTERS:
            edged = f" {part} "
            usual += sum(edged[i + 2] in follow.get(edged[i : i + 2], "") for i in range(len(part)))
            count += len(part)
    return usual, count


def share_of_letters(texts: Iterable[str]) -> float | None:
    """The share of letters that are usual after the two before them, in the longer texts; None when these are too few to say.

    Real texts of three words and more reach 0.65, nearly all 0.9; enciphered ones have 0.3 and rarely more than 0.5.
    """
    found = [_usual_letters(text) for text in texts]
    usual, count = sum([good for good, _ in found]), sum([seen for _, seen in found])
    return usual / count if count >= ENOUGH_LETTERS else None


@lru_cache(maxsize=20_000)
def _longer(text: str) -> str:
    """A longer text with letters in small letters and without marks at its ends; '' for others and for figures."""
    bare = text.strip(EDGES)
    if len(bare) < LEAST_LETTERS or FIGURE.fullmatch(bare) or not any(map(str.isalpha, bare)):
        return ""
    return bare.casefold()


def share_of_words(texts: Iterable[str], *, codes: bool = True) -> float | None:
    """The share of words among the longer texts with letters (`codes`: with digits too); None when these are too few to say."""
    seen = good = 0
    for text in texts:
        word = _longer(text)
        if not word:
            continue
        if not codes and any(map(str.isdigit, word)):
            continue
        seen += 1
        good += looks_like_word(word)
        if seen == MOST:
            break
    return good / seen if seen >= ENOUGH else None
