"""Which columns speak of which year and quarter: a slot is (name column, year, quarter) with the columns of its figures.

In: a `Lembar` and the roles that are wanted. Out: slots in the order of their first column. The year is that of the column;
else of the columns beside it; else of the caption; else of the report (LABELS.md, indikator 1 and 3).
"""

from collections.abc import Collection
from typing import TypeAlias

import msgspec

from extractor.records.lembar import Lembar
from parsers.tabel import Kolom, glue

QUARTERS = frozenset({"tw1", "tw2", "tw3", "tw4"})
Key: TypeAlias = object
"""What tells two slots apart: a year, or the words for a year that the report does not tell."""


class Slot(msgspec.Struct):
    """`columns`: role -> columns, best first. `tahun` None when the report does not tell (a baseline without year).

    `name`: the column at the left whose names the figures belong to, None where there is only one.
    """

    tahun: int | None
    periode: str | None
    name: int | None = None
    columns: dict[str, list[int]] = msgspec.field(default_factory=dict)

    def best(self, role: str) -> int | None:
        return self.columns.get(role, [None])[0]


class Tahun(msgspec.Struct, frozen=True):
    """What a table's columns say together: end and first year of the plan, the year that neighbours lend."""

    end: int | None
    first: int | None
    numbered: int
    neighbour: int | None


def find_slots(
    lembar: Lembar, roles: frozenset[str], without: Collection[int] = (), names: Collection[int] = ()
) -> list[Slot]:
    """Slots of all columns that have one of the roles (quarters without a role of their own count as target).

    `without`: columns to leave out. `names`: columns that name rows; figures belong to the nearest one at their left.
    """
    years = _years(lembar, roles)
    chosen = [
        (index, column, "target" if column.role in QUARTERS else column.role)
        for index, column in enumerate(lembar.columns)
        if index not in without and (column.role in roles or (column.role in QUARTERS and "target" in roles))
    ]
    keys = {index: _year(lembar, column, years) for index, column, _ in chosen}
    _follow_target(lembar, chosen, keys)
    slots: dict[tuple[Key, str | None, int | None], Slot] = {}
    for index, column, role in chosen:
        year, key = keys[index]
        name = max((n for n in names if n < index), default=None)
        slot = slots.setdefault((key, column.periode, name), Slot(year, column.periode, name))
        slot.columns.setdefault(role or "", []).append(index)
    for slot in slots.values():
        for columns in slot.columns.values():
            columns.sort(key=lambda i: _rank(lembar.columns[i], i))
    return list(slots.values())


def _follow_target(
    lembar: Lembar, chosen: Collection[tuple[int, Kolom, str | None]], keys: dict[int, tuple[int | None, Key]]
) -> None:
    """A percent without a year measures the target there is: beside only the end target it is the end year's."""
    targets = {keys[index] for index, _, role in chosen if role == "target"}
    if len(targets) != 1:
        return
    year, key = next(iter(targets))
    is_later = not isinstance(key, int) or (lembar.tahun_laporan or 9999) < key
    for index, column, role in chosen:
        if role == "capaian_pct" and is_later and not (column.tahun or column.akhir or column.periode):
            keys[index] = (year, key)


def _years(lembar: Lembar, roles: frozenset[str]) -> Tahun:
    numbered = max((c.ke for c in lembar.columns if c.ke), default=0)
    end = plan_end(lembar)
    printed = [c.tahun for c in lembar.columns if c.tahun and not c.akhir]
    first = min(printed, default=end - numbered + 1 if end and numbered else None)
    return Tahun(end, first, numbered, _neighbour_year(lembar, roles))


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


def _year(lembar: Lembar, column: Kolom, years: Tahun) -> tuple[int | None, Key]:
    """(year, key of the slot): years that only words tell, and nobody dates, keep slots of their own."""
    year: int | None
    if column.akhir:
        year, words = column.tahun or years.end, "akhir"
    elif column.tahun:
        year, words = column.tahun, ""
    elif column.lalu:
        year, words = (lembar.tahun_laporan - 1 if lembar.tahun_laporan else None), "lalu"
    elif column.awal:
        year, words = (years.first - 1 if years.first else None), "awal"
    elif column.ke:
        year, words = (years.end - years.numbered + column.ke if years.end else None), f"ke-{column.ke}"
    else:
        year, words = years.neighbour or lembar.tahun, ""
    return year, year or words


def _neighbour_year(lembar: Lembar, roles: frozenset[str]) -> int | None:
    """`Target 2023 | Realisasi | Capaian`: the only printed year counts for the columns beside it that lack their own."""
    columns = [c for c in lembar.columns if c.role in roles and not (c.akhir or c.awal or c.lalu or c.ke)]
    years = {c.tahun for c in columns if c.tahun}
    dated = {c.role for c in columns if c.tahun}
    undated = {c.role for c in columns if not c.tahun}
    if not lembar.tahun and len(years) > 1 and dated & undated == frozenset():
        return max(years)
    return years.pop() if len(years) == 1 and not dated & undated and "capaian_pct" not in dated else None


def _rank(column: Kolom, index: int) -> tuple[int, int, int]:
    """Among columns of one role and year: later budget or target first, plain before cumulative, the agreement's before the plan's."""
    ends = column.role == "target" and "akhir" in glue(column.label)  # `Kondisi akhir` is no changed target
    variant = {"sesudah": 0, "jumlah": 1, "sebelum": 3}.get("" if ends else column.varian or "", 2)
    plan = any(word in glue(column.label) for word in ("renstra", "rpjm", "rkt", "renja", "rkpd"))
    return (
        variant if column.role in {"pagu", "target"} and not column.akhir else 4 * column.akhir,
        int(column.kumulatif) + int(plan),
        index,
    )
