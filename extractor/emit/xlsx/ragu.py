"""Which cells are doubtful, and what is said about them: the findings by table and cell, worst first.

In: a report and the row that each finding has in the sheet Temuan. Out: per cell a `Ragu`: severity, note, target of its link.
"""

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from extractor.emit.xlsx.angka import FIGURES, indonesian, shown_as_printed
from extractor.model.laporan import Cell, Laporan
from extractor.model.tempat import table_id
from extractor.model.temuan import Severity, Temuan

RANK: dict[Severity, int] = {"E": 0, "W": 1, "I": 2}
_MOST = 4
CellKey = tuple[str, int, int]
"""(table id, row, col)."""


class Ragu(NamedTuple):
    """Why a cell is doubtful. `severity` None: only something to say, no colour."""

    severity: Severity | None
    note: str
    target: str | None = None


def cell_findings(laporan: Laporan) -> dict[CellKey, list[Temuan]]:
    """Findings of every cell they point at; one that points at a row only stands at its first cell."""
    found: dict[CellKey, list[Temuan]] = defaultdict(list)
    for item in laporan.temuan:
        for ref in item.refs:
            table = table_id(ref, laporan) if ref.row is not None else None
            if table is not None and ref.row is not None:
                cell = (table, ref.row, ref.col or 0)
                if item not in found[cell]:
                    found[cell].append(item)
    return {cell: sorted(items, key=lambda f: RANK[f.severity]) for cell, items in found.items()}


def all_doubts(laporan: Laporan, targets: Mapping[str, str]) -> dict[CellKey, Ragu]:
    """Every cell with something to say; `targets`: where the sheet Temuan has each finding, by id."""
    findings = cell_findings(laporan)
    doubts: dict[CellKey, Ragu] = {}
    for tabel in laporan.tabel:
        for cell in tabel.cells:
            doubt = _doubt(cell, findings.get((tabel.id, cell.row, cell.col), []), targets)
            if doubt is not None:
                doubts[tabel.id, cell.row, cell.col] = doubt
    return doubts


def decimal_of(text: str | None) -> Decimal | None:
    """A plain decimal that nobody can take for grouped digits: `1.234` is none."""
    if text is None or (text.count(".") == 1 and len(text.partition(".")[2]) == 3):
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _doubt(cell: Cell, findings: list[Temuan], targets: Mapping[str, str]) -> Ragu | None:
    lines = [_line(item) for item in findings[:_MOST]]
    if len(findings) > _MOST:
        lines.append(f"… {len(findings) - _MOST} temuan lagi / more findings")
    severity: Severity | None = findings[0].severity if findings else None
    nilai = cell.value
    if nilai is not None and nilai.type in FIGURES:
        if nilai.reading not in ("clean", "mixed"):
            others = ", ".join(indonesian(number) for number in nilai.alternatives)
            lines.append(f"Bacaan / reading: {nilai.reading}" + (f"; mungkin juga / or: {others}" if others else ""))
            severity = severity or "W"
        if nilai.number is not None and not shown_as_printed(nilai):
            lines.append(f"Tercetak / printed: {nilai.raw}")
    if not lines:
        return None
    page = next((f"Hal. {place.page}" for place in cell.prov if place.page is not None), None)
    return Ragu(
        severity, "\n".join([page, *lines] if page else lines), targets.get(findings[0].id) if findings else None
    )


def _line(item: Temuan) -> str:
    number = decimal_of(item.proposal)
    proposal = item.proposal if number is None else indonesian(number)
    usul = f"\nUsul / proposal: {proposal}" if proposal else ""
    return f"{item.severity} {item.code}: {item.message.id}{usul}"
