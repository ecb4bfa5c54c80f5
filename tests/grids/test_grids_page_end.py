"""First rows of a page: number rows of a header, rows of their own, names cut before a capital, merged cells without a text."""

import pytest

from extractor.grids.joint import repeated_rows
from extractor.grids.rest import edge_between, is_rest
from extractor.grids.stitch import stitch, try_join
from extractor.grids.whole import Whole
from extractor.model.body import Body, Grid, PageInfo, dense
from tests.grids.kisi import grid


def test_the_number_row_of_a_header_that_prints_its_numbers_below_its_titles() -> None:
    first = grid([["No (1)", "Sasaran (2)", "Masalah (3)"], ["1", "Mutu", "Ruang"]], 1, bold=[0])
    second = grid([["(1)", "(2)", "(3)"], ["2", "Niaga", "Jalan"]], 2)
    joined = try_join(first, second)
    assert joined is not None and [row[0] for row in dense(joined)] == ["No (1)", "1", "2"]
    assert repeated_rows(first, grid([["(1)", "(2)", "(4)"], ["2", "Niaga", "Jalan"]], 2)) == (0, 0)


def test_a_row_with_figures_of_its_own_is_no_rest_though_it_has_no_number() -> None:
    rows = [["No", "Kegiatan", "Pagu", "Realisasi", "%"], *([str(n), "Rapat", "100", "90", "90%"] for n in (1, 2, 3))]
    group = [["", "Jasa Penunjang", "500", "450", "90%"], ["4", "Listrik", "500", "450", "90%"]]
    joined = try_join(grid(rows, 1, bold=[0]), grid(group, 2))
    assert joined is not None and dense(joined)[4] == group[0]


def test_a_name_cut_before_a_capital_is_known_by_the_table_that_prints_it_whole() -> None:
    first = grid(
        [["No", "Sasaran", "Indikator"], ["1", "Meningkatnya Ketersediaan Rencana", "Jumlah kajian"]], 1, bold=[0]
    )
    second = grid([["", "Penataan Ruang Kota", "Jumlah perda"], ["2", "Mutu", "Nilai"]], 2)
    witness = grid([["Sasaran", "Pagu"], ["Meningkatnya Ketersediaan Rencana Penataan Ruang Kota", "7"]], 5)
    pages = tuple(PageInfo(n, 400.0, 600.0, True) for n in range(1, 6))
    alone, known = (
        next(i for i in stitch(Body(items, pages)).items if isinstance(i, Grid))
        for items in ((first, second), (first, second, witness))
    )
    assert [row[1] for row in dense(alone)][1:3] == ["Meningkatnya Ketersediaan Rencana", "Penataan Ruang Kota"]
    assert [row[1:] for row in dense(known)][1:3] == [
        ["Meningkatnya Ketersediaan Rencana Penataan Ruang Kota", "Jumlah kajian"],
        ["", "Jumlah perda"],
    ]
    cell = next(c for c in known.cells if (c.row, c.col) == (1, 1))
    assert (cell.row_span, [p.page for p in cell.places]) == (2, [1, 2])


def test_halves_that_are_names_elsewhere_stay_two() -> None:
    witness = grid([["Program A dan Program B kota", "7"], ["Program A dan", "3"], ["Program B kota", "4"]])
    whole = Whole([witness, grid([["x", "Program A dan"]])])
    assert not whole.completes("Program A dan", "Program B kota")
    assert Whole([grid([["Program A dan Program B kota", "7"]])]).completes("Program A dan", "Program B kota")


def test_merged_cells_go_on_through_a_rest_with_what_is_empty_below_it() -> None:
    head = ["No", "Sasaran", "Capaian", "Kegiatan", "Analisis"]
    rows = [head, ["1", "Mutu", "", "Rapat", "baik"], ["", "", "", "Pelatihan", "Belum ada data yang"]]
    spans = {(1, c): (2, 1) for c in range(3)}
    below = [["", "", "", "", "akurat"], ["", "", "", "Sosialisasi", "baik"], ["", "", "", "Kajian", "baik"]]
    first, second = grid(rows, 1, spans=spans, bold=[0]), grid(below, 2, spans=spans)
    joined = try_join(first, second)
    assert joined is not None and joined.n_rows == 5
    assert [(c.row, c.row_span) for c in joined.cells if c.col < 3 and c.row] == [(1, 4)] * 3
    below[1][0] = "2"
    anew = try_join(first, grid(below, 2, spans=spans))
    assert anew is not None and [(c.row, c.row_span) for c in anew.cells if c.col == 2 and c.row] == [(1, 2), (3, 2)]


