"""Which lines of a text are the rows of a table. In: the lines and where to look. Out: raw rows, and where the text goes on.

The grammar (seen in a text copied out of a Word report): a cell is a line that begins with a tab; lines without one continue the cell
above them; a blank line ends the row, two end the table. Cells may hold blank lines themselves (a label set lower than its
neighbours): then text without a tab comes after them in a row that is not yet full. A second grammar is that of a
spreadsheet: one row a line, tabs between its cells.
"""

from typing import NamedTuple

LONGEST_CELL = 400
"""Characters on average: paragraphs that begin with a tab are longer than cells."""
PADDED_LINES = 3
"""A cell whose text stands below blank lines has at most so many lines of it."""
LEAST_COLUMNS = 3
"""Of a table with one row a line: `1.1<tab>Title` is a heading."""


class RawCell(NamedTuple):
    """`line` is the 1-based line it begins on; `texts` are its lines."""

    line: int
    texts: list[str]

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())


RawRow = list[RawCell]


class RawTable(NamedTuple):
    rows: list[RawRow]
    end: int
    """Index of the first line after the table."""


def _blank(line: str) -> bool:
    return not line.strip()


def table_at(lines: list[str], start: int, most_columns: int) -> RawTable | None:
    """The table that begins at index `start`, or None."""
    table = _one_row_a_line(lines, start)
    if table is None and lines[start].startswith("\t"):
        table = _Cells(lines, start).read()
    if table is None or max(map(len, table.rows)) > most_columns:
        return None
    wide = sum(len(row) >= 2 for row in table.rows)
    cells = [cell for row in table.rows for cell in row]
    letters = sum(len(cell.text) for cell in cells)
    return table if wide >= 2 and letters <= LONGEST_CELL * len(cells) else None


def _one_row_a_line(lines: list[str], start: int) -> RawTable | None:
    """Consecutive lines with the same number of tabs, of which some stand between texts."""
    tabs = lines[start].count("\t")
    if tabs < LEAST_COLUMNS - 1 or _blank(lines[start]):
        return None
    end = start
    while end < len(lines) and lines[end].count("\t") == tabs:
        end += 1
    if end - start < 2:
        return None
    rows = [[RawCell(number + 1, [text.strip()]) for text in lines[number].split("\t")] for number in range(start, end)]
    return RawTable(rows, end)


class _Cells:
    """Reads a table of one cell a line."""

    def __init__(self, lines: list[str], start: int) -> None:
        self.lines = lines
        self.at = start
        self.rows: list[RawRow] = []
        self.row: RawRow = []
        self.padded = False

    def read(self) -> RawTable:
        while self.at < len(self.lines) and self._step():
            pass
        self._close()
        return RawTable(self.rows, self.at)

    def _step(self) -> bool:
        """Read one line, or the blank lines here; False at the end of the table."""
        line = self.lines[self.at]
        if _blank(line) and "\t" not in line:
            return self._over_blanks()
        if line.startswith("\t"):
            self.row += [RawCell(self.at + 1, [text.strip()]) for text in line[1:].split("\t")]
        elif self.row:
            self.row[-1].texts.append(line.strip())
        else:
            return False
        self.at += 1
        return True

    def _over_blanks(self) -> bool:
        after = self.at
        while after < len(self.lines) and _blank(self.lines[after]) and "\t" not in self.lines[after]:
            after += 1
        if after == len(self.lines):
            return False
        blanks = after - self.at
        if self.lines[after].startswith("\t"):
            if blanks > 1:
                return False
            self._close()
            self.at = after
            return True
        if not self._inside(blanks, after):
            return False
        self.padded = self.padded or blanks > 1
        self.at = after
        return True

    def _inside(self, blanks: int, after: int) -> bool:
        """Is the text after these blank lines still the last cell's?

        In a row that is not full it is when a cell follows it; in a full one only when earlier cells of the row were so too.
        """
        if not self.row:
            return False
        end = after
        while end < len(self.lines) and not _blank(self.lines[end]) and not self.lines[end].startswith("\t"):
            end += 1
        if blanks > 1 and (self.row[-1].text or end - after > PADDED_LINES):
            return False
        cell_follows = end < len(self.lines) and self.lines[end].startswith("\t")
        return (cell_follows and len(self.row) < self._width()) or self.padded

    def _width(self) -> int:
        return max((len(row) for row in self.rows), default=len(self.row) + 1)

    def _close(self) -> None:
        if self.row:
            self.rows.append(self.row)
        self.row, self.padded = [], False
