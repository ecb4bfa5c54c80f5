"""Files are known by content: kinds, odd beginnings, wrong names, refusals with advice in two languages."""

import hashlib
import io
import os
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.intake import identify, shown_name
from extractor.intake.kinds import KINDS
from extractor.intake.sniff import kind_of
from extractor.model.errors import DamagedInput, EmptyInput, EncryptedInput, InputError, MissingInput, NotAReport

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def archive(*names, **contents):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name in names:
            file.writestr(name, b"<x/>")
        for name, content in contents.items():
            file.writestr(name, content)
    return buffer.getvalue()


def word97(flags=0):
    """The start of a Word 97 file: OLE header, then the block whose flags say whether it is encrypted."""
    block = b"\xec\xa5" + bytes(8) + flags.to_bytes(2, "little")
    return OLE + bytes(512 - len(OLE)) + block + bytes(500) + "WordDocument".encode("utf-16-le") + bytes(100)


DOCX = archive("[Content_Types].xml", "word/document.xml")


ODT = b"application/vnd.oasis.opendocument.text"
DUMP = b"Tabel 3.1\n\tNo\n\tTarget\n\tRealisasi\n\n\t1\n\t100\n\t90\n\n\n"


def put(folder, name, content):
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "kind", "findings"),
    [
        ("a.pdf", PDF, "pdf", []),
        ("A.PDF", PDF, "pdf", []),
        ("tanpa_akhiran", PDF, "pdf", []),
        ("a.pdf", b"HTTP/1.1 200 OK\r\n\r\n" + PDF, "pdf", []),
        ("a.pdf", b"x" * 1016 + PDF, "pdf", []),
        ("a.docx", PDF, "pdf", ["FILE-NAME"]),
        ("a.pdf", PDF[:30], "pdf", ["FILE-CUT"]),
        ("a.pdf", PDF.split(b"<<>>\nstartxref")[0] + b"<< /Root", "pdf", ["FILE-CUT"]),
        ("a.pdf", PDF.split(b"startxref")[0], "pdf", []),
        ("a.pdf", PDF.split(b"%%EOF")[0], "pdf", []),
        ("a.pdf", PDF + b"<html>" + b" " * 900, "pdf", []),
        ("a.docx", DOCX, "docx", []),
        ("a.jpg", b"\xff\xd8\xff\xe0" + bytes(20), "jpeg", []),
        ("a.pdf", b"\x89PNG\r\n\x1a\n" + bytes(20), "png", ["FILE-NAME"]),
        ("a.tif", b"II*\x00" + bytes(20), "tiff", []),
        ("a.tif", b"MM\x00*" + bytes(20), "tiff", []),
        ("a.rtf", b"{\\rtf1 halo}", "rtf", []),
        ("a.doc", b"{\\rtf1 halo}", "rtf", ["FILE-NAME"]),
        ("a.doc", word97(), "doc", []),
        ("a.odt", archive(mimetype=ODT), "odt", []),
        ("a.txt", DUMP, "dump", []),
        ("a.pdf", DUMP, "dump", ["FILE-NAME"]),
        ("a.txt", b"\xff\xfe" + DUMP.decode().encode("utf-16-le"), "dump", []),
        ("a.txt", b"paragraf yang panjang\n" * 2000 + DUMP, "dump", []),
        ("a.docm", DOCX, "docx", []),
        ("a.pdf", DOCX, "docx", ["FILE-NAME"]),
    ],
)
def test_reports_are_read_as_what_they_are(tmp_path, name, content, kind, findings):
    found = identify(put(tmp_path, name, content))
    assert (found.kind, [t.code for t in found.temuan]) == (kind, findings)
    assert (found.sha256, found.bytes) == (hashlib.sha256(content).hexdigest(), len(content))
    assert found.media_type == KINDS[kind].media_type
    for temuan in found.temuan:
        assert temuan.message.id != temuan.message.en


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"GIF89a" + bytes(20), "image"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image"),
        (b"\xef\xbb\xbf<!DOCTYPE html><p>masuk</p>", "html"),
        (b"<HTML><body>x</body></HTML>", "html"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "mhtml"),
        (b"<?xml version='1.0'?><pkg:package xmlns:pkg='x'/>", "flat_opc"),
        (b"<?xml version='1.0'?><a/>", "xml"),
        (b"JVBERi0xLjMKJZOMi54g", "base64"),
        (b"Tabel 3.1\tTarget\n", "text"),
        ("Nilai é".encode(), "text"),
        (b"%", "text"),
        (bytes(range(256)) * 4, "unknown"),
        (archive("xl/workbook.xml"), "xlsx"),
        (archive("ppt/presentation.xml"), "pptx"),
        (archive("laporan.pdf"), "zip"),
        (OLE + bytes(600) + "Workbook".encode("utf-16-le"), "xls"),
        (OLE + bytes(600) + "PowerPoint Document".encode("utf-16-le"), "ppt"),
        (OLE + bytes(600), "ole"),
    ],
)
def test_other_kinds_are_named_and_refused_with_advice(tmp_path, content, kind):
    with pytest.raises(NotAReport) as caught:
        identify(put(tmp_path, "a.pdf", content))
    error = caught.value
    assert error.code == f"not_read_{kind}"
    assert KINDS[kind].name_id in error.message_id
    assert KINDS[kind].name_en in error.message_en
    assert error.advice_id
    assert error.advice_en


