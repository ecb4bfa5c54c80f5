"""Tiny PDFs for tests. In: a function that paints on a canvas (origin bottom-left, points), or hand-written PDF objects. Out: `Page`s.

Every page is 300 by 200 points as a reader sees it, whatever its rotation and crop box; text is Helvetica 10 unless the painter says
otherwise.
"""

import io
from collections.abc import Callable
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from extractor.model.page import Page
from extractor.readers.pdf import open_document, read_page

WIDTH, HEIGHT = 300.0, 200.0
MARGIN_LEFT, MARGIN_BOTTOM = 40.0, 25.0
"""Of a cropped page: how far its crop box lies from the corner of the sheet."""

Paint = Callable[[Canvas], None]


def _turn(canvas: Canvas, turns: int) -> None:
    """Makes what is painted upright look upright on a page with that rotation."""
    if turns == 1:
        canvas.transform(0, 1, -1, 0, HEIGHT, 0)
    elif turns == 2:
        canvas.transform(-1, 0, 0, -1, WIDTH, HEIGHT)
    elif turns == 3:
        canvas.transform(0, -1, 1, 0, 0, WIDTH)


def pdf(*paints: Paint, turns: int = 0, cropped: bool = False, **options: object) -> bytes:
    """A PDF with a page for each painter; `options` go to the canvas."""
    width, height = (HEIGHT, WIDTH) if turns % 2 else (WIDTH, HEIGHT)
    left, bottom = (MARGIN_LEFT, MARGIN_BOTTOM) if cropped else (0.0, 0.0)
    sheet = (width + 2 * left, height + 2 * bottom)
    out = io.BytesIO()
    # reportlab turns the media box with the rotation
    canvas = Canvas(out, pagesize=sheet[::-1] if turns % 2 else sheet, **options)
    for paint in paints:
        if cropped:
            canvas.setCropBox((left, bottom, left + width, bottom + height))
        canvas.setPageRotation(90 * turns)
        canvas.translate(left, bottom)
        _turn(canvas, turns)
        canvas.setFont("Helvetica", 10)
        paint(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def read(data: bytes, folder: Path, password: str | None = None) -> list[Page]:
    """All the pages of a PDF."""
    path = folder / "uji.pdf"
    path.write_bytes(data)
    with open_document(path, password) as document:
        return [read_page(document, number) for number in range(1, document.n_pages + 1)]


def raw(*objects: str) -> bytes:
    """A PDF of hand-written objects: number 1 is the catalogue. A stream is written as `<<…>>` and its text after a line `stream`."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        head, _, content = text.partition("\nstream\n")
        body = head.encode()
        if content:
            body = head.replace("<<", f"<</Length {len(content)} ", 1).encode()
            body += b"\nstream\n" + content.encode() + b"\nendstream"
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)


def one_page(content: str, resources: str = "", *more: str) -> bytes:
    """A hand-written PDF of one page with this content; font `/F` is object 5, `more` are objects 6 and on."""
    return raw(
        "<</Type /Catalog /Pages 2 0 R>>",
        "<</Type /Pages /Count 1 /Kids [3 0 R]>>",
        f"<</Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents 4 0 R "
        f"/Resources <</Font <</F 5 0 R>> {resources}>>>>",
        f"<<>>\nstream\n{content}",
        "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>",
        *more,
    )
