"""Percents of programs that are the average of the percents of the rows under them. In: the budget rows. Out: the cells.

Seen in real reports: the percent spent of a group is the simple mean of its members' (those without money left out or not), not realisasi
over pagu. That is no slip, though not what the column says; a table counts where several groups of two members or more do so.
"""

from collections import defaultdict
from collections.abc import Iterable

from extractor.audit.konteks import Konteks, Posisi, figure_of
from extractor.audit.rata_rata import is_mean
from extractor.model.laporan import Anggaran

_LEAST, _HABIT = 2, 3


def averaged(konteks: Konteks, budget: Iterable[Anggaran]) -> frozenset[Posisi]:
    """The percents that are such averages and do not follow from their row."""
    tables: dict[str, dict[int, Anggaran]] = defaultdict(dict)
    for row in budget:
        tables[row.tabel][row.row] = row
    return frozenset(posisi for rows in tables.values() for posisi in _of_table(konteks, rows))


def _of_table(konteks: Konteks, rows: dict[int, Anggaran]) -> list[Posisi]:
    members: dict[int, list[Anggaran]] = defaultdict(list)
    for row in rows.values():
        if row.induk is not None and row.induk in rows and figure_of(row.persen) is not None:
            members[row.induk].append(row)
    odd = {index: parts for index, parts in members.items() if _is_odd(rows[index])}
    found = {index for index, parts in odd.items() if _averages(rows[index], parts)}
    if len(found) < _HABIT:
        return []
    copies = {index for index, parts in odd.items() if len(parts) == 1 and _copies(rows[index], parts[0], found)}
    places = (konteks.posisi(rows[i].tabel, rows[i].persen) for i in sorted(found | copies))
    return [posisi for posisi in places if posisi is not None]


def _is_odd(row: Anggaran) -> bool:
    return row.evaluasi is not None and row.evaluasi.verdict == "tidak_sesuai"


def _averages(row: Anggaran, parts: list[Anggaran]) -> bool:
    figure, all_ = figure_of(row.persen), [f for part in parts if (f := figure_of(part.persen)) is not None]
    spent = [part for part in all_ if part.number]
    return figure is not None and any(len(m) >= _LEAST and is_mean(figure, m) for m in (all_, spent))


def _copies(row: Anggaran, only: Anggaran, found: set[int]) -> bool:
    """The percent of the only row under it, which is an average itself."""
    return (
        only.row in found
        and row.persen is not None
        and only.persen is not None
        and row.persen.number == only.persen.number
    )
