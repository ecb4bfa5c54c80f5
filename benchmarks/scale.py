"""Many reports, long reports, several workers: `python -m benchmarks.scale copies|pages|workers [...]`.

`copies [N...]` (10 100 1000 10000): so many copies of a report of two pages, told apart by a comment at the end, are read into one folder,
and the same command is started again with nothing to do. Time per report, the parent's largest memory, size of the manifest, seconds of
the second start. `pages [N...]` (100 1000): all text-layer reports joined and repeated up to so many pages, read by one worker: processor
time per page, the worker's largest memory; the short documents are consecutive parts of the longest, so that all read the same pages.
`workers`: the same reports by one worker, by two, and by a Dask cluster of two single-threaded workers on this machine, in turns.

Seconds belong to the machine and to what else runs on it: read the ratios. Memory is the process's own (VmHWM, Linux only).
"""

import argparse
import importlib
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared" / "data"
SAMPLE, SAMPLE_PAGES = ROOT / "samples" / "lkip-word.pdf", (12, 13)
"""Pages (from 0) with a chapter, a table of indicators and running text."""
RUNNER = """
import atexit, sys, time
from extractor.cli import main
def tell():
    (line,) = [line for line in open("/proc/self/status") if line.startswith("VmHWM")]
    print(f"PARENT {line.split()[1]} {time.process_time()}", file=sys.stderr)
atexit.register(tell)
main()
"""
"""The command, which says in the end what its own process took."""
DASK_PORT = 18786


class Cost(NamedTuple):
    """Seconds on the clock, processor seconds of the process with its children and alone, MB of it alone and of its largest child."""

    wall: float
    cpu: float
    parent_cpu: float
    parent_mb: float
    worker_mb: float


