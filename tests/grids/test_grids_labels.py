"""Headers that the next page repeats with a label spelt in another way."""

import pytest

from extractor.grids.joint import repeated_rows
from tests.grids.kisi import grid

WIDE = ["No", "Program", "Satuan", "Target 2020", "Realisasi 2020"]
ONE_OTHER: list[tuple[str, list[str], list[int], int]] = [
    ("a label spelt in another way", ["No", "Program/Kegiatan", "Satuan", "Target 2020", "Realisasi 2020"], [0], 1),
    ("two of them", ["No", "Program/Kegiatan", "Ukuran", "Target 2020", "Realisasi 2020"], [0], 0),
    (
        "a short label cut off, which may be another one",
        ["No", "Program", "Satuan", "Target 2020", "Realisasi"],
        [0],
        0,
    ),
    ("another year", ["No", "Program", "Satuan", "Target 2020", "Realisasi 2021"], [0], 0),
    ("no header", ["No", "Program/Kegiatan", "Satuan", "Target 2020", "Realisasi 2020"], [], 0),
]


@pytest.mark.parametrize("head, bold, wanted", [case[1:] for case in ONE_OTHER], ids=[case[0] for case in ONE_OTHER])
def test_a_header_with_one_label_spelt_in_another_way(head: list[str], bold: list[int], wanted: int) -> None:
    body = [["1", "Jalan", "km", "5", "6"], ["2", "Taman", "buah", "7", "8"]]
    assert repeated_rows(grid([WIDE, *body], bold=[0]), grid([head, *body], 2, bold=bold)) == (wanted, 0)


def test_a_label_whose_last_line_the_next_page_cuts_off() -> None:
    body = [["1", "Jalan", "km", "5", "6"], ["2", "Taman", "buah", "7", "8"]]
    whole, cut = [*WIDE[:4], "Target Renstra Tahun 2018"], [*WIDE[:4], "Target Renstra Tahun"]
    assert repeated_rows(grid([whole, *body], bold=[0]), grid([cut, *body], 2, bold=[0])) == (1, 0)


def test_a_number_row_that_begins_with_the_title_of_its_column() -> None:
    numbers, rows = ["No. (1)", "(2)", "(3)"], [["1", "Jalan", "5"], ["2", "Taman", "7"]]
    assert repeated_rows(grid([["No", "Uraian", "Nilai"], numbers, *rows]), grid([numbers, *rows], 2)) == (1, 0)
