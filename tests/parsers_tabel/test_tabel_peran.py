"""Roles, years and kinds of columns from header, content and neighbours."""

import pytest

from parsers.tabel import TabelTeks, kamus, understand
from parsers.tabel.kolom import read_path
from parsers.tabel.pandangan import Pandangan
from parsers.tabel.registry import JENIS, bids
from parsers.tabel.teks import glue


def grid(*rows: str) -> TabelTeks:
    return TabelTeks(tuple(tuple(cell.strip() for cell in row.split("|")) for row in rows))


def roles(table: TabelTeks, judul: str = "", tahun: int | None = 2020) -> list[str | None]:
    return [column.role for column in understand(table, judul, None, tahun).columns]


CASES = [
    (("Program|Anggaran|Realisasi|%", "Program A|10.000.000|9.000.000|90"), ["program_kegiatan", "pagu", "realisasi_rp", "serapan_pct"]),
    (("Indikator|Target|Realisasi|%", "Indeks A|80|82|102,5"), ["indikator", "target", "realisasi", "capaian_pct"]),
    (("Program|Penetapan|Perubahan|Serapan|%", "Program A|10.000.000|11.000.000|9.900.000|90%"),
     ["program_kegiatan", "pagu", "pagu", "realisasi_rp", "serapan_pct"]),
    (("Indikator|Kinerja|||Anggaran||", "|Target|Realisasi|Capaian|Target|Realisasi|Capaian", "Indeks A|80|82|102|10.000.000|9.000.000|90"),
     ["indikator", "target", "realisasi", "capaian_pct", "pagu", "realisasi_rp", "serapan_pct"]),
    (("Indikator|Target|Capaian", "Koperasi aktif|16.078|16.855", "Wirausaha baru|1.800|1.750"), ["indikator", "target", "realisasi"]),
    (("Indikator|Target|Capaian (%)", "Indeks A|80|71,02"), ["indikator", "target", "capaian_pct"]),
    (("Indikator|Satuan|Target", "Indeks A|100|Persen", "Indeks B|80|Nilai"), ["indikator", "target", "satuan"]),
    (("Uraian|Target|Persentase", "Belanja pegawai|Rp. 2.000.000|20", "Belanja modal|Rp. 8.000.000|80"),
     ["program_kegiatan", "pagu", None]),
    (("Sasaran|Indikator Kinerja|Indikator Kinerja|Pagu (Rp)", "Mutu naik|Opini yang wajar|100%|10.000.000",
      "Niaga naik|Aset yang laku|4 Dokumen|20.000.000"),
     ["sasaran", "indikator", None, "pagu"]),
    (("Sasaran||Target", "Uraian|Indikator|", "Mutu naik|Indeks mutu|80"), ["sasaran", "indikator", "target"]),
    (("Kegiatan|Pagu|Keuangan||Fisik", "||Rp|%|%", "Kegiatan A|10.000.000|9.000.000|90|100"),
     ["program_kegiatan", "pagu", "realisasi_rp", "serapan_pct", "fisik_pct"]),
    (("Program|Anggaran||", "|Pagu|Realisasi|%", "Program A|10.000.000|9.000.000|90"),
     ["program_kegiatan", "pagu", "realisasi_rp", "serapan_pct"]),
    (("Uraian|Anggaran|Realisasi|Bertambah/(Berkurang)|", "|||(Rp)|(%)", "Belanja pegawai|20.000.000|15.000.000|-5.000.000|75,00",
      "Belanja modal|10.000.000|9.000.000|-1.000.000|90,00"), ["program_kegiatan", "pagu", "realisasi_rp", "sisa", "serapan_pct"]),
    (("Uraian|Anggaran|Realisasi|Lebih/(Kurang)", "Belanja pegawai|20.000.000|15.000.000|7", "Belanja modal|10.000.000|9.000.000|11"),
     ["program_kegiatan", "pagu", "realisasi_rp", "sisa"]),
    (("Indikator|Realisasi 2020|Nilai rata-rata nasional", "Indeks A|82|79"), ["indikator", "realisasi", None]),
    (("Indikator|Kategori Penilaian", "Indeks A|63,36 % (Sedang)"), ["indikator", "capaian_pct"]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), CASES)
def test_roles(rows: tuple[str, ...], expected: list[str | None]) -> None:
    assert roles(grid(*rows)) == expected


def test_every_role_is_in_the_list() -> None:
    for rows, _ in CASES:
        assert {role for role in roles(grid(*rows)) if role} <= set(kamus.PERAN)


