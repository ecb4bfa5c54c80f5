"""Put two parts of a table together: drop repeated header rows, mend a row that the page end cut, continue merged cells.

Both grids have the same columns here. Whether the first row is the rest of the last one is `rest`'s job. Merged cells go on when the
cell below the page end is empty or continues the sentence.
"""

import re
from difflib import SequenceMatcher

from msgspec.structs import replace

from extractor.grids.merged import going_on, other_shading
from extractor.grids.rest import NUMBER, covering, cut_figures, edge_between, is_number_row, is_rest
from extractor.grids.whole import Whole
from extractor.model.body import Grid, GridCell, dense

LEAST_LETTERS = 12
"""Letters of a header that may be known by its letters alone."""
HEADER_DEPTH = 6
"""Rows at the top of a table that may be repeated."""
REST = "; first row is the rest of the row before"
MENDED = "; a figure cut by the page end was put together"
CUT_FIGURE = "cut_figure"
"""Doubt of a table in which a figure was put together from two pages."""
FIGURE, FIGURES = re.compile(r"\d"), re.compile(r"\d+")
LABELS_ALIKE, LEAST_LABELS = 0.8, 4
"""Share of the labels of a header that are the same where a page spells some of them in another way; so many there must be."""
OCR = "ocr"
"""Doubt of a grid whose text was recognised from an image."""
FIRST_ROW_ALIKE, ROW_ALIKE = 0.85, 0.7
"""How alike the letters of a header's first row and of the next rows are on two recognised pages."""


def _squash(texts: list[str]) -> str:
    return "".join("".join(texts).split()).casefold()


def _numbers_of_header(top: list[list[str]], first: list[str]) -> bool:
    """Whether a number row repeats the numbers that the header prints at the end of its titles (`Sasaran (2)`)."""
    if not is_number_row(first) or not all(t.strip().startswith("(") for t in first if t.strip()):
        return False
    titles = [[row[col].strip() for row in top] for col in range(len(first))]
    return all(
        any(title.endswith(number.strip()) and title != number.strip() for title in titles[col])
        for col, number in enumerate(first)
        if number.strip()
    )


def repeated_rows(a: Grid, b: Grid) -> tuple[int, int]:
    """(leading rows of b that a's top has too, rows of a above them). (0, 0) when nothing is repeated.

    Rows are compared as printed text; a header that the two pages part into rows or columns differently is known by its letters.
    """
    if _numbers_of_header(dense(a)[:HEADER_DEPTH], dense(b)[0]):
        return 1, 0
    top = [_squash(r) for r in dense(a)[:HEADER_DEPTH]]
    new = [_squash(r) for r in dense(b)[:HEADER_DEPTH]]
    if is_number_row(dense(b)[0]) and any(is_number_row(r) for r in dense(a)[:HEADER_DEPTH]):
        return 1, 0
    for skipped in range(len(top)):
        count = 0
        while count < len(new) and skipped + count < len(top) and new[count] == top[skipped + count]:
            count += 1
        if count and any(new[:count]):
            return count if skipped else max(count, _labels_alike(a, b), _recognised_alike(a, b)), skipped
    return _same_letters(top, new) or _labels_alike(a, b) or _recognised_alike(a, b), 0


def _recognised_alike(a: Grid, b: Grid) -> int:
    """How many leading rows of b are a's leading rows, where both were recognised from images: a letter may be another on the other page.

    Rows with other digits, and a first row that hardly has letters, are never the same.
    """
    if OCR not in a.doubts or OCR not in b.doubts:
        return 0
    count = 0
    for above, below in zip(dense(a)[:HEADER_DEPTH], dense(b)[:HEADER_DEPTH], strict=False):
        x, y = (re.sub(r"[\W_]+", "", _squash(texts)) for texts in (above, below))
        if FIGURES.findall(x) != FIGURES.findall(y):
            break
        same = SequenceMatcher(None, x, y, autojunk=False).ratio() >= (ROW_ALIKE if count else FIRST_ROW_ALIKE)
        if not same or (not count and len(x) < LEAST_LETTERS):
            break
        count += 1
    return count if count < min(a.n_rows, b.n_rows) else 0


