"""COLSUM of a table that adds up nothing else. In: tables. Out: findings (W) where the last row called Jumlah is not the sum of the rows.

Sums are trusted where the table proves them elsewhere (`jumlah`). A list with one column of figures cannot, so its rows must be numbered
1, 2, 3 … up to the total, be counted in one unit and come near the total: then a difference is an error of one of the figures, but nobody
knows which (seen in real reports: staff by grade, by sex and by post, three different sums under one total).
"""

from collections.abc import Collection
from decimal import Decimal

from extractor.audit import jumlah
from extractor.audit.buku import Buku
from extractor.audit.konteks import Konteks, Lembar, decimal_text, written
from extractor.model.temuan import Message, Temuan

_LEAST_ROWS = 2
_NEAR = (Decimal("0.6"), Decimal("1.7"))
"""The sum as a share of the total: an average, or the total of something else, is further off."""


def check(konteks: Konteks, buku: Buku, proved: Collection[str]) -> None:
    """Enter a finding for each such total. `proved`: tables with sums of their own."""
    for lembar in konteks.lembar.values():
        total = _only_total(lembar)
        if total is None or lembar.tabel.id in proved or not _numbered(lembar, total):
            continue
        for col in jumlah.addable(lembar):
            found = _against(konteks, lembar, total, col)
            if found is not None:
                buku.notes(found, found.refs[0].page)


def _only_total(lembar: Lembar) -> int | None:
    totals = [row for row in lembar.body_rows if lembar.is_total(row)]
    return totals[0] if totals and totals == [lembar.body_rows[-1]] else None


def _numbered(lembar: Lembar, total: int) -> bool:
    rows = [row for row in lembar.body_rows if row < total]
    wanted = [str(number) for number in range(1, len(rows) + 1)]
    return len(rows) >= _LEAST_ROWS and any(
        [_text(lembar, row, col) for row in rows] == wanted for col in lembar.columns("no")
    )


def _text(lembar: Lembar, row: int, col: int) -> str:
    cell = lembar.cells.get((row, col))
    return cell.text.strip(" .)(") if cell is not None else ""


def _against(konteks: Konteks, lembar: Lembar, total: int, col: int) -> Temuan | None:
    rows = range(lembar.body_rows[0], total)
    printed, parts = lembar.figure(total, col), [lembar.figure(row, col) for row in rows]
    figures = [part for part in parts if part is not None]
    if printed is None or not printed.number or len(figures) < len(parts):
        return None
    units = {value.unit for row in lembar.body_rows if (value := lembar.nilai(row, col)) is not None and value.unit}
    summed = sum((figure.number for figure in figures), Decimal(0))
    slack = max(figure.step for figure in (printed, *figures)) * len(figures) if any(f.decimals for f in figures) else 0
    if abs(summed - printed.number) <= slack or len(units) > 1 or not _NEAR[0] <= summed / printed.number <= _NEAR[1]:
        return None
    said, added = written(printed.number), written(summed)
    message = Message(
        f"Jumlah yang tercetak di {lembar.nama[0]} {said[0]}, tetapi {len(parts)} baris di atasnya berjumlah {added[0]}.",
        f"The total printed in {lembar.nama[1]} is {said[1]}, but the {len(parts)} rows above it add up to {added[1]}.",
    )
    refs = tuple(konteks.ref(lembar.posisi(row, col)) for row in (total, *rows))
    return Temuan("", "COLSUM", "W", message, refs, refs[0].raw, decimal_text(summed), witnesses=("rows above it",))
