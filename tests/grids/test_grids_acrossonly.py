"""Tables whose rules only run across, unbroken: columns follow from the white between texts."""

import pytest
from msgspec.structs import replace

from extractor.model.body import Grid
from extractor.model.page import Rule, Word
from tests.grids.kisi import across, grids, word, words

HEADER = [word("No", 52, 62), word("Indikator", 80, 62), word("Target", 160, 62), word("Realisasi", 210, 62)]
FIRST = [word("1", 52, 82), word("Rasio", 80, 82), word("85,00", 160, 82), word("90,25", 210, 82)]
SECOND = [word("2", 52, 102), word("Indeks", 80, 102), word("61,10", 160, 102), word("-", 210, 102)]
RULES = [across(y, 50, 250) for y in (60, 80, 100, 120)]
TEXTS = [["No", "Indikator", "Target", "Realisasi"], ["1", "Rasio", "85,00", "90,25"], ["2", "Indeks", "61,10", "-"]]
UNDER_GROUP = [word("No", 52, 72), word("Indikator", 80, 72), word("Target", 160, 82), word("Realisasi", 210, 82)]
GROUPED = [word("Tahun", 178, 62), word("2024", 201, 62)]
LOWER = [replace(w, top=w.top + 20, bottom=w.bottom + 20) for w in (*FIRST, *SECOND)]


def texts(grid: Grid) -> list[list[str]]:
    rows = [[""] * grid.n_cols for _ in range(grid.n_rows)]
    for cell in grid.cells:
        rows[cell.row][cell.col] = cell.text
    return rows


def test_columns_follow_from_white_and_the_grid_says_so() -> None:
    (grid,) = grids(RULES, [*HEADER, *FIRST, *SECOND])
    assert texts(grid) == TEXTS
    assert grid.doubts == ("unruled",)


def test_a_header_over_two_columns() -> None:
    rules = [*(across(y, 50, 250) for y in (60, 100, 120, 140)), across(80, 150, 250)]
    (grid,) = grids(rules, [*UNDER_GROUP, *GROUPED, *LOWER])
    assert texts(grid)[:2] == [["No", "Indikator", "Tahun 2024", ""], ["", "", "Target", "Realisasi"]]
    assert texts(grid)[2:] == TEXTS[1:]


def test_the_title_of_a_total_stands_first() -> None:
    total = [word("Jumlah", 92, 122), word("146,10", 158, 122), word("90,25", 210, 122)]
    (grid,) = grids([*RULES, across(140, 50, 250)], [*HEADER, *FIRST, *SECOND, *total])
    assert texts(grid)[-1] == ["Jumlah", "", "146,10", "90,25"]


TABLE = [*HEADER, *FIRST, *SECOND]
BETWEEN = [
    ("a caption", [word("Tabel", 80, 126), word("3.2", 106, 126), word("Capaian", 124, 126)], 24),
    ("a sentence, then white", [word("Uraian", 52, 124), word("rinci", 82, 124)], 60),
    ("a short text, then another below it", [word("Uraian.", 52, 122), word("Capaian", 120, 132)], 22),
]


@pytest.mark.parametrize(("between", "height"), [case[1:] for case in BETWEEN], ids=[case[0] for case in BETWEEN])
def test_two_tables_with_something_between_stay_two(between: list[Word], height: float) -> None:
    shift = 60 + height
    below = [replace(w, top=w.top + shift, bottom=w.bottom + shift) for w in TABLE]
    rules: list[Rule] = [*RULES, *(across(y + shift, 50, 250) for y in (60, 80, 100, 120))]
    assert [texts(grid) for grid in grids(rules, [*TABLE, *between, *below])] == [TEXTS, TEXTS]


def test_a_row_whose_first_cells_are_merged_with_those_above() -> None:
    second = [w for w in SECOND if w.x0 > 70]
    rules = [across(60, 50, 250), across(80, 50, 250), across(100, 75, 250), across(120, 50, 250)]
    (grid,) = grids(rules, [*HEADER, *FIRST, *second])
    spans = {(c.row, c.col): c.row_span for c in grid.cells}
    assert texts(grid)[1:] == [TEXTS[1], ["", *TEXTS[2][1:]]]
    assert spans[1, 0] == 2


def test_rules_only_around_a_header_part_no_rows() -> None:
    rules = [across(y, 50, 250) for y in (60, 80, 120)]
    assert grids(rules, [*HEADER, *FIRST, *SECOND]) == []


def test_rules_above_and_below_one_text_are_no_table() -> None:
    sentences = [
        *words("Visi dinas adalah kota yang gemar membaca", 60, 66),
        *words("Misi dinas adalah layanan", 60, 86),
    ]
    assert grids([across(y, 50, 250) for y in (60, 80, 100)], sentences) == []
