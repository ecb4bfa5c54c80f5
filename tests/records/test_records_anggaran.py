"""Budget rows: subjects, the later budget, totals, levels and parents."""

from extractor.model.laporan import Anggaran, Angka
from tests.records.pabrik_tabel import grid, records


def raw(figure: Angka | None) -> str | None:
    return figure.raw if figure else None


def read(*rows: str, judul: str | None = None) -> list[tuple[str, str | None, str | None, str | None]]:
    found = records(grid(*rows), judul).anggaran
    return [(r.uraian, raw(r.pagu), raw(r.realisasi), raw(r.persen)) for r in found]


def lines(*rows: str, judul: str | None = None) -> tuple[Anggaran, ...]:
    return records(grid(*rows), judul).anggaran


def test_one_record_per_row_with_money() -> None:
    rows = (
        "No|Program|Pagu|Realisasi|%",
        "1|Program A|10.000.000|9.000.000|90",
        "2|Program B|0|-|-",
        "3|Program C|-|-|95",
    )
    assert read(*rows) == [("Program A", "10.000.000", "9.000.000", "90"), ("Program B", "0", None, None)]


def test_the_later_budget_counts_and_fisik_is_never_persen() -> None:
    rows = ("Program|Anggaran Murni|Anggaran Perubahan|Realisasi (Rp)|Keuangan (%)|Fisik (%)",
            "Program A|10.000.000|12.000.000|9.000.000|75|100")  # fmt: skip
    record = lines(*rows)[0]
    assert (raw(record.pagu), raw(record.persen), raw(record.fisik)) == ("12.000.000", "75", "100")


def test_the_deepest_subject_of_the_row_names_it() -> None:
    rows = (
        "Program|Kegiatan|Pagu (Rp)",
        "Program A|Rapat koordinasi|10.000.000",
        "^|Pelatihan|20.000.000",
        "Program B||30.000.000",
    )
    assert [name for name, *_ in read(*rows)] == ["Rapat koordinasi", "Pelatihan", "Program B"]


def test_indikator_or_sasaran_names_the_row_where_no_programme_does() -> None:
    rows = ("Sasaran|Indikator|Anggaran|Realisasi|% Penggunaan", "Mutu naik|Indeks mutu|10.000.000|9.000.000|90")
    assert read(*rows) == [("Indeks mutu", "10.000.000", "9.000.000", "90")]


def test_a_source_of_funds_is_no_subject_and_years_may_stand_in_rows() -> None:
    rows = ("Sumber|Tahun|Jumlah", "Urusan Pangan||", "APBD|Tahun 2019|Rp 10.000.000", "APBD|Tahun 2020|Rp 12.000.000")
    found = lines(*rows, judul="Perbandingan Anggaran")
    assert [(r.uraian, r.tahun) for r in found] == [("Urusan Pangan", 2019), ("Urusan Pangan", 2020)]


def test_a_programme_merged_over_rows_with_budgets_of_their_own() -> None:
    rows = ("Indikator|Program|Pagu (Rp)", "Indeks mutu|Program A|10.000.000", "Indeks niaga|^|20.000.000")
    assert [name for name, *_ in read(*rows)] == ["Program A", "Program A"]


def test_totals_and_revenue_have_a_level() -> None:
    spent = lines("Program|Pagu|Realisasi", "Program A|10.000.000|9.000.000", "J U M L A H|10.000.000|9.000.000")
    assert [r.level for r in spent] == ["program", "total"]
    earned = lines(
        "Uraian|Target|Realisasi|%", "Pajak daerah|1.000.000.000|900.000.000|90", judul="Realisasi Pendapatan"
    )
    assert [r.level for r in earned] == ["pendapatan"]


