"""Tables without rules: columns from white rivers, group headers, rows; and running text that is none."""

import pytest

from extractor.grids.agree import doubts_of
from extractor.grids.layout import build_layout, split_header
from extractor.grids.rivers import Core, columns_of, edges_between, find_cores
from extractor.grids.unruled import find_unruled
from extractor.model.body import Body, Grid, GridCell, Item, Piece, dense
from tests.grids.kisi import line, table

LEFTS = [50.0, 75.0, 190.0, 240.0, 300.0]
HEAD = ["No", "Indikator", "Satuan", "Target", "Realisasi"]
ROWS = [
    ["1", "Nilai SAKIP", "Nilai", "80", "81"],
    ["2", "Indeks Layanan", "Angka", "75", "70"],
    ["3", "Opini BPK", "Opini", "90", "95"],
]


def pieces(*spans: tuple[float, float]) -> list[Piece]:
    return [Piece("x", a, b) for a, b in spans]


CORES: list[tuple[str, list[list[Piece]], list[list[Piece]], list[tuple[float, float]]]] = [
    ("two columns", [], [pieces((0, 40), (60, 90)), pieces((0, 30), (65, 95))], [(0, 40), (60, 95)]),
    ("a river as wide as a gap", [], [pieces((0, 40), (60, 90)), pieces((0, 56), (60, 90))], [(0, 56), (60, 90)]),
    ("a line over the river", [], [pieces((0, 40), (60, 90)), pieces((0, 70))], [(0, 90)]),
    ("a header over no column", [pieces((0, 40), (60, 90), (120, 150))], [pieces((0, 40), (60, 90))], [(0, 40), (60, 90), (120, 150)]),
    ("a group header crosses rivers", [pieces((0, 90))], [pieces((0, 40), (60, 90))], [(0, 40), (60, 90)]),
    ("left and right entries of one column", [pieces((0, 100), (120, 150))], [pieces((0, 40), (120, 150)), pieces((60, 100), (120, 150))],
     [(0, 100), (120, 150)]),
]  # fmt: skip


@pytest.mark.parametrize("header, body, wanted", [case[1:] for case in CORES], ids=[case[0] for case in CORES])
def test_find_cores(header: list[list[Piece]], body: list[list[Piece]], wanted: list[tuple[float, float]]) -> None:
    assert [tuple(core) for core in find_cores(header, body)] == wanted


def test_edges_lie_in_the_middle_of_rivers() -> None:
    assert edges_between([Core(0, 40), Core(60, 90), Core(100, 120)]) == [0, 50, 95, 120]


@pytest.mark.parametrize(
    "span, wanted", [((0, 30), (0, 0)), ((10, 70), (0, 1)), ((45, 50), (0, 0)), ((52, 58), (1, 1))]
)
def test_columns_of_a_piece(span: tuple[float, float], wanted: tuple[int, int]) -> None:
    assert columns_of(Piece("x", *span), [Core(0, 40), Core(60, 90)]) == wanted


@pytest.mark.parametrize(
    "rows, bold, wanted",
    [
        ([HEAD, *ROWS], 1, 1),
        ([HEAD, *ROWS], 0, 1),
        ([HEAD, ["", "", "", "2019", "2020"], *ROWS], 0, 2),
        ([HEAD, ["", "", "", "2019", "2020"], *ROWS], 2, 2),
    ],
    ids=["bold", "before the first figures", "years are no figures", "two bold lines"],
)
def test_split_header(rows: list[list[str]], bold: int, wanted: int) -> None:
    assert split_header(table(60, rows, LEFTS, bold=bold)) == wanted


def layout(rows: list[list[str]], bold: int = 1) -> Grid:
    made = build_layout(table(60, rows, LEFTS, bold=bold))
    assert made is not None
    return made


def test_a_plain_table() -> None:
    made = layout([HEAD, *ROWS])
    assert dense(made) == [HEAD, *ROWS]
    assert (made.header_rows, made.ruled, made.doubts) == (1, False, ("unruled",))


