"""Tables of a shaded header over rows that nothing but white space parts: the header's cells say where the columns are.

In come a page's fills and words, out come grids with the words they take. The header is read as a ruled one from the edges of its
shading; the lines below it are taken for as long as they keep to its columns. Rows begin where figures or entries begin, and where a
column begins anew below a gap of its own (seen in real reports: pages of text in four columns, no rule and no figure).
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from extractor.grids.cellfill import shaded_heads
from extractor.grids.layout import lay_out
from extractor.grids.regions import find_regions
from extractor.grids.rivers import Core
from extractor.grids.ruled import build_ruled
from extractor.grids.segments import join_pieces
from extractor.grids.text import group_lines, line_text
from extractor.model.body import Grid, Line, Piece
from extractor.model.page import Fill, Word
from extractor.model.place import BBox, Place, rounded, union

LEAST_COLUMNS = 3
LEAST_LINES = 2
GAP = 2.6
"""Of the type size: what stands further below is no row."""
OVER = 0.5
"""Of the borders: a line that runs over so many is no row."""
BESIDE = 2.0
"""Points: a word may stand over the outer edge by this much."""
APART = 3
"""Lines: a column without text for so long begins anew."""
INSET = 0.5
"""Points from a border to what is printed in a column."""


class ShadedTable(NamedTuple):
    """A grid and the words in it."""

    grid: Grid
    words: list[Word]


def _middle(word: Word) -> float:
    return (word.x0 + word.x1) / 2


def _borders(head: Grid) -> list[float]:
    """The column borders of a header whose last row has a cell for each column; [] where one is merged."""
    boxes = [c.places[0].bbox for c in head.cells if c.row + c.row_span == head.n_rows and c.col_span == 1]
    found = sorted(box for box in boxes if box is not None)
    return [found[0][0], *(box[2] for box in found)] if len(found) == head.n_cols else []


def _rows_below(words: Sequence[Word], xs: Sequence[float], bottom: float) -> list[list[Word]]:
    """The printed lines below a header that keep to its columns."""
    lines: list[list[Word]] = []
    for line in group_lines([w for w in words if (w.top + w.bottom) / 2 > bottom]):
        outside = any(w.x0 < xs[0] - BESIDE or w.x1 > xs[-1] + BESIDE for w in line)
        over = sum(_runs_over(line, x) for x in xs[1:-1])
        if outside or over >= OVER * (len(xs) - 2) or min(w.top for w in line) - bottom > GAP * line[0].size:
            break
        lines.append(line)
        bottom = max(w.bottom for w in line)
    return lines


def _runs_over(line: Sequence[Word], x: float) -> bool:
    """Whether a word stands on a border, or two words of one run of text stand on its sides."""
    left, right = [w for w in line if _middle(w) < x], [w for w in line if _middle(w) >= x]
    if any(w.x0 < x - 1 and w.x1 > x + 1 for w in line):
        return True
    return bool(left and right) and min(w.x0 for w in right) - max(w.x1 for w in left) < 0.4 * line[0].size


def _as_line(words: Sequence[Word], xs: Sequence[float], page: int) -> Line:
    columns: list[list[Word]] = [[] for _ in xs[:-1]]
    for word in words:
        columns[sum(1 for x in xs[1:-1] if x <= _middle(word))].append(word)
    pieces = tuple(
        Piece(line_text(held), min(w.x0 for w in held), max(w.x1 for w in held), min(w.top for w in held))
        for held in columns
        if held
    )
    bold = sum(len(w.text) for w in words if w.bold) * 2 > sum(len(w.text) for w in words)
    box = union([w.bbox for w in words])
    return Line(line_text(words), Place(page, rounded(box)), size=words[0].size, bold=bold, pieces=pieces)


def _anew(lines: Sequence[Line], cores: Sequence[Core]) -> set[int]:
    """Lines on which a column begins anew with a capital letter, below a gap of its own."""
    found: set[int] = set()
    for core in cores:
        at = [
            (n, p.text) for n, line in enumerate(lines) for p in line.pieces if core.x0 <= (p.x0 + p.x1) / 2 <= core.x1
        ]
        found |= {n for (m, _), (n, text) in pairwise(at) if n - m > APART and text[:1].isupper()}
        found |= {n for n, text in at[:1] if text[:1].isupper()}
    return found


def _below(head: Grid, body: Grid) -> Grid:
    """The header's grid with the body's rows under it."""
    shifted = (replace(c, row=c.row + head.n_rows) for c in body.cells)
    box = union([p.bbox for g in (head, body) for p in g.places if p.bbox is not None])
    return replace(
        body,
        n_rows=head.n_rows + body.n_rows,
        cells=(*head.cells, *shifted),
        places=(Place(head.places[0].page, box),),
        header_rows=head.n_rows,
    )


def shaded_tables(
    fills: Sequence[Fill], ruled: Sequence[BBox], words: Sequence[Word], bands: Sequence[Fill], page: int
) -> Iterator[ShadedTable]:
    """The tables of a page under shaded headers outside of the `ruled` areas; `page` is its number."""
    for rules in shaded_heads(fills, ruled, words):
        for region in find_regions(join_pieces(rules), words):
            x0, top, x1, bottom = region.bbox
            inside = [w for w in words if x0 < _middle(w) < x1 and top < (w.top + w.bottom) / 2 < bottom]
            head = build_ruled(region, inside, bands, page, fills)
            xs = _borders(head)
            lines = _rows_below([w for w in words if w.angle == 0], xs, bottom) if len(xs) > LEAST_COLUMNS else []
            if len(lines) < LEAST_LINES:
                continue
            body = [_as_line(line, xs, page) for line in lines]
            cores = [Core(a + INSET, b - INSET) for a, b in pairwise(xs)]
            grid = lay_out([], body, cores, body, _anew(body, cores))
            yield ShadedTable(_below(head, grid), [*inside, *(w for line in lines for w in line)])
