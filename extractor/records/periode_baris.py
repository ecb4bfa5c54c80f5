"""Quarters that stand in rows: a column `Triwulan` with TW I … IV beside a column with their figures.

In: a `Lembar` and the records of the year. Out: the records of the quarters. The quarters may have a row each or be stacked
in one cell.
"""

from collections.abc import Sequence

import msgspec

from extractor.model.laporan import Angka, Indikator
from extractor.records.lembar import Lembar
from parsers.nilai import read_value
from parsers.tabel import is_nothing
from parsers.tabel.kamus import TRIWULAN, periode


def period_rows(lembar: Lembar, yearly: Sequence[Indikator]) -> list[Indikator]:
    """One record per quarter printed in a row or stacked in a cell, named like the yearly record above it."""
    period_col = next(iter(lembar.with_role("periode")), None)
    if period_col is None or not yearly:
        return []
    figure_col = next((i for i in lembar.with_role("target", "realisasi") if i > period_col), None)
    if figure_col is None:
        return []
    role = lembar.columns[figure_col].role or "target"
    records: list[Indikator] = []
    source: Indikator | None = None
    by_row = {record.row: record for record in yearly}
    for row in lembar.body:
        source = by_row.get(row, source)
        if source is None:
            continue
        for quarter, text in _quarters(lembar, row, period_col, figure_col):
            if not is_nothing(text):
                records.append(_quarter(source, row, figure_col, quarter, text, role))
    return records


def _quarters(lembar: Lembar, row: int, period_col: int, figure_col: int) -> list[tuple[str, str]]:
    names = lembar.own(row, period_col)
    found = [periode(match[0]) for match in TRIWULAN.finditer(names)]
    lines = lembar.printed_lines(row, figure_col)
    texts = list(lines) if len(lines) == len(found) else [lembar.own(row, figure_col)]
    if len(found) > 1 and len(texts) == 1:
        texts = texts[0].split() if len(texts[0].split()) == len(found) else []
    return [(name, text) for name, text in zip(found, texts, strict=False) if name]


def _quarter(source: Indikator, row: int, col: int, quarter: str, text: str, role: str) -> Indikator:
    figure = Angka(text, read_value(text).number, (row, col))
    return msgspec.structs.replace(
        source,
        row=row,
        periode=quarter,
        target=figure if role == "target" else None,
        realisasi=figure if role == "realisasi" else None,
        capaian=None,
        predikat=None,
    )
