"""CSV: fixed columns, text as printed, numbers plain, names that are safe and differ."""

import csv
import io

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.emit.columns import ANGGARAN, INDIKATOR, SHEETS, TEMUAN
from extractor.emit.csv_files import csv_bytes, table_csv
from extractor.emit.rows import ROWS_OF, anggaran_rows, indikator_rows, temuan_rows
from extractor.emit.table_names import table_file_names
from extractor.emit.unique import unique
from extractor.model.laporan import Column
from extractor.model.temuan import Ref


def read(content):
    return list(csv.reader(io.StringIO(content.decode(), newline="")))


def named(sheet, row):
    """A row as the CSV shows it, by column name."""
    return dict(zip([c.name for c in sheet.columns], csv_bytes(row).decode().rstrip("\n").split(","), strict=True))


@pytest.mark.parametrize(
    ("sheet", "columns"),
    [
        (
            INDIKATOR,
            "laporan,page,tabel,row,sasaran,indikator,satuan,tahun,periode,target,target_raw,realisasi,realisasi_raw,"
            "capaian,capaian_raw,predikat,capaian_hitung,rumus,verdict",
        ),
        (
            ANGGARAN,
            "laporan,page,tabel,row,kode,kode_raw,uraian,level,tahun,pagu,pagu_raw,realisasi,realisasi_raw,"
            "persen,persen_raw,fisik,persen_hitung,verdict,satuan,induk,periode",
        ),
        (
            TEMUAN,
            "laporan,id,code,severity,page,tabel,row,col,raw,reported,recomputed,proposal,proof,pesan,message",
        ),
    ],
)
def test_columns_are_those_of_the_contract(sheet, columns):
    assert ",".join(c.name for c in sheet.columns) == columns


def test_every_sheet_gives_rows_as_wide_as_its_columns(make):
    for sheet in SHEETS:
        rows = list(ROWS_OF[sheet.name]("lap", make.make_laporan()))
        assert rows, sheet.name
        assert {len(row) for row in rows} == {len(sheet.columns)}


def test_an_indikator_row(make):
    laporan = make.make_laporan(indikator=(make.make_indikator(sasaran=None, target=make.angka("60.5", "60.5")),))
    (row,) = indikator_rows("lap", laporan)
    got = dict(zip([c.name for c in INDIKATOR.columns], row, strict=True))
    assert (got["laporan"], got["page"], got["tabel"], got["row"]) == ("lap", 5, "t001", 1)
    assert csv_bytes((got["capaian"], got["capaian_raw"], got["capaian_hitung"])) == b"110,110%,110.00\n"
    assert (got["sasaran"], got["periode"], got["rumus"], got["verdict"]) == (None, None, "F1", "sesuai")


def test_an_anggaran_row(make):
    item = make.make_anggaran(pagu=make.angka("1200000", "1200000"), persen=make.angka("75", "75"))
    (row,) = anggaran_rows("lap", make.make_laporan(anggaran=(item,)))
    got = named(ANGGARAN, row)
    assert (got["page"], got["kode"], got["level"], got["realisasi"]) == ("6", "2.07.03", "program", "900000")
    assert (got["persen_hitung"], got["fisik"], got["verdict"]) == ("75.00", "", "sesuai")


def test_a_row_without_figures_has_empty_fields(make):
    item = make.make_anggaran(kode=None, pagu=None, realisasi=None, persen=None, evaluasi=None, row=7)
    (row,) = anggaran_rows("lap", make.make_laporan(anggaran=(item,)))
    assert named(ANGGARAN, row)["pagu"] == named(ANGGARAN, row)["verdict"] == ""


def test_the_page_of_a_row_is_where_that_row_begins(make):
    tabel = make.make_tabel([["a", "b"], ["1", "2"], ["3", "4"]], pages=(5, 6))
    moved = tuple(
        msgspec.structs.replace(c, prov=(msgspec.structs.replace(c.prov[0], page=6),)) if c.row == 2 else c
        for c in tabel.cells
    )
    laporan = make.make_laporan(
        tabel=(msgspec.structs.replace(tabel, cells=moved),),
        indikator=(make.make_indikator(row=1), make.make_indikator(row=2)),
    )
    assert [row[1] for row in indikator_rows("lap", laporan)] == [5, 6]


@pytest.mark.parametrize(
    ("ref", "expected"),
    [
        (Ref(tabel="3.1", row=1, col=1, page=5), "t001"),
        (Ref(tabel="3.1"), "t001"),
        (Ref(tabel="9.9", page=5), None),
        (Ref(page=5), None),
        (Ref(tabel=None, row=1, col=0, page=6), "t002"),
    ],
)
def test_a_finding_names_the_id_of_its_table(make, ref, expected):
    laporan = make.make_laporan(temuan=(make.make_temuan(refs=(ref,)),))
    (row,) = temuan_rows("lap", laporan)
    assert dict(zip([c.name for c in TEMUAN.columns], row, strict=True))["tabel"] == expected


