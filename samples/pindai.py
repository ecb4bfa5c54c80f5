"""Pages of the report as a scanner would give them: a picture each, skewed, noisy, JPEG; one stamped and folded, one on its side;
four with tables that run over them; and a TIFF of two pages in black and white.

In: a PDF of the report. Out: PDFs without any text and a TIFF, and on which page of the report each of their pages stands.
Noise comes from a fixed seed; the same PDF gives the same bytes.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Abu = Any
"""An 8-bit grey picture (PIL)."""


@dataclass(frozen=True)
class Lembaran:
    """A sheet: `halaman` of the report at `dpi`; `miring` degrees of skew, `bising` grey levels of noise, `mutu` of the JPEG.

    `cap`: a stamp over the figures; `lipatan`: the shadow of a fold across the sheet; `putar`: degrees clockwise by which it lay wrong.
    """

    halaman: int
    dpi: int
    miring: float
    bising: float
    mutu: int
    cap: bool = False
    lipatan: bool = False
    putar: int = 0


LEMBAR = (
    Lembaran(13, 200, -0.6, 4.0, 45, cap=True, lipatan=True),
    Lembaran(14, 150, 0.4, 5.0, 50, putar=90),
)


BERURUTAN = (
    Lembaran(16, 150, 0.5, 0, 0),
    Lembaran(17, 150, -0.7, 0, 0),
    Lembaran(18, 150, 0.3, 0, 0),
    Lembaran(19, 150, -0.2, 0, 0),
)
"""Sheets one after the other in black and white, each laid down a little differently: the budget's table runs over three of them.

`mutu` 0: no JPEG.
"""


def pindai(pdf: bytes, sheets: Sequence[Lembaran] = LEMBAR) -> bytes:
    """The PDF of pictures; each stays the JPEG that it is."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, invariant=True)
    for number, sheet in enumerate(sheets):
        picture = ImageReader(io.BytesIO(_gambar(pdf, sheet, number)) if sheet.mutu else _hitam_putih(pdf, sheet))
        width, height = (72 * side / sheet.dpi for side in picture.getSize())
        canvas.setPageSize((width, height))
        canvas.drawImage(picture, 0, 0, width, height)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


BERKAS_TIFF = (Lembaran(8, 200, 0.5, 0.0, 0), Lembaran(9, 200, -0.4, 0.0, 0))
"""Two sheets in black and white, as a fax or an office copier keeps them; a table runs over both."""
AMBANG = 150
"""Grey levels below this are black there."""


def pindai_tiff(pdf: bytes) -> bytes:
    """One TIFF of several pages, a bit per pixel."""
    pages = [_hitam_putih(pdf, sheet).convert("1") for sheet in BERKAS_TIFF]
    out = io.BytesIO()
    dpi = (BERKAS_TIFF[0].dpi,) * 2
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:], compression="group4", dpi=dpi)
    return out.getvalue()


def _hitam_putih(pdf: bytes, sheet: Lembaran) -> Abu:
    """One sheet with black and white pixels only."""
    import pypdfium2
    from PIL import Image

    document = pypdfium2.PdfDocument(pdf)
    try:
        page: Abu = document[sheet.halaman - 1].render(scale=sheet.dpi / 72, grayscale=True).to_pil().convert("L")
    finally:
        document.close()
    page = page.rotate(-sheet.miring, Image.Resampling.BICUBIC, fillcolor=255)
    return page.point(lambda grey: 255 if grey > AMBANG else 0)


def _gambar(pdf: bytes, sheet: Lembaran, seed: int) -> bytes:
    """One sheet as JPEG."""
    import numpy
    import pypdfium2
    from PIL import Image

    document = pypdfium2.PdfDocument(pdf)
    try:
        page: Abu = document[sheet.halaman - 1].render(scale=sheet.dpi / 72, grayscale=True).to_pil().convert("L")
    finally:
        document.close()
    if sheet.cap:
        page = _cap(page, sheet.dpi)
    page = page.rotate(-sheet.miring, Image.Resampling.BICUBIC, fillcolor=255)
    grey = numpy.asarray(page, dtype=numpy.float32)
    if sheet.lipatan:
        grey = _lipatan(grey)
    noise = numpy.random.default_rng(seed).normal(0.0, sheet.bising, grey.shape)
    # Ink of a scan is no full black, its paper no full white.
    grey = numpy.clip(30 + grey * (215 / 255) + noise, 0, 255).astype(numpy.uint8)
    page = Image.fromarray(grey).rotate(-sheet.putar, expand=True)
    out = io.BytesIO()
    page.save(out, "JPEG", quality=sheet.mutu, dpi=(sheet.dpi, sheet.dpi))
    return out.getvalue()


def _cap(page: Abu, dpi: int) -> Abu:
    """A round stamp, half see-through, over figures of the table, as on signed copies."""
    from PIL import Image, ImageChops, ImageDraw

    ink = Image.new("L", page.size, 255)
    pen = ImageDraw.Draw(ink)
    x, y, r = round(page.width * 0.74), round(page.height * 0.62), round(0.55 * dpi)
    for width, radius in ((5, r), (2, round(r * 0.72))):
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), outline=150, width=width)
    pen.text((x - r // 2, y - 8), "DINAS ARSIP", 150)
    return ImageChops.darker(page, ink)


def _lipatan(grey: Any) -> Any:
    """A soft shadow below the middle of the sheet, with a bright line in it."""
    import numpy

    rows = numpy.arange(grey.shape[0], dtype=numpy.float32)
    at = grey.shape[0] * 0.765
    shadow = 45 * numpy.exp(-(((rows - at) / 9.0) ** 2)) - 25 * numpy.exp(-(((rows - at - 6) / 2.0) ** 2))
    return grey - shadow[:, None]
