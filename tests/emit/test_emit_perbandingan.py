"""`perbandingan.html` and `perbandingan.xlsx`: offline, readable without colour and by screen readers; gaps, doubt and units kept."""

import io
import re
import xml.etree.ElementTree as ET
from decimal import Decimal
from html.parser import HTMLParser
from typing import get_args

import msgspec
import openpyxl
import pandas as pd
import pytest

from extractor.emit.perbandingan import comparison_files, comparison_html, comparison_workbook, teks
from extractor.emit.perbandingan.baris import ROWS
from extractor.emit.perbandingan.seri import all_series, segments, unit_key
from extractor.emit.perbandingan.skala import make_scale
from extractor.emit.perbandingan.svg import description, series_svg
from extractor.model.perbandingan import (
    AnggaranTahun,
    Beda,
    Catatan,
    IndikatorTahun,
    JenisBeda,
    JenisCatatan,
    Padanan,
    Perbandingan,
    Perkembangan,
    Relasi,
)

_FIELDS_ORDER = ("padanan", "indikator_tahun", "beda", "anggaran_tahun", "perkembangan", "catatan")
SVG = "{http://www.w3.org/2000/svg}"


def figure(tahun, peran, nilai, *, seri="s001", satuan="Indeks", laporan=None, **changes):
    laporan = laporan or f"lkip-{tahun}"
    number = None if nilai is None else Decimal(nilai)
    item = IndikatorTahun(seri, "Indeks literasi <b>", satuan, tahun, peran, number, str(nilai), laporan, "t010", 13)
    return msgspec.structs.replace(item, **changes)


@pytest.fixture(scope="module")
def compared() -> Perbandingan:
    """2020, 2021, a gap in 2022, 2023 contradicted; 2020 told differently in 2021; a second series with two units."""
    years = ((2020, "68.50", "67.25"), (2021, "70", "70.12"), (2023, "72", "74.5"))
    figures = [figure(y, p, v) for y, t, r in years for p, v in (("target", t), ("realisasi", r), ("capaian", "101"))]
    figures[-2] = msgspec.structs.replace(figures[-2], proof="contradicted")
    figures.append(figure(2020, "realisasi", "69.25", laporan="lkip-2021"))
    figures += [
        figure(2020, "target", "42", seri="s002", satuan="%"),
        figure(2021, "target", "45", seri="s002", satuan="Persen"),
    ]
    figures.append(figure(2022, "target", "0.48", seri="s002", satuan="rasio"))
    padanan = [
        Padanan("s001", f"lkip-{y}", y, "t010", 13, "Indeks literasi", "Indeks", "same", "Nama sama.", 0.99)
        for y, *_ in years
    ]
    padanan.append(Padanan("s002", "lkip-2022", 2022, None, None, "=1+1", None, "doubtful", "Dua calon <script>.", 0.5))
    told = Decimal("67.25"), "lkip-2020", "t010", 13, Decimal("69.25"), "lkip-2021", "t011", 14
    budget = AnggaranTahun("2.23.02", "Program", 2020, Decimal(1200000000), None, None, "lkip-2020", "t017", 17)
    return Perbandingan(
        tuple(padanan), tuple(figures), (Beda("s001", 2020, "realisasi", *told, "restated"),), (budget,)
    )


def test_a_line_has_gaps_marks_and_other_figures(compared: Perbandingan) -> None:
    first = all_series(compared)[0]
    line = first.garis["realisasi"]
    assert first.tahun == (2020, 2021, 2022, 2023)
    assert [point.nilai for point in line] == [Decimal("67.25"), Decimal("70.12"), None, Decimal("74.5")]
    assert line[0].lain == (Decimal("69.25"),)
    assert [point.bertentangan for point in line] == [False, False, False, True]
    assert [[point.tahun for point in run] for run in segments(line)] == [[2020, 2021], [2023]]


def test_another_unit_is_another_chart(compared: Perbandingan) -> None:
    series = all_series(compared)
    assert [(s.id, s.satuan) for s in series] == [("s001", "Indeks"), ("s002", "%"), ("s002-2", "rasio")]
    assert [point.nilai for point in series[1].garis["target"]] == [Decimal(42), Decimal(45), None, None]
    assert unit_key(" Persen. ") == unit_key("%") != unit_key("rasio")


