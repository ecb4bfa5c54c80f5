"""Is the first row at the top of a page the rest of the row that the page end cut? In come two grids of one table, out comes yes or no.

What tells a rest (seen in real reports): it has no number of its own where every row has one, no figure where the row before has its
own, no total, no group title; its text goes on in the columns in which the row before has text. A row with neither is empty, and then
it is always a rest.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from extractor.grids.whole import Whole
from extractor.model.body import Grid, GridCell, dense

FIGURE = re.compile(r"(?:Rp\.?\s*)?[-(]?\d[\d.,\s]*[)%]?(?:,-)?(?:\s*[A-Za-z]+){0,2}\.?|-\s*[A-Za-z]*", re.IGNORECASE)
"""A figure, perhaps with its unit: `350 Orang`, `24 perangkat daerah`, `- dok`."""
NUMBER = re.compile(
    r"\(?\d{1,3}[.,)]*|[ivxlc]+[.)]|[a-z][.)]|(?:[ivxlc]+|\d{1,2})(?:\.\d{1,2}){1,5}\.?|(?-i:[IVX]+|[A-Z])",
    re.IGNORECASE,
)
"""A row's own number, letter or number in parts (`VIII.1`), alone in its cell."""
MARK = re.compile(r"\(?(\d{1,3})[.)]\s*\S")
"""A number at the head of a text."""
LIST = re.compile(r"(?:\(?\d{1,2}[.)]|[a-z][.)]|[-•])\s*\S")
"""The mark of a list at the head of a text."""
TOTAL = re.compile(r"\W*(?:sub\W*|grand\W*)?(?:jumlah|total|rata\W*rata)\b", re.IGNORECASE)
GROUP = re.compile(r"(?:misi|tujuan|sasaran|program|kegiatan|bidang|urusan)\s+(?:[IVX]+|\d+)\b", re.IGNORECASE)
"""What a group row begins with: `MISI III :`."""
CUT = re.compile(r"(?:Rp\.?\s*)?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*\1(\d{0,2})", re.IGNORECASE)
"""A figure that stops inside its last group of thousands."""
DECIMALS = re.compile(r"[-(]?\d[\d.]*,(\d{1,3})")
LEAST_CUT = 2
"""Figures whose decimals the page end cuts in one row: one alone may be chance."""
DIGIT = re.compile(r"\d")
DIGITS = re.compile(r"\d{1,3}(?![.,]?\d)")
CONTINUES = re.compile(r"[a-z(/,;:.&)%]")
OFTEN = 0.3
"""Share of a column's texts that begin small."""
USUAL, ALWAYS = 0.6, 0.95
"""Shares of a column's filled cells (of all rows) that make a pattern the column's own (a rule without exception)."""
FINISHED = re.compile(r"[.;:]\s*$")
LEAST_ROWS, SOME_ROWS, MANY_ROWS = 3, 5, 8
GROUP_DIGITS = 3
MANY = 3
"""Cells that all begin like new ones."""


NUMBER_CELL = re.compile(r"\(?\d{1,2}\)?")
TITLED_NUMBER = re.compile(r"No(?:mor)?\.?\s*(\(\d{1,2}\))", re.IGNORECASE)
"""The title of the first column with its number in one cell: `No. (1)`."""


class Edge(NamedTuple):
    """What stands on both sides of a page end. `last`: texts that cover the last row, `own`: those that begin in it.

    `rows`: those above the page end, `after`: those below the first row there.
    """

    rows: list[list[str]]
    last: list[str]
    own: list[str]
    first: list[str]
    spans: dict[int, int]
    after: list[list[str]]

    @property
    def body(self) -> list[list[str]]:
        """All rows with a text but the first one below the page end."""
        return [row for row in (*self.rows, *self.after) if any(row)]

    @property
    def filled(self) -> list[int]:
        return [c for c, t in enumerate(self.first) if t]


