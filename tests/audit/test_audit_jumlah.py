"""Sums: parents and children, rows and columns of totals, quarters."""

from collections.abc import Sequence

import msgspec
import pytest

from extractor.audit.hierarki import families
from extractor.model.laporan import DISPUTED, Klaim, KlaimFigure, Nilai
from extractor.model.page import OtherReading
from extractor.model.place import Place
from extractor.records import mark_unsure
from tests.audit.pabrik import BUDGET, anggaran, codes, number_of, only, proof, run, tabel

PROGRAM = [
    ["1.01", "Program Administrasi", "300.000.000", "250.000.000", "83,33"],
    ["1.01.01", "Listrik", "100.000.000", "90.000.000", "90,00"],
    ["1.01.02", "Kebersihan", "200.000.000", "160.000.000", "80,00"],
    ["1.02", "Program Pelatihan", "500.000.000", "412.650.000", "82,53"],
    ["1.02.01", "Pelatihan las", "50.000.000", "42.650.000", "85,30"],
    ["1.02.02", "Pelatihan jahit", "450.000.000", "370.000.000", "82,22"],
]
LEVELS = ["program", "kegiatan", "kegiatan", "program", "kegiatan", "kegiatan"]


def changed(rows: Sequence[Sequence[str]], row: int, col: int, text: str) -> list[list[str]]:
    return [[text if (i, j) == (row, col) else old for j, old in enumerate(line)] for i, line in enumerate(rows)]


def test_consistent_programs_are_proved_twice() -> None:
    found = run(tabel(PROGRAM, BUDGET), levels=LEVELS)
    assert codes(found) == []
    assert {proof(found, row, col) for row in range(1, 7) for col in (2, 3)} == {"proved"}


@pytest.mark.parametrize(("confidence", "state"), [(DISPUTED, "supported"), (99, "proved")])
def test_a_figure_that_two_engines_read_differently_is_never_proved(confidence: int, state: str) -> None:
    value = Nilai("angka", "90.000.000", number_of("90.000.000"), confidence=confidence)
    assert proof(run(tabel(PROGRAM, BUDGET, values={(2, 3): value}), levels=LEVELS), 2, 3) == state


@pytest.mark.parametrize("other", ["96.000.000", "90.000.001", ""])
def test_two_witnesses_do_not_prove_what_two_engines_read_differently(other: str) -> None:
    given = tabel(PROGRAM, BUDGET)
    row, col = 2, 3
    cells = []
    for cell in given.cells:
        place = Place(1, (100.0 * cell.col, 20.0 * cell.row, 100.0 * cell.col + 99, 20.0 * cell.row + 19))
        cells.append(msgspec.structs.replace(cell, prov=(place,)))
    scanned = msgspec.structs.replace(given, cells=tuple(cells), pages=(1,), doubts=("ocr",))
    read = [
        OtherReading(*box, c.text, other if (c.row, c.col) == (row, col) else c.text, 99, (c.row, c.col) != (row, col))
        for c in cells
        if c.value is not None and (box := c.prov[0].bbox) is not None
    ]
    (marked,) = mark_unsure([scanned], {1: read}, frozenset({1})).tabel
    found = run(marked, levels=LEVELS)
    assert proof(found, row, col) == "supported"
    assert proof(found, row + 3, col) == "proved"


def test_a_wrong_kegiatan_is_proved_by_its_percent_and_the_program() -> None:
    found = run(tabel(changed(PROGRAM, 4, 3, "45.650.000"), BUDGET), levels=LEVELS)
    for code in ("PARENT", "PCT"):
        item = only(found, code)
        assert (item.proposal, item.proof) == ("42650000", "proved")
    assert proof(found, 5, 3) == "contradicted"
    assert proof(found, 4, 3) != "contradicted"
    assert proof(found, 6, 3) != "contradicted"


