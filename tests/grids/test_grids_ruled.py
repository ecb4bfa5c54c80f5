"""Ruled areas become grids: from drawn rules, shading and words to rows and columns of texts."""

from itertools import pairwise

import pytest
from msgspec.structs import replace

from extractor.grids.page import page_items
from extractor.model.body import Grid, Line, dense
from extractor.model.page import Fill, Rule, Word
from tests.grids.kisi import XS, YS, Span, across, centred, edges, filled, grids, lattice, one, page, up, word, words

NINE = [[f"{row}{col}" for col in "abc"] for row in "pqr"]
ALL: list[Span] = [(r, c, 1, 1) for r in range(3) for c in range(3)]
GREY = 0xD9D9D9


def spans(grid: Grid) -> list[Span]:
    return [(c.row, c.col, c.row_span, c.col_span) for c in grid.cells]


def boxes(xs: list[float], ys: list[float], gap: float) -> list[Rule]:
    return [
        rule
        for r in range(len(ys) - 1)
        for c in range(len(xs) - 1)
        for rule in lattice([xs[c] + gap, xs[c + 1] - gap], [ys[r] + gap, ys[r + 1] - gap])
    ]


def doubled(rules: list[Rule], by: float) -> list[Rule]:
    return [*rules, *(replace(r, pos=r.pos + by) for r in rules)]


LOOKS: list[tuple[str, list[Rule]]] = [
    ("rules from end to end", lattice(XS, YS)),
    ("cell by cell", edges(XS, YS, ALL)),
    ("every edge drawn twice", doubled(edges(XS, YS, ALL), 0.0)),
    ("double rules", doubled(lattice(XS, YS), 1.5)),
    ("thick beside thin", doubled(lattice(XS, YS), 2.3)),
    ("cells as boxes of their own", boxes(XS, YS, 0.85)),
    ("no left and right side", [across(y, 50, 290) for y in YS] + [up(x, 60, 120) for x in XS[1:-1]]),
    ("no top", [r for r in lattice(XS, YS) if not (r.horizontal and r.pos == 60)]),
    ("no bottom", [r for r in lattice(XS, YS) if not (r.horizontal and r.pos == 120)]),
    ("rules that reach out", [across(y, 47.5, 292.5) for y in YS] + [up(x, 57.5, 122.5) for x in XS]),
    ("row rules with gaps at the columns",
     [across(y, a + 1, b - 1) for y in YS for a, b in pairwise(XS)]),
]  # fmt: skip


@pytest.mark.parametrize("rules", [look[1] for look in LOOKS], ids=[look[0] for look in LOOKS])
def test_every_look_gives_the_same_grid(rules: list[Rule]) -> None:
    grid = one(rules, filled(NINE))
    assert dense(grid) == NINE
    assert spans(grid) == ALL


MERGED: list[tuple[str, list[Span], list[list[str]]]] = [
    ("header over two columns", [(0, 0, 2, 1), (0, 1, 1, 2), *ALL[4:]], [["No", "Target", ""], ["", "a", "b"], ["1", "2", "3"]]),
    ("one name over three rows", [(0, 0, 3, 1), *(s for s in ALL if s[1])], [["X", "a", "b"], ["", "c", "d"], ["", "e", "f"]]),
    ("row over all columns", [*ALL[:3], (1, 0, 1, 3), *ALL[6:]], [["a", "b", "c"], ["Sasaran", "", ""], ["d", "e", "f"]]),
    ("block of four", [(0, 0, 2, 2), (0, 2, 1, 1), (1, 2, 1, 1), *ALL[6:]], [["Z", "", "a"], ["", "", "b"], ["c", "d", "e"]]),
]  # fmt: skip


@pytest.mark.parametrize("wanted, texts", [case[1:] for case in MERGED], ids=[case[0] for case in MERGED])
@pytest.mark.parametrize("double", [0.0, 1.5])
def test_merged_cells(wanted: list[Span], texts: list[list[str]], double: float) -> None:
    rules = edges(XS, YS, wanted)
    grid = one(doubled(rules, double) if double else rules, filled(texts))
    assert sorted(spans(grid)) == sorted(wanted)
    assert dense(grid) == texts


def test_a_rule_missing_in_one_row_does_not_merge_a_row_with_the_next() -> None:
    """One edge left out between two rows of single cells: the other columns still show the row border."""
    rules = [r for r in edges(XS, YS, ALL) if (r.horizontal, r.pos, r.start) != (True, 100, 120)]
    grid = one(rules, filled(NINE))
    assert [row[0] for row in dense(grid)] == ["pa", "qa", "ra"]
    assert [row[2] for row in dense(grid)] == ["pc", "qc", "rc"]


