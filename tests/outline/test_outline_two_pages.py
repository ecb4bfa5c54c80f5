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
