"""A run from its inputs to its output folder: plan, workers, manifest, combined files. Joins the modules of this room.

Order of writing: each report's folder by its worker, then its manifest line, and after all inputs the combined files and
the manifest anew. When nothing could be read of a single input, nothing at all is written, not even the output folder.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

import msgspec

from extractor.batch.lock import Lock
from extractor.batch.messages import Finished, Task
from extractor.batch.outcome import Outcome
from extractor.batch.output import Output
from extractor.batch.plan import Plan, Wish, in_order, make_plan, repeated
from extractor.batch.pool import Event
from extractor.emit.atomic import DENIED
from extractor.intake import Found
from extractor.model.errors import ExitCode

Backend: TypeAlias = Callable[[Sequence[Task]], Iterator[Event]]


class Watcher:
    """Told what happens, as it happens; this one does not care. Subclasses show it to people or write it down."""

    def planned(self, plan: Plan) -> None: ...

    def waiting(self) -> None: ...

    def started(self) -> None:
        """The workers run. Threads are made from here on only: until then workers are quick copies of this process."""

    def step(self, task: Task, done: int, total: int) -> None: ...

    def finished(self, outcome: Outcome) -> None: ...

    def combining(self) -> None: ...


class BatchResult(msgspec.Struct, frozen=True):
    """`interrupted`: somebody ended it; what was finished is written. `untried`: so many inputs were not come to.

    `combined`: the files over all reports hold these. `content`: the report of a run without a folder.
    """

    outcomes: tuple[Outcome, ...]
    interrupted: bool = False
    untried: int = 0
    combined: bool = True
    content: bytes | None = None


def run_batch(found: Found, wish: Wish, backend: Backend, watcher: Watcher) -> BatchResult:
    """Read and write every input. Raises `OutputError` when the combined files or the manifest cannot be written."""
    if wish.out is None:
        return _Run(make_plan(found, {}, wish), None, watcher).go(backend)
    output = Output(wish.out, safe_csv=wish.safe_csv)
    with output.opened(), Lock(wish.out, watcher.waiting):
        plan = make_plan(found, output.read_earlier(), wish)
        result = _Run(plan, output, watcher).go(backend)
        if result.interrupted and not output.is_small():
            # Whoever presses Ctrl-C does not wait for ten thousand reports to be gone through; the next run does that.
            return msgspec.structs.replace(result, combined=False)
        if len(result.outcomes) > 1 or any(outcome.stem is not None for outcome in result.outcomes):
            watcher.combining()
            output.finish(result.outcomes)
    return result


class _Run:
    def __init__(self, plan: Plan, output: Output | None, watcher: Watcher) -> None:
        self._plan = plan
        self._output = output
        self._watcher = watcher
        self._ends: dict[str, Outcome] = {}
        self._content: bytes | None = None

    def go(self, backend: Backend) -> BatchResult:
        interrupted = False
        self._watcher.planned(self._plan)
        try:
            for outcome in self._plan.settled.values():
                self._note(outcome)
            self._work(backend)
        except KeyboardInterrupt:
            interrupted = True
        outcomes = tuple(in_order(self._plan.names, self._ends))
        untried = len(self._plan.names) - len(outcomes)
        return BatchResult(outcomes, interrupted, untried, content=self._content)

    def _work(self, backend: Backend) -> None:
        if not self._plan.tasks:
            return
        events = backend(self._plan.tasks)
        self._watcher.started()
        for task, event in events:
            if not isinstance(event, Finished):
                self._watcher.step(task, event.done, event.total)
                continue
            self._content = event.content
            self._note(event.outcome)
            problem = event.outcome.problem
            # One place that may not be written to is that report's own trouble: where it is everybody's, the manifest cannot be written.
            if problem is not None and problem.exit_code == ExitCode.OUTPUT and problem.code != DENIED:
                close = getattr(events, "close", None)
                if close is not None:
                    close()
                break

    def _note(self, outcome: Outcome) -> None:
        doubles = [repeated(outcome, name) for name, first in self._plan.doubles.items() if first == outcome.name]
        for end in (outcome, *doubles):
            each = msgspec.structs.replace(end, shown=self._plan.shown[end.name])
            self._ends[each.name] = each
            if self._output is not None and len(self._plan.names) > 1 and not each.kept:
                self._output.note(each)
            self._watcher.finished(each)
