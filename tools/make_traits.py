"""Draw docs/img/traits/*.png: each trait of real reports in a few lines, as printed (left) and as read (right).

`python -m tools.make_traits`. The pages are drawn by `tools/trait_pages.py` and read by the program itself: cells that it found are
green, cells that go on over a page end orange; where a trait is about words, these are blue.
"""

import io
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from extractor.grids import build_body, find_unruled, join_beside, stitch
from extractor.model.body import Grid
from extractor.model.page import Page
from extractor.model.place import BBox
from extractor.readers.pdf import open_document, read_page
from tools.trait_pages import TRAITS, Trait

TARGET = Path(__file__).parents[1] / "docs" / "img" / "traits"
SCALE = 1.5
"""Pixels per point."""
COLOURS = 32
GAP = 10
GREEN, ORANGE, BLUE, GREY = (46, 125, 50), (230, 126, 0), (31, 111, 235), (190, 190, 190)


def as_pdf(trait: Trait) -> bytes:
    """The trait's pages as a PDF."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=trait.size, invariant=1)
    for paint in trait.pages:
        canvas.setPageRotation(trait.rotation)
        canvas.setFont("Helvetica", 8)
        paint(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def read(data: bytes) -> tuple[list[Page], list[Grid]]:
    """The pages as the reader gives them, and the tables of the whole."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "halaman.pdf"
        path.write_bytes(data)
        with open_document(path) as document:
            pages = [read_page(document, number) for number in range(1, document.n_pages + 1)]
    body = join_beside(stitch(find_unruled(build_body(pages))))
    return pages, [item for item in body.items if isinstance(item, Grid)]


def _pixels(box: BBox) -> tuple[int, int, int, int]:
    return (round(box[0] * SCALE), round(box[1] * SCALE), round(box[2] * SCALE), round(box[3] * SCALE))


def _overlay(image: Image.Image, page: Page, grids: Sequence[Grid], words: bool) -> Image.Image:
    """The page, paler, with what was read on it."""
    shown = Image.blend(image, Image.new("RGB", image.size, (255, 255, 255)), 0.35)
    pen = ImageDraw.Draw(shown, "RGBA")
    for cell in (cell for grid in grids for cell in grid.cells):
        joined = len({place.page for place in cell.places}) > 1
        for place in cell.places:
            if place.page == page.number and place.bbox is not None:
                colour = ORANGE if joined else GREEN
                pen.rectangle(_pixels(place.bbox), outline=colour, fill=(*colour, 50 if joined else 18), width=2)
    for word in page.words if words else ():
        pen.rectangle(_pixels(word.bbox), outline=BLUE, width=1)
    return shown


def picture(trait: Trait) -> Image.Image:
    """All pages of a trait: printed left, read right."""
    data = as_pdf(trait)
    pages, grids = read(data)
    document = pypdfium2.PdfDocument(data)
    printed = [document[at].render(scale=SCALE).to_pil().convert("RGB") for at in range(len(pages))]
    document.close()
    width, height = printed[0].size
    whole = Image.new("RGB", (2 * width + GAP, len(pages) * height + GAP * (len(pages) - 1)), (255, 255, 255))
    pen = ImageDraw.Draw(whole)
    for at, (image, page) in enumerate(zip(printed, pages, strict=True)):
        top = at * (height + GAP)
        for left, shown in ((0, image), (width + GAP, _overlay(image, page, grids, trait.words))):
            whole.paste(shown, (left, top))
            pen.rectangle((left, top, left + width - 1, top + height - 1), outline=GREY)
    return whole


def main() -> None:
    TARGET.mkdir(parents=True, exist_ok=True)
    for trait in TRAITS:
        picture(trait).quantize(COLOURS).save(TARGET / f"{trait.name}.png", optimize=True)
    print(
        f"{len(TRAITS)} pictures in {TARGET.relative_to(Path.cwd()) if TARGET.is_relative_to(Path.cwd()) else TARGET}"
    )


if __name__ == "__main__":
    main()
