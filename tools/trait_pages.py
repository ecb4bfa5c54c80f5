"""Tiny pages that show one trait each: what Word, LibreOffice, Excel and Crystal Reports draw. In: nothing. Out: `TRAITS`.

Points, origin top-left within the helpers. The texts are invented.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 230.0, 84.0
XS, YS = (20.0, 40.0, 120.0, 165.0, 210.0), (12.0, 28.0, 44.0, 60.0, 76.0)
TEXTS = (
    ("No", "Indikator", "Target", "Realisasi"),
    ("1", "Indeks layanan", "80,00", "81,50"),
    ("2", "Nilai kinerja", "75,00", "70,25"),
    ("3", "Minat baca", "60,00", "62,10"),
)
Paint = Callable[[Canvas], None]


@dataclass(frozen=True)
class Trait:
    """A picture: its file name, its pages, and whether words are shown."""

    name: str
    pages: tuple[Paint, ...]
    size: tuple[float, float] = (WIDTH, HEIGHT)
    words: bool = False
    rotation: int = 0


def both(*paints: Paint) -> Paint:
    """One after the other on one page."""

    def paint(canvas: Canvas) -> None:
        for one in paints:
            one(canvas)

    return paint


def box(canvas: Canvas, x0: float, y0: float, x1: float, y1: float, gray: float = 0.0) -> None:
    canvas.setFillGray(gray)
    canvas.rect(x0, HEIGHT - y1, x1 - x0, y1 - y0, stroke=0, fill=1)
    canvas.setFillGray(0)


def line(canvas: Canvas, x0: float, y0: float, x1: float, y1: float, width: float = 0.6) -> None:
    canvas.setLineWidth(width)
    canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)


def text(canvas: Canvas, x: float, y: float, words: str, size: float = 8, bold: bool = False) -> None:
    """Baseline at y."""
    canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
    canvas.drawString(x, HEIGHT - y, words)


def texts(
    canvas: Canvas,
    rows: Sequence[Sequence[str]] = TEXTS,
    xs: Sequence[float] = XS,
    ys: Sequence[float] = YS,
    head: int = 1,
) -> None:
    """A text in each cell, header rows bold."""
    for r, row in enumerate(rows):
        for x, words in zip(xs, row, strict=False):
            text(canvas, x + 3, ys[r] + 11, words, bold=r < head)


def rules(
    canvas: Canvas, xs: Sequence[float] = XS, ys: Sequence[float] = YS, shift: float = 0.0, width: float = 0.6
) -> None:
    """A full lattice of strokes."""
    for y in ys:
        line(canvas, xs[0], y + shift, xs[-1], y + shift, width)
    for x in xs:
        line(canvas, x + shift, ys[0], x + shift, ys[-1], width)


def cell_rules(canvas: Canvas) -> None:
    """Each edge of each cell a thin filled box of its own that stops short of the corner, and a dot in every corner."""
    for y in YS:
        for a, b in pairwise(XS):
            box(canvas, a + 1.6, y - 0.4, b - 1.6, y + 0.4)
        for x in XS:
            box(canvas, x - 0.5, y - 0.5, x + 0.5, y + 0.5)
    for x in XS:
        for a, b in pairwise(YS):
            box(canvas, x - 0.4, a + 1.6, x + 0.4, b - 1.6)


def rule_missing(canvas: Canvas) -> None:
    """No rule between two figures, one below the other, nor between a unit's name and its figure."""
    for n, y in enumerate(YS):
        line(canvas, XS[0], y, XS[3] if n == 2 else XS[-1], y)
    for n, x in enumerate(XS):
        line(canvas, x, YS[0], x, YS[3] if n == 2 else YS[-1])


def own_boxes(canvas: Canvas) -> None:
    for top, bottom in pairwise(YS):
        for left, right in pairwise(XS):
            for x0, y0, x1, y1 in (
                (left, top, right, top), (left, bottom, right, bottom), (left, top, left, bottom), (right, top, right, bottom),
            ):  # fmt: skip
                dx0, dy0 = (0.9 if x0 == left else -0.9), (0.9 if y0 == top else -0.9)
                dx1, dy1 = (0.9 if x1 == left else -0.9), (0.9 if y1 == top else -0.9)
                line(canvas, x0 + dx0, y0 + dy0, x1 + dx1, y1 + dy1, 0.4)


