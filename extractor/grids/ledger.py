"""Rows of a ledger: codes of accounts printed below each other in one cell without row rules, a figure beside every code.

In come the borders of a region and its words, out come borders with a row for every code. Programs for budgets (Crystal Reports, SIMDA)
rule the columns of such a page and, if at all, only the column of figures. Names, codes or amounts that are stacked in one cell of a
table with ruled rows are left alone: their codes do not deepen, or their figures do not stand on the codes' lines.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extractor.grids.borders import Borders
from extractor.grids.gaps import Printed, column_lines
from extractor.model.page import Word

CODE = re.compile(r"\d{1,2}(?:\s*[.\-]\s*\d{1,4})*\.?")
AMOUNT = re.compile(r"\(?-?(?:\d{1,3}(?:[.,]\d{3})+|0)(?:[.,]\d\d)?\)?")
LEAST_CODES = 4
SHARE = 0.9
"""Of the codes: so many have a figure on their line."""
LEAST_COLUMNS = 3
"""Codes, names and an amount."""
LEVEL = 0.5
"""Of the type size: lines whose middles are this near are one line."""


class Band(NamedTuple):
    """Rows of the borders over which the first column's cell runs, first and last one included."""

    first: int
    last: int


def cut_at_codes(borders: Borders, words: Sequence[Word]) -> Borders:
    """The borders with ledgers cut into their rows; all others as they are."""
    for band in reversed(list(_bands(borders))):
        top, bottom = borders.ys[band.first], borders.ys[band.last + 1]
        inside = [w for w in words if top <= (w.top + w.bottom) / 2 < bottom]
        cuts = _cuts(column_lines(inside, borders.xs), top) if _may_be_ledger(inside, borders.xs) else []
        if cuts:
            borders = _recut(borders, band, cuts)
    return borders


def _may_be_ledger(words: Sequence[Word], xs: Sequence[float]) -> bool:
    """Whether the first of several columns has words enough for its codes."""
    return len(xs) > LEAST_COLUMNS and sum((w.x0 + w.x1) / 2 < xs[1] for w in words) >= LEAST_CODES


def _bands(borders: Borders) -> Iterator[Band]:
    start = 0
    for row, below in enumerate(borders.below):
        if row == len(borders.below) - 1 or below[0]:
            yield Band(start, row)
            start = row + 1


def _cuts(columns: Sequence[Sequence[Printed]], top: float) -> list[float]:
    """Where the rows of a ledger begin, the first one left out when it begins at the top; none when it is no ledger."""
    codes = columns[0]
    if len(codes) < LEAST_CODES or len(columns) < LEAST_COLUMNS or not _deepen([p.text for p in codes]):
        return []
    amounts = [[p for p in lines if AMOUNT.fullmatch(p.text.strip())] for lines in columns[2:]]
    best = max(amounts, key=len)
    if sum(any(_level(c, a) for a in best) for c in codes) < SHARE * len(codes):
        return []
    starts = sorted([*codes, *(a for a in best if not any(_level(c, a) for c in codes))], key=lambda p: p.top)
    printed = [p for lines in columns for p in lines]
    cuts = [_above(start, printed) for start in starts]
    above = [p for p in printed if _middle(p) < cuts[0]]
    return [cut for cut in (cuts if above else cuts[1:]) if cut > top]


def _deepen(texts: Sequence[str]) -> bool:
    """Whether all texts are different codes and at least half of them have one of those above as their beginning or are its sisters."""
    codes = [re.sub(r"\D+", ".", t.strip()).strip(".").split(".") for t in texts if CODE.fullmatch(t.strip())]
    if len(codes) < len(texts) or len({tuple(c) for c in codes}) < len(codes):
        return False
    near = sum(b[: len(a)] == a or a[: len(b) - 1] == b[:-1] for a, b in pairwise(codes))
    return max(map(len, codes)) > 1 and near * 2 >= len(codes) - 1


def _middle(line: Printed) -> float:
    return (line.top + line.bottom) / 2


def _level(a: Printed, b: Printed) -> bool:
    return abs(_middle(a) - _middle(b)) <= LEVEL * min(a.size, b.size)


def _above(start: Printed, printed: Sequence[Printed]) -> float:
    """A place between the lines level with `start` and all lines above them."""
    top = min(_middle(p) for p in printed if _level(start, p))
    before = max((_middle(p) for p in printed if _middle(p) < top), default=start.top - start.size)
    return (max(before, top - 2 * start.size) + top) / 2


def _recut(borders: Borders, band: Band, cuts: Sequence[float]) -> Borders:
    """The borders with the band's own rows replaced by those between the cuts, whole over all columns."""
    ys = [*borders.ys[: band.first + 1], *cuts, *borders.ys[band.last + 1 :]]
    held = [
        _row_at(borders, (a + b) / 2) for a, b in pairwise([borders.ys[band.first], *cuts, borders.ys[band.last + 1]])
    ]
    right = [list(borders.right[r]) for r in held]
    below = [[True] * len(borders.below[0]) for _ in cuts] + [list(borders.below[band.last])]
    return Borders(
        borders.xs,
        ys,
        [*borders.right[: band.first], *right, *borders.right[band.last + 1 :]],
        [*borders.below[: band.first], *below, *borders.below[band.last + 1 :]],
    )


def _row_at(borders: Borders, y: float) -> int:
    return next((r for r, (top, bottom) in enumerate(pairwise(borders.ys)) if top <= y < bottom), len(borders.ys) - 2)
