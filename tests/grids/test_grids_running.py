"""The foot of the page inside the frame of its table: cut off where the same one ends the tables of many pages."""

import pytest

from extractor.grids.running import cut_running_feet
from extractor.model.body import Grid, Line, PageInfo, dense
from tests.grids.kisi import grid


def tables(feet: list[str]) -> list[Grid]:
    """A table on every page, its last row one cell."""
    return [
        grid([["1", "Belanja"], ["2", "Modal"], [foot, ""]], n, top=60, bottom=1110, xs=[50, 200, 390], spans={(2, 0): (1, 2)})
        for n, foot in enumerate(feet, 1)
    ]  # fmt: skip


PAGES = [PageInfo(n, 400.0, 800.0, readable=True) for n in range(1, 4)]


@pytest.mark.parametrize(
    "feet, rows",
    [(["RINGKASAN Halaman 1", "RINGKASAN Halaman 2", "RINGKASAN Halaman 3"], 2), (["Jumlah", "Jumlah", "Catatan"], 3)],
    ids=["the same on three pages", "rows of the tables"],
)
def test_feet_of_pages(feet: list[str], rows: int) -> None:
    items = cut_running_feet(tables(feet), PAGES)
    assert [i.n_rows for i in items if isinstance(i, Grid)] == [rows] * 3
    assert [i.text for i in items if isinstance(i, Line)] == (feet if rows == 2 else [])
    assert all(dense(i)[1] == ["2", "Modal"] for i in items if isinstance(i, Grid))
