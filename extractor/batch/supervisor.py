"""One worker process and a watch over it. Task in, outcome out, whatever happens to the worker meanwhile.

A worker that takes too long, takes too much memory, crashes or is killed is ended with all its children. When it was
busy with a page, the document is read again without that page; else the document has failed, with the reason.
"""

import contextlib
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO

from msgspec.structs import replace

from extractor.batch.messages import SCRATCH, Finished, Message, Ready, Setup, Step, Task, receive, send
from extractor.batch.outcome import failed
from extractor.batch.reasons import Reason, problem_of
from extractor.batch.start import start
from extractor.batch.watch import Watch, family, measure
from extractor.emit.atomic import remove_leftovers_of, temporary_prefix
from extractor.model.limits import Limits
from extractor.model.options import Refused

_PATIENCE = 2.0
"""Seconds that an idle worker has to go by itself."""
Tell = Callable[[Step], None]


class Supervisor:
    """Owns at most one worker at a time. Not for two threads at once, `stop` apart.

    `threads`: processors that libraries may use in a worker, 0 for all.
    """

    def __init__(self, limits: Limits, *, verbose: int = 0, threads: int = 0) -> None:
        self._limits = limits
        self._verbose = verbose
        self._threads = threads
        self._worker: _Worker | None = None
        self._stopped = threading.Event()

    def prepare(self) -> None:
        """Start the first worker now: it is a quick copy of this process while no thread has been started."""
        self._ready()

    def run(self, task: Task, tell: Tell) -> Finished:
        """Have `task` done. Raises `KeyboardInterrupt` after `stop`."""
        started = time.monotonic()
        refused: tuple[Refused, ...] = ()
        crashes = 0
        while True:
            end = self._once(replace(task, options=replace(task.options, refused=refused)), tell, started)
            if isinstance(end, Finished):
                return end
            may_be_ours = end.reason in (Reason.CRASH, Reason.START)
            crashes += may_be_ours
            if may_be_ours and crashes == 1:
                # Perhaps somebody else killed it, and neither the document nor its page is to blame.
                continue
            again = end.page is not None and end.reason.of_page and len(refused) < self._limits.bad_pages
            if not again or end.page is None:
                problem = problem_of(end.reason, self._limits)
                return Finished(failed(task.name, problem, task.options, seconds=time.monotonic() - started))
            refused = (*refused, Refused(end.page, end.reason.value))

    def stop(self) -> None:
        """End the work, from any thread."""
        self._stopped.set()
        worker = self._worker
        if worker is not None:
            worker.kill()

    def close(self) -> None:
        """Let a worker that has nothing to do end by itself; one that is busy or stopped is killed."""
        if self._worker is not None:
            self._worker.end()
            self._worker = None

    def _once(self, task: Task, tell: Tell, started: float) -> "Finished | _Lost":
        worker = self._ready()
        watch = Watch(self._limits, worker.pid, started, worker.inherited)
        try:
            worker.give(task)
        except OSError:
            return self._lost(Reason.CRASH if worker.is_ready else Reason.START, None, task)
        page = None
        while True:
            message = _next(worker, watch.wait())
            reason = watch.exceeded() if watch.is_due() and not isinstance(message, Finished) else None
            if reason is not None:
                return self._lost(reason, page, task)
            if message is _NOTHING:
                continue
            if isinstance(message, Step):
                page = message.page
                watch.moved()
                tell(message)
            elif isinstance(message, Finished):
                worker.documents += 1
                worker.is_busy = False
                if worker.documents >= self._limits.documents_per_worker:
                    self.close()
                return message
            else:
                return self._lost(watch.cause_of_death() if worker.is_ready else Reason.START, page, task)

    def _ready(self) -> "_Worker":
        if self._stopped.is_set():
            raise KeyboardInterrupt
        if self._worker is None:
            self._worker = _Worker(self._limits, self._verbose, self._threads)
            if self._stopped.is_set():
                # `stop` came while it was being started, and found none to end.
                self._worker.kill()
                raise KeyboardInterrupt
        return self._worker

    def _lost(self, reason: Reason, page: int | None, task: Task) -> "_Lost":
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.kill()
        if self._stopped.is_set():
            raise KeyboardInterrupt
        if worker is not None and task.out is not None:
            remove_leftovers_of(worker.pid, Path(os.fsdecode(task.out)))
        return _Lost(reason, page)


_NOTHING = object()


def _next(worker: "_Worker", seconds: float) -> object:
    """The worker's next message; `_NOTHING` when it says nothing for so long."""
    try:
        return worker.messages.get(timeout=seconds)
    except Empty:
        return _NOTHING


class _Lost:
    def __init__(self, reason: Reason, page: int | None) -> None:
        self.reason = reason
        self.page = page


class _Worker:
    """The process, its pipes, and a thread that hands on what it says (None: it says nothing any more)."""

    def __init__(self, limits: Limits, verbose: int, threads: int) -> None:
        self.scratch = tempfile.mkdtemp(prefix=temporary_prefix())
        self.documents = 0
        self.is_busy = False
        self.is_ready = False
        self.messages: SimpleQueue[Message | None] = SimpleQueue()
        environment = {name: self.scratch for name in (SCRATCH, "TMPDIR", "TEMP", "TMP")}
        if threads:
            environment["OMP_NUM_THREADS"] = str(threads)
        self._process = start(environment, quiet=verbose < 2)
        self.pid = self._process.pid
        _, self.inherited = measure(self.pid)
        self._listener = threading.Thread(target=self._listen, args=(self._process.stdout,), daemon=True)
        self._is_heard = False
        with contextlib.suppress(OSError):
            send(self._process.stdin, Setup(limits, verbose))

    def give(self, task: Task) -> None:
        if not self._is_heard:
            self._is_heard = True
            self._listener.start()
        self.is_busy = True
        send(self._process.stdin, task)

    def end(self) -> None:
        """Close its pipe; it goes at once. When it does not, or is busy, it is killed."""
        if not self.is_busy:
            with contextlib.suppress(OSError):
                self._process.stdin.close()
            if self._is_heard:
                self._listener.join(_PATIENCE)
        self.kill()

    def kill(self) -> None:
        """End the process and its children, and remove its temporary files."""
        if self._listener.is_alive() and not self._process.is_over():
            for process in family(self.pid):
                with contextlib.suppress(Exception):
                    process.kill()
        if not self._process.is_over():
            self._process.kill()
        self._process.wait()
        with contextlib.suppress(OSError):
            self._process.stdin.close()
        if not self._is_heard:
            self._process.stdout.close()
        shutil.rmtree(self.scratch, ignore_errors=True)

    def _listen(self, stream: IO[bytes]) -> None:
        with stream:
            while (message := receive(stream)) is not None:
                if isinstance(message, Ready):
                    self.is_ready = True
                else:
                    self.messages.put(message)
        self.messages.put(None)
