"""One ruled region and the words in it become a `Grid`. Words belong to the cell that holds their middle."""

from bisect import bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from extractor.grids.cells import Box, find_cells, without_idle_rows
from extractor.grids.missing import MISSING, part_cells
from extractor.grids.regions import Region
from extractor.grids.strays import CROSSES, crossing
from extractor.grids.text import group_lines, line_text
from extractor.grids.units import part_units
from extractor.model.body import Grid, GridCell
from extractor.model.page import Fill, Word
from extractor.model.place import BBox, Place, rounded


def _unit_of(xs: Sequence[float], ys: Sequence[float], word: Word) -> tuple[int, int]:
    col = bisect_right(xs, (word.x0 + word.x1) / 2) - 1
    row = bisect_right(ys, (word.top + word.bottom) / 2) - 1
    return max(min(row, len(ys) - 2), 0), max(min(col, len(xs) - 2), 0)


def _shaded(box: Box, bands: Sequence[Fill]) -> bool:
    x, y = (box.bbox[0] + box.bbox[2]) / 2, box.bbox[1] + 3
    return any(b.x0 <= x <= b.x1 and b.top <= y <= b.bottom for b in bands)


def make_cell(box: Box, words: Sequence[Word], page: int, bands: Sequence[Fill], frame: BBox) -> GridCell:
    """The cell with its words in reading order."""
    lines = [line_text(line) for line in group_lines(words)]
    return GridCell(
        row=box.row,
        col=box.col,
        row_span=box.row_span,
        col_span=box.col_span,
        text=" ".join(lines),
        places=(Place(page, rounded(box.bbox)),),
        lines=tuple(lines),
        bold=bool(words) and sum(w.bold for w in words) * 2 > len(words),
        shaded=_shaded(box, bands),
        indent=round(min((w.x0 for w in words), default=box.bbox[0]) - box.bbox[0], 1),
        doubts=crossing(box.bbox, words, frame),
    )


def _lacking_rule(cell: GridCell) -> GridCell:
    return replace(cell, doubts=(*cell.doubts, f"{MISSING}: {cell.text}"))


def build_ruled(
    region: Region, words: Sequence[Word], bands: Sequence[Fill], page: int, fills: Sequence[Fill] = ()
) -> Grid:
    """The grid of a region; `words` are those whose middle lies inside it."""
    borders = without_idle_rows(part_units(region, bands, words, fills))
    boxes = find_cells(borders)
    owner = {
        (r, c): n
        for n, b in enumerate(boxes)
        for r in range(b.row, b.row + b.row_span)
        for c in range(b.col, b.col + b.col_span)
    }
    held: list[list[Word]] = [[] for _ in boxes]
    for word in words:
        held[owner[_unit_of(borders.xs, borders.ys, word)]].append(word)
    parts, parted = part_cells(list(zip(boxes, held, strict=True)), borders)
    cells = tuple(make_cell(box, inside, page, bands, region.bbox) for box, inside in parts)
    if parted:
        cells = tuple(_lacking_rule(cell) if (cell.row, cell.col) in parted else cell for cell in cells)
    return Grid(
        n_rows=len(borders.ys) - 1,
        n_cols=len(borders.xs) - 1,
        cells=cells,
        places=(Place(page, rounded(region.bbox)),),
        doubts=(CROSSES,) if any(cell.doubts for cell in cells) else (),
    )
