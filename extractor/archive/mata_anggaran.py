"""Budget lines of several years: reports in, a row per line and year out, with why lines of several years are one.

By code where the code schemes agree; by name, level and parent where coding changed (Permendagri 13/2006 to 90/2019), where a
code alone would join strangers.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.archive.kata import glued
from extractor.model.laporan import Anggaran, Angka, Laporan
from extractor.model.perbandingan import AnggaranTahun

Named = tuple[str, Laporan]
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


def budget_rows(reports: Sequence[Named], copied: Collection[tuple[str, str]] = ()) -> tuple[AnggaranTahun, ...]:
    """All budget lines; lines that are one stand together, oldest first. `copied`: tables (report, id) carried over from earlier
    reports."""
    groups: dict[str, list[_Mata]] = {}
    why: dict[str, str] = {}
    by_kode: dict[tuple[str, str], str] = {}
    by_nama: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    for stem, laporan in reports:
        pages = {tabel.id: tabel.pages[0] if tabel.pages else None for tabel in laporan.tabel}
        for number, item in enumerate(laporan.anggaran):
            mata = _Mata(stem, item, pages.get(item.tabel))
            named = {g for g in by_nama[mata.nama, item.level] if groups[g][-1].stem != stem}
            group, reason = _found(mata, by_kode, named)
            group = group or f"{stem}/{number}"
            groups.setdefault(group, []).append(mata)
            why[f"{stem}/{number}"] = reason
            by_nama[mata.nama, item.level].add(group)
            if mata.kode:
                by_kode[mata.kode, mata.nama] = group
    order = {(stem, id(item)): f"{stem}/{n}" for stem, laporan in reports for n, item in enumerate(laporan.anggaran)}
    return tuple(
        _row(m, why[order[m.stem, id(m.item)]] + (CARRIED if (m.stem, m.item.tabel) in copied else ""))
        for group in groups.values()
        for m in group
    )


def _found(mata: _Mata, by_kode: dict[tuple[str, str], str], named: set[str]) -> tuple[str | None, str]:
    if mata.kode and (mata.kode, mata.nama) in by_kode:
        return by_kode[mata.kode, mata.nama], "kode dan uraian sama"
    if len(named) == 1:
        return next(iter(named)), "uraian dan tingkat sama, kode berubah" if mata.kode else "uraian dan tingkat sama"
    if len(named) > 1:
        return None, f"meragukan: uraian sama dengan {len(named)} baris lain"
    return None, "baris baru"


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
