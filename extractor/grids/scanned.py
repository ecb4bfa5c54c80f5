"""Can the rows and columns of a table on a scanned page be trusted? In come a page's grid, its region and words, out come its doubts.

A scanner's rules may be faint, broken or bent, and a row or column that is lost puts right figures beside wrong names. Nothing of a grid is
changed here; what speaks against it is noted at the cell: `ocr_rows: …` or `ocr_columns: …` with the evidence, and the code alone at the
grid. The evidence: a cell with two figures where its column has one, lines side by side with one white gap through all rows, a rule that
ends where none crosses it, a rule through words, a text that goes on in the next row, row numbers that leave some out.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from msgspec.structs import replace

from extractor.grids.regions import Region
from extractor.grids.segments import Segment
from extractor.grids.text import group_lines, line_text
from extractor.model.body import Grid, GridCell
from extractor.model.page import Word
from extractor.model.place import BBox

ROWS, COLUMNS = "ocr_rows", "ocr_columns"
FIGURE = re.compile(r"(?:Rp\.?\s*)?[-(]?\d[\d.,]*(?:,-)?\)?\s*%?", re.IGNORECASE)
NUMBER = re.compile(r"\(?(\d{1,3})[.)]?")
MARK = re.compile(r"\(?(?:\d{1,2}|\d{3}(?=[.)])|[a-zA-Z]|[ivxIVX]{1,5})[.)]?|[-–•*]|Rp\.?|[<>=±≥≤]", re.IGNORECASE)
"""What may stand apart at the left of a text in one cell."""
UNIT = re.compile(r"%|[^\W\d]{1,12}\.?")
TITLE = re.compile(r"[^\W\d_]{4}")
BEGINS = re.compile(r"[A-Z][^\W\d_]{2}\S* \S")
"""How a text of its own begins: not with a mark, in brackets or small."""
TWO_FIGURES = re.compile(r"[-(]?\d[\d.,]*\)?\s*%?(?: [^\W\d]+)? \| [-(]?\d[\d.,]*\)?\s*%?(?:\s\D.*)?")
"""Two figures, perhaps with units, parted at a gap."""
BESIDE = 1.2
"""Of the type size: white between figures of two columns."""
FURTHER, SOME_STEPS = 1.5, 5
"""Times the usual step between lines: a gap between rows. So many steps show what is usual."""
LEAST = 3
MOSTLY = 0.6
GAP = 1.0
"""Of the type size: white that may part two columns."""
REACH = 6.0
"""Points: an end of a rule this near to another one touches it."""
INSIDE = 12.0
"""Points from the frame: a rule that ends nearer to it ends there."""
THROUGH = (0.3, 0.72)
"""Of the height of a word's box: a rule there runs through its letters, not below or above them."""
LONG = 5
"""Letters of a text that goes on; shorter ones are units."""
HEADER = 2
"""Rows at the top of a grid that may be its header."""
LOST = 2
"""Row numbers left out before numbers that count on."""


class Evidence(NamedTuple):
    """What speaks against a grid: a code, where, and a word for it."""

    code: str
    box: BBox
    what: str


class Held(NamedTuple):
    """A cell, its box and its lines of words."""

    cell: GridCell
    box: BBox
    lines: list[list[Word]]


def _holds(box: BBox, word: Word) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _filled(grid: Grid, words: Sequence[Word]) -> list[Held]:
    found = []
    for cell in grid.cells:
        box = cell.places[0].bbox
        if box is not None and cell.text:
            found.append(Held(cell, box, group_lines([w for w in words if _holds(box, w)])))
    return found


def _is_figure(line: Sequence[Word]) -> bool:
    return bool(FIGURE.fullmatch(line_text(line)))


def _figure_columns(held: Sequence[Held]) -> set[int]:
    """Columns of which most cells with figures hold one figure and nothing else."""
    found = set()
    for col in {h.cell.col for h in held}:
        cells = [h for h in held if h.cell.col == col and any(map(_is_figure, h.lines))]
        single = sum(len(h.lines) == 1 for h in cells)
        if cells and single >= max(1, MOSTLY * (len(cells) - 1)):
            found.add(col)
    return found


def _stacked(held: Sequence[Held]) -> Iterator[Evidence]:
    """Cells with two figures one below the other in a column of single ones; a figure broken after a mark is one."""
    columns = _figure_columns(held)
    for h in held:
        figures = [line_text(line) for line in h.lines if _is_figure(line)]
        whole = [text for text in figures[:-1] if text[-1] not in ".,-"]
        if whole and h.cell.col in columns:
            yield Evidence(ROWS, h.box, f"{figures[0]} / {figures[1]}")


