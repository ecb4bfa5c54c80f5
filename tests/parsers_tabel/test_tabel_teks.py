"""What a single cell looks like."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.tabel.teks import TabelTeks, column_numbers, glue, is_figure, is_nothing, is_total, rough


@pytest.mark.parametrize(
    "text", ["80", "42,5 %", "Rp. 2.660.000,-", "-7,20 %", "30 LPK", "81 (A)", "1:188", "(28.78)", "5-6%"]
)
def test_a_figure_begins_the_cell(text: str) -> None:
    assert is_figure(text)


@pytest.mark.parametrize(
    "text", ["", "-", "1. Persentase jalan mantap", "Jumlah koperasi aktif", "BB", "2) Indeks", "1.03.02 PROGRAM JALAN"]
)
def test_a_name_is_no_figure(text: str) -> None:
    assert not is_figure(text)


@pytest.mark.parametrize("text", ["", " - ", "–", "NA", "n/a", "N.A.", "DTT", "√", "belum rilis", "Nihil"])
def test_marks_for_nothing(text: str) -> None:
    assert is_nothing(text)


@pytest.mark.parametrize("text", ["0", "WTP", "BB", "Ada", "-7", "2 dokumen"])
def test_values_are_not_nothing(text: str) -> None:
    assert not is_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "Jumlah",
        "J U M L A H",
        "JUMLAH I + II",
        "Total APBD",
        "Rata – Rata",
        "RATA-RATA CAPAIAN SASARAN KE-1",
        "Sub Jumlah",
    ],
)
def test_totals(text: str) -> None:
    assert is_total(text)


@pytest.mark.parametrize(
    "text", ["Jumlah pelaku usaha yang dibina", "Total Fertility Rate", "Rata-rata lama sekolah", ""]
)
def test_indicators_that_begin_like_totals(text: str) -> None:
    assert not is_total(text)


@pytest.mark.parametrize(
    "row",
    [
        ["1", "2", "3", "6", "7", "8", "9"],
        ["(1)", "(2)", "(3)"],
        ["-1", "-2", "", "-3", "(6) =4/5*100"],
        ["1", "2", "3", "4  5", "6"],
        ["1", "2", "3", "(100-6)"],
    ],
)
def test_rows_that_number_the_columns(row: list[str]) -> None:
    assert column_numbers(row)


@pytest.mark.parametrize("row", [["1", "Mobil", "2"], ["12", "8", "3"], ["1", "", "", ""], ["1", "61,15", "100"]])
def test_rows_that_do_not(row: list[str]) -> None:
    assert not column_numbers(row)


def test_broken_words_read_alike() -> None:
    assert glue("Realisa si\n(%)") == glue("REALISASI ( % )") == "realisasi%"
    assert glue("Capaian (%) (=7/8)") == "capaian%"


def test_a_merged_cell_stands_over_its_positions() -> None:
    table = TabelTeks((("a", ""), ("", "b")), ((0, 0, 2, 1),))
    assert table.over(1, 0) == "a"
    assert table.owner(1, 1) == (1, 1)


@settings(derandomize=True, max_examples=200)
@given(st.text(max_size=40))
def test_nothing_of_this_room_fails_on_any_text(text: str) -> None:
    if rough(text) is not None:
        assert any(ch.isdigit() for ch in text)
    assert not (is_figure(text) and is_nothing(text))
    assert all(ch == "%" or ch.isalnum() for ch in glue(text))
