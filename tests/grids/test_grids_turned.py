"""Tables on their side on an upright page, heads with turned titles: cells as a reader reads them, boxes where they stand."""

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from extractor.grids.page import page_items
from extractor.grids.turned import turned_angle
from extractor.model.body import Grid, Line, dense
from extractor.model.page import Word
from extractor.readers.pdf import open_document, read_page

ROWS = [
    ["No", "Program", "Pagu (Rp)", "Realisasi (Rp)"],
    ["1", "Pelatihan kerja", "2.275.367.080", "1.541.381.529"],
    ["2", "Penempatan kerja", "83.839.800", "66.000.000"],
    ["3", "Hubungan industrial", "200.000.000", "145.020.000"],
]
XS, ROW = [0, 30, 150, 240, 340], 18
TALL = 80
"""Points: height of a head with turned titles."""


def table(canvas, turned_head=0):
    """Draw the table with its top-left corner at the origin, y downwards being negative; `turned_head`: degrees of the titles."""
    head = TALL if turned_head else ROW
    ys = [0, -head, *(-head - ROW * n for n in range(1, len(ROWS)))]
    for y in ys:
        canvas.line(XS[0], y, XS[-1], y)
    for x in XS:
        canvas.line(x, ys[0], x, ys[-1])
    canvas.setFont("Helvetica", 9)
    for row, texts in enumerate(ROWS):
        for col, text in enumerate(texts):
            if row == 0 and turned_head:
                canvas.saveState()
                canvas.translate(XS[col] + (12 if turned_head == 90 else 6), ys[1] + 6 if turned_head == 90 else -6)
                canvas.rotate(turned_head)
                canvas.drawString(0, 0, text)
                canvas.restoreState()
            else:
                canvas.drawString(XS[col] + 3, ys[row + 1] + 5, text)


def page(tmp_path, degrees, turned_head=0, title=True):
    """A page with upright text, and the table turned by `degrees` counter-clockwise in its middle with its title above it."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, (595, 842), invariant=True)
    canvas.setFont("Helvetica", 11)
    for n in range(12):
        canvas.drawString(
            70, 780 - 15 * n, "Kalimat biasa yang tegak di atas tabel, cukup panjang untuk memenuhi baris."
        )
        canvas.drawString(
            70, 190 - 14 * n if n < 9 else -50, "Kalimat biasa yang tegak di bawah tabel itu, sama panjangnya juga."
        )
    canvas.saveState()
    corner = {0: (100, 500), 90: (180, 230), 270: (420, 570), 180: (480, 300)}[degrees]
    canvas.translate(*corner)
    canvas.rotate(degrees)
    if title:
        canvas.drawString(60, 10, "Tabel 3.1 Anggaran dan Realisasi")
    table(canvas, turned_head)
    canvas.restoreState()
    canvas.showPage()
    canvas.save()
    path = tmp_path / "a.pdf"
    path.write_bytes(buffer.getvalue())
    with open_document(path) as document:
        return read_page(document, 1)


def within(inner, outer):
    return all(a <= b + 2 for a, b in zip((*outer[:2], *inner[2:]), (*inner[:2], *outer[2:]), strict=True))


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_turned_table_on_an_upright_page(tmp_path, degrees):
    read = page(tmp_path, degrees)
    assert read.rotation == 0
    items = page_items(read)
    (grid,) = (item for item in items if isinstance(item, Grid))
    assert dense(grid) == ROWS
    at = items.index(grid)
    assert isinstance(items[at - 1], Line)
    assert items[at - 1].text == "Tabel 3.1 Anggaran dan Realisasi"
    texts = [item.text for item in items if isinstance(item, Line)]
    assert sum(text.startswith("Kalimat biasa yang tegak di atas") for text in texts[: at - 1]) == 12
    for text in ("83.839.800", "Penempatan", "145.020.000"):
        (word,) = (w for w in read.words if w.text == text)
        (cell,) = (c for c in grid.cells if text in c.text)
        assert within(word.bbox, cell.places[0].bbox)


@pytest.mark.parametrize("turned_head", [90, 270])
@pytest.mark.parametrize("degrees", [0, 90, 270])
def test_turned_titles_in_a_head(tmp_path, degrees, turned_head):
    (grid,) = (i for i in page_items(page(tmp_path, degrees, turned_head)) if isinstance(i, Grid))
    assert dense(grid) == ROWS


def word(text, angle):
    return Word(text, 0.0, 0.0, 1.0, 1.0, 8.0, angle=angle)


@pytest.mark.parametrize(
    ("words", "angle"),
    [
        ([], 0),
        ([word("x" * 40, 270)], 270),
        ([word("x" * 29, 270)], 0),
        ([word("x" * 70, 270), word("y" * 30, 0)], 0),
        ([word("x" * 76, 90), word("y" * 24, 0)], 90),
        ([word("x" * 99, 0), word("y", 90)], 0),
    ],
)
def test_turned_angle(words, angle):
    assert turned_angle(words) == angle
