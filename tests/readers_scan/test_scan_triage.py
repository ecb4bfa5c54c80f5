"""Triage of a page with a fake OCR engine: which reading is taken, what is kept of the other, what is said about it."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extractor import pipeline
from extractor.model.options import Options
from extractor.model.page import Page, PageText, Word
from extractor.readers import scan, triage
from extractor.readers.pdf import Document, open_document, read_page
from tests.readers_pdf.kertas import one_page

SENTENCES = (
    "Dinas Perpustakaan melaksanakan pengelolaan arsip daerah",
    "Realisasi anggaran program pelayanan administrasi perkantoran",
    "Peningkatan sarana pelayanan kepada masyarakat kabupaten",
    "Capaian kinerja sasaran strategis tahun berjalan meningkat",
)
WIDTH, HEIGHT = 595, 842


def shifted(text: str) -> str:
    """Letters as a font without a usable encoding gives them."""
    return "".join(chr((ord(c.lower()) - 97 + 3) % 26 + 97) if c.isalpha() else c for c in text)


def paper(path: Path, texts: tuple[str, ...], mode: int = 0, image: str = "") -> Path:
    """A page with lines of text in a render mode, and an image of the whole page `before` or `after` them."""
    from PIL import Image

    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT))
    white = ImageReader(Image.new("L", (60, 84), 255))
    if image == "before":
        canvas.drawImage(white, 0, 0, WIDTH, HEIGHT)
    text = canvas.beginText(72, 700)
    text.setTextRenderMode(mode)
    for line in texts:
        text.textLine(line)
    canvas.drawText(text)
    if image == "after":
        canvas.drawImage(white, 0, 0, WIDTH, HEIGHT)
    canvas.save()
    return path


def engine(texts: tuple[str, ...], verdict: PageText) -> triage.Scanner:
    """A scanner that reads these lines in every page."""

    def read(_document: Document, _number: int, page: Page, _seconds: float = 0) -> Page:
        words = [
            Word(word, 72 + 60 * i, 100 + 14 * row, 120 + 60 * i, 110 + 14 * row, 10)
            for row, line in enumerate(texts)
            for i, word in enumerate(line.split())
        ]
        return replace(page, words=tuple(words), text=verdict)

    return read


GOOD, POOR = PageText("good", scan.REASON), PageText("implausible", "text in the image is hardly legible")
OWN = tuple(line.upper() for line in SENTENCES)


def settled(path: Path, scanner: triage.Scanner | None) -> Page:
    with open_document(path) as document:
        return triage.settle(document, 1, read_page(document, 1), scanner)


@pytest.mark.parametrize("image", ["", "before"])
def test_good_layer_is_taken_without_asking_the_engine(image: str, tmp_path: Path) -> None:
    def never(_document: Document, _number: int, _page: Page) -> Page:
        raise AssertionError("the engine was asked")

    page = settled(paper(tmp_path / "a.pdf", SENTENCES, image=image), never)
    assert (page.text, page.layer) == (PageText("good"), None)


def test_enciphered_layer_is_read_again(tmp_path: Path) -> None:
    page = settled(paper(tmp_path / "a.pdf", tuple(map(shifted, SENTENCES))), engine(OWN, GOOD))
    assert page.words[0].text == "DINAS"
    assert page.layer is not None
    assert page.layer.text.startswith(shifted("Dinas"))
    assert (page.layer.words, page.layer.own) == (0, 96)
    assert page.layer.reason == "only 22% of its letters stand where letters do"


@pytest.mark.parametrize(
    ("mode", "image", "reason"), [(3, "before", "hidden under the image"), (0, "after", "image over its text")]
)
def test_layer_that_nobody_sees_is_read_again(mode: int, image: str, reason: str, tmp_path: Path) -> None:
    page = settled(paper(tmp_path / "a.pdf", SENTENCES, mode, image), engine(OWN, GOOD))
    assert page.words[0].text == "DINAS"
    assert page.layer is not None
    assert (page.layer.reason, page.layer.text.split()[0]) == (reason, "Dinas")


def test_hidden_layer_is_taken_where_the_image_is_not_legible(tmp_path: Path) -> None:
    page = settled(paper(tmp_path / "a.pdf", SENTENCES, 3, "before"), engine(("x1 qq zz",), POOR))
    assert (page.words[0].text, page.text) == ("Dinas", PageText("good", triage.HIDDEN))
    assert page.layer is not None
    assert page.layer.text == "x1 qq zz"


def test_hidden_layer_that_is_no_language_is_not(tmp_path: Path) -> None:
    page = settled(paper(tmp_path / "a.pdf", tuple(map(shifted, SENTENCES)), 3, "before"), engine((), POOR))
    assert page.text.verdict == "implausible"
    assert page.layer is not None
    assert page.layer.words == 0


@pytest.mark.parametrize(
    ("mode", "image", "texts"), [(0, "", tuple(map(shifted, SENTENCES))), (3, "before", SENTENCES)]
)
def test_without_the_engine_nothing_is_delivered(
    mode: int, image: str, texts: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scan, "available", lambda: False)
    laporan = pipeline.run(paper(tmp_path / "a.pdf", texts, mode, image), Options())
    assert laporan.status == "partial"
    assert [t.code for t in laporan.temuan if t.code.startswith("PAGE")] == ["PAGE-UNREAD", "PAGE-LAYER"]
    assert "pip install" in laporan.temuan[0].message.en
    (halaman,) = laporan.halaman
    assert (halaman.page, halaman.source) == (1, "none")
    assert halaman.layer is not None


def test_whole_run_keeps_both_readings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "available", lambda: True)
    monkeypatch.setattr(scan, "read_scan", engine(OWN, GOOD))
    monkeypatch.setattr(scan, "engine_names", lambda: "fake 1")
    laporan = pipeline.run(paper(tmp_path / "a.pdf", SENTENCES, 3, "before"), Options())
    assert (laporan.status, laporan.run.engines["ocr"]) == ("complete", "fake 1")
    (halaman,) = laporan.halaman
    assert (halaman.source, halaman.layer_words, halaman.own_words) == ("ocr", 96, 96)
    assert "PAGE-LAYER" in [t.code for t in laporan.temuan]


NAMES = " ".join(f"/g{code}" for code in range(26))
NAMELESS = (
    f"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding <</Type /Encoding /Differences [65 {NAMES}]>> >>"
)
"""A font whose glyphs have names of its own and no table of letters."""


def half_lost(path: Path) -> Path:
    """A page with a good line, and a line of which the font does not say the letters."""
    content = (
        "BT /F 10 Tf 40 160 Td (Dinas melaksanakan pengelolaan arsip daerah) Tj /N 10 Tf 0 -20 Td (JUMLAHPEGAWAI) Tj ET"
    )
    path.write_bytes(one_page(content, "", NAMELESS).replace(b"/F 5 0 R", b"/F 5 0 R /N 6 0 R"))
    return path


def test_only_the_words_of_a_font_without_letters_are_lost(tmp_path: Path) -> None:
    with open_document(half_lost(tmp_path / "a.pdf")) as document:
        page = read_page(document, 1)
    assert " ".join(w.text for w in page.words) == "Dinas melaksanakan pengelolaan arsip daerah"
    assert [w.text for w in page.lost] == ["JUMLAHPEGAWAI"]
    assert page.text == PageText("good", "13 of 13 characters have no meaning")


@pytest.mark.parametrize(
    ("unread", "status", "severity"),
    [(False, "complete", "I"), (True, "partial", "W")],
)
def test_lost_words_are_read_from_the_image(
    unread: bool, status: str, severity: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(_document: Document, _number: int, page: Page, _seconds: float = 0) -> Page:
        (lost,) = page.lost
        words = () if unread else (replace(lost, text="JUMLAH"),)
        left = page.lost if unread else ()
        return replace(page, words=(*page.words, *words), lost=left, text=PageText("good", scan.PART))

    monkeypatch.setattr(scan, "available", lambda: True)
    monkeypatch.setattr(scan, "read_part", read)
    monkeypatch.setattr(scan, "engine_names", lambda: "fake 1")
    laporan = pipeline.run(half_lost(tmp_path / "a.pdf"), Options())
    (found,) = (t for t in laporan.temuan if t.code == "PAGE-LAYER")
    assert (laporan.status, found.severity) == (status, severity)
    assert [h.source for h in laporan.halaman] == ["part"]
    assert ("JUMLAH" in laporan.teks[-1].text) is not unread
    assert laporan.halaman[0].layer == "JUMLAHPEGAWAI"


def test_lost_words_without_an_engine_are_not_delivered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "available", lambda: False)
    laporan = pipeline.run(half_lost(tmp_path / "a.pdf"), Options())
    assert (laporan.status, [t.text for t in laporan.teks]) == (
        "partial",
        ["Dinas melaksanakan pengelolaan arsip daerah"],
    )
    (found,) = (t for t in laporan.temuan if t.code == "PAGE-LAYER")
    assert found.severity == "W"


def test_lost_words_are_read_by_the_engine(tmp_path: Path) -> None:
    pytest.importorskip("rapidocr")
    pytest.importorskip("onnxruntime")
    with open_document(half_lost(tmp_path / "a.pdf")) as document:
        page = read_page(document, 1)
    (tmp_path / "b.pdf").write_bytes((tmp_path / "a.pdf").read_bytes().replace(b"/N 10 Tf", b"/F 10 Tf"))
    with open_document(tmp_path / "b.pdf") as document:
        read = scan.read_part(document, 1, page)
    assert [w.text for w in read.words] == [*(w.text for w in page.words), "JUMLAHPEGAWAI"]
    assert read.lost == ()
    assert abs(read.words[-1].x0 - page.lost[0].x0) < 2


@pytest.mark.parametrize(
    ("text", "garbled"),
    [
        ("LAPORANKINERJAINSTANSI", False),
        ("WPQDBPEGAEVBSPAEKFPEKA", True),
        ("XMLHTTPREQUEST", False),
        (shifted(SENTENCES[0]), True),
    ],
)
def test_few_words_are_judged_by_their_letters(text: str, garbled: bool, tmp_path: Path) -> None:
    with open_document(paper(tmp_path / "a.pdf", (text,))) as document:
        page = read_page(document, 1)
    assert (page.text.verdict == "implausible") is garbled
