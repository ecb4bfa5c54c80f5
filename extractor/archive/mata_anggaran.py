"""Budget lines of several years: reports in, a row per line and year out, with why lines of several years are one.

The lines of each report (`baris_anggaran`) are assigned one to one to those of the reports before, by their witnesses together
(`saksi_anggaran`): name, code within one scheme, level, parent, last year's money. Where coding changed (Permendagri 13/2006 to
90/2019) codes say nothing. A pair that is not sure is said to be doubtful and joins nothing.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from extractor.archive.baris_anggaran import BarisLaporan, Mata, lines_of
from extractor.archive.kata import Likeness, Words, mend, vocabulary
from extractor.archive.padu import assign, rival
from extractor.archive.saksi_anggaran import Baris, SaksiAnggaran, reasons_anggaran, saksi_anggaran
from extractor.archive.seri import several_agencies, strangers
from extractor.model.laporan import Angka, Laporan
from extractor.model.perbandingan import AnggaranTahun

Named = tuple[str, Laporan]
LEAST, SURE, GAP = -3.0, 0.0, 2.0
"""Logit of a pair that is worth to be assigned, and from which it is sure; and how much worse the whole must be without it."""
_SWAPPED = 0.5
"""Weight of words standing for others, from which a line may be about another thing."""
_SIMILAR = 0.55
"""Likeness of two names below one code from which they may be one line."""
_WORDING = 0.4
"""Share of a name's words that another name must have to be looked at."""
CARRIED = "; tabelnya terbawa dari laporan sebelumnya"
NEW, AGAIN = "baris baru", "baris yang sama di laporan ini"


@dataclass(slots=True)
class Garis:
    """A budget line over the years: its line of every report, oldest first, and why it went on in each."""

    lines: list[BarisLaporan] = field(default_factory=list)
    alasan: list[str] = field(default_factory=list)


def budget_rows(reports: Sequence[Named], copied: Collection[tuple[str, str]] = ()) -> tuple[AnggaranTahun, ...]:
    """All budget lines of whole years (a report of a quarter has none); lines that are one stand together, oldest first.

    `copied`: tables (report, id) carried over from earlier reports.
    """
    return tuple(
        _row(mata, why + (CARRIED if (mata.stem, mata.item.tabel) in copied else ""))
        for garis in budget_lines(reports)
        for line, alasan in zip(garis.lines, garis.alasan, strict=True)
        for mata, why in zip(line.mata, [alasan, *[AGAIN] * (len(line.mata) - 1)], strict=True)
    )


def budget_lines(reports: Sequence[Named]) -> list[Garis]:
    """The budget lines over the years; lines of different agencies, or of two reports of one year, are never one."""
    found: list[Garis] = []
    known: dict[str, Laporan] = {}
    mixed = several_agencies(laporan for _, laporan in reports)
    for stem, laporan in reports:
        lines = lines_of(stem, laporan)
        before = [g for g in found if not strangers(known[g.lines[-1].mata[0].stem], laporan, mixed=mixed)]
        known[stem] = laporan
        for garis, why, line in _joined(before, lines):
            goes_on = garis or Garis()
            goes_on.lines.append(line)
            goes_on.alasan.append(why)
            if garis is None:
                found.append(goes_on)
    return found


def _joined(before: Sequence[Garis], lines: Sequence[BarisLaporan]) -> list[tuple[Garis | None, str, BarisLaporan]]:
    old, new = [garis.lines[-1].baris for garis in before], [line.baris for line in lines]
    table = witnesses(old, new)
    pairs = assign(table, LEAST)
    owner = {j: i for i, j in pairs.items()}
    result: list[tuple[Garis | None, str, BarisLaporan]] = []
    for j, line in enumerate(lines):
        i = owner.get(j)
        if i is None:
            near = _near(j, table, pairs, old)
            result.append((None, NEW if near is None else f"meragukan: mungkin {near!r}", line))
            continue
        gap, other = rival(i, j, table, pairs, LEAST)
        why = reasons_anggaran(table[i, j], old[i], new[j])
        if is_sure(table[i, j], gap):
            result.append((before[i], why, line))
        else:
            name = before[i].lines[-1].mata[0].item.uraian
            beside = f"; hampir sama kuat dengan {_shown(before, other)!r}" if other and gap < GAP else ""
            result.append((None, f"meragukan: mungkin {name!r} ({why}){beside}", line))
    return result


def is_sure(found: SaksiAnggaran, gap: float) -> bool:
    """Is a pair that was assigned surely one line? Money that both tell proves it, too."""
    return found.logit >= SURE and gap >= GAP and (found.mirip.swapped < _SWAPPED or found.equal)


def _shown(before: Sequence[Garis], pair: tuple[int, int]) -> str:
    return before[pair[0]].lines[-1].mata[0].item.uraian


def _near(
    j: int, table: Mapping[tuple[int, int], SaksiAnggaran], pairs: Mapping[int, int], old: Sequence[Baris]
) -> str | None:
    """An earlier line that was left over, too, and has the very name, or the code and much of the name."""
    left = [i for (i, m), found in table.items() if m == j and i not in pairs and _is_near(found)]
    return " ".join(old[left[0]].kata) if left else None


def _is_near(found: SaksiAnggaran) -> bool:
    return found.exact or found.mirip.spelling or (found.code is True and found.mirip.share >= _SIMILAR)


def witnesses(old: Sequence[Baris], new: Sequence[Baris]) -> dict[tuple[int, int], SaksiAnggaran]:
    """The witnesses of every pair that has a code or enough words in common, or the initials of one name."""
    known = vocabulary([name for b in (*old, *new) for name in (b.kata, b.induk)])
    old, new = ([replace(b, kata=mend(b.kata, known), induk=mend(b.induk, known)) for b in side] for side in (old, new))
    alike = Likeness([b.kata for b in (*old, *new)])
    return {(i, j): saksi_anggaran(old[i], new[j], alike) for i, j in _candidates(old, new)}


def _candidates(old: Sequence[Baris], new: Sequence[Baris]) -> Iterable[tuple[int, int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for i, one in enumerate(old):
        for key in _keys(one):
            places[key].append(i)
    for j, other in enumerate(new):
        shared: dict[int, float] = defaultdict(float)
        for key in _keys(other):
            for i in places.get(key, ()):
                shared[i] += 1.0 if key[0] == "=" else 0.0
                shared[i] += 1.0 / max(min(len(set(old[i].kata)), len(set(other.kata))), 1)
        yield from ((i, j) for i, number in sorted(shared.items()) if number >= _WORDING)


def _keys(baris: Baris) -> set[str]:
    """Words, and what is enough by itself (marked `=`): the code, the name in one piece, its initials."""
    return {*baris.kata, f"={baris.nama}", f"=={_initials(baris.kata)}", *([f"={baris.kode}"] if baris.kode else [])}


def _initials(kata: Words) -> str:
    return "".join(word[0] for word in kata)


def _row(mata: Mata, alasan: str) -> AnggaranTahun:
    item = mata.item
    return AnggaranTahun(
        kode=(item.kode.canonical or item.kode.raw) if item.kode else None,
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
