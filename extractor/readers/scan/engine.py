"""The OCR engine, made once per process: finds where text lines stand and reads one line.

In come grey images (rows of pixels, 0 black, 255 white), out come boxes in pixels and characters with their place along the line.
Lines are found on a smaller image than they are read from: finding costs by area and needs no detail (a third of the time, same lines).
"""

import os
import unicodedata
from functools import cache
from importlib.util import find_spec
from typing import Any, NamedTuple, TypeAlias

Image: TypeAlias = Any
"""A two-dimensional numpy array of bytes."""
PixelBox: TypeAlias = tuple[int, int, int, int]
"""x0, top, x1, bottom in pixels."""

FIND_SIDE = 1600
"""Pixels of the longer side of the image on which lines are looked for."""
LEAST_SIDE = 8
"""Pixels: nothing smaller can be read."""
FULL_WIDTH = range(0xFF00, 0xFFF0)


class Token(NamedTuple):
    """A run of characters without a space; `centres`: where each stands, as a share of the line's width."""

    text: str
    centres: tuple[float, ...]


class Reading(NamedTuple):
    """A line as the engine reads it; `score` from 0 to 1."""

    tokens: tuple[Token, ...]
    score: float


NOTHING = Reading((), 0.0)


def available() -> bool:
    """Whether the packages of the extra `scan` are installed; imports none of them."""
    return all(find_spec(name) is not None for name in ("rapidocr", "onnxruntime", "cv2"))


def engine_name() -> str:
    """Name and version for the record of the run."""
    from importlib.metadata import version

    return f"rapidocr {version('rapidocr')}"


@cache
def _engine() -> Any:
    # onnxruntime's official builds send usage data to their maker unless this is set before they are loaded (its Privacy.md).
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    from rapidocr import RapidOCR

    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.max_side_len": 20_000,
            "Global.use_cls": False,
            "Global.return_word_box": True,
            "Global.text_score": 0.0,
            "Det.limit_type": "max",
            "Det.limit_side_len": FIND_SIDE,
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


def _coloured(image: Image) -> Image:
    import cv2

    return cv2.cvtColor(image, cv2.COLOR_GRAY2BGR)


def find_lines(image: Image) -> list[PixelBox]:
    """Boxes around the text lines of an upright image, top to bottom."""
    found = _engine()(_coloured(image), use_det=True, use_rec=False, use_cls=False)
    boxes = getattr(found, "boxes", None)
    height, width = image.shape
    lines = []
    for quad in () if boxes is None else boxes:
        x0, top = max(int(quad[:, 0].min()), 0), max(int(quad[:, 1].min()), 0)
        x1, bottom = min(int(quad[:, 0].max()) + 1, width), min(int(quad[:, 1].max()) + 1, height)
        if x1 - x0 >= LEAST_SIDE and bottom - top >= LEAST_SIDE:
            lines.append((x0, top, x1, bottom))
    return sorted(lines, key=lambda box: (box[1], box[0]))


def read_line(image: Image) -> Reading:
    """The characters of an image that holds one line."""
    if min(image.shape) < LEAST_SIDE:
        return NOTHING
    found = _engine()(_coloured(image), use_det=False, use_rec=True, use_cls=False, return_word_box=True)
    infos, scores = getattr(found, "word_results", None), getattr(found, "scores", None)
    if not infos or not scores or not infos[0].words:
        return NOTHING
    info = infos[0]
    tokens = []
    for characters, columns in zip(info.words, info.word_cols, strict=True):
        centres = tuple((column + 0.5) / info.line_txt_len for column in columns)
        tokens.append(Token("".join(_narrow(c) for c in characters), centres))
    return Reading(tuple(tokens), float(scores[0]))


def _narrow(character: str) -> str:
    """The plain form of a full-width sign; the engine knows Chinese print."""
    return unicodedata.normalize("NFKC", character) if ord(character) in FULL_WIDTH else character
