"""The characters of a page that a reader can see, in the order they were drawn, with box and style, as columns.

PDFium is asked for codes, boxes and text objects of all characters at once; everything else is a property of the text object
and asked once for each of them (`styles`). Characters that PDFium generates (spaces and line ends between runs) belong to no text object
and are left out: where a word ends is decided by `words`, from real spaces and from gaps.
"""

import ctypes
import sys
from collections import Counter
from collections.abc import Sequence
from itertools import compress
from operator import ne
from typing import Any, NamedTuple, TypeAlias

from extractor.model.place import BBox
from extractor.readers.pdf.calls import Address, Boxes, calls, handle_of
from extractor.readers.pdf.styles import Frame, Frames, Style
from extractor.readers.pdf.view import View

HYPHENS = {0x02: "-", 0xFFFE: "-", 0x2010: "-", 0x2011: "-"}
DROPPED = {0xAD, 0x200B, 0x200C, 0x200D, 0xFEFF, 0x200E, 0x200F}
NO_LETTER = "\x00"
"""The text of a control code: the number of a glyph whose letter the font does not say."""
SPACES = {0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2002, 0x2003, 0x2007, 0x2009, 0x202F, 0x3000}
TURNED_SHARE, TURNED_LEAST = 0.6, 60
"""Share and number of characters on their side that make a page one on its side."""
LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}


Column: TypeAlias = list[float]
Columns: TypeAlias = tuple[Column, Column, Column, Column]


class Chars(NamedTuple):
    """Visible characters, one place in each column; a real space has the text ' '. `order`: index on PDFium's text page.

    `clipped`: whether any of them was drawn through a window. `unmapped`: whether any style is.
    """

    text: list[str]
    x0: list[float]
    top: list[float]
    x1: list[float]
    bottom: list[float]
    style: list[Style]
    order: list[int]
    clipped: bool = False
    unmapped: bool = False

    def picked(self, places: Sequence[int]) -> "Chars":
        """Only the characters at these places."""
        return Chars(
            [self.text[i] for i in places],
            [self.x0[i] for i in places],
            [self.top[i] for i in places],
            [self.x1[i] for i in places],
            [self.bottom[i] for i in places],
            [self.style[i] for i in places],
            [self.order[i] for i in places],
            self.clipped,
            self.unmapped,
        )


NOTHING = Chars([], [], [], [], [], [], [])
"""No characters."""


def _printed(code: int) -> str:
    """The character as text: '' for what is dropped, `NO_LETTER` for what is no letter."""
    if code in SPACES:
        return " "
    if code in DROPPED:
        return ""
    return HYPHENS.get(code) or LIGATURES.get(code) or (chr(code) if _is_letter(code) else NO_LETTER)


def _is_letter(code: int) -> bool:
    """Not a control code, half of a pair, or beyond Unicode: a font may map its letters to anything."""
    return 0x20 <= code < 0xD800 or 0xDFFF < code <= sys.maxunicode


class _Texts(dict[int, str]):
    """Character codes as printed text, each worked out once."""

    def __missing__(self, code: int) -> str:
        text = self[code] = _printed(code)
        return text


_TEXTS = _Texts()


def _codes(pdfium: Any, textpage: Any) -> list[int]:
    """The character codes of a text page: all at once where the page's text has one unit for each character, else one by one."""
    count = max(pdfium.FPDFText_CountChars(textpage), 0)
    units = (ctypes.c_ushort * (count + 1))()
    if count and pdfium.FPDFText_GetText(textpage, 0, count, units) == count + 1:
        codes: list[int] = units[:count]
        if not any(0xD800 <= code <= 0xDFFF or not code for code in set(codes)):
            return codes
    return [pdfium.FPDFText_GetUnicode(textpage, index) for index in range(count)]


class _Read(NamedTuple):
    """What PDFium says of a page's characters, in columns: text, object, loose box, index."""

    texts: list[str]
    objects: list[Address]
    boxes: Boxes
    order: Sequence[int]

    def runs(self) -> list[tuple[int, int, int]]:
        """First and last place and one more of neighbours in one text object, with its address."""
        ends = [*compress(range(1, len(self.objects)), map(ne, self.objects, self.objects[1:]))]
        starts = [0, *ends] if self.objects else []
        return [
            (start, end, address)
            for start, end in zip(starts, [*ends, len(self.objects)], strict=False)
            if (address := self.objects[start])
        ]


def _read(textpage: Any) -> _Read:
    from extractor.readers.pdf.library import pdfium

    codes, page = _codes(pdfium, textpage), handle_of(textpage)
    texts = [_TEXTS[code] for code in codes]
    read = _Read(texts, calls().text_objects(page, len(codes)), calls().boxes(page, len(codes)), range(len(codes)))
    if all(texts) and all(read.boxes.known):
        return read
    kept = [i for i in read.order if texts[i] and read.boxes.known[i]]
    return _Read([texts[i] for i in kept], [read.objects[i] for i in kept], read.boxes.picked(kept), kept)


