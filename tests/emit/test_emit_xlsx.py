"""`laporan.xlsx`: read back by openpyxl, pandas and LibreOffice, its numbers are those of `laporan.json`; text stays text."""

import io
import os
import shutil
import subprocess
import sys
import zipfile
from decimal import Decimal
from pathlib import Path

import msgspec
import openpyxl
import pandas as pd
import pytest

from extractor import extract
from extractor.emit.json_file import FILE_NAME, laporan_bytes
from extractor.emit.report_folder import XLSX_NAME, report_folders, write_report, write_workbook
from extractor.emit.xlsx import report_workbook
from extractor.emit.xlsx.angka import as_number, indonesian, number_format, shown_as_printed
from extractor.emit.xlsx.buku import new_workbook, table_sheet_names
from extractor.emit.xlsx.gaya import Gaya
from extractor.emit.xlsx.lembar import Lembar, extent
from extractor.emit.xlsx.rekaman import ANGGARAN_HEAD, INDIKATOR_HEAD
from extractor.model.errors import OutputError
from extractor.model.laporan import Laporan, Nilai
from extractor.model.temuan import Ref

ROOT = Path(__file__).parents[2]
HOSTILE = [
    "=1+1",
    "+1-1",
    "-2+3",
    "@SUM(A1)",
    '=HYPERLINK("http://x")',
    "http://example.org",
    "mailto:a@b",
    "{=1}",
    "\t=1",
]


@pytest.fixture(scope="module")
def sample() -> Laporan:
    return extract(ROOT / "samples" / "lkip-word.pdf")


@pytest.fixture(scope="module")
def sample_xlsx(sample: Laporan) -> bytes:
    return report_workbook(sample)


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def same_number(got: float | int | None, want: Decimal | None) -> bool:
    return bool(pd.isna(got)) if want is None else got is not None and float(got) == float(want)


def figures(laporan: Laporan) -> dict[str, list[tuple[Decimal | None, ...]]]:
    """The figures of both record sheets, as `laporan.json` has them."""

    def number(angka):
        return None if angka is None else angka.number

    return {
        "Indikator": [(number(x.target), number(x.realisasi), number(x.capaian)) for x in laporan.indikator],
        "Anggaran": [(number(x.pagu), number(x.realisasi), number(x.persen)) for x in laporan.anggaran],
    }


COLUMNS = {"Indikator": ["Target", "Realisasi", "Capaian"], "Anggaran": ["Pagu", "Realisasi", "Serapan"]}


def differences(frame: pd.DataFrame, sheet: str, laporan: Laporan) -> list[str]:
    rows = figures(laporan)[sheet]
    assert len(frame) == len(rows)
    return [
        f"row {i} {name}: {got!r}, not {want}"
        for i, row in enumerate(rows)
        for name, got, want in zip(COLUMNS[sheet], frame.loc[i, COLUMNS[sheet]], row, strict=True)
        if not same_number(pd.to_numeric(got, errors="coerce"), want)
    ]


@pytest.mark.parametrize("sheet", ["Indikator", "Anggaran"])
def test_pandas_reads_the_numbers_of_the_json(sample: Laporan, sample_xlsx: bytes, sheet: str) -> None:
    frame = pd.read_excel(io.BytesIO(sample_xlsx), sheet_name=sheet, dtype=object)
    assert differences(frame, sheet, sample) == []


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("sheet", ["Indikator", "Anggaran"])
def test_libreoffice_reads_the_numbers_of_the_json(sample: Laporan, converted: Path, sheet: str) -> None:
    assert differences(pd.read_excel(converted, sheet_name=sheet, dtype=object), sheet, sample) == []


@pytest.fixture(scope="module")
def converted(sample_xlsx: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook opened and saved by LibreOffice."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "in.xlsx").write_bytes(sample_xlsx)
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "ods"]
    subprocess.run([*command, "--outdir", str(folder), str(folder / "in.xlsx")], check=True, capture_output=True)
    again = [*command[:-1], "xlsx", "--outdir", str(folder / "back")]
    subprocess.run([*again, str(folder / "in.ods")], check=True, capture_output=True)
    return folder / "back" / "in.xlsx"


