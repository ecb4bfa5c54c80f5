"""The sheet Grafik: native charts of the series, two side by side, drawn from the sheet with their figures.

Target and realisasi share a chart, capaian has its own beside it; series without capaian stand two in a row. Gaps stay gaps, a
contradicted point has a cross, another report's figure is a hollow diamond. Nothing is told by colour alone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from extractor.emit.perbandingan import teks
from extractor.emit.perbandingan.seri import Seri, told_years
from extractor.emit.perbandingan.svg import description
from extractor.emit.xlsx.gaya import FONT
from extractor.emit.xlsx.lembar import Lembar
from extractor.model.perbandingan import Peran

if TYPE_CHECKING:
    from xlsxwriter import Workbook

Panel: TypeAlias = Literal["utama", "capaian"]
DATA_HEAD = [
    *("Seri", "Indikator", "Satuan", "Tahun", "Target", "Realisasi", "Capaian"),
    *("Bertentangan", "Capaian bertentangan", "Angka lain", "Capaian lain"),
]
"""Columns of the sheet that the charts are drawn from."""
COLUMNS: Mapping[Peran, int] = {"target": 4, "realisasi": 5, "capaian": 6}
MARKED: Mapping[Panel, int] = {"utama": 7, "capaian": 8}
OTHER: Mapping[Panel, int] = {"utama": 9, "capaian": 10}
ROLES: Mapping[Panel, tuple[Peran, ...]] = {"utama": ("target", "realisasi"), "capaian": ("capaian",)}
_WIDTH, _HEIGHT, _ROWS, _SECOND, _LAST_COLUMN = 496, 232, 12, 8, 15
_PER_PAGE, _SCALE = 6, 56
_BIG = 10_000
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
    "lain": {
        "line": {"none": True},
        "marker": {"type": "diamond", "size": 8, "fill": {"none": True}, "border": {"color": "#0B4F8A"}},
    },
}
_GRID = {"visible": True, "line": {"color": "#DDDDDD"}}
_PLOT = {"x": 0.12, "y": 0.19, "width": 0.85, "height": 0.49}
"""Shares of the chart: room for a title of two lines above, for years, the axis' name and the legend below."""
_SMALL = {"name": FONT, "size": 8}


Rows: TypeAlias = tuple[int, int]
"""First and last row of a series on the sheet with the figures."""


class _Grafik(NamedTuple):
    """A chart to draw: which lines of a series, and where its figures are."""

    seri: Seri
    panel: Panel
    rows: Rows


def write_charts(workbook: "Workbook", sheet: Lembar, data: str, series: Sequence[Seri], rows: Sequence[Rows]) -> None:
    """`data`: the sheet with the figures; `rows`: where each series stands there. Series of one year only come last."""
    sheet.text(0, 0, teks.TANYA_GRAFIK.id, "judul", fits=False)
    sheet.sheet.merge_range(1, 0, 1, _LAST_COLUMN, "", sheet.look("isi"))
    sheet.text(1, 0, f"{teks.KUNCI_BUKU.id}\n{teks.KUNCI_BUKU.en}" if series else teks.TAK_ADA.id, "isi", fits=False)
    sheet.height(1, 6)
    placed = list(zip(series, rows, strict=True))
    many = _in_rows((seri, place) for seri, place in placed if len(told_years(seri)) > 1)
    single = _in_rows((seri, place) for seri, place in placed if len(told_years(seri)) == 1)
    top, breaks = _block(workbook, sheet, 3, data, many)
    if single:
        sheet.text(top, 0, teks.SATU_TAHUN.id, "judul", fits=False)
        breaks += [top, *_block(workbook, sheet, top + 2, data, single)[1]]
    # Spreadsheets break pages by hand only where the print is scaled by hand.
    sheet.page(portrait=True, scale=_SCALE)
    sheet.sheet.set_h_pagebreaks([row for row in breaks if row > 3])


