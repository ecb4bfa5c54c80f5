"""What Linux says of a worker with a child: the same as psutil, at a fraction of its cost."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from extractor.batch import watch
from extractor.batch.procfs import usage
from extractor.batch.reasons import Reason
from extractor.model.limits import Limits

CHILD = "x = bytearray(30 << 20); print('ready', flush=True); input()"
PARENT = f"import subprocess, sys; x = bytearray(50 << 20); subprocess.run([sys.executable, '-c', {CHILD!r}])"
needs_proc = pytest.mark.skipif(usage(1) is None, reason="no list of children in /proc")


@pytest.fixture
def parent() -> Iterator[int]:
    process = subprocess.Popen([sys.executable, "-c", PARENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdin is not None
    assert process.stdout.readline() == b"ready\n"
    yield process.pid
    process.communicate(b"\n")


@needs_proc
def test_children_are_counted_in(parent: int) -> None:
    found = usage(parent)
    assert found is not None
    assert found[1] > 80 << 20


@needs_proc
def test_the_figures_are_those_of_psutil(parent: int, monkeypatch: pytest.MonkeyPatch) -> None:
    found = usage(parent)
    monkeypatch.setattr(watch, "usage", lambda _: None)
    cpu, memory = watch.measure(parent)
    assert found == (pytest.approx(cpu, abs=0.05), pytest.approx(memory, rel=0.05))


@needs_proc
def test_a_process_that_is_gone_has_nothing() -> None:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    assert usage(process.pid) == (0.0, 0)
    assert not psutil.pid_exists(process.pid)


@pytest.mark.skipif(sys.platform != "linux", reason="fork and RLIMIT_DATA")
def test_what_the_parent_holds_does_not_count(tmp_path: Path) -> None:
    """A worker forked from a notebook with large data has its own limit all the same."""
    sample = Path(__file__).parents[2] / "samples" / "lkip.docx"
    code = (
        "import mmap, sys; held = mmap.mmap(-1, 600 << 20, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS);"
        "from extractor.cli import main; main(sys.argv[1:])"
    )
    command = [sys.executable, "-c", code, str(sample), "-o", str(tmp_path / "out"), "-q", "--limit", "memory_mb=500"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(("taken", "reason"), [(1100, None), (1600, Reason.MEMORY)])
def test_the_watch_counts_what_a_worker_took_itself(
    taken: int, reason: Reason | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "usage", lambda _: (0.0, taken << 20))
    looked = watch.Watch(Limits(memory_mb=500), 1, time.monotonic(), inherited=1000 << 20)
    assert looked.exceeded() is reason
