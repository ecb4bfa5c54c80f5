"""The four looks: how the rules and the shading of a table piece are drawn.

In: a `Potongan` (edges and cells of a table on one page, origin top-left, points). Out: marks on a canvas. What each look does was
seen in real reports: Word draws every cell edge as a thin filled rectangle of its own and shades text line by text line.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from reportlab.pdfgen.canvas import Canvas

from samples.pdf.huruf import ARIAL, TIMES, VERA, Huruf


@dataclass(frozen=True)
class Kotak:
    """A cell as it stands on a page: grid lines around it, its text lines, and where each line's band begins."""

    row0: int
    row1: int
    col0: int
    col1: int
    baris: tuple[str, ...]
    kepala: bool
    tebal: bool
    rata: str
    pita: tuple[float, ...]


@dataclass
class Potongan:
    """The part of a table on one page: vertical grid lines `xs`, horizontal ones `ys`, and the cells between them."""

    xs: list[float]
    ys: list[float]
    kotak: list[Kotak] = field(default_factory=list)

    def mendatar(self) -> set[tuple[int, int]]:
        """(line, column) of every piece of a horizontal rule: where two cells meet."""
        return {(line, col) for k in self.kotak for line in (k.row0, k.row1) for col in range(k.col0, k.col1)}

    def tegak(self) -> set[tuple[int, int]]:
        """(line, row) of every piece of a vertical rule."""
        return {(line, row) for k in self.kotak for line in (k.col0, k.col1) for row in range(k.row0, k.row1)}


Gambar = Callable[[Canvas, Potongan, float], None]
"""Draws on a canvas of a given page height."""


def _kotak_isi(canvas: Canvas, tinggi: float, x0: float, y0: float, x1: float, y1: float) -> None:
    canvas.rect(x0, tinggi - y1, x1 - x0, y1 - y0, stroke=0, fill=1)


