"""Money printed in thousands or millions: which columns, and the finding that says so.

In: columns with their headers, caption and notes of a table. Out: the unit on the values of such columns. Figures are never
multiplied: a finding says that the records hold what is printed. A header that cannot be right (`dalam jutaan Rupiah` over whole
rupiah, seen in real reports) gives a suspicion and no unit.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from statistics import median
from typing import Protocol

import msgspec

from extractor.model.laporan import Cell, CellIndex, Nilai, Tabel
from extractor.model.temuan import Message, Ref, Temuan
from parsers.nilai.skala import SKALA, read_scale

MONEY = frozenset({"pagu", "realisasi_rp", "sisa"})
MOST = Decimal(10) ** 13
"""Rupiah. No agency's usual budget line is as large: the budgets of whole provinces are."""


class Berkolom(Protocol):
    """A column with a header and a role."""

    @property
    def label(self) -> str: ...
    @property
    def role(self) -> str | None: ...


def read_scales(columns: Sequence[Berkolom], *texts: str | None) -> dict[int, str]:
    """Column -> unit. A header speaks for its own column, caption and notes for all columns of money."""
    everywhere = next((unit for text in texts if text and (unit := read_scale(text))), None)
    return {
        col: unit
        for col, column in enumerate(columns)
        if column.role in MONEY and (unit := read_scale(column.label) or everywhere)
    }


def with_units(values: Mapping[CellIndex, Nilai], scales: Mapping[int, str]) -> dict[CellIndex, Nilai]:
    """The values with the unit of their column, where the unit can be right and the cell prints none of its own."""
    wrong = {unit for unit in scales.values() if _too_large(_figures(values, scales, unit), unit)}
    return {
        at: msgspec.structs.replace(value, unit=scales[at[1]])
        if value.number is not None and value.unit is None and at[1] in scales and scales[at[1]] not in wrong
        else value
        for at, value in values.items()
    }


def _figures(values: Mapping[CellIndex, Nilai], scales: Mapping[int, str], unit: str) -> list[Decimal]:
    return [v.number for (_, col), v in values.items() if v.number and scales.get(col) == unit]


def _too_large(figures: Sequence[Decimal], unit: str) -> bool:
    return bool(figures) and median(figures) * Decimal(10) ** SKALA[unit] >= MOST


def scale_findings(tabel: Tabel) -> list[Temuan]:
    """One finding for each unit that a table's headers, caption or notes print over figures."""
    scales = read_scales(tabel.columns, tabel.judul, tabel.source_note)
    found = []
    for unit in SKALA:
        cells = [
            c for c in tabel.cells if scales.get(c.col) == unit and c.value is not None and c.value.number is not None
        ]
        if cells:
            found.append(_finding(tabel, unit, cells))
    return found


def _finding(tabel: Tabel, unit: str, cells: Sequence[Cell]) -> Temuan:
    first = {cell.col: cell for cell in reversed(cells)}
    labels = " | ".join(_names(tabel.columns[col].label for col in sorted(first)))
    numbers = [cell.value.number for cell in cells if cell.value is not None and cell.value.number is not None]
    refs = tuple(_ref(tabel, first[col]) for col in sorted(first))
    if _too_large([number for number in numbers if number], unit):
        message = Message(
            f"Kolom “{labels}” disebut dalam {unit}, tetapi angkanya terlalu besar; tampaknya rupiah penuh.",
            f"Column “{labels}” is said to be in {unit}, but its figures are too large for that; they look like whole rupiah.",
        )
        return Temuan("", "UNIT-SCALE", "W", message, refs)
    message = Message(
        f"Kolom “{labels}” dicetak dalam {unit}: angkanya tetap seperti tercetak dan tidak dikalikan.",
        f"Column “{labels}” is printed in {unit}: its figures are kept as printed and not multiplied.",
    )
    return Temuan("", "UNIT-SCALE", "I", message, refs)


def _ref(tabel: Tabel, cell: Cell) -> Ref:
    place = next(iter(cell.prov), None)
    return Ref(
        tabel=tabel.nomor,
        row=cell.row,
        col=cell.col,
        page=place.page if place else None,
        bbox=place.bbox if place else None,
        path=place.path if place else None,
        raw=cell.text,
    )


def _names(labels: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(label for label in labels if label))
