"""`manifest.jsonl`: one line per input of the output folder: what became of it, why, how long it took, made by what.

While a run is under way lines are only added, each on the disk before the next input counts as done; the last line of an
input holds. At the end of a run the file is written anew, sorted, one line per input. A line that was cut off by a kill
is left out when it is read. Paths are relative to the output folder where they can be, so that both may move together.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

import msgspec

from extractor.emit.atomic import append_line, write_file
from extractor.model.temuan import Message

FILE_NAME = "manifest.jsonl"
_SECONDS_STEP = 10


class Reason(msgspec.Struct, frozen=True):
    """Why an input failed: a code for machines, and message and advice for people. `exit_code` as of the command."""

    code: str
    message: Message
    advice: Message
    exit_code: int = 3


class Line(msgspec.Struct, frozen=True):
    """One input. `stem` is its folder, None when nothing was written; `sha256` None when the input could not be opened.

    `seconds` in steps of ten: to find what is slow, and the same in two runs of the same quick inputs. `same_as`: path of
    the input with the same content that was read instead. `counts`: what was found in it. `cut`:
    partial only because the file itself is incomplete. `lacks`: codes of the findings that say what a partial result lacks.
    """

    path: str
    stem: str | None
    sha256: str | None
    status: Literal["complete", "partial", "failed"]
    reason: Reason | None
    seconds: float
    versions: dict[str, str | None]
    options: dict[str, Any]
    same_as: str | None = None
    counts: dict[str, Any] | None = None
    cut: bool = False
    lacks: tuple[str, ...] = ()


def path_text(path: Path) -> str:
    """A path as text that JSON can hold; bytes that are no text become escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def relative_name(path: Path, member: str | None, out: Path) -> str:
    """The input as the manifest names it: relative to the output folder, '/' between folders, '!/' before a member."""
    try:
        shown = path_text(Path(os.path.relpath(path.absolute(), Path(os.path.realpath(out)))))
    except ValueError:
        shown = path_text(path.absolute())
    return shown.replace(os.sep, "/") + (f"!/{member}" if member is not None else "")


def coarse(seconds: float) -> float:
    """Seconds in the manifest's steps."""
    return float(round(seconds / _SECONDS_STEP) * _SECONDS_STEP)


def read_manifest(out: Path) -> dict[str, Line]:
    """The last line of each path, none when there is no manifest; a line that cannot be read is left out."""
    try:
        content = (out / FILE_NAME).read_bytes()
    except OSError:
        return {}
    decoder = msgspec.json.Decoder(Line)
    lines = {}
    for raw in content.splitlines():
        try:
            line = decoder.decode(raw)
        except (msgspec.ValidationError, msgspec.DecodeError):
            continue
        lines[line.path] = line
    return lines


def append_manifest(out: Path, line: Line, *, first: bool = False) -> None:
    """Add a line, after a newline of its own when an earlier one was cut off. Raises `OutputError`.

    `first` of a run: there is a blank line before it. Inputs that are done in the order of their paths would else give the very bytes
    that a finished run writes, while the combined files do not hold them yet.
    """
    place = out / FILE_NAME
    append_line(place, (b"" if _ends_whole(place) else b"\n") + (b"\n" if first else b"") + _bytes(line))


def manifest_bytes(lines: Iterable[Line]) -> bytes:
    """The whole manifest at the end of a run: sorted by path."""
    return b"".join(map(_bytes, sorted(lines, key=lambda line: line.path)))


def is_current(out: Path, content: bytes) -> bool:
    """Does the manifest hold exactly `content`? Not so while a run is under way, or after one that was killed."""
    place = out / FILE_NAME
    try:
        return not place.is_symlink() and place.read_bytes() == content
    except OSError:
        return False


def write_manifest(out: Path, content: bytes) -> None:
    """Raises `OutputError`."""
    write_file(out / FILE_NAME, content)


def _bytes(line: Line) -> bytes:
    return msgspec.json.encode(line) + b"\n"


def _ends_whole(place: Path) -> bool:
    try:
        with place.open("rb") as file:
            file.seek(-1, os.SEEK_END)
            return file.read(1) == b"\n"
    except OSError:
        return True