def gap_rules(canvas: Canvas) -> None:
    for y in YS:
        for a, b in pairwise(XS):
            box(canvas, a + 1, y - 0.4, b - 1, y + 0.4)


def no_sides(canvas: Canvas) -> None:
    for y in YS[1:]:
        line(canvas, XS[0], y, XS[-1], y)
    for x in XS[1:-1]:
        line(canvas, x, YS[0], x, YS[-1])


def shaded_lines(canvas: Canvas, gray: float = 0.82) -> None:
    """Header shading in strips: left, right, and one box a text line."""
    for left, right in pairwise(XS):
        box(canvas, left, 12, left + 3, 28, gray)
        box(canvas, right - 3, 12, right, 28, gray)
        for top, bottom in ((12, 14), (14, 24), (24, 28)):
            box(canvas, left + 3, top, right - 3, bottom, gray)


def bands(canvas: Canvas) -> None:
    for at, (top, bottom) in enumerate(pairwise(YS)):
        box(canvas, XS[0], top, XS[-1], bottom, 0.88 if at % 2 == 0 else 1.0)
    for x in XS:
        line(canvas, x, YS[0], x, YS[-1])
    for y in (YS[0], YS[-1]):
        line(canvas, XS[0], y, XS[-1], y)


def white_on_grey(canvas: Canvas) -> None:
    box(canvas, XS[0], YS[0], XS[-1], YS[-1], 0.82)
    canvas.setStrokeGray(1)
    rules(canvas, width=1.2)
    canvas.setStrokeGray(0)


def hidden_rules(canvas: Canvas) -> None:
    """A full lattice, also through a merged cell, whose white fill hides it."""
    rules(canvas)
    box(canvas, XS[1] + 0.4, YS[1] + 0.4, XS[2] - 0.4, YS[3] - 0.4, 1.0)


def head_by_shading(canvas: Canvas) -> None:
    for at, (left, right) in enumerate(pairwise(XS)):
        box(canvas, left, YS[0], right, YS[1], 0.80 if at % 2 else 0.88)
    for y in YS:
        line(canvas, XS[0], y, XS[-1], y)
    for x in XS:
        line(canvas, x, YS[1] if x not in (XS[0], XS[-1]) else YS[0], x, YS[-1])


def head_band(canvas: Canvas) -> None:
    """Header cells that are shading only: no rule around them, white between them."""
    for left, right in pairwise(XS):
        box(canvas, left + 0.5, YS[0], right - 0.5, YS[1], 0.82)
    rules(canvas, ys=YS[1:])


def shade_only(canvas: Canvas) -> None:
    """Strips beside the text, a fill for the text, one for the rest of the cell: no rule at all."""
    for top, bottom in pairwise(YS):
        for x0, x1 in pairwise(XS):
            for a, b, y0, y1 in (
                (x0, x0 + 3, top, bottom - 4),
                (x1 - 3, x1, top, bottom - 4),
                (x0 + 3, x1 - 3, top, bottom - 4),
                (x0, x1, bottom - 4, bottom),
            ):
                box(canvas, a, y0, b, y1, 0.88)


def titles(canvas: Canvas) -> None:
    """A title over two columns and its labels, no rule between them."""
    for y in (12.0, 44.0, 60.0, 76.0):
        line(canvas, XS[0], y, XS[-1], y)
    for x in XS:
        line(canvas, x, 44.0 if x == XS[3] else 12.0, x, 76.0)
    for x, y, words in (
        (24, 30, "No"),
        (60, 30, "Indikator"),
        (137, 23, "Capaian Tahun"),
        (132, 39, "2023"),
        (178, 39, "2024"),
    ):
        text(canvas, x, y, words, 7)
    for row, y in ((TEXTS[1], 55), (TEXTS[2], 71)):
        for x, words in zip(XS, row, strict=False):
            text(canvas, x + 3, y, words, 7)


def text_box(canvas: Canvas) -> None:
    """A table inside a frame."""
    for x0, y0, x1, y1 in ((8, 4, 222, 4), (8, 82, 222, 82), (8, 4, 8, 82), (222, 4, 222, 82)):
        line(canvas, x0, y0, x1, y1)


def spreadsheet(canvas: Canvas) -> None:
    """Strokes, the same rules again as filled boxes, and grey rules of the sheet beside the table."""
    canvas.setStrokeGray(0.8)
    for x in (XS[-1] + 7, XS[-1] + 14):
        line(canvas, x, YS[0], x, YS[-1], 0.4)
    canvas.setStrokeGray(0)
    rules(canvas)
    for y in YS:
        box(canvas, XS[0], y - 0.3, XS[-1], y + 0.3)


