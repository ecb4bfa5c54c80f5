"""The second opinion: silent where engines agree; an injected misreading and a moved cell are found, with place and evidence."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from extractor import extract
from extractor.model.laporan import Cell, Laporan, Nilai, Tabel
from extractor.model.options import Options
from extractor.model.place import Place
from extractor.second import ask, doubted, with_evidence
from extractor.second.glyphs import Glyph, text_in
from extractor.second.opinion import ALIKE

SAMPLE = Path(__file__).parents[2] / "samples" / "lkip-word.pdf"


@pytest.fixture(scope="module")
def plain() -> Laporan:
    return extract(SAMPLE)


@pytest.fixture(scope="module")
def asked() -> Laporan:
    return extract(SAMPLE, Options(second_opinion="doubt"))


def contradicted(tables: tuple[Tabel, ...]) -> list[tuple[int, int]]:
    return [
        (t, c)
        for t, tabel in enumerate(tables)
        for c, cell in enumerate(tabel.cells)
        if cell.value is not None and cell.value.proof == "contradicted"
    ]


def with_cell(tabel: Tabel, index: int, cell: Cell) -> Tabel:
    return replace(tabel, cells=(*tabel.cells[:index], cell, *tabel.cells[index + 1 :]))


def test_without_doubt_nothing_is_asked(plain: Laporan) -> None:
    assert all(not tabel.evidence for tabel in plain.tabel)


def test_figures_read_alike_are_the_reports_errors(asked: Laporan) -> None:
    places = contradicted(asked.tabel)
    assert places
    for t, c in places:
        value = asked.tabel[t].cells[c].value
        assert value is not None
        assert ALIKE in value.evidence
        assert all(ALIKE in item.witnesses for item in asked.temuan if item.id in value.evidence)


def test_tables_in_doubt_hold_what_others_see(asked: Laporan) -> None:
    tables = [tabel for tabel in asked.tabel if doubted(tabel)]
    assert tables
    for tabel in tables[:3]:
        assert any(word.startswith("camelot") for word in tabel.evidence)
        assert any(word.startswith("pdfplumber") for word in tabel.evidence)


def test_findings_are_those_of_the_first_reading(plain: Laporan, asked: Laporan) -> None:
    assert [(t.code, t.message) for t in asked.temuan] == [(t.code, t.message) for t in plain.temuan]


def test_a_misread_figure_is_told_apart_from_an_error(plain: Laporan) -> None:
    t, c = contradicted(plain.tabel)[0]
    tabel = plain.tabel[t]
    right = tabel.cells[c]
    wrong = with_cell(tabel, c, replace(right, text=right.text[:-1]))
    opinion = ask(SAMPLE, None, [wrong], "doubt")
    (finding,) = [item for item in opinion.temuan if item.code == "READ-DIFF"]
    assert finding.severity == "W"
    assert finding.refs[0].page == right.prov[0].page
    assert finding.refs[0].bbox == right.prov[0].bbox
    assert opinion.readings[wrong.id, right.row, right.col] == "".join(right.text.split())


def test_a_cell_that_others_see_elsewhere_is_told(plain: Laporan) -> None:
    tabel = next(tabel for tabel in plain.tabel if len(tabel.pages) == 1)
    at = next(i for i, cell in enumerate(tabel.cells) if not cell.header and cell.text.strip())
    cell = tabel.cells[at]
    moved = with_cell(replace(tabel, doubts=("unruled",)), at, replace(cell, text=f"{cell.text} 77"))
    opinion = ask(SAMPLE, None, [replace(moved, doubts=("word_crosses",))], "doubt")
    (finding,) = [item for item in opinion.temuan if item.code == "SECOND-DIFF"]
    assert [(ref.row, ref.col) for ref in finding.refs] == [(cell.row, cell.col)]
    assert finding.severity == "W"
    told, _ = with_evidence([moved], (), opinion)
    assert told[0].evidence == finding.witnesses


def test_a_damaged_file_gives_no_opinion(tmp_path: Path, plain: Laporan) -> None:
    broken = tmp_path / "rusak.pdf"
    broken.write_bytes(SAMPLE.read_bytes()[:2000])
    opinion = ask(broken, None, plain.tabel, "doubt")
    assert opinion.temuan == ()
    assert opinion.readings == {}


def glyph(text: str, x: float, top: float, upright: bool = True) -> Glyph:
    return Glyph(text, (x, top, x + 5, top + 10), upright)


@pytest.mark.parametrize(
    ("glyphs", "text"),
    [
        ([glyph("2", 6, 0), glyph("1", 0, 0), glyph("3", 0, 12)], "123"),
        ([glyph("1", 0, 0), glyph("1", 0.4, 0), glyph("1", 6, 0)], "11"),
        ([glyph("1", 0, 0), glyph("9", 90, 0)], "1"),
        ([glyph("(cid:3)", 0, 0)], None),
        ([glyph("1", 0, 0, upright=False)], None),
        ([], ""),
    ],
)
def test_letters_in_a_box(glyphs: list[Glyph], text: str | None) -> None:
    assert text_in(glyphs, (0.0, 0.0, 50.0, 30.0)) == text


def cell(row: int, col: int, text: str, value: Nilai | None = None) -> Cell:
    return Cell(row, col, 1, 1, text, row == 0, (Place(1, (0.0, 0.0, 1.0, 1.0)),), value)


def table(cells: list[Cell], *, joined: tuple[str, ...] = (), doubts: tuple[str, ...] = ()) -> Tabel:
    return Tabel("t1", None, None, None, "umum", (1,), 6, 2, 1, (), tuple(cells), joined=joined, doubts=doubts)


BODY = [cell(0, 0, "a"), cell(0, 1, "b"), *(cell(r, c, "x") for r in range(1, 6) for c in range(2))]
FIGURES = [
    cell(r, 1, "1", Nilai("angka", "1", number=None, reading="malformed") if r == 1 else Nilai("angka", "1", 1))
    for r in range(1, 6)
]


@pytest.mark.parametrize(
    ("tabel", "why"),
    [
        (table(BODY), ()),
        (table(BODY, doubts=("unruled",)), ("unruled",)),
        (table(BODY, joined=("same column edges; no header of its own",)), ()),
        (table(BODY, joined=("same number of columns; 2 header rows repeated",)), ()),
        (table(BODY, joined=("column edges agree but for single ones; no header of its own",)), ("join",)),
        (table(BODY[:2]), ("header_only",)),
        (table([*BODY[:2], *FIGURES, *(cell(r, 0, "x") for r in range(1, 6))]), ("mixed_column",)),
    ],
)  # fmt: skip
def test_what_is_in_doubt(tabel: Tabel, why: tuple[str, ...]) -> None:
    assert doubted(tabel) == why
