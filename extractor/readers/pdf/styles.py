"""What all characters of a text object share: size, weight, direction, whether and where they can be seen.

In go a page's objects with their first characters, out come their frames: the style of each and how to box its characters.
"""

import ctypes
import math
import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from extractor.model.place import BBox
from extractor.readers.pdf.calls import OBJECTS, Address, Boxes, Handle, Letter, calls
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


class Style(Struct, frozen=True):
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


class Frame(Struct, frozen=True):
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
    from extractor.readers.pdf.library import pdfium

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
        self._size = view.shown_width, view.shown_height
        self._bold: dict[Address, bool] = {None: False}

    def frames(self, firsts: Mapping[int, int], boxes: Boxes, order: Sequence[int]) -> dict[int, Frame | None]:
        """The frame of each text object, by its address; None for text that is not wanted.

        `firsts`: the place of each object's first character among the `boxes`, `order`: the index of each place on the text page.
        """
        found: dict[int, Frame | None] = {}
        addresses = list(firsts)
        for start in range(0, len(addresses), OBJECTS):
            part = addresses[start : start + OBJECTS]
            objects = list(map(Handle, part))
            letters = calls().letters(self._textpage, [order[firsts[address]] for address in part])
            shared = calls().text_styles(objects)
            for address, text_object, letter, (mode, font, clip, clips) in zip(
                part, objects, letters, shared, strict=True
            ):
                window = self._clip(text_object, letter, clip, clips) if clips > 0 else None
                box = firsts[address]
                style = self._style(letter, mode, font, window, (boxes.left[box], boxes.bottom[box]))
                wanted = style.hidden if self._hidden else style.visible
                found[address] = self._frame(style) if wanted else None
        return found

    def _frame(self, style: Style) -> Frame:
        wide, high = self._size
        if style.clip is None:
            window = (-1.0, -1.0, wide + 1, high + 1)
        else:
            x0, top, x1, bottom = style.clip
            window = (max(x0, 0.0) - 1, max(top, 0.0) - 1, min(x1, wide) + 1, min(bottom, high) + 1)
        down, up = (DESCENT, ASCENT) if style.direction in (0, 90) else (ASCENT, DESCENT)
        low, top = style.below - down * style.size, style.below + up * style.size
        return Frame(style, style.direction % 180 == 0, low, top, window)

    def _style(self, letter: Letter, mode: int, font: Address, clip: BBox | None, corner: tuple[float, float]) -> Style:
        a, b, c, d, _, _ = letter.matrix
        size = letter.size * (math.hypot(c, d) or 1.0)
        turn = _direction(a, b)
        direction = turn or 0
        sound = size >= LEAST_SIZE and turn is not None
        painted = mode not in INVISIBLE_MODES
        return Style(
            size,
            self._bold[font] if font in self._bold else self._is_bold(font),
            self._view.angle(direction),
            sound and painted,
            clip,
            direction,
            letter.x - corner[0] if direction % 180 else letter.y - corner[1],
            sound and not painted,
            font,
            letter.unmapped == 1,
        )

    def _is_bold(self, font: Address) -> bool:
        bold = self._bold[font] = _font_is_bold(font or 0)
        return bold

    def _clip(self, text_object: Handle, letter: Letter, clip: Handle, count: int) -> BBox | None:
        """Where the clip path leaves something to see; None inside a form, where it cannot be placed on the page: there the object's own
        coordinates are not those of its character."""
        left, bottom, right, top = calls().bounds(text_object)
        if not (left - SLACK <= letter.x <= right + SLACK and bottom - SLACK <= letter.y <= top + SLACK):
            return None
        return _clip_box(clip, count, self._view)
