"""Verdicts on indicator rows: formulas, rounding, limits, and rows about which nothing can be said."""

import random
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest

from capaian.interval import Figur
from capaian.kinerja import BarisKinerja, baris, detect_cap, evaluate, range_ends
from capaian.rumus import evaluate_row, point


def f(text: str | None) -> Figur | None:
    """A figure from a plain decimal: its own decimals are the printed ones."""
    if text is None:
        return None
    number = Decimal(text)
    return Figur(number, max(0, -int(number.as_tuple().exponent)))


def row(target: str | None, realisasi: str | None, capaian: str | None, tabel: str = "t1") -> BarisKinerja:
    return BarisKinerja(tabel, f(target), f(realisasi), f(capaian))


@pytest.mark.parametrize(
    ("target", "realisasi", "capaian", "verdict", "computed", "rumus"),
    [
        ("42.5", "56.12", "132.05", "sesuai", "132.05", "F1"),
        ("80", "56.82", "71.02", "sesuai", "71.03", "F1"),  # cut
        ("2.42", "2.36", "102.5", "sesuai", "102.48", "F2"),
        ("10", "8", "125", "sesuai", "125", "F3"),
        ("84.44", "84.44", "84.44", "tidak_sesuai", "100", None),
        ("61.15", "100", "100", "tidak_sesuai", "163.53", None),
        ("85", "100", "117.67", "tidak_sesuai", "117.65", None),
        ("85", "100", "95.2", "tidak_sesuai", "117.65", None),
        ("21.00", "20.03", "95.00", "tidak_sesuai", "95.38", None),
        ("24", "54.7", "237.5", "tidak_sesuai", "227.92", None),
        ("0.53", "0.34", "63.36", "tidak_sesuai", "64.15", None),  # computed before rounding
        ("0.53", "0.34", "64.16", "beda_pembulatan", "64.15", "F1"),
        ("25", "63.64", "254.55", "beda_pembulatan", "254.56", "F1"),
        ("19.14", "-7.20", "-37.60", "tidak_sesuai", "-37.62", None),
        ("3", "2", "66.7", "sesuai", "66.67", "F1"),
        ("0", "5", "100", "tak_terhitung", None, None),
        (None, "5", "100", "tak_terhitung", None, None),
        ("5", None, "100", "tak_terhitung", None, None),
        ("5", "4", None, "tak_terhitung", "80", None),
        ("5", "0", "0", "sesuai", "0", "F1"),
        ("5", "0", "100", "tak_terhitung", None, None),  # in full where lower is better
    ],
)
def test_verdict(
    target: str | None,
    realisasi: str | None,
    capaian: str | None,
    verdict: str,
    computed: str | None,
    rumus: str | None,
) -> None:
    found = evaluate_row(f(target), f(realisasi), f(capaian))
    assert (found.verdict, found.rumus) == (verdict, rumus)
    assert (None if found.capaian is None else str(found.capaian)) == computed


def test_digits_that_are_not_printed_are_a_reason_not_an_excuse() -> None:
    assert evaluate_row(f("0.53"), f("0.34"), f("63.36")).reason == "sebelum_dibulatkan"
    assert evaluate_row(f("53"), f("34"), f("63.36")).reason is None  # counts have no such digits
    assert evaluate_row(f("0.53"), f("0.34"), f("70.00")).reason is None


def test_strict_computes_with_printed_digits_only() -> None:
    assert evaluate_row(f("0.53"), f("0.34"), f("63.36"), strict=True).verdict == "tidak_sesuai"


@pytest.mark.parametrize(
    ("rows", "cap"),
    [
        ([row("61.15", "100", "100"), row("100", "100", "100")], None),
        ([row("61.15", "100", "100"), row("61.15", "100", "100", "t2")], None),  # one fact twice
        ([row("61.15", "100", "100"), row("80", "90", "100")], "100"),
        ([row("61.15", "100", "100"), row("80", "90", "100"), row("80", "96", "120")], None),
        ([row("10", "30", "120"), row("10", "19", "120"), row("10", "11", "110")], "120"),
    ],
)
def test_a_limit_needs_two_rows_and_none_above(rows: list[BarisKinerja], cap: str | None) -> None:
    assert detect_cap(rows) == (None if cap is None else Decimal(cap))


def test_limited_rows_are_right_and_say_so() -> None:
    found = evaluate([row("61.15", "100", "100"), row("80", "90", "100"), row("80", "40", "50")])
    assert [hasil.verdict for hasil in found.hasil] == ["sesuai"] * 3
    assert found.hasil[0].rumus == "F1cap100"


