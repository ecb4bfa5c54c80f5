"""Headings below a chapter: numbers of every kind, and figures that are none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.judul import parse_subbab, readings


@pytest.mark.parametrize(
    ("text", "nomor", "judul", "skema", "depth"),
    [
        ("1.1 Latar Belakang", "1.1", "Latar Belakang", "desimal", 2),
        ("1.1. Latar Belakang", "1.1", "Latar Belakang", "desimal", 2),
        ("3,7 Dukungan Anggaran", "3,7", "Dukungan Anggaran", "desimal", 2),
        ("3. 1 Capaian Kinerja", "3.1", "Capaian Kinerja", "desimal", 2),
        ("III.2 Realisasi Anggaran", "III.2", "Realisasi Anggaran", "desimal", 2),
        ("3.1.2. Evaluasi", "3.1.2", "Evaluasi", "desimal", 3),
        ("1.2", "1.2", "", "desimal", 2),
        ("A. Capaian Kinerja Organisasi", "A", "Capaian Kinerja Organisasi", "huruf", 1),
        ("a. Kesimpulan", "a", "Kesimpulan", "huruf_kecil", 1),
        ("II. Umum", "II", "Umum", "romawi", 1),
        ("4. Penutup", "4", "Penutup", "angka", 1),
        ("2.1 R E N C A N A", "2.1", "RENCANA", "desimal", 2),
        ("3.1CAPAIAN KINERJA", "3.1", "CAPAIAN KINERJA", "desimal", 2),
    ],
)
def test_heading(text: str, nomor: str, judul: str, skema: str, depth: int) -> None:
    found = parse_subbab(text)
    assert found is not None
    assert (found.nomor, found.judul, found.skema, found.depth) == (nomor, judul, skema, depth)


@pytest.mark.parametrize(
    "text",
    [
        "1.541.381.529",
        "2.5 %",
        "3.5% dari target",
        "1.1 5",
        "0.1 Nol",
        "terdapat 1.1 hal",
        "3.1 dan 3.2",
        "1.100.000 4.428",
        "",
        "Latar",
        "3.1 ()",
    ],
)
def test_no_heading(text: str) -> None:
    assert parse_subbab(text) is None


def test_one_letter_has_two_readings() -> None:
    assert [(h.skema, h.rank) for h in readings("I. Umum")] == [("romawi", 1), ("huruf", 9)]


def test_chapter_of_a_number() -> None:
    found = [parse_subbab(text) for text in ("3.2 Satu", "III.2 Satu", "B. Satu")]
    assert [(h.chapter, h.rank) for h in found if h] == [(3, 2), (3, 2), (None, 2)]


@settings(derandomize=True, max_examples=200)
@given(st.integers(1, 12), st.integers(1, 30), st.sampled_from([".", ",", ". ", " . "]), st.sampled_from(["", "."]))
def test_every_decimal_number(bab: int, rank: int, separator: str, last: str) -> None:
    found = parse_subbab(f"{bab}{separator}{rank}{last} Realisasi Anggaran")
    assert found is not None
    assert (found.chapter, found.rank, found.judul) == (bab, rank, "Realisasi Anggaran")


@settings(derandomize=True, max_examples=300)
@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    for found in readings(text):
        assert found.depth >= 1
        assert " " not in found.nomor
