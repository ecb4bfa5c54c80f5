"""A column's texts as values: what one text leaves open, its siblings settle. In: texts of one column. Out: one `Bacaan` each, in order.

`1.309` is thousands among `2.450` and `12.800`, a fraction among `0.87` and `1.5`. What is settled becomes `clean`, and the
other value stays in `alternatives`; what the siblings do not settle stays `ambiguous`.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from re import Match
from re import compile as pattern
from typing import NamedTuple

from parsers.nilai.angka import Bacaan, Hint
from parsers.nilai.baca import read_value

_TOKEN = pattern(r"\d[\d.,]*\d")
_GROUPED = pattern(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+(?!\d)")
_GROUPED_DECIMAL = pattern(r"\d{1,3}(?:([.,])\d{3})+(?!\1)([.,])\d{1,2}")
_DECIMAL = pattern(r"\d+([.,])(?:\d{1,2}|\d{4,})|0([.,])\d+")
_EITHER = pattern(r"[1-9]\d{0,2}([.,])\d{3}")
_ENOUGH = 2
_NEAR, _FAR = Decimal(20), Decimal(50)
_FRACTIONS: frozenset[Hint | None] = frozenset({"persen", "indeks"})


class _Style(NamedTuple):
    """How a column prints: how often each mark groups thousands, begins decimals or may do either, and the clean values' middle."""

    thousands: Counter[str]
    decimals: Counter[str]
    either: Counter[str]
    middle: Decimal | None
    large: int
    """Figures of at least two groups."""


def read_column(texts: Sequence[str], hint: Hint | None = None) -> list[Bacaan]:
    """Read every text, then settle by the siblings what is open. Same length and order as `texts`."""
    values = [read_value(text, hint) for text in texts]
    values = _years_among_figures(values, hint)
    if not any(
        value.reading == "ambiguous" or _EITHER.search(value.raw) for value in values if value.number is not None
    ):
        return values
    style = _style(values)
    once = [_settle(value, style, hint) for value in values]
    style = _style(once)
    return [_settle(value, style, hint) for value in once]


def _years_among_figures(values: list[Bacaan], hint: Hint | None) -> list[Bacaan]:
    """`2015` in a column of counts is a count."""
    figures = sum(value.type in ("angka", "persen", "rupiah") for value in values)
    years = sum(value.type == "tahun" for value in values)
    if hint is not None or not years or years >= figures:
        return values
    return [
        value._replace(type="angka") if value.type == "tahun" and value.raw.strip().isdigit() else value
        for value in values
    ]


def _style(values: Iterable[Bacaan]) -> _Style:
    thousands: Counter[str] = Counter()
    decimals: Counter[str] = Counter()
    either: Counter[str] = Counter()
    clean: list[Decimal] = []
    large = 0
    for value in values:
        found = _TOKEN.search(value.raw) if value.number is not None else None
        if value.number and value.reading in ("clean", "mixed"):
            clean.append(abs(value.number))
        if found is None:
            continue
        if grouped := _GROUPED.fullmatch(found[0]):
            thousands[grouped[1]] += 1
            large += 1
        elif both := _GROUPED_DECIMAL.fullmatch(found[0]):
            thousands[both[1]] += 1
            decimals[both[2]] += 1
            large += 1
        elif decimal := _DECIMAL.fullmatch(found[0]):
            decimals[decimal[1] or decimal[2]] += 1
        elif open_ := _EITHER.fullmatch(found[0]):
            either[open_[1]] += 1
            if value.reading == "clean":
                (decimals if value.decimals else thousands)[open_[1]] += 1
    clean.sort()
    return _Style(thousands, decimals, either, clean[len(clean) // 2] if clean else None, large)


def _settle(value: Bacaan, style: _Style, hint: Hint | None) -> Bacaan:
    found = _TOKEN.search(value.raw)
    if value.number is None or found is None:
        return value
    either = _EITHER.fullmatch(found[0])
    if either is None:
        return _settle_lost_zero(value, style)
    if value.reading == "ambiguous" and len(value.alternatives) == 1:
        value = _choose(value, either, style, hint)
    return _name_odd_mark(value, either[1], style)


def _choose(value: Bacaan, either: Match[str], style: _Style, hint: Hint | None) -> Bacaan:
    assert value.number is not None
    small, big = sorted((value.number, value.alternatives[0]), key=abs)
    near: Hint | None = hint or ("indeks" if value.number == small else None)
    weight = _weight_for_thousands(either, abs(small), abs(big), style, near)
    if abs(weight) < _ENOUGH:
        return value
    chosen, other = (big, small) if weight > 0 else (small, big)
    return value._replace(number=chosen, decimals=0 if weight > 0 else 3, reading="clean", alternatives=(other,))


def _name_odd_mark(value: Bacaan, mark: str, style: _Style) -> Bacaan:
    """Thousands set apart by the mark that no sibling uses so: readable, but not clean."""
    other = "," if mark == "." else "."
    if value.reading in ("ambiguous", "malformed") or value.decimals > 0:
        return value
    own = style.thousands[mark] - (value.reading == "clean" and bool(style.either[mark]))
    odd = style.thousands[other] > 0 and own <= 0
    return value._replace(reading="mixed" if odd else "clean")


def _weight_for_thousands(found: Match[str], small: Decimal, big: Decimal, style: _Style, hint: Hint | None) -> int:
    """Above zero for thousands, below for a fraction: how siblings use the marks, and how large they are."""
    mark = found[1]
    other = "," if mark == "." else "."
    weight = 0
    if bool(style.thousands[mark]) != bool(style.decimals[mark]):
        weight += 2 if style.thousands[mark] else -2
    if bool(style.thousands[other]) != bool(style.decimals[other]):
        weight += 1 if style.decimals[other] else -1
    if mark == "." and hint is None and not style.decimals[mark]:
        # the Indonesian thousands mark, and in three figures or more no accident
        weight += 2 if style.either[mark] > 2 and not style.decimals[other] else 1
    if mark == "," and hint is None and not style.decimals:
        weight += 1
    if hint in _FRACTIONS and style.either[mark] > 2 and not style.thousands[mark]:
        weight -= 2
    weight += _weight_of_size(small, big, style, bool(style.decimals[mark]) or hint in _FRACTIONS)
    if found[0].endswith("000") and style.either[mark] < 3:
        return max(weight, 0)
    return weight


def _weight_of_size(small: Decimal, big: Decimal, style: _Style, may_be_small: bool) -> int:
    """Counts of one column differ widely, so nearness to a small value speaks only where fractions are printed that way."""
    if style.middle is None:
        return 0
    to_small, to_big = _ratio(small, style.middle), _ratio(big, style.middle)
    if to_big <= _NEAR and to_small >= _FAR:
        return 2
    return -2 if may_be_small and to_small <= _NEAR and to_big >= _FAR else 0


def _ratio(a: Decimal, b: Decimal) -> Decimal:
    low, high = sorted((a, b))
    return high / low if low else Decimal("Infinity")


def _settle_lost_zero(value: Bacaan, style: _Style) -> Bacaan:
    """`393.30` in a column that prints millions of rupiah so is clean; among full amounts a lost zero stays possible."""
    if value.type == "rupiah" and value.reading == "ambiguous" and not style.large and _DECIMAL.search(value.raw):
        return value._replace(reading="clean")
    return value
