"""Columns that no rule parts in a ruled table on a scanned page: shaded rows, a rule below the header and white between the figures.

In come a region and the words in it, out comes the region with a rule in the middle of each white gap that parts columns of figures from
what stands beside them. Such columns are an inference, so `scanned` says that they are not certain.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from extractor.grids.pieces import find_pieces
from extractor.grids.regions import Region
from extractor.grids.rivers import Core, edges_between, find_cores, overlap
from extractor.grids.segments import Segment
from extractor.grids.text import group_lines
from extractor.model.body import Piece
from extractor.model.page import Word

FIGURE = re.compile(r"[-(]?\d[\d.,-]*\)?\s*%?")
LEAST_FIGURES, LEAST_COLUMNS = 3, 2
MOSTLY = 0.5


def with_rivers(region: Region, words: Sequence[Word]) -> Region:
    """The region with rules in white gaps between columns of figures."""
    x0, top, x1, bottom = region.bbox
    inner = (s.pos for s in region.vertical if x0 + 1 < s.pos < x1 - 1)
    added: list[Segment] = []
    for left, right in pairwise([x0, *sorted(inner), x1]):
        inside = [w for w in words if left < (w.x0 + w.x1) / 2 < right and not w.angle]
        lines = [find_pieces(line) for line in group_lines(inside)] if inside else []
        cores = find_cores([], lines)
        figures = sum(_is_of_figures(core, lines) for core in cores)
        if figures >= LEAST_COLUMNS and len(cores) > figures:
            added += [Segment(False, x, top, bottom, 0.5, ()) for x in edges_between(cores)[1:-1]]
    return region._replace(vertical=(*region.vertical, *added)) if added else region


def _is_of_figures(core: Core, lines: Sequence[Sequence[Piece]]) -> bool:
    texts = [p.text for line in lines for p in line if overlap(p, core) > 0]
    figures = sum(bool(FIGURE.fullmatch(text)) for text in texts)
    return figures >= LEAST_FIGURES and figures >= MOSTLY * len(texts)