def test_a_last_row_without_a_name_is_the_total_another_stays_unread() -> None:
    rows = (
        "Program|Pagu|Realisasi",
        "Program A|10.000.000|9.000.000",
        "|11.000.000|9.500.000",
        "Program B|20.000.000|19.000.000",
        "|30.000.000|28.000.000",
    )
    found = records(grid(*rows))
    assert [(r.uraian, r.level) for r in found.anggaran] == [
        ("Program A", "program"),
        ("Program B", "program"),
        ("", "total"),
    ]
    assert [(t.code, [ref.row for ref in t.refs]) for t in found.temuan] == [("ROW-UNREAD", [2])]


def test_levels_and_parents_by_code() -> None:
    rows = ("Kode|Uraian|Pagu (Rp)|Realisasi (Rp)", "2.07.02|Program pelatihan|30.000.000|28.000.000",
            "2.07.02.2.01|Pelatihan kerja|30.000.000|28.000.000", "2.07.02.2.01.01|Penyuluhan|10.000.000|9.000.000",
            "2.07.03|Program penempatan|20.000.000|19.000.000")  # fmt: skip
    assert [(r.level, r.induk) for r in lines(*rows)] == [
        ("program", None),
        ("kegiatan", 1),
        ("sub_kegiatan", 2),
        ("program", None),
    ]


def test_levels_and_parents_by_order_and_number() -> None:
    rows = ("No|Program/Kegiatan|Pagu (Rp)|Realisasi (Rp)", "1|Program pelayanan|||", "|Surat menyurat|10.000.000|9.000.000",
            "2|Program sarana|20.000.000|19.000.000", "|Gedung|20.000.000|19.000.000")  # fmt: skip
    rows = tuple(row.removesuffix("|") if row.endswith("|||") else row for row in rows)
    assert [(r.uraian, r.level, r.induk) for r in lines(*rows)] == [
        ("Surat menyurat", "kegiatan", 1), ("Program sarana", "program", None), ("Gedung", "kegiatan", 3),
    ]  # fmt: skip


def test_a_code_over_several_columns_is_joined() -> None:
    rows = ("Kode|<|<|Program|Pagu (Rp)|Realisasi (Rp)", "2|07|02|Program pelatihan|30.000.000|28.000.000")
    kode = lines(*rows)[0].kode
    assert kode is not None and kode.canonical == "2.07.02"


def test_a_share_of_the_budget_is_no_absorption() -> None:
    assert (
        read("Uraian|Anggaran|%", "Belanja pegawai|Rp. 20.000.000|20", "Belanja modal|Rp. 80.000.000|80")[0][3] is None
    )


def test_a_target_and_its_money_for_every_year() -> None:
    table = grid("Program|Indikator|Target Kinerja dan Pendanaan|<|<|<|Kondisi Akhir Renstra|<", "^|^|2020|<|2021|<|^|^",
                 "^|^|Target|Rp|Target|Rp|Target|Rp",
                 "1.03.02 PROGRAM IRIGASI|Luas sawah terairi|80|10.000.000|85|12.000.000|85|22.000.000")  # fmt: skip
    found = records(table, plan=(2019, 2021))
    assert [(r.tahun, raw(r.pagu)) for r in found.anggaran] == [(2020, "10.000.000"), (2021, "12.000.000")]
    assert [(r.tahun, raw(r.target)) for r in found.indikator] == [(2020, "80"), (2021, "85")]
    kode = found.anggaran[0].kode
    assert (found.anggaran[0].level, kode and kode.canonical) == ("program", "1.03.02")


def test_a_column_of_figures_names_nothing() -> None:
    rows = ("Program/Kegiatan|Jumlah Kegiatan|Anggaran (Rp)", "Program A|24|10.000.000", "Program B|3|20.000.000")
    assert [name for name, *_ in read(*rows)] == ["Program A", "Program B"]
    assert (
        read("Tahun|BTL|BL|Jumlah", "2019|9.213.193.498|1.499.322.036|10.712.515.534", judul="Kondisi Anggaran") == []
    )


def test_a_source_of_funds_beside_the_programme_names_nothing() -> None:
    rows = ("No|Program|Anggaran|Sumber Dana", "1|Program A|Rp 10.000.000|APBD", "2|Program B|Rp 20.000.000|DAK")
    assert [name for name, *_ in read(*rows)] == ["Program A", "Program B"]