def _titled(held: Sequence[Held]) -> Iterator[Evidence]:
    """Cells with a figure and below it a title that the same column has at its top: a row and the repeated header."""
    titles = {(h.cell.col, line_text(line)) for h in held if h.cell.row < HEADER for line in h.lines}
    for h in held:
        texts = [line_text(line) for line in h.lines]
        below = [text for text in texts[1:] if TITLE.match(text) and (h.cell.col, text) in titles]
        if h.cell.row >= HEADER and FIGURE.fullmatch(texts[0]) and below:
            yield Evidence(ROWS, h.box, h.cell.text)


def _two_figures(held: Sequence[Held]) -> Iterator[Evidence]:
    """Cells with two figures on one line and wide white between them."""
    for h in held:
        for line in h.lines:
            for n, (a, b) in enumerate(pairwise(line), 1):
                sides = TWO_FIGURES.fullmatch(f"{line_text(line[:n])} | {line_text(line[n:])}")
                if b.x0 - a.x1 >= BESIDE * b.size and sides:
                    yield Evidence(COLUMNS, h.box, line_text(line))


def _parted_at_border(held: Sequence[Held]) -> Iterator[Evidence]:
    """Merged cells whose lines have white at a column's border and words on both sides of it, as if the rule there were lost."""
    borders = {h.cell.col: h.box[0] for h in held if h.cell.col}
    for h in held:
        inner = [x for col, x in borders.items() if h.cell.col < col < h.cell.col + h.cell.col_span]
        if any(_all_part(h.lines, x) for x in inner):
            yield Evidence(COLUMNS, h.box, h.cell.text)


def _all_part(lines: Sequence[Sequence[Word]], x: float) -> bool:
    """Whether some lines stand on both sides of x, all of those with white there."""
    both = [line for line in lines if line[0].x0 < x < line[-1].x1]
    return bool(both) and all(
        any(a.x1 <= x <= b.x0 and b.x0 - a.x1 >= GAP * b.size for a, b in pairwise(line)) for line in both
    )


def _two_texts(held: Sequence[Held]) -> Iterator[Evidence]:
    """Cells in which a text begins clearly further below the one before than lines of other cells do: texts of two rows."""
    steps = [step for h in held for step in _steps(h.lines)]
    if len(steps) < SOME_STEPS:
        return
    usual = median(steps)
    for h in held:
        far = [line for line, step in zip(h.lines[1:], _steps(h.lines), strict=True) if step > FURTHER * usual]
        if any(BEGINS.match(line_text(line)) for line in far):
            yield Evidence(ROWS, h.box, h.cell.text)


def _steps(lines: Sequence[Sequence[Word]]) -> list[float]:
    return [max(w.bottom for w in b) - max(w.bottom for w in a) for a, b in pairwise(lines)]


def _gaps(line: Sequence[Word]) -> Iterator[tuple[float, float]]:
    """The wide white gaps of a line, but not those behind a mark at its head or before a unit at its end."""
    for n, (a, b) in enumerate(pairwise(line), 1):
        head, tail = line_text(line[:n]), line_text(line[n:])
        alone = FIGURE.fullmatch(head) and UNIT.fullmatch(tail)
        if b.x0 - a.x1 >= GAP * b.size and not MARK.fullmatch(head) and not alone:
            yield (a.x1, b.x0)


def _abreast(held: Sequence[Held]) -> Iterator[Evidence]:
    """Columns in which one white gap parts the lines of most cells: two columns were read as one."""
    for col in sorted({h.cell.col for h in held}):
        cells = [h for h in held if h.cell.col == col]
        narrow = [h for h in cells if h.cell.col_span == min(c.cell.col_span for c in cells)]
        gaps = [(h, gap) for h in narrow for line in h.lines for gap in _gaps(line)]
        for h, (start, end) in gaps:
            x = (start + end) / 2
            over = {id(o) for o in narrow for line in o.lines if any(w.x0 < x < w.x1 for w in line)}
            parted = {id(o) for o, (a, b) in gaps if a < x < b} - over
            several = len(parted) >= LEAST or len(parted) == len(narrow) > 1
            if several and len(over) <= (1 - MOSTLY) * len(parted):
                yield Evidence(COLUMNS, h.box, h.cell.text)
                break


def _meets(x: float, y: float, crossing: Iterable[Segment]) -> bool:
    """Whether a line of the other direction stands at a point."""
    for c in crossing:
        across, along = (y, x) if c.horizontal else (x, y)
        if abs(c.pos - across) <= REACH and c.start - REACH <= along <= c.end + REACH:
            return True
    return False


def _dangling(region: Region) -> Iterator[Evidence]:
    """Rules that end inside of the table where no other rule stands: what goes on there was lost."""
    x0, top, x1, bottom = region.bbox
    for lines, crossing in ((region.horizontal, region.vertical), (region.vertical, region.horizontal)):
        for line in lines if crossing else ():
            low, high = (x0, x1) if line.horizontal else (top, bottom)
            for end in (line.start, line.end):
                x, y = (end, line.pos) if line.horizontal else (line.pos, end)
                if low + INSIDE < end < high - INSIDE and not _meets(x, y, crossing):
                    yield Evidence(ROWS if line.horizontal else COLUMNS, (x, y, x, y), "a rule ends")


