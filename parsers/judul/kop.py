"""What the head of a printed form says: in come its lines, out come the government, the title and the unit it is about.

Programs of budgeting and accounting (SIMDA, SIPD, Crystal Reports) print above each table the government's name, the title on one to
four lines, and lines of a label, a colon, a code and a name (`Unit Organisasi : 2 . 10 . 01 DINAS …`). Seen in LRA, APBD, RKA and DPA.
"""

from collections.abc import Iterable
from typing import NamedTuple

import regex

from parsers.judul.teks import capital_share, collapse

_GOVERNMENT = regex.compile(
    r"(?i)PEMERINTAH(?:AN)?(?:\s+DAERAH)?\s+(?P<area>(?:PROVINSI|KABUPATEN|KAB\.?|KOTA)(?-i:(?:\s+\p{Lu}[\p{L}'\-]*){1,4}))"
)
_LABELLED = regex.compile(
    r"(?i)(?P<label>Urusan|Bidang|Organisasi|Sub\s?-?Unit|Unit|SKPD|OPD|Perangkat\s+Daerah|Program|Kegiatan|Sub\s?-?Kegiatan"
    r"|Sumber\s+Dana|Lokasi|Triwulan|Semester|Periode|Bulan)\b[\p{L}\s/]{0,28}:\s*(?P<value>\S.*)?"
)
_CODE = regex.compile(r"^(?:[\dXx][\dXx.\s\-]*(?=\s\p{L}|\s*$))?\s*[-–]?\s*")
_UNITS = ("skpd", "opd", "perangkat daerah", "unit", "organisasi", "sub unit")
"""Labels of the unit that a form is about, the one that counts first."""
_UNIT_LETTERS = 5
_TITLE_LINES = 4


class Kop(NamedTuple):
    """`area`: `KABUPATEN …` as printed; `unit`: the name behind `SKPD :` or `Unit Organisasi :`, without its code."""

    area: str | None = None
    judul: str | None = None
    unit: str | None = None

    @property
    def agency(self) -> str | None:
        """The unit with its region, or the government itself."""
        if self.area is None:
            return self.unit
        if self.unit is None:
            return _spelled_like("Pemerintah", f"Pemerintah {self.area}")
        if collapse(self.area).casefold() in self.unit.casefold():
            return self.unit
        return f"{self.unit} {_spelled_like(self.unit, self.area)}"


def _spelled_like(sample: str, text: str) -> str:
    """A text in capitals in mixed case where the sample is mixed."""
    return text.title() if capital_share(sample) < 0.6 < capital_share(text) else text


def read_kop(lines: Iterable[str]) -> Kop | None:
    """The head of a form; None where neither a government's name begins it nor a labelled unit stands in it."""
    area: str | None = None
    title: list[str] = []
    units: dict[str, str] = {}
    closed = False
    for line in map(collapse, lines):
        if labelled := _LABELLED.fullmatch(line):
            closed = True
            name = _CODE.sub("", labelled["value"] or "").strip()
            label = regex.sub(r"\W+", " ", labelled["label"]).casefold()
            if sum(c.isalpha() for c in name) >= _UNIT_LETTERS:
                units.setdefault(label, name)
        elif area is None and (government := _GOVERNMENT.fullmatch(line)):
            area, title, closed = government["area"], [], False
        elif line and not closed and len(title) < _TITLE_LINES:
            title.append(line)
    unit = next((units[label] for label in _UNITS if label in units), None)
    if area is None and unit is None:
        return None
    return Kop(area, " ".join(title) or None, unit)
