"""Numbers that Word computes. Expected values are what Word prints (and LibreOffice, but for isLgl and lvlRestart)."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.model.body import Line
from extractor.readers.docx.numformat import formatted, letter, roman
from tests.readers_docx.word import num, p, read, rows, style, tbl, tc, texts, tr


def lvl(ilvl: int, kind: str, pattern: str, start: int = 1, extra: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{ilvl}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'{extra}<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def abstract(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def instance(number: int, of: int, *overrides: tuple[int, int]) -> str:
    starts = "".join(
        f'<w:lvlOverride w:ilvl="{ilvl}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for ilvl, start in overrides
    )
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{starts}</w:num>'


CHAPTERS = abstract(
    0,
    lvl(0, "upperRoman", "BAB %1"),
    lvl(1, "decimal", "%1.%2", extra="<w:isLgl/>"),
    lvl(2, "lowerLetter", "%3."),
    lvl(3, "decimal", "%1.%2.%3.%4"),
)
RESTARTS = abstract(
    1,
    lvl(0, "decimal", "%1."),
    lvl(1, "lowerLetter", "%2)", extra='<w:lvlRestart w:val="0"/>'),
    lvl(2, "decimal", "(%3)", extra='<w:lvlRestart w:val="1"/>'),
)
STARTS = abstract(2, lvl(0, "decimal", "%1", start=5), lvl(1, "lowerRoman", "%1.%2", start=3))
LINKED = abstract(
    3,
    lvl(0, "decimal", "%1.", extra='<w:pStyle w:val="J1"/>'),
    lvl(1, "decimal", "%1.%2", extra='<w:pStyle w:val="J2"/>'),
    lvl(2, "decimal", "%1.%2.%3"),
)
SIGNS = abstract(4, lvl(0, "bullet", "\uf0b7"), lvl(1, "decimalZero", "%1-%2"), lvl(2, "none", ""))
BY_NAME = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Daftar"/></w:abstractNum>'
NUMBERING = (
    CHAPTERS + RESTARTS + STARTS + LINKED + SIGNS + BY_NAME + instance(1, 0) + instance(2, 1) + instance(3, 2)
    + instance(4, 3) + instance(5, 4) + instance(6, 1, (0, 1)) + instance(7, 1, (0, 7), (1, 4)) + instance(8, 5)
)  # fmt: skip
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="J1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="J2"><w:name w:val="Judul 2"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Anak"><w:name w:val="Anak"/><w:basedOn w:val="J2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Cucu"><w:name w:val="Cucu"/><w:basedOn w:val="J1"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="2"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="numbering" w:styleId="Daftar"><w:name w:val="Daftar"/>'
    '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
)

SEQUENCES = {
    "roman chapter, legal section": (
        [(1, 0), (1, 1), (1, 1), (1, 2), (1, 3), (1, 0), (1, 1)],
        ["BAB I", "1.1", "1.2", "a.", "I.2.a.1", "BAB II", "2.1"],
    ),
    "missing levels take their start": ([(1, 3), (1, 3), (1, 0)], ["I.1.a.1", "I.1.a.2", "BAB II"]),
    "never restarted, restarted by level 1 only": (
        [(2, 0), (2, 1), (2, 2), (2, 2), (2, 1), (2, 2), (2, 0), (2, 1), (2, 2)],
        ["1.", "a)", "(1)", "(2)", "b)", "(3)", "2.", "c)", "(1)"],
    ),
    "other starts": ([(3, 1), (3, 1), (3, 0), (3, 1), (3, 0)], ["5.iii", "5.iv", "6", "6.iii", "7"]),
    "lists of one definition count together; startOverride restarts once": (
        [(2, 0), (2, 0), (6, 0), (6, 0), (2, 0), (7, 0), (7, 1), (7, 0), (6, 0)],
        ["1.", "2.", "1.", "2.", "3.", "7.", "d)", "8.", "9."],
    ),
    "bullet, zero, none": ([(5, 0), (5, 1), (5, 2)], ["•", "•-01".replace("•", "1"), None]),
    "definition named by a numbering style": ([(8, 0), (3, 0)], ["5", "6"]),
    "no such list": ([(99, 0), (0, 0)], [None, None]),
}


@pytest.mark.parametrize(("paragraphs", "expected"), SEQUENCES.values(), ids=SEQUENCES.keys())
def test_numbers(tmp_path: Path, paragraphs: list[tuple[int, int]], expected: list[str | None]) -> None:
    body = "".join(p("isi", num(*where)) for where in paragraphs)
    lines = [item for item in read(tmp_path, body, numbering=NUMBERING, styles=STYLES).body.items]
    assert [line.number for line in lines if isinstance(line, Line)] == expected
    assert [line.text for line in lines if isinstance(line, Line)] == [f"{n} isi" if n else "isi" for n in expected]


def test_numbers_and_levels_from_styles(tmp_path: Path) -> None:
    styles = ["J1", "J2", "Anak", "Cucu", "J1", "J2"]
    body = "".join(p(name, style(name)) for name in styles)
    body += p("tanpa", style("J2") + num(0)) + p("dalam", style("J2") + '<w:numPr><w:ilvl w:val="2"/></w:numPr>')
    reading = read(tmp_path, body, numbering=NUMBERING, styles=STYLES)
    assert texts(reading) == [
        "1. J1", "1.1 J2", "1.2 Anak", "1.2.1 Cucu", "2. J1", "2.1 J2", "tanpa", "2.1.1 dalam",
    ]  # fmt: skip
    assert [item.level for item in reading.body.items if isinstance(item, Line)] == [1, 2, 2, 1, 1, 2, 2, 2]


def test_numbers_in_cells_and_without_text(tmp_path: Path) -> None:
    body = tbl(*(tr(tc(p("", num(3))), tc(name)) for name in ("Satu", "Dua")))
    assert rows(read(tmp_path, body, numbering=NUMBERING)) == [["5", "Satu"], ["6", "Dua"]]


def test_covered_cells_do_not_count_but_are_noted(tmp_path: Path) -> None:
    merged = [tc(p("", num(3)), f"<w:vMerge {value}/>") for value in ('w:val="restart"', "")]
    body = tbl(tr(merged[0], tc("a")), tr(merged[1], tc("b")), tr(tc(p("", num(3))), tc("c")))
    reading = read(tmp_path, body, numbering=NUMBERING)
    assert rows(reading) == [["5", "a"], ["", "b"], ["6", "c"]]
    assert reading.notes == {"covered_number": 1}


SUFFIX = abstract(0, lvl(0, "decimal", "%1", extra='<w:suff w:val="nothing"/>')) + instance(1, 0)


@pytest.mark.parametrize(
    ("text", "expected"), [("500", "1 500"), (")", "1)"), (" satu", "1 satu"), ("</w:t><w:br/><w:t>PENDAHULUAN", "1 PENDAHULUAN")]
)  # fmt: skip
def test_a_number_is_never_glued_to_a_figure(tmp_path: Path, text: str, expected: str) -> None:
    assert texts(read(tmp_path, p(text, num(1)), numbering=SUFFIX)) == [expected]


def test_hidden_paragraphs_do_not_count(tmp_path: Path) -> None:
    body = p("satu", num(3)) + p("", num(3) + "<w:rPr><w:vanish/></w:rPr>") + p("dua", num(3))
    assert texts(read(tmp_path, body, numbering=NUMBERING)) == ["5 satu", "6 dua"]


@pytest.mark.parametrize(
    ("value", "kind", "custom", "expected"),
    [
        (4, "upperRoman", "", "IV"), (1999, "lowerRoman", "", "mcmxcix"), (0, "upperRoman", "", "0"),
        (1, "upperLetter", "", "A"), (27, "lowerLetter", "", "aa"), (53, "upperLetter", "", "AAA"),
        (7, "decimalZero", "", "07"), (12, "custom", "001, 002, 003, ...", "012"), (3, "none", "", ""),
        (3, "decimalEnclosedParen", "", "(3)"), (3, "chineseCounting", "", "3"),
    ],
)  # fmt: skip
def test_formats(value: int, kind: str, custom: str, expected: str) -> None:
    assert formatted(value, kind, custom) == expected


@settings(max_examples=200, derandomize=True)
@given(st.integers(1, 3999))
def test_roman_counts_up(value: int) -> None:
    worth = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    figures = [worth[c] for c in roman(value)]
    pairs = zip(figures, [*figures[1:], 0], strict=True)
    assert sum(-a if a < b else a for a, b in pairs) == value


@settings(max_examples=200, derandomize=True)
@given(st.integers())
def test_letters_never_run_away(value: int) -> None:
    assert 0 < len(letter(value)) <= max(30, len(str(value)))
