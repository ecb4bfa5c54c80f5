"""Group headers of unruled tables: which columns a title stands over."""

import pytest

from extractor.grids.headings import Group, Title, find_groups
from extractor.model.body import Piece

EDGES = [0.0, 40.0, 80.0, 120.0, 160.0]
BELOW = [(1, 1, "2019"), (1, 2, "2020")]


def titles(*given: tuple[int, int, str] | tuple[int, int, str, float, float]) -> list[Title]:
    """(line, column, text), set in the middle of its column, or with left and right edge of its own."""
    made = []
    for number, col, text, *place in given:
        x0, x1 = place or (EDGES[col] + 10, EDGES[col + 1] - 10)
        over = [c for c in range(4) if x0 < EDGES[c + 1] - 8 and x1 > EDGES[c] + 8] or [col]
        made.append(Title(number, over[0], over[-1], Piece(text, x0, x1, 60.0 + 12 * number)))
    return made


CASES: list[tuple[str, list[Title], list[tuple[int, int, int]]]] = [
    ("one line", titles((0, 0, "No"), (0, 1, "Target"), (0, 2, "Realisasi")), []),
    ("a title over two columns", titles((0, 0, "No"), (0, 1, "Target Tahun", 45, 115), *BELOW), [(1, 2, 0)]),
    ("a short title between two columns", titles((0, 0, "No"), (0, 1, "T", 75, 85), *BELOW), [(1, 2, 0)]),
    ("two groups", titles((0, 0, "Target", 5, 75), (0, 2, "Realisasi", 85, 155), *((1, c, "x") for c in range(4))),
     [(0, 1, 0), (2, 3, 0)]),
    ("two lines in one column", titles((0, 1, "Target"), (1, 1, "Tahun"), (0, 0, "No"), (0, 2, "Realisasi")), []),
    ("nothing", [], []),
]  # fmt: skip


@pytest.mark.parametrize("given, wanted", [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_find_groups(given: list[Title], wanted: list[tuple[int, int, int]]) -> None:
    assert [tuple(group) for group in find_groups(given, EDGES)] == wanted


def test_a_group_parts_its_own_texts_from_those_below() -> None:
    given = titles((0, 0, "No"), (0, 1, "Target Tahun", 45, 115), *BELOW)
    above, below = Group(1, 2, 0).split(given)
    assert (above, [t.piece.text for t in below]) == (["Target Tahun"], ["2019", "2020"])
