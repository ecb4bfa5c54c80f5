"""Which tables and figures are in doubt: the only ones that a second engine is asked about.

In: tables with proof. Out: why each table is doubted (short English codes), and the cells of contradicted figures.

    unruled        no rules: columns follow from white space
    join           pages joined though the column edges differ
    word_crosses   a word stands over a rule between two cells
    word_outside   words inside the frame that no cell holds
    header_only    no body row, or no row that fills half of its columns
    mixed_column   a column of figures with texts that are no figures
    contradicted   the report's arithmetic contradicts a figure
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from extractor.model.laporan import Cell, Tabel

KNOWN = ("unruled", "word_crosses", "word_outside")
"""Doubts that the builder of a grid notes itself."""
UNSURE_JOINS = ("same number of columns", "column edges agree but for single ones")
"""How reasons of a joint begin that do not rest on equal column edges."""
MOSTLY, FEW = 0.7, 4
"""A column is one of figures when this share of its filled cells are; below so many cells nothing is said."""
BAD_READINGS = ("malformed", "unreadable")


class CellAt(NamedTuple):
    """A cell of the report: table id, row, column."""

    tabel: str
    row: int
    col: int


def doubted(tabel: Tabel) -> tuple[str, ...]:
    """Why a table is in doubt; empty when nothing speaks against it."""
    reasons = [doubt for doubt in tabel.doubts if doubt in KNOWN]
    if any(why.startswith(UNSURE_JOINS) and "header rows repeated" not in why for why in tabel.joined):
        reasons.append("join")
    if _no_rows(tabel):
        reasons.append("header_only")
    if _mixed(tabel):
        reasons.append("mixed_column")
    if contradicted(tabel):
        reasons.append("contradicted")
    return tuple(dict.fromkeys(reasons))


def contradicted(tabel: Tabel) -> list[Cell]:
    """The cells whose figure an equation contradicts."""
    return [cell for cell in tabel.cells if cell.value is not None and cell.value.proof == "contradicted"]


def _no_rows(tabel: Tabel) -> bool:
    filled: dict[int, int] = defaultdict(int)
    for cell in tabel.cells:
        if not cell.header and cell.text.strip():
            filled[cell.row] += cell.col_span
    return tabel.n_cols > 1 and max(filled.values(), default=0) * 2 < tabel.n_cols


def _mixed(tabel: Tabel) -> bool:
    """A column of figures in which some cell could not be read as one."""
    columns: dict[int, list[Cell]] = defaultdict(list)
    for cell in tabel.cells:
        if not cell.header and cell.text.strip(" -–—") and cell.value is not None:
            columns[cell.col].append(cell)
    return any(_is_mixed(cells) for cells in columns.values())


def _is_mixed(cells: Sequence[Cell]) -> bool:
    figures = sum(cell.value is not None and cell.value.number is not None for cell in cells)
    bad = any(cell.value is not None and cell.value.reading in BAD_READINGS for cell in cells)
    return len(cells) >= FEW and bad and MOSTLY * len(cells) <= figures < len(cells)
