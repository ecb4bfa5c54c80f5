"""Which kind of file do these bytes belong to? Bytes (and for ZIP and OLE the file behind them) in, a kind name out.

Order matters: a mark at the very start wins, then `%PDF` within the first kilobyte (mail and web servers put lines
before it), then what looks like markup, like the inside of a PDF, or like text.
"""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.intake.kinds import KindName
from extractor.model.errors import DamagedInput, EncryptedInput, archive_errors

if TYPE_CHECKING:
    import zipfile

HEAD_BYTES = 8192
_PDF_WITHIN = 1024 + 5
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_STARTS: tuple[tuple[bytes, KindName], ...] = (
    (b"{\\rtf", "rtf"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"II+\x00", "tiff"),
    (b"MM\x00+", "tiff"),
    (b"GIF8", "image"),
    (b"BM", "image"),
    (b"\x00\x00\x00\x0cjP  ", "image"),
    (b"JVBERi0", "base64"),
)
_ZIP_PARTS: tuple[tuple[str, KindName], ...] = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"))
_END_OF_PDF = re.compile(rb"%%EOF|startxref\s+\d+\s|trailer\s*<<(?s:.*)>>")
_PDF_OBJECT = re.compile(rb"\b\d{1,10} \d{1,5} obj\s*(?:<<|\[)")
"""What a PDF is made of: one that lost its beginning, or has a long one that is not its own, is a damaged PDF and may be mended."""
_TEXT_CONTROLS = b"\t\r\n\f\v\x1e\x1f"
"""With what Word writes for line breaks and hyphens within a paragraph."""
_DUMP_SCAN_BYTES = 8 << 20
_CELL = re.compile(rb"\t[^\t\r\n]")
_LEAST_CELLS = 6
"""Tabs before text in a dump: fewer are the indents of ordinary text."""
_OLE_SCAN_BYTES = 64 << 20
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_RIGHTS_MANAGED = tuple(name.encode("utf-16-le") for name in ("DRMEncryptedTransform", "\tDRMContent"))
"""Names of the streams that hold the protected document ([MS-OFFCRYPTO] 2.2); what is outside of them is a notice to the reader."""
_ODF_ENCRYPTED = b"encryption-data"
_MANIFEST_BYTES = 1 << 20
_STREAMS: tuple[tuple[bytes, KindName], ...] = (
    ("WordDocument".encode("utf-16-le"), "doc"),
    ("PowerPoint Document".encode("utf-16-le"), "ppt"),
    ("Workbook".encode("utf-16-le"), "xls"),
)
"""Streams that only one program writes. A Word document may embed a workbook, so Word comes first."""
_FIB_OFFSET = 512
_FIB_MAGIC = (b"\xec\xa5", b"\xdc\xa5")
_FIB_ENCRYPTED = 0x01
"""Bit 8 of the flags at offset 10 of a Word file's information block ([MS-DOC] 2.5.2, fEncrypted), in its second byte."""
_RESAVE_ID = "Buka berkas itu dengan kata sandinya, lalu simpan ulang tanpa kata sandi."
_RESAVE_EN = "Open the file with its password and save it again without one."


def kind_of(path: Path, head: bytes) -> KindName:
    """The kind of the file `path` that begins with `head` (up to `HEAD_BYTES`).

    Raises `EncryptedInput` for Office files that open with a password only, `DamagedInput` for a broken ZIP.
    """
    if head.startswith(_ZIP):
        return _kind_of_zip(path)
    if head.startswith(_OLE):
        return _kind_of_ole(path, head)
    for mark, kind in _STARTS:
        if head.startswith(mark):
            return kind
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "image"
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return "pdf"
    return _kind_of_text(path, head)


def is_cut_off(tail: bytes) -> bool:
    """Does a PDF that ends in `tail` stop before its own end?

    The trailer comes after all objects: where it, or the pointer to the cross-reference after it, is whole, only the
    closing `%%EOF` is missing and nothing is lost.
    """
    return _END_OF_PDF.search(tail) is None


def _kind_of_text(path: Path, head: bytes) -> KindName:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")) or b"<html" in start[:1024]:
        return "html"
    if start.startswith(b"mime-version:") or b"\nmime-version:" in start[:1024]:
        return "mhtml"
    if start.startswith(b"<?xml"):
        return "flat_opc" if b"xmlpackage" in start or b"pkg:package" in start else "xml"
    if not start.startswith(b"%fdf") and _PDF_OBJECT.search(head):
        return "pdf"
    if not _is_text(head):
        return "unknown"
    return "dump" if _is_dump(path) else "text"


def _is_dump(path: Path) -> bool:
    """Text in which cells are separated by tabs, as copying a report out of Word gives it; the first table may come late."""
    with path.open("rb") as file:
        data = file.read(_DUMP_SCAN_BYTES)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.replace(b"\0", b"")
    return len(_CELL.findall(data)) >= _LEAST_CELLS


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if any(byte < 32 and byte not in _TEXT_CONTROLS for byte in head):
        return False
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(head) - 4
    return True


def _kind_of_zip(path: Path) -> KindName:
    import zipfile

    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 100:
                media_type = archive.read("mimetype")
                if media_type.startswith(b"application/vnd.oasis.opendocument.text"):
                    return _odt(archive)
    except archive_errors() as error:
        raise DamagedInput(
            message_id="Arsip di dalam berkas ini (DOCX atau ZIP) rusak atau terpotong.",
            message_en="The archive in this file (DOCX or ZIP) is damaged or cut off.",
        ) from error
    for part, kind in _ZIP_PARTS:
        if any(name.startswith(part) and name.endswith(".xml") for name in names):
            return kind
    return "zip"


def _odt(archive: "zipfile.ZipFile") -> KindName:
    """An OpenDocument text; one that opens with a password only says so in its manifest."""
    try:
        with archive.open("META-INF/manifest.xml") as manifest:
            locked = _ODF_ENCRYPTED in manifest.read(_MANIFEST_BYTES)
    except KeyError:
        locked = False
    if locked:
        raise _encrypted("dokumen ODT", "an OpenDocument text (ODT)")
    return "odt"


def _kind_of_ole(path: Path, head: bytes) -> KindName:
    block = head[_FIB_OFFSET : _FIB_OFFSET + 12]
    if block[:2] in _FIB_MAGIC and block[11] & _FIB_ENCRYPTED:
        raise _encrypted("dokumen Word lama (DOC)", "an old Word document (DOC)")
    with path.open("rb") as file:
        content = file.read(_OLE_SCAN_BYTES)
    if _ENCRYPTED_PACKAGE in content:
        raise _encrypted("dokumen Office (DOCX)", "an Office document (DOCX)")
    if any(mark in content for mark in _RIGHTS_MANAGED):
        raise _encrypted(
            "dokumen Office dengan perlindungan hak (DRM)", "an Office document under rights management (DRM)"
        )
    return next((kind for mark, kind in _STREAMS if mark in content), "ole")


def _encrypted(what_id: str, what_en: str) -> EncryptedInput:
    return EncryptedInput(
        message_id=f"Isinya {what_id} yang terenkripsi dengan kata sandi.",
        message_en=f"The content is {what_en}, encrypted with a password.",
        advice_id=_RESAVE_ID,
        advice_en=_RESAVE_EN,
    )