def _through_words(region: Region, words: Sequence[Word]) -> Iterator[Evidence]:
    for line in region.horizontal:
        for word in words:
            low, high = (word.top + share * (word.bottom - word.top) for share in THROUGH)
            if low < line.pos < high and line.start < word.x0 and word.x1 < line.end and word.angle == 0:
                yield Evidence(ROWS, word.bbox, word.text)


def _shared_name(held: Sequence[Held]) -> Iterator[Evidence]:
    """Names over two rows of figures in the column beside the figures, where nearly every row has its own."""
    figures = _figure_columns([h for h in held if h.cell.row >= HEADER])
    rows = {
        h.cell.row for h in held if h.cell.col in figures and any(map(_is_figure, h.lines)) and h.cell.row >= HEADER
    }
    columns = {h.cell.col for h in held if h.cell.row in rows and TITLE.search(h.cell.text)}
    beside = [c for c in columns if c + 1 in figures]
    for col in beside[:1]:
        names = [h for h in held if h.cell.col == col and h.cell.row in rows]
        shared = [h for h in names if len(rows & set(range(h.cell.row, h.cell.row + h.cell.row_span))) > 1]
        if len(names) >= LEAST and len(shared) <= (1 - MOSTLY) * len(names):
            yield from (Evidence(ROWS, h.box, h.cell.text) for h in shared if len(h.lines) > 1)


def _runs_on(held: Sequence[Held]) -> Iterator[Evidence]:
    """Cells that begin small below a text of a column whose other texts begin with a capital letter."""
    for col in sorted({h.cell.col for h in held}):
        cells = sorted((h for h in held if h.cell.col == col), key=lambda h: h.cell.row)
        begins = [h for h in cells if h.cell.text[0].isalpha() and not MARK.fullmatch(h.cell.text.split()[0])]
        small = [h for h in begins if h.cell.text[0].islower()]
        if not small or len(small) * 2 > len(begins):
            continue
        ends = {h.cell.row + h.cell.row_span for h in cells if h.cell.row and not h.cell.bold}
        yield from (
            Evidence(ROWS, h.box, h.cell.text) for h in small if h.cell.row in ends and len(h.cell.text) >= LONG
        )


def _with(grid: Grid, found: Sequence[Evidence]) -> Grid:
    """The grid with each evidence at the nearest cell."""
    if not found or not grid.cells:
        return grid
    notes: dict[int, list[str]] = {}
    for e in found:
        x, y = (e.box[0] + e.box[2]) / 2, (e.box[1] + e.box[3]) / 2
        boxes = [(n, c.places[0].bbox) for n, c in enumerate(grid.cells)]
        nearest = min((_away(box, x, y), n) for n, box in boxes if box is not None)[1]
        notes.setdefault(nearest, []).append(f"{e.code}: {e.what}")
    cells = tuple(
        replace(c, doubts=tuple(dict.fromkeys((*c.doubts, *notes.get(n, ()))))) for n, c in enumerate(grid.cells)
    )
    return replace(grid, cells=cells, doubts=tuple(dict.fromkeys((*grid.doubts, *(e.code for e in found)))))


def _away(box: BBox, x: float, y: float) -> float:
    return max(box[0] - x, x - box[2], 0.0) + max(box[1] - y, y - box[3], 0.0)


def with_evidence(grid: Grid, region: Region, words: Sequence[Word]) -> Grid:
    """The grid of a scanned page with what speaks against its rows and columns; `words`: those inside of its region."""
    held = _filled(grid, words)
    return _with(
        grid,
        [
            *_stacked(held),
            *_titled(held),
            *_two_figures(held),
            *_parted_at_border(held),
            *_two_texts(held),
            *_abreast(held),
            *_dangling(region),
            *_through_words(region, words),
            *_shared_name(held),
            *_runs_on(held),
        ],
    )


def with_numbers(grid: Grid) -> Grid:
    """The same for a whole table: its row numbers leave some out and count on. A single odd one is a misprint."""
    for col in (0, 1):
        cells = [c for c in grid.cells if c.col == col and NUMBER.fullmatch(c.text.strip())]
        numbers = [int(re.sub(r"\D", "", c.text)) for c in cells]
        if len(numbers) >= LEAST:
            return _with(grid, list(_left_out(cells, numbers)))
    return grid


def _left_out(cells: Sequence[GridCell], numbers: Sequence[int]) -> Iterator[Evidence]:
    for n, (a, b) in enumerate(pairwise(numbers)):
        before, after = numbers[max(n - 1, 0) : n], numbers[n + 2 : n + 3]
        counts_on = before in ([], [a - 1]) and after in ([], [b + 1])
        box = cells[n + 1].places[0].bbox
        if box is not None and counts_on and b - a >= LOST and cells[n + 1].row - cells[n].row < b - a:
            yield Evidence(ROWS, box, f"{a} / {b}")
