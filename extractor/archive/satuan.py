"""Units made comparable: printed unit in, one form per meaning out; None where none is printed."""

import re
from collections.abc import Mapping

from extractor.archive.kata import words

_SAME: Mapping[str, str] = {
    "%": "persen", "persentase": "persen", "prosen": "persen", "pct": "persen", "point": "poin", "indek": "indeks", "index": "indeks",
    "angka": "angka", "nilai": "nilai", "skor": "nilai", "dokumen": "dokumen", "rupiah": "rp", "rp": "rp",
}  # fmt: skip
_LOOSE = frozenset(("angka", "nilai", "indeks", "poin"))
"""Units that say no more than that a number stands there; reports change between them freely."""
_SCALE = re.compile(r"(?:per|/|:)\s*(1[.,]?000[.,]?000|100[.,]?000|10[.,]?000|1[.,]?000|100)(?!\d)", re.IGNORECASE)


def normal(satuan: str | None) -> str | None:
    """`%`, `Persen` and `persentase` are one; `Orang` and `org` are one; `per 100.000 …` is the number it counts in."""
    if not satuan or not satuan.strip():
        return None
    scale = _SCALE.search(satuan)
    if scale:
        return "per" + re.sub(r"\D", "", scale[1])
    if "%" in satuan:
        return "persen"
    text = "".join(words(satuan))
    form = _SAME.get(text, text)
    return "longgar" if form in _LOOSE else form or None


def scale_of(name: str) -> str | None:
    """The number that a rate is counted in, as the name says it (`… per 100.000 penduduk`); None without one."""
    scale = _SCALE.search(name)
    return "per" + re.sub(r"\D", "", scale[1]) if scale else None


def is_scale(unit: str | None) -> bool:
    """Is it the number that a rate is counted in?"""
    return unit is not None and unit.startswith("per") and unit[3:].isdigit()


def agree(left: str | None, right: str | None) -> bool | None:
    """Are two normal forms one unit? None where either says nothing."""
    if left is None or right is None:
        return None
    return left == right
