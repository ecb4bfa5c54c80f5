"""Indicator rows by the rules of the typed rows: names, years, quarters, nulls, stacked values, totals."""

import pytest

from extractor.model.laporan import Angka, Indikator
from tests.records.pabrik_tabel import grid, records


def raw(figure: Angka | None) -> str | None:
    return figure.raw if figure else None


def plain(record: Indikator) -> tuple[str, int | None, str | None, str | None, str | None, str | None]:
    return (
        record.indikator, record.tahun, record.periode, raw(record.target), raw(record.realisasi), raw(record.capaian),
    )  # fmt: skip


def read(*rows: str, judul: str | None = None, plan: tuple[int, int] | None = None) -> list[tuple[object, ...]]:
    return [plain(record) for record in records(grid(*rows), judul, plan).indikator]


def test_a_row_gives_a_record_with_sasaran_unit_and_numbers() -> None:
    table = grid("No|Sasaran|Indikator Kinerja|Satuan|Target|Realisasi|Capaian (%)",
                 "1|Mutu layanan naik|1. Indeks kepuasan|Nilai|80,5|82|101,86",
                 "^|^|2. Jumlah gerai|gerai|1.200|1.300|108,33")  # fmt: skip
    first, second = records(table).indikator
    assert plain(first) == ("Indeks kepuasan", 2020, None, "80,5", "82", "101,86")
    assert (second.sasaran, second.satuan) == ("Mutu layanan naik", "gerai")
    assert second.target is not None and str(second.target.number) == "1200"
    assert second.target.cell == (2, 4)


def test_years_side_by_side() -> None:
    found = read("Indikator|2019|<|2020|<", "^|Target|Realisasi|Target|Realisasi", "Indeks mutu|80|79|81|83")
    assert found == [("Indeks mutu", 2019, None, "80", "79", None), ("Indeks mutu", 2020, None, "81", "83", None)]


def test_the_year_of_the_caption_counts_before_that_of_the_report() -> None:
    assert read("Indikator|Target", "Indeks mutu|80", judul="Perjanjian Kinerja Tahun 2021")[0][1] == 2021
    assert read("Indikator|Target", "Indeks mutu|80", judul="Perjanjian Kinerja")[0][1] == 2020


def test_end_target_and_its_percent_belong_to_the_end_year() -> None:
    rows = ("Indikator|Realisasi 2020|Target Akhir Renstra|Tingkat Kemajuan", "Indeks mutu|82|90|91,1")
    assert read(*rows, plan=(2018, 2023)) == [
        ("Indeks mutu", 2020, None, None, "82", None),
        ("Indeks mutu", 2023, None, "90", None, "91,1"),
    ]


def test_a_percent_with_its_own_year_stays_there() -> None:
    rows = ("Indikator|Realisasi 2020|Target RPJMD 2023|Capaian 2020 terhadap RPJMD 2023", "Indeks mutu|82|90|91,1")
    assert read(*rows) == [
        ("Indeks mutu", 2020, None, None, "82", "91,1"),
        ("Indeks mutu", 2023, None, "90", None, None),
    ]


def test_years_of_the_plan_and_its_baseline() -> None:
    rows = ("Indikator|Kondisi Awal|Target|<|<", "^|^|Th I|Th II|Th III", "Indeks mutu|70|75|80|85")
    assert [(r[1], r[3], r[4]) for r in read(*rows, plan=(2019, 2022))] == [
        (2019, None, "70"), (2020, "75", None), (2021, "80", None), (2022, "85", None),
    ]  # fmt: skip


def test_cumulative_growth_and_national_columns_are_no_records() -> None:
    rows = ("Indikator|Realisasi 2020|s.d. 2020|Pertumbuhan|Rata-rata nasional 2020", "Indeks mutu|82|250|3,5|79")
    assert read(*rows) == [("Indeks mutu", 2020, None, None, "82", None)]


def test_quarters_in_columns_and_in_rows() -> None:
    columns = read("Indikator|Target|<|<|<", "^|TW I|TW II|TW III|TW IV", "Indeks mutu|20|40|60|-")
    assert [(r[2], r[3]) for r in columns] == [("TW1", "20"), ("TW2", "40"), ("TW3", "60")]
    rows = read("Indikator|Target Tahunan|Triwulan|Target", "Indeks mutu|100|Triwulan I|25 %", "^|^|Triwulan II|75 %")
    assert [(r[2], r[3]) for r in rows] == [(None, "100"), ("TW1", "25 %"), ("TW2", "75 %")]


def test_quarters_stacked_in_one_cell() -> None:
    rows = read("Indikator|Target Tahunan|Triwulan|Target", "Indeks mutu|61|Triwulan I/ Triwulan II|30/ 31")
    assert [(r[2], r[3]) for r in rows] == [(None, "61"), ("TW1", "30"), ("TW2", "31")]


