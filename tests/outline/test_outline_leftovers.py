"""Nothing is dropped in silence: each injected fault of a table becomes one finding with its place."""

import pytest

from extractor.grids.strays import crossing, with_outside
from extractor.model.body import Grid, GridCell
from extractor.model.outline import CaptionedGrid
from extractor.model.page import Word
from extractor.model.place import Place
from extractor.outline.checks import merged_columns, scanned_grids
from extractor.outline.leftovers import leftovers

FRAME = (100.0, 100.0, 300.0, 140.0)


def word(text: str, x0: float, x1: float) -> Word:
    return Word(text=text, x0=x0, top=104, x1=x1, bottom=114, size=10)


def grid(**changed: object) -> Grid:
    boxes = [(100.0, 200.0), (200.0, 300.0)]
    cells = tuple(
        GridCell(r, c, 1, 1, f"{r}{c}", (Place(4, (x0, 100.0 + 20 * r, x1, 120.0 + 20 * r)),))
        for r in range(2)
        for c, (x0, x1) in enumerate(boxes)
    )
    return Grid(**{"n_rows": 2, "n_cols": 2, "cells": cells, "places": (Place(4, FRAME),), **changed})


def found(table: Grid) -> list[tuple[str, str, int | None]]:
    captioned = CaptionedGrid(grid=table, nomor="3.1", judul="a", bab=None)
    return [(t.code, t.severity, t.refs[0].page) for t in leftovers([captioned], [])]


def test_a_plain_table_is_silent() -> None:
    assert found(grid()) == []


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"doubts": ("unruled",)}, "TABLE-UNRULED"),
        ({"joined": ("column edges agree but for single ones; no header of its own",)}, "TABLE-JOIN"),
        ({"joined": ("right part of the sheet, printed on pages of its own (4)",)}, "TABLE-JOIN"),
    ],
)
def test_unsure_tables(changed: dict[str, object], code: str) -> None:
    assert found(grid(**changed)) == [(code, "I", 4)]


@pytest.mark.parametrize(
    "why", ["same column edges; no header of its own", "same number of columns; 1 header rows repeated"]
)
def test_sure_joins_are_silent(why: str) -> None:
    assert found(grid(joined=(why,))) == []


@pytest.mark.parametrize(("x0", "x1", "crosses"), [(150, 198, False), (150, 204, False), (150, 215, True)])
def test_words_over_a_rule(x0: float, x1: float, crosses: bool) -> None:
    doubts = crossing((100.0, 100.0, 200.0, 120.0), [word("1.250", x0, x1)], FRAME)
    assert doubts == (("word_crosses: 1.250",) if crosses else ())


@pytest.mark.parametrize(("x0", "x1", "cut"), [(280, 340, True), (310, 340, False), (60, 130, True), (20, 90, False)])
def test_words_that_the_frame_cuts(x0: float, x1: float, cut: bool) -> None:
    noted = with_outside(grid(), FRAME, [word("9.999", x0, x1)])
    assert found(noted) == ([("WORD-OUTSIDE", "W", 4)] if cut else [])


def test_a_skipped_grid_is_told() -> None:
    (finding,) = leftovers([], [grid()])
    assert (finding.code, finding.severity, finding.refs[0].bbox) == ("GRID-SKIPPED", "I", FRAME)


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        (["Indeks mutu 42,5 % 56,12 % 132 %", "Jumlah taman 1 6 600%", "Jumlah pedoman 4 4 100%"], ["GRID-MERGED"]),
        (["Indeks mutu 42,5 % 56,12 % 132 %", "Jumlah taman", "Jumlah pedoman 4", "Indeks udara"], []),
        (["Perda 6 Tahun 2016", "SPM 12 2", "Rp 1.000 dan 2.000"], []),
        (["1 2", "3 4", "5 6"], []),
    ],
)
def test_columns_read_as_one(rows: list[str], wanted: list[str]) -> None:
    cells = tuple(GridCell(r, 0, 1, 1, text, (), lines=(text, "sungai")) for r, text in enumerate(rows))
    table = CaptionedGrid(Grid(len(rows), 1, cells, (Place(4, FRAME),)), nomor="3.1", judul="a", bab=None)
    assert [(t.code, t.refs[0].page) for t in merged_columns([table])] == [(code, 4) for code in wanted]


@pytest.mark.parametrize(
    ("doubts", "part", "row"),
    [
        (("ocr", "ocr_rows"), "rows", 1),
        (("ocr", "ocr_columns"), "columns", None),
        (("ocr", "unruled_rows", "ocr_columns"), "rows and columns", None),
        (("ocr",), "", None),
        (("unruled_rows",), "", None),
    ],
)
def test_scanned_tables_in_doubt(doubts: tuple[str, ...], part: str, row: int | None) -> None:
    notes = ("ocr_rows: 4 / 5",) if row else ()
    cells = tuple(GridCell(r, 0, 1, 1, "4", (Place(4, FRAME),), doubts=notes if r == row else ()) for r in range(2))
    table = CaptionedGrid(Grid(2, 1, cells, (Place(4, FRAME),), doubts=doubts), nomor="3.1", judul="a", bab=None)
    found = scanned_grids([table])
    assert [(t.code, t.severity, t.refs[0].page, t.refs[0].row) for t in found] == (
        [("GRID-SCAN", "W", 4, row)] if part else []
    )
    assert all(f"The {part} of" in t.message.en for t in found)
