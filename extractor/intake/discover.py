"""Which inputs do these arguments mean? Files and folders in, an ordered list of files out; nothing is read but heads.

A file that is named is an input whatever it is; a ZIP archive with reports in it stands for those. In a folder (with its
subfolders) inputs are the files that a report would be named like, and the others whose content is read, but for single
pictures, which are mostly logos and photographs (named themselves they are read). Symbolic links inside a folder are not
followed.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from extractor.intake.archives import Input, members
from extractor.intake.kinds import KINDS, ORNAMENTS, REPORT_SUFFIXES
from extractor.intake.remote import find_reports, url_of
from extractor.intake.sniff import HEAD_BYTES, kind_of
from extractor.model.errors import ExtractError, InputError, MissingInput


class Failure(msgspec.Struct, frozen=True):
    """An argument that gives no input at all, and why."""

    path: Path
    error: ExtractError
    url: str | None = None


class Found(msgspec.Struct, frozen=True):
    """`inputs` in the order of the arguments, each once. `ignored`: what folders hold beside reports; `links`: symbolic links there."""

    inputs: tuple[Input, ...]
    failures: tuple[Failure, ...] = ()
    ignored: tuple[Path, ...] = ()
    links: tuple[Path, ...] = ()


def discover(arguments: Iterable[Path], skip: Path | None = None) -> Found:
    """The inputs that `arguments` mean; `skip` is a folder that is never searched (the output)."""
    inputs: dict[str, tuple[Input, ...]] = {}
    failures: list[Failure] = []
    ignored: list[Path] = []
    links: list[Path] = []
    skipped = None if skip is None else os.path.realpath(skip)
    for argument in arguments:
        url = url_of(argument)
        if url is not None:
            _add_url(argument, url, inputs, failures)
            continue
        if not argument.is_dir():
            _add(argument, inputs, failures)
            continue
        before = len(inputs)
        already = 0
        for path, is_input in _walk(argument, skipped, failures, links):
            if not is_input:
                ignored.append(path)
                continue
            key = os.path.realpath(path)
            already += key in inputs
            _add(path, inputs, failures)
        if len(inputs) == before and not already:
            failures.append(Failure(argument, _no_reports()))
    return Found(
        tuple(source for sources in inputs.values() for source in sources),
        tuple(failures),
        tuple(ignored),
        tuple(links),
    )


def _add(path: Path, inputs: dict[str, tuple[Input, ...]], failures: list[Failure]) -> None:
    key = os.path.realpath(path)
    if key in inputs:
        return
    try:
        inside = members(path) if path.is_file() else ()
    except InputError as error:
        failures.append(Failure(path, error))
        return
    inputs[key] = tuple(Input(path, name) for name in inside) or (Input(path),)


def _add_url(argument: Path, url: str, inputs: dict[str, tuple[Input, ...]], failures: list[Failure]) -> None:
    try:
        found = find_reports(url)
        if not found:
            raise _no_reports()
    except ExtractError as error:
        failures.append(Failure(argument, error, url))
        return
    for each in found:
        inputs.setdefault(each, (Input(Path(each), url=each),))


def _walk(root: Path, skipped: str | None, failures: list[Failure], links: list[Path]) -> Iterator[tuple[Path, bool]]:
    def cannot_list(error: OSError) -> None:
        failures.append(Failure(Path(os.fsdecode(error.filename or root)), _no_permission()))

    for folder, folders, names in os.walk(root, onerror=cannot_list, followlinks=False):
        place = Path(folder)
        shown = sorted(f for f in folders if not f.startswith("."))
        links.extend(place / f for f in shown if (place / f).is_symlink())
        folders[:] = [f for f in shown if not (place / f).is_symlink() and os.path.realpath(place / f) != skipped]
        for name in sorted(names):
            if not name.startswith(".") and (place / name).is_symlink():
                links.append(place / name)
            else:
                yield place / name, _is_input(place / name)


def _is_input(path: Path) -> bool:
    # Word leaves ~$name.docx beside an open document; it holds a user's name and no report.
    if path.name.startswith((".", "~$")) or path.is_symlink() or not path.is_file():
        return False
    if path.suffix.lower() in REPORT_SUFFIXES:
        return True
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
        kind = kind_of(path, head)
        return (KINDS[kind].advice is None and kind not in ORNAMENTS) or bool(members(path))
    except (OSError, InputError):
        return False


def _no_reports() -> MissingInput:
    return MissingInput(
        code="no_reports",
        message_id="Tidak ada laporan yang ditemukan di folder ini.",
        message_en="No report was found in this folder.",
        advice_id="Periksa foldernya, atau sebutkan berkas laporannya.",
        advice_en="Check the folder, or name the report file.",
    )


def _no_permission() -> MissingInput:
    return MissingInput(
        code="no_permission",
        message_id="Folder ini tidak bisa dibuka.",
        message_en="This folder cannot be opened.",
        advice_id="Periksa izin folder itu.",
        advice_en="Check the folder's permissions.",
    )
