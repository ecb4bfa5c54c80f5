"""A batch that is killed again and again: `python -m benchmarks.kills [MOMENTS] [--reports N] [--seed S]`.

Copies of a report of two pages are read into a folder, undisturbed. Then the same is done MOMENTS times (100) with a kill (SIGKILL) of the
command, of a worker, or of both at a seeded moment of its life; a third of the runs that go on from there are killed, too. The last run
ends by itself: every file has to be byte for byte that of the undisturbed run. Ends with 1 at the first that is not, and names it.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

from benchmarks.scale import ROOT, make_copies

WHO = ("parent", "worker", "both")


def start(source: Path, out: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "extractor.cli", str(source), "-o", str(out), "-q", "--ocr", "off", "--jobs", "2"]
    return subprocess.Popen(
        command, cwd=ROOT, env=os.environ | {"TMPDIR": str(source.parent)}, stderr=subprocess.DEVNULL
    )


def kill(run: "subprocess.Popen[bytes]", who: str, chosen: random.Random) -> None:
    workers = psutil.Process(run.pid).children(recursive=True) if run.poll() is None else []
    if who != "parent" and workers:
        victim = chosen.choice(workers)
        if victim.is_running():
            victim.kill()
    if who != "worker":
        run.kill()
    run.wait()
    left = psutil.wait_procs(workers, timeout=20)[1]
    if left:
        raise RuntimeError(f"workers outlive the run: {left}")


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def differences(found: dict[str, bytes], wanted: dict[str, bytes]) -> list[str]:
    return sorted(name for name in found.keys() | wanted.keys() if found.get(name) != wanted.get(name))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("moments", nargs="?", type=int, default=100)
    parser.add_argument("--reports", type=int, default=12)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        source, out, reference = (Path(name) / part for part in ("in", "out", "ref"))
        source.mkdir()
        make_copies(source, asked.reports)
        began = time.monotonic()
        start(source, reference).wait()
        lasts = time.monotonic() - began
        wanted = tree(reference)
        kills = 0
        for moment in range(asked.moments):
            chosen = random.Random(asked.seed * 1_000_003 + moment)
            shutil.rmtree(out, ignore_errors=True)
            while kills == 0 or chosen.random() < 1 / 3 or not out.exists():
                run = start(source, out)
                time.sleep(chosen.uniform(0.0, lasts))
                kill(run, chosen.choice(WHO), chosen)
                kills += 1
            start(source, out).wait()
            odd = differences(tree(out), wanted)
            if odd:
                print(f"moment {moment} of seed {asked.seed}: {', '.join(odd[:5])}")
                return 1
        print(f"{asked.moments} batches of {asked.reports} reports, {kills} kills: all as the undisturbed one")
    return 0


if __name__ == "__main__":
    sys.exit(main())
