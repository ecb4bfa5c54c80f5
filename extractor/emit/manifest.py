"""`manifest.jsonl`: one line per input of the output folder: what became of it, why, how long it took, made by what."""

import os
from pathlib import Path
from typing import Any, Literal

import msgspec

from extractor.emit.atomic import write_file
from extractor.model.temuan import Message

FILE_NAME = "manifest.jsonl"


class Reason(msgspec.Struct, frozen=True):
    """Why an input failed: a code for machines, and message and advice for people."""

    code: str
    message: Message
    advice: Message


class Line(msgspec.Struct, frozen=True):
    """One input. `stem` is its folder, None when nothing was written; `sha256` None when the input could not be opened."""

    path: str
    stem: str | None
    sha256: str | None
    status: Literal["complete", "partial", "failed"]
    reason: Reason | None
    seconds: float
    versions: dict[str, str | None]
    options: dict[str, Any]


def path_text(path: Path) -> str:
    """A path as text that JSON can hold; bytes that are no text become escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def read_manifest(out: Path) -> list[Line]:
    """The lines of an earlier run, none when there is no manifest; a line that cannot be read is left out."""
    try:
        content = (out / FILE_NAME).read_bytes()
    except OSError:
        return []
    lines = []
    for raw in content.splitlines():
        try:
            lines.append(msgspec.json.decode(raw, type=Line))
        except (msgspec.ValidationError, msgspec.DecodeError):
            continue
    return lines


def write_manifest(out: Path, lines: list[Line]) -> None:
    """Write all lines, sorted by path. Raises `OutputError`."""
    ordered = sorted(lines, key=lambda line: line.path)
    write_file(out / FILE_NAME, b"".join(msgspec.json.encode(line) + b"\n" for line in ordered))
