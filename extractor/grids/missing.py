"""Cells that lack a rule: texts of two rows, or of two columns, stand in one. In: cell boxes with their words. Out: boxes, such parted.

Word leaves the border of single cells away and scanners lose faint ones (seen in real reports). A cell that is meant to be merged holds
one text. One over several columns is parted where wide white separates a text for each on every line; one over several rows when each of
these rows holds one figure of it, or whole texts with as much white between as a line is high.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from extractor.grids.borders import Borders
from extractor.grids.cells import Box
from extractor.grids.rest import NUMBER
from extractor.grids.text import group_lines, line_text
from extractor.model.page import Word

MISSING = "rule_missing"
FIGURE = re.compile(r"(?:Rp\.?\s*)?[-(]?\d[\d.,]*[)%]?\s*%?|-", re.IGNORECASE)
OVER = 0.2
"""Of the type size: a word of the one row or column reaches at most so far into the next."""
WHITE, WIDE = 0.48, 0.8
"""Of the type size: white between a text and a figure that stands where its column's figures do, and between any two texts."""
LINE = 1.0
"""Of the type size: white between texts of two rows."""
ON_EDGE = 4.0
"""Points: figures of a column share their left or right edge or their middle so nearly."""

Held = tuple[Box, list[Word]]
Extents = dict[int, list[tuple[float, float]]]


def part_cells(held: Sequence[Held], borders: Borders) -> tuple[list[Held], set[tuple[int, int]]]:
    """The boxes with their words, those without their rules in parts; and the (row, column) of these parts."""
    if all(box.row_span == box.col_span == 1 for box, _ in held):
        return list(held), set()
    figures = _figures(held)
    done: list[Held] = []
    parted: set[tuple[int, int]] = set()
    for box, words in held:
        parts = list(_parts(box, words, borders, figures))
        done += parts
        if len(parts) > 1:
            parted.update((part.row, part.col) for part, _ in parts)
    return sorted(done, key=lambda item: (item[0].row, item[0].col)), parted


def _figures(held: Sequence[Held]) -> Extents:
    """Left and right end of the figures that fill a cell of one column, by column."""
    found: Extents = {}
    for box, words in held:
        if words and box.col_span == 1 and _is_figure(words):
            found.setdefault(box.col, []).append(_extent(words))
    return found


def _parts(box: Box, words: list[Word], borders: Borders, figures: Extents) -> Iterable[Held]:
    columns = _columns(box, words, borders, figures) if box.col_span > 1 and words else []
    for part, inside in columns or [(box, words)]:
        yield from (part.row_span > 1 and inside and _rows(part, inside, borders)) or [(part, inside)]


def _columns(box: Box, words: list[Word], borders: Borders, figures: Extents) -> list[Held]:
    xs = borders.xs[box.col : box.col + box.col_span + 1]
    columns = [[w for w in words if left <= (w.x0 + w.x1) / 2 < right] for left, right in pairwise(xs)]
    if sum(map(len, columns)) != len(words) or not all(columns):
        return []
    if any(_reaches(w.x0, w.x1, x, w.size) for w in words for x in xs[1:-1]):
        return []
    white = min((min(w.x0 for w in b) - max(w.x1 for w in a)) / a[0].size for a, b in pairwise(columns))
    if white < WHITE or (white < WIDE and not _stand(box, columns, figures)) or _is_marked(columns[0]):
        return []
    _, y0, _, y1 = box.bbox
    return [
        (Box(box.row, box.col + n, box.row_span, 1, (left, y0, right, y1)), columns[n])
        for n, (left, right) in enumerate(pairwise(xs))
    ]


def _stand(box: Box, columns: Sequence[list[Word]], figures: Extents) -> bool:
    """Whether all texts but the first are figures that stand where the others of their columns do; the first is as well or is none."""
    if not all(map(_is_figure, columns[1:])):
        return False
    first = 0 if _is_figure(columns[0]) else 1
    return all(_stands(_extent(column), figures.get(box.col + n, [])) for n, column in enumerate(columns) if n >= first)


def _rows(box: Box, words: list[Word], borders: Borders) -> list[Held]:
    ys = borders.ys[box.row : box.row + box.row_span + 1]
    rows = [[w for w in words if top <= (w.top + w.bottom) / 2 < bottom] for top, bottom in pairwise(ys)]
    if sum(map(len, rows)) != len(words) or not all(rows):
        return []
    if any(_reaches(w.top, w.bottom, y, w.size) for w in words for y in ys[1:-1]):
        return []
    if not all(map(_is_figure, rows)) and not all(_are_two(a, b) for a, b in pairwise(rows)):
        return []
    x0, _, x1, _ = box.bbox
    return [
        (Box(box.row + n, box.col, 1, box.col_span, (x0, top, x1, bottom)), rows[n])
        for n, (top, bottom) in enumerate(pairwise(ys))
    ]


def _are_two(above: list[Word], below: list[Word]) -> bool:
    """Two texts, not the lines of one: white between them, and the lower one begins like a text."""
    white = min(w.top for w in below) - max(w.bottom for w in above)
    begin = group_lines(below)[0][0].text[:1]
    return white >= LINE * below[0].size and not begin.islower()


def _is_figure(words: list[Word]) -> bool:
    lines = group_lines(words)
    return len(lines) == 1 and FIGURE.fullmatch(line_text(lines[0])) is not None


def _is_marked(words: list[Word]) -> bool:
    """`I.` before a title over all columns: white follows every such mark."""
    return NUMBER.fullmatch(line_text(group_lines(words)[0])) is not None and not _is_figure(words)


def _extent(words: Sequence[Word]) -> tuple[float, float]:
    return min(w.x0 for w in words), max(w.x1 for w in words)


def _stands(extent: tuple[float, float], others: Sequence[tuple[float, float]]) -> bool:
    x0, x1 = extent
    return any(min(abs(a - x0), abs(b - x1), abs(a + b - x0 - x1) / 2) <= ON_EDGE for a, b in others)


def _reaches(low: float, high: float, edge: float, size: float) -> bool:
    return min(edge - low, high - edge) > OVER * size
