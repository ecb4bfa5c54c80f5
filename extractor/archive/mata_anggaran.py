"""Budget lines of several years: reports in, a row per line and year out, with why lines of several years are one.

By code and name; by name and level where coding changed (Permendagri 13/2006 to 90/2019), where a code alone would join
strangers; by code or by initials where a name is spelt a little otherwise.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.archive.kata import Likeness, glued, words
from extractor.model.laporan import Anggaran, Angka, Laporan
from extractor.model.perbandingan import AnggaranTahun

Named = tuple[str, Laporan]
_SIMILAR = 0.6
"""Likeness of two names below one code from which they are one line."""
CARRIED = "; tabelnya terbawa dari laporan sebelumnya"


@dataclass(frozen=True, slots=True)
class _Mata:
    stem: str
    item: Anggaran
    page: int | None

    @property
    def kode(self) -> str | None:
        return self.item.kode.canonical if self.item.kode else None

    @property
    def nama(self) -> str:
        return glued(self.item.uraian)

    @property
    def keys(self) -> tuple[tuple[str, str | None], ...]:
        """Where lines that may be this one are looked for: its code, and the initials of its name."""
        initials = "".join(word[0] for word in words(self.item.uraian))
        by_code = [(self.kode, None)] if self.kode else []
        return (*by_code, (initials, self.item.level))


class _Kelompok:
    """Lines that are one, looked up by code and name, by name, by code, and by the initials of the name."""

    def __init__(self) -> None:
        self.lines: dict[int, list[_Mata]] = {}
        self._exact: dict[tuple[str, str], int] = {}
        self._named: dict[tuple[str, str | None], set[int]] = defaultdict(set)
        self._near: dict[tuple[str, str | None], set[int]] = defaultdict(set)

    def find(self, mata: _Mata) -> tuple[int | None, str]:
        """The group a line belongs to, and why; or why it begins one."""
        if mata.kode and (mata.kode, mata.nama) in self._exact:
            return self._exact[mata.kode, mata.nama], "kode dan uraian sama"
        named = {g for g in self._named[mata.nama, mata.item.level] if self.lines[g][-1].stem != mata.stem}
        changed = ", kode berubah" if mata.kode else ""
        if len(named) == 1:
            return next(iter(named)), f"uraian dan tingkat sama{changed}"
        if named:
            return None, f"meragukan: uraian sama dengan {len(named)} baris lain"
        near = {g for key in mata.keys for g in self._near[key] if self._is_near(self.lines[g][-1], mata)}
        if len(near) == 1:
            group = next(iter(near))
            same = mata.kode and mata.kode == self.lines[group][-1].kode
            return group, "kode sama, uraian mirip" if same else f"uraian sama selain ejaan{changed}"
        return None, "baris baru" if not near else f"meragukan: uraian mirip dengan {len(near)} baris lain"

    @staticmethod
    def _is_near(one: _Mata, other: _Mata) -> bool:
        """Of another report and spelt a little otherwise; below one code also worded a little otherwise."""
        if one.stem == other.stem or one.item.level != other.item.level:
            return False
        found = Likeness([]).compare(words(one.item.uraian), words(other.item.uraian))
        if one.kode is not None and one.kode == other.kode:
            return found.share >= _SIMILAR
        return found.rest_left == 0 == found.rest_right and found.hit > 0

    def add(self, group: int, mata: _Mata) -> None:
        self.lines.setdefault(group, []).append(mata)
        self._named[mata.nama, mata.item.level].add(group)
        for key in mata.keys:
            self._near[key].add(group)
        if mata.kode:
            self._exact[mata.kode, mata.nama] = group


def budget_rows(reports: Sequence[Named], copied: Collection[tuple[str, str]] = ()) -> tuple[AnggaranTahun, ...]:
    """All budget lines of whole years (a report of a quarter has none); lines that are one stand together, oldest first.

    `copied`: tables (report, id) carried over from earlier reports.
    """
    groups = _Kelompok()
    why: dict[int, str] = {}
    for stem, laporan in reports:
        pages = {tabel.id: tabel.pages[0] if tabel.pages else None for tabel in laporan.tabel}
        for item in laporan.anggaran:
            if item.periode is not None or laporan.laporan.periode is not None:
                continue
            mata = _Mata(stem, item, pages.get(item.tabel))
            group, why[id(mata)] = groups.find(mata)
            groups.add(len(groups.lines) if group is None else group, mata)
    return tuple(
        _row(mata, why[id(mata)] + (CARRIED if (mata.stem, mata.item.tabel) in copied else ""))
        for lines in groups.lines.values()
        for mata in lines
    )


def _row(mata: _Mata, alasan: str) -> AnggaranTahun:
    item = mata.item
    return AnggaranTahun(
        kode=mata.kode or (item.kode.raw if item.kode else None),
        uraian=item.uraian,
        tahun=item.tahun,
        pagu=_number(item.pagu),
        realisasi=_number(item.realisasi),
        persen=_number(item.persen),
        laporan=mata.stem,
        tabel=item.tabel,
        page=mata.page,
        alasan=alasan,
    )


def _number(angka: Angka | None) -> Decimal | None:
    return angka.number if angka else None
