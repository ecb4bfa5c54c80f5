"""Percents of programs that are the average of the percents of the rows under them. In: the budget rows. Out: the cells.

Seen in real reports: the percent spent of a group is the simple mean of its members' (those without money left out or not), not realisasi
over pagu. That is no slip, though not what the column says; a table counts where several groups of two members or more do so. Which rows
are under one is seen from the money: those behind it add up to its pagu.
"""

from collections import defaultdict, deque
from collections.abc import Iterable
from decimal import Decimal
from itertools import islice

from extractor.audit.konteks import Konteks, Posisi, figure_of
from extractor.audit.rata_rata import is_mean
from extractor.model.laporan import Anggaran

_LEAST, _HABIT, _MOST = 2, 3, 40


def averaged(konteks: Konteks, budget: Iterable[Anggaran]) -> frozenset[Posisi]:
    """The percents that are such averages and do not follow from their row."""
    tables: dict[tuple[str, int | None], list[Anggaran]] = defaultdict(list)
    for row in budget:
        if row.level != "total":
            tables[row.tabel, row.tahun].append(row)
    return frozenset(posisi for rows in tables.values() for posisi in _of_table(konteks, rows))


def _of_table(konteks: Konteks, rows: list[Anggaran]) -> list[Posisi]:
    members = _groups(rows)
    odd = [(row, members[row.row]) for row in rows if row.row in members and _is_odd(row)]
    found = {row.row for row, parts in odd if _averages(row, parts)}
    if len(found) < _HABIT:
        return []
    wanted = [row for row, parts in odd if row.row in found or (len(parts) == 1 and _copies(row, parts[0], found))]
    places = (konteks.posisi(row.tabel, row.persen) for row in wanted)
    return [posisi for posisi in places if posisi is not None]


def _groups(rows: list[Anggaran]) -> dict[int, list[Anggaran]]:
    """The rows right behind a row that add up to its pagu, groups taken whole: from the last row up."""
    found: dict[int, list[Anggaran]] = {}
    tops: deque[Anggaran] = deque()
    for row in reversed(rows):
        pagu = figure_of(row.pagu)
        taken, left = 0, Decimal(0) if pagu is None else pagu.number
        for part in islice(tops, _MOST):
            figure = figure_of(part.pagu)
            if left <= 0 or figure is None:
                break
            taken, left = taken + 1, left - figure.number
        if taken and left == 0:
            found[row.row] = [tops.popleft() for _ in range(taken)]
        tops.appendleft(row)
    return found


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