def test_every_figure_of_every_table_is_a_number(sample: Laporan, sample_xlsx: bytes) -> None:
    book = opened(sample_xlsx)
    checked = 0
    for tabel, name in zip(sample.tabel, table_sheet_names(sample.tabel), strict=True):
        for cell in tabel.cells:
            nilai = cell.value
            got = book[name].cell(cell.row + 2, cell.col + 1).value
            if nilai is None or nilai.number is None or cell.header:
                assert (got or "") == cell.text
            else:
                assert got == float(nilai.number)
                checked += 1
    assert checked > 300


def test_sheets_are_frozen_filtered_and_linked(sample: Laporan, sample_xlsx: bytes) -> None:
    book = opened(sample_xlsx)
    assert book.sheetnames[:4] == ["Ringkasan", "Indikator", "Anggaran", "Temuan"]
    assert len(book.sheetnames) == 4 + len(sample.tabel)
    assert book["Indikator"].freeze_panes == "A2"
    assert book["Indikator"].auto_filter.ref == f"A1:O{len(sample.indikator) + 1}"
    for tabel, name in zip(sample.tabel, book.sheetnames[4:], strict=True):
        assert book[name].freeze_panes == f"A{tabel.header_rows + 2}"
        merged = {r.coord for r in book[name].merged_cells.ranges if r.min_row > 1}
        spans = [c for c in tabel.cells if c.header and (c.row_span > 1 or c.col_span > 1)]
        assert len(merged) == len(spans)
    targets = [cell.hyperlink.location for sheet in book for row in sheet for cell in row if cell.hyperlink]
    assert targets
    assert {t.rpartition("!")[0].strip("'") for t in targets} <= set(book.sheetnames)


def test_doubtful_cells_are_coloured_with_page_reason_and_proposal(sample: Laporan, sample_xlsx: bytes) -> None:
    book = opened(sample_xlsx)
    found = next(f for f in sample.temuan if f.code == "NUM-FORMAT")
    ref = found.refs[0]
    cell = book[f"Tabel {ref.tabel}"].cell((ref.row or 0) + 2, (ref.col or 0) + 1)
    assert cell.fill.fgColor.rgb == "FFF4B183"
    assert f"Hal. {ref.page}" in cell.comment.text
    assert found.message.id in cell.comment.text
    assert f"Tercetak / printed: {ref.raw}" in cell.comment.text
    sheet, _, place = cell.hyperlink.location.partition("!")
    assert (sheet, book["Temuan"][place].value) == ("Temuan", found.id)
    assert book["Temuan"][place.replace("A", "C")].value == "NUM-FORMAT"


def test_a_proposal_stands_in_the_note(sample: Laporan, sample_xlsx: bytes) -> None:
    found = next(f for f in sample.temuan if f.proposal is not None)
    ref = found.refs[0]
    note = opened(sample_xlsx)[f"Tabel {ref.tabel}"].cell((ref.row or 0) + 2, (ref.col or 0) + 1).comment.text
    assert f"Usul / proposal: {indonesian(Decimal(found.proposal or ''))}" in note


def test_findings_have_their_numbers(sample: Laporan, sample_xlsx: bytes) -> None:
    frame = pd.read_excel(io.BytesIO(sample_xlsx), sheet_name="Temuan", dtype=object)
    assert [*frame["Tingkat"]] == sorted((item.severity for item in sample.temuan), key="EWI".index)
    found, checked = {item.id: item for item in sample.temuan}, 0
    assert {*frame["Id"]} == {*found}
    for name, computed, proposal in zip(frame["Id"], frame["Terhitung"], frame["Usul"], strict=True):
        item = found[name]
        for got, want in ((computed, item.recomputed), (proposal, item.proposal)):
            assert pd.isna(got) if want is None else float(got) == float(want)
            checked += want is not None
    assert checked > 5


