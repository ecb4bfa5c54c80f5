"""The end of a run: a table for people, or the same as JSON for programs, and the file to open next.

Of many inputs the table would be too long to read: then only the counts by status and reason are said, and the inputs to look at.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from extractor.batch.outcome import Counts, Outcome
from extractor.cli.console import printable
from extractor.emit.manifest import path_text
from extractor.model.options import Lang

_HEADS: dict[Lang, tuple[str, ...]] = {
    "id": ("berkas", "hal.", "BAB", "tabel", "daftar", "indikator", "anggaran", "temuan", "status"),
    "en": ("file", "pages", "BAB", "tables", "listed", "indikator", "anggaran", "findings", "status"),
}
_ORDER: tuple[Literal["complete", "partial", "failed"], ...] = ("complete", "partial", "failed")
_STATUS_ID = {"complete": "lengkap", "partial": "sebagian", "failed": "gagal"}
_NAME_WIDTH = 40
_MAX_ROWS = 60
_MAX_NAMED = 10
"""Inputs named per reason; the manifest names them all."""


def summary_lines(outcomes: Sequence[Outcome], lang: Lang) -> list[str]:
    """What became of the inputs, as lines for people."""
    lines = [] if len(outcomes) > _MAX_ROWS else summary_table(outcomes, lang)
    if len(outcomes) > 1:
        lines += [_totals(outcomes, lang), *_to_look_at(outcomes, lang)]
    return lines


def _totals(outcomes: Sequence[Outcome], lang: Lang) -> str:
    counts = Counter(outcome.status for outcome in outcomes)
    parts = [f"{counts[status]} {_word(status, lang)}" for status in _ORDER if counts[status]]
    pages = sum(o.counts.pages or 0 for o in outcomes if o.counts is not None and o.same_as is None)
    if pages:
        parts.append(f"{pages} halaman" if lang == "id" else f"{pages} pages")
    doubles = sum(outcome.same_as is not None for outcome in outcomes)
    if doubles:
        parts.append(f"{doubles} isinya sama dengan yang lain" if lang == "id" else f"{doubles} the same as another")
    return ", ".join(parts)


def _to_look_at(outcomes: Sequence[Outcome], lang: Lang) -> Iterator[str]:
    """A line for each status and reason, with the inputs that have it."""
    names: dict[tuple[int, str], list[str]] = {}
    for outcome in outcomes:
        if outcome.status != "complete" and outcome.same_as is None:
            reason = "+".join(outcome.lacks) if outcome.problem is None else outcome.problem.code
            names.setdefault((_ORDER.index(outcome.status), reason), []).append(printable(outcome.shown))
    for (order, reason), found in sorted(names.items()):
        others = len(found) - _MAX_NAMED
        more = (f" … (+{others}, manifest.jsonl)") if others > 0 else ""
        yield f"  {_word(_ORDER[order], lang)}, {reason or '-'} ({len(found)}): {', '.join(found[:_MAX_NAMED])}{more}"


def _word(status: str, lang: Lang) -> str:
    return _STATUS_ID[status] if lang == "id" else status


def summary_table(outcomes: Sequence[Outcome], lang: Lang) -> list[str]:
    """Lines of a table, one row per input. `daftar`: tables found of those that the printed list names."""
    rows = [_HEADS[lang], *(_row(outcome, lang) for outcome in outcomes)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [_aligned(row, widths) for row in rows]
    return [lines[0], "-" * len(lines[0]), *lines[1:]]


def summary_json(outcomes: Sequence[Outcome], out: Path | None, code: int) -> bytes:
    """The run as one JSON object."""
    summary = {
        "output": None if out is None else path_text(out),
        "exit_code": code,
        "inputs": [_entry(outcome) for outcome in outcomes],
    }
    return msgspec.json.format(msgspec.json.encode(summary), indent=2) + b"\n"


def open_next(outcomes: Sequence[Outcome], out: Path) -> Path | None:
    """The file that answers the next question; None when nothing was written."""
    written = [outcome.counts for outcome in outcomes if outcome.stem is not None and outcome.counts is not None]
    if not written:
        return None
    if any(counts.temuan["E"] or counts.temuan["W"] for counts in written):
        return out / "temuan.csv"
    if any(counts.indikator for counts in written):
        return out / "indikator.csv"
    return out / "tabel.csv"


def _row(outcome: Outcome, lang: Lang) -> tuple[str, ...]:
    status = _word(outcome.status, lang)
    if outcome.same_as is not None:
        status += f" (= {printable(outcome.same_as.rsplit('/')[-1])})"
    name = printable(Path(outcome.shown).name)
    name = name if len(name) <= _NAME_WIDTH else f"{name[: _NAME_WIDTH - 1]}…"
    if outcome.counts is None:
        return (name, "-", "-", "-", "-", "-", "-", "-", status)
    counts = outcome.counts
    return (
        name,
        "-" if counts.pages is None else str(counts.pages),
        str(counts.bab),
        str(counts.tabel),
        f"{counts.found}/{counts.listed}",
        str(counts.indikator),
        str(counts.anggaran),
        f"{counts.temuan['E']} E, {counts.temuan['W']} W",
        status,
    )


def _aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *middle, last = zip(row, widths, strict=True)
    cells = [first[0].ljust(first[1]), *(text.rjust(width) for text, width in middle), last[0]]
    return "  ".join(cells).rstrip()


def _entry(outcome: Outcome) -> dict[str, object]:
    problem = outcome.problem
    counts: dict[str, object] = {}
    if outcome.counts is not None:
        counts = {field: getattr(outcome.counts, field) for field in Counts.__struct_fields__}
    return {
        "path": outcome.shown,
        "stem": outcome.stem,
        "status": outcome.status,
        "sha256": outcome.sha256,
        "seconds": outcome.seconds,
        "kept": outcome.kept,
        "same_as": outcome.same_as,
        "lacks": outcome.lacks,
        "reason": None if problem is None else msgspec.to_builtins(problem),
        **counts,
    }