HEADER = Fill(50, 60, 290, 80, colour=GREY)
LINES = [Fill(50, 60, 54, 80, colour=GREY), Fill(54, 60, 290, 70, colour=GREY), Fill(54, 70, 290, 80, colour=GREY)]


@pytest.mark.parametrize("fills", [[HEADER], LINES], ids=["one rectangle", "line by line"])
def test_shading_is_noted_and_adds_no_rows(fills: list[Fill]) -> None:
    grid = one(lattice(XS, YS), filled(NINE), fills)
    assert dense(grid) == NINE
    assert [cell.shaded for cell in grid.cells] == [True] * 3 + [False] * 6


def test_alternate_shading_stands_for_row_rules() -> None:
    rules = [across(60, 50, 290), across(120, 50, 290), *(up(x, 60, 120) for x in XS)]
    grid = one(rules, filled(NINE), [Fill(50, 80, 290, 100, colour=GREY)])
    assert dense(grid) == NINE


def test_shading_that_ends_inside_a_text_makes_no_row() -> None:
    rules = [across(60, 50, 290), across(120, 50, 290), *(up(x, 60, 120) for x in XS)]
    printed = filled([["pa", "pb", "pc"]], ys=[72])
    grid = one(rules, printed, [Fill(50, 60, 290, 81, colour=GREY)])
    assert (grid.n_rows, dense(grid)) == (1, [["pa", "pb", "pc"]])


def test_header_cells_parted_only_by_their_shading() -> None:
    rules = [r for r in edges(XS, YS, ALL) if not (not r.horizontal and r.pos in (120, 210) and r.start == 60)]
    fills = [Fill(a, 60, b, 80, colour=c) for a, b, c in ((50, 120, GREY), (120, 210, 0xCCCCCC), (210, 290, GREY))]
    assert dense(one(rules, filled(NINE), fills))[0] == NINE[0]


def test_white_rules_part_shaded_cells_only() -> None:
    white = [replace(r, dark=False) for r in edges(XS, YS, ALL)]
    assert dense(one(white, filled(NINE), [Fill(50, 60, 290, 120, colour=GREY)])) == NINE
    assert grids(white, filled(NINE)) == []


NO_TABLES: list[tuple[str, list[Rule], list[Word]]] = [
    ("frame around a text", lattice([50, 290], [60, 120]), words("Kotak dengan satu kalimat", 60, 80)),
    ("rule under a running head", [across(60, 50, 350)], words("Laporan Kinerja", 60, 48)),
    ("underlined word", [across(70, 60, 100), across(71.5, 60, 100)], words("Judul", 60, 60)),
    ("lattice without text", lattice(XS, YS), words("Di bawahnya", 50, 200)),
]


@pytest.mark.parametrize("rules, printed", [case[1:] for case in NO_TABLES], ids=[case[0] for case in NO_TABLES])
def test_no_tables(rules: list[Rule], printed: list[Word]) -> None:
    items = page_items(page(rules, printed))
    assert all(isinstance(i, Line) for i in items)
    assert " ".join(i.text for i in items if isinstance(i, Line)) == " ".join(w.text for w in printed)


def test_a_framed_line_is_boxed() -> None:
    (item,) = page_items(page(lattice([50, 290], [60, 120]), words("BAB II", 60, 80)))
    assert isinstance(item, Line)
    assert item.boxed


def test_items_come_from_top_to_bottom_and_no_word_is_lost() -> None:
    printed = [*filled(NINE), *words("Sumber: data", 50, 130), *words("Tabel 3.1 Capaian", 50, 40)]
    items = page_items(page(lattice(XS, YS), printed))
    assert [i.text if isinstance(i, Line) else "grid" for i in items] == ["Tabel 3.1 Capaian", "grid", "Sumber: data"]


def test_tables_side_by_side_are_two() -> None:
    right = [x + 260 for x in XS[:2]]
    printed = [*filled(NINE), *filled([["ka"], ["kb"], ["kc"]], [310.0])]
    found = grids([*lattice(XS, YS), *lattice(right, YS)], printed)
    assert [dense(g) for g in found] == [NINE, [["ka"], ["kb"], ["kc"]]]


def test_a_figure_over_its_cell_edge_belongs_to_the_cell_that_holds_its_middle() -> None:
    printed = [*filled([["a", "", "c"]]), word("1.234.567.890.123.456", 118, 64)]
    assert dense(one(lattice(XS, YS), printed))[0] == ["a", "1.234.567.890.123.456", "c"]


