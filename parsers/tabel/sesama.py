"""Columns corrected by one another: units swapped with targets, values in the indicator's own unit, comparisons, percents of money.

In: the columns of a table with the roles that their own headers gave, and their content. Out: the columns, some with another role.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal

from parsers.tabel import kamus
from parsers.tabel.isi import Isi
from parsers.tabel.kolom import KINERJA_ROLES, Kolom, Tanda
from parsers.tabel.teks import glue

MILLION = 1_000_000
HIGHEST_SHARE = 150
FEW = 2
NEARLY_ALL = 0.8
CENT = Decimal("0.011")


def comparisons(columns: list[Kolom]) -> list[Kolom]:
    """`Realisasi | Realisasi Provinsi`: the column of the region measures nobody's indicator here and gets no role."""
    regional = {i for i, c in enumerate(columns) if c.role in KINERJA_ROLES and kamus.WILAYAH.search(glue(c.label))}
    own = {
        (c.role == "target", c.tahun, c.periode)
        for i, c in enumerate(columns)
        if i not in regional and c.role in KINERJA_ROLES
    }
    return [
        c._replace(role=None, kelas="pembanding")
        if i in regional and (c.role == "target", c.tahun, c.periode) in own
        else c
        for i, c in enumerate(columns)
    ]


def unnamed_values(columns: list[Kolom], isi: Sequence[Isi]) -> list[Kolom]:
    """One header `Indikator` over a column of names and one of figures: nothing says what the figures are, so they have no role."""
    for index, column in enumerate(columns):
        before = columns[index - 1] if index else None
        if before is None or (column.role, column.label) != ("indikator", before.label):
            continue
        if before.role == "indikator" and isi[index].is_figures and isi[index - 1].is_text:
            columns[index] = column._replace(role=None, kelas=None)
    return columns


def shares_of_money(columns: list[Kolom], isi: Sequence[Isi]) -> list[Kolom]:
    """Beside a budget of millions a column of money that never passes 150 holds percents, whatever its header leaves out."""
    budgets = [n for c, i in zip(columns, isi, strict=True) if c.role == "pagu" for n in i.numbers if n]
    if not budgets or min(budgets) < MILLION:
        return columns
    taken = {(c.tahun, c.periode) for c in columns if c.role == "serapan_pct"}
    for index, (column, content) in enumerate(zip(columns, isi, strict=True)):
        numbers = [n for n in content.numbers if n]
        if column.role == "realisasi_rp" and numbers and content.money == 0 and max(numbers) <= HIGHEST_SHARE:
            free = (column.tahun, column.periode) not in taken
            columns[index] = column._replace(role="serapan_pct" if free else None)
    return columns


def differences(columns: list[Kolom], isi: Sequence[Isi]) -> list[Kolom]:
    """`Bertambah/(Berkurang)` and `Lebih/(Kurang)` beside budget and spending of an LRA: the content says whether a column is the
    difference in rupiah (`sisa`) or the absorbed percent that many print under that header."""
    pairs = [
        (isi[i].numbers, isi[j].numbers)
        for i, budget in enumerate(columns)
        for j, spent in enumerate(columns)
        if (budget.role, spent.role) == ("pagu", "realisasi_rp")
    ]
    taken = any(column.role == "serapan_pct" for column in columns)
    for index, column in enumerate(columns):
        if column.kelas not in {"tumbuh", "sisa"} or not isi[index].is_figures:
            continue
        if any(_follows(isi[index], budget, spent, _is_left) for budget, spent in pairs):
            columns[index] = column._replace(role="sisa")
        elif not taken and any(_follows(isi[index], budget, spent, _is_share) for budget, spent in pairs):
            columns[index] = column._replace(role="serapan_pct")
    return columns


def _follows(
    content: Isi,
    budgets: Sequence[Decimal | None],
    spent: Sequence[Decimal | None],
    test: Callable[[Decimal, Decimal, Decimal], bool],
) -> bool:
    """Nearly all rows with three figures obey; a row where all was spent, or nothing, tells neither way."""
    rows = [
        (value, budget, used)
        for value, budget, used in zip(content.numbers, budgets, spent, strict=True)
        if value is not None and budget and used and budget != used
    ]
    return len(rows) >= FEW and sum(test(*row) for row in rows) >= NEARLY_ALL * len(rows)


