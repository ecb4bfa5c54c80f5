"""`perbandingan.xlsx`: a sheet per question, with native charts. The same comparison gives the same bytes."""

import io
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import msgspec

from extractor.emit.perbandingan import teks
from extractor.emit.perbandingan.baris import ROWS
from extractor.emit.perbandingan.seri import PERAN, Seri, all_series
from extractor.emit.perbandingan.teks import Teks
from extractor.emit.xlsx.buku import new_workbook
from extractor.emit.xlsx.gaya import Gaya
from extractor.emit.xlsx.lembar import Lembar
from extractor.emit.xlsx.ragu import Ragu
from extractor.model.perbandingan import Perbandingan

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_WORDS: Mapping[str, Mapping[str, Teks]] = {"relasi": teks.RELASI, "jenis": {**teks.JENIS, **teks.JENIS_CATATAN}}
_DOUBTFUL = ("doubtful", "unexplained", "contradicted", "salinan")
_CHART_WIDTH, _CHART_HEIGHT, _CHART_ROWS, _CHART_COLUMNS = 470, 250, 13, 15
_LOOKS: dict[str, dict[str, Any]] = {
    "target": {
        "line": {"color": "#6B4C00", "dash_type": "dash", "width": 1.5},
        "marker": {"type": "square", "size": 6, "fill": {"color": "#FFFFFF"}, "border": {"color": "#6B4C00"}},
    },
    "realisasi": {
        "line": {"color": "#0B4F8A", "width": 1.75},
        "marker": {"type": "circle", "size": 6, "fill": {"color": "#0B4F8A"}, "border": {"color": "#0B4F8A"}},
    },
    "capaian": {
        "line": {"color": "#2B2B2B", "width": 1.75},
        "marker": {"type": "triangle", "size": 6, "fill": {"color": "#2B2B2B"}, "border": {"color": "#2B2B2B"}},
    },
    "bertentangan": {"line": {"none": True}, "marker": {"type": "x", "size": 10, "border": {"color": "#000000"}}},
}
_GRID = {"visible": True, "line": {"color": "#DDDDDD"}}
_DATA_HEAD = [
    "Seri",
    "Indikator",
    "Satuan",
    "Tahun",
    "Target",
    "Realisasi",
    "Capaian",
    "Bertentangan",
    "Capaian bertentangan",
]
_COLUMNS = {"target": 4, "realisasi": 5, "capaian": 6}
_MARKED = {"utama": 7, "capaian": 8}


def comparison_workbook(perbandingan: Perbandingan) -> bytes:
    """Sheets Ringkasan, Beda, Padanan, Catatan, Grafik, Perkembangan, Seri per tahun, Nilai, Anggaran."""
    stream = io.BytesIO()
    workbook = new_workbook(stream, teks.JUDUL.id)
    gaya = Gaya(workbook)
    names = ("Ringkasan", "Beda", "Padanan", "Catatan", "Grafik", "Perkembangan", "Seri per tahun", "Nilai", "Anggaran")
    ringkasan, beda, padanan, catatan, grafik, perkembangan, seri, nilai, anggaran = (
        Lembar(workbook.add_worksheet(n), gaya) for n in names
    )
    series = all_series(perbandingan)
    _rows(beda, perbandingan.beda, "beda")
    _rows(padanan, perbandingan.padanan, "padanan")
    _rows(catatan, perbandingan.catatan, "catatan")
    _rows(perkembangan, perbandingan.perkembangan, "perkembangan")
    _rows(nilai, perbandingan.indikator_tahun, "indikator_tahun")
    _rows(anggaran, perbandingan.anggaran_tahun, "anggaran_tahun")
    first_rows = _series_data(seri, series)
    _charts(workbook, grafik, seri.name, series, first_rows)
    _summary(ringkasan, perbandingan, names)
    workbook.close()
    return stream.getvalue()


def _summary(sheet: Lembar, perbandingan: Perbandingan, names: Sequence[str]) -> None:
    sheet.text(0, 0, f"{teks.JUDUL.id} / {teks.JUDUL.en}", "judul", fits=False)
    sheet.text(1, 0, teks.PEMBUKA.id, "isi")
    sheet.text(2, 0, teks.PEMBUKA.en, "isi")
    changed = sum(item.relasi != "same" for item in perbandingan.padanan)
    asked = (
        (teks.TANYA_BEDA, len(perbandingan.beda)),
        (teks.TANYA_RELASI, changed),
        (teks.TANYA_CATATAN, len(perbandingan.catatan)),
        (teks.TANYA_GRAFIK, None),
        (teks.TANYA_PERKEMBANGAN, len(perbandingan.perkembangan)),
        (teks.TANYA_GRAFIK, None),
        (teks.TANYA_GRAFIK, len(perbandingan.indikator_tahun)),
        (teks.TANYA_ANGGARAN, len(perbandingan.anggaran_tahun)),
    )
    for row, (name, (question, count)) in enumerate(zip(names[1:], asked, strict=True), 4):
        sheet.text(row, 0, f"{question.id} / {question.en}", "teks")
        sheet.link(row, 1, f"'{name}'!A1", name)
        sheet.whole(row, 2, count)
    row = 5 + len(names)
    sheet.text(row, 0, f"{teks.SUMBER.id} / {teks.SUMBER.en}", "sub")
    reports = sorted({(item.tahun_laporan or 0, item.laporan) for item in perbandingan.padanan})
    for row_now, (year, name) in enumerate(reports, row + 1):
        sheet.text(row_now, 0, name)
        sheet.whole(row_now, 1, year or None)
    sheet.set_widths({0: 80, 1: 18, 2: 8})
    sheet.fit_rows()
    sheet.page()


