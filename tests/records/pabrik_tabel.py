"""Tables for tests: rows as strings with `|` between cells and `^` where a cell is covered by the one above, `<` by its left."""

from extractor.model.body import Grid, GridCell
from extractor.model.laporan import Identitas, Tabel
from extractor.model.outline import CaptionedGrid, Outline
from extractor.model.place import Place
from extractor.records import Records, build_tables, read_records

IDENTITAS = Identitas("LKIP", "Dinas Contoh", 2020)


def grid(*rows: str, header_rows: int = 0) -> Grid:
    """A grid whose merged cells are drawn with `^` and `<`; `/` inside a cell parts its printed lines."""
    texts = [[cell.strip() for cell in row.split("|")] for row in rows]
    cells = [_cell(texts, r, c) for r, row in enumerate(texts) for c, text in enumerate(row) if text not in {"^", "<"}]
    return Grid(len(texts), len(texts[0]), tuple(cells), (Place(1),), header_rows)


def _cell(texts: list[list[str]], row: int, col: int) -> GridCell:
    height = width = 1
    while row + height < len(texts) and texts[row + height][col] == "^":
        height += 1
    while col + width < len(texts[row]) and texts[row][col + width] == "<":
        width += 1
    lines = tuple(line.strip() for line in texts[row][col].split("/ "))
    return GridCell(row, col, height, width, " ".join(lines), (Place(1),), lines)


def captioned(table: Grid, judul: str | None = None, nomor: str | None = "1.1") -> CaptionedGrid:
    return CaptionedGrid(table, nomor, judul, "III")


def tables(*grids: CaptionedGrid, tahun: int | None = 2020) -> tuple[Tabel, ...]:
    return build_tables(Outline(Identitas("LKIP", "Dinas Contoh", tahun), (), (), grids))


def records(table: Grid, judul: str | None = None, plan: tuple[int, int] | None = None) -> Records:
    return read_records(tables(captioned(table, judul)), IDENTITAS, plan, [table])
