"""The image of a page, at the resolution that the scan in it holds.

In comes a page of an open document, out comes a grey picture with its scale.
"""

import ctypes
import hashlib
import math
from collections.abc import Iterator
from typing import Any, NamedTuple

from extractor.readers.pdf import Document
from extractor.readers.scan.engine import Image

LEAST_DPI, MOST_DPI = 150.0, 300.0
DRAWN_DPI = 200.0
"""For a page without a large image: text that is drawn, whose letters have no meaning."""
LARGE = 0.05
"""Of the page: smaller images are logos."""
MOST_PIXELS = 30_000_000


class Picture(NamedTuple):
    """Grey pixels and how many of them make a point; `rotation`: degrees clockwise by which the stored page was turned."""

    pixels: Image
    scale: float
    rotation: int


def _images(pdfium: Any, page: Any) -> Iterator[Any]:
    """The image objects of an open page."""
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        item = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_IMAGE:
            yield item


def _resolution(pdfium: Any, page: Any, area: float) -> float:
    """Dots per inch of the finest large image on an open page of `area` square points."""
    found = []
    for item in _images(pdfium, page):
        width, height = ctypes.c_uint(), ctypes.c_uint()
        edges = [ctypes.c_float() for _ in range(4)]
        pdfium.FPDFImageObj_GetImagePixelSize(item, ctypes.byref(width), ctypes.byref(height))
        pdfium.FPDFPageObj_GetBounds(item, *map(ctypes.byref, edges))
        covered = abs(edges[2].value - edges[0].value) * abs(edges[3].value - edges[1].value)
        if covered > LARGE * area:
            found.append(72 * math.sqrt(width.value * height.value / covered))
    return min(max(*found, LEAST_DPI), MOST_DPI) if found else DRAWN_DPI


def are_decoded(document: Document, number: int) -> bool:
    """Whether PDFium makes a picture of every image on the page with 1-based `number`; of a broken one it shows nothing."""
    from extractor.readers.pdf.library import pdfium

    page = pdfium.FPDF_LoadPage(document.handle, number - 1)
    if not page:
        return False
    try:
        for item in _images(pdfium, page):
            bitmap = pdfium.FPDFImageObj_GetBitmap(item)
            if not bitmap:
                return False
            pdfium.FPDFBitmap_Destroy(bitmap)
        return True
    finally:
        pdfium.FPDF_ClosePage(page)


def fingerprint(document: Document, number: int) -> bytes | None:
    """What tells the page with 1-based `number` from others when it is one image and nothing else: pages of one fingerprint look alike."""
    from extractor.readers.pdf.library import pdfium

    page = pdfium.FPDF_LoadPage(document.handle, number - 1)
    if not page:
        return None
    try:
        images = list(_images(pdfium, page))
        if len(images) != 1 or pdfium.FPDFPage_CountObjects(page) != 1 or pdfium.FPDFPage_GetAnnotCount(page):
            return None
        return _image_print(pdfium, page, images[0])
    finally:
        pdfium.FPDF_ClosePage(page)


def _image_print(pdfium: Any, page: Any, item: Any) -> bytes:
    """The packed image with its place and the page's box: hashed."""
    matrix, box, meta = pdfium.FS_MATRIX(), pdfium.FS_RECTF(), pdfium.FPDF_IMAGEOBJ_METADATA()
    pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(matrix))
    pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
    pdfium.FPDFImageObj_GetImageMetadata(item, page, ctypes.byref(meta))
    seen = hashlib.sha256(bytes(matrix) + bytes(box) + bytes([pdfium.FPDFPage_GetRotation(page) % 4]))
    seen.update(repr([getattr(meta, name) for name, _ in meta._fields_ if name != "marked_content_id"]).encode())
    size = pdfium.FPDFImageObj_GetImageDataRaw(item, None, 0)
    held = ctypes.create_string_buffer(max(size, 1))
    pdfium.FPDFImageObj_GetImageDataRaw(item, held, size)
    seen.update(held.raw)
    return seen.digest()


def render(document: Document, number: int) -> Picture | None:
    """The picture of the page with 1-based `number`, as its /Rotate says; None when it cannot be opened."""
    import numpy

    from extractor.readers.pdf.library import pdfium

    page = pdfium.FPDF_LoadPage(document.handle, number - 1)
    if not page:
        return None
    try:
        width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        area = width * height
        if area <= 0:
            return None
        scale = min(_resolution(pdfium, page, area) / 72, math.sqrt(MOST_PIXELS / area))
        columns, rows = max(round(width * scale), 1), max(round(height * scale), 1)
        bitmap = pdfium.FPDFBitmap_CreateEx(columns, rows, pdfium.FPDFBitmap_Gray, None, 0)
        try:
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, columns, rows, 0xFFFFFFFF)
            flags = pdfium.FPDF_ANNOT | pdfium.FPDF_GRAYSCALE
            pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, columns, rows, 0, flags)
            stride = pdfium.FPDFBitmap_GetStride(bitmap)
            held = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * rows)
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)
        pixels = numpy.frombuffer(held, numpy.uint8).reshape(rows, stride)[:, :columns]
        return Picture(numpy.ascontiguousarray(pixels), scale, pdfium.FPDFPage_GetRotation(page) % 4 * 90)
    finally:
        pdfium.FPDF_ClosePage(page)
