"""Scales with gaps, overlaps and open ends."""

from decimal import Decimal

import pytest

from capaian.interval import Figur
from capaian.predikat import IKM, P54, SAKIP, Pita, Skala, compare_grades, rate, same_grade, scale


def bands(*rows: tuple[str, str | None, str | None]) -> Skala:
    found = scale(
        "uji",
        [
            Pita(label, None if lo is None else Decimal(lo), None if hi is None else Decimal(hi))
            for label, lo, hi in rows
        ],
    )
    assert found is not None
    return found


PRINTED = bands(("Baik", "76", "90"), ("Sangat Baik", "91", "100"), ("Cukup", "66", "75"), ("Kurang", None, "65"))
TWO_DECIMALS = scale(
    "dua desimal",
    [
        Pita("Sangat Baik", Decimal(90), lower_open=True),
        Pita("Baik", Decimal(75), Decimal("89.99")),
        Pita("Cukup", Decimal(0), Decimal("74.99")),
    ],
)


@pytest.mark.parametrize(
    ("value", "labels"),
    [
        ("95", {"Sangat Baik"}),
        ("90", {"Baik"}),
        ("90.6", {"Sangat Baik", "Baik"}),
        ("90.4", {"Baik"}),
        ("130", {"Sangat Baik"}),
        ("-37.6", {"Kurang"}),
    ],
)
def test_printed_scale(value: str, labels: set[str]) -> None:
    found = rate(PRINTED, Figur(Decimal(value), 2))
    assert set(found.labels) == labels
    assert found.boundary == (len(labels) > 1)


def test_a_bound_that_two_bands_leave_out_belongs_to_both() -> None:
    assert TWO_DECIMALS is not None
    found = rate(TWO_DECIMALS, Figur(Decimal(90)))
    assert found.boundary
    assert found.accepts("baik")
    assert found.accepts("SANGAT BAIK")
    assert not found.accepts("Cukup")


@pytest.mark.parametrize(
    ("skala", "value", "label"),
    [
        (SAKIP, "77.78", "BB"),
        (IKM, "84.44", "B"),
        (P54, "93.80", "Sangat Tinggi"),
        (SAKIP, "80", "BB"),
        (P54, "10", "Sangat Rendah"),
    ],
)
def test_standard_scales(skala: Skala, value: str, label: str) -> None:
    assert rate(skala, Figur(Decimal(value), 2)).labels == (label,)


def test_labels_survive_wrapping_and_brackets() -> None:
    assert rate(PRINTED, Figur(Decimal(95))).accepts("Sangat Ba ik (SB)")


def test_no_scale_without_bounds() -> None:
    assert scale("kosong", [Pita("Baik", None), Pita("Buruk", None)]) is None


def test_grades_in_words() -> None:
    assert same_grade("WTP", "wtp")
    assert not same_grade("", "")
    assert (compare_grades("BB", "A"), compare_grades("WTP", "WDP"), compare_grades("BB", "WTP")) == (1, -1, None)
