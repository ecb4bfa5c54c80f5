"""RANGE: rows that are named by ranges, such as groups of age. In: tables. Out: findings.

`10-14, 15-19, …, 60-64, 60-+`: where nearly all groups begin behind the one before, one that begins inside it is mislabelled, or counts
twice. A gap contradicts nothing: a table may leave a group out.
"""

import itertools
import re

import msgspec

from extractor.audit.buku import Buku
from extractor.audit.konteks import Konteks, Lembar
from extractor.audit.temuan import temuan

_CLOSED = re.compile(r"\W*(\d{1,3})\s*[-–—]\s*(\d{1,3})(?:\s*(?:tahun|th|thn))?\W*", re.IGNORECASE)
_OPEN = re.compile(
    r"\W*(?:[>≥]\s*)?=?\s*(\d{1,3})\s*[-–—]?\s*(?:\+|ke\s*atas|lebih)(?:\s*(?:tahun|th|thn))?\W*", re.IGNORECASE
)
_LEAST = 4
_MOST_ODD = 0.25


class _Golongan(msgspec.Struct, frozen=True):
    row: int
    lower: int
    upper: int | None


def check(konteks: Konteks, buku: Buku) -> None:
    """Enter a finding for each group that begins inside the one before it."""
    for lembar in konteks.lembar.values():
        for col in (0, 1):
            groups = _groups(lembar, col)
            odd = [(a, b) for a, b in itertools.pairwise(groups) if not _follows(a, b)]
            if len(groups) >= _LEAST and odd and len(odd) <= _MOST_ODD * (len(groups) - 1):
                for before, group in odd:
                    _enter(konteks, buku, lembar, col, before, group)


def _groups(lembar: Lembar, col: int) -> list[_Golongan]:
    found = []
    for row in lembar.body_rows:
        cell = lembar.cells.get((row, col))
        text = cell.text if cell is not None else ""
        closed, opened = _CLOSED.fullmatch(text), _OPEN.fullmatch(text)
        if closed and int(closed[1]) < int(closed[2]):
            found.append(_Golongan(row, int(closed[1]), int(closed[2])))
        elif opened:
            found.append(_Golongan(row, int(opened[1]), None))
    return found


def _follows(before: _Golongan, group: _Golongan) -> bool:
    """Any group behind the one before, or a new series from a lower number."""
    return before.upper is None or group.lower > before.upper or group.lower < before.lower


def _enter(konteks: Konteks, buku: Buku, lembar: Lembar, col: int, before: _Golongan, group: _Golongan) -> None:
    places = [lembar.posisi(group.row, col), lembar.posisi(before.row, col)]
    raws = [konteks.ref(posisi).raw or "" for posisi in places]
    message = (
        f"Golongan “{raws[0]}” di {lembar.nama[0]} mulai di dalam golongan “{raws[1]}” di atasnya.",
        f"The group “{raws[0]}” in {lembar.nama[1]} begins inside “{raws[1]}” above it.",
    )
    buku.finds(temuan("RANGE", message, konteks, places, reported=raws[0]), places[0])
