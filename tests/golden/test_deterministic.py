"""Twice the same input gives the same bytes, whatever the order of Python's sets; the manifest and the `run` block aside."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SAMPLES = ("lkip-tipis.pdf", "lkip.docx")


def extract(out: Path, seed: str) -> dict[str, Any]:
    """Every file of a run by its path below the output; a report without its `run` block."""
    files = [str(ROOT / "samples" / name) for name in SAMPLES]
    command = [sys.executable, "-m", "extractor.cli", *files, "-o", str(out)]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    written = {str(p.relative_to(out)): p for p in sorted(out.rglob("*")) if p.is_file() and p.name != "manifest.jsonl"}
    return {name: _content(path) for name, path in written.items()}


def _content(path: Path) -> Any:
    if path.name != "laporan.json":
        return path.read_bytes()
    report = json.loads(path.read_bytes())
    assert report.pop("run")
    return json.dumps(report, ensure_ascii=False)


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    return [extract(tmp_path_factory.mktemp(f"seed{seed}"), seed) for seed in ("1", "4242")]


def test_two_runs_write_the_same_files(twice: list[dict[str, Any]]) -> None:
    first, second = twice
    assert sorted(first) == sorted(second)
    assert {"datapackage.json", "indikator.csv", "anggaran.csv", "temuan.csv"} <= set(first)


def test_two_runs_write_the_same_bytes(twice: list[dict[str, Any]]) -> None:
    first, second = twice
    assert [name for name in first if first[name] != second.get(name)] == []
