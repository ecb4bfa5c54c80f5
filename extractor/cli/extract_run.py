"""What `extract` does once its arguments are understood. Loads the rooms, so it is imported when there is work."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Literal

import msgspec

from extractor.batch.messages import Task
from extractor.batch.outcome import exit_code
from extractor.batch.output import OCR_CACHE
from extractor.batch.plan import Wish
from extractor.batch.pool import Event, cpus, run_local
from extractor.batch.run import BatchResult, Watcher, run_batch
from extractor.cli.console import Console, printable
from extractor.cli.eventlog import EventLog
from extractor.cli.progress import ConsoleWatcher
from extractor.cli.streams import data_stdout
from extractor.cli.summary import open_next, summary_json, summary_lines
from extractor.intake import Found, discover
from extractor.model.errors import ExitCode
from extractor.model.limits import Limits
from extractor.model.options import Bounds, Options

_MOST_LINKS = 5


class Run(msgspec.Struct, frozen=True):
    """The arguments of the command as values. `out` None: one report to stdout."""

    inputs: tuple[Path, ...]
    out: Path | None
    options: Options
    limits: Limits
    safe_csv: bool = False
    xlsx: bool = False
    overwrite: bool = False
    jobs: int | None = None
    log: Path | None = None
    cluster: str | None = None
    as_json: bool = False
    fail_on: Literal["E", "W"] | None = None


def execute(run: Run, console: Console) -> ExitCode:
    """Write every input's result; the summary goes to stderr and, with `as_json`, to stdout."""
    found = discover(run.inputs, skip=run.out)
    _say_left_out(found, console)
    wish = Wish(run.out, _options(run), run.safe_csv, run.overwrite, console.verbose > 0)

    def backend(tasks: Sequence[Task]) -> Iterator[Event]:
        if run.cluster is not None:
            from extractor.batch.cluster import run_cluster

            return run_cluster(tasks, run.limits, run.cluster)
        return run_local(tasks, run.limits, jobs=run.jobs or cpus(), verbose=console.verbose)

    with data_stdout() as write:
        with ExitStack() as stack:
            watcher: Watcher = stack.enter_context(ConsoleWatcher(console))
            if run.log is not None:
                watcher = stack.enter_context(EventLog(run.log, watcher))
            result = run_batch(found, wish, backend, watcher)
            if run.xlsx and run.out is not None and not result.interrupted:
                _workbooks(result, run.out)
        code = ExitCode.INTERRUPTED if result.interrupted else exit_code(result.outcomes, run.fail_on)
        if run.out is not None:
            _summarise(result, run.out, console)
        if result.content is not None:
            write(result.content)
        if run.as_json:
            write(summary_json(result.outcomes, run.out, code))
    return code


def _options(run: Run) -> Options:
    """What is asked for, with the limits that change what is read and the place of the cache."""
    return msgspec.structs.replace(
        run.options,
        ocr_cache=None if run.out is None else run.out.absolute() / OCR_CACHE,
        most_pages=run.limits.pages,
        most_characters=run.limits.page_characters,
        bounds=Bounds(**{name: getattr(run.limits, name) for name in Bounds.__struct_fields__}),
    )


def _say_left_out(found: Found, console: Console) -> None:
    """What folders hold that is not read."""
    for path in found.ignored if console.verbose else ():
        console.say(f"{printable(str(path))}: bukan laporan, dilewati", f"{printable(str(path))}: no report, skipped")
    links = found.links
    if not links:
        return
    names = ", ".join(printable(str(path)) for path in links[:_MOST_LINKS]) + (" …" if len(links) > _MOST_LINKS else "")
    console.say(
        f"{len(links)} tautan (symlink) di dalam folder tidak diikuti: {names}. Sebutkan sendiri bila perlu dibaca.",
        f"{len(links)} symbolic links inside folders are not followed: {names}. Name them yourself to have them read.",
    )


def _say_unfinished(result: BatchResult, console: Console) -> None:
    """What is missing, and how to go on."""
    why_id, why_en = (
        ("Dihentikan", "Interrupted") if result.interrupted else ("Berhenti di tengah jalan", "Stopped on the way")
    )
    rest_id = f", {result.untried} masukan belum dibaca" if result.untried else ""
    rest_en = f", {result.untried} inputs are not read yet" if result.untried else ""
    csv_id, csv_en = (
        ("", "") if result.combined else (" CSV gabungan belum memuatnya.", " The combined CSV do not hold it yet.")
    )
    console.say(
        f"{why_id}{rest_id}; yang sudah selesai disimpan.{csv_id} Jalankan perintah yang sama untuk melanjutkan.",
        f"{why_en}{rest_en}; what was finished is kept.{csv_en} Run the same command again to go on.",
    )


def _workbooks(result: BatchResult, root: Path) -> None:
    """A workbook into every folder of this run. Raises `OutputError`."""
    from extractor.emit.report_folder import write_workbook

    for stem in (outcome.stem for outcome in result.outcomes):
        if stem is not None:
            write_workbook(root / stem)


def _summarise(result: BatchResult, root: Path, console: Console) -> None:
    if console.quiet or not result.outcomes:
        return
    if len(result.outcomes) > 1 or result.outcomes[0].counts is not None:
        for line in summary_lines(result.outcomes, console.lang):
            console.line(line)
    if result.interrupted or result.untried:
        _say_unfinished(result, console)
    target = open_next(result.outcomes, root)
    if target is not None:
        console.say(f"Buka: {printable(str(target))}", f"Open next: {printable(str(target))}")
