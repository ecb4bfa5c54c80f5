"""Sums of money in running text. In: a text. Out: where sums stand in it; and what a badly printed sum may have been.

A sum is `Rp` and a figure, with `,-` or a scale word behind; a figure broken by a line end (`Rp. 1.790.000. 000`) is one.
"""

from collections.abc import Iterator
from decimal import Decimal
from re import Match
from re import compile as pattern

_SUM = pattern(
    r"(?:\b[Rr][Pp]|(?<=[a-z])Rp)\.?\s?:?\s?-?\s?\d(?:[\d.,]|(?<=[.,])\s(?=\d{3}(?!\d)))*(?<=\d)"
    r"(?:\s?(?i:ribu|juta|miliar|milyar|triliun|trilyun)\b|\s?[MT]\b)?(?:[,.]?-+)?"
)


def find_rupiah(text: str) -> Iterator[Match[str]]:
    """Every sum in `text`, as printed (`Rp. 240.000.000,-`)."""
    return _SUM.finditer(text)


def single_edits(number: Decimal) -> tuple[Decimal, ...]:
    """Whole numbers that differ from `number` by one slip of the typist, each once, in a fixed order.

    A digit left out, doubled, replaced or swapped with its neighbour; three zeros too many or too few. Sign and decimals stay out of it.
    """
    digits = format(abs(number).to_integral_value(), "f")
    found: dict[str, None] = {}
    for i in range(len(digits)):
        found[digits[:i] + digits[i + 1 :]] = None
        if i + 1 < len(digits):
            found[digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]] = None
        for other in "0123456789":
            found[digits[:i] + other + digits[i + 1 :]] = None
    for i in range(len(digits) + 1):
        for other in "0123456789":
            found[digits[:i] + other + digits[i:]] = None
    found[digits + "000"] = None
    if digits.endswith("000"):
        found[digits[:-3]] = None
    values = dict.fromkeys(Decimal(text) for text in found if text and text[0] != "0")
    return tuple(value for value in values if value != abs(number))