def test_a_name_that_begins_small_goes_on_unless_others_do_or_its_row_begins_at_its_left() -> None:
    rows = [["Program", "Indikator", "Target"], *([["", f"Rasio {n}", str(n)] for n in (1, 2, 3)])]
    own, more = ["", "persentase areal irigasi", "84"], ["", "persentase daerah banjir", "87"]
    cases = [([own], True), ([own, more], False), ([["Program A", *own[1:]]], False)]
    for below, joins in cases:
        joined = try_join(grid(rows, 1, bold=[0]), grid([*below, ["", "Luas", "7"]], 2))
        assert joined is not None
        assert ("Rasio 3 persentase areal irigasi" in [c.text for c in joined.cells]) is joins


def test_a_header_whose_labels_are_merged_and_spelt_in_another_way_on_the_next_page() -> None:
    top = ["No", "Program/Kegiatan/Sub", "Target", "", "", "Realisasi", "", "Kendala"]
    low = ["", "", "Pagu (Rp)", "Sesudah (Rp)", "Serapan (Rp)", "Dana (%)", "Fisik (%)", ""]
    other = ["No", "Program/Kegiatan", "Target", "", "Realisasi", "", "", "Kendala"]
    row = ["1", "Rapat", "10", "20", "15", "75", "90", "-"]
    first = grid([top, low, row], 1, spans={(0, 2): (1, 3), (0, 5): (1, 2)}, bold=[0, 1])
    for bold, repeated in (((0, 1), 2), ((), 0)):
        again = grid([other, [*low[:3], "Sesudah", *low[4:]], ["2", *row[1:]]], 2, spans={(0, 4): (1, 3)}, bold=bold)
        assert repeated_rows(first, again) == (repeated, 0)


CODED = [
    ["No", "Kegiatan", "Target"],
    *([[f"VI.{n}", f"Kegiatan {n}", ""] for n in range(1, 7)]),
    ["VII", "PROGRAM A", "100 %"],
]
MANY = [["Strategi", "Arah"], *([[f"Strategi {n}", f"Arah ke {n}"] for n in range(8)])]
LISTED = [["Strategi", "Arah"], ["Strategi A", "Arah ke 0"], *([["", f"Arah ke {n}"] for n in range(1, 9)])]
ENDS = [
    ("a number in parts", CODED, ["VII.1", "Rapat Dinas", ""], False),
    ("a code below a name", CODED, ["", "Rapat Dinas", ""], True),
    ("figures with one mark for thousands and decimals", [["Nama", "Pagu"], ["A", "1,214,568,200,00"]], ["B", "1,346,671,050,00"], False),
    ("the last digit of a figure", [["Nama", "Pagu"], ["A", "2.422.000.00"]], ["", "0"], True),
    ("a text without the name that every row has", MANY, ["", "Arah lagi"], True),
    ("a single word below texts of several", LISTED, ["", "Minum"], True),
    ("several words below texts of several", LISTED, ["", "Air Minum"], False),
    ("a single word where others are", [*LISTED, ["", "Air"]], ["", "Minum"], False),
]  # fmt: skip


@pytest.mark.parametrize("rows, first, rest", [case[1:] for case in ENDS], ids=[case[0] for case in ENDS])
def test_rows_at_a_page_end(rows: list[list[str]], first: list[str], rest: bool) -> None:
    second = grid([first, ["9.", "Lagi satu", "7"][: len(first)]], 2)
    assert is_rest(edge_between(grid(rows, 1), second, 0)) is rest


WIDE = [
    ["No", "Program", "Kegiatan", "Target", "Pagu", "Lokasi"],
    *([["", "Program", f"Rapat {n}", "1 buku", f"{n}00", "Kota"] for n in range(6)]),
]
SMALL = [
    ["No", "Sasaran", "Indikator", "Program", "2014"],
    *([[f"{n}.", "layanan", "persentase", "program", "1 kali"] for n in range(1, 7)]),
]
SMALL = [*SMALL, ["", "mutu layanan", "persentase mutu", "program mutu", "2 kali"]]
LOST = [
    ("most of what every row fills is lacking", WIDE, ["", "Daerah", "Pelaksanaan", "", "", ""], True),
    ("a row with its own figures", WIDE, ["", "Daerah", "Pelaksanaan", "2 buku", "700", ""], False),
    ("what the last row lacks alone", [*WIDE, ["", "Program", "Rapat", "", "900", "Kota"]], ["", "", "", "2 buku", "", ""], True),
    ("a title in capitals", [*WIDE, ["", "Gedung", "Rapat", "1", "900", "Kota"]], ["", "ASET TETAP", "", "", "", ""], False),
    ("names that begin with the usual words", SMALL, ["", "layanan arsip", "persentase arsip", "program arsip", ""], False),
    ("units below their figures", [["Nama", "2014", "2015"], ["Arsip", "25.558", "4.946"]], ["Perpustakaan", "eks", "eks"], True),
]  # fmt: skip


