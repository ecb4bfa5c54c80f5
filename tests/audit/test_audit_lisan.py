"""Counts and figures in words: the sentence against its list, its table, its words."""

from decimal import Decimal

import pytest

from extractor.audit import Audited, audit
from extractor.model.hitungan import Hitungan
from extractor.model.laporan import Klaim, KlaimFigure
from tests.audit.pabrik import ACHIEVED, BUDGET, codes, number_of, only, run, tabel

ROWS = [["1", "Indeks layanan", "80", "80", "100"], ["2", "Nilai akhir", "50", "50", "100"]]


def judge(*counts: Hitungan, klaim: tuple[Klaim, ...] = ()) -> Audited:
    return audit([tabel(ROWS, ACHIEVED)], [], [], klaim, (), counts)


def count(
    noun: str,
    number: int,
    *,
    words: int | None = None,
    listed: int | None = None,
    tabel: str | None = None,
    others: tuple[int, ...] = (),
) -> Hitungan:
    return Hitungan(f"{number} {noun}", 7, None, noun, str(number), number, words, listed, tabel, others)


def test_a_list_of_another_length_is_an_error() -> None:
    item = only(judge(count("kegiatan", 10, listed=11)), "COUNT")
    assert (item.severity, item.reported, item.recomputed, item.refs[0].page) == ("E", "10", "11", 7)


def test_a_list_may_be_of_any_thing_the_sentence_counts() -> None:
    assert codes(judge(count("sasaran", 2, listed=3, others=(3,)))) == []


def test_the_rows_of_the_table_pointed_at_are_counted() -> None:
    assert codes(judge(count("indikator", 2, tabel="t1"))) == []
    item = only(judge(count("indikator", 3, tabel="t1")), "COUNT")
    assert (item.severity, item.recomputed, item.refs[1].tabel) == ("W", "2", "3.1")


def test_words_beside_digits_are_a_witness() -> None:
    assert codes(judge(count("sasaran", 23, words=23))) == []
    assert only(judge(count("sasaran", 23, words=18)), "TERBILANG").recomputed == "18"


def test_amounts_in_words() -> None:
    def claim(words: int) -> Klaim:
        figures = (KlaimFigure("pagu", "Rp 1.500,-", Decimal(1500)), KlaimFigure("terbilang", "…", Decimal(words)))
        return Klaim(7, "…", None, figures)

    assert codes(judge(klaim=(claim(1500),))) == []
    assert only(judge(klaim=(claim(1050),)), "TERBILANG").reported == "Rp 1.500,-"


BUDGET_ROWS = [
    ["1.01", "Program Pelayanan Pelanggan", "-", "-", "-"],
    ["1.01.01", "Pengadaan mesin cetak", "400.000", "398.000", "99,50"],
    ["1.01.02", "Pelatihan juru cetak", "600.000", "300.000", "50,00"],
    ["1.02", "Program Sarana Gedung", "200.000", "200.000", "100"],
    ["1.02.01", "Perbaikan atap", "200.000", "200.000", "100"],
]
LEVELS = ["program", "kegiatan", "kegiatan", "program", "kegiatan"]


def said(text: str, subjek: str | None, **figures: str) -> Klaim:
    found = tuple(KlaimFigure(role, raw, number_of(raw.replace("Rp ", ""))) for role, raw in figures.items())
    return Klaim(7, text, subjek, found)


@pytest.mark.parametrize(
    ("claim", "wanted"),
    [
        (said("Pengadaan mesin cetak", None, realisasi="398.000", persen="99,50%", pagu="400.000"), []),
        (said("Pengadaan mesin cetak", None, realisasi="400.000", persen="9,95%", pagu="400.000"), ["398000", "99.50"]),
        (said("…", "Pelatihan juru cetak", realisasi="310.000", persen="50,00%"), ["300000"]),  # by name and percent
        (said("…", None, realisasi="310.000", persen="50,00%", pagu="600.000"), ["300000"]),  # by pagu and percent
        (said("…", "Program pelayanan pelanggan", realisasi="0", persen="0%", pagu="1.000.000"), ["69.8"]),
    ],
)
def test_each_figure_of_a_sentence_against_its_row(claim: Klaim, wanted: list[str]) -> None:
    found = run(tabel(BUDGET_ROWS, BUDGET), levels=LEVELS, klaim=[claim])
    assert [item.recomputed for item in found.temuan if item.code == "NARR"] == wanted


def test_efficiency_in_sentences_is_judged_where_another_one_follows() -> None:
    right = said("…", None, capaian="78,72%", efisiensi="21,28%")
    wrong = said("…", None, capaian="85,30%", efisiensi="16,7%")
    assert codes(judge(klaim=(wrong,))) == []
    assert only(judge(klaim=(right, wrong)), "EFF").recomputed == "14.7"


TOTAL = "Alokasi anggaran Dinas Contoh tahun 2020 sebesar Rp 15.750.000"
OTHER = "Dinas Contoh Tahun 2020 didukung dengan anggaran Rp 15.000.000"
PARTS = {"belanja_tidak_langsung": "Rp 11.500.000", "belanja_langsung": "Rp 4.250.000"}


@pytest.mark.parametrize(
    ("claims", "severities"),
    [
        ((said(TOTAL, None, pagu="Rp 15.750.000", **PARTS), said(OTHER, None, pagu="Rp 15.000.000")), ["E"]),
        ((said(TOTAL, None, pagu="Rp 15.750.000"), said(OTHER, None, pagu="Rp 15.000.000")), []),  # which one?
        ((said(TOTAL, None, pagu="Rp 15.750.000"),) * 2 + (said(OTHER, None, pagu="Rp 15.000.000"),), ["W"]),
        (
            (
                said(TOTAL, None, pagu="Rp 15.750.000", **PARTS),
                said(OTHER.replace("anggaran", "anggaran perubahan"), None, pagu="Rp 15.000.000"),
            ),
            [],
        ),
        ((said(TOTAL, None, pagu="Rp 15.850.000", **PARTS),), ["E"]),  # its parts
    ],
)
def test_the_whole_budget_is_one_amount(claims: tuple[Klaim, ...], severities: list[str]) -> None:
    assert [item.severity for item in judge(klaim=claims).temuan if item.code == "TOTAL"] == severities


def test_the_share_of_everything_must_follow_from_a_table() -> None:
    rows = [[f"1.0{i}", f"Program {name} warga", "100.000", "90.000", "90,00"] for i, name in enumerate("ABC", 1)]

    def found(share: str) -> list[str]:
        claim = said("Secara keseluruhan realisasi keuangan " + share, None, persen=share)
        return codes(run(tabel(rows, BUDGET), levels=["program"] * 3, klaim=[claim]))

    assert found("90,00%") == []
    assert found("99,26%") == ["TOTAL"]
