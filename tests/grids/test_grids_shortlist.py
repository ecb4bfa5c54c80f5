"""Short unruled lists of money, as agreements print them below their table, and the place and date right below those."""

import pytest

from extractor.grids.unruled import find_unruled
from extractor.model.body import Body, Grid, dense
from tests.grids.kisi import line, table

LEFTS = [50.0, 65.0, 220.0, 245.0, 330.0]
HEAD = line("", 60, at=[(50, "Program"), (230, "Anggaran"), (325, "Keterangan")], bold=True)
ROWS = [
    ["1.", "Informasi Publik", "Rp.", "424.773.064,-", "APBD"],
    ["2.", "Aplikasi", "Rp.", "1.823.157.936,-", "APBD"],
    ["3.", "Persandian", "Rp.", ",-", "APBD"],
]
PLACE = line("", 130, at=[(236, "Angkasa,"), (288, "Desember 2031")])


@pytest.mark.parametrize("count", [1, 3])
def test_a_short_list_of_money_ends_above_the_place_and_date(count: int) -> None:
    rows = table(72, ROWS[:count], LEFTS)
    items = find_unruled(Body((HEAD, *rows, PLACE))).items
    grids = [i for i in items if isinstance(i, Grid)]
    assert [dense(g) for g in grids] == [
        [
            ["Program", "Anggaran", "Keterangan"],
            *([f"{no} {name}", f"{rp} {money}", fund] for no, name, rp, money, fund in ROWS[:count]),
        ]
    ]
    assert grids[0].header_rows == 1 and items[-1] == PLACE


def test_one_row_below_plain_titles_or_without_money_is_no_table() -> None:
    plain = line("", 60, at=[(50, "Program"), (230, "Anggaran"), (325, "Keterangan")])
    for head, row in ((plain, ROWS[0]), (HEAD, ["1.", "Informasi", "", "42", "APBD"])):
        items = (head, *table(72, [row], LEFTS))
        assert find_unruled(Body(items)).items == items
