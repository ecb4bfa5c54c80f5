"""Shapes of tables in other reports: planned and realised money side by side, quarters of money, mixed headers, averages."""

import pytest

from extractor.model.laporan import Angka
from tests.records.pabrik_tabel import grid, records


def raw(figure: Angka | None) -> str | None:
    return figure.raw if figure else None


def money(*rows: str) -> list[tuple[str | None, ...]]:
    found = records(grid(*rows)).anggaran
    return [(r.uraian, raw(r.pagu), raw(r.realisasi), raw(r.persen), raw(r.fisik)) for r in found]


def measured(*rows: str) -> list[tuple[object, ...]]:
    found = records(grid(*rows)).indikator
    return [(r.indikator, r.tahun, r.periode, raw(r.target), raw(r.realisasi), raw(r.capaian)) for r in found]


def codes(*rows: str) -> list[str]:
    return [found.code for found in records(grid(*rows)).temuan]


def test_planned_money_and_progress_are_never_realised_ones() -> None:
    rupiah = ("Kegiatan|Pagu|Target|<|Realisasi|<", "^|^|Fisik (%)|Keuangan (Rp)|Fisik (%)|Keuangan (Rp)",
              "Pembinaan gerai|600.000.000|100|580.000.000|99|550.000.000")  # fmt: skip
    assert money(*rupiah) == [("Pembinaan gerai", "600.000.000", "550.000.000", None, "99")]
    shares = (
        "Kegiatan|Pagu|Target (%)|<|Realisasi (%)|<",
        "^|^|Keuangan|Fisik|Keuangan|Fisik",
        "Pembinaan gerai|600.000.000|100|100|91,67|99",
    )
    assert money(*shares) == [("Pembinaan gerai", "600.000.000", None, "91,67", "99")]


def test_percents_under_a_header_of_money_are_no_rupiah() -> None:
    rows = ("Program|Pagu|Realisasi Keuangan|Fisik", "Program A|600.000.000|91,67|100", "Program B|500.000.000|0|0")
    assert money(*rows)[0] == ("Program A", "600.000.000", None, "91,67", "100")


def test_money_of_quarters_is_no_money_of_the_year() -> None:
    rows = ("No|Program|Anggaran|Triwulan|<|<|<", "^|^|^|I|II|III|IV",
            "1|Program A|100.000.000|20.000.000|30.000.000|40.000.000|10.000.000")  # fmt: skip
    assert money(*rows) == [("Program A", "100.000.000", None, None, None)]
    assert codes(*rows) == ["COL-UNREAD"]


def test_realised_up_to_the_last_quarter_is_that_of_the_year() -> None:
    assert measured("Indikator|Target|Realisasi s.d. TW IV|Capaian (%)", "Indeks mutu|80|82|102,5") == [
        ("Indeks mutu", 2020, None, "80", "82", "102,5")
    ]


def test_a_group_header_of_targets_and_realised_values_tells_of_no_column() -> None:
    rows = ("Indikator|Satuan|Kondisi Awal dan Target Kinerja|<|<", "^|^|2018|2019|2020", "Indeks mutu|Nilai|70|72|75")
    assert measured(*rows) == []
    assert codes(*rows) == ["ROW-UNREAD", "COL-ROLE", "COL-ROLE", "COL-ROLE"]
    parted = ("Indikator|Target dan Realisasi Kinerja|<|<", "^|Target|Realisasi|%", "Indeks mutu|70|72|102,86")
    assert measured(*parted) == [("Indeks mutu", 2020, None, "70", "72", "102,86")]


def test_a_cell_of_target_and_realised_value_is_neither() -> None:
    rows = ("Indikator|Satuan|Target/Realisasi|Capaian (%)", "Indeks mutu|Nilai|70/72|102,86")
    assert measured(*rows) == [("Indeks mutu", 2020, None, None, None, "102,86")]


