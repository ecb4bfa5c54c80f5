"""A printed figure stands for an interval; agreement is overlap, without any epsilon."""

from decimal import Decimal
from fractions import Fraction

import pytest

from capaian.interval import Figur, Selang, agrees, figur, operand, overlaps, shown


@pytest.mark.parametrize(
    ("raw", "number", "decimals"),
    [
        ("61,15", "61.15", 2),
        ("100 %", "100", 0),
        ("95,00", "95.00", 2),
        ("2.275.367.080", "2275367080", 0),
        ("Rp. 12,797,147,084.00", "12797147084.00", 2),
        ("30 LPK", "30", 0),
        ("80,10 (A)", "80.10", 2),
        ("-7,20 %", "-7.20", 2),
        ("1,5 miliar", "1500000000", -8),
        ("0,00", "0", 2),
        ("0", "0", 0),
        ("3,000 poin", "3.000", 3),
        ("tiga", "3.50", 1),
    ],
)
def test_decimals_are_those_printed(raw: str, number: str, decimals: int) -> None:
    assert figur(raw, Decimal(number)).decimals == decimals


@pytest.mark.parametrize(
    ("printed", "value", "expected"),
    [
        ("99.63", "99.625", "tepat"),  # half up
        ("99.62", "99.625", "tepat"),  # half even, cut
        ("82.51", "82.5157", "tepat"),  # cut
        ("82.52", "82.5157", "tepat"),
        ("82.53", "82.5157", None),
        ("82.52", "82.511", "dekat"),  # rounded away: less than one last digit
        ("93.69", "93.6797", None),
        ("-37.60", "-37.609", "tepat"),
        ("-37.61", "-37.60", None),
        ("100", "100.99", "tepat"),
        ("100", "101", None),
        ("0", "0.9", "tepat"),
        ("0", "-0.9", "tepat"),
    ],
)
def test_agreement(printed: str, value: str, expected: str | None) -> None:
    number = Decimal(printed)
    figure = Figur(number, -int(number.as_tuple().exponent))
    assert agrees(figure, Fraction(Decimal(value))) == expected


def test_integers_have_no_slack_as_operands() -> None:
    assert operand(Figur(Decimal(85))).width == 0
    assert operand(Figur(Decimal("0.53"), 2)).width > 0
    assert operand(Figur(Decimal("0.53"), 2, exact=True)).width == 0


def test_cutting_never_reaches_the_next_printed_figure() -> None:
    figure = Figur(Decimal("1.5"), 1)
    assert not overlaps(figure, Selang(Fraction(16, 10), Fraction(17, 10)))
    assert overlaps(figure, Selang(Fraction(1599, 1000), Fraction(17, 10)))
    assert overlaps(figure, Selang(Fraction(1), Fraction(145, 100)))


@pytest.mark.parametrize(
    ("value", "expected"),
    [(Fraction(10000, 6115) * 100, "163.53"), (Fraction(100), "100"), (Fraction(-1, 8), "-0.13"), (Fraction(0), "0")],
)
def test_shown_is_half_up_and_plain(value: Fraction, expected: str) -> None:
    assert str(shown(value)) == expected
