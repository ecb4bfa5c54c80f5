"""What counts as a rule, what as shading, and what cannot be seen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from extractor.model.page import Fill, Page, Rule
from tests.readers_pdf.kertas import HEIGHT, Paint, one_page, pdf, read


def page_of(paint: Paint, folder: Path) -> Page:
    return read(pdf(paint), folder)[0]


def lines_of(page: Page) -> list[tuple[str, int, int, int]]:
    """(- or |, position, start, end) with y upwards as painted, in whole points."""

    def line(rule: Rule) -> tuple[str, int, int, int]:
        if rule.horizontal:
            return "-", round(HEIGHT - rule.pos), round(rule.start), round(rule.end)
        return "|", round(rule.pos), round(HEIGHT - rule.end), round(HEIGHT - rule.start)

    return [line(rule) for rule in page.rules]


def fills_of(page: Page) -> list[tuple[int, int, int, int]]:
    """(x, y, width, height) with y upwards."""

    def box(fill: Fill) -> tuple[int, int, int, int]:
        left, bottom = round(fill.x0), round(HEIGHT - fill.bottom)
        return left, bottom, round(fill.x1) - left, round(HEIGHT - fill.top) - bottom

    return [box(fill) for fill in page.fills]


def filled(x: float, y: float, width: float, height: float, gray: float = 0.0) -> Paint:
    def paint(canvas: Canvas) -> None:
        canvas.setFillGray(gray)
        canvas.rect(x, y, width, height, stroke=0, fill=1)

    return paint


def both(*paints: Paint) -> Paint:
    def paint(canvas: Canvas) -> None:
        for one in paints:
            one(canvas)

    return paint


def stroke(*points: tuple[float, float], width: float = 0.5, close: bool = False) -> Paint:
    def paint(canvas: Canvas) -> None:
        canvas.setLineWidth(width)
        path = canvas.beginPath()
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        if close:
            path.close()
        canvas.drawPath(path, stroke=1, fill=0)

    return paint


RULES: list[tuple[str, Paint, list[tuple[str, int, int, int]]]] = [
    ("stroke across", stroke((20, 100), (220, 100)), [("-", 100, 20, 220)]),
    ("stroke up", stroke((20, 50), (20, 150)), [("|", 20, 50, 150)]),
    ("stroke drawn backwards", stroke((220, 100), (20, 100)), [("-", 100, 20, 220)]),
    ("stroke that leans by less than a point", stroke((20, 100), (220, 100.6)), [("-", 100, 20, 220)]),
    ("stroke that slants", stroke((20, 100), (220, 120)), []),
    ("stroked box", stroke((20, 50), (220, 50), (220, 150), (20, 150), close=True),
     [("-", 50, 20, 220), ("|", 220, 50, 150), ("-", 150, 20, 220), ("|", 20, 50, 150)]),
    ("open path of two sides", stroke((20, 150), (20, 50), (220, 50)), [("|", 20, 50, 150), ("-", 50, 20, 220)]),
    ("thin fill across", filled(20, 100, 200, 0.5), [("-", 100, 20, 220)]),
    ("thin fill up", filled(20, 50, 0.5, 100), [("|", 20, 50, 150)]),
    ("thick fill is still a rule", filled(20, 100, 200, 2.0), [("-", 101, 20, 220)]),
    ("dot in a corner", filled(20, 100, 0.5, 0.5), []),
    ("square of two points", filled(20, 100, 2, 2), []),
    ("short piece", filled(20, 100, 4, 0.5), [("-", 100, 20, 24)]),
    ("double rule", both(filled(20, 100, 200, 0.5), filled(20, 98, 200, 0.5)), [("-", 100, 20, 220), ("-", 98, 20, 220)]),
    ("thick beside thin", both(filled(20, 100, 200, 1.4), filled(20, 97.6, 200, 0.3)),
     [("-", 101, 20, 220), ("-", 98, 20, 220)]),
]  # fmt: skip


@pytest.mark.parametrize("paint, wanted", [case[1:] for case in RULES], ids=[case[0] for case in RULES])
def test_rules(paint: Paint, wanted: list[tuple[str, int, int, int]], tmp_path: Path) -> None:
    page = page_of(paint, tmp_path)
    assert lines_of(page) == wanted
    assert page.fills == ()


@pytest.mark.parametrize("thickness", [0.3, 0.5, 1.4])
@pytest.mark.parametrize("make", [lambda t: stroke((20, 100), (220, 100), width=t), lambda t: filled(20, 100, 200, t)])
def test_a_rule_knows_its_thickness(make: Callable[[float], Paint], thickness: float, tmp_path: Path) -> None:
    (rule,) = page_of(make(thickness), tmp_path).rules
    assert rule.thickness == pytest.approx(thickness, abs=0.05)
    assert rule.dark


def test_a_dashed_stroke_is_one_rule(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.setDash(2, 1.5)
        canvas.line(20, 100, 220, 100)

    assert lines_of(page_of(paint, tmp_path)) == [("-", 100, 20, 220)]


def test_one_path_may_hold_many_rules(tmp_path: Path) -> None:
    """Printer drivers put all the rules of a table into one filled path."""
    content = " ".join(f"20 {y} 200 0.5 re" for y in (60, 80, 100)) + " f"
    page = read(one_page(content), tmp_path)[0]
    assert lines_of(page) == [("-", 60, 20, 220), ("-", 80, 20, 220), ("-", 100, 20, 220)]


def test_white_rules_are_marked(tmp_path: Path) -> None:
    page = page_of(both(filled(20, 100, 200, 0.5, gray=1.0), filled(20, 80, 200, 0.5, gray=0.5)), tmp_path)
    assert [rule.dark for rule in page.rules] == [False, True]


SHADING: list[tuple[str, Paint, list[tuple[int, int, int, int]]]] = [
    ("a shaded cell", filled(20, 80, 200, 30, gray=0.85), [(20, 80, 200, 30)]),
    ("one rectangle a text line", both(filled(20, 95, 200, 15, gray=0.85), filled(20, 80, 200, 15, gray=0.85)),
     [(20, 95, 200, 15), (20, 80, 200, 15)]),
    ("with a padding strip above", both(filled(20, 80, 200, 30, gray=0.85), filled(20, 110, 200, 2, gray=0.85)),
     [(20, 80, 200, 30)]),
    ("with a padding strip at the side", both(filled(20, 80, 200, 30, gray=0.85), filled(18, 80, 2, 30, gray=0.85)),
     [(20, 80, 200, 30)]),
    ("a strip painted first", both(filled(20, 110, 200, 2, gray=0.85), filled(20, 80, 200, 30, gray=0.85)),
     [(20, 80, 200, 30)]),
    ("a white cell", filled(20, 80, 200, 30, gray=1.0), [(20, 80, 200, 30)]),
]  # fmt: skip


@pytest.mark.parametrize("paint, wanted", [case[1:] for case in SHADING], ids=[case[0] for case in SHADING])
def test_shading_is_no_rule(paint: Paint, wanted: list[tuple[int, int, int, int]], tmp_path: Path) -> None:
    page = page_of(paint, tmp_path)
    assert fills_of(page) == wanted
    assert page.rules == ()


def test_a_rule_along_shading_of_another_colour_is_a_rule(tmp_path: Path) -> None:
    page = page_of(both(filled(20, 80, 200, 30, gray=0.85), filled(20, 110, 200, 0.5)), tmp_path)
    assert (lines_of(page), fills_of(page)) == ([("-", 110, 20, 220)], [(20, 80, 200, 30)])


def test_a_rule_away_from_shading_of_its_colour_is_a_rule(tmp_path: Path) -> None:
    page = page_of(both(filled(20, 80, 200, 30, gray=0.5), filled(20, 140, 200, 0.5, gray=0.5)), tmp_path)
    assert lines_of(page) == [("-", 140, 20, 220)]


def test_fills_say_their_colour_and_whether_they_are_white(tmp_path: Path) -> None:
    def blue(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.2, 0.4, 1.0)
        canvas.rect(20, 20, 50, 20, stroke=0, fill=1)

    fills = page_of(both(filled(20, 80, 200, 30, gray=1.0), blue), tmp_path).fills
    assert [(f.white, f.colour) for f in fills] == [(True, 0xFFFFFF), (False, 0x3366FF)]


LINE = filled(20, 100, 200, 0.5)
COVER = filled(10, 90, 250, 20, gray=1.0)


@pytest.mark.parametrize(
    "paint, seen",
    [
        (both(LINE, COVER), 0),
        (both(COVER, LINE), 1),
        (both(LINE, filled(10, 90, 100, 20, gray=1.0)), 1),
        (both(LINE, filled(10, 90, 250, 20, gray=0.8)), 0),
        (both(LINE, filled(10, 101, 250, 20, gray=1.0)), 1),
        (both(stroke((20, 100), (220, 100)), COVER), 0),
    ],
    ids=["painted over", "painted after", "half painted over", "under grey", "beside it", "stroke painted over"],
)
def test_a_rule_under_a_later_fill_is_not_seen(paint: Paint, seen: int, tmp_path: Path) -> None:
    assert len(page_of(paint, tmp_path).rules) == seen


def form(content: str, matrix: str = "1 0 0 1 0 0", resources: str = "") -> str:
    return (
        f"<</Type /XObject /Subtype /Form /BBox [0 0 300 200] /Matrix [{matrix}] "
        f"/Resources <<{resources}>>>>\nstream\n{content}"
    )


@pytest.mark.parametrize(
    "place, wanted",
    [
        ("1 0 0 1 0 0", [("-", 30, 10, 60)]),
        ("1 0 0 1 20 100", [("-", 130, 30, 80)]),
        ("2 0 0 2 20 10", [("-", 70, 40, 140)]),
        ("0 1 -1 0 100 0", [("|", 70, 10, 60)]),
    ],
)
def test_rules_of_a_form_stand_where_it_is_placed(
    place: str, wanted: list[tuple[str, int, int, int]], tmp_path: Path
) -> None:
    data = one_page(f"q {place} cm /X Do Q", "/XObject <</X 6 0 R>>", form("10 30 50 0.4 re f"))
    assert lines_of(read(data, tmp_path)[0]) == wanted


def test_forms_inside_forms_move_together(tmp_path: Path) -> None:
    inner = form("10 30 50 0.4 re f 0.5 w 10 30 m 10 60 l S", matrix="1 0 0 1 5 0")
    outer = form("q 1 0 0 1 100 0 cm /Y Do Q", matrix="1 0 0 1 0 50", resources="/XObject <</Y 7 0 R>>")
    data = one_page("q 1 0 0 1 10 10 cm /X Do Q", "/XObject <</X 6 0 R>>", outer, inner)
    assert lines_of(read(data, tmp_path)[0]) == [("-", 90, 125, 175), ("|", 125, 90, 120)]


def test_letters_drawn_as_outlines_are_neither_rules_nor_shading(tmp_path: Path) -> None:
    """Filled paths with curves, and small polygons that are no rectangles."""
    letter_o = "30 50 m 30 58 40 58 40 50 c 40 42 30 42 30 50 c 33 50 m 33 55 37 55 37 50 c 37 45 33 45 33 50 c f"
    letter_v = "60 60 m 62 60 l 65 52 l 68 60 l 70 60 l 66 48 l 64 48 l 60 60 l f"
    page = read(one_page(f"{letter_o} {letter_v}"), tmp_path)[0]
    assert (page.rules, page.fills) == ((), ())


def test_what_is_drawn_outside_of_the_page_is_left_out(tmp_path: Path) -> None:
    page = page_of(both(filled(20, 240, 100, 0.5), filled(-90, 20, 50, 20, gray=0.8), LINE), tmp_path)
    assert (lines_of(page), page.fills) == ([("-", 100, 20, 220)], ())


def test_transparent_paint_is_not_seen(tmp_path: Path) -> None:
    data = one_page("/G gs 20 100 200 0.5 re f 20 20 50 30 re f", "/ExtGState <</G <</ca 0.05>>>>")
    page = read(data, tmp_path)[0]
    assert (page.rules, page.fills) == ((), ())


@pytest.mark.parametrize("paint", ["/ca 0.4", "/BM /Multiply"])
def test_a_rule_under_see_through_shading_is_seen(paint: str, tmp_path: Path) -> None:
    """Highlighting and tinted table styles are painted over the rules."""
    content = "20 100 200 0.5 re f /G gs 1 1 0 rg 10 90 250 20 re f"
    page = read(one_page(content, f"/ExtGState <</G <<{paint}>>>>"), tmp_path)[0]
    assert lines_of(page) == [("-", 100, 20, 220)]
