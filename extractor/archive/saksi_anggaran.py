"""What speaks for and against two budget lines of two years being one: two `Baris` in, a `SaksiAnggaran` with score and reasons out.

The score is a weighted sum, a logit. The weights are a logistic regression on generated budgets (`benchmarks/matching.py --fit-budgets`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from extractor.archive.kata import Likeness, Mirip, Words

WEIGHTS = {
    "constant": -11.66,
    "name": 14.45,
    "exact": 0.5,
    "spelling": 0.33,
    "swapped": -2.04,
    "longer": 1.51,
    "code_same": 2.66,
    "code_other": -2.17,
    "level_shift": 0.73,
    "level_other": -1.0,
    "parent_same": 0.66,
    "parent_other": -2.07,
    "equal": 7.33,
    "position": 1.5,
}
_LOWER = (("kegiatan", "sub_kegiatan"), ("sub_kegiatan", "kegiatan"))
"""Levels that become each other when the coding changes (Permendagri 13/2006: kegiatan; 90/2019: sub kegiatan)."""
_ONE_PARENT = 0.9


@dataclass(slots=True)
class Baris:
    """A budget line of one report. `induk`: words of its parent's name; `uang`: its pagu and realisasi by year; `place`: 0 to 1."""

    kata: Words
    nama: str
    kode: str | None
    scheme: str | None
    level: str | None
    induk: Words
    uang: dict[tuple[int, str], set[Decimal]] = field(default_factory=dict)
    place: float = 0.0


@dataclass(frozen=True, slots=True)
class SaksiAnggaran:
    """The witnesses of a pair. `code`: None where either has none, or the schemes differ; `parent`: None where either has none."""

    mirip: Mirip
    exact: bool
    code: bool | None
    recoded: bool
    level: bool | None
    shift: bool
    parent: bool | None
    equal: bool
    distance: float

    def features(self) -> dict[str, float]:
        swapped = self.mirip.swapped
        return {
            "constant": 1.0,
            "name": max(self.mirip.share - 0.3, 0.0) / 0.7,
            "exact": float(self.exact),
            "spelling": float(self.mirip.spelling),
            "swapped": min(swapped, 2.0),
            "longer": min(max(self.mirip.rest_left, self.mirip.rest_right) - swapped, 3.0),
            "code_same": float(self.code is True),
            "code_other": float(self.code is False),
            "level_shift": float(self.shift),
            "level_other": float(self.level is False and not self.shift),
            "parent_same": float(self.parent is True),
            "parent_other": float(self.parent is False),
            "equal": float(self.equal),
            "position": max(0.5 - 3 * self.distance, -0.5),
        }

    @property
    def logit(self) -> float:
        return sum(WEIGHTS[name] * value for name, value in self.features().items())


def saksi_anggaran(left: Baris, right: Baris, alike: Likeness) -> SaksiAnggaran:
    same_scheme = left.scheme == right.scheme
    levels = (left.level, right.level)
    known = left.level is not None and right.level is not None
    coded = left.kode is not None and right.kode is not None
    return SaksiAnggaran(
        mirip=alike.compare(left.kata, right.kata),
        exact=left.nama == right.nama,
        code=left.kode == right.kode if coded and same_scheme else None,
        recoded=coded and left.kode != right.kode,
        level=left.level == right.level if known else None,
        shift=levels in _LOWER and not same_scheme,
        parent=alike(left.induk, right.induk) >= _ONE_PARENT if left.induk and right.induk else None,
        equal=_tells_equal(left.uang, right.uang),
        distance=abs(left.place - right.place),
    )


def _tells_equal(ours: Mapping[tuple[int, str], set[Decimal]], theirs: Mapping[tuple[int, str], set[Decimal]]) -> bool:
    return any((ours[slot] & theirs[slot]) - {Decimal(0)} for slot in ours.keys() & theirs.keys())


def reasons_anggaran(found: SaksiAnggaran, left: Baris, right: Baris) -> str:
    """The witnesses as the parts of a sentence."""
    parts = ["kode sama"] if found.code else []
    if found.exact:
        parts.append("uraian sama")
    else:
        parts.append(
            "uraian sama selain ejaan" if found.mirip.spelling else f"uraian mirip {round(found.mirip.share * 100)}%"
        )
    if found.shift:
        parts.append(f"tingkat bergeser dari {left.level} ke {right.level}")
    elif found.level:
        parts.append("tingkat sama")
    if found.parent:
        parts.append("induk sama")
    if found.equal:
        parts.append("angka tahun lalu sama")
    if found.recoded:
        parts.append("kode berubah")
    return ", ".join(parts)
