"""Units, ranges, words for efficiency, polarity, codes: what contradicts the figures without being a sum."""

from decimal import Decimal

import msgspec
import pytest

from extractor.audit import audit
from extractor.model.laporan import Indikator, Klaim, KlaimFigure
from extractor.model.temuan import Temuan
from tests.audit.pabrik import ACHIEVED, BUDGET, anggaran, angka, codes, only, run, tabel


def test_figures_under_the_header_of_units() -> None:
    rows = [["Indeks mutu", "100", "Persen"], ["Indeks lain", "61,15", "Persen"]]
    roles = ("indikator", "target", "satuan")
    item = only(run(tabel(rows, roles, labels=("Indikator", "Satuan", "Target"))), "UNIT-COL")
    assert (item.severity, item.reported, len(item.refs)) == ("I", "100", 2)
    assert codes(run(tabel(rows, roles, labels=("Indikator", "Target", "Satuan")))) == []
    slid = [["Indeks mutu", "100", "100"], ["Indeks lain", "Persen", "80"]]
    item = only(
        run(tabel(slid, ("indikator", "satuan", "target"), labels=("Indikator", "Satuan", "Target"))), "UNIT-COL"
    )
    assert (item.severity, len(item.refs)) == ("W", 1)


AGES = ["10-14", "15-19", "20-24", "25-29", "30-34", "35-39"]


@pytest.mark.parametrize(
    ("last", "found"),
    [("35-+", ["RANGE"]), ("40+", []), ("40 tahun ke atas", []), ("45-49", []), ("38-40", ["RANGE"]), ("10-14", [])],
)
def test_groups_that_overlap(last: str, found: list[str]) -> None:
    rows = [[label, "100"] for label in (*AGES, last)]
    assert codes(run(tabel(rows, ("keterangan", None)))) == found


def spent(*rows: tuple[str, str]) -> list[Temuan]:
    t = tabel([[f"Kegiatan {i}", *row] for i, row in enumerate(rows)], ("program_kegiatan", "serapan_pct", "efisiensi"))
    return [item for item in run(t).temuan if item.code == "EFF-LABEL"]


RIGHT = (("99,28", "Kurang efisien"), ("97,10", "Kurang efisien"), ("78,72", "Efisien"), ("80,10", "Efesiensi"))


def test_words_for_efficiency_follow_the_percents() -> None:
    assert spent(*RIGHT) == []
    (item,) = spent(*RIGHT, ("79,00", "Kurang efisiensi"))
    assert (item.severity, item.reported) == ("W", "79,00")
    assert spent(("99,28", "Efisien"), ("78,72", "Kurang efisien"), ("80,10", "Efisien")) == []


def achieved(name: str, *figures: str) -> list[str]:
    t = tabel([["1", name, *figures]], ACHIEVED)
    row = Indikator(t.id, 1, None, name, "%", 2020, None, angka(t, 1, 2), angka(t, 1, 3), angka(t, 1, 4))
    return codes(audit([t], [row], []))


@pytest.mark.parametrize(
    ("name", "figures", "found"),
    [
        ("Angka kemiskinan", ("8,00", "10,00", "125,00"), ["POL"]),
        ("Tingkat Pengangguran Terbuka", ("8,00", "10,00", "75,00"), []),
        ("Angka kemiskinan", ("8,00", "8,00", "100"), []),
        ("Persentase penurunan angka kemiskinan", ("8,00", "10,00", "125,00"), []),
        ("Persentase kasus sengketa yang diselesaikan", ("80", "100", "125"), []),
        ("Indeks pembangunan", ("8,00", "10,00", "125,00"), []),
    ],
)
def test_less_is_better_by_the_name(name: str, figures: tuple[str, str, str], found: list[str]) -> None:
    assert achieved(name, *figures) == found