def test_lines_of_a_cell_are_kept_and_joined_by_spaces() -> None:
    printed = [*words("Meningkatnya", 53, 62), *words("mutu layanan", 53, 71), *words("90", 135, 62)]
    (cell, *_) = one(lattice(XS, YS), printed).cells
    assert (cell.text, cell.lines) == ("Meningkatnya mutu layanan", ("Meningkatnya", "mutu layanan"))


def test_bold_and_indent_of_a_cell() -> None:
    printed = [word("Jumlah", 60, 65, bold=True), word("12", 135, 65)]
    first, second, *_ = one(lattice(XS, YS), printed).cells
    assert (first.bold, first.indent, second.bold) == (True, 10, False)


def test_text_drawn_out_of_order_reads_in_order() -> None:
    printed = [*words("layanan", 53, 71), *words("mutu", 90, 62), *words("Nilai", 53, 62), *words("90", 135, 62)]
    assert one(lattice(XS, YS), printed).cells[0].text == "Nilai mutu layanan"


@pytest.mark.parametrize("text", ["Jumlah", "Sasaran Strategis Pertama Dinas"])
def test_group_row_without_column_rules_is_one_cell(text: str) -> None:
    """Row rules with gaps; a row's text centred over all columns stands in one merged cell."""
    rules = [across(y, a + 1, b - 1) for y in YS for a, b in pairwise(XS)]
    printed = [*filled([NINE[0]]), *centred(text, 50, 290, 85), *filled([NINE[2]], ys=[100])]
    grid = one(rules, printed)
    assert dense(grid)[1] == [text, "", ""]
    assert (1, 0, 1, 3) in spans(grid)


def test_gaps_part_columns_of_one_width() -> None:
    xs = [50, 130, 210, 290]
    rules = [across(y, a + 1, b - 1) for y in YS for a, b in pairwise(xs)]
    assert dense(one(rules, filled(NINE, xs))) == NINE


@pytest.mark.parametrize("x, merged", [(93, False), (84.5, True)], ids=["set flush left", "centred over both columns"])
def test_a_text_in_the_middle_of_two_columns(x: float, merged: bool) -> None:
    """Columns show only as gaps in the rules. The rest of a name happens to end as far from its second column's right edge."""
    xs, ys = [50.0, 90.0, 170.0, 250.0], [60.0, 80.0, 100.0, 120.0, 140.0]
    rules = [across(y, a + 1, b - 1) for y in ys for a, b in pairwise(xs)]
    texts = [["1", "Mutu jalan", "7"], ["2", "Mutu pagu", "8"], ["3", "Mutu ruang", "9"]]
    rest = [word("pagulebih" if not merged else "pagulebihlagi", x, 125), *words("Kota", 173, 125)]
    shift = (xs[0] + xs[2]) / 2 - (rest[0].x0 + rest[0].x1) / 2
    rest[0] = rest[0] if not merged else replace(rest[0], x0=rest[0].x0 + shift, x1=rest[0].x1 + shift)
    cells = [c for c in one(rules, filled(texts, xs, ys) + rest).cells if c.row == 3]
    assert (cells[0].col_span == 2) is merged


def test_places_say_where_a_cell_stands() -> None:
    cell = one(lattice(XS, YS), filled(NINE)).cells[4]
    assert [(p.page, p.bbox) for p in cell.places] == [(1, (120, 80, 210, 100))]


def test_a_title_that_runs_on_over_a_gap_between_two_of_its_words() -> None:
    """Columns show only as gaps in the rules; no word of the title happens to stand on the second of them."""
    xs, ys = [50.0, 90.0, 170.0, 250.0, 330.0], [60.0, 80.0, 100.0, 120.0]
    rules = [across(y, a, b) for y in ys for a, b in pairwise(xs)]
    title = [word("Misi", 53, 85), *words("Meningkatkan mutuan", 93, 85), *words("dan ruang", 173, 85)]
    title = [*title, *words("yang berkelanjutan", title[-1].x1 + 2, 85)]
    body = filled([["No", "Sasaran", "Target", "Nilai"]], xs, ys) + title + words("1 5 7", 53, 105)
    assert not any(w.x0 < xs[2] < w.x1 for w in title) and any(w.x0 < xs[3] < w.x1 for w in title)
    assert [(c.col, c.col_span) for c in one(rules, body).cells if c.row == 1][1] == (1, 3)
