"""Where a printed thing stands. Boxes are PDF points, origin top-left, of the page as a reader sees it; pages are 1-based."""

from typing import TypeAlias

import msgspec

BBox: TypeAlias = tuple[float, float, float, float]
"""(x0, top, x1, bottom)."""


class Place(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A page and a box on it, or (for formats without pages) `page` null and a path like `body/table[3]/row[2]/cell[1]`."""

    page: int | None
    bbox: BBox | None = None
    path: str | None = None


def union(boxes: list[BBox]) -> BBox:
    """The smallest box around all of `boxes` (at least one)."""
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return (min(x0), min(top), max(x1), max(bottom))


def rounded(box: BBox) -> BBox:
    """A box with one decimal: what is written out, so that two runs give the same bytes."""
    return (round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1))
