"""Header cells that hold a title and, under it, a label for each of their columns: in come borders and words, out come borders.

Word draws no rule between a group's title and its labels where the cells have no border (seen in real reports, `Capaian Tahun` over
`2014 2015 2016`). Such a row is two: the title over all columns of the group, the labels below it, each in its own column; cells
beside them reach over both.
"""

from collections.abc import Sequence

from extractor.grids.borders import Borders
from extractor.grids.pieces import find_pieces
from extractor.grids.text import group_lines
from extractor.model.page import Word

ROWS = 2
"""Rows at the top in which titles stand."""
LEAST_STRIP = 1.0
"""Points of white between a title and its labels."""


def cut_titles(borders: Borders, words: Sequence[Word]) -> Borders:
    """The borders with one more row where a title stands over the labels of its columns."""
    for r in range(min(ROWS, len(borders.ys) - 2)):
        groups = [(a, b, y) for a, b in _merged(borders, r) if (y := _under_title(borders, words, r, a, b)) is not None]
        if groups:
            borders = _cut(borders, r, groups)
    return borders


def _merged(borders: Borders, r: int) -> list[tuple[int, int]]:
    """First and last columns of the row's cells that hold several columns."""
    runs, start = [], 0
    for c, parted in enumerate(borders.right[r]):
        if parted or c == len(borders.xs) - 2:
            if c > start:
                runs.append((start, c))
            start = c + 1
    return runs


def _under_title(borders: Borders, words: Sequence[Word], r: int, first: int, last: int) -> float | None:
    """Where the labels begin under the title of a merged cell; None when it holds no such two."""
    xs, top, bottom = borders.xs, borders.ys[r], borders.ys[r + 1]
    held = [
        w for w in words if top <= (w.top + w.bottom) / 2 < bottom and xs[first] <= (w.x0 + w.x1) / 2 < xs[last + 1]
    ]
    lines = group_lines(held)
    at = next((i for i, line in enumerate(lines) if i and _labels(line, xs[first : last + 2])), None)
    if at is None or any(len(find_pieces(line)) != 1 for line in lines[:at]):
        return None
    over = any(p.x0 < x < p.x1 for line in lines[:at] for p in find_pieces(line) for x in xs[first + 1 : last + 1])
    above, below = max(w.bottom for line in lines[:at] for w in line), min(w.top for w in lines[at])
    return (above + below) / 2 if over and below - above >= LEAST_STRIP else None


def _labels(line: Sequence[Word], xs: Sequence[float]) -> bool:
    """Whether a line has exactly one label in each column."""
    pieces = find_pieces(line)
    if len(pieces) != len(xs) - 1:
        return False
    return all(xs[i] <= p.x0 and p.x1 <= xs[i + 1] for i, p in enumerate(pieces))


def _cut(borders: Borders, r: int, groups: Sequence[tuple[int, int, float]]) -> Borders:
    y = max(cut for _, _, cut in groups)
    inside = {c for first, last, _ in groups for c in range(first, last + 1)}
    labels = [parted or (c in inside and c + 1 in inside) for c, parted in enumerate(borders.right[r])]
    return Borders(
        borders.xs,
        [*borders.ys[: r + 1], y, *borders.ys[r + 1 :]],
        [*borders.right[: r + 1], labels, *borders.right[r + 1 :]],
        [*borders.below[:r], [c in inside for c in range(len(borders.xs) - 1)], *borders.below[r:]],
    )
