"""The scanned samples against their truth: letters and digits nearly all right; no wrong figure is said to be clean."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from parsers.nilai import read_value

ROOT = Path(__file__).parents[2]
LABELS: list[dict[str, Any]] = [
    json.loads(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "golden").glob("*.scan.json"))
]
LEAST_CELLS = 0.97
FIGURE = re.compile(r"\d[\d.,]*")


@pytest.fixture(scope="module", params=LABELS, ids=lambda label: str(label["file"]))
def label(request: pytest.FixtureRequest) -> dict[str, Any]:
    found: dict[str, Any] = request.param
    return found


@pytest.fixture(scope="module")
def report(label: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    pytest.importorskip("rapidocr")
    pytest.importorskip("onnxruntime")
    out = tmp_path_factory.mktemp("pindai")
    command = [sys.executable, "-m", "extractor.cli", "-q", str(ROOT / "samples" / label["file"]), "-o", str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads((out / Path(label["file"]).stem / "laporan.json").read_bytes())
    return found


def plain(text: str) -> str:
    return re.sub(r"[^0-9a-z]+", "", text.casefold())


def cells_of(report: dict[str, Any], label: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Wanted text and found cell (empty when there is none), of every cell of the truth with text."""
    tables = {t["nomor"] or f"p{t['pages'][0]}": t for t in report["tabel"]}
    pairs = []
    for key, truth in label["cells"].items():
        found = {(c["row"], c["col"]): c for c in tables[key]["cells"]}
        pairs += [
            (text, found.get((row, col), {"text": "", "value": None}))
            for row, texts in enumerate(truth["grid"])
            for col, text in enumerate(texts)
            if text
        ]
    return pairs


def test_tables_stand_on_their_pages(report: dict[str, Any], label: dict[str, Any]) -> None:
    found = [(t["nomor"], t["pages"], t["n_rows"], t["n_cols"]) for t in report["tabel"]]
    assert found == [(t["nomor"], t["pages"], t["n_rows"], t["n_cols"]) for t in label["tabel"]]


def test_nearly_every_cell_is_right(report: dict[str, Any], label: dict[str, Any]) -> None:
    pairs = cells_of(report, label)
    wrong = [(want, got["text"]) for want, got in pairs if plain(want) != plain(got["text"])]
    assert len(wrong) <= (1 - LEAST_CELLS) * len(pairs), wrong


def test_a_figure_that_is_wrong_is_not_said_to_be_clean(report: dict[str, Any], label: dict[str, Any]) -> None:
    for want, got in cells_of(report, label):
        if FIGURE.fullmatch(want) and got["text"] != want:
            value = got["value"]
            right = value is not None and value["number"] == str(read_value(want).number)
            assert right or value is None or value["number"] is None or value["reading"] != "clean", (want, got["text"])


def test_it_is_said_which_pages_were_read_by_ocr(report: dict[str, Any], label: dict[str, Any]) -> None:
    (found,) = (t for t in report["temuan"] if t["code"] == "PAGE-OCR")
    assert [ref["page"] for ref in found["refs"]] == list(range(1, label["pages"] + 1))
    assert report["source"]["pages"] == label["pages"]


def test_tables_that_are_read_whole_are_not_doubted(report: dict[str, Any]) -> None:
    assert "GRID-SCAN" not in {t["code"] for t in report["temuan"]}
