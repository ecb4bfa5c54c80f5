"""Tables as the checks see them: cells by position, columns by role, figures, places.

In: the report's tables. Out: `Konteks` with fast look-ups; nothing is computed here.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

import msgspec

from capaian.interval import Figur, figur
from extractor.model.laporan import Angka, Cell, Nilai, Tabel
from extractor.model.temuan import Ref
from parsers.nilai.skala import SKALA

_TOTAL = re.compile(r"\W*(sub\W*|grand\W*)?(jumlah|total)\b", re.IGNORECASE)
_NUMERIC = frozenset({"angka", "rupiah", "persen"})


class Posisi(NamedTuple):
    """A cell: table id, row, column."""

    tabel: str
    row: int
    col: int


class Lembar(msgspec.Struct, frozen=True, dict=True):
    """One table with its cells by position. `order` is its place in the report."""

    tabel: Tabel
    order: int

    @cached_property
    def cells(self) -> dict[tuple[int, int], Cell]:
        return {(cell.row, cell.col): cell for cell in self.tabel.cells}

    @cached_property
    def body_rows(self) -> range:
        return range(self.tabel.header_rows, self.tabel.n_rows)

    @cached_property
    def nama(self) -> tuple[str, str]:
        """The table's name in a sentence, in both languages."""
        if self.tabel.nomor:
            return (f"Tabel {self.tabel.nomor}", f"Table {self.tabel.nomor}")
        page = self.tabel.pages[0] if self.tabel.pages else None
        if page is None:
            return ("sebuah tabel tanpa nomor", "a table without a number")
        return (f"tabel tanpa nomor di halaman {page}", f"the table without a number on page {page}")

    def columns(self, *roles: str) -> list[int]:
        """Columns with one of the roles, left to right."""
        return [i for i, column in enumerate(self.tabel.columns) if column.role in roles]

    def label(self, col: int) -> str:
        return self.tabel.columns[col].label if col < len(self.tabel.columns) else ""

    def nilai(self, row: int, col: int) -> Nilai | None:
        """The value of a body cell; None where there is no cell, a header, or no value."""
        cell = self.cells.get((row, col))
        return None if cell is None or cell.header else cell.value

    def figure(self, row: int, col: int) -> Figur | None:
        """The single figure printed in a body cell; years, ranges, texts and unreadable figures are none."""
        nilai = self.nilai(row, col)
        if nilai is None or nilai.number is None or nilai.type not in _NUMERIC:
            return None
        return figur(nilai.raw, nilai.number)

    def first_text(self, row: int) -> str:
        """The text of the leftmost filled cell of a row."""
        for col in range(self.tabel.n_cols):
            cell = self.cells.get((row, col))
            if cell is not None and cell.text.strip():
                return cell.text
        return ""

    def is_total(self, row: int) -> bool:
        return bool(_TOTAL.match(self.first_text(row)))

    def posisi(self, row: int, col: int) -> Posisi:
        return Posisi(self.tabel.id, row, col)

    def ref(self, row: int, col: int) -> Ref:
        """Where a cell stands, as a finding says it."""
        cell = self.cells.get((row, col))
        if cell is None:
            return Ref(tabel=self.tabel.nomor, row=row, col=col)
        place = cell.prov[0] if cell.prov else None
        return Ref(
            self.tabel.nomor,
            row,
            col,
            place.page if place else None,
            place.bbox if place else None,
            place.path if place else None,
            cell.text,
        )


class Konteks(msgspec.Struct, frozen=True):
    """All tables of the report by id."""

    lembar: dict[str, Lembar] = msgspec.field(default_factory=dict)

    def ref(self, posisi: Posisi) -> Ref:
        return self.lembar[posisi.tabel].ref(posisi.row, posisi.col)

    def scale(self, tabel: str, *figures: Angka | None) -> str | None:
        """The unit in which a record's money is printed (`juta rupiah`); None for whole rupiah."""
        places = [posisi for angka in figures if (posisi := self.posisi(tabel, angka)) is not None]
        values = [self.lembar[posisi.tabel].nilai(posisi.row, posisi.col) for posisi in places]
        return next((value.unit for value in values if value is not None and value.unit in SKALA), None)

    def order(self, posisi: Posisi) -> tuple[int, int, int]:
        """Reading order of a cell."""
        return (self.lembar[posisi.tabel].order, posisi.row, posisi.col)

    def order_of_page(self, page: int | None) -> tuple[int, int, int]:
        """Reading order of a line on a page: before the first table that begins on that page or later; last without a page."""
        later = [
            s.order for s in self.lembar.values() if page is not None and s.tabel.pages and s.tabel.pages[0] >= page
        ]
        return (min(later, default=len(self.lembar)), -1, -1)

    def posisi(self, tabel: str, angka: Angka | None) -> Posisi | None:
        """The cell of a record's figure, when it has one in a known table."""
        if angka is None or angka.cell is None or tabel not in self.lembar:
            return None
        return Posisi(tabel, *angka.cell)


def konteks(tabel: Iterable[Tabel]) -> Konteks:
    return Konteks({t.id: Lembar(t, i) for i, t in enumerate(tabel)})


def figure_of(angka: Angka | None) -> Figur | None:
    """A record's figure for the core; None when nothing or no number is printed."""
    return None if angka is None or angka.number is None else figur(angka.raw, angka.number)


def written(number: Decimal) -> tuple[str, str]:
    """A computed number as the sentences of a finding write it: Indonesian (`1.582.412.065`, `96,74`), English (a plain decimal)."""
    return format(number, ",f").translate(str.maketrans(",.", ".,")), format(number, "f")


def decimal_text(number: Decimal) -> str:
    """A number as the contract writes it: a plain decimal without exponent."""
    return format(number, "f")