def _is_left(value: Decimal, budget: Decimal, used: Decimal) -> bool:
    return abs(value) == abs(budget - used)


def _is_share(value: Decimal, budget: Decimal, used: Decimal) -> bool:
    return abs(value - used * 100 / budget) < CENT


def whole_year(columns: list[Kolom]) -> list[Kolom]:
    """`Realisasi s.d. Triwulan IV` in a table without other quarters is the realisasi of the year."""
    periods = {c.periode for c in columns if c.periode}
    if len(periods) != 1 or not periods <= {"TW4", "S2"}:
        return columns
    if not all(kamus.DITAMBAH.search(c.label) for c in columns if c.periode):
        return columns
    return [c._replace(periode=None, kumulatif=False) for c in columns]


def end_targets(columns: list[Kolom], tanda: Sequence[Tanda]) -> list[Kolom]:
    """Beside a realisasi, `Target Renstra` without a year is that of the plan's end."""
    if not any(c.role == "realisasi" and not c.awal for c in columns):
        return columns
    return [
        c._replace(akhir=True) if c.role == "target" and mark.rencana and not (c.tahun or c.ke or c.periode) else c
        for c, mark in zip(columns, tanda, strict=True)
    ]


def swap_unit(columns: list[Kolom], isi: Sequence[Isi]) -> list[Kolom]:
    """Satuan and target printed under each other's header: the unit column holds figures, the target column words."""
    for i, left in enumerate(columns[:-1]):
        pair = {left.role, columns[i + 1].role}
        if pair == {"satuan", "target"}:
            unit, target = (i, i + 1) if left.role == "satuan" else (i + 1, i)
            if isi[unit].figures >= 0.8 and isi[target].is_text and isi[target].filled:
                columns[unit], columns[target] = (
                    columns[target]._replace(label=columns[unit].label),
                    columns[unit]._replace(label=columns[target].label),
                )
    return columns


def own_unit(columns: list[Kolom], isi: Sequence[Isi]) -> list[Kolom]:
    """A column called Capaian that holds values in the indicator's own unit is `realisasi` (LABELS.md, indikator 4).

    Columns under one group header (`Capaian pada tahun` 2014 | 2015) are settled together.
    """
    groups: dict[str, list[int]] = {}
    for i, column in enumerate(columns):
        if column.role == "capaian_pct" and column.kelas == "capaian" and not column.percent:
            head = column.label.split(" / ")[0] if " / " in column.label and column.tahun else f"#{i}"
            groups.setdefault(head if kamus.kelas(glue(head)) == "capaian" else f"#{i}", []).append(i)
    for members in groups.values():
        free = [i for i in members if not any(_rivals(columns[i], o) and o.role == "realisasi" for o in columns)]
        if free and sum(_leaning(columns, isi, i) for i in free) > 0:
            for i in free:
                columns[i] = columns[i]._replace(role="realisasi")
    return columns


def _leaning(columns: Sequence[Kolom], isi: Sequence[Isi], index: int) -> int:
    """Above zero where a column's values are in the indicator's own unit."""
    if isi[index].worded >= 0.5:
        return isi[index].filled
    near = [j for j, other in enumerate(columns) if other.role in {"target", "realisasi"} and isi[j].filled]
    near.sort(key=lambda j: (columns[j].tahun != columns[index].tahun, abs(j - index)))
    return _closer_to_target(isi[index], isi[near[0]]) if near else 0


def _rivals(column: Kolom, other: Kolom) -> bool:
    return other is not column and other.tahun == column.tahun and other.periode == column.periode


def _closer_to_target(values: Isi, targets: Isi) -> int:
    """Rows whose value is more like the target than like a percent, less those where it is the other way round."""
    if values.percent > targets.percent + _slack(targets):
        return 0
    balance = 0
    for value, target in zip(values.numbers, targets.numbers, strict=True):
        if value is None or target is None or value <= 0 or target <= 0:
            continue
        to_target = max(value / target, target / value)
        to_hundred = max(value / 100, 100 / value)
        balance += (to_target < to_hundred) - (to_hundred < to_target)
    return balance


def _slack(targets: Isi) -> float:
    return 0.5 if targets.percent else 0.3
