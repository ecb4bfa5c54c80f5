"""Open a PDF with PDFium and close it again, whatever happens; mend a damaged one first; say in words why it cannot be opened.

PDFium reads the parts that it needs from the open file, and keeps what it has read of a document: its fonts, forms and objects, a MB for
some ten pages. So the document is opened anew from time to time, and memory does not grow with the pages.
"""

import ctypes
import io
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from extractor.model.errors import DamagedInput, EncryptedInput, InputError, MissingInput
from extractor.model.options import PAGE_CHARACTERS
from extractor.readers.pdf.structure import HEADER_WITHIN, Structure, look_at

PASSWORD_ERRORS = (4, 5)
"""FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY."""


PAGES = 50
"""Pages that are read before the document is opened anew."""
SHARE = 0.02
"""Of the time of reading, for opening anew: a file whose table of objects is lost is searched through each time."""


class Damage(NamedTuple):
    """What is not sound about a file. `table`: its objects had to be searched for. `promised`: pages that it speaks of, when there are
    not so many. `lost`, `cut`: numbers of the pages without their content, or without a part of it."""

    table: bool = False
    promised: int | None = None
    lost: tuple[int, ...] = ()
    cut: tuple[int, ...] = ()


class Document:
    """An open document: PDFium's handle, which changes from page to page, the number of pages, and what is damaged.

    `file` and `password`: for a closer look at a page that shows nothing. `most_characters`: how much text a page may hold.
    """

    def __init__(self, load: Callable[[], Any], file: BinaryIO, password: str | None = None) -> None:
        from extractor.readers.pdf.library import pdfium

        self.damage = Damage()
        self.most_characters = PAGE_CHARACTERS
        self.file = file
        self.password = password
        self._load = load
        started = time.process_time()
        self.handle = load()
        self.n_pages: int = max(pdfium.FPDF_GetPageCount(self.handle), 0) if self.handle else 0
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
        from extractor.readers.pdf.library import pdfium

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


def _perhaps_encrypted() -> EncryptedInput:
    """For a file that is cut off: the lock of a PDF is written at its end."""
    return EncryptedInput(
        code="pdf-damaged-lock",
        message_id="Berkas ini rusak atau terpotong, dan isinya tampaknya terenkripsi: kuncinya hilang bersama bagian akhirnya.",
        message_en="This file is damaged or cut off, and its content seems to be encrypted: the key is lost with its end.",
        advice_id="Minta salinan yang utuh (dan kata sandinya).",
        advice_en="Ask for an intact copy (and its password).",
    )


@contextmanager
def open_document(
    path: Path, password: str | None = None, most_characters: int = PAGE_CHARACTERS
) -> Iterator[Document]:
    """The open document; the empty password is tried before `password`. A damaged one is mended where that is possible.

    `most_characters`: of a page that is read.
    """
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
        if not file.seek(0, 2):
            raise _damaged("kosong (0 byte).", "empty (0 bytes).")
        structure = look_at(file)
        document = _opened(file, password)
        try:
            if not structure.table or structure.pages > document.n_pages or not document.n_pages:
                document = _mended(document, structure)
            elif structure.broken:
                from extractor.readers.pdf.mend import find_cut

                document.damage = Damage(cut=find_cut(file, password, structure.broken))
            document.most_characters = most_characters
            yield document
        finally:
            document.close()


@contextmanager
def mended_copy(path: Path, password: str | None) -> Iterator[Path | None]:
    """A temporary file with the PDF mended and without a password, for engines that read files; None when it cannot be mended."""
    from extractor.readers.pdf.mend import mend

    with path.open("rb") as file:
        mended = mend(file, password)
    if mended is None:
        yield None
        return
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / "mended.pdf"
        copy.write_bytes(mended.data)
        yield copy


def _opened(file: BinaryIO, password: str | None) -> Document:
    """The document, without a handle when PDFium cannot open it. Raises `EncryptedInput`."""
    from extractor.readers.pdf.library import pdfium

    file.seek(0)
    start = max(file.read(HEADER_WITHIN).find(b"%PDF-"), 0)
    access = _access(file, start)
    error = 0
    for attempt in dict.fromkeys((None, password.encode() if password else None)):
        document = Document(partial(pdfium.FPDF_LoadCustomDocument, access, attempt), file, password)
        if document.handle:
            break
        error = pdfium.FPDF_GetLastError()
        if error not in PASSWORD_ERRORS:
            break
    if not document.handle and error in PASSWORD_ERRORS:
        raise _encrypted()
    return document


def _mended(document: Document, structure: Structure) -> Document:
    """The document mended, when it has to be: PDFium cannot open it, or does not see all of its pages. Closes what it replaces."""
    from extractor.readers.pdf.mend import mend

    mended = mend(document.file, document.password)
    if mended is None:
        if not document.n_pages:
            raise _hopeless(document, structure)
        document.damage = Damage(table=not structure.table)
        return document
    if structure.table and mended.pages <= document.n_pages:
        # Older states of a page stand in the file too, and are no pages.
        return document
    if len(mended.cut) + len(mended.lost) == mended.pages and structure.locked:
        raise _perhaps_encrypted()
    promised = None if mended.promised in (None, mended.pages) else mended.promised
    damage = Damage(not structure.table, promised, mended.lost, mended.cut)
    whole = _opened(io.BytesIO(mended.data), None)
    if whole.n_pages < max(document.n_pages, 1) and promised is None:
        whole.close()
        whole = document
    else:
        document.close()
    whole.damage = damage
    return whole


def _hopeless(document: Document, structure: Structure) -> InputError:
    if structure.locked:
        return _perhaps_encrypted()
    if document.handle and not structure.pages:
        return _damaged("tidak memiliki halaman, atau rusak.", "without pages, or damaged.")
    if structure.pages:
        return _damaged(
            "rusak: isinya ada, tetapi tidak satu halaman pun dapat ditemukan.",
            "damaged: it has content, but not a single page can be found in it.",
        )
    return _damaged("rusak atau terpotong: bukan PDF yang utuh.", "damaged or cut off: not an intact PDF.")


def _access(file: BinaryIO, start: int) -> Any:
    """What PDFium asks for parts of the file from byte `start` on."""
    from extractor.readers.pdf.library import pdfium

    length = file.seek(0, 2) - start

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
