"""The Word sample saved as .doc, .odt and .rtf by LibreOffice and read back through it: every table, cell and record as in the DOCX.

Headings are not compared: LibreOffice 7.4 itself loses on saving that the chapters' Roman numbers are Arabic in `1.1`.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.golden import compare

ROOT = Path(__file__).parents[2]
OFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module", params=["doc", "odt", "rtf"])
def report(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp(request.param)
    save = [str(OFFICE), f"-env:UserInstallation={(folder / 'profil').as_uri()}", "--headless", "--convert-to"]
    subprocess.run(
        [*save, request.param, "--outdir", str(folder), str(ROOT / "samples" / "lkip.docx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    command = [sys.executable, "-m", "extractor.cli", str(folder / f"lkip.{request.param}"), "-o", str(folder / "out")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads((folder / "out" / "lkip" / "laporan.json").read_bytes())
    return result


@pytest.fixture(scope="module")
def truth() -> dict[str, Any]:
    label: dict[str, Any] = json.loads((ROOT / "golden" / "lkip.truth.json").read_bytes())
    return label


def test_every_table_with_its_cells(report: dict[str, Any], truth: dict[str, Any]) -> None:
    assert compare.captions(truth, report) == []
    assert [found for key in truth["cells"] for found in compare.cells(truth, report, key)] == []


@pytest.mark.parametrize("kind", ["indikator", "anggaran"])
def test_every_record(report: dict[str, Any], truth: dict[str, Any], kind: str) -> None:
    assert compare.records(truth, report, kind, context=True) == []
