"""Damaged files: what PDFium mends in silence, or does not see, is mended with all its pages and said."""

import re
import zlib
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from extractor.model.errors import DamagedInput, EncryptedInput
from extractor.readers.pdf import mended_copy, open_document, read_page
from extractor.readers.pdf.document import Damage
from tests.readers_pdf.kertas import Paint, one_page, pdf, raw


def says(text: str) -> Paint:
    def paint(canvas: Canvas) -> None:
        for row in range(12):
            canvas.drawString(20, 180 - 14 * row, f"{text} baris ke {row} dari laporan kinerja")

    return paint


def packed(*paints: Paint) -> bytes:
    """Pages whose content is packed and nothing else."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reportlab.rl_config.useA85", 0)
        return pdf(*paints, pageCompression=1)


THREE = packed(says("satu"), says("dua"), says("tiga"))
LATE = re.search(rb"startxref\s+(\d+)", THREE)[1]


def streams(data: bytes) -> list[tuple[int, int]]:
    return [m.span(1) for m in re.finditer(rb"stream\r?\n(.*?)endstream", data, re.DOTALL)]


def read(data: bytes, folder: Path) -> tuple[Damage, list[str]]:
    """The damage, and of each page its first word, or why there is none."""
    path = folder / "uji.pdf"
    path.write_bytes(data)
    with open_document(path) as document:
        pages = [read_page(document, n) for n in range(1, document.n_pages + 1)]
        return document.damage, [p.words[0].text if p.words else p.text.reason for p in pages]


def flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :]


TREE = ("<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Count {} /Kids [3 0 R 4 0 R]>>")
PAGE = "<</Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 5 0 R /Resources <</Font <</F 6 0 R>>>>>>"
SHOWN = ("<<>>\nstream\nBT /F 10 Tf 20 150 Td (Ada) Tj ET", "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>")


def two_pages(count: int) -> bytes:
    return raw(TREE[0], TREE[1].format(count), PAGE, PAGE, *SHOWN)


@pytest.mark.parametrize(
    "data, damage, pages",
    [
        (THREE, Damage(), ["satu", "dua", "tiga"]),
        (THREE.replace(LATE, b"99"), Damage(table=True), ["satu", "dua", "tiga"]),
        (THREE[: THREE.index(b"xref\n0 ")], Damage(table=True), ["satu", "dua", "tiga"]),
        (THREE.replace(b"\n", b"\r\n", 9), Damage(table=True), ["satu", "dua", "tiga"]),
        (two_pages(2), Damage(), ["Ada", "Ada"]),
        (two_pages(1), Damage(promised=1), ["Ada", "Ada"]),
        (THREE[: streams(THREE)[1][0] + 40], Damage(table=True, lost=(3,), cut=(2,)), ["satu", "", ""]),
    ],
    ids=[
        "sound",
        "wrong start",
        "cut before the table",
        "line ends",
        "two pages",
        "a page not counted",
        "cut in page 2",
    ],
)
def test_damage(data: bytes, damage: Damage, pages: list[str], tmp_path: Path) -> None:
    found, words = read(data, tmp_path)
    if found.cut:
        words[1:] = ["", ""]
    assert (found, words) == (damage, pages)


def test_more_pages_promised_than_there_are(tmp_path: Path) -> None:
    lost = two_pages(9).replace(b"startxref", b"startxxxx")
    assert read(lost, tmp_path) == (Damage(table=True, promised=9), ["Ada", "Ada"])


def test_content_that_breaks_off_is_said_of_its_page_only(tmp_path: Path) -> None:
    begin, end = streams(THREE)[1]
    damage, _ = read(flipped(THREE, (begin + end) // 2), tmp_path)
    assert damage == Damage(cut=(2,))


@pytest.mark.parametrize(
    "parms, reason",
    [("/DecodeParms <</Predictor 15 /Columns 2147483647 /Colors 32>>", "its content is lost or damaged"), ("", "Ada")],
)
def test_a_page_that_shows_nothing_of_its_content_is_not_blank(parms: str, reason: str, tmp_path: Path) -> None:
    body = zlib.compress(b"BT /F 10 Tf 20 150 Td (Ada) Tj ET")
    data = (
        one_page("x" * len(body))
        .replace(b"x" * len(body), body)
        .replace(b"<</Length", f"<</Filter /FlateDecode {parms} /Length".encode())
    )
    assert read(data, tmp_path)[1] == [reason]


def test_text_that_is_not_drawn_is_no_text(tmp_path: Path) -> None:
    names = " ".join(f"/g{n}" for n in range(26))
    coding = f"<</Type /Encoding /Differences [65 {names}]>> /FirstChar 65 /LastChar 90 /Widths [{'600 ' * 26}]"
    font = f"<</Type /Font /Subtype /Type1 /BaseFont /Garbage /Encoding {coding}>>"
    page = PAGE.replace("5 0 R", "4 0 R").replace("6 0 R", "5 0 R")
    data = raw(
        TREE[0],
        "<</Type /Pages /Count 1 /Kids [3 0 R]>>",
        page,
        "<<>>\nstream\nBT /F 10 Tf 20 150 Td (LAPORAN) Tj ET",
        font,
    )
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    with open_document(path) as document:
        assert read_page(document, 1).text.verdict == "implausible"


def test_what_is_encrypted_and_cut_off_is_both(tmp_path: Path) -> None:
    begin = streams(THREE)
    data = THREE
    for start, end in begin:
        data = data[:start] + bytes((b * 7 + 13) % 256 for b in data[start:end]) + data[end:]
    with pytest.raises(EncryptedInput, match="damaged or cut off"):
        read(data[: data.index(b"xref\n0 ")], tmp_path)


def test_pages_that_cannot_be_found_are_damage(tmp_path: Path) -> None:
    with pytest.raises(DamagedInput, match="not a single page"):
        read(b"%PDF-1.7\n1 0 obj\n<</Type /Page>>\nendobj\n", tmp_path)


def test_other_engines_see_the_mended_file(tmp_path: Path) -> None:
    path = tmp_path / "uji.pdf"
    path.write_bytes(THREE.replace(b"startxref", b"startxxxx").replace(b"xref\n0", b"xxxx\n0"))
    with mended_copy(path, None) as copy:
        assert copy is not None
        with open_document(copy) as document:
            assert (document.n_pages, document.damage) == (3, Damage())
    assert not copy.exists()


def test_nothing_is_made_of_what_cannot_be_mended(tmp_path: Path) -> None:
    path = tmp_path / "uji.pdf"
    path.write_bytes(b"%PDF-1.4\nnothing")
    with mended_copy(path, None) as copy:
        assert copy is None
