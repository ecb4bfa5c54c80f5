"""Right cells of `extract` and of five table engines on the same labels: `python -m benchmarks.accuracy [LABELS PDFS]`.

LABELS is a folder of labels (`*.json`, in the form of `golden/*.truth.json`), PDFS the folder of their documents. Without them: the
labelled reports of `../shared` where that is there, else the truth about `samples/`. Documents that are scans are left out.

Nobody is helped: no engine is told where a table stands, how wide it is or what kind of rules it has. The engines read only the pages on
which the labels' transcribed tables stand (whole documents would take the slow ones an hour); `extract` reads whole documents, because
it is measured as it is used. Of what an engine found, the table on the right pages that shares most texts with a label is compared.

Half of all tables run over several pages and the engines read page by page, so they are scored twice: unaided, and with one aid for
all of them (`joined`): the last table of a page and the first of the next page are one when they are equally wide, without the
leading rows of the second that repeat the first. `extract` gets no aid. CPU seconds are those of reading, start-up left out.

Printed: a Markdown table. Every engine's tables are written as `<engine>/<document>/laporan.json` into a folder (`--keep DIR`) and
scored from there. Exit code 0.
"""

import argparse
import datetime
import importlib.util
import json
import multiprocessing
import re
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.engines import ENGINES, Engine, Tables
from tests.golden.compare import bare

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
OURS = "extract"
WARM = (ROOT / "samples" / "lkip-word.pdf", (13, 14))
"""Read once before the clock starts, so that imports are not counted."""

Values = dict[str, Any]
Tally = tuple[int, int, int]
"""Right cells, cells given, cells in the truth."""


@dataclass(frozen=True)
class Labelled:
    path: Path
    label: Values

    @property
    def pages(self) -> list[int]:
        """All pages on which a transcribed table stands."""
        return sorted({page for key in self.label["cells"] for page in entry(self.label, key)["pages"]})


@dataclass
class Score:
    cells: list[Tally] = field(default_factory=list)

    @property
    def f1(self) -> float:
        right, given, wanted = (sum(tally[i] for tally in self.cells) for i in range(3))
        return 2 * right / (given + wanted)

    @property
    def perfect(self) -> int:
        return sum(right == given == wanted for right, given, wanted in self.cells)

    def shown(self) -> str:
        return f"{self.f1:.3f} | {self.perfect} of {len(self.cells)}"


def entry(label: Values, key: str) -> Values:
    """The labelled table that a key of `cells` means: by number, by number and first page, or without number by first page."""
    for table in label["tabel"]:
        first, number = f"p{table['pages'][0]}", table["nomor"]
        if key in ((first,) if number is None else (number, f"{number}@{first}")):
            found: Values = table
            return found
    raise ValueError(f"no table {key} in the label of {label['file']}")


def documents(labels: Path, pdfs: Path) -> list[Labelled]:
    """The labels of PDFs with a text layer and with transcribed tables."""
    read = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(labels.glob("*.json"))]
    wanted = [label for label in read if label.get("cells") and not label.get("scan")]
    return [Labelled(pdfs / x["file"], x) for x in wanted if x["file"].endswith(".pdf") and (pdfs / x["file"]).exists()]


def joined(tables: Tables) -> list[tuple[list[int], list[list[str]]]]:
    """Pages and rows: last table of a page and first of the next as one when equally wide, repeated leading rows dropped."""
    out: list[tuple[list[int], list[list[str]]]] = []
    for i, (page, grid) in enumerate(tables):
        first_of_page = i == 0 or tables[i - 1][0] != page
        if first_of_page and out and out[-1][0][-1] == page - 1 and len(out[-1][1][0]) == len(grid[0]):
            pages, rows = out[-1]
            out[-1] = ([*pages, page], rows + grid[_repeated(rows, grid) :])
        else:
            out.append(([page], grid))
    return out


def _repeated(rows: list[list[str]], more: list[list[str]]) -> int:
    count = 0
    for a, b in zip(rows, more, strict=False):
        if [bare(text) for text in a] != [bare(text) for text in b]:
            break
        count += 1
    return count


def as_report(tables: Sequence[tuple[list[int], list[list[str]]]]) -> Values:
    """Tables in the form of `laporan.json`."""
    return {"tabel": [_as_table(i, pages, grid) for i, (pages, grid) in enumerate(tables)]}


def _as_table(i: int, pages: list[int], grid: list[list[str]]) -> Values:
    cells = [{"row": r, "col": c, "text": text} for r, row in enumerate(grid) for c, text in enumerate(row) if text]
    return {"id": f"t{i}", "nomor": None, "pages": pages, "n_rows": len(grid), "n_cols": len(grid[0]), "cells": cells}


def run_engine(engine: Engine, files: Sequence[Labelled], folder: Path) -> float:
    """Read and write everything twice (`unaided`, `joined`); CPU seconds a page."""
    engine.read(*WARM)
    seconds = 0.0
    for file in files:
        started = time.process_time()
        tables = [(page, grid) for page, grid in engine.read(file.path, file.pages) if grid and grid[0]]
        seconds += time.process_time() - started
        write(folder / "unaided", file, as_report([([page], grid) for page, grid in tables]))
        write(folder / "joined", file, as_report(joined(tables)))
    return seconds / sum(len(file.pages) for file in files)


