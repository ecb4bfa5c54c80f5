"""Scanned pages: a ruled table drawn as an image gives the right cells, straight, skewed and on its side."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from extractor import grids, pipeline
from extractor.model.body import Grid, PageInfo, dense
from extractor.model.options import Options
from extractor.readers import scan
from extractor.readers.temuan import scanned_pages, unread_pages

TABLE = [
    ["No", "Program", "Pagu", "Realisasi"],
    ["1", "Pelayanan Administrasi", "1.250.000.000", "1.187.500.000"],
    ["2", "Pengelolaan Arsip", "87.340.500", "80.112.250"],
    ["3", "Peningkatan Sarana", "452.000.000", "449.871.300"],
]
EDGES = [120, 210, 700, 1080, 1440]
ROW = 90


def drawn(path: Path, skew: float = 0.0, turn: int = 0) -> Path:
    """A PDF of one page, half of A4 at 200 dpi, that is only an image: a table, leaning by `skew`, turned by `turn` degrees."""
    pytest.importorskip("rapidocr")
    pytest.importorskip("onnxruntime")
    from PIL import Image, ImageDraw, ImageFont

    image = Image.new("L", (1654, 1000), 255)
    pen, font = ImageDraw.Draw(image), ImageFont.load_default(36)
    pen.text((400, 200), "Anggaran menurut program tahun berjalan", 0, font)
    for number, row in enumerate(TABLE):
        for left, text in zip(EDGES, row, strict=False):
            pen.text((left + 16, 420 + number * ROW), text, 0, font)
    bottom = 400 + len(TABLE) * ROW
    for x in EDGES:
        pen.line((x, 400, x, bottom), 0, 3)
    for number in range(len(TABLE) + 1):
        pen.line((EDGES[0], 400 + number * ROW, EDGES[-1], 400 + number * ROW), 0, 3)
    image = image.rotate(-skew, Image.Resampling.BICUBIC, fillcolor=255).rotate(-turn, expand=True)
    image.save(path, resolution=200)
    return path


def read(path: Path) -> tuple[list[list[list[str]]], list[PageInfo]]:
    """The grids of a file as texts, and its pages."""
    body = grids.build_body(pipeline._pages(path, Options(), None, "", []))
    return [dense(item) for item in body.items if isinstance(item, Grid)], list(body.pages)


@pytest.mark.parametrize(("skew", "turn"), [(1.0, 0), (-0.6, 270)])
def test_ruled_table(tmp_path: Path, skew: float, turn: int) -> None:
    tables, pages = read(drawn(tmp_path / "pindai.pdf", skew, turn))
    assert tables == [TABLE]
    assert (pages[0].readable, pages[0].reason) == (True, "ocr")
    assert pages[0].width > pages[0].height


def test_whole_run_says_that_it_was_ocr(tmp_path: Path) -> None:
    laporan = pipeline.run(drawn(tmp_path / "pindai.pdf"), Options())
    assert laporan.status == "complete"
    assert str(laporan.run.engines["ocr"]).startswith("rapidocr 3.")
    assert [t.code for t in laporan.temuan if t.code.startswith("PAGE")] == ["PAGE-OCR"]
    assert ["ocr" in tabel.doubts for tabel in laporan.tabel] == [True]


def test_switched_off_the_page_stays_unread(tmp_path: Path) -> None:
    laporan = pipeline.run(drawn(tmp_path / "pindai.pdf"), Options(ocr="off"))
    assert (laporan.status, laporan.run.engines["ocr"], laporan.run.options["ocr"]) == ("partial", None, "off")
    assert "PAGE-UNREAD" in [t.code for t in laporan.temuan]


def test_without_the_engine_the_page_stays_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = drawn(tmp_path / "pindai.pdf")
    monkeypatch.setattr(scan, "available", lambda: False)
    laporan = pipeline.run(path, Options())
    assert laporan.status == "partial"
    (found,) = [t for t in laporan.temuan if t.code == "PAGE-UNREAD"]
    line = 'pip install "lkip-extractor[scan]"'
    assert line in found.message.id
    assert line in found.message.en


@pytest.mark.parametrize(
    ("reason", "can_scan", "advised"),
    [
        ("image without text", False, True),
        ("image without text", True, False),
        ("page cannot be opened", False, False),
    ],
)
def test_install_line_only_where_it_helps(reason: str, can_scan: bool, advised: bool) -> None:
    (found,) = unread_pages([PageInfo(3, 595, 842, False, reason)], can_scan)
    assert ("pip install" in found.message.en) is advised


def test_one_finding_names_all_pages_read_by_ocr() -> None:
    pages = [PageInfo(n, 595, 842, n != 4, reason) for n, reason in ((2, "ocr"), (3, ""), (4, "ocr"), (5, "ocr"))]
    (found,) = scanned_pages(pages, "ocr")
    assert [ref.page for ref in found.refs] == [2, 5]
    assert scanned_pages(pages[1:2], "ocr") == ()


@pytest.mark.parametrize(
    ("numbers", "wanted"),
    [([3], "page 3."), ([1, 2], "pages 1, 2."), ([1, 2, 3, 5, 7, 8, 9, 10], "pages 1–3, 5, 7–10.")],
)
def test_pages_in_a_row_are_said_as_a_span(numbers: list[int], wanted: str) -> None:
    (found,) = scanned_pages([PageInfo(n, 595, 842, True, "ocr") for n in numbers], "ocr")
    assert wanted in found.message.en


def test_text_layer_loads_neither_ocr_nor_opencv(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "teks.pdf"
    canvas = Canvas(str(path))
    canvas.drawString(72, 700, "Realisasi anggaran sebesar 95,5 persen")
    canvas.save()
    program = (
        "import sys; from pathlib import Path; from extractor import pipeline; from extractor.model.options import Options\n"
        f"pipeline.run(Path({str(path)!r}), Options())\n"
        "print(sorted({'rapidocr', 'onnxruntime', 'cv2', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_engine_sends_nothing_and_leaves_no_trace(tmp_path: Path) -> None:
    """onnxruntime keeps a session file in the folder for temporary files when its telemetry is on."""
    pytest.importorskip("rapidocr")
    pytest.importorskip("onnxruntime")
    code = "import os; from extractor.readers.scan import engine; engine._engine(); print(os.environ['ORT_DISABLE_TELEMETRY'])"
    root = Path(__file__).parents[2]
    environment = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=root,
        env={**environment, "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == "1", done.stderr
    assert list(tmp_path.iterdir()) == []
