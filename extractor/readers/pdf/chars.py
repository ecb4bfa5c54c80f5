"""The characters of a page that a reader can see, in the order they were drawn, with box, size, weight and direction.

PDFium is asked once per character for code, box and text object; everything else is a property of the text object
and asked once for each of them. Characters that PDFium generates (spaces and line ends between runs) are left out: where a
word ends is decided by `words`, from real spaces and from gaps.
"""

import ctypes
import math
from typing import Any, NamedTuple

from extractor.model.place import BBox
from extractor.readers.pdf.calls import Address, Four, address_of, calls
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
HYPHENS = {0x02: "-", 0xFFFE: "-", 0x2010: "-", 0x2011: "-"}
DROPPED = {0xAD, 0x200B, 0x200C, 0x200D, 0xFEFF, 0x200E, 0x200F}
NO_LETTER = "\x00"
"""The text of a control code: the number of a glyph whose letter the font does not say."""
SPACES = {0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2002, 0x2003, 0x2007, 0x2009, 0x202F, 0x3000}
TURNED_SHARE, TURNED_LEAST = 0.6, 60
"""Share and number of characters on their side that make a page one on its side."""
LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
BOLD_FLAG = 1 << 18
BOLD_WEIGHT = 600
BOLD_NAMES = ("bold", "black", "heavy", "demi")


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


GENERATED = Style(0.0, False, 0, False, None, 0, 0.0)
"""Characters that PDFium adds between runs belong to no text object and are never printed."""


class Char(NamedTuple):
    """A visible character; a real space has `text` ' '. `order` is its index on PDFium's text page."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    style: Style
    order: int


def _direction(a: float, b: float) -> int | None:
    """Degrees clockwise of a text matrix in quarter turns (PDF space has y upwards); None for slanted text (stamps)."""
    degrees = -math.degrees(math.atan2(b, a))
    turn = round(degrees / 90) * 90
    return turn % 360 if abs(degrees - turn) <= SLANT else None


def _is_bold(text_object: Address, fonts: dict[int, bool]) -> bool:
    """`fonts` remembers the answer by the font's address."""
    font = calls().font(text_object)
    if font is None:
        return False
    if font not in fonts:
        fonts[font] = _font_is_bold(font)
    return fonts[font]


def _font_is_bold(address: int) -> bool:
    import pypdfium2.raw as pdfium

    font = ctypes.cast(address, pdfium.FPDF_FONT)
    name = ctypes.create_string_buffer(128)
    pdfium.FPDFFont_GetBaseFontName(font, name, 128)
    lowered = name.value.decode("latin-1").lower()
    return any(mark in lowered for mark in BOLD_NAMES) or pdfium.FPDFFont_GetWeight(font) >= BOLD_WEIGHT


def _in_page_space(textpage: Address, index: int, text_object: Address) -> bool:
    """Whether the object's own coordinates are the page's: inside a form they are not, nor are those of its clip path."""
    left, bottom, right, top = calls().bounds(text_object)
    x, y = calls().origin(textpage, index)
    return left - SLACK <= x <= right + SLACK and bottom - SLACK <= y <= top + SLACK


def _clip_box(textpage: Address, index: int, text_object: Address, view: View) -> BBox | None:
    """The box around what the clip path leaves, or None when there is none (or none that can be placed on the page)."""
    call = calls()
    clip = call.clip_path(text_object)
    count = call.clip_paths(clip) if clip else 0
    if count <= 0 or not _in_page_space(textpage, index, text_object):
        return None
    left, bottom, right, top = -math.inf, -math.inf, math.inf, math.inf
    for path in range(count):
        segments = range(max(call.clip_segments(clip, path), 0))
        points = [point for n in segments if (point := call.point(call.clip_segment(clip, path, n))) is not None]
        if points:
            xs, ys = zip(*points, strict=True)
            left, right = max(left, min(xs)), min(right, max(xs))
            bottom, top = max(bottom, min(ys)), min(top, max(ys))
    if math.isinf(left):
        return None
    if left >= right or bottom >= top:
        return (0.0, 0.0, 0.0, 0.0)
    return view.box(left, bottom, right, top)


