"""Titles of tables: in the frame, hung behind their label, centred on a middle of their own."""

import pytest

from extractor.model.body import Body, Grid, GridCell, Line
from extractor.model.place import Place
from extractor.outline import assemble, mark_lines
from extractor.outline.tables import is_data
from tests.outline.test_outline_report import SIZE, Typist


def test_a_table_without_caption_is_called_by_the_title_in_its_frame() -> None:
    body = Typist().text().grid([["CAPAIAN KINERJA TAHUN 2018", ""], ["Tujuan", "Target"], ["Mutu", "7"]]).body()
    grid = next(item for item in body.items if isinstance(item, Grid))
    title = GridCell(0, 0, 1, 2, grid.cells[0].text, grid.cells[0].places)
    wide = Grid(grid.n_rows, grid.n_cols, (title, *grid.cells[2:]), grid.places)
    found = assemble(Body(tuple(wide if item is grid else item for item in body.items), body.pages), "x.pdf")
    assert [t.judul for t in found.tables] == ["CAPAIAN KINERJA TAHUN 2018"]


def test_a_title_set_as_a_block_behind_its_label() -> None:
    typist = Typist().text()
    for text, x, width in (
        ("Tabel 2.1 Rekap Anggaran Program setelah", 130, 340),
        ("Perubahan Dinas Contoh Provinsi", 180, 288),
        ("Angkasa", 180, 40),
    ):
        box = (x, typist.y, x + width, typist.y + SIZE)
        typist.items.append(Line(text, Place(typist.number, box), SIZE, centred=x == 130))
        typist.y += SIZE * 1.1
    typist.grid([["No", "Program", "Pagu"], ["1", "Program A", "10"]])
    (table,) = assemble(mark_lines(typist.body()), "x.pdf").tables
    assert table.judul == "Rekap Anggaran Program setelah Perubahan Dinas Contoh Provinsi Angkasa"


def test_a_title_centred_on_a_middle_of_its_own() -> None:
    typist = Typist().text()
    for text, width in (
        ("Tabel 2.2", 48),
        ("Jumlah Pegawai", 90),
        ("Dinas Contoh Kota Angkasa", 230),
        ("Tahun 2030", 60),
    ):
        box = (330 - width / 2, typist.y, 330 + width / 2, typist.y + SIZE)
        typist.items.append(Line(text, Place(typist.number, box), SIZE, bold=True))
        typist.y += SIZE * 1.2
    typist.grid([["No", "Golongan", "Jumlah"], ["1", "II a", "10"]])
    (table,) = assemble(mark_lines(typist.body()), "x.pdf").tables
    assert (table.nomor, table.judul) == ("2.2", "Jumlah Pegawai Dinas Contoh Kota Angkasa Tahun 2030")


def test_a_line_of_a_wide_title_that_begins_like_the_rest_of_a_sentence() -> None:
    typist = Typist().text()
    lines = (
        ("Tabel 3.3.", 48),
        ("Permasalahan Pelayanan Dinas", 400),
        ("dan Ciptakarya Provinsi", 390),
        ("Angkasa", 60),
    )
    for text, width in lines:
        box = (300 - width / 2, typist.y, 300 + width / 2, typist.y + SIZE)
        typist.items.append(Line(text, Place(typist.number, box), SIZE, bold=True))
        typist.y += SIZE * 1.1
    typist.grid([["No", "Sasaran", "Jumlah"], ["1", "Jalan", "10"]])
    (table,) = assemble(mark_lines(typist.body()), "x.pdf").tables
    assert table.judul == "Permasalahan Pelayanan Dinas dan Ciptakarya Provinsi Angkasa"


def test_boxes_of_an_organisation_chart_are_no_table() -> None:
    rows = [["" if (r + c) % 2 else f"Seksi {chr(65 + r)}{chr(65 + c)}" for c in range(6)] for r in range(6)]
    rows[2] = ["Bidang A", "", "Bidang B", "Bidang C", "", "Bidang D"]
    rows[3] = ["", "", "", "", "", ""]
    assert not is_data(_grid(rows))
    assert is_data(_grid([[text.replace("Seksi", "1") for text in row] for row in rows]))


def test_a_drawing_of_boxes_with_the_caption_of_a_figure() -> None:
    boxes = [["Kepala", "Sekretaris", "Bidang"], ["Seksi", "Jafung", "Jafung"]]
    for rows, count in ((boxes, 0), ([["Kepala", "Pagu", "Bidang"], ["Seksi", "12", "14"]], 1)):
        body = Typist().text().grid(rows).line("dan umum").line("Gambar 2 Struktur Organisasi", centred=True).body()
        assert len(assemble(mark_lines(body), "x.pdf").tables) == count


def test_a_title_of_another_look_between_a_lone_number_and_its_grid() -> None:
    typist = Typist().text()
    for text, x, bold in (("Tabel 2.7.", 282, True), ("Sarana Bidang Kearsipan", 231, False)):
        width = 46 if bold else 183
        typist.items.append(
            Line(
                text, Place(typist.number, (x, typist.y, x + width, typist.y + SIZE)), SIZE, bold=bold, centred=not bold
            )
        )
        typist.y += SIZE * 1.1
    (table,) = assemble(mark_lines(typist.grid([["No", "Ruang"], ["1", "12"], ["2", "13"]]).body()), "x.pdf").tables
    assert (table.nomor, table.judul) == ("2.7", "Sarana Bidang Kearsipan")


@pytest.mark.parametrize("head", [(), ("Faktor Pendorong Pelayanan",)], ids=["number alone", "half of the title"])
def test_a_title_cut_by_the_page_end(head: tuple[str, ...]) -> None:
    typist = Typist().text(40).line("Tabel 3.4", bold=True, centred=True)
    for text in head:
        typist.line(text, centred=True)
    typist.page().line("Skor Penentuan Isu", centred=True).grid([["No", "Ruang"], ["1", "12"], ["2", "13"]])
    (table,) = assemble(mark_lines(typist.body()), "x.pdf").tables
    assert (table.nomor, table.judul) == ("3.4", " ".join([*head, "Skor Penentuan Isu"]))


def _grid(rows: list[list[str]]) -> Grid:
    return next(item for item in Typist().grid(rows).body().items if isinstance(item, Grid))
