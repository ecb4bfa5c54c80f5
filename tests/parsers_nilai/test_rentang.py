"""Bands of rating scales as reports print them."""

from decimal import Decimal

import pytest

from parsers.rentang import Rentang, read_rentang


def band(lower: str | None, upper: str | None, lower_open: bool = False, upper_open: bool = False) -> Rentang:
    return Rentang(Decimal(lower) if lower else None, Decimal(upper) if upper else None, lower_open, upper_open)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("> 100 %", band("100", None, True)),
        (">100", band("100", None, True)),
        ("≥ 91", band("91", None)),
        ("< 50 %", band(None, "50", False, True)),
        ("≤ 50", band(None, "50")),
        ("Lebih dari 100 %", band("100", None, True)),
        ("Kurang dari 55 %", band(None, "55", False, True)),
        ("75 % sampai 100 %", band("75", "100")),
        ("91 ≤ 100", band("91", "100")),
        (">90-100", band("90", "100", True)),
        ("50 - < 80 %", band("50", "80", False, True)),
        ("90 < s/d ≤ 100", band("90", "100", True)),
        ("75,00 89,99", band("75.00", "89.99")),
        ("60 - 79,9", band("60", "79.9")),
        ("80 > 100", band("80", "100")),
        ("100 - 80", band("80", "100")),
        ("4", None),
        ("Sangat Baik", None),
        ("", None),
        ("1.000.000", None),
    ],
)
def test_bands(text: str, wanted: Rentang | None) -> None:
    assert read_rentang(text) == wanted
