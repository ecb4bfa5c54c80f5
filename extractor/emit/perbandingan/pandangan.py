"""Rows as people read them: those of the CSV files, with the indicator's name beside its series and tables by what they are called.

In: a comparison, and what tables are called, by report and id. Out: the columns and rows of one kind.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from extractor.emit.perbandingan.baris import ROWS
from extractor.model.perbandingan import Perbandingan

NamaTabel = Mapping[tuple[str, str], str]
"""(report, id of the table): its printed number, or another name."""
Value = object
_NAMED_BY_SERIES = ("beda", "catatan")
_REPORT_OF = {"tabel": "laporan", "tabel_a": "laporan_a", "tabel_b": "laporan_b"}


class Pandangan(NamedTuple):
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def view(perbandingan: Perbandingan, kind: str, tables: NamaTabel) -> Pandangan:
    """`kind` is a key of `ROWS`."""
    fields = ROWS[kind].__struct_fields__
    names = series_names(perbandingan) if kind in _NAMED_BY_SERIES else {}
    columns: list[str] = []
    for field in fields:
        columns += (field, "indikator") if field == "seri" and names else (field,)
    found: Sequence[object] = getattr(perbandingan, kind)
    return Pandangan(
        tuple(columns), tuple(tuple(_value(row, column, names, tables) for column in columns) for row in found)
    )


def series_names(perbandingan: Perbandingan) -> dict[str, str]:
    """What each series is called in the latest report that has it."""
    known = sorted(perbandingan.padanan, key=lambda item: item.tahun_laporan or 0)
    return {item.seri: item.indikator for item in known}


def _value(row: object, column: str, names: Mapping[str, str], tables: NamaTabel) -> Value:
    if column == "indikator" and names:
        return names.get(getattr(row, "seri", None) or "")
    value = getattr(row, column)
    if column in _REPORT_OF and value is not None:
        return tables.get((getattr(row, _REPORT_OF[column]), value), value)
    return value
