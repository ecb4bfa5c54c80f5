"""Start a worker process: environment in, `Process` with its pipes out.

Where the system can, the worker is a copy of this process (fork): it has the interpreter and its modules at once, which saves
a short report a tenth of its time. That is so while this process has a single thread. Another one may just be importing a module or hold
a lock, and in a copy nobody goes on with that: whoever needs it there waits for ever (seen). Then, and elsewhere, a new interpreter is
started, which inherits no such thing.
"""

import contextlib
import os
import signal
import sys
import tempfile
import threading
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, NamedTuple

PROGRAM: list[str] = [sys.executable, "-S", "-c", "from extractor.batch.worker import main; main()"]
"""Without `site`: the worker is told the places of packages that this process has found already."""
CAN_FORK = hasattr(os, "fork")
_FAILED = 70


class Process(NamedTuple):
    """`stdin` and `stdout` are our ends of its pipes. `wait` reaps it; `is_over` does not block."""

    pid: int
    stdin: IO[bytes]
    stdout: IO[bytes]
    is_over: Callable[[], bool]
    kill: Callable[[], None]
    wait: Callable[[], None]


def start(environment: Mapping[str, str], *, quiet: bool) -> Process:
    """A worker in a session of its own, so that Ctrl-C is for us alone. `quiet`: what libraries print is for nobody."""
    is_alone = threading.active_count() == 1
    return _forked(environment, quiet) if CAN_FORK and is_alone else _started(environment, quiet)


def _started(environment: Mapping[str, str], quiet: bool) -> Process:
    import subprocess

    process = subprocess.Popen(
        PROGRAM,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL if quiet else None,
        env={**os.environ, **environment, "PYTHONPATH": os.pathsep.join(_search_path())},
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )
    assert process.stdin is not None
    assert process.stdout is not None

    def wait() -> None:
        process.wait()

    return Process(process.pid, process.stdin, process.stdout, lambda: process.poll() is not None, process.kill, wait)


def _search_path() -> list[str]:
    """Where this process finds packages, the project itself first (it may be installed in a way that only `site` knows)."""
    project = str(Path(__file__).resolve().parents[2])
    return [project, *(place for place in sys.path if place and place != project)]


def _forked(environment: Mapping[str, str], quiet: bool) -> Process:
    task_read, task_write = os.pipe()
    said_read, said_write = os.pipe()
    with warnings.catch_warnings():
        # Newer Pythons warn of threads that C libraries have. Those import nothing and hold no lock that the copy takes.
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
        if not pid:
            _become_worker(task_read, said_write, environment, quiet)
    os.close(task_read)
    os.close(said_write)
    over = False

    def reap(options: int) -> bool:
        nonlocal over
        if not over:
            try:
                over = os.waitpid(pid, options)[0] == pid
            except ChildProcessError:
                over = True
        return over

    def kill() -> None:
        if not reap(os.WNOHANG):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def wait() -> None:
        reap(0)

    return Process(pid, os.fdopen(task_write, "wb"), os.fdopen(said_read, "rb"), lambda: reap(os.WNOHANG), kill, wait)


def _become_worker(tasks: int, said: int, environment: Mapping[str, str], quiet: bool) -> None:
    """In the copy: its pipes in place of stdin and stdout, nothing else of its parent's open; never returns."""
    try:
        os.setsid()
        os.dup2(tasks, 0)
        os.dup2(said, 1)
        if quiet:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        os.closerange(3, os.sysconf("SC_OPEN_MAX"))
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        os.environ.update(environment)
        tempfile.tempdir = None
        from extractor.batch.worker import main

        main()
    finally:
        os._exit(_FAILED)
