"""A printed figure is the interval its digits stand for; agreement is overlap.

In: a number and how many decimals were printed. Out: exact answers (fractions, no epsilon) to two questions: which values
can hide behind a printed figure, and does a computed value agree with a printed one by rounding half up, rounding half
even or truncation. Rounding away from zero is told apart: it differs by less than one last digit and is no contradiction.

Source: real reports print both rounded and cut percents, and compute with digits that they do not print
(T 0,53 R 0,34 printed 63,36). Integers as operands have no slack: a budget in rupiah and a count are what they are.
"""

import re
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

Cocok: TypeAlias = Literal["tepat", "dekat"]
"""How a value agrees with a printed figure: `tepat` by rounding or truncation, `dekat` by less than one last digit."""

_TOKEN = re.compile(r"\d[\d.,]*")


class Figur(NamedTuple):
    """A printed figure. `decimals` counts the digits after the decimal mark as printed (`95,00` has 2); it is negative
    for a figure in words of magnitude (`1,5 miliar` has -8). `exact`: no slack even where decimals are printed."""

    number: Decimal
    decimals: int = 0
    exact: bool = False

    @property
    def step(self) -> Fraction:
        """One unit of the last printed digit."""
        return _unit(self.decimals)


class Selang(NamedTuple):
    """All values from `lo` to `hi`, both included."""

    lo: Fraction
    hi: Fraction

    @property
    def width(self) -> Fraction:
        return self.hi - self.lo

    def holds(self, value: Fraction) -> bool:
        return self.lo <= value <= self.hi


@lru_cache(maxsize=64)
def _unit(decimals: int) -> Fraction:
    return Fraction(1, 10**decimals) if decimals >= 0 else Fraction(10**-decimals)


@lru_cache(maxsize=8192)
def _exact(number: Decimal) -> Fraction:
    """The same few figures stand in many equations."""
    return Fraction(number)


def figur(raw: str, number: Decimal) -> Figur:
    """The figure that `raw` prints with the value `number`; decimals are counted in the token of `raw` that has its digits."""
    return Figur(number, _decimals(raw, number))


@lru_cache(maxsize=8192)
def _decimals(raw: str, number: Decimal) -> int:
    """How many decimals are printed. Every check of a row asks it of the same cells."""
    for token in _TOKEN.findall(raw):
        decimals = _shift(token.replace(".", "").replace(",", ""), token, number)
        if decimals is not None:
            return decimals
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _shift(digits: str, token: str, number: Decimal) -> int | None:
    """By how many places `digits`, read as an integer, is larger than `number`; None when it is another figure."""
    if not number:
        mark = re.search(r"[.,](\d{1,2})$", token)
        return None if int(digits) else len(mark.group(1)) if mark else 0
    _, printed_digits, exponent = number.as_tuple()
    wanted, found = "".join(map(str, printed_digits)).lstrip("0"), digits.lstrip("0")
    significant = wanted.rstrip("0")
    if not isinstance(exponent, int) or found.rstrip("0") != significant:
        return None
    return (len(found) - len(significant)) - (exponent + len(wanted) - len(significant))


def operand(figure: Figur) -> Selang:
    """The values that may have been computed with: the figure itself, or, where decimals are printed, what rounds or cuts to it."""
    value = _exact(figure.number)
    if figure.exact or figure.decimals == 0:
        return Selang(value, value)
    return printed(figure)


def printed(figure: Figur) -> Selang:
    """The closed interval of values that rounding or truncation prints as `figure` (its far end is never reached by cutting)."""
    value, step = _exact(figure.number), figure.step
    if value > 0:
        return Selang(value - step / 2, value + step)
    if value < 0:
        return Selang(value - step, value + step / 2)
    return Selang(-step, step)


def agrees(figure: Figur, value: Fraction) -> Cocok | None:
    """How the single computed `value` agrees with the printed `figure`; None when it does not."""
    gap = abs(value - _exact(figure.number))
    if gap >= figure.step:
        return None
    return "tepat" if overlaps(figure, Selang(value, value)) else "dekat"


def is_near(figure: Figur, value: Fraction) -> bool:
    """The computed `value` is at most one unit of the last printed digit away."""
    return abs(value - _exact(figure.number)) <= figure.step


def overlaps(figure: Figur, values: Selang) -> bool:
    """Some value of `values` is printed as `figure` by rounding or truncation. Cutting excludes the next printed figure itself."""
    value, step = _exact(figure.number), figure.step
    below = values.hi > value - step if value <= 0 else values.hi >= value - step / 2
    above = values.lo < value + step if value >= 0 else values.lo <= value + step / 2
    return below and above


def shown(value: Fraction, decimals: int = 2) -> Decimal:
    """`value` rounded half up (away from zero) to `decimals`, without trailing zeros: what a report should have printed."""
    scaled = abs(value) * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    number = Decimal(whole).scaleb(-decimals)
    if value < 0:
        number = -number
    return plain(number)


def plain(number: Decimal) -> Decimal:
    """The same number without exponent and trailing zeros: `100`, not `1E+2` or `100.00`."""
    if number == number.to_integral_value():
        return number.quantize(Decimal(1), rounding=ROUND_HALF_UP) + 0
    return number.normalize()