@pytest.mark.parametrize("sheet", ["Indikator", "Anggaran"])
def test_a_row_is_as_well_founded_as_its_least_figure(sample: Laporan, sample_xlsx: bytes, sheet: str) -> None:
    cells = {(t.id, c.row, c.col): c.value for t in sample.tabel for c in t.cells}
    rows = sample.indikator if sheet == "Indikator" else sample.anggaran
    fields = ("target", "realisasi", "capaian") if sheet == "Indikator" else ("pagu", "realisasi", "persen", "fisik")
    seen = set()
    for item, shown in zip(rows, pd.read_excel(io.BytesIO(sample_xlsx), sheet_name=sheet)["Bukti"], strict=True):
        figures = [getattr(item, field) for field in fields]
        values = [cells[item.tabel, *f.cell] for f in figures if f is not None and f.cell is not None]
        proofs = {value.proof for value in values if value is not None and value.number is not None}
        order = ("contradicted", "unchecked", "supported", "proved")
        want = next((proof for proof in order if proof in proofs), None)
        assert pd.isna(shown) if want is None else str(shown).endswith(f"({want})")
        seen.add(want)
    assert {"contradicted", "proved"} <= seen


def test_same_report_same_bytes(sample: Laporan, sample_xlsx: bytes) -> None:
    later = msgspec.structs.replace(sample, run=msgspec.structs.replace(sample.run, started="2031-01-01", seconds=9.0))
    assert report_workbook(later) == sample_xlsx


def test_text_is_never_a_formula_nor_a_link_of_its_own(make) -> None:
    rows = [["Uraian", "Isi"], *([text, text] for text in HOSTILE)]
    tabel = make.make_tabel(rows, nomor="=1*[x]", judul="=1+1")
    indikator = tuple(make.make_indikator(indikator=text, sasaran=text, predikat=text) for text in HOSTILE)
    refs = (Ref(page=1, raw="=1+1"),)
    laporan = make.make_laporan(tabel=(tabel,), indikator=indikator, anggaran=(), temuan=(make.make_temuan(refs=refs),))
    book = opened(report_workbook(laporan))
    types = {cell.data_type for sheet in book for row in sheet for cell in row}
    assert "f" not in types
    links = [cell.hyperlink for sheet in book for row in sheet for cell in row if cell.hyperlink]
    assert all(link.target is None for link in links)
    assert [row[0].value for row in book.worksheets[4].iter_rows(min_row=3)] == HOSTILE


def test_a_report_without_anything_gives_a_workbook(make) -> None:
    empty = make.make_laporan(tabel=(), indikator=(), anggaran=(), temuan=(), daftar_tabel=())
    content = report_workbook(empty)
    assert opened(content).sheetnames == ["Ringkasan", "Indikator", "Anggaran", "Temuan"]
    assert len(pd.read_excel(io.BytesIO(content), sheet_name="Indikator")) == 0
    drawings = zipfile.ZipFile(io.BytesIO(content))
    said = [name for name in drawings.namelist() if b"Tidak ada data" in drawings.read(name)]
    assert len(said) == 3


def test_lines_and_widths_follow_the_letters() -> None:
    workbook = new_workbook(io.BytesIO(), "")
    sheet = Lembar(workbook.add_worksheet(), Gaya(workbook))
    sheet.figure(0, 0, None, "50 orang pengawas lingkungan hidup se-provinsi")
    assert 20 < sheet.width(0) < 24
    assert extent("WWWW") > extent("nnnn") > extent("llll")
    assert [sheet.lines(text, 10) for text in ("", "satu", "satu dua tiga empat", "a\nb", "x" * 25)] == [1, 1, 2, 2, 3]


def test_sheet_names_are_taken_by_every_program(make) -> None:
    numbers = ["3.1", "3.1", "3/1", "a" * 90, "a" * 91, "temuan", "'x'", None, None]
    names = table_sheet_names([make.make_tabel([["a"]], nomor=nomor) for nomor in numbers])
    assert len({name.casefold() for name in names}) == len(numbers)
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in names)
    laporan = make.make_laporan(tabel=tuple(make.make_tabel([["a"]], nomor=nomor) for nomor in numbers))
    laporan = msgspec.structs.replace(
        laporan, tabel=tuple(msgspec.structs.replace(t, id=f"t{n}") for n, t in enumerate(laporan.tabel))
    )
    assert len(opened(report_workbook(laporan)).sheetnames) == 4 + len(numbers)


