"""Sums that a table's own words announce: a column or a row called Jumlah or Total.

In: a table's grid, and which rows of a budget table are nobody's children. Out: sum equations that the table itself proves:
the same sum holds elsewhere in the table. A table none of whose sums hold is understood wrongly and gives none.
"""

import re
from collections.abc import Iterator, Sequence

from capaian.interval import Figur
from extractor.audit.konteks import Lembar, Posisi
from extractor.audit.persamaan import Jumlahan

_TOTAL_LABEL = re.compile(r"^\W*(jumlah|total|jml)\b(?!.*\b(indikator|sasaran|pegawai di)\b)", re.IGNORECASE)
_NO_ADDEND = frozenset(
    {
        "no",
        "kode",
        "tahun_n",
        "periode",
        "capaian_pct",
        "serapan_pct",
        "fisik_pct",
        "efisiensi",
        "predikat",
        "satuan",
        "keterangan",
    }
)
_RATIO_LABEL = re.compile(r"%|persen|prosen|rata|tahun\s*20\d\d$", re.IGNORECASE)
_INDICATOR_ROLES = frozenset({"target", "realisasi", "indikator"})
_LEAST_ROWS = 2
_LEAST_SHARE = 0.6


def addable(lembar: Lembar) -> list[int]:
    """Columns whose figures may be added up: counts and money, no percents, years, codes or running numbers."""
    found = []
    for col, column in enumerate(lembar.tabel.columns):
        leaf = column.label.rsplit(" / ", 1)[-1].strip()
        if column.role in _NO_ADDEND or column.role in _INDICATOR_ROLES or _RATIO_LABEL.search(leaf):
            continue
        figures = [figure for row in lembar.body_rows if (figure := lembar.figure(row, col)) is not None]
        if figures and not _counts_rows(figures):
            found.append(col)
    return found


def year_columns(lembar: Lembar) -> list[int]:
    """Columns that may hold a value for the year: all with figures but codes and running numbers."""
    found = []
    for col, column in enumerate(lembar.tabel.columns):
        figures = [figure for row in lembar.body_rows if (figure := lembar.figure(row, col)) is not None]
        if figures and column.role not in ("no", "kode", "tahun_n") and not _counts_rows(figures):
            found.append(col)
    return found


def _counts_rows(figures: Sequence[Figur]) -> bool:
    """1, 2, 3, … : a running number without its header."""
    return len(figures) > 1 and [figure.number for figure in figures] == list(range(1, len(figures) + 1))


def rows(lembar: Lembar) -> Iterator[Jumlahan]:
    """Row sums: each column called Jumlah against the addable columns on one side of it, where most rows agree."""
    columns = addable(lembar)
    totals = [col for col in columns if _TOTAL_LABEL.match(lembar.label(col).rsplit(" / ", 1)[-1])]
    for i, total in enumerate(totals):
        before = totals[i - 1] if i else -1
        after = totals[i + 1] if i + 1 < len(totals) else lembar.tabel.n_cols
        sides = (
            [col for col in columns if before < col < total],
            [col for col in columns if total < col < after],
        )
        for addends in sides:
            equations = _row_equations(lembar, total, addends) if len(addends) >= _LEAST_ROWS else []
            if _proves_itself(equations):
                yield from equations
                break


def _row_equations(lembar: Lembar, total: int, addends: Sequence[int]) -> list[Jumlahan]:
    found = []
    for row in lembar.body_rows:
        equation = _equation(
            lembar,
            (row, total),
            [(row, col) for col in addends],
            f"row {row}: {lembar.label(total)} = sum of its columns",
            "row",
        )
        if equation is not None and len(equation.parts) >= _LEAST_ROWS:
            found.append(equation)
    return found


def _proves_itself(equations: Sequence[Jumlahan]) -> bool:
    """Enough different rows agree, and most of them."""
    holding = {equation.total for equation in equations if not equation.difference and equation.total_figure.number}
    return len(holding) >= _LEAST_ROWS and len(holding) >= _LEAST_SHARE * len(equations)


def columns(lembar: Lembar, top_rows: Sequence[int] | None) -> Iterator[Jumlahan]:
    """Column sums: each total row against the rows above it.

    Which rows it adds up is tried: those since the previous total row, all, those that are nobody's children (`top_rows`, for
    budget tables), the totals before it. The reading that holds in most columns is taken, if it holds in one at least.
    """
    totals = [row for row in lembar.body_rows if lembar.is_total(row)]
    cols = addable(lembar)
    for i, total in enumerate(totals):
        readings = _readings(lembar, totals[:i], total, top_rows)
        candidates = [_column_equations(lembar, total, reading, cols) for reading in readings]
        best = max(candidates, key=_holding, default=[])
        if _holding(best):
            yield from best


def _readings(lembar: Lembar, before: list[int], total: int, top_rows: Sequence[int] | None) -> list[list[int]]:
    above = [row for row in lembar.body_rows if row < total and row not in before]
    readings = [[row for row in above if not before or row > before[-1]], above]
    if top_rows is not None:
        tops = [row for row in top_rows if row < total and row not in before]
        readings += [tops, [row for row in tops if not before or row > before[-1]]]
    if len(before) >= _LEAST_ROWS:
        readings.append(before)
    unique: list[list[int]] = []
    for reading in readings:
        if reading and reading not in unique:
            unique.append(reading)
    return unique


def _column_equations(lembar: Lembar, total: int, members: Sequence[int], cols: Sequence[int]) -> list[Jumlahan]:
    found = []
    for col in cols:
        equation = _equation(
            lembar,
            (total, col),
            [(row, col) for row in members],
            f"column {lembar.label(col)}: total = sum of {{}} rows",
            "column",
        )
        if equation is not None:
            found.append(equation)
    return found


def _holding(equations: Sequence[Jumlahan]) -> int:
    return sum(1 for equation in equations if not equation.difference and equation.total_figure.number)


def _equation(
    lembar: Lembar, total: tuple[int, int], members: Sequence[tuple[int, int]], name: str, group: str
) -> Jumlahan | None:
    """The sum, or None when the total or a member holds something that is no figure. A dash or an empty cell adds nothing."""
    figure = lembar.figure(*total)
    if figure is None:
        return None
    parts: dict[Posisi, Figur] = {}
    for place in members:
        part = lembar.figure(*place)
        if part is not None:
            parts[lembar.posisi(*place)] = part
        elif not _is_nothing(lembar, place):
            return None
    at = lembar.posisi(*total)
    return Jumlahan(name.format(len(parts)), f"{at}:{group}", at, figure, parts) if parts else None


def _is_nothing(lembar: Lembar, place: tuple[int, int]) -> bool:
    cell = lembar.cells.get(place)
    return cell is None or not cell.text.strip(" -–—.,")
