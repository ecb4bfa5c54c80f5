"""Chapter headings: what is one, what only mentions one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.judul import (
    chapter_value,
    continue_number,
    parse_bab,
    roman_value,
    standard_title,
    title_text,
    to_roman,
    unspace,
)


@pytest.mark.parametrize(
    ("text", "nomor", "judul"),
    [
        ("BAB I", "I", ""),
        (" BAB I", "I", ""),
        ("BAB 2", "2", ""),
        ("B A B  I V", "IV", ""),
        ("BAB I I I", "III", ""),
        ("BABII", "II", ""),
        ("BAB lV", "IV", ""),
        ("BAB III AKUNTABILITAS KINERJA", "III", "AKUNTABILITAS KINERJA"),
        ("BAB III. AKUNTIBILITAS KINERJA", "III", "AKUNTIBILITAS KINERJA"),
        ("BAB.IV : PENUTUP", "IV", "PENUTUP"),
        ("BAB IV P E N U T U P", "IV", "PENUTUP"),
        ("BAB I INDIKATOR", "I", "INDIKATOR"),
        ("Bab I Pendahuluan", "I", "Pendahuluan"),
        ("BAB I )PENDAHULUAN", "I", "PENDAHULUAN"),
        ("BAB KETIGA", "KETIGA", ""),
        ("BAB V\nPENUTUP", "V", "PENUTUP"),
    ],
)
def test_heading(text: str, nomor: str, judul: str) -> None:
    assert parse_bab(text) == (nomor, judul)


@pytest.mark.parametrize(
    "text",
    [
        "BAB II akan menguraikan rencana kinerja",
        "Bab III menyajikan capaian",
        "Bab II Perencanaan Kinerja, memuat ringkasan perjanjian kinerja",
        "Bab I Pendahuluan, berisi latar belakang",
        "pada BAB II",
        "BAB III ini",
        "BABAK I",
        "BAB 3.1 Capaian",
        "BAB INI",
        "BAB",
        "BAB 0",
        "",
        "BAB III Capaian tahun ini turun karena anggaran dialihkan.",
    ],
)
def test_no_heading(text: str) -> None:
    assert parse_bab(text) is None


@pytest.mark.parametrize(
    ("nomor", "text", "whole"),
    [
        ("I", "I", "II"),
        ("I", "II", "III"),
        ("I", " V", "IV"),
        ("I", ")PENDAHULUAN", None),
        ("IV", "V", None),
        ("2", "I", None),
        ("I", "", None),
    ],
)
def test_number_split_over_lines(nomor: str, text: str, whole: str | None) -> None:
    assert continue_number(nomor, text) == whole


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("PENUTUP", 4),
        ("P E N U T U P", 4),
        (")PENDAHULUAN", 1),
        ("Akuntabilitas Kinerja", 3),
        ("PERENCANAAN KINERJA", 2),
        ("Latar Belakang", None),
    ],
)
def test_standard_title(text: str, number: int | None) -> None:
    assert standard_title(text) == number


def test_letter_spaced_words_keep_their_gap() -> None:
    assert unspace("R E N C A N A   A K S I") == "RENCANA AKSI"
    assert unspace("Nilai A dan B") == "Nilai A dan B"
    assert title_text("(\tPERENCANAAN KINERJA (") == "PERENCANAAN KINERJA"


@settings(derandomize=True, max_examples=100)
@given(st.integers(min_value=1, max_value=20), st.sampled_from(["BAB {}", "BAB {}.", "B A B {}", "Bab {}", "BAB{}"]))
def test_every_number_in_every_spelling(value: int, form: str) -> None:
    for printed in (to_roman(value), str(value)):
        found = parse_bab(form.format(printed))
        assert found is not None
        assert chapter_value(found.nomor) == value


@settings(derandomize=True, max_examples=200)
@given(st.integers(min_value=1, max_value=39))
def test_roman_round_trip(value: int) -> None:
    assert roman_value(to_roman(value)) == value


@settings(derandomize=True, max_examples=300)
@given(st.text(max_size=60))
def test_any_text_gives_a_heading_or_none(text: str) -> None:
    found = parse_bab(text)
    assert found is None or (chapter_value(found.nomor) or 0) > 0