def is_number_row(texts: list[str]) -> bool:
    """`1 2 3 6 7 8 9`, `(1) (2) (3)`: at least three short numbers and nothing else."""
    filled = [t.strip() for t in texts if t.strip()]
    if filled and (titled := TITLED_NUMBER.fullmatch(filled[0])):
        filled[0] = titled[1]
    return len(filled) >= 3 and all(NUMBER_CELL.fullmatch(t) for t in filled) and len(set(filled)) == len(filled)


def covering(grid: Grid, row: int) -> dict[int, GridCell]:
    """The cells that cover a row, by their first column."""
    return {c.col: c for c in grid.cells if c.row <= row < c.row + c.row_span}


def edge_between(a: Grid, b: Grid, repeated: int) -> Edge:
    """Both sides of the page end between a and the rows of b below its `repeated` header rows."""
    last, own = [""] * a.n_cols, [""] * a.n_cols
    for cell in covering(a, a.n_rows - 1).values():
        last[cell.col] = cell.text.strip()
        own[cell.col] = cell.text.strip() if cell.row_span == 1 else ""
    first = [t.strip() for t in dense(b)[repeated]]
    spans = {c.col: c.col_span for c in b.cells if c.row == repeated}
    above, after = dense(a)[max(repeated, 1) :], dense(b)[repeated + 1 :]
    return Edge(
        [[t.strip() for t in r] for r in above], last, own, first, spans, [[t.strip() for t in r] for r in after]
    )


def _columns_where(rows: Sequence[Sequence[str]], pattern: re.Pattern[str]) -> set[int]:
    found = set()
    for col in range(len(rows[0]) if rows else 0):
        filled = [r[col] for r in rows if r[col]]
        if filled and sum(bool(pattern.fullmatch(t)) for t in filled) >= USUAL * len(filled):
            found.add(col)
    return found


def _leading(rows: Sequence[Sequence[str]]) -> list[int]:
    """The columns at the left that hold the rows' own numbers."""
    numbered = _columns_where(rows, NUMBER)
    leading: list[int] = []
    while len(leading) in numbered:
        leading.append(len(leading))
    return leading


def _lacks_its_number(edge: Edge, leading: Sequence[int]) -> bool:
    """Whether every row has a number of its own (in one column, or in one of the leading ones) and this one has none."""
    if _alone_below_a_number(edge):
        return True
    rows = edge.body
    if len(rows) < LEAST_ROWS:
        return False
    counting = [c for c in _columns_where(rows, NUMBER) if _counts_up([r[c] for r in rows])]
    groups = [[c] for c in counting] + ([list(leading)] if leading else [])
    for columns in groups:
        numbered = sum(any(NUMBER.fullmatch(r[c]) for c in columns) for r in rows)
        if numbered >= ALWAYS * len(rows) and not any(edge.first[c] for c in columns):
            return True
    return False


def _alone_below_a_number(edge: Edge) -> bool:
    """Whether one text stands below a row with a number of its own, in a table whose rows all have one."""
    numbered = [bool(NUMBER.fullmatch(r[0])) for r in edge.rows]
    body = numbered[numbered.index(True) :] if True in numbered else []
    alone = len(edge.filled) == 1 and bool(edge.own[edge.filled[0]]) and not _twice(edge)
    return alone and not edge.first[0] and bool(body) and all(body)


def _counts_up(texts: Sequence[str]) -> bool:
    """Whether the numbers of a column rise by one nearly from row to row: figures of up to three digits do not."""
    numbers = [int(d) for t in texts if (d := t.strip("().,")) and d.isdigit()]
    steps = [b - a for a, b in pairwise(numbers)]
    return bool(steps) and sum(s == 1 for s in steps) >= USUAL * len(steps)


