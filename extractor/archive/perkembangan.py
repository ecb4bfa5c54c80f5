"""How a series went: its figure of every year that counts, growth, distance to the plan's last target, and where it breaks.

In: a series (its indicators in the order of their reports). Out: `Perkembangan` and `Catatan` rows.
"""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import NamedTuple

from extractor.archive.beda import main_figure
from extractor.archive.butir import Butir, Figur
from extractor.archive.satuan import agree
from extractor.model.perbandingan import Catatan, JenisCatatan, Peran, Perkembangan

_CENT = Decimal("0.01")
_NEAR = Decimal("0.06")


class Dipilih(NamedTuple):
    """The figure that counts for a year and role, with the indicator it is of."""

    butir: Butir
    figur: Figur
    nilai: Decimal

    @property
    def unit(self) -> str | None:
        return self.figur.satuan or self.butir.unit


def chosen(anggota: Sequence[Butir], tahun: int, peran: Peran) -> Dipilih | None:
    """The main figure of that year's report, else of the latest that prints one; tables carried over from earlier reports do not count."""
    for butir in sorted(anggota, key=lambda b: (b.tahun == tahun, b.tahun or 0), reverse=True):
        told = [f for f in butir.figures.get((tahun, peran), ()) if f.nilai is not None and not f.asal and not f.lain]
        figur = main_figure(told) if told else None
        if figur is not None and figur.nilai is not None:
            return Dipilih(butir, figur, figur.nilai)
    return None


def same_unit(one: Dipilih, other: Dipilih) -> bool:
    """Are both surely in one unit? Not where a report prints several and a figure has none of its own."""
    if any(d.figur.satuan is None and d.butir.mixed for d in (one, other)):
        return False
    return one.unit == other.unit or agree(one.unit, other.unit) is True


def course(seri: str, anggota: Sequence[Butir]) -> list[Perkembangan]:
    """A row per year with any figure that counts, in the order of years."""
    goal = _goal(anggota)
    name = next((butir for butir in reversed(anggota) if not butir.carried), anggota[-1]).nama
    rows = []
    for tahun in _years(anggota):
        target, realisasi, capaian = (chosen(anggota, tahun, peran) for peran in ("target", "realisasi", "capaian"))
        shown = realisasi or target or capaian
        if shown is None:
            continue
        before = chosen(anggota, tahun - 1, "realisasi")
        far = goal[1] if goal and realisasi and goal[0] >= tahun and same_unit(goal[1], realisasi) else None
        rows.append(
            Perkembangan(
                seri=seri,
                indikator=name,
                satuan=shown.butir.satuan,
                tahun=tahun,
                target=target.nilai if target else None,
                realisasi=realisasi.nilai if realisasi else None,
                capaian=capaian.nilai if capaian else None,
                pertumbuhan=_growth(before, realisasi),
                tahun_target=goal[0] if goal and far else None,
                target_akhir=far.nilai if far else None,
                jarak=realisasi.nilai - far.nilai if realisasi and far else None,
                periode=shown.butir.periode,
            )
        )
    return rows


def breaks(seri: str, anggota: Sequence[Butir]) -> list[Catatan]:
    """Changes of unit, direction and formula between reports, figures about ten times (a hundred, …) those of the year before, and
    years without a realisasi between years that have one."""
    own = [butir for butir in anggota if not butir.carried]
    found = [note for one, other in pairwise(own) for note in _changes(seri, one, other)]
    years = [tahun for tahun in _years(anggota) if chosen(anggota, tahun, "realisasi")]
    for before, after in pairwise(years):
        found += [
            Catatan(
                "tahun_kosong", seri, tahun, None, None, None, f"tidak ada realisasi tahun {tahun} di laporan mana pun"
            )
            for tahun in range(before + 1, after)
        ]
        found += _leap(seri, anggota, before, after)
    return found


def _years(anggota: Sequence[Butir]) -> list[int]:
    return sorted({tahun for butir in anggota for tahun, _ in butir.figures})


def _goal(anggota: Sequence[Butir]) -> tuple[int, Dipilih] | None:
    """The last year of the plan that a target is printed for, by a report of an earlier year, and that target."""
    ahead = {tahun for b in anggota for tahun, peran in b.figures if peran == "target" and tahun > (b.tahun or tahun)}
    last = max(ahead, default=None)
    found = chosen(anggota, last, "target") if last else None
    return (last, found) if last and found else None


def _growth(before: Dipilih | None, now: Dipilih | None) -> Decimal | None:
    if before is None or now is None or not before.nilai or not same_unit(before, now):
        return None
    return ((now.nilai - before.nilai) * 100 / abs(before.nilai)).quantize(_CENT, ROUND_HALF_UP)


def _changes(seri: str, one: Butir, other: Butir) -> Iterator[Catatan]:
    where = (other.tahun, other.laporan, other.tabel, other.page)
    if agree(one.unit, other.unit) is False:
        yield _note("satuan", seri, where, f"satuan berganti dari {one.satuan} ke {other.satuan}")
    if one.rumus and other.rumus and one.rumus != other.rumus:
        turned = (one.rumus[:2] == "F1") != (other.rumus[:2] == "F1")
        what = "arah ukuran berganti" if turned else "rumus capaian berganti"
        yield _note("arah" if turned else "rumus", seri, where, f"{what} dari {one.rumus} ke {other.rumus}")


def _leap(seri: str, anggota: Sequence[Butir], before: int, after: int) -> Iterator[Catatan]:
    one, other = chosen(anggota, before, "realisasi"), chosen(anggota, after, "realisasi")
    if one is None or other is None or not one.nilai or not other.nilai or not same_unit(one, other):
        return
    ratio = max(other.nilai / one.nilai, one.nilai / other.nilai)
    for power in (10, 100, 1000):
        if abs(ratio / power - 1) <= _NEAR and len(other.nilai.normalize().as_tuple().digits) > 1:
            where = (after, other.butir.laporan, other.figur.tabel, other.figur.page)
            text = f"realisasi {other.figur.raw} kira-kira {power} kali atau seper-{power} dari {one.figur.raw} tahun {before}"
            yield _note("kelipatan", seri, where, text)


def _note(jenis: JenisCatatan, seri: str, where: tuple[int | None, str, str, int | None], text: str) -> Catatan:
    tahun, laporan, tabel, page = where
    return Catatan(jenis, seri, tahun, laporan, tabel, page, text)
