"""Heads of printed forms: government, title, unit; every name here is invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.judul import Kop, read_kop, report_years

TITLE = ["PENJABARAN LAPORAN REALISASI ANGGARAN", "TAHUN ANGGARAN 2031"]
WHOLE = "PENJABARAN LAPORAN REALISASI ANGGARAN TAHUN ANGGARAN 2031"


@pytest.mark.parametrize(
    ("lines", "kop", "agency"),
    [
        (
            ["Lampiran II", "PEMERINTAH KABUPATEN TIRTAJAYA", *TITLE, "Urusan Pemerintahan : 2 . 10 Urusan Wajib Air",
             "Unit Organisasi : 2 . 10 . 01 DINAS TAMAN DAN AIR", "Sub Unit Organisasi : 2 . 10 . 01 . 01 BALAI BENIH"],
            Kop("KABUPATEN TIRTAJAYA", WHOLE, "DINAS TAMAN DAN AIR"),
            "DINAS TAMAN DAN AIR KABUPATEN TIRTAJAYA",
        ),
        (
            ["PEMERINTAH PROVINSI ANGKASA RAYA", *TITLE, "SKPD : 2-14.0-00.0-00.01 Dinas Taman dan Air Daerah",
             "Unit Organisasi : 2-14.0-00.0-00.01.000 Balai Benih"],
            Kop("PROVINSI ANGKASA RAYA", WHOLE, "Dinas Taman dan Air Daerah"),
            "Dinas Taman dan Air Daerah Provinsi Angkasa Raya",
        ),
        (["PEMERINTAH KOTA TIRTAJAYA", *TITLE], Kop("KOTA TIRTAJAYA", WHOLE, None), "Pemerintah Kota Tirtajaya"),
        (["SKPD : 1.X.XX.01 - Dinas Taman Kota Tirtajaya"], Kop(None, None, "Dinas Taman Kota Tirtajaya"),
         "Dinas Taman Kota Tirtajaya"),
        (["Kegiatan : Rapat", "Unit Kerja :"], None, None),
        (["Pemerintah Kota Tirtajaya telah menyusun laporan ini", "sebagai bahan evaluasi"], None, None),
    ],
    ids=["codes with spaces", "codes with hyphens", "no unit", "unit alone", "no name", "a sentence"],
)  # fmt: skip
def test_heads(lines: list[str], kop: Kop | None, agency: str | None) -> None:
    found = read_kop(lines)
    assert found == kop and (found.agency if found else None) == agency


def test_the_year_of_a_statement_is_the_one_that_ends_it() -> None:
    assert report_years("Untuk Tahun yang berakhir sampai dengan 31 Desember 2032 dan 2031") == [2032]
    assert report_years("UNTUK TAHUN YANG BERAKHIR PADA TANGGAL 31 DESEMBER 2032") == [2032]
    assert report_years("masa jabatan yang berakhir pada 31 Desember 2032") == []


@settings(derandomize=True, max_examples=200)
@given(st.lists(st.text(max_size=40), max_size=6))
def test_any_lines_are_read(lines: list[str]) -> None:
    found = read_kop(lines)
    assert found is None or found.area is not None or found.unit is not None
