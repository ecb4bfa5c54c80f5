"""Tasks done by several workers of this machine at once. Tasks in, their steps and ends out, in the order in which they happen.

Each thread here owns one supervisor and waits for it; everything that is seen or written happens in the caller's thread.
"""

import contextlib
import logging
import os
import threading
from collections.abc import Iterator, Sequence
from queue import Empty, SimpleQueue
from typing import TypeAlias

from extractor.batch.messages import Finished, Step, Task
from extractor.batch.outcome import failed, unexpected
from extractor.batch.supervisor import Supervisor
from extractor.model.errors import Problem
from extractor.model.limits import Limits

logger = logging.getLogger(__name__)
Event: TypeAlias = tuple[Task, Step | Finished]
_LOOK_UP = 0.5
"""Seconds between two looks: on Windows Ctrl-C does not get through to a thread that waits for a queue without end."""


def cpus() -> int:
    """Processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run_local(tasks: Sequence[Task], limits: Limits, *, jobs: int, verbose: int = 0) -> Iterator[Event]:
    """Do all tasks with `jobs` workers, which run when this returns. When the caller stops listening, workers are killed at once."""
    jobs = max(1, min(jobs, len(tasks)))
    threads_each = max(1, cpus() // jobs) if jobs > 1 else 0
    supervisors = [Supervisor(limits, verbose=verbose, threads=threads_each) for _ in range(jobs)]
    for supervisor in supervisors:
        with contextlib.suppress(OSError):
            # A system that has no room for a process now may have it for the first document, which else fails with the reason.
            supervisor.prepare()
    return _served(tasks, supervisors)


def _served(tasks: Sequence[Task], supervisors: Sequence[Supervisor]) -> Iterator[Event]:
    waiting: SimpleQueue[Task] = SimpleQueue()
    for task in tasks:
        waiting.put(task)
    events: SimpleQueue[Event | None] = SimpleQueue()
    threads = [threading.Thread(target=_serve, args=(s, waiting, events), daemon=True) for s in supervisors]
    for thread in threads:
        thread.start()
    running = len(supervisors)
    try:
        while running:
            try:
                event = events.get(timeout=_LOOK_UP)
            except Empty:
                continue
            if event is None:
                running -= 1
            else:
                yield event
    finally:
        if running:
            for supervisor in supervisors:
                supervisor.stop()
        for thread in threads:
            thread.join()
        for supervisor in supervisors:
            supervisor.close()


def _serve(supervisor: Supervisor, waiting: "SimpleQueue[Task]", events: "SimpleQueue[Event | None]") -> None:
    try:
        while True:
            task = waiting.get_nowait()
            events.put((task, _run(supervisor, task, events)))
    except (Empty, KeyboardInterrupt):
        return
    finally:
        events.put(None)


def _run(supervisor: Supervisor, task: Task, events: "SimpleQueue[Event | None]") -> Finished:
    try:
        return supervisor.run(task, lambda step: events.put((task, step)))
    except Exception as error:
        logger.exception("unexpected error around the worker of %s", task.name)
        return Finished(failed(task.name, Problem.of(unexpected(error)), task.options))
