"""What an entry of the catalogue of findings says. Types only."""

from typing import NamedTuple

from extractor.model.temuan import Severity


class Dwibahasa(NamedTuple):
    """A text in Indonesian and English."""

    id: str
    en: str


class Kode(NamedTuple):
    """A code of the catalogue. `severity` is the usual one; a check may say less where its evidence is weaker."""

    code: str
    severity: Severity
    title: Dwibahasa
    what: Dwibahasa
    why: Dwibahasa
    example: Dwibahasa
    todo: Dwibahasa