def test_a_stated_limit_holds_for_one_row() -> None:
    found = evaluate([row("61.15", "100", "100")], cap=Decimal(100))
    assert found.hasil[0].verdict == "sesuai"


def test_a_lonely_limit_is_a_contradiction_with_a_reason() -> None:
    found = evaluate([row("61.15", "100", "100"), row("100", "100", "100")])
    assert (found.hasil[0].verdict, found.hasil[0].reason) == ("tidak_sesuai", "mungkin_dibatasi")


def test_the_table_says_which_formula_computes() -> None:
    rows = [row("10", "8", "125"), row("8", "4", "200"), row("5", "4", "90"), row("7", "7", "100")]
    found = evaluate(rows)
    assert (found.tabel["t1"].rumus, found.tabel["t1"].rows, found.tabel["t1"].of) == ("F3", 3, 4)
    assert found.hasil[2].verdict == "tidak_sesuai"
    assert found.hasil[2].capaian == 125
    assert found.hasil[3].rumus == "F3"


@pytest.mark.parametrize(
    ("raw", "ends"),
    [
        ("5-6%", ("5", "6")),
        ("4,98% - 5,23 %", ("4.98", "5.23")),
        ("7 s.d. 8 bulan", ("7", "8")),
        ("-7,20", None),
        ("2018", None),
    ],
)
def test_range(raw: str, ends: tuple[str, str] | None) -> None:
    found = range_ends(raw)
    assert (None if found is None else tuple(str(end.number) for end in found)) == ends


@pytest.mark.parametrize(
    ("realisasi", "capaian", "verdict", "computed"),
    [
        ("11.45", "190.83", "sesuai", "190.83"),
        ("5.5", "100", "sesuai", "100"),
        ("4", "80", "sesuai", "80"),
        ("4", "70", "tidak_sesuai", "80"),
    ],
)
def test_range_target(realisasi: str, capaian: str, verdict: str, computed: str) -> None:
    found = evaluate([baris("t1", ("5-6%", None), (realisasi, f(realisasi)), (capaian, f(capaian)))]).hasil[0]
    assert (found.verdict, str(found.capaian)) == (verdict, computed)


def test_text_is_told_from_nothing() -> None:
    found = evaluate(
        [baris("t1", ("BB", None), ("B", None), ("", None)), baris("t1", ("-", None), ("3", f("3")), ("", None))]
    )
    assert [hasil.reason for hasil in found.hasil] == ["target_teks", "target_kosong"]


def consistent_row(rng: random.Random) -> BarisKinerja:
    """A row as a spreadsheet prints it: computed with hidden digits, each figure then rounded or cut to what is shown."""
    shown_t, shown_r, shown_c = (rng.choice((0, 1, 2)) for _ in range(3))
    target = Decimal(rng.randint(1, 10**6)) / (10 ** (rng.choice((2, 4)) if shown_t else 0))
    realisasi = Decimal(rng.randint(0, 2 * 10**6)) / (10 ** (rng.choice((2, 4)) if shown_r else 0))
    rumus = rng.choice(("F1", "F2", "F3")) if realisasi else "F1"
    value = point(rumus, Figur(target), Figur(realisasi))
    assert value is not None

    def cut(number: Decimal, decimals: int, mode: str) -> Figur:
        return Figur(number.quantize(Decimal(1).scaleb(-decimals), rounding=mode), decimals)

    mode = rng.choice((ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN))
    capaian = Decimal(value.numerator) / Decimal(value.denominator)
    return BarisKinerja("t1", cut(target, shown_t, mode), cut(realisasi, shown_r, mode), cut(capaian, shown_c, mode))


def test_consistent_rows_never_contradict() -> None:
    rng = random.Random(20)
    for _ in range(2000):
        row_ = consistent_row(rng)
        found = evaluate_row(row_.target, row_.realisasi, row_.capaian)
        assert found.verdict != "tidak_sesuai" or found.reason == "sebelum_dibulatkan", row_


def test_a_wrong_digit_is_seen() -> None:
    """Counts are exact, so a changed leading digit of the capaian never agrees by rounding."""
    rng = random.Random(21)
    for _ in range(500):
        target, realisasi = Decimal(rng.randint(100, 9999)), Decimal(rng.randint(100, 9999))
        exact = Fraction(realisasi) / Fraction(target) * 100
        capaian = (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(Decimal("0.01"))
        wrong = Figur(capaian + rng.choice((-20, 30, 50)), 2)
        values = [point(rumus, Figur(target), Figur(realisasi)) for rumus in ("F2", "F3")]
        if any(value is not None and abs(value - Fraction(wrong.number)) < 1 for value in values):
            continue
        assert evaluate_row(Figur(target), Figur(realisasi), wrong).verdict == "tidak_sesuai"
