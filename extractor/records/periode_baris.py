"""Quarters that stand in rows: a column `Triwulan` with TW I … IV beside a column with their figures.

In: a `Lembar` and the records of the year. Out: the records of the quarters. The quarters may have a row each or be stacked
in one cell.
"""

from collections.abc import Callable, Sequence

import msgspec

from extractor.model.laporan import Angka, Indikator
from extractor.records.lembar import Lembar
from parsers.nilai import read_value
from parsers.tabel import is_nothing
from parsers.tabel.kamus import TRIWULAN, periode


def period_columns(lembar: Lembar) -> list[int]:
    """The figure columns that belong to the quarters in rows: those at the right of the column that names them."""
    period_col = next(iter(lembar.with_role("periode")), None)
    if period_col is None:
        return []
    return [i for i in lembar.with_role("target", "realisasi", "capaian_pct") if i > period_col]


def period_rows(
    lembar: Lembar, yearly: Sequence[Indikator], unmeasured: Callable[[int], Indikator | None]
) -> list[Indikator]:
    """One record per quarter printed in a row or stacked in a cell, named like the year's record of its row or above it.

    `unmeasured` gives a row's indicator without figures, where the year has no record.
    """
    period_col = next(iter(lembar.with_role("periode")), None)
    figure_cols = period_columns(lembar)
    if period_col is None or not figure_cols:
        return []
    records: list[Indikator] = []
    source: Indikator | None = None
    by_row = {record.row: record for record in yearly}
    seen: set[str] = set()
    for row in lembar.body:
        own = by_row.get(row) or unmeasured(row)
        quarters = [_quarters(lembar, row, period_col, col) for col in figure_cols]
        printed = {name for found in quarters for name in found}
        # a quarter that comes again below the same name is that of an indicator without a name
        again = own is None and not seen.isdisjoint(printed)
        source = own or (None if again else source)
        seen = printed if own or again else seen | printed
        for name in dict.fromkeys(name for found in quarters for name in found):
            texts = {col: found.get(name, "") for col, found in zip(figure_cols, quarters, strict=True)}
            if source is not None and not all(map(is_nothing, texts.values())):
                records.append(_quarter(lembar, source, row, name, texts))
    return records


def _quarters(lembar: Lembar, row: int, period_col: int, figure_col: int) -> dict[str, str]:
    """Quarter -> text of its figure."""
    found = [name for match in TRIWULAN.finditer(lembar.own(row, period_col)) if (name := periode(match[0]))]
    lines = lembar.printed_lines(row, figure_col)
    texts = list(lines) if len(lines) == len(found) else [lembar.own(row, figure_col)]
    if len(found) > 1 and len(texts) == 1:
        texts = texts[0].split() if len(texts[0].split()) == len(found) else []
    return dict(zip(found, texts, strict=False))


def _quarter(lembar: Lembar, source: Indikator, row: int, quarter: str, texts: dict[int, str]) -> Indikator:
    figures: dict[str | None, Angka] = {}
    for col, text in texts.items():
        if not is_nothing(text):
            figures.setdefault(lembar.columns[col].role, Angka(text, read_value(text).number, (row, col)))
    return msgspec.structs.replace(
        source,
        row=row,
        periode=quarter,
        target=figures.get("target"),
        realisasi=figures.get("realisasi"),
        capaian=figures.get("capaian_pct"),
        predikat=None,
    )
