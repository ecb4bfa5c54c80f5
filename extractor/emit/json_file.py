"""`laporan.json`: a `Laporan` as UTF-8 JSON, the same bytes for the same report (its `run` block aside), and back.

Every entry of a top-level list stands on a line of its own, every cell of a table too: the file can be read with
a text editor and compared line by line, and is little longer than without line breaks.
"""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec

from extractor.model.errors import OutputError
from extractor.model.laporan import Laporan, Tabel

FILE_NAME = "laporan.json"
_WRITTEN = frozenset((str, int, bool, type(None)))
"""Types of values that JSON shows as they are."""


def laporan_bytes(laporan: Laporan) -> bytes:
    """The content of `laporan.json`. Figures are strings without exponent, box coordinates have one decimal."""
    return b"".join(laporan_parts(laporan))


def laporan_parts(laporan: Laporan) -> Iterator[bytes]:
    """The same piece by piece, so that a long report is never in memory a second time."""
    before = "{\n"
    for name in laporan.__struct_fields__:
        yield f"{before}{_json(name)}: ".encode()
        yield from _top_level(name, getattr(laporan, name))
        before = ",\n"
    yield b"\n}\n"


def read_laporan(content: bytes) -> Laporan:
    """The report that `laporan_bytes` wrote. Raises `msgspec.ValidationError` or `msgspec.DecodeError`."""
    return msgspec.json.decode(content, type=Laporan)


def read_folder(folder: Path) -> Laporan:
    """The report in a report's folder. Raises `OutputError` when it cannot be read."""
    try:
        return read_laporan((folder / FILE_NAME).read_bytes())
    except (OSError, msgspec.ValidationError, msgspec.DecodeError) as error:
        raise changed(folder / FILE_NAME) from error


def changed(path: Path) -> OutputError:
    """The error for a file of an earlier run that is not as it was written."""
    return OutputError(
        code="output_changed",
        message_id=f"Hasil lama tidak bisa dibaca lagi: {path}.",
        message_en=f"An earlier result cannot be read any more: {path}.",
        advice_id="Hapus folder laporan itu, lalu ekstrak ulang laporannya.",
        advice_en="Delete that report's folder and extract the report again.",
    )


def plain_decimal(number: Decimal) -> str:
    """A figure as people write it, never with an exponent; zero has no sign."""
    text = format(number, "f")
    return text.removeprefix("-") if number.is_zero() else text


def _plain(value: Any) -> Any:
    """A value of dicts, lists and plain values as it is written; dicts are changed in place. Lists are of one kind of values each."""
    kind = type(value)
    if kind in _WRITTEN:
        return value
    if kind is dict:
        for key, item in value.items():
            if type(item) not in _WRITTEN:
                value[key] = _plain(item)
        return value
    if kind is list or kind is tuple:
        return value if not value or type(value[0]) is str else [_plain(item) for item in value]
    if kind is Decimal:
        return plain_decimal(value)
    if kind is float:
        # Adding zero turns -0.0 into 0.0, which would differ between two ways of computing the same box.
        return round(value, 1) + 0.0
    raise TypeError(f"no JSON for {kind.__name__}")


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def _item(value: Any) -> str:
    return _json(_plain(msgspec.to_builtins(value, builtin_types=(Decimal,))))


def _top_level(name: str, value: Any) -> Iterator[bytes]:
    if not isinstance(value, tuple) or not value:
        yield _item(value).encode()
        return
    before = "[\n"
    for item in value:
        yield f"{before}{_table(item) if name == 'tabel' else _item(item)}".encode()
        before = ",\n"
    yield b"\n]"


def _table(table: Tabel) -> str:
    cells = ",\n".join([_item(cell) for cell in table.cells])
    rest = _item({name: getattr(table, name) for name in table.__struct_fields__ if name != "cells"}).removesuffix("}")
    return f'{rest},"cells":[\n{cells}\n]}}'
