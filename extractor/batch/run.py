"""Run inputs through the pipeline and write what comes out. Paths and settings in, outcomes and an output folder out.

Order of writing: each report's folder as soon as it is read, then the combined files, the manifest last. When nothing
could be read of a single input, nothing at all is written, not even the output folder; of several inputs a manifest is.
"""

import logging
import time
from pathlib import Path

import msgspec

from extractor.batch.outcome import Outcome, count, unexpected
from extractor.batch.output import Output
from extractor.batch.stems import folder_names
from extractor.emit.combined import ROOT_NAMES
from extractor.intake import Found, fingerprint
from extractor.model.errors import ExtractError, OutputError
from extractor.model.laporan import Laporan
from extractor.model.options import Options
from extractor.model.version import VERSION

logger = logging.getLogger(__name__)


class Watcher:
    """Told what happens, as it happens; this one does not care. Subclasses show it to people."""

    def started(self, path: Path, number: int, total: int) -> None: ...

    def page(self, done: int, total: int) -> None: ...

    def finished(self, outcome: Outcome, laporan: Laporan | None) -> None: ...


class BatchResult(msgspec.Struct, frozen=True):
    """`interrupted`: some inputs were not tried; what was finished is written."""

    outcomes: tuple[Outcome, ...]
    interrupted: bool = False


def read_one(path: Path, options: Options, watcher: Watcher) -> tuple[Outcome, Laporan | None]:
    """Read one input; every error becomes a failed outcome. Nothing is written."""
    from extractor import pipeline

    started = time.perf_counter()
    try:
        laporan = pipeline.run(path, options, watcher.page)
    except ExtractError as error:
        return _failed(path, error, started, options), None
    except Exception as error:
        logger.exception("unexpected error while reading %s", path)
        return _failed(path, unexpected(error), started, options), None
    outcome = Outcome(
        path,
        laporan.status,
        _since(started),
        sha256=laporan.source.sha256,
        counts=count(laporan),
        versions={"lkip-extractor": laporan.run.version, **laporan.run.engines},
        options=options.recorded(),
    )
    return outcome, laporan


def run_batch(found: Found, output: Output, options: Options, watcher: Watcher) -> BatchResult:
    """Read and write every input. Raises `OutputError` when the combined files or the manifest cannot be written."""
    output.check()
    names = folder_names(found.inputs, ROOT_NAMES)
    outcomes = [_failed(f.path, f.error, time.perf_counter(), options) for f in found.failures]
    for outcome in outcomes:
        watcher.finished(outcome, None)
    interrupted = False
    try:
        for number, path in enumerate(found.inputs, 1):
            watcher.started(path, number, len(found.inputs))
            outcome, laporan = read_one(path, options, watcher)
            if laporan is not None:
                outcome = _written(outcome, laporan, names[path], output)
            outcomes.append(outcome)
            watcher.finished(outcome, laporan)
            if outcome.error is not None and outcome.error.code == OutputError.default_code:
                break
    except KeyboardInterrupt:
        interrupted = True
    if len(outcomes) > 1 or any(outcome.stem is not None for outcome in outcomes):
        output.finish(outcomes)
    return BatchResult(tuple(outcomes), interrupted)


def _written(outcome: Outcome, laporan: Laporan, stem: str, output: Output) -> Outcome:
    try:
        output.write(outcome.path, stem, laporan)
    except ExtractError as error:
        return msgspec.structs.replace(outcome, status="failed", error=error)
    except Exception as error:
        logger.exception("unexpected error while writing %s", stem)
        return msgspec.structs.replace(outcome, status="failed", error=unexpected(error))
    return msgspec.structs.replace(outcome, stem=stem)


def _failed(path: Path, error: ExtractError, started: float, options: Options) -> Outcome:
    return Outcome(
        path,
        "failed",
        _since(started),
        sha256=_hash(path),
        error=error,
        versions={"lkip-extractor": VERSION},
        options=options.recorded(),
    )


def _hash(path: Path) -> str | None:
    try:
        return fingerprint(path)[0] if path.is_file() else None
    except OSError:
        return None


def _since(started: float) -> float:
    return round(time.perf_counter() - started, 2)