def test_a_name_over_two_lines_is_one_cell() -> None:
    rows = [HEAD, ROWS[0], ["", "kota", "", "", ""], *ROWS[1:]]
    assert dense(layout(rows))[1] == ["1", "Nilai SAKIP kota", "Nilai", "80", "81"]


def test_a_group_header_over_two_columns() -> None:
    lines = [
        line("", 48, at=[(245, "Tahun Anggaran 2020")], bold=True),
        *table(60, [HEAD, *ROWS], LEFTS, bold=1),
    ]
    made = build_layout(lines)
    assert made is not None
    assert made.header_rows == 2
    assert [(c.row, c.col, c.row_span, c.col_span) for c in made.cells if c.text == "Tahun Anggaran 2020"] == [
        (0, 3, 1, 2)
    ]
    assert [(c.row, c.row_span) for c in made.cells if c.text == "No"] == [(0, 2)]


def test_an_empty_place_stays_empty() -> None:
    rows = [HEAD, ROWS[0], ["2", "Indeks Layanan", "Angka", "", "70"], ROWS[2]]
    assert dense(layout(rows))[2] == rows[2]


def test_a_currency_sign_at_the_left_edge_of_its_cell_belongs_to_the_amount() -> None:
    rows = [["1", "Nilai SAKIP", "Nilai", "Rp", "1.250.000"], ["2", "Indeks", "Angka", "Rp.", "(75.000)"], ROWS[2]]
    lines = table(60, [["No", "Indikator", "Satuan", "Pagu (Rp)", ""], *rows], LEFTS, bold=1)
    made = build_layout(lines)
    assert made is not None
    assert [r[-1] for r in dense(made)] == ["Pagu (Rp)", "Rp 1.250.000", "Rp. (75.000)", "90 95"]


RUNS: list[tuple[str, list[list[str]], list[list[str]]]] = [
    ("a name that goes on beside the quarters of its row",
     [["1", "Program Sarana dan", "Triwulan I", "50", "51"], ["", "Aparatur", "Triwulan II", "50", "52"],
      ["", "", "Triwulan III", "50", "53"],
      ["2", "Program Pasar", "Triwulan I", "40", "41"], ["", "", "Triwulan II", "40", "42"]],
     [["1", "Program Sarana dan Aparatur", "Triwulan I", "50", "51"], ["", "", "Triwulan II", "50", "52"],
      ["", "", "Triwulan III", "50", "53"],
      ["2", "Program Pasar", "Triwulan I", "40", "41"], ["", "", "Triwulan II", "40", "42"]]),
    ("items of a list begin cells",
     [["1", "a. Indeks Mutu", "Nilai", "80", "81"], ["", "b. Nilai Aduan", "Nilai", "75", "70"], ["2", "Opini", "Opini", "90", "95"]],
     [["1", "a. Indeks Mutu", "Nilai", "80", "81"], ["", "b. Nilai Aduan", "Nilai", "75", "70"], ["2", "Opini", "Opini", "90", "95"]]),
    ("the last number of a code begins no row",
     [["1.01.01", "Program", "Nilai", "80", "81"], ["20", "Industri", "", "", ""], ["1.01.02", "Opini", "Opini", "90", "95"]],
     [["1.01.01 20", "Program Industri", "Nilai", "80", "81"], ["1.01.02", "Opini", "Opini", "90", "95"]]),
]  # fmt: skip


@pytest.mark.parametrize("rows, wanted", [case[1:] for case in RUNS], ids=[case[0] for case in RUNS])
def test_rows(rows: list[list[str]], wanted: list[list[str]]) -> None:
    lefts = [50.0, 110.0, 230.0, 300.0, 360.0]
    made = build_layout(table(60, [HEAD, *rows], lefts, bold=1))
    assert made is not None
    assert dense(made)[1:] == wanted


