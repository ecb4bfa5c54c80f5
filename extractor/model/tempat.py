"""Where the parts of a finished report stand: a `Laporan` in, the page of each row and the table of each reference out."""

from extractor.model.laporan import Laporan, Tabel
from extractor.model.temuan import Ref

RowPages = dict[str, dict[int, int]]


def first_page(tabel: Tabel) -> int | None:
    """The page the table begins on; None in a format without pages."""
    return tabel.pages[0] if tabel.pages else None


def row_pages(laporan: Laporan) -> RowPages:
    """The page each row of each table begins on; a row without a cell of its own takes its table's first page."""
    found: RowPages = {}
    for tabel in laporan.tabel:
        first = first_page(tabel)
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
