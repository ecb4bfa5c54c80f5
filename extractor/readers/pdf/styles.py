"""What all characters of a text object share: size, weight, direction, whether and where they can be seen.

In go an object and its first character, out comes its frame, asked for once: its style and how to box its characters.
"""

import ctypes
import math
import re
from typing import NamedTuple

from extractor.model.place import BBox
from extractor.readers.pdf.calls import Address, Four, Handle, calls
from extractor.readers.pdf.view import View

INVISIBLE_MODES = (3, 7)
"""Text render modes 'neither fill nor stroke' and 'clip only'."""
ASCENT, DESCENT = 0.8, 0.22
"""Of the type size: a box from the baseline up and down, near the real ascent of text fonts."""
SLANT = 10.0
"""Degrees off the axes: text that leans more is a stamp or a watermark over the page."""
SLACK = 3.0
"""Points: a character may stand this far outside of its object's bounds."""
LEAST_SIZE = 1.0
"""Text smaller than a point is there for machines."""
BOLD_WEIGHT = 600
BOLD_NAMES = ("bold", "black", "heavy", "demi")
_NO_NAME = re.compile(r"(?:[A-Z]{6}\+)?(?:CIDFont\+)?[A-Za-z]{0,4}[-_]?\d*")
"""A name that says nothing about the face (`CIDFont+F1`, `T3`). Only then the weight is asked: PDFium makes it of the stems' width, which
writers guess (ghostscript writes 122 for Bookman Old Style in its regular face, Word the same)."""


class Style(NamedTuple):
    """What all characters of a text object share. `visible` is False for text that is not painted, `hidden` True for a text layer
    that is there to be searched (render mode `invisible`).

    `below`: points from the lower (or left) edge of PDFium's box to the baseline, across the writing direction `direction` of PDF
    space. Fonts state ascents of up to four times their size (Cambria Math), so boxes are made anew from baseline and size: then one
    line's words have one height. `font`: PDFium's address of it. `unmapped`: the font does not say which letter the first character is.
    """

    size: float
    bold: bool
    angle: int
    visible: bool
    clip: BBox | None
    direction: int
    below: float
    hidden: bool = False
    font: Address = None
    unmapped: bool = False


class Frame(NamedTuple):
    """What follows from a text object for the boxes of all its characters.

    `along_x`: its lines run along x in PDF space. `down`, `up`: the edges of a box as distances from the low edge of PDFium's. `window`:
    where on the shown page the middle of a visible character may lie.
    """

    style: Style
    along_x: bool
    down: float
    up: float
    window: BBox


def _direction(a: float, b: float) -> int | None:
    """Degrees clockwise of a text matrix in quarter turns (PDF space has y upwards); None for slanted text (stamps)."""
    if b == 0 < a:
        return 0
    degrees = -math.degrees(math.atan2(b, a))
    turn = round(degrees / 90) * 90
    return turn % 360 if abs(degrees - turn) <= SLANT else None


def _font_is_bold(address: int) -> bool:
    import pypdfium2.raw as pdfium

    font = ctypes.cast(address, pdfium.FPDF_FONT)
    name = ctypes.create_string_buffer(128)
    pdfium.FPDFFont_GetBaseFontName(font, name, 128)
    said = name.value.decode("latin-1")
    if says_its_face(said):
        return any(mark in said.lower() for mark in BOLD_NAMES)
    return bool(pdfium.FPDFFont_GetWeight(font) >= BOLD_WEIGHT)


def says_its_face(name: str) -> bool:
    """Whether a font's name is one that a person gave."""
    return _NO_NAME.fullmatch(name) is None


def _clip_box(clip: Handle, count: int, view: View) -> BBox | None:
    """The box around what the `count` paths of a clip path leave, or None when they have no points."""
    left, bottom, right, top = -math.inf, -math.inf, math.inf, math.inf
    for path in range(count):
        xs, ys = calls().clip_points(clip, path)
        if xs:
            left, right = max(left, min(xs)), min(right, max(xs))
            bottom, top = max(bottom, min(ys)), min(top, max(ys))
    if math.isinf(left):
        return None
    if left >= right or bottom >= top:
        return (0.0, 0.0, 0.0, 0.0)
    return view.box(left, bottom, right, top)


class Frames:
    """The frames of a page's text objects, `hidden` ones or those that are painted."""

    def __init__(self, textpage: Handle, view: View, *, hidden: bool) -> None:
        self._textpage = textpage
        self._view = view
        self._hidden = hidden
        self._bold: dict[int, bool] = {}

    def frame(self, index: int, address: int, box: Four) -> Frame | None:
        """The frame of the text object at `address`, whose character `index` has the loose box `box`; None for text that is not wanted."""
        view, style = self._view, self._style(index, Handle(address), box)
        if not (style.hidden if self._hidden else style.visible):
            return None
        x0, top, x1, bottom = style.clip or (0.0, 0.0, view.shown_width, view.shown_height)
        window = (
            max(x0, 0.0) - 1,
            max(top, 0.0) - 1,
            min(x1, view.shown_width) + 1,
            min(bottom, view.shown_height) + 1,
        )
        down, up = (DESCENT, ASCENT) if style.direction in (0, 90) else (ASCENT, DESCENT)
        low, high = style.below - down * style.size, style.below + up * style.size
        return Frame(style, style.direction % 180 == 0, low, high, window)

    def _style(self, index: int, text_object: Handle, box: Four) -> Style:
        call, textpage = calls(), self._textpage
        a, b, c, d, _, _ = call.text_matrix(textpage, index)
        size = call.font_size(textpage, index) * (math.hypot(c, d) or 1.0)
        turn = _direction(a, b)
        direction = turn or 0
        sound = size >= LEAST_SIZE and turn is not None
        painted = call.render_mode(text_object) not in INVISIBLE_MODES
        x, y = call.origin(textpage, index)
        font = call.font(text_object)
        return Style(
            size,
            self._is_bold(font),
            self._view.angle(direction),
            sound and painted,
            self._clip(text_object, x, y),
            direction,
            x - box[0] if direction % 180 else y - box[3],
            sound and not painted,
            font,
            call.has_no_letter(textpage, index) == 1,
        )

    def _is_bold(self, font: Address) -> bool:
        if font is None:
            return False
        if font not in self._bold:
            self._bold[font] = _font_is_bold(font)
        return self._bold[font]

    def _clip(self, text_object: Handle, x: float, y: float) -> BBox | None:
        """Where the clip path leaves something to see; None without one, and inside a form, where it cannot be placed on the page:
        there the object's own coordinates are not those of its character at x, y."""
        call = calls()
        clip = call.clip_path(text_object)
        count = call.clip_paths(clip) if clip else 0
        if count <= 0:
            return None
        left, bottom, right, top = call.bounds(text_object)
        if not (left - SLACK <= x <= right + SLACK and bottom - SLACK <= y <= top + SLACK):
            return None
        return _clip_box(clip, count, self._view)