@pytest.mark.parametrize(
    ("number", "raw", "value"),
    [
        ("61.15", "61,15", 61.15),
        ("0", "0", 0.0),
        ("0.5", "0,5", 0.5),
        ("-3", "-3", -3.0),
        ("7", "007", None),
        ("1234567890123456", "1.234.567.890.123.456", None),
        ("1E+20", "", None),
        ("NaN", "", None),
        (None, "-", None),
    ],
)
def test_a_figure_that_a_spreadsheet_would_change_stays_text(number: str | None, raw: str, value: float | None) -> None:
    assert as_number(None if number is None else Decimal(number), raw) == value


@pytest.mark.parametrize(
    ("number", "unit", "shown"),
    [
        ("2275367080", None, "[$-421]#,##0"),
        ("61.15", None, "[$-421]#,##0.00"),
        ("61.15", "%", '[$-421]#,##0.00"%"'),
        ("2", "dokumen", '[$-421]#,##0" dokumen"'),
        ("2", '"&x', "[$-421]#,##0"),
        ("1E+3", None, "[$-421]#,##0"),
    ],
)
def test_number_formats(number: str, unit: str | None, shown: str) -> None:
    assert number_format(Decimal(number), unit) == shown


@pytest.mark.parametrize(
    ("raw", "number", "same"),
    [
        ("Rp 1.200.000", "1200000", True),
        ("84.44", "84.44", True),
        ("42,00 %", "42.00", True),
        ("1.24.500.000", "124500000", False),
        ("256,823", "256823", False),
        ("-", None, False),
    ],
)
def test_what_is_not_shown_as_printed_is_noted(raw: str, number: str | None, same: bool) -> None:
    assert shown_as_printed(Nilai("angka", raw, None if number is None else Decimal(number))) is same


def test_with_the_option_the_folder_holds_a_workbook(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "extractor.cli", "samples/lkip.docx", "-q", "--xlsx", "-o", str(tmp_path / "out")]
    done = subprocess.run(command, cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    names = opened((tmp_path / "out" / "lkip" / XLSX_NAME).read_bytes()).sheetnames
    assert names[:4] == ["Ringkasan", "Indikator", "Anggaran", "Temuan"]


def test_workbooks_are_added_to_what_was_extracted(make, tmp_path: Path) -> None:
    for stem in ("a", "b"):
        write_report(tmp_path / stem, make.make_laporan())
    (tmp_path / "c").mkdir()
    folders = report_folders(tmp_path)
    assert [folder.name for folder in folders] == ["a", "b"]
    assert report_folders(tmp_path / "a") == [tmp_path / "a"]
    assert write_workbook(folders[1]).read_bytes() == report_workbook(make.make_laporan())
    assert (folders[1] / FILE_NAME).read_bytes().startswith(laporan_bytes(make.make_laporan())[:40])
    (folders[0] / FILE_NAME).write_bytes(b"{}")
    with pytest.raises(OutputError):
        write_workbook(folders[0])


def test_the_command_says_what_it_wrote(make, tmp_path: Path) -> None:
    write_report(tmp_path / "a", make.make_laporan())
    command = [sys.executable, "-m", "extractor.cli", "xlsx", str(tmp_path), str(tmp_path / "none"), "--lang", "en"]
    done = subprocess.run(command, cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (3, "")
    assert "a/laporan.xlsx" in done.stderr
    assert (tmp_path / "a" / XLSX_NAME).is_file()


def test_heads_are_columns() -> None:
    assert {*COLUMNS["Indikator"]} <= {*INDIKATOR_HEAD}
    assert {*COLUMNS["Anggaran"]} <= {*ANGGARAN_HEAD}
