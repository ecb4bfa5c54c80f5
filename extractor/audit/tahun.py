"""YEAR, YEAR-SOURCE, YEAR-CAPTION: figures of a year that they can hardly belong to. In: records, tables, the report's year. Out: findings.

A realisasi of a later year than the report's is a plan, a slip of the header, or a copied column. A table whose source is the
performance report of an earlier year, or a realisasi that says itself to be an earlier year's, was carried over: the records keep
the report's year, as a source note dates nothing (LABELS.md, indikator 1). A caption of one year over columns that all are of one
other year says two things. All are doubted, never more.
"""

import re
from collections.abc import Iterable, Sequence

from extractor.audit.buku import Buku
from extractor.audit.konteks import Konteks, Lembar, Posisi
from extractor.audit.temuan import temuan
from extractor.model.laporan import Anggaran, Angka, Indikator
from parsers.nilai import read_year

_OF_RESULTS = re.compile(r"(?i)\b(realisasi|kinerja|lkj?ip|lkj|lakip|lra)\b")
_ITS_OWN_YEAR = re.compile(r"(?i)\brealisasi\s+(?:tahun\s+)?((?:19|20)\d\d)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SPAN = re.compile(r"(?:19|20)\d\d\s*(?:[-–—/]|s\.?d\.?|sampai)")
_COMPARES = re.compile(r"(?i)banding|terhadap|renstra|rpjm|jangka menengah|akumulasi|proyeksi|baseline")
_OF_A_YEAR = ("target", "realisasi", "capaian_pct", "pagu", "realisasi_rp")


def check(
    konteks: Konteks, buku: Buku, rows: Iterable[Indikator], budget: Sequence[Anggaran], tahun: int | None
) -> None:
    """Enter a finding for each realisasi of a later year, each that names an earlier one, each table of an older source or with
    a caption of another year."""
    for lembar in konteks.lembar.values():
        _caption(konteks, buku, lembar)
    if tahun is None:
        return
    dated: dict[str, Posisi] = {}
    for row in rows:
        posisi = konteks.posisi(row.tabel, row.realisasi)
        if row.tahun is None or posisi is None or row.realisasi is None:
            continue
        if row.tahun == tahun:
            dated.setdefault(row.tabel, posisi)
        if row.realisasi.number is None:
            continue
        _later(konteks, buku, row.realisasi, posisi, (row.tahun, tahun))
        _says_other(konteks, buku, row.realisasi, posisi, row.tahun)
    for line in budget:
        posisi = konteks.posisi(line.tabel, line.realisasi)
        if line.tahun == tahun and posisi is not None:
            dated.setdefault(line.tabel, posisi)
    for tabel, posisi in dated.items():
        _older_source(konteks, buku, konteks.lembar[tabel], posisi, tahun)


def _later(konteks: Konteks, buku: Buku, angka: Angka, posisi: Posisi, years: tuple[int, int]) -> None:
    of, report = years
    if of <= report:
        return
    nama = konteks.lembar[posisi.tabel].nama
    message = (
        f"Realisasi {angka.raw} di {nama[0]} untuk tahun {of}, sesudah tahun laporan {report}.",
        f"Realisasi {angka.raw} in {nama[1]} is of {of}, after the report's year {report}.",
    )
    buku.finds(temuan("YEAR", message, konteks, [posisi], reported=angka.raw), posisi)


def _says_other(konteks: Konteks, buku: Buku, angka: Angka, posisi: Posisi, tahun: int) -> None:
    said = _ITS_OWN_YEAR.search(angka.raw)
    if said is None or int(said[1]) >= tahun:
        return
    nama = konteks.lembar[posisi.tabel].nama
    message = (
        f"Realisasi tahun {tahun} di {nama[0]} menurut keterangannya sendiri adalah realisasi tahun {said[1]}.",
        f"The realisasi of {tahun} in {nama[1]} is that of {said[1]} by its own remark.",
    )
    buku.finds(temuan("YEAR-SOURCE", message, konteks, [posisi], reported=angka.raw), posisi)


def _older_source(konteks: Konteks, buku: Buku, lembar: Lembar, posisi: Posisi, tahun: int) -> None:
    note = lembar.tabel.source_note or ""
    year = read_year(note)
    labels = " ".join(column.label for column in lembar.tabel.columns)
    if year is None or year >= tahun or not _OF_RESULTS.search(note) or _YEAR.search(f"{lembar.tabel.judul} {labels}"):
        return
    nama = lembar.nama
    message = (
        f"{nama[0][:1].upper()}{nama[0][1:]} tidak menyebut tahunnya dan bersumber dari laporan tahun {year}: angkanya mungkin "
        f"angka {year}, bukan {tahun}.",
        f"{nama[1][:1].upper()}{nama[1][1:]} names no year and has a report of {year} as its source: its figures may be of {year}, "
        f"not of {tahun}.",
    )
    buku.finds(temuan("YEAR-SOURCE", message, konteks, [posisi], witnesses=[note]), posisi)


def _caption(konteks: Konteks, buku: Buku, lembar: Lembar) -> None:
    judul = lembar.tabel.judul or ""
    said = set(_YEAR.findall(judul))
    if len(said) != 1 or _SPAN.search(judul) or _COMPARES.search(judul):
        return
    dated = [(col, set(_YEAR.findall(column.label))) for col, column in enumerate(lembar.tabel.columns)]
    years = {year for _, found in dated for year in found}
    columns = [col for col, _ in dated if lembar.tabel.columns[col].role in _OF_A_YEAR]
    if len(years) != 1 or years == said or not columns or not all(dated[col][1] for col in columns):
        return
    (of,), (printed,), nama = said, years, lembar.nama
    message = (
        f"Judul {nama[0]} menyebut tahun {of}, tetapi kolom “{lembar.label(columns[0])}” tahun {printed}.",
        f"The caption of {nama[1]} says {of}, but the column “{lembar.label(columns[0])}” is of {printed}.",
    )
    rows = [row for row in range(lembar.tabel.header_rows) if (row, columns[0]) in lembar.cells]
    at = lembar.posisi(max(rows, default=0), columns[0])
    buku.finds(temuan("YEAR-CAPTION", message, konteks, [at], reported=printed), at)
