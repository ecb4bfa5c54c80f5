"""OCR results are kept by content and version; what is damaged is read anew."""

from pathlib import Path

import pytest

from extractor.model.page import Layer, OtherReading, Page, PageText, Rule, Word
from extractor.readers.scan import cache as module
from extractor.readers.scan.cache import Cache

PAGE = Page(
    3,
    595.0,
    842.0,
    90,
    (Word("1.250", 1.5, 2.0, 3.0, 4.25, 10.0, True, 0, 7),),
    (Rule(True, 10.0, 1.0, 90.0, 0.7),),
    (),
    ((0.0, 0.0, 595.0, 842.0),),
    PageText("good", "ocr"),
    (OtherReading(1.5, 2.0, 3.0, 4.25, "1.250", "1.260", 97),),
    Layer("hidden", "I.2S0", 40, 90),
)


@pytest.fixture(autouse=True)
def engines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "engine_names", lambda: "fake 1")


def only_file(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_a_page_comes_back_as_it_was(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "ocr", "aa")
    assert cache.read(3) is None
    cache.write(3, PAGE)
    assert cache.read(3) == PAGE


def test_other_content_number_or_version_is_another_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Cache(tmp_path, "aa").write(3, PAGE)
    assert Cache(tmp_path, "ab").read(3) is None
    assert Cache(tmp_path, "aa").read(4) is None
    monkeypatch.setattr(module, "engine_names", lambda: "fake 2")
    assert Cache(tmp_path, "aa").read(3) is None


@pytest.mark.parametrize("place", [0, 63, 64, 65, 200, -1])
def test_damage_is_noticed(place: int, tmp_path: Path) -> None:
    cache = Cache(tmp_path, "aa")
    cache.write(3, PAGE)
    held = bytearray(only_file(tmp_path).read_bytes())
    held[place] ^= 1
    only_file(tmp_path).write_bytes(held)
    assert cache.read(3) is None


@pytest.mark.parametrize("length", [0, 10, 64, 65, 300])
def test_a_cut_file_is_noticed(length: int, tmp_path: Path) -> None:
    cache = Cache(tmp_path, "aa")
    cache.write(3, PAGE)
    only_file(tmp_path).write_bytes(only_file(tmp_path).read_bytes()[:length])
    assert cache.read(3) is None


def test_no_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "ocr").symlink_to(tmp_path / "elsewhere")
    cache = Cache(tmp_path / "ocr", "aa")
    cache.write(3, PAGE)
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert cache.read(3) is None


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "ocr").write_text("a file")
    Cache(tmp_path / "ocr", "aa").write(3, PAGE)


@pytest.mark.parametrize(("reason", "times"), [("ocr", 1), ("reading its image took longer than 120 s", 2)])
def test_only_what_was_read_is_kept(reason: str, times: int, tmp_path: Path) -> None:
    calls = []

    def read() -> Page:
        calls.append(1)
        return Page(3, 1.0, 1.0, 0, (), (), (), (), PageText("good" if reason == "ocr" else "absent", reason))

    cache = Cache(tmp_path, "aa")
    assert cache.take(3, read) == cache.take(3, read)
    assert len(calls) == times


def test_without_a_folder_nothing_is_kept() -> None:
    cache = Cache(None, "aa")
    cache.write(3, PAGE)
    assert cache.read(3) is None
