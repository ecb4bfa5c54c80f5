"""CSV as bytes: UTF-8, LF, one header row, '.' as decimal mark, empty for null. Values in, bytes out.

With `safe`, text that a spreadsheet would run as a formula gets a leading apostrophe; numbers stay as they are.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TypeAlias

from extractor.emit.json_file import plain_decimal
from extractor.emit.unique import unique
from extractor.model.laporan import Tabel

Value: TypeAlias = str | int | Decimal | None
_FORMULA_START = ("=", "+", "-", "@", "\t", "\r")
_NEEDS_QUOTES = re.compile(r'[",\r\n]')
_NUMBER = re.compile(r"[+-]?[\d.,]*\d[\d.,]*%?")


def csv_bytes(*rows: Sequence[Value], safe: bool = False) -> bytes:
    """Rows as the text of a CSV file. Quoted by ourselves: `csv` leaves a carriage return bare when lines end in LF."""
    lines = [",".join([_quoted(_text(value, safe)) for value in row]) or '""' for row in rows]
    return "".join(f"{line}\n" for line in lines).encode()


def table_csv(tabel: Tabel, *, safe: bool = False) -> bytes:
    """One table as printed: its header rows joined into one, then its rows; a merged cell's text stands once.

    Rows without any text (an empty form) are left out: readers of CSV take a blank line for the end or for a mistake.
    """
    rows = [[""] * tabel.n_cols for _ in range(tabel.n_rows)]
    for cell in tabel.cells:
        rows[cell.row][cell.col] = cell.text
    return csv_bytes(header_labels(tabel), *filter(any, rows[tabel.header_rows :]), safe=safe)


def header_labels(tabel: Tabel) -> list[str]:
    """One label per column, none empty and no two alike: a column without a label is named by its position."""
    printed = [column.label.strip() for column in tabel.columns]
    wanted = printed[: tabel.n_cols] + [""] * (tabel.n_cols - len(printed))
    return list(unique((label or f"kolom {n}" for n, label in enumerate(wanted, 1)), "{} ({})"))


def _quoted(text: str) -> str:
    if _NEEDS_QUOTES.search(text) is None:
        return text
    return '"' + text.replace('"', '""') + '"'


def _text(value: Value, safe: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return plain_decimal(value)
    text = str(value)
    return f"'{text}" if safe and text.startswith(_FORMULA_START) and not _NUMBER.fullmatch(text) else text
