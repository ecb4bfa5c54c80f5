"""What paragraphs print: tracked changes, hidden text, fields, boxes, notes, characters."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.model.body import Line
from extractor.readers.docx import DocxLimits
from extractor.readers.docx.text import clean
from tests.readers_docx.word import num, p, read, rows, style, tbl, tc, texts, tr


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def instruction(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def field(text: str, result: str | None) -> str:
    """A complex field; without `result` it has no separator either."""
    shown = "" if result is None else mark("separate") + r(result)
    return mark("begin") + instruction(text) + shown + mark("end")


ONE_LINE = {
    "runs join": (r("Rp") + r(" 1.000"), "Rp 1.000"),
    "inserted kept, deleted gone": (
        r("A") + f"<w:ins>{r('B')}</w:ins><w:del><w:r><w:delText>C</w:delText></w:r></w:del>",
        "AB",
    ),
    "moved": (f"<w:moveFrom>{r('lama')}</w:moveFrom><w:moveTo>{r('baru')}</w:moveTo>", "baru"),
    "hidden": (r("tampak") + r("rahasia", "<w:vanish/>"), "tampak"),
    "hidden switched off": (r("tampak", '<w:vanish w:val="0"/>'), "tampak"),
    "smart tag, link, content control": (
        f"<w:smartTag>{r('a')}</w:smartTag><w:hyperlink>{r('b')}</w:hyperlink>"
        f"<w:sdt><w:sdtContent>{r('c')}</w:sdtContent></w:sdt>",
        "abc",
    ),
    "tab and break are spaces": ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a b c"),
    "spaces at the ends of unmarked text are dropped": ("<w:r><w:t>1 </w:t><w:t>000</w:t></w:r>", "1000"),
    "hyphens": ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c\u00add\u2011e</w:t></w:r>", "a-bcd-e"),
    "symbols": ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>5</w:t><w:sym w:font="Wingdings" w:char="FC"/></w:r>', "≥5✓"),
    "bad symbol": ('<w:r><w:t>a</w:t><w:sym w:font="Symbol" w:char="XYZ"/></w:r>', "a"),
    "formula": (
        "<m:oMath><m:f><m:num><m:r><m:t>Realisasi</m:t></m:r></m:num><m:den><m:r><m:t>Target</m:t></m:r></m:den></m:f>"
        "<m:r><m:t> × 100%</m:t></m:r></m:oMath>",
        "Realisasi / Target × 100%",
    ),
    "alternatives: one": (
        f"<mc:AlternateContent><mc:Choice>{r('a')}</mc:Choice><mc:Fallback>{r('b')}</mc:Fallback></mc:AlternateContent>",
        "a",
    ),
    "result of a field": (r("hal ") + field("PAGEREF x", "7"), "hal 7"),
    "field in a field": (mark("begin") + instruction("IF ") + field("X", "tidak") + mark("separate") + r("ya") + mark("end"), "ya"),
    "simple field": (f'<w:fldSimple w:instr="TITLE">{r("Judul")}</w:fldSimple>', "Judul"),
    "printed sequence is kept": (r("Tabel ") + field("SEQ Tabel \\* ARABIC", "9"), "Tabel 9"),
    "sequence without a result": (r("Tabel ") + field("SEQ Tabel \\* ARABIC", None), "Tabel 1"),
    "sequence in Roman": (field("SEQ x \\* ROMAN \\r4", None) + r(" ") + field("seq x \\* roman", ""), "IV v"),
    "sequence repeated and hidden": (
        "".join(field(f"SEQ x {switch}", None) for switch in ("", "\\c", "\\h", "")),
        "113",
    ),
    "simple sequence": ('<w:fldSimple w:instr=" SEQ Tabel "/>', "1"),
    "field without an end": (mark("begin") + instruction("SEQ x") + r("tak tercetak"), "1"),
    "end without a field": (mark("end") + mark("separate") + r("a"), "a"),
}  # fmt: skip


@pytest.mark.parametrize(("inside", "expected"), ONE_LINE.values(), ids=ONE_LINE.keys())
def test_one_line(tmp_path: Path, inside: str, expected: str) -> None:
    assert texts(read(tmp_path, f"<w:p>{inside}</w:p>")) == [expected]


def test_sequences_go_on_from_what_is_printed_and_restart_after_headings(tmp_path: Path) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    captions = [field("SEQ t \\s 1", result) for result in ("4", None)]
    body = "".join(f"<w:p>{caption}</w:p>" for caption in captions)
    body += p("BAB II", style("H1")) + f"<w:p>{captions[1]}</w:p>"
    assert texts(read(tmp_path, body, styles=styles)) == ["4", "5", "BAB II", "1"]


def test_an_unfinished_field_swallows_nothing(tmp_path: Path) -> None:
    body = f"<w:p>{mark('begin')}{instruction('TOC')}</w:p>" + p("isi")
    assert texts(read(tmp_path, body)) == ["isi"]


def test_a_field_may_span_paragraphs(tmp_path: Path) -> None:
    body = f"<w:p>{mark('begin')}{instruction('TOC')}{mark('separate')}{r('BAB I 1')}</w:p>"
    body += f"<w:p>{r('BAB II 9')}{mark('end')}</w:p>"
    assert texts(read(tmp_path, body)) == ["BAB I 1", "BAB II 9"]


def test_deleted_paragraph_mark_joins(tmp_path: Path) -> None:
    body = p("Tabel 3.1", "<w:rPr><w:del/></w:rPr>") + p(" Capaian")
    reading = read(tmp_path, body)
    assert texts(reading) == ["Tabel 3.1 Capaian"]
    assert reading.notes == {"deleted": 1}


def test_page_break_parts_lines(tmp_path: Path) -> None:
    body = '<w:p><w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r></w:p>'
    assert texts(read(tmp_path, body)) == ["a", "b"]


BOX = "<w:txbxContent>" + p("BAB I") + "</w:txbxContent>"


@pytest.mark.parametrize(
    "drawing",
    [
        f"<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>",
        f"<mc:AlternateContent><mc:Choice><w:drawing/></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>",
        f"<w:pict><v:textbox>{BOX}</v:textbox></w:pict>",
    ],
)
def test_text_box_once_and_before_its_paragraph(tmp_path: Path, drawing: str) -> None:
    lines = read(tmp_path, f"<w:p><w:r>{drawing}<w:t>PENDAHULUAN</w:t></w:r></w:p>").body.items
    found = [(line.text, line.boxed, line.place.path) for line in lines if isinstance(line, Line)]
    assert found == [
        ("BAB I", True, "body/paragraph[1]/textbox[1]/paragraph[1]"),
        ("PENDAHULUAN", False, "body/paragraph[1]"),
    ]


def test_word_art(tmp_path: Path) -> None:
    body = '<w:p><w:r><w:pict><v:shape><v:textpath string="LAMPIRAN"/></v:shape></w:pict></w:r></w:p>'
    assert texts(read(tmp_path, body)) == ["LAMPIRAN"]


def test_notes_follow_their_paragraph(tmp_path: Path) -> None:
    footnotes = f'<w:footnote w:id="0">{p("garis")}</w:footnote><w:footnote w:id="5">{p("Sumber: BPS")}</w:footnote>'
    endnotes = f'<w:endnote w:id="2">{p("Catatan akhir")}</w:endnote>'
    reference = '<w:r><w:endnoteReference w:id="2"/></w:r><w:r><w:footnoteReference w:id="5"/></w:r>'
    dangling = '<w:r><w:footnoteReference w:id="77"/></w:r>'
    body = f"<w:p>{r('12,5')}{reference}</w:p>" + tbl(tr(tc(f"<w:p>{r('9')}{dangling}</w:p>"), tc("b"))) + p("isi")
    reading = read(tmp_path, body, footnotes=footnotes, endnotes=endnotes)
    lines = [(item.text, item.role, item.place.path) for item in reading.body.items if isinstance(item, Line)]
    assert lines == [
        ("12,5", None, "body/paragraph[1]"),
        ("1 Sumber: BPS", "note", "footnotes/footnote[2]/paragraph[1]"),
        ("isi", None, "body/paragraph[2]"),
        ("i Catatan akhir", "note", "endnotes/endnote[1]/paragraph[1]"),
    ]
    assert rows(reading) == [["9", "b"]]
    assert reading.notes == {"dangling_note": 1}


def noted(note: int, *others: int) -> str:
    refs = "".join(f'<w:r><w:footnoteReference w:id="{other}"/></w:r>' for other in others)
    return f'<w:footnote w:id="{note}"><w:p>{r(f"catatan {note}")}{refs}</w:p></w:footnote>'


@pytest.mark.parametrize(
    ("footnotes", "lines"),
    [
        (noted(1, 1), ["isi", "1 catatan 1"]),
        (noted(1, 2) + noted(2, 1), ["isi", "1 catatan 1", "2 catatan 2"]),
        (
            "".join(noted(n, n + 1, n + 1) for n in range(1, 41)),
            ["isi", *(f"{1 if n == 1 else 2 * n - 2} catatan {n}" for n in range(1, 41))],
        ),
    ],
    ids=["itself", "each other", "two each, 2^40 in all"],
)
def test_notes_that_refer_to_notes_are_given_once(footnotes: str, lines: list[str], tmp_path: Path) -> None:
    body = f'<w:p>{r("isi")}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    assert texts(read(tmp_path, body, footnotes=footnotes)) == lines


def test_looks_come_from_styles_and_runs(tmp_path: Path) -> None:
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/>'
        '<w:pPr><w:jc w:val="center"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/>'
        '<w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Besar"><w:rPr><w:sz w:val="40"/></w:rPr></w:style>'
    )
    big = '<w:rStyle w:val="Besar"/>'
    body = (
        p("gaya", style("A"))
        + f"<w:p>{r('besar', big)}</w:p>"
        + f"<w:p>{r('tebal', '<w:b/>')}{r('tidak sama sekali')}</w:p>"
    )
    looks = [
        (line.text, line.bold, line.size, line.centred, line.level)
        for line in read(tmp_path, body, styles=styles).body.items
        if isinstance(line, Line)
    ]
    assert looks == [
        ("gaya", True, 11.0, True, 2),
        ("besar", False, 20.0, False, None),
        ("tebaltidak sama sekali", False, 11.0, False, None),
    ]


def test_boxes_too_deep_become_lines(tmp_path: Path) -> None:
    body = p("paling dalam")
    for _ in range(6):
        body = f"<w:p><w:r><w:pict><w:txbxContent>{body}</w:txbxContent></w:pict></w:r></w:p>"
    reading = read(tmp_path, body, DocxLimits(max_table_depth=3))
    assert texts(reading) == ["paling dalam"]
    assert reading.notes == {"nested_too_deep": 1}


def test_wrapped_blocks_and_unread_parts(tmp_path: Path) -> None:
    body = f"<w:sdt><w:sdtContent><w:customXml>{p('isi', num(9))}</w:customXml></w:sdtContent></w:sdt><w:altChunk/>"
    reading = read(tmp_path, body)
    assert texts(reading) == ["isi"]
    assert reading.notes == {"alt_chunk": 1}


@settings(max_examples=300, derandomize=True)
@given(st.text())
def test_clean_is_one_tidy_line(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert not {"\n", "\t", "\xa0", "\xad", "\u200b", "\u2011"} & set(once)
    assert once == once.strip()
    assert "  " not in once
