"""The text dump's grammar: cells, rows, ends of tables, merged headings, boxes, rows that copying took apart."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.model.body import Grid, Line, dense
from extractor.model.errors import DamagedInput, EmptyInput, TooLarge
from extractor.readers.dump import DumpLimits, read_dump
from extractor.readers.dump.body import items_of
from extractor.readers.dump.source import read_lines

LIMITS = DumpLimits()


def rows(*texts):
    """Rows of a table as lines: `No|Target` is two cells, `/` a line end in a cell."""
    return (
        "\n\n".join("\n".join("\t" + cell.replace("/", "\n") for cell in text.split("|")) for text in texts) + "\n\n\n"
    )


def items(text):
    return items_of(text.split("\n"), LIMITS)


def only_grid(text):
    found = [item for item in items(text) if isinstance(item, Grid)]
    assert len(found) == 1
    return found[0]


def spans(grid):
    return {(c.row, c.col): (c.row_span, c.col_span) for c in grid.cells if c.row_span * c.col_span > 1}


@pytest.mark.parametrize(
    ("text", "grid", "merged"),
    [
        (rows("No|Target", "1|100", "2|90"), ["No|Target", "1|100", "2|90"], {}),
        (rows("No|Target/Tahun 2020", "1|100"), ["No|Target Tahun 2020", "1|100"], {}),
        (
            rows("SDM|Jumlah|Pendidikan", "||S.2|S.1|SMA", "Staf|9|1|3|5"),
            ["SDM|Jumlah|Pendidikan||", "||S.2|S.1|SMA", "Staf|9|1|3|5"],
            {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 3)},
        ),
        (
            rows("Sasaran|2019|2020|Capaian", "|Target|Realisasi|Target|Realisasi|", "A|1|2|3|4|5"),
            ["Sasaran|2019||2020||Capaian", "|Target|Realisasi|Target|Realisasi|", "A|1|2|3|4|5"],
            {(0, 0): (2, 1), (0, 1): (1, 2), (0, 3): (1, 2), (0, 5): (2, 1)},
        ),
        (
            rows("Pagu|Realisasi|Capaian|Ket", "|Rp|%|%|", "5|4|80|100|-"),
            ["Pagu|Realisasi||Capaian|Ket", "|Rp|%|%|", "5|4|80|100|-"],
            {(0, 0): (2, 1), (0, 1): (1, 2), (0, 4): (2, 1)},
        ),
        (
            rows("Indikator|Satuan|Capaian", "1|2|3|4", "A|%|5|6"),
            ["Indikator|Satuan|Capaian|", "1|2|3|4", "A|%|5|6"],
            {(0, 2): (1, 2)},
        ),
        (
            rows("No|Program|TW|Nilai", "1|Pelatihan|I|5", "||II|6", "2|Penempatan|I|", "||II|7"),
            ["No|Program|TW|Nilai", "1|Pelatihan|I|5", "||II|6", "2|Penempatan|I|", "||II|7"],
            {(1, 0): (2, 1), (1, 1): (2, 1), (3, 0): (2, 1), (3, 1): (2, 1)},
        ),
        (
            rows("Kode|Uraian|Pagu", "1|A|5", "2|B|6", "Jumlah|11"),
            ["Kode|Uraian|Pagu", "1|A|5", "2|B|6", "Jumlah||11"],
            {(3, 0): (1, 2)},
        ),
        ("No\tProgram\tPagu\n1\tA\t5\n2\tB\t6\n", ["No|Program|Pagu", "1|A|5", "2|B|6"], {}),
        ("\tNo\tProgram\tPagu\n\n\t1\tA\t5\n", ["No|Program|Pagu", "1|A|5"], {}),
    ],
)
def test_grids(text, grid, merged):
    found = only_grid(text)
    assert ["|".join(row) for row in dense(found)] == grid
    assert spans(found) == merged


def test_a_cell_set_lower_than_its_neighbours_holds_blank_lines():
    text = (
        rows("No|Indikator|Satuan|Target", "1|A|%|5").rstrip("\n")
        + "\n\n\t2\n\tB\n\t\n\n\n\nIndeks\n\t\n\n\n\n84.44\n\n\nSumber\n"
    )
    found = items(text)
    assert dense(found[0])[2] == ["2", "B", "Indeks", "84.44"]
    assert [item.text for item in found[1:]] == ["Sumber"]


def test_two_blank_lines_end_a_table_even_after_an_empty_cell():
    found = items(rows("Kode|Pagu|Ket", "1|5|", "2|6|") + "Dari tabel di atas.\nTabel 3.2\n" + rows("No|A", "1|2"))
    assert [item.text if isinstance(item, Line) else item.n_rows for item in found] == [
        3, "Dari tabel di atas.", "Tabel 3.2", 2,
    ]  # fmt: skip
    assert dense(found[0])[2] == ["2", "6", ""]


def test_a_figure_at_the_line_start_belongs_to_the_empty_cell_above():
    assert dense(only_grid(rows("No|Program|Pagu", "/4|Pembinaan|200"))) == [
        ["No", "Program", "Pagu"], ["4", "Pembinaan", "200"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "1.1\tLatar Belakang\nIsi paragraf.\n1.2\tTugas\nIsi.\n",
        "\tParagraf yang menjorok ke dalam.\nlanjutannya.\n\n\tParagraf berikutnya.\n",
        "BAB I PENDAHULUAN\t1\n1.1 Latar\t2\n1.2 Tugas\t3\n",
        "\n".join(["\t" + "kalimat panjang sekali " * 30] * 2 + [""]) * 2,
    ],
    ids=["headings", "indents", "contents", "paragraphs"],
)
def test_tabs_that_make_no_table(text):
    assert all(isinstance(item, Line) for item in items(text))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (" BAB I\n)PENDAHULUAN\n", ["BAB I", "PENDAHULUAN"]),
        (" (\nBAB I\nI\n)PERENCANAAN KINERJA\n", ["BAB II", "PERENCANAAN KINERJA"]),
        (" BAB I\nII\n)AKUNTABILITAS KINERJA \n", ["BAB III", "AKUNTABILITAS KINERJA"]),
        (" (\nJumlah kasus\n x 100\n)\n", ["Jumlah kasus", "x 100"]),
    ],
)
def test_text_boxes(text, lines):
    found = items(text)
    assert [(item.text, item.boxed) for item in found] == [(line, True) for line in lines]


def test_brackets_of_running_text_stay():
    assert [item.text for item in items("a) satu\n1) dua\n(tiga)\n")] == ["a) satu", "1) dua", "(tiga)"]


TAKEN_APART = """JANUARI FEBRUARI MARET APRIL

