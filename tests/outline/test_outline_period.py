"""Which part of the year a report speaks of: titles on the cover and running heads tell it, sentences and captions do not."""

import pytest

from extractor.model.body import Line, Role
from extractor.model.place import Place
from extractor.outline.periode import report_period


def lines(*texts: str, page: int | None = 1, role: Role | None = None) -> list[Line]:
    return [Line(text, Place(page), role=role) for text in texts]


@pytest.mark.parametrize(
    ("cover", "period"),
    [
        (("Laporan Kinerja Triwulan II Tahun 2031",), "TW2"),
        (("LAPORAN KINERJA INSTANSI PEMERINTAH", "TRIWULAN III", "TAHUN 2031"), "TW3"),
        (("L A P O R A N   K I N E R J A", "SEMESTER I TAHUN 2031"), "S1"),
        (("LAPORAN KINERJA", "DINAS PERIKANAN KOTA TIRTAJAYA", "S.D. TRIWULAN III TAHUN 2031"), "sd_09"),
        (("LKIP Triwulan IV", "Tahun 2031"), "TW4"),
        (("LAPORAN KINERJA TAHUN 2031",), None),
        (("LAPORAN KINERJA TRIWULAN I S.D. IV TAHUN 2031",), None),
        (("LAPORAN KINERJA TAHUN 2031", "Laporan Kinerja Triwulan IV"), None),
        (("Laporan Kinerja Triwulan I", "Laporan Kinerja Triwulan II"), None),
        (("PERJANJIAN KINERJA TRIWULAN II TAHUN 2031",), None),
        (("Laporan Kinerja disusun dari laporan kinerja Triwulan II",), None),
        (("LAPORAN KINERJA TAHUN 2031", "Tabel 1 Capaian Triwulan II"), None),
        (("LAPORAN KINERJA", "dilaporkan setiap", "TRIWULAN II"), None),
        (("Laporan Kinerja Triwulan II telah selesai.",), None),
        ((), None),
    ],
)
def test_the_cover_tells(cover: tuple[str, ...], period: str | None) -> None:
    assert report_period(lines(*cover)) == period
    assert report_period(lines(*cover, page=None)) == period


def test_later_pages_and_far_lines_tell_nothing() -> None:
    title = "Laporan Kinerja Triwulan II Tahun 2031"
    assert report_period(lines(title, page=3)) is None
    assert report_period([*lines(*["Isi."] * 60, page=None), *lines(title, page=None)]) is None
    assert report_period(lines(title, role="toc")) is None


def test_running_heads_tell_where_the_cover_does_not() -> None:
    head = lines("LKjIP Triwulan II Tahun 2031", page=5, role="running")
    assert report_period(head) == "TW2"
    assert report_period([*lines("Laporan Kinerja"), *head]) == "TW2"
    assert report_period([*lines("Laporan Kinerja Tahun 2031"), *head]) is None