def test_a_column_of_rp_beside_the_amounts_holds_no_money() -> None:
    table = grid("Program|<|Anggaran|<", "1.|Layanan kantor|Rp.|6.635.804.517,-", "2.|Penyuluhan|Rp.|48.999.656,-")
    assert [(r.uraian, str(r.pagu.number)) for r in records(table).anggaran if r.pagu] == [
        ("Layanan kantor", "6635804517"), ("Penyuluhan", "48999656"),
    ]  # fmt: skip


def test_codes_stacked_over_rows_of_money_name_none_of_them_with_all_names() -> None:
    table = grid("Kode|Uraian|Anggaran|Realisasi", "5 5.1 5.1.01|BELANJA DAERAH BELANJA OPERASI Belanja Pegawai|9.000.000|8.000.000",
                 "^|^|7.000.000|6.000.000", "^|^|5.000.000|4.000.000", "5.2|Belanja Modal|2.000.000|1.000.000")  # fmt: skip
    found = records(table)
    assert [record.uraian for record in found.anggaran] == ["Belanja Modal"]
    assert "ROW-UNREAD" in {finding.code for finding in found.temuan}


def test_names_stacked_line_by_line_over_rows_of_money_are_told_apart() -> None:
    table = grid("Kode|Uraian|Anggaran|Realisasi", "5 5.1|BELANJA DAERAH\nBELANJA OPERASI|9.000.000|8.000.000",
                 "^|^|7.000.000|6.000.000", "5.2|Belanja Modal|2.000.000|1.000.000")  # fmt: skip
    assert [(r.uraian, r.kode and r.kode.raw) for r in records(table).anggaran] == [
        ("BELANJA DAERAH", "5"), ("BELANJA OPERASI", "5.1"), ("Belanja Modal", "5.2"),
    ]  # fmt: skip


def test_money_in_thousands_says_so_on_the_record() -> None:
    table = grid("Program|Anggaran (Rp.000)|Realisasi (Rp.000)", "Program Layanan|3.515.000|2.390.598")
    first = records(table).anggaran[0]
    assert (first.satuan, first.pagu and str(first.pagu.number)) == ("ribu rupiah", "3515000")


def test_a_name_reaches_down_only_as_far_as_its_merged_cell() -> None:
    rows = ("Program|Indikator Program|Anggaran", "Program A|Indeks mutu|10.000.000", "|Jumlah gerai|20.000.000",
            "Program B|Indeks tertib|30.000.000", "^|Jumlah izin|40.000.000")  # fmt: skip
    assert [r.uraian for r in records(grid(*rows)).anggaran] == ["Program A", "Jumlah gerai", "Program B", "Program B"]


LEDGER = (
    "Kode Rekening|Uraian|Anggaran|Realisasi",
    "4|Pendapatan|500.000|500.000",
    "4.1.1.07|Hotel|500.000|500.000",
    "5.2.01.01|Rapat|900.000|800.000",
    "5.2.01.01.2|Barang|900.000|800.000",
    "5.2.01.01.2.01|Bahan|900.000|800.000",
)


def test_accounts_of_a_ledger_have_their_parents_and_revenue_is_known_by_its_code() -> None:
    found = {record.uraian: record for record in lines(*LEDGER)}
    assert (found["Hotel"].level, found["Hotel"].induk) == ("pendapatan", 1)
    assert (found["Barang"].induk, found["Bahan"].induk) == (3, 4)


def test_the_year_of_a_regulation_is_not_that_of_the_table() -> None:
    rows = ("Program|Pagu|Realisasi", "Program A|10.000.000|9.000.000")
    assert lines(*rows, judul="Lampiran Peraturan Wali Kota Nomor : 40 Tahun 2017")[0].tahun == 2020
    assert lines(*rows, judul="Belanja 2019 (Perda Nomor 4 Tahun 2017)")[0].tahun == 2019


