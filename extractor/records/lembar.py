"""A table laid open for reading records: texts with spans, columns with meaning, years settled.

In: a finished `Tabel`, the report's identity and the years of its plan. Out: a `Lembar`, which the readers of indikator and
anggaran share. Nothing is decided here about single rows.
"""

import re
from collections.abc import Mapping
from typing import TypeAlias

import msgspec

from extractor.model.laporan import Angka, Cell, CellIndex, Identitas, Tabel
from extractor.records.ulang import Repeats, find_repeats
from parsers.nilai import read_periode_tahun, read_value, read_year
from parsers.tabel import Kolom, TabelTeks, clean, is_nothing, read_parts

Lines: TypeAlias = Mapping[CellIndex, tuple[str, ...]]
"""Printed lines of cells that have several, by (row, col)."""
Plan: TypeAlias = tuple[int, int]
"""First and last year of the Renstra or RPJMD that the report names."""
CITED = re.compile(r"(?i)\b(?:nomor|no\.)\s*:?\s*\S{1,14}\s+tahun\s+(?:19|20)\d\d")
"""The year of a regulation is not that of a table."""
NAME_ROLES = frozenset({"tujuan", "sasaran", "indikator", "program_kegiatan"})
FIGURE_ROLES = frozenset(
    {
        "target",
        "realisasi",
        "capaian_pct",
        "pagu",
        "realisasi_rp",
        "serapan_pct",
        "fisik_pct",
        "tw1",
        "tw2",
        "tw3",
        "tw4",
        "tahun_n",
    }
)


class Lembar(msgspec.Struct, frozen=True):
    """`body`: rows below the header without its repetitions. `tahun`: year of the caption, else of the report.

    `ulang`: cells that repeat the cell above them; every reader gets the text of that cell.
    """

    tabel: Tabel
    teks: TabelTeks
    columns: tuple[Kolom, ...]
    body: tuple[int, ...]
    tahun: int | None
    tahun_laporan: int | None
    plan: Plan | None
    lines: Lines
    cells: dict[CellIndex, Cell]
    ulang: Repeats = msgspec.field(default_factory=dict)

    def with_role(self, *roles: str) -> list[int]:
        """Columns that have one of the roles, in order."""
        return [i for i, column in enumerate(self.columns) if column.role in roles]

    def own(self, row: int, col: int) -> str:
        """The text printed in the cell that begins here (or that it repeats)."""
        source = self.source(row, col)
        return clean(self.teks.rows[source[0]][source[1]]) if source else ""

    def source(self, row: int, col: int) -> CellIndex | None:
        """The cell whose text counts here: this one, or the one that it repeats; None for a mark that repeats nothing."""
        return self.ulang.get((row, col), (row, col))

    def over(self, row: int, col: int) -> str:
        """The text of the cell that stands over this position, also when it begins further up."""
        return self.own(*self.teks.owner(row, col))

    def begins(self, row: int, col: int) -> bool:
        return self.teks.owner(row, col) == (row, col)

    def printed_lines(self, row: int, col: int) -> tuple[str, ...]:
        """The cell's printed lines; one line when they are not known."""
        source = self.source(row, col)
        if source is None:
            return ()
        known = self.lines.get(source)
        raw = self.teks.rows[source[0]][source[1]]
        return known or tuple(clean(part) for part in raw.split("\n") if part.strip())

    def has_value(self, row: int, col: int) -> bool:
        return not is_nothing(self.own(row, col))

    def angka(self, row: int, col: int) -> Angka:
        """The figure of a cell: as printed, as the column read it, and where it stands."""
        text = self.own(row, col)
        source = self.source(row, col) or (row, col)
        cell = self.cells.get(source)
        value = cell.value if cell else None
        number = value.number if value is not None else read_value(text).number
        return Angka(text, number, source)


def open_sheets(
    tabel: Tabel, identitas: Identitas, plan: Plan | None = None, lines: Lines | None = None
) -> list[Lembar]:
    """A `Lembar` for every part of a table whose header rows are fixed; one, unless its header changes inside."""
    teks = as_texts(tabel)
    own_plan = read_periode_tahun(tabel.judul or "")
    if own_plan is not None and not 3 <= own_plan[1] - own_plan[0] <= 6:
        own_plan = None
    cells = {(cell.row, cell.col): cell for cell in tabel.cells}
    return [
        Lembar(
            tabel=tabel,
            teks=teks,
            columns=part.columns,
            body=part.body,
            tahun=read_year(CITED.sub("", tabel.judul or "")) or identitas.tahun,
            tahun_laporan=identitas.tahun,
            plan=own_plan or plan,
            lines=lines or {},
            cells=cells,
            ulang=find_repeats(teks, part.body),
        )
        for part in read_parts(teks, tabel.header_rows, tabel.judul, identitas.tahun)
    ]


def as_texts(tabel: Tabel) -> TabelTeks:
    """The table's dense texts and spans."""
    rows = [[""] * tabel.n_cols for _ in range(tabel.n_rows)]
    spans = []
    for cell in tabel.cells:
        rows[cell.row][cell.col] = cell.text
        if cell.row_span > 1 or cell.col_span > 1:
            spans.append((cell.row, cell.col, cell.row_span, cell.col_span))
    return TabelTeks(tuple(map(tuple, rows)), tuple(spans))
