"""Which columns speak of which year and quarter: a slot is (year, period) with the columns of its figures.

In: a `Lembar` and the roles that are wanted. Out: slots in the order of their first column. The year is that of the column;
else of the columns beside it; else of the caption; else of the report (LABELS.md, indikator 1 and 3).
"""

from collections.abc import Collection
from dataclasses import dataclass, field

from extractor.records.lembar import Lembar
from parsers.tabel import Kolom, glue

QUARTERS = {"tw1": "TW1", "tw2": "TW2", "tw3": "TW3", "tw4": "TW4"}


@dataclass(slots=True)
class Slot:
    """`columns`: role -> columns, best first. `tahun` None when the report does not tell (a baseline without year)."""

    tahun: int | None
    periode: str | None
    columns: dict[str, list[int]] = field(default_factory=dict)

    def best(self, role: str) -> int | None:
        return self.columns.get(role, [None])[0]


def find_slots(lembar: Lembar, roles: frozenset[str], without: Collection[int] = ()) -> list[Slot]:
    """Slots of all columns that have one of the roles (quarters without a role of their own count as target)."""
    end = plan_end(lembar)
    years = _neighbour_year(lembar, roles)
    slots: dict[tuple[object, str | None], Slot] = {}
    for index, column in enumerate(lembar.columns):
        role = "target" if column.role in QUARTERS and "target" in roles else column.role
        if role is None or role not in roles or index in without:
            continue
        year, key = _year(lembar, column, end, years)
        slot = slots.setdefault((key, column.periode), Slot(year, column.periode))
        slot.columns.setdefault(role, []).append(index)
    for slot in slots.values():
        for columns in slot.columns.values():
            columns.sort(key=lambda i: _rank(lembar.columns[i], i))
    return list(slots.values())


def plan_end(lembar: Lembar) -> int | None:
    """Last year of the plan: printed in this table, else named by the report."""
    ends = [c.tahun for c in lembar.columns if c.akhir and c.tahun]
    if ends:
        return ends[-1]
    if lembar.plan is not None:
        return lembar.plan[1]
    later = [
        c.tahun for c in lembar.columns if c.tahun and c.role == "target" and c.tahun > (lembar.tahun_laporan or 9999)
    ]
    return max(later, default=None)


def _year(lembar: Lembar, column: Kolom, end: int | None, neighbour: int | None) -> tuple[int | None, object]:
    """(year, key of the slot): years that only words tell keep slots of their own."""
    if column.akhir:
        year = column.tahun or end
        return year, year or "akhir"
    if column.tahun:
        return column.tahun, column.tahun
    if column.lalu and lembar.tahun_laporan:
        return lembar.tahun_laporan - 1, lembar.tahun_laporan - 1
    if column.awal:
        printed = [c.tahun for c in lembar.columns if c.tahun and not c.akhir]
        year = min(printed) - 1 if printed else None
        return year, year or "awal"
    if column.ke:
        year = lembar.plan[0] + column.ke - 1 if lembar.plan else None
        return year, year or ("ke", column.ke)
    year = neighbour or lembar.tahun
    return year, year


def _neighbour_year(lembar: Lembar, roles: frozenset[str]) -> int | None:
    """`Target 2023 | Realisasi | Capaian`: the only printed year counts for the columns beside it that lack their own."""
    columns = [c for c in lembar.columns if c.role in roles and not (c.akhir or c.awal or c.lalu)]
    years = {c.tahun for c in columns if c.tahun}
    dated = {c.role for c in columns if c.tahun}
    undated = {c.role for c in columns if not c.tahun}
    return years.pop() if len(years) == 1 and not dated & undated and "capaian_pct" not in dated else None


def _rank(column: Kolom, index: int) -> tuple[int, int, int]:
    """Among columns of one role and year: later budget first, plain before cumulative, the agreement's before the plan's."""
    variant = {"sesudah": 0, "jumlah": 1, "sebelum": 3}.get(column.varian or "", 2)
    plan = any(word in glue(column.label) for word in ("renstra", "rpjm"))
    return (variant if column.role == "pagu" else 0, int(column.kumulatif) + int(plan), index)
