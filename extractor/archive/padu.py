"""One-to-one assignment of pairs that have a strength: a table of pairs in, those that together are best out, and how near others are."""

import math
from collections.abc import Mapping
from typing import Protocol, TypeAlias

Pasangan: TypeAlias = tuple[int, int]


class Kuat(Protocol):
    """Witnesses that have a strength."""

    @property
    def logit(self) -> float: ...


def assign(table: Mapping[Pasangan, Kuat], least: float) -> dict[int, int]:
    """The one-to-one pairs whose strengths together are best; pairs not stronger than `least` are left out."""
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
        gain[row_of[i], column_of[j]] = max(found.logit - least, 0.0)
    chosen = zip(*linear_sum_assignment(gain, maximize=True), strict=True)
    return {rows[r]: columns[c] for r, c in chosen if gain[r, c] > 0}


def rival(
    i: int, j: int, table: Mapping[Pasangan, Kuat], pairs: Mapping[int, int], least: float
) -> tuple[float, Pasangan | None]:
    """How much worse the whole is after the best exchange of one of the two, and the pair that would come instead."""
    owner = {right: left for left, right in pairs.items()}
    own = table[i, j].logit - least
    near: list[tuple[float, Pasangan]] = []
    for (k, m), other in table.items():
        if (k == i) == (m == j) or other.logit < least:
            continue
        free_left, free_right = (owner.get(m), j) if k == i else (i, pairs.get(k))
        kept = own + (_over(table, free_left, m, least) if k == i else _over(table, k, free_right, least))
        swapped = other.logit - least + _over(table, free_left, free_right, least)
        near.append((kept - swapped, (k, m)))
    return min(near, default=(math.inf, None))


def _over(table: Mapping[Pasangan, Kuat], i: int | None, j: int | None, least: float) -> float:
    if i is None or j is None or (i, j) not in table:
        return 0.0
    return max(table[i, j].logit - least, 0.0)
