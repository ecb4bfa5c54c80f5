"""The sheets Indikator and Anggaran: one record a row, figures as numbers, doubtful ones coloured, each row linked to its table.

The last column says how well the row's figures are founded: as its least founded one.
"""

from collections.abc import Iterable, Mapping

from extractor.emit.xlsx.kata import BUKTI
from extractor.emit.xlsx.lembar import Lembar
from extractor.emit.xlsx.ragu import CellKey, Ragu
from extractor.emit.xlsx.tabel import FIRST_ROW
from extractor.model.laporan import Angka, Laporan
from extractor.model.tempat import row_pages
from extractor.model.temuan import Proof

INDIKATOR_HEAD = [
    *("Hal.", "Tabel", "Sasaran", "Indikator", "Satuan", "Tahun", "Periode"),
    *("Target", "Realisasi", "Capaian", "Predikat", "Capaian hitung", "Rumus", "Putusan", "Bukti"),
]
ANGGARAN_HEAD = [
    *("Hal.", "Tabel", "Kode", "Uraian", "Tingkat", "Tahun", "Periode"),
    *("Pagu", "Realisasi", "Serapan", "Fisik", "Serapan hitung", "Putusan", "Satuan uang", "Bukti"),
]
Sheets = Mapping[str, Lembar]
Doubts = Mapping[CellKey, Ragu]
Proofs = Mapping[CellKey, Proof]
_LEAST_FIRST: tuple[Proof, ...] = ("contradicted", "unchecked", "supported", "proved")


def write_indikator(sheet: Lembar, laporan: Laporan, sheets: Sheets, doubts: Doubts) -> None:
    sheet.head(0, INDIKATOR_HEAD)
    pages, proofs = row_pages(laporan), _proofs(laporan)
    for row, item in enumerate(laporan.indikator, 1):
        _place(sheet, row, pages.get(item.tabel, {}).get(item.row), item.tabel, item.row, sheets)
        for col, text in enumerate((item.sasaran, item.indikator, item.satuan), 2):
            sheet.text(row, col, text)
        sheet.whole(row, 5, item.tahun)
        sheet.text(row, 6, item.periode, "tengah")
        for col, angka in enumerate((item.target, item.realisasi, item.capaian), 7):
            _figure(sheet, row, col, angka, _doubt(doubts, item.tabel, angka))
        sheet.text(row, 10, item.predikat)
        evaluasi = item.evaluasi
        sheet.figure(row, 11, evaluasi.capaian if evaluasi else None)
        sheet.text(row, 12, evaluasi.rumus if evaluasi else None, "tengah")
        sheet.text(row, 13, evaluasi.verdict if evaluasi else None, "tengah")
        sheet.text(row, 14, _least(proofs, item.tabel, (item.target, item.realisasi, item.capaian)))
    sheet.finish(0, len(laporan.indikator), len(INDIKATOR_HEAD) - 1)


def write_anggaran(sheet: Lembar, laporan: Laporan, sheets: Sheets, doubts: Doubts) -> None:
    sheet.head(0, ANGGARAN_HEAD)
    pages, proofs = row_pages(laporan), _proofs(laporan)
    for row, item in enumerate(laporan.anggaran, 1):
        _place(sheet, row, pages.get(item.tabel, {}).get(item.row), item.tabel, item.row, sheets)
        sheet.text(row, 2, (item.kode.canonical or item.kode.raw) if item.kode else None, "lebar")
        sheet.text(row, 3, item.uraian)
        sheet.text(row, 4, item.level, "tengah")
        sheet.whole(row, 5, item.tahun)
        sheet.text(row, 6, item.periode, "tengah")
        for col, angka in enumerate((item.pagu, item.realisasi, item.persen, item.fisik), 7):
            _figure(sheet, row, col, angka, _doubt(doubts, item.tabel, angka))
        sheet.figure(row, 11, item.evaluasi.persen if item.evaluasi else None)
        sheet.text(row, 12, item.evaluasi.verdict if item.evaluasi else None, "tengah")
        sheet.text(row, 13, item.satuan)
        sheet.text(row, 14, _least(proofs, item.tabel, (item.pagu, item.realisasi, item.persen, item.fisik)))
    sheet.finish(0, len(laporan.anggaran), len(ANGGARAN_HEAD) - 1)


def _proofs(laporan: Laporan) -> Proofs:
    """How well every figure of every table is founded."""
    return {
        (tabel.id, cell.row, cell.col): cell.value.proof
        for tabel in laporan.tabel
        for cell in tabel.cells
        if cell.value is not None and cell.value.number is not None
    }


def _least(proofs: Proofs, tabel: str, figures: Iterable[Angka | None]) -> str | None:
    cells = ((tabel, *figure.cell) for figure in figures if figure is not None and figure.cell is not None)
    found = {proofs[cell] for cell in cells if cell in proofs}
    least = next((proof for proof in _LEAST_FIRST if proof in found), None)
    return None if least is None else f"{BUKTI[least]} ({least})"


def _place(sheet: Lembar, row: int, page: int | None, tabel: str, table_row: int, sheets: Sheets) -> None:
    sheet.whole(row, 0, page)
    target = sheets.get(tabel)
    if target is None:
        sheet.text(row, 1, tabel)
    else:
        sheet.link(row, 1, target.place(FIRST_ROW + table_row, 0), target.name.removeprefix("Tabel "))


def _figure(sheet: Lembar, row: int, col: int, angka: Angka | None, ragu: Ragu | None) -> None:
    if angka is None:
        sheet.figure(row, col, None)
    else:
        sheet.figure(row, col, angka.number, angka.raw, ragu=ragu)


def _doubt(doubts: Doubts, tabel: str, angka: Angka | None) -> Ragu | None:
    return doubts.get((tabel, *angka.cell)) if angka is not None and angka.cell is not None else None