def test_a_truncated_code_does_not_make_a_program() -> None:
    levels = [*LEVELS]
    levels[1] = "program"
    found = run(tabel(PROGRAM, BUDGET), levels=levels)
    assert codes(found) == ["CODE-TRUNC"]
    assert only(found, "CODE-TRUNC").reported == "1.01.01"


def test_a_program_without_money_ends_the_one_before() -> None:
    rows = [*PROGRAM, ["1.03", "Program Kosong", "-", "-", "-"], ["1.03.01", "Lain", "7.000.000", "7.000.000", "100"]]
    found = run(tabel(rows, BUDGET), levels=[*LEVELS, "program", "kegiatan"])
    assert [(item.code, item.severity) for item in found.temuan] == [("PARENT-EMPTY", "I")]


def test_a_table_that_never_adds_up_is_not_understood() -> None:
    rows = changed(changed(PROGRAM, 0, 2, "777.000.000"), 0, 3, "647.500.000")[:3]
    assert "PARENT" not in codes(run(tabel(rows, BUDGET), levels=LEVELS[:3]))


COUNTS = [
    ["10-14", "124", "120", "244"],
    ["15-19", "126", "134", "260"],
    ["20-24", "139", "146", "285"],
    ["25-29", "157", "160", "317"],
]
COUNT_LABELS = ["Umur", "Laki-laki", "Perempuan", "Jumlah"]


def counts(rows: Sequence[Sequence[str]]) -> list[str]:
    return codes(run(tabel(rows, [None] * 4, labels=COUNT_LABELS)))


def test_row_sums() -> None:
    assert counts(COUNTS) == []
    found = run(tabel(changed(COUNTS, 0, 3, "224"), [None] * 4, labels=COUNT_LABELS))
    item = only(found, "ROWSUM")
    assert (item.reported, item.recomputed) == ("224", "244")
    assert proof(found, 1, 3) == "contradicted"
    assert proof(found, 2, 3) == "supported"


def test_column_sums_with_a_dash() -> None:
    rows = [*COUNTS, ["65+", "-", "5", "5"], ["Jumlah", "546", "565", "1.111"]]
    found = run(tabel(rows, [None] * 4, labels=COUNT_LABELS))
    assert codes(found) == []
    assert proof(found, 6, 3) == "proved"
    broken = run(tabel(changed(rows, 5, 2, "665"), [None] * 4, labels=COUNT_LABELS))
    assert set(codes(broken)) == {"COLSUM", "ROWSUM"}
    assert only(broken, "COLSUM").proposal == "565"
    assert only(broken, "COLSUM").proof == "proved"


def test_a_total_of_programs_does_not_add_their_kegiatan() -> None:
    rows = [*PROGRAM, ["", "Jumlah", "800.000.000", "662.650.000", "82,83"]]
    found = run(tabel(rows, BUDGET), levels=[*LEVELS, "total"])
    assert codes(found) == []
    assert proof(found, 7, 2) == "proved"


def test_a_table_without_any_right_sum_is_silent() -> None:
    rows = [["a", "1", "2", "9"], ["b", "3", "4", "11"], ["Jumlah", "7", "9", "30"]]
    assert counts(rows) == []


QUARTERS = [
    ["1", "Program A", "400", "Triwulan I", "100"],
    ["", "", "", "Triwulan II", "100"],
    ["", "", "", "Triwulan III", "100"],
    ["", "", "", "Triwulan IV", "100"],
    ["2", "Program B", "400", "Triwulan I", "100"],
    ["", "", "", "Triwulan II", "100"],
    ["", "", "", "Triwulan III", "100"],
]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (QUARTERS, ["TW"]),
        (changed(QUARTERS, 4, 2, "300"), []),
        (changed(changed(changed(QUARTERS, 4, 4, "200"), 5, 4, "300"), 6, 4, "400"), []),  # a path to the year
    ],
)
def test_quarters(rows: list[list[str]], found: list[str]) -> None:
    spans = {(1, col): 4 for col in range(3)} | {(5, col): 3 for col in range(3)}
    result = run(tabel(rows, ["no", "program_kegiatan", None, None, None], spans=spans))
    assert codes(result) == found
    if found:
        assert only(result, "TW").recomputed == "100"