def test_two_tables_of_one_number_are_told_apart_by_page_and_text_or_not_at_all(make):
    tables = (
        make.make_tabel([["a"], ["1"]], page=5),
        make.make_tabel([["a"], ["2"]], page=8, id="t002"),
        make.make_tabel([["a"], ["3"]], page=8, id="t003"),
    )

    def table_of(**place):
        temuan = make.make_temuan(refs=(Ref(tabel="3.1", **place),))
        (row,) = temuan_rows("lap", make.make_laporan(tabel=tables, temuan=(temuan,)))
        return row[5]

    assert table_of(page=5) == "t001"
    assert table_of(page=8, row=1, col=0, raw="3") == "t003"
    assert table_of(page=8) is None


def test_a_finding_without_a_place_still_has_a_row(make):
    (row,) = temuan_rows("lap", make.make_laporan(temuan=(make.make_temuan(refs=()),)))
    assert row[:4] == ("lap", "f001", "PCT", "E")


def test_a_table_has_one_header_row_and_its_texts_as_printed(make):
    tabel = make.make_tabel(
        [["Uraian", "Keuangan", ""], ["", "Rp", "%"], ["A, B", "1.200.000,-", "75,00"]], header_rows=2
    )
    labels = ("Uraian", "Keuangan / Rp", "Keuangan / %")
    tabel = msgspec.structs.replace(tabel, columns=tuple(map(Column, labels)))
    assert table_csv(tabel) == b'Uraian,Keuangan / Rp,Keuangan / %\n"A, B","1.200.000,-","75,00"\n'


def test_a_merged_cell_stands_once(make):
    tabel = make.make_tabel([["a", "b"], ["x", "1"], ["", "2"]])
    cells = [c for c in tabel.cells if (c.row, c.col) != (2, 0)]
    cells = [msgspec.structs.replace(c, row_span=2) if (c.row, c.col) == (1, 0) else c for c in cells]
    assert table_csv(msgspec.structs.replace(tabel, cells=tuple(cells))) == b"a,b\nx,1\n,2\n"


def test_labels_are_never_empty_and_never_twice_the_same(make):
    assert table_csv(make.make_tabel([["%", "", "%"], ["1", "2", "3"]])).startswith(b"%,kolom 2,% (2)\n")


def test_rows_without_text_are_left_out(make):
    assert table_csv(make.make_tabel([["a", "b"], ["", ""], ["1", ""], ["", ""]])) == b"a,b\n1,\n"
    assert table_csv(make.make_tabel([["a"], [""]])) == b"a\n"


def test_a_table_without_header_keeps_all_its_rows(make):
    assert table_csv(make.make_tabel([["a", "b"], ["c", "d"]], header_rows=0)) == b"kolom 1,kolom 2\na,b\nc,d\n"


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=SUM(A1)", "'=SUM(A1)"),
        ("+62 21", "'+62 21"),
        ("-", "'-"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("-1.200,50", "-1.200,50"),
        ("+5%", "+5%"),
        ("-12", "-12"),
        ("biasa = ya", "biasa = ya"),
        ("", ""),
    ],
)
def test_safe_csv_disarms_formulas_and_leaves_numbers(text, safe):
    assert read(csv_bytes([text, "x"], safe=True)) == [[safe, "x"]]
    assert read(csv_bytes([text, "x"])) == [[text, "x"]]


@settings(derandomize=True, max_examples=200)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4))
def test_any_text_comes_back_from_csv(texts):
    assert read(csv_bytes(texts)) == [texts]


def test_table_files_are_named_by_number_page_or_id(make):
    def table(nomor, page=27, number=1):
        return make.make_tabel([["a"]], nomor=nomor, page=page, id=f"t{number:03}")

    tables = [
        *(table("3.10"), table("II.4"), table(None), table(None), table("3.10"), table(None, 28)),
        *(table(None, None, 17), table("../../etc"), table("3/1"), table("...", 30)),
    ]
    assert table_file_names(tables) == [
        *("3.10.csv", "II.4.csv", "p27-1.csv", "p27-2.csv", "3.10-2.csv", "p28-1.csv"),
        *("t017.csv", "_.._etc.csv", "3_1.csv", "p30-1.csv"),
    ]


@settings(derandomize=True, max_examples=200)
@given(st.lists(st.sampled_from(["a", "A", "a-2", "b", "a-3", ""]), max_size=12))
def test_unique_names_differ_and_first_comers_keep_theirs(wanted):
    names = list(unique(wanted, "{}-{}"))
    assert len({name.casefold() for name in names}) == len(wanted)
    assert all(name.startswith(want) for name, want in zip(names, wanted, strict=True))
    assert not wanted or names[0] == wanted[0]
