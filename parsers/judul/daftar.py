"""Tables of contents and lists of tables: titles (`DAFTAR TABEL`) and entries (`Tabel 3.1 … 25`). Text in, entry out."""

from typing import Literal, NamedTuple, TypeAlias

import regex

from parsers.judul.tabel import parse_caption
from parsers.judul.teks import collapse, unspace

JenisDaftar: TypeAlias = Literal["isi", "tabel", "gambar", "lampiran"]

_TITLE = regex.compile(
    r"(?i)[\W_]{0,3}DAFTAR\s*(?P<jenis>ISI|TABEL|GAMBAR|GRAFIK|BAGAN|LAMPIRAN|DIAGRAM|FOTO)\b(?P<rest>.{0,30})"
)
_NOISY_TITLE = regex.compile(
    r"(?:\S{1,8}\s)?DAFTAR\s(?P<jenis>ISI|TABEL|GAMBAR|GRAFIK|LAMPIRAN)(?P<rest>)(?:\s\S{1,8})?"
)
"""A watermark's letters beside the title, seen in real reports."""
_PAGE = r"(?P<halaman>[IVX]{1,4}\s?[-–.]\s?\d{1,3}|\d{1,3}|[ivxlc]{1,6})"
_LEADER = regex.compile(r"(?P<judul>.*?)\s*(?:(?:[.…_·]\s?){4,}|…+|(?:\.\s){3,})\s*(?:" + _PAGE + r")?\s*")
_TRAILING = regex.compile(r"(?!(?i:TABEL|BAB)\W*\d+$)(?P<judul>.*?[\p{L}\d)”\"])\s+" + _PAGE)
_BARE_NUMBER = regex.compile(
    r"(?P<nomor>(?:\d{1,2}|[IVX]{1,4})(?:\s?[.,]\s?\d{1,3})+|\d{1,3}\.)\.?\s+(?P<judul>\p{L}.*)"
)
_LONGEST = 500
"""Characters: a longer text is a paragraph."""
_KINDS: dict[str, JenisDaftar] = {"ISI": "isi", "TABEL": "tabel", "LAMPIRAN": "lampiran"}


class Entri(NamedTuple):
    """An entry's text without its leader, and the page printed behind it (None when none is)."""

    judul: str
    halaman: str | None


class EntriTabel(NamedTuple):
    """An entry of a list of tables; `nomor` as printed without 'Tabel' and inner spaces."""

    nomor: str
    judul: str
    halaman: str | None


def parse_list_title(text: str) -> JenisDaftar | None:
    """Which list this title begins (`DAFTAR ISI` -> isi), None for any other text. Figures, charts and photos are `gambar`."""
    line = unspace(text)
    found = _TITLE.fullmatch(line) or _NOISY_TITLE.fullmatch(line)
    if not found or (
        found["rest"].strip() and not regex.fullmatch(r"[\W_\d]*|.*(?i:lanjutan|halaman).*", found["rest"])
    ):
        return None
    return _KINDS.get(found["jenis"].upper(), "gambar")


def has_leader(text: str) -> bool:
    """True when dots lead from the text to a page number or to the line's end."""
    return len(text) <= _LONGEST and _may_lead(text) and bool(_LEADER.fullmatch(collapse(text)))


def _may_lead(text: str) -> bool:
    """False where no leader can be: most lines, told without the pattern."""
    return "…" in text or text.count(".") + text.count("_") + text.count("·") >= 3


def parse_entry(text: str) -> Entri:
    """Title and page of an entry; a text without leader and page is all title."""
    line = collapse(text)
    if len(text) > _LONGEST:
        return Entri(line, None)
    found = _LEADER.fullmatch(line) or _TRAILING.fullmatch(line)
    if not found:
        return Entri(line, None)
    page = found["halaman"]
    return Entri(found["judul"].strip(" .…_"), page.replace(" ", "") if page else None)


def parse_table_entry(text: str) -> EntriTabel | None:
    """An entry of a list of tables: `Tabel 3.1 Title .... 25`, or `3.1 Title 25` where the word is left out."""
    entry = parse_entry(text)
    caption = parse_caption(entry.judul)
    if caption:
        return EntriTabel(caption.nomor, caption.judul, entry.halaman)
    bare = _BARE_NUMBER.fullmatch(entry.judul)
    if not bare:
        return None
    nomor = regex.sub(r"\s", "", bare["nomor"]).rstrip(".,")
    return EntriTabel(nomor, bare["judul"], entry.halaman)
