"""Which indicator of an earlier report is which of a later one: two lists of `Butir` in, a `Jodoh` per indicator out.

All pairs are scored (`saksi`) and assigned one to one so that the whole fits best; a pair that is near another one, or that
has its name alone to speak for it, is doubtful. Splits and mergers are looked for first (`pecah`).
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from extractor.archive.butir import Butir
from extractor.archive.kata import Likeness, mend
from extractor.archive.padu import assign, rival
from extractor.archive.pecah import Pecah, find_splits, narrows
from extractor.archive.saksi import Saksi, common_figures, reasons, saksi, same_name
from extractor.archive.takaran import ALONE, NEAR, OTHER, PAIR, PART, Sort, share
from extractor.model.perbandingan import Relasi

SURE, SURE_ALONE = 0.97, 0.91
"""Share of right ones from which a pair or a split is said to be sure; and a new or a gone indicator, which joins nothing."""
_LEAST = -3.0
"""Logit of a pair that is not worth to be assigned."""
_NONE = -12.0
_PART = -4.0
"""Logit that an indicator gets at least that says all of another one's name and little more: it may be a part of it."""
_ONE_NAME = 0.97
_NEAR = 5
"""So many places away an indicator that both lists have still says where another one stands."""
_ALIKE = 0.6
"""Likeness of names from which two agencies' indicators are worth a word."""
_OTHER_WORDING = 0.9
_NO_LIKENESS = 0.4
"""Names that have less in common are never surely one: round figures (25, 50, 75, 100) come together by chance."""


@dataclass(frozen=True, slots=True)
class Jodoh:
    """Index of the earlier and the later indicator (None: there is none), what became of it and why.

    `skor`: how often such a match is right, 0 to 1. `kekuatan`: the strength it was read from; None where it is one for all of a
    sort. `sort`: the table or the sort that it was read from (`takaran`, `pecah`)."""

    left: int | None
    right: int | None
    relasi: Relasi
    alasan: str
    skor: float
    kekuatan: float | None = None
    sort: str = ""


def match(
    left: Sequence[Butir],
    right: Sequence[Butir],
    *,
    stranger: bool = False,
    forbidden: Collection[tuple[int, int]] = (),
) -> list[Jodoh]:
    """What became of every indicator of `left` and where every one of `right` comes from.

    `stranger`: the reports are of different agencies, or of one year, so that nothing is sure between them. `forbidden`: pairs that
    are not one, as a person said.
    """
    before, after = _mended(left, right)
    alike = Likeness([name for b in (*before, *after) for name in b.names])
    least = _ALIKE if stranger else 0.0
    table = {
        key: found
        for key, found in witnesses(before, after, alike, stranger=stranger).items()
        if key not in forbidden and found.name >= least
    }
    splits = [] if stranger else find_splits(before, after, alike, table)
    result = [jodoh for found in splits for jodoh in _of_split(found, left, right)]
    used_left = {j.left for j in result}
    used_right = {j.right for j in result}
    free = {(i, j): s for (i, j), s in table.items() if i not in used_left and j not in used_right}
    pairs = assign(free, _LEAST)
    result += [_judged(i, j, free, pairs, (left, right), stranger) for i, j in pairs.items()]
    return result + _rest(result, left, right, table)


def witnesses(
    before: Sequence[Butir], after: Sequence[Butir], alike: Likeness, *, stranger: bool = False
) -> dict[tuple[int, int], Saksi]:
    """The witnesses of every pair that is not out of the question. Between strangers only like names are of interest."""
    common = common_figures(before) | common_figures(after)
    every = (
        (i, j, saksi(a, b, alike, common))
        for i, a in enumerate(before)
        for j, b in enumerate(after)
        if not stranger or _share_words(a, b)
    )
    return _with_neighbours(
        {(i, j): found for i, j, found in every if found.name + found.equal > 0.3 or found.kegiatan}
    )


def _share_words(left: Butir, right: Butir) -> bool:
    """Has one wording a third of the other's words?"""
    return any(3 * len({*a} & {*b}) >= min(len(a), len(b)) for a in left.names for b in right.names)


