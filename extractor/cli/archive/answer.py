"""An answer of the archive on stdout: columns and rows in, a table for people, CSV or JSON for programs out.

A table is as wide as the terminal. Where it does not fit, texts that all rows share stand above it once, and the longest others are
shortened with `…`; figures, CSV and JSON never are. Rows that a limit leaves out are counted on stderr.
"""

import os
import shutil
import sys
from collections.abc import Sequence
from typing import TypeAlias

import msgspec

from extractor.archive.store.tanya import Jawaban, Value
from extractor.cli.console import Console, printable
from extractor.cli.streams import data_stdout
from extractor.emit.csv_files import csv_bytes

_TABLE_ROWS = 100
_GAP = 2
_NARROWEST = 8
_TOLD = frozenset({"indikator", "uraian", "pesan", "message", "tentang", "alasan"})
_NAMED = frozenset({"laporan", "berkas", "kode"})
"""Columns that keep more room than others: what the row is about, and names by which things are found again."""
Texts: TypeAlias = list[list[str]]


def write_answer(found: Jawaban, console: Console, *, as_csv: bool, as_json: bool, limit: int | None) -> None:
    """Raises `OutputError` when stdout cannot be written."""
    if limit is None:
        limit = 0 if as_csv or as_json else _TABLE_ROWS
    rows = found.rows[:limit] if limit else found.rows
    if as_csv:
        content = csv_bytes(found.columns, *[[_cell(value) for value in row] for row in rows])
    elif as_json:
        content = _json(found.columns, rows)
    else:
        content = "".join(f"{line}\n" for line in table_lines(found.columns, rows, table_width())).encode()
    with data_stdout() as write:
        write(content)
    left = len(found.rows) - len(rows)
    if left:
        console.say(f"… dan {left} baris lagi: --limit 0, atau --csv.", f"… and {left} more rows: --limit 0, or --csv.")


def without(found: Jawaban, *columns: str) -> Jawaban:
    """The answer without some columns, where it has them."""
    kept = [n for n, name in enumerate(found.columns) if name not in columns]
    return Jawaban(tuple(found.columns[n] for n in kept), [tuple(row[n] for n in kept) for row in found.rows])


def table_width() -> int | None:
    """Columns of the terminal; None where nothing says how wide: then nothing is shortened."""
    if sys.stdout.isatty() or os.environ.get("COLUMNS"):
        return shutil.get_terminal_size().columns
    return None


def table_lines(columns: Sequence[str], rows: Sequence[Sequence[Value]], width: int | None) -> list[str]:
    """What all rows share, head, rule, rows; figures to the right. A column in which no row says anything is left out."""
    if not rows:
        return []
    table = [list(columns), *([_shown(value) for value in row] for row in rows)]
    table = _only(table, [n for n in range(len(columns)) if any(row[n] for row in table[1:])])
    shared = _shared(table) if width is not None and sum(_needed(table)) + _GAP * (len(table[0]) - 1) > width else []
    above = [f"{table[0][n]}: {table[1][n]}" for n in shared]
    table = _only(table, [n for n in range(len(table[0])) if n not in shared])
    right = [all(map(_is_figure, column[1:])) for column in zip(*table, strict=True)]
    widths = _widths(table, right, width)
    head, *lines = [_line(row, widths, right) for row in table]
    return [*above, head, "-" * (sum(widths) + _GAP * (len(widths) - 1)), *lines]


def _only(table: Texts, columns: Sequence[int]) -> Texts:
    return [[row[n] for n in columns] for row in table]


def _needed(table: Texts) -> list[int]:
    return [max(map(len, column)) for column in zip(*table, strict=True)]


def _shared(table: Texts) -> list[int]:
    """Columns of text with the same in each of several rows; one column stays."""
    columns = [column[1:] for column in zip(*table, strict=True)]
    same = [n for n, c in enumerate(columns) if len(c) > 1 and len(set(c)) == 1 and not _is_figure(c[0])]
    return same[: len(columns) - 1]


def _widths(rows: Texts, right: Sequence[bool], width: int | None) -> list[int]:
    """Widths of columns: what they need, the widest texts cut until all fit. A figure is never cut: it would be another one."""
    shares = [0.4 if name in _TOLD else 0.35 if name in _NAMED else 1.0 for name in rows[0]]
    widths = _needed(rows)
    if width is None:
        return widths
    room = width - _GAP * (len(widths) - 1)
    texts = [n for n, is_figure in enumerate(right) if not is_figure]
    while sum(widths) > room:
        wide = [n for n in texts if widths[n] > _NARROWEST]
        widest = max(wide, key=lambda n: widths[n] * shares[n], default=None)
        if widest is None:
            break
        widths[widest] -= 1
    return widths


def _line(row: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    cells = [_fit(text, width) for text, width in zip(row, widths, strict=True)]
    aligned = [c.rjust(w) if r else c.ljust(w) for c, w, r in zip(cells, widths, right, strict=True)]
    return (" " * _GAP).join(aligned).rstrip()


def _fit(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"


def _shown(value: Value) -> str:
    return "" if value is None else printable(str(_cell(value)))


def _is_figure(text: str) -> bool:
    return not text or text.lstrip("-").replace(".", "", 1).isdigit()


def _cell(value: Value) -> str | int | None:
    if isinstance(value, bytes):
        return value.hex()
    return repr(value) if isinstance(value, float) else value


def _json(columns: Sequence[str], rows: Sequence[Sequence[Value]]) -> bytes:
    """A list of objects, one a line."""
    records = [dict(zip(columns, (_cell(v) if isinstance(v, bytes) else v for v in row), strict=True)) for row in rows]
    return b"[\n" + b",\n".join(map(msgspec.json.encode, records)) + b"\n]\n" if records else b"[]\n"
