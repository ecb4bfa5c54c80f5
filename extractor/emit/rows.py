"""A report's rows for the combined CSV files. `Laporan` and its folder name in, rows in the order of `columns` out."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from extractor.emit.columns import ANGGARAN, INDIKATOR, LAPORAN, TABEL, TEMUAN
from extractor.emit.csv_files import Value
from extractor.emit.table_names import table_file_names
from extractor.model.laporan import Angka, Laporan
from extractor.model.tempat import first_page, row_pages, table_id
from extractor.model.temuan import Ref

Row = tuple[Value, ...]


def laporan_rows(stem: str, laporan: Laporan) -> Iterator[Row]:
    source, identity = laporan.source, laporan.laporan
    yield (
        *(stem, source.file_name, source.sha256),
        *(identity.jenis, identity.instansi, identity.tahun),
        *(laporan.status, source.pages, identity.periode),
    )


def tabel_rows(stem: str, laporan: Laporan) -> Iterator[Row]:
    names = table_file_names(laporan.tabel)
    for tabel, name in zip(laporan.tabel, names, strict=True):
        yield (
            *(stem, tabel.id, tabel.nomor, tabel.judul, tabel.bab, tabel.jenis),
            *(first_page(tabel), ",".join(map(str, tabel.pages))),
            *(tabel.n_rows, tabel.n_cols, tabel.header_rows, f"{stem}/tabel/{name}"),
        )


def indikator_rows(stem: str, laporan: Laporan) -> Iterator[Row]:
    pages = row_pages(laporan)
    for item in laporan.indikator:
        evaluasi = item.evaluasi
        yield (
            *(stem, pages.get(item.tabel, {}).get(item.row), item.tabel, item.row),
            *(item.sasaran, item.indikator, item.satuan, item.tahun, item.periode),
            *_figure(item.target),
            *_figure(item.realisasi),
            *_figure(item.capaian),
            item.predikat,
            *((evaluasi.capaian, evaluasi.rumus, evaluasi.verdict) if evaluasi else (None, None, None)),
        )


def anggaran_rows(stem: str, laporan: Laporan) -> Iterator[Row]:
    pages = row_pages(laporan)
    for item in laporan.anggaran:
        kode, evaluasi = item.kode, item.evaluasi
        yield (
            *(stem, pages.get(item.tabel, {}).get(item.row), item.tabel, item.row),
            *((kode.canonical, kode.raw) if kode else (None, None)),
            *(item.uraian, item.level, item.tahun),
            *_figure(item.pagu),
            *_figure(item.realisasi),
            *_figure(item.persen),
            item.fisik.number if item.fisik else None,
            *((evaluasi.persen, evaluasi.verdict) if evaluasi else (None, None)),
            *(item.satuan, item.induk, item.periode),
        )


def temuan_rows(stem: str, laporan: Laporan) -> Iterator[Row]:
    """One row per finding; its place is that of its first reference, the others are in laporan.json."""
    for item in laporan.temuan:
        ref = item.refs[0] if item.refs else Ref()
        yield (
            *(stem, item.id, item.code, item.severity),
            *(ref.page, table_id(ref, laporan), ref.row, ref.col, ref.raw),
            *(item.reported, item.recomputed, item.proposal, item.proof),
            *(item.message.id, item.message.en),
        )


ROWS_OF: dict[str, Callable[[str, Laporan], Iterator[Row]]] = {
    LAPORAN.name: laporan_rows,
    TABEL.name: tabel_rows,
    INDIKATOR.name: indikator_rows,
    ANGGARAN.name: anggaran_rows,
    TEMUAN.name: temuan_rows,
}


def _figure(angka: Angka | None) -> tuple[Decimal | None, str | None]:
    return (angka.number, angka.raw) if angka else (None, None)