def _with_neighbours(table: dict[tuple[int, int], Saksi]) -> dict[tuple[int, int], Saksi]:
    """Each pair with whether the indicators around both have one name, too."""
    named = {key for key, found in table.items() if found.name >= _ONE_NAME and found.unit is not False}
    fixed = _once([key for key, found in table.items() if found.name >= _ONE_NAME])
    return {
        (i, j): replace(
            found,
            neighbour=bool({(i - 1, j - 1), (i + 1, j + 1)} & named),
            between=_between(i, j, fixed),
        )
        for (i, j), found in table.items()
    }


def _once(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those pairs of which neither side is in another one."""
    lefts, rights = Counter(i for i, _ in pairs), Counter(j for _, j in pairs)
    return [(i, j) for i, j in pairs if lefts[i] == rights[j] == 1]


def _between(i: int, j: int, fixed: Sequence[tuple[int, int]]) -> bool:
    """Is the nearest fixed pair before i the nearest before j, and the nearest after i that after j, none of them far away?"""
    before = [
        max((p for p in fixed if p[side] < at), key=lambda p: p[side], default=None) for side, at in enumerate((i, j))
    ]
    after = [
        min((p for p in fixed if p[side] > at), key=lambda p: p[side], default=None) for side, at in enumerate((i, j))
    ]
    around = [pair for pair in (before[0], after[0]) if pair is not None]
    near = all(abs(k - i) <= _NEAR and abs(m - j) <= _NEAR for k, m in around)
    return bool(around) and near and before[0] == before[1] and after[0] == after[1]


def _mended(left: Sequence[Butir], right: Sequence[Butir]) -> tuple[list[Butir], list[Butir]]:
    both = (*left, *right)
    known = Likeness([name for b in both for name in (*b.names, b.sasaran, *b.kegiatan)]).known

    def mended(side: Sequence[Butir]) -> list[Butir]:
        return [
            replace(
                b,
                kata=mend(b.kata, known),
                lain=[other._replace(kata=mend(other.kata, known)) for other in b.lain],
                sasaran=mend(b.sasaran, known),
                kegiatan=tuple(mend(name, known) for name in b.kegiatan),
            )
            for b in side
        ]

    return mended(left), mended(right)


def _judged(
    i: int,
    j: int,
    table: dict[tuple[int, int], Saksi],
    pairs: dict[int, int],
    sides: tuple[Sequence[Butir], Sequence[Butir]],
    stranger: bool,
) -> Jodoh:
    found = table[i, j]
    a, b = sides[0][i], sides[1][j]
    why = reasons(found, a, b)
    gap, other_pair = rival(i, j, table, pairs, _LEAST)
    kuat = min(found.logit, gap)
    part = _one_of_parts(i, j, table)
    other = found.name < _NO_LIKENESS or _means_other(found)
    skor, sort = (PART, "PART") if part else (OTHER, "OTHER") if other else (share(PAIR, kuat), "PAIR")
    if stranger:
        why += "; lain instansi atau tahun laporan sama, jadi tidak dipasangkan"
    elif not found.beside_name:
        why += "; selain nama tidak ada yang mendukung"
    elif found.name < _NO_LIKENESS:
        why += "; namanya terlalu lain"
    elif skor >= SURE:
        return Jodoh(i, j, "same" if same_name(a, b) else "renamed", why, skor, kuat, sort)
    elif other_pair is not None and gap < found.logit:
        k, m = other_pair
        why += f"; hampir sama kuat dengan {sides[0][k].nama!r} / {sides[1][m].nama!r}"
    return Jodoh(i, j, "doubtful", f"{a.nama!r} / {b.nama!r}: {why}", skor, kuat, sort)


def _means_other(found: Saksi) -> bool:
    """A name with words that the other lacks may mean something else (`…, termasuk …`). Then only equal figures make a pair sure,
    or, where no word stands instead of another and no figure is told differently, two other witnesses with none against them."""
    if found.name >= _OTHER_WORDING or found.equal >= 0.5:
        return False
    if (
        found.mirip.swapped
        or found.kegiatan is False
        or found.unit is False
        or found.direction is False
        or not found.ordinal
        or found.differ > found.equal
    ):
        return True
    return (
        sum(
            (
                found.unit is True,
                (found.sasaran or 0) >= 0.8,
                found.neighbour or found.between,
                found.equal >= 0.2,
                found.kegiatan is True,
            )
        )
        < 2
    )


def _one_of_parts(i: int, j: int, table: dict[tuple[int, int], Saksi]) -> bool:
    """Does one name narrow the other, and another one narrows it, too? Then it may have been split, or merged."""
    mirip = table[i, j].mirip
    if narrows(mirip):
        return any(k == i and m != j and narrows(found.mirip) for (k, m), found in table.items())
    if narrows(mirip.turned):
        return any(m == j and k != i and narrows(found.mirip.turned) for (k, m), found in table.items())
    return False


def _of_split(found: Pecah, left: Sequence[Butir], right: Sequence[Butir]) -> list[Jodoh]:
    sure: Relasi = found.relasi if found.skor >= SURE else "doubtful"
    one, many = (left, right) if found.relasi == "split" else (right, left)
    names = ", ".join(repr(many[n].nama) for n in found.many)
    verb = "dipecah menjadi" if found.relasi == "split" else "gabungan dari"
    why = f"{one[found.one].nama!r} {verb} {names}: {found.alasan}"
    pairs = [(found.one, n) if found.relasi == "split" else (n, found.one) for n in found.many]
    return [Jodoh(i, j, sure, why, found.skor, sort=found.sort) for i, j in pairs]


class _Dekat(NamedTuple):
    """What comes nearest to an indicator that was left over: has it the very name, may one be a part of the other, do both measure one
    kegiatan?"""

    logit: float
    sort: Sort
    nama: str


_FAR = _Dekat(_NONE, "other", "")


def _rest(
    result: Sequence[Jodoh], left: Sequence[Butir], right: Sequence[Butir], table: dict[tuple[int, int], Saksi]
) -> list[Jodoh]:
    """What was left over is gone or new, as far as nothing comes near that was left over on the other side, too, has the very name, or
    may be a part or the whole of it."""
    lefts, rights = {j.left for j in result}, {j.right for j in result}
    same_left = {j.left for j in result if j.relasi == "same"}
    same_right = {j.right for j in result if j.relasi == "same"}
    near: dict[tuple[str, int], _Dekat] = {}
    for (i, j), found in table.items():
        sort = _sort(found)
        logit = found.logit if sort == "other" else max(found.logit, _PART)
        far = sort in ("other", "kegiatan")
        if i not in lefts and (j not in rights or sort == "name" or (not far and j not in same_right)):
            near["left", i] = max(near.get(("left", i), _FAR), _Dekat(logit, sort, right[j].nama))
        if j not in rights and (i not in lefts or sort == "name" or (not far and i not in same_left)):
            near["right", j] = max(near.get(("right", j), _FAR), _Dekat(logit, sort, left[i].nama))
    gone = [
        _alone(Jodoh(i, None, "gone", "tidak ada padanannya di laporan sesudahnya", 1.0), near.get(("left", i), _FAR))
        for i in range(len(left))
        if i not in lefts
    ]
    new = [
        _alone(Jodoh(None, j, "new", "tidak ada padanannya di laporan sebelumnya", 1.0), near.get(("right", j), _FAR))
        for j in range(len(right))
        if j not in rights
    ]
    return gone + new


def _sort(found: Saksi) -> Sort:
    if found.name >= _ONE_NAME:
        return "name"
    if narrows(found.mirip) or narrows(found.mirip.turned):
        return "part"
    return "kegiatan" if found.kegiatan else "other"


def _alone(jodoh: Jodoh, near: _Dekat) -> Jodoh:
    skor = share(ALONE, near.logit) if near.sort == "other" else NEAR[near.sort]
    found = replace(jodoh, skor=skor, kekuatan=near.logit, sort="ALONE" if near.sort == "other" else near.sort)
    if found.skor >= SURE_ALONE:
        return found
    return replace(found, relasi="doubtful", alasan=f"{jodoh.alasan}, tetapi mungkin {near.nama!r}")
