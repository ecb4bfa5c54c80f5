"""Findings of this room: rows that no record took and columns without a role, in tables that give records.

Codes: ROW-UNREAD, COL-UNREAD, COL-ROLE, CELL-REPEAT (all I), CELL-FIGURES, PERIOD-PART (W).
`id` stays '': the pipeline numbers findings when all are known.
"""

import re
from collections.abc import Sequence

from extractor.model.laporan import Angka, Cell, Tabel
from extractor.model.temuan import Message, Ref, Temuan
from extractor.records.lembar import FIGURE_ROLES, Lembar
from extractor.records.nama import classify
from parsers.tabel import TANPA_BARIS, is_money, is_nothing
from parsers.tabel.periode import table_period

_SEVERAL = re.compile(r"[-(]?\d[\d.,]*%?\)?(?:\s+[-(]?\d[\d.,]*%?\)?)+")
SHOWN = 12
"""A message names at most so many rows; `refs` hold all."""


def is_of_records(lembar: Lembar) -> bool:
    """Do the headers promise records: an indicator beside a target, realisasi or capaian, or a subject beside money? A table
    that compares with the plan's targets does, too, whatever its headers have lost."""
    if lembar.tabel.jenis in TANPA_BARIS:
        return False
    mixed = any(column.kelas == "campur" for column in lembar.columns)
    measured = lembar.with_role("indikator") and (mixed or lembar.with_role("target", "realisasi", "capaian_pct"))
    funded = lembar.with_role("program_kegiatan") and (mixed or lembar.with_role("pagu", "realisasi_rp"))
    return bool(measured or funded) or lembar.tabel.jenis == "perbandingan_renstra"


def find_unread(lembar: Lembar, taken: frozenset[int], figures: Sequence[Angka]) -> list[Temuan]:
    """What a table that gave records leaves unread. `taken`: rows; `figures`: those of the records."""
    used = {figure.cell[1] for figure in figures if figure.cell is not None}
    read = frozenset(figure.cell for figure in figures if figure.cell is not None and figure.number is not None)
    sorts = {"data"} if taken else {"data", "group"}
    columns_read = lembar.with_role(*FIGURE_ROLES) if taken else range(lembar.teks.n_cols)
    rows = [
        item.row
        for item in classify(lembar)
        if item.sort in sorts
        and item.row not in taken
        and any(_has_digit(lembar.own(item.row, c)) for c in columns_read)
    ]
    columns = [
        col
        for col, column in enumerate(lembar.columns)
        if column.role is None
        and column.kelas != "bulan"
        and any(not is_nothing(lembar.own(row, col)) for row in lembar.body)
    ]
    quarters = [
        col
        for col in lembar.with_role(*FIGURE_ROLES)
        if taken and col not in used and lembar.columns[col].periode and _holds_money(lembar, col)
    ]
    return [
        *_rows(lembar, rows),
        *_quarters(lembar, quarters),
        *(_column(lembar, col) for col in columns),
        *_repeats(lembar),
        *_several(lembar, taken, read),
    ]


def part_of_year(tabel: Tabel) -> list[Temuan]:
    """That a table with records speaks of a part of the year, by its title."""
    period = table_period(tabel.judul or "")
    if period is None:
        return []
    message = Message(
        id=f"Menurut judulnya, {_name(tabel)} memuat angka sebagian tahun ({period}): bukan angka setahun.",
        en=f"By its title {_name(tabel, 'en')} holds figures of a part of the year ({period}), not of the whole.",
    )
    page = tabel.pages[0] if tabel.pages else None
    place = tabel.caption
    bbox, path = (place.bbox, place.path) if place is not None else (None, None)
    ref = Ref(tabel.nomor, page=place.page if place is not None else page, bbox=bbox, path=path, raw=tabel.judul)
    return [Temuan("", "PERIOD-PART", "W", message, (ref,))]


def _holds_money(lembar: Lembar, col: int) -> bool:
    return any(is_money(lembar.own(row, col)) for row in lembar.body)


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _rows(lembar: Lembar, rows: Sequence[int]) -> list[Temuan]:
    if not rows:
        return []
    names = ", ".join(str(row + 1) for row in rows[:SHOWN]) + (", …" if len(rows) > SHOWN else "")
    message = Message(
        id=f"Baris {names} pada {_name(lembar.tabel)} memuat angka, tetapi tidak menjadi data indikator atau anggaran.",
        en=f"Rows {names} of {_name(lembar.tabel, 'en')} hold figures but gave no indicator or budget record.",
    )
    return [Temuan("", "ROW-UNREAD", "I", message, tuple(_ref(lembar, row, None) for row in rows))]


