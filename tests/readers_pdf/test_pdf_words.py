"""Which words a reader sees: hidden text is left out, what is printed comes out as it reads."""

from pathlib import Path

import pytest
from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from extractor.model.page import Word
from extractor.readers.pdf.styles import says_its_face
from tests.readers_pdf.kertas import HEIGHT, Paint, one_page, pdf, raw, read


def words_of(paint: Paint, folder: Path) -> tuple[Word, ...]:
    return read(pdf(paint), folder)[0].words


def texts_of(paint: Paint, folder: Path) -> list[str]:
    return [word.text for word in words_of(paint, folder)]


def mode(number: int) -> Paint:
    def paint(canvas: Canvas) -> None:
        text = canvas.beginText(20, 150)
        text.setTextRenderMode(number)
        text.textOut("angka")
        canvas.drawText(text)

    return paint


@pytest.mark.parametrize("number", [0, 1, 2, 4, 5, 6])
def test_text_that_is_filled_or_stroked_is_seen(number: int, tmp_path: Path) -> None:
    assert texts_of(mode(number), tmp_path) == ["angka"]


@pytest.mark.parametrize("number", [3, 7])
def test_text_that_is_neither_filled_nor_stroked_is_not(number: int, tmp_path: Path) -> None:
    assert texts_of(mode(number), tmp_path) == []


