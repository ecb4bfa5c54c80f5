"""XTAB: one fact in several tables. In: the records. Out: pairs of cells that print one fact, equal or not.

Budget rows are one fact when they have one name (and year), or one pagu and one percent, in two tables; a name or a pair that
stands twice in a table joins nothing. Figures that differ contradict only where the rest of the row agrees: a pagu before and
after a change are two facts (but not where the percent to two decimals is one). Indicators are joined by name, year and period, and,
where names drift, by a target that tells much, its year, and half of the words of the name.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import TypeAlias, TypeVar

import msgspec

from capaian.interval import Figur, agrees
from extractor.audit.buku import Buku
from extractor.audit.konteks import Konteks, Posisi, figure_of
from extractor.audit.persamaan import Neraca, Nisbah, suspects
from extractor.audit.temuan import proposal_words, temuan
from extractor.model.laporan import Anggaran, Angka, Indikator
from extractor.model.temuan import Severity
from parsers import kata

Row = TypeVar("Row", Anggaran, Indikator)
Figures: TypeAlias = tuple[Angka | None, Angka | None, Angka | None]
_HALF = 0.5
_TELLING_DIGITS = 4
_BUDGET_WORDS = ("pagu", "realisasi", "persen")
_INDICATOR_WORDS = ("target", "realisasi", "capaian")


class Pasangan(msgspec.Struct, frozen=True):
    """Two cells that print one fact; `peran` says which figure it is, `nama` of what."""

    first: Posisi
    second: Posisi
    figures: tuple[Figur, Figur]
    peran: str
    nama: str
    severity: Severity

    @property
    def agree(self) -> bool:
        return self.figures[0].number == self.figures[1].number

    @property
    def equation(self) -> Nisbah:
        name = f"{self.peran} of the same row in another table"
        return Nisbah(name, f"{self.first}={self.second}", (self.first, self.second), self.figures, _equal)


def _equal(figures: tuple[Figur, ...]) -> bool:
    return figures[0].number == figures[1].number


def pairs(konteks: Konteks, budget: Sequence[Anggaran], indicators: Sequence[Indikator]) -> list[Pasangan]:
    """All pairs, each once, agreeing or contradicting; what may be two facts is left out."""
    found: dict[tuple[Posisi, Posisi], Pasangan] = {}
    joins = (
        _joined(budget, lambda row: _name_key(row.uraian, row.tahun, row.periode)),
        _joined(budget, _figure_key),
    )
    for join in joins:
        for first, second in join:
            for pair in _compare(
                konteks, first.tabel, second.tabel, _budget(first), _budget(second), first.uraian, False
            ):
                found.setdefault((pair.first, pair.second), pair)
    for one, other in _joined(indicators, lambda row: _name_key(row.indikator, row.tahun, row.periode)):
        for pair in _compare(konteks, one.tabel, other.tabel, _indicator(one), _indicator(other), one.indikator, True):
            found.setdefault((pair.first, pair.second), pair)
    for one, other in _joined(indicators, _target_key):
        if kata.alike(kata.words(one.indikator), kata.words(other.indikator)) < _HALF:
            continue
        for pair in _compare(konteks, one.tabel, other.tabel, _indicator(one), _indicator(other), one.indikator, True):
            found.setdefault((pair.first, pair.second), pair)
    return list(found.values())


def _budget(row: Anggaran) -> Figures:
    return (row.pagu, row.realisasi, row.persen)


def _indicator(row: Indikator) -> Figures:
    return (row.target, row.realisasi, row.capaian)


def _name_key(name: str, *more: Hashable) -> Hashable:
    plain = "".join(letter for letter in name.casefold() if letter.isalnum())
    return (plain, *more) if len(plain) > 5 else None


def _figure_key(row: Anggaran) -> Hashable:
    """A pagu and a percent that is not the same everywhere (0 and 100 are)."""
    pagu, persen = figure_of(row.pagu), figure_of(row.persen)
    if pagu is None or persen is None or not pagu.number or not _tells_much(row.persen):
        return None
    return (pagu.number, persen.number, row.tahun, row.periode)


def _target_key(row: Indikator) -> Hashable:
    """A target that other indicators of the year do not share by chance."""
    target = figure_of(row.target)
    if target is None or target.decimals < 1 or len(target.number.as_tuple().digits) < _TELLING_DIGITS:
        return None
    return (target.number, row.tahun, row.periode)


def _joined(rows: Iterable[Row], key: Callable[[Row], Hashable]) -> Iterator[tuple[Row, Row]]:
    groups: dict[Hashable, list[Row]] = defaultdict(list)
    for row in rows:
        value = key(row)
        if value is not None:
            groups[value].append(row)
    for members in groups.values():
        if len({row.tabel for row in members}) == len(members) > 1:
            yield from pairwise(members)


def _compare(
    konteks: Konteks, first: str, second: str, one: Figures, other: Figures, nama: str, is_indicator: bool
) -> Iterator[Pasangan]:
    """Equal figures always are a pair; different ones only in `realisasi` (or the percent) with an equal base, nonzero, and in the
    base where both other figures agree and the percent is none that stands everywhere."""
    words = _INDICATOR_WORDS if is_indicator else _BUDGET_WORDS
    severity: Severity = "W" if is_indicator else "E"
    same = [_same(a, b) for a, b in zip(one, other, strict=True)]
    for i, (a, b) in enumerate(zip(one, other, strict=True)):
        place_a, place_b = _readable(konteks, first, a), _readable(konteks, second, b)
        figure_a, figure_b = figure_of(a), figure_of(b)
        if place_a is None or place_b is None or figure_a is None or figure_b is None:
            continue
        base_agrees = all(same[:i]) and i > 0
        rest_agrees = i == 0 and not is_indicator and all(same[1:]) and _tells_much(one[2])
        share_agrees = i == 0 and not is_indicator and same[2] and _tells_much(one[2])
        if same[i] or ((base_agrees or rest_agrees or share_agrees) and not _rounded(figure_a, figure_b)):
            doubted: Severity = severity if base_agrees or rest_agrees else "W"
            yield Pasangan(place_a, place_b, (figure_a, figure_b), words[i], nama, doubted)


def _tells_much(persen: Angka | None) -> bool:
    """A percent with decimals that is neither nothing nor all: two rows do not share it by chance."""
    figure = figure_of(persen)
    return figure is not None and figure.decimals >= 2 and figure.number not in (0, 100)


def _rounded(a: Figur, b: Figur) -> bool:
    """One figure is the other with fewer decimals."""
    coarse, fine = sorted((a, b), key=lambda figure: figure.decimals)
    return coarse.decimals < fine.decimals and agrees(coarse, Fraction(fine.number)) is not None


def _readable(konteks: Konteks, tabel: str, angka: Angka | None) -> Posisi | None:
    """The cell of a figure, None where its spelling is broken: a doubtful figure is no witness for another."""
    posisi = konteks.posisi(tabel, angka)
    nilai = konteks.lembar[tabel].nilai(posisi.row, posisi.col) if posisi else None
    return None if nilai is not None and nilai.reading == "malformed" else posisi


def _same(a: Angka | None, b: Angka | None) -> bool:
    return a is not None and b is not None and a.number is not None and a.number == b.number


def check(konteks: Konteks, buku: Buku, neraca: Neraca, found: Iterable[Pasangan]) -> None:
    """Enter findings for the pairs that differ."""
    for pair in found:
        if pair.agree:
            continue
        equation = pair.equation
        repair = neraca.repair(equation)
        raws = [konteks.ref(posisi).raw or "" for posisi in (pair.first, pair.second)]
        names = [konteks.lembar[posisi.tabel].nama for posisi in (pair.first, pair.second)]
        words = proposal_words(
            repair.usulan if repair else None, konteks.ref(repair.posisi).raw or "" if repair else ""
        )
        message = (
            f"{pair.peran.capitalize()} “{pair.nama}” {raws[0]} di {names[0][0]}, tetapi {raws[1]} di {names[1][0]}.{words[0]}",
            f"{pair.peran.capitalize()} of “{pair.nama}” is {raws[0]} in {names[0][1]} but {raws[1]} in {names[1][1]}.{words[1]}",
        )
        finding = temuan(
            "XTAB",
            message,
            konteks,
            [pair.first, pair.second],
            severity=pair.severity,
            reported=konteks.ref(repair.posisi).raw if repair else raws[1],
            usulan=repair.usulan if repair else None,
        )
        doubted = [repair.posisi] if repair else [pair.first, pair.second]
        buku.finds(finding, pair.second, suspects(equation, buku, doubted))
