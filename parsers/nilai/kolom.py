"""A column's texts as values: what one text leaves open, its siblings settle. In: texts of one column. Out: one `Bacaan` each, in order.

`1.309` is thousands among `2.450` and `12.800`, a fraction among `0.87` and `1.5`. What is settled becomes `clean`, and the
other value stays in `alternatives`; what the siblings do not settle stays `ambiguous`.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from re import compile as pattern

from parsers.nilai.angka import Bacaan, Hint
from parsers.nilai.baca import read_value

_TOKEN = pattern(r"\d[\d.,]*\d")
_GROUPED = pattern(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+(?!\d)")
_GROUPED_DECIMAL = pattern(r"\d{1,3}(?:([.,])\d{3})+(?!\1)([.,])\d{1,2}")
_DECIMAL = pattern(r"\d+([.,])(?:\d{1,2}|\d{4,})|0([.,])\d+")
_EITHER = pattern(r"[1-9]\d{0,2}([.,])\d{3}")
_ENOUGH = 2
_NEAR, _FAR = Decimal(20), Decimal(50)


@dataclass(frozen=True, slots=True)
class _Style:
    """How a column prints: how often each mark groups thousands or begins decimals, and the clean values' middle."""

    thousands: Counter[str]
    decimals: Counter[str]
    middle: Decimal | None
    large: int
    """Figures of at least two groups."""


def read_column(texts: Sequence[str], hint: Hint | None = None) -> list[Bacaan]:
    """Read every text, then settle by the siblings what is open. Same length and order as `texts`."""
    values = [read_value(text, hint) for text in texts]
    values = _years_among_figures(values, hint)
    if not any(value.reading == "ambiguous" or _EITHER.search(value.raw) for value in values):
        return values
    style = _style(values)
    return [_settle(value, style, hint) for value in values]


def _years_among_figures(values: list[Bacaan], hint: Hint | None) -> list[Bacaan]:
    """`2015` in a column of counts is a count."""
    figures = sum(value.type in ("angka", "persen", "rupiah") for value in values)
    years = sum(value.type == "tahun" for value in values)
    if hint is not None or not years or years >= figures:
        return values
    return [
        replace(value, type="angka") if value.type == "tahun" and value.raw.strip().isdigit() else value
        for value in values
    ]


def _style(values: Iterable[Bacaan]) -> _Style:
    thousands: Counter[str] = Counter()
    decimals: Counter[str] = Counter()
    clean: list[Decimal] = []
    large = 0
    for value in values:
        found = _TOKEN.search(value.raw) if value.number is not None else None
        if value.number is not None and value.reading == "clean" and value.number and not _EITHER.search(value.raw):
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
    clean.sort()
    return _Style(thousands, decimals, clean[len(clean) // 2] if clean else None, large)


def _settle(value: Bacaan, style: _Style, hint: Hint | None) -> Bacaan:
    found = _TOKEN.search(value.raw)
    if value.number is None or found is None:
        return value
    either = _EITHER.fullmatch(found[0])
    if either is None:
        return _settle_lost_zero(value, style)
    if value.reading in ("clean", "mixed"):
        odd = style.thousands[either[1]] == 0 and sum(style.thousands.values()) + style.decimals[either[1]] > 1
        return replace(value, reading="mixed") if odd or _lonely_mark(either[1], style) else value
    if value.reading != "ambiguous" or len(value.alternatives) != 1:
        return value
    small, big = sorted((value.number, value.alternatives[0]), key=abs)
    weight = _weight_for_thousands(either[1], abs(small), abs(big), style, hint)
    if abs(weight) < _ENOUGH:
        return value
    chosen, other = (big, small) if weight > 0 else (small, big)
    return replace(value, number=chosen, decimals=0 if weight > 0 else 3, reading="clean", alternatives=(other,))


def _lonely_mark(mark: str, style: _Style) -> bool:
    return style.thousands[mark] == 0 and style.decimals[mark] > 0


def _weight_for_thousands(mark: str, small: Decimal, big: Decimal, style: _Style, hint: Hint | None) -> int:
    """Above zero for thousands, below for a fraction: how siblings use the marks, and how large they are."""
    other = "," if mark == "." else "."
    weight = 0
    if bool(style.thousands[mark]) != bool(style.decimals[mark]):
        weight += 2 if style.thousands[mark] else -2
    if bool(style.thousands[other]) != bool(style.decimals[other]):
        weight += 1 if style.decimals[other] else -1
    if style.middle is not None:
        is_near_big, is_near_small = _ratio(big, style.middle) <= _NEAR, _ratio(small, style.middle) <= _NEAR
        if is_near_big and _ratio(small, style.middle) >= _FAR:
            weight += 2
        elif is_near_small and _ratio(big, style.middle) >= _FAR:
            weight -= 2
    if hint == "persen":
        weight -= 1
    return weight


def _ratio(a: Decimal, b: Decimal) -> Decimal:
    low, high = sorted((a, b))
    return high / low if low else Decimal("Infinity")


def _settle_lost_zero(value: Bacaan, style: _Style) -> Bacaan:
    """`393.30` in a column that prints millions of rupiah so is clean; among full amounts a lost zero stays possible."""
    if value.type == "rupiah" and value.reading == "ambiguous" and not style.large and _DECIMAL.search(value.raw):
        return replace(value, reading="clean")
    return value
