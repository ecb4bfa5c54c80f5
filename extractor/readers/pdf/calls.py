"""PDFium's functions for characters and page objects, called with plain addresses: in go an address and an index, out come Python values.

pypdfium2's own functions make a pointer object for every argument and answer, which costs more than PDFium's work: a page has thousands of
characters. Here every function is prepared once per process and writes into one buffer, whose content is copied before the next call.
"""

import ctypes
from functools import cache
from struct import Struct
from typing import Any

Address = int | None
Four = tuple[float, float, float, float]
Six = tuple[float, float, float, float, float, float]

_ADDRESS, _INT = ctypes.c_void_p, ctypes.c_int
_FLOATS, _DOUBLES, _MATRIX = Struct("4f"), Struct("2d"), Struct("6f")
_POINT = Struct("2f")
_MODES = Struct("2i")
_COLOUR = Struct("4I")


def address_of(pointer: Any) -> Address:
    """The address that a pointer of pypdfium2 holds; None for none."""
    return ctypes.cast(pointer, _ADDRESS).value


def _plain(name: str, result: Any, *arguments: Any) -> Any:
    import pypdfium2.raw as pdfium

    function = ctypes.cast(getattr(pdfium, name), _ADDRESS).value or 0
    return ctypes.CFUNCTYPE(result, *arguments)(function)


class Calls:
    """The functions. Lengths are points of PDF space, `index` counts the characters of a text page."""

    def __init__(self) -> None:
        self._buffer = ctypes.create_string_buffer(64)
        start = ctypes.addressof(self._buffer)
        self._float_places = tuple(start + 4 * i for i in range(4))
        self._double_places = tuple(start + 8 * i for i in range(2))
        self._start = start
        self.code = _plain("FPDFText_GetUnicode", ctypes.c_uint, _ADDRESS, _INT)
        self.text_object = _plain("FPDFText_GetTextObject", _ADDRESS, _ADDRESS, _INT)
        self.has_no_letter = _plain("FPDFText_HasUnicodeMapError", _INT, _ADDRESS, _INT)
        self.font_size = _plain("FPDFText_GetFontSize", ctypes.c_double, _ADDRESS, _INT)
        self.render_mode = _plain("FPDFTextObj_GetTextRenderMode", _INT, _ADDRESS)
        self.font = _plain("FPDFTextObj_GetFont", _ADDRESS, _ADDRESS)
        self.clip_path = _plain("FPDFPageObj_GetClipPath", _ADDRESS, _ADDRESS)
        self.clip_paths = _plain("FPDFClipPath_CountPaths", _INT, _ADDRESS)
        self.clip_segments = _plain("FPDFClipPath_CountPathSegments", _INT, _ADDRESS, _INT)
        self.clip_segment = _plain("FPDFClipPath_GetPathSegment", _ADDRESS, _ADDRESS, _INT, _INT)
        self._point = _plain("FPDFPathSegment_GetPoint", _INT, _ADDRESS, _ADDRESS, _ADDRESS)
        # Asked for every character: whoever loops calls it with `box_place` and reads `box` (left, top, right, bottom).
        self.box = (ctypes.c_float * 4).from_buffer(self._buffer)
        self.box_place = start
        self.loose_box = _plain("FPDFText_GetLooseCharBox", _INT, _ADDRESS, _INT, _ADDRESS)
        self._origin = _plain("FPDFText_GetCharOrigin", _INT, _ADDRESS, _INT, _ADDRESS, _ADDRESS)
        self._text_matrix = _plain("FPDFText_GetMatrix", _INT, _ADDRESS, _INT, _ADDRESS)
        self.page_object = _plain("FPDFPage_GetObject", _ADDRESS, _ADDRESS, _INT)
        self.form_object = _plain("FPDFFormObj_GetObject", _ADDRESS, _ADDRESS, _INT)
        self.page_objects = _plain("FPDFPage_CountObjects", _INT, _ADDRESS)
        self.form_objects = _plain("FPDFFormObj_CountObjects", _INT, _ADDRESS)
        self.kind = _plain("FPDFPageObj_GetType", _INT, _ADDRESS)
        self.is_transparent = _plain("FPDFPageObj_HasTransparency", _INT, _ADDRESS)
        self.segments = _plain("FPDFPath_CountSegments", _INT, _ADDRESS)
        self.segment = _plain("FPDFPath_GetPathSegment", _ADDRESS, _ADDRESS, _INT)
        self.segment_kind = _plain("FPDFPathSegment_GetType", _INT, _ADDRESS)
        self.is_closed = _plain("FPDFPathSegment_GetClose", _INT, _ADDRESS)
        self._draw_mode = _plain("FPDFPath_GetDrawMode", _INT, _ADDRESS, _ADDRESS, _ADDRESS)
        self._stroke_width = _plain("FPDFPageObj_GetStrokeWidth", _INT, _ADDRESS, _ADDRESS)
        self._object_matrix = _plain("FPDFPageObj_GetMatrix", _INT, _ADDRESS, _ADDRESS)
        four = (_ADDRESS,) * 5
        self._bounds = _plain("FPDFPageObj_GetBounds", _INT, *four)
        self._fill = _plain("FPDFPageObj_GetFillColor", _INT, *four)
        self._stroke = _plain("FPDFPageObj_GetStrokeColor", _INT, *four)

    def origin(self, page: Address, index: int) -> tuple[float, float]:
        """Where a character stands on its baseline."""
        self._origin(page, index, *self._double_places)
        return _DOUBLES.unpack_from(self._buffer)

    def text_matrix(self, page: Address, index: int) -> Six:
        """a to f of a character's matrix."""
        self._text_matrix(page, index, self._start)
        return _MATRIX.unpack_from(self._buffer)

    def point(self, segment: Address) -> tuple[float, float] | None:
        """The end of a path segment."""
        places = self._float_places
        return _POINT.unpack_from(self._buffer) if segment and self._point(segment, places[0], places[1]) else None

    def bounds(self, page_object: Address) -> Four:
        """left, bottom, right, top of a page object in its own coordinates; zeros where PDFium does not know."""
        return _FLOATS.unpack_from(self._buffer) if self._bounds(page_object, *self._float_places) else (0.0,) * 4

    def object_matrix(self, page_object: Address) -> Six | None:
        """a to f of a page object's matrix."""
        return _MATRIX.unpack_from(self._buffer) if self._object_matrix(page_object, self._start) else None

    def draw_mode(self, path: Address) -> tuple[int, int]:
        """How a path is filled (0: not at all) and whether it is stroked."""
        places = self._float_places
        return _MODES.unpack_from(self._buffer) if self._draw_mode(path, places[0], places[1]) else (0, 0)

    def stroke_width(self, path: Address) -> float:
        """Points; 1 where PDFium does not know."""
        return float(_FLOATS.unpack_from(self._buffer)[0]) if self._stroke_width(path, self._start) else 1.0

    def fill(self, page_object: Address) -> tuple[int, int, int, int] | None:
        """red, green, blue, alpha of a path's filling."""
        return _COLOUR.unpack_from(self._buffer) if self._fill(page_object, *self._float_places) else None

    def stroke(self, page_object: Address) -> tuple[int, int, int, int] | None:
        """The same of its stroke."""
        return _COLOUR.unpack_from(self._buffer) if self._stroke(page_object, *self._float_places) else None


@cache
def calls() -> Calls:
    return Calls()
