"""Splits and mergers: one indicator on one side whose name and figures several on the other side make up together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import Literal

from extractor.archive.butir import Butir
from extractor.archive.kata import Likeness
from extractor.archive.saksi import Saksi
from extractor.archive.satuan import agree

_PARTS = (2, 3)
_NEAR = 0.75
"""Share of a name's words that the other must have to be a part of it."""


@dataclass(frozen=True, slots=True)
class Pecah:
    """`one` and `many` are indexes; for a split `one` is of the earlier report, for a merger of the later one."""

    relasi: Literal["split", "merged"]
    one: int
    many: tuple[int, ...]
    alasan: str
    skor: float


def find_splits(
    left: Sequence[Butir], right: Sequence[Butir], alike: Likeness, table: Mapping[tuple[int, int], Saksi]
) -> list[Pecah]:
    """Splits and mergers among indicators that have no counterpart of their own name; the surest first, none twice."""
    kept_left = {i for (i, _), found in table.items() if found.name >= 0.97 and found.unit is not False}
    kept_right = {j for (_, j), found in table.items() if found.name >= 0.97 and found.unit is not False}
    free_left = [i for i in range(len(left)) if i not in kept_left]
    free_right = [j for j in range(len(right)) if j not in kept_right]
    found = [Pecah("split", *p) for p in _parts(left, free_left, right, free_right, alike)]
    found += [Pecah("merged", *p) for p in _parts(right, free_right, left, free_left, alike)]
    chosen: list[Pecah] = []
    for item in sorted(found, key=lambda p: (-p.skor, p.one, p.many)):
        if not any(_touches(item, other) for other in chosen):
            chosen.append(item)
    return chosen


def _touches(item: Pecah, other: Pecah) -> bool:
    ours, theirs = _sides(item), _sides(other)
    return bool(ours[0] & theirs[0] or ours[1] & theirs[1])


def _sides(item: Pecah) -> tuple[set[int], set[int]]:
    return ({item.one}, set(item.many)) if item.relasi == "split" else (set(item.many), {item.one})


def _parts(
    ones: Sequence[Butir],
    free_ones: Sequence[int],
    others: Sequence[Butir],
    free_others: Sequence[int],
    alike: Likeness,
) -> Iterable[tuple[int, tuple[int, ...], str, float]]:
    for i in free_ones:
        near = [
            j
            for j in free_others
            if agree(ones[i].unit, others[j].unit) is not False and _is_part(ones[i], others[j], alike)
        ]
        for size in _PARTS:
            for many in combinations(near[:8], size):
                found = _judge(ones[i], [others[j] for j in many], alike)
                if found is not None:
                    yield i, many, *found


def _is_part(one: Butir, part: Butir, alike: Likeness) -> bool:
    """A part either narrows the whole (`… perempuan`) or names one of the things that the whole names."""
    return max(alike.inside(one.kata, part.kata), alike.inside(part.kata, one.kata)) >= _NEAR


def _judge(one: Butir, parts: Sequence[Butir], alike: Likeness) -> tuple[str, float] | None:
    years = _sum_years(one, parts)
    narrows = all(alike.inside(one.kata, part.kata) >= _NEAR for part in parts)
    union = tuple(dict.fromkeys(word for part in parts for word in part.kata))
    covers = alike.inside(one.kata, union) >= 0.95 and all(alike.inside(one.kata, p.kata) < 0.95 for p in parts)
    if years:
        shown = ", ".join(map(str, years))
        return f"jumlah angka tahun {shown} sama, nama sejalan", 0.97 if narrows or covers else 0.8
    if covers and all(alike.inside(part.kata, one.kata) >= 0.9 for part in parts):
        return "nama-namanya bersama-sama memuat seluruh nama itu", 0.92
    return None


def _sum_years(one: Butir, parts: Sequence[Butir]) -> list[int]:
    years: set[int] = set()
    for slot in one.figures:
        if slot[1] == "capaian":
            continue
        columns = [part.values(slot) for part in parts]
        if all(columns) and one.values(slot):
            total = sum((values[0] for values in columns), Decimal())
            if total in one.values(slot) and total:
                years.add(slot[0])
    return sorted(years)
