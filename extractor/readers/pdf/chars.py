"""The characters of a page that a reader can see, in the order they were drawn, with box, size, weight and direction.

PDFium is asked once per character for code, box and text object; everything else is a property of the text object
and asked once for each of them. Characters that PDFium generates (spaces and line ends between runs) are left out: where a
word ends is decided by `words`, from real spaces and from gaps.
"""

import ctypes
import math
from collections.abc import Iterator
from typing import Any, NamedTuple

from extractor.model.place import BBox
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
SPACES = {0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2002, 0x2003, 0x2007, 0x2009, 0x202F, 0x3000}
TURNED_SHARE, TURNED_LEAST = 0.6, 60
"""Share and number of characters on their side that make a page one on its side."""
LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
BOLD_FLAG = 1 << 18
BOLD_WEIGHT = 600
BOLD_NAMES = ("bold", "black", "heavy", "demi")


class Style(NamedTuple):
    """What all characters of a text object share. `visible` is False for text that is not painted.

    `below`: points from the lower (or left) edge of PDFium's box to the baseline, across the writing direction `direction` of PDF
    space. Fonts state ascents of up to four times their size (Cambria Math), so boxes are made anew from baseline and size: then one
    line's words have one height.
    """

    size: float
    bold: bool
    angle: int
    visible: bool
    clip: BBox | None
    direction: int
    below: float


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


def _is_bold(pdfium: Any, text_object: Any) -> bool:
    font = pdfium.FPDFTextObj_GetFont(text_object)
    if not font:
        return False
    name = ctypes.create_string_buffer(128)
    pdfium.FPDFFont_GetBaseFontName(font, name, 128)
    lowered = name.value.decode("latin-1").lower()
    return any(mark in lowered for mark in BOLD_NAMES) or pdfium.FPDFFont_GetWeight(font) >= BOLD_WEIGHT


def _in_page_space(pdfium: Any, textpage: Any, index: int, text_object: Any) -> bool:
    """Whether the object's own coordinates are the page's: inside a form they are not, nor are those of its clip path."""
    bounds = [ctypes.c_float() for _ in range(4)]
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFPageObj_GetBounds(text_object, *map(ctypes.byref, bounds))
    pdfium.FPDFText_GetCharOrigin(textpage, index, ctypes.byref(x), ctypes.byref(y))
    left, bottom, right, top = (b.value for b in bounds)
    return left - SLACK <= x.value <= right + SLACK and bottom - SLACK <= y.value <= top + SLACK


def _clip_box(pdfium: Any, textpage: Any, index: int, text_object: Any, view: View) -> BBox | None:
    """The box around what the clip path leaves, or None when there is none (or none that can be placed on the page)."""
    clip = pdfium.FPDFPageObj_GetClipPath(text_object)
    if not _in_page_space(pdfium, textpage, index, text_object):
        return None
    count = pdfium.FPDFClipPath_CountPaths(clip) if clip else 0
    left, bottom, right, top = -math.inf, -math.inf, math.inf, math.inf
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(max(count, 0)):
        points = []
        for number in range(max(pdfium.FPDFClipPath_CountPathSegments(clip, index), 0)):
            segment = pdfium.FPDFClipPath_GetPathSegment(clip, index, number)
            if segment and pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y)):
                points.append((x.value, y.value))
        if points:
            left, right = max(left, min(p[0] for p in points)), min(right, max(p[0] for p in points))
            bottom, top = max(bottom, min(p[1] for p in points)), min(top, max(p[1] for p in points))
    if math.isinf(left):
        return None
    if left >= right or bottom >= top:
        return (0.0, 0.0, 0.0, 0.0)
    return view.box(left, bottom, right, top)


def _below(pdfium: Any, textpage: Any, index: int, direction: int) -> float:
    """Points from the low edge of a character's loose box, across its direction, to its baseline."""
    x, y, rect = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    pdfium.FPDFText_GetCharOrigin(textpage, index, ctypes.byref(x), ctypes.byref(y))
    pdfium.FPDFText_GetLooseCharBox(textpage, index, ctypes.byref(rect))
    return x.value - float(rect.left) if direction % 180 else y.value - float(rect.bottom)


