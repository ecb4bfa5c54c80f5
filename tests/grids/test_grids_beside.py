"""Sheets wider than their pages: the right part, printed on pages of its own, stands beside the left one."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from extractor.grids.beside import REASON, join_beside
from extractor.grids.unruled import find_unruled
from extractor.model.body import Body, Grid, Item, PageInfo, dense
from tests.grids.kisi import grid, line, table

LEFT = [
    ["Kode", "Uraian", "Pagu"],
    ["1", "2", "3"],
    ["01", "Taman", "100"],
    ["02", "Pasar", "200"],
    ["03", "Jalan", "300"],
]
RIGHT = [["Realisasi", "Ket"], ["4", "5"], ["90", ""], ["", "ditunda"], ["300", ""]]
SHEET = [a + b for a, b in zip(LEFT, RIGHT, strict=True)]


def joined(*items: Item, pages: int = 2, wide: Sequence[int] = ()) -> Body:
    infos = (PageInfo(n, 600.0 if n in wide else 400.0, 600.0, True) for n in range(1, pages + 1))
    return join_beside(find_unruled(Body(items, tuple(infos))))


def tables(body: Body) -> list[Grid]:
    return [item for item in body.items if isinstance(item, Grid)]


def test_numbers_of_columns_go_on_on_the_page_of_the_right_part() -> None:
    (whole,) = tables(joined(grid(LEFT, 1), line("catatan", 20, number=2), grid(RIGHT, 2)))
    assert dense(whole) == SHEET and whole.pages == (1, 2)
    assert whole.joined == (f"{REASON} (2)",)


def test_rows_at_one_height_under_other_labels_are_one_sheet() -> None:
    left, right = ([r for n, r in enumerate(rows) if n != 1] for rows in (LEFT, RIGHT))
    assert [dense(t) for t in tables(joined(grid(left, 1), grid(right, 2)))] == [
        [r for n, r in enumerate(SHEET) if n != 1]
    ]


@pytest.mark.parametrize(
    ("right", "wide"),
    [
        (grid([RIGHT[0], ["1", "2"], *RIGHT[2:]], 2), ()),
        (grid([RIGHT[0], *RIGHT[2:]], 2), ()),
        (grid(RIGHT, 2, bottom=500.0), ()),
        (grid(RIGHT, 3), ()),
        (grid(RIGHT, 2), (2,)),
        (grid([["Kode", "Uraian"], ["a", "b"], *RIGHT[2:]], 2), ()),
    ],
    ids=["numbers anew", "a row less", "other heights", "a page further", "another size", "the same labels"],
)
def test_what_is_another_table(right: Grid, wide: tuple[int, ...]) -> None:
    assert len(tables(joined(grid(LEFT, 1), right, pages=3, wide=wide))) == 2


def test_a_right_part_without_rules_is_known_by_the_number_of_its_column() -> None:
    """Only one row has a remark, in two lines; what stands above and below the table is no part of it."""
    lefts = [50.0, 120.0, 250.0, 320.0]
    rows = [["Kode", "Uraian", "Pagu", "Sisa"], ["1", "2", "3", "4"], ["01", "Taman", "1.000", "10"],
            ["02", "Pasar", "2.000", "20"], ["03", "Jalan", "3.000", "30"]]  # fmt: skip
    left = table(100, rows, lefts, bold=1)
    lines = [line("Keterangan", 100, number=2), line("5", 112, number=2), line("Perda 11", 136, number=2),
             line("tahun lalu", 144, number=2)]  # fmt: skip
    body = joined(*left, line("Tirtajaya", 60, number=2), *lines, line("Halaman 2", 500, number=2))
    (whole,) = tables(body)
    assert [row[4] for row in dense(whole)] == ["Keterangan", "5", "", "Perda 11 tahun lalu", ""]
    assert [item.text for item in body.items if not isinstance(item, Grid)] == ["Tirtajaya", "Halaman 2"]


@pytest.mark.parametrize("lines", [[(112, "5")], [(100, "Keterangan"), (112, "7")], [(100, "Keterangan")]],
                         ids=["a page number", "another number", "no number"])  # fmt: skip
def test_lines_that_are_no_columns(lines: list[tuple[float, str]]) -> None:
    rows = [
        ["Kode", "Uraian", "Pagu", "Sisa"],
        ["1", "2", "3", "4"],
        ["01", "Taman", "1.000", "10"],
        ["02", "Pasar", "2.000", "20"],
    ]
    left = table(100, rows, [50.0, 120.0, 250.0, 320.0], bold=1)
    (alone,) = tables(joined(*left, *(line(text, top, number=2) for top, text in lines)))
    assert alone.n_cols == 4


def test_a_sheet_of_two_pages_prints_its_right_part_on_the_next_two() -> None:
    upper, lower = grid(LEFT, 1), grid([["04", "Air", "400"], ["05", "Pipa", "500"]], 2)
    moved = [replace(c, row=c.row + 5) for c in lower.cells]
    whole = Grid(7, 3, (*upper.cells, *moved), upper.places + lower.places)
    right, rest = grid(RIGHT, 3), grid([["400", ""], ["450", "sisa"]], 4)
    under = [replace(c, row=c.row + 5) for c in rest.cells]
    (sheet,) = tables(joined(whole, Grid(7, 2, (*right.cells, *under), right.places + rest.places), pages=4))
    assert dense(sheet) == [*SHEET, ["04", "Air", "400", "400", ""], ["05", "Pipa", "500", "450", "sisa"]]


def test_a_sheet_three_pages_wide() -> None:
    last = [["Sumber"], ["6"], ["DAK"], ["DAU"], [""]]
    (whole,) = tables(joined(grid(LEFT, 1), grid(RIGHT, 2), grid(last, 3), pages=3))
    assert dense(whole) == [a + b for a, b in zip(SHEET, last, strict=True)] and whole.pages == (1, 2, 3)
