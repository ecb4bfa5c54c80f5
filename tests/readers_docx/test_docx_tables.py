"""Grids: spans, merges, odd rows, nested tables, places."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.model.body import Grid, Line, dense
from extractor.model.errors import TooLarge
from extractor.readers.docx import DocxLimits
from tests.readers_docx.word import docx, grids, p, read, read_docx, rows, tbl, tc, texts, tr

RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def span(columns: int | str) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def sdt(inside: str) -> str:
    return f"<w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def spans(grid: Grid) -> dict[str, tuple[int, int, int, int]]:
    """Merged cells by text."""
    return {c.text: (c.row, c.col, c.row_span, c.col_span) for c in grid.cells if c.row_span * c.col_span > 1}


def test_merged_both_ways(tmp_path: Path) -> None:
    body = tbl(
        tr(tc("No", RESTART), tc("Target", span(2)), properties="<w:tblHeader/>"),
        tr(tc("", CONTINUE), tc("2019"), tc("2020"), properties="<w:tblHeader/>"),
        tr(tc("1"), tc("5"), tc("6")),
    )
    (grid,) = grids(read(tmp_path, body))
    assert dense(grid) == [["No", "Target", ""], ["", "2019", "2020"], ["1", "5", "6"]]
    assert spans(grid) == {"No": (0, 0, 2, 1), "Target": (0, 1, 1, 2)}
    assert grid.header_rows == 2


def test_all_rows_marked_as_header_say_nothing(tmp_path: Path) -> None:
    body = tbl(*(tr(tc(a), tc("x"), properties="<w:tblHeader/>") for a in "ab"))
    assert grids(read(tmp_path, body))[0].header_rows == 0


def test_old_horizontal_merge(tmp_path: Path) -> None:
    body = tbl(
        tr(tc("a", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), tc("b")), tr(tc("1"), tc("2"), tc("3"))
    )
    (grid,) = grids(read(tmp_path, body))
    assert spans(grid) == {"a": (0, 0, 1, 2)}
    assert dense(grid)[0] == ["a", "", "b"]


def test_rows_of_differing_width(tmp_path: Path) -> None:
    body = tbl(
        tr(tc("a"), tc("b"), tc("c")),
        tr(tc("d"), properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
        tr(tc("e", span(3))),
        tr(),
    )
    assert rows(read(tmp_path, body)) == [["a", "b", "c"], ["", "d", ""], ["e", "", ""], ["", "", ""]]


def test_empty_trailing_column_is_kept(tmp_path: Path) -> None:
    assert rows(read(tmp_path, tbl(tr(tc("a"), tc("b"), tc())))) == [["a", "b", ""]]


def test_columns_that_no_cell_uses_are_not_drawn(tmp_path: Path) -> None:
    assert rows(read(tmp_path, tbl(tr(tc("a", span(3)), tc("b")), tr(tc("c", span(3)), tc("d"))))) == [
        ["a", "b"],
        ["c", "d"],
    ]


@pytest.mark.parametrize(("width", "columns"), [(40, 2), (400, 3)])
def test_slivers_are_closed(tmp_path: Path, width: int, columns: int) -> None:
    body = tbl(tr(tc("a", span(2)), tc("b")), tr(tc("c"), tc("d", span(2))), widths=(2000, width, 2000))
    assert grids(read(tmp_path, body))[0].n_cols == columns


def test_a_narrow_cell_is_no_sliver(tmp_path: Path) -> None:
    assert rows(read(tmp_path, tbl(tr(tc("a"), tc("b"), tc("c")), widths=(2000, 40, 2000)))) == [["a", "b", "c"]]


@pytest.mark.parametrize("bad", ["0", "-3", "banyak", "99999999999999999999", "2147483647", ""])
def test_bad_span_is_one_column(tmp_path: Path, bad: str) -> None:
    reading = read(tmp_path, tbl(tr(tc("a", span(bad)), tc("b"))))
    assert rows(reading) == [["a", "b"]]
    assert reading.notes == {"bad_span": 1}


def test_continuation_without_a_start_is_a_cell(tmp_path: Path) -> None:
    reading = read(tmp_path, tbl(tr(tc("a", CONTINUE), tc("b")), tr(tc("c", span(2) + CONTINUE))))
    assert rows(reading) == [["a", "b"], ["c", ""]]
    assert reading.notes == {"merge_without_start": 2}


def test_covered_text_is_not_printed_but_noted(tmp_path: Path) -> None:
    reading = read(tmp_path, tbl(tr(tc("a", RESTART), tc("b")), tr(tc("x", CONTINUE), tc("c"))))
    assert rows(reading) == [["a", "b"], ["", "c"]]
    assert reading.notes == {"covered_text": 1}


def test_thousands_of_merged_rows(tmp_path: Path) -> None:
    body = tbl(tr(tc("a", RESTART), tc("0")), *(tr(tc("", CONTINUE), tc(str(i))) for i in range(1, 2500)))
    (grid,) = grids(read(tmp_path, body))
    assert spans(grid) == {"a": (0, 0, 2500, 1)}
    assert grid.n_rows == 2500


def test_lines_looks_and_places(tmp_path: Path) -> None:
    run = "<w:r><w:rPr><w:b/></w:rPr><w:t>TW I</w:t><w:br/><w:t>TW II</w:t></w:r>"
    indented = f'<w:p><w:pPr><w:ind w:left="200" w:hanging="60"/></w:pPr>{run}</w:p>'
    grey, white = (f'<w:shd w:val="clear" w:fill="{fill}"/>' for fill in ("D9D9D9", "FFFFFF"))
    body = p("pengantar") + tbl(tr(tc("a"), tc("b")))
    body += tbl(tr(tc("", white), tc("c")), tr(tc("d"), tc(indented + p("x"), grey)))
    grid = grids(read(tmp_path, body))[1]
    merged = grid.cells[-1]
    assert (merged.lines, merged.text) == (("TW I", "TW II", "x"), "TW I TW II x")
    assert (merged.bold, merged.shaded, merged.indent) == (True, True, 7.0)
    assert not grid.cells[0].shaded
    assert merged.places[0].path == "body/table[2]/row[2]/cell[2]"
    assert merged.places[0].page is None
    assert grid.places[0].path == "body/table[2]"


def test_wrapped_and_deleted_rows_and_cells(tmp_path: Path) -> None:
    body = tbl(
        sdt(tr(tc("a"), sdt(tc("b")))),
        tr(tc("hapus"), tc("hapus"), properties="<w:del/>"),
        tr(tc("c"), tc("d"), tc("hapus", "<w:cellDel/>")),
    )
    reading = read(tmp_path, body)
    assert rows(reading) == [["a", "b"], ["c", "d"]]
    assert reading.notes == {"deleted": 2}


def test_frame_of_one_cell_is_text(tmp_path: Path) -> None:
    reading = read(tmp_path, tbl(tr(tc(p("KATA PENGANTAR") + tbl(tr(tc("a"), tc("b")))))))
    assert texts(reading) == ["KATA PENGANTAR"]
    assert rows(reading) == [["a", "b"]]
    line = reading.body.items[0]
    assert isinstance(line, Line)
    assert (line.boxed, line.place.path) == (True, "body/table[1]/row[1]/cell[1]/paragraph[1]")


def test_nested_table_is_a_grid_after_the_outer(tmp_path: Path) -> None:
    inner = tbl(tr(tc("x"), tc("y")))
    reading = read(tmp_path, tbl(tr(tc("a"), tc(p("b") + inner + tbl(tr(tc("bingkai"))) + p()))) + p("akhir"))
    assert [dense(grid) for grid in grids(reading)] == [[["a", "b bingkai"]], [["x", "y"]]]
    assert grids(reading)[1].places[0].path == "body/table[1]/row[1]/cell[2]/table[1]"
    assert reading.notes == {"nested_table": 1}


def test_layout_table_around_tables_gives_only_them(tmp_path: Path) -> None:
    inner = [tbl(tr(tc(name), tc("1"))) + p() for name in ("kiri", "kanan")]
    assert [dense(grid) for grid in grids(read(tmp_path, tbl(tr(*map(tc, inner)))))] == [
        [["kiri", "1"]],
        [["kanan", "1"]],
    ]


def test_tables_too_deep_become_lines(tmp_path: Path) -> None:
    body = p("paling dalam")
    for depth in range(40):
        body = tbl(tr(tc(body), tc(str(depth))))
    reading = read(tmp_path, body, DocxLimits(max_table_depth=5))
    assert "paling dalam" in texts(reading)
    assert len(grids(reading)) == 5
    assert reading.notes["nested_too_deep"] == 1


def test_text_box_in_a_cell_is_the_cells_text(tmp_path: Path) -> None:
    box = f"<w:p><w:r><w:t>a</w:t><w:pict><w:txbxContent>{p('kotak')}</w:txbxContent></w:pict></w:r></w:p>"
    assert rows(read(tmp_path, tbl(tr(tc(box), tc("b"))))) == [["a kotak", "b"]]


def test_too_many_positions(tmp_path: Path) -> None:
    path = docx(tmp_path, tbl(tr(*(tc("a") for _ in range(20))), *(tr(tc("b")) for _ in range(20))))
    with pytest.raises(TooLarge, match="max_grid_positions"):
        read_docx(path, DocxLimits(max_grid_positions=400))


CELLS = st.lists(st.tuples(st.integers(1, 3), st.sampled_from(["", RESTART, CONTINUE])), min_size=1, max_size=4)


@settings(max_examples=100, derandomize=True, deadline=None)
@given(st.lists(CELLS, min_size=1, max_size=5), st.lists(st.integers(0, 300), max_size=6))
def test_no_two_cells_overlap(
    tmp_path_factory: pytest.TempPathFactory, table: list[list[tuple[int, str]]], widths: list[int]
) -> None:
    body = p("a") + tbl(*(tr(*(tc("x", span(n) + m) for n, m in row)) for row in table), widths=tuple(widths))
    folder = tmp_path_factory.mktemp("kisi", numbered=True)
    for grid in grids(read(folder, body)):
        taken = [
            (row, col)
            for cell in grid.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for col in range(cell.col, cell.col + cell.col_span)
        ]
        assert len(taken) == len(set(taken))
        assert all(row < grid.n_rows and col < grid.n_cols for row, col in taken)
        assert all(cell.row_span > 0 and cell.col_span > 0 for cell in grid.cells)
