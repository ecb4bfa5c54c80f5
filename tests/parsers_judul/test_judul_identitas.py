"""Kind of document, year and agency as covers print them."""

import pytest

from parsers.judul import agency_names, document_kind, report_years


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("LAPORAN KINERJA INSTANSI PEMERINTAH (LKIP)", "LKIP"),
        ("LAPORAN AKUNTABILITAS KINERJA INSTANSI PEMERINTAH", "LAKIP"),
        ("LAKIP Tahun 2019", "LAKIP"),
        ("LKjIP Dinas Contoh", "LKjIP"),
        ("L K I P", "LKIP"),
        ("Laporan Kinerja Dinas Contoh", "LKIP"),
        ("LKPJ Tahun 2019", None),
        ("menjadi bahan dalam pelaporan kinerja", None),
        ("Rencana Strategis", None),
    ],
)
def test_kind(text: str, kind: str | None) -> None:
    assert document_kind(text) == kind


def test_years() -> None:
    assert report_years("LKIP TAHUN 2020 dan Tahun Anggaran 2021") == [2020, 2021]
    assert report_years("LKIP T A H U N 2 0 1 6") == [2016]
    assert report_years("Renstra Tahun 2018-2023") == []
    assert report_years("Peraturan Nomor 53 Tahun 2014 untuk Tahun 2015") == [2015]


@pytest.mark.parametrize(
    "text",
    [
        "Undang-Undang Nomor 25  Tahun 2004 (Lembaran Negara Republik Indonesia Tahun 2004 Nomor 164)",
        "(Lembaran Negara Tahun 2014 Nomor 244); Berita Daerah Kota Tirtajaya Tahun 2015",
        "Tahun 2007 tentang Rencana Tata Ruang",
        "Nomor : 46 Tahun 2017",
    ],
)
def test_years_of_regulations_are_none(text: str) -> None:
    assert report_years(text) == []


def test_agency() -> None:
    text = "Laporan Kinerja Dinas Kelautan dan Perikanan Kota Tirtajaya Tahun 2020 disusun"
    assert agency_names(text) == ["Dinas Kelautan dan Perikanan Kota Tirtajaya"]
    assert agency_names("DINAS KESEHATAN PROVINSI ANGKASA RAYA") == ["DINAS KESEHATAN PROVINSI ANGKASA RAYA"]
    assert agency_names("Tidak ada nama di sini") == []
