"""`extract compare` over reports made here: series, figures told differently, budget lines, files."""

from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from extractor.archive.beda import differences
from extractor.archive.butir import Butir, Figur
from extractor.archive.compare import compare
from extractor.archive.kata import words
from extractor.cli import main
from extractor.emit.json_file import laporan_bytes
from extractor.model.laporan import Anggaran, Angka, Identitas, Indikator, Kode, Laporan, Run, Schema, Source


def indikator(nama: str, tahun: int, realisasi: str, satuan: str = "%", tabel: str = "t001", row: int = 1) -> Indikator:
    angka = Angka(realisasi.replace(".", ","), Decimal(realisasi))
    return Indikator(tabel, row, None, nama, satuan, tahun, None, None, angka, None)


def anggaran(kode: str, uraian: str, tahun: int, pagu: str) -> Anggaran:
    angka = Angka(pagu, Decimal(pagu))
    return Anggaran("t002", 1, Kode(kode, kode, "x"), uraian, tahun, angka, None, None, level="program")


def laporan(
    tahun: int, *rows: Indikator, budget: tuple[Anggaran, ...] = (), instansi: str | None = "Dinas Contoh"
) -> Laporan:
    return Laporan(
        Schema(), Source(f"{tahun}.pdf", "0" * 64, "application/pdf", 1, 1), Run("1", {}), "complete",
        Identitas("LKIP", instansi, tahun), (), (), (), rows, budget, (), (),
    )  # fmt: skip


OLD = laporan(
    2019, indikator("Persentase jalan baik", 2019, "61.5"), indikator("Jumlah taman", 2019, "7", "unit", row=2)
)
NEW = laporan(
    2020,
    indikator("Persentase jalan baik", 2019, "63.5"),
    indikator("Persentase jalan baik", 2020, "70"),
    indikator("Indeks sungai", 2020, "5.5", "indeks", row=2),
)


def test_relations_and_restated_figures() -> None:
    found = compare([("b", NEW), ("a", OLD)])
    assert {(p.laporan, p.indikator, p.relasi) for p in found.padanan} == {
        ("a", "Persentase jalan baik", "same"),
        ("a", "Jumlah taman", "gone"),
        ("b", "Persentase jalan baik", "same"),
        ("b", "Indeks sungai", "new"),
    }
    assert [(b.tahun, b.peran, b.nilai_a, b.nilai_b, b.jenis) for b in found.beda] == [
        (2019, "realisasi", Decimal("61.5"), Decimal("63.5"), "restated")
    ]
    series = {p.seri for p in found.padanan if p.indikator == "Persentase jalan baik"}
    assert len(series) == 1
    assert [(r.tahun, r.nilai) for r in found.indikator_tahun if r.seri in series] == [
        (2019, Decimal("61.5")),
        (2019, Decimal("63.5")),
        (2020, Decimal("70")),
    ]


def test_a_series_goes_on_after_a_missing_report() -> None:
    later = laporan(2021, indikator("Jumlah taman", 2021, "9", "unit"))
    found = compare([("a", OLD), ("b", NEW), ("c", later)])
    parks = [p for p in found.padanan if p.indikator == "Jumlah taman"]
    assert len({p.seri for p in parks}) == 1
    assert [p.relasi for p in parks] == ["gone", "same"]


def test_other_agencies_and_equal_years_join_nothing() -> None:
    twin = laporan(2020, *NEW.indikator, instansi="Badan Lain")
    found = compare([("b", NEW), ("c", twin)])
    assert {p.relasi for p in found.padanan if p.laporan == "c"} == {"doubtful"}
    assert len({p.seri for p in found.padanan}) == 4
    assert not found.beda


def of_quarter(report: Laporan, periode: str) -> Laporan:
    """The same report of a part of its year, with a row of the whole year left in it."""
    rows = [msgspec.structs.replace(row, periode=periode) for row in report.indikator]
    plan = msgspec.structs.replace(report.indikator[0], realisasi=None, capaian=None)
    identity = msgspec.structs.replace(report.laporan, periode=periode)
    return msgspec.structs.replace(report, laporan=identity, indikator=(*rows, plan))


