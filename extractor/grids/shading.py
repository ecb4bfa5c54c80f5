"""Shaded areas as a reader sees them: the rectangles of one colour that touch become bands.

Word shades a cell with one rectangle per text line and strips around them; rows of alternate shading stand for row rules. In come
the fills of a page, out come bands whose edges may be borders of rows.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from extractor.model.page import Fill

TOUCH = 1.2
"""Points between rectangles of one band."""
EDGE = 1.5
"""Points: edges this near are the same."""


def _stack(fills: list[Fill]) -> list[Fill]:
    """Rectangles of one width that touch one below the other become one."""
    merged: list[Fill] = []
    for fill in sorted(fills, key=lambda f: (round(f.x0), round(f.x1), f.top)):
        last = merged[-1] if merged else None
        same = last is not None and abs(last.x0 - fill.x0) <= EDGE and abs(last.x1 - fill.x1) <= EDGE
        if last is not None and same and last.top <= fill.top <= last.bottom + TOUCH:
            merged[-1] = replace(last, bottom=max(last.bottom, fill.bottom))
        else:
            merged.append(fill)
    return merged


def _row(fills: list[Fill]) -> list[Fill]:
    """Rectangles of one height that touch side by side become one."""
    merged: list[Fill] = []
    for fill in sorted(fills, key=lambda f: (round(f.top), round(f.bottom), f.x0)):
        last = merged[-1] if merged else None
        same = last is not None and abs(last.top - fill.top) <= EDGE and abs(last.bottom - fill.bottom) <= EDGE
        if last is not None and same and last.x0 <= fill.x0 <= last.x1 + TOUCH:
            merged[-1] = replace(last, x1=max(last.x1, fill.x1))
        else:
            merged.append(fill)
    return merged


def find_bands(fills: Iterable[Fill]) -> list[Fill]:
    """Bands of the coloured (not white) fills."""
    by_colour: dict[int, list[Fill]] = {}
    for fill in fills:
        if not fill.white:
            by_colour.setdefault(fill.colour, []).append(fill)
    bands: list[Fill] = []
    for group in by_colour.values():
        before = len(group) + 1
        while len(group) < before:
            before = len(group)
            group = _row(_stack(group))
        bands.extend(group)
    return bands
