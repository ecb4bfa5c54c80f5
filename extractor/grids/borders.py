"""Where rows and columns of a ruled area begin: from rules, from places where rules restart, from edges of shading.

In come a region, the bands of its page and its words, out come the sorted positions of its borders across and along. Which of the unit
cells between them are parted from their neighbours is the job of `units`.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from extractor.grids.regions import Region
from extractor.grids.segments import Segment
from extractor.grids.text import group_lines
from extractor.model.page import Fill, Word

LEAST_ROW = 4.6
"""Points: a strip lower than this holds no text and is no row (double rules, padding strips)."""
LEAST_COLUMN = 4.6
NEAR = 2.2
"""Points: a line this near to a border lies on it."""
OPENING = 0.5
"""Points: white this wide between pieces is meant to be seen."""
GROUP_ROWS = 0.25
"""Of a table's lines: so many may run over a column that only gaps show."""
CROSS = 1.5
"""Points: a word that reaches further than this over a line on both sides crosses it."""


class Borders(NamedTuple):
    """`xs`, `ys`: borders of columns and rows, outer ones included.

    `right[r][c]`: unit (r, c) is parted from (r, c + 1); `below[r][c]`: from (r + 1, c).
    """

    xs: list[float]
    ys: list[float]
    right: list[list[bool]]
    below: list[list[bool]]


def _cluster(values: Iterable[tuple[float, float]], least: float) -> list[float]:
    """Positions, each the weighted middle of those nearer than `least`; values are (position, weight)."""
    clusters: list[list[tuple[float, float]]] = []
    for value in sorted(values):
        if clusters and value[0] - clusters[-1][0][0] < least:
            clusters[-1].append(value)
        else:
            clusters.append([value])
    return [sum(p * w for p, w in c) / sum(w for _, w in c) for c in clusters]


def _is_cut_at_borders(line: Segment, known: Sequence[float]) -> bool:
    """Whether a line is drawn cell by cell: it restarts at (nearly) every known border that it crosses.

    LibreOffice cuts long borders into equal pieces wherever it likes; such restarts say nothing.
    """
    crossed = [k for k in known if line.start + NEAR < k < line.end - NEAR]
    if crossed:
        return sum(any(abs(t - k) <= NEAR for t in line.ticks) for k in crossed) >= 0.8 * len(crossed)
    if line.opening >= OPENING:
        return True
    ends = (line.start, *line.ticks, line.end)
    lengths = [b - a for a, b in pairwise(ends)]
    return max(lengths) - min(lengths) > NEAR


def _restarts(lines: Sequence[Segment], known: Sequence[float], least: float) -> list[tuple[float, float]]:
    """Places where at least two lines (or all of one or two) that are drawn cell by cell restart and no rule lies."""
    lines = [s for s in lines if s.ticks and _is_cut_at_borders(s, known)]
    ticks = sorted(t for line in lines for t in line.ticks)
    found = []
    need = 2 if len(lines) > 2 else 1
    for group in _grouped(ticks):
        middle = sum(group) / len(group)
        at = bisect_left(known, middle)
        near = min((abs(k - middle) for k in known[max(at - 1, 0) : at + 1]), default=least)
        if len(group) >= need and near >= least:
            found.append((middle, float(len(group))))
    return found


def _grouped(ticks: Sequence[float]) -> list[list[float]]:
    groups: list[list[float]] = []
    for tick in ticks:
        if groups and tick - groups[-1][-1] <= 1.0:
            groups[-1].append(tick)
        else:
            groups.append([tick])
    return groups


def _known(lines: Sequence[Segment], low: float, high: float, least: float) -> list[float]:
    """Borders from the lines on them and the ends of the area."""
    return _cluster([(s.pos, s.length) for s in lines] + [(low, 0.1), (high, 0.1)], least)


