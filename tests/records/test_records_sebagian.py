"""Rows of a part of the year: what the title of the table or the report lends to rows that name no quarter themselves."""

import msgspec
import pytest

from extractor.model.laporan import Identitas
from extractor.records import of_report, read_records
from tests.records.pabrik_tabel import captioned, grid, tables

RESULTS = ("Indikator|Target|Realisasi|Capaian (%)", "Indeks mutu|80|40|50", "Indeks layanan|80||")
PLAN = ("Indikator|Satuan|Target", "Indeks mutu|Indeks|80")
YEARS = ("Indikator|Realisasi 2019|Realisasi 2020", "Indeks mutu|79|40")
QUARTERS = (
    "Indikator|Triwulan I|<|Triwulan II|<|Realisasi",
    "^|Target|Realisasi|Target|Realisasi|^",
    "Indeks mutu|20|19|40|38|57",
)
TARGETS = ("Indikator|Target|Target Triwulan II|Realisasi Triwulan II", "Indeks mutu|80|40|38")
MONEY = ("Program|Pagu (Rp)|Realisasi (Rp)", "Program A|10.000.000|4.000.000", "Program B|20.000.000|")
PAGU = ("Program|Pagu (Rp)", "Program A|10.000.000")
Periods = list[tuple[int | None, str | None]]


def periods(*rows: str, report: str | None = None, judul: str | None = None) -> Periods:
    """Year and period of every row, as the report of `report` ends up with them."""
    identitas = Identitas("LKIP", "Dinas Contoh", 2020, report)
    table = grid(*rows)
    found = read_records(tables(captioned(table, judul)), identitas, None, [table])
    indikator, anggaran = of_report(found.indikator, found.anggaran, identitas)
    return [(row.tahun, row.periode) for row in (*indikator, *anggaran)]


@pytest.mark.parametrize(
    ("rows", "report", "expected"),
    [
        (RESULTS, None, [(2020, None), (2020, None)]),
        (RESULTS, "TW2", [(2020, "TW2"), (2020, "TW2")]),
        (PLAN, "TW2", [(2020, None)]),
        (YEARS, "sd_09", [(2019, None), (2020, "sd_09")]),
        (QUARTERS, None, [(2020, "TW1"), (2020, "TW2"), (2020, None)]),
        (QUARTERS, "TW2", [(2020, "TW1"), (2020, "TW2"), (2020, "S1")]),
        (QUARTERS, "TW3", [(2020, "TW1"), (2020, "TW2"), (2020, "TW3")]),
        (TARGETS, "TW2", [(2020, None), (2020, "TW2")]),
        (MONEY, "S1", [(2020, "S1"), (2020, "S1")]),
        (PAGU, "S1", [(2020, None)]),
    ],
    ids=["year", "results", "plan", "years", "quarters", "up to now", "third", "targets", "money", "pagu"],
)
def test_results_of_a_report_of_a_part_of_the_year(
    rows: tuple[str, ...], report: str | None, expected: Periods
) -> None:
    assert periods(*rows, report=report) == expected


@pytest.mark.parametrize(
    ("rows", "judul", "expected"),
    [
        (RESULTS, "Capaian Kinerja s.d. Triwulan III Tahun 2020", [(2020, "sd_09"), (2020, "sd_09")]),
        (RESULTS, "Capaian Kinerja Triwulan I s.d. IV", [(2020, None), (2020, None)]),
        (PLAN, "Target Kinerja Triwulan II", [(2020, None)]),
        (YEARS, "Realisasi Triwulan II Tahun 2020 dan Tahun 2019", [(2019, "TW2"), (2020, "TW2")]),
        (YEARS, "Realisasi Triwulan II Tahun 2020 terhadap yang lalu", [(2019, None), (2020, "TW2")]),
        (YEARS, "Realisasi Triwulan II", [(2019, "TW2"), (2020, "TW2")]),
    ],
)
def test_results_of_a_table_of_a_part_of_the_year(rows: tuple[str, ...], judul: str, expected: Periods) -> None:
    assert periods(*rows, judul=judul) == expected


def test_a_report_of_a_part_of_the_year_is_said_once() -> None:
    table = grid(*RESULTS)
    for report, count in (("TW2", 1), (None, 0)):
        found = read_records(tables(captioned(table)), Identitas("LKIP", None, 2020, report), None, [table])
        assert [t.code for t in found.temuan] == ["PERIOD-PART"] * count
    assert not read_records((), Identitas("LKIP", None, 2020, "TW2")).temuan


def test_the_report_lends_nothing_to_a_table_that_says_its_own() -> None:
    assert periods(*MONEY, report="TW2", judul="Realisasi Anggaran s.d. Triwulan III") == [(2020, "sd_09")] * 2


def test_without_year_of_the_report_all_results_are_of_its_part() -> None:
    table = grid(*RESULTS)
    identitas = Identitas("LKIP", "Dinas Contoh", None, "TW2")
    found = read_records(tables(captioned(table), tahun=None), identitas, None, [table])
    indikator, _ = of_report(found.indikator, found.anggaran, identitas)
    assert [(row.tahun, row.periode) for row in indikator] == [(None, "TW2")] * 2
    assert indikator == tuple(msgspec.structs.replace(row, periode="TW2") for row in found.indikator)
