"""What is to be done for each input: read it, keep what an earlier run has, or repeat what its double gives. Values in and out.

Content decides, not names: an input counts as done when its hash, the program's version and the options are those of its
manifest line and its folder is still there. Hashes are only taken where something hangs on them.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec

from extractor.batch.messages import Task
from extractor.batch.outcome import CHANGED, Counts, Outcome, failed, recorded
from extractor.batch.stems import folder_names, safe_stem
from extractor.emit.combined import ROOT_NAMES
from extractor.emit.json_file import FILE_NAME, read_laporan
from extractor.emit.manifest import Line, path_text, relative_name
from extractor.intake import Found, Input, fingerprint_of, length_of, member_sizes
from extractor.model.errors import ExitCode, OutputError, Problem
from extractor.model.options import Options
from extractor.model.version import VERSION


class Wish(msgspec.Struct, frozen=True):
    """How a run is to be made. `out` None: the report goes back instead of into a folder."""

    out: Path | None
    options: Options
    safe_csv: bool = False
    overwrite: bool = False
    all_notices: bool = False


class Plan(msgspec.Struct, frozen=True):
    """`names` of all inputs in order. Each is in `tasks`, in `settled`, or (as the double of another) in `doubles`.

    `shown`: each name as its person wrote it.
    """

    names: tuple[str, ...]
    shown: Mapping[str, str]
    tasks: tuple[Task, ...]
    settled: Mapping[str, Outcome]
    doubles: Mapping[str, str]


def make_plan(found: Found, earlier: Mapping[str, Line], wish: Wish) -> Plan:
    """Decide for every input; reads the inputs' sizes and, where needed, their content."""
    out = wish.out or Path()
    named = {source.url or relative_name(source.path, source.member, out): source for source in found.inputs}
    settled = {}
    broken = {}
    for failure in found.failures:
        name = failure.url or relative_name(failure.path, None, out)
        broken[name] = failure.url or _shown(failure.path, None)
        settled[name] = failed(name, Problem.of(failure.error), wish.options)
    hashes = _Hashes(named, earlier)
    doubles = hashes.doubles()
    stems = _stems(named, earlier, hashes, wish)
    tasks = []
    for number, (name, source) in enumerate(named.items()):
        if name in doubles:
            continue
        outcome = _settle(name, stems[name], earlier, hashes, wish)
        if outcome is not None:
            settled[name] = outcome
        else:
            tasks.append(_task(number, name, source, stems[name], wish))
    shown = {name: source.url or _shown(source.path, source.member) for name, source in named.items()}
    return Plan((*broken, *named), {**broken, **shown}, tuple(tasks), settled, doubles)


def _shown(path: Path, member: str | None) -> str:
    return path_text(path) + (f"!/{member}" if member is not None else "")


def _task(number: int, name: str, source: Input, stem: str, wish: Wish) -> Task:
    return Task(
        number,
        os.fsencode(source.path if source.url else source.path.absolute()),
        source.member,
        None if wish.out is None else os.fsencode(wish.out.absolute()),
        stem,
        name,
        wish.options,
        safe_csv=wish.safe_csv,
        all_notices=wish.all_notices,
        url=source.url,
    )


class _Hashes:
    """The inputs' hashes, each taken once at most."""

    def __init__(self, named: Mapping[str, Input], earlier: Mapping[str, Line]) -> None:
        self._named = named
        self._known = {name for name in named if name in earlier}
        self.of = cache(self._hash)

    def _hash(self, name: str) -> str | None:
        return fingerprint_of(self._named[name])

    def doubles(self) -> dict[str, str]:
        """Name of an input -> name of the first one (by name) with the same content."""
        sizes: dict[int, list[str]] = {}
        for name, source in self._named.items():
            sizes.setdefault(_size(source), []).append(name)
        found: dict[str, str] = {}
        for size, names in sizes.items():
            if size <= 0 or len(names) < 2:
                continue
            first: dict[str, str] = {}
            for name in sorted(names):
                digest = self.of(name)
                if digest is not None and first.setdefault(digest, name) != name:
                    found[name] = first[digest]
        return found


def _size(source: Input) -> int:
    """Bytes of the file, of a member of an archive as that says; 0 when it has none or is no regular file."""
    if source.url is not None:
        return length_of(source.url)
    if source.member is not None:
        return member_sizes(source.path).get(source.member, 0)
    try:
        return source.path.stat().st_size if source.path.is_file() else 0
    except OSError:
        return 0


def _stems(named: Mapping[str, Input], earlier: Mapping[str, Line], hashes: _Hashes, wish: Wish) -> dict[str, str]:
    """Folder of each input: the one it has already (also when its file was moved meanwhile), or a new one."""
    others = (
        {} if wish.overwrite else {line.stem: line for name, line in earlier.items() if name not in named and line.stem}
    )
    kept = {name: line.stem for name, line in earlier.items() if name in named and line.stem is not None}
    for name, source in named.items():
        line = others.get(safe_stem(source.file_name))
        if name not in kept and line is not None and line.sha256 is not None and line.sha256 == hashes.of(name):
            del others[safe_stem(source.file_name)]
            kept[name] = safe_stem(source.file_name)
    paths = {Path(name).parent / named[name].file_name: name for name in named if name not in kept}
    new = folder_names(list(paths), (*ROOT_NAMES, *others, *kept.values()))
    return kept | {name: new[path] for path, name in paths.items()}


