"""What became of an input, as a value: status, counts of what was found, or the reason why nothing was."""

import errno
import tempfile
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from extractor.model.errors import ExitCode, ExtractError, NotAReport, OutputError, Problem, TooLarge
from extractor.model.laporan import Laporan
from extractor.model.options import Options
from extractor.model.page import LOST
from extractor.model.temuan import Severity, Temuan
from extractor.model.version import VERSION

CHANGED = "changed_while_read"
"""Code of the failure of an input that somebody was still writing."""

ABOUT_INPUT = ("FILE", "PAGE")
"""How the codes of findings about the file or its pages begin: not the figures, but how far the result can be trusted."""


class Counts(msgspec.Struct, frozen=True):
    """What a report holds. `listed` entries of its Daftar Tabel, of which `found` stand in the body."""

    pages: int | None
    bab: int
    tabel: int
    listed: int
    found: int
    indikator: int
    anggaran: int
    temuan: dict[Severity, int]


class Outcome(msgspec.Struct, frozen=True):
    """`name`: the input as the manifest names it. `stem`: its folder under the output, None when nothing was written.

    `problem` when the status is failed. `kept`: not read now, because an earlier run has it. `same_as`: the input whose
    content it repeats. `notices`: findings about the file and its pages, to be said at once. `shown`: the input as its
    person wrote it. `cut`: partial only because the file itself is incomplete; all that is left of it was read.
    `lacks`: codes of the findings that say what is missing, when the status is partial.
    """

    name: str
    status: Literal["complete", "partial", "failed"]
    seconds: float = 0.0
    stem: str | None = None
    sha256: str | None = None
    counts: Counts | None = None
    problem: Problem | None = None
    versions: dict[str, str | None] = {}
    options: dict[str, str | None] = {}
    kept: bool = False
    same_as: str | None = None
    notices: tuple[Temuan, ...] = ()
    shown: str = ""
    cut: bool = False
    lacks: tuple[str, ...] = ()


def count(laporan: Laporan) -> Counts:
    severities: dict[Severity, int] = {"E": 0, "W": 0, "I": 0}
    for temuan in laporan.temuan:
        severities[temuan.severity] += 1
    return Counts(
        pages=laporan.source.pages,
        bab=len(laporan.bab),
        tabel=len(laporan.tabel),
        listed=len(laporan.daftar_tabel),
        found=sum(entry.found for entry in laporan.daftar_tabel),
        indikator=len(laporan.indikator),
        anggaran=len(laporan.anggaran),
        temuan=severities,
    )


def recorded(options: Options, *, safe_csv: bool) -> dict[str, str | None]:
    """What a result was made with: with anything else it is another result."""
    return options.recorded() | ({"safe_csv": "yes"} if safe_csv else {})


def lacks_of(laporan: Laporan) -> tuple[str, ...]:
    """Codes of the findings about the file and its pages that make a report partial, each once, in their order."""
    if laporan.status != "partial":
        return ()
    codes = (t.code for t in laporan.temuan if t.code.startswith(ABOUT_INPUT) and t.severity != "I")
    return tuple(dict.fromkeys(codes))


def is_only_cut(laporan: Laporan) -> bool:
    """Whether a partial report lacks nothing but what its file lacks."""
    unread = [page.reason for page in laporan.halaman if page.source == "none"]
    cut = LOST in unread or any(t.code in ("FILE-CUT", "PAGE-CUT") for t in laporan.temuan)
    ours = any(t.code == "PAGE-LIMIT" or (t.code == "PAGE-LAYER" and t.severity == "W") for t in laporan.temuan)
    return laporan.status == "partial" and cut and not ours and all(reason == LOST for reason in unread)


def failed(
    name: str, problem: Problem, options: Options, *, seconds: float = 0.0, sha256: str | None = None
) -> Outcome:
    """The outcome of an input that gave no report."""
    return Outcome(
        name,
        "failed",
        round(seconds, 2),
        sha256=sha256,
        problem=problem,
        versions={"lkip-extractor": VERSION},
        options=options.recorded(),
    )


def unexpected(error: Exception) -> ExtractError:
    """An error of the program itself as one that people can read; what it was goes to the log (-vv)."""
    if isinstance(error, MemoryError):
        return TooLarge(
            code="memory",
            message_id="Memori tidak cukup untuk membaca berkas ini.",
            message_en="There is not enough memory to read this file.",
        )
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return OutputError(
            code="temporary_full",
            message_id=f"Tidak ada ruang lagi untuk berkas sementara di {tempfile.gettempdir()}.",
            message_en=f"There is no space left for temporary files in {tempfile.gettempdir()}.",
            advice_id="Kosongkan ruang di sana, atau tunjuk folder lain dengan variabel lingkungan TMPDIR (Windows: TEMP).",
            advice_en="Make room there, or name another folder in the environment variable TMPDIR (Windows: TEMP).",
        )
    if isinstance(error, RecursionError):
        return NotAReport(
            code="nesting",
            message_id="Isi berkas bersarang terlalu dalam.",
            message_en="The content of the file is nested too deeply.",
        )
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return ExtractError(
        code="internal",
        message_id=f"Galat tak terduga di dalam program ({what}).",
        message_en=f"Unexpected error inside the program ({what}).",
        advice_id="Ulangi dengan -vv untuk rinciannya, dan laporkan bersama berkasnya bila boleh dibagikan.",
        advice_en="Run again with -vv for the details, and report it with the file if it may be shared.",
    )


def exit_code(outcomes: Sequence[Outcome], fail_on: Literal["E", "W"] | None = None) -> ExitCode:
    """The worst that happened: output, then nothing read at all, then a missing program, then incomplete inputs, then `fail_on`.

    "Incomplete" (4) means that a second run, another option or a better copy of one of several inputs can add something, so that somebody
    has to look which. A single file that is itself incomplete, and of which all that is left was read, is done (0): there is nothing else
    to look for, and its status and findings say what it lacks. All other partial results give 4, alone or not: a page that this program
    could not read, or was not allowed to read by a limit.
    """
    codes = [ExitCode(outcome.problem.exit_code) for outcome in outcomes if outcome.problem is not None]
    if ExitCode.OUTPUT in codes:
        return ExitCode.OUTPUT
    if codes and len(codes) == len(outcomes):
        return codes[0] if len(set(codes)) == 1 else ExitCode.UNREADABLE
    if ExitCode.MISSING_PROGRAM in codes:
        return ExitCode.MISSING_PROGRAM
    alone = len(outcomes) == 1
    if codes or any(outcome.status == "partial" and not (alone and outcome.cut) for outcome in outcomes):
        return ExitCode.INCOMPLETE
    if fail_on is not None and _reached(fail_on, outcomes):
        return ExitCode.FAIL_ON
    return ExitCode.DONE


def _reached(level: Literal["E", "W"], outcomes: Iterable[Outcome]) -> bool:
    severities: tuple[Severity, ...] = ("E",) if level == "E" else ("E", "W")
    return any(o.counts is not None and any(o.counts.temuan[s] for s in severities) for o in outcomes)
