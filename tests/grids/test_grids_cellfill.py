"""Cells that show only by their shading, as Word and others paint it."""

from itertools import pairwise

import pytest

from extractor.grids.cellfill import rules_around, shaded_cells
from extractor.model.body import dense
from extractor.model.page import Fill, Word
from tests.grids.kisi import across, filled, grids, one, word, words

GREY, BLUE = 0xF2F2F2, 0x8DB3E2
PAD = 5.4


def word_cell(x0: float, top: float, x1: float, bottom: float, lines: int, *, above: float = 0.0) -> list[Fill]:
    """A cell as Word shades it: strips as high as the text on both sides, a fill for each line, one for what is left."""
    start, end = top + above, top + above + 10.0 * lines
    parts = [
        Fill(x0, start, x0 + PAD, end, colour=GREY),
        Fill(x1 - PAD, start, x1, end, colour=GREY),
        *(Fill(x0 + PAD, start + 10 * n, x1 - PAD, start + 10 * (n + 1), colour=GREY) for n in range(lines)),
    ]
    rests = [(top, start), (end, bottom)]
    return parts + [Fill(x0, a, x1, b, colour=GREY) for a, b in rests if b - a > 0.5]


def box(fill: Fill) -> tuple[float, float, float, float]:
    return (round(fill.x0), round(fill.top), round(fill.x1), round(fill.bottom))


@pytest.mark.parametrize(
    "fills, wanted",
    [
        (word_cell(50, 60, 120, 80, 2) + word_cell(50, 80, 120, 100, 2), [(50, 60, 120, 80), (50, 80, 120, 100)]),
        (word_cell(50, 60, 120, 90, 1) + word_cell(50, 90, 120, 110, 1), [(50, 60, 120, 90), (50, 90, 120, 110)]),
        (word_cell(50, 60, 120, 84, 1, above=7), [(50, 60, 120, 84)]),
        ([Fill(50, 60, 120, 80, colour=GREY), Fill(55, 60, 115, 70, colour=GREY)], [(50, 60, 120, 80)]),
    ],
    ids=["text fills the cell", "rest below", "text in the middle", "one rectangle and its text lines"],
)
def test_shaded_cells(fills: list[Fill], wanted: list[tuple[float, float, float, float]]) -> None:
    assert sorted(map(box, shaded_cells(fills))) == wanted


def test_an_empty_cell_above_a_row_is_no_part_of_the_cell_below() -> None:
    """The row of the neighbour surely begins there: the rest of a row that the page end cut."""
    fills = [Fill(50, 60, 120, 70, colour=GREY), *word_cell(50, 70, 120, 90, 2)]
    fills += word_cell(120, 60, 200, 70, 1) + word_cell(120, 70, 200, 90, 2)
    wanted = [(50, 60, 120, 70), (50, 70, 120, 90), (120, 60, 200, 70), (120, 70, 200, 90)]
    assert sorted(map(box, shaded_cells(fills))) == wanted


TEXTS = [["Misi", "Tujuan", "Arah"], ["satu", "dua", "tiga"], ["", "", "empat"]]
COLUMNS, LINES = [50.0, 120.0, 210.0, 290.0], [60.0, 80.0, 100.0, 120.0]
SHADED = [
    *(Fill(a, 60, b, 80, colour=BLUE) for a, b in pairwise(COLUMNS)),
    *word_cell(50, 80, 120, 120, 1),
    *word_cell(120, 80, 210, 120, 1),
    *word_cell(210, 80, 290, 100, 2),
    *word_cell(210, 100, 290, 120, 2),
]


def test_a_table_of_shading_only() -> None:
    grid = one([], filled(TEXTS, COLUMNS, LINES), SHADED)
    assert dense(grid) == TEXTS
    assert [(c.row, c.col, c.row_span) for c in grid.cells if c.row_span > 1] == [(1, 0, 2), (1, 1, 2)]


@pytest.mark.parametrize("printed", [[], filled([["Misi", "", ""]], COLUMNS, LINES)], ids=["no words", "one word"])
def test_artwork_is_no_table(printed: list[Word]) -> None:
    assert rules_around(SHADED, [], printed) == []


def test_shading_inside_a_ruled_area_adds_no_rules() -> None:
    assert rules_around(SHADED, [(50, 60, 290, 120)], filled(TEXTS, COLUMNS, LINES)) == []


def test_a_bar_of_shading_is_no_table() -> None:
    assert grids([], [word("Bagian", 60, 63)], [Fill(50, 60, 290, 75, colour=BLUE)]) == []


def test_a_shaded_header_over_rows_of_white_space_is_left_to_the_words() -> None:
    heads = [f for f in SHADED if f.top < 80] + [Fill(a, 45, b, 60, colour=BLUE) for a, b in pairwise(COLUMNS)]
    printed = filled([["No", "Tahun", ""], ["", "2024", "2025"], ["1", "80", "81"]], COLUMNS, [46.0, 60.0, 80.0])
    assert rules_around(heads, [], printed) == []
    assert rules_around(heads, [], [w for w in printed if w.top < 80]) != []


def test_marked_lines_are_no_table() -> None:
    """Coloured by hand over part of the columns: the rows go on at the left."""
    codes = [word(f"5.2.{n}", 10, y) for n, y in enumerate((65, 85, 105))]
    assert rules_around(SHADED, [], [*codes, *filled(TEXTS, COLUMNS, LINES)]) == []


def test_shading_parts_rows_of_columns_that_only_gaps_show() -> None:
    xs, ys = [50.0, 120.0, 210.0, 290.0], [60.0, 80.0, 120.0, 140.0]
    rules = [across(y, a + 0.5, b - 0.5) for y in ys for a, b in pairwise(xs)]
    shade = [Fill(50.0, 80.0, 120.0, 120.0, False, 0xDDEEFF), Fill(120.0, 80.0, 290.0, 100.0, False, 0xDDEEFF)]
    texts = filled(
        [["Sasaran", "Indikator", "Target"], ["Mutu", "Indeks", "1 Dokumen"], ["Niaga", "Nilai", "70"]], xs, ys
    )
    goes_on = [
        *words("ruang", 53, 92),
        *words("kota", 53, 98),
        *words("Jumlah", 123, 105),
        *words("3 Dokumen", 213, 105),
    ]
    made = one(rules, [*texts, *goes_on], shade)
    assert [row[1:] for row in dense(made)][1:3] == [["Indeks", "1 Dokumen"], ["Jumlah", "3 Dokumen"]]
    assert dense(made)[1][0] == "Mutu ruang kota"
