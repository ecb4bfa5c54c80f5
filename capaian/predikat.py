"""Rating scales: which predikat belongs to a capaian.

In: a scale as bands, printed in the report (preferred) or one of the standard ones, and a value. Out: the labels that the
scale allows for the value.

Printed scales have gaps and overlaps (`76-90`, `≥ 91`: where is 90,5?). A scale is therefore kept as ordered lower bounds:
a band reaches up to the next one. A value between the printed end of a band and the next lower bound is on a boundary: the
label below (cut) and the label above (rounded) are both accepted. Above the top band the top label holds.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from capaian.interval import Figur


class Pita(NamedTuple):
    """A band as printed: from `lower` to `upper` (None: open-ended). `lower_open`: `> 80`, the bound itself is not in it."""

    label: str
    lower: Decimal | None
    upper: Decimal | None = None
    lower_open: bool = False
    upper_open: bool = False


class Penilaian(NamedTuple):
    """The labels a scale allows, best first; `boundary` when the scale leaves the value between two bands or in two."""

    labels: tuple[str, ...]
    boundary: bool = False

    def accepts(self, label: str) -> bool:
        return normal(label) in {normal(known) for known in self.labels}


class Skala(NamedTuple):
    """A scale; `source` says where it was read (a table of the report, or the regulation). Bands from the top down."""

    name: str
    bands: tuple[Pita, ...]
    source: str = ""

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(band.label for band in self.bands)

    def knows(self, label: str) -> bool:
        return normal(label) in {normal(known) for known in self.labels}


def normal(label: str) -> str:
    """A label without case, white space and abbreviation in brackets (`Baik Sekali (BS)`, a wrapped `Cukup Berhasi l`)."""
    return re.sub(r"[^a-z0-9]", "", re.sub(r"\([^)]*\)", "", label).casefold())


def scale(name: str, bands: Iterable[Pita], source: str = "") -> Skala | None:
    """The scale of printed bands in any order; None when fewer than two bands have a bound, or two have the same bounds."""
    known = [band for band in bands if band.lower is not None or band.upper is not None]
    floors = [_floor(band) for band in known]
    if len(known) < 2 or len(set(floors)) < len(known):
        return None
    ordered = [band for _, band in sorted(zip(floors, known, strict=True), key=lambda pair: pair[0], reverse=True)]
    return Skala(name, _with_upper(ordered), source)


def _with_upper(bands: list[Pita]) -> tuple[Pita, ...]:
    """Bands from the top down; one without an upper end reaches up to the next lower bound."""
    closed = bands[:1]
    for above, band in pairwise(bands):
        if band.upper is None and above.lower is not None:
            band = band._replace(upper=above.lower, upper_open=not above.lower_open)
        closed.append(band)
    return tuple(closed)


def rate(skala: Skala, figure: Figur) -> Penilaian:
    """The labels for a printed value. A value that no band holds is read twice, cut (the band below) and rounded to an
    integer (perhaps the band above); where the readings differ, it is on a boundary."""
    value = figure.number
    found = [band.label for band in skala.bands if _inside(band, value)]
    if not found:
        found = [*_by_floor(skala, _whole(value)), *_by_floor(skala, value), *_touching(skala, value)]
    labels = tuple(dict.fromkeys(found))
    return Penilaian(labels, boundary=len(labels) > 1)


def _floor(band: Pita) -> Decimal:
    return band.lower if band.lower is not None else Decimal("-Infinity")


def _inside(band: Pita, value: Decimal) -> bool:
    above = band.lower is None or (value > band.lower if band.lower_open else value >= band.lower)
    below = band.upper is None or (value < band.upper if band.upper_open else value <= band.upper)
    return above and below


def _by_floor(skala: Skala, value: Decimal) -> list[str]:
    for band in skala.bands:
        if band.lower is None or value > band.lower or (value == band.lower and not band.lower_open):
            return [band.label]
    return [skala.bands[-1].label]


def _touching(skala: Skala, value: Decimal) -> list[str]:
    """Bands with the value exactly on an end that they leave out: `90` between `75-89,99` and `> 90` belongs to both."""
    return [band.label for band in skala.bands if value in (band.lower, band.upper)]


def _whole(value: Decimal) -> Decimal:
    """The value rounded half up to an integer: how scales with integer bounds are often read."""
    return (value + Decimal("0.5")).to_integral_value(rounding="ROUND_FLOOR")


def _standard(name: str, source: str, *bands: tuple[str, str, bool]) -> Skala:
    known = [Pita(label, Decimal(lower), lower_open=is_open) for lower, label, is_open in bands]
    return Skala(name, _with_upper(known), source)


P54 = Skala(
    "P54",
    (
        Pita("Sangat Tinggi", Decimal(91)),
        Pita("Tinggi", Decimal(76), Decimal(90)),
        Pita("Sedang", Decimal(66), Decimal(75)),
        Pita("Rendah", Decimal(51), Decimal(65)),
        Pita("Sangat Rendah", None, Decimal(50)),
    ),
    "Permendagri 54/2010, Permendagri 86/2017",
)
SAKIP = _standard(
    "SAKIP",
    "PermenPANRB 12/2015, PermenPANRB 88/2021",
    ("90", "AA", True),
    ("80", "A", True),
    ("70", "BB", True),
    ("60", "B", True),
    ("50", "CC", True),
    ("30", "C", True),
    ("0", "D", False),
)
IKM = _standard(
    "IKM",
    "PermenPANRB 14/2017",
    ("88.31", "A", False),
    ("76.61", "B", False),
    ("65", "C", False),
    ("25", "D", False),
)
STANDAR: dict[str, Skala] = {skala.name: skala for skala in (P54, SAKIP, IKM)}
"""Scales of regulations. None is applied to a capaian unless the report prints it or the caller asks for it."""

URUTAN: dict[str, tuple[str, ...]] = {
    "opini": ("TMP", "TW", "WDP", "WTP"),
    "sakip": ("D", "C", "CC", "B", "BB", "A", "AA"),
}
"""Grades in words, worst first, for targets that are no numbers."""


def same_grade(target: str, realisasi: str) -> bool:
    """Target and realisasi are the same word: the target is met exactly."""
    return bool(normal(target)) and normal(target) == normal(realisasi)


def compare_grades(target: str, realisasi: str) -> int | None:
    """-1 below, 0 at, 1 above the target; None when the words do not stand in one order."""
    wanted, got = target.strip().upper(), realisasi.strip().upper()
    for order in URUTAN.values():
        if wanted in order and got in order:
            difference = order.index(got) - order.index(wanted)
            return (difference > 0) - (difference < 0)
    return None
