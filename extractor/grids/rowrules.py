"""Do two horizontal rules, one below the other, have rows of one table between them? In come two rules and the page's words, out yes or no.

Rules that are interrupted show columns: what is printed between them keeps to these. Unbroken ones show none, so there the text must look
like a row: columns beside each other, no more white than a cell has, no caption.
"""

import re
from collections.abc import Sequence

from extractor.grids.pieces import find_pieces
from extractor.grids.rivers import Core, merge_pieces
from extractor.grids.segments import Segment
from extractor.grids.text import group_lines, line_text
from extractor.model.body import Piece
from extractor.model.page import Word

REACH = 3.2
"""Points: lines this near touch. Cells drawn as boxes of their own stand 1.7 pt apart."""
SAME_EDGE = 4.0
"""Points: ends of parallel rules this near are one edge."""
GROUP_LINES = 2.6
"""Times the type size: a group row is not higher."""
CAPTION = re.compile(r"(?:tabel|gambar|grafik|diagram|bagan)\b\W*[\dIVX]", re.IGNORECASE)
EMPTY = 1.6
"""Times the type size: white between the lines of a row, and between them and its rules, is no higher."""
LEAST_COLUMNS = 3
"""Texts beside each other between two rules that nothing crosses."""
REST_LINES, REST_WIDTH = 2.2, 0.5
"""Times the type size, and of the table's width: the rest of a row, on a page of its own, is neither higher nor wider."""
INNER = 0.3
"""Of a region's width: rules inside it that are shorter are drawings or boxes in a cell."""
ALIKE = 0.15
"""Points: rules of one table are as thick as each other."""
BAND = 250.0
"""Points: parallel rules further apart are not rows of one table."""


def stacked(a: Segment, b: Segment, words: Sequence[Word], in_table: bool = False) -> bool:
    """Whether two horizontal rules of one width, one below the other, have table rows between them.

    Words of a justified paragraph below the rule of a running head stand apart like columns, but not where the other rule is interrupted.
    `in_table`: one of them is known to belong to a table; then a single line may run over its gaps (the title of a group row).
    """
    if b.pos <= a.pos or not _one_width(a, b):
        return False
    shared = [t for t in a.ticks if any(abs(t - u) <= REACH for u in b.ticks)]
    if not shared and ((a.ticks and b.ticks) or b.pos - a.pos > BAND):
        return False
    between = [w for w in words if a.pos < (w.top + w.bottom) / 2 < b.pos and a.start <= (w.x0 + w.x1) / 2 <= a.end]
    lines = [find_pieces(line) for line in group_lines(between)]
    if shared and _of_two_tables(a, b) and any(_crossed(line, a.ticks + b.ticks) for line in lines):
        return False
    if shared:
        close = in_table and b.pos - a.pos <= GROUP_LINES * max((w.size for w in between), default=0.0)
        alike = len(shared) == len(a.ticks) == len(b.ticks)
        return bool(lines) and (
            (close and alike) or not any(2 * _crossed(line, shared) >= len(shared) for line in lines)
        )
    ticks = a.ticks or b.ticks
    if not ticks:
        return len(_columns(a, b, between)) >= LEAST_COLUMNS
    paragraph = any(2 * _crossed(line, ticks) >= len(ticks) for line in lines)
    return any(len(line) >= LEAST_COLUMNS for line in lines) and not paragraph


def _one_width(a: Segment, b: Segment) -> bool:
    """Whether two rules have the same ends; a rule of the same colour may leave out the first or last cells of its row.

    Word leaves out the rule under a cell without border; then the shorter one ends where the longer one restarts. An unbroken rule leaves
    out first cells that are merged over several rows.
    """
    ends = ((a.start, b.start), (a.end, b.end))
    off = [abs(x - y) > SAME_EDGE for x, y in ends]
    if not any(off):
        return True
    if all(off) or a.colour != b.colour:
        return False
    longer, shorter = (a, b) if a.length > b.length else (b, a)
    if not (a.ticks or b.ticks):
        return off[0] and drawn_alike(a, b) and shorter.length >= INNER * longer.length
    if not (a.ticks and b.ticks):
        return False
    end = shorter.start if off[0] else shorter.end
    return any(abs(t - end) <= REACH for t in longer.ticks) and all(
        any(abs(t - u) <= REACH for u in longer.ticks) for t in shorter.ticks
    )


def _of_two_tables(a: Segment, b: Segment) -> bool:
    """Whether each of two rules is interrupted where the other is not: they may be the last of a table and the first of the next."""
    return all(any(all(abs(t - u) > REACH for u in other.ticks) for t in one.ticks) for one, other in ((a, b), (b, a)))


def _crossed(line: Sequence[Piece], ticks: Sequence[float]) -> int:
    """How many of the ticks a line's pieces run over."""
    return sum(1 for t in ticks if any(p.x0 < t - 1 and p.x1 > t + 1 for p in line))


def covers(a: Segment, b: Segment) -> bool:
    return a.start <= b.start + SAME_EDGE and a.end >= b.end - SAME_EDGE


def is_row(a: Segment, b: Segment, words: Sequence[Word], columns: int, within: bool = False) -> bool:
    """Whether two unbroken rules drawn alike have text in so many columns between them.

    One text alone is low: the title of a group of rows, inside (`within`) of a table; else the rest of a row that the page end cut.
    """
    if a.ticks or b.ticks or not (_one_width(a, b) and drawn_alike(a, b)):
        return False
    between = _between(a, b, words)
    texts = _columns(a, b, between)
    if len(texts) != columns or columns > 1:
        return len(texts) == columns
    lines = GROUP_LINES if within else REST_LINES
    narrow = within or texts[0].x1 - texts[0].x0 <= REST_WIDTH * a.length
    return narrow and b.pos - a.pos <= lines * max(w.size for w in between)


def _columns(a: Segment, b: Segment, words: Sequence[Word]) -> list[Core]:
    """The texts of a row between two rules, which stand beside each other; [] for what is no row.

    In a row no more white stands above, below or between the lines than so much, each text reaches beside the highest one, and none
    is a caption.
    """
    lines = group_lines(words)
    spans = sorted((min(w.top for w in line), max(w.bottom for w in line)) for line in lines)
    reached, most = a.pos, EMPTY * max((w.size for w in words), default=0.0)
    for top, bottom in [*spans, (b.pos, b.pos)]:
        if top - reached > most:
            return []
        reached = max(reached, bottom)
    if any(CAPTION.match(line_text(line)) for line in lines):
        return []
    texts = merge_pieces([p for line in lines for p in find_pieces(line)])
    heights = [_height(text, words) for text in texts]
    tall = max(heights, key=lambda h: h[1] - h[0], default=(0.0, 0.0))
    return texts if all(min(h[1], tall[1]) > max(h[0], tall[0]) for h in heights) else []


def _height(text: Core, words: Sequence[Word]) -> tuple[float, float]:
    inside = [w for w in words if text.x0 - 1 <= (w.x0 + w.x1) / 2 <= text.x1 + 1]
    return min(w.top for w in inside), max(w.bottom for w in inside)


def _between(a: Segment, b: Segment, words: Sequence[Word]) -> list[Word]:
    start, end = max(a.start, b.start), min(a.end, b.end)
    return [w for w in words if a.pos < (w.top + w.bottom) / 2 < b.pos and start <= (w.x0 + w.x1) / 2 <= end]


def drawn_alike(a: Segment, b: Segment) -> bool:
    """Whether two rules are drawn alike, as the rules of one table are."""
    return a.colour == b.colour and abs(a.thickness - b.thickness) <= ALIKE
