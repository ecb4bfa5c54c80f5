"""Rows that only a gap parts inside one ruled row: in comes the ruled grid's columns and a band's words, out come cuts.

Seen in real reports: a body without row rules, its rows parted by a blank line. A cut is a white strip across the name column and
all columns of figures, below which a new row begins: figures in nearly all of those columns on one line. Values stacked in one ruled
cell are left alone: there is no such strip across the names, or there are too few columns of figures to be sure.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from extractor.grids.text import group_lines, line_text
from extractor.model.page import Word

FIGURE = re.compile(r"[-(]?\d[\d.,]*\)?\s*(%|[A-Za-z]+)?")
LEAST_FIGURE_COLUMNS = 4
SHARE = 0.75
"""Of the figure columns: so many must begin a row together."""
STRIP = 0.35
"""Of the type size: white strips lower than this are line spacing."""


class Printed(Struct, frozen=True):
    """A printed line in one column."""

    top: float
    bottom: float
    size: float
    text: str


def column_lines(words: Sequence[Word], xs: Sequence[float]) -> list[list[Printed]]:
    """The printed lines of each column, from top to bottom."""
    inner = sorted(xs[1:-1])
    held: list[list[Word]] = [[] for _ in xs[:-1]]
    for word in words:
        middle = (word.x0 + word.x1) / 2
        held[bisect_right(inner, middle)].append(word)
    return [[_printed(line) for line in group_lines(column)] for column in held]


def _printed(line: Sequence[Word]) -> Printed:
    if len(line) == 1:
        (word,) = line
        return Printed(word.top, word.bottom, word.size, word.text)
    return Printed(min(w.top for w in line), max(w.bottom for w in line), max(w.size for w in line), line_text(line))


def _strips(columns: Sequence[Sequence[Printed]]) -> list[tuple[float, float]]:
    """White strips across all the columns, as (top, bottom), high enough to part rows."""
    spans = sorted((p.top, p.bottom) for column in columns for p in column)
    least = STRIP * max((p.size for column in columns for p in column), default=0.0)
    strips: list[tuple[float, float]] = []
    reached = spans[0][1] if spans else 0.0
    for top, bottom in spans:
        if top - reached >= least:
            strips.append((reached, top))
        reached = max(reached, bottom)
    return strips


def find_gaps(words: Sequence[Word], xs: Sequence[float]) -> list[float]:
    """Where rows begin inside a ruled band that holds `words`: positions in white strips, top to bottom."""
    # A column of names beside columns of figures, two lines in each of these.
    if len(xs) - 1 <= LEAST_FIGURE_COLUMNS or len(words) < 2 * LEAST_FIGURE_COLUMNS:
        return []
    columns = column_lines(words, xs)
    figures = [c for c, lines in enumerate(columns) if len(lines) >= 2 and _mostly_figures(lines)]
    if len(figures) < LEAST_FIGURE_COLUMNS or figures[0] == 0:
        return []
    parted = [columns[c] for c in range(figures[0] - 1, len(columns)) if columns[c]]
    cuts = []
    for top, bottom in _strips(parted):
        begun = sum(1 for c in figures if _begins(columns[c], bottom))
        if begun >= SHARE * len(figures):
            cuts.append((top + bottom) / 2)
    return cuts


def _mostly_figures(lines: Sequence[Printed]) -> bool:
    return sum(bool(FIGURE.fullmatch(p.text.strip())) for p in lines) * 2 > len(lines)


def _begins(lines: Sequence[Printed], below: float) -> bool:
    """Whether the column's first line below a strip stands on the row's first line and is a figure."""
    first = next((p for p in lines if p.top >= below - 1), None)
    return first is not None and first.top - below <= 0.6 * first.size and bool(FIGURE.fullmatch(first.text.strip()))


def goes_on(lines: Sequence[Printed], cut: float) -> bool:
    """Whether a column's text runs over a cut: nothing begins below it, or what stands there continues the line above."""
    above = [p for p in lines if p.bottom <= cut + 1]
    below = [p for p in lines if p.top >= cut - 1]
    straddles = any(p.top < cut - 1 and p.bottom > cut + 1 for p in lines)
    if straddles or not below:
        return True
    return bool(above) and below[0].text[:1].islower() and below[0].top - above[-1].bottom < 0.8 * below[0].size