def _counts_on(edge: Edge, col: int) -> bool:
    """Whether the texts of a column are numbered row by row and this one has the next number."""
    marks = [int(m[1]) for r in edge.rows if (m := MARK.match(r[col]))]
    mark = MARK.match(edge.first[col])
    if mark is None or not marks or int(mark[1]) != marks[-1] + 1:
        return False
    return len(marks) == 1 or any(b == a + 1 for a, b in pairwise(marks))


def _lacks_its_mark(edge: Edge) -> bool:
    """Whether the only text stands in a column whose texts are marked as a list (`2) ...`), and has no mark."""
    if len(edge.filled) != 1 or edge.spans.get(edge.filled[0], 1) > 1:
        return False
    col = edge.filled[0]
    texts = [r[col] for r in edge.body if r[col]]
    marked = sum(bool(LIST.match(t)) for t in texts)
    return marked >= max(LEAST_ROWS, USUAL * len(texts)) and bool(edge.own[col]) and not LIST.match(edge.first[col])


def _is_tail(edge: Edge) -> bool:
    """Whether one text alone lacks the name that every row has in the first column, or is a single word where all others have more."""
    col = edge.filled[0]
    if len(edge.filled) > 1 or edge.spans.get(col, 1) > 1 or not edge.own[col] or FINISHED.search(edge.own[col]):
        return False
    if col and len(edge.body) >= SOME_ROWS and all(row[0] for row in edge.body):
        return True
    return is_stub(edge.first[col], [row[col] for row in edge.body])


def is_stub(text: str, others: Sequence[str]) -> bool:
    """Whether a text is a single word where all others of its column, many of them, have more."""
    filled = [other.strip() for other in others if other.strip()]
    return text.isalpha() and len(filled) >= MANY_ROWS and all(" " in other for other in filled)


def _fills_a_blank(edge: Edge) -> bool:
    """Whether one text alone stands below the only cell that the last row leaves empty, in a table whose rows fill all of these columns."""
    col, rows = edge.filled[0], edge.body
    if len(edge.filled) > 1 or edge.last[col] or len(rows) < SOME_ROWS:
        return False
    usual = [c for c in range(len(edge.first)) if sum(bool(r[c]) for r in rows) >= USUAL * len(rows)]
    return col in usual and len(usual) >= SOME_ROWS and all(edge.own[c] for c in usual if c != col)


def _lacks_most(edge: Edge) -> bool:
    """Whether half of the columns that every row fills, or more of them, are empty here, and no figure is printed anew."""
    rows = edge.body
    always = [c for c in range(len(edge.first)) if edge.own[c] and sum(bool(r[c]) for r in rows) >= ALWAYS * len(rows)]
    if len(rows) < SOME_ROWS or len(always) < SOME_ROWS or len(edge.filled) < 2 or _twice(edge):
        return False
    return sum(not edge.first[c] for c in always) * 2 >= len(always) and all(edge.last[c] for c in edge.filled)


def _is_group_title(edge: Edge) -> bool:
    """One text over several columns: a group row or a total, unless its sentence began above the page end."""
    col = edge.filled[0]
    goes_on = edge.first[col][0].islower() and edge.own[col]
    return len(edge.filled) == 1 and edge.spans.get(col, 1) > 1 and not goes_on


def _begins_like_others(edge: Edge) -> bool:
    """Whether texts of two columns begin with the word that most texts of their column begin with (`Persentase`, `Program`)."""
    return sum(_has_usual_head(edge.first[c], [row[c] for row in edge.body if row[c]]) for c in edge.filled) >= 2


def _has_usual_head(text: str, others: Sequence[str]) -> bool:
    head = text.split()[0].casefold()
    same = sum(other.split()[0].casefold() == head for other in others)
    return head.isalpha() and len(head) > 3 and len(others) >= SOME_ROWS and same >= USUAL * len(others)


def _is_in_capitals(edge: Edge) -> bool:
    """Whether the only text is in capitals and that above it is not: a title."""
    col = edge.filled[0]
    return (
        len(edge.filled) == 1 and edge.first[col].isupper() and " " in edge.first[col] and not edge.own[col].isupper()
    )


