"""Single texts: what a cell means without its neighbours."""

from decimal import Decimal

import pytest

from parsers.nilai import Hint, read_value


def D(*texts: str) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, texts))


# raw, hint, number, reading, alternatives
FIGURES: list[tuple[str, Hint | None, str | None, str, tuple[Decimal, ...]]] = [
    # plain and grouped
    ("0", None, "0", "clean", ()),
    ("57", None, "57", "clean", ()),
    ("61,15", None, "61.15", "clean", ()),
    ("84.44", None, "84.44", "clean", ()),
    ("0.123", None, "0.123", "clean", ()),
    ("12.345.678", None, "12345678", "clean", ()),
    ("360,000,000", "rupiah", "360000000", "clean", ()),
    ("49.898.816.000,00", "rupiah", "49898816000.00", "clean", ()),
    ("452,750,000.00", "rupiah", "452750000.00", "clean", ()),
    # one mark before three digits: thousands or a fraction
    ("1.309", None, "1309", "ambiguous", D("1.309")),
    ("1.309", "rupiah", "1309", "clean", ()),
    ("1.309", "jumlah", "1309", "clean", ()),
    ("1.309", "persen", "1.309", "ambiguous", D("1309")),
    ("203,440", "indeks", "203.440", "ambiguous", D("203440")),
    ("256,823", "jumlah", "256823", "mixed", ()),
    ("3,000 poin", None, "3.000", "ambiguous", D("3000")),
    # mixed marks with one possible value
    ("66.000,000", "rupiah", "66000000", "mixed", ()),
    ("37,430.000", "rupiah", "37430000", "mixed", ()),
    ("15.762,508.500", "rupiah", "15762508500", "mixed", ()),
    ("19,041.740.000", "rupiah", "19041740000", "mixed", ()),
    ("1.234,567", "indeks", "1234567", "ambiguous", D("1234.567")),
    # a lost zero is possible
    ("150.000.00", "rupiah", "150000.00", "ambiguous", D("150000000")),
    ("393,300,000,00", "rupiah", "393300000.00", "ambiguous", D("393300000000")),
    ("21.013,257,500.00", "rupiah", "21013257500.00", "ambiguous", D("21013257500000")),
    ("393.30", "rupiah", "393.30", "ambiguous", D("393300")),
    # malformed: the digits as printed, never clean, with what may have been meant
    ("4496.393.500", "rupiah", "4496393500", "malformed", D("496393500", "446393500", "449393500")),
    ("595.4888.000", "rupiah", "5954888000", "malformed", D("595888000", "595488000")),
    ("133.825.00,00", "rupiah", "13382500.00", "malformed", D("133825000", "1338250000", "133825.00")),
    ("336.278.000.,00", "rupiah", "336278000.00", "malformed", D("33627800000")),
    ("227.199732,00", "rupiah", "227199732.00", "malformed", D("22719973200")),
    ("49.6310", "rupiah", None, "malformed", D("496310", "49310", "49610", "49630", "49631")),
    # broken by a line end
    ("1.790.000. 000", None, "1790000000", "clean", ()),
    ("174.494.00 0", "rupiah", "174494000", "clean", ()),
    ("1 790 000", None, "1790000", "clean", ()),
    ("61, 15", None, "61.15", "mixed", ()),
    ("- 300 orang (1 angkatan) - 60 orang (3 angkatan)", None, None, "clean", ()),
    # money
    ("Rp. 240.000.000,-", None, "240000000", "clean", ()),
    ("Rp 0,-", None, "0", "clean", ()),
    ("Rp.1.100,000,000,-", None, "1100000000", "mixed", ()),
    ("Rp 1,5 miliar", None, "1500000000", "clean", ()),
    ("18,4juta", None, "18400000", "clean", ()),
    # negative
    ("(28.78)", None, "-28.78", "clean", ()),
    ("-7,20 %", None, "-7.20", "clean", ()),
    ("−3,5", None, "-3.5", "clean", ()),
    ("Rp (1.250.000)", None, "-1250000", "clean", ()),
    ("- 30 orang", None, None, "ambiguous", D("30", "-30")),
    # digits that a scan took for letters
    ("1O0,5", "persen", None, "malformed", D("100.5")),
]


@pytest.mark.parametrize(("raw", "hint", "number", "reading", "alternatives"), FIGURES)
def test_figures(
    raw: str, hint: Hint | None, number: str | None, reading: str, alternatives: tuple[Decimal, ...]
) -> None:
    value = read_value(raw, hint)
    assert (value.raw, None if value.number is None else format(value.number, "f"), value.reading) == (
        raw,
        number,
        reading,
    )
    assert value.alternatives == alternatives


# raw, number, unit, note
BESIDE: list[tuple[str, str | None, str | None, str | None]] = [
    ("80,10 (A)", "80.10", None, "A"),
    ("81 (A)", "81", None, "A"),
    ("63,36 % (Sedang)", "63.36", "%", "Sedang"),
    ("-37,60 % (Kurang)", "-37.60", "%", "Kurang"),
    ("10% (di bawah 190 temuan)", "10", "%", "di bawah 190 temuan"),
    ("91,5 (merupakan nilai sementara)", "91.5", None, "merupakan nilai sementara"),
    ("BB (77,78)", "77.78", None, "BB"),
    ("10 (sepuluh)", "10", None, "sepuluh"),
    ("2 dokumen", "2", "dokumen", None),
    ("30 LPK", "30", "LPK", None),
    ("8 Kawasan", "8", "Kawasan", None),
    ("1.000 orang", "1000", "orang", None),
    ("210,49 km2", "210.49", "km2", None),
    ("16/100.000", "16", "/100.000", None),
    ("2,66 / 10.000", "2.66", "/10.000", None),
    ("12.000 M", "12000", "M", None),
    ("100%*)", "100", "%", None),
]


