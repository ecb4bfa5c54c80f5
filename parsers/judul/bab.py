"""Is this line a chapter heading (BAB)? Text in, number and title out.

Seen in real reports: `BAB I`, `BAB 2`, `B A B III`, `BAB III. AKUNTABILITAS KINERJA`, `BAB.IV`, `Bab I Pendahuluan`; a number
split over lines (`BAB I` + `II`); residue of a text box (`(`, `)PENDAHULUAN`); the title letter-spaced (`P E N U T U P`).
A sentence that mentions a chapter (`Bab II menguraikan …`, `BAB II akan …`) is none. Whether a good looking line is the heading
itself or an entry of a list of chapters depends on its surroundings and is not decided here.
"""

from typing import NamedTuple

import regex

from parsers.judul.teks import capital_share, roman_value, unspace

_WORD_NUMBERS = {
    "SATU": 1,
    "PERTAMA": 1,
    "KESATU": 1,
    "DUA": 2,
    "KEDUA": 2,
    "TIGA": 3,
    "KETIGA": 3,
    "EMPAT": 4,
    "KEEMPAT": 4,
    "LIMA": 5,
    "KELIMA": 5,
    "ENAM": 6,
    "KEENAM": 6,
    "TUJUH": 7,
    "KETUJUH": 7,
}
_HEAD = regex.compile(
    r"[\W_]{0,4}(?:B\s?A\s?B|Bab)(?:\s*[.:\-–—]\s*|\s*)"
    r"(?P<nomor>(?:[IVXl|]\s?){1,5}|\d{1,2}|" + "|".join(_WORD_NUMBERS) + r")(?![\p{L}\d])"
    r"(?!\.\d)[\s.:\-–—)]*(?P<judul>.*)"
)
_RESIDUE = regex.compile(r"^[\s()\[\]|_\-–—:.]+|[\s(\[|_\-–—:]+$")
_RUNNING_TEXT = regex.compile(
    r"(?i)\b(?:berisi(?:kan)?|memuat|menguraikan|menyajikan|menjelaskan|menggambarkan|menyampaikan|membahas|mengemukakan|meliputi"
    r"|memaparkan|mencakup|terdiri|dijelaskan|diuraikan|disajikan|dibahas|bab ini|bab tersebut|akan|yaitu|adalah|sebelumnya|di atas)\b"
)
_MAX_TITLE_WORDS = 16
_LONGEST = 400
"""Characters: a longer text is a paragraph."""

JUDUL_BAKU: tuple[tuple[int, str, str], ...] = (
    (1, "PENDAHULUAN", r"PENDAHULUAN"),
    (2, "PERENCANAAN KINERJA", r"PERENCANAAN(?: DAN PERJANJIAN)?(?: STRATEGIS| KINERJA| DAN PERJANJIAN KINERJA)*"),
    (3, "AKUNTABILITAS KINERJA", r"AKUNT[AI]BILITAS KINERJA(?: .{0,40})?"),
    (4, "PENUTUP", r"PENUTUP"),
)
"""The outline that PermenPAN-RB 53/2014 asks for: usual number, title, and how it is printed (with variants)."""


class JudulBab(NamedTuple):
    """`nomor` as printed without inner spaces (`III`, `2`); `judul` what stands behind it on the line, '' when nothing does."""

    nomor: str
    judul: str


def title_text(text: str) -> str:
    """A chapter title without text-box residue and letter-spacing: `)PENDAHULUAN` -> `PENDAHULUAN`."""
    return unspace(_RESIDUE.sub("", text))


def parse_bab(text: str) -> JudulBab | None:
    """Number and title when `text` can be a chapter heading, else None."""
    if len(text) > _LONGEST:
        return None
    found = _HEAD.fullmatch(" ".join(text.splitlines()).strip())
    if not found:
        return None
    nomor, judul = chapter_number(found["nomor"]), title_text(found["judul"])
    if nomor is None or not plausible_title(judul):
        return None
    return JudulBab(nomor, judul)


def chapter_number(printed: str) -> str | None:
    """`I I I` -> `III`, `lV` -> `IV`, `2` -> `2`, `KETIGA` -> `KETIGA`; None when it is no number."""
    plain = printed.replace(" ", "")
    if plain in _WORD_NUMBERS:
        return plain
    if plain.isdigit():
        return plain if 0 < int(plain) <= 20 else None
    plain = plain.replace("l", "I").replace("|", "I")
    return plain if roman_value(plain) else None


def chapter_value(nomor: str) -> int | None:
    """What a chapter number counts: `III` -> 3, `2` -> 2, `KETIGA` -> 3."""
    if nomor.isdigit():
        return int(nomor)
    return _WORD_NUMBERS.get(nomor.upper()) or roman_value(nomor)


def continue_number(nomor: str, text: str) -> str | None:
    """The whole number when the next line holds only the rest of it: `I` + `II` -> `III`; else None."""
    rest = title_text(text).replace(" ", "")
    joined = nomor + rest
    return joined if rest and roman_value(rest) and roman_value(joined) else None


def plausible_title(judul: str) -> bool:
    """True for '' and for what can be a title: begins with a capital, is short, is no sentence about a chapter."""
    if not judul:
        return True
    if not judul[0].isupper() or len(judul.split()) > _MAX_TITLE_WORDS:
        return False
    if judul.endswith((".", ";", ",")) and capital_share(judul) < 0.8:
        return False
    return not _RUNNING_TEXT.search(judul)


def standard_title(text: str) -> int | None:
    """The usual chapter number of a standard title (`PENUTUP` -> 4), None for any other text."""
    plain = title_text(text).rstrip(". ").upper()
    return next((number for number, _, pattern in JUDUL_BAKU if regex.fullmatch(pattern, plain)), None)
