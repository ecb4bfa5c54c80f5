"""What `extract` does once its arguments are understood. Loads the rooms, so it is imported when there is work."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import msgspec

from extractor.batch.outcome import exit_code
from extractor.batch.output import Output
from extractor.batch.run import BatchResult, read_one, run_batch
from extractor.cli.console import Console, printable
from extractor.cli.progress import ConsoleWatcher
from extractor.cli.streams import data_stdout
from extractor.cli.summary import open_next, summary_json, summary_table
from extractor.emit.json_file import laporan_bytes
from extractor.intake import discover
from extractor.model.errors import ExitCode
from extractor.model.options import Options

FailOn = Literal["E", "W"] | None
OCR_CACHE = ".ocr"
"""Folder beside the results: what OCR read, kept for a second run."""


def to_folder(
    inputs: Sequence[Path], output: Output, options: Options, console: Console, *, as_json: bool, fail_on: FailOn
) -> ExitCode:
    """Write every input's result below `output`; the summary goes to stderr and, with `as_json`, to stdout."""
    found = discover(inputs, skip=output.root)
    if console.verbose:
        for path in found.ignored:
            console.say(
                f"{printable(str(path))}: bukan laporan, dilewati", f"{printable(str(path))}: no report, skipped"
            )
    with data_stdout() as write:
        with ConsoleWatcher(console) as watcher:
            kept = msgspec.structs.replace(options, ocr_cache=output.root / OCR_CACHE)
            result = run_batch(found, output, kept, watcher)
        code = ExitCode.INTERRUPTED if result.interrupted else exit_code(result.outcomes, fail_on)
        _summarise(result, output.root, console)
        if as_json:
            write(summary_json(result.outcomes, output.root, code))
    return code


def to_stdout(path: Path, options: Options, console: Console, *, fail_on: FailOn) -> ExitCode:
    """Write the laporan.json of one input to stdout, and nothing anywhere else."""
    with data_stdout() as write:
        with ConsoleWatcher(console) as watcher:
            watcher.started(path, 1, 1)
            outcome, laporan = read_one(path, options, watcher)
            watcher.finished(outcome, laporan)
        if laporan is not None:
            write(laporan_bytes(laporan))
    return exit_code([outcome], fail_on)


def _summarise(result: BatchResult, root: Path, console: Console) -> None:
    if console.quiet or not result.outcomes:
        return
    if len(result.outcomes) > 1 or result.outcomes[0].counts is not None:
        for line in summary_table(result.outcomes, console.lang):
            console.line(line)
    if result.interrupted:
        console.say("Dihentikan; yang sudah selesai disimpan.", "Interrupted; what was finished is kept.")
    target = open_next(result.outcomes, root)
    if target is not None:
        console.say(f"Buka: {printable(str(target))}", f"Open next: {printable(str(target))}")
