"""Lines of pieces become rows and cells of an unruled table: header, group headers, rows that begin with their figures.

A row begins on the line that holds its figures (tables are set top-aligned), or on a line whose first column begins a new entry. Text
that runs on past that line, in small letters and without a break, belongs to the cell above, which then spans both rows.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from extractor.grids.agree import COLUMNS, UNRULED, doubts_of
from extractor.grids.headings import Columns, Title, find_groups
from extractor.grids.pieces import with_currency
from extractor.grids.rest import TOTAL
from extractor.grids.rivers import Core, columns_of, edges_between, find_cores
from extractor.model.body import Grid, GridCell, Line, Piece
from extractor.model.place import Place, rounded, union

FIGURE = re.compile(r"(?:Rp\.?\s*)?[-(]?\d[\d.,]*-?\)?\s*%?|-", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)\d\d")
MARK = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[IVXLC]+)[.)]?")
LIST_MARK = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z])[.)]")
CODE = re.compile(r"\d[\d.\s]*\d")
GRADE = re.compile(r"(?:AA|A|BB|B|CC|C|D)(?:\s*\([\d.,]+\))?")
BRACKET = re.compile(r"\(\d[\d.,]*\)")
"""A grade, perhaps with its score, and a score on the line below its grade: `B` over `(76,70)`."""
LISTED = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s")
"""How an item of a list begins."""

CLOSEST, LEADING = 1.1, 1.3
"""Times the type size: lines of one cell are usually not nearer (single lines that are sit unevenly), and never further apart."""
OFF_EDGE = 4.0
"""Points from the left edge of a column's entries: a text that begins further right is centred over something."""
WIDER = 1.35
"""Times the step between lines of one cell: a larger step is a gap between rows."""


class Entry(NamedTuple):
    """A piece of the body in its column."""

    line: int
    col: int
    text: str
    x0: float
    span: int = 1


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
    figures = next((i for i, line in enumerate(lines) if _is_body_start(line)), 1)
    return min(bold, max(figures, 1)) if 0 < bold < len(lines) else figures


def figure_columns(entries: Sequence[Entry], n_cols: int) -> set[int]:
    found = set()
    for col in range(n_cols):
        texts = [e.text for e in entries if e.col == col]
        if col and len(texts) >= 2 and sum(bool(FIGURE.fullmatch(t)) for t in texts) * 10 >= 6 * len(texts):
            found.add(col)
    return found


def _row_starts(entries: Sequence[Entry], lines: Sequence[Line], figures: set[int]) -> list[int]:
    """Line numbers on which rows begin, the first one included.

    Where a larger gap stands above every line of figures, the gaps part the rows, and nothing else does.
    """
    held: list[dict[int, str]] = [{} for _ in lines]
    for entry in entries:
        held[entry.line][entry.col] = entry.text
    certain = _certain(held, figures)
    gaps = _after_gaps(lines)
    tops = {n for n, (a, b) in enumerate(pairwise(lines), 1) if a.place.page != b.place.page}
    if gaps and certain - tops - {0} <= gaps:
        return sorted({0} | gaps | {n for n in tops if n in certain or len(held[n]) > len(held[n - 1])})
    heads = {held[n][0].split()[0] for n in certain if held[n].get(0)}
    starts = {0, *certain}
    for number in range(1, len(lines)):
        first = held[number].get(0, "")
        named = any(c not in figures and c > 0 and t[:1].isupper() for c, t in held[number].items())
        if first and named and number not in starts and (_begins(first, heads) or not figures):
            starts.add(number)
    return sorted(starts)


def _certain(held: Sequence[dict[int, str]], figures: set[int]) -> set[int]:
    """Lines with figures or at least two grades; scores in brackets right below grades go on with their row."""
    found: set[int] = set()
    for n, texts in enumerate(held):
        own = {c: t for c, t in texts.items() if c in figures}
        above = held[n - 1] if n else {}
        graded = sum(bool(GRADE.fullmatch(t)) for t in own.values()) >= 2
        scores = bool(own) and all(BRACKET.fullmatch(t) and GRADE.fullmatch(above.get(c, "")) for c, t in own.items())
        if not scores and (graded or any(FIGURE.fullmatch(t) for t in own.values())):
            found.add(n)
    return found


def _after_gaps(lines: Sequence[Line]) -> set[int]:
    """Lines that stand clearly further below the line before than lines of one cell do; a new page counts as no gap."""
    steps: dict[int, float] = {}
    for number, (a, b) in enumerate(pairwise(lines), 1):
        if a.place.page == b.place.page and a.place.bbox is not None and b.place.bbox is not None:
            steps[number] = b.place.bbox[1] - a.place.bbox[1]
    close = min((s for s in steps.values() if s > 0), default=0.0)
    size = lines[0].size
    return {n for n, s in steps.items() if s > WIDER * min(max(close, CLOSEST * size), LEADING * size)}