@pytest.mark.parametrize(
    ("name", "targets", "found"),
    [
        ("Persentase penurunan angka pengangguran", ("9,07", "8,96", "8,87"), ["LABEL"]),
        ("Persentase penurunan angka pengangguran", ("1,00", "1,50", "2,00"), []),
        ("Angka pengangguran", ("9,07", "8,96", "8,87"), []),
    ],
)
def test_a_decrease_is_no_level(name: str, targets: tuple[str, ...], found: list[str]) -> None:
    t = tabel([[name, *targets]], ("indikator", "target", "target", "target"))
    rows = [Indikator(t.id, 1, None, name, "%", 2020 + i, None, angka(t, 1, i + 1), None, None) for i in range(3)]
    assert codes(audit([t], rows, [])) == found


def test_a_code_that_falls_among_rising_ones() -> None:
    rows = [[f"1.01.{i:02}", f"Kegiatan {i}", "1.000.000", "900.000", "90,00"] for i in range(1, 14)]
    assert codes(run(tabel(rows, BUDGET))) == []
    rows[6][0] = "1.01.02"
    assert "CODE-ORDER" in codes(run(tabel(rows, BUDGET)))


def test_a_program_without_money_over_kegiatan_with_money() -> None:
    rows = [
        ["1.01", "Program Administrasi", "300.000.000", "-", "-"],
        ["1.01.01", "Listrik", "300.000.000", "-", "-"],
        ["1.02", "Program Pelatihan", "-", "-", "-"],
        ["1.02.01", "Las", "50.000.000", "-", "-"],
        ["1.02.02", "Jahit", "60.000.000", "-", "-"],
    ]
    levels = ["program", "kegiatan", "program", "kegiatan", "kegiatan"]
    item = only(run(tabel(rows, BUDGET), levels=levels), "PARENT-EMPTY")
    assert (item.severity, item.recomputed, len(item.refs)) == ("I", "110000000", 3)
    rows[2][2] = "110.000.000"
    assert codes(run(tabel(rows, BUDGET), levels=levels)) == []


def under(kode: list[str], parents: list[int | None]) -> list[Temuan]:
    """Findings about rows with these codes, each under the row with the given number."""
    rows = [[code, f"Baris {i} {code}", "1.000.000", "900.000", "90,00"] for i, code in enumerate(kode)]
    t = tabel(rows, BUDGET)
    records = [msgspec.structs.replace(row, induk=parent) for row, parent in zip(anggaran(t), parents, strict=True)]
    return [item for item in audit([t], [], records).temuan if item.code == "CODE-PARENT"]


def test_a_code_begins_with_that_of_its_parent() -> None:
    fitting = [f"1.01.05.{i:02}" for i in range(1, 13)]
    kode, parents = ["1.01.05", *fitting], [None, *[1] * 12]
    assert under(kode, parents) == []
    assert under(["1.01.5", *fitting], parents) == []
    (item,) = under([*kode[:4], "1.01.06.03", *kode[5:]], parents)
    assert (item.severity, item.reported, len(item.refs)) == ("W", "1.01.06.03", 2)
    (item,) = under(["1.01.06", *fitting], parents)
    assert (item.reported, item.refs[1].raw) == ("1.01.06", "1.01.05.01")
    assert under([f"{i}.01.05.{i:02}" if i else "1.01.05" for i in range(13)], parents) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pelatihan tenaga terampil, output 78,72 % maka terdapat kurang efisiensi 21,28 %", ["EFF-LABEL"]),
        ("Pelatihan tenaga terampil, output 78,72 % maka terdapat efisiensi 21,28 %", []),
        ("Kegiatan lain sama sekali, output 78,72 % maka terdapat kurang efisiensi 21,28 %", []),
    ],
)
def test_words_for_efficiency_in_a_sentence_and_its_table(text: str, found: list[str]) -> None:
    names = ["Pelatihan tenaga terampil", *(f"Rapat {i}" for i in range(3))]
    rows = [[name, *row] for name, row in zip(names, (RIGHT[2], *RIGHT[:2], RIGHT[3]), strict=True)]
    t = tabel(rows, ("program_kegiatan", "serapan_pct", "efisiensi"))
    figures = (
        KlaimFigure("persen", "78,72 %", Decimal("78.72")),
        KlaimFigure("efisiensi", "21,28 %", Decimal("21.28")),
    )
    assert codes(run(t, klaim=[Klaim(7, text, None, figures)])) == found
