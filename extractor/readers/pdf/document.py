"""Open a PDF with PDFium and close it again, whatever happens; say in words why it cannot be opened."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from extractor.model.errors import DamagedInput, EncryptedInput, MissingInput

PASSWORD_ERRORS = (4, 5)
"""FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY."""


class Document(NamedTuple):
    """An open document: PDFium's handle and the number of pages."""

    handle: Any
    n_pages: int


def _damaged(why_id: str, why_en: str) -> DamagedInput:
    return DamagedInput(
        code="pdf-damaged",
        message_id=f"Berkas ini {why_id}",
        message_en=f"This file is {why_en}",
        advice_id="Buka berkas ini dengan pembaca PDF dan simpan ulang, atau minta salinan yang utuh.",
        advice_en="Open the file in a PDF viewer and save it again, or ask for an intact copy.",
    )


def _encrypted() -> EncryptedInput:
    return EncryptedInput(
        code="pdf-encrypted",
        message_id="PDF ini terkunci dengan kata sandi.",
        message_en="This PDF is encrypted: it is locked with a password.",
        advice_id="Jalankan lagi dengan --password KATA_SANDI.",
        advice_en="Run again with --password PASSWORD.",
    )


@contextmanager
def open_document(path: Path, password: str | None = None) -> Iterator[Document]:
    """The open document; the empty password is tried before `password`."""
    import pypdfium2.raw as pdfium

    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise MissingInput(
            code="missing",
            message_id="Berkas tidak ada.",
            message_en="No such file.",
            advice_id="Periksa nama dan foldernya.",
            advice_en="Check the name and the folder.",
        ) from error
    start = max(data.find(b"%PDF-", 0, 2048), 0)
    buffer = (ctypes.c_char * (len(data) - start)).from_buffer_copy(data, start) if data else None
    if buffer is None:
        raise _damaged("kosong (0 byte).", "empty (0 bytes).")
    handle = None
    for attempt in dict.fromkeys((None, password.encode() if password else None)):
        handle = pdfium.FPDF_LoadMemDocument64(buffer, len(data) - start, attempt)
        if handle or pdfium.FPDF_GetLastError() not in PASSWORD_ERRORS:
            break
    if not handle:
        if pdfium.FPDF_GetLastError() in PASSWORD_ERRORS:
            raise _encrypted()
        raise _damaged("rusak atau terpotong: bukan PDF yang utuh.", "damaged or cut off: not an intact PDF.")
    try:
        n_pages = pdfium.FPDF_GetPageCount(handle)
        if n_pages < 1:
            raise _damaged("tidak memiliki halaman.", "without pages.")
        yield Document(handle, n_pages)
    finally:
        pdfium.FPDF_CloseDocument(handle)
