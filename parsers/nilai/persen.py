"""Percents in running text. In: a text. Out: where percents stand in it.

`61,15%`, `100 persen` and `5-6%` are percents; `61, 15 %` is one that a line end broke.
"""

from collections.abc import Iterator
from re import IGNORECASE, Match
from re import compile as pattern

_PERCENT = pattern(
    r"(?<![\d.,\-])-?\d(?:[\d.,]*\d)?(?:(?<=\d),\s\d{1,2}(?=\s?%)|\s?%?\s?-\s?\d(?:[\d.,]*\d)?)?\s?(?:%|\b(?:persen|prosen)\b)",
    IGNORECASE,
)


def find_persen(text: str) -> Iterator[Match[str]]:
    """Every percent in `text`, as printed; the two ends of a range together."""
    return _PERCENT.finditer(text)
