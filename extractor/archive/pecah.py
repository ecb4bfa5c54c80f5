"""Splits and mergers: one indicator on one side whose name and figures several on the other side make up together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Literal, NamedTuple, TypeAlias

from extractor.archive.butir import Butir
from extractor.archive.kata import Likeness, Mirip
from extractor.archive.saksi import Saksi
from extractor.archive.satuan import agree

_PARTS = (2, 3)
_WHOLE = 0.97
"""Share of a name's words that a narrower name must have."""
_MANY = 8
_ONE_GOAL = 0.8
_COUNTED_NOT = frozenset({"persen", "longgar"})
"""Units whose figures nobody adds up."""
Sort: TypeAlias = Literal["sum", "names", "apart", "loose"]
SHARES: Mapping[Sort, float] = {"sum": 0.998, "names": 0.999, "apart": 0.96, "loose": 0.94}
"""How often each sort of split was right in the histories of `benchmarks/matching.py` (printed by `--calibrate`)."""


@dataclass(frozen=True, slots=True)
class Pecah:
    """`one` and `many` are indexes; for a split `one` is of the earlier report, for a merger of the later one."""

    relasi: Literal["split", "merged"]
    one: int
    many: tuple[int, ...]
    alasan: str
    sort: Sort
    closeness: float

    @property
    def skor(self) -> float:
        return SHARES[self.sort]


class _Sisi(NamedTuple):
    """One side: its indicators and those of them that have no counterpart of their own name."""

    butir: Sequence[Butir]
    free: Sequence[int]


Table: TypeAlias = Mapping[tuple[int, int], Saksi]


def find_splits(left: Sequence[Butir], right: Sequence[Butir], alike: Likeness, table: Table) -> list[Pecah]:
    """Splits and mergers among indicators that have no counterpart of their own name; the surest first, none twice."""
    kept = [key for key, found in table.items() if found.name >= _WHOLE and found.unit is not False]
    pinned = {key for key, found in table.items() if found.equal >= 1}
    before = _Sisi(left, [i for i in range(len(left)) if i not in {k for k, _ in kept}])
    after = _Sisi(right, [j for j in range(len(right)) if j not in {k for _, k in kept}])
    found = [Pecah("split", *parts) for parts in _parts(before, after, alike, pinned)]
    found += [Pecah("merged", *parts) for parts in _parts(after, before, alike, {(j, i) for i, j in pinned})]
    chosen: list[Pecah] = []
    for item in sorted(found, key=lambda p: (-p.skor, -len(p.many), -p.closeness, p.one, p.many)):
        if not any(_touches(item, other) for other in chosen):
            chosen.append(item)
    return chosen


def _touches(item: Pecah, other: Pecah) -> bool:
    ours, theirs = _sides(item), _sides(other)
    return bool(ours[0] & theirs[0] or ours[1] & theirs[1])


def _sides(item: Pecah) -> tuple[set[int], set[int]]:
    return ({item.one}, set(item.many)) if item.relasi == "split" else (set(item.many), {item.one})


def _parts(
    ones: _Sisi, others: _Sisi, alike: Likeness, pinned: set[tuple[int, int]]
) -> Iterable[tuple[int, tuple[int, ...], str, Sort, float]]:
    for i in ones.free:
        one = ones.butir[i]
        near: list[tuple[int, Mirip]] = []
        for j in others.free:
            if agree(one.unit, others.butir[j].unit) is not False:
                mirip = alike.compare(one.kata, others.butir[j].kata)
                if narrows(mirip) or _names(mirip):
                    near.append((j, mirip))
        for size in _PARTS:
            for many in combinations(near[:_MANY], size):
                judged = _judge(one, [others.butir[j] for j, _ in many], [m for _, m in many], alike)
                if judged is not None and (judged[1] == "sum" or not any((i, j) in pinned for j, _ in many)):
                    places = tuple(j for j, _ in many)
                    alasan, sort = judged
                    if sort == "names" and size < len(near):
                        sort = "loose"
                    elif sort == "names" and not _together(one, [others.butir[j] for j in places], places, alike):
                        sort = "apart"
                    yield i, places, alasan, sort, sum(m.share for _, m in many) / size


def _together(one: Butir, parts: Sequence[Butir], places: Sequence[int], alike: Likeness) -> bool:
    """Do the parts follow each other in the list, or have they all the unit or the sasaran of the whole?"""
    return (
        places[-1] - places[0] + 1 == len(parts)
        or all(agree(one.unit, part.unit) for part in parts)
        or (bool(one.sasaran) and all(alike(one.sasaran, part.sasaran) >= _ONE_GOAL for part in parts if part.sasaran))
    )


def narrows(mirip: Mirip) -> bool:
    """Does the other name say all of this one and little more (`… perempuan`)?"""
    return mirip.left_inside >= _WHOLE and 0 < mirip.rest_right < mirip.hit


def _names(mirip: Mirip) -> bool:
    """Is the other name made of words of this one (`Jumlah guru` of `Jumlah guru dan siswa`)?"""
    return mirip.right_inside >= 0.75


def _judge(one: Butir, parts: Sequence[Butir], mirip: Sequence[Mirip], alike: Likeness) -> tuple[str, Sort] | None:
    years = _sum_years(one, parts)
    narrower = all(map(narrows, mirip))
    union = tuple(dict.fromkeys(word for part in parts for word in part.kata))
    covers = alike.inside(one.kata, union) >= 0.95 and all(m.left_inside < 0.95 for m in mirip)
    if years:
        shown = ", ".join(map(str, years))
        return f"jumlah angka tahun {shown} sama, nama sejalan", "sum" if narrower or covers else "loose"
    if covers and all(m.right_inside >= 0.9 for m in mirip):
        return "nama-namanya bersama-sama memuat seluruh nama itu", "names"
    if narrower and _differ(parts, alike):
        return "masing-masing memuat seluruh nama itu dan menyempitkannya", "names"
    return None


def _differ(parts: Sequence[Butir], alike: Likeness) -> bool:
    """Does each part narrow in its own way?"""
    return all(
        alike.compare(a.kata, b.kata).rest_left > 0 and alike.compare(a.kata, b.kata).rest_right > 0
        for a, b in pairwise(parts)
    )


def _sum_years(one: Butir, parts: Sequence[Butir]) -> list[int]:
    """The years for which the parts print figures that together are the whole's; sums of ones and noughts say nothing."""
    if one.unit in _COUNTED_NOT:
        return []
    years: set[int] = set()
    for slot in one.figures:
        columns = [part.values(slot) for part in parts]
        if slot[1] == "capaian" or not all(columns) or not one.values(slot):
            continue
        figures = [values[0] for values in columns]
        total = sum(figures, Decimal())
        if total in one.values(slot) and sum(map(bool, figures)) > 1 and total > len(figures):
            years.add(slot[0])
    return sorted(years)
