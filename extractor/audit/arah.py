"""POL and LABEL: which way an indicator is good. In: indicator rows with their verdicts. Out: findings.

POL     a capaian that only R / T gives, for an indicator where less is better by its name: what missed its target looks exceeded
LABEL   a name that promises a decrease (`persentase penurunan angka …`) over targets that fall: the level is printed, not its decrease

Both are doubts (W): a name is weak evidence.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence

from capaian.interval import shown
from capaian.polaritas import names_decrease, polarity
from capaian.rumus import point
from extractor.audit.buku import Buku
from extractor.audit.konteks import Konteks, figure_of, written
from extractor.audit.temuan import temuan
from extractor.model.laporan import Indikator

_LEAST_YEARS = 3


def check(konteks: Konteks, buku: Buku, rows: Sequence[Indikator]) -> None:
    """Enter the findings of all rows and of all paths of targets."""
    for row in rows:
        _check_formula(konteks, buku, row)
    paths: dict[tuple[str, int], list[Indikator]] = defaultdict(list)
    for row in rows:
        if row.periode is None and row.tahun is not None and row.target is not None and names_decrease(row.indikator):
            paths[row.tabel, row.row].append(row)
    for path in paths.values():
        _check_path(konteks, buku, path)


def _check_formula(konteks: Konteks, buku: Buku, row: Indikator) -> None:
    """Both ways give 100 where the target is met exactly; a table that prints a limit tells nothing."""
    evaluasi, at = row.evaluasi, konteks.posisi(row.tabel, row.capaian)
    target, realisasi, capaian = figure_of(row.target), figure_of(row.realisasi), figure_of(row.capaian)
    if evaluasi is None or at is None or target is None or realisasi is None or capaian is None:
        return
    if evaluasi.verdict != "sesuai" or evaluasi.rumus != "F1" or target.number == realisasi.number:
        return
    if polarity(row.indikator) != "negatif":
        return
    value = point("F2", target, realisasi)
    better = ("?", "?") if value is None else written(shown(value))
    nama, raw = konteks.lembar[row.tabel].nama, row.capaian.raw if row.capaian else ""
    message = (
        f"“{row.indikator}” di {nama[0]}: makin rendah makin baik, tetapi capaian {raw} adalah realisasi/target; terbalik {better[0]}.",
        f"“{row.indikator}” in {nama[1]}: lower is better, but capaian {raw} is realisasi/target; the other way it is {better[1]}.",
    )
    places = [
        posisi for angka in (row.capaian, row.target, row.realisasi) if (posisi := konteks.posisi(row.tabel, angka))
    ]
    computed = None if value is None else shown(value)
    buku.finds(temuan("POL", message, konteks, places, reported=raw, recomputed=computed), at)


def _check_path(konteks: Konteks, buku: Buku, path: Iterable[Indikator]) -> None:
    known = sorted(
        ((row.tahun, figure.number, row) for row in path if row.tahun and (figure := figure_of(row.target))),
        key=lambda item: item[0],
    )
    numbers = [number for _, number, _ in known]
    falls = all(a > b for a, b in itertools.pairwise(numbers))
    places = [posisi for _, _, row in known if (posisi := konteks.posisi(row.tabel, row.target))]
    if len({year for year, _, _ in known}) < max(_LEAST_YEARS, len(known)) or not falls or not places:
        return
    row, lembar = known[0][2], konteks.lembar[places[0].tabel]
    raws = [konteks.ref(posisi).raw or "" for posisi in (places[0], places[-1])]
    message = (
        f"“{row.indikator}” di {lembar.nama[0]} menyebut penurunan, tetapi targetnya turun dari {raws[0]} ke {raws[1]}: itu tingkatnya.",
        f"“{row.indikator}” in {lembar.nama[1]} names a decrease, but its targets fall from {raws[0]} to {raws[1]}: that is the level.",
    )
    buku.finds(temuan("LABEL", message, konteks, places, reported=raws[0]), places[0])
