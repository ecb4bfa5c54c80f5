"""Doubtful figures of a scanned table: marked with what they may be instead, a finding for each; printed texts stay."""

from decimal import Decimal

import msgspec
import pytest

from extractor.model.laporan import DISPUTED, Cell, Column, Nilai, Tabel
from extractor.model.page import OtherReading
from extractor.model.place import Place
from extractor.records import mark_unsure
from parsers.nilai import read_value


def table(*texts: str, role: str | None = None) -> Tabel:
    """One column, one row for each text, each row 20 points high on page 1."""
    cells = []
    for row, text in enumerate(texts):
        read = read_value(text, "rupiah" if role == "pagu" else None)
        value = Nilai(read.type, read.raw, read.number, read.unit, read.reading, read.alternatives)
        place = Place(page=1, bbox=(0.0, 20.0 * row, 100.0, 20.0 * row + 20))
        cells.append(Cell(row, 0, 1, 1, text, False, (place,), value))
    return Tabel("t001", "3.1", None, None, "lain", (1,), len(texts), 1, 0, (Column("Pagu", role),), tuple(cells))


def doubt(row: int, text: str, other: str) -> dict[int, tuple[OtherReading, ...]]:
    return {1: (OtherReading(10, 20 * row + 4, 60, 20 * row + 16, text, other, 95),)}


OTHERS = ("1.400.000", "2.870.500")


@pytest.mark.parametrize(
    ("text", "other", "number", "reading", "alternatives"),
    [
        ("1.250.000", "1.260.000", "1250000", "ambiguous", ["1260000"]),
        ("1.250.000", "1.250,000", "1250000", "clean", []),
        ("1.250.000", "125000", "1250000", "ambiguous", ["125000"]),
        ("1.250.000", "", "1250000", "ambiguous", []),
        ("1.250.000", "1..2", "1250000", "ambiguous", []),
    ],
)
def test_two_readings(text: str, other: str, number: str, reading: str, alternatives: list[str]) -> None:
    marked = mark_unsure([table(text, *OTHERS, role="pagu")], doubt(0, text, other), frozenset({1}))
    cell = marked.tabel[0].cells[0]
    assert cell.value is not None
    assert (cell.text, cell.value.raw) == (text, text)
    assert (cell.value.number, cell.value.reading) == (Decimal(number), reading)
    assert [str(n) for n in cell.value.alternatives if n != cell.value.number] == alternatives
    codes = [t.code for t in marked.temuan]
    assert codes == ([] if reading == "clean" else ["OCR-FIGURE"])
    assert marked.tabel[0].cells[1:] == table(text, *OTHERS, role="pagu").cells[1:]


def test_a_malformed_reading_yields_to_a_well_formed_one() -> None:
    given = table("1.2500.00", *OTHERS, role="pagu")
    before = given.cells[0].value
    after = mark_unsure([given], doubt(0, "1.2500.00", "1.250.000"), frozenset({1})).tabel[0].cells[0].value
    assert before is not None
    assert after is not None
    assert (before.reading, after.reading, after.number) == ("malformed", "ambiguous", Decimal("1250000"))
    assert before.number in after.alternatives


def test_the_finding_names_place_and_both_readings() -> None:
    given = table(*OTHERS, "1.250.000", role="pagu")
    (found,) = mark_unsure([given], doubt(2, "1.250.000", "1.260.000"), frozenset({1})).temuan
    (ref,) = found.refs
    assert (ref.tabel, ref.row, ref.col, ref.page, ref.raw) == ("3.1", 2, 0, 1, "1.250.000")
    assert (found.reported, found.proposal, found.severity) == ("1250000", "1260000", "W")
    assert "1.260.000" in found.message.id
    assert "1.260.000" in found.message.en


@pytest.mark.parametrize(("text", "reading"), [("14613", "ambiguous"), ("1461", "clean"), ("14.613", "clean")])
def test_figures_without_marks_have_probably_lost_one(text: str, reading: str) -> None:
    marked = mark_unsure([table(text, *OTHERS, role="pagu")], {}, frozenset({1}))
    value = marked.tabel[0].cells[0].value
    assert value is not None
    assert value.reading == reading


def test_tables_with_a_text_layer_are_left_alone() -> None:
    given = table("14613", *OTHERS, role="pagu")
    assert mark_unsure([given], {}, frozenset({2})).tabel == (given,)


def test_of_a_page_read_in_part_only_the_figures_in_doubt_are_marked() -> None:
    (found,) = mark_unsure([table("14613", "14614", role="pagu")], doubt(0, "14613", "146"), frozenset()).tabel
    assert [c.value.reading for c in found.cells if c.value] == ["ambiguous", "clean"]


@pytest.mark.parametrize(
    ("other", "sure", "confidence"),
    [("1.250.000", True, 93), ("1.260.000", False, DISPUTED), ("", False, DISPUTED), ("1.250,000", False, 93)],
    ids=["both alike", "other digits", "one engine alone", "the same value"],
)
def test_confidence_of_recognised_figures(other: str, sure: bool, confidence: int) -> None:
    figures = {p: [f._replace(sure=sure, score=93) for f in fs] for p, fs in doubt(0, "1.250.000", other).items()}
    value = mark_unsure([table("1.250.000", *OTHERS, role="pagu")], figures, frozenset({1})).tabel[0].cells[0].value
    assert value is not None
    assert value.confidence == confidence


def test_text_layers_have_no_confidence() -> None:
    (found,) = mark_unsure([table("1.250.000", *OTHERS, role="pagu")], {}, frozenset()).tabel
    assert b"confidence" not in msgspec.json.encode(found)


@pytest.mark.parametrize("doubt", ["ocr_rows", "ocr_columns", "unruled_rows"])
def test_no_figure_is_sure_where_rows_or_columns_are_not(doubt: str) -> None:
    given = msgspec.structs.replace(table(*OTHERS, "kosong", role="pagu"), doubts=("ocr", doubt))
    (found,) = mark_unsure([given], {}, frozenset({1})).tabel
    values = [c.value for c in found.cells if c.value and c.value.number is not None]
    assert [(v.number, v.reading) for v in values] == [(number_of(text), "ambiguous") for text in OTHERS]
    assert all(isinstance(v.confidence, int) and v.confidence <= DISPUTED for v in values)
    assert mark_unsure([given], {}, frozenset({2})).tabel == (given,)


def number_of(text: str) -> Decimal | None:
    return read_value(text).number
