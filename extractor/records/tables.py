"""Captioned grids become the report's tables: id, kind, header, roles of columns, meaning of every figure.

In: an `Outline`. Out: `Tabel` values in reading order, one per captioned grid. Nothing of a grid is changed or left out.
"""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from extractor.model.body import Grid, GridCell
from extractor.model.laporan import Cell, CellIndex, Column, Nilai, Tabel
from extractor.model.outline import CaptionedGrid, Outline
from extractor.records.skala import read_scales, with_units
from parsers.nilai import Bacaan, Hint, read_column, read_value, read_worded
from parsers.tabel import Kolom, Makna, TabelTeks, is_figure, understand

HINTS: dict[str, Hint] = {
    "pagu": "rupiah",
    "realisasi_rp": "rupiah",
    "sisa": "rupiah",
    "serapan_pct": "persen",
    "fisik_pct": "persen",
    "capaian_pct": "persen",
    "kode": "kode",
}
TEXT_ROLES = frozenset(
    {"no", "tujuan", "sasaran", "indikator", "satuan", "program_kegiatan", "formula", "alasan", "sumber_data", "pj"}
)


def build_tables(outline: Outline) -> tuple[Tabel, ...]:
    """Every captioned grid as a `Tabel`, ids t001… in reading order."""
    return tuple(
        _table(captioned, f"t{number:03d}", outline.laporan.tahun)
        for number, captioned in enumerate(outline.tables, start=1)
    )


def with_readings(tables: Sequence[Tabel], texts: Mapping[tuple[str, int, int], str]) -> tuple[Tabel, ...]:
    """The tables with the figures of a second reading among the alternatives of the first, by (table id, row, column). What is
    printed and read stays: the figure is ambiguous, and the arithmetic may choose."""
    return tuple(
        replace(t, cells=tuple(_with_reading(cell, texts.get((t.id, cell.row, cell.col))) for cell in t.cells))
        for t in tables
    )


def _with_reading(cell: Cell, text: str | None) -> Cell:
    value = cell.value
    if value is None or text is None:
        return cell
    other = read_value(text).number
    if other is None or other == value.number or other in value.alternatives:
        return cell
    return replace(cell, value=replace(value, reading="ambiguous", alternatives=(*value.alternatives, other)))


def _table(captioned: CaptionedGrid, ident: str, year: int | None) -> Tabel:
    grid = captioned.grid
    teks = _texts(grid)
    makna = understand(teks, captioned.judul, captioned.context, year, grid.header_rows)
    values = with_units(_values(teks, makna), read_scales(makna.columns, captioned.judul, captioned.source_note))
    return Tabel(
        id=ident,
        nomor=captioned.nomor,
        judul=captioned.judul,
        bab=captioned.bab,
        jenis=makna.jenis,
        pages=grid.pages,
        n_rows=grid.n_rows,
        n_cols=grid.n_cols,
        header_rows=makna.header_rows,
        columns=tuple(Column(column.label, column.role) for column in makna.columns),
        cells=tuple(_cell(cell, makna, values) for cell in grid.cells),
        source_note=captioned.source_note,
        caption=captioned.caption,
        joined=grid.joined,
        doubts=grid.doubts,
    )


def _texts(grid: Grid) -> TabelTeks:
    rows = [[""] * grid.n_cols for _ in range(grid.n_rows)]
    for cell in grid.cells:
        rows[cell.row][cell.col] = cell.text
    spans = tuple((c.row, c.col, c.row_span, c.col_span) for c in grid.cells if c.row_span > 1 or c.col_span > 1)
    return TabelTeks(tuple(map(tuple, rows)), spans)


def _cell(cell: GridCell, makna: Makna, values: dict[CellIndex, Nilai]) -> Cell:
    return Cell(
        row=cell.row,
        col=cell.col,
        row_span=cell.row_span,
        col_span=cell.col_span,
        text=cell.text,
        header=cell.row < makna.header_rows or cell.row in makna.repeated,
        prov=cell.places,
        value=values.get((cell.row, cell.col)),
    )


def _values(teks: TabelTeks, makna: Makna) -> dict[CellIndex, Nilai]:
    """What the body cells of figure columns mean, read column by column."""
    values: dict[CellIndex, Nilai] = {}
    units = [i for i, column in enumerate(makna.columns) if column.role == "satuan"]
    for col, column in enumerate(makna.columns):
        texts = [teks.rows[row][col] for row in makna.body]
        if column.role in TEXT_ROLES or not _holds_figures(texts, column):
            continue
        for row, value in zip(makna.body, read_column(texts, _hint(column, texts)), strict=True):
            if value.raw.strip():
                values[row, col] = _nilai(_by_unit(_worded(value, column), [teks.over(row, u) for u in units], column))
    return values


def _holds_figures(texts: Sequence[str], column: Kolom) -> bool:
    return column.role in HINTS or column.role in {"target", "realisasi", "predikat"} or any(map(is_figure, texts))


def _hint(column: Kolom, texts: Sequence[str]) -> Hint | None:
    if column.role in HINTS:
        return HINTS[column.role]
    if column.kelas == "tahun":
        return "tahun"
    return "persen" if column.percent and column.role in {"target", "realisasi"} and texts else None


def _worded(value: Bacaan, column: Kolom) -> Bacaan:
    """A text in a column of targets that is a figure with its unit in words (`1.320 Sampel`, `Orang 100`)."""
    if value.type != "teks" or value.reading != "clean" or column.role not in {"target", "realisasi"}:
        return value
    return read_worded(value.raw) or value


def _by_unit(value: Bacaan, units: Sequence[str], column: Kolom) -> Bacaan:
    """`1.234` beside the unit orang is a count, beside % a fraction: the row's unit settles what the column left open."""
    if value.reading != "ambiguous" or column.role not in {"target", "realisasi"}:
        return value
    words = " ".join([*units, value.unit or ""]).casefold().split()
    if not words:
        return value
    fraction = any(
        word.startswith(("%", "persen", "prosen", "indeks", "index", "nilai", "rasio", "skor")) for word in words
    )
    settled = read_value(value.raw, "persen" if fraction else "jumlah")
    return settled if settled.reading == "clean" and settled.number is not None else value


def _nilai(value: Bacaan) -> Nilai:
    return Nilai(value.type, value.raw, value.number, value.unit, value.reading, value.alternatives)
