"""Names of indicators and kegiatan compared by their words: one thing is called by several names in one report.

In: names, sentences. Out: sets of words that tell things apart, how much of one name another text holds (0 to 1), and the words that
one name has of its own.
"""

import re
from difflib import SequenceMatcher
from functools import lru_cache

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


_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_LETTERS = re.compile(r"[a-z]+")
_SPELLED = 0.75
_STEM, _STEM_SHARE = 4, 0.5
"""Letters in a row, and their share of the shorter word, that make two words forms of one (`meningkatnya`, `peningkatan`)."""


@lru_cache(maxsize=65536)
def is_form(one: str, other: str) -> bool:
    """Are two words one, by another spelling or with other affixes? Rather yes than no: what differs must differ plainly."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    stem = matcher.find_longest_match(0, len(one), 0, len(other)).size
    return (stem >= _STEM and stem >= _STEM_SHARE * min(len(one), len(other))) or matcher.ratio() >= _SPELLED


@lru_cache(maxsize=4096)
def own_words(one: str, other: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of each name that the other has in no form; what stands in brackets is no part of a name."""
    texts = [_ASIDE.sub(" ", text).casefold() for text in (one, other)]
    return _own(texts[0], texts[1]), _own(texts[1], texts[0])


def _own(name: str, other: str) -> frozenset[str]:
    known = _LETTERS.findall(other)
    run = "".join(known)
    return frozenset(w for w in words(name) if w not in run and not any(is_form(w, k) for k in known if len(k) > 2))


def same_name(one: str, other: str) -> bool:
    """No name has a word of its own."""
    return own_words(one, other) == (frozenset(), frozenset())


def renamed(one: str, other: str) -> bool:
    """Each name has a word of its own: one word was put for another, none was only left out."""
    return all(own_words(one, other))


def shared(one: str, other: str) -> float:
    """How many of their words two names share in any form, of all that they have."""
    ours, theirs = own_words(one, other)
    sets = [words(_ASIDE.sub(" ", text)) for text in (one, other)]
    common = min(len(sets[0]) - len(ours), len(sets[1]) - len(theirs))
    return common / (common + len(ours) + len(theirs)) if common > 0 else 0.0
