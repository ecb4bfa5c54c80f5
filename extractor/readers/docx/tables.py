"""The geometry of a Word table. In: a `w:tbl`. Out: `Layout`: its cells with rows, columns and spans, before their text.

One pass over rows and cells; a cell merged downwards is kept in the table of open merges of the row before, so that two
thousand merged rows cost the same as two thousand others. Column edges that no cell uses are not drawn and do not
count, nor do slivers: edges closer than four points with no cell between them (Word makes them when rows are drawn by hand).
"""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from extractor.readers.docx.inline import chosen
from extractor.readers.docx.limits import DocxLimits
from extractor.readers.docx.names import (
    ALTERNATE,
    DEL,
    NUM_PR,
    OFF,
    REMOVED,
    TC,
    TC_PR,
    TR,
    TR_PR,
    VAL,
    WRAPPERS,
    T,
    w,
)  # fmt: skip
from extractor.readers.docx.package import too_large
from extractor.readers.docx.styles import is_on, number

if TYPE_CHECKING:
    from lxml.etree import _Element

SLIVER = 80
"""Twips (4 points): two edges nearer than this are one edge when no cell lies between them."""

_V_MERGE, _H_MERGE, _GRID_SPAN = w("vMerge"), w("hMerge"), w("gridSpan")
_SHD, _FILL = w("shd"), w("fill")


class _Raw(msgspec.Struct):
    """A cell as stored. `start` and `end` are grid columns; `ordinal` is its 1-based place among the row's `w:tc`."""

    element: "_Element"
    ordinal: int
    start: int
    end: int
    continues: bool
    shaded: bool


class Slot(msgspec.Struct):
    """A drawn cell: where it stands and the element that holds its text. `path` is relative: `row[2]/cell[1]`."""

    element: "_Element"
    path: str
    row: int
    col: int
    row_span: int
    col_span: int
    shaded: bool


class Layout(msgspec.Struct, frozen=True):
    n_rows: int
    n_cols: int
    slots: tuple[Slot, ...]
    header_rows: int


def children(parent: "_Element", wanted: frozenset[str], notes: Counter[str]) -> Iterator["_Element"]:
    """The `wanted` elements under `parent` in order, looked for inside wrappers, without what was deleted."""
    waiting = list(reversed(parent))
    while waiting:
        element = waiting.pop()
        tag = element.tag
        if tag in wanted:
            yield element
        elif tag in WRAPPERS:
            waiting.extend(reversed(element))
        elif tag in REMOVED:
            notes["deleted"] += 1
        elif tag == ALTERNATE and (branch := chosen(element)) is not None:
            waiting.extend(reversed(branch))


def read_layout(table: "_Element", limits: DocxLimits, notes: Counter[str]) -> Layout:
    """Where the cells of a table stand. Raises `TooLarge` beyond `max_grid_positions`."""
    rows: list[list[_Raw]] = []
    headers: list[bool] = []
    for element in children(table, frozenset({TR}), notes):
        properties = element.find(TR_PR)
        if properties is not None and _gone(properties, notes):
            continue
        rows.append(_row(element, properties, limits, notes))
        headers.append(properties is not None and _flag(properties, w("tblHeader")))
    columns = _columns(rows, _positions(table))
    n_cols = max(columns.values(), default=0)
    if len(rows) * n_cols > limits.max_grid_positions:
        raise too_large("max_grid_positions", limits.max_grid_positions)
    leading = next((i for i, header in enumerate(headers) if not header), 0)
    return Layout(len(rows), n_cols, tuple(_place(rows, columns, notes)), leading)


def _gone(properties: "_Element", notes: Counter[str]) -> bool:
    if properties.find(DEL) is not None:
        notes["deleted"] += 1
        return True
    if _flag(properties, w("hidden")):
        notes["hidden"] += 1
        return True
    return False


def _flag(properties: "_Element", name: str) -> bool:
    element = properties.find(name)
    return element is not None and is_on(element)


