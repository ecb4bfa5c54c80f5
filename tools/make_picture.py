"""Draw docs/img/laporan.png: a page of a sample beside what the program read there. `python tools/make_picture.py`

Everything shown comes from the program: the grid over the page, the rows, the verdict and the finding.
"""

import textwrap
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pypdfium2
import reportlab
from PIL import Image, ImageDraw, ImageFont

from extractor import extract
from extractor.model.laporan import Angka, Indikator, Laporan, Tabel
from extractor.model.place import BBox
from extractor.model.temuan import Temuan

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "docs" / "img" / "laporan.png"
SAMPLE = ROOT / "samples" / "lkip-word.pdf"
NOMOR = "3.1"
SCALE = 1.25
"""Pixels per point of the page."""
CROP: BBox = (60.0, 310.0, 550.0, 760.0)
"""The part of the page that is shown, in points."""
WIDTH, GAP, LINE = 1330, 26, 30
COLUMNS = (("indikator", 0), ("target", 290), ("realisasi", 372), ("capaian", 450), ("hitung", 523), ("verdict", 590))
INK, GREY, RED, GREEN, BLUE = "#1b1f24", "#6a737d", "#c62828", "#2e7d32", "#1f6feb"


def _font(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    folder = Path(reportlab.__file__).parent / "fonts"
    return ImageFont.truetype(str(folder / ("VeraBd.ttf" if bold else "Vera.ttf")), size)


def page_image(tabel: Tabel, red: Sequence[BBox]) -> Image.Image:
    """The page with the table's cells outlined; the cells of `red` stand out."""
    page = tabel.pages[0]
    with pypdfium2.PdfDocument(SAMPLE) as document:
        image: Image.Image = document[page - 1].render(scale=SCALE).to_pil().convert("RGB")
    draw = ImageDraw.Draw(image)
    for cell in tabel.cells:
        for place in cell.prov:
            if place.page == page and place.bbox is not None:
                draw.rectangle(_pixels(place.bbox), outline=BLUE, width=1)
    for box in red:
        draw.rectangle(_pixels(box), outline=RED, width=3)
    return image.crop(_pixels(CROP))


def _pixels(box: BBox) -> tuple[int, int, int, int]:
    return (round(box[0] * SCALE), round(box[1] * SCALE), round(box[2] * SCALE), round(box[3] * SCALE))


def _raw(angka: Angka | None) -> str:
    return "" if angka is None else angka.raw


def _computed(row: Indikator) -> tuple[str, str, str]:
    """Recomputed capaian, verdict and colour."""
    if row.evaluasi is None:
        return "", "", GREY
    value: Decimal | None = row.evaluasi.capaian
    colour = {"sesuai": GREEN, "beda_pembulatan": GREEN, "tidak_sesuai": RED}.get(row.evaluasi.verdict, GREY)
    return "" if value is None else f"{value}", row.evaluasi.verdict, colour


def draw_rows(draw: ImageDraw.ImageDraw, left: int, rows: Sequence[Indikator], finding: Temuan) -> None:
    """The typed rows as a table, and the finding under it."""
    small, bold = _font(12), _font(12, bold=True)
    draw.text((left, 12), "out/indikator.csv (sebagian kolom)", font=_font(15, bold=True), fill=INK)
    top = 52
    for name, x in COLUMNS:
        draw.text((left + x, top), name, font=bold, fill=GREY)
    draw.line((left, top + 22, WIDTH - 16, top + 22), fill=GREY)
    for row in rows:
        top += LINE
        hitung, verdict, colour = _computed(row)
        name = textwrap.shorten(row.indikator, 40, placeholder="…")
        texts = (name, _raw(row.target), _raw(row.realisasi), _raw(row.capaian), hitung, verdict)
        for (column, x), text in zip(COLUMNS, texts, strict=True):
            draw.text((left + x, top), text, font=small, fill=colour if column in {"hitung", "verdict"} else INK)
    top += LINE + 14
    place = finding.refs[0]
    draw.text((left, top), "out/temuan.csv", font=_font(15, bold=True), fill=INK)
    head = (
        f"{finding.id}  {finding.code}  halaman {place.page}, Tabel {place.tabel}, baris {place.row}, kolom {place.col}"
    )
    draw.text((left, top + 30), head, font=small, fill=RED)
    draw.text((left, top + 52), "\n".join(textwrap.wrap(finding.message.id, 92)), font=small, fill=INK, spacing=6)


def picture(laporan: Laporan) -> Image.Image:
    """Page at the left, data at the right."""
    tabel = next(t for t in laporan.tabel if t.nomor == NOMOR)
    finding = next(f for f in laporan.temuan if f.code == "CAPAIAN" and f.refs and f.refs[0].tabel == NOMOR)
    page = page_image(tabel, [ref.bbox for ref in finding.refs if ref.bbox is not None])
    image = Image.new("RGB", (WIDTH, page.height), "white")
    image.paste(page, (0, 0))
    draw = ImageDraw.Draw(image)
    draw.line((page.width + GAP // 2, 0, page.width + GAP // 2, page.height), fill="#d0d7de")
    draw_rows(draw, page.width + GAP, [row for row in laporan.indikator if row.tabel == tabel.id], finding)
    return image


if __name__ == "__main__":
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    picture(extract(SAMPLE)).quantize(48).save(TARGET, optimize=True)
