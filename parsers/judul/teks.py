"""Clean what a heading or caption looks like in a text layer, before it is parsed.

In: one printed line or a joined group of lines. Out: the same words, letter-spaced words joined, white space collapsed.
Nothing else is changed: spelling mistakes stay.
"""

from functools import lru_cache

import regex

_LETTER_SPACED = regex.compile(r"(?<!\S)(?:\p{L} ){2,}\p{L}(?!\S)")
_WIDE_GAP = regex.compile(r"\s{2,}")
_ROMAN = regex.compile(r"(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})", regex.IGNORECASE)
_ROMAN_VALUE = {"I": 1, "V": 5, "X": 10}


def collapse(text: str) -> str:
    """`text` with every run of white space as one space, and none at its ends."""
    return " ".join(text.replace("\u200b", " ").split())


@lru_cache(maxsize=8192)
def unspace(text: str) -> str:
    """Join letter-spaced words: `P E N U T U P` -> `PENUTUP`. Wide gaps part words: `R E N C A N A   A K S I` -> two words."""
    words = (_LETTER_SPACED.sub(lambda m: m.group().replace(" ", ""), collapse(part)) for part in _WIDE_GAP.split(text))
    return collapse(" ".join(words))


def roman_value(text: str) -> int | None:
    """The value of a Roman number up to 39, None for anything else."""
    if not _ROMAN.fullmatch(text):
        return None
    digits = [_ROMAN_VALUE[c] for c in text.upper()]
    return sum(-d if d < max(digits[i:]) else d for i, d in enumerate(digits))


def to_roman(value: int) -> str:
    """The Roman number of `value` (1 to 39), in capitals."""
    units = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * (value // 10) + units[value % 10]


def capital_share(text: str) -> float:
    """Which part of the letters are capitals, 0.0 to 1.0 (0.0 without letters)."""
    letters = [c for c in text if c.isalpha()]
    return sum(c.isupper() for c in letters) / len(letters) if letters else 0.0
