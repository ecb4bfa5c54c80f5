"""Words that do not keep to the cells of a grid: those that stand over a rule, and those that the frame cuts.

In: cells with their words, and words outside of the frame. Out: doubts for cells, as code and the word (`word_crosses: 12.345`). Words
of real reports keep a clear distance from rules; one that does not may belong to the neighbour, or is two words drawn as one.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from extractor.model.body import Grid
from extractor.model.page import Word
from extractor.model.place import BBox

CROSSES, OUTSIDE = "word_crosses", "word_outside"
_OVER = 0.6
"""Of the type size: a word reaches so far over the rule of its cell. Cut letters and loose rules stay below it."""
_WITHIN = 0.25
"""Of the word's length: a word outside of the frame stands in it with that share."""


def crossing(box: BBox, words: Sequence[Word], frame: BBox) -> tuple[str, ...]:
    """Upright words of a cell that reach into a neighbour: over its left or right rule, not over the frame's."""
    return tuple(
        f"{CROSSES}: {word.text}"
        for word in words
        if word.angle == 0
        and (
            (box[0] > frame[0] + 1 and word.x0 < box[0] - _OVER * word.size)
            or (box[2] < frame[2] - 1 and word.x1 > box[2] + _OVER * word.size)
        )
    )


def with_outside(grid: Grid, frame: BBox, free: Sequence[Word]) -> Grid:
    """The grid with words that its left or right frame cuts, whose larger part stands outside, noted at the nearest cell."""
    cut = [word for word in free if word.angle == 0 and _is_cut(word, frame)]
    if not cut or not grid.cells:
        return grid
    notes: dict[int, list[str]] = {}
    for word in cut:
        nearest = min(range(len(grid.cells)), key=lambda i: _distance(grid.cells[i].places[0].bbox, word))
        notes.setdefault(nearest, []).append(f"{OUTSIDE}: {word.text}")
    cells = tuple(
        replace(cell, doubts=(*cell.doubts, *notes[i])) if i in notes else cell for i, cell in enumerate(grid.cells)
    )
    return replace(grid, cells=cells, doubts=(*grid.doubts, OUTSIDE))


def _is_cut(word: Word, frame: BBox) -> bool:
    if not frame[1] < (word.top + word.bottom) / 2 < frame[3]:
        return False
    inside = min(word.x1, frame[2]) - max(word.x0, frame[0])
    return inside >= _WITHIN * (word.x1 - word.x0)


def _distance(box: BBox | None, word: Word) -> float:
    if box is None:
        return float("inf")
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return max(box[0] - x, x - box[2], 0.0) + max(box[1] - y, y - box[3], 0.0)
