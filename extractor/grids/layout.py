"""Lines of pieces become rows and cells of an unruled table: header, group headers, rows that begin with their figures.

A row begins on the line that holds its figures (tables are set top-aligned), or on a line whose first column begins a new entry. Text
that runs on past that line, in small letters and without a break, belongs to the cell above, which then spans both rows.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from extractor.grids.rivers import Core, columns_of, edges_between, find_cores
from extractor.model.body import Grid, GridCell, Line, Piece
from extractor.model.place import Place, rounded, union

FIGURE = re.compile(r"(?:Rp\.?\s*)?[-(]?\d[\d.,]*\)?\s*%?|-", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)\d\d")
MARK = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[IVXLC]+)[.)]?")
CODE = re.compile(r"\d[\d.\s]*\d")


class Entry(NamedTuple):
    """A piece of the body in its column."""

    line: int
    col: int
    text: str


def _texts(line: Line) -> list[str]:
    return [p.text for p in line.pieces]


def _is_body_start(line: Line) -> bool:
    """A line with a figure that is no year: the header is over."""
    texts = _texts(line)
    figures = [t for t in texts if FIGURE.fullmatch(t) and t != "-"]
    return bool(figures) and not all(YEAR.fullmatch(t) for t in figures)


def split_header(lines: Sequence[Line]) -> int:
    """How many leading lines are header: bold ones before lighter ones, else those before the first figures."""
    bold = next((i for i, line in enumerate(lines) if not line.bold), len(lines))
    if 0 < bold < len(lines):
        return bold
    return next((i for i, line in enumerate(lines) if _is_body_start(line)), 1)


def _figure_columns(entries: Sequence[Entry], n_cols: int) -> set[int]:
    found = set()
    for col in range(n_cols):
        texts = [e.text for e in entries if e.col == col]
        if col and len(texts) >= 2 and sum(bool(FIGURE.fullmatch(t)) for t in texts) * 10 >= 6 * len(texts):
            found.add(col)
    return found


def _row_starts(entries: Sequence[Entry], n_lines: int, figures: set[int]) -> list[int]:
    """Line numbers on which rows begin, the first one included."""
    held: list[dict[int, str]] = [{} for _ in range(n_lines)]
    for entry in entries:
        held[entry.line][entry.col] = entry.text
    starts = [0]
    for number in range(1, n_lines):
        line = held[number]
        with_figures = any(c in figures and FIGURE.fullmatch(t) for c, t in line.items())
        first = line.get(0, "")
        begins = bool(first) and (bool(MARK.fullmatch(first)) or first[:1].isupper() or bool(CODE.fullmatch(first)))
        named = any(c not in figures and c > 0 and t[:1].isupper() for c, t in line.items())
        if with_figures or (begins and named and not figures) or (begins and named and 0 not in held[number - 1]):
            starts.append(number)
    return starts


def _place(lines: Sequence[Line], x0: float, x1: float) -> Place:
    box = union([line.place.bbox for line in lines if line.place.bbox is not None])
    return Place(lines[0].place.page, rounded((x0, box[1], x1, box[3])))


def _cell(
    row: int, col: int, texts: Sequence[str], place: Place, spans: tuple[int, int] = (1, 1), bold: bool = False
) -> GridCell:
    return GridCell(row, col, spans[0], spans[1], " ".join(texts), (place,), tuple(texts), bold)


def _header_cells(lines: Sequence[Line], cores: Sequence[Core], edges: Sequence[float]) -> tuple[list[GridCell], int]:
    """Header cells and the number of header rows: two where a piece stands over several columns, else one."""
    placed = [(number, *columns_of(p, cores), p.text) for number, line in enumerate(lines) for p in line.pieces]
    groups = _groups([(a, b) for _, a, b, _ in placed if a != b])
    rows = 2 if groups else 1
    cells = []
    taken: set[int] = set()
    for start, end in groups:
        inside = [p for p in placed if start <= p[1] and p[2] <= end]
        last = max(p[0] for p in inside if p[1] != p[2])
        above = [p[3] for p in inside if p[0] <= last]
        place = _place(lines, edges[start], edges[end + 1])
        cells.append(_cell(0, start, above, place, (1, end - start + 1), bold=True))
        for col in range(start, end + 1):
            below = [p[3] for p in inside if p[0] > last and p[1] == col]
            cells.append(_cell(1, col, below, _place(lines, edges[col], edges[col + 1]), bold=True))
        taken.update(range(start, end + 1))
    for col in set(range(len(cores))) - taken:
        texts = [p[3] for p in placed if p[1] == col]
        cells.append(_cell(0, col, texts, _place(lines, edges[col], edges[col + 1]), (rows, 1), bold=True))
    return cells, rows


def _groups(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Column ranges of group headers; ranges that overlap are one."""
    groups: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if groups and start <= groups[-1][1]:
            groups[-1] = (groups[-1][0], max(groups[-1][1], end))
        else:
            groups.append((start, end))
    return groups