def _block(
    workbook: "Workbook", sheet: Lembar, top: int, data: str, rows: Iterable[Sequence[_Grafik]]
) -> tuple[int, list[int]]:
    """Draws rows of charts from the sheet's row `top` on: the first row below them, and the rows where a new page begins."""
    breaks = []
    for number, charts in enumerate(rows):
        if number and number % _PER_PAGE == 0:
            breaks.append(top)
        for chart, col in zip(charts, (0, _SECOND), strict=False):
            _insert(workbook, sheet, (top, col), data, chart)
        top += _ROWS
    return top, breaks


def _in_rows(series: Iterable[tuple[Seri, Rows]]) -> list[list[_Grafik]]:
    """The charts of each row: both of a series, or those of two series that have one each."""
    found: list[list[_Grafik]] = []
    waiting: list[_Grafik] | None = None
    for seri, rows in series:
        charts = [_Grafik(seri, panel, rows) for panel, roles in ROLES.items() if _has(seri, roles)]
        if len(charts) == 1 and waiting is not None:
            waiting += charts
            waiting = None
        else:
            found.append(charts)
            waiting = charts if len(charts) == 1 else waiting
    return found


def _has(seri: Seri, roles: Iterable[Peran]) -> bool:
    return any(point.nilai is not None for peran in roles for point in seri.garis[peran])


def _insert(workbook: "Workbook", sheet: Lembar, place: tuple[int, int], data: str, grafik: _Grafik) -> None:
    seri, (first, last) = grafik.seri, grafik.rows
    chart = workbook.add_chart({"type": "line"})
    for name, column in _lines(grafik):
        chart.add_series(
            {
                "name": [data, 0, _LEGEND.get(column, column)],
                "categories": [data, first, 3, last, 3],
                "values": [data, first, column, last, column],
                **_LOOKS[name],
            }
        )
    of_main = grafik.panel == "utama"
    title = seri.indikator if of_main else f"Capaian (%): {seri.indikator}"
    chart.set_title({"name": _cut(title), "name_font": {"name": FONT, "size": 9}, "overlay": False})
    points = [point for peran in ROLES[grafik.panel] for point in seri.garis[peran]]
    big = any(point.nilai is not None and abs(point.nilai) >= _BIG for point in points)
    chart.set_x_axis({"name": "Tahun", "name_font": {**_SMALL, "bold": False}, "num_font": _SMALL})
    chart.set_y_axis(
        {
            "name": (seri.satuan or "Nilai")[:40] if of_main else "%",
            "name_font": {**_SMALL, "bold": False},
            "num_font": _SMALL,
            "num_format": "[$-421]#,##0" if big else "[$-421]General",
            "major_gridlines": _GRID,
        }
    )
    chart.show_blanks_as("gap")
    chart.set_plotarea({"layout": _PLOT})
    chart.set_legend({"position": "bottom", "font": _SMALL})
    chart.set_size({"width": _WIDTH, "height": _HEIGHT})
    sheet.sheet.insert_chart(*place, chart, {"description": f"{title}. {description(seri)}", "object_position": 1})


_LEGEND = {8: 7, 10: 9}
"""Both charts call such points by one name."""
_MAX_TITLE = 110


def _cut(title: str) -> str:
    return title if len(title) <= _MAX_TITLE else f"{title[: _MAX_TITLE - 1]}…"


def _lines(grafik: _Grafik) -> Iterator[tuple[str, int]]:
    """What the chart shows, with the columns of the figures; only what there is."""
    points = [(peran, point) for peran in ROLES[grafik.panel] for point in grafik.seri.garis[peran]]
    told = {peran for peran, point in points if point.nilai is not None}
    yield from ((peran, COLUMNS[peran]) for peran in ROLES[grafik.panel] if peran in told)
    if any(point.bertentangan for _, point in points):
        yield "bertentangan", MARKED[grafik.panel]
    if any(point.lain for _, point in points):
        yield "lain", OTHER[grafik.panel]
