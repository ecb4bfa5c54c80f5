"""Opening: passwords, damaged files, and the verdict on a page's text."""

import ctypes
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extractor.model.errors import DamagedInput, EncryptedInput, ExitCode, InputError, MissingInput
from extractor.readers.pdf import open_document, read_page
from tests.readers_pdf.kertas import pdf, raw, read


def hello(canvas: Canvas) -> None:
    canvas.drawString(20, 100, "Halaman")


def blank(canvas: Canvas) -> None:
    canvas.drawString(20, 100, "")


def locked(user: str, owner: str) -> bytes:
    return pdf(hello, encrypt=StandardEncryption(user, owner, strength=128))


@pytest.mark.parametrize(
    "data, password",
    [
        (pdf(hello), None),
        (pdf(hello), "tak perlu"),
        (locked("", "pemilik"), None),
        (locked("", "pemilik"), "salah"),
        (locked("rahasia", "pemilik"), "rahasia"),
        (locked("rahasia", "pemilik"), "pemilik"),
    ],
    ids=["plain", "plain with password", "owner only", "owner only, wrong", "user password", "owner password"],
)
def test_opens(data: bytes, password: str | None, tmp_path: Path) -> None:
    assert [w.text for w in read(data, tmp_path, password)[0].words] == ["Halaman"]


@pytest.mark.parametrize("password", [None, "", "salah"])
def test_a_locked_file_asks_for_its_password(password: str | None, tmp_path: Path) -> None:
    with pytest.raises(EncryptedInput, match="password") as caught:
        read(locked("rahasia", "pemilik"), tmp_path, password)
    assert "--password" in caught.value.advice_id
    assert "--password" in caught.value.advice_en


NO_PAGES = raw("<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Count 0 /Kids []>>")


@pytest.mark.parametrize(
    "data, says",
    [
        (b"", "empty"),
        (b"%PDF-1.7\n", "damaged"),
        (pdf(hello)[:300], "damaged"),
        (b"PK\x03\x04 not a PDF at all" * 40, "damaged"),
        (NO_PAGES, "without pages"),
    ],
    ids=["zero bytes", "header only", "cut off", "not a PDF", "no pages"],
)
def test_what_cannot_be_opened_says_why(data: bytes, says: str, tmp_path: Path) -> None:
    with pytest.raises(DamagedInput, match=says) as caught:
        read(data, tmp_path)
    error = caught.value
    assert isinstance(error, InputError)
    assert error.exit_code == ExitCode.UNREADABLE
    assert all((error.message_id, error.message_en, error.advice_id, error.advice_en))


def test_a_missing_file_is_named_missing(tmp_path: Path) -> None:
    with pytest.raises(MissingInput), open_document(tmp_path / "tiada.pdf"):
        pass


def test_rubbish_before_the_header_does_no_harm(tmp_path: Path) -> None:
    assert [w.text for w in read(b"X-Header: 1\r\n\r\n" + pdf(hello), tmp_path)[0].words] == ["Halaman"]


def test_a_table_of_objects_that_is_lost_is_made_anew(tmp_path: Path) -> None:
    data = pdf(hello)
    lost = data.replace(b"xref\n0 ", b"xxxx\n0 ")
    assert [w.text for w in read(lost, tmp_path)[0].words] == ["Halaman"]


def test_the_file_is_closed_whatever_happens(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(hello))
    with pytest.raises(RuntimeError, match="halt"), open_document(path):
        raise RuntimeError("halt")
    path.unlink()


def picture(width: float, height: float, text: str = "") -> bytes:
    def paint(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("L", (30, 20), 128)), 10, 10, width, height)
        canvas.drawString(20, 150, text)

    return pdf(paint)


@pytest.mark.parametrize(
    "data, verdict, reason",
    [
        (pdf(hello), "good", ""),
        (pdf(blank), "good", "blank page"),
        (picture(280, 180), "absent", "image without text"),
        (picture(40, 30), "good", "blank page"),
        (picture(280, 180, "dengan lapisan teks"), "good", ""),
    ],
    ids=["text", "blank", "scan", "logo only", "scan with text"],
)
def test_verdict_on_the_text(data: bytes, verdict: str, reason: str, tmp_path: Path) -> None:
    text = read(data, tmp_path)[0].text
    assert (text.verdict, text.reason) == (verdict, reason)


@pytest.mark.parametrize("meaning, verdict", [("E041", "implausible"), ("0041", "good")])
def test_characters_without_meaning_are_no_text(meaning: str, verdict: str, tmp_path: Path) -> None:
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <00> <FF> "
        f"endcodespacerange 1 beginbfchar <61> <{meaning}> endbfchar endcmap end end"
    )
    data = raw(
        "<</Type /Catalog /Pages 2 0 R>>",
        "<</Type /Pages /Count 1 /Kids [3 0 R]>>",
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>>>>",
        "<<>>\nstream\nBT /F 10 Tf 20 150 Td (aaaab) Tj ET",
        "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R>>",
        f"<<>>\nstream\n{cmap}",
    )
    assert read(data, tmp_path)[0].text.verdict == verdict


def test_images_say_where_they_stand(tmp_path: Path) -> None:
    ((image,),) = (page.images for page in read(picture(100, 50), tmp_path))
    assert image == pytest.approx((10, 140, 110, 190), abs=0.1)


def test_a_page_that_cannot_be_opened_keeps_its_number(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(hello))
    with open_document(path) as document:
        page = read_page(document, 7)
    assert (page.number, page.text.verdict, page.words) == (7, "absent", ())


def test_a_long_document_is_opened_anew_and_read_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.readers.pdf.document.PAGES", 1)
    monkeypatch.setattr("extractor.readers.pdf.document.SHARE", 1e9)
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(hello, blank, hello))
    handles = []
    with open_document(path) as document:
        words = []
        for number in (1, 2, 3):
            words += [w.text for w in read_page(document, number).words]
            handles.append(document.handle)
    assert words == ["Halaman", "Halaman"]
    assert len({ctypes.cast(handle, ctypes.c_void_p).value for handle in handles}) > 1
