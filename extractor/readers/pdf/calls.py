"""PDFium's functions for characters and page objects: in go handles and indices, out come Python values.

pypdfium2's own functions make a pointer object for every argument and answer, which costs more than PDFium's work: a page has thousands of
characters. Here every function is prepared once per process, takes handles that were made once, writes into one buffer whose content is
copied before the next call, and keeps the interpreter's lock (a call lasts below a microsecond). What is asked of every character is asked
in one go.
"""

import ctypes
from collections.abc import Sequence
from functools import cache
from itertools import repeat
from struct import Struct as Layout
from typing import Any, NamedTuple

from msgspec import Struct

Four = tuple[float, float, float, float]
Six = tuple[float, float, float, float, float, float]
Address = int | None

_ADDRESS, _INT = ctypes.c_void_p, ctypes.c_int
_FLOATS, _MATRIX = Layout("4f"), Layout("6f")
_POINT = Layout("2f")
_COLOUR = Layout("4I")
_BATCH = 4096
"""Characters that are asked for in one go."""
OBJECTS = 256
"""The same of page objects and text objects."""


class Handle(ctypes.c_void_p):
    """What PDFium hands out for a page, an object or a segment; false when there is none. Never a plain number: functions without
    declared arguments would take that for 32 bits."""


def handle_of(pointer: Any) -> Handle:
    """The handle that a pointer of pypdfium2 holds."""
    return Handle(ctypes.cast(pointer, _ADDRESS).value)


class Letter(Struct, frozen=True):
    """One place of a text page: the matrix a to f of its character, where it stands on its baseline, the type size before the matrix,
    and whether (1) the font does not say which letter it is."""

    matrix: Six
    x: float
    y: float
    size: float
    unmapped: int


class Boxes(NamedTuple):
    """The loose boxes of characters as columns, in PDF space. `known`: 0 where PDFium has none."""

    left: list[float]
    top: list[float]
    right: list[float]
    bottom: list[float]
    known: list[int]

    def picked(self, places: Sequence[int]) -> "Boxes":
        """Only those of the characters at these places."""
        left, top, right, bottom, known = self
        return Boxes(
            [left[i] for i in places],
            [top[i] for i in places],
            [right[i] for i in places],
            [bottom[i] for i in places],
            [known[i] for i in places],
        )


def _plain(name: str, result: Any = _INT) -> Any:
    """The function without a declaration of its arguments: handles and places go in as they are, indices as C integers."""
    from extractor.readers.pdf.library import pdfium

    function = ctypes.cast(getattr(pdfium, name), _ADDRESS).value or 0
    return ctypes.PYFUNCTYPE(result)(function)


