"""What the first rows and the lines inside of cells show: titles over labels, restarts of the top rule, bars of fractions."""

from itertools import pairwise

import pytest

from extractor.grids.borders import Borders
from extractor.grids.heads import cut_titles
from extractor.model.body import dense
from extractor.model.page import Fill, Rule, Word
from tests.grids.kisi import XS, YS, Span, across, centred, edges, filled, grids, lattice, one, up, word, words

GREY = 0xD9D9D9
WIDE = [50.0, 120.0, 180.0, 240.0, 300.0]
MERGED: list[Span] = [(0, 0, 1, 1), (0, 1, 1, 3), *((r, c, 1, 1) for r in (1, 2) for c in range(4))]
BODY = [["1", "10", "20", "30"], ["2", "11", "21", "31"]]


def test_labels_under_a_title_are_a_row_of_their_own() -> None:
    printed = [
        *words("No", 60, 75),
        *centred("Capaian Kinerja Tahun", 120, 300, 63),
        *(w for text, a, b in zip(("2014", "2015", "2016"), WIDE[1:], WIDE[2:], strict=False) for w in centred(text, a, b, 78)),
        *filled(BODY, WIDE, [90.0, 110.0]),
    ]  # fmt: skip
    grid = one(edges(WIDE, [60.0, 90.0, 110.0, 130.0], MERGED), printed)
    assert dense(grid)[:2] == [["No", "Capaian Kinerja Tahun", "", ""], ["", "2014", "2015", "2016"]]
    assert [(c.row, c.col, c.row_span, c.col_span) for c in grid.cells][:2] == [(0, 0, 2, 1), (0, 1, 1, 3)]


@pytest.mark.parametrize(
    "printed",
    [
        centred("Capaian Kinerja", 120, 300, 63) + centred("Tahun 2016", 120, 300, 78),
        centred("Capaian Kinerja", 120, 300, 63) + centred("2014", 120, 180, 78) + centred("2015", 180, 240, 78),
        [w for a, b in ((120, 180), (180, 240), (240, 300)) for y in (63, 78) for w in centred("Nilai", a, b, y)],
    ],
    ids=["a title of two lines", "a label short", "no title"],
)
def test_other_lines_are_no_labels(printed: list[Word]) -> None:
    borders = Borders(
        WIDE, [60.0, 90.0, 110.0], [[True, False, False, False], [True] * 3 + [False]], [[True] * 4, [False] * 4]
    )
    assert len(cut_titles(borders, printed).ys) == 3


def header(gap: bool) -> list[Rule]:
    """A header of two groups without a rule between them; the top rule is drawn cell by cell."""
    top = [
        across(60, 50, 120),
        across(60, 120, 240) if gap else across(60, 120, 180),
        across(60, 240 if gap else 180, 300),
    ]
    return [*top, *(across(y, 50, 300) for y in (80, 100, 120)), up(50, 60, 120), up(120, 60, 120), up(300, 60, 120),
            *(up(x, 80, 120) for x in (180, 240))]  # fmt: skip


@pytest.mark.parametrize("gap, parted", [(True, True), (False, False)], ids=["where a cell begins", "elsewhere"])
def test_the_top_rule_parts_groups_of_the_header(gap: bool, parted: bool) -> None:
    printed = [
        *words("No", 60, 65),
        *centred("Pagu", 120, 240, 65),
        *centred("Fisik", 240, 300, 65),
        *filled(BODY, WIDE, [80.0, 100.0]),
    ]
    row = dense(one(header(gap), printed))[0]
    assert row == (["No", "Pagu", "", "Fisik"] if parted else ["No", "Pagu Fisik", "", ""])


def test_a_fraction_bar_is_no_row() -> None:
    xs, ys = [50.0, 120.0, 260.0, 300.0], [60.0, 80.0, 120.0]
    printed = [*filled([["No", "Rumus", "Nilai"], ["1", "", "56"]], xs, ys)]
    printed += [*words("Jumlah perangkat", 135, 88), *words("Jumlah seluruh", 140, 104), word("x100", 225, 96)]
    rules = [*lattice(xs, ys), across(100, 130, 220)]
    grid = one(rules, printed)
    assert (grid.n_rows, dense(grid)[1]) == (2, ["1", "Jumlah perangkat x100 Jumlah seluruh", "56"])


def test_shading_that_ends_beside_a_cell_whose_text_goes_on_makes_no_row() -> None:
    xs, ys = [50.0, 120.0, 260.0, 300.0], [60.0, 80.0, 120.0]
    printed = [*filled([["No", "Rumus", "Nilai"], ["1", "Jumlah perangkat", "56"]], xs, ys)]
    printed += [*words("Jumlah seluruh", 123, 103), word("daerah", 123, 94)]
    grid = one(lattice(xs, ys), printed, [Fill(260, 80, 300, 98, colour=GREY)])
    assert grid.n_rows == 2


def test_a_shaded_line_over_column_borders_shows_a_merged_cell() -> None:
    """Row rules with gaps; Word shades a text line from padding to padding of its cell."""
    rules = [across(y, a + 1, b - 1) for y in YS for a, b in pairwise(XS)]
    printed = [
        *filled([["No", "Sasaran", "Target"], ["", "", ""], ["1", "Mutu", "80"]]),
        *words("MISI I Meningkatkan kinerja", 56, 85),
    ]
    grid = one(rules, printed, [Fill(55.4, 80.5, 284.6, 90, colour=GREY)])
    assert dense(grid)[1] == ["MISI I Meningkatkan kinerja", "", ""]


def test_a_table_in_a_text_box_is_a_table_of_its_own() -> None:
    texts = [["Skor", "Rentang", "Kategori"], ["4", "lebih", "Baik"], ["1", "kurang", "Kurang"]]
    (grid,) = grids([*lattice(XS, YS), *lattice([40.0, 300.0], [45.0, 140.0])], filled(texts))
    assert dense(grid) == texts


def test_a_row_rule_that_leaves_out_its_last_cell_belongs_to_the_table() -> None:
    """Word draws no rule under a shaded cell without border: the shorter rule ends where the longer one restarts."""
    xs = [50.0, 120.0, 210.0, 290.0]
    pairs = list(pairwise(xs))
    rules = [across(y, a + 1, b - 1) for y in (60, 100, 120) for a, b in pairs]
    rules += [across(80, a + 1, b - 1) for a, b in pairs[:-1]]
    texts = [["No", "Program", "Pagu"], ["1", "Jalan", "80"], ["2", "Taman", "90"]]
    assert dense(one(rules, filled(texts), [Fill(50, 60, 290, 80, colour=GREY)])) == texts
