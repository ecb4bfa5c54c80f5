"""How often a match of a given strength is right: a strength in, a share from 0 to 1 out.

The tables are monotone (isotonic) fits over the generated histories of `benchmarks/histories.py` with the seed of
`benchmarks/matching.py --calibrate`, which prints them; `tests/archive` checks them on another seed.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal, TypeAlias

Table: TypeAlias = Sequence[tuple[float, float]]
"""Strengths in rising order with their shares; between two of them the share is on the line."""

PAIR: Table = (*((-3.0, 0.95), (-1.0, 0.987), (0.5, 0.996), (3.0, 0.999)),)
"""A pair that was assigned. Its strength is its logit, or how much worse the best exchange is, if that is less."""
ALONE: Table = (*((-9.9, 0.9985), (-8.4, 0.9958), (-6.2, 0.989), (-5.0, 0.97), (-4.4, 0.95), (-3.2, 0.915)),)
"""An indicator that was left over is really new or gone, by the logit of the nearest other one of which that is not settled."""


Sort: TypeAlias = Literal["other", "part", "name", "kegiatan"]
PART = 0.014
"""A pair of which one name narrows the other while another one does so, too."""
OTHER = 0.5
"""A pair whose names differ in words that may mean something else, and which no equal figures prove."""
NEAR: Mapping[Sort, float] = {"part": 0.05, "name": 0.3, "kegiatan": 0.77}
"""An indicator that was left over while another one may be a part of it (or the whole), or has its very name, is really new or gone."""


def share(table: Table, strength: float) -> float:
    """The share at a strength; beyond the ends that of the end."""
    place = bisect_right([at for at, _ in table], strength)
    if place == 0:
        return table[0][1]
    if place == len(table):
        return table[-1][1]
    (low, first), (high, last) = table[place - 1], table[place]
    return first + (last - first) * (strength - low) / (high - low)


def is_monotone(table: Table) -> bool:
    """Do strengths rise, and shares all rise or all fall?"""
    rises = [b[0] > a[0] for a, b in pairwise(table)]
    steps = [b[1] - a[1] for a, b in pairwise(table)]
    return all(rises) and (all(s >= 0 for s in steps) or all(s <= 0 for s in steps))