@pytest.mark.parametrize(
    ("content", "error", "code"),
    [
        (b"", EmptyInput, "empty"),
        (b" \n\t " * 50, EmptyInput, "blank"),
        (DOCX[: len(DOCX) // 2], DamagedInput, "damaged"),
        (word97(flags=0x0100), EncryptedInput, "encrypted"),
        (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), EncryptedInput, "encrypted"),
        (word97() + "DRMEncryptedTransform".encode("utf-16-le"), EncryptedInput, "encrypted"),
        (archive(mimetype=ODT, **{"META-INF/manifest.xml": b"<m:encryption-data/>"}), EncryptedInput, "encrypted"),
    ],
)
def test_unreadable_files_are_refused(tmp_path, content, error, code):
    with pytest.raises(error) as caught:
        identify(put(tmp_path, "a.docx", content))
    assert caught.value.code == code


def test_a_missing_file_a_folder_and_a_pipe_are_refused(tmp_path):
    os.mkfifo(tmp_path / "pipa.pdf")
    (tmp_path / "putus.pdf").symlink_to(tmp_path / "tidak_ada")
    (tmp_path / "putar.pdf").symlink_to(tmp_path / "putar.pdf")
    for name, error, code in (
        ("tidak_ada.pdf", MissingInput, "missing"),
        ("putus.pdf", MissingInput, "missing"),
        ("putar.pdf", MissingInput, "unreadable"),
        ("pipa.pdf", NotAReport, "not_regular"),
        ("", MissingInput, "is_folder"),
    ):
        with pytest.raises(error) as caught:
            identify(tmp_path / name)
        assert caught.value.code == code, name


def test_a_link_to_a_report_is_read(tmp_path):
    put(tmp_path, "asli.pdf", PDF)
    (tmp_path / "tautan.pdf").symlink_to(tmp_path / "asli.pdf")
    assert identify(tmp_path / "tautan.pdf").file_name == "tautan.pdf"


@pytest.mark.parametrize(
    ("name", "shown"),
    [("laporan é.pdf", "laporan é.pdf"), ("a\x1b[31m.pdf", "a\\x1b[31m.pdf"), ("a\udcff.pdf", "a\\xff.pdf")],
)
def test_names_are_shown_without_what_terminals_obey(name, shown):
    assert shown_name(name) == shown


@settings(derandomize=True, max_examples=300)
@given(st.binary(max_size=64).flatmap(lambda b: st.sampled_from([b, PDF[:9] + b, b"PK\x03\x04" + b, OLE + b])))
def test_any_bytes_give_a_kind_or_a_refusal(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "acak"
    path.write_bytes(content)
    try:
        assert kind_of(path, content) in KINDS
    except InputError as error:
        assert error.message_id
