"""Headers that were recognised from images on two pages: a letter may be another on the other page."""

import pytest
from msgspec.structs import replace

from extractor.grids.joint import repeated_rows
from tests.grids.kisi import grid

HEAD = ["No", "Indikator Kinerja", "Target", "Realisasi"]
ROWS = [["1", "Nilai SAKIP", "80", "81"], ["2", "Indeks Layanan", "75", "70"], ["3", "Opini BPK", "WTP", "WTP"]]
MORE = [["4", "Persentase Jalan", "90", "88"], ["5", "Jumlah Aduan", "12", "10"]]
SLIP = ["No", "Indikator Kinerja —", "Target", "Realisasi asi"]
RECOGNISED: list[tuple[str, list[str], tuple[str, ...], tuple[int, int]]] = [
    ("a slip of recognition", SLIP, ("ocr",), (1, 0)),
    ("the same slip in a text layer", SLIP, (), (0, 0)),
    ("another year", ["No", "Indikator Kinerja", "Target 2019", "Realisasi"], ("ocr",), (0, 0)),
    ("another header", ["No", "Program Kegiatan", "Pagu", "Sisa"], ("ocr",), (0, 0)),
]


@pytest.mark.parametrize("head, doubts, wanted", [c[1:] for c in RECOGNISED], ids=[c[0] for c in RECOGNISED])
def test_recognised_headers_are_the_same_with_slips(
    head: list[str], doubts: tuple[str, ...], wanted: tuple[int, int]
) -> None:
    above, below = (replace(g, doubts=doubts) for g in (grid([HEAD, *ROWS]), grid([head, *MORE], 2)))
    assert repeated_rows(above, below) == wanted
