"""Counts in sentences and the lists they announce: `terdiri dari 10 (sepuluh) kegiatan, yaitu: 1) … 2) …`.

In: running text, paragraphs joined by line breaks. Out: every count of a thing that can be listed, with how many numbered items
follow and how many rows the table it points at must have. Only numbered lists are counted: bullets are lost or added in print. A
list said to be a choice (`antara lain`, `di antaranya`) announces nothing.
"""

from re import IGNORECASE, Match
from re import compile as pattern
from typing import NamedTuple

from parsers.nilai.terbilang import read_terbilang


class Hitung(NamedTuple):
    """A count as printed. `noun` canonical; `words`: the number that stands in words beside it; `listed`: numbered items behind it,
    None where no list follows; `others`: the other counts of the same sentence; `start`, `end`: its place in the text."""

    noun: str
    raw: str
    number: int
    words: int | None
    listed: int | None
    others: tuple[int, ...]
    sentence: str
    start: int
    end: int


_NOUNS = (
    r"sub[ -]?kegiatan|kegiatan|program|indikator|sasaran|tujuan|misi|bidang|bagian|seksi|urusan|aspek|faktor|isu|fungsi|strategi"
    r"|kebijakan|prioritas|komponen|unsur|langkah"
)
_COUNT = pattern(
    rf"(?<![\d.,/\-])(?P<number>\d{{1,3}})\s*(?:\(\s*(?P<words>[A-Za-z ]{{3,40}}?)\s*\)\s*)?(?:buah\s+|jenis\s+|macam\s+)?"
    rf"(?P<noun>{_NOUNS})\b",
    IGNORECASE,
)
_NO_COUNT_BEFORE = pattern(
    r"(?:\bke|tahun|nomor|no|tabel|gambar|bab|pasal|ayat|triwulan|tw|sasaran|indikator|misi|tujuan|program|kegiatan|lampiran"
    r"|(?<!terdiri )dari)[\s.\-]*$",
    IGNORECASE,
)
_OPENS = pattern(
    r"[^:.;\d]{0,90}?(?:\byaitu\b|\byakni\b|\badalah\b|\bantara\s*:|:)[^\w(]{0,6}(?=\(?(?:1|a)\s?[.)])", IGNORECASE
)
_CHOICE = pattern(r"antara\s+lain|di\s?antaranya|misalnya|seperti|meliputi\s+antara", IGNORECASE)
_MARK = pattern(r"(?:^|(?<=[\s;,:.(]))(?P<open>\(?)(?P<number>\d{1,2}|[a-z])\s?(?P<close>[.)]{1,2})(?=\s*[A-Za-z“\"(])")
_HIGHER = pattern(r"(?:^|(?<=[.;:)]\s))(?:[IVX]{1,4}|[A-Z])\.\s(?=[A-Z])")
"""`A.` and `II.` number what stands above `1.`, `a.` and `1)`: they end every list of these."""
_SENTENCE_START = pattern(r"(?:[.;]\s+(?=[A-Z])|\n)")
_LONGEST_LIST, _LONGEST_ITEM, _OUTER = 6000, 300, 600
"""Characters of a list, of one item, and before a count, in which a list around it has its mark."""


def find_counts(text: str) -> tuple[Hitung, ...]:
    """The counts of a text, in order. A count whose sentence holds several is told with the others: the list may be of any."""
    found = [m for m in _COUNT.finditer(text) if not _NO_COUNT_BEFORE.search(text[max(0, m.start() - 24) : m.start()])]
    return tuple(_hitung(text, m, found) for m in found)


def _hitung(text: str, match: Match[str], found: list[Match[str]]) -> Hitung:
    start, end = _sentence(text, match.start(), match.end())
    others = tuple(int(m["number"]) for m in found if m is not match and start <= m.start() < end)
    noun = match["noun"].casefold().replace("-", " ").replace("subkegiatan", "sub kegiatan")
    words = read_terbilang(match["words"]) if match["words"] else None
    sentence = text[start:end].strip()
    return Hitung(
        noun,
        match["number"],
        int(match["number"]),
        words,
        _listed(text, match.start(), match.end()),
        others,
        sentence,
        *match.span("number"),
    )


def _sentence(text: str, begin: int, end: int) -> tuple[int, int]:
    starts = [m.end() for m in _SENTENCE_START.finditer(text, max(0, begin - 600), begin)]
    stop = _SENTENCE_START.search(text, end)
    return (starts[-1] if starts else max(0, begin - 600)), (stop.start() + 1 if stop else len(text))


def _listed(text: str, start: int, end: int) -> int | None:
    """How many numbered items follow; None without a list, or where its end is not sure."""
    opening = _OPENS.match(text, end)
    if opening is None or _CHOICE.search(opening[0]):
        return None
    return _items(text[opening.end() : opening.end() + _LONGEST_LIST], text[max(0, start - _OUTER) : start])


def _items(text: str, before: str) -> int | None:
    """The length of the list that begins at once; None where another list in its style stands in it or around it, or its items are
    paragraphs: their numbers may be lost."""
    marks = [(mark, _value(mark)) for mark in _MARK.finditer(text)]
    if not marks:
        return None
    style = _style(marks[0][0])
    count, last = 0, 0
    for mark, number in marks:
        if _style(mark) != style:
            continue
        if number == 1 and count:
            return None if _continues(text[mark.end() :], style, count + 1) else _unless_around(count, style, before)
        if number != count + 1 or (count and mark.start() - last > _LONGEST_ITEM):
            return None
        count, last = number, mark.end()
    return _unless_around(count, style, before) if count > 1 else None


def _unless_around(count: int, style: tuple[bool, str], before: str) -> int | None:
    """The list may have run into the one around it when that goes on with the number of its last item."""
    begun = max((mark.end() for mark in _HIGHER.finditer(before)), default=0)
    outer = [_value(mark) for mark in _MARK.finditer(before, begun) if _style(mark) == style]
    return None if outer and outer[-1] < count else count


def _style(mark: Match[str]) -> tuple[bool, str]:
    return mark["number"].isdigit(), mark["close"]


def _value(mark: Match[str]) -> int:
    return int(mark["number"]) if mark["number"].isdigit() else ord(mark["number"]) - ord("a") + 1


def _continues(text: str, style: tuple[bool, str], wanted: int) -> bool:
    """The list goes on behind another one in its style, which begins again: that one stood inside it."""
    highest = 1
    for mark in _MARK.finditer(text):
        if _style(mark) != style:
            continue
        if _value(mark) != highest + 1:
            return _value(mark) == wanted
        highest += 1
    return False
