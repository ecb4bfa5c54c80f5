"""Too many pages, too much text: what is left out is named, and the rest is read."""

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from extractor import pipeline
from extractor.model.errors import TooLarge
from extractor.model.options import Options
from extractor.readers.pdf import open_document, read_page
from extractor.readers.pdf.bounds import LONGEST_PIECE
from tests.readers_pdf.kertas import pdf


def lines(count: int) -> bytes:
    def paint(canvas: Canvas) -> None:
        for number in range(count):
            canvas.drawString(20, 190 - 9 * number, "realisasi")

    return pdf(paint)


def one_piece(length: int) -> bytes:
    return pdf(lambda canvas: canvas.drawString(20, 100, "a" * length))


@pytest.mark.parametrize(
    ("data", "most", "reason"),
    [
        (lines(20), 1_000, ""),
        (lines(20), 100, "limit: 218 characters, more than 100"),
        (one_piece(LONGEST_PIECE - 1), 200_000, ""),
        (one_piece(LONGEST_PIECE), 200_000, f"limit: {LONGEST_PIECE} characters in one piece"),
        (one_piece(50_000), 200_000, "limit: 32767 characters in one piece"),
    ],
    ids=["little", "many lines", "long", "too long", "cut off by PDFium"],
)
def test_a_page_with_too_much_text_is_not_read(data: bytes, most: int, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    with open_document(path, most_characters=most) as document:
        page = read_page(document, 1)
    limited = page.text.reason if page.text.reason.startswith("limit") else ""
    assert limited == reason
    assert bool(page.words) is not bool(reason)


def hello(canvas: Canvas) -> None:
    canvas.drawString(20, 100, "Halaman")


@pytest.mark.parametrize(
    ("pages", "most", "numbers", "beyond"),
    [
        (None, 5, [1, 2, 3, 4], None),
        (None, 4, [1, 2, 3, 4], None),
        (None, 3, [1, 2, 3], (4, "1 pages were not read (p. 4 to 4)")),
        (((2, None),), 1, [2], (3, "2 pages were not read (p. 3 to 4)")),
        (((3, 3),), 1, [3], None),
    ],
)
def test_pages_beyond_the_limit_are_named(
    pages: tuple[tuple[int, int | None], ...] | None,
    most: int,
    numbers: list[int],
    beyond: tuple[int, str] | None,
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(hello, hello, hello, hello))
    laporan = pipeline.run(path, Options(pages=pages, most_pages=most))
    assert [text.page for text in laporan.teks] == numbers
    found = [t for t in laporan.temuan if t.code == "PAGE-LIMIT"]
    assert laporan.status == ("partial" if beyond else "complete")
    assert [(t.refs[0].page, t.message.en.partition(":")[0]) for t in found] == ([beyond] if beyond else [])


def test_a_limit_that_was_changed_is_told() -> None:
    assert Options(most_pages=9, most_characters=8).recorded()["most_pages"] == "9"
    assert "most_pages" not in Options().recorded()


def test_a_page_with_too_much_text_makes_the_report_partial(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(hello, lambda canvas: canvas.drawString(20, 100, "a" * LONGEST_PIECE)))
    laporan = pipeline.run(path, Options())
    assert laporan.status == "partial"
    (found,) = [t for t in laporan.temuan if t.code == "PAGE-UNREAD"]
    assert (found.refs[0].page, "melampaui batas panjang" in found.message.id) == (2, True)


def test_a_report_without_a_page_within_limits_has_failed(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(lines(20))
    with pytest.raises(TooLarge, match="Not one page could be read: limit: 218 characters, more than 100") as failed:
        pipeline.run(path, Options(most_characters=100))
    assert "batas page_characters (100)" in failed.value.message_id
    assert "--limit" in failed.value.advice_en
