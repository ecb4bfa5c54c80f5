"""Files of images: pages counted and decoded under limits, sizes from the resolution, damage and lies said. No OCR is run here."""

import struct
import zlib

import numpy
import pytest
from PIL import Image

from extractor.model.errors import DamagedInput, TooLarge
from extractor.readers import scan
from extractor.readers.image import ImageLimits, open_image, read_image
from extractor.readers.image import page as page_module

A4 = (827, 1169)
"""Pixels at 100 dots per inch."""


@pytest.fixture
def pictures(monkeypatch):
    """What the scan reader is given, instead of reading it."""
    given = []

    def keep(picture, page, seconds):
        assert seconds > 0
        given.append(picture)
        return page

    monkeypatch.setattr(page_module.scan, "available", lambda: True)
    monkeypatch.setattr(page_module.scan, "read_within", keep)
    return given


def saved(path, image, **options):
    image.save(path, **options)
    return path


def read_all(path, **limits):
    with open_image(path, ImageLimits(**limits)) as document:
        return [read_image(document, number, can_scan=scan.available()) for number in range(1, document.n_pages + 1)]


@pytest.mark.parametrize(
    ("size", "dpi", "scale", "height"),
    [
        (A4, (100, 100), 100 / 72, 1169),
        (A4, None, A4[1] / 841.9, 1169),
        (A4, (1, 1), A4[1] / 841.9, 1169),
        (A4, (72, 72), 1.0, 1169),
        ((3000, 4000), (72, 72), 4000 / 841.9, 3508),
        ((2481, 3508), (300, 300), 300 / 72, 3508),
        ((4961, 7016), (600, 600), 300 / 72, 3508),
    ],
)
def test_scale(tmp_path, pictures, size, dpi, scale, height):
    read_all(saved(tmp_path / "a.png", Image.new("L", size, 255), **({"dpi": dpi} if dpi else {})))
    (picture,) = pictures
    assert picture.scale == pytest.approx(min(scale, 300 / 72), rel=1e-3)
    assert picture.pixels.shape[0] == height


@pytest.mark.parametrize(
    ("image", "grey"),
    [
        (Image.new("1", (200, 300), 1), 255),
        (Image.new("RGB", (200, 300), "white"), 255),
        (Image.new("RGBA", (200, 300), (0, 0, 0, 0)), 255),
        (Image.new("LA", (200, 300), (0, 0)), 255),
        (Image.new("P", (200, 300), 0), 0),
        (Image.new("I;16", (200, 300), 700), 255),
    ],
    ids=["bilevel", "colour", "transparent", "transparent grey", "palette", "sixteen bits, blank"],
)
def test_grey_on_white(tmp_path, pictures, image, grey):
    read_all(saved(tmp_path / "a.png", image))
    assert pictures[0].pixels.dtype == numpy.uint8
    assert set(numpy.unique(pictures[0].pixels)) == {grey}


@pytest.mark.parametrize(("orientation", "turned"), [(1, 0), (3, 180), (6, 90), (8, 270)])
def test_a_photograph_is_set_upright(tmp_path, pictures, orientation, turned):
    image = Image.new("L", (400, 300), 255)
    image.paste(0, (0, 0, 40, 40))
    exif = Image.Exif()
    exif[0x0112] = orientation
    read_all(saved(tmp_path / "a.jpg", image, exif=exif))
    pixels = pictures[0].pixels
    assert pictures[0].rotation == turned
    dark = {0: pixels[5, 5], 180: pixels[-5, -5], 90: pixels[5, -5], 270: pixels[-5, 5]}
    assert dark[turned] < 40
    assert pixels.shape == ((300, 400) if turned % 180 == 0 else (400, 300))


