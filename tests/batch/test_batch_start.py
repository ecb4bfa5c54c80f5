"""A worker is a copy of its parent only while nobody else is at work there; what another thread holds is never waited for."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from extractor.batch import start

FAKE = Path(__file__).parents[1] / "cli" / "fake_extract.py"
LASTING = """
import threading, time
if threading.current_thread() is not threading.main_thread():
    time.sleep(100)
"""
"""A module that is not done being imported while a run lasts; in a worker it is at once."""
COMMAND = f"""
import runpy, sys, threading
runpy.run_path({str(FAKE)!r}, run_name="fake")
from extractor import pipeline
from extractor.batch import start, worker
from extractor.cli import main, progress

read = pipeline.run

def run(*arguments):
    import lasting
    return read(*arguments)

pipeline.run = run
if sys.argv[1:] == ["--worker"]:
    worker.main()
start.PROGRAM[:] = [sys.executable, __file__, "--worker"]

def planned(self, plan):
    threading.Thread(target=__import__, args=("lasting",), daemon=True).start()
    while "lasting" not in sys.modules:
        pass

progress.ConsoleWatcher.planned = planned
main()
"""


def test_a_new_worker_does_not_wait_for_an_import_of_its_parent(tmp_path: Path) -> None:
    (tmp_path / "lasting.py").write_text(LASTING)
    (tmp_path / "command.py").write_text(COMMAND)
    for name, words in (("a", "killed"), ("b", "complete")):
        (tmp_path / f"{name}.pdf").write_bytes(f"%PDF-1.7\n% {words}\n%%EOF\n".encode())
    command = [sys.executable, "command.py", "a.pdf", "b.pdf", "-o", "out", "--jobs", "1", "--limit", "idle_seconds=4"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=100, check=False)
    lines = [json.loads(line) for line in (tmp_path / "out" / "manifest.jsonl").read_text().splitlines()]
    assert [(line["status"], (line["reason"] or {}).get("code")) for line in lines] == [
        ("failed", "limit_crash"),
        ("complete", None),
    ], done.stderr


def test_a_worker_that_cannot_start_is_not_its_documents_fault(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n% complete\n%%EOF\n")
    code = (
        "import sys; from extractor.batch import start; start.CAN_FORK = False; start.PROGRAM[:] = [sys.executable, '-c', '1/0'];"
        "from extractor.cli import main; main(['a.pdf', '-o', 'out', '--lang', 'en'])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "a.pdf: error: The process that reads could not be started" in done.stderr


@pytest.mark.skipif(not start.CAN_FORK, reason="no copies of processes on this system")
@pytest.mark.parametrize(("others", "way"), [(0, "copy"), (1, "new")])
def test_a_process_with_other_threads_makes_no_copy(others: int, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ways: list[str] = []
    monkeypatch.setattr(start, "_forked", lambda *_: ways.append("copy"))
    monkeypatch.setattr(start, "_started", lambda *_: ways.append("new"))
    monkeypatch.setattr(threading, "active_count", lambda: 1 + others)
    start.start(os.environ, quiet=True)
    assert ways == [way]


def test_a_worker_that_nobody_looks_after_ends_by_itself_even_when_it_is_stuck() -> None:
    """Seen in a search by pattern without end: no other thread of the process runs, so that none sees that the parent is gone."""
    code = (
        "import re; from extractor.batch import worker; worker._GRACE = worker._REARM = 0.2; clock = worker._Clock();"
        "clock.idle_seconds = 0.2; clock.__enter__(); print('read', flush=True); re.match('(a+)+$', 'a' * 60 + 'b')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (1, "read\n", "")
