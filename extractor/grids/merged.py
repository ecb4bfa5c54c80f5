"""Which merged cells the page end cuts: in come two grids of one table, out come the columns whose text goes on below.

Word draws a cell that is merged over the page end as two, and lets its text flow from one to the other. The row itself may be
another one (that is `rest`'s job), so a cell that goes on is known by what stands in it and beside it.
"""

import re

from extractor.grids.rest import NUMBER, OFTEN, covering, is_number_row, is_stub
from extractor.grids.whole import Whole
from extractor.model.body import Grid, GridCell, dense

LEAST_TEXTS = 3
"""Texts of a column that show how its texts begin."""
LEAST_ROWS, LEAST_COMPANY = 3, 2
"""Rows and columns that show what is never filled alone."""
HEADER = 6
"""Rows at the top of a table that may be its header."""
DIGIT = re.compile(r"\d")


def going_on(a: Grid, b: Grid, repeated: int, whole: Whole | None = None) -> set[int]:
    """The columns whose cell above the page end goes on in the first row of b below its `repeated` header rows.

    The cell below is empty, continues the sentence or completes a name that the report prints whole elsewhere. Merged cells are
    nested: where one goes on, those as high below the page end go on, too, in whatever letters, unless a figure as high on both sides is
    printed anew beside them; cells without any text with them. A cell of another shading is a new one, and what is no higher
    at its right begins with it.
    """
    above = covering(a, a.n_rows - 1)
    painted = other_shading(above, b, repeated)
    first = [c for c in b.cells if c.row == repeated and _same_place(above.get(c.col), c) and c.col not in painted]
    single = b.n_rows > repeated + 1
    going = {
        c.col: c.row_span
        for c in first
        if _sentence_goes_on(a, b, above[c.col], c, single)
        or (whole is not None and whole.completes(above[c.col].text, c.text))
        or (single and _is_stub(a, b, c))
        or (c.text and single and _lacks_its_company(a, b, repeated, c))
    }
    least = min((span for span in going.values() if span > 1), default=0)
    fresh = {
        (above[c.col].row_span, c.row_span) for c in first if DIGIT.search(c.text) and DIGIT.search(above[c.col].text)
    }
    nested = {
        c.col
        for c in first
        if least and c.row_span >= least and c.text and not DIGIT.search(c.text)
        if not any(
            c.col > p.col and c.row_span <= p.row_span for p in b.cells if p.row == repeated and p.col in painted
        )
        if (above[c.col].row_span, c.row_span) not in fresh
    }
    return set(going) | nested | _blank(above, b, repeated, least)


def other_shading(above: dict[int, GridCell], b: Grid, repeated: int) -> set[int]:
    """The columns whose cells on both sides of the page end have a text and of which only one is shaded.

    Rows of alternate shading, or cells shaded by hand: the page end does not change the colour of a cell.
    """
    return {
        c.col
        for c in b.cells
        if c.row == repeated and c.text and _same_place(above.get(c.col), c) and above[c.col].shaded != c.shaded
    }


def _blank(above: dict[int, GridCell], b: Grid, repeated: int, least: int) -> set[int]:
    """The columns of merged cells that are empty on both sides of the page end, beside one that goes on."""
    return {
        c.col
        for c in b.cells
        if c.row == repeated and least and c.row_span >= least and not c.text
        if (over := above.get(c.col)) is not None
        and over.row_span > 1
        and over.col_span == c.col_span
        and not over.text
    }


def _same_place(above: GridCell | None, below: GridCell) -> bool:
    return above is not None and above.col_span == below.col_span and bool(above.text)


def _sentence_goes_on(a: Grid, b: Grid, above: GridCell, below: GridCell, single: bool) -> bool:
    """A cell of one row on each side is known by its first letter: small where those of all other rows are capital."""
    small = bool(re.match(r"[a-z]", below.text)) and not _begins_anew(b, below)
    if above.row_span > 1 or below.row_span > 1:
        return not below.text or (small and not _often_small(a, b, below))
    return small and single and _begin_capital(a, b, below)


def _others(a: Grid, b: Grid, below: GridCell) -> list[str]:
    """The other texts of a cell's column below its first label."""
    above = [c.text for c in a.cells if c.col == below.col and c.text and c.row]
    return above + [c.text for c in b.cells if c.col == below.col and c.text and c.row > below.row]


def _often_small(a: Grid, b: Grid, below: GridCell) -> bool:
    """Whether names of a column often begin small, so that a small letter says nothing."""
    others = _others(a, b, below)
    return sum(text[0].islower() for text in others) > OFTEN * len(others)


def _is_stub(a: Grid, b: Grid, below: GridCell) -> bool:
    """Whether a cell holds a single word in a column of names with more, and nothing stands at its left."""
    left = [c.text for c in b.cells if c.row == below.row and c.col < below.col]
    return not any(left) and is_stub(below.text.strip(), _others(a, b, below))


def _begins_anew(b: Grid, below: GridCell) -> bool:
    """Whether a text or number at the left of a cell begins its row: merged cells are nested, those at the right of a new one are new."""
    left = [c.text.strip() for c in b.cells if c.row == below.row and c.col < below.col]
    return any(NUMBER.fullmatch(text) or (text[:1].isupper() and re.search(r"[^\W\d_]{3}", text)) for text in left)


def _begin_capital(a: Grid, b: Grid, below: GridCell) -> bool:
    """Whether all texts of a cell's column but its own begin with a capital letter or a figure, several of them above the page end."""
    above = [c for c in a.cells if c.col == below.col and c.text]
    return len(above) >= LEAST_TEXTS and not any(text[0].islower() for text in _others(a, b, below))


def _lacks_its_company(a: Grid, b: Grid, repeated: int, cell: GridCell) -> bool:
    """Whether columns that are filled in the rows of this one and in no others are all empty here (a name without unit and target).

    A text that stands alone in its row is the title of a group or a total.
    """
    body = dense(a)
    body = body[max(repeated, *(r + 1 for r, row in enumerate(body[:HEADER]) if is_number_row(row)), 0) :]
    rows = [r for r in body if r[cell.col].strip()]
    others = [r for r in body if not r[cell.col].strip()]
    if len(rows) < LEAST_ROWS or DIGIT.search(cell.text):
        return False
    company = [
        c
        for c in range(a.n_cols)
        if c != cell.col and all(r[c].strip() for r in rows) and not any(r[c].strip() for r in others)
    ]
    here = dense(b)[repeated]
    if sum(bool(t.strip()) for t in here) < LEAST_COMPANY:
        return False
    return len(company) >= LEAST_COMPANY and not any(here[c].strip() for c in company)
