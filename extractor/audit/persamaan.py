"""Equations between printed figures, and which reading of a figure they support together.

In: equations that the checks found (sums, ratios), each over cells. Out: whether an equation holds, how it pins its cells,
and for a broken one the proposal that the core finds when all equations of its cells speak as witnesses.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Protocol

import msgspec

from capaian.interval import Figur
from capaian.rekonsiliasi import Kandidat, Saksi, Usulan, candidates, is_open, may_be_misprinted, reconcile
from extractor.audit.buku import Buku, pins
from extractor.audit.konteks import Posisi

_MOST_CELLS = 80
"""A broken sum over more cells than this names its difference only."""


class Persamaan(Protocol):
    """An equation over cells. `name` says it in English, `group` what it depends on."""

    @property
    def name(self) -> str: ...
    @property
    def group(self) -> str: ...
    @property
    def cells(self) -> Mapping[Posisi, Figur]: ...
    def holds_with(self, changed: Mapping[Posisi, Figur]) -> bool:
        """Does it hold with some figures put in the place of the printed ones?"""
        ...


class Jumlahan(msgspec.Struct, frozen=True, dict=True):
    """total = sum of parts. A part may be missing from `parts` when a dash is printed: it counts as nothing."""

    name: str
    group: str
    total: Posisi
    total_figure: Figur
    parts: Mapping[Posisi, Figur]

    @cached_property
    def cells(self) -> Mapping[Posisi, Figur]:
        return {self.total: self.total_figure, **self.parts}

    @cached_property
    def recomputed(self) -> Decimal:
        return sum((part.number for part in self.parts.values()), Decimal(0))

    @cached_property
    def difference(self) -> Decimal:
        return self.total_figure.number - self.recomputed

    def holds_with(self, changed: Mapping[Posisi, Figur]) -> bool:
        difference = self.difference
        for posisi, figure in changed.items():
            if posisi == self.total:
                difference += figure.number - self.total_figure.number
            elif posisi in self.parts:
                difference -= figure.number - self.parts[posisi].number
        return not difference


class Nisbah(msgspec.Struct, frozen=True):
    """A relation of a few figures of one row, tested by `test` on the figures in the order of `places`."""

    name: str
    group: str
    places: tuple[Posisi | None, ...]
    figures: tuple[Figur, ...]
    test: Callable[[tuple[Figur, ...]], bool]

    @property
    def cells(self) -> Mapping[Posisi, Figur]:
        return {posisi: figure for posisi, figure in zip(self.places, self.figures, strict=True) if posisi is not None}

    def holds_with(self, changed: Mapping[Posisi, Figur]) -> bool:
        figures = tuple(
            changed.get(posisi, figure) if posisi is not None else figure
            for posisi, figure in zip(self.places, self.figures, strict=True)
        )
        return self.test(figures)


class Perbaikan(msgspec.Struct, frozen=True):
    """The figure of a broken equation that the witnesses would change, and to what."""

    posisi: Posisi
    usulan: Usulan


class Neraca(msgspec.Struct):
    """All equations of a report, by cell."""

    _by_cell: dict[Posisi, list[Persamaan]] = msgspec.field(default_factory=lambda: defaultdict(list))
    alternatives: dict[Posisi, tuple[Decimal, ...]] = msgspec.field(default_factory=dict)
    _proposed: dict[Posisi, Usulan | None] = msgspec.field(default_factory=dict)

    def add(self, equation: Persamaan) -> None:
        for posisi in equation.cells:
            self._by_cell[posisi].append(equation)
        self._proposed.clear()

    def repair(self, equation: Persamaan) -> Perbaikan | None:
        """The single figure whose change most independent equations ask for; None when there is none or a tie."""
        cells = equation.cells
        if len(cells) > _MOST_CELLS:
            return None
        found = [Perbaikan(posisi, usulan) for posisi in cells if (usulan := self._usulan(posisi, equation))]
        proved = [item for item in found if item.usulan.proof == "proved"]
        readings = [item for item in found if item.usulan.edit == "printed_elsewhere"]
        best = proved or readings or found
        if len(best) != 1 or (best is found and self._has_rival(best[0].posisi, equation)):
            return None
        return best[0]

    def _has_rival(self, chosen: Posisi, equation: Persamaan) -> bool:
        """Whether another cell of a broken equation could be mended in several ways: then `chosen` is not the only one in doubt."""
        for posisi, figure in equation.cells.items():
            witnesses = [_witness(each, posisi, figure) for each in self._by_cell[posisi]]
            if (
                posisi != chosen
                and may_be_misprinted(figure, witnesses)
                and is_open(figure, candidates(figure), witnesses)
            ):
                return True
        return False

    def propose(self, posisi: Posisi) -> Usulan | None:
        """What the equations of one cell propose for it. Other readings of its own text come before typing errors."""
        if posisi not in self._proposed:
            self._proposed[posisi] = self._proposal(posisi)
        return self._proposed[posisi]

    def _proposal(self, posisi: Posisi) -> Usulan | None:
        equations = self._by_cell.get(posisi, [])
        if not equations:
            return None
        figure = equations[0].cells[posisi]
        witnesses = [_witness(equation, posisi, figure) for equation in equations]
        readings = [
            Kandidat(number, "printed_elsewhere") for number in dict.fromkeys(self.alternatives.get(posisi, ()))
        ]
        found = reconcile(figure, readings, witnesses) if readings else None
        if found is None and may_be_misprinted(figure, witnesses):
            found = reconcile(figure, candidates(figure), witnesses)
        return found

    def _usulan(self, posisi: Posisi, broken: Persamaan) -> Usulan | None:
        """The proposal for one cell of a broken equation, if that equation is among its witnesses."""
        usulan = self.propose(posisi)
        return usulan if usulan and broken.name in usulan.witnesses else None


def _witness(equation: Persamaan, posisi: Posisi, figure: Figur) -> Saksi:
    """What an equation says of one cell's values. A sum allows exactly one."""
    if isinstance(equation, Jumlahan):
        wanted = equation.recomputed if posisi == equation.total else figure.number + equation.difference
        return Saksi(equation.name, equation.group, wanted.__eq__, wanted)

    if isinstance(equation, Nisbah):
        return Saksi(equation.name, equation.group, _test_of(equation, posisi, figure))

    def accepts(number: Decimal) -> bool:
        return equation.holds_with({posisi: Figur(number, figure.decimals, figure.exact)})

    return Saksi(equation.name, equation.group, accepts)


