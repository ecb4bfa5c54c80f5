"""The same batch on a Dask cluster of this machine: real worker processes, one of them killed in the middle."""

import os
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

pytest.importorskip("distributed")
ROOT = Path(__file__).parents[2]
FAKE = ROOT / "tests" / "cli" / "fake_extract.py"


@pytest.fixture
def cluster(tmp_path):
    """The address of a scheduler with two workers, whose pipeline is the one of `fake_extract`."""
    place = tmp_path / "scheduler.json"
    preload = tmp_path / "pura_pura.py"
    preload.write_text(
        "import runpy, sys\n"
        f"runpy.run_path({str(FAKE)!r}, run_name='pura_pura')\n"
        "from extractor.batch import start\n"
        f"start.PROGRAM[:] = [sys.executable, {str(FAKE)!r}, '--worker']\n"
    )
    env = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"}
    common = {"cwd": tmp_path, "env": env, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    dask = [sys.executable, "-m", "dask"]
    scheduler = subprocess.Popen(
        [*dask, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(place)],
        **common,
    )
    worker = ["worker", "--scheduler-file", str(place), "--nthreads", "1", "--no-dashboard", "--preload", str(preload)]
    workers = [subprocess.Popen([*dask, *worker], **common) for _ in range(2)]
    until = time.monotonic() + 60
    while not place.exists() and time.monotonic() < until:
        time.sleep(0.05)
    yield place, workers
    for process in (*workers, scheduler):
        for one in [process, *_children(process)]:
            one.kill()
        process.wait()


def _children(process):
    try:
        return psutil.Process(process.pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def tree(folder):
    """What the next run would find; what the lost machine was just writing is removed by it."""
    files = [p for p in folder.rglob("*") if p.is_file() and not p.relative_to(folder).parts[0].startswith(".lkip-")]
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in files}


def test_a_cluster_gives_the_same_bytes_and_survives_a_lost_worker(cluster, tmp_path):
    import json

    place, workers = cluster
    for number in range(12):
        path = tmp_path / "in" / f"{number:02}.pdf"
        path.parent.mkdir(exist_ok=True)
        words = {3: "killed", 5: "partial"}.get(number, "findings")
        path.write_bytes(f"%PDF-1.7\n% {words}\n% {number}\n%%EOF\n".encode())
    local = [sys.executable, str(FAKE), "in", "-o", "ref", "-q"]
    subprocess.run(local, cwd=tmp_path, stderr=subprocess.DEVNULL, timeout=120, check=False)
    address = json.loads(place.read_text())["address"]
    run = subprocess.Popen(
        [sys.executable, str(FAKE), "in", "-o", "out", "-q", "--cluster", address], cwd=tmp_path, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    while not (tmp_path / "out" / "manifest.jsonl").exists() and run.poll() is None:
        time.sleep(0.02)
    for one in [*_children(workers[0]), workers[0]]:
        one.kill()
    assert run.wait(120) == 4
    assert tree(tmp_path / "out") == tree(tmp_path / "ref")


def test_no_scheduler_is_said(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n% complete\n%%EOF\n")
    done = subprocess.run(
        [sys.executable, str(FAKE), "a.pdf", "-o", "out", "--cluster", "bukan-alamat"], cwd=tmp_path, capture_output=True,
        timeout=120, check=False, text=True,
    )  # fmt: skip
    assert done.returncode == 6
    assert "Dask" in done.stderr
    assert "Traceback" not in done.stderr
