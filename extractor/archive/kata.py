"""Names of indicators and budget lines made comparable: printed name in, words out; two lists of words in, their likeness out.

Case, punctuation, years, list marks, words broken by narrow columns, abbreviations and word order do not count; a word
that tells two indicators apart (`perempuan` beside `anak`) counts by how rare it is among the names compared.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

Words = tuple[str, ...]
_WORD = re.compile(r"[a-z]+|\d+(?:[.,]\d+)*")
_YEAR = re.compile(r"\b(?:(?:pada\s+)?tahun\s+)?(?:19|20)\d\d\b", re.IGNORECASE)
_BRACKET = re.compile(r"\(([^()]*)\)")
_SLASHED = re.compile(r"\b([A-Z]{2,8})\s*/\s*(\S.*)$", re.DOTALL)
_MARK = re.compile(r"^\s*(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})\s*[.)]\s+")
FILLERS = frozenset(
    {"dan", "yang", "di", "pada", "ke", "dari", "untuk", "oleh", "dengan", "dalam", "atau", "serta"}
    | {"terhadap", "atas", "bagi", "para", "the", "of"}
)
LONG: Mapping[str, str] = {
    "kab": "kabupaten",
    "kec": "kecamatan",
    "prov": "provinsi",
    "yg": "yang",
    "dgn": "dengan",
    "thd": "terhadap",
    "utk": "untuk",
    "dlm": "dalam",
    "tk": "tingkat",
    "tkt": "tingkat",
    "jml": "jumlah",
    "jlh": "jumlah",
    "banyaknya": "jumlah",
    "pddk": "penduduk",
    "kes": "kesehatan",
    "masy": "masyarakat",
    "adm": "administrasi",
    "keg": "kegiatan",
    "prog": "program",
    "dok": "dokumen",
    "lap": "laporan",
    "org": "orang",
    "persen": "persentase",
    "prosentase": "persentase",
    "presentase": "persentase",
    "peg": "pegawai",
    "pd": "pada",
    "thn": "tahun",
    "kel": "kelurahan",
    "sarpras": "sarana prasarana",
    "rs": "rumah sakit",
    "sdm": "sumber daya manusia",
    "ikm": "indeks kepuasan masyarakat",
}
"""Short forms seen in real reports, and misspellings that have become words of their own."""


@lru_cache(100_000)
def words(name: str) -> Words:
    """The words of a name, short forms written out, without years, list mark and the short form that brackets repeat."""
    plain = _SLASHED.sub(_unslashed, _MARK.sub("", _YEAR.sub(" ", name)))
    plain = _BRACKET.sub(lambda m: " " if _repeats(m[1], plain[: m.start()]) else f" {m[1]} ", plain)
    found = [part for word in _unbroken(_WORD.findall(plain.lower())) for part in LONG.get(word, word).split()]
    return tuple(word for word in found if not _is_filler(word)) or tuple(found)


def _unslashed(found: re.Match[str]) -> str:
    """`TFR/Total Fertility Rate` without the short form of what follows."""
    return found[2] if _repeats(found[1], " ".join(found[2].split()[: len(found[1])])) else found[0]


def bare(name: str) -> Words:
    """The words of a name without what stands in brackets."""
    return words(_BRACKET.sub(" ", name))


def _unbroken(found: Sequence[str]) -> list[str]:
    """`persen tase` is the whole word broken, not its short form."""
    result: list[str] = []
    for word in found:
        if result and LONG.get(result[-1]) == result[-1] + word:
            result[-1] += word
        else:
            result.append(word)
    return result


@lru_cache(50_000)
def _is_filler(word: str) -> bool:
    return word in FILLERS or any(len(f) >= 6 and DamerauLevenshtein.distance(word, f) == 1 for f in FILLERS)


def glued(name: str) -> str:
    """All letters and digits of a name in one piece: what remains when spaces and punctuation are not trusted."""
    return "".join(words(name))


def mend(parts: Words, known: Mapping[str, int]) -> Words:
    """Words that a narrow column broke (`implementas i`) put together where another name has them whole."""
    result: list[str] = []
    for word in parts:
        joined = result[-1] + word if result else ""
        if joined in known and not (result[-1] in known and word in known and known[joined] < known[word]):
            result[-1] = joined
        else:
            result.append(word)
    return tuple(result)


def vocabulary(names: Iterable[Words]) -> Counter[str]:
    """In how many names each word stands."""
    return Counter(word for parts in names for word in set(parts))


class Mirip(NamedTuple):
    """How alike two names are. `share`: 0 to 1; `hit`: weight of the words that both have; `rest_left`, `rest_right`: weight of the
    words that have no counterpart in the other name."""

    share: float
    hit: float
    rest_left: float
    rest_right: float

    @property
    def spelling(self) -> bool:
        """Has every word of both names its counterpart, at least misspelt or cut short?"""
        return self.rest_left == 0 == self.rest_right and self.hit > 0

    @property
    def swapped(self) -> float:
        """Weight of words that stand for others: `perempuan` for `anak`."""
        return min(self.rest_left, self.rest_right)

    @property
    def left_inside(self) -> float:
        """The weighted share of the left name's words that the right one has too."""
        return self.hit / (self.hit + self.rest_left) if self.hit else 0.0

    @property
    def right_inside(self) -> float:
        return self.turned.left_inside

    @property
    def turned(self) -> "Mirip":
        """The same with left and right exchanged."""
        return Mirip(self.share, self.hit, self.rest_right, self.rest_left)