def _labels_alike(a: Grid, b: Grid) -> int:
    """How many leading rows of b hold the labels of a's header, few of them spelt or merged in another way; 0 for none.

    Labels that differ in their digits (`Target 2019`, `Target 2020`) are others.
    """
    count = 0
    if a.n_cols != b.n_cols:
        return 0
    for rows in range(1, min(HEADER_DEPTH, a.n_rows - 1, b.n_rows - 1) + 1):
        if not (_bold_or_shaded(a, rows - 1) and _bold_or_shaded(b, rows - 1)):
            break
        above = _labels(a, 0, rows)
        below, last = (_unclipped(_labels(b, first, rows), above) for first in (0, rows - 1))
        if len(last & above) * 2 < len(last):
            break
        same = 2 * len(above & below) >= LABELS_ALIKE * (len(above) + len(below))
        if len(above) >= LEAST_LABELS and same and _digits(above - below) == _digits(below - above):
            count = rows
    return count


def _labels(grid: Grid, first: int, end: int) -> set[str]:
    return {_squash([c.text]) for c in grid.cells if first <= c.row < end and c.text.strip()}


def _unclipped(labels: set[str], whole: set[str]) -> set[str]:
    """The labels, where the page cut off a label's last lines (a repeated header that is higher than its row) the whole one."""
    longer = {label: next((w for w in whole if w.startswith(label)), label) for label in labels}
    return {longer[label] if len(label) >= LEAST_LETTERS else label for label in labels}


def _digits(labels: set[str]) -> list[str]:
    return sorted(FIGURES.findall(" ".join(labels)))


def _same_letters(top: list[str], new: list[str]) -> int:
    """How many leading rows of `new` hold the same letters as some leading rows of `top`; 0 for none."""
    letters = ["".join(sorted("".join(top[: k + 1]))) for k in range(len(top))]
    for count in range(1, len(new) + 1):
        own = "".join(sorted("".join(new[:count])))
        if len(own) >= LEAST_LETTERS and own in letters:
            return count
    return 0


def _bold_or_shaded(grid: Grid, row: int) -> bool:
    cells = [c for c in grid.cells if c.row == row and c.text]
    return bool(cells) and all(c.bold or c.shaded for c in cells)


def _only_shaded(grid: Grid, row: int) -> bool:
    cells = [c for c in grid.cells if c.row == row and c.text]
    return bool(cells) and all(c.shaded and not c.bold for c in cells)


def starts_anew(a: Grid, b: Grid) -> bool:
    """Whether b begins with a header of its own (and a is another table then).

    A bold row with a number as those of a (`V`, a group of rows) is no header; shading says nothing where rows of a's body have it.
    """
    texts = dense(b)[0]
    filled = [t for t in texts if t.strip()]
    if not _bold_or_shaded(b, 0) or len(filled) < 2 or any(FIGURE.search(t) for t in filled):
        return False
    if NUMBER.fullmatch(texts[0].strip()) and any(NUMBER.fullmatch(row[0].strip()) for row in dense(a)[1:]):
        return False
    if _only_shaded(b, 0) and any(_only_shaded(a, row) for row in range(1, a.n_rows)):
        return False
    return _bold_or_shaded(a, 0) and not _bold_or_shaded(a, a.n_rows - 1)


def _glued(a: GridCell, b: GridCell, row_span: int) -> GridCell:
    text = f"{a.text} {b.text}".strip() if b.text else a.text
    return replace(a, text=text, lines=a.lines + b.lines, places=a.places + b.places, row_span=row_span)


