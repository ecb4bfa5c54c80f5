"""Grades, opinions and labels of performance. In: a cell's text. Out: which grade of which family it is.

Families and orders: audit opinions and SAKIP grades as in national use (PermenPAN-RB 12/2015 and 88/2021), performance labels
as seen in real reports.
Labels of performance have no fixed order: every report prints its own scale.
"""

from re import compile as pattern
from typing import NamedTuple


class Predikat(NamedTuple):
    """`label`: canonical spelling; `family`: opini, sakip, kinerja, efisiensi or keadaan; `order`: rank in it (1 lowest) or None."""

    label: str
    family: str
    order: int | None = None


_OPINI = {
    "TMP": ("tmp", "tidak memberikan pendapat", "disclaimer", "tidak menyatakan pendapat"),
    "TW": ("tw", "tidak wajar", "adverse"),
    "WDP": ("wdp", "wajar dengan pengecualian", "qualified"),
    "WTP": ("wtp", "wajar tanpa pengecualian", "wtp-dpp", "wtp dpp", "unqualified"),
}
_SAKIP = ("D", "C", "CC", "B", "BB", "A", "AA")
_KINERJA = (
    "Sangat Tinggi", "Tinggi", "Sedang", "Rendah", "Sangat Rendah", "Sangat Baik", "Baik", "Cukup", "Cukup Baik", "Kurang",
    "Kurang Baik", "Sangat Kurang", "Agak Kurang", "Tidak Baik", "Buruk", "Baik Sekali", "Memuaskan", "Sangat Memuaskan", "Istimewa",
    "Berhasil", "Sangat Berhasil", "Cukup Berhasil", "Kurang Berhasil", "Tidak Berhasil", "Unggul", "Kritis", "Melampaui", "Prima",
)  # fmt: skip
_EFISIENSI = {
    "Efisien": ("efisien", "efisiensi", "efesien", "efesiensi", "efisiens"),
    "Sangat Efisien": ("sangat efisien", "sangat efisiensi", "sangat efesien"),
    "Cukup Efisien": ("cukup efisien", "cukup efisiensi", "cukup efesien"),
    "Kurang Efisien": ("kurang efisien", "kurang efisiensi", "kurang efesien", "kurang efesiensi", "kurang efisensi"),
    "Tidak Efisien": ("tidak efisien", "tidak efisiensi", "tidak efesien"),
}
_KEADAAN = {
    "Tercapai": ("tercapai", "terpenuhi", "tuntas", "selesai"),
    "Tidak Tercapai": ("tidak tercapai", "belum tercapai", "tidak terpenuhi"),
    "Melebihi Target": ("melebihi target", "terlampaui", "melampaui target"),
    "Sesuai Target": ("sesuai target", "sesuai"),
    "Ada": ("ada",),
    "Tidak Ada": ("tidak ada",),
    "Terakreditasi": ("terakreditasi",),
}
_PUNCTUATION = pattern(r"[\s().,;:\"'“”*]+")
_LEAD = pattern(r"^(?:predikat|opini|kategori|nilai|akreditasi|kinerja|peringkat|status) ")


def _table() -> dict[str, Predikat]:
    table = {word: Predikat(label, "keadaan") for label, words in _KEADAAN.items() for word in words}
    table |= {word: Predikat(label, "efisiensi") for label, words in _EFISIENSI.items() for word in words}
    table |= {label.casefold(): Predikat(label, "kinerja") for label in _KINERJA}
    table |= {grade.casefold(): Predikat(grade, "sakip", order) for order, grade in enumerate(_SAKIP, 1)}
    table |= {w: Predikat(label, "opini", order) for order, (label, ws) in enumerate(_OPINI.items(), 1) for w in ws}
    return table


_LABELS = _table()
_LONGEST = max(map(len, _LABELS)) + len("akreditasi ") + 8


def read_predikat(text: str) -> Predikat | None:
    """The grade a text states: `BB`, `Opini WTP`, `(Sangat Baik)`, `A (Memuaskan)`; None for anything else.

    A grade letter must be printed in capitals. Of a grade with a word beside it (`A (Memuaskan)`, `Baik (B)`) the first counts.
    """
    if len(text) > _LONGEST:
        return None
    words = _PUNCTUATION.sub(" ", text).strip()
    plain = _LEAD.sub("", words.casefold())
    return _one(plain, words) or _two(plain, words)


def _one(plain: str, printed: str) -> Predikat | None:
    found = _LABELS.get(plain)
    if found is not None and len(plain) <= 2 and plain.upper() not in printed:
        return None
    return found


def _two(plain: str, printed: str) -> Predikat | None:
    """Two labels side by side, at any word boundary."""
    words = plain.split()
    for i in range(1, len(words)):
        left, right = _one(" ".join(words[:i]), printed), _one(" ".join(words[i:]), printed)
        if left is not None and (right is not None or " ".join(words[i:]) == "bs"):
            return left
    return None
