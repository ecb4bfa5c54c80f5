"""EFF-LABEL: words for efficiency against the percent spent. In: tables that call rows `efisien`, `kurang efisien`, … beside a percent.
Out: findings.

No rule says where a word begins, but whatever it is, a word must begin where another ends: of two rows, the one that spent more cannot
be called more efficient where less spending is (and the other way round). Which way a table goes, most of its rows say.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

import msgspec

from capaian.interval import Figur
from extractor.audit.buku import Buku
from extractor.audit.konteks import Konteks, Lembar, Posisi
from extractor.audit.temuan import temuan

_EFFICIENT = re.compile(r"(?P<less>sangat|kurang|tidak|belum|cukup|in)?\s*eff?[ie]s[ie]+[a-z]*", re.IGNORECASE)
_LEAST = 4
_MOST_ODD = 0.25


class Baris(msgspec.Struct, frozen=True):
    label: str
    at: Posisi
    figure: Figur
    figure_at: Posisi


def check(konteks: Konteks, buku: Buku) -> None:
    """Enter a finding for each pair of neighbours in size whose words contradict the rest of the table."""
    for lembar in konteks.lembar.values():
        by_label: dict[str, list[Baris]] = defaultdict(list)
        for row in rows_of(lembar):
            by_label[row.label].append(row)
        for one, other in combinations(by_label.values(), 2):
            _check_pair(konteks, buku, lembar, one, other)


def rows_of(lembar: Lembar) -> Iterator[Baris]:
    """Rows with a percent spent and a word for its efficiency."""
    labels, percents = lembar.columns("efisiensi"), lembar.columns("serapan_pct")
    if len(labels) != 1 or len(percents) != 1:
        return
    for row in lembar.body_rows:
        cell, figure = lembar.cells.get((row, labels[0])), lembar.figure(row, percents[0])
        found = _EFFICIENT.fullmatch(" ".join(cell.text.split())) if cell is not None else None
        if found is not None and figure is not None and figure.number:
            label = (found["less"] or "").casefold()
            yield Baris(label, lembar.posisi(row, labels[0]), figure, lembar.posisi(row, percents[0]))


def _check_pair(konteks: Konteks, buku: Buku, lembar: Lembar, one: Sequence[Baris], other: Sequence[Baris]) -> None:
    """The words part the rows by size but for a few: the smallest of the upper ones lies below the largest of the lower ones."""
    size = len(one) + len(other)
    low, high = sorted((one, other), key=lambda rows: _middle(rows).number)
    top = max(low, key=lambda row: row.figure.number)
    bottom = min(high, key=lambda row: row.figure.number)
    odd = min(
        sum(row.figure.number >= bottom.figure.number for row in low),
        sum(row.figure.number <= top.figure.number for row in high),
    )
    if size < _LEAST or top.figure.number < bottom.figure.number or not odd or odd > _MOST_ODD * size:
        return
    places = [bottom.figure_at, bottom.at, top.figure_at, top.at]
    raws = [konteks.ref(posisi).raw or "" for posisi in places]
    message = (
        f"Di {lembar.nama[0]}, serapan {raws[0]} disebut “{raws[1]}” tetapi {raws[2]} “{raws[3]}”, berlawanan dengan baris lainnya.",
        f"In {lembar.nama[1]}, {raws[0]} spent is called “{raws[1]}” but {raws[2]} “{raws[3]}”, against the other rows.",
    )
    buku.finds(temuan("EFF-LABEL", message, konteks, places, reported=raws[0]), places[0])


def _middle(rows: Sequence[Baris]) -> Figur:
    ordered = sorted(rows, key=lambda row: row.figure.number)
    return ordered[len(ordered) // 2].figure
