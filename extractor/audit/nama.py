"""NAME-DRIFT: one thing by two names. In: indicator and budget rows. Out: findings (W) with both places.

Names that only lose a word, an ending or what stands in brackets are one name; a drift puts a word for another. That both are one
thing must be sure. Indicators: the target of one year is the same, and most of the words, or half of them with the sasaran or with a
target that tells much, or the sasaran, the targets of all its indicators and the place among them. Programs and kegiatan: pagu and
realisasi are the same to the last digit, and no other row shares them. Names that stand together in some table, or one in the
other's table, are those of two things.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

import msgspec

from capaian.interval import Figur
from extractor.audit.buku import Buku
from extractor.audit.konteks import Konteks, Posisi, figure_of
from extractor.audit.temuan import temuan
from extractor.model.laporan import Anggaran, Angka, Indikator
from parsers import kata

PLANS = frozenset(
    {
        "tujuan_sasaran", "iku", "pk", "rkt", "capaian", "perbandingan_tahun", "perbandingan_renstra", "perbandingan_nasional",
        "efisiensi",
    }
)  # fmt: skip
"""Kinds of tables that name the agency's own indicators; others name those of programs and kegiatan, which are other things."""
_MOSTLY, _HALF, _THIRD = 0.75, 0.5, 0.34
_TELLING = 3
_MOST, _MOST_NAMES = 24, 60
"""So many rows of one target tell nothing; each would have to be compared with each."""
_DIGITS = 4
"""Figures of an amount, without its last zeros, that two rows do not share by chance."""
_COUNTED = ("jumlah", "banyaknya")
_SHARED = ("persentase", "presentase", "prosentase", "persen", "rasio", "tingkat", "cakupan")


class Sebutan(NamedTuple):
    """A name and the cell that stands for its row."""

    nama: str
    at: Posisi


class _Nama(msgspec.Struct):
    """Names of each table, to see whether a name stands there."""

    by_table: dict[str, list[str]]

    def stand_together(self, one: str, other: str, tables: tuple[str, str]) -> bool:
        """One of them stands in the table of the other, or both in some table: they are two things."""
        for tabel, names in self.by_table.items():
            found = [_holds(names, nama) for nama in (one, other)]
            if all(found) or (tabel == tables[0] and found[1]) or (tabel == tables[1] and found[0]):
                return True
        return False


def _holds(names: list[str], nama: str) -> bool:
    """By any form of the words; in a long table by the words themselves."""
    if len(names) > _MOST_NAMES:
        return any(kata.words(known) == kata.words(nama) for known in names)
    return any(kata.same_name(nama, known) for known in names)


def check(konteks: Konteks, buku: Buku, indicators: Iterable[Indikator], budget: Sequence[Anggaran]) -> None:
    """Enter one finding for each thing of several names."""
    plans = [row for row in indicators if konteks.lembar[row.tabel].tabel.jenis in PLANS]
    pairs = [*_indicators(konteks, plans), *_budget(konteks, budget)]
    for group in _groups(pairs):
        _enter(konteks, buku, group)


def _indicators(konteks: Konteks, rows: Sequence[Indikator]) -> Iterator[tuple[Sebutan, Sebutan]]:
    known = _Nama(_names((row.tabel, row.indikator) for row in rows))
    slots = _slots(rows)
    by_target: dict[Hashable, list[Indikator]] = defaultdict(list)
    for row in rows:
        target = figure_of(row.target)
        if target is not None and row.tahun is not None and row.periode is None:
            by_target[target.number, row.tahun].append(row)
    for members in by_target.values():
        for one, other in combinations(members, 2) if len(members) <= _MOST else ():
            if one.tabel == other.tabel or _counts(one.indikator) != _counts(other.indikator):
                continue
            share = kata.shared(one.indikator, other.indikator)
            sure = _are_one(one, other, share) or _one_slot(slots, one, other, share)
            if sure and _is_drift(known, (one.tabel, one.indikator), (other.tabel, other.indikator)):
                yield _sebutan(konteks, one), _sebutan(konteks, other)


def _slots(rows: Iterable[Indikator]) -> dict[tuple[str, int, int], tuple[int, tuple[Decimal, ...]]]:
    """The place of each row among the indicators of its sasaran, with the targets of all of them."""
    groups: dict[tuple[str, str, int], dict[int, Decimal]] = defaultdict(dict)
    for row in rows:
        target = figure_of(row.target)
        if row.sasaran and row.tahun is not None and target is not None:
            groups[row.tabel, row.sasaran, row.tahun][row.row] = target.number
    return {
        (tabel, row, tahun): (index, tuple(members.values()))
        for (tabel, _, tahun), members in groups.items()
        for index, row in enumerate(members)
    }


def _are_one(one: Indikator, other: Indikator, share: float) -> bool:
    """Half of the words, where the sasaran is one or the target tells much; more of them beside a target that many have."""
    if share >= _MOSTLY:
        return True
    target = figure_of(one.target)
    tells = target is not None and target.decimals > 0 and _digits(target) >= _TELLING
    return share >= _HALF and (tells or _one_sasaran(one, other))


