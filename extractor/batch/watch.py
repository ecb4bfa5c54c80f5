"""How much time and memory a worker process has taken. A process and limits in, the limit that is exceeded out."""

import time
from typing import TYPE_CHECKING

from extractor.batch.procfs import usage
from extractor.batch.reasons import Reason
from extractor.model.limits import Limits

if TYPE_CHECKING:
    import psutil

_FIRST_LOOK = 2.0
_LOOK = 0.1
"""Seconds before the first look and between two: most documents are read before the first, and cost no look at all."""
_FULL = 0.7
"""A worker that dies with this share of its memory in use has died of it."""


class Watch:
    """Looks at process `pid` with its children. `started`: monotonic time at which the document was begun.

    `inherited`: bytes that the worker had from the process that it is a copy of (a notebook may hold much); they are not its own.
    """

    def __init__(self, limits: Limits, pid: int, started: float, inherited: int = 0) -> None:
        self._limits = limits
        self._pid = pid
        self._started = started
        self._inherited = inherited
        self._moved_at = time.monotonic()
        self._moved_cpu: float | None = None
        self._largest = 0
        self._next_look = time.monotonic() + _FIRST_LOOK

    def moved(self) -> None:
        """The worker has made progress."""
        self._moved_at = time.monotonic()
        self._moved_cpu = None

    def wait(self) -> float:
        """Seconds until the next look."""
        return max(0.0, self._next_look - time.monotonic())

    def is_due(self) -> bool:
        return time.monotonic() >= self._next_look

    def exceeded(self) -> Reason | None:
        """Look now: which limit is exceeded, if any."""
        now = time.monotonic()
        self._next_look = now + _LOOK
        cpu, memory = measure(self._pid)
        memory -= self._inherited
        self._largest = max(self._largest, memory)
        if self._moved_cpu is None:
            self._moved_cpu = cpu
        if memory > self._limits.memory_mb << 20:
            return Reason.MEMORY
        if cpu - self._moved_cpu > self._limits.page_cpu_seconds:
            return Reason.LOOP
        if now - self._started > self._limits.seconds:
            return Reason.TIME
        if now - self._moved_at > self._limits.idle_seconds:
            return Reason.IDLE
        return None

    def cause_of_death(self) -> Reason:
        """Why a worker that is gone is gone, as far as its last look tells."""
        return Reason.MEMORY if self._largest > _FULL * (self._limits.memory_mb << 20) else Reason.CRASH


def family(pid: int) -> "list[psutil.Process]":
    """The process and all its descendants; none when it is gone."""
    import psutil

    try:
        process = psutil.Process(pid)
        return [process, *process.children(recursive=True)]
    except psutil.Error:
        return []


def measure(pid: int) -> tuple[float, int]:
    """(processor seconds, resident bytes) of the process and its descendants."""
    found = usage(pid)
    if found is not None:
        return found
    import psutil

    cpu, memory = 0.0, 0
    for process in family(pid):
        try:
            times = process.cpu_times()
            cpu += times.user + times.system
            memory += process.memory_info().rss
        except psutil.Error:
            continue
    return cpu, memory
