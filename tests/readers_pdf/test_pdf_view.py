"""Rotation and crop box: words and rules stand where a reader sees them. PDFium's own picture of the page is the witness."""

from pathlib import Path

import pypdfium2
import pytest
from PIL import ImageOps
from reportlab.pdfgen.canvas import Canvas

from extractor.model.page import Page
from tests.readers_pdf.kertas import HEIGHT, WIDTH, pdf, raw, read

ALL = [(turns, cropped) for turns in range(4) for cropped in (False, True)]


def sheet(canvas: Canvas) -> None:
    canvas.drawString(20, 150, "Sasaran")
    canvas.drawString(200, 60, "98,5")
    canvas.rect(15, 140, 200, 0.5, stroke=0, fill=1)
    canvas.setLineWidth(0.5)
    canvas.line(240, 40, 240, 190)
    canvas.setFillGray(0.9)
    canvas.rect(20, 20, 100, 30, stroke=0, fill=1)


def rounded(page: Page) -> dict[str, list[tuple[float | str | bool, ...]]]:
    return {
        "words": [(w.text, *(round(v, 1) for v in w.bbox), w.angle) for w in page.words],
        "rules": [(r.horizontal, *(round(v, 1) for v in (r.pos, r.start, r.end, r.thickness))) for r in page.rules],
        "fills": [tuple(round(v, 1) for v in f.bbox) for f in page.fills],
    }


@pytest.mark.parametrize("turns, cropped", ALL)
def test_every_rotation_and_crop_gives_the_upright_page(turns: int, cropped: bool, tmp_path: Path) -> None:
    upright = read(pdf(sheet), tmp_path)[0]
    (page,) = read(pdf(sheet, turns=turns, cropped=cropped), tmp_path)
    assert (page.width, page.height, page.rotation) == (WIDTH, HEIGHT, 90 * turns)
    seen, wanted = rounded(page), rounded(upright)
    for kind, near in (("words", 2.0), ("rules", 0.25), ("fills", 0.25)):
        for a, b in zip(seen[kind], wanted[kind], strict=True):
            assert a == pytest.approx(b, abs=near), kind


def test_the_upright_page_is_where_it_was_drawn(tmp_path: Path) -> None:
    page = read(pdf(sheet), tmp_path)[0]
    word = page.words[0]
    assert (word.x0, word.bottom) == pytest.approx((20, HEIGHT - 150 + 2.2), abs=0.1)
    horizontal, vertical = page.rules
    assert (horizontal.pos, horizontal.start, horizontal.end) == pytest.approx((HEIGHT - 140.25, 15, 215), abs=0.1)
    assert (vertical.pos, vertical.start, vertical.end) == pytest.approx((240, HEIGHT - 190, HEIGHT - 40), abs=0.1)


@pytest.mark.parametrize("turns, cropped", ALL)
def test_a_word_lies_on_its_ink(turns: int, cropped: bool, tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.drawString(30, 150, "HIMPUN")

    data = pdf(paint, turns=turns, cropped=cropped)
    ((word,),) = (page.words for page in read(data, tmp_path))
    document = pypdfium2.PdfDocument(data)
    image = document[0].render(scale=4, grayscale=True).to_pil()
    document.close()
    ink = tuple(v / 4 for v in ImageOps.invert(image).getbbox())
    assert image.size == (4 * WIDTH, 4 * HEIGHT)
    assert ink == pytest.approx((word.x0, word.top + 1, word.x1, word.bottom - 2.2), abs=1.6)


@pytest.mark.parametrize("turns", range(4))
@pytest.mark.parametrize("direction", [0, 90, 180, 270])
def test_turned_text_says_how_a_reader_sees_it(turns: int, direction: int, tmp_path: Path) -> None:
    """`direction`: degrees clockwise on the upright page."""

    def paint(canvas: Canvas) -> None:
        canvas.translate(150, 100)
        canvas.rotate(-direction)
        canvas.drawString(0, 0, "Triwulan")

    ((word,),) = (page.words for page in read(pdf(paint, turns=turns), tmp_path))
    wide = word.x1 - word.x0 > word.bottom - word.top
    assert (word.text, word.angle, wide) == ("Triwulan", direction, direction % 180 == 0)
    start = {0: word.x0 - 150, 90: word.top - 100, 180: word.x1 - 150, 270: word.bottom - 100}[direction]
    assert start == pytest.approx(0, abs=1.5)


def tall(turns: int) -> bytes:
    """A word in a font that states an ascent of three times its size, upright as a reader sees it."""
    matrix = "0 1 -1 0 200 0 cm" if turns else ""
    width, height = (HEIGHT, WIDTH) if turns else (WIDTH, HEIGHT)
    return raw(
        "<</Type /Catalog /Pages 2 0 R>>",
        "<</Type /Pages /Count 1 /Kids [3 0 R]>>",
        f"<</Type /Page /Parent 2 0 R /Rotate {90 * turns} /MediaBox [0 0 {width} {height}] /Contents 4 0 R "
        "/Resources <</Font <</F 5 0 R>>>>>>",
        f"<<>>\nstream\n{matrix} BT /F 10 Tf 20 100 Td (aba) Tj ET",
        "<</Type /Font /Subtype /TrueType /BaseFont /Math /FirstChar 97 /LastChar 98 /Widths [500 500] "
        "/Encoding /WinAnsiEncoding /FontDescriptor 6 0 R>>",
        "<</Type /FontDescriptor /FontName /Math /Flags 32 /Ascent 3000 /Descent -2000 /CapHeight 700 "
        "/ItalicAngle 0 /StemV 80 /FontBBox [-500 -2000 2000 3000]>>",
    )


@pytest.mark.parametrize("turns", [0, 1])
def test_boxes_follow_the_type_size_not_the_stated_ascent(turns: int, tmp_path: Path) -> None:
    ((word,),) = (page.words for page in read(tall(turns), tmp_path))
    assert word.bbox == pytest.approx((20, HEIGHT - 108, 35, HEIGHT - 97.8), abs=1.0)


def test_turned_words_are_parted_at_spaces(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.translate(150, 40)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Realisasi Tahun Ini")

    page = read(pdf(paint), tmp_path)[0]
    assert [(w.text, w.angle) for w in page.words] == [("Realisasi", 270), ("Tahun", 270), ("Ini", 270)]


def test_what_the_crop_box_cuts_off_is_not_seen(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.drawString(-35, 100, "buang")
        canvas.drawString(20, 100, "simpan")
        canvas.rect(-30, 50, 0.5, 20, stroke=0, fill=1)
        canvas.rect(20, 50, 100, 0.5, stroke=0, fill=1)

    page = read(pdf(paint, cropped=True), tmp_path)[0]
    assert [w.text for w in page.words] == ["simpan"]
    assert [r.horizontal for r in page.rules] == [True]
