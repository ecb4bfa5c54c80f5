"""PDF, DOCX and text dump of one report give the same tables, cells and records; only places differ (a DOCX or a text has no pages)."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.golden.compare import bare

ROOT = Path(__file__).parents[2]
REAL = ROOT.parent / "shared" / "data" / "lkip2020"
PAIRS = {
    "sample": (ROOT / "samples" / "lkip-word.pdf", ROOT / "samples" / "lkip.docx"),
    "dump": (ROOT / "samples" / "lkip-word.pdf", ROOT / "samples" / "lkip-salinan.txt"),
    "real": (REAL / "lkip2020.pdf", REAL / "lkip2020_docx.docx"),
}
Report = dict[str, Any]


@pytest.fixture(scope="module", params=[name for name, files in PAIRS.items() if all(p.exists() for p in files)])
def pair(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Report, Report]:
    files = PAIRS[request.param]
    out = tmp_path_factory.mktemp("same")
    command = [sys.executable, "-m", "extractor.cli", *map(str, files), "-o", str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 4), done.stderr
    pdf, docx = (json.loads((out / p.stem / "laporan.json").read_bytes()) for p in files)
    return pdf, docx


def tables(report: Report) -> list[tuple[Any, ...]]:
    return [
        (t["nomor"], bare(t["judul"]), t["jenis"], t["header_rows"], [c["role"] for c in t["columns"]])
        for t in report["tabel"]
    ]


def cells(report: Report) -> dict[tuple[int, int, int], tuple[str, int, int]]:
    """Cells that hold a text, by table, row and column."""
    return {
        (number, c["row"], c["col"]): (bare(c["text"]), c["row_span"], c["col_span"])
        for number, table in enumerate(report["tabel"])
        for c in table["cells"]
        if bare(c["text"])
    }


def placeless(value: Any) -> Any:
    """A record without white space in its texts."""
    if isinstance(value, dict):
        return {key: placeless(item) for key, item in value.items()}
    return bare(value) if isinstance(value, str) else value


def test_same_tables(pair: tuple[Report, Report]) -> None:
    pdf, docx = map(tables, pair)
    assert pdf == docx


def ends_with_its_page(report: Report, at: tuple[int, int, int]) -> bool:
    """The cell is the last of its page: what a merged cell has on the next page looks the same as empty cells there."""
    table = report["tabel"][at[0]]
    last = {c["row"]: c["prov"][-1]["page"] for c in table["cells"]}
    height = next(c["row_span"] for c in table["cells"] if (c["row"], c["col"]) == at[1:])
    below = at[1] + height
    return below in last and last[below - 1] != last[below]


def test_same_cells(pair: tuple[Report, Report]) -> None:
    pdf, docx = map(cells, pair)
    assert pdf.keys() == docx.keys()
    for at, (text, *spans) in pdf.items():
        other, *other_spans = docx[at]
        assert (at, text) == (at, other)
        assert spans == other_spans or ends_with_its_page(pair[0], at), (at, text, spans, other_spans)


@pytest.mark.parametrize("kind", ["indikator", "anggaran"])
def test_same_records(pair: tuple[Report, Report], kind: str) -> None:
    pdf, docx = (list(map(placeless, report[kind])) for report in pair)
    assert pdf
    assert pdf == docx


def test_same_frame(pair: tuple[Report, Report]) -> None:
    pdf, docx = (
        [(b["nomor"], bare(b["judul"]), b["inferred"], [s["nomor"] for s in b["subbab"]]) for b in r["bab"]]
        for r in pair
    )
    assert pdf == docx
