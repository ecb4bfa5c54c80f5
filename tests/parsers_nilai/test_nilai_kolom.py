"""Columns: what siblings settle."""

from decimal import Decimal

import pytest

from parsers.nilai import Hint, read_column

COLUMNS: list[tuple[Hint | None, list[tuple[str, str, str]]]] = [
    # a fraction among fractions, thousands among thousands
    (None, [("0.87", "0.87", "clean"), ("1.5", "1.5", "clean"), ("1.309", "1.309", "clean")]),
    (None, [("2.450", "2450", "clean"), ("12.800", "12800", "clean"), ("1.309", "1309", "clean")]),
    (None, [("1.689.683", "1689683", "clean"), ("1.362", "1362", "clean"), ("43", "43", "clean")]),
    (None, [("98,5", "98.5", "clean"), ("16.542", "16542", "clean"), ("224", "224", "clean")]),
    # nothing decides
    (None, [("1.309", "1309", "ambiguous"), ("87.5", "87.5", "clean")]),
    (None, [("0,01", "0.01", "clean"), ("137,08", "137.08", "clean"), ("12,000", "12000", "ambiguous")]),
    # the odd mark of one cell
    (None, [("224.630", "224630", "clean"), ("256,823", "256823", "mixed"), ("221.928", "221928", "clean"),
        ("209.411", "209411", "clean")]),
    ("rupiah", [("83.839.000", "83839000", "clean"), ("66.000,000", "66000000", "mixed")]),
    ("rupiah", [("12.500.000", "12500000", "clean"), ("256,823", "256823", "mixed")]),
    # English grouping throughout is no oddity
    (None, [("12,345", "12345", "clean"), ("6,789", "6789", "clean"), ("1,234,567", "1234567", "clean")]),
    # scores with three decimals
    (None, [("3,000 poin", "3.000", "clean"), ("2,920 poin", "2.920", "clean"), ("3,250 poin", "3.250", "clean")]),
    ("persen", [("99.283", "99.283", "clean"), ("100", "100", "clean"), ("95", "95", "clean")]),
    # sums in millions are clean, a lost zero among full sums is not
    ("rupiah", [("393.30", "393.30", "clean"), ("150.00", "150.00", "clean")]),
    ("rupiah", [("12.500.000", "12500000", "clean"), ("150.000.00", "150000.00", "ambiguous")]),
]  # fmt: skip


@pytest.mark.parametrize(("hint", "column"), COLUMNS)
def test_columns(hint: Hint | None, column: list[tuple[str, str, str]]) -> None:
    values = read_column([raw for raw, _, _ in column], hint)
    assert [(v.raw, format(v.number or Decimal(0), "f"), v.reading) for v in values] == column


def test_what_was_settled_keeps_the_other_value() -> None:
    (*_, value) = read_column(["0.87", "1.5", "1.309"])
    assert value.alternatives == (Decimal(1309),)
    assert value.decimals == 3


def test_a_year_among_counts_is_a_count() -> None:
    assert [value.type for value in read_column(["2015", "12", "1400"])] == ["angka", "angka", "angka"]
    assert [value.type for value in read_column(["2015", "2016", "12"])] == ["tahun", "tahun", "angka"]


def test_an_empty_column() -> None:
    assert read_column([]) == []
    assert [value.mark for value in read_column(["-", ""])] == ["-", None]