def _style(pdfium: Any, textpage: Any, index: int, text_object: Any, view: View) -> Style:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(textpage, index, ctypes.byref(matrix))
    scale = math.hypot(matrix.c, matrix.d) or 1.0
    size = pdfium.FPDFText_GetFontSize(textpage, index) * scale
    direction = _direction(matrix.a, matrix.b)
    visible = size >= LEAST_SIZE and pdfium.FPDFTextObj_GetTextRenderMode(text_object) not in INVISIBLE_MODES
    return Style(
        size=size,
        bold=_is_bold(pdfium, text_object),
        angle=view.angle(direction or 0),
        visible=visible and direction is not None,
        clip=_clip_box(pdfium, textpage, index, text_object, view),
        direction=direction or 0,
        below=_below(pdfium, textpage, index, direction or 0),
    )


def _printed(code: int) -> str:
    """The character as text: '' for what is dropped."""
    if code in SPACES:
        return " "
    if code in DROPPED:
        return ""
    return HYPHENS.get(code) or LIGATURES.get(code) or (chr(code) if code >= 0x20 else "")


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


def _frame(style: Style, view: View) -> Frame | None:
    """None for text that cannot be seen."""
    if not style.visible:
        return None
    x0, top, x1, bottom = style.clip or (0.0, 0.0, view.shown_width, view.shown_height)
    window = (max(x0, 0.0) - 1, max(top, 0.0) - 1, min(x1, view.shown_width) + 1, min(bottom, view.shown_height) + 1)
    down, up = (DESCENT, ASCENT) if style.direction in (0, 90) else (ASCENT, DESCENT)
    low, high = style.below - down * style.size, style.below + up * style.size
    return Frame(style, style.direction % 180 == 0, low, high, window)


def _plain(function: Any, result: Any, *arguments: Any) -> Any:
    """A PDFium function that takes and gives plain addresses: ctypes makes no pointer object for every character."""
    return ctypes.CFUNCTYPE(result, *arguments)(ctypes.cast(function, ctypes.c_void_p).value or 0)


def _framed(textpage: Any, view: View) -> Iterator[tuple[str, int, Frame]]:
    """Characters that may be seen: text, index on the text page, frame. PDFium is asked once per text object for the frame."""
    import pypdfium2.raw as pdfium

    frames: dict[int, Frame | None] = {}
    texts: dict[int, str] = {}
    get_code = _plain(pdfium.FPDFText_GetUnicode, ctypes.c_uint, ctypes.c_void_p, ctypes.c_int)
    get_object = _plain(pdfium.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
    page = ctypes.cast(textpage, ctypes.c_void_p).value
    for index in range(max(pdfium.FPDFText_CountChars(textpage), 0)):
        code = get_code(page, index)
        text = texts.get(code)
        if text is None:
            text = texts[code] = _printed(code)
        key = get_object(page, index) if text else None
        if key is None:
            continue
        if key not in frames:
            text_object = ctypes.cast(key, pdfium.FPDF_PAGEOBJECT)
            frames[key] = _frame(_style(pdfium, textpage, index, text_object, view), view)
        frame = frames[key]
        if frame is not None:
            yield text, index, frame


def read_chars(textpage: Any, view: View) -> list[Char]:
    """The visible characters of an open PDFium text page."""
    import pypdfium2.raw as pdfium

    chars: list[Char] = []
    get_box = _plain(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
    page = ctypes.cast(textpage, ctypes.c_void_p).value
    rect = (ctypes.c_float * 4)()
    pointer = ctypes.addressof(rect)
    upright, x_origin, y_origin = view.turns == 0, view.left, view.bottom + view.height
    for text, index, frame in _framed(textpage, view):
        if not get_box(page, index, pointer):
            continue
        left, top, right, bottom = rect
        if frame.along_x:
            top, bottom = bottom + frame.up, bottom + frame.down
        else:
            left, right = left + frame.down, left + frame.up
        shown = (left - x_origin, y_origin - top, right - x_origin, y_origin - bottom)
        box = shown if upright else view.box(left, bottom, right, top)
        window = frame.window
        if window[0] <= (box[0] + box[2]) / 2 <= window[2] and window[1] <= (box[1] + box[3]) / 2 <= window[3]:
            chars.append(Char(text, *box, frame.style, index))
    return chars


def turned(chars: list[Char]) -> int:
    """The direction of nearly all of a page's text, seen on the page as stored: 0, or 90, 180, 270 for content on its side."""
    counts: dict[int, int] = {}
    for char in chars:
        counts[char.style.angle] = counts.get(char.style.angle, 0) + 1
    angle, count = max(counts.items(), key=lambda item: item[1], default=(0, 0))
    return angle if count >= TURNED_SHARE * len(chars) and len(chars) >= TURNED_LEAST else 0
