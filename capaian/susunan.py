"""Sums of emitted budget rows: a program and its kegiatan, a total and the rows that are nobody's part.

In: budget rows with the row of their parent (`induk`) and level. Out: the sums that do not hold. Rupiah are integers, so a sum is right
or wrong; but rows may have been understood wrongly, and a report prints parts of what it sums. So a sum is judged only where the
other sum of the same row holds, or most sums of the table do, and never where both are far apart. Money that was computed with
fractions of a rupiah misses its total by next to nothing in several places of a table: that is rounding.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from capaian.baca import Baris
from capaian.interval import Figur, plain

MONEY = ("pagu", "realisasi")
NO_PART = frozenset({"total", "pendapatan", "pembiayaan", "saldo"})
"""Levels that no spending adds up."""
_MOST = 0.6
_LEAST = 2
_HABIT = 3


class Jumlah(NamedTuple):
    """A parent or total against its parts, in one column of money."""

    induk: Baris
    kolom: str
    bagian: tuple[Baris, ...]
    tercetak: Decimal
    terhitung: Decimal

    @property
    def holds(self) -> bool:
        return self.tercetak == self.terhitung

    def message(self) -> dict[str, str]:
        """The finding as a sentence in both languages."""
        n, difference = len(self.bagian), self.tercetak - self.terhitung
        return {
            "id": f"{self.kolom.capitalize()} {self.tercetak:f} bukan jumlah {n} bagiannya, {self.terhitung:f} (selisih {difference:f}).",
            "en": f"{self.kolom.capitalize()} {self.tercetak:f} is not what its {n} parts add up to, {self.terhitung:f} ({difference:f}).",
        }


def broken_sums(rows: Iterable[Baris]) -> list[Jumlah]:
    """The sums that do not hold, by table and year, in the order of their parents."""
    years: dict[tuple[str, str, str], list[Baris]] = defaultdict(list)
    for row in rows:
        years[row.laporan, row.tabel, row.tahun].append(row)
    sums = {key: list(_sums(members)) for key, members in years.items()}
    misses = Counter(key[:2] for key, found in sums.items() for item in found if _is_rounding(item))
    return [broken for key, found in sums.items() for broken in _broken(found, misses[key[:2]] >= _HABIT)]


def _sums(rows: Sequence[Baris]) -> Iterator[Jumlah]:
    for parent, parts in _families(rows):
        for kolom in MONEY:
            found = _sum(parent, kolom, parts)
            if found is not None:
                yield found


def _broken(sums: Sequence[Jumlah], is_rounded: bool) -> list[Jumlah]:
    holding = [found for found in sums if found.holds and found.tercetak]
    rows_holding = {id(found.induk) for found in holding}
    most = len(holding) >= _LEAST and len(holding) >= _MOST * (len(sums) - 1)
    return [
        found
        for found in sums
        if not found.holds
        and not _is_far(found)
        and not (is_rounded and _is_rounding(found))
        and ((most and found.induk.level != "total") or id(found.induk) in rows_holding)
    ]


def _is_far(found: Jumlah) -> bool:
    """Rows were taken for parts that are none, or parts are missing."""
    small, large = sorted((abs(found.tercetak), abs(found.terhitung)))
    return small * 2 < large or len(found.bagian) < _LEAST


def _is_rounding(found: Jumlah) -> bool:
    return 0 < abs(found.tercetak - found.terhitung) * 2 <= len(found.bagian)


def _families(rows: Sequence[Baris]) -> list[tuple[Baris, list[Baris]]]:
    heads = {row.row: row for row in rows}
    parts: dict[str, list[Baris]] = defaultdict(list)
    tops: list[Baris] = []
    for row in rows:
        if row.level in NO_PART:
            continue
        if row.induk in heads and row.induk != row.row:
            parts[row.induk].append(row)
        elif not row.induk:
            tops.append(row)
    totals = [(row, tops) for row in rows if row.level == "total" and len(tops) > 1]
    return [*((heads[name], found) for name, found in parts.items()), *totals[-1:]]


def _sum(parent: Baris, kolom: str, parts: Sequence[Baris]) -> Jumlah | None:
    """None where the parent or a part prints something that is no number; a part that prints nothing adds nothing."""
    whole = _figure(parent, kolom)
    figures = [figure for part in parts if (figure := _figure(part, kolom)) is not None]
    if whole is None or not figures or any(part.sel[kolom].is_text for part in parts):
        return None
    total = sum((figure.number for figure in figures), Decimal(0))
    return Jumlah(parent, kolom, tuple(parts), plain(whole.number), plain(total))


def _figure(row: Baris, kolom: str) -> Figur | None:
    return row.sel[kolom].figure if kolom in row.sel else None