def _begins(first: str, heads: set[str]) -> bool:
    """Whether a text of the first column begins an entry: a mark, a word, or a code that begins as those of certain rows do.

    The second half of a broken code does not (seen: `2.01` over `2.01.01.01 01.27`), nor its last number (`20` below `2.01`).
    """
    if heads and all(LIST_MARK.fullmatch(h) for h in heads) and LISTED.match(first):
        return True
    coded = bool(heads) and all(CODE.fullmatch(h) and "." in h for h in heads)
    if CODE.fullmatch(first) and (coded or not MARK.fullmatch(first)):
        return first.split()[0] in heads
    return bool(MARK.fullmatch(first)) or first[:1].isupper()


def _places(lines: Sequence[Line], x0: float, x1: float) -> tuple[Place, ...]:
    """The boxes of some lines between x0 and x1, one a page."""
    places = []
    for page in dict.fromkeys(line.place.page for line in lines):
        box = union([i.place.bbox for i in lines if i.place.page == page and i.place.bbox is not None])
        places.append(Place(page, rounded((x0, box[1], x1, box[3]))))
    return tuple(places)


def _cell(
    row: int,
    col: int,
    texts: Sequence[str],
    places: tuple[Place, ...],
    spans: tuple[int, int] = (1, 1),
    bold: bool = False,
) -> GridCell:
    return GridCell(row, col, spans[0], spans[1], " ".join(texts), places, tuple(texts), bold)


def _header_cells(lines: Sequence[Line], cores: Sequence[Core], edges: Sequence[float]) -> tuple[list[GridCell], int]:
    """Header cells and the number of header rows: two where a piece stands over several columns, else one."""
    titles = [Title(n, *columns_of(p, cores), p) for n, line in enumerate(lines) for p in line.pieces]
    groups = find_groups(titles, Columns(cores, edges))
    rows = 2 if any(group.split(titles)[1] for group in groups) else 1
    cells = []
    taken: set[int] = set()
    for group in groups:
        above, below = group.split(titles)
        place = _places(lines, edges[group.start], edges[group.end + 1])
        cells.append(_cell(0, group.start, above, place, (1, group.end - group.start + 1), bold=True))
        for col in range(group.start, group.end + 1 if rows > 1 else group.start):
            texts = [t.piece.text for t in below if t.first == col]
            cells.append(_cell(1, col, texts, _places(lines, edges[col], edges[col + 1]), bold=True))
        taken.update(range(group.start, group.end + 1))
    for col in set(range(len(cores))) - taken:
        texts = [t.piece.text for t in titles if t.first == col]
        cells.append(_cell(0, col, texts, _places(lines, edges[col], edges[col + 1]), (rows, 1), bold=True))
    return cells, rows


class _Column(NamedTuple):
    """One cell of a body column: its first and last row, its texts and how many columns they stand over."""

    row: int
    end: int
    texts: list[str]
    span: int


def _rests(entries: Sequence[Entry], starts: Sequence[int]) -> set[Entry]:
    """Entries on lines where a row begins that are the rest of the line above.

    Rows under a numbered one show which columns they fill (seen: quarters beside a programme's name); what one of them holds besides,
    right below a text of the same column, is the end of that text.
    """
    filled: dict[int, set[int]] = {}
    for entry in entries:
        filled.setdefault(entry.line, set()).add(entry.col)
    under = [n for n in starts if 0 not in filled.get(n, {0})]
    usual = Counter(frozenset(filled[n]) for n in under)
    found: set[tuple[int, int]] = set()
    for line in under:
        own = frozenset(filled[line])
        inner = [u for u in usual if u < own and usual[u] >= usual[own] and own - u <= filled.get(line - 1, set())]
        if inner:
            found |= {(line, c) for c in own - max(inner, key=len)}
    return {e for e in entries if (e.line, e.col) in found}


def _column_cells(
    column: Sequence[Entry], row_of: Sequence[int], gaps: set[int], rests: set[Entry] | None
) -> list[_Column]:
    """The cells of one column; a text that runs on over the start of a row (without a gap) spans both rows.

    `rests`: entries known to be the rest of a text; None for a column of figures, where nothing runs on.
    """
    cells: list[_Column] = []
    last: Entry | None = None
    for entry in sorted(column, key=lambda e: e.line):
        row = row_of[entry.line]
        near = last is not None and entry.line == last.line + 1 and entry.line not in gaps
        runs_on = near and rests is not None and (entry in rests or _goes_on(entry.text))
        if cells and (cells[-1].end == row or runs_on):
            cells[-1] = _Column(cells[-1].row, row, [*cells[-1].texts, entry.text], max(cells[-1].span, entry.span))
        else:
            cells.append(_Column(row, row, [entry.text], entry.span))
        last = entry
    return cells


