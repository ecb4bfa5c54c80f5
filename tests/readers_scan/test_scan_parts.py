"""Parts of reading a scan that need no engine: skew, rules, cutting boxes at rules, borders between words."""

from typing import Any

import pytest

from extractor.readers.scan.engine import Reading, Token
from extractor.readers.scan.faint import prolonged
from extractor.readers.scan.image import Picture
from extractor.readers.scan.ink import find_ink
from extractor.readers.scan.rules import Line, find_rules
from extractor.readers.scan.shade import find_shades
from extractor.readers.scan.turn import find_skew, straighten
from extractor.readers.scan.words import (
    InkLine,
    InkWord,
    _is_part,
    _is_rest_of_rule,
    _parted,
    _row_of,
    _spans,
    cut_at_rules,
)

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


LINE, ACROSS = Line(False, 300, 100, 500, 2), Line(True, 200, 100, 500, 2)


@pytest.mark.parametrize(
    ("text", "x0", "middle", "rest"),
    [
        ("—", 304, 150, True),
        ("-", 340, 150, False),
        ("—", 340, 202, True),
        ("—", 340, 230, False),
        ("1", 304, 150, False),
    ],
    ids=["on a vertical rule", "in a cell", "on a horizontal rule", "under one", "a figure"],
)
def test_rests_of_rules_are_no_dashes(text: str, x0: int, middle: int, rest: bool) -> None:
    numpy = pytest.importorskip("numpy")
    ink = numpy.zeros((600, 600), "uint8")
    ink[middle - 1 : middle + 1, x0 : x0 + 12] = 255
    word = InkWord(text, x0, x0 + 12, middle + 8, 20, False)
    assert _is_rest_of_rule(word, ink, [LINE, ACROSS], SCALE) is rest


def ink_line(text: str, box: tuple[int, int, int, int]) -> InkLine:
    return InkLine(box, Reading((Token(text, (0.5,)),), 1.0), box[1], box[3], 2.0)


@pytest.mark.parametrize(
    ("text", "box", "part"),
    [
        ("ASI", (160, 95, 240, 130), True),
        ("ASI", (260, 95, 330, 130), False),
        ("80", (160, 95, 240, 130), False),
        ("ASI", (160, 140, 240, 170), False),
    ],
    ids=["its end again", "beside it", "something else", "under it"],
)
def test_ink_is_not_read_twice(text: str, box: tuple[int, int, int, int], part: bool) -> None:
    assert _is_part(ink_line(text, box), [ink_line("REALISASI", (100, 100, 200, 130))]) is part


def test_lines_set_tightly_are_parted_in_the_middle() -> None:
    box, below, beside = (100, 100, 300, 130), (100, 120, 300, 150), (310, 118, 400, 150)
    assert _row_of(box, [box, below, beside]) == (100, 126)
    assert _row_of(below, [box, below, beside]) == (125, 150)


def shades(level: int, *boxes: tuple[int, int, int, int], noise: float = 14.0) -> Any:
    """Noisy paper with boxes that are `level` grey levels darker."""
    numpy = pytest.importorskip("numpy")
    pixels = 230 + numpy.random.default_rng(1).normal(0, noise, (1000, 1000))
    for x0, top, x1, bottom in boxes:
        pixels[top:bottom, x0:x1] -= level
    return pixels.clip(0, 255).astype("uint8")


FRAME = [Line(False, 200, 100, 900, 3), Line(False, 800, 100, 900, 3)]


@pytest.mark.parametrize(
    ("level", "boxes", "text", "expected"),
    [
        (25, [(200, 300, 800, 302)], [], (200, 800)),
        (25, [(200, 300, 500, 302)], [], (200, 500)),
        (25, [(200, 300, 650, 302)], [], (200, 500)),
        (0, [], [], (200, 500)),
        (25, [(200, 300, 800, 302)], [(520, 285, 780, 315)], (200, 500)),
        (25, [(200, 290, 800, 312)], [], (200, 500)),
    ],
    ids=["faint to the frame", "ends", "ends half way", "white paper", "through letters", "a bar"],
)
def test_faint_rules_go_on(
    level: int, boxes: list[tuple[int, int, int, int]], text: list[tuple[int, int, int, int]], expected: tuple[int, int]
) -> None:
    line = Line(True, 301, 200, 500, 2)
    found = [i for i in prolonged([line, *FRAME], shades(level, *boxes), SCALE, text) if i.horizontal]
    assert [(i.start, i.end) for i in found] == [expected]


@pytest.mark.parametrize(
    ("boxes", "expected"),
    [
        ([(499, 200, 502, 240)], [(200, 240), (400, 700)]),
        ([(499, 210, 502, 230)], [(400, 700)]),
        ([(499, 200, 502, 240), (503, 205, 520, 235)], [(400, 700)]),
        ([], [(400, 700)]),
    ],
    ids=["from rule to rule", "a letter", "among letters", "white"],
)
def test_upright_pieces_of_low_rows(boxes: list[tuple[int, int, int, int]], expected: list[tuple[int, int]]) -> None:
    rows = [Line(True, y, 200, 800, 2) for y in (200, 240, 400, 700)]
    found = prolonged([Line(False, 500, 400, 700, 3), *rows], shades(90, *boxes), SCALE)
    assert [(i.start, i.end) for i in found if not i.horizontal] == expected


@pytest.mark.parametrize(
    ("level", "boxes", "letters", "expected"),
    [
        (40, [(200, 300, 800, 360)], [], [(200, 300, 800, 360)]),
        (40, [(200, 300, 800, 360)], [(260, 315, 400, 340)], [(200, 300, 800, 360)]),
        (40, [(200, 300, 800, 360), (200, 420, 800, 500)], [], [(200, 300, 800, 360), (200, 420, 800, 500)]),
        (5, [(200, 300, 800, 360)], [], []),
        (40, [(200, 300, 800, 310)], [], []),
        (40, [(200, 300, 400, 500), (400, 300, 800, 340)], [], []),
    ],
    ids=["plain", "under letters", "two rows", "paper", "a rule", "no box"],
)
def test_shading(
    level: int,
    boxes: list[tuple[int, int, int, int]],
    letters: list[tuple[int, int, int, int]],
    expected: list[tuple[int, int, int, int]],
) -> None:
    pixels = shades(level, *boxes, noise=5.0)
    for x0, top, x1, bottom in letters:
        pixels[top:bottom:3, x0:x1:4] = 30
    found = [tuple(v * SCALE for v in fill.bbox) for fill in find_shades(pixels, SCALE)]
    assert found == [pytest.approx(box, abs=2) for box in expected]
