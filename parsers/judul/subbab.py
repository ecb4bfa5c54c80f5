"""Is this line a heading below a chapter? Text in; number, title and kind of numbering out.

Seen in real reports: `1.1 Latar Belakang`, `1.1. Latar Belakang`, `3,7 Dukungan …`, `3. 1 Capaian`, `III.1 …`, `A. Capaian Kinerja`,
`a. Kesimpulan`, `I. Umum`. Which of these kinds a report uses for its second level, and whether a line is a heading or an
item of a list, depends on the whole report and is not decided here.
"""

from typing import Literal, NamedTuple, TypeAlias

import regex

from parsers.judul.bab import chapter_value
from parsers.judul.teks import collapse, unspace

Skema: TypeAlias = Literal["desimal", "huruf", "huruf_kecil", "romawi", "angka"]

_DECIMAL = regex.compile(
    r"(?P<nomor>(?:[1-9]\d?|[IVX]{1,4})(?:\s?[.,]\s?(?:[1-9]\d?|[A-H](?=\W)))+)(?![\d%])[.):]*\s*(?P<judul>.*)"
)
_MARKS: tuple[tuple[Skema, str], ...] = (
    ("romawi", r"(?P<nomor>[IVX]{1,4})\s?[.)]"),
    ("huruf", r"(?P<nomor>[A-Z])\s?[.)]"),
    ("huruf_kecil", r"(?P<nomor>[a-z])\s?[.)]"),
    ("angka", r"(?P<nomor>[1-9]\d?)\s?[.)](?!\d)"),
)
_MARKED = tuple((skema, regex.compile(mark + r"\s*(?P<judul>.*)")) for skema, mark in _MARKS)
_MAX_WORDS = 32
_LONGEST = 400
"""Characters: a longer text is a paragraph."""


class JudulSubbab(NamedTuple):
    """`nomor` as printed, without a last dot and inner spaces (`3,7`); `bagian` its parts (`3`, `7`); `judul` may be ''."""

    nomor: str
    judul: str
    skema: Skema
    bagian: tuple[str, ...]

    @property
    def depth(self) -> int:
        """How many parts the number has: 2 for `3.1`, 1 for `A`."""
        return len(self.bagian)

    @property
    def chapter(self) -> int | None:
        """The chapter that a decimal number names (`3.1` and `III.1` -> 3), None for the other kinds."""
        return chapter_value(self.bagian[0]) if self.skema == "desimal" else None

    @property
    def rank(self) -> int:
        """Where the last part stands in its run: `3.2` -> 2, `B` -> 2, `II` -> 2."""
        last = self.bagian[-1]
        if last.isdigit():
            return int(last)
        return (chapter_value(last) or 0) if self.skema == "romawi" else ord(last.upper()) - ord("A") + 1


def parse_subbab(text: str) -> JudulSubbab | None:
    """The heading that `text` can be, else None. `I.` and `V.` are read as Roman numbers, `C.` as a letter."""
    return next(iter(readings(text)), None)


def readings(text: str) -> list[JudulSubbab]:
    """Every way to read `text` as a heading: `I. Umum` is Roman one or the ninth letter."""
    if len(text) > _LONGEST:
        return []
    line = collapse(text)
    found = _DECIMAL.fullmatch(line)
    if found:
        heads = [_decimal(found["nomor"], found["judul"])]
    else:
        matches = ((skema, pattern.fullmatch(line)) for skema, pattern in _MARKED)
        heads = [JudulSubbab(m["nomor"], unspace(m["judul"]), skema, (m["nomor"],)) for skema, m in matches if m]
    return [h for h in heads if plausible_heading(h.judul)]


def _decimal(printed: str, judul: str) -> JudulSubbab:
    nomor = printed.replace(" ", "")
    return JudulSubbab(nomor, unspace(judul), "desimal", tuple(regex.split("[.,]", nomor)))


def plausible_heading(judul: str) -> bool:
    """True for '' (the title follows) and for a title: letters first, not a sentence's length, not a figure with a unit."""
    if not judul:
        return True
    first = judul.lstrip("“\"'‘( ")
    if not first or not first[0].isalpha() or sum(c.isalpha() for c in judul) < 3:
        return False
    return first[0].isupper() and len(judul.split()) <= _MAX_WORDS
