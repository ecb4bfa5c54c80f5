"""The budget lines of one report: rows of its tables in, one `BarisLaporan` per line out, however many tables and years repeat it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from extractor.archive.kata import Likeness, glued, words
from extractor.archive.saksi_anggaran import Baris
from extractor.model.laporan import Anggaran, Angka, Laporan

_SIMILAR = 0.6
"""Likeness of two names below one code from which they are one line."""


class Mata(NamedTuple):
    """A printed row of a budget table."""

    stem: str
    item: Anggaran
    page: int | None


@dataclass(slots=True)
class BarisLaporan:
    """A line of one report with every row that prints it."""

    baris: Baris
    mata: list[Mata] = field(default_factory=list)

    @property
    def places(self) -> set[tuple[str, int | None]]:
        return {(m.item.tabel, m.item.tahun) for m in self.mata}

    @property
    def rows(self) -> set[tuple[str, int]]:
        return {(m.item.tabel, m.item.row) for m in self.mata}


def lines_of(stem: str, laporan: Laporan) -> list[BarisLaporan]:
    """The lines of whole years in the order of their first rows; a report of a part of the year has none."""
    if laporan.laporan.periode is not None:
        return []
    found: list[BarisLaporan] = []
    named: dict[str, list[BarisLaporan]] = defaultdict(list)
    for line in _first(stem, laporan):
        same = next((one for one in named[line.baris.nama] if _is_one(one, line)), None)
        if same is None:
            found.append(line)
            named[line.baris.nama].append(line)
        else:
            _take(same, line)
    found = _spelt(found)
    for number, line in enumerate(found):
        line.baris.place = number / max(len(found) - 1, 1)
    return found


def _first(stem: str, laporan: Laporan) -> Iterator[BarisLaporan]:
    pages = {tabel.id: tabel.pages[0] if tabel.pages else None for tabel in laporan.tabel}
    names = {(item.tabel, item.row): item.uraian for item in laporan.anggaran}
    for item in laporan.anggaran:
        if item.periode is not None:
            continue
        parent = names.get((item.tabel, item.induk), "") if item.induk is not None else ""
        kode = item.kode
        baris = Baris(
            kata=words(item.uraian),
            nama=glued(item.uraian),
            kode=kode.canonical if kode else None,
            scheme=kode.scheme if kode and kode.canonical else None,
            level=item.level,
            induk=words(parent) if parent else (),
        )
        line = BarisLaporan(baris, [Mata(stem, item, pages.get(item.tabel))])
        _tell(line, item)
        yield line


def _tell(line: BarisLaporan, item: Anggaran) -> None:
    money: Iterable[tuple[str, Angka | None]] = (("pagu", item.pagu), ("realisasi", item.realisasi))
    for role, angka in money:
        if item.tahun is not None and angka is not None and angka.number is not None:
            line.baris.uang.setdefault((item.tahun, role), set()).add(angka.number)


def _is_one(one: BarisLaporan, line: BarisLaporan) -> bool:
    """Of two lines of one name: is it one row with several years, else one code, or without codes one level and parent? Never twice for
    a table and year."""
    if one.places & line.places:
        return False
    if one.rows & line.rows:
        return True
    a, b = one.baris, line.baris
    if a.kode is not None and b.kode is not None:
        return a.kode == b.kode
    return a.level == b.level and (a.induk == b.induk or not a.induk or not b.induk)


def _take(one: BarisLaporan, line: BarisLaporan) -> None:
    one.mata += line.mata
    a, b = one.baris, line.baris
    if a.kode is None:
        a.kode, a.scheme = b.kode, b.scheme
    a.induk = a.induk or b.induk
    for slot, money in b.uang.items():
        a.uang.setdefault(slot, set()).update(money)


def _spelt(found: Sequence[BarisLaporan]) -> list[BarisLaporan]:
    """Lines of several tables below one code whose names are spelt a little otherwise are one."""
    alike = Likeness([])
    count = Counter((tabel, line.baris.kode) for line in found for tabel in {m.item.tabel for m in line.mata})
    by_code: dict[str, list[BarisLaporan]] = {}
    result = []
    for line in found:
        kode = line.baris.kode
        once = all(count[m.item.tabel, kode] == 1 for m in line.mata)
        near = [one for one in by_code.get(kode or "", ()) if once and not _share_table(one, line)]
        same = next((one for one in near if alike(one.baris.kata, line.baris.kata) >= _SIMILAR), None)
        if same is not None:
            _take(same, line)
            continue
        if kode is not None and once:
            by_code.setdefault(kode, []).append(line)
        result.append(line)
    return result


def _share_table(one: BarisLaporan, line: BarisLaporan) -> bool:
    return bool({m.item.tabel for m in one.mata} & {m.item.tabel for m in line.mata})
