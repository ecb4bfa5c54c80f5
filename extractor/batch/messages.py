"""What a supervisor and its worker process tell each other, as values and as bytes. Values in, frames out, and back.

A frame is four bytes of length (big endian) and a msgpack text. Never pickle: the worker has read unknown files, and
what comes back from it is data.
"""

import os
import struct
from pathlib import Path
from typing import IO, Any, TypeAlias

import msgspec

from extractor.batch.outcome import Outcome
from extractor.model.limits import Limits
from extractor.model.options import Options

SCRATCH = "LKIP_SCRATCH"
"""Name of the environment variable with a worker's folder for temporary files, made and removed by its supervisor."""
_LENGTH = struct.Struct(">I")
_MAX_FRAME = 1 << 30


class Setup(msgspec.Struct, frozen=True, tag="setup"):
    """The first thing a worker is told. `verbose` from 2 on: the program's log goes to its stderr."""

    limits: Limits
    verbose: int = 0


class Ready(msgspec.Struct, frozen=True, tag="ready"):
    """The first thing that a worker says: it has started, and what happens from here on is the document's doing."""


class Task(msgspec.Struct, frozen=True, tag="task"):
    """One input. Paths are bytes of the file system. `member`: name inside a ZIP archive. `url`: where it is fetched from.

    `out` None: send the report back. `folder`: the folder of the report below `out`. `name`: the input as the manifest names it.
    """

    number: int
    path: bytes
    member: str | None
    out: bytes | None
    folder: str
    name: str
    options: Options
    safe_csv: bool = False
    all_notices: bool = False
    url: str | None = None


class Step(msgspec.Struct, frozen=True, tag="step"):
    """Progress: `page` is begun (None: a stage without pages), `done` of `total` pages are read."""

    page: int | None
    done: int
    total: int


class Finished(msgspec.Struct, frozen=True, tag="finished"):
    """The end of a task. `content`: laporan.json, for a task without a folder."""

    outcome: Outcome
    content: bytes | None = None


Message: TypeAlias = Setup | Ready | Task | Step | Finished


def _to_plain(value: Any) -> bytes:
    if isinstance(value, Path):
        return os.fsencode(value)
    raise NotImplementedError(f"no message holds a {type(value).__name__}")


def _from_plain(kind: type, value: Any) -> Any:
    if issubclass(kind, Path):
        return Path(os.fsdecode(value))
    raise NotImplementedError(f"no message holds a {kind.__name__}")


_ENCODER = msgspec.msgpack.Encoder(enc_hook=_to_plain)
_DECODER: msgspec.msgpack.Decoder[Message] = msgspec.msgpack.Decoder(Message, dec_hook=_from_plain)


def send(stream: IO[bytes], message: Message) -> None:
    """Write one frame. Raises OSError when the other side is gone."""
    content = _ENCODER.encode(message)
    stream.write(_LENGTH.pack(len(content)) + content)
    stream.flush()


def receive(stream: IO[bytes]) -> Message | None:
    """The next message; None at the end of the stream, or when what comes is no frame."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    if length > _MAX_FRAME:
        return None
    content = stream.read(length)
    try:
        return _DECODER.decode(content)
    except (msgspec.DecodeError, msgspec.ValidationError):
        return None