def _quarters(lembar: Lembar, columns: Sequence[int]) -> list[Temuan]:
    if not columns:
        return []
    names = ", ".join(f"“{lembar.columns[col].label}”" for col in columns)
    message = Message(
        id=f"Kolom {names} pada {_name(lembar.tabel)} memuat uang per triwulan atau semester; data anggaran hanya per tahun.",
        en=f"Columns {names} of {_name(lembar.tabel, 'en')} hold money of quarters or semesters; budget records are of years.",
    )
    return [Temuan("", "COL-UNREAD", "I", message, tuple(_ref(lembar, None, col) for col in columns))]


def _repeats(lembar: Lembar) -> list[Temuan]:
    """Marks in columns with a role: which cells were read like the one above, and which were left empty."""
    marks = {cell: source for cell, source in lembar.ulang.items() if lembar.columns[cell[1]].role}
    found: list[Temuan] = []
    for cells, id, en in (
        (
            [c for c, source in marks.items() if source],
            "dibaca sama dengan sel di atasnya",
            "are read like the cell above",
        ),
        (
            [c for c, source in marks.items() if not source],
            "dibiarkan kosong: di atasnya tidak ada isi",
            "are left empty: nothing stands above",
        ),
    ):
        if cells:
            message = Message(
                id=f"Tanda ulang (sda, idem) pada {len(cells)} sel {_name(lembar.tabel)} {id}.",
                en=f"Repeat marks (sda, idem) in {len(cells)} cells of {_name(lembar.tabel, 'en')} {en}.",
            )
            refs = tuple(_place(lembar, lembar.cells[cell]) for cell in cells if cell in lembar.cells)
            found.append(Temuan("", "CELL-REPEAT", "I", message, refs))
    return found


def _several(lembar: Lembar, taken: frozenset[int], read: frozenset[tuple[int, int]]) -> list[Temuan]:
    """The cells of figure columns that hold several figures, in rows that gave records without them."""
    cells = [
        cell
        for at, cell in sorted(lembar.cells.items())
        if at[0] in taken
        and at not in read
        and lembar.columns[at[1]].role in FIGURE_ROLES
        and (cell.value is None or cell.value.number is None)
        and _SEVERAL.fullmatch(cell.text.strip())
    ]
    if not cells:
        return []
    shown = ", ".join(f"“{cell.text}”" for cell in cells[:SHOWN]) + (", …" if len(cells) > SHOWN else "")
    message = Message(
        id=f"Sel kolom angka pada {_name(lembar.tabel)} memuat beberapa angka dan tidak menjadi data: {shown}.",
        en=f"Cells of figure columns of {_name(lembar.tabel, 'en')} hold several figures and are not in the data: {shown}.",
    )
    return [Temuan("", "CELL-FIGURES", "W", message, tuple(_place(lembar, cell) for cell in cells), cells[0].text)]


def _place(lembar: Lembar, cell: Cell) -> Ref:
    place = cell.prov[0] if cell.prov else None
    return Ref(
        tabel=lembar.tabel.nomor,
        row=cell.row,
        col=cell.col,
        page=place.page if place else None,
        bbox=place.bbox if place else None,
        path=place.path if place else None,
        raw=cell.text,
    )


def _column(lembar: Lembar, col: int) -> Temuan:
    label = lembar.columns[col].label or f"{col + 1}"
    message = Message(
        id=f"Kolom “{label}” pada {_name(lembar.tabel)} tidak dikenali maknanya; isinya tetap ada di tabel.",
        en=f"The meaning of column “{label}” of {_name(lembar.tabel, 'en')} is not known; its cells stay in the table.",
    )
    return Temuan("", "COL-ROLE", "I", message, (_ref(lembar, None, col),))


def _name(tabel: Tabel, lang: str = "id") -> str:
    if tabel.nomor:
        return f"Tabel {tabel.nomor}" if lang == "id" else f"table {tabel.nomor}"
    page = tabel.pages[0] if tabel.pages else None
    if page is None:
        return f"tabel {tabel.id}" if lang == "id" else f"table {tabel.id}"
    return f"tabel di halaman {page}" if lang == "id" else f"the table on page {page}"


def _ref(lembar: Lembar, row: int | None, col: int | None) -> Ref:
    cell = _first_cell(lembar, row, col)
    place = cell.prov[0] if cell and cell.prov else None
    return Ref(
        tabel=lembar.tabel.nomor,
        row=row,
        col=col if row is None else (cell.col if cell else None),
        page=place.page if place else None,
        bbox=place.bbox if place else None,
        path=place.path if place else None,
        raw=cell.text if cell else None,
    )


def _first_cell(lembar: Lembar, row: int | None, col: int | None) -> Cell | None:
    cells = [c for c in lembar.tabel.cells if (row is None or c.row == row) and (col is None or c.col == col)]
    filled = [c for c in cells if c.text.strip()]
    return next(iter(filled or cells), None)