def _header_is_cut(a: Grid, b: Grid, repeated: int) -> bool:
    """Whether a page end cuts a row of labels: bold or shaded on both sides, no row below is, and labels stand above each text.

    Nothing but the header stands above such a page end: two bold rows of a body (a program and its first kegiatan) are two.
    """
    if b.n_rows < repeated + 2 or not _bold_or_shaded(b, repeated):
        return False
    if not all(_bold_or_shaded(a, row) for row in {c.row for c in a.cells if c.text}):
        return False
    above = covering(a, a.n_rows - 1)
    rest = [c for c in b.cells if c.row == repeated and c.text]
    labelled = all(c.col in above and above[c.col].text and not NUMBER.fullmatch(above[c.col].text) for c in rest)
    blank = all(c.col and not NUMBER.fullmatch(c.text) for c in rest)
    return labelled and blank and not _bold_or_shaded(b, repeated + 1)


def _without_blank_rests(below: list[GridCell], above: dict[int, GridCell], first: int) -> list[GridCell]:
    """The cells with those of the rest row put together with what is merged and empty below them: no group of rows begins without a text.

    Beside a rest without rules of its own only the column rules restart where the next row begins, in merged columns as well.
    """
    rests = {c.col: c for c in below if c.row == first and c.row_span == 1 and not c.text}
    merged = [c for c in below if c.row == first + 1 and c.row_span > 1]
    begins = min((c.col for c in merged if c.text), default=len(below))
    going = {
        c.col: replace(rests[c.col], row_span=1 + c.row_span, places=rests[c.col].places + c.places)
        for c in merged
        if c.col < begins and c.col in rests and _same_width(rests[c.col], c) and _is_merged(above.get(c.col), c)
    }
    return [c for c in below if c.col not in going or c.row > first + 1] + list(going.values())


def _same_width(a: GridCell, b: GridCell) -> bool:
    return a.col_span == b.col_span


def _is_merged(above: GridCell | None, below: GridCell) -> bool:
    return above is not None and above.row_span > 1 and _same_width(above, below)


def join(a: Grid, b: Grid, repeated: int, why: str, whole: Whole | None = None) -> Grid:
    """One grid of a and what of b comes after its `repeated` rows. `whole`: names printed in one piece elsewhere in the report."""
    below = [c for c in b.cells if c.row >= repeated]
    edge = edge_between(a, b, repeated) if b.n_rows > repeated else None
    above = covering(a, a.n_rows - 1)
    painted = edge is not None and set(edge.filled) and set(edge.filled) == other_shading(above, b, repeated)
    cut = edge is not None and ((is_rest(edge, whole) and not painted) or _header_is_cut(a, b, repeated))
    mended = edge is not None and bool(cut_figures(edge))
    shift = a.n_rows - repeated - (1 if cut else 0)
    below = _without_blank_rests(below, above, repeated) if cut else below
    going = going_on(a, b, repeated, whole)
    cells = {(c.row, c.col): c for c in a.cells}
    for cell in below:
        partner = above.get(cell.col)
        first = cell.row == repeated
        if first and partner is not None and (cut or cell.col in going):
            end = cell.row + cell.row_span + shift
            cells[partner.row, partner.col] = _glued(partner, cell, max(end - partner.row, partner.row_span))
        elif first and cut and not cell.text:
            continue
        else:
            cells[cell.row + shift, cell.col] = replace(cell, row=cell.row + shift)
    return Grid(
        n_rows=a.n_rows + b.n_rows - repeated - (1 if cut else 0),
        n_cols=a.n_cols,
        cells=tuple(cells[key] for key in sorted(cells)),
        places=a.places + b.places,
        header_rows=max(a.header_rows, repeated),
        ruled=a.ruled and b.ruled,
        joined=(*a.joined, why + (REST if cut else "") + (MENDED if mended else "")),
        doubts=tuple(dict.fromkeys((*a.doubts, *b.doubts, *((CUT_FIGURE,) if mended else ())))),
    )
