"""Open a PDF with PDFium and close it again, whatever happens; say in words why it cannot be opened.

PDFium reads the parts that it needs from the open file, and keeps what it has read of a document: its fonts, forms and objects, a MB for
some ten pages. So the document is opened anew from time to time, and memory does not grow with the pages.
"""

import ctypes
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, Any

from extractor.model.errors import DamagedInput, EncryptedInput, MissingInput
from extractor.model.options import PAGE_CHARACTERS

PASSWORD_ERRORS = (4, 5)
"""FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY."""


HEADER_WITHIN = 2048
"""Bytes before the header that do no harm."""
PAGES = 50
"""Pages that are read before the document is opened anew."""
SHARE = 0.02
"""Of the time of reading, for opening anew: a file whose table of objects is lost is searched through each time."""


class Document:
    """An open document: PDFium's handle, which changes from page to page, the number of pages, and how much text one may hold."""

    def __init__(self, load: Callable[[], Any], most_characters: int) -> None:
        import pypdfium2.raw as pdfium

        self.most_characters = most_characters
        self._load = load
        started = time.process_time()
        self.handle = load()
        self.n_pages: int = pdfium.FPDF_GetPageCount(self.handle) if self.handle else 0
        self._opened = time.process_time()
        self._cost = self._opened - started
        self._pages = 0

    def page_is_closed(self) -> None:
        """To be said after each page, when nothing of the document is held."""
        self._pages += 1
        if self._pages < PAGES or self._cost > SHARE * (time.process_time() - self._opened):
            return
        fresh = self._load()
        if fresh:
            self.close()
            self.handle = fresh
        self._pages, self._opened = 0, time.process_time()

    def close(self) -> None:
        import pypdfium2.raw as pdfium

        if self.handle:
            pdfium.FPDF_CloseDocument(self.handle)
        self.handle = None


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
def open_document(
    path: Path, password: str | None = None, most_characters: int = PAGE_CHARACTERS
) -> Iterator[Document]:
    """The open document; the empty password is tried before `password`. `most_characters`: of a page that is read."""
    try:
        file = path.open("rb")
    except FileNotFoundError as error:
        raise MissingInput(
            code="missing",
            message_id="Berkas tidak ada.",
            message_en="No such file.",
            advice_id="Periksa nama dan foldernya.",
            advice_en="Check the name and the folder.",
        ) from error
    with file:
        document = _opened(file, password, most_characters)
        try:
            if document.n_pages < 1:
                raise _damaged("tidak memiliki halaman.", "without pages.")
            yield document
        finally:
            document.close()


def _opened(file: IO[bytes], password: str | None, most_characters: int) -> Document:
    import pypdfium2.raw as pdfium

    start = max(file.read(HEADER_WITHIN).find(b"%PDF-"), 0)
    access = _access(file, start)
    if access is None:
        raise _damaged("kosong (0 byte).", "empty (0 bytes).")
    error = 0
    for attempt in dict.fromkeys((None, password.encode() if password else None)):
        document = Document(partial(pdfium.FPDF_LoadCustomDocument, access, attempt), most_characters)
        if document.handle:
            return document
        error = pdfium.FPDF_GetLastError()
        if error not in PASSWORD_ERRORS:
            break
    if error in PASSWORD_ERRORS:
        raise _encrypted()
    raise _damaged("rusak atau terpotong: bukan PDF yang utuh.", "damaged or cut off: not an intact PDF.")


def _access(file: IO[bytes], start: int) -> Any:
    """What PDFium asks for parts of the file from byte `start` on; None when there are none."""
    import pypdfium2.raw as pdfium

    length = file.seek(0, 2) - start
    if length <= 0:
        return None

    def read(_: object, position: int, target: Any, size: int) -> int:
        try:
            file.seek(start + position)
            part = file.read(size)
        except OSError:
            return 0
        ctypes.memmove(target, part, len(part))
        return int(len(part) == size)

    access = pdfium.FPDF_FILEACCESS()
    access.m_FileLen = length
    access.m_GetBlock = type(access.m_GetBlock)(read)
    return access
