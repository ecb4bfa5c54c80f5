"""What running text says of the report itself: the year it is of, a formula that can only give 100. Text in, mentions out.

`Penyusunan LKIP Dinas … Tahun 2019 dilaksanakan …` in a report of 2020 was carried over from the year before. Only a sentence that
begins with the making of the report (or its layout) speaks surely of this report; `hasil evaluasi LKIP tahun 2019` does not.
"""

from collections.abc import Iterator
from re import IGNORECASE
from re import compile as pattern
from typing import NamedTuple


class Ucapan(NamedTuple):
    """A mention: the year it names, the words from the beginning of the phrase to it, and whether they speak surely of this report."""

    tahun: int
    raw: str
    sure: bool


_REPORT = r"(?:L\s?[AK]\s?[KA]?\s?j?\s?I\s?P|LKj|Laporan\s+(?:Akuntabilitas\s+)?Kinerja(?:\s+Instansi\s+Pemerintah)?|Laporan\s+Kinerja)"
_MAKING = (
    r"(?:Penyusunan|Sistematika(?i:\s+(?:penyusunan|penulisan|penyajian|pelaporan))?|Dengan\s+(?:ter|di)susunnya"
    r"|Demikian(?:lah)?)"
)
_NAME = pattern(r"(?:\W*(?:[A-Z]\w*|\d+|dan|pada|di|serta|dari|untuk|Kab|Prov)\b)*\W*")
"""The name of an agency: words that begin with capitals."""
_OF_YEAR = pattern(
    rf"\b{_REPORT}\b(?P<who>[^.;:]{{0,200}}?)\b(?:Tahun|Th\.?|TA\.?)\s+(?:Anggaran\s+)?(?P<year>20\d\d)\b(?!\s*(?:[-–/]|s\.?d|sampai|dan\b))",
    IGNORECASE,
)
_BEGINS = pattern(rf"(?:^|(?<=[.;:]\s))\W*{_MAKING}\s+(?:dokumen\s+)?(?={_REPORT}\b)")
_CONSTANT = pattern(
    r"(?i)\brealisasi\s*[-–−]\s*\(\s*realisasi\s*[-–−]\s*(?:target|rencana)(?:\s+(?:tingkat\s+capaian))?\s*\)"
)


def find_years(text: str) -> Iterator[Ucapan]:
    """Every year that the text gives to a report of performance, in order."""
    begins = {match.end() for match in _BEGINS.finditer(text)}
    for match in _OF_YEAR.finditer(text):
        if _NAME.fullmatch(match["who"]):
            yield Ucapan(int(match["year"]), " ".join(match[0].split()), match.start() in begins)


def find_constant_formula(text: str) -> str | None:
    """`Realisasi - (Realisasi - Target)` as printed: that is the target itself, so that capaian is always 100; None elsewhere."""
    match = _CONSTANT.search(text)
    return match[0] if match else None
