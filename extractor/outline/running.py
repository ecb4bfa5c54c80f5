"""Running heads and page numbers: text that comes again at the same height of many pages, or counts along with them.

In: a Body. Out: indexes of its lines that are running heads, and of small grids that are boxed running heads.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

import regex

from extractor.model.body import Body, Grid, Item, Line
from extractor.outline.look import box, page_of
from parsers.judul import parse_bab, parse_caption, roman_value

_HEAD_ZONE = 0.14
_FOOT_ZONE = 0.86
_EDGE_ZONE = 0.06
_SAME_HEIGHT = 9.0
_LEAST_PAGES = 3
_LEAST_LETTERS = 12
"""Letters of a line on both pages of a report of two, to be a running head."""
_SAME_BLOCK = 20.0
"""Points: further lines of a running head begin no further from each other."""
_ROW = 4
"""Pieces of a line: a table's header that comes again on every page, no running head."""
_PAGE_NUMBER = regex.compile(
    r"(?i)[\W_]*(?:(?:hal(?:aman)?|page|hlm)\W*)?(?:[IVX]{1,4}\s*[-–—.|/]\s*|(?:bab\s+)?[IVX]{1,4}\W+hal\W*)?(?P<n>\d{1,4}|[ivxlc]{1,6})"
    r"(?:\W*(?:of|dari|/)\W*\d{1,4})?[\W_]*"
)

_NUMBER, _ROMAN, _NO_LETTERS = regex.compile(r"\d+"), regex.compile(r"\b[ivxlc]{1,6}\b"), regex.compile(r"[^\p{L}#]+")


class _Mark(NamedTuple):
    at: int
    page: int
    foot: bool
    height: float
    text: str
    wide: bool


def running_items(body: Body) -> set[int]:
    """Indexes in `body.items` of running heads: lines, and grids of a row or two that repeat."""
    sizes = {page.number: (page.width, page.height) for page in body.pages}
    marks = [mark for index, item in enumerate(body.items) if (mark := _mark(index, item, sizes)) is not None]
    return _outermost(
        marks, _repeated(marks, len(body.pages)) | _counting(marks, body) | _lone_numbers(marks, body), body
    )


def _mark(index: int, item: Item, sizes: Mapping[int, tuple[float, float]]) -> _Mark | None:
    """Where an item stands in the head or foot zone of its page; None elsewhere.

    A landscape page among portrait ones has their margins, so its zones are as high as theirs.
    """
    page = page_of(item)
    if page is None or (isinstance(item, Line) and len(item.pieces) >= _ROW):
        return None
    width, height = sizes.get(page, (0.0, 0.0))
    if not height or (isinstance(item, Grid) and (item.n_rows > 2 or len(item.places) > 1)):
        return None
    _, top, _, bottom = box(item)
    text = item.text if isinstance(item, Line) else " ".join(cell.text for cell in item.cells)
    wide = width > height
    if bottom <= max(width, height) * _HEAD_ZONE:
        return _Mark(index, page, False, top, text, wide)
    if top >= height - max(width, height) * (1 - _FOOT_ZONE):
        return _Mark(index, page, True, height - bottom, text, wide)
    return None


def _outermost(marks: list[_Mark], found: set[int], body: Body) -> set[int]:
    """Without what stands inward of a caption, a heading or a table: a title that comes again at one height is no running head."""
    content: dict[tuple[int, bool], list[float]] = defaultdict(list)
    for mark in marks:
        if mark.at not in found and _begins_content(body.items[mark.at]):
            content[mark.page, mark.foot].append(mark.height)
    return found - {
        mark.at for mark in marks if any(height < mark.height - 1 for height in content.get((mark.page, mark.foot), ()))
    }


def _begins_content(item: Item) -> bool:
    return isinstance(item, Grid) or parse_caption(item.text) is not None or parse_bab(item.text) is not None


def _shape(text: str) -> str:
    """What stays the same from page to page: letters in one case, numbers as a sign. A chapter's own number stays."""
    chapter = parse_bab(text)
    if chapter:
        return f"{chapter.nomor}{chapter.judul}".casefold()
    plain = _NUMBER.sub("#", text.casefold())
    return str(_NO_LETTERS.sub("", _ROMAN.sub("#", plain)))


def _repeated(marks: list[_Mark], n_pages: int) -> set[int]:
    """Marks whose text comes at least three times, on different pages, at about the same height; on landscape pages at any height.

    Of a report of two pages both must have it, and it must be long.
    """
    groups: dict[tuple[bool, str], list[_Mark]] = defaultdict(list)
    for mark in marks:
        groups[mark.foot, _shape(mark.text)].append(mark)
    found = set()
    for (_, shape), group in groups.items():
        if shape in ("", "#") or parse_caption(group[0].text):
            continue
        least = n_pages if n_pages == _LEAST_PAGES - 1 and len(shape) >= _LEAST_LETTERS else _LEAST_PAGES
        alike = {
            mark.at
            for mark in group
            if len({m.page for m in group if abs(m.height - mark.height) <= _SAME_HEIGHT}) >= least
        }
        found |= alike
        if alike:
            found |= {mark.at for mark in group if mark.wide}
    return found | (_second_lines(marks, found) if n_pages == _LEAST_PAGES - 1 else set())


def _second_lines(marks: list[_Mark], found: set[int]) -> set[int]:
    """Of a report of two pages: short lines that both pages print alike at one height, right inward of a running head."""
    outer = [m for m in marks if m.at in found]

    def is_second(mark: _Mark) -> bool:
        return any(
            m.page == mark.page and m.foot == mark.foot and 0 < mark.height - m.height <= _SAME_BLOCK for m in outer
        )

    second = [m for m in marks if m.at not in found and not parse_caption(m.text) and is_second(m)]
    return {
        m.at
        for m in second
        if any(
            o.page != m.page and o.foot == m.foot and o.text == m.text and abs(o.height - m.height) <= _SAME_HEIGHT
            for o in second
        )
    }


def _number(text: str) -> int | None:
    match = _PAGE_NUMBER.fullmatch(text.strip())
    if not match:
        return None
    printed = match["n"]
    return int(printed) if printed.isdigit() else roman_value(printed)


def _counting(marks: list[_Mark], body: Body) -> set[int]:
    """Page numbers: the printed number runs along with the page, on at least three pages, or at one height of both of a report of two."""
    runs: dict[tuple[bool, int], list[_Mark]] = defaultdict(list)
    for mark in marks:
        number = _number(mark.text)
        if number is not None and isinstance(body.items[mark.at], Line):
            runs[mark.foot, number - mark.page].append(mark)

    def is_run(run: list[_Mark]) -> bool:
        pages = len({m.page for m in run})
        level = max(m.height for m in run) - min(m.height for m in run) <= _SAME_HEIGHT
        return pages >= _LEAST_PAGES or (pages == len(body.pages) == _LEAST_PAGES - 1 and level)

    return {m.at for run in runs.values() if is_run(run) for m in run}


def _lone_numbers(marks: list[_Mark], body: Body) -> set[int]:
    """A lone number at the very edge of the paper: a page number even in a report of two pages."""
    heights = {page.number: page.height for page in body.pages}
    found = set()
    for mark in marks:
        item = body.items[mark.at]
        if not isinstance(item, Line) or _number(mark.text) is None:
            continue
        _, top, _, bottom = box(item)
        height = heights[mark.page]
        if top > height * (1 - _EDGE_ZONE - 0.02) or bottom < height * _EDGE_ZONE:
            found.add(mark.at)
    return found