def test_a_tiff_gives_a_page_per_image(tmp_path, pictures):
    pages = [Image.new("L", A4, shade) for shade in (255, 200, 100)]
    path = saved(tmp_path / "a.tif", pages[0], save_all=True, append_images=pages[1:], dpi=(100, 100))
    assert [page.number for page in read_all(path)] == [1, 2, 3]
    assert [int(p.pixels[0, 0]) for p in pictures] == [255, 200, 100]


def test_pages_may_be_read_in_any_order(tmp_path, pictures):
    pages = [Image.new("L", A4, shade) for shade in (255, 200)]
    path = saved(tmp_path / "a.tif", pages[0], save_all=True, append_images=pages[1:])
    with open_image(path) as document:
        for number in (2, 1):
            read_image(document, number, can_scan=True)
    assert [int(p.pixels[0, 0]) for p in pictures] == [200, 255]


def png(width, height, rows=b""):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(("width", "height"), [(20_000, 20_000), (2**31 - 1, 2**31 - 1), (11_000, 10_000)])
def test_a_bomb_is_refused_before_it_is_decoded(tmp_path, pictures, width, height):
    path = tmp_path / "a.png"
    path.write_bytes(png(width, height))
    with pytest.raises(TooLarge) as caught:
        read_all(path)
    assert "max_pixels" in caught.value.message_en
    assert not pictures


def test_a_size_that_is_a_lie_is_an_unread_page(tmp_path, pictures):
    path = tmp_path / "a.png"
    path.write_bytes(png(500, 700, b"\0" * 100))
    (page,) = read_all(path)
    assert (page.text.verdict, page.text.reason) == ("absent", "image damaged")
    assert not pictures


@pytest.mark.parametrize("suffix", ["png", "jpg", "tif"])
def test_cut_off_files(tmp_path, pictures, suffix):
    noise = numpy.random.default_rng(1).integers(0, 255, (300, 200), dtype=numpy.uint8)
    path = saved(tmp_path / f"a.{suffix}", Image.fromarray(noise))
    data = path.read_bytes()
    for share in (0.9, 0.5, 0.01):
        path.write_bytes(data[: int(len(data) * share)])
        try:
            pages = read_all(path)
        except DamagedInput:
            continue
        assert [p.text.reason for p in pages] == ["image damaged"]
    assert not pictures


def test_one_page_too_large_is_named_and_the_others_are_read(tmp_path, pictures):
    pages = [Image.new("L", size, 255) for size in ((100, 100), (300, 300), (100, 100))]
    path = saved(tmp_path / "a.tif", pages[0], save_all=True, append_images=pages[1:])
    read = read_all(path, max_pixels=20_000)
    assert [p.text.reason for p in read] == ["image without text", "image too large", "image without text"]
    assert len(pictures) == 2
    with pytest.raises(TooLarge):
        read_all(path, max_pages=2)


def test_a_tiff_whose_pages_go_in_a_circle_ends(tmp_path, pictures):
    path = saved(tmp_path / "a.tif", Image.new("L", (50, 50), 255))
    data = bytearray(path.read_bytes())
    (start,) = struct.unpack_from("<I", data, 4)
    (entries,) = struct.unpack_from("<H", data, start)
    struct.pack_into("<I", data, start + 2 + 12 * entries, start)
    path.write_bytes(bytes(data))
    assert len(read_all(path, max_pages=10)) == 1
    assert len(pictures) == 1


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0" + bytes(30), b"II*\0\x08\0\0\0", b"II*\0" + b"\xff" * 40]
)
def test_a_head_alone_is_damaged(tmp_path, content):
    path = tmp_path / "a.png"
    path.write_bytes(content)
    with pytest.raises(DamagedInput):
        read_all(path)


def test_without_the_extra_a_page_is_unread_and_has_its_size(tmp_path, monkeypatch):
    monkeypatch.setattr(scan, "available", lambda: False)
    (page,) = read_all(saved(tmp_path / "a.png", Image.new("L", A4, 255), dpi=(100, 100)))
    assert page.text.reason == "image without text"
    assert (round(page.width), round(page.height)) == (595, 842)
