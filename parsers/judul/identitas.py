"""Which report is this? Kind of document, year and agency as a cover, a foreword or a running head states them.

Names of the document: DOMAIN.md 1.1 (Inpres 7/1999: LAKIP; PermenPAN-RB 53/2014: Laporan Kinerja, in practice LKIP, LKjIP, LKJ).
"""

import re
from functools import lru_cache

import regex

from parsers.judul.teks import collapse, unspace

_KINDS: tuple[tuple[str, str], ...] = (
    ("LAKIP", r"\bL\s?A\s?K\s?I\s?P\b|Laporan\s+Akuntabilitas\s+Kinerja"),
    ("LKjIP", r"\bLKjIP\b|\bLkjIP\b"),
    ("LKIP", r"\bL\s?K\s?I\s?P\b|\bLKJIP\b|Laporan\s+Kinerja\s+Instansi\s+Pemerintah"),
    ("LKj", r"\bLKj\b|\bLKJ\b"),
    ("LKIP", r"\bLaporan\s+Kinerja\b"),
    ("Perjanjian Kinerja", r"Perjanjian\s+Kinerja\s+Tahun"),
)
_PATTERNS = tuple(
    (kind, re.compile(pattern if kind in ("LKjIP", "LKj") else "(?i)" + pattern)) for kind, pattern in _KINDS
)
_SPACED_YEAR, _DIGIT_GAP = regex.compile(r"(?:\d ){3}\d"), regex.compile(r"(?<=\d) (?=\d)")
_YEAR = regex.compile(
    r"(?i)(?<!\b(?:nomor|no\.?)\s{0,2}(?::\s{0,2})?\S{1,12}\s{1,2})(?<!\b(?:lembaran|berita) (?:negara|daerah)[\p{L} .]{0,60})"
    r"\b(?:TAHUN(?:\s+ANGGARAN)?|TH\.?|T\.?A\.?)\s*:?\s*(20\d\d)(?!\s*[-–/]\s*20\d\d)\b"
    r"(?! *,? (?:(?:nomor|no\.?) ?\d|tentang\b))"
)
"""A year of something, not of a regulation (`Nomor 25 Tahun 2004`, `Lembaran Negara … Tahun 2004 Nomor 164`, `Tahun 2007 tentang …`)."""
_ENDING = regex.compile(
    r"(?i)\btahun(?:\s+anggaran)?\s+yang\s+berakhir(?:\s+(?:sampai|dengan|s/d|s\.?\s?d\.?|pada|tanggal|per))*\s+\d{1,2}\s+\p{L}+\s+(20\d\d)"
)
"""The period of a statement: `Untuk Tahun yang berakhir sampai dengan 31 Desember 2022 dan 2021`."""
_UNITS = (
    "DINAS|BADAN|BIRO|KECAMATAN|INSPEKTORAT|SEKRETARIAT|SATUAN|KANTOR|RUMAH SAKIT|RSUD|KEMENTERIAN|DIREKTORAT|KELURAHAN|BALAI"
    "|UPTD?|BAGIAN|PEMERINTAH"
)
_AREAS = ("PROVINSI", "KABUPATEN", "KAB.", "KOTA", "PROVSU", "REPUBLIK", "DAERAH KHUSUS")
_AREA = "|".join(map(regex.escape, _AREAS))
_AFTER = (
    "[IVX]+|TAHUN|TH|PERIODE|KATA|DAFTAR|BAB|DENGAN|YANG|DAN|INI|DALAM|PADA|ADALAH"
    "|UNTUK|SEBAGAI|MERUPAKAN|DIBENTUK|DAPAT|TELAH|MEMPUNYAI"
)
_AGENCY = regex.compile(
    rf"(?i)\b(?:{_UNITS})\b,?(?: (?!(?:{_AREA})\b|TAHUN\b)[\p{{L}}.,&()/\-]{{1,40}}){{1,14}}? (?:{_AREA})"
    rf"(?-i:(?: (?!(?i:{_AFTER})\b)\p{{Lu}}[\p{{L}}\-]*){{1,3}})"
)
"""Kind of unit, its name (at most 14 words), kind of region, the region's name in capitalised words."""


@lru_cache(maxsize=8192)
def document_kind(text: str) -> str | None:
    """The kind of document that `text` names: LAKIP, LKjIP, LKIP, LKj, Perjanjian Kinerja; None when it names none."""
    line = unspace(text)
    hits = [(m.start(), order, kind) for order, (kind, p) in enumerate(_PATTERNS) if (m := p.search(line))]
    return min(hits)[2] if hits else None


def report_years(text: str) -> list[int]:
    """Years that are printed as the year of something (`Tahun 2021`, `TA 2020`), in order; a span of years is none.

    Of a statement that compares two years (`tahun yang berakhir … 31 Desember 2022 dan 2021`) it is the first.
    """
    joined = collapse(_DIGIT_GAP.sub("", unspace(text)) if _SPACED_YEAR.search(text) else text)
    return [int(y) for y in (*_YEAR.findall(joined), *_ENDING.findall(joined))]


def agency_names(text: str) -> list[str]:
    """Names of agencies with their region: `Dinas … Kota …`, as printed."""
    line = collapse(text)
    capitals = line.upper()
    if not any(area in capitals for area in _AREAS):
        # Nearly every line: told without the pattern.
        return []
    return [m.group() for m in _AGENCY.finditer(line)]
