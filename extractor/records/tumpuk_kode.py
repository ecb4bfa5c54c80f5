"""Codes and names stacked in one ruled cell over several rows of money: a ledger that rules its amounts but not its names.

In: a `Lembar` and its code and subject columns. Out: for each such row its own code, and its own name where the name cell prints
as many lines as there are rows; else '' (the name of a row is not known, and the whole cell's text names none of them).
"""

import re
from collections.abc import Sequence

from extractor.records.lembar import Lembar

CODE = re.compile(r"\d[\d.]*")


def piled(lembar: Lembar, codes: Sequence[int], names: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Row -> (code, name) for the rows that a cell of stacked codes covers, one code for each row."""
    found: dict[int, tuple[str, str]] = {}
    for row in lembar.body:
        for col in codes:
            height = lembar.teks.size(row, col)[0]
            stack = lembar.own(row, col).split()
            if height > 1 and len(stack) == height and all(map(CODE.fullmatch, stack)):
                own = _names(lembar, row, height, names)
                found |= {row + i: (code, name) for i, (code, name) in enumerate(zip(stack, own, strict=True))}
    return found


def _names(lembar: Lembar, row: int, height: int, names: Sequence[int]) -> list[str]:
    for col in names:
        lines = lembar.printed_lines(row, col)
        if lembar.teks.size(row, col)[0] == height == len(lines):
            return list(lines)
    return [""] * height
