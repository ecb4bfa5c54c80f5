"""The small readers: years, units, grades, words, run-ons."""

import pytest

from parsers.nilai import (
    read_periode_tahun,
    read_predikat,
    read_terbilang,
    read_unit,
    read_value,
    read_year,
    split_run_on,
    years_in,
)
from parsers.nilai.persen import find_persen
from parsers.nilai.rupiah import find_rupiah


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2020", 2020), ("Tahun 2020", 2020), ("Target Tahun\n2020", 2020), ("T A H U N 2 0 1 6", 2016), ("2015 (Rp)", 2015),
        ("Renstra 2018-2023", None), ("61,2020", None), ("1.2020", None), ("Perda 12345", None), ("", None), ("2020 dan 2020", 2020),
    ],
)  # fmt: skip
def test_years(text: str, year: int | None) -> None:
    assert read_year(text) == year


def test_periods() -> None:
    assert read_periode_tahun("Renstra Tahun 2018-2023") == (2018, 2023)
    assert read_periode_tahun("2018 s.d. 2023") == (2018, 2023)
    assert read_periode_tahun("2023-2018") is None
    assert read_periode_tahun("2023") is None
    assert years_in("2019, 2020 dan 2019") == (2019, 2020)


@pytest.mark.parametrize(
    ("text", "unit"),
    [("Persentase", "%"), ("persen", "%"), ("(%)", "%"), ("Rp.", "rupiah"), ("Org.", "orang"), ("m²", "m2"), ("Kawasan", "Kawasan"),
     ("-", None), ("", None)],
)  # fmt: skip
def test_units(text: str, unit: str | None) -> None:
    assert read_unit(text) == unit


@pytest.mark.parametrize(
    ("text", "unit"), [("1.320 Sampel", "Sampel"), ("7 Jaringan", "Jaringan"), ("3 produk", "produk")]
)
def test_a_unit_behind_its_figure(text: str, unit: str) -> None:
    assert read_value(text).unit == unit and read_value(text).number is not None


@pytest.mark.parametrize(
    ("text", "label", "family"),
    [
        ("WTP", "WTP", "opini"), ("Opini WTP", "WTP", "opini"), ("Wajar Tanpa Pengecualian", "WTP", "opini"), ("BB", "BB", "sakip"),
        ("A (Memuaskan)", "A", "sakip"), ("(Sangat Baik)", "Sangat Baik", "kinerja"), ("SANGAT  BAIK", "Sangat Baik", "kinerja"),
        ("Efesiensi", "Efisien", "efisiensi"), ("Kurang efisiensi", "Kurang Efisien", "efisiensi"), ("Tercapai", "Tercapai", "keadaan"),
    ],
)  # fmt: skip
def test_grades(text: str, label: str, family: str) -> None:
    grade = read_predikat(text)
    assert grade is not None
    assert (grade.label, grade.family) == (label, family)


@pytest.mark.parametrize("text", ["a", "bb", "Dinas", "", "Program Baik sekali jalannya", "Baik dan benar"])
def test_no_grades(text: str) -> None:
    assert read_predikat(text) is None


def test_opinions_and_sakip_grades_have_an_order() -> None:
    orders = [grade.order for text in ("D", "CC", "BB", "AA") if (grade := read_predikat(text)) is not None]
    assert orders == [1, 3, 5, 7]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("enam", 6), ("sepuluh", 10), ("sebelas", 11), ("dua puluh tiga", 23), ("seratus lima", 105), ("limabelas", 15),
        ("Lima belas milyar rupiah", 15 * 10**9), ("seribu dua ratus", 1200), ("dua juta lima ratus ribu", 2_500_000),
        ("program", None), ("belas", None), ("puluh dua", None), ("dua tiga", None), ("lima puluh dua puluh", None), ("", None),
        ("satu koma lima", None), ("dua ribu tiga juta", None), ("rupiah", None),
    ],
)  # fmt: skip
def test_words(text: str, number: int | None) -> None:
    assert read_terbilang(text) == number


def test_run_ons() -> None:
    assert split_run_on("13.156.738.0001.096.394.833") == ["13.156.738.000", "1.096.394.833"]
    assert split_run_on("12.500.000") == ["12.500.000"]
    assert split_run_on("12,5") == []


def test_sums_and_percents_in_a_sentence() -> None:
    text = "sebesar Rp. 1.250.000,- atau 61,15% (Rp 1,5 miliar), 100 persen, sebesarRp.2.000. 000, dan 5-6%, 61, 15 %."
    assert [m[0] for m in find_rupiah(text)] == ["Rp. 1.250.000,-", "Rp 1,5 miliar", "Rp.2.000. 000"]
    assert [m[0] for m in find_persen(text)] == ["61,15%", "100 persen", "5-6%", "61, 15 %"]
