"""Words drawn in pieces through neighbouring windows come out whole, those of neighbouring cells stay apart."""

import itertools
from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.readers_pdf.kertas import Paint, pdf, read

TEXT = "Pengelolaan kearsipan daerah"


def strips(*edges: float) -> Paint:
    """A line drawn through windows, in each the letters of which something can be seen there."""

    def paint(canvas: Canvas) -> None:
        for left, right in itertools.pairwise(edges):
            canvas.saveState()
            path = canvas.beginPath()
            path.rect(left, 20, right - left, 160)
            canvas.clipPath(path, stroke=0)
            places = [20 + stringWidth(TEXT[:i], "Helvetica", 10) for i in range(len(TEXT) + 1)]
            seen = [i for i in range(len(TEXT)) if places[i] < right and places[i + 1] > left]
            canvas.drawString(places[seen[0]], 150, "".join(TEXT[i] for i in seen))
            canvas.restoreState()

    return paint


@pytest.mark.parametrize("edge", [30, 41, 48.5, 77, 83, 100, 120, 139])
def test_word_over_the_edge_of_two_windows(edge: float, tmp_path: Path) -> None:
    words = read(pdf(strips(10, edge, 290)), tmp_path)[0].words
    assert [w.text for w in sorted(words, key=lambda w: w.x0)] == TEXT.split()


def test_three_windows(tmp_path: Path) -> None:
    words = read(pdf(strips(10, 40, 70, 290)), tmp_path)[0].words
    assert [w.text for w in sorted(words, key=lambda w: w.x0)] == TEXT.split()


def test_texts_in_two_windows_stay_apart(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        for left, x, text in ((10, 60, "1.250"), (100, 104, "980")):
            canvas.saveState()
            path = canvas.beginPath()
            path.rect(left, 20, 90, 160)
            canvas.clipPath(path, stroke=0)
            canvas.drawString(x, 150, text)
            canvas.restoreState()

    assert [w.text for w in read(pdf(paint), tmp_path)[0].words] == ["1.250", "980"]