@pytest.mark.parametrize("rows, first, rest", [case[1:] for case in LOST], ids=[case[0] for case in LOST])
def test_a_row_that_lacks_its_figures(rows: list[list[str]], first: list[str], rest: bool) -> None:
    assert is_rest(edge_between(grid(rows, 1), grid([first, rows[1]], 2), 0)) is rest


def test_a_merged_name_in_small_letters_beside_a_number_of_its_own() -> None:
    rows = [["No", "Sasaran", "Target"], ["1.", "Meningkatnya mutu", "7"], ["", "", "8"]]
    spans = {(1, 0): (2, 1), (1, 1): (2, 1)}
    for number, name in (("2.", "Meningkatnya mutu"), ("", "Meningkatnya mutu layanan arsip")):
        below = [[number, "layanan arsip", "9"], ["", "", "5"]]
        joined = try_join(grid(rows, 1, spans=spans), grid(below, 2, spans={(0, 1): (2, 1)}))
        assert joined is not None and dense(joined)[1][1] == name


def test_a_merged_name_that_begins_small_in_a_column_of_names_that_do() -> None:
    rows = [["No", "Sasaran", "Target"], ["1.", "meningkatnya mutu", "7"], ["", "", "8"]]
    spans = {(1, 0): (2, 1), (1, 1): (2, 1)}
    below = [["", "meningkatnya niaga", "9"], ["", "", "5"], ["2.", "mutu lain", "4"]]
    joined = try_join(grid(rows, 1, spans=spans), grid(below, 2, spans={(0, 1): (2, 1)}))
    assert joined is not None and dense(joined)[3][1] == "meningkatnya niaga"


def test_a_single_word_of_a_merged_name_goes_on_beside_figures_of_its_row() -> None:
    rows = [["Sasaran", "Target"], *([[f"Program ke {n}", f"{n} unit"] for n in range(8)])]
    below = [["Perpustakaan", "100 eks"], ["Program lagi", "7 eks"]]
    joined = try_join(grid(rows, 1, bold=[0]), grid(below, 2))
    assert joined is not None and dense(joined)[8:10] == [["Program ke 7 Perpustakaan", "7 unit"], ["", "100 eks"]]


def test_a_header_cut_by_the_page_end_below_its_first_line() -> None:
    first = grid([["No", "Indikator", "Target Tahun"]], 1, bold=[0])
    second = grid([["", "", "2020"], ["1", "Mutu", "90"]], 2, bold=[0])
    joined = try_join(first, second)
    assert joined is not None and dense(joined) == [["No", "Indikator", "Target Tahun 2020"], ["1", "Mutu", "90"]]


def test_two_bold_rows_of_a_body_on_both_sides_of_a_page_end_are_two() -> None:
    program, kegiatan = ["", "PROGRAM A", "Mutu", "9.000"], ["", "Pengelolaan A", "Panjang", "9.000"]
    first = grid([["No", "Program", "Indikator", "Pagu"], ["", "Rapat", "Jumlah", "7"], program], 1, bold=[0, 2])
    joined = try_join(first, grid([kegiatan, ["", "Rapat B", "Jumlah", "5"]], 2, bold=[0]))
    assert joined is not None and dense(joined)[2:4] == [program, kegiatan]


def test_a_new_group_beside_outer_cells_that_go_on_over_the_whole_page() -> None:
    rows = [["Misi", "Indikator", "Target", "Program"], ["A", "Aset yang aman", "100%", "P1"], ["", "", "", "P2"]]
    spans = {(1, 0): (2, 1), (1, 1): (2, 1), (1, 2): (2, 1)}
    below = [["", "Aset yang laku", "90%", "P3"], ["", "", "", "P4"]]
    joined = try_join(grid(rows, 1, spans=spans, bold=[0]), grid(below, 2, spans={(0, c): (2, 1) for c in range(3)}))
    assert joined is not None and dense(joined)[3] == ["", "Aset yang laku", "90%", "P3"]


