"""Figures of one series, year and role that are told differently: a series in, a `Beda` per different figure out."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from rapidfuzz.distance import DamerauLevenshtein

from extractor.archive.butir import PERAN, Butir, Figur
from extractor.model.perbandingan import Beda, JenisBeda, Peran

_Told = tuple[Butir, Figur]


def differences(seri: str, anggota: Sequence[Butir]) -> list[Beda]:
    """Contradictions within a report, in the order of its pages, then what the next report that tells the figure tells otherwise: its
    main figure beside the main one of the report before. What an earlier report contradicted in the same way is told once.
    Figures of a table that was carried over count for the year they come from."""
    years = sorted(
        {figur.asal or year for butir in anggota for (year, _), told in butir.figures.items() for figur in told}
    )
    return [beda for year in years for peran in PERAN for beda in _of_slot(seri, anggota, year, peran)]


def main_figure(told: Sequence[Figur]) -> Figur:
    """The figure that a report prints most often for one year and role; the first of those."""
    return max(told, key=lambda figur: sum(_equal(figur, other) for other in told))


def _of_slot(seri: str, anggota: Sequence[Butir], tahun: int, peran: Peran) -> list[Beda]:
    result: list[Beda] = []
    known: list[Figur] = []
    before: _Told | None = None
    for butir in anggota:
        told = _told(butir, tahun, peran)
        if not told:
            continue
        for one, other in pairwise(_distinct(told)):
            if not (_among(one, known) and _among(other, known)):
                result.append(_beda(seri, tahun, peran, (butir, one), (butir, other)))
        now = (butir, main_figure(told))
        if before is not None and not _equal(before[1], now[1]):
            result.append(_beda(seri, tahun, peran, before, now))
        before = now
        known += told
    return result


def _told(butir: Butir, tahun: int, peran: Peran) -> list[Figur]:
    return [
        figur
        for (year, role), figures in butir.figures.items()
        for figur in figures
        if (figur.asal or year, role) == (tahun, peran) and figur.nilai is not None and not figur.lain
    ]


def _distinct(told: Sequence[Figur]) -> list[Figur]:
    found: list[Figur] = []
    for figur in told:
        if not _among(figur, found):
            found.append(figur)
    return found


def _among(figur: Figur, others: Sequence[Figur]) -> bool:
    return any(_equal(figur, other) for other in others)


def _beda(seri: str, tahun: int, peran: Peran, one: _Told, other: _Told) -> Beda:
    (a, x), (b, y) = one, other
    return Beda(
        seri=seri, tahun=tahun, peran=peran,
        nilai_a=x.nilai, laporan_a=a.laporan, tabel_a=x.tabel, page_a=x.page,
        nilai_b=y.nilai, laporan_b=b.laporan, tabel_b=y.tabel, page_b=y.page,
        jenis=_jenis(one, other, peran),
    )  # fmt: skip


def _equal(left: Figur, right: Figur) -> bool:
    """Are both one figure, as far as the coarser of them is printed?"""
    if left.nilai is None or right.nilai is None:
        return False
    places = min(_places(left.nilai), _places(right.nilai))
    if places == 0 and left.nilai != right.nilai and max(_places(left.nilai), _places(right.nilai)) == 0:
        return False
    return (
        abs(left.nilai - right.nilai) <= Decimal(5).scaleb(-places - 1)
        if places
        else _whole_equal(left.nilai, right.nilai)
    )


def _whole_equal(left: Decimal, right: Decimal) -> bool:
    return left == right or (min(abs(left), abs(right)) >= 20 and abs(left - right) <= Decimal("0.5"))


def _places(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def _jenis(one: _Told, other: _Told, peran: Peran) -> JenisBeda:
    (a, x), (b, y) = one, other
    if x.nilai is None or y.nilai is None:
        return "unexplained"
    other_unit = peran != "capaian" and x.satuan and y.satuan and x.satuan != y.satuan
    if _power_of_ten(x.nilai, y.nilai) or other_unit:
        return "unit"
    if _slip(x.nilai, y.nilai):
        return "typing"
    later = a.tahun is not None and b.tahun is not None and a.tahun < b.tahun
    return "restated" if later and a.laporan != b.laporan else "unexplained"


def _power_of_ten(left: Decimal, right: Decimal) -> bool:
    if not left or not right or left.is_signed() != right.is_signed():
        return False
    ours, theirs = left.normalize().as_tuple(), right.normalize().as_tuple()
    return ours.digits == theirs.digits and left != right


def _slip(left: Decimal, right: Decimal) -> bool:
    """Two neighbouring digits exchanged, or one lost or doubled: what fingers do. One digit for another may be a new figure."""
    ours = "".join(map(str, left.as_tuple().digits))
    theirs = "".join(map(str, right.as_tuple().digits))
    if min(len(ours), len(theirs)) < 3:
        return False
    swapped = len(ours) == len(theirs) and sorted(ours) == sorted(theirs)
    return DamerauLevenshtein.distance(ours, theirs) == 1 and (swapped or len(ours) != len(theirs))
