"""Bands of a rating scale as printed: `> 80 - 100`, `75 % sampai 100 %`, `Lebih dari 100 %`, `90 < s/d ≤ 100`.

In: a cell's text. Out: its two ends and whether each is left out, or None for anything else. Source: scales of real reports.
"""

from decimal import Decimal
from re import IGNORECASE
from re import compile as pattern
from typing import NamedTuple


class Rentang(NamedTuple):
    """`lower` or `upper` None: no end on that side. `*_open`: the end itself is not in the band."""

    lower: Decimal | None
    upper: Decimal | None
    lower_open: bool = False
    upper_open: bool = False


_WORDS = (
    (pattern(r"lebih\s+(?:besar\s+)?dari\s+sama\s+dengan|minimal", IGNORECASE), ">="),
    (pattern(r"kurang\s+dari\s+sama\s+dengan|maksimal", IGNORECASE), "<="),
    (pattern(r"(?:lebih(?:\s+besar)?\s+dari|di\s?atas)", IGNORECASE), ">"),
    (pattern(r"(?:(?:kurang|lebih\s+kecil)\s+dari|di\s?bawah)", IGNORECASE), "<"),
    (pattern(r"s\s?[./]\s?d\.?|sampai(?:\s+dengan)?|hingga|[–—]", IGNORECASE), "-"),
    (pattern(r"≥"), ">="),
    (pattern(r"≤"), "<="),
    (pattern(r"[%\s]|persen"), ""),
)
_NUMBER = r"(\d{1,3}(?:[.,]\d{1,2})?)"
_TWO = pattern(rf"(?P<before>[<>]?=?){_NUMBER}(?P<between>[-<>=x]*|(?<=[.,]\d\d)(?=\d)){_NUMBER}$")
_ONE = pattern(rf"(?P<sign>[<>]=?){_NUMBER}$")
_SPACED = pattern(r"^\s*(\d{1,3}[.,]\d{2})\s+(\d{1,3}[.,]\d{2})\s*%?$")
"""Two figures whose dash was lost in print: `75,00 89,99`."""


def read_rentang(text: str) -> Rentang | None:
    """The band that a text prints; ends in either order."""
    plain = _SPACED.sub(r"\1-\2", text)
    for words, sign in _WORDS:
        plain = words.sub(sign, plain)
    one, two = _ONE.match(plain), _TWO.match(plain)
    if one is not None:
        number, is_open = _decimal(one[2]), not one["sign"].endswith("=")
        return (
            Rentang(number, None, is_open) if one["sign"].startswith(">") else Rentang(None, number, upper_open=is_open)
        )
    if two is None or not two["between"]:
        return None
    first, second, between = _decimal(two[2]), _decimal(two[4]), two["between"]
    if first > second:
        return Rentang(second, first)
    lower_open = two["before"] == ">" or between.startswith("<-")
    return Rentang(first, second, lower_open, between.endswith("-<"))


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))
