"""The sheet of one table: a line with its title that is the way back, the header with its merged cells, the rows.

Cells of the body are not merged, since a filter and a sort need every row to stand alone: a text over several rows is repeated in grey,
a figure stands once.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from extractor.emit.xlsx.angka import FIGURES
from extractor.emit.xlsx.lembar import Lembar
from extractor.emit.xlsx.ragu import CellKey, Ragu
from extractor.model.laporan import Cell, Tabel

if TYPE_CHECKING:
    from xlsxwriter.format import Format

_TITLE_SIZE = 1.3
FIRST_ROW = 1
"""The sheet's row of the table's row 0."""


def write_tabel(sheet: Lembar, tabel: Tabel, doubts: Mapping[CellKey, Ragu], *, back: str) -> None:
    """`back`: where the title leads. An empty table gives only that line."""
    header = [cell for cell in tabel.cells if cell.row < tabel.header_rows]
    for row in range(tabel.header_rows, tabel.n_rows):
        for col in range(tabel.n_cols):
            sheet.text(FIRST_ROW + row, col, None)
    for cell in tabel.cells:
        if cell.row >= tabel.header_rows:
            _write_cell(sheet, cell, doubts.get((tabel.id, cell.row, cell.col)))
    _write_header(sheet, tabel, header)
    _write_title(sheet, title(tabel), max(tabel.n_cols - 1, 1), back)
    sheet.finish(max(FIRST_ROW + tabel.header_rows - 1, 0), FIRST_ROW + tabel.n_rows - 1, max(tabel.n_cols - 1, 0))


def title(tabel: Tabel) -> str:
    """Number, title and pages."""
    name = f"Tabel {tabel.nomor}" if tabel.nomor else "Tabel tanpa nomor"
    first, last = (tabel.pages[0], tabel.pages[-1]) if tabel.pages else (None, None)
    pages = "" if first is None else f"  (hal. {first})" if first == last else f"  (hal. {first}–{last})"
    return f"{name} {tabel.judul or ''}".strip() + pages


def _write_title(sheet: Lembar, text: str, last_col: int, back: str) -> None:
    """Over all columns, so that a long title makes no page broader; a link back."""
    look = sheet.look("judul_tabel")
    sheet.sheet.merge_range(0, 0, 0, last_col, "", look)
    sheet.sheet.write_url(0, 0, f"internal:{back}", look, f"← {text}", "Kembali ke Ringkasan / back to Ringkasan")
    width = sum(sheet.width(col) for col in range(last_col + 1))
    sheet.height(0, sheet.lines(text, width / _TITLE_SIZE))


def _write_cell(sheet: Lembar, cell: Cell, ragu: Ragu | None) -> None:
    row, nilai = FIRST_ROW + cell.row, cell.value
    if nilai is not None and nilai.type in FIGURES and nilai.number is not None:
        if nilai.type == "tahun":
            sheet.whole(row, cell.col, int(nilai.number))
        else:
            sheet.figure(row, cell.col, nilai.number, nilai.raw, nilai.unit, ragu)
        return
    kind = "tengah" if nilai is not None and nilai.type == "kosong" else "lebar" if cell.col_span > 1 else "teks"
    sheet.text(row, cell.col, cell.text, kind, ragu, fits=cell.col_span == 1)
    for below in range(row + 1, row + cell.row_span):
        sheet.text(below, cell.col, cell.text, "ulang", fits=cell.col_span == 1)


def _write_header(sheet: Lembar, tabel: Tabel, header: list[Cell]) -> None:
    look = sheet.look("kepala_tabel")
    for cell in header:
        if cell.col_span == 1:
            sheet.fit_word(cell.col, f"{cell.text}___")
    lines = dict.fromkeys(range(tabel.header_rows), 1)
    for cell in header:
        _merge(sheet, cell, tabel, look)
        width = sum(sheet.width(col) for col in range(cell.col, min(cell.col + cell.col_span, tabel.n_cols)))
        height = min(cell.row_span, tabel.header_rows - cell.row)
        needed = -(-sheet.lines(cell.text, width) // height)
        for row in range(cell.row, cell.row + height):
            lines[row] = max(lines[row], needed)
    for row, count in lines.items():
        sheet.height(FIRST_ROW + row, count)


def _merge(sheet: Lembar, cell: Cell, tabel: Tabel, look: "Format") -> None:
    top, left = FIRST_ROW + cell.row, cell.col
    bottom = FIRST_ROW + min(cell.row + cell.row_span, tabel.header_rows) - 1
    right = min(cell.col + cell.col_span, tabel.n_cols) - 1
    if (bottom, right) != (top, left):
        sheet.sheet.merge_range(top, left, bottom, right, "", look)
    sheet.sheet.write_string(top, left, cell.text, look)
