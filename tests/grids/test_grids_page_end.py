"""First rows of a page that are no rest: number rows of a header, rows with figures of their own."""

from extractor.grids.joint import repeated_rows
from extractor.grids.stitch import try_join
from extractor.model.body import dense
from tests.grids.kisi import grid


def test_the_number_row_of_a_header_that_prints_its_numbers_below_its_titles() -> None:
    first = grid([["No (1)", "Sasaran (2)", "Masalah (3)"], ["1", "Mutu", "Ruang"]], 1, bold=[0])
    second = grid([["(1)", "(2)", "(3)"], ["2", "Niaga", "Jalan"]], 2)
    joined = try_join(first, second)
    assert joined is not None and [row[0] for row in dense(joined)] == ["No (1)", "1", "2"]
    assert repeated_rows(first, grid([["(1)", "(2)", "(4)"], ["2", "Niaga", "Jalan"]], 2)) == (0, 0)


def test_a_row_with_figures_of_its_own_is_no_rest_though_it_has_no_number() -> None:
    rows = [["No", "Kegiatan", "Pagu", "Realisasi", "%"], *([str(n), "Rapat", "100", "90", "90%"] for n in (1, 2, 3))]
    group = [["", "Jasa Penunjang", "500", "450", "90%"], ["4", "Listrik", "500", "450", "90%"]]
    joined = try_join(grid(rows, 1, bold=[0]), grid(group, 2))
    assert joined is not None and dense(joined)[4] == group[0]