@pytest.mark.parametrize(
    ("path", "tahun", "akhir"),
    [
        (("Tahun 2019", "Target"), 2019, False),
        (("Target Akhir Renstra",), None, True),
        (("Capaian Tahun 2020 terhadap Target Akhir Renstra (%)",), None, True),
        (("Capaian terhadap Renstra 2023 (%)",), 2023, True),
        (("Capaian Kinerja Tahun 2020 terhadap RPJMD 2023",), 2020, False),
        (("Target 2019-2023",), None, False),
    ],
)
def test_years_of_headers(path: tuple[str, ...], tahun: int | None, akhir: bool) -> None:
    mark = read_path(path)
    assert (mark.tahun, mark.akhir) == (tahun, akhir)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Triwulan II", "TW2"), ("TW IV", "TW4"), ("Trw. 1", "TW1"), ("Semester 2", "S2"), ("Tahun 2020", None)],
)
def test_quarters(text: str, expected: str | None) -> None:
    assert kamus.periode(text) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("Triwulan", "II"), "TW2"),
        (("Target", "TW", "3"), "TW3"),
        (("Semester", "2"), "S2"),
        (("Semester", "3"), None),
        (("Target", "II"), None),
        (("Triwulan", "Target"), None),
    ],
)
def test_a_number_under_a_group_of_quarters_is_the_quarter(path: tuple[str, ...], expected: str | None) -> None:
    assert read_path(path).periode == expected


def test_year_columns_take_the_meaning_of_the_caption() -> None:
    table = grid("Indikator|2019|2020", "Indeks A|80|82")
    assert roles(table, "Target Kinerja Jangka Menengah") == ["indikator", "target", "target"]
    assert roles(table, "Perkembangan capaian") == ["indikator", "realisasi", "realisasi"]
    assert roles(grid("Indikator|2020|2021", "Indeks A|80|82"), "") == ["indikator", "target", "target"]


KINDS = [
    ("capaian", "Capaian Kinerja Tahun 2020", ("Sasaran|Indikator|Target|Realisasi|Capaian", "Mutu naik|Indeks|80|82|102")),
    ("pk", "Perjanjian Kinerja Tahun 2020", ("No|Sasaran|Indikator Kinerja|Target", "1|Mutu naik|Indeks|80")),
    ("realisasi_anggaran", "Realisasi Anggaran", ("Program|Pagu|Realisasi|%", "Program A|10.000.000|9.000.000|90")),
    ("alokasi_anggaran", "", ("Program|Anggaran", "Program A|1.000.000")),
    ("efisiensi", "Efisiensi Sumber Daya", ("Sasaran|Capaian (%)|Penyerapan (%)|Tingkat Efisiensi", "Mutu naik|100|90|10")),
    ("skala", "Skala Penilaian", ("Interval|Predikat", "91-100|Sangat Tinggi")),
    ("pendapatan", "Realisasi Pendapatan", ("Uraian|Target|Realisasi|%", "Pajak daerah|1.000.000.000|900.000.000|90")),
    ("sdm", "Keadaan Pegawai", ("Golongan|Jumlah", "IV|5", "III|12")),
    ("umum", "Sarana Kantor", ("Nama Barang|Jumlah", "Meja|5")),
    ("rkt", "Rencana Aksi Tahun 2020", ("Indikator|Target|TW I|TW II|TW III|TW IV", "Indeks|80|20|40|60|80")),
    ("rencana_tindak_lanjut", "Rencana Aksi", ("Kegiatan|TW I|TW II|Penanggung Jawab", "Rapat koordinasi|1|2|Sekretariat")),
    ("perbandingan_tahun", "Perbandingan 2019 dan 2020", ("Indikator|Realisasi 2019|Realisasi 2020", "Indeks|80|82")),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "judul", "rows"), KINDS)
def test_kinds(kind: str, judul: str, rows: tuple[str, ...]) -> None:
    assert understand(grid(*rows), judul, None, 2020).jenis == kind


def test_every_kind_bids_and_umum_never_outbids_a_cue() -> None:
    empty = Pandangan("", "", "", frozenset(), 0, 0, 0, 0, 0, False, False)
    offers = bids(empty)
    assert list(offers) == [kind.NAMA for kind in JENIS]
    assert len(set(offers)) == len(JENIS)
    assert max(offers, key=lambda name: offers[name]) == "umum"


def test_header_words_are_matched_on_glued_text() -> None:
    assert kamus.kelas(glue("Indi kator\nKiner ja")) == "indikator"
    assert kamus.kelas(glue("KODE REKE NING")) == "kode"


def test_a_title_inside_the_table_speaks_as_a_caption_does() -> None:
    rows = (("RINGKASAN APBD", "", ""), ("Nomor Urut", "Uraian", "Jumlah"))
    body = tuple((code, f"Belanja {code}", "1.000.000,00") for code in ("5 . 1 . 1", "5 . 1 . 1 . 01", "5 . 1 . 2"))
    assert roles(TabelTeks((*rows, *body), ((0, 0, 1, 3),))) == ["kode", "program_kegiatan", "pagu"]


def test_running_numbers_of_two_levels_are_no_codes() -> None:
    assert roles(grid("No|Program|Pagu", "1|Program A|10.000.000", "1.1|Kegiatan B|10.000.000"))[0] == "no"
