"""YEAR: results of years that the report cannot know. In: indicator rows, the year of the report. Out: findings.

A realisasi of a later year than the report's is a plan, a slip of the header, or a copied column; it is doubted, never more: reports
are also printed late.
"""

from collections.abc import Iterable

from extractor.audit.buku import Buku
from extractor.audit.konteks import Konteks
from extractor.audit.temuan import temuan
from extractor.model.laporan import Indikator


def check(konteks: Konteks, buku: Buku, rows: Iterable[Indikator], tahun: int | None) -> None:
    """Enter a finding for each realisasi of a later year."""
    if tahun is None:
        return
    for row in rows:
        posisi = konteks.posisi(row.tabel, row.realisasi)
        if (
            row.tahun is None
            or row.tahun <= tahun
            or posisi is None
            or row.realisasi is None
            or row.realisasi.number is None
        ):
            continue
        nama = konteks.lembar[row.tabel].nama
        message = (
            f"Realisasi {row.realisasi.raw} di {nama[0]} untuk tahun {row.tahun}, sesudah tahun laporan {tahun}.",
            f"Realisasi {row.realisasi.raw} in {nama[1]} is of {row.tahun}, after the report's year {tahun}.",
        )
        buku.finds(temuan("YEAR", message, konteks, [posisi], reported=row.realisasi.raw), posisi)
