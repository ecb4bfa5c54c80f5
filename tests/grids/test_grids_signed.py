"""Signatures in the last row of a table become lines; rows of data never do."""

import pytest
from msgspec.structs import replace

from extractor.grids.signed import cut_signatures
from extractor.model.body import Body, Grid, Line
from tests.grids.kisi import grid, line

ROWS = [["Kode", "Uraian", "Jumlah"], ["1", "Taman", "100"], ["2", "Pasar", "200"]]
SIGNED = ("Tirtajaya, 29 Desember 2031", "WALIKOTA TIRTAJAYA", "RATNA, S.E.")


def with_last(texts: list[str], lines: tuple[str, ...], blank: int = 0) -> Grid:
    rows = [*ROWS, texts, *([["", "", ""]] * blank)]
    made = grid(rows, 3, spans={} if texts[1] else {(3, 0): (1, 3)})
    return replace(made, cells=tuple(replace(c, lines=lines) if c.row == 3 and c.text else c for c in made.cells))


def cut(table: Grid) -> tuple[int, list[str]]:
    items = cut_signatures(Body((table,))).items
    return sum(i.n_rows for i in items if isinstance(i, Grid)), [i.text for i in items if isinstance(i, Line)]


@pytest.mark.parametrize("blank", [0, 2], ids=["last row", "empty rows below"])
@pytest.mark.parametrize("date", ["29 Desember 2031", "29 December 2031", "… Mei 2031"])
def test_place_and_date_tell_a_signature(date: str, blank: int) -> None:
    text = " ".join(SIGNED)
    assert cut(with_last([text, "", ""], (f"Tirtajaya, {date}", *SIGNED[1:]), blank)) == (3, [text])


@pytest.mark.parametrize(
    "table",
    [
        with_last(["3", "Rapat", "300"], SIGNED),
        with_last(["Jumlah seluruhnya", "", ""], ("Jumlah seluruhnya",)),
        with_last(["Rapat di Tirtajaya", "", ""], ("Rapat di Tirtajaya, 29 Desember 2031, dihadiri camat",)),
    ],
    ids=["a row of data", "a total", "a sentence with a date"],
)
def test_other_last_rows_stay(table: Grid) -> None:
    assert cut(table) == (4, [])


def test_a_signature_on_a_later_page_stands_among_its_lines() -> None:
    table = with_last([" ".join(SIGNED), "", ""], SIGNED)
    items = cut_signatures(Body((table, *(line(f"Halaman {n}", 580, number=n) for n in (1, 2, 3, 4))))).items
    assert [i.place.page for i in items if isinstance(i, Line)] == [1, 2, 3, 3, 4]