def frames(canvas: Canvas) -> None:
    rules(canvas, (20, 210), (12, 34))
    text(canvas, 26, 26, "Satu kalimat di dalam bingkai bukan tabel.")
    line(canvas, 20, 60, 210, 60, 1.0)
    text(canvas, 20, 56, "Laporan Kinerja")


def gap_rows(canvas: Canvas) -> None:
    xs = (14.0, 90.0, 120.0, 150.0, 180.0, 216.0)
    rules(canvas, xs, (8, 22, 78))
    texts(canvas, [("Uraian", "2019", "2020", "2021", "2022")], xs, (8,))
    for y, row in (
        (24, ("Jalan kota yang", "10", "20", "30", "40")), (33, ("mantap", "", "", "", "")), (52, ("Jembatan", "11", "21", "31", "41")),
    ):  # fmt: skip
        texts(canvas, [row], xs, (y,), head=0)


def stacked(canvas: Canvas) -> None:
    rules(canvas, (20, 110, 160, 210), (10, 26, 76))
    texts(canvas, [("Program", "Pagu", "Realisasi")], (20, 110, 160), (10,))
    for at, row in enumerate((("Perpustakaan", "120", "118"), ("Kearsipan", "80", "80"), ("Sarana", "45", "40"))):
        texts(canvas, [row], (20, 110, 160), (26 + 14 * at,), head=0)


def group_row(canvas: Canvas) -> None:
    rules(canvas)
    box(canvas, XS[0] + 0.4, YS[1] + 0.4, XS[-1] - 0.4, YS[2] - 0.4, 1.0)
    text(canvas, 62, YS[1] + 11, "Sasaran: meningkatnya mutu", bold=True)
    texts(canvas, [TEXTS[0], (), *TEXTS[1:3]])


CUT = ("2", "Nilai kinerja", "75,00", "70,25")


def upper(canvas: Canvas, last: Sequence[str] = CUT) -> None:
    rules(canvas, ys=(30, 46, 62, 80))
    texts(canvas, [TEXTS[0], TEXTS[1], last], ys=(30, 46, 62))


def lower(canvas: Canvas, rows: Sequence[Sequence[str]]) -> None:
    ys = [6.0 + 16 * at for at in range(len(rows) + 1)]
    rules(canvas, ys=ys)
    texts(canvas, rows, ys=ys, head=1 if rows[0] == TEXTS[0] else 0)


def lower_merged(canvas: Canvas) -> None:
    rules(canvas, ys=(6, 22, 38))
    box(canvas, XS[0] + 0.4, 6.4, XS[2] - 0.4, 37.6, 1.0)
    line(canvas, XS[1], 6, XS[1], 38)
    texts(canvas, [("", "", "75,10", "74,00"), ("", "", "75,20", "74,90")], ys=(6, 22), head=0)


def upper_shaded(canvas: Canvas) -> None:
    """A name over two rows, the second one shaded."""
    rules(canvas, ys=(30, 46, 62, 80))
    for left, right in pairwise(XS[1:]):
        box(canvas, left + 0.4, 62.4, right - 0.4, 79.6, 0.85)
    box(canvas, XS[0] + 0.4, 46.4, XS[1] - 0.4, 79.6, 1.0)
    texts(canvas, [TEXTS[0], TEXTS[1], ("", *CUT[1:])], ys=(30, 46, 62))


def lower_white(canvas: Canvas) -> None:
    """The name goes on over two rows, and a white cell as high stands beside it."""
    rules(canvas, ys=(6, 22, 38))
    box(canvas, XS[0] + 0.4, 6.4, XS[2] - 0.4, 37.6, 1.0)
    line(canvas, XS[1], 6, XS[1], 38)
    texts(canvas, [("", "Luas taman", "75,10", "74,00"), ("", "", "75,20", "74,90")], ys=(6, 22), head=0)


NUMBERS = ("1", "2", "3", "4")


def sheet_left(canvas: Canvas) -> None:
    rules(canvas)
    texts(canvas, [TEXTS[0], NUMBERS, *TEXTS[1:3]], head=2)


def sheet_right(canvas: Canvas) -> None:
    """The next columns of the same rows."""
    xs = (6.0, 60.0, 140.0)
    rules(canvas, xs, YS)
    texts(canvas, [("Selisih", "Keterangan"), ("5", "6"), ("-0,50", "hujan"), ("4,75", "")], xs, YS, head=2)