class Likeness:
    """Compares names of one set: `known` says how common a word is in it. Remembers what it compared."""

    def __init__(self, names: Sequence[Words]) -> None:
        self.known = vocabulary(names)
        self._size = max(len(names), 2)
        self._seen: dict[tuple[Words, Words], Mirip] = {}

    def weight(self, word: str) -> float:
        """A word that stands in every name weighs a third of one that stands in one name only."""
        share = math.log(self._size / max(self.known[word], 1)) / math.log(self._size) if word in self.known else 1.0
        return 0.5 + max(share, 0.0)

    def __call__(self, left: Words, right: Words) -> float:
        """From 0 to 1: the weighted share of words that have a counterpart in the other name."""
        return self.compare(left, right).share

    def compare(self, left: Words, right: Words) -> Mirip:
        """What two names have in common. Where one of them alone says what it is counted in (`per 100.000 …`), the others count."""
        found = self._seen.get((left, right))
        if found is None:
            found = self._seen[left, right] = self._compare(*_as_counted(left, right))
        return found

    def _compare(self, left: Words, right: Words) -> Mirip:
        if left == right or "".join(left) == "".join(right):
            return Mirip(1.0, sum(map(self.weight, left)), 0.0, 0.0)
        pairs, rest_left, rest_right = _paired(left, right)
        hit = sum(score * (self.weight(a) + self.weight(b)) / 2 for a, b, score in pairs)
        lost_left, lost_right = sum(map(self.weight, rest_left)), sum(map(self.weight, rest_right))
        if not hit:
            return Mirip(0.0, 0.0, lost_left, lost_right)
        bent = sum((1 - score) for _, _, score in pairs)
        return Mirip(hit / (hit + (lost_left + lost_right) / 2 + bent), hit, lost_left, lost_right)

    def inside(self, small: Words, large: Words) -> float:
        """The weighted share of the words of `small` that `large` has too."""
        return self.compare(small, large).left_inside


def _as_counted(left: Words, right: Words) -> tuple[Words, Words]:
    ours, theirs = counted_in(left), counted_in(right)
    if bool(ours) == bool(theirs):
        return left, right
    return left[: len(left) - len(ours)], right[: len(right) - len(theirs)]


def counted_in(name: Words) -> Words:
    """The end of a name that says what a rate is counted in: `per 100.000 penduduk perempuan`; empty without one."""
    for n in range(1, len(name) - 1):
        if name[n] == "per" and name[n + 1][0].isdigit():
            return name[n:]
    return ()


def _repeats(bracket: str, before: str) -> bool:
    letters = re.sub(r"[^A-Za-z]", "", bracket).lower()
    initials = "".join(word[0] for word in _WORD.findall(before.lower()))
    content = "".join(word[0] for word in _WORD.findall(before.lower()) if word not in FILLERS)
    return 2 <= len(letters) <= 8 and (initials.endswith(letters) or content.endswith(letters))


def _paired(left: Words, right: Words) -> tuple[list[tuple[str, str, float]], list[str], list[str]]:
    """Each word with its counterpart: the same one first, then initials of several words, then the nearest spelling."""
    common = Counter(left) & Counter(right)
    pairs = [(word, word, 1.0) for word in common.elements()]
    rest_left, rest_right = list((Counter(left) - common).elements()), list((Counter(right) - common).elements())
    for shorts, longs, whole in ((rest_left, rest_right, right), (rest_right, rest_left, left)):
        _take_initials(pairs, shorts, longs, whole)
    near = sorted(((_alike(a, b), a, b) for a in rest_left for b in rest_right), reverse=True)
    for score, a, b in near:
        if score and a in rest_left and b in rest_right:
            pairs.append((a, b, score))
            rest_left.remove(a)
            rest_right.remove(b)
    return pairs, rest_left, rest_right


def _take_initials(pairs: list[tuple[str, str, float]], shorts: list[str], longs: list[str], whole: Words) -> None:
    for short in [word for word in shorts if 2 <= len(word) <= 6]:
        for start in range(len(whole) - len(short) + 1):
            span = whole[start : start + len(short)]
            if "".join(word[0] for word in span) == short and all(word in longs for word in span):
                pairs.append((span[0], span[0], 0.95))
                shorts.remove(short)
                for word in span:
                    if word in longs:
                        longs.remove(word)
                break


@lru_cache(200_000)
def _alike(a: str, b: str) -> float:
    """How likely one word is the other misspelt (`di bina`), or cut short; numbers are never alike."""
    if a[0].isdigit() or b[0].isdigit():
        return 0.0
    short, long = sorted((a, b), key=len)
    distance = DamerauLevenshtein.distance(a, b)
    if len(short) >= 4 and distance <= 1 + (len(long) >= 8):
        return 1.0 - 0.5 * distance / len(long)
    if len(short) >= 3 and long.startswith(short):
        return 0.85
    if long == f"di{short}":
        return 0.95
    return 0.8 if short[0] == long[0] and _is_skeleton(short, long) else 0.0


def _is_skeleton(short: str, long: str) -> bool:
    """Is it what remains of the other word without its vowels (`pmbgnn`, `tgkt`)? Two letters must be all that remains (`nl`)."""
    consonants = "".join(c for c in long if c not in "aiueo")
    if len(short) < 3:
        return short == consonants and len(short) == 2
    letters = iter(long)
    return not set(short) & set("aiueo") and all(c in letters for c in short) and 3 * len(short) >= 2 * len(consonants)


def order_kept(left: Words, right: Words) -> bool:
    """Do the words that both names have follow each other in the same order?"""
    places = [right.index(word) for word in left if word in right]
    return all(a <= b for a, b in pairwise(places))