def _one_sasaran(one: Indikator, other: Indikator) -> bool:
    return bool(one.sasaran and other.sasaran and kata.same_name(one.sasaran, other.sasaran))


def _one_slot(
    slots: dict[tuple[str, int, int], tuple[int, tuple[Decimal, ...]]], one: Indikator, other: Indikator, share: float
) -> bool:
    """The same place in the same row of targets under the same sasaran: its only indicator, or one with a third of the words."""
    places = [slots.get((row.tabel, row.row, row.tahun or 0)) for row in (one, other)]
    if places[0] is None or places[0] != places[1] or not _one_sasaran(one, other):
        return False
    return share > 0 if len(places[0][1]) == 1 else share >= _THIRD


def _counts(nama: str) -> str | None:
    """A number of things and their share are two indicators, however alike their names."""
    first = nama.casefold().lstrip(" .)0123456789").split(" ", 1)[0]
    return "count" if first in _COUNTED else "share" if first in _SHARED else None


def _budget(konteks: Konteks, rows: Sequence[Anggaran]) -> Iterator[tuple[Sebutan, Sebutan]]:
    known = _Nama(_names((row.tabel, row.uraian) for row in rows))
    by_figures: dict[Hashable, list[Anggaran]] = defaultdict(list)
    for row in rows:
        if row.level != "total" and _is_telling(row.pagu) and _is_telling(row.realisasi) and row.pagu and row.realisasi:
            by_figures[row.pagu.number, row.realisasi.number, row.tahun, row.satuan].append(row)
    for members in by_figures.values():
        if not len({row.tabel for row in members}) == len(members) > 1:
            continue
        for one, other in combinations(members, 2):
            alike = kata.shared(one.uraian, other.uraian) >= _THIRD
            if (
                alike
                and one.level == other.level
                and _is_drift(known, (one.tabel, one.uraian), (other.tabel, other.uraian))
            ):
                yield _named(konteks, one), _named(konteks, other)


def _is_telling(angka: Angka | None) -> bool:
    figure = figure_of(angka)
    return figure is not None and _digits(figure) >= _DIGITS


def _digits(figure: Figur) -> int:
    return len(str(abs(figure.number)).replace(".", "").strip("0"))


def _is_drift(known: _Nama, one: tuple[str, str], other: tuple[str, str]) -> bool:
    return kata.renamed(one[1], other[1]) and not known.stand_together(one[1], other[1], (one[0], other[0]))


def _names(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for tabel, nama in pairs:
        found[tabel][nama] = None
    return {tabel: list(names) for tabel, names in found.items()}


def _sebutan(konteks: Konteks, row: Indikator) -> Sebutan:
    return Sebutan(row.indikator, row_cell(konteks, row.tabel, row.row, "indikator", row.target))


def _named(konteks: Konteks, row: Anggaran) -> Sebutan:
    return Sebutan(row.uraian, row_cell(konteks, row.tabel, row.row, "program_kegiatan", row.pagu))


def row_cell(konteks: Konteks, tabel: str, row: int, role: str, figure: Angka | None) -> Posisi:
    """The cell of the name; of its figure where the name stands in a cell further up."""
    lembar = konteks.lembar[tabel]
    for col in lembar.columns(role):
        if (row, col) in lembar.cells:
            return Posisi(tabel, row, col)
    return konteks.posisi(tabel, figure) or Posisi(tabel, row, 0)


def _groups(pairs: Iterable[tuple[Sebutan, Sebutan]]) -> list[list[Sebutan]]:
    """Names that are linked, each once, in reading order of the links."""
    groups: list[dict[str, Sebutan]] = []
    for pair in pairs:
        names = {item.nama: item for item in pair}
        met = [group for group in groups if not names.keys().isdisjoint(group)]
        merged: dict[str, Sebutan] = {}
        for group in (*met, names):
            merged = {**group, **merged}
        groups = [group for group in groups if group not in met] + [merged]
    return [list(group.values()) for group in groups]


def _enter(konteks: Konteks, buku: Buku, group: Sequence[Sebutan]) -> None:
    ordered: list[Sebutan] = []
    for item in sorted(group, key=lambda item: konteks.order(item.at)):
        if not any(kata.same_name(item.nama, known.nama) for known in ordered):
            ordered.append(item)
    said = [(f"“{item.nama}”", konteks.lembar[item.at.tabel].nama) for item in ordered]
    message = (
        f"Satu hal disebut dengan {len(said)} nama: {'; '.join(f'{name} di {place[0]}' for name, place in said)}.",
        f"One thing has {len(said)} names: {'; '.join(f'{name} in {place[1]}' for name, place in said)}.",
    )
    places = [item.at for item in ordered]
    buku.finds(temuan("NAME-DRIFT", message, konteks, places, reported=ordered[0].nama), places[0])