def unruled(canvas: Canvas) -> None:
    texts(canvas, [("No", "Uraian", "Tahun", "Nilai"), *TEXTS[1:]], ys=YS)


def fake_bold(canvas: Canvas) -> None:
    for shift in (0.0, 0.35):
        text(canvas, 20 + shift, 30, "JUMLAH 1.250.000", 11)
    text(canvas, 20, 55, "P E N U T U P", 11)
    canvas.drawString(120, HEIGHT - 55, "PENUTUP", charSpace=1.2)


def footnote(canvas: Canvas) -> None:
    rules(canvas, (20, 120, 210), (20, 50))
    text(canvas, 24, 38, "Indeks layanan", 10)
    text(canvas, 130, 38, "91,5", 12)
    text(canvas, 130 + canvas.stringWidth("91,5", "Helvetica", 12), 34, "1)", 6)
    text(canvas, 20, 68, "1) angka sementara", 7)


def invisible(canvas: Canvas) -> None:
    text(canvas, 20, 25, "Terlihat")
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(20, HEIGHT - 50, 60, 14)
    canvas.clipPath(path, stroke=0, fill=0)
    text(canvas, 22, 46, "dalam bidang potong, lalu terpotong")
    canvas.restoreState()
    hidden = canvas.beginText(20, HEIGHT - 70)
    hidden.setFont("Helvetica", 8)
    hidden.setTextRenderMode(3)
    hidden.textOut("lapisan tak terlihat")
    canvas.drawText(hidden)


def turned(canvas: Canvas) -> None:
    rules(canvas, (20, 44, 120, 210), (10, 76))
    line(canvas, 44, 43, 210, 43)
    canvas.saveState()
    canvas.translate(34, HEIGHT - 70)
    canvas.rotate(90)
    canvas.drawString(0, 0, "Triwulan I")
    canvas.restoreState()
    texts(canvas, [("Target", "25"), ("Realisasi", "24,5")], (44, 120), (18, 51), head=0)


def rotated(canvas: Canvas) -> None:
    """Drawn sideways; /Rotate turns it upright for the reader."""
    canvas.transform(0, 1, -1, 0, HEIGHT, 0)
    rules(canvas)
    texts(canvas)


TRAITS = (
    Trait("cell-wise", (both(cell_rules, texts),)),
    Trait("rule-missing", (both(rule_missing, texts),)),
    Trait("double", (both(rules, partial(rules, shift=1.6, width=0.3), texts),)),
    Trait("own-boxes", (both(own_boxes, texts),)),
    Trait("gaps", (both(gap_rules, texts),)),
    Trait("no-sides", (both(no_sides, texts),)),
    Trait("white-rules", (both(white_on_grey, texts),)),
    Trait(
        "hidden-rules", (both(hidden_rules, partial(texts, rows=(*TEXTS[:2], ("2", "", "75,00", "70,25"), TEXTS[3]))),)
    ),
    Trait("spreadsheet", (both(spreadsheet, texts),)),
    Trait("frames", (frames,)),
    Trait("shaded-lines", (both(shaded_lines, rules, texts),)),
    Trait("bands", (both(bands, texts),)),
    Trait("head-by-shading", (both(head_by_shading, texts),)),
    Trait("head-band", (both(head_band, texts),)),
    Trait("shade-only", (both(shade_only, texts),)),
    Trait("titles", (titles,)),
    Trait("text-box", (both(text_box, rules, texts),)),
    Trait("gap-rows", (gap_rows,)),
    Trait("stacked", (stacked,)),
    Trait("group-row", (group_row,)),
    Trait("repeated-header", (upper, partial(lower, rows=(TEXTS[0], TEXTS[3])))),
    Trait("cut-row", (upper, partial(lower, rows=(("", "pegawai dinas", "", ""), TEXTS[3])))),
    Trait("merged-over-pages", (upper, lower_merged)),
    Trait("other-shading", (upper_shaded, lower_white)),
    Trait("wide-sheet", (sheet_left, sheet_right)),
    Trait("unruled", (unruled,)),
    Trait("spacing", (fake_bold,), words=True),
    Trait("footnote", (footnote,), words=True),
    Trait("invisible", (invisible,), words=True),
    Trait("turned-text", (turned,), words=True),
    Trait("rotated-page", (rotated,), rotation=90),
)