@pytest.mark.parametrize(
    "above, below, anew",
    [(((1, 2),), (), True), ((), ((0, 2),), True), (((1, 2),), ((0, 2),), False), ((), (), False)],
    ids=["shaded above", "shaded below", "on both sides", "nowhere"],
)
def test_a_cell_of_another_shading_is_a_new_one_with_what_stands_at_its_right(
    above: tuple[tuple[int, int], ...], below: tuple[tuple[int, int], ...], anew: bool
) -> None:
    """Merged cells that would go on with their neighbours (`Tujuan`, `Sasaran`), but for the colour of one of them."""
    rows = [["Tujuan", "Sasaran", "Indikator", "Strategi", "Arah"], ["Kota", "Taman", "Jumlah taman", "Menata", "Baru"]]
    rest = [["", "", "Luas taman", "Merawat", "Lama"], ["", "", "", "", "Sedang"]]
    first = grid(rows, 1, bold=[0], shaded=above)
    joined = try_join(first, grid(rest, 2, spans={(0, c): (2, 1) for c in range(4)}, shaded=below))
    assert joined is not None
    assert (dense(joined)[2][2:4] == ["Luas taman", "Merawat"]) is anew


def test_what_is_higher_than_a_new_cell_at_its_left_goes_on() -> None:
    rows = [["Tujuan", "Indikator", "Arah"], ["Kota", "Jumlah taman", "Menata kota"]]
    rest = [["", "Luas taman", "dan merawatnya"], ["", "Jumlah bangku", ""]]
    first = grid(rows, 1, bold=[0], shaded=((1, 1),))
    joined = try_join(first, grid(rest, 2, spans={(0, 0): (2, 1), (0, 2): (2, 1)}))
    assert joined is not None and dense(joined)[1][2] == "Menata kota dan merawatnya"


@pytest.mark.parametrize("below, rows", [((), 3), (((0, 1), (0, 2)), 4)], ids=["same shading", "other shading"])
def test_a_row_of_another_shading_is_no_rest(below: tuple[tuple[int, int], ...], rows: int) -> None:
    first = grid([["No", "Indikator", "Alasan"], ["1", "Jumlah taman yang", "hujan"]], 1, bold=[0])
    joined = try_join(first, grid([["", "dirawat 2 kali", "deras"], ["2", "Luas", "baik"]], 2, shaded=below))
    assert joined is not None and joined.n_rows == rows


@pytest.mark.parametrize("zebra, one", [(((2, 0), (2, 1)), True), ((), False)], ids=["shaded rows above", "none"])
def test_a_shaded_row_is_no_header_where_rows_above_are_shaded(zebra: tuple[tuple[int, int], ...], one: bool) -> None:
    first = grid(
        [["Sasaran", "Program"], ["Mutu", "Taman"], ["Niaga", "Pasar"], ["Jalan", "Trotoar"]], 1, bold=[0], shaded=zebra
    )
    second = grid([["Air", "Pipa"], ["Listrik", "Lampu"]], 2, shaded=((0, 0), (0, 1)))
    assert (try_join(first, second) is not None) is one


RATES = [["Rasio", "80,15", "81,20"], ["Indeks", "85,9", "75,7"]]


@pytest.mark.parametrize(
    "first, figures",
    [
        (["", "3", "9"], ["85,9 3", "75,7 9"]),
        (["Persentase", "3", "9"], ["85,9 3", "75,7 9"]),
        (["", "3", ""], ["85,9", "75,7"]),
        (["Persentase", "31", "9"], ["85,9", "75,7"]),
    ],
    ids=["rests", "beside a name", "one alone", "one too long"],
)
def test_decimals_cut_by_the_page_end(first: list[str], figures: list[str]) -> None:
    whole = try_join(grid([["Nama", "Target", "Realisasi"], *RATES]), grid([first, ["Akhir", "60,10", "61,25"]], 2))
    assert whole is not None
    assert dense(whole)[2][1:] == figures


@pytest.mark.parametrize(
    ("edges", "joined"),
    [([50.0, 230.0, 290.0], True), ([50.0, 200.0, 290.0], False), ([50.0, 230.0, 330.0], False)],
    ids=["at an edge of the table", "between two", "wider"],
)
def test_a_total_alone_on_the_next_page(edges: list[float], joined: bool) -> None:
    rows = [["No", "Nama", "Target", "Capaian"], ["1", "Rasio", "80", "76,19"], ["2", "Indeks", "60", "98,95"]]
    whole = try_join(grid(rows), grid([["Rata-rata", "87,57"]], 2, xs=edges))
    assert (whole is not None) is joined
    assert whole is None or dense(whole)[-1] == ["Rata-rata", "", "", "87,57"]