class Calls:
    """The functions. Lengths are points of PDF space, `index` counts the characters of a text page."""

    def __init__(self) -> None:
        self._buffer = ctypes.create_string_buffer(64)
        places = [ctypes.byref(self._buffer, at) for at in (0, 4, 8, 12)]
        self._four = tuple(places)
        self._one, self._two = places[0], tuple(places[:2])
        self._many = (ctypes.c_float * (4 * _BATCH))()
        self._found: memoryview[float] = memoryview(self._many).cast("B").cast("f")
        self._integers: memoryview[int] = memoryview(self._many).cast("B").cast("I")
        self._many_places = [ctypes.byref(self._many, 16 * i) for i in range(_BATCH)]
        self._many_seconds = [ctypes.byref(self._many, 16 * i + 4) for i in range(_BATCH)]
        self._corners = (
            self._many_places,
            self._many_seconds,
            *([ctypes.byref(self._many, 16 * i + at) for i in range(OBJECTS)] for at in (8, 12)),
        )
        self._matrix_places = [ctypes.byref(self._many, 24 * i) for i in range(OBJECTS)]
        self._doubles: memoryview[float] = memoryview(self._many).cast("B").cast("d")
        self._text_object = _plain("FPDFText_GetTextObject", _ADDRESS)
        self._loose_box = _plain("FPDFText_GetLooseCharBox")
        self.has_no_letter = _plain("FPDFText_HasUnicodeMapError")
        self._font_size = _plain("FPDFText_GetFontSize", ctypes.c_double)
        self._origin = _plain("FPDFText_GetCharOrigin")
        self._text_matrix = _plain("FPDFText_GetMatrix")
        self._render_mode = _plain("FPDFTextObj_GetTextRenderMode")
        self._font = _plain("FPDFTextObj_GetFont", _ADDRESS)
        self._clip_path = _plain("FPDFPageObj_GetClipPath", Handle)
        self._clip_paths = _plain("FPDFClipPath_CountPaths")
        self._clip_segments = _plain("FPDFClipPath_CountPathSegments")
        self._clip_segment = _plain("FPDFClipPath_GetPathSegment", Handle)
        self._point = _plain("FPDFPathSegment_GetPoint")
        self.page_object = _plain("FPDFPage_GetObject", Handle)
        self.form_object = _plain("FPDFFormObj_GetObject", Handle)
        self.page_objects = _plain("FPDFPage_CountObjects")
        self.form_objects = _plain("FPDFFormObj_CountObjects")
        self.kind = _plain("FPDFPageObj_GetType")
        self.is_transparent = _plain("FPDFPageObj_HasTransparency")
        self.segments = _plain("FPDFPath_CountSegments")
        self.segment = _plain("FPDFPath_GetPathSegment", Handle)
        self.segment_kind = _plain("FPDFPathSegment_GetType")
        self.is_closed = _plain("FPDFPathSegment_GetClose")
        self._draw_mode = _plain("FPDFPath_GetDrawMode")
        self._stroke_width = _plain("FPDFPageObj_GetStrokeWidth")
        self._object_matrix = _plain("FPDFPageObj_GetMatrix")
        self._bounds = _plain("FPDFPageObj_GetBounds")
        self._fill = _plain("FPDFPageObj_GetFillColor")
        self._stroke = _plain("FPDFPageObj_GetStrokeColor")

    def text_objects(self, page: Handle, count: int) -> list[Address]:
        """The text object of each of a text page's first `count` characters; None for those that PDFium adds."""
        return list(map(self._text_object, repeat(_ADDRESS.from_param(page), count), range(count)))

    def text_object(self, page: Handle, index: int) -> Handle:
        """The same of one character; false for those that PDFium adds."""
        return Handle(self._text_object(page, index))

    def boxes(self, page: Handle, count: int) -> Boxes:
        """The loose boxes of a text page's first `count` characters."""
        found = Boxes([], [], [], [], [])
        columns = found.left, found.top, found.right, found.bottom
        argument = _ADDRESS.from_param(page)
        for start in range(0, count, _BATCH):
            stop = min(start + _BATCH, count)
            found.known.extend(map(self._loose_box, repeat(argument), range(start, stop), self._many_places))
            for first, column in enumerate(columns):
                column += self._found[first : 4 * (stop - start) : 4].tolist()
        return found

    def letters(self, page: Handle, numbers: Sequence[int]) -> list[Letter]:
        """What stands at at most `OBJECTS` places of a text page."""
        argument = _ADDRESS.from_param(page)
        count = len(numbers)
        list(map(self._text_matrix, repeat(argument), numbers, self._matrix_places))
        matrices = zip(*(self._found[first : 6 * count : 6].tolist() for first in range(6)), strict=True)
        list(map(self._origin, repeat(argument), numbers, self._corners[0], self._corners[2]))
        origins = [self._doubles[first : 2 * count : 2].tolist() for first in (0, 1)]
        sizes = map(self._font_size, repeat(argument), numbers)
        unmapped = map(self.has_no_letter, repeat(argument), numbers)
        return list(map(Letter, matrices, *origins, sizes, unmapped))

    def text_styles(self, objects: Sequence[Handle]) -> list[tuple[int, Address, Handle, int]]:
        """Render mode, font, clip path and number of its paths of text objects."""
        clips = list(map(self._clip_path, objects))
        counts = map(self._clip_paths, clips)
        return list(zip(map(self._render_mode, objects), map(self._font, objects), clips, counts, strict=True))

    def clip_points(self, clip: Handle, path: int) -> tuple[list[float], list[float]]:
        """x and y of the segments of one path of a clip path."""
        argument = _ADDRESS.from_param(clip)
        count = min(self._clip_segments(argument, path), _BATCH)
        segments = map(self._clip_segment, repeat(argument), repeat(path), range(count))
        known = list(map(self._point, segments, self._many_places, self._many_seconds))
        xs, ys = [*self._found[0 : 4 * len(known) : 4]], [*self._found[1 : 4 * len(known) : 4]]
        if not all(known):
            kept = [i for i, is_known in enumerate(known) if is_known]
            xs, ys = [xs[i] for i in kept], [ys[i] for i in kept]
        return xs, ys

    def point(self, segment: Handle) -> tuple[float, float] | None:
        """The end of a path segment."""
        return _POINT.unpack_from(self._buffer) if segment and self._point(segment, *self._two) else None

    def bounds(self, page_object: Handle) -> Four:
        """left, bottom, right, top of a page object in its own coordinates; zeros where PDFium does not know."""
        return _FLOATS.unpack_from(self._buffer) if self._bounds(page_object, *self._four) else (0.0,) * 4

    def object_matrix(self, page_object: Handle) -> Six | None:
        """a to f of a page object's matrix."""
        return _MATRIX.unpack_from(self._buffer) if self._object_matrix(page_object, self._one) else None

    def objects(self, get: Any, holder: Handle, numbers: range) -> list[Handle]:
        """The objects of a page or form with these numbers, by its function `get`."""
        return list(map(get, repeat(_ADDRESS.from_param(holder)), numbers))

    def draw_modes(self, paths: Sequence[Handle]) -> list[tuple[int, int]]:
        """How each of at most `OBJECTS` paths is filled (0: not at all) and whether it is stroked."""
        known = list(map(self._draw_mode, paths, *self._corners[:2]))
        found = zip(known, *self._columns(len(known))[:2], strict=True)
        return [(fill, stroke) if is_known else (0, 0) for is_known, fill, stroke in found]

    def fills(self, paths: Sequence[Handle]) -> list[tuple[int, int, int, int] | None]:
        """red, green, blue, alpha of the filling of each of at most `OBJECTS` paths."""
        known = list(map(self._fill, paths, *self._corners))
        found = zip(*self._columns(len(known)), strict=True)
        return [colour if is_known else None for is_known, colour in zip(known, found, strict=True)]

    def many_bounds(self, objects: Sequence[Handle]) -> list[Four]:
        """What `bounds` says of each of at most `OBJECTS` objects."""
        known = list(map(self._bounds, objects, *self._corners))
        columns = [self._found[first : 4 * len(known) : 4].tolist() for first in range(4)]
        found = zip(*columns, strict=True)
        return [box if is_known else (0.0,) * 4 for is_known, box in zip(known, found, strict=True)]

    def _columns(self, count: int) -> list[list[int]]:
        return [self._integers[first : 4 * count : 4].tolist() for first in range(4)]

    def stroke_width(self, path: Handle) -> float:
        """Points; 1 where PDFium does not know."""
        return float(_FLOATS.unpack_from(self._buffer)[0]) if self._stroke_width(path, self._one) else 1.0

    def stroke(self, page_object: Handle) -> tuple[int, int, int, int] | None:
        """red, green, blue, alpha of a path's stroke."""
        return _COLOUR.unpack_from(self._buffer) if self._stroke(page_object, *self._four) else None


@cache
def calls() -> Calls:
    return Calls()
