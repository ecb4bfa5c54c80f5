"""The items of a text in order. In: its lines. Out: lines (paragraphs) and grids, each with the line it stands on.

What is left of text boxes (`(` alone, `)` at the head of a line) is taken off; a chapter's number that a box broke in two (`BAB I`
above `I`) is put together. Tables whose rows the copying took apart are put together by `figures`.
"""

import re

from msgspec.structs import replace

from extractor.model.body import Item, Line
from extractor.readers.dump.figures import spread_table_at
from extractor.readers.dump.grid import grid_of, line_place
from extractor.readers.dump.limits import DumpLimits
from extractor.readers.dump.rows import table_at

BOX_LINES = 8
"""A text box of a heading or formula has at most so many lines."""
TITLE_LINES = 7
LONGEST_TITLE = 150
"""Characters of a line of a title."""
_CAPTION = re.compile(r"(?i)\s*tabel\b")
_CHAPTER = re.compile(r"(?i)bab\s+[ivx]+")
_ROMAN = re.compile(r"[IVX]{1,4}")


def items_of(lines: list[str], limits: DumpLimits) -> list[Item]:
    """Lines and grids in reading order."""
    boxed = _boxes(lines)
    items: list[Item] = []
    at = 0
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        spread = spread_table_at(lines, at)
        if spread is not None:
            items.append(spread.grid)
            at = spread.end
            continue
        table = table_at(lines, at, limits.max_columns) if "\t" in lines[at] else None
        if table is not None:
            _centre_title(items, lines, at)
            items.append(grid_of(table))
            at = table.end
            continue
        at = _add_line(items, lines, at, boxed)
    return items


def _add_line(items: list[Item], lines: list[str], at: int, boxed: set[int]) -> int:
    """Add the line at index `at`; returns the index after it."""
    text = " ".join(lines[at].split())
    after = at + 1
    if at in boxed:
        text = "" if text == "(" else text.removeprefix(")").strip()
        if _CHAPTER.fullmatch(text) and after in boxed and _ROMAN.fullmatch(lines[after].strip()):
            text += lines[after].strip()
            after += 1
    if text:
        items.append(Line(text=text, place=line_place(at + 1), boxed=at in boxed, centred=at in boxed))
    return after


def _centre_title(items: list[Item], lines: list[str], at: int) -> None:
    """Mark the block of lines right above the table at index `at` as its title, when it begins with `Tabel`.

    A text keeps no alignment; that the block stands between a table and the word `Tabel` says as much.
    """
    count = 0
    while count < TITLE_LINES and at > count and lines[at - count - 1].strip():
        count += 1
        if _CAPTION.match(lines[at - count]):
            break
    else:
        return
    for index in range(max(len(items) - count, 0), len(items)):
        item = items[index]
        if isinstance(item, Line) and len(item.text) <= LONGEST_TITLE:
            items[index] = replace(item, centred=True)


def _boxes(lines: list[str]) -> set[int]:
    """Indexes of the lines that stood in a text box: from `(` alone, or from `BAB I`, to the line that begins with `)`."""
    found: set[int] = set()
    for end, line in enumerate(lines):
        if not line.lstrip(" ").startswith(")"):
            continue
        for start in range(end, max(end - BOX_LINES, -1), -1):
            text = lines[start].strip()
            if text == "(" or _CHAPTER.fullmatch(text):
                opened = start > 0 and lines[start - 1].strip() == "("
                found.update(range(start - opened, end + 1))
                break
    return found
