"""`capaian` alone, on what `extract` wrote: the same verdicts and findings as inside it, from JSON, CSV and folders, and after edits."""

import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from capaian import judge_files
from capaian.cli import main
from extractor.cli.run import run

SAMPLES = Path(__file__).parents[2] / "samples"
Key = tuple[str, ...]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hasil")
    done = run(
        "extract", ["-q", str(SAMPLES / "lkip-word.pdf"), str(SAMPLES / "lkip.docx"), "-o", str(folder)], named=False
    )
    assert done == 0
    return folder


def reports(out: Path) -> list[dict[str, Any]]:
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(out.rglob("laporan.json"))]


def inside(out: Path) -> list[str]:
    """The verdicts that `extract` gave: report by report, indicators first."""
    rows = [[row["evaluasi"] for row in report[kind]] for kind in ("indikator", "anggaran") for report in reports(out)]
    return [evaluasi["verdict"] for part in rows for evaluasi in part]


def test_a_folder_gives_the_verdicts_of_extract(out: Path) -> None:
    assert [row.hasil.verdict for row in judge_files(out)] == inside(out)


def test_csv_gives_the_verdicts_of_extract(out: Path) -> None:
    found = judge_files(out / "indikator.csv", out / "anggaran.csv")
    wanted = []
    for name in ("indikator.csv", "anggaran.csv"):
        with (out / name).open(encoding="utf-8", newline="") as file:
            wanted += [row["verdict"] for row in csv.DictReader(file)]
    assert [row.hasil.verdict for row in found] == wanted


def test_findings_are_those_of_extract(out: Path) -> None:
    """Every row that does not follow is a finding CAPAIAN or PCT inside, with the same recomputed value."""
    for path in sorted(out.rglob("laporan.json")):
        report = json.loads(path.read_text(encoding="utf-8"))
        wanted = {f["recomputed"] for f in report["temuan"] if f["code"] in ("CAPAIAN", "PCT")}
        got = {str(row.hasil.capaian) for row in judge_files(path) if row.severity}
        assert wanted
        assert got == wanted


def test_a_mended_figure_is_judged_anew(out: Path, tmp_path: Path) -> None:
    report = reports(out)[0]
    wrong = next(row for row in report["anggaran"] if row["evaluasi"]["verdict"] == "tidak_sesuai")
    wrong["persen"] = {**wrong["persen"], "number": wrong["evaluasi"]["persen"]}
    path = tmp_path / "laporan.json"
    path.write_text(json.dumps(report), encoding="utf-8")
    index = len(report["indikator"]) + report["anggaran"].index(wrong)
    assert judge_files(path)[index].hasil.verdict == "sesuai"


@pytest.mark.parametrize(("edited", "verdict"), [("36.9", "tak_terhitung"), ("40", "tidak_sesuai")])
def test_figures_that_extract_could_not_pair_stay_open_until_edited(tmp_path: Path, edited: str, verdict: str) -> None:
    row = {
        "tabel": "t1", "row": 1, "indikator": "a", "evaluasi": {"verdict": "tak_terhitung"},
        "target": {"raw": "36,9", "number": edited}, "realisasi": {"raw": "39,00", "number": "39.00"},
        "capaian": {"raw": "150,00", "number": "150.00"},
    }  # fmt: skip
    path = tmp_path / "laporan.json"
    path.write_text(json.dumps({"indikator": [row], "anggaran": []}), encoding="utf-8")
    assert judge_files(path)[0].hasil.verdict == verdict


def test_fail_on_of_a_folder(out: Path) -> None:
    assert main([str(out), "-q", "--fail-on", "E"]) == 7
    assert main([str(out), "-q"]) == 0


def test_a_folder_without_reports_is_unreadable(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 3
    assert "laporan.json" in capsys.readouterr().err


def test_only_the_standard_library_is_loaded(out: Path) -> None:
    code = (
        "import sys; from capaian.cli import main; main([sys.argv[1], '-q'])\n"
        "print(sorted({m.split('.')[0] for m in sys.modules} - set(sys.stdlib_module_names) - {'capaian', '__main__'}))"
    )
    root = str(Path(__file__).parents[2])
    plain = subprocess.run(
        [sys.executable, "-S", "-c", code, str(out)], capture_output=True, text=True, check=True, cwd=root
    )
    assert plain.stdout == "[]\n"
