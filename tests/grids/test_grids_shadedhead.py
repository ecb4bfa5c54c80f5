"""A shaded header over rows without rules and shading: its cells are the columns, rows begin where columns begin anew."""

from itertools import pairwise

import pytest

from extractor.model.body import Grid, dense
from extractor.model.page import Fill, Word
from tests.grids.kisi import grids, words

XS = [50.0, 120.0, 210.0, 300.0, 380.0]
HEAD = ["Tujuan", "Sasaran", "Strategi", "Arah"]
ORANGE = 0xF4B083


def header() -> list[Fill]:
    title = Fill(50, 40, 380, 60, colour=ORANGE)
    return [title, *(Fill(a, 60, b, 75, colour=ORANGE) for a, b in pairwise(XS))]


def printed(columns: list[list[str]], step: float = 12.0) -> list[Word]:
    heads = [w for x, text in zip(XS, HEAD, strict=False) for w in words(text, x + 5, 63)]
    rows = [
        w
        for x, lines in zip(XS, columns, strict=False)
        for n, text in enumerate(lines)
        for w in words(text, x + 5, 80 + step * n)
    ]
    return [*words("Misi kedua", 55, 45), *heads, *rows]


def read(columns: list[list[str]]) -> list[Grid]:
    return grids([], printed(columns), header())


TEXTS = [
    ["Mutu", "layanan", "", "", "", "", ""],
    ["Jalan", "mantap", "", "", "", "Taman", "kota"],
    ["Membangun", "dan", "merawat", "lalu", "memantau", "jalan,", "taman"],
    ["Jalan baik", "", "", "", "", "Taman baik", ""],
]


def test_columns_of_text_under_a_shaded_header() -> None:
    (grid,) = read(TEXTS)
    assert grid.header_rows == 2 and not grid.ruled
    assert dense(grid)[1:] == [
        HEAD,
        ["Mutu layanan", "Jalan mantap", "Membangun dan merawat lalu memantau jalan, taman", "Jalan baik"],
        ["", "Taman kota", "", "Taman baik"],
    ]


def test_grades_with_their_scores_below() -> None:
    rows = [
        ["Nilai A", "Nilai B", "", "Nilai C"],
        ["71", "B", "(76,70)", "88"],
        ["72", "BB", "(77,20)", "89"],
        ["73", "B", "(78,20)", "90"],
    ]
    (grid,) = read(rows)
    assert [r[1] for r in dense(grid)[2:]] == ["71", "B (76,70)", "88"]


@pytest.mark.parametrize(
    "lines", [["Satu kalimat biasa yang berjalan terus sampai ke tepi kanan halaman ini saja"] * 3, ["Satu"]]
)
def test_sentences_below_shading_are_no_rows(lines: list[str]) -> None:
    assert [g for g in read([lines, [], [], []]) if g.n_rows > 2] == []