def _goes_on(text: str) -> bool:
    return text[:1].islower() and not LISTED.match(text)


def build_layout(lines: Sequence[Line]) -> Grid | None:
    """The grid of a run of lines, or None when its pieces stand in no columns."""
    lines = [replace(line, pieces=with_currency(line.pieces)) for line in lines]
    header = split_header(lines)
    head = lines[:header]
    body = [i for i in lines[header:] if not _repeats(i, lines[: header + 1])]
    if not head or not body:
        return None
    cores = find_cores([line.pieces for line in head], [line.pieces for line in body])
    cores = _with_marks(cores, head, body)
    return lay_out(head, body, cores, lines) if len(cores) >= 2 else None


def _with_marks(cores: list[Core], head: Sequence[Line], body: Sequence[Line]) -> list[Core]:
    """The columns; list marks (`1.`) and the names behind them are one where one title begins above the marks."""
    if len(cores) < 3:
        return cores
    marks = [p.text for line in body for p in line.pieces if columns_of(p, cores) == (0, 0)]
    titled = [p for line in head for p in line.pieces if columns_of(p, cores)[0] == 0]
    both = bool(titled) and all(columns_of(p, cores)[1] == 1 for p in titled)
    if both and marks and all(LIST_MARK.fullmatch(text) for text in marks):
        return [Core(cores[0].x0, cores[1].x1), *cores[2:]]
    return cores


def lay_out(
    head: Sequence[Line],
    body: Sequence[Line],
    cores: Sequence[Core],
    lines: Sequence[Line],
    anew: Collection[int] = (),
) -> Grid:
    """The grid of header and body lines in known columns; `lines`: all of it, repeated header lines included.

    `anew`: body lines on which rows are known to begin, where no figures tell. A table whose `head` is empty has its header elsewhere.
    """
    edges = edges_between(cores)
    entries = _joined([_entry(n, p, cores) for n, line in enumerate(body) for p in line.pieces])
    entries = _with_totals(entries, body, cores)
    figures = figure_columns(entries, len(cores))
    starts = _row_starts(entries, body, figures)
    if anew and not figures:
        starts = sorted({0, *anew})
    gaps = _after_gaps(body)
    row_of = [sum(1 for s in starts if s <= n) - 1 for n in range(len(body))]
    rests = _rests(entries, starts)
    cells, header_rows = _header_cells(head, cores, edges) if head else ([], 0)
    for col in range(len(cores)):
        column = [e for e in entries if e.col == col]
        for part in _column_cells(column, row_of, gaps, None if col in figures else rests):
            held = [line for n, line in enumerate(body) if part.row <= row_of[n] <= part.end]
            places = _places(held, edges[col], edges[col + part.span])
            spans = (part.end - part.row + 1, part.span)
            cells.append(_cell(part.row + header_rows, col, part.texts, places, spans))
    whole = _places(lines, edges[0], edges[-1])
    ordered = tuple(sorted(cells, key=lambda c: (c.row, c.col)))
    found = doubts_of(ordered, header_rows, len(cores), figures)
    doubts = (UNRULED, *(d for d in found if head or d != COLUMNS))
    return Grid(header_rows + len(starts), len(cores), ordered, whole, header_rows, ruled=False, doubts=doubts)


def _repeats(line: Line, head: Sequence[Line]) -> bool:
    """Whether a line on a later page is a header line (or the row of column numbers below it) again."""
    return any(line.text == h.text and line.place.page != h.place.page for h in head)


def _entry(line: int, piece: Piece, cores: Sequence[Core]) -> Entry:
    first, last = columns_of(piece, cores)
    return Entry(line, first, piece.text, piece.x0, last - first + 1)


def _with_totals(entries: Sequence[Entry], lines: Sequence[Line], cores: Sequence[Core]) -> list[Entry]:
    """The bold title of a total row that does not keep to the edge of its column is centred over it and the empty ones beside it."""
    placed = []
    for entry in entries:
        row = [e.col for e in entries if e.line == entry.line]
        off_edge = entry.x0 - cores[entry.col].x0 > OFF_EDGE
        if lines[entry.line].bold and TOTAL.match(entry.text) and off_edge and entry.col == min(row) and len(row) > 1:
            placed.append(entry._replace(col=0, span=min(c for c in row if c > entry.col)))
        else:
            placed.append(entry)
    return placed


def _joined(entries: Sequence[Entry]) -> list[Entry]:
    """Pieces of one line that stand in one column are one entry."""
    joined: dict[tuple[int, int], Entry] = {}
    for entry in entries:
        key = (entry.line, entry.col)
        before = joined.get(key)
        joined[key] = entry._replace(text=f"{before.text} {entry.text}") if before else entry
    return list(joined.values())
