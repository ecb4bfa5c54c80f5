"""The process that reads documents, one after the other: tasks come in on stdin, steps and outcomes go out on stdout.

It may hang, crash or be killed at any moment; nothing but its own document is lost by that. It ends by itself, with its
children and its temporary files, when whoever started it is gone.
"""

import contextlib
import faulthandler
import gc
import logging
import os
import shutil
import signal
import threading
import time
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import IO

from extractor.batch import procfs
from extractor.batch.messages import SCRATCH, Finished, Message, Ready, Setup, Step, Task, receive, send
from extractor.batch.outcome import (
    ABOUT_INPUT,
    CHANGED,
    Outcome,
    count,
    failed,
    is_only_cut,
    lacks_of,
    recorded,
    unexpected,
)
from extractor.emit.atomic import make_folder
from extractor.emit.json_file import laporan_bytes
from extractor.emit.report_folder import write_report
from extractor.intake import Input, fingerprint_of, materialised
from extractor.model.errors import DamagedInput, ExtractError, Problem
from extractor.model.laporan import Laporan
from extractor.model.limits import Limits
from extractor.model.temuan import Temuan

logger = logging.getLogger(__name__)
_MAX_NOTICES = 2000
_GRACE, _REARM = 20.0, 10.0
"""Seconds that a supervisor has to end a worker first, and between two settings of the worker's own clock."""


def main() -> None:
    """Work until stdin ends."""
    if hasattr(signal, "SIGINT"):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A report is made of some hundred thousand small values without cycles: they are looked for between documents only.
    gc.disable()
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with contextlib.suppress(OSError):
        send(out, Ready())
    messages: SimpleQueue[Message] = SimpleQueue()
    busy = threading.Event()
    threading.Thread(target=_listen, args=(os.fdopen(os.dup(0), "rb"), messages, busy), daemon=True).start()
    documents = 0
    clock = _Clock()
    while True:
        message = messages.get()
        if isinstance(message, Setup):
            _prepare(message)
            clock.idle_seconds = message.limits.idle_seconds
        elif isinstance(message, Task):
            busy.set()
            if documents:
                gc.collect()
            documents += 1
            with clock:
                finished = work(message, _Steps(out, clock))
            busy.clear()
            send(out, finished)


def work(task: Task, steps: "_Steps") -> Finished:
    """Read and write one input; every error becomes a failed outcome."""
    started = time.perf_counter()
    path = Path(os.fsdecode(task.path))
    try:
        with materialised(path, task.member, task.url, lambda: steps(None, 0, 0)) as file:
            return _read(task, file, steps, started)
    except ExtractError as error:
        problem = Problem.of(error)
    except Exception as error:
        logger.exception("unexpected error while reading %s", task.name)
        problem = Problem.of(unexpected(error))
    seconds = time.perf_counter() - started
    # What could not be fetched is not fetched again to be told by its hash.
    sha256 = None if task.url is not None else fingerprint_of(Input(path, task.member, task.url))
    return Finished(failed(task.name, problem, task.options, seconds=seconds, sha256=sha256))


def _read(task: Task, file: Path, steps: "_Steps", started: float) -> Finished:
    from extractor import pipeline

    before = _state(file)
    laporan = pipeline.run(file, task.options, steps)
    if _state(file) != before:
        raise DamagedInput(
            code=CHANGED,
            message_id="Berkas ini berubah atau hilang selagi dibaca; hasilnya tidak ditulis.",
            message_en="This file changed or vanished while it was read; its result was not written.",
            advice_id="Tunggu sampai penyalinannya selesai, lalu jalankan perintah yang sama.",
            advice_en="Wait until it is copied completely, then run the same command again.",
        )
    content = laporan_bytes(laporan) if task.out is None else None
    if task.out is not None:
        steps(None, 0, 0)
        root = Path(os.fsdecode(task.out))
        make_folder(root)
        write_report(root / task.folder, laporan, safe_csv=task.safe_csv)
    outcome = Outcome(
        task.name,
        laporan.status,
        round(time.perf_counter() - started, 2),
        stem=None if task.out is None else task.folder,
        sha256=laporan.source.sha256,
        counts=count(laporan),
        versions={"lkip-extractor": laporan.run.version, **laporan.run.engines},
        options=recorded(task.options, safe_csv=task.safe_csv),
        cut=is_only_cut(laporan),
        lacks=lacks_of(laporan),
        notices=_notices(laporan, everything=task.all_notices),
    )
    return Finished(outcome, content)


def _state(file: Path) -> tuple[int, int, int] | None:
    """Another state: other content, as far as can be told without reading all of it again. None: there is no such file."""
    try:
        info = file.stat()
    except OSError:
        return None
    return info.st_ino, info.st_size, info.st_mtime_ns


def _notices(laporan: Laporan, *, everything: bool) -> tuple[Temuan, ...]:
    wanted = [t for t in laporan.temuan if t.code.startswith(ABOUT_INPUT) or (everything and t.severity in ("E", "W"))]
    return tuple(wanted[:_MAX_NOTICES])


class _Clock:
    """Ends this process when it makes no progress and nobody does so from outside, because whoever started it was killed.

    Even one that is stuck in C code and never lets its other threads run. A context manager around a document.
    """

    def __init__(self) -> None:
        self.idle_seconds = Limits().idle_seconds
        self._nowhere = os.open(os.devnull, os.O_WRONLY)
        self._set_at = 0.0

    def __enter__(self) -> None:
        self.moved()

    def moved(self) -> None:
        """There is progress."""
        now = time.monotonic()
        if now - self._set_at > _REARM:
            self._set_at = now
            seconds = self.idle_seconds + _REARM + _GRACE
            faulthandler.dump_traceback_later(seconds, exit=True, file=self._nowhere)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        faulthandler.cancel_dump_traceback_later()
        self._set_at = 0.0


class _Steps:
    """Tells the supervisor how far the work is."""

    def __init__(self, out: IO[bytes], clock: _Clock) -> None:
        self._out = out
        self._clock = clock

    def __call__(self, page: int | None, done: int, total: int) -> None:
        self._clock.moved()
        with contextlib.suppress(OSError):
            send(self._out, Step(page, done, total))


def _prepare(setup: Setup) -> None:
    if setup.verbose > 1:
        logging.basicConfig(level=logging.DEBUG, format="%(name)s: %(message)s")
    else:
        logging.getLogger().addHandler(logging.NullHandler())
    _bound_memory(setup.limits)


def _bound_memory(limits: Limits) -> None:
    """A ceiling that even one huge request of a C library does not pass; where the system has none, the supervisor's watch is all.

    What a forked worker has from its parent (a notebook may hold much) does not count.
    """
    try:
        import resource
    except ImportError:
        return
    ceiling = (limits.memory_mb << 20) + procfs.own_data()
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if hard == resource.RLIM_INFINITY or hard > ceiling:
        resource.setrlimit(resource.RLIMIT_DATA, (ceiling, hard))


def _listen(stream: IO[bytes], messages: "SimpleQueue[Message]", busy: threading.Event) -> None:
    """Hand tasks on; at the end of the stream whoever started us is gone, and so are we, in the middle of any work."""
    while (message := receive(stream)) is not None:
        messages.put(message)
    if busy.is_set():
        _end_children()
    scratch = os.environ.get(SCRATCH)
    if scratch:
        shutil.rmtree(scratch, ignore_errors=True)
    os._exit(0)


def _end_children() -> None:
    import psutil

    for child in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.Error):
            child.kill()