@pytest.mark.parametrize("nothing", ["-", "NA", "n/a", "DTT", "", "%", "orang"])
def test_cells_without_a_value_give_null(nothing: str) -> None:
    found = read("Indikator|Satuan|Target|Realisasi", f"Jumlah pelaku usaha|orang|80|{nothing}")
    assert found == [("Jumlah pelaku usaha", 2020, None, "80", None, None)]


def test_text_targets_are_kept_and_rows_without_values_are_none() -> None:
    assert read("Indikator|Target", "Opini BPK|WTP", "Indeks mutu|-") == [("Opini BPK", 2020, None, "WTP", None, None)]


def test_totals_are_no_indicators_but_jumlah_names_are() -> None:
    rows = ("Indikator|Target|Realisasi|Capaian", "Jumlah gerai|8|8|100", "Rata-rata|<|<|100", "Jumlah|8|8|100")
    assert [r[0] for r in read(*rows)] == ["Jumlah gerai"]


def test_a_percent_after_last_years_values_is_no_capaian() -> None:
    rows = ("Indikator|Realisasi 2019|Realisasi 2020|(%)", "Indeks mutu|80|82|102,5")
    assert [r[5] for r in read(*rows)] == [None, None]


def test_stacked_values_are_split_when_the_names_stack_too() -> None:
    rows = ("Indikator|Target|Realisasi", "Usaha binaan: a. Usaha mikro b. Usaha kecil|80/ 20|82/ 19")
    assert read(*rows) == [("Usaha mikro", 2020, None, "80", "82", None), ("Usaha kecil", 2020, None, "20", "19", None)]


def test_a_range_is_one_value_however_many_lines_the_name_has() -> None:
    found = read("Indikator|Target", "Tingkat/ Pengangguran/ Terbuka|7,50 – 7,00 %")
    assert found == [("Tingkat Pengangguran Terbuka", 2020, None, "7,50 – 7,00 %", None, None)]


def test_stacked_values_beside_one_name_stay_one_record() -> None:
    assert read("Indikator|Target", "Indeks mutu layanan|80/ 20") == [
        ("Indeks mutu layanan", 2020, None, "80 20", None, None)
    ]


def test_a_merged_indicator_over_rows_with_texts_of_their_own() -> None:
    rows = (
        "Indikator|Formulasi|Target|Realisasi",
        "Layanan daring|Gerai daring dibagi gerai|80|82",
        "^|Warga terlayani dibagi warga|70|71",
    )
    assert [r[0] for r in read(*rows)] == ["Gerai daring dibagi gerai", "Warga terlayani dibagi warga"]


def test_figures_belong_to_the_nearest_name_at_their_left() -> None:
    rows = ("Indikator Sasaran|Target|Kegiatan|Indikator Kegiatan|Target Kegiatan",
            "Indeks mutu layanan|80|Pelatihan|Jumlah peserta pelatihan|40 orang")  # fmt: skip
    assert [(r[0], r[3]) for r in read(*rows)] == [
        ("Indeks mutu layanan", "80"),
        ("Jumlah peserta pelatihan", "40 orang"),
    ]


def test_a_table_on_its_side() -> None:
    rows = ("Capaian Indikator|Satuan|2020|2023", "Target|Persen|60|75", "Realisasi|Persen|58|-")
    assert read(*rows, judul="Capaian Indikator “Persentase jalan mantap” terhadap Renstra") == [
        ("Persentase jalan mantap", 2020, None, "60", "58", None),
        ("Persentase jalan mantap", 2023, None, "75", None, None),
    ]


def test_a_shifted_row_is_named_by_the_text_at_its_left() -> None:
    rows = (
        "No|Sasaran|Indikator|Satuan|Target",
        "1|Mutu layanan naik|Indeks mutu layanan|Nilai|80",
        "^|b. Nilai akuntabilitas kinerja|Nilai|Indeks|77",
    )
    assert [r[0] for r in read(*rows)] == ["Indeks mutu layanan", "Nilai akuntabilitas kinerja"]


def test_the_grade_beside_the_capaian_is_the_predikat() -> None:
    record = records(
        grid("Indikator|Target|Realisasi|Kategori Penilaian", "Indeks mutu|80|50,7|63,4 % (Sedang)")
    ).indikator[0]
    assert (raw(record.capaian), record.predikat) == ("63,4 % (Sedang)", "Sedang")


def test_a_repeated_header_and_bands_inside_the_table() -> None:
    rows = (
        "Sasaran|Indikator Kinerja|Target",
        "Misi 1: Tata kelola|<|<",
        "Mutu naik|Indeks mutu|80",
        "Sasaran|Indikator Kinerja|Target",
        "Warga sehat|Angka harapan hidup|71",
    )
    assert [(r[0], r[3]) for r in read(*rows)] == [("Indeks mutu", "80"), ("Angka harapan hidup", "71")]


