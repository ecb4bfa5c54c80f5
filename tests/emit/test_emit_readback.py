"""LibreOffice reads `laporan.xlsx` and writes it again: every figure of `laporan.json` is still there. Skipped without LibreOffice."""

import json
import shutil
import subprocess
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

ROOT = Path(__file__).parents[2]
OFFICE = shutil.which("soffice")
FIELDS = {"Indikator": ("target", "realisasi", "capaian"), "Anggaran": ("pagu", "realisasi", "persen")}


def printed(report: dict[str, Any], sheet: str) -> Counter[Decimal]:
    rows = report[sheet.lower()]
    figures = [row.get(field) for row in rows for field in FIELDS[sheet]]
    return Counter(rounded(f["number"]) for f in figures if f and f["number"] is not None)


def shown(path: Path, sheet: str) -> Counter[Decimal]:
    cells = (cell.value for row in openpyxl.load_workbook(path)[sheet] for cell in row)
    return Counter(rounded(value) for value in cells if isinstance(value, int | float) and not isinstance(value, bool))


def rounded(value: object) -> Decimal:
    return round(Decimal(str(value)), 8).normalize()


def run(*command: str) -> None:
    assert subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_keeps_every_figure(tmp_path: Path) -> None:
    source = ROOT / "samples" / "tahunan" / "lkip-pangan-2022.pdf"
    extract, folder, again = (sys.executable, "-m", "extractor.cli"), tmp_path / source.stem, tmp_path / "lagi"
    run(*extract, "-q", str(source), "-o", str(tmp_path), "--xlsx")
    run(*extract, "compare", "-q", str(tmp_path), "-o", str(tmp_path / "banding"))
    books = [folder / "laporan.xlsx", tmp_path / "banding" / "perbandingan.xlsx"]
    office = (str(OFFICE), f"-env:UserInstallation=file://{tmp_path / 'profile'}", "--headless", "--convert-to")
    run(*office, "ods", "--outdir", str(again), *map(str, books))
    run(*office, "xlsx", "--outdir", str(again), *(str(again / f"{book.stem}.ods") for book in books))
    report = json.loads((folder / "laporan.json").read_text(encoding="utf-8"))
    for sheet in FIELDS:
        want = printed(report, sheet)
        assert want
        assert not want - shown(books[0], sheet), sheet
    for book in books:
        for sheet in openpyxl.load_workbook(book).sheetnames:
            assert shown(again / book.name, sheet) == shown(book, sheet), (book.name, sheet)
