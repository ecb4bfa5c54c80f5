"""The sheet Temuan: one finding a row, the gravest first, coloured by severity, with a link to the cell it is about."""

from collections.abc import Mapping

from extractor.emit.xlsx.kata import BUKTI
from extractor.emit.xlsx.lembar import Lembar
from extractor.emit.xlsx.ragu import RANK, Ragu, decimal_of
from extractor.emit.xlsx.tabel import FIRST_ROW
from extractor.model.laporan import Laporan
from extractor.model.tempat import table_id
from extractor.model.temuan import Ref, Temuan

HEAD = [
    *("Id", "Tingkat", "Kode", "Hal.", "Letak", "Tercetak", "Menurut laporan", "Terhitung", "Usul", "Bukti"),
    *("Pesan", "Message"),
]

_RAW_WIDTH = 26.0
"""Of what is printed: mostly a figure, now and then a sentence."""


def temuan_rows(laporan: Laporan) -> dict[str, int]:
    """The sheet's row of each finding, by id: by severity, then as the report has them."""
    return {item.id: row for row, item in enumerate(_gravest_first(laporan), 1)}


def _gravest_first(laporan: Laporan) -> list[Temuan]:
    return sorted(laporan.temuan, key=lambda item: RANK[item.severity])


def write_temuan(sheet: Lembar, laporan: Laporan, sheets: Mapping[str, Lembar]) -> None:
    sheet.head(0, HEAD)
    for row, item in enumerate(_gravest_first(laporan), 1):
        ref = item.refs[0] if item.refs else Ref()
        sheet.text(row, 0, item.id, "tengah")
        sheet.text(row, 1, item.severity, "tengah", Ragu(item.severity, ""))
        sheet.text(row, 2, item.code)
        sheet.whole(row, 3, ref.page)
        _place(sheet, row, ref, table_id(ref, laporan), sheets)
        sheet.text(row, 5, ref.raw)
        sheet.text(row, 6, item.reported, "angka")
        _computed(sheet, row, 7, item.recomputed)
        _computed(sheet, row, 8, item.proposal)
        sheet.text(row, 9, None if item.proof is None else f"{BUKTI[item.proof]} ({item.proof})")
        _sentences(sheet, row, item)
    sheet.set_widths({col: min(sheet.width(col), _RAW_WIDTH) for col in (5, 6)})
    sheet.finish(0, len(laporan.temuan), len(HEAD) - 1)


def _place(sheet: Lembar, row: int, ref: Ref, tabel: str | None, sheets: Mapping[str, Lembar]) -> None:
    target = None if tabel is None else sheets.get(tabel)
    if target is None:
        sheet.text(row, 4, "teks" if ref.tabel is None else f"Tabel {ref.tabel}")
    else:
        sheet.link(row, 4, target.place(FIRST_ROW + (ref.row or 0), ref.col or 0), target.name)


def _computed(sheet: Lembar, row: int, col: int, text: str | None) -> None:
    sheet.figure(row, col, decimal_of(text), text or "")


def _sentences(sheet: Lembar, row: int, item: Temuan) -> None:
    sheet.text(row, 10, item.message.id)
    sheet.text(row, 11, item.message.en)