1 3 4 5 6 7

13.000.0003.000.0003.000.0003.000.000 4.000.000

5.1.1.01.01.0001

Belanja Gaji 5.000.000 1.000.000 1.000.000 1.000.000 2.000.000

5.1.1.01.02.0001Belanja

Tunjangan Keluarga

8.000.000 2.000.000 2.000.000 2.000.000 2.000.000

1.906.086 500.000 500.000 500.000 406.086

14.906.086

3.500.0003.500.000

3.500.000 4.406.086
"""


def test_rows_that_copying_took_apart():
    grid = only_grid(TAKEN_APART)
    assert dense(grid) == [
        ["", "", "", "JANUARI", "FEBRUARI", "MARET", "APRIL"],
        ["", "", "13.000.000", "3.000.000", "3.000.000", "3.000.000", "4.000.000"],
        ["5.1.1.01.01.0001", "Belanja Gaji", "5.000.000", "1.000.000", "1.000.000", "1.000.000", "2.000.000"],
        ["5.1.1.01.02.0001", "Belanja Tunjangan Keluarga", "8.000.000", *["2.000.000"] * 4],
        ["", "", "1.906.086", "500.000", "500.000", "500.000", "406.086"],
        ["", "", "14.906.086", "3.500.000", "3.500.000", "3.500.000", "4.406.086"],
    ]  # fmt: skip


def test_places_are_lines():
    found = items("Judul\n\n" + rows("No|Target/2020", "1|5"))
    assert found[0].place.path == "line[1]"
    assert [c.places[0].path for c in found[1].cells] == ["line[3]", "line[4]", "line[7]", "line[8]"]
    assert all(c.places[0].page is None for c in found[1].cells)


def test_the_block_between_tabel_and_the_table_is_its_title():
    found = items("Kalimat.\nTabel 2.1\nJudul yang\npanjang\n" + rows("No|A", "1|2"))
    assert [item.centred for item in found[:4]] == [False, True, True, True]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path, encoding):
    path = tmp_path / "a.txt"
    path.write_bytes("“Nilai”\r\nBaris\r\n".encode(encoding))
    assert [item.text for item in read_dump(path).items] == ["“Nilai”", "Baris"]


@pytest.mark.parametrize(
    ("content", "limits", "error"),
    [
        (b" \n\t\n", LIMITS, EmptyInput),
        (b"a\x81\xff\n", LIMITS, DamagedInput),
        (b"a" * 11, DumpLimits(max_bytes=10), TooLarge),
        (b"\n" * 11, DumpLimits(max_lines=10), TooLarge),
    ],
)
def test_refusals(tmp_path, content, limits, error):
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(error):
        read_dump(path, limits)


def test_a_wide_row_is_no_table():
    assert not any(isinstance(i, Grid) for i in items_of(("a\t" * 300 + "\n").splitlines() * 3, LIMITS))


LINE = st.sampled_from(
    ["", "", "\t", "\tNo", "\t1.000", "teks", "Tabel 1.1", " (", ")JUDUL", "BAB I", "I", "a\tb\tc", "\tx\ty",
     "1.000 2.000 3.000 4.000", "5.1.1.01.02Belanja", "JANUARI FEBRUARI MARET APRIL", "1 2 3 4"]
)  # fmt: skip


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.lists(LINE, max_size=60))
def test_nothing_printed_is_lost(lines):
    found = items_of(lines, LIMITS)
    printed = "".join(
        item.text
        if isinstance(item, Line)
        else "".join(c.text for c in sorted(item.cells, key=lambda c: (c.row, c.col)))
        for item in found
    )
    kept = sorted(c for c in printed if not c.isspace() and c not in "()")
    numbers = [line for line in lines if line == "1 2 3 4"]
    wanted = sorted(c for line in lines for c in line if not c.isspace() and c not in "()")
    assert len(wanted) - len(kept) <= 4 * len(numbers)
    for item in found:
        if isinstance(item, Grid):
            covered = [
                (r, c)
                for x in item.cells
                for r in range(x.row, x.row + x.row_span)
                for c in range(x.col, x.col + x.col_span)
            ]
            assert len(covered) == len(set(covered))
            assert all(r < item.n_rows and c < item.n_cols for r, c in covered)


SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "lkip2020" / "lkip2020.txt"


@pytest.mark.skipif(not SHARED.exists(), reason="real reports are not here")
def test_the_real_dump_gives_its_tables():
    grids = [item for item in items_of(read_lines(SHARED, LIMITS), LIMITS) if isinstance(item, Grid)]
    assert sum(len(g.cells) for g in grids) > 950
    assert {(g.n_rows, g.n_cols) for g in grids} >= {
        (13, 4),
        (6, 7),
        (6, 9),
        (16, 5),
        (9, 7),
        (10, 8),
        (5, 8),
        (21, 15),
    }
