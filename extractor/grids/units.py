"""Which unit cells between the borders are parted from their neighbours: by rules, by gaps in rules, by shading, by white strips.

In come the borders' positions with the region's segments, shading and words, out come `Borders` for `cells` to put together.
"""

from collections.abc import Sequence
from itertools import pairwise

from extractor.grids.borders import LEAST_ROW, NEAR, Borders, crosses, crossings, ends_there, find_columns, find_rows
from extractor.grids.gaps import column_lines, find_gaps, goes_on
from extractor.grids.heads import cut_titles
from extractor.grids.ledger import cut_at_codes
from extractor.grids.regions import Region
from extractor.grids.segments import Segment
from extractor.grids.text import group_lines
from extractor.model.page import Fill, Word

RUN = 0.9
"""Of the type size: words of one run of text are not further apart."""
CENTRED = 1.5
"""Points: a text this near to the middle of several columns is centred over them."""
OFF_CENTRE = 4.0
"""Points: a text nearer to its own column's middle is that column's."""
FLUSH, LEAST_FLUSH = 0.3, 3
"""Points: texts that begin this alike behind their columns' edges are set flush left, centred over nothing; so many others show it."""
CLOSED = 0.9
"""Share of a merged cell's upper and lower edge that must be ruled: else its rows are merged, too."""
PADDING = (3.0, 9.0)
"""Points from a cell's edge to its text: the least and the most."""
COVER = 0.5
"""Share of a unit's edge that a rule must cover to part two cells."""


def part_units(region: Region, bands: Sequence[Fill], words: Sequence[Word], fills: Sequence[Fill] = ()) -> Borders:
    """The borders of a region that holds `words`; `xs` and `ys` have at least two values each. `fills`: those of the page, as drawn."""
    xs, ys = find_columns(region, words), find_rows(region, bands, words)
    right = [[False] * (len(xs) - 1) for _ in ys[1:]]
    for c in range(len(xs) - 2):
        parted = _parted_at(region, bands, words, xs[c + 1], ys)
        for r, value in enumerate(parted):
            right[r][c] = value
    _open_under_line_fills(region, bands, right, xs, ys)
    _open_under_runs(region, right, words, xs, ys)
    if not any(_is_drawn(region, x) for x in xs[1:-1]):
        _open_under_centred(region, right, words, xs, ys)
    else:
        _part_by_top_rule(region, right[0], words, xs, ys)
    below = [_parted_below(region, bands, words, xs, y, fills) for y in ys[1:-1]] + [[False] * (len(xs) - 1)]
    return cut_titles(cut_at_codes(_cut_at_gaps(Borders(xs, ys, right, below), words), words), words)


def _open_under_line_fills(
    region: Region, bands: Sequence[Fill], right: list[list[bool]], xs: Sequence[float], ys: Sequence[float]
) -> None:
    """Open the borders under the shading of a text line that runs over them: Word fills each line from padding to padding of its cell."""
    for band in bands:
        first = next((c for c, x in enumerate(xs[:-1]) if PADDING[0] <= band.x0 - x <= PADDING[1]), None)
        last = next((c for c, x in enumerate(xs[1:]) if PADDING[0] <= x - band.x1 <= PADDING[1]), None)
        rows = [
            r for r, (top, bottom) in enumerate(pairwise(ys)) if top - NEAR <= band.top and band.bottom <= bottom + NEAR
        ]
        if first is None or last is None or len(rows) != 1:
            continue
        for c in (c for c in range(first, last) if not _is_drawn(region, xs[c + 1])):
            right[rows[0]][c] = False


