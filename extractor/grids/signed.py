"""Signatures inside of a table's frame: the last row of a table that holds nothing but place, date, office and name becomes lines.

In comes a body whose grids are joined, out comes one without such rows. Crystal Reports and Excel print the signature of a statement
within the table's outer border, so that it looks like a row merged over all columns (seen in real APBD documents).
"""

import re

from msgspec.structs import replace

from extractor.model.body import Body, Grid, GridCell, Item, Line

PLACE_AND_DATE = re.compile(
    r"[^\W\d_][^\d,]{1,40},[\s.…\d]{0,20}"
    r"(?:jan|feb|mar|apr|mei|may|jun|jul|agu|aug|sep|okt|oct|nov|des|dec)[a-z]*\s+20\d\d\.?",
    re.IGNORECASE,
)
"""`Angkasa, Desember 2031` above a signature ends a table."""
LEAST_ROWS = 3


def cut_signatures(body: Body) -> Body:
    """The body, signatures at the end of tables as lines of their own, where their page begins (else right below the table)."""
    items: list[Item] = []
    waiting: list[Line] = []
    for item in body.items:
        page = item.place.page if isinstance(item, Line) else min(item.pages, default=None)
        due = [line for line in waiting if page is None or (line.place.page or 0) <= page]
        items += due
        waiting = [line for line in waiting if line not in due]
        signature = _signature(item) if isinstance(item, Grid) else None
        if not isinstance(item, Grid) or signature is None:
            items.append(item)
            continue
        cells = tuple(c for c in item.cells if c.row < signature.row)
        items.append(replace(item, n_rows=signature.row, cells=cells))
        waiting.append(Line(signature.text, signature.places[0], bold=signature.bold, boxed=True))
    return Body((*items, *waiting), body.pages)


def _signature(grid: Grid) -> GridCell | None:
    """The only text of the last row that has one, if one of its lines is a place and a date; no cell above reaches into that row."""
    last = max((c.row for c in grid.cells if c.text), default=0)
    held = [c for c in grid.cells if c.row + c.row_span > last]
    texts = [c for c in held if c.text]
    if last < LEAST_ROWS or len(texts) != 1 or any(c.row < last for c in held):
        return None
    return texts[0] if any(PLACE_AND_DATE.fullmatch(line) for line in texts[0].lines) else None
