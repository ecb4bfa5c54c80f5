"""Captions in every spelling seen in real reports, and sentences that begin like one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.judul import (
    has_leader,
    parse_caption,
    parse_entry,
    parse_list_title,
    parse_named_caption,
    parse_table_entry,
    same_number,
)


@pytest.mark.parametrize(
    ("text", "nomor", "judul"),
    [
        ("Tabel 3.1", "3.1", ""),
        ("Tabel III.1", "III.1", ""),
        ("TABEL 3 . 1", "3.1", ""),
        ("Tabel. 9", "9", ""),
        ("TABEL3.5", "3.5", ""),
        ("Tabel 3,1", "3,1", ""),
        ("Tabel 3. 1 Capaian Kinerja", "3.1", "Capaian Kinerja"),
        ("Tabel 3. 3 kemajuan Sasaran", "3.3", "kemajuan Sasaran"),
        ("Tabel: 3.3", "3.3", ""),
        ("Tabel 5. Perbandingan Target", "5", "Perbandingan Target"),
        ("Tabel. 2.5 Alokasi Anggaran", "2.5", "Alokasi Anggaran"),
        ("Tabel 2. Tabel Interpretasi", "2", "Tabel Interpretasi"),
        ("T A B E L 4.1", "4.1", ""),
        ("Tabel 3.1a Data", "3.1a", "Data"),
        ("Tabel 10 : Data Pegawai", "10", "Data Pegawai"),
        ("Tabel 1 Data Tahun 2016", "1", "Data Tahun 2016"),
        ("Tabel No. 4 Data", "4", "Data"),
        ("TABEL 2.1 R E N C A N A", "2.1", "RENCANA"),
    ],
)
def test_caption(text: str, nomor: str, judul: str) -> None:
    assert parse_caption(text) == (nomor, judul, False)


@pytest.mark.parametrize(
    "text", ["Tabel 3.1 (lanjutan)", "Tabel 3.1 Lanjutan", "Lanjutan Tabel 3.1", "Sambungan Tabel 3.1 Data"]
)
def test_continued_caption(text: str) -> None:
    found = parse_caption(text)
    assert found is not None
    assert (found.nomor, found.lanjutan) == ("3.1", True)


@pytest.mark.parametrize(
    "text",
    [
        "Tabel 3.1 menunjukkan bahwa capaian naik",
        "Tabel 2.2 berikut ini :",
        "Tabel 3.6 dan Tabel 3.7",
        "Tabel 4 di atas dapat disimpulkan",
        "Tabel 3.1, terlihat bahwa",
        "Tabel 3.1 Capaian Kinerja menunjukkan bahwa target dicapai",
        "dapat dilihat pada Tabel 3.1",
        "pada Tabel 5.",
        "Tabelaris 3.1",
        "Tabel Realisasi Anggaran",
        "Gambar 3.1 Grafik",
        "",
    ],
)
def test_no_caption(text: str) -> None:
    assert parse_caption(text) is None


def test_caption_without_number() -> None:
    assert parse_named_caption("Tabel Realisasi Anggaran Tahun 2019") == "Realisasi Anggaran Tahun 2019"
    assert parse_named_caption("Tabel berikut menunjukkan realisasi") is None
    assert parse_named_caption("Tabel 3.1 Data") is None


@pytest.mark.parametrize(
    ("a", "b", "same"), [("3.1", "3,1", True), ("III.1", "iii.1", True), ("3.1", "3.10", False), ("3", "3.", True)]
)
def test_same_number(a: str, b: str, same: bool) -> None:
    assert same_number(a, b) is same


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("Tabel 3.1 Capaian Kinerja ........ 25", ("3.1", "Capaian Kinerja", "25")),
        ("Tabel 2. 4 Perjanjian Kinerja …… 33", ("2.4", "Perjanjian Kinerja", "33")),
        ("Tabel II.1 Rencana Kinerja ........II-12", ("II.1", "Rencana Kinerja", "II-12")),
        ("3.2 Perbandingan Capaian 54", ("3.2", "Perbandingan Capaian", "54")),
        ("Tabel 1.1 Keadaan Pegawai", ("1.1", "Keadaan Pegawai", None)),
        ("Tabel 1.1 Pegawai Tahun 2024 12", ("1.1", "Pegawai Tahun 2024", "12")),
        ("Tabel 1.1 Pegawai Tahun 2024", ("1.1", "Pegawai Tahun 2024", None)),
        ("Tabel 3", ("3", "", None)),
    ],
)
def test_entry_of_a_list_of_tables(text: str, entry: tuple[str, str, str | None]) -> None:
    assert parse_table_entry(text) == entry


def test_entry_of_a_table_of_contents() -> None:
    assert parse_entry("BAB I PENDAHULUAN ........... 1") == ("BAB I PENDAHULUAN", "1")
    assert parse_entry("Kata Pengantar . . . . . . iii") == ("Kata Pengantar", "iii")
    assert parse_entry("Lampiran") == ("Lampiran", None)
    assert parse_table_entry("Grafik 3.1 Data ..... 5") is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("DAFTAR ISI", "isi"),
        ("D A F T A R   I S I", "isi"),
        ("Daftar Tabel", "tabel"),
        ("DAFTAR GRAFIK", "gambar"),
        ("DAFTAR LAMPIRAN", "lampiran"),
        ("Daftar isi laporan disusun ulang", None),
        ("DAFTAR ISI (lanjutan)", "isi"),
        ("Daftar Hadir", None),
        ("xyz DAFTAR TABEL xyz", "tabel"),
        ("pada DAFTAR ISI laporan ini", None),
    ],
)
def test_title_of_a_list(text: str, kind: str | None) -> None:
    assert parse_list_title(text) == kind


def test_leader() -> None:
    assert has_leader("1.1 Latar Belakang ........ 3")
    assert has_leader("BAB II .......")
    assert not has_leader("Tabel 3.1 Capaian Kinerja")


@settings(derandomize=True, max_examples=200)
@given(
    st.sampled_from(["Tabel", "TABEL", "Tabel.", "Tabel:", "T A B E L"]),
    st.sampled_from(["", " ", "  "]),
    st.integers(1, 9),
    st.integers(1, 120),
    st.sampled_from([".", ",", " . ", ". "]),
    st.sampled_from(["", ".", " Capaian Kinerja", ". Capaian Kinerja", ": Capaian Kinerja"]),
)
def test_every_spelling(word: str, gap: str, bab: int, rank: int, separator: str, tail: str) -> None:
    found = parse_caption(f"{word}{gap}{bab}{separator}{rank}{tail}")
    assert found is not None
    assert found.nomor == f"{bab}{separator.strip()}{rank}"
    assert found.judul in ("", "Capaian Kinerja")


@settings(derandomize=True, max_examples=300)
@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    found = parse_caption(text)
    assert found is None or found.nomor
    parse_table_entry(text)
    parse_list_title(text)