def _open_under_runs(
    region: Region, right: list[list[bool]], words: Sequence[Word], xs: Sequence[float], ys: Sequence[float]
) -> None:
    """Open the borders that only gaps in the rules show, under a run of text that a word of it carries over another border.

    The rules above and below restart for the cells of the neighbouring rows; that no word stands on one of those places is chance.
    """
    gaps = [c for c in range(len(xs) - 2) if not _is_drawn(region, xs[c + 1])]
    for r, (top, bottom) in enumerate(pairwise(ys)):
        parted = [c for c in gaps if right[r][c]]
        if not parted or len(parted) == len(gaps):
            continue
        inside = [w for w in words if top <= (w.top + w.bottom) / 2 < bottom]
        carried = [xs[c + 1] for c in gaps if not right[r][c] and crossings(inside, xs[c + 1])]
        for start, end in _runs(inside) if carried else []:
            if any(start < x < end for x in carried):
                for c in parted:
                    right[r][c] = right[r][c] and not start < xs[c + 1] < end


def _runs(words: Sequence[Word]) -> list[tuple[float, float]]:
    """Left and right ends of words of one line that are no further apart than words of a sentence."""
    runs: list[tuple[float, float]] = []
    for line in group_lines(words):
        start = line[0].x0
        for a, b in pairwise(line):
            if b.x0 - a.x1 >= RUN * a.size:
                runs.append((start, a.x1))
                start = b.x0
        runs.append((start, line[-1].x1))
    return runs


def _part_by_top_rule(
    region: Region, right: list[bool], words: Sequence[Word], xs: Sequence[float], ys: Sequence[float]
) -> None:
    """Part cells of the first row where the rule above it restarts: Word draws that rule cell by cell, no other row restarts it.

    Only where it restarts at every border that is drawn in the row but not at every column (then it is drawn in pieces of columns), and
    text stands on both sides (seen in a header whose groups only their shading parts).
    """
    drawn = [xs[c + 1] for c in range(len(xs) - 2) if right[c]]
    ticked = {x for x in xs[1:-1] if _ticked(region.horizontal, ys[0], x)}
    if not drawn or not ticked.issuperset(drawn) or len(ticked) == len(xs) - 2:
        return
    inside = [w for w in words if ys[0] <= (w.top + w.bottom) / 2 < ys[1]]
    for c in range(len(xs) - 2):
        x = xs[c + 1]
        if right[c] or x not in ticked or crossings(inside, x):
            continue
        start, end = max((b for b in drawn if b < x), default=xs[0]), min((b for b in drawn if b > x), default=xs[-1])
        middles = [(w.x0 + w.x1) / 2 for w in inside]
        right[c] = any(start < m < x for m in middles) and any(x < m < end for m in middles)


def _open_under_centred(
    region: Region, right: list[list[bool]], words: Sequence[Word], xs: Sequence[float], ys: Sequence[float]
) -> None:
    """Open the borders under a text that is centred over several columns and stands alone in them (group rows, `Jumlah`).

    Gaps in the rules do not show such merges: the cells above and below interrupt the same rules.
    """
    rows = [
        _by_column([w for w in words if top <= (w.top + w.bottom) / 2 < bottom], xs) for top, bottom in pairwise(ys)
    ]
    indents = [_indent(held, x) for row in rows for held, x in zip(row, xs, strict=False) if held]
    for r, (top, bottom) in enumerate(pairwise(ys)):
        filled = [c for c, held in enumerate(rows[r]) if held]
        for k in _run_over([w for held in rows[r] for w in held], xs):
            right[r][k] = False
        for c in filled:
            held = rows[r][c]
            if len(filled) > 1 and sum(abs(_indent(held, xs[c]) - other) <= FLUSH for other in indents) > LEAST_FLUSH:
                continue
            start, end = _centred_over(held, c, filled, xs)
            if all(_cover(_on(region.horizontal, y), y, xs[start], xs[end + 1]) >= CLOSED for y in (top, bottom)):
                for k in range(start, end):
                    right[r][k] = False


def _by_column(words: Sequence[Word], xs: Sequence[float]) -> list[list[Word]]:
    """The words whose middles stand in each column."""
    return [[w for w in words if a <= (w.x0 + w.x1) / 2 < b] for a, b in pairwise(xs)]


