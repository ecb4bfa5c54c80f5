"""CPU time of whole commands beside well-known engines, in one run on one machine: `python benchmarks/speed.py [FILE...]`.

For each PDF: `extract FILE --ocr off -o folder` (pages that are images cost OCR time, which the scan
benchmark measures); PDFium handing over every character with its box (through pypdfium2); pdfplumber's
`extract_tables` over every page. Seconds are user and system time of the process and its children, start-up included, the
median of `--rounds` rounds in which the commands take turns. Read the ratios: seconds belong to the machine. At the end,
`extract --help`. Without FILE: a sample of `samples/`, and the rebuilt report of `../shared` when it is there.

`--labelled`: the labelled text-layer reports of `../shared`. `--engines`: camelot's lattice on vector rules (measured once: it takes
longest) and tablers, where it is installed, beside them. `--joined N`: one more file of N pages, all files joined and repeated (pikepdf).
"""

import argparse
import importlib.util
import os
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared" / "data"
DEFAULT = (ROOT / "samples" / "lkip-word.pdf", SHARED / "lkip2020" / "lkip2020.pdf")
ENGINES = ("extract", "boxes", "tables")
MORE = ("camelot", "tablers")
SLOW = ("camelot",)
"""Engines that are measured once."""
HELP_LIMIT = 0.150
"""Seconds of CPU that `extract --help` may take."""
TABLES_SHARE = 1 / 3
"""What `extract` may cost, as a share of `extract_tables`, for each file."""
TOGETHER = {"boxes": 5.0, "tables": 0.2, "camelot": 0.5}
"""What it may cost over all files together, as a share of each engine; other engines are only shown."""


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


def camelot(path: Path) -> int:
    """Every table that camelot finds by vector rules."""
    from camelot.io import read_pdf

    return len(read_pdf(str(path), pages="all", flavor="lattice", engine="vector", suppress_stdout=True))


def tablers(path: Path) -> int:
    """Every table that tablers finds, with its text."""
    engine: Any = importlib.import_module("tablers")
    with engine.Document(str(path)) as document:
        return sum(len(engine.find_tables(page, extract_text=True)) for page in document.pages())


JOBS = {"boxes": boxes, "tables": tables, "camelot": camelot, "tablers": tablers}


def joined(files: Sequence[Path], count: int, target: Path) -> None:
    """Write a PDF of the pages of all files, repeated up to `count` pages."""
    import pikepdf

    with ExitStack() as opened, pikepdf.new() as whole:
        pages = [page for path in files for page in opened.enter_context(pikepdf.open(path)).pages]
        for index in range(count):
            whole.pages.append(pages[index % len(pages)])
        whole.save(target)


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


def commands(path: Path, folder: Path, engines: Sequence[str]) -> dict[str, list[str]]:
    extract = [sys.executable, "-m", "extractor.cli", str(path), "-o", str(folder / path.stem), "--overwrite", "-q"]
    extract += ["--ocr", "off"]
    job = [sys.executable, str(Path(__file__)), "--job"]
    return {name: extract if name == "extract" else [*job, name, str(path)] for name in engines}


def measure(
    files: Sequence[Path], rounds: int, folder: Path, engines: Sequence[str]
) -> tuple[dict[Path, dict[str, float]], float]:
    """Medians by file and engine, and that of `extract --help`. A round more than asked warms the caches."""
    seconds: dict[tuple[Path | None, str], list[float]] = defaultdict(list)
    for number in range(rounds + 1):
        seconds[None, "help"].append(cpu([sys.executable, "-m", "extractor.cli", "--help"]))
        for path in files:
            for engine, command in commands(path, folder, engines).items():
                if engine not in SLOW or number < 1:
                    seconds[path, engine].append(cpu(command))
    median = {key: statistics.median(values[1:] or values) for key, values in seconds.items()}
    return {path: {engine: median[path, engine] for engine in engines} for path in files}, median[None, "help"]


def report(rows: dict[str, dict[str, float]], help_seconds: float, engines: Sequence[str]) -> bool:
    """Print the table; whether every row and `--help` keep their limits, and all files together those of `TOGETHER`."""
    width, others = max(map(len, rows)), [engine for engine in engines if engine != "extract"]
    heads = "".join(f"  {engine:>8}" for engine in engines) + "".join(f"  {'/ ' + engine:>9}" for engine in others)
    print(f"{'file':{width}}{heads}")
    for name, row in rows.items():
        ratios = "".join(f"  {row['extract'] / row[engine]:9.3f}" for engine in others)
        print(f"{name:{width}}" + "".join(f"  {row[engine]:8.2f}" for engine in engines) + ratios)
    print(f"extract --help: {help_seconds * 1000:.0f} ms CPU (at most {HELP_LIMIT * 1000:.0f})")
    share = max(row["extract"] / row["tables"] for row in rows.values())
    print(f"extract costs at most {share:.3f} of extract_tables (limit {TABLES_SHARE:.3f})")
    kept = share <= TABLES_SHARE and help_seconds <= HELP_LIMIT
    if "sum" in rows:
        for engine, most in TOGETHER.items():
            if engine in others:
                ratio = rows["sum"]["extract"] / rows["sum"][engine]
                print(f"all together: {ratio:.3f} of {engine} (limit {most:.3f})")
                kept = kept and ratio <= most
    return kept


def labelled() -> list[Path]:
    found = [SHARED / "real" / f"{label.stem}.pdf" for label in sorted(SHARED.glob("labels/*.json"))]
    return [path for path in found if path.exists() and not path.stem.endswith("-scan")]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--labelled", action="store_true")
    parser.add_argument("--engines", action="store_true")
    parser.add_argument("--joined", type=int, metavar="N")
    parser.add_argument("--job", choices=JOBS, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    files = chosen.files or (labelled() if chosen.labelled else [path for path in DEFAULT if path.exists()])
    if chosen.job:
        print(JOBS[chosen.job](files[0]))
        return 0
    more = [name for name in MORE if importlib.util.find_spec(name)] if chosen.engines else []
    engines = (*ENGINES, *more)
    with tempfile.TemporaryDirectory() as folder:
        long = Path(folder) / f"joined-{chosen.joined}.pdf"
        if chosen.joined:
            joined(files, chosen.joined, long)
        measured, help_seconds = measure(
            [*files, *([long] if chosen.joined else ())], chosen.rounds, Path(folder), engines
        )
    rows = {path.name: row for path, row in measured.items()}
    if len(files) > 2:
        rows["sum"] = {engine: sum(measured[path][engine] for path in files) for engine in engines}
    return 0 if report(rows, help_seconds, engines) else 1


if __name__ == "__main__":
    sys.exit(main())
