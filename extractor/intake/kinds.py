"""The kinds of file that arrive as reports, as data: names, media types, suffixes and what to do about the unread ones.

A kind without advice is read. To read one more kind: write its reader, then set its advice to None here.
"""

from typing import Literal, NamedTuple, TypeAlias

KindName: TypeAlias = Literal[
    "pdf", "docx", "doc", "odt", "rtf", "png", "jpeg", "tiff", "image", "html", "mhtml", "flat_opc", "xml", "xlsx", "pptx",
    "xls", "ppt", "ole", "zip", "base64", "dump", "text", "unknown",
]  # fmt: skip


class Advice(NamedTuple):
    id: str
    en: str


class Kind(NamedTuple):
    """`name_id` and `name_en` complete 'the content is …'. `advice` None: this kind is read."""

    media_type: str
    name_id: str
    name_en: str
    suffixes: tuple[str, ...]
    advice: Advice | None


_AS_PDF = Advice(
    "Buka berkas itu dengan Word atau LibreOffice, lalu simpan sebagai DOCX atau PDF.",
    "Open it in Word or LibreOffice and save it as DOCX or PDF.",
)
_SCAN = Advice(
    "Simpan gambar halaman itu sebagai PNG, TIFF, atau PDF; lebih baik lagi minta PDF atau DOCX aslinya.",
    "Save the page images as PNG, TIFF or PDF; or better, ask for the original PDF or DOCX.",
)
_PRINT = Advice(
    "Buka berkas itu dan simpan sebagai PDF (ekspor atau cetak ke PDF), lalu berikan PDF itu.",
    "Open it and save it as PDF (export, or print to PDF), then give that PDF.",
)
_WEB = Advice(
    "Bila ini halaman masuk atau pesan galat, unduh ulang laporannya; bila memang laporan, cetak dari peramban ke PDF.",
    "If this is a login or error page, download the report again; if it is the report, print it to PDF from a browser.",
)
_UNPACK = Advice("Ekstrak arsip itu dulu, lalu berikan laporannya.", "Unpack the archive first, then give the report.")
_AGAIN = Advice(
    "Unduh ulang berkas itu dari sumbernya dan berikan PDF atau DOCX-nya.",
    "Download the file again from its source and give the PDF or DOCX.",
)
_AS_DUMP = Advice(
    "Berikan laporannya sebagai PDF atau DOCX; teks salinan dibaca bila sel tabelnya dipisahkan oleh tab.",
    "Give the report as PDF or DOCX; copied text is read when the cells of its tables are separated by tabs.",
)

KINDS: dict[KindName, Kind] = {
    "pdf": Kind("application/pdf", "PDF", "a PDF", (".pdf",), None),
    "docx": Kind(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "dokumen Word (DOCX)",
        "a Word document (DOCX)",
        (".docx", ".docm", ".dotx"),
        None,
    ),
    "doc": Kind("application/msword", "dokumen Word lama (DOC)", "an old Word document (DOC)", (".doc", ".dot"), None),
    "odt": Kind(
        "application/vnd.oasis.opendocument.text", "dokumen ODT", "an OpenDocument text (ODT)", (".odt",), None
    ),
    "rtf": Kind("application/rtf", "dokumen RTF", "an RTF document", (".rtf",), None),
    "png": Kind("image/png", "gambar PNG", "a PNG image", (".png",), None),
    "jpeg": Kind("image/jpeg", "gambar JPEG", "a JPEG image", (".jpg", ".jpeg", ".jpe", ".jfif"), None),
    "tiff": Kind("image/tiff", "gambar TIFF", "a TIFF image", (".tif", ".tiff"), None),
    "image": Kind("image/*", "gambar jenis lain", "an image of another kind", (".gif", ".bmp", ".webp", ".jp2"), _SCAN),
    "html": Kind("text/html", "halaman web (HTML)", "a web page (HTML)", (".html", ".htm"), _WEB),
    "mhtml": Kind(
        "multipart/related", "halaman web tersimpan (MHTML)", "a saved web page (MHTML)", (".mht", ".mhtml"), _WEB
    ),
    "flat_opc": Kind("application/xml", "dokumen Word XML datar", "a flat XML Word document", (".xml",), _AS_PDF),
    "xml": Kind("application/xml", "XML", "XML", (".xml",), _AGAIN),
    "xlsx": Kind(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "buku kerja Excel",
        "an Excel workbook",
        (".xlsx", ".xlsm"),
        _PRINT,
    ),
    "pptx": Kind(
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "salindia PowerPoint",
        "a PowerPoint presentation",
        (".pptx",),
        _PRINT,
    ),
    "xls": Kind(
        "application/vnd.ms-excel", "buku kerja Excel lama (XLS)", "an old Excel workbook (XLS)", (".xls",), _PRINT
    ),
    "ppt": Kind(
        "application/vnd.ms-powerpoint",
        "salindia PowerPoint lama (PPT)",
        "an old PowerPoint presentation (PPT)",
        (".ppt",),
        _PRINT,
    ),
    "ole": Kind("application/x-ole-storage", "dokumen Office lama", "an old Office file", (), _AS_PDF),
    "zip": Kind("application/zip", "arsip ZIP", "a ZIP archive", (".zip",), _UNPACK),
    "base64": Kind("text/plain", "lampiran surel (base64)", "an e-mail attachment (base64)", (".eml",), _AGAIN),
    "dump": Kind("text/plain", "salinan teks laporan", "text copied out of a report", (".txt", ".tsv", ".text"), None),
    "text": Kind("text/plain", "teks biasa", "plain text", (".txt", ".csv", ".md"), _AS_DUMP),
    "unknown": Kind(
        "application/octet-stream",
        "data yang tidak dikenal, rusak atau bukan dokumen",
        "unknown data, damaged or no document",
        (),
        _AGAIN,
    ),
}

REPORT_SUFFIXES = frozenset(s for name in ("pdf", "docx", "doc", "odt", "rtf") for s in KINDS[name].suffixes)
"""Files of a folder with these names are inputs whatever they hold, so that a damaged one is said and not passed over."""
ORNAMENTS: frozenset[KindName] = frozenset({"png", "jpeg"})
"""Kinds that are read when they are named, but stand beside reports in folders without being one."""
READ_ID = "PDF, DOCX, DOC, ODT, RTF, gambar (PNG, JPEG, TIFF), salinan teks"
READ_EN = "PDF, DOCX, DOC, ODT, RTF, images (PNG, JPEG, TIFF), copied text"
"""The kinds that are read, for people."""