def lari(pieces: set[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Pieces joined to runs: (line, from, to)."""
    runs: list[tuple[int, int, int]] = []
    for line, at in sorted(pieces):
        if runs and runs[-1][0] == line and runs[-1][2] == at:
            runs[-1] = (line, runs[-1][1], at + 1)
        else:
            runs.append((line, at, at + 1))
    return runs


def arsir_word(canvas: Canvas, p: Potongan, tinggi: float) -> None:
    """Header cells shaded as Word exports them: padding strips left, right, above and below, and one rectangle per text line."""
    canvas.setFillGray(0.85)
    for k in (k for k in p.kotak if k.kepala):
        x0, x1, y0, y1 = p.xs[k.col0] + 0.25, p.xs[k.col1] - 0.25, p.ys[k.row0] + 0.25, p.ys[k.row1] - 0.25
        if not k.pita:
            _kotak_isi(canvas, tinggi, x0, y0, x1, y1)
            continue
        step = k.pita[1] - k.pita[0] if len(k.pita) > 1 else 10.5
        end = min(k.pita[-1] + step, y1)
        _kotak_isi(canvas, tinggi, x0, y0, x0 + 4, y1)
        _kotak_isi(canvas, tinggi, x1 - 4, y0, x1, y1)
        if k.pita[0] > y0:
            _kotak_isi(canvas, tinggi, x0 + 4, y0, x1 - 4, k.pita[0])
        for top in k.pita:
            _kotak_isi(canvas, tinggi, x0 + 4, top, x1 - 4, min(top + step, end))
        if end < y1:
            _kotak_isi(canvas, tinggi, x0 + 4, end, x1 - 4, y1)


def garis_word(canvas: Canvas, p: Potongan, tinggi: float) -> None:
    """Every cell edge a thin filled rectangle of its own, cut at crossings, 0.5 short at both ends, with dots in the corners."""
    w = 0.48
    canvas.setFillGray(0)
    corners = set()
    for line, col in sorted(p.mendatar()):
        y = p.ys[line] - w / 2
        _kotak_isi(canvas, tinggi, p.xs[col] + w / 2 + 0.5, y, p.xs[col + 1] - w / 2 - 0.5, y + w)
        corners |= {(line, col), (line, col + 1)}
    for line, row in sorted(p.tegak()):
        x = p.xs[line] - w / 2
        _kotak_isi(canvas, tinggi, x, p.ys[row] + w / 2 + 0.5, x + w, p.ys[row + 1] - w / 2 - 0.5)
        corners |= {(row, line), (row + 1, line)}
    for row, col in sorted(corners):
        x, y = p.xs[col] - w / 2, p.ys[row] - w / 2
        _kotak_isi(canvas, tinggi, x, y, x + w, y + w)


def garis_tipis(canvas: Canvas, p: Potongan, tinggi: float) -> None:
    """Continuous rules, each one thin filled rectangle."""
    canvas.setFillGray(0)
    for line, a, b in lari(p.mendatar()):
        _kotak_isi(canvas, tinggi, p.xs[a] - 0.3, p.ys[line] - 0.3, p.xs[b] + 0.3, p.ys[line] + 0.3)
    for line, a, b in lari(p.tegak()):
        _kotak_isi(canvas, tinggi, p.xs[line] - 0.3, p.ys[a] - 0.3, p.xs[line] + 0.3, p.ys[b] + 0.3)


def arsir_penuh(canvas: Canvas, p: Potongan, tinggi: float) -> None:
    """Header cells shaded by one rectangle each."""
    canvas.setFillColorRGB(0.86, 0.91, 0.96)
    for k in (k for k in p.kotak if k.kepala):
        _kotak_isi(canvas, tinggi, p.xs[k.col0], p.ys[k.row0], p.xs[k.col1], p.ys[k.row1])


def garis_ganda(canvas: Canvas, p: Potongan, tinggi: float) -> None:
    """Double rules: two strokes 1.5 apart; around the table one of them is thick."""
    canvas.setStrokeGray(0)
    ends = {0, len(p.ys) - 1}
    for line, a, b in lari(p.mendatar()):
        for shift in (-0.75, 0.75):
            outer = (line == 0 and shift < 0) or (line in ends and line > 0 and shift > 0)
            canvas.setLineWidth(1.1 if outer else 0.35)
            y = tinggi - p.ys[line] - shift
            canvas.line(p.xs[a] - 0.75, y, p.xs[b] + 0.75, y)
    ends = {0, len(p.xs) - 1}
    for line, a, b in lari(p.tegak()):
        for shift in (-0.75, 0.75):
            outer = (line == 0 and shift < 0) or (line in ends and line > 0 and shift > 0)
            canvas.setLineWidth(1.1 if outer else 0.35)
            canvas.line(p.xs[line] + shift, tinggi - p.ys[a] + 0.75, p.xs[line] + shift, tinggi - p.ys[b] - 0.75)


@dataclass(frozen=True)
class Gaya:
    """A look. Sizes in points; `spasi` and `jarak` are the line distances of text and of tables, in sizes.

    `renggang`: no rules, so a merged cell's text stays in the band of its first row, and no row is cut.
    `putar`: pages drawn sideways with /Rotate 90; `dobel`: bold text drawn twice, a hair apart.
    """

    nama: str
    huruf: Huruf
    ukuran: float
    ukuran_tabel: float
    spasi: float
    isi_x: float
    isi_y: float
    lapis: tuple[Gambar, ...]
    jarak: float = 1.18
    tengah: bool = False
    renggang: bool = False
    putar: bool = False
    dobel: bool = False


GAYA = (
    Gaya("lkip-word", ARIAL, 11, 8, 1.5, 4.0, 2.0, (arsir_word, garis_word), jarak=1.36, tengah=True),
    Gaya("lkip-tipis", TIMES, 12, 9.2, 1.35, 3.5, 2.5, (garis_tipis,)),
    Gaya("lkip-ganda", VERA, 10, 7.2, 1.5, 3.5, 3.0, (arsir_penuh, garis_ganda), jarak=1.45),
    Gaya("lkip-tanpagaris", TIMES, 12, 8.6, 1.35, 5.0, 4.5, (), renggang=True),
)
