"""UNIT-COL: columns of units that hold figures. In: tables. Out: findings.

Under `Satuan` stands a figure (the target, one column too far left): W. Or `Satuan` and `Target` are printed over each other's column: I,
for the content tells what is what, and the figures are read so; but whoever reads by the header reads them wrongly.
"""

import re

from extractor.audit.buku import Buku
from extractor.audit.konteks import Konteks, Lembar, Posisi
from extractor.audit.temuan import temuan
from extractor.model.temuan import Severity

_UNIT = re.compile(r"\W*(?:unit|satuan|sat)\b", re.IGNORECASE)
_FIGURE = re.compile(r"\s*\d[\d.,]*\s*")
_MOST_REFS = 8


def check(konteks: Konteks, buku: Buku) -> None:
    """Enter one finding for each table whose unit column holds figures."""
    for lembar in konteks.lembar.values():
        for col, column in enumerate(lembar.tabel.columns):
            leaf = column.label.rsplit(" / ", 1)[-1]
            if column.role in ("satuan", "target") and _UNIT.match(leaf):
                places = [lembar.posisi(row, col) for row in lembar.body_rows if _is_figure(lembar, row, col)]
                if places:
                    _enter(konteks, buku, lembar, leaf, places, "I" if column.role == "target" else "W")


def _is_figure(lembar: Lembar, row: int, col: int) -> bool:
    cell = lembar.cells.get((row, col))
    return cell is not None and not cell.header and _FIGURE.fullmatch(cell.text) is not None


def _enter(konteks: Konteks, buku: Buku, lembar: Lembar, label: str, places: list[Posisi], severity: Severity) -> None:
    raws = ", ".join(dict.fromkeys((konteks.ref(posisi).raw or "").strip() for posisi in places))
    message = (
        f"Kolom “{label}” di {lembar.nama[0]} memuat angka ({raws}), bukan satuan.",
        f"The column “{label}” in {lembar.nama[1]} holds figures ({raws}), not units.",
    )
    finding = temuan(
        "UNIT-COL", message, konteks, places[:_MOST_REFS], severity=severity, reported=konteks.ref(places[0]).raw
    )
    buku.finds(finding, places[0])
