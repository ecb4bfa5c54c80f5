"""Rows of a part of the year that do not say it themselves: records and the period of their table or report in, the records with it out.

A table headed `Capaian Triwulan II`, and every table of a report of a quarter, prints results in columns that name no quarter. Read as
the year's they would be wrong. Lent to are results: rows of a table and year of which some have a realisasi. Where a table only plans, the
target is the year's; and what a report of a quarter prints of other years is left as it is.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TypeVar

import msgspec

from extractor.model.laporan import Anggaran, Identitas, Indikator, Tabel
from extractor.model.temuan import Message, Temuan
from parsers.judul import report_years
from parsers.tabel.periode import table_period, up_to_end

Baris = TypeVar("Baris", Indikator, Anggaran)


def of_titled(tabel: Tabel, rows: Sequence[Indikator]) -> Sequence[Indikator]:
    """The rows of one table, with the period that its title names; of the years that the title names, of all where it names none."""
    period = table_period(tabel.judul or "")
    if period is None:
        return rows
    return _lent(rows, period, _measured_indikator, frozenset(report_years(tabel.judul or "")))


def of_report(
    indikator: Sequence[Indikator], anggaran: Sequence[Anggaran], identitas: Identitas
) -> tuple[tuple[Indikator, ...], tuple[Anggaran, ...]]:
    """All rows of a report, with the period of the report."""
    if identitas.periode is None:
        return tuple(indikator), tuple(anggaran)
    years = frozenset(() if identitas.tahun is None else (identitas.tahun,))
    return (
        tuple(_lent(indikator, identitas.periode, _measured_indikator, years)),
        tuple(_lent(anggaran, identitas.periode, _measured_anggaran, years)),
    )


def report_findings(identitas: Identitas, count: int) -> list[Temuan]:
    """That a whole report speaks of a part of the year. `count`: how many rows it has."""
    if identitas.periode is None or not count:
        return []
    message = Message(
        id=f"Menurut judulnya laporan ini memuat angka sebagian tahun ({identitas.periode}): hasil yang tabelnya tidak menyebut periode "
        "diberi periode itu, bukan angka setahun.",
        en=f"By its title this report holds figures of a part of the year ({identitas.periode}): results whose table names no period have "
        "that one, they are not the year's.",
    )
    return [Temuan("", "PERIOD-PART", "W", message, ())]


def _lent(
    rows: Sequence[Baris], period: str, measured: Callable[[Baris], bool], years: Collection[int]
) -> Sequence[Baris]:
    """`years`: those that the period may be of; none: all. Beside a row of that very period it is what was reached up to its end."""
    results = {(row.tabel, row.tahun) for row in _unsaid(rows, years) if measured(row)}
    beside = {(row.tabel, row.row, row.tahun) for row in rows if row.periode == period}
    lent = {
        id(row): up_to_end(period) if (row.tabel, row.row, row.tahun) in beside else period
        for row in _unsaid(rows, years)
        if (row.tabel, row.tahun) in results
    }
    return [msgspec.structs.replace(row, periode=lent[id(row)]) if id(row) in lent else row for row in rows]


def _unsaid(rows: Iterable[Baris], years: Collection[int]) -> Iterable[Baris]:
    return (row for row in rows if row.periode is None and (not years or row.tahun is None or row.tahun in years))


def _measured_indikator(row: Indikator) -> bool:
    return row.realisasi is not None or row.capaian is not None


def _measured_anggaran(row: Anggaran) -> bool:
    return any(figure is not None for figure in (row.realisasi, row.persen, row.fisik))
