"""Cells cover every unit exactly once and are rectangles; random tables drawn with all sorts of pieces come back as they were."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.grids.borders import Borders
from extractor.grids.cells import Box, find_cells, without_idle_rows
from extractor.grids.page import page_items
from extractor.model.body import Grid, dense
from extractor.model.page import Rule, Word
from tests.grids.kisi import Span, across, page, up, word

JITTER, GAP = 0.7, 2.5


def borders(right: list[str], below: list[str]) -> Borders:
    """`|` and `_` where units are parted from their right and lower neighbour, `.` where not."""
    n_rows, n_cols = len(right), len(right[0])
    xs, ys = [10.0 * c for c in range(n_cols + 1)], [10.0 * r for r in range(n_rows + 1)]
    return Borders(xs, ys, [[m == "|" for m in row] for row in right], [[m == "_" for m in row] for row in below])


def spans(boxes: list[Box]) -> list[Span]:
    return [(b.row, b.col, b.row_span, b.col_span) for b in boxes]


def covers_once(boxes: list[Box], n_rows: int, n_cols: int) -> bool:
    units = [(r, c) for b in boxes for r in range(b.row, b.row + b.row_span) for c in range(b.col, b.col + b.col_span)]
    return sorted(units) == [(r, c) for r in range(n_rows) for c in range(n_cols)]


CASES: list[tuple[str, list[str], list[str], list[Span]]] = [
    ("all parted", ["|.", "|."], ["__", ".."], [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]),
    ("nothing parted", ["..", ".."], ["..", ".."], [(0, 0, 2, 2)]),
    ("merged header", ["..", "|."], ["__", ".."], [(0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1)]),
    ("merged name", ["|.", "|."], ["._", ".."], [(0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1)]),
    ("a border missing in one row of two columns", ["|.", "..", "|."], ["__", "__", ".."],
     [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 2), (2, 0, 1, 1), (2, 1, 1, 1)]),
    ("a row border missing in one column", ["||.", "||."], ["_._", "..."],
     [(0, 0, 1, 1), (0, 1, 2, 1), (0, 2, 1, 1), (1, 0, 1, 1), (1, 2, 1, 1)]),
    ("an odd shape falls apart", ["|.", ".."], ["._", ".."], [(0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1)]),
]  # fmt: skip


@pytest.mark.parametrize("right, below, wanted", [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_find_cells(right: list[str], below: list[str], wanted: list[Span]) -> None:
    assert spans(find_cells(borders(right, below))) == wanted


def test_a_border_missing_in_one_row_of_a_merged_cell() -> None:
    """Two names beside each other, both over three rows of figures; their border is not drawn in the middle row."""
    drawn = borders(["||.", ".|.", "||."], [".._", ".._", "..."])
    assert spans(find_cells(drawn))[:2] == [(0, 0, 3, 1), (0, 1, 3, 1)]


def test_boxes_are_those_of_their_borders() -> None:
    assert [b.bbox for b in find_cells(borders(["..", "|."], ["__", ".."]))] == [
        (0, 0, 20, 10),
        (0, 10, 10, 20),
        (10, 10, 20, 20),
    ]


@st.composite
def any_borders(draw: st.DrawFn) -> Borders:
    n_rows, n_cols = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    marks = st.lists(st.lists(st.booleans(), min_size=n_cols, max_size=n_cols), min_size=n_rows, max_size=n_rows)
    xs, ys = [10.0 * c for c in range(n_cols + 1)], [10.0 * r for r in range(n_rows + 1)]
    return Borders(xs, ys, draw(marks), draw(marks))


@settings(max_examples=200, derandomize=True, deadline=None)
@given(any_borders())
def test_any_borders_give_rectangles_that_cover_every_unit_once(drawn: Borders) -> None:
    boxes = find_cells(drawn)
    assert covers_once(boxes, len(drawn.ys) - 1, len(drawn.xs) - 1)
    assert [(b.row, b.col) for b in boxes] == sorted((b.row, b.col) for b in boxes)


@st.composite
def partitions(draw: st.DrawFn) -> tuple[int, int, list[Span]]:
    """A table of merged and single cells in which every row and column border shows somewhere."""
    n_rows, n_cols = draw(st.integers(2, 6)), draw(st.integers(2, 6))
    taken: set[tuple[int, int]] = set()
    found: list[Span] = []
    for _ in range(draw(st.integers(0, 4))):
        row, col = draw(st.integers(0, n_rows - 1)), draw(st.integers(0, n_cols - 1))
        down, right = draw(st.integers(1, n_rows - row)), draw(st.integers(1, n_cols - col))
        units = {(r, c) for r in range(row, row + down) for c in range(col, col + right)}
        if not units & taken:
            taken |= units
            found.append((row, col, down, right))
    found += [(r, c, 1, 1) for r in range(n_rows) for c in range(n_cols) if (r, c) not in taken]
    return _without_hidden_lines(n_rows, n_cols, found)


def _without_hidden_lines(n_rows: int, n_cols: int, found: list[Span]) -> tuple[int, int, list[Span]]:
    """Grid lines that no cell ends at do not exist on paper."""
    rows = sorted({0, n_rows, *(r for r, *_ in found), *(r + d for r, _, d, _ in found)})
    cols = sorted({0, n_cols, *(c for _, c, *_ in found), *(c + w for _, c, _, w in found)})
    at_row, at_col = {r: i for i, r in enumerate(rows)}, {c: i for i, c in enumerate(cols)}
    return (
        len(rows) - 1,
        len(cols) - 1,
        sorted((at_row[r], at_col[c], at_row[r + d] - at_row[r], at_col[c + w] - at_col[c]) for r, c, d, w in found),
    )


def draw_rules(xs: list[float], ys: list[float], found: list[Span], random: Random, whole: bool) -> list[Rule]:
    """The edges of cells: cut at every crossing or along whole cells, off by a jitter, short of each other, some cut once more."""
    pieces: set[tuple[bool, int, int, int]] = set()
    for row, col, down, right in found:
        across_parts = [(col, col + right)] if whole else [(c, c + 1) for c in range(col, col + right)]
        up_parts = [(row, row + down)] if whole else [(r, r + 1) for r in range(row, row + down)]
        pieces |= {(True, y, a, b) for y in (row, row + down) for a, b in across_parts}
        pieces |= {(False, x, a, b) for x in (col, col + right) for a, b in up_parts}
    rules = []
    for horizontal, line, a, b in sorted(pieces):
        make, pos, ends = (across, ys[line], xs) if horizontal else (up, xs[line], ys)
        start, end = ends[a] + random.uniform(0, GAP / 2), ends[b] - random.uniform(0, GAP / 2)
        cuts = [start, random.uniform(start + 4, end - 4), end] if random.random() < 0.15 else [start, end]
        rules += [make(pos + random.uniform(-JITTER, JITTER), p, q) for p, q in pairwise(cuts)]
    random.shuffle(rules)
    return rules


def texts_in(xs: list[float], ys: list[float], found: list[Span]) -> list[Word]:
    return [word(f"c{n}", xs[c] + 4, ys[r] + 4) for n, (r, c, _, _) in enumerate(found)]


@settings(max_examples=250, derandomize=True, deadline=None)
@given(partitions(), st.integers(0, 2**32), st.booleans())
def test_a_random_table_comes_back_as_it_was_drawn(table: tuple[int, int, list[Span]], seed: int, whole: bool) -> None:
    n_rows, n_cols, found = table
    if len(found) < 2:
        return
    random = Random(seed)
    xs, ys = [30.0], [40.0]
    for _ in range(n_cols):
        xs.append(xs[-1] + random.uniform(25, 60))
    for _ in range(n_rows):
        ys.append(ys[-1] + random.uniform(16, 50))
    rules = draw_rules(xs, ys, found, random, whole)
    (grid,) = (i for i in page_items(page(rules, texts_in(xs, ys, found))) if isinstance(i, Grid))
    assert (grid.n_rows, grid.n_cols) == (n_rows, n_cols)
    assert [(c.row, c.col, c.row_span, c.col_span) for c in grid.cells] == found
    texts = dense(grid)
    assert [texts[r][c] for r, c, _, _ in found] == [f"c{n}" for n in range(len(found))]


def test_a_row_that_parts_no_column_is_none() -> None:
    drawn, wanted = borders(["|.", "..", "|."], ["..", "__", ".."]), borders(["|.", "|."], ["__", ".."])
    assert without_idle_rows(drawn) == wanted._replace(ys=[drawn.ys[0], *drawn.ys[2:]])