@pytest.mark.parametrize("x, y", [(-80, 100), (320, 100), (100, 230), (100, -30)])
def test_text_outside_of_the_page_is_left_out(x: float, y: float, tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.drawString(x, y, "luar")
        canvas.drawString(20, 100, "dalam")

    assert texts_of(paint, tmp_path) == ["dalam"]


@pytest.mark.parametrize("size, seen", [(0.4, False), (0.9, False), (1.2, True), (4.0, True)])
def test_text_smaller_than_a_point_is_left_out(size: float, seen: bool, tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", size)
        canvas.drawString(20, 100, "kecil")

    assert texts_of(paint, tmp_path) == ["kecil"] * seen


def test_the_size_is_that_on_the_page_not_that_of_the_font(tmp_path: Path) -> None:
    """Word writes size 1 and a matrix, Crystal Reports size 100 and a small one."""
    content = "BT /F 1 Tf 12 0 0 12 20 150 Tm (dua) Tj /F 100 Tf 0.1 0 0 0.1 20 100 Tm (satu) Tj ET"
    words = read(one_page(content), tmp_path)[0].words
    assert [(w.text, round(w.size, 1), round(w.bottom - w.top, 1)) for w in words] == [
        ("dua", 12.0, 12.2),
        ("satu", 10.0, 10.2),
    ]


def clipped(canvas: Canvas) -> None:
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(20, 140, 60, 20)
    canvas.clipPath(path, stroke=0, fill=0)
    canvas.drawString(22, 146, "dalam")
    canvas.drawString(150, 146, "kanan")
    canvas.drawString(22, 90, "bawah")
    canvas.restoreState()
    canvas.drawString(150, 90, "bebas")


def test_text_outside_of_its_clip_path_is_left_out(tmp_path: Path) -> None:
    assert texts_of(clipped, tmp_path) == ["dalam", "bebas"]


def test_an_empty_clip_path_hides_all(tmp_path: Path) -> None:
    content = "q 20 140 30 20 re W n 100 140 30 20 re W n BT /F 10 Tf 25 146 Td (nol) Tj ET Q"
    assert read(one_page(content), tmp_path)[0].words == ()


FORM = "<</Type /XObject /Subtype /Form /BBox [0 0 100 40] {} /Resources <</Font <</F 5 0 R>>>>>>\nstream\n{}"


@pytest.mark.parametrize("place", ["1 0 0 1 150 120", "0.5 0 0 0.5 20 30", "2 0 0 2 60 60"])
def test_a_clip_path_inside_a_form_hides_no_text(place: str, tmp_path: Path) -> None:
    """Its coordinates are the form's, not the page's."""
    inside = "q 0 0 90 30 re W n BT /F 10 Tf 5 10 Td (isi) Tj ET Q"
    form = FORM.format("", inside)
    page = read(one_page(f"q {place} cm /X Do Q", "/XObject <</X 6 0 R>>", form), tmp_path)[0]
    assert [w.text for w in page.words] == ["isi"]


def test_words_of_a_form_stand_where_it_is_placed(tmp_path: Path) -> None:
    form = FORM.format("/Matrix [1 0 0 1 10 0]", "BT /F 10 Tf 5 10 Td (isi) Tj ET")
    page = read(one_page("q 2 0 0 2 60 60 cm /X Do Q", "/XObject <</X 6 0 R>>", form), tmp_path)[0]
    (word,) = page.words
    assert (word.x0, word.size) == pytest.approx((60 + 2 * 15, 20), abs=0.1)
    assert word.bottom == pytest.approx(HEIGHT - (60 + 2 * 10) + 0.22 * 20, abs=0.1)


@pytest.mark.parametrize(
    "step, kept", [((0.0, 0.0), 1), ((0.4, 0.0), 1), ((0.3, 0.3), 1), ((6.0, 0.0), 2), ((0.0, 12.0), 2)]
)
def test_fake_bold_is_kept_once(step: tuple[float, float], kept: int, tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.drawString(20, 150, "JUMLAH 12")
        canvas.drawString(20 + step[0], 150 + step[1], "JUMLAH 12")

    assert sorted(texts_of(paint, tmp_path)) == sorted(["JUMLAH", "12"] * kept)


def test_equal_figures_side_by_side_are_both_kept(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        for x in (20, 60, 100):
            canvas.drawString(x, 150, "1")

    assert texts_of(paint, tmp_path) == ["1", "1", "1"]


TO_UNICODE = (
    "<<>>\nstream\n/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
    "1 begincodespacerange <00> <FF> endcodespacerange\n{} beginbfchar {} endbfchar\nendcmap end end"
)


def mapped(pairs: dict[str, str], text: str) -> bytes:
    """A page with `text` whose characters mean what `pairs` says (hexadecimal UTF-16)."""
    lines = " ".join(f"<{ord(char):02X}> <{meaning}>" for char, meaning in pairs.items())
    font = "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R>>"
    return raw(
        "<</Type /Catalog /Pages 2 0 R>>",
        "<</Type /Pages /Count 1 /Kids [3 0 R]>>",
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>>>>",
        f"<<>>\nstream\nBT /F 10 Tf 20 150 Td ({text}) Tj ET",
        font,
        TO_UNICODE.format(len(pairs), lines),
    )


@pytest.mark.parametrize(
    "meaning, read_as",
    [("FB01", "profil"), ("00660069", "profil"), ("FB02", "profll"), ("FB00", "proffl"), ("00740069", "protil")],
)
def test_ligatures_are_letters(meaning: str, read_as: str, tmp_path: Path) -> None:
    """As one character, or as several that the font draws with one shape."""
    assert [w.text for w in read(mapped({"x": meaning}, "proxl"), tmp_path)[0].words] == [read_as]


@pytest.mark.parametrize("meaning, read_as", [("FB03", "koffisien"), ("00740074", "kottsien")])
def test_wide_ligatures_split_no_word(meaning: str, read_as: str, tmp_path: Path) -> None:
    assert [w.text for w in read(mapped({"m": meaning}, "komsien"), tmp_path)[0].words] == [read_as]


def test_hard_spaces_are_spaces(tmp_path: Path) -> None:
    assert [w.text for w in read(mapped({"x": "00A0"}, "12xjuta"), tmp_path)[0].words] == ["12", "juta"]


def test_accents_are_composed(tmp_path: Path) -> None:
    page = read(mapped({"x": "00650301"}, "cafx"), tmp_path)[0]
    assert [w.text for w in page.words] == ["caf\u00e9"]


@pytest.mark.parametrize("code", ["200B", "FEFF", "200D"])
def test_characters_without_a_shape_are_dropped(code: str, tmp_path: Path) -> None:
    page = read(mapped({"x": code}, "axx b"), tmp_path)[0]
    assert [w.text for w in page.words] == ["a", "b"]


@pytest.mark.parametrize("code", ["2010", "2011", "00AD"])
def test_a_word_broken_by_a_line_end_keeps_a_hyphen(code: str, tmp_path: Path) -> None:
    data = mapped({"x": code}, "pemx) Tj 0 -12 Td (bangunan")
    assert [w.text for w in read(data, tmp_path)[0].words] == ["pem-", "bangunan"]


def spaced(text: str, char_space: float) -> Paint:
    def paint(canvas: Canvas) -> None:
        canvas.drawString(20, 150, text, charSpace=char_space)

    return paint


@pytest.mark.parametrize("char_space, count", [(0.0, 1), (0.5, 1), (0.9, 1), (-0.8, 1), (2.5, 7)])
def test_letter_spacing_makes_no_words_until_it_is_as_wide_as_a_space(
    char_space: float, count: int, tmp_path: Path
) -> None:
    words = words_of(spaced("PENUTUP", char_space), tmp_path)
    assert len(words) == count
    assert "".join(w.text for w in words) == "PENUTUP"


@pytest.mark.parametrize("gap", [2.0, 2.8, 9.0])
def test_gaps_of_justified_lines_part_words(gap: float, tmp_path: Path) -> None:
    """Word places justified words by moves, without a space between them."""

    def paint(canvas: Canvas) -> None:
        x = 20.0
        for text in ("capaian", "kinerja", "2020"):
            canvas.drawString(x, 150, text)
            x += canvas.stringWidth(text, "Helvetica", 10) + gap

    assert texts_of(paint, tmp_path) == ["capaian", "kinerja", "2020"]


def test_a_word_drawn_in_pieces_is_one(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        x = 20.0
        for text in ("1.2", "34.", "567"):
            canvas.drawString(x, 150, text)
            x += canvas.stringWidth(text, "Helvetica", 10)

    assert texts_of(paint, tmp_path) == ["1.234.567"]


def test_a_footnote_mark_is_parted_from_its_figure(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.drawString(20, 150, "91,5")
        canvas.setFont("Helvetica", 6)
        canvas.drawString(20 + canvas.stringWidth("91,5", "Helvetica", 10), 154, "1)")

    assert [(w.text, round(w.size)) for w in words_of(paint, tmp_path)] == [("91,5", 10), ("1)", 6)]


def test_a_small_change_of_size_is_one_word(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.drawString(20, 150, "K")
        canvas.setFont("Helvetica", 9)
        canvas.drawString(20 + canvas.stringWidth("K", "Helvetica", 10), 150, "INERJA")

    assert texts_of(paint, tmp_path) == ["KINERJA"]


def test_lines_one_below_the_other_are_not_one_word(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.drawString(20, 150, "atas")
        canvas.drawString(20 + canvas.stringWidth("atas", "Helvetica", 10), 138, "bawah")

    assert texts_of(paint, tmp_path) == ["atas", "bawah"]


@pytest.mark.parametrize("font, bold", [("Helvetica", False), ("Helvetica-Bold", True), ("Times-BoldItalic", True)])
def test_bold_is_known_by_the_font(font: str, bold: bool, tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.setFont(font, 10)
        canvas.drawString(20, 150, "tebal")

    assert [w.bold for w in words_of(paint, tmp_path)] == [bold]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("CIDFont+F1", False),
        ("ABCDEF+T3", False),
        ("", False),
        ("ABCDEF+BookmanOldStyle", True),
        ("Calibri,Italic", True),
    ],
)
def test_a_name_that_says_the_face_is_believed(name: str, says: bool) -> None:
    """Else the weight decides, which PDFium makes of the width that writers state for the stems."""
    assert says_its_face(name) is says


def test_words_know_their_place_in_the_file(tmp_path: Path) -> None:
    """Words come in drawing order, which need not be reading order."""

    def paint(canvas: Canvas) -> None:
        canvas.drawString(100, 50, "kedua")
        canvas.drawString(20, 150, "pertama")

    words = words_of(paint, tmp_path)
    assert [w.text for w in words] == ["kedua", "pertama"]
    assert words[0].order < words[1].order


def test_white_text_is_text(tmp_path: Path) -> None:
    """White letters on dark shading are read."""

    def paint(canvas: Canvas) -> None:
        canvas.rect(10, 140, 100, 20, fill=1)
        canvas.setFillColor(Color(1, 1, 1))
        canvas.drawString(20, 146, "Uraian")

    assert texts_of(paint, tmp_path) == ["Uraian"]
