"""Raw rows become a grid: which cells were merged, in which columns a short row stands. In: rows. Out: a `Grid`.

A text keeps the cells of a merge that goes down (they are empty) and drops those of one that goes to the right (the row is short). A
heading over several columns is placed by the row below it: where that is empty the heading goes down; the rest is shared out.
"""

from collections import Counter

from extractor.model.body import Grid, GridCell
from extractor.model.place import Place
from extractor.readers.dump.rows import RawCell, RawRow, RawTable

_Spans = list[int]


def line_place(number: int) -> Place:
    """The place of a 1-based line."""
    return Place(page=None, path=f"line[{number}]")


def grid_of(table: RawTable) -> Grid:
    """The table as a grid; every cell stands once."""
    rows = table.rows
    width = _width(rows)
    leaf = _leaf_row(rows, width)
    spans = [
        _heading_spans(row, rows[index + 1], width) if index < leaf else _row_spans(row, width)
        for index, row in enumerate(rows)
    ]
    placed = _placed(rows, spans, leaf)
    cells = [
        GridCell(row, col, down, across, cell.text, (line_place(cell.line),), tuple(t for t in cell.texts if t))
        for (row, col), (cell, down, across) in sorted(placed.items())
    ]
    return Grid(len(rows), width, tuple(cells), (line_place(rows[0][0].line),), header_rows=leaf + 1 if leaf else 0)


def _width(rows: list[RawRow]) -> int:
    """The most frequent length of a row, the larger of two."""
    lengths = Counter(len(row) for row in rows)
    common = max(lengths, key=lambda length: (lengths[length], length))
    # A longer row with text in every cell has columns of its own; one with empty cells at its end was padded.
    longest = max(rows, key=len)
    return max(common, max((n for n, cell in enumerate(longest, 1) if cell.text), default=1))


def _leaf_row(rows: list[RawRow], width: int) -> int:
    """The index of the last heading row when headings go over several rows, else 0.

    Rows of the head are short, or followed by one that is empty where they go down and full where they do not.
    """
    leaf = 0
    while (
        leaf + 1 < len(rows) and leaf < 3 and len(rows[leaf]) < width and all(c.text for c in rows[leaf] if leaf == 0)
    ):
        leaf += 1
    if leaf and len(rows[leaf]) != width:
        return 0
    return leaf


def _heading_spans(row: RawRow, below: RawRow, width: int) -> _Spans:
    """How many columns each heading of a short row covers."""
    missing = width - len(row)
    if missing <= 0:
        return [1] * width
    runs = _runs(below)
    singles = sum(not run for run in runs)
    groups = [run for run in runs if run]
    shared = len(row) - singles
    if len(below) != width or not groups or singles == 0 or not len(groups) <= shared <= sum(map(len, groups)):
        return [1] * (len(row) - 1) + [missing + 1]
    parts = iter(_shared_out(groups, shared))
    return [span for run in runs for span in (next(parts) if run else [1])]


def _runs(row: RawRow) -> list[list[str]]:
    """The row as runs of texts that stand side by side; an empty cell is an empty run."""
    runs: list[list[str]] = []
    for cell in row:
        if cell.text and runs and runs[-1]:
            runs[-1].append(cell.text)
        else:
            runs.append([cell.text] if cell.text else [])
    return runs


def _shared_out(groups: list[list[str]], headings: int) -> list[_Spans]:
    """`headings` over runs of columns: a run is parted where a column's title comes again, else evenly, the last one first."""
    parts = [_parted(group) for group in groups]
    if sum(map(len, parts)) == headings:
        return parts
    parts = [[len(group)] for group in groups]
    extra = headings - len(groups)
    for index in sorted(range(len(groups)), key=lambda i: -len(groups[i])):
        count = min(extra + 1, len(groups[index]))
        parts[index] = _even(len(groups[index]), count)
        extra -= count - 1
    return parts


def _parted(titles: list[str]) -> _Spans:
    spans: _Spans = []
    seen: set[str] = set()
    for title in titles:
        if not spans or title.casefold() in seen:
            spans.append(0)
            seen = set()
        spans[-1] += 1
        seen.add(title.casefold())
    return spans


def _even(columns: int, parts: int) -> _Spans:
    return [columns // parts + (1 if n >= parts - columns % parts else 0) for n in range(parts)]


def _row_spans(row: RawRow, width: int) -> _Spans:
    """A short row below the head: its first text is a label over the columns that are missing (`Jumlah`), figures stay right."""
    missing = width - len(row)
    if missing <= 0:
        return [1] * width
    label = next((n for n, cell in enumerate(row) if cell.text), 0)
    return [1 + missing if n == label else 1 for n in range(len(row))]


def _placed(rows: list[RawRow], spans: list[_Spans], leaf: int) -> dict[tuple[int, int], tuple[RawCell, int, int]]:
    """(cell, rows down, columns across) by row and column. An empty cell below a merge that goes down is part of it.

    Below the head a cell goes down where everything to the left of it does: a number, a goal, and then the rows under them.
    """
    placed: dict[tuple[int, int], tuple[RawCell, int, int]] = {}
    above: dict[int, tuple[int, int]] = {}
    for index, (row, widths) in enumerate(zip(rows, spans, strict=True)):
        current: dict[int, tuple[int, int]] = {}
        column, leading = 0, True
        covered = index > leaf + 1 or 0 < index <= leaf
        # A row that is empty all over is a row of its own: nothing says what would go down into it.
        covered = covered and any(cell.text for cell in row)
        for cell, across in zip(row[: len(widths)], widths, strict=False):
            key = above.get(column)
            leading = leading and not cell.text
            down = covered and not cell.text and across == 1 and (leading or index <= leaf)
            if down and key is not None and placed[key][2] == 1 and placed[key][0].text:
                first, rows_down, _ = placed[key]
                placed[key] = (first, rows_down + 1, 1)
                current[column] = key
            else:
                placed[index, column] = (cell, 1, across)
                current[column] = (index, column)
            column += across
        above = current
    return placed
