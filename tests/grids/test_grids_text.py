"""Words in reading order, pieces of lines, running grids, rows that only gaps part."""

import pytest
from msgspec.structs import replace

from extractor.grids.gaps import column_lines, find_gaps, goes_on
from extractor.grids.pieces import find_pieces
from extractor.grids.running import mark_running_grids
from extractor.grids.text import group_lines, line_text
from extractor.model.body import Grid, Item, Line, PageInfo
from extractor.model.page import Word
from tests.grids.kisi import SIZE, grid, line, word, words


def turned(text: str, angle: int, x: float, y: float) -> Word:
    """A turned word that begins at (x, y)."""
    long, high = 4.0 * len(text), SIZE
    box = {90: (x - high, y, x, y + long), 180: (x - long, y - high, x, y), 270: (x, y - long, x + high, y)}[angle]
    return Word(text, *box, SIZE, angle=angle)


LINES: list[tuple[str, list[Word], list[str]]] = [
    ("left to right", [word("b", 60, 10), word("a", 50, 10)], ["a b"]),
    ("top to bottom", [word("dua", 50, 22), word("satu", 50, 10)], ["satu", "dua"]),
    ("baselines a little off", [word("a", 50, 10), word("b", 60, 12), word("c", 70, 9)], ["a b c"]),
    ("a raised mark", [word("91,5", 50, 10), word("1)", 66.2, 8, size=5)], ["91,5 1)"]),
    ("columns of lines", [word("a", 50, 10), word("c", 50, 19), word("b", 90, 10), word("d", 90, 19)], ["a b", "c d"]),
    ("a word drawn in parts", [word("1.2", 50, 10), word("34", 62.1, 10)], ["1.234"]),
    ("upwards", [turned("Tahun", 270, 50, 60), turned("2020", 270, 50, 36)], ["Tahun 2020"]),
    ("upwards, two lines", [turned("kedua", 270, 62, 60), turned("pertama", 270, 50, 60)], ["pertama", "kedua"]),
    ("downwards", [turned("2020", 90, 50, 40), turned("Tahun", 90, 50, 16)], ["Tahun 2020"]),
    ("head down", [turned("2020", 180, 60, 40), turned("Tahun", 180, 90, 40)], ["Tahun 2020"]),
    ("no words", [], []),
]


@pytest.mark.parametrize("printed, wanted", [case[1:] for case in LINES], ids=[case[0] for case in LINES])
def test_lines_in_reading_order(printed: list[Word], wanted: list[str]) -> None:
    assert [line_text(found) for found in group_lines(printed)] == wanted


def test_no_word_is_lost_or_doubled() -> None:
    printed = [word(f"w{n}", 50 + 37 * n % 200, 10 + 5 * n, size=6 + n % 3) for n in range(30)]
    assert sorted((w.order, w.text) for found in group_lines(printed) for w in found) == sorted(
        (w.order, w.text) for w in printed
    )


@pytest.mark.parametrize(
    "printed, wanted",
    [
        (words("Nilai SAKIP kota", 50, 10), ["Nilai SAKIP kota"]),
        ([*words("Nilai SAKIP", 50, 10), *words("80", 150, 10)], ["Nilai SAKIP", "80"]),
        (words("kata renggang", 50, 10, gap=0.40), ["kata renggang"]),
        (words("dua kolom", 50, 10, gap=0.55), ["dua", "kolom"]),
    ],
    ids=["spaces", "columns", "justified", "wide"],
)
def test_pieces(printed: list[Word], wanted: list[str]) -> None:
    found = find_pieces(printed)
    assert [p.text for p in found] == wanted
    assert (found[0].x0, found[-1].x1) == (pytest.approx(50), pytest.approx(printed[-1].x1, abs=0.1))


XS = [50.0, 150.0, 200.0, 250.0, 300.0, 350.0]


def band(*rows: tuple[float, list[str]]) -> list[Word]:
    """Words of a band: lines of texts by column at their tops."""
    return [w for top, texts in rows for x, text in zip(XS, texts, strict=False) for w in words(text, x + 3, top)]


