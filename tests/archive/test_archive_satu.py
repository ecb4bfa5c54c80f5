"""Rows of one report that are one indicator though its tables word it otherwise, and those that are not."""

from dataclasses import replace
from decimal import Decimal

import pytest

from extractor.archive.beda import differences
from extractor.archive.butir import Butir, Figur
from extractor.archive.kata import words
from extractor.archive.match import match
from extractor.archive.putusan import read_decisions
from extractor.archive.satu import joined
from extractor.archive.satuan import normal


def butir(nama: str, tabel: str, row: int, target: str = "", satuan: str | None = "%", kegiatan: str = "") -> Butir:
    number = Decimal(target) if target else None
    figures = {(2020, "target"): [Figur(number, target, tabel, 1, normal(satuan), "unchecked")]}
    return Butir(
        "a", 2020, nama, words(nama), satuan, normal(satuan), (), tabel, 1, 0, {tabel},
        figures=figures if number is not None else {}, rows={tabel: row}, kegiatan=(words(kegiatan),) if kegiatan else (),
    )  # fmt: skip


def names(found: list[Butir]) -> list[list[str]]:
    return [[b.nama, *(other.nama for other in b.lain)] for b in found]


def two_lists() -> list[Butir]:
    return [
        butir("Persentase jalan mantap", "t1", 1, "61.5"),
        butir("Persentase implementasi rencana induk", "t1", 2, "28"),
        butir("Indeks kualitas air", "t1", 3, "7.2", None),
        butir("Persentase jalan mantap", "t2", 1, "61.5"),
        butir("Persentase perangkat daerah yang melaksanakan rencana", "t2", 2, "28"),
        butir("Indeks kualitas air", "t2", 3, "7.2", None),
    ]


def test_lists_that_agree_row_by_row() -> None:
    found = joined(two_lists())
    assert [len(b.lain) for b in found] == [0, 1, 0]
    assert found[1].rows == {"t1": 2, "t2": 2}


@pytest.mark.parametrize(
    ("row", "target", "satuan"), [(2, "29", "%"), (9, "28", "%"), (2, "28", "orang"), (2, "", "%")]
)
def test_lists_that_do_not(row: int, target: str, satuan: str) -> None:
    other = butir("Persentase perangkat daerah yang melaksanakan rencana", "t2", row, target, satuan)
    assert len(joined([*two_lists()[:4], other, two_lists()[5]])) == 4


@pytest.mark.parametrize(
    ("one", "other", "figures", "number"),
    [
        ("Total Fertility Rate (TFR)", "TFR/Total Fertility Rate (Angka Kelahiran Total)", ("2.42", "2.42"), 1),
        ("Total Fertility Rate (TFR)", "TFR/Total Fertility Rate (Angka Kelahiran Total)", ("2.42", "2.4"), 2),
        ("Jumlah siswa (SD)", "Jumlah siswa (SMP)", ("250", "250"), 2),
        ("Jumlah siswa", "Jumlah siswa (SMP)", ("100", "100"), 2),
    ],
)
def test_a_gloss_in_brackets(one: str, other: str, figures: tuple[str, str], number: int) -> None:
    assert len(joined([butir(one, "t1", 1, figures[0]), butir(other, "t2", 7, figures[1])])) == number


def test_one_kegiatan_that_each_table_measures_once() -> None:
    plan = butir("Jumlah kelompok tani yang dibina penyuluh", "t1", 1, "4", "kelompok", "Pembinaan Kelompok Tani")
    result = butir("Jumlah kelompok tani yang mengikuti pembinaan", "t2", 5, "", "kelompok", "Pembinaan Kelompok Tani")
    second = butir("Jumlah kelompok tani", "t2", 6, "", "kelompok", "Pembinaan Kelompok Tani")
    assert names(joined([plan, result])) == [[plan.nama, result.nama]]
    assert len(joined([plan, result, second])) == 3


def later(nama: str, satuan: str | None = "%", kegiatan: str = "") -> Butir:
    return replace(butir(nama, "t9", 1, "", satuan, kegiatan), laporan="b", tahun=2021)


def test_another_wording_of_the_report_is_a_witness() -> None:
    one = joined(two_lists())
    [found] = match([one[1]], [later("Persentase perangkat daerah yang melaksanakan rencana")])
    assert found.relasi == "same"


def test_an_indicator_of_the_same_kegiatan_is_neither_surely_gone_nor_new() -> None:
    old = butir("Jumlah laporan hasil promosi", "t1", 1, "2", "laporan", "Pemberdayaan Ekonomi Keluarga")
    new = later("Banyaknya fasilitasi usaha kecil", None, "Pemberdayaan Ekonomi Keluarga")
    assert {j.relasi for j in match([old], [new])} == {"doubtful"}
    apart = later("Banyaknya fasilitasi usaha kecil", None, "Penyediaan Sarana")
    assert {j.relasi for j in match([old], [apart])} == {"gone", "new"}


def told(report: str, year: int, *figures: str) -> Butir:
    made = butir("x", "t1", 1)
    values = [Figur(Decimal(text), text, f"t{n}", n, None, "unchecked") for n, text in enumerate(figures)]
    return replace(made, laporan=report, tahun=year, figures={(2020, "realisasi"): values})


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        ((("24", "28", "24"), ("28",)), [("24", "28", "unexplained"), ("24", "28", "restated")]),
        ((("5", "7"), ("5", "7")), [("5", "7", "unexplained")]),
        ((("5",), ("6",), ("5",)), [("5", "6", "restated"), ("6", "5", "restated")]),
        ((("5",), ("6",), ("6",)), [("5", "6", "restated")]),
    ],
)
def test_contradictions_within_a_report_and_between_two(
    reports: tuple[tuple[str, ...], ...], expected: list[tuple[str, str, str]]
) -> None:
    found = differences("s", [told(f"r{n}", 2020 + n, *figures) for n, figures in enumerate(reports)])
    assert [(str(b.nilai_a), str(b.nilai_b), b.jenis) for b in found] == expected


def test_a_decision_may_name_any_wording() -> None:
    one = joined(two_lists())[1]
    decided = read_decisions(
        "laporan_a,indikator_a,laporan_b,indikator_b,putusan\n"
        "a,Persentase perangkat daerah yang melaksanakan rencana,b,Indeks perencanaan,sama\n"
    )
    assert decided.decide(one, later("Indeks perencanaan")) is True
    assert decided.decide(one, later("Indeks lain")) is None
