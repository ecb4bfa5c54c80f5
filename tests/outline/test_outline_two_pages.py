"""Running heads of a report of two pages: what both have at the same height of their margins."""

import pytest

from extractor.model.body import Body, Line, PageInfo
from extractor.model.place import Place
from extractor.outline.running import running_items

HEAD, FOOT, BODY = (40.0, 52.0), (800.0, 812.0), (300.0, 312.0)


def line(page: int, text: str, height: tuple[float, float]) -> Line:
    return Line(text, Place(page=page, bbox=(72.0, height[0], 300.0, height[1])))


@pytest.mark.parametrize(
    ("text", "height", "other", "running"),
    [
        ("Laporan Kinerja Instansi 2024", HEAD, "Laporan Kinerja Instansi 2024", True),
        ("DINAS ARSIP KOTA LEMBAYUNG", FOOT, "DINAS ARSIP KOTA LEMBAYUNG", True),
        ("Laporan Kinerja Instansi 2024", BODY, "Laporan Kinerja Instansi 2024", False),
        ("Laporan Kinerja Instansi 2024", HEAD, "Perjanjian Kinerja Tahun 2024", False),
        ("Lampiran", HEAD, "Lampiran", False),
        ("Tabel 2.3 Perjanjian Kinerja", HEAD, "Tabel 2.3 Perjanjian Kinerja", False),
    ],
    ids=["head", "foot", "in the text", "another line", "short", "caption"],
)
def test_two_pages(text: str, height: tuple[float, float], other: str, running: bool) -> None:
    items = (line(1, text, height), line(2, other, height))
    body = Body(items, tuple(PageInfo(n, 595.0, 842.0, True) for n in (1, 2)))
    assert running_items(body) == ({0, 1} if running else set())


BELOW_HEAD = (53.0, 65.0)


@pytest.mark.parametrize(
    ("first", "second", "height", "running"),
    [
        ("Lampiran", "Lampiran", BELOW_HEAD, {0, 1, 2, 3}),
        ("Lampiran", "Penutup", BELOW_HEAD, {0, 1}),
        ("Lampiran", "Lampiran", (90.0, 102.0), {0, 1}),
        ("III-28", "III-29", BELOW_HEAD, {0, 1, 2, 3}),
        ("III-28", "III-30", BELOW_HEAD, {0, 1}),
    ],
    ids=["a second line", "another line", "further below", "page numbers", "numbers that do not count along"],
)
def test_further_lines_of_a_running_head(
    first: str, second: str, height: tuple[float, float], running: set[int]
) -> None:
    head = "Laporan Kinerja Instansi 2024"
    items = (line(1, head, HEAD), line(2, head, HEAD), line(1, first, height), line(2, second, height))
    body = Body(items, tuple(PageInfo(n, 595.0, 842.0, True) for n in (1, 2)))
    assert running_items(body) == running
