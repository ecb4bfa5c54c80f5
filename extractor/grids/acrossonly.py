"""Columns of an area whose rules only run across, unbroken: in comes a region with its words, out the region with gaps in these rules.

LibreOffice, layout programs and some Word styles draw a table so (Word cuts such rules at each column, which `borders` reads). A column
then is what white rivers part in the rows below the header. Each unbroken rule is given a tick where a river runs, so that the rest reads
the table like one whose rules are cut. A border lies where a shorter rule (under a group header) ends inside the river, else in its
middle, clear of the header's titles.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from msgspec.structs import replace

from extractor.grids.borders import LEAST_ROW, NEAR, OPENING, find_columns
from extractor.grids.layout import FIGURE
from extractor.grids.pieces import find_pieces
from extractor.grids.regions import Region
from extractor.grids.rest import TOTAL
from extractor.grids.rivers import Core, find_cores, merge_pieces, overlap
from extractor.grids.segments import Segment
from extractor.grids.text import group_lines
from extractor.model.body import Grid, Piece
from extractor.model.page import Word
from extractor.model.place import rounded, union

WHOLE = 0.97
"""Of the region's width: a rule at least so long runs over all columns."""
BRIDGING = 0.34
"""Of the bands: so many may hold a text over two columns."""
SHORT = re.compile(r"(?:19|20)\d\d|\(?\d{1,2}\)?")
"""What stands in headers, too: a year, the number of a column."""
LEAST_BANDS, STACKED = 3, 1
"""So many bands are rows; of fewer, each holds no more lines with several figures (stacked, or broken in a narrow column) than so many."""

Band = list[Piece]


def with_gaps(region: Region, words: Sequence[Word]) -> Region | None:
    """The region with ticks in its rules where only white parts its columns; the region itself where rules or their gaps do.

    None where no side is drawn and neither does, or rules stand only above and below a header and a body: that is a table without rules.
    """
    x0, top, x1, _ = region.bbox
    if any(x0 + NEAR < s.pos < x1 - NEAR for s in region.vertical) or len(find_columns(region, words)) > 2:
        return region
    whole = _apart(s.pos for s in region.horizontal if s.length >= WHOLE * (x1 - x0))
    first = whole[1] if len(whole) > 2 else top
    groups = [s for s in region.horizontal if s.pos < first - LEAST_ROW and s.pos not in whole]
    head = [p for band in _bands([top, first], words) for p in band]
    over = [p for p in head if any(p.top < s.pos and s.start < (p.x0 + p.x1) / 2 < s.end for s in groups)]
    titles = _texts([p for p in head if p not in over])
    rows = [first, *(y for y in _apart(s.pos for s in region.horizontal) if y > first)]
    body = list(_bands(rows, words))
    cores = find_cores([titles], _clear([band for band in map(_texts, body) if len(band) > 1]))
    if len(cores) < 2 or not _is_row_by_row(body):
        return region if region.vertical else None
    edges = list(_edges(cores, titles, region.horizontal))
    inside = {e for rule in groups for e in _inside_groups(rule, [x0, *edges, x1], over)}
    return region._replace(
        horizontal=tuple(
            _cut(s, [e for e in edges if s.pos > top + LEAST_ROW or e not in inside]) for s in region.horizontal
        )
    )


def with_totals(grid: Grid) -> Grid:
    """The grid with each total's title at the beginning of its row: it is set in the middle of cells merged over the first columns."""
    cells = {(c.row, c.col): c for c in grid.cells}
    for row in range(grid.n_rows):
        filled = sorted(c.col for c in grid.cells if c.row == row and c.text)
        title = cells[row, filled[0]] if len(filled) > 1 else None
        before = [cells.get((row, col)) for col in range(title.col)] if title is not None else []
        if (
            title is None
            or not before
            or not TOTAL.match(title.text)
            or any(c is None or c.row_span > 1 for c in before)
        ):
            continue
        boxes = [place.bbox for c in (*before, title) if c is not None for place in c.places if place.bbox is not None]
        for col in range(title.col + 1):
            del cells[row, col]
        places = (replace(title.places[0], bbox=rounded(union(boxes))),)
        cells[row, 0] = replace(title, col=0, col_span=title.col + title.col_span, places=places)
    return replace(grid, cells=tuple(cells[key] for key in sorted(cells)))