def find_rows(region: Region, bands: Sequence[Fill], words: Sequence[Word]) -> list[float]:
    """Row borders: rules, restarts of the vertical rules, edges of shading.

    A restart that a word crosses, or that would leave a row without a word, is none: Word breaks vertical rules at page
    positions of its own.
    """
    known = _known(region.horizontal, region.bbox[1], region.bbox[3], LEAST_ROW)
    extra = [e for e in _restarts(region.vertical, known, LEAST_ROW) if not any(crosses(w, e[0]) for w in words)]
    edges = _band_edges(bands, region, words)
    xs = find_columns(region, words)
    ys = list(known)
    for y in _cluster(extra + edges, LEAST_ROW):
        at = bisect_left(ys, y)
        free = 0 < at < len(ys) and min(y - ys[at - 1], ys[at] - y) >= LEAST_ROW
        if free and _parts_words(words, xs, ys[at - 1], y, ys[at]):
            ys.insert(at, y)
    return ys


def _parts_words(words: Sequence[Word], xs: Sequence[float], top: float, y: float, bottom: float) -> bool:
    """Whether words stand above and below y in columns where none stands over it (a cell merged over y, the parts of a fraction)."""
    column = [bisect_left(xs, (w.x0 + w.x1) / 2) for w in words]
    over = {c for w, c in zip(words, column, strict=True) if crosses(w, y)}
    middles = [(w.top + w.bottom) / 2 for w, c in zip(words, column, strict=True) if c not in over]
    return any(top <= m < y for m in middles) and any(y <= m < bottom for m in middles)


def crosses(word: Word, y: float) -> bool:
    return word.top < y - CROSS and word.bottom > y + CROSS


def find_columns(region: Region, words: Sequence[Word]) -> list[float]:
    """Column borders: rules, or gaps in the horizontal rules of a table that draws (nearly) no vertical ones.

    Where columns are ruled, a gap elsewhere parts what belongs to one column (a number and its name, seen in real reports).
    """
    known = _known(region.vertical, region.bbox[0], region.bbox[2], LEAST_COLUMN)
    extra = _restarts(region.horizontal, known, LEAST_COLUMN)
    if len(extra) > 2 * (len(known) - 2):
        most = max(1.0, GROUP_ROWS * len(group_lines(words)))
        extra = [e for e in extra if crossings(words, e[0]) <= most]
    if len(extra) <= 2 * (len(known) - 2):
        return known
    return _cluster([(k, 1000.0) for k in known] + extra, LEAST_COLUMN)


def crossings(words: Sequence[Word], x: float) -> int:
    """How many words reach over x: those of group rows that run over all columns."""
    return sum(1 for w in words if w.x0 < x - 1 and w.x1 > x + 1)


def _band_edges(bands: Sequence[Fill], region: Region, words: Sequence[Word]) -> list[tuple[float, float]]:
    """Upper and lower edges of shading that spans half of the area or a whole column, where the shading really ends.

    An edge that a word under it crosses is that of a text line's own shading.
    """
    x0, top, x1, bottom = region.bbox
    columns = list(pairwise(_known(region.vertical, x0, x1, LEAST_COLUMN)))
    edges = []
    for band in bands:
        wide = min(band.x1, x1) - max(band.x0, x0)
        whole = any(band.x0 <= a + NEAR and band.x1 >= b - NEAR for a, b in columns)
        if not (whole or wide >= 0.5 * (x1 - x0)) or band.bottom <= top or band.top >= bottom:
            continue
        for y in (band.top, band.bottom):
            crossed = any(crosses(w, y) and band.x0 <= (w.x0 + w.x1) / 2 <= band.x1 for w in words)
            if top + LEAST_ROW < y < bottom - LEAST_ROW and ends_there(band, y, bands) and not crossed:
                edges.append((y, wide))
    return edges


def ends_there(band: Fill, y: float, bands: Sequence[Fill]) -> bool:
    """Whether no band of the same colour goes on beyond the band's edge y."""
    beyond = y + NEAR if abs(band.bottom - y) <= NEAR else y - NEAR
    middle = (band.x0 + band.x1) / 2
    return not any(
        b is not band and b.colour == band.colour and b.top < beyond < b.bottom and b.x0 <= middle <= b.x1
        for b in bands
    )
