"""CPU time of whole commands beside two well-known engines, in one run on one machine: `python benchmarks/speed.py [FILE...]`.

For each PDF: `extract FILE --ocr off -o folder` (pages that are images cost OCR time, which the scan
benchmark measures); PDFium handing over every character with its box (through pypdfium2); pdfplumber's
`extract_tables` over every page. Seconds are user and system time of the process and its children, start-up included, the
median of `--rounds` rounds in which the commands take turns. Read the ratios: seconds belong to the machine. At the end,
`extract --help`. Without FILE: a sample of `samples/`, and the rebuilt report of `../shared` when it is there.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
DEFAULT = (ROOT / "samples" / "lkip-word.pdf", ROOT.parent / "shared" / "data" / "lkip2020" / "lkip2020.pdf")
ENGINES = ("extract", "boxes", "tables")
HELP_LIMIT = 0.150
"""Seconds of CPU that `extract --help` may take."""
TABLES_SHARE = 1 / 3
"""What `extract` may cost, as a share of `extract_tables`."""


def boxes(path: Path) -> int:
    """Every character of a PDF with its box, through PDFium."""
    import ctypes

    import pypdfium2
    import pypdfium2.raw as pdfium

    count = 0
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    edges = tuple(map(ctypes.byref, (left, right, bottom, top)))
    found: list[tuple[int, float, float, float, float]] = []
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            textpage = page.get_textpage()
            for i in range(pdfium.FPDFText_CountChars(textpage.raw)):
                code = pdfium.FPDFText_GetUnicode(textpage.raw, i)
                pdfium.FPDFText_GetCharBox(textpage.raw, i, *edges)
                found.append((code, left.value, right.value, bottom.value, top.value))
            count += len(found)
            found.clear()
            textpage.close()
            page.close()
    return count


def tables(path: Path) -> int:
    """Every table of every page, through pdfplumber, as its documentation does it."""
    import pdfplumber

    with pdfplumber.open(path) as document:
        return sum(len(page.extract_tables()) for page in document.pages)


def cpu(command: Sequence[str]) -> float:
    """Seconds of CPU of a process and its children. Raises RuntimeError when it fails."""
    # People's machines keep compiled modules; an environment that forbids it would measure the compiler.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 4):
        raise RuntimeError(f"exit code {process.returncode}: {' '.join(command)}")
    return usage.ru_utime + usage.ru_stime


def commands(path: Path, folder: Path) -> dict[str, list[str]]:
    extract = [sys.executable, "-m", "extractor.cli", str(path), "-o", str(folder / path.stem), "--overwrite", "-q"]
    extract += ["--ocr", "off"]
    job = [sys.executable, str(Path(__file__)), "--job"]
    return {"extract": extract, "boxes": [*job, "boxes", str(path)], "tables": [*job, "tables", str(path)]}


def measure(files: Sequence[Path], rounds: int) -> tuple[dict[Path, dict[str, float]], float]:
    """Medians by file and engine, and that of `extract --help`. A round more than asked warms the caches."""
    seconds: dict[tuple[Path | None, str], list[float]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(rounds + 1):
            seconds[None, "help"].append(cpu([sys.executable, "-m", "extractor.cli", "--help"]))
            for path in files:
                for engine, command in commands(path, Path(folder)).items():
                    seconds[path, engine].append(cpu(command))
    median = {key: statistics.median(values[1:]) for key, values in seconds.items()}
    return {path: {engine: median[path, engine] for engine in ENGINES} for path in files}, median[None, "help"]


def report(rows: dict[str, dict[str, float]], help_seconds: float) -> bool:
    """Print the table; whether every row and `--help` keep their limits."""
    width = max(map(len, rows))
    print(f"{'file':{width}}  {'extract':>8}  {'boxes':>8}  {'tables':>8}  extract/boxes  extract/tables")
    for name, row in rows.items():
        ratios = f"{row['extract'] / row['boxes']:13.2f}  {row['extract'] / row['tables']:14.3f}"
        print(f"{name:{width}}  {row['extract']:8.2f}  {row['boxes']:8.2f}  {row['tables']:8.2f}  {ratios}")
    print(f"extract --help: {help_seconds * 1000:.0f} ms CPU (at most {HELP_LIMIT * 1000:.0f})")
    share = max(row["extract"] / row["tables"] for row in rows.values())
    print(f"extract costs at most {share:.3f} of extract_tables (limit {TABLES_SHARE:.3f})")
    return share <= TABLES_SHARE and help_seconds <= HELP_LIMIT


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--job", choices=("boxes", "tables"), help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    files = chosen.files or [path for path in DEFAULT if path.exists()]
    if chosen.job:
        print({"boxes": boxes, "tables": tables}[chosen.job](files[0]))
        return 0
    measured, help_seconds = measure(files, chosen.rounds)
    rows = {path.name: row for path, row in measured.items()}
    if len(files) > 2:
        rows["sum"] = {engine: sum(row[engine] for row in measured.values()) for engine in ENGINES}
    return 0 if report(rows, help_seconds) else 1


if __name__ == "__main__":
    sys.exit(main())