def run_ours(files: Sequence[Labelled], folder: Path) -> float:
    """The same with `extract`, whole documents."""
    import msgspec
    import pypdfium2

    from extractor import extract

    extract(WARM[0])
    seconds, pages = 0.0, 0
    for file in files:
        started = time.process_time()
        report = extract(file.path)
        seconds += time.process_time() - started
        with pypdfium2.PdfDocument(file.path) as document:
            pages += len(document)
        write(folder / "unaided", file, json.loads(msgspec.json.encode(report)))
    return seconds / pages


def write(folder: Path, file: Labelled, report: Values) -> None:
    target = folder / file.path.stem / "laporan.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(report, ensure_ascii=False), encoding="utf-8")


Scorer = Callable[[Values, Values, str], Tally]


def scorer() -> Scorer:
    """Compares one transcribed table with a report: the rules of `../shared/tools/score.py`, or their core where that is absent."""
    path = SHARED / "tools" / "score.py"
    spec = importlib.util.spec_from_file_location("score", path) if path.exists() else None
    if spec is None or spec.loader is None:
        return plain_score
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    def score(label: Values, report: Values, key: str) -> Tally:
        _, table = module.find_table(key, label, report["tabel"])
        tally, _ = module.score_cells(label["cells"][key], module.grid_of(table) if table else [])
        return tally.tp, tally.predicted, tally.truth

    return score


def plain_score(label: Values, report: Values, key: str) -> Tally:
    """Non-empty cells with the same row, column and text; white space and case do not count.

    A covered position of a merged cell may repeat it.
    """
    grid, pages = label["cells"][key]["grid"], set(entry(label, key)["pages"])
    truth = {(r, c): _plain(text) for r, row in enumerate(grid) for c, text in enumerate(row) if _plain(text)}
    near = [
        {(c["row"], c["col"]): _plain(c["text"]) for c in table["cells"] if _plain(c["text"])}
        for table in report["tabel"]
        if pages & set(table["pages"])
    ]
    texts = set(truth.values())
    found = max(near, key=lambda cells: len(texts & set(cells.values())), default={})
    for row, col, height, width in label["cells"][key]["spans"]:
        covered = {(r, c) for r in range(row, row + height) for c in range(col, col + width)} - {(row, col)}
        found = {at: text for at, text in found.items() if at not in covered or text != truth.get((row, col))}
    return sum(found.get(at) == text for at, text in truth.items()), len(found), len(truth)


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text or "").casefold()


def score_all(folder: Path, files: Sequence[Labelled], compare: Scorer) -> Score:
    score = Score()
    for file in files:
        report = json.loads((folder / file.path.stem / "laporan.json").read_text(encoding="utf-8"))
        score.cells += [compare(file.label, report, key) for key in file.label["cells"]]
    return score


def measure(files: Sequence[Labelled], folder: Path) -> list[str]:
    """The rows of the table. Every engine has a process of its own, so that none meets another's PDFium or OpenCV."""
    from extractor.model.version import VERSION

    compare, rows = scorer(), []
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, context, max_tasks_per_child=1) as pool:
        seconds = pool.submit(run_ours, files, folder / OURS).result()
        ours = score_all(folder / OURS / "unaided", files, compare).shown()
        rows.append(f"| **this program** | {VERSION} | {ours} | as it is | | {_rounded(seconds)} |")
        for engine in ENGINES:
            if engine.version is None:
                rows.append(f"| {engine.name} | not installed | | | | | |")
                continue
            place = folder / engine.name
            seconds = pool.submit(run_engine, engine, files, place).result()
            unaided, aided = (score_all(place / way, files, compare).shown() for way in ("unaided", "joined"))
            rows.append(f"| {engine.name} | {engine.version} | {unaided} | {aided} | {_rounded(seconds)} |")
    return rows


def _rounded(seconds: float) -> str:
    return f"{seconds:.4f}" if seconds < 0.01 else f"{seconds:.3f}"


def report(files: Sequence[Labelled], folder: Path) -> str:
    tables = sum(len(file.label["cells"]) for file in files)
    several = sum(len(entry(file.label, key)["pages"]) > 1 for file in files for key in file.label["cells"])
    pages = sum(len(file.pages) for file in files)
    head = (
        "engine",
        "version",
        "cells F1",
        "no wrong cell",
        "joined: cells F1",
        "joined: no wrong cell",
        "CPU s a page",
    )
    lines = [f"| {' | '.join(head)} |", "| --- " * len(head) + "|", *measure(files, folder)]
    note = (
        f"{datetime.date.today().isoformat()}: {len(files)} documents, {tables} tables ({several} of them over several pages) on "
        f"{pages} pages. The engines read these pages only, this program the whole documents."
    )
    return "\n".join([*lines, "", note])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, metavar="LABELS PDFS")
    parser.add_argument("--keep", type=Path, metavar="DIR")
    chosen = parser.parse_args()
    if len(chosen.folders) not in (0, 2):
        parser.error("give a folder of labels and a folder of PDFs, or neither")
    data = SHARED / "data"
    here = (data / "labels", data / "real") if data.exists() else (ROOT / "golden", ROOT / "samples")
    files = documents(*(chosen.folders or here))
    if not files:
        parser.error("no label with a PDF")
    with tempfile.TemporaryDirectory() as name:
        print(report(files, chosen.keep or Path(name)))


if __name__ == "__main__":
    main()