def test_a_chart_is_read_without_colour_and_aloud(compared: Perbandingan) -> None:
    series = all_series(compared)[0]
    root = ET.fromstring(series_svg(series))
    assert root.get("role") == "img"
    title, words = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None and words is not None
    assert root.get("aria-labelledby") == f"{title.get('id')} {words.get('id')}"
    assert title.text == "Indeks literasi <b>"
    assert words.text == description(series)
    assert "2022: tidak ada angka / no figure." in description(series)
    assert "2023: target 72, realisasi 74,5 (bertentangan / contradicted)" in description(series)
    assert "realisasi 67,25 (di tempat lain / elsewhere 69,25)" in description(series)
    lines = root.findall(f"{SVG}polyline")
    assert {line.get("stroke-dasharray") for line in lines} == {None, "5 3"}
    assert len(lines) == 6
    squares, circles = root.findall(f"{SVG}rect"), root.findall(f"{SVG}circle")
    assert (len(squares), len(circles)) == (3, 3 + 1)


def test_a_chart_stays_within_its_frame(compared: Perbandingan) -> None:
    for series in all_series(compared):
        root = ET.fromstring(series_svg(series))
        _, _, width, height = map(float, str(root.get("viewBox")).split())
        for element in root.iter():
            for name, limit in (
                ("x", width),
                ("cx", width),
                ("x1", width),
                ("y", height),
                ("cy", height),
                ("y2", height),
            ):
                assert 0 <= float(element.get(name, "0")) <= limit


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.extend(attrs)
        if tag not in ("meta", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_whole_offline_and_in_two_languages(compared: Perbandingan) -> None:
    text = comparison_html(compared).decode()
    reader = Reader()
    reader.feed(text)
    assert reader.open == []
    assert not {"script", "link", "img", "iframe", "b"} & set(reader.tags)
    assert "src" not in {name for name, _ in reader.attributes}
    links = [str(value) for name, value in reader.attributes if name == "href"]
    assert all(link.startswith("#") for link in links)
    assert set(re.findall(r"https?://[^\"' ]+", text)) == {"http://www.w3.org/2000/svg"}
    ids = [value for name, value in reader.attributes if name == "id"]
    assert len(ids) == len(set(ids))
    assert "#s001" in links
    assert {link[1:] for link in links} <= {*ids}
    named = [str(value) for name, value in reader.attributes if name == "aria-labelledby"]
    assert {part for value in named for part in value.split()} <= {*ids}
    assert text.count('<span lang="id">') == text.count('<span lang="en">') > 10
    assert reader.tags.count("svg") == 3
    stops = [value for name, value in reader.attributes if name == "tabindex"]
    assert len(stops) == 3 + 3, "tables of the page and of the charts, not the charts"
    assert reader.tags.count("details") == 3 + 1
    assert f"{teks.SATU_TAHUN.id}</span>" in text
    assert "Dua calon &lt;script&gt;." in text


def test_the_workbook_has_a_sheet_per_question_and_native_charts(compared: Perbandingan) -> None:
    book = openpyxl.load_workbook(io.BytesIO(comparison_workbook(compared)))
    assert book.sheetnames == [
        *("Ringkasan", "Beda", "Padanan", "Catatan", "Grafik", "Perkembangan", "Seri per tahun", "Nilai", "Anggaran")
    ]
    told = [cell.value for cell in book["Beda"][2]][:6]
    assert told == ["s001", "Indeks literasi", 2020, "realisasi", 67.25, "lkip-2020"]
    assert book["Anggaran"]["D2"].value == 1200000000
    assert [book["Seri per tahun"].cell(row, 6).value for row in range(2, 6)] == [67.25, 70.12, None, 74.5]
    assert [book["Seri per tahun"].cell(row, 8).value for row in range(2, 6)] == [None, None, None, 74.5]
    assert [book["Seri per tahun"].cell(2, 10).value, book["Seri per tahun"].cell(3, 10).value] == [69.25, None]
    assert len(book["Grafik"]._charts) == 3 + 1
    assert "f" not in {cell.data_type for sheet in book for row in sheet for cell in row}


SHEETS = {
    "padanan": "Padanan", "indikator_tahun": "Nilai", "beda": "Beda",
    "anggaran_tahun": "Anggaran", "perkembangan": "Perkembangan", "catatan": "Catatan",
}  # fmt: skip


@pytest.mark.parametrize("kind", SHEETS)
def test_pandas_reads_the_numbers_of_the_csv(compared: Perbandingan, kind: str) -> None:
    """Every figure of every sheet is the number of its CSV; an empty one is empty in both. `raw` stays the printed text."""
    reached, grown, last, left = map(Decimal, ("70.12", "4.268", "80", "-9.88"))
    course = Perkembangan("s001", "Indeks", "Indeks", 2021, Decimal(70), reached, None, grown, 2024, last, left)
    note = Catatan("tahun_kosong", "s001", 2022, None, None, None, "tidak ada angka")
    whole = msgspec.structs.replace(compared, perkembangan=(course,), catatan=(note,))
    sheet = pd.read_excel(
        io.BytesIO(comparison_workbook(whole)), sheet_name=SHEETS[kind], dtype=object, engine="openpyxl"
    )
    told = pd.read_csv(io.BytesIO(comparison_files(whole)[f"{kind}.csv"]))
    if kind in ("beda", "catatan"):
        names = sheet.pop("Indikator")
        assert [*names] == ["Indeks literasi"] * len(told)
    sheet.columns = pd.Index([*told.columns])
    assert len(sheet) == len(told) > 0
    figures = [name for name in told.select_dtypes("number").columns if name != "raw"]
    assert figures
    for name in figures:
        got = [None if pd.isna(value) else float(value) for value in sheet[name]]
        assert got == [None if pd.isna(value) else float(value) for value in told[name]], name


def test_the_folder_has_its_files_with_fixed_columns(compared: Perbandingan) -> None:
    files = comparison_files(compared)
    assert [name.partition(".")[0] for name in files] == [*_FIELDS_ORDER, "datapackage", "perbandingan", "perbandingan"]
    padanan = pd.read_csv(io.BytesIO(files["padanan.csv"]))
    assert list(padanan.columns) == list(Padanan.__struct_fields__)
    assert list(padanan["skor"]) == [0.99, 0.99, 0.99, 0.5]
    beda = pd.read_csv(io.BytesIO(files["beda.csv"]))
    assert (beda.loc[0, "nilai_a"], beda.loc[0, "nilai_b"]) == (67.25, 69.25)
    assert list(pd.read_csv(io.BytesIO(files["indikator_tahun.csv"]))["indikator"].unique()) == ["Indeks literasi <b>"]
    assert b",'=1+1," in comparison_files(compared, safe_csv=True)["padanan.csv"]


def test_tables_are_called_by_their_printed_numbers(compared: Perbandingan) -> None:
    tables = {("lkip-2020", "t010"): "3.1", ("lkip-2021", "t011"): "3.2"}
    beda = openpyxl.load_workbook(io.BytesIO(comparison_workbook(compared, tables)))["Beda"]
    assert [beda[place].value for place in ("G2", "K2")] == ["3.1", "3.2"]
    assert "<td>3.1</td>" in comparison_html(compared, tables).decode()
    assert b",t010,13," in comparison_files(compared, tables=tables)["beda.csv"]


def test_charts_draw_what_there_is_and_fit_their_axes(compared: Perbandingan) -> None:
    charts = openpyxl.load_workbook(io.BytesIO(comparison_workbook(compared)))["Grafik"]._charts
    names = [[line.tx.strRef.f.rpartition("!")[2] for line in chart.series] for chart in charts]
    assert names == [["$E$1", "$F$1", "$H$1", "$J$1"], ["$G$1"], ["$E$1"], ["$E$1"]]
    assert all(chart.y_axis.title and chart.x_axis.title for chart in charts)


def test_figures_beside_their_points_never_meet_nor_leave_the_chart() -> None:
    years = range(2015, 2027)
    figures = [figure(year, "realisasi", f"{1_234_567 + year}") for year in years]
    svg = series_svg(all_series(Perbandingan(indikator_tahun=tuple(figures)))[0])
    labels = [text for text in ET.fromstring(svg).findall(f"{SVG}text") if text.get("paint-order")]
    assert [text.text for text in labels] == ["1,24 jt"]
    assert float(labels[0].get("x", "")) < 580


def test_same_comparison_same_bytes(compared: Perbandingan) -> None:
    assert comparison_workbook(compared) == comparison_workbook(compared)
    assert comparison_html(compared) == comparison_html(compared)


def test_nothing_to_compare_gives_a_page_and_a_workbook() -> None:
    assert teks.TAK_ADA.id in comparison_html(Perbandingan()).decode()
    assert openpyxl.load_workbook(io.BytesIO(comparison_workbook(Perbandingan()))).sheetnames[0] == "Ringkasan"


def test_every_field_and_word_has_both_languages() -> None:
    assert {f for row in ROWS.values() for f in row.__struct_fields__} <= set(teks.KEPALA)
    assert tuple(ROWS) == _FIELDS_ORDER
    assert set(teks.JENIS_CATATAN) == set(get_args(JenisCatatan))
    assert set(teks.RELASI) == set(get_args(Relasi))
    assert set(teks.JENIS) == set(get_args(JenisBeda))


@pytest.mark.parametrize(
    "values", [["5"], ["0"], ["-3", "4"], ["1000000000", "1000000001"], ["0.001", "0.002"], ["99", "100"]]
)
def test_scales_hold_every_value(values: list[str]) -> None:
    numbers = [Decimal(value) for value in values]
    scale = make_scale(numbers, 100.0, 0.0)
    assert all(0 <= scale.at(number) <= 100 for number in numbers)
    assert 2 <= len(scale.ticks) <= 6
    assert scale.at(scale.ticks[0]) == 100