def test_a_title_with_a_sign_below_is_no_part_of_the_group_beside_it() -> None:
    head = [
        line("", 48, at=[(50, "Program"), (135, "Realisasi"), (240, "Capaian")], bold=True),
        line("", 60, at=[(125, "Rp"), (190, "%"), (250, "%")], bold=True),
    ]
    rows = [["Pasar", "1.250.000", "99,1", "100"], ["Jalan", "3.500.000", "98,2", "100"]]
    made = build_layout([*head, *table(72, rows, [50.0, 110.0, 184.0, 245.0])])
    assert made is not None
    assert [(c.text, c.col, c.col_span) for c in made.cells if c.row == 0] == [
        ("Program", 0, 1),
        ("Realisasi", 1, 2),
        ("Capaian %", 3, 1),
    ]


DOUBTS: list[tuple[str, list[str], list[list[str]], tuple[str, ...]]] = [
    ("all agrees", HEAD, ROWS, ()),
    ("a column without a title", [*HEAD[:4], ""], ROWS, ("unruled_columns",)),
]


@pytest.mark.parametrize("head, rows, wanted", [case[1:] for case in DOUBTS], ids=[case[0] for case in DOUBTS])
def test_two_ways_agree_or_it_is_said(head: list[str], rows: list[list[str]], wanted: tuple[str, ...]) -> None:
    assert layout([head, *rows]).doubts == ("unruled", *wanted)


@pytest.mark.parametrize(
    "lines, col, wanted",
    [
        (("12", "14"), 1, ("unruled_rows",)),
        (("12",), 1, ()),
        (("1", "2", "3"), 0, ("unruled_rows",)),
        (("1", "2"), 0, ()),
    ],
)
def test_one_cell_holds_one_figure(lines: tuple[str, ...], col: int, wanted: tuple[str, ...]) -> None:
    head = [GridCell(0, c, 1, 1, "Judul", ()) for c in range(2)]
    assert doubts_of([*head, GridCell(1, col, 1, 1, " ".join(lines), (), lines)], 1, 2, {1}) == wanted


def test_groups_side_by_side_keep_their_columns() -> None:
    lefts = [50.0 + 60 * n for n in range(6)]
    head = [
        line("", 48, at=[(108, "Tahun 2030"), (288, "Tahun 2031")], bold=True),
        line("", 60, at=[(x, "Target") for x in lefts], bold=True),
    ]
    made = build_layout([*head, *table(72, [["10,25"] * 6, ["20,50"] * 6], lefts)])
    assert made is not None
    assert [(c.col, c.col_span) for c in made.cells if c.row == 0] == [(0, 3), (3, 3)]


def test_a_group_over_five_columns() -> None:
    lefts = [50.0 + 60 * n for n in range(6)]
    head = [
        line("", 48, at=[(50, "Uraian"), (225, "Keuangan")], bold=True),
        line("", 60, at=[(x, "Target") for x in lefts[1:]], bold=True),
    ]
    rows = [["Pasar", "10", "20", "30,10", "40", "50,25"], ["Jalan", "10", "20", "30,10", "40", "50,25"]]
    made = build_layout([*head, *table(72, rows, lefts)])
    assert made is not None
    assert [(c.text, c.col, c.col_span) for c in made.cells if c.row == 0] == [("Uraian", 0, 1), ("Keuangan", 1, 5)]


def test_text_without_columns_is_no_table() -> None:
    assert build_layout([line("Satu kalimat", 60, bold=True), line("lalu kalimat lagi", 72)]) is None


TEXT = "Kalimat biasa yang panjang sekali di atas dan di bawah tabel itu"


def body(*items: Item) -> Body:
    return Body(items)


def shape(items: tuple[Item, ...]) -> str:
    return " ".join(f"{i.n_rows}x{i.n_cols}" if isinstance(i, Grid) else "-" for i in items)