def test_columns_under_anggaran_give_no_indicator_figures() -> None:
    rows = (
        "Indikator|Kinerja|<|Anggaran|<",
        "^|Target|Realisasi|Target|Realisasi",
        "Indeks mutu|80|82|10.000.000|9.000.000",
    )
    assert read(*rows) == [("Indeks mutu", 2020, None, "80", "82", None)]


def test_a_changed_header_inside_a_table_is_no_record_and_gives_new_roles() -> None:
    table = grid("No|Tujuan|Indikator Kinerja|Satuan|2020|2021",
                 "1|Warga sehat|Angka harapan hidup|tahun|70|71",
                 "No|Sasaran|Indikator Kinerja|Satuan|2020|2021",
                 "1|Gizi membaik|Cakupan gizi anak|%|80|81")  # fmt: skip
    found = records(table, "Target Kinerja").indikator
    assert [record.indikator for record in found] == ["Angka harapan hidup"] * 2 + ["Cakupan gizi anak"] * 2
    assert found[2].sasaran == "Gizi membaik"


def test_leaf_headers_printed_again_inside_a_table_are_no_record() -> None:
    found = read("No|Indikator|Target|Realisasi|Capaian (%)", "1|Indeks mutu|80|79|98,75",
                 "||Target|Realisasi|Capaian (%)", "2|Jumlah gerai|10|9|90")  # fmt: skip
    assert [record[0] for record in found] == ["Indeks mutu", "Jumlah gerai"]


@pytest.mark.parametrize("name", ["100%", "56,82", "BB", "A (Memuaskan)", "-", "x"])
def test_figures_grades_and_single_letters_name_no_indicator(name: str) -> None:
    assert read("No|Indikator|Target|Realisasi", "1|Indeks mutu|80|79", f"2|{name}|81|82")[1:] == []


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("1.320 contoh", "1320"),
        ("1 Wilayah", "1"),
        ("Orang 100", "100"),
        ("42 perangka t daerah", "42"),
        ("% 95,5", "95.5"),
    ],
)
def test_a_figure_with_a_unit_in_words(printed: str, number: str) -> None:
    first = records(grid("No|Indikator|Target", f"1|Jumlah hasil uji|{printed}", "2|Jumlah gerai|7 gerai")).indikator[0]
    assert first.target is not None
    assert (first.target.raw, str(first.target.number)) == (printed, number)


@pytest.mark.parametrize("dash", ["- dok", "-Orang", "– laporan", "- kelompo k"])
def test_a_dash_before_a_unit_is_no_figure(dash: str) -> None:
    assert read("No|Indikator|Target|Realisasi", f"1|Jumlah dokumen|5|{dash}")[0][4] is None


def test_a_grade_between_two_figures_gives_no_number() -> None:
    first = records(grid("No|Indikator|Target", "1|Nilai mutu|71 B (65)")).indikator[0]
    assert first.target is not None
    assert (first.target.raw, first.target.number) == ("71 B (65)", None)


def test_brackets_after_a_name_are_a_unit_only_when_all_words_are() -> None:
    table = grid("No|Indikator|Target", "1|Laju lahir (Angka Kelahiran)|2,4", "2|Jumlah peserta (orang)|30")
    assert [record.satuan for record in records(table).indikator] == [None, "orang"]


def test_a_percent_measured_against_the_indicator_is_capaian() -> None:
    found = read("No|Indikator Kinerja|Target|Realisasi|Terhadap Indikator Kinerja", "1|Jumlah gerai|4|3|75,00%")
    assert found == [("Jumlah gerai", 2020, None, "4", "3", "75,00%")]


def test_a_header_without_body_gives_nothing() -> None:
    assert read("No|Sasaran|Indikator|Satuan|Kondisi Awal|<|Target|<", "^|^|^|^|2020|2021|2022|2023") == []


def test_a_diagram_of_boxes_is_no_table_of_indicators() -> None:
    assert (
        read("Indikator :|Target :|Indikator :|Target :|Indikator :|Target :", "Mutu naik|80|Gerai naik|7|Usaha naik|5")
        == []
    )


def test_a_running_number_before_a_unit_word_is_part_of_a_name() -> None:
    assert read("Indikator|Target", "1 Persentase kenaikan upah|5", "Jumlah gerai|7")[0][3] == "5"


def test_a_formula_never_names_a_row_without_an_indicator() -> None:
    rows = (
        "Indikator|Formulasi|Target",
        "Indeks mutu|Nilai seluruh gerai dibagi gerai|80",
        "|Gerai aktif dibagi gerai|70",
    )
    found = records(grid(*rows))
    assert [r.indikator for r in found.indikator] == ["Indeks mutu"]
    assert [t.code for t in found.temuan] == ["ROW-UNREAD"]
