"""Looks for random tables: the four of the samples and one for each further trait of drawing seen in real reports.

In: a `Potongan` on a canvas. Out: marks. `RUPA` is the list; `Rupa.izin` says what the look can show without guessing and
`Rupa.rentang` whether it shows how far a merged cell goes.
"""

from dataclasses import dataclass, replace

from reportlab.pdfgen.canvas import Canvas

from samples.pdf.gaya import GAYA, Gaya, Potongan, arsir_penuh, garis_tipis, lari
from tests.generator.acak import Izin

SEMUA = Izin()


@dataclass(frozen=True)
class Rupa:
    gaya: Gaya
    izin: Izin = SEMUA
    rentang: bool = True


def _goresan(canvas: Canvas, p: Potongan, tinggi: float, mendatar: bool = True, tegak: bool = True) -> None:
    """Every edge as a stroke of its own."""
    for line, col in sorted(p.mendatar()) if mendatar else []:
        canvas.line(p.xs[col], tinggi - p.ys[line], p.xs[col + 1], tinggi - p.ys[line])
    for line, row in sorted(p.tegak()) if tegak else []:
        canvas.line(p.xs[line], tinggi - p.ys[row], p.xs[line], tinggi - p.ys[row + 1])


def garis_putus(canvas: Canvas, p: Potongan, tinggi: float) -> None:
    """Dashed strokes."""
    canvas.saveState()
    canvas.setLineWidth(0.5)
    canvas.setDash(2, 1.5)
    _goresan(canvas, p, tinggi)
    canvas.restoreState()


def garis_tanpa_tepi(canvas: Canvas, p: Potongan, tinggi: float) -> None:
    """No rule at the left and right side of the table."""
    canvas.setLineWidth(0.5)
    _goresan(canvas, p, tinggi, tegak=False)
    for line, row in sorted(p.tegak()):
        if 0 < line < len(p.xs) - 1:
            canvas.line(p.xs[line], tinggi - p.ys[row], p.xs[line], tinggi - p.ys[row + 1])


def kotak_lepas(canvas: Canvas, p: Potongan, tinggi: float) -> None:
    """Each cell a box of its own, 1.7 points from the next."""
    canvas.setLineWidth(0.4)
    for k in p.kotak:
        x0, x1, y0, y1 = p.xs[k.col0] + 0.85, p.xs[k.col1] - 0.85, p.ys[k.row0] + 0.85, p.ys[k.row1] - 0.85
        canvas.rect(x0, tinggi - y1, x1 - x0, y1 - y0)


def garis_lembar_kerja(canvas: Canvas, p: Potongan, tinggi: float) -> None:
    """Pasted from a spreadsheet: strokes, the same rules again as filled rectangles, and grey rules outside of the table."""
    canvas.saveState()
    canvas.setLineWidth(0.3)
    canvas.setStrokeGray(0.82)
    for i in range(1, 4):
        x = p.xs[-1] + 14 * i
        canvas.line(x, tinggi - p.ys[0], x, tinggi - p.ys[-1])
    canvas.restoreState()
    canvas.setLineWidth(0.5)
    _goresan(canvas, p, tinggi)
    garis_tipis(canvas, p, tinggi)


def garis_mendatar(canvas: Canvas, p: Potongan, tinggi: float) -> None:
    """Row rules only; columns show as gaps in them."""
    canvas.setFillGray(0)
    for line, col in sorted(p.mendatar()):
        canvas.rect(p.xs[col] + 1, tinggi - p.ys[line] - 0.3, p.xs[col + 1] - p.xs[col] - 2, 0.6, stroke=0, fill=1)


def garis_mendatar_utuh(canvas: Canvas, p: Potongan, tinggi: float) -> None:
    """Row rules only, unbroken over their columns, as LibreOffice and layout programs draw them: columns show as white alone."""
    canvas.setLineWidth(0.5)
    for line, start, end in lari(p.mendatar()):
        canvas.line(p.xs[start], tinggi - p.ys[line], p.xs[end], tinggi - p.ys[line])


def arsir_selang(canvas: Canvas, p: Potongan, tinggi: float) -> None:
    """Every other row filled, cell by cell: the only mark of rows."""
    for k in p.kotak:
        canvas.setFillGray(0.9 if k.row0 % 2 else 0.99)
        canvas.rect(
            p.xs[k.col0],
            tinggi - p.ys[k.row1],
            p.xs[k.col1] - p.xs[k.col0],
            p.ys[k.row1] - p.ys[k.row0],
            stroke=0,
            fill=1,
        )


def arsir_word(canvas: Canvas, p: Potongan, tinggi: float) -> None:
    """No rule at all: each cell shaded as Word does it, strips beside the text, a fill for the text, one for the rest below it."""
    canvas.setFillGray(0.93)
    for k in p.kotak:
        x0, x1, top, bottom = p.xs[k.col0], p.xs[k.col1], p.ys[k.row0], p.ys[k.row1]
        end = bottom - 3 if bottom - top > 14 else bottom
        parts = [(x0, x0 + 4, top, end), (x1 - 4, x1, top, end), (x0 + 4, x1 - 4, top, end), (x0, x1, end, bottom)]
        for a, b, y0, y1 in parts:
            if y1 > y0:
                canvas.rect(a, tinggi - y1, b - a, y1 - y0, stroke=0, fill=1)


