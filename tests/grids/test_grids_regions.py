"""Which rules make one ruled area, and which lines are none."""

import pytest

from extractor.grids.regions import find_regions
from extractor.grids.segments import join_pieces
from extractor.grids.shading import find_bands
from extractor.model.page import Fill, Rule, Word
from tests.grids.kisi import across, edges, lattice, up, words

Box = tuple[float, float, float, float]
BOXES = [r for row in range(2) for col in range(2)
         for r in lattice([50.85 + 80 * col, 129.15 + 80 * col], [60.85 + 20 * row, 79.15 + 20 * row])]  # fmt: skip

CASES: list[tuple[str, list[Rule], list[Box]]] = [
    ("a lattice", lattice([50, 100, 200], [60, 80, 100]), [(50, 60, 200, 100)]),
    ("cell by cell", edges([50, 100, 200], [60, 80, 100], [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 2)]), [(50, 60, 200, 100)]),
    ("lines that stop short", [across(60, 52, 198), across(80, 52, 198), up(50, 62, 78), up(200, 62, 78)], [(50, 60, 200, 80)]),
    ("cells as boxes of their own", BOXES, [(50.85, 60.85, 209.15, 99.15)]),
    ("two tables one below the other", lattice([50, 200], [60, 80]) + lattice([50, 200], [120, 140]),
     [(50, 60, 200, 80), (50, 120, 200, 140)]),
    ("two tables side by side", lattice([50, 120], [60, 80]) + lattice([140, 200], [60, 80]),
     [(50, 60, 120, 80), (140, 60, 200, 80)]),
    ("islands beside a cell merged over both page ends", [
        *(up(x, 60, 200) for x in (50, 90, 160, 220, 300)), *(across(y, a, b) for y in (120, 200) for a, b in ((50, 90), (160, 300)))],
     [(50, 60, 300, 200)]),
    ("a lone line", [across(60, 50, 200)], []),
    ("lines of several widths", [across(60, 50, 200), across(80, 50, 120)], []),
    ("a double underline", [across(60, 50, 200), across(61.5, 50, 200)], []),
    ("a letter drawn with lines", lattice([50, 56], [60, 68]), []),
    ("a row rule that touches nothing", [*lattice([50, 200], [60, 100]), across(80, 56, 194)], [(50, 60, 200, 100)]),
    ("a small box inside a cell", lattice([50, 200], [60, 160]) + lattice([90, 110], [100, 115]),
     [(50, 60, 200, 160), (90, 100, 110, 115)]),
    ("column rules without row rules", [up(50, 60, 160), up(120, 60, 160), up(200, 60, 160)], [(50, 60, 200, 160)]),
    ("short bars beside each other", [up(50, 60, 75), up(90, 60, 75)], []),
    ("nothing", [], []),
]  # fmt: skip


@pytest.mark.parametrize("rules, wanted", [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_find_regions(rules: list[Rule], wanted: list[Box]) -> None:
    assert [region.bbox for region in find_regions(join_pieces(rules), [])] == wanted


COLUMNS = [*words("Program", 52, 70), *words("100", 140, 70), *words("90", 190, 70)]
SENTENCE = words("Kalimat ini berjalan terus dari tepi kiri sampai ke kanan", 52, 70)
GAPS = [across(84, a, b) for a, b in ((50, 129), (131, 179), (181, 250))]
JUSTIFIED = [*words("Tabel ini", 52, 70), *words("memuat pagu dan", 110, 70), *words("realisasi", 196, 70)]
OTHERS = [across(64, a, b) for a, b in ((50, 129), (131, 149), (151, 250))]
PARALLEL: list[tuple[str, list[Rule], list[Word], int]] = [
    ("columns between", [across(64, 50, 250), across(84, 50, 250)], COLUMNS, 1),
    ("a sentence between", [across(64, 50, 250), across(84, 50, 250)], SENTENCE, 0),
    ("nothing between", [across(64, 50, 250), across(84, 50, 250)], [], 0),
    ("far apart", [across(64, 50, 250), across(500, 50, 250)], COLUMNS, 0),
    ("of two widths", [across(64, 50, 250), across(84, 50, 180)], COLUMNS, 0),
    ("gaps at the columns", [r for y in (64, 84) for r in (across(y, 50, 129), across(y, 131, 179), across(y, 181, 250))],
     COLUMNS, 1),
    ("gaps that a sentence runs over", [r for y in (64, 84) for r in (across(y, 50, 129), across(y, 131, 179), across(y, 181, 250))],
     SENTENCE, 0),
    ("a paragraph under the rule of a running head", [across(64, 50, 250), *GAPS], JUSTIFIED, 0),
    ("columns under a rule without gaps", [across(64, 50, 250), *GAPS], COLUMNS, 1),
    ("a caption between two tables that share a column", [*OTHERS, *GAPS], words("Tabel 2 Pagu", 136, 70), 0),
]  # fmt: skip


@pytest.mark.parametrize("rules, printed, count", [c[1:] for c in PARALLEL], ids=[c[0] for c in PARALLEL])
def test_parallel_rules_are_a_table_where_columns_stand_between(
    rules: list[Rule], printed: list[Word], count: int
) -> None:
    assert len(find_regions(join_pieces(rules), printed)) == count


def test_a_region_keeps_its_own_lines_only() -> None:
    rules = lattice([50, 120], [60, 80]) + lattice([140, 180, 220], [60, 70, 80])
    first, second = find_regions(join_pieces(rules), [])
    assert (len(first.horizontal), len(first.vertical)) == (2, 2)
    assert (len(second.horizontal), len(second.vertical)) == (3, 3)


BLUE, GREY = 0x3366FF, 0xD9D9D9


def shade(x0: float, top: float, x1: float, bottom: float, colour: int = GREY) -> Fill:
    return Fill(x0, top, x1, bottom, white=colour == 0xFFFFFF, colour=colour)


BANDS: list[tuple[str, list[Fill], list[Box]]] = [
    ("one rectangle a line", [shade(50, 60, 200, 72), shade(50, 72, 200, 84)], [(50, 60, 200, 84)]),
    ("with strips at the sides", [shade(50, 60, 54, 84), shade(54, 60, 200, 72), shade(54, 72, 200, 84)], [(50, 60, 200, 84)]),
    ("cells of a row", [shade(50, 60, 120, 80), shade(120.5, 60, 200, 80)], [(50, 60, 200, 80)]),
    ("two colours", [shade(50, 60, 200, 72), shade(50, 72, 200, 84, BLUE)], [(50, 60, 200, 72), (50, 72, 200, 84)]),
    ("rows with white between", [shade(50, 60, 200, 72), shade(50, 84, 200, 96)], [(50, 60, 200, 72), (50, 84, 200, 96)]),
    ("of several widths", [shade(50, 60, 200, 72), shade(50, 72, 120, 84)], [(50, 60, 200, 72), (50, 72, 120, 84)]),
    ("white", [shade(50, 60, 200, 72, 0xFFFFFF)], []),
    ("drawn twice", [shade(50, 60, 200, 72), shade(50, 60, 200, 72)], [(50, 60, 200, 72)]),
]  # fmt: skip


@pytest.mark.parametrize("fills, wanted", [case[1:] for case in BANDS], ids=[case[0] for case in BANDS])
def test_find_bands(fills: list[Fill], wanted: list[Box]) -> None:
    assert sorted(band.bbox for band in find_bands(fills)) == sorted(wanted)
    assert sorted(band.bbox for band in find_bands(reversed(fills))) == sorted(wanted)
