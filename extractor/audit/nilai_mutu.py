"""PRED: the label of a capaian against the rating scale that the report prints. In: tables of scales, indicator rows. Out: findings.

A scale of a regulation is never assumed: without a printed one nothing is said. A label is judged by the one printed scale that knows
it, also by its initials (`SB`). Values in a gap or on an edge of two bands may have either label.
"""

from collections.abc import Iterable, Sequence

import msgspec
from msgspec.structs import replace

from capaian.interval import Figur
from capaian.predikat import Penilaian, Pita, Skala, normal, rate, scale
from extractor.audit.buku import Buku
from extractor.audit.konteks import Konteks, Lembar, Posisi, figure_of
from extractor.audit.temuan import temuan
from extractor.model.laporan import Indikator
from extractor.model.temuan import Severity
from parsers.nilai import read_predikat
from parsers.rentang import Rentang, read_rentang


class _Dinilai(msgspec.Struct, frozen=True):
    """A row that a scale knows: its place, the scale, the printed label as the scale spells it, and what the scale allows."""

    row: Indikator
    posisi: Posisi
    skala: Skala
    label: str
    figure: Figur
    found: Penilaian

    @property
    def agrees(self) -> bool:
        return self.found.accepts(self.label)

    @property
    def is_on_edge(self) -> bool:
        return any(self.figure.number in (band.lower, band.upper) for band in self.skala.bands)


def check(konteks: Konteks, buku: Buku, rows: Sequence[Indikator]) -> tuple[Indikator, ...]:
    """The rows with the label that the scale gives, and a finding for each one that prints another."""
    known = scales(konteks)
    rated = {i: found for i, row in enumerate(rows) if (found := _rated(konteks, row, known)) is not None}
    used = {scale_.name for scale_ in known if _is_used(scale_, rated.values())}
    seen: set[tuple[str, int, str]] = set()
    for item in rated.values():
        key = (item.row.tabel, item.row.row, item.row.capaian.raw if item.row.capaian else "")
        if item.skala.name in used and not item.agrees and key not in seen:
            seen.add(key)
            _enter(konteks, buku, item)
    return tuple(
        _with_label(row, rated[i]) if i in rated and rated[i].skala.name in used else row for i, row in enumerate(rows)
    )


def scales(konteks: Konteks) -> list[Skala]:
    """The rating scales that the report prints."""
    return [skala for lembar in konteks.lembar.values() if (skala := _scale(lembar)) is not None]


def _is_used(skala: Skala, rated: Iterable[_Dinilai]) -> bool:
    """The report labels by this scale: most of its different values below the top band carry the label of their band. A scale may
    be printed for another use, and everything is `Sangat Baik` by most."""
    told = {
        (item.figure.number, item.agrees) for item in rated if item.skala is skala and item.label != skala.labels[0]
    }
    return 2 * sum(agrees for _, agrees in told) > len(told)


def _scale(lembar: Lembar) -> Skala | None:
    """The scale of a table that prints one: a column of bands beside a column of labels."""
    if lembar.tabel.jenis != "skala":
        return None
    columns = range(lembar.tabel.n_cols)
    bands = {col: [_band(lembar, row, col) for row in lembar.body_rows] for col in columns}
    col = max(columns, key=lambda c: sum(band is not None for band in bands[c]))
    labels = [c for c in columns if c != col and sum(bool(_label(lembar, row, c)) for row in lembar.body_rows) > 1]
    if not labels:
        return None
    found = [
        Pita(label, band.lower, band.upper, band.lower_open, band.upper_open)
        for row, band in zip(lembar.body_rows, bands[col], strict=True)
        if band is not None and (label := _label(lembar, row, labels[0]))
    ]
    return scale(lembar.nama[1], found, lembar.nama[1])


def _band(lembar: Lembar, row: int, col: int) -> Rentang | None:
    cell = lembar.cells.get((row, col))
    return read_rentang(cell.text) if cell is not None else None


def _label(lembar: Lembar, row: int, col: int) -> str:
    cell = lembar.cells.get((row, col))
    return cell.text if cell is not None and read_predikat(cell.text) is not None else ""


def _rated(konteks: Konteks, row: Indikator, scales: Iterable[Skala]) -> _Dinilai | None:
    capaian, posisi = figure_of(row.capaian), konteks.posisi(row.tabel, row.capaian)
    known = [(skala, label) for skala in scales if (label := _known(skala, row.predikat or ""))]
    if capaian is None or posisi is None or len(known) != 1:
        return None
    skala, label = known[0]
    return _Dinilai(row, posisi, skala, label, capaian, rate(skala, capaian))


def _with_label(row: Indikator, item: _Dinilai) -> Indikator:
    if row.evaluasi is None:
        return row
    return replace(row, evaluasi=replace(row.evaluasi, predikat=item.found.labels[0]))


def _enter(konteks: Konteks, buku: Buku, item: _Dinilai) -> None:
    raw, nama, wanted = konteks.ref(item.posisi).raw or "", konteks.lembar[item.row.tabel].nama, item.found.labels[0]
    message = (
        f"Capaian {raw} di {nama[0]} disebut “{item.row.predikat}”, menurut skala laporan “{wanted}”.",
        f"Capaian {raw} in {nama[1]} is called “{item.row.predikat}”; by the report's own scale it is “{wanted}”.",
    )
    severity: Severity = "W" if item.is_on_edge else "E"
    finding = temuan(
        "PRED",
        message,
        konteks,
        [item.posisi],
        severity=severity,
        reported=item.row.predikat,
        witnesses=[item.skala.source],
    )
    buku.finds(replace(finding, recomputed=wanted), item.posisi)


def _known(skala: Skala, printed: str) -> str | None:
    """The label of the scale that is printed, in full or by its initials."""
    plain = normal(printed)
    if not plain:
        return None
    full = [label for label in skala.labels if normal(label) == plain]
    initials = [label for label in skala.labels if "".join(word[0] for word in label.split()).casefold() == plain]
    found = full or initials
    return found[0] if len(found) == 1 else None
