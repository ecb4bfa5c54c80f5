"""Parts of reading a scan that need no engine: skew, rules, cutting boxes at rules, borders between words."""

from typing import Any

import pytest

from extractor.readers.scan.engine import Token
from extractor.readers.scan.image import Picture
from extractor.readers.scan.ink import find_ink
from extractor.readers.scan.rules import Line, find_rules
from extractor.readers.scan.turn import find_skew, straighten
from extractor.readers.scan.words import _parted, _spans, cut_at_rules

SCALE = 200 / 72


def paper(*boxes: tuple[int, int, int, int], skew: float = 0.0) -> Any:
    """White paper of 1000 by 1000 pixels with black boxes, leaning by `skew` degrees clockwise."""
    from PIL import Image, ImageDraw

    numpy = pytest.importorskip("numpy")
    image = Image.new("L", (1000, 1000), 255)
    for box in boxes:
        ImageDraw.Draw(image).rectangle(box, 0)
    return numpy.array(image.rotate(-skew, Image.Resampling.BICUBIC, fillcolor=255))


ROWS = tuple((150, y, 850, y + 8) for y in range(200, 800, 40))


@pytest.mark.parametrize("skew", [-2.3, -0.7, 0.0, 0.35, 1.0, 4.2])
def test_skew(skew: float) -> None:
    pixels = paper(*ROWS, skew=skew)
    assert find_skew(find_ink(pixels, SCALE), SCALE) == pytest.approx(skew, abs=0.1)
    straight = straighten(Picture(pixels, SCALE, 0))
    assert find_skew(find_ink(straight.pixels, SCALE), SCALE) == pytest.approx(0, abs=0.1)


@pytest.mark.parametrize(
    ("boxes", "expected"),
    [
        ([(100, 300, 900, 302)], [(True, 301, 100, 901)]),
        ([(100, 300, 500, 302), (508, 300, 900, 302)], [(True, 301, 100, 901)]),
        ([(100, 300, 900, 301), (100, 305, 900, 306)], [(True, 303, 100, 901)]),
        ([(300, 100, 302, 900)], [(False, 301, 100, 901)]),
        ([(100, 300, 130, 302)], []),
        ([(100, 300, 900, 340)], []),
        ([(0, 3, 999, 5)], []),
    ],
    ids=["plain", "gap closed", "double", "vertical", "short", "bar", "edge of the page"],
)
def test_rules(boxes: list[tuple[int, int, int, int]], expected: list[tuple[bool, int, int, int]]) -> None:
    found = find_rules(find_ink(paper(*boxes), SCALE), SCALE).lines
    assert [line.horizontal for line in found] == [e[0] for e in expected]
    for line, (_, pos, start, end) in zip(found, expected, strict=True):
        assert (line.pos, line.start, line.end) == pytest.approx((pos, start, end), abs=2)


def test_end_is_drawn_to_the_line_it_nearly_touches() -> None:
    found = find_rules(find_ink(paper((100, 300, 590, 302), (600, 100, 602, 900)), SCALE), SCALE).lines
    assert [line.end for line in found if line.horizontal] == pytest.approx([601], abs=1)


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ([], [(100, 400)]),
        ([Line(False, 250, 0, 900, 3)], [(100, 248), (252, 400)]),
        ([Line(False, 250, 500, 900, 3)], [(100, 400)]),
        ([Line(True, 220, 0, 900, 3)], [(100, 400)]),
        ([Line(False, 102, 0, 900, 3)], [(104, 400)]),
    ],
    ids=["none", "through", "elsewhere", "horizontal", "at the edge"],
)
def test_boxes_are_cut_at_vertical_rules(rules: list[Line], expected: list[tuple[int, int]]) -> None:
    parts = [(x0, x1) for x0, _, x1, _ in cut_at_rules((100, 200, 400, 240), rules)]
    assert [x for part in parts for x in part] == pytest.approx([x for part in expected for x in part], abs=2)


def test_word_ends_where_its_ink_ends() -> None:
    filled = [5 <= x < 40 or 48 <= x < 90 or x >= 108 for x in range(110)]
    tokens = [Token("satu", (0.09, 0.18, 0.27, 0.33)), Token("dua", (0.5, 0.64, 0.77))]
    assert _spans(tokens, filled, 30.0) == [(5, 40), (48, 90)]


@pytest.mark.parametrize(("size", "expected"), [(20, ["8.", "Prog"]), (60, ["8.Prog"])])
def test_glued_words_are_cut_at_wide_white(size: float, expected: list[str]) -> None:
    filled = [5 <= x < 20 or 40 <= x < 90 for x in range(100)]
    glued = Token("8.Prog", (0.1, 0.18, 0.45, 0.6, 0.7, 0.85))
    assert [t.text for t in _parted([glued], filled, size)] == expected
