"""Figures of one series, year and role that are told differently: a series in, a `Beda` per different figure out."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from rapidfuzz.distance import DamerauLevenshtein

from extractor.archive.butir import PERAN, Butir, Figur
from extractor.model.perbandingan import Beda, JenisBeda, Peran

_Told = tuple[Butir, Figur]


def differences(seri: str, anggota: Sequence[Butir]) -> list[Beda]:
    """Each figure that is not the one told before it, in the order of reports and pages; the same figure again is no difference.
    Figures of a table that was carried over count for the year they come from."""
    years = sorted(
        {figur.asal or year for butir in anggota for (year, _), told in butir.figures.items() for figur in told}
    )
    return [beda for year in years for peran in PERAN for beda in _of_slot(seri, anggota, year, peran)]


def _of_slot(seri: str, anggota: Sequence[Butir], tahun: int, peran: Peran) -> list[Beda]:
    told = [
        (b, f)
        for b in anggota
        for (year, role), figures in b.figures.items()
        for f in figures
        if (f.asal or year, role) == (tahun, peran) and f.nilai is not None and not f.lain
    ]
    distinct: list[_Told] = []
    for butir, figur in told:
        if not any(_equal(figur, other) for _, other in distinct):
            distinct.append((butir, figur))
    return [_beda(seri, tahun, peran, one, other) for one, other in pairwise(distinct)]


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