def _apart(ys: Iterable[float]) -> list[float]:
    """The positions of rules from top to bottom, a double rule as one."""
    apart: list[float] = []
    for y in sorted(ys):
        if not apart or y - apart[-1] >= LEAST_ROW:
            apart.append(y)
    return apart


def _texts(band: Band) -> Band:
    """What stands beside each other in a band, from left to right."""
    return [Piece("", core.x0, core.x1) for core in merge_pieces(band)]


def _bands(ys: Sequence[float], words: Sequence[Word]) -> Iterator[Band]:
    """The pieces between two rules, band by band."""
    for top, bottom in pairwise(ys):
        inside = [w for w in words if top <= (w.top + w.bottom) / 2 < bottom]
        if inside:
            yield [piece for line in group_lines(inside) for piece in find_pieces(line)]


def _is_row_by_row(bands: Sequence[Band]) -> bool:
    """Whether rules part the rows: a header between two rules has no figures, and a body without row rules has them line below line."""
    lines = [Counter(p.top for p in band if FIGURE.fullmatch(p.text) and not SHORT.fullmatch(p.text)) for band in bands]
    rows = sum(count > 1 for tops in lines for count in tops.values())
    return len(bands) >= LEAST_BANDS or (any(lines) and rows <= STACKED * len(bands))


def _clear(bands: Sequence[Band]) -> list[Band]:
    """The bands without the few whose one text bridges columns that all the others part (a total's title, a merged cell)."""
    kept = list(bands)
    for _ in range(int(BRIDGING * len(bands))):
        counts = [len(find_cores([], [b for b in kept if b is not band])) for band in kept]
        best = max(range(len(kept)), key=counts.__getitem__)
        if counts[best] <= len(find_cores([], kept)):
            break
        del kept[best]
    return kept


def _edges(cores: Sequence[Core], titles: Sequence[Piece], rules: Sequence[Segment]) -> Iterator[float]:
    for a, b in pairwise(cores):
        left = max((p.x1 for p in titles if overlap(p, a) > 0 and p.x1 < b.x0), default=a.x1)
        right = min((p.x0 for p in titles if overlap(p, b) > 0 and p.x0 > a.x1), default=b.x0)
        ends = [end for s in rules for end in (s.start, s.end) if a.x1 <= end <= b.x0]
        low, high = max(left, a.x1), min(right, b.x0)
        yield ends[0] if ends else (low + high) / 2 if low < high else (a.x1 + b.x0) / 2


def _inside_groups(rule: Segment, edges: Sequence[float], titles: Sequence[Piece]) -> set[float]:
    """The borders inside of the group headers that stand over a rule shorter than the table."""
    under = [e for e in edges if rule.start - NEAR <= e <= rule.end + NEAR]
    heads = merge_pieces([p for p in titles if p.top < rule.pos and rule.start < (p.x0 + p.x1) / 2 < rule.end])
    return set(under[1:-1]) - set(_shared_out(under, heads)) if 0 < len(heads) < len(under) - 1 else set()


def _shared_out(edges: Sequence[float], heads: Sequence[Core]) -> tuple[float, ...]:
    """The borders between group headers: each header as near as can be to the middle of its columns."""

    def off(cuts: Sequence[float]) -> float:
        spans = pairwise([edges[0], *cuts, edges[-1]])
        return sum(abs(a + b - h.x0 - h.x1) for (a, b), h in zip(spans, heads, strict=True))

    return min(combinations(edges[1:-1], len(heads) - 1), key=off)


def _cut(rule: Segment, edges: Sequence[float]) -> Segment:
    inner = tuple(e for e in edges if rule.start + NEAR < e < rule.end - NEAR)
    return replace(rule, ticks=inner, opening=OPENING) if inner else rule
