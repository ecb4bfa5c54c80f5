"""TW: quarters that stand in columns, row by row, against the year's figure of the same row. In: indicator records. Out: findings.

Agencies target the year in several ways: increments that add up to it, a path that ends at it, a highest or a mean level. What is
meant is not printed, so a row is doubted (never more) only where it fits none of these and nearly all other rows of its table do.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

import msgspec

from capaian.interval import Figur, agrees
from extractor.audit.buku import Buku
from extractor.audit.konteks import Konteks, Posisi, figure_of, written
from extractor.audit.persamaan import Jumlahan, record, suspects
from extractor.audit.temuan import temuan
from extractor.model.laporan import Angka, Indikator

_QUARTERS = ("TW1", "TW2", "TW3", "TW4")
_LEAST_KNOWN = 2
"""So many other rows of the table must follow a known way."""
_KNOWN_SHARE = Fraction(3, 4)


class Deret(msgspec.Struct, frozen=True):
    """Four quarters (in order) beside the year: one role of one indicator in one row."""

    nama: str
    peran: str
    year: Posisi
    year_figure: Figur
    quarters: Mapping[Posisi, Figur]

    @property
    def equation(self) -> Jumlahan:
        name = f"row {self.year.row}: {self.peran} of the year = sum of 4 quarters"
        return Jumlahan(name, f"{self.year}:quarters", self.year, self.year_figure, self.quarters)

    @property
    def adds_up(self) -> bool:
        """The sum gives the year, and more than one quarter is part of it."""
        return not self.equation.difference and sum(bool(f.number) for f in self.quarters.values()) > 1

    @property
    def is_known(self) -> bool:
        """One of the ways in which quarters give a year."""
        numbers = [figure.number for figure in self.quarters.values()]
        year, total = self.year_figure.number, sum(numbers, Decimal(0))
        mean = Fraction(total) / len(numbers)
        return year in (total, numbers[-1], max(numbers)) or agrees(self.year_figure, mean) is not None


def series(konteks: Konteks, indicators: Iterable[Indikator]) -> list[Deret]:
    """All rows that print a figure for the year and for every quarter."""
    rows: dict[tuple[str, int, str, int | None], dict[str | None, Indikator]] = defaultdict(dict)
    for record_ in indicators:
        key = (record_.tabel, record_.row, record_.indikator, record_.tahun)
        rows[key].setdefault(record_.periode, record_)
    return [
        deret
        for by_period in rows.values()
        for peran in ("target", "realisasi")
        if (deret := _deret(konteks, by_period, peran)) is not None
    ]


def _deret(konteks: Konteks, by_period: Mapping[str | None, Indikator], peran: str) -> Deret | None:
    cells: dict[Posisi, Figur] = {}
    for periode in (None, *_QUARTERS):
        row = by_period.get(periode)
        angka: Angka | None = getattr(row, peran) if row is not None else None
        figure = figure_of(angka)
        posisi = konteks.posisi(row.tabel, angka) if row is not None else None
        if figure is None or posisi is None or posisi in cells:
            return None
        cells[posisi] = figure
    (year, year_figure), *quarters = cells.items()
    return Deret(by_period[None].indikator, peran, year, year_figure, dict(quarters))


def check(konteks: Konteks, buku: Buku, found: Sequence[Deret]) -> None:
    """Enter the sums that hold and a finding for each row that fits no way of its table."""
    by_table: dict[str, list[Deret]] = defaultdict(list)
    for deret in found:
        by_table[deret.year.tabel].append(deret)
        if deret.adds_up:
            record(deret.equation, buku)
    for group in by_table.values():
        odd = [deret for deret in group if not deret.is_known]
        known = len(group) - len(odd)
        if known >= _LEAST_KNOWN and known >= _KNOWN_SHARE * len(group):
            for deret in odd:
                _enter(konteks, buku, deret)


def _enter(konteks: Konteks, buku: Buku, deret: Deret) -> None:
    nama, equation = konteks.lembar[deret.year.tabel].nama, deret.equation
    raw = konteks.ref(deret.year).raw or ""
    total = written(equation.recomputed)
    message = (
        f"Triwulan “{deret.nama}” di {nama[0]} berjumlah {total[0]} dan tidak berakhir pada {raw}, angka untuk setahun.",
        f"The quarters of “{deret.nama}” in {nama[1]} add up to {total[1]} and do not end at {raw}, the figure for the year.",
    )
    finding = temuan(
        "TW",
        message,
        konteks,
        equation.cells,
        severity="W",
        reported=raw,
        recomputed=equation.recomputed,
        witnesses=[equation.name],
    )
    buku.finds(finding, deret.year, suspects(equation, buku, equation.cells))