TWO_LEFTS = [50.0, 200.0]
TWO = [["Uraian", "Jumlah"], ["Guru", "12"], ["Siswa", "340"], ["Ruang", "9"]]
FOUND: list[tuple[str, list[Item], str]] = [
    ("a table between sentences", [line(TEXT, 30), *table(60, [HEAD, *ROWS], LEFTS, bold=1), line(TEXT, 130)], "- 4x5 -"),
    ("two columns under a caption", [line("Tabel 3.1", 40, role="caption"), *table(60, TWO, TWO_LEFTS, bold=1)], "- 4x2"),
    ("two columns without a caption", [line(TEXT, 30), *table(60, TWO, TWO_LEFTS, bold=1)], "- - - - -"),
    ("contents", [line("", 60 + 12 * n, at=[(50, "Judul"), (200, "isi"), (300, str(n))], role="toc") for n in range(5)], "- - - - -"),
    ("running text", [line(TEXT, 60 + 12 * n) for n in range(4)], "- - - -"),
    ("two lines only", table(60, [HEAD, ROWS[0]], LEFTS, bold=1), "- -"),
]  # fmt: skip


@pytest.mark.parametrize("items, wanted", [case[1:] for case in FOUND], ids=[case[0] for case in FOUND])
def test_find_unruled(items: list[Item], wanted: str) -> None:
    assert shape(find_unruled(body(*items)).items) == wanted


def test_a_table_goes_on_over_the_page_end_and_running_lines_stay() -> None:
    running = line("LKIP 2020", 20, role="running", number=2)
    more = [["4", "Persentase Jalan", "Persen", "90", "88"], ["5", "Jumlah Aduan", "Aduan", "12", "10"]]
    items = [*table(500, [HEAD, *ROWS], LEFTS, bold=1), running, *table(60, more, LEFTS, number=2)]
    found = find_unruled(body(*items)).items
    (made,) = (i for i in found if isinstance(i, Grid))
    assert dense(made) == [HEAD, *ROWS, *more]
    assert made.pages == (1, 2)
    assert running in found


def test_every_word_of_the_lines_is_in_the_grid() -> None:
    items = [line(TEXT, 30), *table(60, [HEAD, *ROWS], LEFTS, bold=1), line(TEXT, 130)]
    (made,) = (i for i in find_unruled(body(*items)).items if isinstance(i, Grid))
    held = sorted(t for c in made.cells for t in c.text.split())
    assert held == sorted(t for row in [HEAD, *ROWS] for text in row for t in text.split())


def test_a_table_goes_on_below_the_rest_of_a_cell_on_the_next_page() -> None:
    more = [["4", "Nilai Kearsipan", "Nilai", "60", "61"], ["5", "Indeks Aduan", "Angka", "70", "72"]]
    rest = line("", 36, at=[(75, "kota")], number=2)
    items: list[Item] = [*table(500, [HEAD, *ROWS], LEFTS, bold=1), rest, *table(48, more, LEFTS, number=2)]
    found = find_unruled(Body(tuple(items), ())).items
    (grid,) = [item for item in found if isinstance(item, Grid)]
    assert dense(grid)[3:] == [["3", "Opini BPK kota", "Opini", "90", "95"], *more]


def test_entries_of_a_form_above_a_table_are_not_its_header() -> None:
    form = line("", 48, at=[(50, "Unit Organisasi"), (130, ":"), (150, "1.01.01"), (250, "DINAS CONTOH")])
    found = find_unruled(Body((form, *table(60, [HEAD, *ROWS], LEFTS, bold=1)), ())).items
    assert found[0] is form
    assert isinstance(found[1], Grid) and dense(found[1]) == [HEAD, *ROWS]


@pytest.mark.parametrize(
    ("figures", "wanted"),
    [
        (["174.494.00", "0"], ("unruled_rows",)),
        (["174.494.000", "0"], ()),
        (["174.494.00", "12"], ()),
    ],
    ids=["broken in a narrow column", "whole", "too many digits"],
)
def test_a_figure_that_stands_in_two_rows_is_doubted(figures: list[str], wanted: tuple[str, ...]) -> None:
    head = [GridCell(0, c, 1, 1, text, (), (text,)) for c, text in enumerate(("Program", "Pagu"))]
    body = [GridCell(r, 1, 1, 1, text, (), (text,)) for r, text in enumerate(figures, 1)]
    assert doubts_of([*head, *body], 1, 2, {1}) == wanted