@pytest.mark.parametrize(("raw", "number", "unit", "note"), BESIDE)
def test_what_stands_beside_a_figure(raw: str, number: str | None, unit: str | None, note: str | None) -> None:
    value = read_value(raw)
    assert (None if value.number is None else format(value.number, "f"), value.unit, value.note) == (number, unit, note)


KINDS: list[tuple[str, str]] = [
    ("2020", "tahun"), ("Tahun 2021", "tahun"), ("5-6%", "rentang"), ("4,98% - 5,23%", "rentang"), ("60-+", "rentang"),
    (">= 80", "rentang"), ("1:188", "rasio"), ("3/5", "rasio"), ("28 Februari 2021", "tanggal"), ("12-05-2020", "tanggal"),
    ("WTP", "predikat"), ("BB", "predikat"), ("Sangat Baik", "predikat"), ("2.01 2.01.01.01 01.15", "kode"), ("1.1.3", "kode"),
    ("I.1", "kode"), ("5.1.02.02.01.0059", "kode"), ("100%", "persen"), ("Rp 5.000.000", "rupiah"), ("5", "angka"),
    ("(1)", "teks"), ("(100-6)", "teks"), ("(6) =4/5*100", "teks"), ("1. Persentase jalan mantap", "teks"), ("6030’6”", "teks"),
    ("1 Penyusunan laporan", "teks"), ("1.03.02 PROGRAM JALAN (JL)", "teks"), ("1.01.02.1.01.0001 Rapat", "teks"),
    ("39 21", "teks"), ("87,42 100 85,71", "teks"), ("16,085,121 785 24", "teks"),
    ("15,28\n15,28\n15,31", "teks"), ("18,4juta 785 28", "teks"), ("Dinas", "teks"), ("13.156.738.0001.096.394.833", "teks"),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "kind"), KINDS)
def test_kinds(raw: str, kind: str) -> None:
    assert read_value(raw).type == kind


@pytest.mark.parametrize("raw", [raw for raw, kind in KINDS if kind in ("teks", "kode", "tanggal", "predikat")])
def test_no_number_where_no_single_figure_stands(raw: str) -> None:
    assert read_value(raw).number is None


MARKS: list[tuple[str, str | None]] = [
    ("", None), ("   ", None), ("-", "-"), ("–", "-"), ("- - -", "-"), ("Rp. -", "-"), ("- %", "-"), ("...", "-"), ("NA", "NA"),
    ("n/a", "NA"), ("N.A.", "NA"), ("NA NA NA", "NA"), ("DTT", "DTT"),
    ("Data tidak tersedia", "DTT"), ("sda", "sda"), ("s.d.a.", "sda"), ("idem", "sda"),
    ('-"-', "sda"), ("belum rilis", "belum rilis"), ("nihil", "nihil"), ("Rp", None),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "mark"), MARKS)
@pytest.mark.parametrize("hint", [None, "rupiah", "persen"])
def test_blanks_are_never_zero(raw: str, mark: str | None, hint: Hint | None) -> None:
    value = read_value(raw, hint)
    assert (value.type, value.number, value.mark, value.raw) == ("kosong", None, mark, raw)


@pytest.mark.parametrize(
    ("raw", "ends"),
    [("5-6%", ("5", "6")), ("70-80", ("70", "80")), ("80 s.d. 90", ("80", "90")), ("4,98% - 5,23%", ("4.98", "5.23"))],
)
def test_a_range_has_two_ends_and_no_number(raw: str, ends: tuple[str, str]) -> None:
    value = read_value(raw)
    assert value.number is None
    assert value.alternatives == D(*ends)


@pytest.mark.parametrize(
    ("raw", "mark"), [(">= 80", ">="), ("≥80%", ">="), ("< 5", "<"), ("minimal 80", ">="), ("di atas 75", ">")]
)
def test_a_bound_keeps_its_direction(raw: str, mark: str) -> None:
    value = read_value(raw)
    assert value.type == "rentang"
    assert value.mark == mark
    assert value.number is not None


@pytest.mark.parametrize(
    ("raw", "decimals"), [("61,15", 2), ("100", 0), ("12.345.678", 0), ("1.234,50", 2), ("Rp 1,5 miliar", -8)]
)
def test_decimals_are_those_that_were_printed(raw: str, decimals: int) -> None:
    assert read_value(raw).decimals == decimals


def test_a_hint_for_codes_reads_no_number() -> None:
    assert read_value("2.01", "kode").number is None
    assert read_value("2.01").number == Decimal("2.01")


@pytest.mark.parametrize(
    "text", ["1.03.02 PROGRAM JALAN", "1.03.12.2.03.02 Sistem Informasi", "5.1.02.01.01.0001 Belanja Alat"]
)
def test_a_name_behind_its_code_is_no_figure(text: str) -> None:
    value = read_value(text)
    assert (value.type, value.number, value.reading) == ("teks", None, "clean")
