"""Absorption, efficiency and sums of children."""

from decimal import Decimal

import pytest

from capaian.interval import Figur
from capaian.serapan import efficiency, evaluate_serapan, evaluate_sum


def f(text: str) -> Figur:
    number = Decimal(text)
    return Figur(number, max(0, -int(number.as_tuple().exponent)))


@pytest.mark.parametrize(
    ("pagu", "realisasi", "persen", "verdict", "computed"),
    [
        ("20000000", "19925000", "99.63", "sesuai", "99.63"),  # 99.625: half up in decimals
        ("20000000", "19925000", "99.62", "sesuai", "99.63"),
        ("150000000", "83250000", "68.25", "tidak_sesuai", "55.5"),
        ("1477920", "1477540000", "99.97", "tidak_sesuai", "99974.29"),
        ("325814520", "271668491", "77", "tidak_sesuai", "83.38"),
        ("35415000", "35415000", "100", "sesuai", "100"),
        ("0", "0", "0", "tak_terhitung", None),
        ("4.9", "2.1", "43.5", "beda_pembulatan", "42.86"),  # in billions, hidden digits
    ],
)
def test_serapan(pagu: str, realisasi: str, persen: str, verdict: str, computed: str | None) -> None:
    found = evaluate_serapan(f(pagu), f(realisasi), f(persen))
    assert found.verdict == verdict
    assert (None if found.capaian is None else str(found.capaian)) == computed


def test_missing_figures_have_reasons() -> None:
    assert evaluate_serapan(None, f("1"), f("1")).reason == "pagu_kosong"
    assert evaluate_serapan(f("1"), None, f("1")).reason == "realisasi_kosong"
    found = evaluate_serapan(f("4"), f("1"), None)
    assert (found.reason, found.capaian) == ("persen_kosong", 25)


@pytest.mark.parametrize(
    ("printed", "capaian", "serapan", "verdict", "rumus", "computed"),
    [
        ("21.28", "100", "78.72", "sesuai", "E2", "21.28"),
        ("119.60", "200", "80.40", "sesuai", "E1", "119.6"),
        ("11.95", "132.05", "88.05", "sesuai", "E2", "11.95"),
        ("16.07", "100", "85.30", "tidak_sesuai", None, "14.7"),
        ("22.67", "100", "77.34", "beda_pembulatan", "E2", "22.66"),  # 77,335 behind the printed 77,34
    ],
)
def test_efficiency(printed: str, capaian: str, serapan: str, verdict: str, rumus: str | None, computed: str) -> None:
    found = efficiency(f(printed), capaian=f(capaian), serapan=f(serapan))
    assert (found.verdict, found.rumus, str(found.capaian)) == (verdict, rumus, computed)


def test_efficiency_in_rupiah() -> None:
    found = efficiency(f("1732000"), pagu=f("160000000"), realisasi=f("158268000"))
    assert (found.verdict, found.rumus) == ("sesuai", "E4")


@pytest.mark.parametrize(
    ("parent", "children", "verdict", "difference"),
    [
        ("200000000", ["50000000", "0", "150000000"], "sesuai", "0"),
        ("145020000", ["45650000", "102370000"], "tidak_sesuai", "-3000000"),
        ("10.0", ["3.3", "3.3", "3.3"], "beda_pembulatan", "0.1"),
        ("11.0", ["3.3", "3.3", "3.3"], "tidak_sesuai", "1.1"),
    ],
)
def test_sum(parent: str, children: list[str], verdict: str, difference: str) -> None:
    found = evaluate_sum(f(parent), [f(child) for child in children])
    assert (found.verdict, found.difference) == (verdict, Decimal(difference))
