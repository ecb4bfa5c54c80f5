"""XTAB: targets of the plan in a table of one indicator. In: tables whose rows are called Target and Realisasi, the indicator rows.
Out: findings.

`Perbandingan … terhadap target Renstra`: the caption names the indicator, a row its targets. Where another table prints a path of targets
over the years for that indicator, and none of them is the figure here, the plan is told in two ways. Doubted (W): names drift.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from capaian.interval import Figur
from extractor.audit.buku import Buku
from extractor.audit.konteks import Konteks, Lembar, Posisi, figure_of
from extractor.audit.temuan import temuan
from extractor.model.laporan import Indikator
from parsers import kata

_ROWS = frozenset({"target", "realisasi"})
_LEAST_YEARS = 3
_NAMED = 0.75


def check(konteks: Konteks, buku: Buku, rows: Sequence[Indikator]) -> None:
    """Enter a finding for each row of targets that its indicator's path does not know."""
    known = {row.tabel for row in rows}
    paths = _paths(konteks, rows)
    for lembar in konteks.lembar.values():
        names = {lembar.first_text(row).strip().casefold(): row for row in lembar.body_rows}
        if lembar.tabel.id in known or not set(names) >= _ROWS or not lembar.tabel.judul:
            continue
        found = _path_of(kata.words(lembar.tabel.judul), paths)
        if found is not None:
            _compare(konteks, buku, lembar, names["target"], found)


def _paths(konteks: Konteks, rows: Iterable[Indikator]) -> list[tuple[frozenset[str], dict[Posisi, Figur]]]:
    """The targets over at least three years, for each row that prints them."""
    found: dict[tuple[str, int], list[Indikator]] = defaultdict(list)
    for row in rows:
        if row.periode is None and row.tahun is not None and row.target is not None:
            found[row.tabel, row.row].append(row)
    paths = []
    for members in found.values():
        cells = {
            posisi: figure
            for row in members
            if (posisi := konteks.posisi(row.tabel, row.target)) and (figure := figure_of(row.target))
        }
        if len({row.tahun for row in members}) >= _LEAST_YEARS and len(cells) >= _LEAST_YEARS:
            paths.append((kata.words(members[0].indikator), cells))
    return paths


def _path_of(
    title: frozenset[str], paths: Iterable[tuple[frozenset[str], dict[Posisi, Figur]]]
) -> dict[Posisi, Figur] | None:
    """The one path whose indicator the title names."""
    named = [cells for name, cells in paths if kata.held_loosely(name, title) >= _NAMED]
    return named[0] if len(named) == 1 else None


def _compare(konteks: Konteks, buku: Buku, lembar: Lembar, row: int, path: Mapping[Posisi, Figur]) -> None:
    printed = {
        lembar.posisi(row, col): figure for col in range(1, lembar.tabel.n_cols) if (figure := lembar.figure(row, col))
    }
    targets = {figure.number for figure in path.values()}
    if not printed or any(figure.number in targets for figure in printed.values()):
        return
    here, there = next(iter(printed)), list(path)
    raws = [konteks.ref(posisi).raw or "" for posisi in (here, there[0], there[-1])]
    other = konteks.lembar[there[0].tabel].nama
    message = (
        f"Target {raws[0]} di {lembar.nama[0]} tidak ada di antara target indikator itu di {other[0]} ({raws[1]} sampai {raws[2]}).",
        f"The target {raws[0]} in {lembar.nama[1]} is none of that indicator's targets in {other[1]} ({raws[1]} to {raws[2]}).",
    )
    buku.finds(temuan("XTAB", message, konteks, [*printed, *there], severity="W", reported=raws[0]), here)
