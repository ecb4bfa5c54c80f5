"""What speaks against the rows and columns of a scanned table; a table that is read whole has nothing against it."""

import pytest

from extractor.grids import build_body
from extractor.grids.joint import OCR
from extractor.grids.scanned import COLUMNS, ROWS, Held, _shared_name, with_numbers
from extractor.grids.stitch import stitch
from extractor.model.body import Body, Grid, GridCell
from extractor.model.page import Page, PageText, Rule, Word
from tests.grids.kisi import across, grid, lattice, up, words

XS, YS = [50.0, 80.0, 250.0, 330.0, 420.0], [100.0, 120.0, 150.0, 180.0, 210.0]
TEXTS = [
    ["No", "Uraian", "Pagu", "Realisasi"],
    ["1", "Penataan jalan", "1.200.000", "1.100.000"],
    ["2", "Pembangunan taman", "2.300.000", "2.200.000"],
    ["3", "Penerangan kota", "3.400.000", "3.100.000"],
]


def printed(texts: list[list[str]] = TEXTS) -> list[Word]:
    return [
        w
        for r, row in enumerate(texts)
        for c, text in enumerate(row)
        for n, part in enumerate(text.split("\n"))
        for w in words(part, XS[c] + 3, YS[r] + 4 + 10 * n)
    ]


def read(rules: list[Rule], held: list[Word], reason: str = "ocr") -> Grid:
    page = Page(1, 595.0, 842.0, 0, tuple(held), tuple(rules), (), (), PageText("good", reason))
    (found,) = (item for item in build_body([page]).items if isinstance(item, Grid))
    return found


def without(*left_out: Rule) -> list[Rule]:
    return [rule for rule in lattice(XS, YS) if rule not in left_out]


LOST_ROW, LOST_COLUMN = across(YS[2], XS[0], XS[-1]), up(XS[3], YS[0], YS[-1])
CASES = [
    ("whole", lattice(XS, YS), TEXTS, ()),
    ("a row's rule is lost", without(LOST_ROW), TEXTS, (ROWS,)),
    ("half of it is lost", [*without(LOST_ROW), across(YS[2], XS[0], 200)], TEXTS, (ROWS,)),
    ("a column's rule is lost", without(LOST_COLUMN), TEXTS, (COLUMNS,)),
    ("half of it is lost", [*without(LOST_COLUMN), up(XS[3], YS[0], 165)], TEXTS, (COLUMNS,)),
    ("a rule through words", [*lattice(XS, YS), across(YS[1] + 9, XS[0], XS[-1])], TEXTS, (ROWS,)),
    ("a text goes on in the next row", lattice(XS, YS), [*TEXTS[:2], ["2", "Pembangunan", "9", "8"], ["", "taman kota", "", ""]], (ROWS,)),
    ("a unit below its figure", lattice(XS, YS), [*TEXTS[:3], ["3", "Penerangan\nkota", "3\norang", "2\norang"]], ()),
    ("a figure broken after a mark", lattice(XS, YS), [*TEXTS[:3], ["3", "Penerangan", "3.400.\n000", "3"]], ()),
]  # fmt: skip


@pytest.mark.parametrize(("rules", "texts", "wanted"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_evidence(rules: list[Rule], texts: list[list[str]], wanted: tuple[str, ...]) -> None:
    found = read(rules, printed(texts))
    assert tuple(d for d in found.doubts if d in (ROWS, COLUMNS)) == wanted
    noted = {note.split(":")[0] for cell in found.cells for note in cell.doubts}
    assert noted >= set(wanted)


def test_tables_of_a_text_layer_are_not_asked() -> None:
    assert read(without(LOST_ROW), printed(), "").doubts == ()


@pytest.mark.parametrize(
    ("numbers", "odd"),
    [
        ("1 2 3 4", False),
        ("1 2 4 5", True),
        ("1 2 3 5", True),
        ("1 2 9 4", False),
        ("27 26 29 30", False),
        ("1 2 1 2", False),
        ("1 2 . 4 5", False),
    ],
    ids=["all", "one left out", "before the last", "a misprint", "another", "two groups", "an unread one"],
)
def test_row_numbers_that_leave_some_out(numbers: str, odd: bool) -> None:
    table = grid([["No", "Uraian"], *([n.strip("."), "Penataan"] for n in numbers.split())])
    assert (ROWS in with_numbers(table).doubts) is odd


def test_pages_of_a_scan_with_other_columns_are_in_doubt() -> None:
    parts = [
        Page(n, 595.0, 842.0, 0, tuple(printed(texts)), tuple(rules), (), (), PageText("good", "ocr"))
        for n, texts, rules in (
            (1, TEXTS, [*lattice(XS, [*YS, 700.0])]),
            (2, [["4", "Pengairan sawah", "5", "4"], *([["5", "Pengerukan", "7", "6"]] * 3)], without(LOST_COLUMN)),
        )
    ]
    body = build_body(parts)
    marked = Body(tuple(_doubted(i) if isinstance(i, Grid) else i for i in body.items), body.pages)
    (found,) = (item for item in stitch(marked).items if isinstance(item, Grid))
    assert COLUMNS in found.doubts


def _doubted(item: Grid) -> Grid:
    from msgspec.structs import replace

    return replace(item, doubts=(OCR,))


SHADED = [
    ["No", "Indikator", "Target", "Realisasi"],
    ["1", "Indeks mutu", "42,5 %", "56,1 %"],
    ["2", "Jumlah taman", "1", "6"],
    ["3", "Jumlah pedoman", "4", "4"],
]


@pytest.mark.parametrize(("reason", "columns"), [("ocr", 4), ("", 2)], ids=["scanned", "a text layer"])
def test_columns_that_only_white_parts_are_found_and_not_certain(reason: str, columns: int) -> None:
    rules = [across(y, XS[0], XS[-1]) for y in YS] + [up(x, YS[0], YS[-1]) for x in (XS[0], XS[1], XS[-1])]
    found = read(rules, printed(SHADED), reason)
    assert found.n_cols == columns
    assert (COLUMNS in found.doubts) is (reason == "ocr")
    if reason:
        assert [[c.text for c in found.cells if c.row == r] for r in range(4)] == SHADED


@pytest.mark.parametrize("lost", [False, True])
def test_a_name_over_two_rows_of_figures_where_each_has_its_own(lost: bool) -> None:
    held = [
        Held(GridCell(r, c, 1, 1, text, ()), (0, 0, 9, 9), [words(text, 10, 20)])
        for r in range(2, 8)
        for c, text in enumerate([f"Penataan {r}", f"{r}.500"])
        if not (lost and (r, c) == (4, 0))
    ]
    if lost:
        cell = GridCell(3, 0, 2, 1, "Penataan 3 Penataan 4", ())
        held[2] = Held(cell, (0, 0, 9, 9), [words("Penataan 3", 10, 20), words("Penataan 4", 10, 30)])
    assert [e.code for e in _shared_name(held)] == ([ROWS] if lost else [])