def test_a_report_of_a_quarter_is_not_mixed_with_those_of_years() -> None:
    budget = (anggaran("1.01.01", "Program Pendidikan", 2020, "100"),)
    quarter = of_quarter(msgspec.structs.replace(NEW, anggaran=budget), "TW2")
    found = compare([("a", OLD), ("b", quarter), ("c", laporan(2021, *NEW.indikator))])
    series = {name: {p.seri for p in found.padanan if p.laporan == name} for name in "abc"}
    assert not series["b"] & (series["a"] | series["c"])
    assert len(series["a"] & series["c"]) == 1, "the years go on past the quarter"
    assert {p.relasi for p in found.padanan if p.laporan == "b"} <= {"new", "doubtful"}
    assert {b.laporan_b for b in found.beda} == {"c"}
    assert found.anggaran_tahun == ()
    assert [(c.laporan, c.tahun) for c in found.catatan if c.jenis == "periode"] == [("b", 2020)]


def test_equal_quarters_of_two_years_are_compared() -> None:
    found = compare([("a", of_quarter(OLD, "TW2")), ("b", of_quarter(NEW, "TW2"))])
    assert {p.relasi for p in found.padanan if p.indikator == "Persentase jalan baik"} == {"same"}
    assert {figure.periode for figure in (*found.indikator_tahun, *found.perkembangan)} == {"TW2"}
    told = [figure for figure in found.indikator_tahun if figure.laporan == "a"]
    assert len(told) == len({(f.seri, f.tahun, f.peran) for f in told}), "the year's figures are not among them"


@pytest.mark.parametrize(
    ("one", "other", "jenis"),
    [
        ("61.5", "61.50", None),
        ("61.54", "61.5", None),
        ("61.5", "615", "unit"),
        ("1234", "1243", "typing"),
        ("1234", "12234", "typing"),
        ("61.5", "63.9", "restated"),
        ("2", "3", "restated"),
    ],
)
def test_kinds_of_difference(one: str, other: str, jenis: str | None) -> None:
    sides = [
        Butir(name, year, "x", words("x"), None, None, (), "t", 1, 0, figures={
            (2019, "realisasi"): [Figur(Decimal(text), text, "t", 1, None, "unchecked")]
        })
        for name, year, text in (("a", 2019, one), ("b", 2020, other))
    ]  # fmt: skip
    assert [b.jenis for b in differences("s", sides)] == ([jenis] if jenis else [])


def test_budget_lines_by_code_and_by_name() -> None:
    old = laporan(2019, budget=(anggaran("1.01.01", "Program Pendidikan", 2019, "100"),))
    new = laporan(
        2020,
        budget=(
            anggaran("1.01.02", "Program Pendidikan", 2020, "120"),
            anggaran("1.01.01", "Program Penunjang", 2020, "9"),
        ),
    )
    rows = compare([("a", old), ("b", new)]).anggaran_tahun
    assert [(r.uraian, r.tahun, r.alasan) for r in rows] == [
        ("Program Pendidikan", 2019, "baris baru"),
        ("Program Pendidikan", 2020, "uraian sama, tingkat sama, kode berubah"),
        ("Program Penunjang", 2020, "baris baru"),
    ]


def test_budget_lines_of_a_part_of_the_year_are_not_compared_with_years() -> None:
    whole = anggaran("1.01.01", "Program Pendidikan", 2019, "100")
    part = msgspec.structs.replace(whole, uraian="Program Perikanan", periode="S1")
    rows = compare([("a", laporan(2019, budget=(whole, part)))]).anggaran_tahun
    assert [r.uraian for r in rows] == ["Program Pendidikan"]


def test_command_writes_the_files(tmp_path: Path) -> None:
    for stem, report in (("a", OLD), ("b", NEW)):
        (tmp_path / "out" / stem).mkdir(parents=True)
        (tmp_path / "out" / stem / "laporan.json").write_bytes(laporan_bytes(report))
    with pytest.raises(SystemExit) as ended:
        main(["compare", str(tmp_path / "out"), "-o", str(tmp_path / "banding"), "-q"])
    assert ended.value.code == 0
    names = {path.name for path in (tmp_path / "banding").iterdir()}
    assert {"padanan.csv", "indikator_tahun.csv", "beda.csv", "anggaran_tahun.csv", "perbandingan.html"} <= names
    assert (tmp_path / "banding" / "beda.csv").read_text().splitlines()[1].startswith("s0001,2019,realisasi,61.5,a,")


def test_command_says_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["compare", str(tmp_path), "-q"])
    assert ended.value.code == 3
    assert "extract" in capsys.readouterr().err
