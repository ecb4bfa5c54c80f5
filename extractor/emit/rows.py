"""A report's rows for the combined CSV files. `Laporan` and its folder name in, rows in the order of `columns` out."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from extractor.emit.columns import ANGGARAN, INDIKATOR, LAPORAN, TABEL, TEMUAN
from extractor.emit.csv_files import Value
from extractor.emit.table_names import table_file_names
from extractor.model.laporan import Angka, Laporan, Tabel
from extractor.model.temuan import Ref

Row = tuple[Value, ...]
RowPages = dict[str, dict[int, int]]


def laporan_rows(stem: str, laporan: Laporan) -> Iterator[Row]:
    source, identity = laporan.source, laporan.laporan
    yield (
        *(stem, source.file_name, source.sha256),
        *(identity.jenis, identity.instansi, identity.tahun),
        *(laporan.status, source.pages),
    )


def tabel_rows(stem: str, laporan: Laporan) -> Iterator[Row]:
    names = table_file_names(laporan.tabel)
    for tabel, name in zip(laporan.tabel, names, strict=True):
        yield (
            *(stem, tabel.id, tabel.nomor, tabel.judul, tabel.bab, tabel.jenis),
            *(_first_page(tabel), ",".join(map(str, tabel.pages))),
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
            item.satuan,
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


def _first_page(tabel: Tabel) -> int | None:
    return tabel.pages[0] if tabel.pages else None


def row_pages(laporan: Laporan) -> RowPages:
    """The page each row of each table begins on; a row without a cell of its own takes its table's first page."""
    found: RowPages = {}
    for tabel in laporan.tabel:
        first = _first_page(tabel)
        pages = {} if first is None else dict.fromkeys(range(tabel.n_rows), first)
        own: dict[int, int] = {}
        for cell in tabel.cells:
            for place in cell.prov[:1]:
                if place.page is not None and cell.text:
                    own[cell.row] = min(own.get(cell.row, place.page), place.page)
        found[tabel.id] = pages | own
    return found


def table_id(ref: Ref, laporan: Laporan) -> str | None:
    """The id of the table that a reference by printed number and page means; None when it could be several."""
    if ref.tabel is None and ref.row is None:
        return None
    named = [t for t in laporan.tabel if t.nomor == ref.tabel]
    for narrower in (_on_page, _holds):
        if len(named) > 1:
            named = [t for t in named if narrower(ref, t)] or named
    return named[0].id if len(named) == 1 else None


def _on_page(ref: Ref, tabel: Tabel) -> bool:
    return ref.page in tabel.pages


def _holds(ref: Ref, tabel: Tabel) -> bool:
    return any((c.row, c.col, c.text) == (ref.row, ref.col, ref.raw) for c in tabel.cells)
