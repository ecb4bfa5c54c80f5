"""Names of indicators and kegiatan compared by their words: one thing is called by several names in one report.

In: names, sentences. Out: sets of words that tell things apart, and how much of one name another text holds (0 to 1).
"""

import re

_WORD = re.compile(r"[a-z]{4,}")
_COMMON = frozenset(
    {
        "persentase", "presentase", "prosentase", "jumlah", "nilai", "tingkat", "indeks", "angka", "rasio", "cakupan",
        "yang", "dengan", "pada", "dari", "untuk", "dalam", "oleh", "serta", "atas", "terhadap",
        "indikator", "kinerja", "sasaran", "program", "kegiatan", "tahun", "kota", "kabupaten", "provinsi",
    }
)  # fmt: skip
"""Words that many names hold: they tell nothing apart."""


def words(text: str) -> frozenset[str]:
    """The words of a text that tell things apart."""
    return frozenset(_WORD.findall(text.casefold())) - _COMMON


def held(name: frozenset[str], text: frozenset[str]) -> float:
    """The share of a name's words that a text holds; 0 for a name of fewer than two words."""
    return len(name & text) / len(name) if len(name) > 1 else 0.0


def held_loosely(name: frozenset[str], text: frozenset[str]) -> float:
    """As `held`; a word with a prefix or an ending more is the same (`kompeten`, `berkompeten`). For few names only."""
    same = sum(
        any(word in other or other in word for other in text if len(other) > 4) for word in name if len(word) > 4
    )
    short = sum(word in text for word in name if len(word) <= 4)
    return (same + short) / len(name) if len(name) > 1 else 0.0


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """How many words two names share, of all that they have."""
    return len(one & other) / len(one | other) if one and other else 0.0
