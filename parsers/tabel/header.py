"""Which rows of a table are its header, and what stands above each column.

In: a `TabelTeks` and how many leading rows the grid builder takes for header (0 when it does not know). Out: the number of
header rows (number rows `1 2 3`, `(1) (2)`, `(100-6)` counted), the path of header texts above every column from the top
group to the leaf, and which later rows repeat the header.
"""

import re

from parsers.tabel import kamus
from parsers.tabel.teks import TabelTeks, clean, column_numbers, glue, is_figure

MAX_HEADER = 8
SAME = 3
"""A row of the body that prints so many header labels is a header of its own."""
LONG = 90
"""A header cell is rarely longer (letters); a sentence is."""
BARE_ENUMERATION = re.compile(r"^\W*([ivx]{1,4}|\d{1,3}|[a-z])\W*$", re.I)
SENTENCE = re.compile(r"(?i)^\W*(misi|visi|tujuan|sasaran)\s*\w{0,4}\s*:|.{110}")
"""A text inside the header block that heads no column: `Misi 2: …` under three header cells."""
CODED_NAME = re.compile(r"^\W*\d{1,2}(?:[.]\d{1,3}){2,}\W+[^\W\d]")
"""A programme code before a name: no label of a column."""
YEAR_ONLY = re.compile(r"^\W*(tahun|th\.?|thn\.?)?\W*(19|20)\d\d\W*(\(.{1,12}\))?$", re.I)


def header_rows(table: TabelTeks, hint: int = 0) -> int:
    """Number of leading rows that are header; 0 for a list without one."""
    limit = min(MAX_HEADER, table.n_rows - 1)
    start = _bands(table)
    if start >= table.n_rows or _is_data(table, start, first=True):
        return _trusted_hint(table, 0, hint)
    height = _grow(table, start, limit)
    return _trusted_hint(table, height, hint)


def _grow(table: TabelTeks, start: int, limit: int) -> int:
    height = start + 1
    if _is_all_header(table, start):
        return table.n_rows
    while height < limit:
        covered = _covered_to(table, start, height)
        if covered > height and covered <= limit:
            height = covered
        elif _numbers_columns(table, height):
            return height + 1
        elif _is_sub_header(table, height):
            height += 1
        else:
            break
    return min(height, max(limit, start + 1))


def _is_all_header(table: TabelTeks, start: int) -> bool:
    """A header alone, its body lost or on the next page: its cells reach to the last row, and all other rows are header words."""
    reach = sum(r == start and r + h >= table.n_rows > start + 1 for r, _, h, _ in table.spans)
    below = [text for row in table.rows[start + 1 :] for text in row if text.strip()]
    return reach >= SAME and bool(below) and all(map(_is_header_word, below))


def _bands(table: TabelTeks) -> int:
    """Leading rows of one cell over the full width (`Misi 1: …`): they stand above the header proper."""
    row = 0
    while row < min(3, table.n_rows - 2) and is_band(table, row) and _vocabulary(table, row + 1) >= 2:
        row += 1
    return row


def is_band(table: TabelTeks, row: int) -> bool:
    """One text over (nearly) the full width, or a single text in an otherwise empty row of three or more columns."""
    cells = [(c, t) for c, t in enumerate(table.rows[row]) if t.strip()]
    if len(cells) != 1:
        return False
    col = cells[0][0]
    width = table.size(row, col)[1]
    return width >= max(2, table.n_cols - 1)


def titles(table: TabelTeks, height: int) -> list[str]:
    """The texts of header rows that are one cell over all columns: the table's title, printed inside it."""
    return [clean(table.rows[r][0]) for r in range(height) if table.size(r, 0)[1] == table.n_cols > 1]


def _covered_to(table: TabelTeks, start: int, height: int) -> int:
    """How far cells that begin in the first header rows reach down (a sasaran merged over the body begins below them)."""
    reach = [r + h for r, _, h, _ in table.spans if start <= r < height]
    return max(reach, default=height)


def _trusted_hint(table: TabelTeks, height: int, hint: int) -> int:
    """The builder's number is believed for rows that do not look like data; a last one over the full width heads a group of rows."""
    while hint > height and hint <= table.n_rows and is_band(table, hint - 1):
        hint -= 1
    if hint <= height or hint >= table.n_rows:
        return height
    extra = range(height, hint)
    return hint if all(not _is_data(table, r, first=False) for r in extra) else height


def _vocabulary(table: TabelTeks, row: int) -> int:
    """How many cells of a row are known header words."""
    return sum(1 for text in table.rows[row] if text.strip() and _is_header_word(text))


def _is_header_word(text: str) -> bool:
    glued = glue(text)
    if not glued or len(glued) > LONG:
        return False
    known = kamus.kelas(glued) or kamus.PENGUBAH.match(glued) or kamus.BULAN.match(glued)
    return bool(known or YEAR_ONLY.match(clean(text)) or kamus.periode(text) or kamus.TAHUN_KE.match(clean(text)))


def _is_data(table: TabelTeks, row: int, first: bool) -> bool:
    """The row holds figures, a name with its code or the colon of a form, or numbers its first cell.

    Years and column numbers are no figures.
    """
    cells = [clean(text) for text in table.rows[row]]
    filled = [text for text in cells if text]
    if not filled or column_numbers(cells) or _numbers_periods(table, row):
        return False
    if ":" in filled or any(map(CODED_NAME.match, filled)):
        return True
    figures = sum(1 for text in filled if is_figure(text) and not YEAR_ONLY.match(text))
    numbered = bool(cells[0]) and bool(re.match(r"^\W*(\d{1,3}|[ivx]{1,4})\W*$", cells[0], re.I))
    if first:
        return (figures > 0 and _vocabulary(table, row) <= figures) or (numbered and _vocabulary(table, row) < 2)
    return figures > 0 or numbered