def _style(textpage: Address, index: int, text_object: Address, box: Four, view: View, fonts: dict[int, bool]) -> Style:
    """The style of the object of the character `index`, whose loose box is `box`."""
    if not text_object:
        return GENERATED
    call = calls()
    a, b, c, d, _, _ = call.text_matrix(textpage, index)
    size = call.font_size(textpage, index) * (math.hypot(c, d) or 1.0)
    direction = _direction(a, b)
    sound = size >= LEAST_SIZE and direction is not None
    painted = call.render_mode(text_object) not in INVISIBLE_MODES
    x, y = call.origin(textpage, index)
    return Style(
        size=size,
        bold=_is_bold(text_object, fonts),
        angle=view.angle(direction or 0),
        visible=sound and painted,
        clip=_clip_box(textpage, index, text_object, view),
        direction=direction or 0,
        below=x - box[0] if (direction or 0) % 180 else y - box[3],
        hidden=sound and not painted,
        font=call.font(text_object),
        unmapped=call.has_no_letter(textpage, index) == 1,
    )


def _printed(code: int) -> str:
    """The character as text: '' for what is dropped, `NO_LETTER` for a control code."""
    if code in SPACES:
        return " "
    if code in DROPPED:
        return ""
    return HYPHENS.get(code) or LIGATURES.get(code) or (chr(code) if code >= 0x20 else NO_LETTER)


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


def _frame(style: Style, view: View, hidden: bool) -> Frame:
    """Nothing lies in the window of text that is not wanted."""
    if not (style.hidden if hidden else style.visible):
        return Frame(style, True, 0.0, 0.0, (1.0, 1.0, 0.0, 0.0))
    x0, top, x1, bottom = style.clip or (0.0, 0.0, view.shown_width, view.shown_height)
    window = (max(x0, 0.0) - 1, max(top, 0.0) - 1, min(x1, view.shown_width) + 1, min(bottom, view.shown_height) + 1)
    down, up = (DESCENT, ASCENT) if style.direction in (0, 90) else (ASCENT, DESCENT)
    low, high = style.below - down * style.size, style.below + up * style.size
    return Frame(style, style.direction % 180 == 0, low, high, window)


class _Texts(dict[int, str]):
    """Character codes as printed text, each worked out once."""

    def __missing__(self, code: int) -> str:
        text = self[code] = _printed(code)
        return text


def _codes(pdfium: Any, textpage: Any) -> list[int]:
    """The character codes of a text page: all at once where the page's text has one unit for each character, else one by one."""
    count = max(pdfium.FPDFText_CountChars(textpage), 0)
    units = (ctypes.c_ushort * (count + 1))()
    if count and pdfium.FPDFText_GetText(textpage, 0, count, units) == count + 1:
        codes: list[int] = units[:count]
        if not any(0xD800 <= code <= 0xDFFF or not code for code in set(codes)):
            return codes
    return [pdfium.FPDFText_GetUnicode(textpage, index) for index in range(count)]


def read_chars(textpage: Any, view: View, hidden: bool = False) -> list[Char]:
    """The visible characters of an open PDFium text page, or (`hidden`) those of a layer that is not painted."""
    import pypdfium2.raw as pdfium

    call, page = calls(), address_of(textpage)
    get_object, get_box, box, place = call.text_object, call.loose_box, call.box, call.box_place
    upright, x_origin, y_origin = view.turns == 0, view.left, view.bottom + view.height
    chars: list[Char] = []
    texts, frames = _Texts(), dict[int | None, Frame]()
    fonts: dict[int, bool] = {}
    for index, code in enumerate(_codes(pdfium, textpage)):
        text = texts[code]
        if not text or not get_box(page, index, place):
            continue
        left, top, right, bottom = box
        key = get_object(page, index)
        frame = frames.get(key)
        if frame is None:
            at = (left, top, right, bottom)
            frame = frames[key] = _frame(_style(page, index, key, at, view, fonts), view, hidden)
        if frame.along_x:
            top, bottom = bottom + frame.up, bottom + frame.down
        else:
            left, right = left + frame.down, left + frame.up
        shown = (left - x_origin, y_origin - top, right - x_origin, y_origin - bottom)
        x0, y0, x1, y1 = shown if upright else view.box(left, bottom, right, top)
        window = frame.window
        if window[0] <= (x0 + x1) / 2 <= window[2] and window[1] <= (y0 + y1) / 2 <= window[3]:
            chars.append(Char(text, x0, y0, x1, y1, frame.style, index))
    return chars


def turned(chars: list[Char]) -> int:
    """The direction of nearly all of a page's text, seen on the page as stored: 0, or 90, 180, 270 for content on its side."""
    angles = [char.style.angle for char in chars]
    angle = max(set(angles), key=angles.count, default=0)
    count = angles.count(angle)
    return angle if count >= TURNED_SHARE * len(chars) and len(chars) >= TURNED_LEAST else 0
