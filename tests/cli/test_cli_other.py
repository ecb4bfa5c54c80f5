"""The other commands, help and version: what they print, where, and that they load nothing heavy."""

import json
import subprocess
import sys

import pytest

from extractor.cli import COMMANDS
from extractor.model.version import VERSION


def test_help_names_every_command_and_option(extract):
    done = extract("--help")
    assert (done.returncode, done.stderr) == (0, "")
    for name in (*COMMANDS, "-o", "--json", "--pages", "--password", "--lang", "-q", "-v", "--safe-csv", "--fail-on"):
        assert name in done.stdout
    assert "--overwrite" in done.stdout
    assert "--version" in done.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_of_its_own(extract, name):
    done = extract(name, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(f"Usage: extract {name} ")


def test_version(extract):
    assert extract("--version").stdout == f"lkip-extractor {VERSION}\n"


def test_help_loads_nothing_heavy(tmp_path):
    heavy = [
        "pandas",
        "numpy",
        "lxml",
        "docx",
        "cv2",
        "camelot",
        "pdfplumber",
        "pypdfium2",
        "rich",
        "PIL",
        "regex",
        "asyncio",
    ]
    code = (
        "import sys, extractor.cli\n"
        "try: extractor.cli.main(['--help'])\n"
        "except SystemExit: pass\n"
        f"print(sorted(set({heavy}) & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"


def test_inspect_shows_a_tree_and_writes_nothing(fake, report, tmp_path):
    done = fake("inspect", report("a.pdf"))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "LKIP · Dinas Tenaga Kerja Kota Contoh · 2023",
        "(di luar BAB)",
        "  Tabel (tanpa nomor), hal. 5, 3 × 2",
        "BAB III AKUNTABILITAS KINERJA, hal. 5",
        "  3.1 CAPAIAN KINERJA, hal. 5",
        "  Tabel 3.1 Capaian \\x1b[31mIndikator, hal. 5, 3 × 2",
        "Ada di Daftar Tabel, tidak ditemukan:",
        "  Tabel 3.2 Lain",
    ]
    assert [p.name for p in tmp_path.iterdir()] == ["a.pdf"]


def test_inspect_in_english(fake, report):
    lines = fake("inspect", report("a.pdf"), "--lang", "en").stdout.splitlines()
    assert lines[1:3] == ["(outside the chapters)", "  Tabel (unnumbered), p. 5, 3 × 2"]


def test_inspect_json(fake, report):
    data = json.loads(fake("inspect", report("a.pdf"), "--json").stdout)
    assert data["laporan"]["tahun"] == 2023
    assert [t["nomor"] for t in data["tabel"]] == ["3.1", None]
    assert data["tabel"][0] | {"judul": ""} == {
        "nomor": "3.1", "judul": "", "bab": "III", "pages": [5], "n_rows": 3, "n_cols": 2
    }  # fmt: skip


def test_inspect_of_a_missing_file(fake):
    done = fake("inspect", "tidak_ada.pdf")
    assert (done.returncode, done.stdout) == (3, "")
    assert "tidak_ada.pdf: galat: Berkas tidak ditemukan." in done.stderr
    assert "tidak_ada.pdf: error: File not found." in done.stderr
