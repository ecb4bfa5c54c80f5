"""Group headers of unruled tables: which columns a title stands over."""

import pytest

from extractor.grids.headings import Group, Title
from extractor.grids.layout import build_layout
from extractor.model.body import Line, Piece
from tests.grids.kisi import SIZE, Span, line, table

LEFTS = [50.0, 150.0, 210.0, 270.0, 330.0]
BODY = [["Jalan kota", "11,10", "12,10", "13,10", "14,10"], ["Jembatan", "21,10", "22,10", "23,10", "24,10"]]


def middle(*columns: int) -> float:
    """Of the printed text of some columns."""
    return (LEFTS[columns[0]] + LEFTS[columns[-1]] + 5 * 0.5 * SIZE) / 2


def header(top: float, *titles: tuple[str, tuple[int, ...]]) -> Line:
    """A bold line of titles, each in the middle of its columns."""
    return line("", top, at=[(middle(*cols) - 0.25 * SIZE * len(text), text) for text, cols in titles], bold=True)


YEARS = header(60, ("2019", (1,)), ("2020", (2,)), ("2019", (3,)), ("2020", (4,)))
CASES: list[tuple[str, list[Line], list[tuple[str, Span]]]] = [
    ("one line", [header(60, ("Uraian", (0,)), ("A", (1,)), ("B", (2,)), ("C", (3,)), ("D", (4,)))],
     [("Uraian", (0, 0, 1, 1)), ("A", (0, 1, 1, 1)), ("B", (0, 2, 1, 1)), ("C", (0, 3, 1, 1)), ("D", (0, 4, 1, 1))]),
    ("two groups", [header(48, ("Uraian", (0,)), ("Target-Tahun", (1, 2)), ("Realisasi-Tahun", (3, 4))), YEARS],
     [("Uraian", (0, 0, 2, 1)), ("Target-Tahun", (0, 1, 1, 2)), ("Realisasi-Tahun", (0, 3, 1, 2)),
      ("2019", (1, 1, 1, 1)), ("2020", (1, 2, 1, 1)), ("2019", (1, 3, 1, 1)), ("2020", (1, 4, 1, 1))]),
    ("one group over four", [header(48, ("Uraian", (0,)), ("Realisasi-Kinerja-dan-Keuangan", (1, 4))), YEARS],
     [("Uraian", (0, 0, 2, 1)), ("Realisasi-Kinerja-dan-Keuangan", (0, 1, 1, 4)),
      ("2019", (1, 1, 1, 1)), ("2020", (1, 2, 1, 1)), ("2019", (1, 3, 1, 1)), ("2020", (1, 4, 1, 1))]),
    ("titles of two lines are no group",
     [header(48, ("Uraian", (0,)), ("Target", (1,)), ("Hasil", (2,)), ("Sisa", (3,)), ("Capai", (4,))),
      header(60, ("Tahun", (1,)), ("Tahun", (2,)))],
     [("Uraian", (0, 0, 1, 1)), ("Target Tahun", (0, 1, 1, 1)), ("Hasil Tahun", (0, 2, 1, 1)),
      ("Sisa", (0, 3, 1, 1)), ("Capai", (0, 4, 1, 1))]),
]  # fmt: skip


@pytest.mark.parametrize("head, wanted", [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_group_headers(head: list[Line], wanted: list[tuple[str, Span]]) -> None:
    made = build_layout([*head, *table(72, BODY, LEFTS)])
    assert made is not None
    cells = [c for c in made.cells if c.row < made.header_rows]
    assert [(c.text, (c.row, c.col, c.row_span, c.col_span)) for c in cells] == wanted


def test_a_group_parts_its_own_texts_from_those_below() -> None:
    given = [
        Title(n, a, b, Piece(text, 0, 9)) for n, a, b, text in ((0, 0, 0, "No"), (0, 1, 2, "Target"), (1, 1, 1, "2019"))
    ]
    above, below = Group(1, 2, 0).split(given)
    assert (above, [t.piece.text for t in below]) == (["Target"], ["2019"])
