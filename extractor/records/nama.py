"""Names of rows: which column names them, what comes down from above, what is no name.

In: a `Lembar`. Out: texts per row; sasaran, tujuan and group rows are carried down through merged cells, ruled empty cells
and full-width rows.
"""

import re
from collections.abc import Sequence

import msgspec

from extractor.records.lembar import FIGURE_ROLES, Lembar
from parsers.tabel import glue, is_average, is_total

LIST_MARK = re.compile(r"^\s*(?:(?:\d{1,3}|[ivxIVX]{1,4})\s*[.)]+\s*(?!\d)|[a-zA-Z]\s*[.)]+\s+|[-•●▪·–]\s+)")
BARE_NUMBER = re.compile(r"^\s*\d{1,3}\s+(?=[^\W\d])")
SASARAN_ROW = re.compile(r"(?i)^\W*(?:\w{1,3}[.)]\s*)?sasaran(\s+strategis)?\s*(ke)?\W*\d{0,2}\s*[:.=]\s*")


def bare(name: str) -> str:
    """The name without the list mark at its head."""
    return LIST_MARK.sub("", name, count=1).strip() or name.strip()


def numbered(lembar: Lembar, col: int) -> bool:
    """Do the names of a column begin with a running number without a dot (a number column that print lost)?"""
    names = [text for row in lembar.body if (text := lembar.own(row, col))]
    found = [int(match[0]) for name in names if (match := BARE_NUMBER.match(name))]
    return len(found) >= 2 and len(found) * 3 >= len(names) and found == sorted(found)


def without_number(name: str, is_numbered: bool) -> str:
    return bare(BARE_NUMBER.sub("", name) if is_numbered else name)


def longest(lembar: Lembar, columns: Sequence[int]) -> int | None:
    """Of several columns with one header (number and name side by side) the one that holds the names."""
    if not columns:
        return None
    return max(columns, key=lambda c: (_letters(lembar, c), -c))


def _letters(lembar: Lembar, col: int) -> int:
    return sum(len(glue(lembar.own(row, col))) for row in lembar.body)


def rests(lembar: Lembar, columns: Sequence[int]) -> dict[tuple[int, int], str]:
    """Names that a rule parts inside a row: by (row, column) of the name, what stands below the rule.

    All other cells of the row reach over both halves, and the lower half goes on small: two names beside one amount are two.
    """
    found: dict[tuple[int, int], str] = {}
    for row in lembar.body:
        for col in columns:
            upper, lower = lembar.own(row - 1, col), lembar.own(row, col)
            others = [lembar.teks.owner(row, c)[0] for c in range(lembar.teks.n_cols) if c != col]
            if upper and lower[:1].islower() and others and set(others) == {row - 1}:
                found[row - 1, col] = lower
    return found


class Baris(msgspec.Struct, frozen=True):
    """A body row. `sort`: data, total, group (a text and no figure) or blank. `label`: its first text."""

    row: int
    sort: str
    label: str


def classify(lembar: Lembar) -> list[Baris]:
    """What every body row is."""
    figures = lembar.with_role(*FIGURE_ROLES)
    texts = [c for c in range(lembar.teks.n_cols) if c not in figures]
    return [_classify(lembar, row, figures, texts) for row in lembar.body]


def _classify(lembar: Lembar, row: int, figures: Sequence[int], texts: Sequence[int]) -> Baris:
    words = [text for c in texts if (text := lembar.own(row, c))]
    label = next((word for word in words if len(glue(word)) > 3), words[0] if words else "")
    spread = [lembar.own(row, c) for c in figures if lembar.teks.size(row, c)[1] > 1]
    totals = [word for word in [*words, *spread] if is_total(word)]
    if totals and not (is_average(totals[0]) and _is_measured(lembar, row)):
        return Baris(row, "total", label)
    if any(lembar.has_value(row, c) for c in figures):
        return Baris(row, "data", label)
    return Baris(row, "group" if words else "blank", label)


def _is_measured(lembar: Lembar, row: int) -> bool:
    """An indicator that is called like an average (`Rata-rata capaian kinerja OPD`) has a unit and a target; an average has not."""
    own = [any(lembar.own(row, c) for c in lembar.with_role(role)) for role in ("satuan", "target", "realisasi")]
    return all(own)


def carried(lembar: Lembar, col: int | None, rows: Sequence[Baris]) -> dict[int, str]:
    """For each row the column's text: own, merged over it, or the last one above."""
    if col is None:
        return _from_group_rows(rows)
    result: dict[int, str] = {}
    last = ""
    for item in rows:
        text = lembar.over(item.row, col)
        if item.sort == "total" or is_total(text):
            continue
        match = SASARAN_ROW.match(item.label) if item.sort == "group" else None
        last = item.label[match.end() :] if match else text or last
        result[item.row] = last
    return result


def _from_group_rows(rows: Sequence[Baris]) -> dict[int, str]:
    """Without a sasaran column: full-width rows `Sasaran 2: …`."""
    result: dict[int, str] = {}
    last = ""
    for item in rows:
        match = SASARAN_ROW.match(item.label) if item.sort == "group" else None
        last = item.label[match.end() :] if match else last
        result[item.row] = last
    return result
