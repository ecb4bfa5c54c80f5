"""Tells people how far the work is: a bar on a terminal, nothing elsewhere; errors and odd things as they happen."""

from collections.abc import Iterable, Sequence
from types import TracebackType
from typing import TYPE_CHECKING

from extractor.batch.messages import Task
from extractor.batch.outcome import ABOUT_INPUT, Outcome
from extractor.batch.plan import Plan
from extractor.batch.run import Watcher
from extractor.cli.console import Console, printable
from extractor.model.temuan import Ref, Temuan

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class ConsoleWatcher(Watcher):
    """Shows the work on `console`. A context manager, because a bar has to be taken off the screen."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._bar: Progress | None = None
        self._whole: TaskID | None = None
        self._inputs = 0
        self._done = 0
        self._read = 0
        self._pages: dict[str, TaskID] = {}

    def __enter__(self) -> "ConsoleWatcher":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def planned(self, plan: Plan) -> None:
        kept = sum(outcome.kept for outcome in plan.settled.values())
        if kept and len(plan.names) > 1:
            self._console.say(
                f"{kept} dari {len(plan.names)} masukan sudah selesai sebelumnya dan tidak dibaca lagi.",
                f"{kept} of {len(plan.names)} inputs were done before and are not read again.",
            )
        self._inputs = len(plan.names)

    def waiting(self) -> None:
        self._console.say(
            "Folder keluaran sedang dipakai proses extract lain; menunggu paling lama satu menit …",
            "Another extract process uses the output folder; waiting for a minute at most …",
        )

    def started(self) -> None:
        self._show()

    def _show(self) -> None:
        """The bar has a thread, so that it comes after the workers."""
        if self._bar is not None or self._console.quiet or not self._console.is_terminal:
            return
        self._bar = _bar()
        if self._inputs > 1:
            self._whole = self._bar.add_task(self._so_far(), total=self._inputs, completed=self._done)
        self._bar.start()

    def _so_far(self) -> str:
        texts = (f"dokumen, {self._read} hal.", f"documents, {self._read} pages")
        return texts[self._console.lang == "en"]

    def step(self, task: Task, done: int, total: int) -> None:
        if self._bar is None:
            return
        if task.name not in self._pages:
            self._pages[task.name] = self._bar.add_task(printable(task.name.rsplit("/")[-1])[-40:], total=None)
        if total:
            self._bar.update(self._pages[task.name], completed=done, total=total)

    def finished(self, outcome: Outcome) -> None:
        self._done += 1
        if not outcome.kept and outcome.same_as is None and outcome.counts is not None:
            self._read += outcome.counts.pages or 0
        if self._bar is not None:
            if self._whole is not None:
                self._bar.update(self._whole, completed=self._done, description=self._so_far())
            pages = self._pages.pop(outcome.name, None)
            if pages is not None:
                self._bar.remove_task(pages)
        if outcome.kept and outcome.problem is None:
            return
        if outcome.problem is not None:
            self._console.problem(outcome.shown, outcome.problem)
        self._say_about_pages(outcome.shown, outcome.notices)
        if self._console.verbose:
            for temuan in outcome.notices:
                if not temuan.code.startswith(ABOUT_INPUT):
                    self._say(outcome.shown, temuan)

    def combining(self) -> None:
        if self._inputs > 1:
            self._show()
        if self._bar is not None and self._whole is not None:
            self._bar.add_task("CSV gabungan" if self._console.lang == "id" else "combined CSV", total=None)

    def _say_about_pages(self, name: str, findings: Sequence[Temuan]) -> None:
        """One line per kind: a scan of three hundred pages must not push everything else off the screen."""
        alike: dict[str, list[Temuan]] = {}
        for temuan in findings:
            if temuan.code.startswith(ABOUT_INPUT):
                alike.setdefault(temuan.code, []).append(temuan)
        for first, *rest in alike.values():
            pages = [ref.page for temuan in rest for ref in temuan.refs[:1] if ref.page is not None]
            self._say(name, first, page_ranges(pages))

    def _say(self, name: str, temuan: Temuan, more_pages: str = "") -> None:
        ref = temuan.refs[0] if temuan.refs else Ref()
        table = [f"Tabel {ref.tabel}"] if ref.tabel is not None else []
        texts = []
        for word, also, message in (("hal.", "juga", temuan.message.id), ("p.", "also", temuan.message.en)):
            place = [f"{word} {ref.page}"] if ref.page is not None else []
            more = f" ({also} {word} {more_pages})" if more_pages else ""
            head = ", ".join([f"{printable(name)}: {temuan.severity} {temuan.code}", *place, *table])
            texts.append(f"{head}: {printable(message)}{more}")
        self._console.say(*texts)


def page_ranges(pages: Iterable[int]) -> str:
    """Page numbers as people write them: `2-4, 7`."""
    ranges: list[list[int]] = []
    for page in sorted(set(pages)):
        if ranges and page == ranges[-1][1] + 1:
            ranges[-1][1] = page
        else:
            ranges.append([page, page])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in ranges)


def _bar() -> "Progress":
    from rich.console import Console as RichConsole
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # Long reports end minutes apart: the time left is that at the pace of the last hour.
    return Progress(*columns, console=RichConsole(stderr=True), transient=True, speed_estimate_period=3600)
