"""Tables carried over from an earlier report: two reports of one agency in, the tables of the later one that are the earlier one's out.

Reports are made from last year's file, and a table that nobody filled anew shows last year's results as this year's (seen in real
reports: whole lists of programs and budgets). Only results count: targets of a plan are rightly printed twice.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from extractor.archive.kata import glued
from extractor.model.laporan import Laporan

Named: TypeAlias = tuple[str, Laporan]
_LEAST, _DISTINCT, _SHARE = 6, 4, 0.85
_PLAIN = frozenset(map(Decimal, (0, 1, 100)))


class Salinan(NamedTuple):
    """`sama` of `semua` results of a table (id) that another report's table (id) prints as those of its own year, `tahun_asal`."""

    tabel: str
    tahun_asal: int
    laporan_asal: str
    tabel_asal: str
    sama: int
    semua: int


Fact: TypeAlias = tuple[str, str]
Facts: TypeAlias = Mapping[str, Mapping[Fact, set[Decimal]]]


def copies(before: Named, after: Named) -> list[Salinan]:
    """The tables of `after` nearly all of whose results one table of `before`, a report of an earlier year, has too."""
    earlier, later = before[1].laporan.tahun, after[1].laporan.tahun
    if earlier is None or later is None or earlier >= later:
        return []
    old, found = _results(before[1], earlier), []
    for tabel, facts in _results(after[1], later).items():
        best = max((_equal(facts, other), name) for name, other in old.items()) if old else (0, "")
        distinct = {value for values in facts.values() for value in values}
        if best[0] >= max(_LEAST, _SHARE * len(facts)) and len(distinct) >= _DISTINCT:
            found.append(Salinan(tabel, earlier, before[0], best[1], best[0], len(facts)))
    return found


def _equal(facts: Mapping[Fact, set[Decimal]], other: Mapping[Fact, set[Decimal]]) -> int:
    return sum(bool(values & other.get(fact, set())) for fact, values in facts.items())


def _results(laporan: Laporan, tahun: int) -> Facts:
    """Results of a year that are not plain numbers, by table and by name and role."""
    result: dict[str, dict[Fact, set[Decimal]]] = defaultdict(lambda: defaultdict(set))
    for tabel, name, role, number in (*_of_indikator(laporan, tahun), *_of_anggaran(laporan, tahun)):
        if number is not None and number not in _PLAIN:
            result[tabel][glued(name), role].add(number)
    return result


def _of_indikator(laporan: Laporan, tahun: int) -> Iterator[tuple[str, str, str, Decimal | None]]:
    for row in laporan.indikator:
        if row.tahun == tahun and row.periode == laporan.laporan.periode:
            for role, angka in (("realisasi", row.realisasi), ("capaian", row.capaian)):
                yield row.tabel, row.indikator, role, angka.number if angka else None


def _of_anggaran(laporan: Laporan, tahun: int) -> Iterator[tuple[str, str, str, Decimal | None]]:
    for row in laporan.anggaran:
        if row.tahun == tahun:
            yield row.tabel, row.uraian, "rp", row.realisasi.number if row.realisasi else None
