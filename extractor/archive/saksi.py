"""What speaks for and against two indicators being one: two `Butir` in, a `Saksi` out, with a score and its reasons.

The score is a weighted sum, a logit. The weights are a logistic regression on generated histories (`benchmarks/matching.py --fit`,
which prints them); witnesses of which those say too little are bounded or set by hand. What share is right at a score says `takaran`.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.archive.butir import Butir, Slot
from extractor.archive.kata import Likeness, Mirip, order_kept

WEIGHTS = {
    "constant": -6.63,
    "name": 2.95,
    "spelling": 9.57,
    "exact": 3.26,
    "swapped": -0.58,
    "replaced": -0.66,
    "longer": 0.91,
    "unit_same": 0.5,
    "unit_other": -1.0,
    "sasaran": 0.5,
    "equal": 10.66,
    "differ": -2.16,
    "position": 0.3,
    "direction": -1.5,
    "ordinal": -2.0,
    "neighbour": 1.69,
    "between": 0.0,
    "kegiatan_same": 0.62,
    "kegiatan_other": -1.33,
}
_PLAIN = frozenset(map(Decimal, (0, 1, 100)))
_SCALED, _TELLING = 0.6, 3
"""Weight of a figure that was moved by its unit; digits from which such a one is known again."""
_REPLACED = 1.2
"""Weight of a word that is rare among the names: another one instead of it names another thing."""
_ONE_KEGIATAN = 0.9
_MOST_EQUAL, _MOST_DIFFER = 3.0, 2.0


@dataclass(frozen=True, slots=True)
class Saksi:
    """The witnesses of a pair. `mirip`: likeness of the names; `sasaran`: 0 to 1, None when either is not printed; `unit`: None
    when either is not printed; `equal`, `differ`: weight of the figures that both print for one year and role; `neighbour`: the
    indicators right before or right after both have one name; `between`: the nearest ones that both lists have surround both;
    `kegiatan`: do they measure one kegiatan? None when either has none."""

    mirip: Mirip
    unit: bool | None
    sasaran: float | None
    equal: float
    differ: float
    distance: float
    direction: bool | None
    ordinal: bool
    neighbour: bool = False
    between: bool = False
    kegiatan: bool | None = None
    equal_years: tuple[int, ...] = ()

    @property
    def name(self) -> float:
        return self.mirip.share

    def features(self) -> dict[str, float]:
        return {
            "constant": 1.0,
            "name": max(self.name - 0.3, 0.0) / 0.7,
            "spelling": float(self.mirip.spelling),
            "exact": float(self.name >= 0.999),
            "swapped": min(self.mirip.swapped, 2.0),
            "replaced": float(self.mirip.swapped >= _REPLACED),
            "longer": min(max(self.mirip.rest_left, self.mirip.rest_right) - self.mirip.swapped, 3.0),
            "unit_same": float(self.unit is True),
            "unit_other": float(self.unit is False),
            "sasaran": 0.0 if self.sasaran is None else self.sasaran - 0.5,
            "equal": min(self.equal, _MOST_EQUAL),
            "differ": min(self.differ, _MOST_DIFFER),
            "position": max(0.5 - 3 * self.distance, -0.5),
            "direction": float(self.direction is False),
            "ordinal": float(not self.ordinal),
            "neighbour": float(self.neighbour),
            "between": float(self.between),
            "kegiatan_same": float(self.kegiatan is True),
            "kegiatan_other": float(self.kegiatan is False),
        }

    @property
    def logit(self) -> float:
        return sum(WEIGHTS[name] * value for name, value in self.features().items())

    @property
    def beside_name(self) -> bool:
        """Does anything but the name speak for the pair?"""
        return (
            self.unit is True
            or self.equal >= 0.2
            or (self.sasaran or 0) >= 0.8
            or self.neighbour
            or self.between
            or self.kegiatan is True
            or (self.unit is None and self.distance <= 0.05)
        )


def saksi(left: Butir, right: Butir, alike: Likeness, common: Counter[tuple[Slot, Decimal]]) -> Saksi:
    """The witnesses of a pair. `common` counts in how many indicators each figure stands in its year and role."""
    unit = bool(left.units & right.units) if left.units and right.units else None
    equal, differ, years = _overlap(left, right, common, scaled=unit is False)
    return Saksi(
        mirip=max((alike.compare(a, b) for a in left.names for b in right.names), key=lambda m: m.share),
        unit=unit,
        sasaran=alike(left.sasaran, right.sasaran) if left.sasaran and right.sasaran else None,
        equal=equal,
        differ=differ,
        distance=abs(left.position - right.position),
        direction=_direction(left.rumus, right.rumus),
        ordinal=left.ordinal == right.ordinal,
        kegiatan=_one_kegiatan(left, right, alike),
        equal_years=years,
    )


def common_figures(butir: Sequence[Butir]) -> Counter[tuple[Slot, Decimal]]:
    return Counter((slot, value) for item in butir for slot in item.figures for value in set(item.values(slot)))


def _overlap(
    left: Butir, right: Butir, common: Counter[tuple[Slot, Decimal]], *, scaled: bool
) -> tuple[float, float, tuple[int, ...]]:
    """`scaled`: the units differ, so that a figure may be the other one moved by its unit (kilogram to ton)."""
    equal = differ = 0.0
    years: set[int] = set()
    for slot in left.figures.keys() & right.figures.keys():
        ours, theirs = left.values(slot), right.values(slot)
        shared = set(ours) & set(theirs)
        if shared:
            equal += max(_rarity(value) / max(common[slot, value], 1) for value in shared)
            years.add(slot[0])
        elif scaled and slot[1] != "capaian" and {_digits(a) for a in ours} & {_digits(b) for b in theirs} - {()}:
            equal += _SCALED
            years.add(slot[0])
        elif ours and theirs and not _may_be_revised(slot, left):
            differ += 1.0
    return equal, differ, tuple(sorted(years))


def _one_kegiatan(left: Butir, right: Butir, alike: Likeness) -> bool | None:
    if not left.kegiatan or not right.kegiatan:
        return None
    return any(alike(a, b) >= _ONE_KEGIATAN for a in left.kegiatan for b in right.kegiatan)


def _may_be_revised(slot: Slot, left: Butir) -> bool:
    """A target that the earlier report set for a year to come: the next plan often sets another."""
    year, peran = slot
    return peran == "target" and left.tahun is not None and year > left.tahun


def _digits(value: Decimal) -> tuple[int, ...]:
    """The digits of a figure that has enough of them to be known again."""
    digits = value.normalize().as_tuple().digits
    return digits if len(digits) >= _TELLING else ()


def _rarity(value: Decimal) -> float:
    """How much it says that two reports print the same figure: little for 0, 1, 100, more the more digits it has."""
    if value in _PLAIN:
        return 0.2
    return 0.6 if len(value.normalize().as_tuple().digits) < 3 else 1.0


def _direction(left: str | None, right: str | None) -> bool | None:
    """Do the formulas of both (F1 more is better, F2 and F3 less is better) point the same way?"""
    if not left or not right:
        return None
    return (left[:2] == "F1") == (right[:2] == "F1")


def reasons(found: Saksi, left: Butir, right: Butir) -> str:
    """The witnesses as the parts of a sentence."""
    parts = [_name_reason(found, left, right)]
    if found.unit is not None:
        shown = f"{left.satuan} / {right.satuan}"
        parts.append(f"satuan sama ({right.satuan})" if found.unit else f"satuan berbeda ({shown})")
    if found.sasaran is not None and found.sasaran >= 0.8:
        parts.append("sasaran sama")
    elif found.sasaran is not None and found.sasaran < 0.5:
        parts.append("sasaran berbeda")
    if found.kegiatan is not None:
        parts.append("kegiatan sama" if found.kegiatan else "kegiatan berbeda")
    return ", ".join([*parts, *_of_figures(found), *_of_place(found)])


def _of_figures(found: Saksi) -> list[str]:
    parts = []
    if found.equal_years:
        parts.append("angka tahun " + ", ".join(map(str, found.equal_years)) + " sama di kedua laporan")
    if found.differ and not found.equal_years:
        parts.append("angka tahun yang sama berbeda")
    if found.direction is False:
        parts.append("arah rumus capaian berbeda")
    return parts


def _of_place(found: Saksi) -> list[str]:
    if found.neighbour:
        return ["tetangganya dalam daftar juga sama"]
    if found.between:
        return ["letaknya di antara indikator yang sama"]
    return ["letak dalam daftar sama"] if found.distance <= 0.05 else []


def _name_reason(found: Saksi, left: Butir, right: Butir) -> str:
    if same_name(left, right):
        return "nama sama"
    if found.name >= 0.999:
        kept = any(order_kept(a, b) for a in left.names for b in right.names)
        return "nama sama selain ejaan atau singkatan" if kept else "nama sama dengan urutan kata lain"
    return f"nama mirip {round(found.name * 100)}%"


def same_name(left: Butir, right: Butir) -> bool:
    """Have both a printed name in common, but for case, spaces and punctuation?"""
    return bool(_printed(left) & _printed(right))


def _printed(butir: Butir) -> set[str]:
    return {_letters(butir.nama), *(_letters(other.nama) for other in butir.lain)}


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