def _is_sub_header(table: TabelTeks, row: int) -> bool:
    """A further header row: every own text is a header word or short label under a group, no figures, first column empty.

    One cell over all columns (`Misi 1 : …`) heads a group of rows.
    """
    cells = [(c, clean(t)) for c, t in enumerate(table.rows[row]) if t.strip()]
    if not cells or table.size(row, 0)[1] == table.n_cols or _is_data(table, row, first=False):
        return False
    if _numbers_periods(table, row):
        return True
    known = sum(1 for _, text in cells if _is_header_word(text))
    if known * 2 < len(cells):
        return False
    grouped = any(_under_group(table, row, c) for c, _ in cells)
    return grouped and (cells[0][0] > 0 or known == len(cells))


def _numbers_periods(table: TabelTeks, row: int) -> bool:
    """`I II III IV` (or `1 2 3 4`) under a group header `Triwulan`: numbers of quarters, neither figures nor column numbers."""
    cells = [(c, clean(t)) for c, t in enumerate(table.rows[row]) if t.strip()]
    return (
        row > 0 and len(cells) >= 2 and all(kamus.periode_below(_group_over(table, row, c), text) for c, text in cells)
    )


def _group_over(table: TabelTeks, row: int, col: int) -> str:
    """The text above a position; in a group that was ruled instead of merged, the nearest one at its left."""
    while col > 0 and not table.over(row - 1, col).strip():
        col -= 1
    return clean(table.over(row - 1, col))


def _numbers_columns(table: TabelTeks, row: int) -> bool:
    return column_numbers(table.rows[row]) and not _numbers_periods(table, row)


def _under_group(table: TabelTeks, row: int, col: int) -> bool:
    """The cell above spans several columns, or is blank beside a filled one (a group that was ruled instead of merged)."""
    r, c = table.owner(row - 1, col)
    if table.size(r, c)[1] > 1:
        return True
    above = table.rows[row - 1]
    if not above[col].strip():
        return True
    return col + 1 < len(above) and not above[col + 1].strip()


def blocks(table: TabelTeks, height: int) -> list[tuple[int, int]]:
    """(first row, row below) of every header: the table's own, and changed ones inside it (`Tujuan …`, further down `Sasaran …`)."""
    labels = {glued for row in table.rows[:height] for text in row if (glued := glue(text)) and not glued.isdigit()}
    found = [(0, height)]
    row = height
    while row < table.n_rows - 1:
        filled = [glued for text in table.rows[row] if (glued := glue(text)) and not glued.isdigit()]
        same = sum(glued in labels for glued in filled)
        if height and same >= SAME and same * 2 > len(filled):
            end = _grow(table, row, min(row + MAX_HEADER, table.n_rows - 1))
            found.append((row, end))
            row = end
        else:
            row += 1
    return found


def paths(table: TabelTeks, height: int, start: int = 0) -> list[tuple[str, ...]]:
    """For each column the header texts above it, top to leaf; a merged cell counts once; number rows and bands do not."""
    rows = [r for r in range(start, height) if not _numbers_columns(table, r) and not is_band(table, r)]
    filled = {r: _filled_right(table, r, rows) for r in rows}
    result: list[tuple[str, ...]] = []
    for col in range(table.n_cols):
        path: list[str] = []
        seen: set[tuple[int, int]] = set()
        for row in rows:
            owner = table.owner(row, filled[row].get(col, col))
            text = clean(table.rows[owner[0]][owner[1]])
            if text and owner not in seen and text not in path[-1:] and not (path and SENTENCE.match(text)):
                path.append(text)
            seen.add(owner)
        result.append(tuple(path))
    return result


def _filled_right(table: TabelTeks, row: int, rows: list[int]) -> dict[int, int]:
    """Columns whose blank group cell belongs to the group at their left (ruled instead of merged, or one column short)."""
    below = [r for r in rows if r > row]
    result: dict[int, int] = {}
    if not below:
        return result
    source: int | None = None
    for col in range(table.n_cols):
        owner = table.owner(row, col)
        has_leaf = any(table.rows[r][col].strip() and table.owner(r, col) == (r, col) for r in below)
        if table.rows[owner[0]][owner[1]].strip():
            source = owner[1] if has_leaf and owner[0] == row and table.size(*owner)[0] == 1 else None
        elif has_leaf and source is not None and owner == (row, col):
            result[col] = source
        else:
            source = None
    return result


def repeats(table: TabelTeks, height: int) -> frozenset[int]:
    """Rows of the body that print the header (or a number row) again."""
    headers = [_key(table.rows[r]) for r in range(height)]
    known = {key for key in headers if len(key) >= 2}
    found = set()
    for row in range(height, table.n_rows):
        key = _key(table.rows[row])
        if len(key) >= 2 and (key in known or (column_numbers(table.rows[row]) and _numbers_only(table, row, height))):
            found.add(row)
    return frozenset(found)


def _key(row: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(glued for glued in map(glue, row) if glued)


def _numbers_only(table: TabelTeks, row: int, height: int) -> bool:
    """A second number row is one only where the header has one too, or the columns hold text elsewhere."""
    if any(_numbers_columns(table, r) for r in range(height)):
        return True
    texts = [
        c
        for c in range(table.n_cols)
        if sum(len(glue(table.rows[r][c])) > 12 for r in range(height, table.n_rows)) >= 2
    ]
    return any(table.rows[row][c].strip() for c in texts)
