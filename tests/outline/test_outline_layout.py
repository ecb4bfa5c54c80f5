"""The section on the report's layout against its chapters; numbers of sections that leave one out."""

import pytest

from extractor.model.body import Body, Grid, GridCell, Line
from extractor.model.laporan import Bab, Subbab
from extractor.model.place import Place
from extractor.outline.checks import misnumbered_sections
from extractor.outline.layout import layout_findings
from extractor.outline.marked import ChapterMark

CHAPTERS = ("PENDAHULUAN", "PERENCANAAN KINERJA", "AKUNTABILITAS KINERJA", "PENUTUP")
NUMBERS = ("I", "II", "III", "IV")
HERE = Place(3)


def found(listed: list[str], *, in_a_grid: bool = False, chapters: int = 4) -> list[tuple[str, str | None]]:
    """Severity and reported words of what is found where the layout of chapter I lists these texts."""
    bab = [Bab(n, t, i + 1) for i, (n, t) in enumerate(zip(NUMBERS, CHAPTERS, strict=True))][:chapters]
    cells = tuple(GridCell(i, 0, 1, 1, text, (HERE,)) for i, text in enumerate(listed))
    lines = (Grid(len(listed), 1, cells, (HERE,)),) if in_a_grid else tuple(Line(text, HERE) for text in listed)
    items = (
        Line("BAB I PENDAHULUAN", HERE, role="bab"),
        Line("1.5 Sistematika Penyajian", HERE, role="subbab"),
        *lines,
    )
    body = Body((*items, Line("BAB II PERENCANAAN KINERJA", Place(4), role="bab")))
    marks = [ChapterMark(0, "I", CHAPTERS[0], 1, HERE), ChapterMark(len(items), "II", CHAPTERS[1], 2, Place(4))]
    return [(item.severity, item.reported) for item in layout_findings(body, marks, bab)]


WHOLE = [f"BAB {number} {title.title()}" for number, title in zip(NUMBERS, CHAPTERS, strict=True)]


@pytest.mark.parametrize("in_a_grid", [False, True])
def test_a_layout_that_is_kept(in_a_grid: bool) -> None:
    assert found(WHOLE, in_a_grid=in_a_grid) == []
    assert (
        found([text for both in zip(["BAB I", "BAB II", "BAB III", "BAB IV"], CHAPTERS, strict=True) for text in both])
        == []
    )
    assert (
        found(
            ["Bab I menyajikan latar belakang", "Bab II difokuskan pada rencana", "Bab III membahas", "Bab IV berisi"]
        )
        == []
    )
    assert found([]) == []
    assert found(["BAB II Perencanaan", "BAB IV Penutup"]) == []


def test_a_chapter_that_the_layout_promises_and_one_that_it_forgets() -> None:
    assert found([*WHOLE, "BAB V Rekomendasi Perbaikan"]) == [("W", "Rekomendasi Perbaikan")]
    assert found(WHOLE, chapters=3) == [("I", "Penutup")]
    assert found(WHOLE[:3]) == [("I", "Akuntabilitas Kinerja")]
    assert found(["BAB I", "PENDAHULUAN", "BAB II", "PERJANJIAN KONTRAK"], chapters=2) == [("I", "PERJANJIAN KONTRAK")]


@pytest.mark.parametrize(
    ("numbers", "odd"),
    [
        (["2.1", "2.2", "2.4"], ["2.4"]),
        (["2.1", "2.1", "2.2"], ["2.1"]),
        (["2.1", "2.2", "2.3"], []),
        (["A", "B", "D"], []),
        (["2.1", "2.2", "2.1"], []),
    ],
)
def test_numbers_of_sections(numbers: list[str], odd: list[str]) -> None:
    bab = Bab("II", "PERENCANAAN", 3, subbab=tuple(Subbab(n, "Judul", 3) for n in numbers))
    assert [item.reported for item in misnumbered_sections([bab])] == odd
