"""Ledgers: codes below each other without row rules become rows; stacked cells of ruled rows stay."""

from extractor.grids.borders import Borders
from extractor.grids.ledger import cut_at_codes
from extractor.model.page import Word

XS = [0.0, 60.0, 200.0, 300.0]
CODES = ["4", "4 . 1", "4 . 1 . 1", "4 . 1 . 2", "5"]


def words(rows: list[tuple[str, ...]], top: float = 10.0, step: float = 12.0) -> list[Word]:
    return [
        Word(text, x + 5, top + step * n, x + 40, top + step * n + 8, 8.0)
        for n, row in enumerate(rows)
        for x, text in zip(XS, row, strict=False)
        if text
    ]


def borders(ys: list[float], first_column_ruled: bool = False) -> Borders:
    n = len(ys) - 1
    below = [[first_column_ruled, first_column_ruled, True] for _ in range(n - 1)] + [[False] * 3]
    return Borders(XS, ys, [[True, True, False] for _ in range(n)], below)


def test_every_code_begins_a_row() -> None:
    rows = [(code, "Nama", "1.000.000,00") for code in CODES]
    rows.insert(3, ("", "rest of a name", ""))
    cut = cut_at_codes(borders([0.0, 20.0, 100.0]), words(rows))
    assert len(cut.ys) - 1 == len(CODES)
    assert all(all(row) for row in cut.below[:-1])
    assert cut.ys[0] == 0.0 and cut.ys[-1] == 100.0 and cut.ys == sorted(cut.ys)


def test_a_figure_without_code_is_a_row_and_the_rest_of_the_page_before_stays_apart() -> None:
    rows = [("", "rest of a name", ""), *((c, "Nama", "1.000") for c in CODES), ("", "Jumlah", "9.000")]
    assert len(cut_at_codes(borders([0.0, 120.0]), words(rows)).ys) - 1 == len(rows)


def test_others_stay_as_they_are() -> None:
    figures = [(code, "Nama", "1.000") for code in CODES]
    names = [(str(n), "Nama", "1.000") for n in range(1, 6)]
    off = [(code, "Nama", "1.000" if n < 2 else "") for n, code in enumerate(CODES)]
    mixed = [(code, "Nama", "1.000") for code in ["1.20", "Program 2", "1.20.01", "1.20.02", "1.21"]]
    twice = [(code, "Nama", "1.000") for code in ["1.1", "1.1", "1.1.1", "1.1.1"]]
    for rows in (names, off, mixed, twice, figures[:3]):
        plain = borders([0.0, 120.0])
        assert cut_at_codes(plain, words(rows)) is plain
    ruled = borders([0.0, *(20.0 + 12.0 * n for n in range(4)), 120.0], first_column_ruled=True)
    assert cut_at_codes(ruled, words(figures)) is ruled