def garis_bersel(canvas: Canvas, p: Potongan, tinggi: float) -> None:
    """As some drivers print Word tables: the table in a text box, thin fills cut at every crossing."""
    garis_tipis(canvas, p, tinggi)
    canvas.setLineWidth(0.75)
    canvas.rect(p.xs[0] - 7, tinggi - p.ys[-1] - 9, p.xs[-1] - p.xs[0] + 14, p.ys[-1] - p.ys[0] + 18)


def garis_tegak(canvas: Canvas, p: Potongan, tinggi: float) -> None:
    """Column rules only, and the frame."""
    canvas.setLineWidth(0.5)
    _goresan(canvas, p, tinggi, mendatar=False)
    for y in (p.ys[0], p.ys[-1]):
        canvas.line(p.xs[0], tinggi - y, p.xs[-1], tinggi - y)


def garis_tertutup(canvas: Canvas, p: Potongan, tinggi: float) -> None:
    """The whole lattice is drawn, also through merged cells; white fills hide what must not be seen."""
    canvas.setLineWidth(0.5)
    for y in p.ys:
        canvas.line(p.xs[0], tinggi - y, p.xs[-1], tinggi - y)
    for x in p.xs:
        canvas.line(x, tinggi - p.ys[0], x, tinggi - p.ys[-1])
    canvas.setFillGray(1)
    for k in (k for k in p.kotak if k.row1 - k.row0 > 1 or k.col1 - k.col0 > 1):
        x0, x1, y0, y1 = p.xs[k.col0] + 0.4, p.xs[k.col1] - 0.4, p.ys[k.row0] + 0.4, p.ys[k.row1] - 0.4
        canvas.rect(x0, tinggi - y1, x1 - x0, y1 - y0, stroke=0, fill=1)


def garis_tebal_tipis(canvas: Canvas, p: Potongan, tinggi: float) -> None:
    """A thick rule beside a thin one along every edge."""
    canvas.setFillGray(0)
    for line, col in sorted(p.mendatar()):
        width = p.xs[col + 1] - p.xs[col]
        canvas.rect(p.xs[col], tinggi - p.ys[line] - 0.5, width, 1.0, stroke=0, fill=1)
        canvas.rect(p.xs[col], tinggi - p.ys[line] - 1.8, width, 0.3, stroke=0, fill=1)
    for line, row in sorted(p.tegak()):
        height = p.ys[row + 1] - p.ys[row]
        canvas.rect(p.xs[line] - 0.5, tinggi - p.ys[row + 1], 1.0, height, stroke=0, fill=1)
        canvas.rect(p.xs[line] + 1.5, tinggi - p.ys[row + 1], 0.3, height, stroke=0, fill=1)


_WORD, _TIPIS, _GANDA, _TANPA = GAYA
_BIASA = replace(_TIPIS, ukuran=11, ukuran_tabel=8.5)
RUPA = (
    Rupa(_WORD),
    Rupa(_TIPIS),
    Rupa(_GANDA),
    Rupa(_TANPA, Izin(potong=False, lebar_penuh=False), rentang=False),
    Rupa(replace(_BIASA, nama="putus", lapis=(garis_putus,))),
    Rupa(replace(_BIASA, nama="tanpa-tepi", lapis=(arsir_penuh, garis_tanpa_tepi))),
    Rupa(replace(_BIASA, nama="kotak-lepas", lapis=(kotak_lepas,))),
    Rupa(replace(_WORD, nama="lembar-kerja", lapis=(garis_lembar_kerja,), tengah=False)),
    Rupa(replace(_BIASA, nama="mendatar", lapis=(garis_mendatar,)), rentang=False),
    Rupa(replace(_BIASA, nama="mendatar-utuh", lapis=(garis_mendatar_utuh,)), rentang=False),
    Rupa(
        replace(_BIASA, nama="selang-seling", isi_y=3.5, lapis=(arsir_selang, garis_tegak)),
        Izin(gabung=False, potong=False),
        rentang=False,
    ),
    Rupa(replace(_BIASA, nama="arsir-word", lapis=(arsir_word,))),
    Rupa(replace(_BIASA, nama="dalam-kotak", lapis=(garis_bersel,))),
    Rupa(replace(_BIASA, nama="tertutup", lapis=(garis_tertutup,))),
    Rupa(replace(_BIASA, nama="tebal-tipis", lapis=(garis_tebal_tipis,))),
    Rupa(replace(_WORD, nama="tebal-palsu", dobel=True)),
    Rupa(replace(_TIPIS, nama="putar", putar=True)),
)
