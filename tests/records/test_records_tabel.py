"""Tables as a whole: ids, header flags, values of cells, findings, and that no grid makes the room fail."""

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.model.body import Grid, GridCell
from extractor.model.place import Place
from extractor.records import find_plan, read_records
from extractor.records.tumpuk import Sel, split
from tests.records.pabrik_tabel import IDENTITAS, captioned, grid, records, tables

SHARED = Path(__file__).parents[2].parent / "shared"


def test_ids_follow_reading_order_and_nothing_is_dropped() -> None:
    first, second = tables(
        captioned(grid("Nama|Jumlah", "Meja|5"), "Sarana"),
        captioned(grid("Program|Pagu (Rp)", "Program A|10.000.000"), None, None),
    )
    assert (first.id, second.id, second.nomor, second.bab) == ("t001", "t002", None, "III")
    assert [cell.text for cell in first.cells] == ["Nama", "Jumlah", "Meja", "5"]
    assert [column.role for column in second.columns] == ["program_kegiatan", "pagu"]


def test_header_cells_are_marked_and_body_figures_are_read() -> None:
    table = tables(captioned(grid("Indikator|Target", "Indeks mutu|80,5", "Indikator|Target", "Opini|WTP")))[0]
    assert [cell.header for cell in table.cells] == [True, True, False, False, True, True, False, False]
    value = table.cells[3].value
    assert value is not None and str(value.number) == "80.5"
    assert table.cells[2].value is None


def test_the_unit_of_the_row_settles_what_the_column_leaves_open() -> None:
    table = tables(captioned(grid("Indikator|Satuan|Target", "Jumlah peserta|orang|1.234")))[0]
    value = table.cells[-1].value
    assert value is not None and str(value.number) == "1234"


def test_a_column_without_a_role_is_reported_where_records_come_from() -> None:
    found = records(grid("Indikator|Target|Cuaca", "Indeks mutu|80|cerah")).temuan
    assert [(t.code, t.severity, t.refs[0].col, t.refs[0].page) for t in found] == [("COL-ROLE", "I", 2, 1)]
    assert records(grid("Nama|Cuaca", "Meja|cerah")).temuan == ()


def test_find_plan_takes_the_years_named_most() -> None:
    texts = ["Renstra Dinas Tahun 2018-2023", "sesuai RPJMD 2018 – 2023", "periode 2013-2018", "Tahun 2015 - 2016"]
    assert find_plan(texts) == (2018, 2023)
    assert find_plan(["Tahun 2020"]) is None
    ended = ["periode 2019-2023", "Renstra 2019-2023", "Renstra Tahun 2024 – 2026", "realisasi periode 2022-2024"]
    assert find_plan(ended, 2024) == (2024, 2026)


@pytest.mark.parametrize(
    ("name", "figures", "expected"),
    [
        ("a. Satu b. Dua", ["1 2"], [("a. Satu", ("1",)), ("b. Dua", ("2",))]),
        ("Pegawai lulus S1 S2", ["39 21", "40,5 20,1"], [("S1", ("39", "40,5")), ("S2", ("21", "20,1"))]),
        ("Pegawai lulus S1 S2", ["112 106 119", "39 21"], [("Pegawai lulus", ("112", "")), ("S1", ("106", "39")), ("S2", ("119", "21"))]),
        ("Indeks mutu", ["1 2"], None),
        ("a. Satu b. Dua", ["174.494.00 0"], None),
        ("a. Satu b. Dua", ["30 LPK"], None),
    ],
)  # fmt: skip
def test_stacked_cells(name: str, figures: list[str], expected: list[tuple[str, tuple[str, ...]]] | None) -> None:
    assert split(Sel(name, (name,)), [Sel(text, (text,)) for text in figures]) == expected


CELL = st.sampled_from(
    ["", "-", "No", "Indikator", "Program", "Kegiatan", "Target", "Realisasi", "%", "Tahun 2020", "2021", "Anggaran (Rp)", "Pagu",
     "Triwulan", "Triwulan II", "Jumlah", "80", "82,5 %", "10.000.000", "a. Satu b. Dua", "1 2", "Sasaran", "Satuan", "orang",
     "Kode", "2.07.02"]
)  # fmt: skip


@settings(derandomize=True, max_examples=250, deadline=None)
@given(st.integers(1, 5).flatmap(lambda n: st.lists(st.lists(CELL, min_size=n, max_size=n), min_size=1, max_size=7)))
def test_any_grid_gives_records_that_point_at_their_own_cells(rows: list[list[str]]) -> None:
    cells = tuple(
        GridCell(r, c, 1, 1, text, (Place(1),), (text,)) for r, row in enumerate(rows) for c, text in enumerate(row)
    )
    table = Grid(len(rows), len(rows[0]), cells, (Place(1),))
    found = read_records(tables(captioned(table, "Capaian Kinerja")), IDENTITAS, None, [table])
    for record in found.indikator:
        figures = [figure for figure in (record.target, record.realisasi, record.capaian) if figure]
        assert figures and record.indikator
        assert all(figure.cell is not None and figure.raw in rows[figure.cell[0]][figure.cell[1]] for figure in figures)
    for line in found.anggaran:
        assert line.pagu or line.realisasi
        assert line.induk is None or line.induk < line.row


def _labels() -> Iterator[Path]:
    return iter(sorted((SHARED / "data" / "labels").glob("*.json")))


@pytest.mark.skipif(not SHARED.is_dir(), reason="labelled reports are not here")
def test_true_grids_give_nearly_all_true_records() -> None:
    wanted = hit = 0
    for path in _labels():
        label = json.loads(path.read_text())
        year = label["laporan"]["tahun"]
        for key, truth in label["cells"].items():
            spans = {(r, c): (h, w) for r, c, h, w in truth.get("spans", [])}
            covered = {
                (i, j) for (r, c), (h, w) in spans.items() for i in range(r, r + h) for j in range(c, c + w)
            } - set(spans)
            cells = tuple(
                GridCell(r, c, *spans.get((r, c), (1, 1)), text, (Place(1),))
                for r, row in enumerate(truth["grid"]) for c, text in enumerate(row) if (r, c) not in covered
            )  # fmt: skip
            table = Grid(len(truth["grid"]), len(truth["grid"][0]), cells, (Place(1),))
            found = read_records(
                tables(captioned(table), tahun=year),
                msgspec.structs.replace(IDENTITAS, tahun=year),
                (2013, 2018),
                [table],
            )
            raws = [(f.raw for f in (r.target, r.realisasi, r.capaian) if f) for r in found.indikator]
            raws += [(f.raw for f in (r.pagu, r.realisasi, r.persen) if f) for r in found.anggaran]
            got = sorted(raw for row in raws for raw in row)
            for record in label["indikator"] + label["anggaran"]:
                if record["tabel"] != key or key in label.get("untyped", []):
                    continue
                for figure in (record.get(k) for k in ("target", "capaian", "pagu", "persen", "realisasi")):
                    if figure is not None:
                        wanted += 1
                        if figure in got:
                            got.remove(figure)
                            hit += 1
    assert wanted > 1000
    assert hit >= 0.95 * wanted