def _indent(words: Sequence[Word], x: float) -> float:
    return min(w.x0 for w in words) - x


def _run_over(words: Sequence[Word], xs: Sequence[float]) -> list[int]:
    """The borders (by the column left of them) under the title of a group row: one run of text, from the first column on or centred.

    Of the former at least one word must stand on a border: columns set closely are no run.
    """
    lines = group_lines(words)
    if not lines or any(b.x0 - a.x1 >= RUN * a.size for line in lines for a, b in pairwise(line)):
        return []
    start, end = min(line[0].x0 for line in lines), max(line[-1].x1 for line in lines)
    centred = abs((start + end) / 2 - (xs[0] + xs[-1]) / 2) <= CENTRED
    if start > xs[1] and not centred:
        return []
    under = [c for c in range(len(xs) - 2) if centred or xs[c + 1] < end - 1]
    if centred and not any(start < x < end for x in xs[1:-1]):
        return []
    return under if centred or any(crossings(words, xs[c + 1]) for c in under) else []


def _centred_over(words: Sequence[Word], col: int, filled: Sequence[int], xs: Sequence[float]) -> tuple[int, int]:
    """First and last of the columns that words in `col` are centred over; the column alone when they are centred in it."""
    middle = (min(w.x0 for w in words) + max(w.x1 for w in words)) / 2
    low = max((c for c in filled if c < col), default=-1) + 1
    high = min((c for c in filled if c > col), default=len(xs) - 1) - 1
    ranges = [(a, b) for a in range(low, col + 1) for b in range(col, high + 1)]
    off = {(a, b): abs(middle - (xs[a] + xs[b + 1]) / 2) for a, b in ranges}
    if len(filled) == 1 and off[low, high] <= CENTRED:
        return low, high
    if off[col, col] <= OFF_CENTRE:
        return col, col
    best = min(ranges, key=lambda r: off[r])
    return best if off[best] <= CENTRED else (col, col)


def _parted_at(
    region: Region, bands: Sequence[Fill], words: Sequence[Word], x: float, ys: Sequence[float]
) -> list[bool]:
    """For each row, whether the cells left and right of x are parted.

    Where no vertical rule lies, gaps in the rules above and below the row say so; a row without such rules is as the row above. The
    same where only shaded cells have edges at x, outside of them.
    """
    lines = _on(region.vertical, x)
    drawn = _is_drawn(region, x)
    parted: list[bool] = []
    for top, bottom in pairwise(ys):
        covered = _cover(lines, x, top, bottom) >= COVER
        if drawn or covered:
            parted.append(covered or _shading_parts(bands, x, top, bottom))
            continue
        gaps = _ticked(region.horizontal, top, x), _ticked(region.horizontal, bottom, x)
        gap = parted[-1] if gaps == (None, None) and parted else False not in gaps and True in gaps
        inside = [w for w in words if top <= (w.top + w.bottom) / 2 < bottom]
        parted.append(gap and not crossings(inside, x))
    return parted


def _parted_below(
    region: Region,
    bands: Sequence[Fill],
    words: Sequence[Word],
    xs: Sequence[float],
    y: float,
    fills: Sequence[Fill],
) -> list[bool]:
    """For each column, whether the cells above and below y are parted.

    By a rule or by shading that ends there. Where no rule lies at y in any column, also by the column rules on both sides that restart
    there, unless a word or a cell's own fill stands over y: they restart beside merged cells as well.
    """
    lines = _on(region.horizontal, y)
    drawn = [_cover(lines, y, a, b) >= COVER or _shading_ends(bands, y, a, b) for a, b in pairwise(xs)]
    if lines:
        return drawn
    over = [(w.x0 + w.x1) / 2 for w in words if crosses(w, y)]
    sides = [_ticked(region.vertical, x, y) for x in xs]
    restarts = [False not in pair and True in pair for pair in pairwise(sides)]
    whole = [any(a < x < b for x in over) or _is_filled_over(fills, a, b, y) for a, b in pairwise(xs)]
    return [(d or r) and not w for d, r, w in zip(drawn, restarts, whole, strict=True)]


