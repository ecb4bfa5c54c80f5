"""Which indicator of an earlier report is which of a later one: two lists of `Butir` in, a `Jodoh` per indicator out.

All pairs are scored (`saksi`) and assigned one to one so that the whole fits best; a pair that is near another one, or that
has its name alone to speak for it, is doubtful. Splits and mergers are looked for first (`pecah`).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.archive.butir import Butir
from extractor.archive.kata import Likeness, mend
from extractor.archive.pecah import Pecah, find_splits
from extractor.archive.saksi import Saksi, common_figures, reasons, saksi, same_name
from extractor.model.perbandingan import Relasi

SURE, POSSIBLE, MARGIN = 0.9, 0.15, 1.5
"""Score from which a pair is said to be one; from which it is doubtful; how much worse (in logits) every exchange must be."""
_OTHER_WORDING = 0.9
"""Below this a name may mean something else (`…, termasuk …`); then only equal figures of one year make a pair sure."""
_LEAST = math.log(POSSIBLE / (1 - POSSIBLE))


@dataclass(frozen=True, slots=True)
class Jodoh:
    """Index of the earlier and the later indicator (None: there is none), what became of it and why."""

    left: int | None
    right: int | None
    relasi: Relasi
    alasan: str
    skor: float


def match(left: Sequence[Butir], right: Sequence[Butir], *, stranger: bool = False) -> list[Jodoh]:
    """What became of every indicator of `left` and where every one of `right` comes from.

    `stranger`: the reports are of different agencies, or of one year, so that nothing is sure between them.
    """
    before, after = _mended(left, right)
    alike = Likeness([b.kata for b in (*before, *after)])
    table = witnesses(before, after, alike)
    splits = [] if stranger else find_splits(before, after, alike, table)
    result = [jodoh for found in splits for jodoh in _of_split(found, left, right)]
    used_left = {j.left for j in result}
    used_right = {j.right for j in result}
    free = {(i, j): s for (i, j), s in table.items() if i not in used_left and j not in used_right}
    pairs = assign(free)
    result += [_judged(i, j, free, pairs, (left, right), stranger) for i, j in pairs.items()]
    return result + _rest(result, left, right)


def witnesses(before: Sequence[Butir], after: Sequence[Butir], alike: Likeness) -> dict[tuple[int, int], Saksi]:
    """The witnesses of every pair that is not out of the question."""
    common = common_figures(before) | common_figures(after)
    every = ((i, j, saksi(a, b, alike, common)) for i, a in enumerate(before) for j, b in enumerate(after))
    return _with_neighbours({(i, j): found for i, j, found in every if found.name + found.equal > 0.3})


def _with_neighbours(table: dict[tuple[int, int], Saksi]) -> dict[tuple[int, int], Saksi]:
    """Each pair with whether the indicators right before or right after both have one name, too."""
    named = {key for key, found in table.items() if found.name >= 0.97 and found.unit is not False}
    return {
        (i, j): replace(found, neighbour=bool({(i - 1, j - 1), (i + 1, j + 1)} & named))
        for (i, j), found in table.items()
    }


def assign(table: dict[tuple[int, int], Saksi]) -> dict[int, int]:
    """The one-to-one pairs whose scores together are best; pairs that are hardly possible are left out."""
    if not table:
        return {}
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    rows = sorted({i for i, _ in table})
    columns = sorted({j for _, j in table})
    gain = np.zeros((len(rows), len(columns)))
    row_of = {i: n for n, i in enumerate(rows)}
    column_of = {j: n for n, j in enumerate(columns)}
    for (i, j), found in table.items():
        gain[row_of[i], column_of[j]] = max(found.logit - _LEAST, 0.0)
    chosen = zip(*linear_sum_assignment(gain, maximize=True), strict=True)
    return {rows[r]: columns[c] for r, c in chosen if gain[r, c] > 0}


def _mended(left: Sequence[Butir], right: Sequence[Butir]) -> tuple[list[Butir], list[Butir]]:
    known = Likeness([b.kata for b in (*left, *right)] + [b.sasaran for b in (*left, *right)]).known

    def mended(side: Sequence[Butir]) -> list[Butir]:
        return [replace(b, kata=mend(b.kata, known), sasaran=mend(b.sasaran, known)) for b in side]

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
    rival = _rival(i, j, table, pairs)
    if stranger:
        return Jodoh(
            i, j, "doubtful", f"{why}; lain instansi atau tahun laporan sama, jadi tidak dipasangkan", found.skor
        )
    if rival is not None:
        names = f"{sides[0][rival[0]].nama!r} / {sides[1][rival[1]].nama!r}"
        return Jodoh(i, j, "doubtful", f"{a.nama!r} / {b.nama!r}: {why}; hampir sama kuat dengan {names}", found.skor)
    if not found.beside_name:
        return Jodoh(i, j, "doubtful", f"{a.nama!r}: {why}; selain nama tidak ada yang mendukung", min(found.skor, 0.7))
    if found.skor < SURE or (found.name < _OTHER_WORDING and found.equal < 0.5):
        return Jodoh(i, j, "doubtful", f"{a.nama!r} / {b.nama!r}: {why}", found.skor)
    return Jodoh(i, j, "same" if same_name(a, b) else "renamed", why, found.skor)


def _rival(i: int, j: int, table: dict[tuple[int, int], Saksi], pairs: dict[int, int]) -> tuple[int, int] | None:
    """Another pair of one of the two after whose exchange the whole would be hardly worse; None when none is near."""
    owner = {right: left for left, right in pairs.items()}
    own = table[i, j].logit - _LEAST
    near: list[tuple[float, tuple[int, int]]] = []
    for (k, m), other in table.items():
        if (k == i) == (m == j) or other.skor < POSSIBLE:
            continue
        free_left, free_right = (owner.get(m), j) if k == i else (i, pairs.get(k))
        kept = own + (_logit(table, free_left, m) if k == i else _logit(table, k, free_right))
        swapped = other.logit - _LEAST + _logit(table, free_left, free_right)
        near.append((kept - swapped, (k, m)))
    best = min(near, default=None)
    return best[1] if best is not None and best[0] < MARGIN else None


def _logit(table: dict[tuple[int, int], Saksi], i: int | None, j: int | None) -> float:
    if i is None or j is None or (i, j) not in table:
        return 0.0
    return max(table[i, j].logit - _LEAST, 0.0)


def _of_split(found: Pecah, left: Sequence[Butir], right: Sequence[Butir]) -> list[Jodoh]:
    sure: Relasi = found.relasi if found.skor >= SURE else "doubtful"
    one, many = (left, right) if found.relasi == "split" else (right, left)
    names = ", ".join(repr(many[n].nama) for n in found.many)
    verb = "dipecah menjadi" if found.relasi == "split" else "gabungan dari"
    why = f"{one[found.one].nama!r} {verb} {names}: {found.alasan}"
    pairs = [(found.one, n) if found.relasi == "split" else (n, found.one) for n in found.many]
    return [Jodoh(i, j, sure, why, found.skor) for i, j in pairs]


def _rest(result: Sequence[Jodoh], left: Sequence[Butir], right: Sequence[Butir]) -> list[Jodoh]:
    lefts, rights = {j.left for j in result}, {j.right for j in result}
    gone = [
        Jodoh(i, None, "gone", "tidak ada padanannya di laporan sesudahnya", 1.0)
        for i in range(len(left))
        if i not in lefts
    ]
    new = [
        Jodoh(None, j, "new", "tidak ada padanannya di laporan sebelumnya", 1.0)
        for j in range(len(right))
        if j not in rights
    ]
    return gone + new