def test_two_rows_with_one_code() -> None:
    rows = changed(PROGRAM, 5, 0, "1.02.01")
    item = only(run(tabel(rows, BUDGET), levels=LEVELS), "CODE-DUP")
    assert (item.severity, item.reported) == ("W", "1.02.01")
    assert [(ref.row, ref.col) for ref in item.refs] == [(5, 0), (6, 0)]


def test_efficiency_needs_another_row_that_follows() -> None:
    roles = [*BUDGET, "efisiensi"]
    rows = [[*line, text] for line, text in zip(PROGRAM[1:3], ["10,00", "25,00"], strict=True)]
    item = only(run(tabel(rows, roles)), "EFF")
    assert (item.reported, item.recomputed) == ("25,00", "20")
    assert codes(run(tabel([[*PROGRAM[1], "25,00"]], roles))) == []


def test_one_fact_in_two_tables() -> None:
    first = tabel(PROGRAM, BUDGET)
    other = tabel(changed(PROGRAM, 4, 3, "45.650.000"), BUDGET, name="t2", nomor="3.2")
    found = run(first, other, levels=LEVELS)
    item = only(found, "XTAB")
    assert {ref.tabel for ref in item.refs} == {"3.1", "3.2"}
    assert (item.proposal, item.proof) == ("42650000", "proved")
    assert proof(found, 5, 3, table=0) != "contradicted"


def test_a_budget_before_and_after_a_change_is_two_facts() -> None:
    first = tabel([["", "Pelatihan las", "50.000.000", "-", "-"]], BUDGET)
    other = tabel([["", "Pelatihan las", "60.000.000", "-", "-"]], BUDGET, name="t2")
    assert codes(run(first, other)) == []


def test_a_copied_error_stays_contradicted() -> None:
    row = [["", "Pelatihan las", "150.000.000", "83.250.000", "68,25"]]
    found = run(tabel(row, BUDGET), tabel(row, BUDGET, name="t2"))
    assert codes(found) == ["PCT", "PCT"]
    assert proof(found, 1, 3) == "contradicted"


def claim(text: str, **figures: str) -> Klaim:
    return Klaim(5, text, None, tuple(KlaimFigure(role, raw, number_of(raw)) for role, raw in figures.items()))


@pytest.mark.parametrize(
    ("sentence", "recomputed"),
    [
        (claim("Pelatihan las: realisasi 50.000.000 atau 85,30%", realisasi="50.000.000", persen="85,30"), "42650000"),
        (claim("Pelatihan las terserap penuh", realisasi="42.650.000", pagu="50.000.000", persen="100"), "85.30"),
        (claim("Pelatihan las", realisasi="42.650.000", pagu="50.000.000", persen="85,30"), None),
        (claim("Pelatihan las kira-kira", realisasi="42.650.000", pagu="50.000.000", persen="85"), None),
        (claim("Hal lain sama sekali", realisasi="10.000", pagu="40.000", persen="50"), "25"),
        (claim("Hal lain sama sekali", realisasi="50.000.000", persen="85,30"), None),
    ],
)
def test_sentences(sentence: Klaim, recomputed: str | None) -> None:
    found = run(tabel(PROGRAM, BUDGET), levels=LEVELS, klaim=[sentence])
    assert [item.recomputed for item in found.temuan] == ([] if recomputed is None else [recomputed])
    if recomputed is not None:
        item = only(found, "NARR")
        assert (item.refs[0].tabel, item.refs[0].page) == (None, 5)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (claim("Realisasi seluruhnya", realisasi="153.651.250", persen="75,00"), ["NARR"]),
        (claim("Realisasi seluruhnya", realisasi="153.651.250", persen="76,83"), []),
        (claim("Realisasi dari pagu lain", realisasi="153.651.250", pagu="204.868.333", persen="75,00"), []),
        (claim("Realisasi lain", realisasi="153.651.251", persen="75,00"), []),
    ],
)
def test_a_sentence_about_the_total(sentence: Klaim, found: list[str]) -> None:
    rows = [
        ["", "Pelatihan las", "150.000.000", "111.000.000", "74,00"],
        ["", "Bursa kerja", "50.000.000", "42.651.250", "85,30"],
        ["", "Jumlah", "200.000.000", "153.651.250", "76,83"],
    ]
    result = run(tabel(rows, BUDGET), levels=["kegiatan", "kegiatan", "total"], klaim=[sentence])
    assert codes(result) == found


