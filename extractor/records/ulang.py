"""Repeat marks: `sda`, `idem`, `"` say that a cell holds what the cell above it holds.

In: a table's texts and its body rows. Out: for each cell that is only such a mark the cell it repeats, or None where nothing
stands directly above. The mark itself stays in the table; a record names the cell that it took the text from.
"""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from extractor.model.laporan import CellIndex
from parsers.nilai import read_value
from parsers.tabel import TabelTeks, clean, is_nothing, is_total

Repeats: TypeAlias = Mapping[CellIndex, CellIndex | None]
LONGEST = 12
MANY = 2
"""A sign without letters (`"`) may be dirt on the page; from so many on they are marks."""


def find_repeats(teks: TabelTeks, body: Sequence[int]) -> Repeats:
    """Cell of a mark -> cell that it repeats."""
    marks = [(row, col) for row in body for col in range(teks.n_cols) if _is_mark(teks.rows[row][col])]
    signs = [cell for cell in marks if not any(map(str.isalpha, teks.rows[cell[0]][cell[1]]))]
    above = dict(zip(body[1:], body, strict=False))
    found: dict[CellIndex, CellIndex | None] = {}
    for cell in marks:
        if cell not in signs or len(signs) >= MANY:
            found[cell] = _source(teks, above.get(cell[0]), cell[1], found)
    return found


def _is_mark(text: str) -> bool:
    text = clean(text)
    if not text or len(text) > LONGEST or any(map(str.isdigit, text)):
        return False
    return read_value(text).mark == "sda"


def _source(teks: TabelTeks, row: int | None, col: int, found: Repeats) -> CellIndex | None:
    if row is None or any(is_total(text) for text in teks.rows[row]):
        return None
    owner = teks.owner(row, col)
    if owner in found:
        return found[owner]
    return None if is_nothing(teks.rows[owner[0]][owner[1]]) else owner