def run(*arguments: object) -> Cost:
    """Run the command. Raises RuntimeError when it fails."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", RUNNER, *map(str, arguments), "-q", "--ocr", "off"]
    started = time.monotonic()
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command, env=env, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - started
        errors.seek(0)
        said = errors.read().decode()
    process.returncode = os.waitstatus_to_exitcode(status)
    own = re.search(r"PARENT (\d+) ([\d.]+)", said)
    if process.returncode not in (0, 4) or own is None:
        raise RuntimeError(f"exit code {process.returncode}: {said[-500:]}")
    cpu = usage.ru_utime + usage.ru_stime
    return Cost(wall, cpu, float(own[2]), int(own[1]) / 1024, usage.ru_maxrss / 1024)


def pages_of(path: Path, pages: Sequence[int]) -> bytes:
    """A PDF of some of its pages (from 0)."""
    with pypdfium2.PdfDocument.new() as made, pypdfium2.PdfDocument(path) as source:
        made.import_pages(source, list(pages))
        with tempfile.TemporaryDirectory() as folder:
            made.save(Path(folder) / "a.pdf")
            return (Path(folder) / "a.pdf").read_bytes()


def make_copies(folder: Path, count: int) -> None:
    content = pages_of(SAMPLE, SAMPLE_PAGES)
    for number in range(count):
        (folder / f"laporan-{number:05}.pdf").write_bytes(content + f"\n% salinan {number}\n".encode())


def copies(counts: Sequence[int], scratch: Path | None) -> None:
    """Folders of equal reports; the second start finds all of them done."""
    print("reports  s/report  CPU s/report  parent MB  manifest KB  again: s  again: MB")
    for count in counts:
        with tempfile.TemporaryDirectory(dir=scratch) as name:
            source, out = Path(name) / "in", Path(name) / "out"
            source.mkdir()
            make_copies(source, count)
            first = run(source, "-o", out)
            again = run(source, "-o", out)
            lines = (out / "manifest.jsonl").read_bytes()
            if lines.count(b'"status":"complete"') != count:
                raise RuntimeError("not every copy was read")
            print(
                f"{count:7}  {first.wall / count:8.3f}  {first.cpu / count:12.3f}  {first.parent_mb:9.1f}  {len(lines) / 1024:11.1f}  "
                f"{again.wall:8.2f}  {again.parent_mb:9.1f}",
                flush=True,
            )


def reports() -> list[Path]:
    """The labelled text-layer reports, or samples where they are absent."""
    found = [SHARED / "real" / f"{label.stem}.pdf" for label in sorted(SHARED.glob("labels/*.json"))]
    texts = [path for path in found if path.exists() and not path.stem.endswith("-scan")]
    return texts or [path for path in sorted(ROOT.glob("samples/lkip-*.pdf")) if path.stem != "lkip-pindai"]


def joined(files: Sequence[Path], count: int) -> Iterator[tuple[Path, int]]:
    """Files with numbers of pages from 0, in turns, `count` in all."""
    numbered = [(path, number) for path in files for number in range(_length(path))]
    for index in range(count):
        yield numbered[index % len(numbered)]


def _length(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def make_joined(target: Path, pages: Sequence[tuple[Path, int]]) -> None:
    with pypdfium2.PdfDocument.new() as made:
        at = 0
        while at < len(pages):
            path, first = pages[at]
            end = at
            while end < len(pages) and pages[end] == (path, first + end - at):
                end += 1
            with pypdfium2.PdfDocument(path) as source:
                made.import_pages(source, list(range(first, first + end - at)))
            at = end
        made.save(target)


def long(counts: Sequence[int], scratch: Path | None) -> None:
    """Documents of so many pages; of each length as many as make up the longest one."""
    pages = list(joined(reports(), max(counts)))
    print("pages  CPU s/page  worker MB")
    for count in sorted(counts):
        with tempfile.TemporaryDirectory(dir=scratch) as name:
            source = Path(name) / "in"
            source.mkdir()
            for part in range(max(counts) // count):
                make_joined(source / f"{part:03}.pdf", pages[part * count : (part + 1) * count])
            costs = [run(path, "-o", Path(name) / path.stem) for path in sorted(source.iterdir())]
        cpu = sum(cost.cpu for cost in costs) / (count * len(costs))
        print(f"{count:5}  {cpu:10.4f}  {max(cost.worker_mb for cost in costs):9.1f}", flush=True)


def workers(rounds: int, scratch: Path | None) -> None:
    """The same documents by one worker, two, and Dask's two; the least time of each over the rounds."""
    ways: dict[str, tuple[object, ...]] = {"one": ("--jobs", 1), "two": ("--jobs", 2)}
    found: dict[str, list[Cost]] = defaultdict(list)
    with tempfile.TemporaryDirectory(dir=scratch) as name, dask(Path(name)) as address:
        ways["Dask"] = ("--cluster", address)
        source = Path(name) / "in"
        source.mkdir()
        pages = list(joined(reports(), 16 * 25))
        for part in range(16):
            make_joined(source / f"{part:02}.pdf", pages[part * 25 : part * 25 + 25])
        for number in range(rounds):
            for way, words in ways.items():
                found[way].append(run(source, "-o", Path(name) / f"{way}{number}", *words))
    print("workers  least s  CPU s  of these the parent's (of Dask's workers there is no CPU)")
    one, two, cluster = (min(found[way]) for way in ways)
    for way, cost in zip(ways, (one, two, cluster), strict=True):
        print(f"{way:7}  {cost.wall:7.2f}  {cost.cpu:5.2f}  {cost.parent_cpu:5.2f}")
    idle = one.cpu / (two.parent_cpu + (two.cpu - two.parent_cpu) / 2)
    print(f"two are {one.wall / two.wall:.2f} x one (by processor time, on two idle cores: {idle:.2f})")
    print(f"Dask takes {cluster.wall / two.wall:.2f} x two")


@contextmanager
def dask(folder: Path) -> Iterator[str]:
    """The address of a scheduler with two workers of one thread each, all of them warm."""
    address = f"tcp://127.0.0.1:{DASK_PORT}"
    scheduler = ("dask_scheduler", "--host", "127.0.0.1", "--port", str(DASK_PORT), "--no-dashboard")
    worker = (
        "dask_worker",
        address,
        "--nworkers",
        "2",
        "--nthreads",
        "1",
        "--no-dashboard",
        "--local-directory",
        str(folder),
    )
    with ExitStack() as running:
        for module, *words in (scheduler, worker):
            command = [sys.executable, "-m", f"distributed.cli.{module}", *words]
            process = running.enter_context(
                subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            )
            running.callback(process.terminate)
        client: Any = importlib.import_module("distributed").Client(address, timeout=60)
        client.wait_for_workers(2, timeout=60)
        client.close()
        run(SAMPLE, "-o", folder / "warm", "--cluster", address)
        yield address


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("copies", "pages", "workers"))
    parser.add_argument("counts", nargs="*", type=int)
    parser.add_argument("--scratch", type=Path, help="a folder with room (default: that for temporary files)")
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    if chosen.what == "copies":
        copies(chosen.counts or (10, 100, 1000, 10000), chosen.scratch)
    elif chosen.what == "pages":
        long(chosen.counts or (100, 1000), chosen.scratch)
    else:
        workers(chosen.rounds, chosen.scratch)
    return 0


if __name__ == "__main__":
    sys.exit(main())