def read_chars(textpage: Any, view: View, hidden: bool = False) -> Chars:
    """The visible characters of an open PDFium text page, or (`hidden`) those of a layer that is not painted."""
    read = _read(textpage)
    runs = read.runs()
    firsts: dict[int, int] = {}
    for start, _, address in runs:
        firsts.setdefault(address, start)
    frames = Frames(handle_of(textpage), view, hidden=hidden).frames(firsts, read.boxes, read.order)
    chars = Chars([], [], [], [], [], [], [])
    x, high = view.left, view.bottom + view.height
    moved = (
        read.boxes._replace(left=[a - x for a in read.boxes.left], right=[a - x for a in read.boxes.right])
        if x
        else read.boxes
    )
    for start, end, address in runs:
        frame = frames[address]
        if frame is None:
            continue
        part = slice(start, end)
        if view.turns or not frame.along_x or not _add_line(chars, read.texts, moved, read.order, part, frame, high):
            _add(chars, read, part, frame, view)
    used = [frame.style for frame in frames.values() if frame is not None]
    return chars._replace(
        clipped=any([style.clip is not None for style in used]), unmapped=any([style.unmapped for style in used])
    )


def _add_line(
    chars: Chars, texts: list[str], boxes: Boxes, order: Sequence[int], part: slice, frame: Frame, high: float
) -> bool:
    """Add the characters of one text object in the usual case, else return False: upright text with one baseline, all of it in its window.

    `boxes`: with left and right as on the shown page, `high`: the page's upper edge."""
    low, x0, x1 = boxes.bottom[part], boxes.left[part], boxes.right[part]
    count, base = len(low), low[0]
    left, upper, right, lower = frame.window
    top, bottom = high - (base + frame.up), high - (base + frame.down)
    if low.count(base) != count or not (upper <= top <= lower and upper <= bottom <= lower):
        return False
    if not (left <= min(x0) and max(x0) <= right and left <= min(x1) and max(x1) <= right):
        return False
    chars.text.extend(texts[part])
    chars.x0.extend(x0)
    chars.top.extend([top] * count)
    chars.x1.extend(x1)
    chars.bottom.extend([bottom] * count)
    chars.style.extend([frame.style] * count)
    chars.order.extend(order[part])
    return True


def _add(chars: Chars, read: _Read, part: slice, frame: Frame, view: View) -> None:
    """Add those characters of one text object that lie in its window."""
    x0, top, x1, bottom = _shown(read.boxes, part, frame, view)
    texts, order, style = read.texts[part], read.order[part], frame.style
    if not _inside(frame.window, x0, top, x1, bottom):
        seen = Chars(texts, x0, top, x1, bottom, [style] * len(x0), [*order]).picked(
            _seen(frame.window, x0, top, x1, bottom)
        )
        texts, x0, top, x1, bottom, _, order, _, _ = seen
    chars.text.extend(texts)
    chars.x0.extend(x0)
    chars.top.extend(top)
    chars.x1.extend(x1)
    chars.bottom.extend(bottom)
    chars.style.extend([style] * len(x0))
    chars.order.extend(order)


def _inside(window: BBox, x0: Column, top: Column, x1: Column, bottom: Column) -> bool:
    """Whether all of these boxes lie in the window."""
    left, high, right, low = window
    wide = left <= min(x0) and max(x0) <= right and left <= min(x1) and max(x1) <= right
    return wide and high <= min(top) and max(top) <= low and high <= min(bottom) and max(bottom) <= low


def _seen(window: BBox, x0: Column, top: Column, x1: Column, bottom: Column) -> list[int]:
    """The places of those whose middle does."""
    left, high, right, low = window
    middles = [((a + b) / 2, (c + d) / 2) for a, b, c, d in zip(x0, x1, top, bottom, strict=True)]
    return [i for i, (x, y) in enumerate(middles) if left <= x <= right and high <= y <= low]


def _shown(boxes: Boxes, part: slice, frame: Frame, view: View) -> Columns:
    """x0, top, x1, bottom on the shown page, across the writing direction from baseline and size."""
    left, top, right, bottom = boxes.left[part], boxes.top[part], boxes.right[part], boxes.bottom[part]
    down, up = frame.down, frame.up
    if frame.along_x:
        top, bottom = [b + up for b in bottom], [b + down for b in bottom]
    else:
        left, right = [a + down for a in left], [a + up for a in left]
    if view.turns == 0:
        x, y = view.left, view.bottom + view.height
        return [a - x for a in left], [y - b for b in top], [a - x for a in right], [y - b for b in bottom]
    shown = [view.box(*box) for box in zip(left, bottom, right, top, strict=True)]
    return [b[0] for b in shown], [b[1] for b in shown], [b[2] for b in shown], [b[3] for b in shown]


def turned(chars: Chars) -> int:
    """The direction of nearly all of a page's text, seen on the page as stored: 0, or 90, 180, 270 for content on its side."""
    if len(chars.style) < TURNED_LEAST:
        return 0
    ((angle, count),) = Counter([style.angle for style in chars.style]).most_common(1)
    return angle if count >= TURNED_SHARE * len(chars.style) else 0
