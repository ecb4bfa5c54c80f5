"""TW: quarters against the year. In: tables whose rows list Triwulan I to IV beside a value for the year. Out: findings, equations.

Two conventions: increments that add up to the year, or a path that ends at it (also flat). A group of rows that follows
neither is a finding; where a quarter is missing, the value that would complete the sum is said.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

import msgspec

from capaian.interval import Figur, plain
from capaian.rekonsiliasi import Usulan
from extractor.audit.buku import Buku
from extractor.audit.jumlah import year_columns
from extractor.audit.konteks import Konteks, Lembar, Posisi, written
from extractor.audit.persamaan import Jumlahan, Neraca, Perbaikan
from extractor.audit.temuan import proposal_words, temuan

_QUARTER = re.compile(r"\W*(?:tri\s*-?\s*wulan|t\.?w|trw)\.?\s*(?:ke\W*)?(iv|i{1,3}|[1-4])\W*$", re.IGNORECASE)
_ORDER = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_QUARTERS = 4


class Kelompok(msgspec.Struct, frozen=True):
    """The quarters of one value for the year: printed quarter numbers, their figures and cells."""

    year: Posisi
    year_figure: Figur
    quarters: tuple[int, ...]
    figures: dict[Posisi, Figur]

    @property
    def equation(self) -> Jumlahan:
        name = f"row {self.year.row}: year = sum of {len(self.figures)} quarters"
        return Jumlahan(name, f"{self.year}:quarters", self.year, self.year_figure, self.figures)

    @property
    def is_path(self) -> bool:
        """Cumulative: never falling and ending at the year."""
        numbers = [figure.number for figure in self.figures.values()]
        return numbers == sorted(numbers) and bool(numbers) and numbers[-1] == self.year_figure.number


def groups(lembar: Lembar) -> Iterator[Kelompok]:
    """Groups of quarter rows under one merged value for the year."""
    for col in range(1, lembar.tabel.n_cols - 1):
        quarters = {row: number for row in lembar.body_rows if (number := _quarter(lembar, row, col))}
        if len(quarters) < 2:
            continue
        yield from _groups_of_column(lembar, col, quarters, frozenset(year_columns(lembar)))


def _groups_of_column(lembar: Lembar, col: int, quarters: dict[int, int], usable: frozenset[int]) -> Iterator[Kelompok]:
    for year_col in range(col):
        if year_col not in usable:
            continue
        for row in lembar.body_rows:
            cell, figure = lembar.cells.get((row, year_col)), lembar.figure(row, year_col)
            if cell is None or figure is None or cell.row_span < 2:
                continue
            members = [r for r in range(row, row + cell.row_span) if r in quarters]
            values = {lembar.posisi(r, col + 1): f for r in members if (f := lembar.figure(r, col + 1)) is not None}
            if len(members) == cell.row_span == len(values):
                yield Kelompok(lembar.posisi(row, year_col), figure, tuple(quarters[r] for r in members), values)


def _quarter(lembar: Lembar, row: int, col: int) -> int | None:
    cell = lembar.cells.get((row, col))
    found = _QUARTER.match(cell.text) if cell else None
    if found is None:
        return None
    word = found.group(1).casefold()
    return _ORDER.get(word) or int(word)


def check(konteks: Konteks, buku: Buku, neraca: Neraca, found: list[Kelompok]) -> None:
    """Enter findings for groups that follow no convention. A group is judged only in a table where another one adds up, or
    where it is a clear case: a quarter is missing and the sum falls short."""
    for group in found:
        equation = group.equation
        if not equation.difference or group.is_path:
            continue
        others = any(
            other is not group and other.year.tabel == group.year.tabel and not other.equation.difference
            for other in found
        )
        if not others:
            continue
        _enter(konteks, buku, neraca, group, equation)


def _even(group: Kelompok) -> Perbaikan | None:
    """A quarter of the year is printed at least once: the others, which share another figure, were meant to be like it."""
    share = group.year_figure.number / _QUARTERS
    others = [posisi for posisi, figure in group.figures.items() if figure.number != share]
    if (
        len(group.figures) < _QUARTERS
        or len(others) == _QUARTERS
        or len({group.figures[p].number for p in others}) != 1
    ):
        return None
    witnesses = (f"a quarter of the year in {_QUARTERS - len(others)} of {_QUARTERS} quarters",)
    return Perbaikan(others[0], Usulan(plain(share), "replaced", witnesses, "supported"))


def _enter(konteks: Konteks, buku: Buku, neraca: Neraca, group: Kelompok, equation: Jumlahan) -> None:
    lembar = konteks.lembar[group.year.tabel]
    missing = [number for number in range(1, _QUARTERS + 1) if number not in group.quarters]
    raw = konteks.ref(group.year).raw or ""
    computed: Decimal = equation.difference if len(missing) == 1 else equation.recomputed
    usulan = None
    if len(missing) == 1 and equation.difference > 0:
        message = (
            f"Triwulan {missing[0]} tidak tercetak di {lembar.nama[0]}: triwulan lain berjumlah {written(equation.recomputed)[0]}"
            f" dari {raw}, kurang {written(computed)[0]}.",
            f"Quarter {missing[0]} is not printed in {lembar.nama[1]}: the others add up to {written(equation.recomputed)[1]}"
            f" of {raw}, {written(computed)[1]} short.",
        )
    else:
        repair = neraca.repair(equation) or _even(group)
        usulan = repair.usulan if repair else None
        words = proposal_words(usulan, konteks.ref(repair.posisi).raw or "" if repair else "")
        message = (
            f"Triwulan di {lembar.nama[0]} berjumlah {written(equation.recomputed)[0]}, tercetak {raw} untuk setahun.{words[0]}",
            f"The quarters in {lembar.nama[1]} add up to {written(equation.recomputed)[1]}; {raw} is printed for the year.{words[1]}",
        )
    places = [group.year, *group.figures]
    finding = temuan(
        "TW", message, konteks, places, reported=raw, recomputed=computed, usulan=usulan, witnesses=[equation.name]
    )
    buku.finds(finding, group.year, [group.year])
