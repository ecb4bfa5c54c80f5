"""Titles of tables that speak of a part of the year."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.tabel.periode import table_period, up_to_end


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Realisasi Anggaran Triwulan II Tahun 2031", "TW2"),
        ("Laporan Realisasi Semester I Tahun Anggaran 2031", "S1"),
        ("REALISASI BELANJA S.D. TRIWULAN III", "sd_09"),
        ("Realisasi sampai dengan Triwulan II Tahun 2031", "S1"),
        ("Realisasi s/d Triwulan IV", None),
        ("Capaian per Triwulan I s.d. IV Tahun 2031", None),
        ("Target Triwulan I - IV", None),
        ("Realisasi Triwulan I dan Triwulan II", None),
        ("Untuk Tahun yang berakhir sampai dengan 30 Juni 2031 dan 2030", "S1"),
        ("Untuk Tahun yang berakhir sampai dengan 31 Desember 2031 dan 2030", None),
        ("Realisasi per 31 Maret 2031", "TW1"),
        ("Realisasi s.d. 31 Agustus 2031", "sd_08"),
        ("Realisasi Anggaran Tahun 2031", None),
        ("Perda Nomor 3 tanggal 30 Juni 2031", None),
        ("", None),
    ],
)
def test_titles(title: str, period: str | None) -> None:
    assert table_period(title) == period


@pytest.mark.parametrize(
    ("period", "end"),
    [("TW1", "TW1"), ("TW2", "S1"), ("TW3", "sd_09"), ("TW4", None), ("S1", "S1"), ("S2", None), ("sd_08", "sd_08")],
)
def test_what_was_reached_up_to_its_end(period: str, end: str | None) -> None:
    assert up_to_end(period) == end


WORDS = [
    "Triwulan",
    "Semester",
    "I",
    "II",
    "IV",
    "2",
    "s.d.",
    "sampai",
    "dengan",
    "30",
    "Juni",
    "2031",
    "-",
    "dan",
    "Mei",
    "per",
]


@settings(derandomize=True, max_examples=200)
@given(st.lists(st.sampled_from(WORDS)))
def test_any_title_has_a_period_or_none(words: list[str]) -> None:
    assert table_period(" ".join(words)) in {None, *(f"TW{n}" for n in (1, 2, 3, 4)), "S1", "S2", "sd_05", "sd_09"}
