"""Cells that lack a rule are parted by what stands in them; merged cells are not."""

import pytest

from extractor.grids.borders import Borders
from extractor.grids.cells import find_cells
from extractor.grids.missing import part_cells
from extractor.model.page import Word

XS, YS = [0.0, 100.0, 200.0], [0.0, 30.0, 60.0]
SIZE = 10.0


def word(text: str, x: float, y: float) -> Word:
    return Word(text, x, y, x + 5.0 * len(text), y + SIZE, SIZE)


def texts(words: list[Word], right: list[list[bool]], below: list[list[bool]]) -> dict[tuple[int, int], str]:
    """The words of each cell after parting, by row and column of the cell."""
    borders = Borders(XS, YS, right, below)
    held = [
        (box, [w for w in words if box.bbox[0] <= w.x0 < box.bbox[2] and box.bbox[1] <= w.top < box.bbox[3]])
        for box in find_cells(borders)
    ]
    parts, _ = part_cells(held, borders)
    return {(box.row, box.col): " ".join(w.text for w in inside) for box, inside in parts}


ROWS_OPEN = ([[True, False], [True, False]], [[True, False], [False, False]])
"""The rule between the rows of the second column is missing."""
COLUMN_OPEN = ([[False, False], [True, False]], [[True, True], [False, False]])
"""The rule between the columns of the first row is missing."""


@pytest.mark.parametrize(
    ("second", "parted"),
    [
        ([word("60", 140, 10), word("61", 140, 40)], True),
        ([word("1.541.381,00", 130, 10), word("-", 150, 40)], True),
        ([word("Rasio", 110, 2), word("jaringan", 110, 40)], False),  # goes on in lower case
        ([word("Rasio", 110, 2), word("Persentase", 110, 40)], True),
        ([word("Rasio", 110, 18), word("Jaringan", 110, 32)], False),  # lines of one text
        ([word("60", 140, 10)], False),
        ([word("60", 140, 23), word("61", 140, 40)], False),  # stands on the border
    ],
    ids=["figures", "figure and dash", "one text", "two texts", "lines", "one figure", "on the border"],
)
def test_a_cell_over_two_rows(second: list[Word], parted: bool) -> None:
    found = texts([word("a", 10, 10), word("b", 10, 40), *second], *ROWS_OPEN)
    assert ((1, 1) in found) is parted
    assert " ".join(found[at] for at in sorted(found) if at[1] == 1) == " ".join(w.text for w in second)


@pytest.mark.parametrize(
    ("first", "parted"),
    [
        ([word("wp", 10, 10), word("785", 180, 10)], True),
        ([word("Indikator", 20, 10), word("Tahun", 120, 10)], True),
        ([word("Indikator", 54, 10), word("Kinerja", 102, 10)], False),  # a space
        ([word("abcd.efgh.ij", 34, 10), word("785", 180, 10)], True),
        ([word("Program.a.b", 44, 10), word("785", 104, 10)], False),  # white as wide, but no column stands there
        ([word("I.", 10, 10), word("Sasaran", 110, 10)], False),  # white follows every mark
        ([word("Misi", 85, 10), word("Kota", 130, 10)], False),  # over the border
    ],
    ids=["figure", "titles", "space", "narrow, on the edge", "narrow, off the edge", "mark", "crosses"],
)
def test_a_cell_over_two_columns(first: list[Word], parted: bool) -> None:
    found = texts([*first, word("x", 10, 40), word("24", 185, 40)], *COLUMN_OPEN)
    assert ((0, 1) in found) is parted


def test_what_was_parted_is_known() -> None:
    borders = Borders(XS, YS, *ROWS_OPEN)
    held = [(box, [word("60", 140, 10), word("61", 140, 40)] if box.col else []) for box in find_cells(borders)]
    assert part_cells(held, borders)[1] == {(0, 1), (1, 1)}
