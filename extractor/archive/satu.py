"""Rows of one report that are one indicator though its tables word it otherwise: `Butir` of single wordings in, joined ones out.

What joins: a spelling; a gloss in brackets beside equal figures; one sub kegiatan that each table measures once; two lists of
equal length that agree row by row. Two rows of one table are never one.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import combinations

from extractor.archive.butir import Butir, Sebutan
from extractor.archive.kata import Likeness, bare
from extractor.archive.satuan import agree, is_scale

_ONE_NAME = 0.95
_LONG = 5
"""So many words of a name tell it from others, whatever its unit."""
_OF_ONE_KEGIATAN = 0.3
"""Likeness of two names from which they are one, where both are the only indicator of one kegiatan."""
_LEAST_ROWS = 3
_PLAIN = frozenset(map(Decimal, (0, 1, 100)))


def joined(found: Sequence[Butir]) -> list[Butir]:
    """The indicators in the order of their first rows; those joined keep the first wording and remember the others."""
    alike = Likeness([b.kata for b in found])
    result = _pass(found, lambda a, b: _is_one(a, b, alike), alike)
    alone = _alone_in_kegiatan(result)
    result = _pass(result, lambda a, b: _of_one_kegiatan(a, b, alone, alike), alike)
    return _aligned(result, alike)


def may_change(butir: Butir, unit: str | None) -> bool:
    """May it be printed in this other unit and still be meant? Where its name is long, or both are rates."""
    return len(butir.kata) >= _LONG or (is_scale(butir.unit) and is_scale(unit))


def contradict(left: Butir, right: Butir) -> bool:
    """Do they tell different figures of one year and role?"""
    shared = left.figures.keys() & right.figures.keys()
    return any(left.values(s) and right.values(s) and not {*left.values(s)} & {*right.values(s)} for s in shared)


def _pass(found: Sequence[Butir], is_one: Callable[[Butir, Butir], bool], alike: Likeness) -> list[Butir]:
    result: list[Butir] = []
    for butir in found:
        same = [b for b in result if is_one(b, butir)]
        if len(same) == 1:
            _take(same[0], butir, alike)
        else:
            result.append(butir)
    return result


def _take(first: Butir, other: Butir, alike: Likeness) -> None:
    for new in (Sebutan(other.nama, other.kata, other.satuan, other.tabel, other.page), *other.lain):
        if all(alike(known, new.kata) < _ONE_NAME for known in first.names):
            first.lain.append(new)
    first.tables |= other.tables
    first.rows |= {tabel: row for tabel, row in other.rows.items() if tabel not in first.rows}
    first.unit, first.satuan = (first.unit, first.satuan) if first.unit else (other.unit, other.satuan)
    first.rumus = first.rumus or other.rumus
    first.kegiatan = first.kegiatan or other.kegiatan
    first.sasaran = first.sasaran or other.sasaran
    first.programs = first.programs and other.programs
    for slot, figures in other.figures.items():
        first.figures.setdefault(slot, []).extend(figures)


def _is_one(left: Butir, right: Butir, alike: Likeness) -> bool:
    if left.tables & right.tables or left.ordinal != right.ordinal:
        return False
    if left.programs and right.programs and contradict(left, right):
        return False
    if alike(left.kata, right.kata) < _ONE_NAME and not _glossed(left, right, alike):
        return False
    return agree(left.unit, right.unit) is not False or may_change(left, right.unit)


def _glossed(left: Butir, right: Butir, alike: Likeness) -> bool:
    """Is one the other with an explanation in brackets, and do both print a figure in common?"""
    ours, theirs = bare(left.nama), bare(right.nama)
    one_is_bare = (ours == left.kata) != (theirs == right.kata)
    return (
        one_is_bare and _tells_equal(left, right) and alike(ours, theirs) >= _ONE_NAME and not contradict(left, right)
    )


def _tells_equal(left: Butir, right: Butir) -> bool:
    shared = left.figures.keys() & right.figures.keys()
    return any(({*left.values(s)} & {*right.values(s)}) - _PLAIN for s in shared)


def _alone_in_kegiatan(found: Sequence[Butir]) -> set[tuple[str, str]]:
    """Tables and kegiatan with a single indicator there."""
    count = Counter((tabel, name) for b in found for name in _kegiatan(b) for tabel in b.tables)
    return {key for key, number in count.items() if number == 1}


def _of_one_kegiatan(left: Butir, right: Butir, alone: set[tuple[str, str]], alike: Likeness) -> bool:
    shared = _kegiatan(left) & _kegiatan(right)
    if not shared or left.tables & right.tables:
        return False
    return (
        all((tabel, name) in alone for tabel in left.tables | right.tables for name in shared)
        and agree(left.unit, right.unit) is not False
        and alike(left.kata, right.kata) >= _OF_ONE_KEGIATAN
        and not contradict(left, right)
    )


def _kegiatan(butir: Butir) -> set[str]:
    return {"".join(name) for name in butir.kegiatan}


def _aligned(found: Sequence[Butir], alike: Likeness) -> list[Butir]:
    """Two tables with as many indicators, most of them the same at the same places: the others are so, too, where they tell an
    equal figure."""
    result = list(found)
    tables: dict[str, list[Butir]] = defaultdict(list)
    for butir in result:
        for tabel in butir.rows:
            tables[tabel].append(butir)
    lists = [sorted(rows, key=_place(tabel)) for tabel, rows in tables.items()]
    for one, other in combinations(lists, 2):
        for left, right in _pairs(one, other):
            _take(left, right, alike)
            result = [b for b in result if b is not right]
            for rows in lists:
                rows[:] = [left if b is right else b for b in rows]
    return result


def _place(tabel: str) -> Callable[[Butir], int]:
    return lambda butir: butir.rows[tabel]


def _pairs(one: Sequence[Butir], other: Sequence[Butir]) -> list[tuple[Butir, Butir]]:
    if len(one) != len(other) or len(one) < _LEAST_ROWS:
        return []
    same = sum(a is b for a, b in zip(one, other, strict=True))
    if 2 * same < len(one):
        return []
    return [
        (a, b)
        for a, b in zip(one, other, strict=True)
        if a is not b
        and not a.tables & b.tables
        and agree(a.unit, b.unit) is not False
        and _tells_equal(a, b)
        and not contradict(a, b)
    ]
