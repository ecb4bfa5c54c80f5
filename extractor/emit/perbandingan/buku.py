"""`perbandingan.xlsx`: a sheet per question, with native charts (`grafik`). The same comparison gives the same bytes."""

import io
from collections.abc import Mapping, Sequence
from decimal import Decimal

from extractor.emit.perbandingan import teks
from extractor.emit.perbandingan.grafik import COLUMNS, DATA_HEAD, MARKED, OTHER, ROLES, write_charts
from extractor.emit.perbandingan.pandangan import NamaTabel, Pandangan, view
from extractor.emit.perbandingan.seri import PERAN, Seri, all_series, told_years
from extractor.emit.perbandingan.teks import Teks
from extractor.emit.xlsx.buku import new_workbook
from extractor.emit.xlsx.gaya import Gaya
from extractor.emit.xlsx.lembar import Lembar
from extractor.emit.xlsx.ragu import Ragu
from extractor.model.perbandingan import Perbandingan

_WORDS: Mapping[str, Mapping[str, Teks]] = {
    "relasi": teks.RELASI,
    "jenis": {**teks.JENIS, **teks.JENIS_CATATAN},
    "proof": teks.BUKTI,
}
_DOUBTFUL = ("doubtful", "unexplained", "contradicted", "salinan")
_SHEETS = ("Ringkasan", "Beda", "Padanan", "Catatan", "Grafik", "Perkembangan", "Seri per tahun", "Nilai", "Anggaran")


def comparison_workbook(perbandingan: Perbandingan, tables: NamaTabel | None = None) -> bytes:
    """Sheets Ringkasan, Beda, Padanan, Catatan, Grafik, Perkembangan, Seri per tahun, Nilai, Anggaran.

    `tables`: what people call tables, shown in place of their ids.
    """
    stream = io.BytesIO()
    workbook = new_workbook(stream, teks.JUDUL.id)
    gaya = Gaya(workbook)
    ringkasan, beda, padanan, catatan, grafik, perkembangan, seri, nilai, anggaran = (
        Lembar(workbook.add_worksheet(name), gaya) for name in _SHEETS
    )
    series = all_series(perbandingan)
    for sheet, kind in (
        (beda, "beda"),
        (padanan, "padanan"),
        (catatan, "catatan"),
        (perkembangan, "perkembangan"),
        (nilai, "indikator_tahun"),
        (anggaran, "anggaran_tahun"),
    ):
        _rows(sheet, view(perbandingan, kind, tables or {}))
    places = _series_data(seri, series)
    write_charts(workbook, grafik, seri.name, series, places)
    _summary(ringkasan, perbandingan, len(series))
    workbook.close()
    return stream.getvalue()


def _summary(sheet: Lembar, perbandingan: Perbandingan, series: int) -> None:
    sheet.text(0, 0, f"{teks.JUDUL.id} / {teks.JUDUL.en}", "judul", fits=False)
    sheet.text(1, 0, teks.PEMBUKA.id, "isi")
    sheet.text(2, 0, teks.PEMBUKA.en, "isi")
    changed = sum(item.relasi != "same" for item in perbandingan.padanan)
    asked = (
        (teks.TANYA_BEDA, len(perbandingan.beda)),
        (teks.TANYA_RELASI, changed),
        (teks.TANYA_CATATAN, len(perbandingan.catatan)),
        (teks.TANYA_GRAFIK, series),
        (teks.TANYA_PERKEMBANGAN, len(perbandingan.perkembangan)),
        (teks.TANYA_SERI, series),
        (teks.TANYA_NILAI, len(perbandingan.indikator_tahun)),
        (teks.TANYA_ANGGARAN, len(perbandingan.anggaran_tahun)),
    )
    for row, (name, (question, count)) in enumerate(zip(_SHEETS[1:], asked, strict=True), 4):
        sheet.text(row, 0, f"{question.id} / {question.en}", "teks")
        sheet.link(row, 1, f"'{name}'!A1", name)
        sheet.whole(row, 2, count)
    row = 5 + len(_SHEETS)
    sheet.text(row, 0, f"{teks.SUMBER.id} / {teks.SUMBER.en}", "sub")
    reports = sorted({(item.tahun_laporan or 0, item.laporan) for item in perbandingan.padanan})
    for row_now, (year, name) in enumerate(reports, row + 1):
        sheet.text(row_now, 0, name)
        sheet.whole(row_now, 1, year or None)
    sheet.set_widths({0: 92, 1: 18, 2: 8})
    sheet.fit_rows()
    sheet.page()


def _rows(sheet: Lembar, shown: Pandangan) -> None:
    sheet.head(0, [teks.KEPALA[name].id for name in shown.columns])
    for number, row in enumerate(shown.rows, 1):
        for col, (name, value) in enumerate(zip(shown.columns, row, strict=True)):
            _cell(sheet, number, col, name, value)
    sheet.finish(0, len(shown.rows), len(shown.columns) - 1)


def _cell(sheet: Lembar, row: int, col: int, name: str, value: object) -> None:
    if isinstance(value, Decimal):
        sheet.figure(row, col, value)
    elif isinstance(value, float):
        sheet.figure(row, col, Decimal(f"{value:.3f}"))
    elif isinstance(value, int):
        sheet.whole(row, col, value)
    else:
        words = _WORDS.get(name, {})
        word = words.get(str(value))
        doubt = Ragu("W", "") if words and value in _DOUBTFUL else None
        sheet.text(
            row, col, None if value is None else str(value) if word is None else f"{word.id} ({value})", "teks", doubt
        )


def _series_data(sheet: Lembar, series: Sequence[Seri]) -> list[tuple[int, int]]:
    """One row per series and year, a gap an empty cell, of a series of one year only that year; first and last row of each series."""
    sheet.head(0, DATA_HEAD)
    places, row = [], 1
    for seri in series:
        told = told_years(seri)
        first, shown_years = row, told if len(told) == 1 else range(len(seri.tahun))
        for n in shown_years:
            year = seri.tahun[n]
            sheet.text(row, 0, seri.id)
            sheet.text(row, 1, seri.indikator)
            sheet.text(row, 2, seri.satuan or "")
            sheet.whole(row, 3, year)
            points = {peran: seri.garis[peran][n] for peran in PERAN}
            for peran, point in points.items():
                sheet.figure(row, COLUMNS[peran], point.nilai)
            for panel, roles in ROLES.items():
                shown = [points[peran] for peran in reversed(roles)]
                marked = (point.nilai for point in shown if point.bertentangan)
                sheet.figure(row, MARKED[panel], next(marked, None))
                sheet.figure(row, OTHER[panel], next((value for point in shown for value in point.lain), None))
            row += 1
        places.append((first, row - 1))
    sheet.finish(0, row - 1, len(DATA_HEAD) - 1)
    return places
