"""The table language: a grid as text, one row a line, cells parted by `|`.

    No | Sasaran  | Target | <          `<` belongs to the cell at its left, `^` to the cell above it
    ^  | ^        | 2023   | 2024       ` // ` is a line break inside a cell, `!` before a row makes it bold
    ! 1 | Layanan | -      | 40

In: the text. Out: a `Kisi` whose cells are stored once, at their top-left, with their spans.
"""

from dataclasses import dataclass, replace

from samples.model import Salah, Tabel, teks_jadi


@dataclass(frozen=True)
class Sel:
    """A cell. `mentah` keeps line breaks and change marks; `teks` is what a reader finds."""

    row: int
    col: int
    row_span: int
    col_span: int
    mentah: str
    tebal: bool = False

    @property
    def teks(self) -> str:
        return " ".join(teks_jadi(self.mentah).replace("//", " ").split())


@dataclass(frozen=True)
class Kisi:
    n_rows: int
    n_cols: int
    sel: tuple[Sel, ...]

    def penuh(self) -> list[list[str]]:
        """Rows of texts; covered places are empty."""
        grid = [[""] * self.n_cols for _ in range(self.n_rows)]
        for sel in self.sel:
            grid[sel.row][sel.col] = sel.teks
        return grid

    def terisi(self) -> list[list[str]]:
        """Rows of texts; covered places repeat the cell that covers them."""
        grid = [[""] * self.n_cols for _ in range(self.n_rows)]
        for sel in self.sel:
            for row in range(sel.row, sel.row + sel.row_span):
                for col in range(sel.col, sel.col + sel.col_span):
                    grid[row][col] = sel.teks
        return grid


def _span(rows: list[list[str]], row: int, col: int) -> tuple[int, int]:
    width = 1
    while col + width < len(rows[row]) and rows[row][col + width] == "<":
        width += 1
    height = 1
    while row + height < len(rows) and rows[row + height][col] == "^":
        height += 1
    return height, width


def baca_kisi(isi: str) -> Kisi:
    """Read a grid. Raises ValueError when rows differ in length."""
    lines = [line.strip() for line in isi.strip().splitlines() if line.strip()]
    bold = [line.startswith("!") for line in lines]
    rows = [[cell.strip() for cell in line.removeprefix("!").split("|")] for line in lines]
    for line, row in zip(lines, rows, strict=True):
        if len(row) != len(rows[0]):
            raise ValueError(f"{len(row)} cells instead of {len(rows[0])}: {line}")
    cells = []
    for i, row in enumerate(rows):
        for j, text in enumerate(row):
            if text not in ("<", "^"):
                height, width = _span(rows, i, j)
                cells.append(Sel(i, j, height, width, text, bold[i]))
    return Kisi(len(rows), len(rows[0]), tuple(cells))


def letak_salah(kisi: Kisi, salah: Salah) -> tuple[int, int]:
    """Row and column of a typing error. Raises ValueError when its row is not there exactly once or holds another right value."""
    filled = kisi.terisi()
    hits = [i for i, row in enumerate(filled) if salah.baris in row]
    if len(hits) != 1:
        raise ValueError(f"{salah.id}: row {salah.baris!r} stands {len(hits)} times in Tabel {salah.tabel}")
    if filled[hits[0]][salah.kolom] != salah.benar:
        raise ValueError(f"{salah.id}: Tabel {salah.tabel} holds {filled[hits[0]][salah.kolom]!r}, not {salah.benar!r}")
    return hits[0], salah.kolom


def tercetak(tabel: Tabel, salah: tuple[Salah, ...]) -> Kisi:
    """The grid as the report prints it: the right one with the typing errors put in."""
    kisi = baca_kisi(tabel.isi)
    wrong = {letak_salah(kisi, s): s.tercetak for s in salah if tabel.nomor is not None and s.tabel == tabel.nomor}
    cells = tuple(replace(sel, mentah=wrong.get((sel.row, sel.col), sel.mentah)) for sel in kisi.sel)
    return replace(kisi, sel=cells)