def _is_row_of_its_own(edge: Edge, leading: Sequence[int]) -> bool:
    filled = edge.filled
    if GROUP.match(edge.first[filled[0]]) or _is_in_capitals(edge) or _begins_like_others(edge):
        return True
    numbered = any(NUMBER.fullmatch(edge.first[c]) for c in leading) or any(_counts_on(edge, c) for c in filled)
    return numbered or _is_group_title(edge) or any(TOTAL.match(edge.first[c]) for c in filled)


def cut_figures(edge: Edge) -> list[int]:
    """The columns whose figure the page end cuts: inside a group of thousands (`2.422.000.00` and `0` below it), or its decimals.

    A lone digit below `85,9` may be a figure of its own; where each figure below makes a decimal that its column prints, none is.
    """
    thousands = [c for c in edge.filled if completes(edge.own[c], edge.first[c])]
    if thousands:
        return thousands
    figures = [c for c in edge.filled if FIGURE.fullmatch(edge.first[c])]
    return figures if len(figures) >= LEAST_CUT and all(_completes_decimals(edge, c) for c in figures) else []


def _completes_decimals(edge: Edge, col: int) -> bool:
    others = {
        len(match[1]) for row in edge.body if row[col] != edge.own[col] and (match := DECIMALS.fullmatch(row[col]))
    }
    cut, digits = DECIMALS.fullmatch(edge.own[col]), DIGITS.fullmatch(edge.first[col])
    return cut is not None and digits is not None and others == {len(cut[1]) + len(digits[0])}


def completes(above: str, below: str) -> bool:
    """Whether digits below a figure that stops inside its last group of thousands fill that group."""
    cut, digits = CUT.fullmatch("".join(above.split())), DIGITS.match(below)
    return cut is not None and digits is not None and len(cut[2]) + len(digits[0]) == GROUP_DIGITS


def is_rest(edge: Edge, whole: Whole | None = None) -> bool:
    """Whether the row below the page end is the rest of the row above it. `whole`: names printed in one piece elsewhere."""
    leading = _leading(edge.rows)
    if not edge.filled or cut_figures(edge):
        return True
    if whole is not None and all(whole.completes(edge.own[c], edge.first[c]) for c in edge.filled):
        return True
    if _is_row_of_its_own(edge, leading) or len(_figures_twice(edge)) >= MANY:
        return False
    if (
        _lacks_its_number(edge, leading)
        or _lacks_its_mark(edge)
        or _is_tail(edge)
        or _lacks_most(edge)
        or _fills_a_blank(edge)
    ):
        return True
    return _goes_on(edge, _columns_where(edge.rows, FIGURE) - set(leading))


def _twice(edge: Edge) -> bool:
    """Whether a figure stands on both sides of the page end in one column."""
    return bool(_figures_twice(edge))


def _figures_twice(edge: Edge) -> list[int]:
    """The columns in which a figure stands on both sides of the page end: no row has so many figures twice."""
    return [c for c in edge.filled if FIGURE.fullmatch(edge.first[c]) and FIGURE.fullmatch(edge.own[c])]


def _goes_on(edge: Edge, figures: set[int]) -> bool:
    """Whether the texts below go on where those above stop.

    A cell merged over several rows goes on below the page end whether or not the row is cut: others tell, where there are such.
    """
    named = [c for c in edge.filled if c not in figures]
    single = [c for c in named if edge.own[c] or not edge.last[c]]
    named = single or named
    begins = [c for c in named if not CONTINUES.match(edge.first[c])]
    if _twice(edge) or any(not edge.last[c] for c in named) or len(begins) == len(named) >= MANY:
        return False
    if any(DIGIT.search(edge.first[c]) for c in figures & set(edge.filled)):
        return not begins
    return any(edge.own[c] for c in figures) or (not edge.first[0] and len(begins) < len(named))
