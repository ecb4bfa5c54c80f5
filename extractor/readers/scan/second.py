"""A second opinion on figures: tesseract, where it is installed. In come small pictures of one figure each, out come their readings.

All figures of a page are pasted onto one sheet, a line for each, with rules whitened and contrast stretched, so that the program starts
once. Only figures and their marks are allowed, since only those are compared.
"""

import os
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache

from extractor.readers.scan.engine import Image, engine_name

LANGUAGES = ("eng", "ind")
"""Models that will do, best first: figures need one only."""
SIGNS = "0123456789.,-%()"
HEIGHT, PAD = 40, 14
"""Pixels of a line on the sheet and of the white above and below."""
MOST_WIDTH = 600
MOST_LINES = 60
"""On one sheet."""
PAPER = (1, 60)
"""Percentiles of grey that become black and white."""
SECONDS = 60
"""Time for one sheet."""
COLUMNS = 12
"""Of tesseract's table; the words are those of level 5."""


@cache
def _language() -> str | None:
    """The model to read figures with; None without tesseract."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    try:
        done = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=SECONDS, check=False)
    except (OSError, subprocess.SubprocessError):
        return None
    installed = done.stdout.split()
    return next((name for name in LANGUAGES if name in installed), None)


@cache
def second_engine() -> str | None:
    """Name and version for the record of the run; None when it is not installed."""
    if _language() is None:
        return None
    done = subprocess.run(["tesseract", "--version"], capture_output=True, text=True, timeout=SECONDS, check=False)
    return " ".join((done.stdout or done.stderr).split()[:2]) or None


def engine_names() -> str:
    """Both engines with their versions."""
    return ", ".join(filter(None, (engine_name(), second_engine())))


def _line(pixels: Image, rest: Image) -> Image:
    """A figure as black as can be on white, in the height of a line; what stands outside of the letters' ink `rest` is white."""
    import cv2
    import numpy

    near = cv2.dilate(rest, cv2.getStructuringElement(cv2.MORPH_RECT, (5, 5)))
    grey = pixels.copy()
    grey[near == 0] = 255
    black, white = numpy.percentile(grey, PAPER)
    stretched = ((grey.astype(float) - black) * 255 / max(white - black, 1)).clip(0, 255).astype("uint8")
    width = min(max(round(stretched.shape[1] * HEIGHT / stretched.shape[0]), 1), MOST_WIDTH)
    larger = stretched.shape[0] < HEIGHT
    return cv2.resize(stretched, (width, HEIGHT), interpolation=cv2.INTER_CUBIC if larger else cv2.INTER_AREA)


def _sheet(lines: Sequence[Image]) -> Image:
    import numpy

    step = HEIGHT + PAD
    sheet = numpy.full((len(lines) * step + PAD, max(line.shape[1] for line in lines) + 3 * PAD), 255, "uint8")
    for number, line in enumerate(lines):
        sheet[PAD + number * step : PAD + number * step + HEIGHT, PAD : PAD + line.shape[1]] = line
    return sheet


def _read_sheet(lines: Sequence[Image], language: str) -> list[str]:
    import cv2

    _, held = cv2.imencode(".png", _sheet(lines))
    command = ["tesseract", "stdin", "stdout", "-l", language, "--psm", "6", "--dpi", "200"]
    command += ["-c", f"tessedit_char_whitelist={SIGNS}", "tsv"]
    try:
        done = subprocess.run(
            command,
            input=held.tobytes(),
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except (OSError, subprocess.SubprocessError):
        return [""] * len(lines)
    return _texts(done.stdout.decode("utf-8", "replace"), len(lines))


def _texts(table: str, count: int) -> list[str]:
    """The text of each line of the sheet, from tesseract's table of boxes."""
    texts = [""] * count
    for row in table.splitlines():
        parts = row.split("\t")
        if len(parts) == COLUMNS and parts[0] == "5":
            number = (int(parts[7]) + int(parts[9]) // 2 - PAD) // (HEIGHT + PAD)
            if 0 <= number < count:
                texts[number] += parts[11].strip()
    return texts


def read_figures(figures: Sequence[tuple[Image, Image]]) -> list[str] | None:
    """What the second engine reads in each picture (grey pixels, ink without rules), '' for nothing; None when it is not installed."""
    language = _language()
    if language is None:
        return None
    lines = [_line(pixels, rest) for pixels, rest in figures]
    texts: list[str] = []
    for start in range(0, len(lines), MOST_LINES):
        texts += _read_sheet(lines[start : start + MOST_LINES], language)
    return texts
