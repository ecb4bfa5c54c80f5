"""Two parts of a table put together, and what keeps two tables apart."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.grids.columns import aligned, common_edges, edges_of, respan
from extractor.grids.joint import join, repeated_rows, starts_anew
from extractor.grids.stitch import stitch, try_join
from extractor.model.body import Body, Grid, Item, PageInfo, dense
from tests.grids.kisi import grid, line

HEAD = ["No", "Indikator Kinerja", "Target", "Realisasi"]
ROWS = [["1", "Nilai SAKIP", "80", "81"], ["2", "Indeks Layanan", "75", "70"], ["3", "Opini BPK", "WTP", "WTP"]]
MORE = [["4", "Persentase Jalan", "90", "88"], ["5", "Jumlah Aduan", "12", "10"]]


REPEATED: list[tuple[str, list[list[str]], list[list[str]], tuple[int, int]]] = [
    ("whole header", [HEAD, *ROWS], [HEAD, *MORE], (1, 0)),
    ("two rows", [HEAD, ["", "", "2019", "2020"], *ROWS], [HEAD, ["", "", "2019", "2020"], *MORE], (2, 0)),
    ("the second header row only", [HEAD, ["a", "b", "2019", "2020"], *ROWS], [["a", "b", "2019", "2020"], *MORE], (1, 1)),
    ("the number row only", [HEAD, ["1", "2", "3", "6"], *ROWS], [["1", "2", "3", "6"], *MORE], (1, 0)),
    ("the number row with brackets", [HEAD, ["(1)", "(2)", "(3)", "(4)"], *ROWS], [["(1)", "(2)", "(3)", "(4)"], *MORE], (1, 0)),
    ("spaces and case differ", [HEAD, *ROWS], [["NO", "INDIKATOR  KINERJA", "TARGET", "REALI SASI"], *MORE], (1, 0)),
    ("nothing", [HEAD, *ROWS], MORE, (0, 0)),
    ("another header", [HEAD, *ROWS], [["No", "Program", "Pagu", "Realisasi"], *MORE], (0, 0)),
]  # fmt: skip


@pytest.mark.parametrize("above, below, wanted", [case[1:] for case in REPEATED], ids=[case[0] for case in REPEATED])
def test_repeated_rows(above: list[list[str]], below: list[list[str]], wanted: tuple[int, int]) -> None:
    assert repeated_rows(grid(above), grid(below, 2)) == wanted


@pytest.mark.parametrize(
    "above, below, anew",
    [
        (grid([HEAD, *ROWS], bold=[0]), grid([["Program", "Pagu", "Realisasi", "%"], *MORE], 2, bold=[0]), True),
        (grid([HEAD, *ROWS], bold=[0]), grid(MORE, 2), False),
        (grid([HEAD, *ROWS], bold=[0]), grid([["Jumlah", "", "100", "98"], *MORE], 2, bold=[0]), False),
        (grid([HEAD, *ROWS], bold=range(4)), grid([["A", "B", "C", "D"]], 2, bold=[0]), False),
        (grid([HEAD, *ROWS]), grid([["Program", "Pagu", "Realisasi", "%"], *MORE], 2, bold=[0]), False),
        (
            grid([HEAD, ["IV", "Program Data", "", ""], *ROWS], bold=[0]),
            grid([["V", "Jalan", "", ""]], 2, bold=[0]),
            False,
        ),
        (grid([HEAD, *ROWS], bold=[0]), grid([["Nomor", "Program", "", ""], *MORE], 2, bold=[0]), True),
    ],
    ids=["bold header", "plain row", "bold total", "all is bold", "first not bold", "numbered group", "named number"],
)
def test_starts_anew(above: Grid, below: Grid, anew: bool) -> None:
    assert starts_anew(above, below) is anew


LETTERED = [["a.", "Jalan", "1", "2"], ["b.", "Jembatan", "3", "4"], ["c.", "Irigasi", "5", "6"]]
PLAIN = [["Jalan", "km", "1", "2"], ["Jembatan", "unit", "3", "4"], ["Irigasi", "km", "5", "6"]]
LARGE = [["Jalan", "km", "1.200", "2.100"], ["Taman", "km", "3.500", "4.100"], ["Irigasi", "km", "5.100", "6.000"]]
STARTED = [*PLAIN[:2], ["Irigasi", "km", "", ""]]
RESTS: list[tuple[str, list[list[str]], list[str], bool]] = [
    ("a new row with its number", ROWS, ["4", "Persentase Jalan", "90", "88"], False),
    ("an empty row", ROWS, ["", "", "", ""], True),
    ("the end of a name", ROWS, ["", "dan rapi", "", ""], True),
    ("a name without a number where every row has one", ROWS, ["", "Rapi", "", ""], True),
    ("figures where the row above has some", PLAIN, ["Taman", "Buah", "7", "8"], False),
    ("a name and figures below figures of three digits and more", LARGE, ["", "Buah", "7.000", ""], False),
    ("the figures of a row that began on the page before", STARTED, ["primer", "", "5", "6"], True),
    ("a name in capitals with figures", STARTED, ["Taman", "", "5", "6"], False),
    ("a total", PLAIN, ["Jumlah", "", "", ""], False),
]  # fmt: skip


@pytest.mark.parametrize("rows, first, rest", [case[1:] for case in RESTS], ids=[case[0] for case in RESTS])
def test_what_is_the_rest_of_a_row_and_what_a_row_of_its_own(
    rows: list[list[str]], first: list[str], rest: bool
) -> None:
    whole = join(grid([HEAD, *rows]), grid([first, ["9", "Akhir", "1", "1"]], 2), 0, "uji")
    above, below = rows[-1], first
    glued = [f"{a} {b}".strip() for a, b in zip(above, below, strict=True)]
    wanted = [glued] if rest else [above, below]
    assert dense(whole)[3:-1] == wanted


def joined(above: Grid, below: Grid) -> list[list[str]]:
    whole = try_join(above, below)
    assert whole is not None
    return dense(whole)


def test_a_repeated_header_is_dropped() -> None:
    assert joined(grid([HEAD, *ROWS]), grid([HEAD, *MORE], 2)) == [HEAD, *ROWS, *MORE]


def test_a_part_without_header_follows() -> None:
    assert joined(grid([HEAD, *ROWS]), grid(MORE, 2)) == [HEAD, *ROWS, *MORE]


def test_a_row_cut_by_the_page_end_is_one_row() -> None:
    rest = [["", "dan rapi", "", ""], *MORE]
    assert joined(grid([HEAD, *ROWS]), grid(rest, 2)) == [
        HEAD,
        *ROWS[:2],
        ["3", "Opini BPK dan rapi", "WTP", "WTP"],
        *MORE,
    ]


def test_a_cut_row_is_joined_under_a_repeated_header() -> None:
    rest = [HEAD, ["", "dan rapi", "", ""], *MORE]
    assert joined(grid([HEAD, *ROWS]), grid(rest, 2))[3] == ["3", "Opini BPK dan rapi", "WTP", "WTP"]


def test_a_joined_cell_stands_on_both_pages() -> None:
    whole = try_join(grid([HEAD, *ROWS]), grid([["", "dan rapi", "", ""], *MORE], 2))
    assert whole is not None
    (cell,) = (c for c in whole.cells if c.text.startswith("Opini"))
    assert [p.page for p in cell.places] == [1, 2]
    assert whole.pages == (1, 2)


def test_a_merged_cell_goes_on_below_the_page_end() -> None:
    above = grid([HEAD, ["1", "Mutu", "a", "1"], ["", "", "b", "2"]], spans={(1, 0): (2, 1), (1, 1): (2, 1)})
    below = grid([["", "", "C", "3"], ["2", "Tata kelola", "D", "4"]], 2)
    whole = try_join(above, below)
    assert whole is not None
    assert [(c.row, c.row_span) for c in whole.cells if c.text == "Mutu"] == [(1, 3)]
    assert dense(whole)[3] == ["", "", "C", "3"]


UNITS = [["No", "Uraian", "Satuan", "2020"], ["1", "Jalan", "persen", "90"], ["2", "Guru", "orang", "12"]]


@pytest.mark.parametrize(
    "above, below",
    [
        (UNITS, [["3", "Izin", "dokumen", "7"], ["4", "Aset", "unit", "8"]]),
        ([HEAD, *LETTERED], [["d.", "Taman", "7", "8"], ["e.", "Izin", "9", "9"]]),
    ],
    ids=["units", "lettered rows"],
)
def test_small_letters_stay_in_their_rows(above: list[list[str]], below: list[list[str]]) -> None:
    assert joined(grid(above), grid(below, 2)) == [*above, *below]


def test_a_row_with_an_empty_figure_is_a_row() -> None:
    below = [["Taman", "Buah", "7", ""], ["Izin", "Buah", "8", "9"]]
    assert joined(grid([HEAD, *PLAIN]), grid(below, 2)) == [HEAD, *PLAIN, *below]


def test_a_join_says_why() -> None:
    whole = try_join(grid([HEAD, *ROWS]), grid([HEAD, *MORE], 2))
    assert whole is not None
    assert whole.joined == ("same column edges; 1 header rows repeated",)
    assert whole.header_rows == 1


NARROW = [50.0, 80.0, 200.0, 260.0, 320.0]


@pytest.mark.parametrize(
    "xs, fits",
    [
        (NARROW, True),
        ([x + 30 for x in NARROW], True),
        ([50.0, 82.0, 203.0, 262.0, 320.0], True),
        ([50.0, 80.0, 200.0, 230.0, 320.0], True),
        ([50.0, 110.0, 150.0, 290.0, 400.0], False),
        ([50.0, 80.0, 200.0, 260.0, 380.0], False),
    ],
    ids=["same", "another margin", "a little off", "one edge elsewhere", "other columns", "wider"],
)
def test_columns_decide_whether_parts_fit(xs: list[float], fits: bool) -> None:
    assert (try_join(grid([HEAD, *ROWS], xs=NARROW), grid(MORE, 2, xs=xs)) is not None) is fits


def test_a_column_that_only_one_part_shows_is_kept() -> None:
    above = grid([["No", "Uraian", "2019", "2020"], ["1", "Belanja", "10", "20"]], xs=NARROW)
    below = grid([["2", "Pendapatan", "30"]], 2, xs=[50, 80, 200, 320], bottom=100)
    assert joined(above, below) == [
        ["No", "Uraian", "2019", "2020"],
        ["1", "Belanja", "10", "20"],
        ["2", "Pendapatan", "30", ""],
    ]


def test_edges_of_is_measured_from_the_left_border() -> None:
    assert edges_of(grid([["a", "b"]], xs=[50, 80, 200])) == [0, 30, 150]
    assert edges_of(grid([["a", "b"]], None)) == []


def test_aligned() -> None:
    assert aligned([0, 30, 150], [0, 33, 147])
    assert not aligned([0, 30, 150], [0, 40, 150])
    assert not aligned([0, 30, 150], [0, 150])


@pytest.mark.parametrize(
    "a, b, wanted",
    [
        ([0, 30, 150], [0, 31, 152], [0, 30, 150]),
        ([0, 30, 150], [0, 30, 90, 150], [0, 30, 90, 150]),
        ([0, 30, 150], [0, 30, 200], None),
        ([0, 30, 60, 90, 150], [0, 150], None),
        ([0, 30, 150], [], None),
    ],
)
def test_common_edges(a: list[float], b: list[float], wanted: list[float] | None) -> None:
    assert common_edges(a, b) == wanted


def test_respan_places_cells_on_more_columns() -> None:
    wide = respan(grid([["a", "b"]], xs=[0, 30, 150]), [0, 30, 150], [0, 30, 90, 150])
    assert (wide.n_cols, [(c.col, c.col_span) for c in wide.cells]) == (3, [(0, 1), (1, 2)])


def stitched(*items: Item) -> list[Item]:
    pages = tuple(PageInfo(n, 400, 600, True) for n in range(1, 5))
    return list(stitch(Body(items, pages)).items)


def shape(items: list[Item]) -> str:
    return " ".join(f"{i.n_rows}x{i.n_cols}" if isinstance(i, Grid) else "-" for i in items)


TAIL = grid(MORE, 2, bottom=200)
STITCHED: list[tuple[str, list[Item], str]] = [
    ("over a page end", [grid([HEAD, *ROWS]), TAIL], "6x4"),
    ("a page number between", [grid([HEAD, *ROWS]), line("12", 570), TAIL], "6x4 -"),
    ("a running head between", [grid([HEAD, *ROWS]), line("LKIP 2020", 20, role="running", number=2), TAIL], "6x4 -"),
    ("over three pages", [grid([HEAD, *ROWS]), grid(MORE, 2), grid([HEAD, ["6", "Akhir", "1", "2"]], 3)], "7x4"),
    ("a sentence between", [grid([HEAD, *ROWS]), line("Dari tabel di atas terlihat", 40, number=2), TAIL], "4x4 - 2x4"),
    ("a caption between", [grid([HEAD, *ROWS]), line("Tabel 3.2", 40, number=2, role="caption"), TAIL], "4x4 - 2x4"),
    ("ends high on its page", [grid([HEAD, *ROWS], bottom=200), TAIL], "4x4 2x4"),
    ("ends high but repeats its header", [grid([HEAD, *ROWS], bottom=200), grid([HEAD, *MORE], 2)], "6x4"),
    ("starts low on the next page", [grid([HEAD, *ROWS]), grid(MORE, 2, top=400)], "4x4 2x4"),
    ("a page between", [grid([HEAD, *ROWS]), grid(MORE, 3)], "4x4 2x4"),
    ("on one page", [grid([HEAD, *ROWS], bottom=300), grid(MORE, 1, top=320)], "4x4 2x4"),
    ("other columns", [grid([HEAD, *ROWS]), grid([["x", "y"]], 2)], "4x4 1x2"),
    ("a header of its own",
     [grid([HEAD, *ROWS], bold=[0]), grid([["Program", "Pagu", "Realisasi", "Persen"], *MORE], 2, bold=[0])], "4x4 3x4"),
    ("without pages, header repeated", [grid([HEAD, *ROWS], None), grid([HEAD, *MORE], None)], "6x4"),
    ("without pages, no header", [grid([HEAD, *ROWS], None), grid(MORE, None)], "4x4 2x4"),
]  # fmt: skip


@pytest.mark.parametrize("items, wanted", [case[1:] for case in STITCHED], ids=[case[0] for case in STITCHED])
def test_stitch(items: list[Item], wanted: str) -> None:
    assert shape(stitched(*items)) == wanted


WORDS = ("jalan", "dana", "desa", "air", "guru", "siswa", "panen", "ternak", "pasar", "izin", "aset", "nilai")


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    """A header and numbered rows: name, unit, figures."""
    n_rows, figures = draw(st.integers(2, 12)), draw(st.integers(1, 4))
    random = Random(draw(st.integers(0, 2**32)))
    head = ["No", "Uraian", "Satuan", *(f"Tahun {2018 + n}" for n in range(figures))]
    rows = [
        [str(n + 1), " ".join(random.choices(WORDS, k=3)).capitalize(), "Persen", *(str(random.randint(10, 99)) for _ in range(figures))]
        for n in range(n_rows)
    ]  # fmt: skip
    return [head, *rows]


@settings(max_examples=150, derandomize=True, deadline=None)
@given(tables(), st.data())
def test_a_table_cut_between_rows_comes_back_whole(table: list[list[str]], data: st.DataObject) -> None:
    at = data.draw(st.integers(2, len(table) - 1))
    again = data.draw(st.booleans())
    below = [table[0], *table[at:]] if again else table[at:]
    whole = try_join(grid(table[:at]), grid(below, 2))
    assert whole is not None
    assert dense(whole) == table
    assert whole.pages == (1, 2)


@settings(max_examples=150, derandomize=True, deadline=None)
@given(tables(), st.data())
def test_a_row_cut_inside_its_name_comes_back_whole(table: list[list[str]], data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(table) - 1))
    name = table[at][1].split()
    k = data.draw(st.integers(1, len(name) - 1))
    first = [table[at][0], " ".join(name[:k]), *table[at][2:]]
    rest = ["", " ".join(name[k:]), *([""] * (len(first) - 2))]
    whole = try_join(grid([*table[:at], first]), grid([table[0], rest, *table[at + 1 :]], 2))
    assert whole is not None
    assert dense(whole) == table


def test_join_keeps_both_parts_doubts_and_places() -> None:
    above, below = grid([HEAD, *ROWS]), grid([HEAD, *MORE], 2)
    whole = join(above, below, 1, "test")
    assert whole.places == above.places + below.places
    assert whole.joined == ("test",)


def test_merged_cells_are_nested_so_that_a_cell_in_capitals_goes_on_too() -> None:
    """The number and the indicator go on below the page end; the cell between them is as high, so it does as well."""
    above = grid([HEAD, ["1", "Meningkatnya Kapasitas", "jumlah rekomendasi", "10"]])
    below = grid([["", "Pemerintah Daerah", "menjadi kebijakan", "20"], ["", "", "", "30"], ["2", "Tata Kelola", "indeks", "40"]], 2,
                 spans={(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (2, 1)})  # fmt: skip
    assert [row[:3] for row in joined(above, below)[1:4]] == [
        ["1", "Meningkatnya Kapasitas Pemerintah Daerah", "jumlah rekomendasi menjadi kebijakan"],
        ["", "", ""],
        ["", "", ""],
    ]


def test_a_new_merged_cell_in_capitals_stays() -> None:
    above = grid([HEAD, ["1", "Mutu", "a", "1"], ["", "", "b", "2"]], spans={(1, 0): (2, 1), (1, 1): (2, 1)})
    below = grid([["2", "Tata Kelola", "c", "3"], ["", "", "d", "4"]], 2, spans={(0, 0): (2, 1), (0, 1): (2, 1)})
    assert joined(above, below)[3] == ["2", "Tata Kelola", "c", "3"]


MONEY = [["Jalan", "7", "1.381.000.000"], ["Taman", "9", "2.422.000.00"]]


@pytest.mark.parametrize(
    "first, figure",
    [
        (["", "", "0"], "2.422.000.00 0"),
        (["", "9 dokumen", "0"], "2.422.000.00 0"),
        (["Pasar", "9", "000"], "2.422.000.00"),
        (["Pasar", "9", "12.000"], "2.422.000.00"),
    ],
    ids=["alone", "with other rests", "too many digits", "another figure"],
)
def test_a_figure_cut_by_the_page_end_is_put_together(first: list[str], figure: str) -> None:
    whole = try_join(grid([["Nama", "Volume", "Pagu"], *MONEY]), grid([first, ["Akhir", "1", "4.100.000"]], 2))
    assert whole is not None
    assert dense(whole)[2][2] == figure
    assert ("cut_figure" in whole.doubts) is (figure != MONEY[1][2])


MISI = ["Misi", "Sasaran", "Target"]
LISTED = [["a", "1) Penataan", "x"], ["", "2) Penyusunan", ""], ["", "3) Merumuskan", ""]]


@pytest.mark.parametrize(
    "above, first, rest",
    [
        ([MISI, ["1", "Mutu", "80"], ["2", "Aman", "90"], ["3", "Rapi", "70"]], ["MISI III :", "Tertib", ""], False),
        ([MISI, *LISTED], ["", "Daerah", ""], True),
        ([MISI, *LISTED], ["", "4) Daerah", ""], False),
    ],
    ids=["a group title with its number", "no mark where every text has one", "the next mark"],
)
def test_marks_tell_rests_from_rows(above: list[list[str]], first: list[str], rest: bool) -> None:
    assert len(joined(grid(above), grid([first, ["9", "9) Akhir", "1"]], 2))) == len(above) + (1 if rest else 2)


OWN = ["Nama", "Satuan", "Target", "Program", "Pagu"]
PAGU = [
    ["Jalan", "km", "80", "Bina Marga", "10"],
    ["", "", "", "Rawat", "15"],
    ["Irigasi", "km", "9", "Air", "30"],
]


@pytest.mark.parametrize(
    "first, name",
    [
        (["Primer Kota", "", "", "Rawat Jaringan", "40"], "Irigasi Primer Kota"),
        (["Pasar", "unit", "3", "Dagang", "40"], "Irigasi"),
        (["Jumlah", "", "", "", ""], "Irigasi"),
    ],
    ids=["a name without its unit and target", "a row like the others", "alone in its row"],
)
def test_a_name_that_never_stands_without_its_unit_goes_on(first: list[str], name: str) -> None:
    assert joined(grid([OWN, *PAGU]), grid([first, ["Akhir", "km", "1", "Air", "50"]], 2))[3][0] == name


def test_a_row_below_may_have_the_columns_of_the_last_row() -> None:
    """Above: five columns, three cells in the last row; below: three columns, their edges a little off."""
    above = grid([["No", "Sasaran", "A", "B", "C"], ["1", "Mutu", "1", "2", "3"], ["", "", "Analisis kinerja ini", "", ""]],
                 xs=[50, 80, 200, 260, 320, 380], spans={(2, 2): (1, 3)})  # fmt: skip
    below = grid([["", "", "terus berlanjut"]], 2, xs=[50, 80, 209, 380])
    assert joined(above, below) == [*dense(above)[:2], ["", "", "Analisis kinerja ini terus berlanjut", "", ""]]


def test_the_only_text_below_a_numbered_row_is_its_rest() -> None:
    above = grid([["No", "Sasaran", "Definisi"], ["1.", "Mutu", "Ukuran mutu yaitu"]])
    assert (
        joined(above, grid([["", "", "3. Standar layanan"], ["2.", "Aman", "Ukuran aman"]], 2))[1][2]
        == "Ukuran mutu yaitu 3. Standar layanan"
    )


@pytest.mark.parametrize("x, parts", [(500.0, 1), (60.0, 2)], ids=["in the margin", "between the tables"])
def test_a_line_between_two_parts(x: float, parts: int) -> None:
    """A line turned along the margin parts nothing."""
    items: tuple[Item, ...] = (grid([HEAD, *ROWS]), line("Tercetak", 300, number=2, x=x), grid(MORE, 2))
    pages = tuple(PageInfo(n, 600.0, 600.0, True) for n in (1, 2))
    assert len([i for i in stitch(Body(items, pages)).items if isinstance(i, Grid)]) == parts