def test_averages_are_no_indicators_unless_they_are_measured() -> None:
    rows = ("No|Indikator|Satuan|Target|Realisasi|Capaian", "1|Rata-rata capaian kinerja OPD|%|90|91|101", "2|Indeks mutu|Nilai|80|80|100",
            "|Rata-rata Persentase Capaian||||100,5", "|Nilai rata-rata tingkat capaian kinerja sasaran 1||||100,5",
            "3|Rata-rata lama layanan|Hari|5|5|100")  # fmt: skip
    assert [found[0] for found in measured(*rows)] == [
        "Rata-rata capaian kinerja OPD",
        "Indeks mutu",
        "Rata-rata lama layanan",
    ]


def test_a_column_of_the_province_measures_nobody_here() -> None:
    rows = ("Indikator|Target|Realisasi|Realisasi Provinsi|Target Nasional", "Indeks mutu|80|82|79|85")
    assert measured(*rows) == [("Indeks mutu", 2020, None, "80", "82", None)]
    alone = ("Indikator|Target|Realisasi Provinsi", "Indeks mutu|80|82")
    assert measured(*alone) == [("Indeks mutu", 2020, None, "80", "82", None)]


def test_repeat_marks_take_the_text_of_the_cell_above_and_point_at_it() -> None:
    table = grid(
        "Indikator|Satuan|Target|Realisasi",
        "Indeks mutu|Nilai|80|82",
        "Indeks tertib|sda|idem|81",
        'Indeks rapi|"|"|79',
    )
    found = records(table)
    assert [(r.satuan, raw(r.target), r.target and r.target.cell) for r in found.indikator] == [
        ("Nilai", "80", (1, 2))
    ] * 3
    assert [(t.code, [(ref.row, ref.col) for ref in t.refs]) for t in found.temuan] == [
        ("CELL-REPEAT", [(2, 1), (2, 2), (3, 1), (3, 2)])
    ]


def test_a_repeat_mark_below_nothing_or_a_total_is_empty() -> None:
    rows = (
        "Indikator|Target|Realisasi",
        "Indeks mutu|-|82",
        "Indeks tertib|sda|81",
        "Jumlah|90|91",
        "Indeks rapi|sda|79",
    )
    assert [found[3] for found in measured(*rows)] == [None, None, None]
    assert codes(*rows) == ["CELL-REPEAT"]


def test_a_single_ditto_sign_may_be_dirt() -> None:
    assert codes("Indikator|Target|Realisasi", "Indeks mutu|80|82", 'Indeks tertib|"|81') == []


@pytest.mark.parametrize(
    "heads",
    [
        "Target Murni|Target Perubahan",
        "Target Sebelum Perubahan|Target Setelah Perubahan",
        "Target RKT 2020|Target PK 2020",
        "Target Awal|Target",
    ],
)
def test_of_two_targets_of_a_year_the_agreement_s_last_one_counts(heads: str) -> None:
    rows = (f"Indikator|{heads}|Realisasi|Capaian (%)", "Indeks mutu|70|72|75|104,17")
    assert measured(*rows) == [("Indeks mutu", 2020, None, "72", "75", "104,17")]


def test_rows_of_another_indicator_without_a_name_give_no_record() -> None:
    lying = (
        "Indikator|Uraian|2019|2020",
        "Indeks mutu|Target|80|81",
        "|Realisasi|80|82",
        "|Target|70|71",
        "|Realisasi|69|70",
    )
    assert [found[3] for found in measured(*lying)] == ["80", "81"]
    quarters = (
        "Indikator|Target Tahunan|Triwulan|Target",
        "Indeks mutu|100|TW I|25",
        "||TW II|75",
        "||TW I|30",
        "||TW II|40",
    )
    assert [found[3] for found in measured(*quarters)] == ["100", "25", "75"]
    assert codes(*lying) == codes(*quarters) == ["ROW-UNREAD"]


def test_several_figures_in_a_cell_of_a_figure_column_are_told() -> None:
    rows = ("Program|Pagu|Realisasi", "Program A|10.000.000|9.000.000", "Program B|5.000.000 7.000.000|4.000.000")
    assert codes(*rows) == ["CELL-FIGURES"]