def _settle(name: str, stem: str, earlier: Mapping[str, Line], hashes: _Hashes, wish: Wish) -> Outcome | None:
    """What stands already for an input, or why it cannot be written; None when it is to be read."""
    if wish.out is None or wish.overwrite:
        return None
    line = earlier.get(name)
    if line is not None and _is_done(line, wish, hashes, name):
        return _kept(line)
    folder = wish.out / stem
    if (line is not None and line.stem == stem) or not _is_taken(folder):
        return None
    source = _source(folder)
    if source is not None and source[0] == hashes.of(name):
        return None
    owners = [line.path for line in earlier.values() if line.stem == stem]
    if source is not None and not owners and source[1] == Path(name.split("!/")[-1]).name:
        return None
    return failed(name, Problem.of(_foreign(folder, owners[0] if owners else "?")), wish.options)


def _is_done(line: Line, wish: Wish, hashes: _Hashes, name: str) -> bool:
    made_with = recorded(wish.options, safe_csv=wish.safe_csv and line.status != "failed")
    if line.versions.get("lkip-extractor") != VERSION or line.options != made_with:
        return False
    if line.sha256 is None or line.sha256 != hashes.of(name):
        return False
    if line.status == "failed":
        return (
            line.reason is not None and line.reason.exit_code == ExitCode.UNREADABLE and not _may_pass(line.reason.code)
        )
    if line.status == "partial" and line.versions.get("ocr") is None and _can_scan(wish):
        return False
    return wish.out is not None and line.stem is not None and (wish.out / line.stem / FILE_NAME).is_file()


def _can_scan(wish: Wish) -> bool:
    """Pages that were left unread for want of OCR may be read now."""
    return wish.options.ocr != "off" and all(find_spec(name) for name in ("rapidocr", "onnxruntime"))


def _may_pass(code: str) -> bool:
    """Failures of time and memory may be gone on another day, and a file that was just being written is whole then."""
    return code.startswith("limit_") or code in ("memory", CHANGED)


def _kept(line: Line) -> Outcome:
    reason = line.reason
    return Outcome(
        line.path,
        line.status,
        line.seconds,
        stem=line.stem,
        sha256=line.sha256,
        counts=None if line.counts is None else msgspec.convert(line.counts, Counts),
        problem=None if reason is None else Problem(reason.code, reason.exit_code, reason.message, reason.advice),
        versions=line.versions,
        options=line.options,
        kept=True,
        same_as=line.same_as,
        cut=line.cut,
        lacks=line.lacks,
    )


def repeated(outcome: Outcome, name: str) -> Outcome:
    """The outcome of an input whose content is that of `outcome`'s."""
    return msgspec.structs.replace(outcome, name=name, same_as=outcome.name, seconds=0.0, notices=())


def in_order(names: Iterable[str], outcomes: Mapping[str, Outcome]) -> Sequence[Outcome]:
    return [outcomes[name] for name in names if name in outcomes]


def _is_taken(folder: Path) -> bool:
    return folder.is_symlink() or (folder.exists() and not (folder.is_dir() and not any(folder.iterdir())))


def _source(folder: Path) -> tuple[str, str] | None:
    """(sha256, file name) of the report that an earlier run wrote here; None when it is not one of ours."""
    if folder.is_symlink():
        return None
    try:
        source = read_laporan((folder / FILE_NAME).read_bytes()).source
    except (OSError, msgspec.ValidationError, msgspec.DecodeError):
        return None
    return source.sha256, source.file_name


def _foreign(folder: Path, owner: str) -> OutputError:
    shown = path_text(folder)
    return OutputError(
        code="output_taken",
        message_id=f"Di {shown} sudah ada hasil lain (dari: {owner}).",
        message_en=f"At {shown} there already exists another result (of: {owner}).",
        advice_id="Pilih folder keluaran lain dengan -o, atau timpa dengan --overwrite.",
        advice_en="Choose another output folder with -o, or replace it with --overwrite.",
    )


def line_of(outcome: Outcome) -> Line:
    """The outcome as it stands in the manifest, but for `coarse` seconds."""
    from extractor.emit.manifest import Reason, coarse

    problem = outcome.problem
    counts: dict[str, Any] | None = None if outcome.counts is None else msgspec.to_builtins(outcome.counts)
    return Line(
        path=outcome.name,
        stem=outcome.stem,
        sha256=outcome.sha256,
        status=outcome.status,
        reason=None if problem is None else Reason(problem.code, problem.message, problem.advice, problem.exit_code),
        seconds=outcome.seconds if outcome.kept else coarse(outcome.seconds),
        versions=outcome.versions,
        options=outcome.options,
        same_as=outcome.same_as,
        counts=counts,
        cut=outcome.cut,
        lacks=outcome.lacks,
    )
