"""An indicator of one report: what it is called, its unit, its sasaran, and every figure with the place it is printed at."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from extractor.archive.kata import Words
from extractor.model.perbandingan import Peran
from extractor.model.temuan import Proof

Slot: TypeAlias = tuple[int, Peran]
PERAN: tuple[Peran, ...] = ("target", "realisasi", "capaian")


@dataclass(frozen=True, slots=True)
class Figur:
    """A printed figure and where it stands. `asal`: the year of the report that its table was carried over
    from, where it was. `lain`: measured in another way than the year's (up to that year; a capaian of the plan's last target)."""

    nilai: Decimal | None
    raw: str
    tabel: str
    page: int | None
    satuan: str | None
    proof: Proof
    asal: int | None = None
    lain: bool = False


class Sebutan(NamedTuple):
    """Another wording of an indicator, and where it stands."""

    nama: str
    kata: Words
    satuan: str | None
    tabel: str
    page: int | None


@dataclass(slots=True)
class Butir:
    """An indicator of a report. `position`: its place among the indicators, from 0 to 1; `figures` by year and role; `programs`: it
    stands only in lists of programs and kegiatan; `periode`: the part of the year that the report and its figures speak of;
    `kegiatan`: the program, kegiatan or sub kegiatan that its row measures, each of its names (`old / new`); `lain`: other
    wordings of the same report; `rows`: its first row in each table."""

    laporan: str
    tahun: int | None
    nama: str
    kata: Words
    satuan: str | None
    unit: str | None
    sasaran: Words
    tabel: str
    page: int | None
    ordinal: int
    tables: set[str] = field(default_factory=set)
    rumus: str | None = None
    position: float = 0.0
    figures: dict[Slot, list[Figur]] = field(default_factory=dict)
    programs: bool = False
    periode: str | None = None
    kegiatan: tuple[Words, ...] = ()
    lain: list[Sebutan] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)

    @property
    def names(self) -> tuple[Words, ...]:
        """Every wording of the report."""
        return (self.kata, *(other.kata for other in self.lain))

    @property
    def units(self) -> frozenset[str]:
        """Every unit that the report prints it in."""
        found = {f.satuan for told in self.figures.values() for f in told} | {self.unit}
        return frozenset(unit for unit in found if unit is not None)

    @property
    def carried(self) -> bool:
        """Are all its figures in tables that were carried over from an earlier report?"""
        figures = [figur for told in self.figures.values() for figur in told]
        return bool(figures) and all(figur.asal for figur in figures)

    @property
    def mixed(self) -> bool:
        """Does the report print it in several units, so that a figure without one of its own may be in any?"""
        return len({f.satuan for told in self.figures.values() for f in told if f.satuan is not None}) > 1

    def values(self, slot: Slot) -> list[Decimal]:
        return [figur.nilai for figur in self.figures.get(slot, ()) if figur.nilai is not None]