def _rows(sheet: Lembar, rows: Sequence[msgspec.Struct], kind: str) -> None:
    fields = ROWS[kind].__struct_fields__
    sheet.head(0, [teks.KEPALA[name].id for name in fields])
    for number, item in enumerate(rows, 1):
        for col, name in enumerate(fields):
            _cell(sheet, number, col, name, getattr(item, name))
    sheet.finish(0, len(rows), len(fields) - 1)


def _cell(sheet: Lembar, row: int, col: int, name: str, value: object) -> None:
    if isinstance(value, Decimal):
        sheet.figure(row, col, value)
    elif isinstance(value, float):
        sheet.figure(row, col, Decimal(f"{value:.2f}"))
    elif isinstance(value, int):
        sheet.whole(row, col, value)
    else:
        words = _WORDS.get(name, {})
        word = words.get(str(value))
        doubt = Ragu("W", "") if value in _DOUBTFUL else None
        sheet.text(
            row, col, None if value is None else str(value) if word is None else f"{word.id} ({value})", "teks", doubt
        )


def _series_data(sheet: Lembar, series: Sequence[Seri]) -> list[int]:
    """One row per series and year, a gap an empty cell; the first row of each series."""
    sheet.head(0, _DATA_HEAD)
    firsts, row = [], 1
    for seri in series:
        firsts.append(row)
        for n, year in enumerate(seri.tahun):
            sheet.text(row, 0, seri.id)
            sheet.text(row, 1, seri.indikator)
            sheet.text(row, 2, seri.satuan or "")
            sheet.whole(row, 3, year)
            for peran in PERAN:
                sheet.figure(row, _COLUMNS[peran], seri.garis[peran][n].nilai)
            marked = [seri.garis[p][n].nilai for p in ("realisasi", "target") if seri.garis[p][n].bertentangan]
            sheet.figure(row, _MARKED["utama"], marked[0] if marked else None)
            point = seri.garis["capaian"][n]
            sheet.figure(row, _MARKED["capaian"], point.nilai if point.bertentangan else None)
            row += 1
    sheet.finish(0, row - 1, len(_DATA_HEAD) - 1)
    return firsts


def _charts(workbook: "Workbook", sheet: Lembar, data: str, series: Sequence[Seri], first_rows: Sequence[int]) -> None:
    sheet.text(0, 0, teks.TANYA_GRAFIK.id, "judul", fits=False)
    sheet.sheet.merge_range(1, 0, 1, _CHART_COLUMNS, "", sheet.look("isi"))
    sheet.text(1, 0, f"{teks.KUNCI.id}\n{teks.KUNCI.en}", "isi", fits=False)
    sheet.height(1, 6)
    for number, (seri, first) in enumerate(zip(series, first_rows, strict=True)):
        last, top = first + len(seri.tahun) - 1, 3 + number * _CHART_ROWS
        _chart(workbook, sheet, top, 0, seri, data, (first, last), ("target", "realisasi"), _MARKED["utama"])
        if any(point.nilai is not None for point in seri.garis["capaian"]):
            _chart(workbook, sheet, top, 8, seri, data, (first, last), ("capaian",), _MARKED["capaian"])
    sheet.sheet.set_h_pagebreaks([3 + n * _CHART_ROWS for n in range(2, len(series), 2)])
    sheet.page()


def _chart(
    workbook: "Workbook",
    sheet: Lembar,
    row: int,
    col: int,
    seri: Seri,
    data: str,
    rows: tuple[int, int],
    peran: Sequence[str],
    marked: int,
) -> None:
    chart = workbook.add_chart({"type": "line"})
    first, last = rows
    for name, column in [*((p, _COLUMNS[p]) for p in peran), ("bertentangan", marked)]:
        chart.add_series(
            {
                "name": [data, 0, column if name != "bertentangan" else _MARKED["utama"]],
                "categories": [data, first, 3, last, 3],
                "values": [data, first, column, last, column],
                **_LOOKS[name],
            }
        )
    words = seri.satuan or ""
    title = seri.indikator if peran[0] == "target" else f"Capaian (%): {seri.indikator}"
    chart.set_title({"name": title[:120], "name_font": {"size": 10}, "overlay": False})
    unit = words[:40] if peran[0] == "target" else "%"
    chart.set_y_axis({"name": unit, "num_format": "[$-421]#,##0.##", "major_gridlines": _GRID})
    chart.show_blanks_as("gap")
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": _CHART_WIDTH, "height": _CHART_HEIGHT})
    sheet.sheet.insert_chart(row, col, chart, {"description": title, "object_position": 1})