def test_money_in_millions_is_not_compared_with_whole_rupiah() -> None:
    rows = [["", "Pelatihan las", "150.000", "120.000", "80,00"]]
    values = {(1, 2): Nilai("rupiah", "150.000", number_of("150.000"), "ribu rupiah")}
    whole = tabel([["", "Pelatihan las", "150.000", "111.000", "74,00"]], BUDGET)
    assert codes(run(whole, tabel(rows, BUDGET, name="t2", nomor="3.2", values=values))) == []
    assert codes(run(whole, tabel(rows, BUDGET, name="t2", nomor="3.2"))) == ["XTAB"]


def test_revenue_is_added_up_in_revenue() -> None:
    rows = [
        ["4.1", "Pajak", "300.000.000", "-", "-"],
        ["4.1.1", "Hotel", "100.000.000", "-", "-"],
        ["4.1.2", "Parkir", "210.000.000", "-", "-"],
    ]
    made = tabel(rows, BUDGET)
    records = [msgspec.structs.replace(r, induk=None if r.row == 1 else 1) for r in anggaran(made, ["pendapatan"] * 3)]
    assert [len(children) for _, children in families(records)] == [2]
    assert families([msgspec.structs.replace(records[0], level="belanja"), *records[1:]]) == []


@pytest.mark.parametrize(("wrong", "severities"), [(3, ["I", "I", "I"]), (1, ["E"])])
def test_totals_that_miss_by_a_rounding_throughout_are_no_contradiction(wrong: int, severities: list[str]) -> None:
    """Money computed with fractions of a rupiah: several programs differ from their kegiatan by one."""
    rows: list[list[str]] = []
    for program in range(4):
        total = "300.000.001" if program < wrong else "300.000.000"
        rows.append([f"1.0{program}", f"Program {program}", total, "", ""])
        rows += [[f"1.0{program}.0{i}", f"Kegiatan {program}{i}", "100.000.000", "", ""] for i in range(3)]
    found = run(tabel(rows, BUDGET), levels=["program", "kegiatan", "kegiatan", "kegiatan"] * 4)
    assert [(item.code, item.severity) for item in found.temuan] == [("PARENT", severity) for severity in severities]


STAFF = [["1.", "IV", "15"], ["2.", "III", "70"], ["3.", "II", "55"], ["", "Jumlah", "140"]]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (STAFF, []),
        (changed(STAFF, 1, 2, "78"), [("W", "140", "148")]),
        (changed(STAFF, 1, 2, "700"), []),  # the total of something else
        (changed(STAFF, 1, 0, ""), []),  # a row that may be a part of the one above
    ],
    ids=["right", "wrong", "far off", "not numbered"],
)
def test_a_numbered_list_under_its_total(rows: list[list[str]], said: list[tuple[str, str, str]]) -> None:
    found = run(tabel(rows, ["no", None, None], labels=["No", "Golongan", "Jumlah"]))
    assert [(t.severity, t.reported, t.recomputed) for t in found.temuan if t.code == "COLSUM"] == said


def test_a_table_of_nothing_but_header_rows_has_no_total() -> None:
    assert codes(run(tabel([], ["no", None, None], labels=["No", "Golongan", "Jumlah"]))) == []
