"""Tables whose rows the copying took apart: wrapped labels on lines of their own, then all figures of the row on one line.

Seen where somebody copied a page of a PDF: `5.1.1.01.02.0001Belanja Tunjangan`, `Keluarga PNS`, `350.684.000 29.223.667 …`. Code and
label lose the space between them, figures stand without one (`13.156.738.0001.096.394.833`) or go over several lines. In: lines.
Out: a grid of code, label and figures when many rows in a row have the same number of figures; else nothing.
"""

import re
from typing import NamedTuple

from extractor.model.body import Grid, GridCell
from extractor.readers.dump.grid import line_place

LEAST_FIGURES = 4
LEAST_ROWS = 4
LABEL_LINES = 6
"""A label is wrapped over at most so many lines."""
LONGEST_LABEL = 60
"""Characters of a line of a label; longer ones are running text."""
_FIGURE = re.compile(r"\(?-?\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?\)?|\(?-?\d+(?:,\d{1,2})?\)?|-")
_OF_FIGURES = "0123456789.,()- "
_CODE = re.compile(r"\d+(?:\.\d{1,4}){3,}(?=\s|[A-Za-z]|$)")


class Spread(NamedTuple):
    grid: Grid
    end: int
    """Index of the first line after the table."""


class _Row(NamedTuple):
    line: int
    code: str
    label: list[str]
    figures: list[str]
    end: int


def spread_table_at(lines: list[str], start: int) -> Spread | None:
    """The table whose first row, or whose heading line, begins at index `start`; None when there is none."""
    if "\t" in lines[start]:
        return None
    head = lines[start].split()
    first = _row_at(lines, _past_numbers(lines, start + 1)) if len(head) >= LEAST_FIGURES else None
    titles = head if first is not None and _is_head(head, len(first.figures)) else []
    row = first if titles else _row_at(lines, start)
    if row is None:
        return None
    width = len(row.figures)
    rows = [row]
    while (row := _row_at(lines, rows[-1].end, width)) is not None:
        rows.append(row)
    if width < LEAST_FIGURES or len(rows) < LEAST_ROWS or len({len(r.figures) for r in rows}) > 1:
        return None
    return Spread(_grid(rows, titles, start), rows[-1].end)


def _is_head(words: list[str], width: int) -> bool:
    """Titles of one word, as many as there are figures or a few less; none of them a figure."""
    return width - 2 <= len(words) <= width and all(word.isalpha() for word in words)


def _past_numbers(lines: list[str], at: int) -> int:
    """Past a row of column numbers (`1 3 4 5 …`) below the titles."""
    after = _next(lines, at)
    words = lines[after].split() if after < len(lines) else []
    if words[:1] != ["1"] or not all(word.isdigit() and len(word) <= 2 for word in words):
        return at
    numbers = [int(word) for word in words]
    return after + 1 if numbers == sorted(set(numbers)) else at


def _next(lines: list[str], at: int) -> int:
    while at < len(lines) and not lines[at].strip():
        at += 1
    return at


def _row_at(lines: list[str], at: int, width: int = 0) -> _Row | None:
    """The row that begins at or after index `at`; with `width`, one of so many figures, gathered over several lines."""
    at = start = _next(lines, at)
    code, label, figures = "", list[str](), list[str]()
    while at < len(lines) and len(label) <= LABEL_LINES:
        text = lines[at].strip()
        if not text or "\t" in lines[at]:
            if "\t" in lines[at]:
                return None
            at += 1
            continue
        before, found = _parted(text)
        if before and not (code or label or figures) and (match := _CODE.match(before)):
            code, before = match.group(), before[match.end() :].strip()
        if (figures and before) or len(before) > LONGEST_LABEL:
            return None
        label += [before] if before else []
        figures += found
        at += 1
        if figures and (len(figures) >= width if width else True):
            return _Row(start, code, label, figures, at) if not width or len(figures) == width else None
    return None


def _parted(text: str) -> tuple[str, list[str]]:
    """A line as (text before, figures at its end); one or two figures after words belong to the words."""
    before = text.rstrip(_OF_FIGURES)
    rest = text[len(before) :]
    figures = _FIGURE.findall(rest)
    if not figures or "".join(figures) != rest.replace(" ", ""):
        return text, []
    if before and len(figures) < LEAST_FIGURES:
        return text, []
    return before, figures


def _grid(rows: list[_Row], titles: list[str], start: int) -> Grid:
    width = len(rows[0].figures) + 2
    cells = [
        GridCell(0, width - len(titles) + n, 1, 1, title, (line_place(start + 1),), (title,))
        for n, title in enumerate(titles)
    ]
    top = 1 if titles else 0
    for index, row in enumerate(rows, top):
        place = (line_place(row.line + 1),)
        texts = [row.code, " ".join(row.label), *row.figures]
        lines = [(row.code,), tuple(row.label), *((figure,) for figure in row.figures)]
        cells += [
            GridCell(index, column, 1, 1, text, place, parts if text else ())
            for column, (text, parts) in enumerate(zip(texts, lines, strict=True))
        ]
    return Grid(
        len(rows) + top,
        width,
        tuple(cells),
        (line_place(start + 1),),
        header_rows=top,
        ruled=False,
        doubts=("unruled",),
    )
