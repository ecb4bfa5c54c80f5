"""`extract archive export`: the folders come back byte for byte, the lake holds every row and figure exactly, the package is valid."""

import csv
import io
from decimal import Decimal
from pathlib import Path

import frictionless
import msgspec
import pandas
import pyarrow.dataset
import pytest

from benchmarks.archive import report, reports
from extractor.archive.store.arsip import Arsip
from extractor.cli import main
from extractor.emit.columns import ANGKA, SHEETS
from extractor.emit.combined import write_combined
from extractor.emit.parquet import Lake
from extractor.emit.report_folder import write_report
from extractor.model.laporan import Laporan


@pytest.fixture
def named() -> dict[str, Laporan]:
    nobody = report(3, 2020)
    nobody = msgspec.structs.replace(nobody, laporan=msgspec.structs.replace(nobody.laporan, instansi=None, tahun=None))
    return {**dict(reports(12)), "tanpa-nama": nobody}


@pytest.fixture
def folder(tmp_path: Path, named: dict[str, Laporan], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with `out`, as `extract` would have written it, and an archive of it."""
    (tmp_path / "out").mkdir()
    for name, laporan in named.items():
        write_report(tmp_path / "out" / name, laporan)
    write_combined(tmp_path / "out", list(named))
    monkeypatch.chdir(tmp_path)
    assert run("add", "out", "-q") == 0
    return tmp_path


def run(*words: str) -> int | str | None:
    with pytest.raises(SystemExit) as ended:
        main(["archive", *words])
    return ended.value.code


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_the_folders_come_back_byte_for_byte(folder: Path) -> None:
    assert run("export", "-o", "lagi", "-q") == 0
    assert tree(folder / "lagi") == tree(folder / "out")
    assert frictionless.Package(str(folder / "lagi" / "datapackage.json")).validate().valid


def test_the_lake_holds_every_row_exactly(folder: Path) -> None:
    assert run("export", "--parquet", "-o", "danau", "-q") == 0
    for sheet in SHEETS:
        names = [column.name for column in sheet.columns]
        table = pyarrow.dataset.dataset(folder / "danau" / sheet.name, partitioning="hive").to_table()
        found = sorted(tuple(_text(_said(name, row[name])) for name in names) for row in table.to_pylist())
        text = (folder / "out" / f"{sheet.name}.csv").read_text(encoding="utf-8")
        rows = [[_plain(cell) for cell in row] for row in list(csv.reader(io.StringIO(text)))[1:]]
        assert found == sorted(map(tuple, rows)), sheet.name
        assert set(table.column_names) >= {"instansi", "tahun"}


def test_the_lake_holds_where_every_figure_comes_from(folder: Path) -> None:
    assert run("export", "--parquet", "-o", "danau", "-q") == 0
    table = pyarrow.dataset.dataset(folder / "danau" / ANGKA.name, partitioning="hive").to_table().to_pylist()
    with Arsip(folder / "arsip.db") as arsip:
        rows = arsip.ask_sql("SELECT laporan, raw, desimal, page, bbox, berkas_sha256 FROM angka_berlaku").rows
    expected = sorted((r[0], r[1], Decimal(str(r[2])), r[3], r[4] or "", r[5]) for r in rows)
    assert (
        sorted((r["laporan"], r["raw"], r["nilai"], r["page"], r["bbox"] or "", r["berkas_sha256"]) for r in table)
        == expected
    )


NAMES = (
    None,
    "Dinas A/B: \u00e9 = %41",
    "..",
    "Dinas " + "Sangat " * 40 + "Satu",
    "Dinas " + "Sangat " * 40 + "Dua",
    "Dinas Kota X.",
)


def test_names_of_agencies_come_back_and_rows_without_year_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By pandas as it is, which cannot read Hive's null beside years; types as the columns say; every sheet is there."""
    with Arsip(tmp_path / "arsip.db", writable=True) as arsip:
        for number, name in enumerate(NAMES):
            laporan = report(number, 2020)
            rows = tuple(msgspec.structs.replace(row, tahun=None) for row in laporan.indikator)
            identity = msgspec.structs.replace(laporan.laporan, instansi=name, periode="TW2")
            arsip.add(f"r{number}", msgspec.structs.replace(laporan, laporan=identity, indikator=rows, temuan=()))
    monkeypatch.chdir(tmp_path)
    assert run("export", "--parquet", "-o", "danau", "-q") == 0
    sheets = {sheet.name: pandas.read_parquet(tmp_path / "danau" / sheet.name) for sheet in (*SHEETS, ANGKA)}
    reports = sheets["laporan"]
    named = dict(zip(reports["laporan"], reports["instansi"], strict=True))
    assert [named[f"r{number}"] for number in (0, 1, 2, 5)] == ["tanpa nama", NAMES[1], "tanpa nama", NAMES[5]]
    assert named["r3"] != named["r4"] and named["r3"].startswith("Dinas Sangat"), "cut, and not one agency"
    assert set(reports["periode"]) == {"TW2"}
    assert set(sheets["indikator"]["tahun"]) == {0} and set(sheets["anggaran"]["tahun"]) == {2020}
    assert len(sheets["temuan"]) == 0
    assert {type(value) for value in sheets["angka"]["nilai"].dropna()} == {Decimal}
    assert {type(value) for value in sheets["anggaran"]["pagu"]} == {Decimal}


def test_only_versions_that_count_are_exported(folder: Path, named: dict[str, Laporan]) -> None:
    name, laporan = next(iter(named.items()))
    rows = (msgspec.structs.replace(laporan.indikator[0], predikat="Baik"), *laporan.indikator[1:])
    with Arsip(folder / "arsip.db", writable=True) as arsip:
        assert arsip.add(name, msgspec.structs.replace(laporan, indikator=rows)).apa == "versi"
    assert run("export", "--parquet", "-o", "danau", "-q") == 0
    table = pyarrow.dataset.dataset(folder / "danau" / "indikator", partitioning="hive").to_table().to_pylist()
    assert len(table) == sum(len(laporan.indikator) for laporan in named.values())
    assert [row["laporan"] for row in table if row["predikat"]] == [name]


def test_what_stands_in_the_place_is_replaced_only_when_it_is_said(folder: Path) -> None:
    (folder / "lain").mkdir()
    (folder / "lain" / "surat.txt").write_text("penting")
    assert run("export", "-o", "lain", "-q") == 6
    assert tree(folder / "lain") == {"surat.txt": b"penting"}
    assert run("export", "-o", "lain", "-q", "--overwrite", "--parquet") == 0
    assert "surat.txt" not in tree(folder / "lain")
    assert not [p for p in folder.iterdir() if p.name.startswith(".lkip-")]


def test_a_name_in_an_archive_of_somebody_leads_nowhere_else(folder: Path) -> None:
    with Arsip(folder / "arsip.db", writable=True) as arsip:
        for number, name in enumerate(("../../lari", "..", "temuan.csv", "a/b"), 40):
            arsip.add(name, report(number, 2020))
    before = {p.name for p in folder.parent.iterdir()}
    assert run("export", "-o", "lagi", "-q") == 0
    assert {p.name for p in folder.parent.iterdir()} == before
    assert {"__.._lari", "_", "temuan.csv-2", "a_b"} <= {p.name for p in (folder / "lagi").iterdir()}


def test_a_figure_too_long_for_parquet_is_counted_and_keeps_its_text(tmp_path: Path) -> None:
    laporan = report(1, 2020)
    (tmp_path / "danau").mkdir()
    first = laporan.indikator[0]
    assert first.target is not None
    long = msgspec.structs.replace(first.target, raw="panjang", number=Decimal(10) ** 21)
    rows = (msgspec.structs.replace(first, target=long), *laporan.indikator[1:])
    lake = Lake(tmp_path / "danau")
    lake.add_agency("Dinas/Aneh: é", [("a", msgspec.structs.replace(laporan, indikator=rows))], ())
    assert lake.lost == 1
    table = pyarrow.dataset.dataset(tmp_path / "danau" / "indikator", partitioning="hive").to_table().to_pylist()
    assert [(r["target"], r["target_raw"]) for r in table if r["target_raw"] == "panjang"] == [(None, "panjang")]
    assert {r["instansi"] for r in table} == {"Dinas/Aneh: é"}


def _said(column: str, value: object) -> object:
    """What a folder's name says of an unknown year or agency."""
    return None if (column, value) in (("tahun", 0), ("instansi", "tanpa nama")) else value


def _text(value: object) -> str:
    return "" if value is None else _plain(str(value))


def _plain(text: str) -> str:
    """A figure without the zeros that a fixed number of digits adds."""
    try:
        number = Decimal(text)
    except ArithmeticError:
        return text
    return format(number.normalize(), "f") if number.is_finite() else text