def _is_filled_over(fills: Sequence[Fill], x0: float, x1: float, y: float) -> bool:
    """Whether one fill, as wide as the column, lies over y: that of a cell merged over it, perhaps a white one."""
    return any(
        abs(f.x0 - x0) <= NEAR and abs(f.x1 - x1) <= NEAR and f.top < y - LEAST_ROW and f.bottom > y + LEAST_ROW
        for f in fills
    )


def _cover(lines: Sequence[Segment], pos: float, start: float, end: float) -> float:
    """Share of [start, end] that lines at `pos` cover."""
    pieces = sorted((max(s.start, start), min(s.end, end)) for s in lines if abs(s.pos - pos) <= NEAR)
    covered, reached = 0.0, start
    for a, b in pieces:
        if b > max(a, reached):
            covered += b - max(a, reached)
            reached = b
    return covered / (end - start) if end > start else 0.0


def _ticked(lines: Sequence[Segment], pos: float, at: float) -> bool | None:
    """Whether the lines at `pos` restart at `at`; None when no line lies there."""
    here = [s for s in lines if abs(s.pos - pos) <= NEAR and s.start - NEAR <= at <= s.end + NEAR]
    if not here:
        return None
    return any(abs(t - at) <= NEAR for s in here for t in s.ticks) or all(
        abs(s.start - at) <= NEAR or abs(s.end - at) <= NEAR for s in here
    )


def _is_drawn(region: Region, x: float) -> bool:
    """Whether a rule lies at x: the edges of shaded cells have no thickness."""
    return any(s.thickness > 0 for s in _on(region.vertical, x))


def _on(lines: Sequence[Segment], pos: float) -> list[Segment]:
    return [s for s in lines if abs(s.pos - pos) <= NEAR]


def _cut_at_gaps(borders: Borders, words: Sequence[Word]) -> Borders:
    """Ruled rows that hold several rows parted by gaps are cut; columns whose text runs on keep one cell over the cut."""
    ys = [borders.ys[0]]
    right: list[list[bool]] = []
    below: list[list[bool]] = []
    for r, (top, bottom) in enumerate(pairwise(borders.ys)):
        inside = [w for w in words if top <= (w.top + w.bottom) / 2 < bottom]
        cuts = find_gaps(inside, borders.xs)
        columns = column_lines(inside, borders.xs) if cuts else []
        for cut in cuts:
            ys.append(cut)
            right.append(list(borders.right[r]))
            below.append([not goes_on(lines, cut) for lines in columns])
        ys.append(bottom)
        right.append(borders.right[r])
        below.append(borders.below[r])
    return Borders(borders.xs, ys, right, below)


def _shading_ends(bands: Sequence[Fill], y: float, x0: float, x1: float) -> bool:
    """Whether a band that covers the unit from x0 to x1 begins or ends at y."""
    wide = 0.8 * (x1 - x0)
    return any(
        min(abs(b.top - y), abs(b.bottom - y)) <= NEAR
        and min(b.x1, x1) - max(b.x0, x0) >= wide
        and b.bottom - b.top > LEAST_ROW
        and ends_there(b, y, bands)
        for b in bands
    )


def _shading_parts(bands: Sequence[Fill], x: float, y0: float, y1: float) -> bool:
    """Whether two shaded areas meet at x in the middle of the unit from y0 to y1 (header cells parted only by their shading)."""
    middle = (y0 + y1) / 2
    here = [b for b in bands if b.top <= middle <= b.bottom]
    return any(abs(b.x1 - x) <= NEAR for b in here) and any(abs(b.x0 - x) <= NEAR for b in here)
