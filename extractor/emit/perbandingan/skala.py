"""Axes: figures in, positions and round ticks out."""

import math
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple


class Skala(NamedTuple):
    """From `low` to `high`, drawn from `bottom` up to `top`."""

    low: float
    high: float
    bottom: float
    top: float
    ticks: tuple[Decimal, ...]

    def at(self, value: Decimal) -> float:
        share = (float(value) - self.low) / (self.high - self.low)
        return round(self.bottom - share * (self.bottom - self.top), 1)


def make_scale(values: Sequence[Decimal], bottom: float, top: float) -> Skala:
    """Around all `values` (at least one), with two to five round ticks."""
    low, high = float(min(values)), float(max(values))
    if high == low:
        margin = abs(high) * 0.1 or 1.0
        low, high = low - margin, high + margin
    step = _round_step((high - low) / 3)
    first, last = math.floor(low / float(step)), math.ceil(high / float(step))
    ticks = tuple(step * n for n in range(first, last + 1))
    return Skala(float(ticks[0]), float(ticks[-1]), bottom, top, ticks)


def _round_step(rough: float) -> Decimal:
    """The smallest of 1, 2, 5 times a power of ten that is not less."""
    power = Decimal(1).scaleb(math.floor(math.log10(rough)))
    return next(power * n for n in (1, 2, 5, 10) if float(power * n) >= rough * 0.999)