def _row(row: "_Element", properties: "_Element | None", limits: DocxLimits, notes: Counter[str]) -> list[_Raw]:
    before = None if properties is None else properties.find(w("gridBefore"))
    column = 0 if before is None else min(max(number(before.get(VAL), 0), 0), limits.max_span)
    cells: list[_Raw] = []
    for ordinal, element in enumerate(children(row, frozenset({TC}), notes), start=1):
        look = element.find(TC_PR)
        if look is not None and look.find(w("cellDel")) is not None:
            notes["deleted"] += 1
            continue
        span = _span(look, limits, notes)
        if cells and look is not None and _continues(look, _H_MERGE):
            cells[-1].end += span
        else:
            merged = look is not None and _continues(look, _V_MERGE)
            cells.append(_Raw(element, ordinal, column, column + span, merged, look is not None and _shaded(look)))
        column += span
    return cells


def _span(look: "_Element | None", limits: DocxLimits, notes: Counter[str]) -> int:
    element = None if look is None else look.find(_GRID_SPAN)
    if element is None:
        return 1
    span = number(element.get(VAL), 0)
    if not 1 <= span <= limits.max_span:
        notes["bad_span"] += 1
        return 1
    return span


def _continues(look: "_Element", name: str) -> bool:
    element = look.find(name)
    return element is not None and element.get(VAL) != "restart"


def _shaded(look: "_Element") -> bool:
    shade = look.find(_SHD)
    if shade is None:
        return False
    fill = (shade.get(_FILL) or "auto").lower()
    pattern = (shade.get(VAL) or "clear").lower()
    return fill not in ("auto", "ffffff") or pattern not in ("clear", "nil", *OFF)


def _positions(table: "_Element") -> list[int] | None:
    """Left edge of every grid column and the right edge of the last, in twips; None when the grid says no widths."""
    grid = table.find(w("tblGrid"))
    if grid is None:
        return None
    edges = [0]
    for column in grid.iterchildren(w("gridCol")):
        edges.append(edges[-1] + max(number(column.get(w("w")), 0), 0))
    return edges if edges[-1] > 0 else None


def _columns(rows: list[list[_Raw]], positions: list[int] | None) -> dict[int, int]:
    """Drawn column of every grid edge that a cell uses. Slivers are closed, but never the whole of a cell."""
    edges = sorted({edge for row in rows for cell in row for edge in (cell.start, cell.end)})
    spans = {(cell.start, cell.end) for row in rows for cell in row}
    narrowest_end: dict[int, int] = {}
    for start, end in spans:
        narrowest_end[start] = min(end, narrowest_end.get(start, end))
    columns: dict[int, int] = {}
    column, first, nearest_end = -1, 0, 0
    for edge in edges:
        if column < 0 or nearest_end <= edge or not _near(first, edge, positions):
            column, first, nearest_end = column + 1, edge, edges[-1] + 1
        columns[edge] = column
        nearest_end = min(nearest_end, narrowest_end.get(edge, nearest_end))
    return columns


def _near(left: int, right: int, positions: list[int] | None) -> bool:
    if positions is None or right >= len(positions):
        return False
    return positions[right] - positions[left] < SLIVER


def _place(rows: list[list[_Raw]], columns: dict[int, int], notes: Counter[str]) -> list[Slot]:
    """The drawn cells in reading order. A continuation joins the cell above it when both have the same edges."""
    slots: list[Slot] = []
    above: dict[tuple[int, int], Slot] = {}
    for index, row in enumerate(rows):
        current: dict[tuple[int, int], Slot] = {}
        for cell in row:
            edges = columns[cell.start], columns[cell.end]
            slot = above.get(edges) if cell.continues else None
            if slot is None:
                notes["merge_without_start"] += cell.continues
                path = f"row[{index + 1}]/cell[{cell.ordinal}]"
                slot = Slot(cell.element, path, index, edges[0], 1, edges[1] - edges[0], cell.shaded)
                slots.append(slot)
            else:
                slot.row_span += 1
                _note_covered(cell.element, notes)
            current[edges] = slot
        above = current
    return slots


def _note_covered(cell: "_Element", notes: Counter[str]) -> None:
    """Word shows nothing of a covered cell, but it may hold text, or numbers that some programs count."""
    notes["covered_text"] += any((text.text or "").strip() for text in cell.iter(T))
    notes["covered_number"] += next(cell.iter(NUM_PR), None) is not None