TWO = band((60, ["Jalan", "1", "2", "3", "4"]), (90, ["Jembatan", "5", "6", "7", "8"]))
GAPS: list[tuple[str, list[Word], list[float]]] = [
    ("two rows with white between", TWO, [79]),
    ("rows in two lines",
     band((60, ["Jalan", "1", "2", "3", "4"]), (68, ["kota", "", "", "", ""]), (90, ["Izin", "5", "6", "7", "8"])), [83]),
    ("values stacked without white", band((60, ["Jalan", "1", "2", "3", "4"]), (68, ["", "5", "6", "7", "8"])), []),
    ("a name that runs along stacked values",
     band((60, ["Jalan kota", "1", "2", "3", "4"]), (68, ["dan desa", "", "", "", ""]), (76, ["yang mantap", "", "", "", ""]),
          (84, ["sekali", "5", "6", "7", "8"])), []),
    ("few columns of figures", band((60, ["Jalan", "1", "2"]), (90, ["Izin", "5", "6"])), []),
    ("no figures begin below the white", band((60, ["Jalan", "1", "2", "3", "4"]), (90, ["Catatan", "a", "b", "c", "d"])), []),
    ("one line", band((60, ["Jalan", "1", "2", "3", "4"])), []),
    ("nothing", [], []),
]  # fmt: skip


@pytest.mark.parametrize("printed, wanted", [case[1:] for case in GAPS], ids=[case[0] for case in GAPS])
def test_rows_that_only_gaps_part(printed: list[Word], wanted: list[float]) -> None:
    assert find_gaps(printed, XS) == wanted


@pytest.mark.parametrize(
    "rows, cut, wanted",
    [
        ([(60, ["atas"]), (90, ["Bawah"])], 79, False),
        ([(60, ["atas"])], 79, True),
        ([(60, ["atas"]), (75, ["tengah"]), (90, ["Bawah"])], 79, True),
        ([(71, ["mutu"]), (80, ["layanan"])], 79.5, True),
    ],
    ids=["two texts", "nothing below", "a line on the cut", "small letters right below"],
)
def test_goes_on(rows: list[tuple[float, list[str]]], cut: float, wanted: bool) -> None:
    assert goes_on(column_lines(band(*rows), XS)[0], cut) is wanted


def pages(count: int) -> list[PageInfo]:
    return [PageInfo(n, 400, 600, True) for n in range(1, count + 1)]


def heads(count: int, top: float, bottom: float) -> list[Item]:
    return [grid([["LKIP 2020", f"hal. {n}"]], n, top=top, bottom=bottom) for n in range(1, count + 1)]


RUNNING: list[tuple[str, list[Item], int]] = [
    ("a head on every page", heads(4, 20, 50), 4),
    ("a foot on every page", heads(3, 560, 585), 3),
    ("on two pages only", heads(2, 20, 50), 0),
    ("in the text", heads(4, 200, 230), 0),
    ("tables that begin at the top of their pages", [grid([["a", "b"]] * 9, n, top=20, bottom=400) for n in range(1, 5)], 0),
]  # fmt: skip


@pytest.mark.parametrize("items, wanted", [case[1:] for case in RUNNING], ids=[case[0] for case in RUNNING])
def test_grids_of_the_margin_become_running_lines(items: list[Item], wanted: int) -> None:
    marked = mark_running_grids(items, pages(4))
    running = [i for i in marked if isinstance(i, Line)]
    assert (len(marked), len(running)) == (len(items), wanted)
    assert all(i.role == "running" and i.text.startswith("LKIP 2020 hal.") for i in running)
    assert all(isinstance(i, Grid) for i in marked if i not in running)


def test_lines_pass_by() -> None:
    items: list[Item] = [line("teks", 100), *heads(3, 20, 50)]
    assert mark_running_grids(items, pages(3))[0] is items[0]


def test_a_space_of_the_file_parts_words_that_touch() -> None:
    touching = [Word("air", 50, 10, 60, 18, SIZE, order=3), Word("dan", 59.9, 10, 70, 18, SIZE, order=7)]
    assert line_text(touching) == "air dan"
    assert line_text([touching[0], replace(touching[1], order=6)]) == "airdan"
    assert line_text([touching[0], replace(touching[1], x0=57.0)]) == "airdan"