class _Column(NamedTuple):
    """One cell of a body column: its first and last row and its texts."""

    row: int
    end: int
    texts: list[str]


def _column_cells(entries: Sequence[Entry], col: int, row_of: Sequence[int], figures: set[int]) -> list[_Column]:
    """The cells of one column; a text that runs on over the start of a row spans both rows."""
    cells: list[_Column] = []
    last_line = -2
    for entry in sorted((e for e in entries if e.col == col), key=lambda e: e.line):
        row = row_of[entry.line]
        runs_on = col not in figures and entry.line == last_line + 1 and entry.text[:1].islower()
        if cells and (cells[-1].end == row or runs_on):
            cells[-1] = _Column(cells[-1].row, row, [*cells[-1].texts, entry.text])
        else:
            cells.append(_Column(row, row, [entry.text]))
        last_line = entry.line
    return cells


def build_layout(lines: Sequence[Line]) -> Grid | None:
    """The grid of a run of lines, or None when its pieces stand in no columns."""
    header = split_header(lines)
    head, body = lines[:header], lines[header:]
    if not head or not body:
        return None
    cores = find_cores([line.pieces for line in head], [line.pieces for line in body])
    if len(cores) < 2:
        return None
    edges = edges_between(cores)
    entries = [Entry(n, _column(p, cores), p.text) for n, line in enumerate(body) for p in line.pieces]
    entries = _joined(entries)
    figures = _figure_columns(entries, len(cores))
    starts = _row_starts(entries, len(body), figures)
    row_of = [sum(1 for s in starts if s <= n) - 1 for n in range(len(body))]
    cells, header_rows = _header_cells(head, cores, edges)
    for col in range(len(cores)):
        for part in _column_cells(entries, col, row_of, figures):
            held = [line for n, line in enumerate(body) if part.row <= row_of[n] <= part.end]
            place = _place(held, edges[col], edges[col + 1])
            cells.append(_cell(part.row + header_rows, col, part.texts, place, (part.end - part.row + 1, 1)))
    whole = _place(lines, edges[0], edges[-1])
    ordered = tuple(sorted(cells, key=lambda c: (c.row, c.col)))
    return Grid(header_rows + len(starts), len(cores), ordered, (whole,), header_rows, ruled=False, doubts=("unruled",))


def _column(piece: Piece, cores: Sequence[Core]) -> int:
    return columns_of(piece, cores)[0]


def _joined(entries: Sequence[Entry]) -> list[Entry]:
    """Pieces of one line that stand in one column are one entry."""
    joined: dict[tuple[int, int], str] = {}
    for entry in entries:
        key = (entry.line, entry.col)
        joined[key] = f"{joined[key]} {entry.text}" if key in joined else entry.text
    return [Entry(line, col, text) for (line, col), text in joined.items()]