def test_revenue_financing_and_balances_are_no_spending() -> None:
    rows = (
        "Kode|Uraian|Anggaran|Realisasi",
        "4|PENDAPATAN|20.000.000|22.000.000",
        "5|BELANJA|50.000.000|45.000.000",
        "5.1|Belanja Pegawai|50.000.000|45.000.000",
        "|SURPLUS / (DEFISIT)|(30.000.000)|(23.000.000)",
        "6.1|PENERIMAAN PEMBIAYAAN DAERAH|40.000.000|40.000.000",
        "6.1.1|Sisa Lebih Perhitungan Anggaran Tahun Sebelumnya|40.000.000|40.000.000",
        "6.2|PENGELUARAN PEMBIAYAAN|5.000.000|4.000.000",
        "|PEMBIAYAAN NETTO|35.000.000|36.000.000",
        "|SISA LEBIH PEMBIAYAAN ANGGARAN TAHUN BERKENAAN|5.000.000|13.000.000",
    )
    assert [line.level for line in lines(*rows)] == [
        "pendapatan", "belanja", "belanja", "saldo", "pembiayaan", "pembiayaan", "pembiayaan", "saldo", "saldo"
    ]  # fmt: skip


def test_the_title_of_a_group_with_the_money_of_the_group() -> None:
    rows = ("No|Indikator|Program|Pagu (Rp)|Realisasi", "Misi 1: Menata ruang|<||30|20", "1|Indeks|Program A|10|5",
            "2|Nilai|Program B|20|15", "Misi 2: Menata kota|<||7|6", "3|Rasio|Program C|7|6")  # fmt: skip
    found = lines(*rows)
    assert [(r.uraian[:9], r.level, r.induk) for r in found] == [
        ("Misi 1: M", None, None), ("Program A", "program", 1), ("Program B", "program", 1),
        ("Misi 2: M", None, None), ("Program C", "program", 4),
    ]  # fmt: skip


def test_a_row_without_code_among_coded_rows_continues_the_row_above() -> None:
    rows = (
        "Kode|Program/Kegiatan|Pagu",
        "1.03.02|Program A|900.000.000",
        "1.03.02.2.01|Kegiatan A|900.000.000",
        "1.03.02.2.01.01|Rapat|300.000.000",
        "1.03.02.2.01.02|Cetak|300.000.000",
        "|Dokumen yang dicetak|300.000.000",
        "1.03.03|Program B|100.000.000",
    )
    assert [(line.level, line.induk) for line in lines(*rows)][3:5] == [("sub_kegiatan", 2), ("sub_kegiatan", 2)]


def test_a_rule_inside_a_name_parts_no_row() -> None:
    head, half = "No|Program|Indikator|Pagu (Rp)|Realisasi", "I|Pemberdayaan Keluarga||20.000.000|10.000.000"
    whole = lines(head, half, "^|dan Pembinaan|^|^|^", "1|Rapat|Jumlah rapat|20.000.000|10.000.000")
    assert [record.uraian for record in whole] == ["Pemberdayaan Keluarga dan Pembinaan", "Rapat"]
    two = lines(head, half, "^|Rapat Dinas|^|^|^", "1|Rapat|Jumlah rapat|20.000.000|10.000.000")
    assert two[0].uraian == "Pemberdayaan Keluarga"


def test_a_table_of_a_part_of_the_year_says_so() -> None:
    """Its rows have a period, so that nobody takes them for the year's; the title of a year gives none."""
    rows = ("Program|Pagu (Rp)|Realisasi (Rp)", "Program A|10.000.000|4.000.000", "Program B|20.000.000|5.000.000")
    part = records(grid(*rows), "Realisasi Anggaran s.d. Triwulan II Tahun 2031")
    assert {(r.tahun, r.periode) for r in part.anggaran} == {(2031, "S1")}
    assert [t.code for t in part.temuan] == ["PERIOD-PART"]
    whole = records(grid(*rows), "Realisasi Anggaran Tahun 2031")
    assert {r.periode for r in whole.anggaran} == {None} and not whole.temuan
