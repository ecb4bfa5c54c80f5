"""Tells people how far the work is: a bar on a terminal, nothing elsewhere; errors and odd things as they happen."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from extractor.batch.outcome import Outcome
from extractor.batch.run import Watcher
from extractor.cli.console import Console, printable
from extractor.model.laporan import Laporan
from extractor.model.temuan import Ref, Temuan

if TYPE_CHECKING:
    from rich.progress import Progress

_ALWAYS_SAID = ("FILE", "PAGE")
"""Findings about the file or its pages, not the figures: what they say changes how far the result can be trusted."""


class ConsoleWatcher(Watcher):
    """Shows the work on `console`. A context manager, because a bar has to be taken off the screen."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._bar: Progress | None = None

    def __enter__(self) -> "ConsoleWatcher":
        if self._console.is_terminal and not self._console.quiet:
            self._bar = _bar()
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def started(self, path: Path, number: int, total: int) -> None:
        if self._bar is not None:
            for task in self._bar.task_ids:
                self._bar.remove_task(task)
            self._bar.add_task(f"{number}/{total} {printable(path.name)}", total=None)

    def page(self, done: int, total: int) -> None:
        if self._bar is not None and self._bar.task_ids:
            self._bar.update(self._bar.task_ids[-1], completed=done, total=total)

    def finished(self, outcome: Outcome, laporan: Laporan | None) -> None:
        if outcome.error is not None:
            self._console.error(outcome.path, outcome.error)
        self._say_about_pages(outcome.path, laporan.temuan if laporan is not None else ())
        if self._console.verbose and laporan is not None:
            for temuan in laporan.temuan:
                if temuan.severity != "I" and not temuan.code.startswith(_ALWAYS_SAID):
                    self._say(outcome.path, temuan)

    def _say_about_pages(self, path: Path, findings: Sequence[Temuan]) -> None:
        """One line per kind: a scan of three hundred pages must not push everything else off the screen."""
        alike: dict[str, list[Temuan]] = {}
        for temuan in findings:
            if temuan.code.startswith(_ALWAYS_SAID):
                alike.setdefault(temuan.code, []).append(temuan)
        for first, *rest in alike.values():
            pages = [ref.page for temuan in rest for ref in temuan.refs[:1] if ref.page is not None]
            self._say(path, first, page_ranges(pages))

    def _say(self, path: Path, temuan: Temuan, more_pages: str = "") -> None:
        ref = temuan.refs[0] if temuan.refs else Ref()
        table = [f"Tabel {ref.tabel}"] if ref.tabel is not None else []
        texts = []
        for word, also, message in (("hal.", "juga", temuan.message.id), ("p.", "also", temuan.message.en)):
            place = [f"{word} {ref.page}"] if ref.page is not None else []
            more = f" ({also} {word} {more_pages})" if more_pages else ""
            head = ", ".join([f"{printable(str(path))}: {temuan.severity} {temuan.code}", *place, *table])
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
    return Progress(*columns, console=RichConsole(stderr=True), transient=True)
