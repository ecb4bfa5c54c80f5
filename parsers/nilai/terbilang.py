"""Numbers in words: `lima belas miliar` gives 15000000000. In: text. Out: the number, or None when a word is not one of a number."""

from collections.abc import Iterator
from re import compile as pattern

_UNITS = {
    "nol": 0, "kosong": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9,
}  # fmt: skip
_SCALES = {
    "ribu": 10**3, "juta": 10**6, "miliar": 10**9, "milyar": 10**9, "milliar": 10**9, "triliun": 10**12, "trilyun": 10**12,
}  # fmt: skip
_TENS = {"belas": 10, "puluh": 10, "ratus": 100}
_SKIPPED = frozenset({"rupiah", "dan", "rp"})

_TOKEN = pattern(
    r"(?:se)?(?:" + "|".join(sorted([*_SCALES, *_TENS], key=len, reverse=True)) + r")|" + "|".join([*_UNITS, *_SKIPPED])
)
_WORD = pattern(r"[a-z]+")


def read_terbilang(text: str) -> int | None:
    """The whole number that `text` spells; spaces inside words may be lost (`limabelas`), `rupiah` is ignored.

    None for anything else, for fractions (`koma`) and for words in an order that is no number.
    """
    tokens = list(_tokens(text.casefold()))
    if not tokens or None in tokens:
        return None
    total, rest = 0, [token for token in tokens if token is not None]
    last_scale = 10**15
    part: list[str] = []
    for token in rest:
        scale = _SCALES.get(token.removeprefix("se"))
        if scale is None:
            part.append(token)
            continue
        if token.startswith("se") and part:
            return None
        amount = 1 if token.startswith("se") else _below_thousand(part)
        if amount is None or amount == 0 or scale >= last_scale:
            return None
        total, last_scale, part = total + amount * scale, scale, []
    tail = _below_thousand(part) if part else 0
    return None if tail is None else total + tail


def _tokens(text: str) -> Iterator[str | None]:
    """Number words in order; a None for a word that is none."""
    for word in _WORD.findall(text):
        start = 0
        while start < len(word):
            found = _TOKEN.match(word, start)
            if found is None:
                yield None
                return
            if found[0] not in _SKIPPED:
                yield found[0]
            start = found.end()


def _below_thousand(words: list[str]) -> int | None:
    """`dua ratus lima puluh tiga` gives 253; None when the words are in no such order."""
    if not words:
        return None
    total, held, last = 0, None, 1000
    for word in words:
        if word in _UNITS:
            if held is not None:
                return None
            held = _UNITS[word]
            continue
        single = word.startswith("se")
        base = word.removeprefix("se")
        amount = 1 if single else held
        if amount is None or (single and held is not None) or amount == 0:
            return None
        worth = amount + 10 if base == "belas" else amount * _TENS[base]
        if worth >= last or (base == "belas" and last == 10):
            return None
        total, held, last = total + worth, None, _TENS[base] if base != "belas" else 1
    if held is None:
        return total
    return total + held if held < last and (held or not total) else None
