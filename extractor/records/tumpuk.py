"""Stacked values: one ruled cell that prints several figures beside a name cell that lists as many names.

In: the name cell (text and lines) and the figure cells of a row. Out: one (name, figures) per name, or None when the cells do
not stack alike; then they stay one record with the raw text (LABELS.md, indikator 6).
"""

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from parsers.tabel import is_figure, is_nothing

MARK = re.compile(
    r"(?:(?<=\s)|^)(?:([a-z])\s*[.)]+|(\d{1,2})\s*[.)]+|([-•●▪–]))\s+(?=\S)|(?:(?<=\s)|^)([a-z])\.(?=[A-Z])"
)
LOOSE_MARK = re.compile(rf"{MARK.pattern}|(?:(?<=\s)|^)\d{{1,2}}\s+(?=[A-Z])")
"""Also a number without a dot before a capital, for lists whose marks are not all alike."""
CODE = re.compile(r"^[A-Z]{1,4}[.\s]?\d{1,2}$|^TW\s?[IVX]+$")
FIGURE_TOKEN = re.compile(r"^[-+(]?\d[\d.,:]*\d?\)?(%|[a-z]{2,6}|M|T)?$|^(-|–|n/?a|NA|DTT)$")
CUT = re.compile(r"(?:\d[.,]|\d[.,]\d{3}[.,](\d{1,2}))$")
RANGE = re.compile(r"\d\s*%?\s*[-–—]\s*(?:\d|$)")
"""A range on one line (`7,50 – 7,00 %`), or its beginning: one value."""
UNIT_TOKEN = re.compile(r"^(%|[A-Za-z]{1,12}\.?|\([A-Za-z ]{1,16}\))$")


class Sel(msgspec.Struct, frozen=True):
    """A cell: its text and printed lines (one line when they are not known)."""

    text: str
    lines: tuple[str, ...]


def split(name: Sel, figures: Sequence[Sel]) -> list[tuple[str, tuple[str, ...]]] | None:
    """One (name, figures in the given order) per stacked value.

    Where the names are an introducing name and its parts, a cell with one value less holds those of the parts.
    """
    filled = [cell for cell in figures if not is_nothing(cell.text)]
    counts = [len(stacked(cell) or [""]) for cell in filled]
    size = max(counts, default=1)
    like = sum(size - 1 <= count <= size for count in counts if count > 1)
    if size < 2 or like * 2 < len(filled):
        return None
    names = split_names(name, size)
    if names is None:
        return None
    columns = [_fit(cell, size) for cell in figures]
    return [(names[i], tuple(column[i] for column in columns)) for i in range(size)]


def stacked(cell: Sel) -> list[str] | None:
    """The figures of a cell that holds several and nothing else; None for a single one or for text."""
    if len(cell.lines) > 1 and all(is_figure(line) or is_nothing(line) for line in cell.lines):
        if any(RANGE.search(line) and not RANGE.search(after) for line, after in pairwise(cell.lines)):
            return None
        whole = [line for line in cell.lines if len(line) > 2 or not line.isdigit()]
        if len(whole) == len(cell.lines) or not _broken(cell.lines):
            return list(cell.lines)
        return None
    tokens = None if RANGE.search(cell.text) else _with_units(cell.text.split())
    return tokens if tokens is not None and len(tokens) > 1 else None


def _broken(values: Sequence[str]) -> bool:
    """A figure that a narrow cell cuts: `13.000.0` / `00`, `1.790.000.` / `000`."""
    return any(_continues(value, after) for value, after in pairwise(values))


def _continues(value: str, after: str) -> bool:
    digits = re.match(r"\d*", after)
    cut = CUT.search(value)
    if digits is None or not digits[0] or cut is None:
        return False
    return not cut[1] or len(cut[1]) + len(digits[0]) == 3


def _with_units(tokens: Sequence[str]) -> list[str] | None:
    """Figures with the unit that follows each; None when a token is neither. `174.494.00 0` is one broken figure, not two."""
    values: list[str] = []
    for token in tokens:
        if FIGURE_TOKEN.match(token):
            values.append(token)
        elif values and UNIT_TOKEN.match(token):
            values[-1] = f"{values[-1]} {token}"
        else:
            return None
    return None if _broken(values) else values


def split_names(name: Sel, size: int) -> list[str] | None:
    """As many names as values: list marks, the introducing text with them, codes at the end, or lines."""
    for mark in (MARK, LOOSE_MARK):
        parts = _listed(name.text, mark, size)
        if parts is not None:
            return parts
    tokens = name.text.split()
    for count in (size, size - 1):
        codes = tokens[len(tokens) - count :]
        if count >= 1 and len(tokens) > count and all(CODE.match(code) for code in codes):
            rest = " ".join(tokens[: len(tokens) - count])
            return codes if count == size else [rest, *codes]
    if len(name.lines) == size and all(line[:1].isupper() for line in name.lines):
        return list(name.lines)
    return None


def _listed(text: str, mark: re.Pattern[str], size: int) -> list[str] | None:
    """The items of a list, with the text before it as first name where that makes up the number."""
    starts = [match.start() for match in mark.finditer(text)]
    parts = [text[a:b].strip() for a, b in pairwise([*starts, None])]
    head = text[: starts[0]].strip(" ,:;") if starts else ""
    if len(parts) == size:
        return parts
    return [head, *parts] if head and len(parts) + 1 == size else None


def _fit(cell: Sel, size: int) -> list[str]:
    """The cell's values for `size` names; a single value belongs to the first."""
    values = stacked(cell) or [cell.text]
    if 1 < len(values) == size - 1:
        return ["", *values]
    return values if len(values) == size else [cell.text, *[""] * (size - 1)]
