"""UNIT-DRIFT, FORMULA-DRIFT, SASARAN-DRIFT: what two tables say of one indicator. In: indicator rows, tables. Out: findings.

Rows are joined by the words of the name, so that a name that drifts joins nothing. Units differ where both are known, the target is
one and neither is another word for the other (I); formulas where each has words that the other has in no form (W where
they share less than half, else I: a synonym may stand there); sasaran where
each table has both of them and puts the indicator under another (W).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from extractor.audit.buku import Buku
from extractor.audit.konteks import Konteks, Posisi, figure_of
from extractor.audit.nama import PLANS, row_cell
from extractor.audit.temuan import temuan
from extractor.model.laporan import Indikator
from extractor.model.temuan import Severity
from parsers import kata
from parsers.nilai.satuan import is_known_unit, read_unit

_POINTS = frozenset({"nilai", "indeks", "poin", "rasio", "predikat"})
"""Units of figures that have none: one is as good as another, also for a percent."""
_BRACKETS = re.compile(r"\s*\(.*\)\s*$")
_RUMUS = re.compile(r"rumus|formula|cara|perhitungan|pengukuran", re.IGNORECASE)
_LEAST_WORDS, _HALF = 3, 0.5


def check(konteks: Konteks, buku: Buku, rows: Iterable[Indikator]) -> None:
    """Enter one finding for each two tables that differ about an indicator."""
    plans = [row for row in rows if konteks.lembar[row.tabel].tabel.jenis in PLANS]
    sasaran = _sasaran(plans)
    entered: set[tuple[str, str, str]] = set()
    for one, other in _joined(plans):
        key = (one.indikator, one.tabel, other.tabel)
        if key in entered:
            continue
        entered.add(key)
        places = [_name_cell(konteks, row) for row in (one, other)]
        message = _units(konteks, one, other)
        if message is not None:
            buku.finds(temuan("UNIT-DRIFT", message, konteks, places, reported=one.satuan), places[0])
        message = _sasarans(konteks, sasaran, one, other)
        if message is not None:
            buku.finds(temuan("SASARAN-DRIFT", message, konteks, places, reported=one.sasaran), places[0])
    _formulas(konteks, buku)


def _joined(rows: Iterable[Indikator]) -> Iterator[tuple[Indikator, Indikator]]:
    """Rows of one name in neighbouring tables that have it once a year."""
    groups: dict[tuple[frozenset[str], int | None], list[Indikator]] = defaultdict(list)
    for row in rows:
        name = kata.words(row.indikator)
        if len(name) > 1 and row.periode is None:
            groups[name, row.tahun].append(row)
    for members in groups.values():
        if len({row.tabel for row in members}) == len(members):
            yield from pairwise(members)


def _name_cell(konteks: Konteks, row: Indikator) -> Posisi:
    return row_cell(konteks, row.tabel, row.row, "indikator", row.target)


def _units(konteks: Konteks, one: Indikator, other: Indikator) -> tuple[str, str] | None:
    units = [(read_unit(_BRACKETS.sub("", row.satuan or "")) or "").casefold() for row in (one, other)]
    targets = [figure_of(row.target) for row in (one, other)]
    if units[0] == units[1] or not all(map(is_known_unit, units)) or not _POINTS.isdisjoint(units):
        return None
    if (
        targets[0] is None
        or targets[1] is None
        or targets[0].number != targets[1].number
        or units[0] in units[1].split()
    ):
        return None
    names = [konteks.lembar[row.tabel].nama for row in (one, other)]
    return (
        f"Satuan “{one.indikator}” adalah {one.satuan} di {names[0][0]}, tetapi {other.satuan} di {names[1][0]}.",
        f"The unit of “{one.indikator}” is {one.satuan} in {names[0][1]} but {other.satuan} in {names[1][1]}.",
    )


def _sasaran(rows: Iterable[Indikator]) -> dict[str, list[str]]:
    """The sasaran of each table."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for row in rows:
        if row.sasaran:
            found[row.tabel][row.sasaran] = None
    return {tabel: list(names) for tabel, names in found.items()}


def _sasarans(
    konteks: Konteks, known: dict[str, list[str]], one: Indikator, other: Indikator
) -> tuple[str, str] | None:
    if not one.sasaran or not other.sasaran or not kata.renamed(one.sasaran, other.sasaran):
        return None
    here = any(kata.same_name(other.sasaran, name) for name in known[one.tabel])
    there = any(kata.same_name(one.sasaran, name) for name in known[other.tabel])
    if not here or not there:
        return None
    names = [konteks.lembar[row.tabel].nama for row in (one, other)]
    return (
        f"“{one.indikator}” mengukur sasaran “{one.sasaran}” di {names[0][0]}, tetapi “{other.sasaran}” di {names[1][0]}.",
        f"“{one.indikator}” measures the sasaran “{one.sasaran}” in {names[0][1]} but “{other.sasaran}” in {names[1][1]}.",
    )


def _formulas(konteks: Konteks, buku: Buku) -> None:
    """Formulas by the indicator beside them, from every table that has a column of them."""
    found: dict[frozenset[str], list[tuple[str, str, Posisi]]] = defaultdict(list)
    for lembar in konteks.lembar.values():
        columns = [c for c in lembar.columns("formula") if _RUMUS.search(lembar.label(c).rsplit(" / ", 1)[-1])]
        names = lembar.columns("indikator")
        if len(columns) != 1 or len(names) != 1:
            continue
        for row in lembar.body_rows:
            name, formula = (lembar.cells.get((row, col)) for col in (names[0], columns[0]))
            if name is not None and formula is not None and len(kata.words(name.text)) > 1:
                found[kata.words(name.text)].append((name.text, formula.text, lembar.posisi(row, columns[0])))
    for members in found.values():
        if len({at.tabel for _, _, at in members}) == len(members):
            for one, other in pairwise(members):
                _formula_pair(konteks, buku, one, other)


def _formula_pair(konteks: Konteks, buku: Buku, one: tuple[str, str, Posisi], other: tuple[str, str, Posisi]) -> None:
    texts = [_unbracketed(item[1]) for item in (one, other)]
    if any(len(kata.words(text)) < _LEAST_WORDS for text in texts) or not kata.renamed(*texts):
        return
    names = [konteks.lembar[at.tabel].nama for _, _, at in (one, other)]
    message = (
        f"Rumus “{one[0]}” adalah “{one[1]}” di {names[0][0]}, tetapi “{other[1]}” di {names[1][0]}.",
        f"The formula of “{one[0]}” is “{one[1]}” in {names[0][1]} but “{other[1]}” in {names[1][1]}.",
    )
    places: Sequence[Posisi] = (one[2], other[2])
    severity: Severity = "W" if kata.shared(*texts) < _HALF else "I"
    finding = temuan("FORMULA-DRIFT", message, konteks, places, severity=severity, reported=one[1])
    buku.finds(finding, places[0])


def _unbracketed(text: str) -> str:
    """Brackets of a formula hold what is counted, not an aside."""
    return re.sub(r"[()\[\]]", " ", text)
