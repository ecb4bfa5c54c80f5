"""The frame of a report: running heads off, chapters and sections, captions and their grids, the printed list of tables."""

from extractor.outline.assemble import assemble
from extractor.outline.marks import mark_lines

__all__ = ["assemble", "mark_lines"]
