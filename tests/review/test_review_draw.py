"""Page images with what was read: which pages, which colours where, and what stands in the legend."""

import io
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from extractor.model.errors import InputError
from extractor.model.laporan import Cell, Column, Identitas, Laporan, Nilai, Run, Schema, Source, Tabel
from extractor.model.options import Options
from extractor.model.place import BBox, Place
from extractor.model.temuan import Message, Ref, Severity, Temuan
from extractor.review.draw import CAPTION, CELL, DOUBT, HEADER, SCALE, TABLE, Mark, draw_pages

WIDTH, HEIGHT = 200, 150
BOXES: dict[tuple[int, int], BBox] = {
    (0, 0): (20, 40, 80, 60),
    (0, 1): (80, 40, 140, 60),
    (1, 0): (20, 60, 80, 80),
    (1, 1): (80, 60, 140, 80),
}


def pdf(path: Path, pages: int = 3, **options: object) -> Path:
    """Blank pages, so that every colour is the drawing's own."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), **options)
    for _ in range(pages):
        canvas.showPage()
    canvas.save()
    path.write_bytes(out.getvalue())
    return path


def laporan(
    *,
    value: Nilai | None = None,
    temuan: tuple[Temuan, ...] = (),
    media_type: str = "application/pdf",
    nomor: str | None = "3.1",
) -> Laporan:
    """A report with one table of two rows; `value` is that of its last cell."""
    page = 2
    cells = tuple(
        Cell(r, c, 1, 1, "x", r == 0, (Place(page, box),), value if (r, c) == (1, 1) else None)
        for (r, c), box in BOXES.items()
    )
    table = Tabel(
        "t1", nomor, "Capaian", "III", "capaian", (page,), 2, 2, 1, (Column("a"), Column("b")), cells,
        caption=Place(page, (20, 20, 140, 32)),
    )  # fmt: skip
    return Laporan(
        schema=Schema(),
        source=Source("a.pdf", "0" * 64, media_type, 1, 3),
        run=Run("0", {}, datetime(2024, 1, 1, tzinfo=UTC).isoformat(), 0.0, {}),
        status="complete",
        laporan=Identitas(None, None, None),
        bab=(),
        daftar_tabel=(),
        tabel=(table,),
        indikator=(),
        anggaran=(),
        klaim=(),
        temuan=temuan,
    )


def drawn(report: Laporan, folder: Path, options: Options | None = None) -> dict[str, Image.Image]:
    written = draw_pages(pdf(folder / "a.pdf"), report, folder / "gambar", options or Options())
    return {path.name: Image.open(path).convert("RGB") for path in written}


def near(colour: tuple[int, ...], wanted: tuple[float, ...]) -> bool:
    return all(abs(a - b) < 14 for a, b in zip(colour, wanted, strict=True))


def tinted(mark: Mark) -> tuple[float, ...]:
    return tuple(255 + (part - 255) * mark.tint / 255 for part in mark.line)


def inside(image: Image.Image, box: BBox) -> tuple[int, ...]:
    pixel = image.getpixel((round((box[0] + box[2]) / 2 * SCALE), round((box[1] + box[3]) / 2 * SCALE)))
    assert isinstance(pixel, tuple)
    return pixel


def left_of(image: Image.Image, x: float, y: float) -> tuple[int, ...]:
    pixel = image.getpixel((round(x * SCALE), round(y * SCALE)))
    assert isinstance(pixel, tuple)
    return pixel


def test_every_page_asked_for_becomes_an_image(tmp_path: Path) -> None:
    assert list(drawn(laporan(), tmp_path)) == ["p001.png", "p002.png", "p003.png"]
    assert list(drawn(laporan(), tmp_path, Options(pages=((2, 2),)))) == ["p002.png"]


def test_what_was_read_is_drawn_where_it_stands(tmp_path: Path) -> None:
    images = drawn(laporan(), tmp_path)
    image = images["p002.png"]
    assert near(inside(image, BOXES[0, 0]), tinted(HEADER))
    assert near(inside(image, BOXES[1, 0]), (255, 255, 255))
    assert near(inside(image, (20, 20, 140, 32)), tinted(CAPTION))
    assert near(left_of(image, 80, 70), CELL.line)
    assert near(left_of(image, 20.6, 70), TABLE.line)
    blank = images["p001.png"].crop((0, 0, round(WIDTH * SCALE), round(HEIGHT * SCALE) - 1))
    assert blank.getcolors() == [(blank.width * blank.height, (255, 255, 255))]


def noticed(ref: Ref, severity: Severity = "W") -> tuple[Temuan, ...]:
    return (Temuan("T1", "CAPAIAN-BEDA", severity, Message("a", "b"), (ref,)),)


@pytest.mark.parametrize(
    "report, doubted",
    [
        (laporan(value=Nilai("angka", "1.5", Decimal(15), reading="ambiguous")), True),
        (laporan(value=Nilai("angka", "1..5", None, reading="malformed")), True),
        (laporan(value=Nilai("angka", "15", Decimal(15), proof="contradicted")), True),
        (laporan(temuan=noticed(Ref("3.1", 1, 1))), True),
        (laporan(temuan=noticed(Ref(None, 1, 1, page=2, bbox=BOXES[1, 1])), nomor=None), True),
        (laporan(value=Nilai("angka", "15", Decimal(15), proof="proved")), False),
        (laporan(temuan=noticed(Ref("3.1", 1, 1), "I")), False),
        (laporan(temuan=noticed(Ref("3.2", 1, 1), "E")), False),
        (laporan(temuan=noticed(Ref(None, 1, 1, page=1, bbox=BOXES[1, 1])), nomor=None), False),
    ],
    ids=[
        "ambiguous",
        "malformed",
        "contradicted",
        "finding",
        "finding at a place",
        "proved",
        "information only",
        "another table",
        "another place",
    ],
)
def test_doubtful_cells_are_marked(report: Laporan, doubted: bool, tmp_path: Path) -> None:
    image = drawn(report, tmp_path)["p002.png"]
    assert near(inside(image, BOXES[1, 1]), tinted(DOUBT)) is doubted
    assert near(inside(image, BOXES[1, 0]), (255, 255, 255))


def test_the_legend_names_each_table_of_the_page(tmp_path: Path) -> None:
    images = drawn(laporan(), tmp_path)
    page = round(HEIGHT * SCALE)
    assert images["p001.png"].height > page
    assert images["p002.png"].height > images["p001.png"].height
    assert images["p002.png"].width == round(WIDTH * SCALE)


def test_a_locked_file_is_drawn_with_its_password(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", 1, encrypt=StandardEncryption("rahasia", "pemilik", strength=128))
    assert len(draw_pages(path, laporan(), tmp_path / "g", Options(password="rahasia"))) == 1
    owner = pdf(tmp_path / "b.pdf", 1, encrypt=StandardEncryption("", "pemilik", strength=128))
    assert len(draw_pages(owner, laporan(), tmp_path / "g", Options(password="salah"))) == 1


def test_a_report_without_pages_cannot_be_drawn(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Only pages of a PDF") as caught:
        draw_pages(tmp_path / "a.docx", laporan(media_type="application/msword"), tmp_path / "g", Options())
    assert caught.value.advice_id
    assert not (tmp_path / "g").exists()


@pytest.mark.parametrize(("turns", "size"), [({}, (WIDTH, HEIGHT)), ({1: 90}, (HEIGHT, WIDTH))])
def test_a_page_that_was_turned_to_be_read_is_drawn_upright(
    turns: dict[int, int], size: tuple[int, int], tmp_path: Path
) -> None:
    (path,) = draw_pages(pdf(tmp_path / "a.pdf"), laporan(), tmp_path / "g", Options(pages=((1, 1),)), turns)
    with Image.open(path) as image:
        assert round(image.width / SCALE) == size[0]
