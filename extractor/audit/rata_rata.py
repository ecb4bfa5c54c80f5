"""AVG: rows called Rata-rata against the mean of the rows above them. In: tables. Out: findings and equations.

Which rows are meant is tried: those since the last such row, all above, the rows of totals only. A mean of printed values with their
rounding counts, so does one without the empty cells. An average of averages, or a weighted one, is not told from an error: a row is
doubted (W), never more, and only in a table where another average is a simple one.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

import msgspec

from capaian.interval import Figur, Selang, overlaps, printed, shown
from extractor.audit.buku import Buku
from extractor.audit.konteks import Konteks, Lembar, Posisi
from extractor.audit.temuan import temuan

_AVERAGE = re.compile(r"\W*(?:nilai\s+)?rata\s*\W*\s*rata\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
"""A row that says what it adds (`(60 + 80) / 2`), or of which goal it is, averages a part."""
_ROLES = ("capaian_pct", "serapan_pct", "efisiensi")
_LEAST = 2


class _Rata(msgspec.Struct, frozen=True):
    """An average with the rows that may have been meant."""

    posisi: Posisi
    figure: Figur
    readings: tuple[list[Figur], ...]

    @property
    def holds(self) -> bool:
        return any(is_mean(self.figure, members) for members in self.readings)


def check(konteks: Konteks, buku: Buku) -> None:
    """Enter a finding for each average that is none of the rows above it, where another average of its table is one."""
    for lembar in konteks.lembar.values():
        found = list(_averages(lembar))
        for item in found if any(item.holds for item in found) else ():
            if not item.holds:
                _enter(konteks, buku, lembar, item)


def _averages(lembar: Lembar) -> Iterator[_Rata]:
    rows = [
        row for row in lembar.body_rows if _AVERAGE.match(text := lembar.first_text(row)) and not _DIGIT.search(text)
    ]
    for i, row in enumerate(rows):
        for col in lembar.columns(*_ROLES):
            figure = lembar.figure(row, col)
            readings = tuple(m for m in _readings(lembar, (row, col), rows[:i]) if len(m) >= _LEAST)
            if figure is not None and readings:
                yield _Rata(lembar.posisi(row, col), figure, readings)


def _enter(konteks: Konteks, buku: Buku, lembar: Lembar, item: _Rata) -> None:
    members = item.readings[0]
    computed = shown(sum((Fraction(member.number) for member in members), Fraction(0)) / len(members))
    raw = konteks.ref(item.posisi).raw or ""
    message = (
        f"Rata-rata {raw} di {lembar.nama[0]} bukan rata-rata {len(members)} angka di atasnya, yaitu {computed}.",
        f"The average {raw} in {lembar.nama[1]} is not that of the {len(members)} figures above it, {computed}.",
    )
    buku.finds(temuan("AVG", message, konteks, [item.posisi], reported=raw, recomputed=computed), item.posisi)


def _readings(lembar: Lembar, at: tuple[int, int], before: list[int]) -> Iterator[list[Figur]]:
    """The figures that may have been averaged."""
    row, col = at
    starts = dict.fromkeys((before[-1] + 1 if before else lembar.tabel.header_rows, lembar.tabel.header_rows))
    for start in starts:
        rows = [r for r in range(start, row) if r not in before]
        totals = [r for r in rows if lembar.is_total(r)]
        # an indicator may be called `Jumlah …`, too
        for chosen in ([r for r in rows if r not in totals], totals, rows):
            yield [figure for r in chosen if (figure := lembar.figure(r, col)) is not None]


def printed_averages(konteks: Konteks) -> list[Figur]:
    """The figures of all rows called Rata-rata."""
    return [item.figure for lembar in konteks.lembar.values() for item in _averages(lembar)]


def is_mean(figure: Figur, members: list[Figur]) -> bool:
    """The figure is the mean of the others, each with its rounding."""
    spans = [printed(member) for member in members]
    n = len(members)
    return overlaps(
        figure, Selang(sum((s.lo for s in spans), Fraction(0)) / n, sum((s.hi for s in spans), Fraction(0)) / n)
    )
