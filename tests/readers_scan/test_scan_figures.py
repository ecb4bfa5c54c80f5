"""A second engine's opinion on figures: which ones are not sure. Without tesseract only what needs none of it is tested."""

import shutil
import subprocess
from typing import Any

import pytest

from extractor.model.options import Options
from extractor.readers.scan import clock, figures, second
from extractor.readers.scan.figures import compare_figures
from extractor.readers.scan.words import InkWord

numpy = pytest.importorskip("numpy")
pytest.importorskip("cv2")


def word(text: str, score: float = 1.0, prose: bool = False) -> InkWord:
    return InkWord(text, 100, 160, 120, 20, False, score, prose)


def unsure(monkeypatch: pytest.MonkeyPatch, given: InkWord, other: str | None) -> list[tuple[str, str]]:
    monkeypatch.setattr(figures, "read_figures", lambda items: None if other is None else [other] * len(items))
    white: Any = numpy.full((200, 300), 255, "uint8")
    return [(u.text, u.other) for u in compare_figures([given], white, white, 2.0) if not u.sure]


@pytest.mark.parametrize(
    ("given", "other", "expected"),
    [
        (word("1.250.000"), "1.250.000", []),
        (word("1.250.000"), "1.250.000.", []),
        (word("95,5%"), "95,5", []),
        (word("1.250.000"), "1.260.000", [("1.250.000", "1.260.000")]),
        (word("1.250"), "1,250", [("1.250", "1,250")]),
        (word("1.250"), "", [("1.250", "")]),
        (word("1.250"), None, []),
        (word("1.250", 0.9), None, [("1.250", "")]),
        (word("Program"), "4", []),
        (word("2024", prose=True), "2023", []),
    ],
)
def test_which_figures_are_not_sure(
    given: InkWord, other: str | None, expected: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert unsure(monkeypatch, given, other) == expected


def test_places_are_in_points(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "read_figures", lambda _: ["7"])
    white: Any = numpy.full((200, 300), 255, "uint8")
    (found,) = compare_figures([word("1", 0.876)], white, white, 2.0)
    assert (found.x0, found.x1, found.score) == (50, 80, 88)
    assert found.top < 60 < found.bottom


def test_texts_are_taken_from_the_line_they_stand_in() -> None:
    def row(level: int, top: int, text: str) -> str:
        return "\t".join(map(str, (level, 1, 1, 1, 1, 1, 20, top, 50, 30, 95, text)))

    step = second.HEIGHT + second.PAD
    table = "\n".join(["level\tpage", row(4, second.PAD, ""), row(5, second.PAD + 4, "1.2"), row(5, second.PAD + 4, "50"),
                       row(5, second.PAD + 2 * step, "7"), row(5, 9999, "8")])  # fmt: skip
    assert second._texts(table, 3) == ["1.250", "", "7"]


def test_without_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    second._language.cache_clear()
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert second.read_figures([]) is None
    monkeypatch.undo()
    second._language.cache_clear()


def test_a_program_that_hangs_reads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("tesseract", 60)

    monkeypatch.setattr(second, "_language", lambda: "eng")
    monkeypatch.setattr(subprocess, "run", hang)
    picture: Any = numpy.full((30, 60), 255, "uint8")
    assert second.read_figures([(picture, picture)]) == [""]


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
def test_the_program_itself() -> None:
    from PIL import Image, ImageDraw, ImageFont

    texts = ["1.250.000", "87,5", "3.409"]
    pictures = []
    for text in texts:
        image = Image.new("L", (220, 44), 235)
        ImageDraw.Draw(image).text((10, 4), text, 60, ImageFont.load_default(30))
        pixels = numpy.array(image)
        pictures.append((pixels, numpy.where(pixels < 150, 255, 0).astype("uint8")))
    assert second.read_figures(pictures) == texts


def test_a_page_is_given_up_after_its_time() -> None:
    with pytest.raises(clock.TooSlow):
        clock.Clock(-1.0).check()
    clock.Clock(60.0).check()
    assert Options().ocr_cache is None