def _test_of(equation: Nisbah, posisi: Posisi, figure: Figur) -> Callable[[Decimal], bool]:
    """Does a relation hold with another number at one cell? Asked of a hundred candidates, so the cell is looked for once."""
    places = [i for i, place in enumerate(equation.places) if place == posisi]
    figures, test = list(equation.figures), equation.test
    decimals, exact = figure.decimals, figure.exact

    def accepts(number: Decimal) -> bool:
        changed = Figur(number, decimals, exact)
        for place in places:
            figures[place] = changed
        return test(tuple(figures))

    return accepts


def record(equation: Persamaan, buku: Buku, *, copy: bool = False) -> None:
    """Enter an equation that holds: every cell by how the equation pins it. A sum pins all of its cells to the last digit."""
    if isinstance(equation, Jumlahan):
        buku.holds(equation.name, equation.group, equation.cells)
        return
    full: list[Posisi] = []
    part: list[Posisi] = []
    for posisi, figure in equation.cells.items():
        pinned = pins(_with_other(equation, posisi), figure)
        if pinned is not None:
            (full if pinned else part).append(posisi)
    buku.holds(equation.name, equation.group, full, part, copy=copy)


def _with_other(equation: Persamaan, posisi: Posisi) -> Callable[[Figur], bool]:
    return lambda other: equation.holds_with({posisi: other})


def suspects(equation: Persamaan, buku: Buku, first: Iterable[Posisi]) -> list[Posisi]:
    """The cells that may be the wrong one: `first`, less those that an equation that holds pins fully; all when none is left."""
    wanted = [posisi for posisi in first if posisi in equation.cells]
    free = [posisi for posisi in wanted if not buku.is_pinned(posisi)]
    return free or wanted
