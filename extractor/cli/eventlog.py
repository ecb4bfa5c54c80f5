"""A log file of a run: one JSON line per event, each on its way to the disk when it happens. Events in, lines out.

Events: `start` (inputs, to read, kept), `finished` (one input: status, reason, seconds, counts), `end` (seconds in all).
"""

import time
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO, Any

import msgspec

from extractor.batch.messages import Task
from extractor.batch.outcome import Outcome
from extractor.batch.plan import Plan
from extractor.batch.run import Watcher
from extractor.model.errors import OutputError


class EventLog(Watcher):
    """Writes to `path` (added to its end) and tells `other` the same. A context manager. Raises `OutputError`."""

    def __init__(self, path: Path, other: Watcher) -> None:
        self._path = path
        self._other = other
        self._file: IO[bytes] | None = None
        self._began = time.monotonic()

    def __enter__(self) -> "EventLog":
        try:
            self._file = self._path.open("ab")
        except OSError as error:
            what = error.strerror or type(error).__name__
            raise OutputError(
                message_id=f"Berkas log {self._path} tidak bisa ditulis: {what}.",
                message_en=f"Cannot write the log file {self._path}: {what}.",
            ) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._write(
            "end", seconds=round(time.monotonic() - self._began, 2), error=None if kind is None else kind.__name__
        )
        if self._file is not None:
            self._file.close()

    def planned(self, plan: Plan) -> None:
        kept = sum(outcome.kept for outcome in plan.settled.values())
        self._write("start", inputs=len(plan.names), to_read=len(plan.tasks), kept=kept, doubles=len(plan.doubles))
        self._other.planned(plan)

    def waiting(self) -> None:
        self._write("waiting")
        self._other.waiting()

    def started(self) -> None:
        self._other.started()

    def step(self, task: Task, done: int, total: int) -> None:
        self._other.step(task, done, total)

    def finished(self, outcome: Outcome) -> None:
        if not outcome.kept:
            entry: dict[str, Any] = msgspec.to_builtins(outcome)
            del entry["notices"]
            self._write("finished", **entry)
        self._other.finished(outcome)

    def combining(self) -> None:
        self._write("combining")
        self._other.combining()

    def _write(self, event: str, **values: Any) -> None:
        if self._file is None:
            return
        entry = {"time": datetime.now(UTC).isoformat(timespec="milliseconds"), "event": event, **values}
        self._file.write(msgspec.json.encode(entry) + b"\n")
        self._file.flush()
