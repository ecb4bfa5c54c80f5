"""A small report, line by line: what the outline makes of it. Everything here is invented."""

from itertools import pairwise

import pytest

from extractor.model.body import Body, Grid, GridCell, Item, Line, PageInfo, Piece
from extractor.model.place import Place
from extractor.outline import assemble, mark_lines

WIDTH, HEIGHT, LEFT, SIZE = 595.0, 842.0, 72.0, 11.0
TEXT = "Kinerja dinas diukur setiap triwulan dan dilaporkan kepada wali kota pada"


class Typist:
    """Sets lines and grids down the pages: `bold`, `centred`, `size` as given; a page break by `page()`."""

    def __init__(self, head: str | None = None) -> None:
        self.items: list[Item] = []
        self.number, self.y, self.head = 0, 0.0, head
        self.page()

    def page(self) -> "Typist":
        if self.number:
            self._put(str(self.number), 560.0, 800.0, 6.0)
        self.number += 1
        self.y = 80.0
        if self.head:
            self._put(self.head, LEFT, 40.0, 5.0 * len(self.head))
        return self

    def _put(self, text: str, x: float, top: float, width: float) -> None:
        self.items.append(Line(text, Place(self.number, (x, top, x + width, top + SIZE)), SIZE))

    def line(
        self, text: str, *, bold: bool = False, centred: bool = False, size: float = SIZE, x: float = LEFT
    ) -> "Typist":
        width = min(6.0 * len(text), WIDTH - 2 * LEFT)
        left = (WIDTH - width) / 2 if centred else x
        box = (left, self.y, left + width, self.y + size)
        self.items.append(Line(text, Place(self.number, box), size, bold=bold, centred=centred))
        self.y += size * 1.4
        return self

    def text(self, lines: int = 2) -> "Typist":
        for _ in range(lines):
            self.line(TEXT)
        self.line("akhir tahun.")
        self.y += 10
        return self

    def grid(self, rows: list[list[str]]) -> "Typist":
        place = Place(self.number, (LEFT, self.y, WIDTH - LEFT, self.y + 14 * len(rows)))
        cells = tuple(GridCell(r, c, 1, 1, text, (place,)) for r, row in enumerate(rows) for c, text in enumerate(row))
        self.items.append(Grid(len(rows), len(rows[0]), cells, (place,)))
        self.y += 14 * len(rows) + 16
        return self

    def body(self) -> Body:
        self._put(str(self.number), 560.0, 800.0, 6.0)
        return Body(tuple(self.items), tuple(PageInfo(n + 1, WIDTH, HEIGHT, True) for n in range(self.number)))


ROWS = [
    ["No", "Sasaran", "Target", "Realisasi"],
    ["1", "Naiknya mutu layanan", "90", "88"],
    ["2", "Turunnya aduan", "10", "8"],
]


def chapter(t: Typist, nomor: str, judul: str) -> Typist:
    return t.line(f"BAB {nomor}", bold=True, centred=True, size=14).line(judul, bold=True, centred=True, size=14)


def report() -> Body:
    t = Typist("LKIP Dinas Perikanan Kota Tirtajaya Tahun 2031")
    t.line("DAFTAR ISI", bold=True, centred=True)
    t.line("BAB I PENDAHULUAN ............ 1").line("1.1 Latar Belakang ............ 1").line(
        "BAB II PERENCANAAN KINERJA ..... 2"
    )
    t.line("BAB III AKUNTABILITAS KINERJA ......... 4")
    t.page().line("DAFTAR TABEL", bold=True, centred=True)
    t.line("Tabel 2.1 Perjanjian Kinerja ........ 3").line("Tabel 3.1 Capaian Kinerja ...... 4").line(
        "Tabel 3.9 Yang Hilang ..... 9"
    )
    chapter(t.page(), "I", "PENDAHULUAN").line("1.1 Latar Belakang", bold=True).text()
    t.line("1.2 Sistematika Penulisan", bold=True).text()
    t.line("BAB I PENDAHULUAN", x=100).line("BAB II PERENCANAAN KINERJA", x=100).line(
        "1.1 Latar Belakang", bold=True, x=120
    )
    chapter(t.page(), "II", "PERENCANAAN KINERJA").line("2.1 Perjanjian Kinerja", bold=True).text()
    t.line("pada BAB III akan diuraikan capaian kinerja.").line("Tabel 2.1", bold=True, centred=True)
    t.line("Perjanjian Kinerja", bold=True, centred=True).line(
        "Dinas Perikanan Tahun 2031", bold=True, centred=True
    ).grid(ROWS)
    t.line("Sumber: Dinas Perikanan")
    chapter(t.page(), "III", "AKUNTABILITAS KINERJA").line("3.1 Capaian Kinerja", bold=True).text()
    t.line("Rincian capaian tahun ini untuk semua sasaran strategis dapat dilihat pada").line("Tabel 3.1 berikut ini:")
    t.y += 10
    t.line("Tabel 3,1. Capaian Kinerja Tahun 2031").grid(ROWS).line("Tabel 3.1 menunjukkan bahwa satu target tercapai.")
    t.page().line("4.1 Kesimpulan", bold=True).text().line("Skala Penilaian", bold=True, centred=True).grid(ROWS)
    return t.body()


def test_chapters_and_sections() -> None:
    outline = assemble(mark_lines(report()), "laporan.pdf")
    assert [(b.nomor, b.judul, b.page, b.inferred) for b in outline.bab] == [
        ("I", "PENDAHULUAN", 3, False),
        ("II", "PERENCANAAN KINERJA", 4, False),
        ("III", "AKUNTABILITAS KINERJA", 5, False),
        ("IV", "", 6, True),
    ]
    sections = [(s.nomor, s.judul, s.page) for b in outline.bab for s in b.subbab]
    assert sections == [
        ("1.1", "Latar Belakang", 3),
        ("1.2", "Sistematika Penulisan", 3),
        ("2.1", "Perjanjian Kinerja", 4),
        ("3.1", "Capaian Kinerja", 5),
        ("4.1", "Kesimpulan", 6),
    ]


def test_tables_and_captions() -> None:
    outline = assemble(mark_lines(report()), "laporan.pdf")
    assert [(t.nomor, t.judul, t.bab, t.grid.pages) for t in outline.tables] == [
        ("2.1", "Perjanjian Kinerja Dinas Perikanan Tahun 2031", "II", (4,)),
        ("3,1", "Capaian Kinerja Tahun 2031", "III", (5,)),
        (None, "Skala Penilaian", "IV", (6,)),
    ]
    assert outline.tables[0].source_note == "Sumber: Dinas Perikanan"
    assert outline.tables[0].caption is not None
    assert outline.tables[2].context is not None


def test_list_of_tables_is_a_check_list() -> None:
    outline = assemble(mark_lines(report()), "laporan.pdf")
    assert [(e.nomor, e.judul, e.printed_page, e.found) for e in outline.daftar_tabel] == [
        ("2.1", "Perjanjian Kinerja", "3", True),
        ("3.1", "Capaian Kinerja", "4", True),
        ("3.9", "Yang Hilang", "9", False),
    ]
    assert sorted(t.code for t in outline.temuan) == ["STRUCT-BAB", "STRUCT-GRID", "STRUCT-LAYOUT", "STRUCT-LISTED"]
    assert all(t.id == "" and t.message.id != t.message.en for t in outline.temuan)


def test_identity() -> None:
    found = assemble(mark_lines(report()), "laporan.pdf").laporan
    assert (found.jenis, found.instansi, found.tahun) == ("LKIP", "Dinas Perikanan Kota Tirtajaya", 2031)


def test_roles() -> None:
    body = mark_lines(report())
    roles = {item.text: item.role for item in body.items if isinstance(item, Line)}
    assert roles["LKIP Dinas Perikanan Kota Tirtajaya Tahun 2031"] == "running"
    assert roles["4"] == "running"
    assert roles["BAB III AKUNTABILITAS KINERJA ......... 4"] == "toc"
    assert roles["Tabel 3.9 Yang Hilang ..... 9"] == "toc"
    assert roles["Tabel 3.1 berikut ini:"] is None
    assert roles["Tabel 3.1 menunjukkan bahwa satu target tercapai."] is None
    assert roles["pada BAB III akan diuraikan capaian kinerja."] is None
    assert roles["Sumber: Dinas Perikanan"] == "note"
    assert mark_lines(body) == body


def test_letters_number_a_chapter_without_decimals() -> None:
    t = Typist()
    chapter(t, "III", "AKUNTABILITAS KINERJA").line("A. Capaian Kinerja", bold=True).text()
    t.line("A. Bukan judul, hanya butir daftar").line("B. Butir kedua dari daftar")
    t.line("B. Realisasi Anggaran", bold=True).text()
    chapter(t.page(), "IV", "P E N U T U P").line("a. Kesimpulan", bold=True).text().line("b. Saran", bold=True).text()
    outline = assemble(mark_lines(t.body()), "x.pdf")
    assert [(b.judul, [(s.nomor, s.judul) for s in b.subbab]) for b in outline.bab] == [
        ("AKUNTABILITAS KINERJA", [("A", "Capaian Kinerja"), ("B", "Realisasi Anggaran")]),
        ("PENUTUP", [("a", "Kesimpulan"), ("b", "Saran")]),
    ]


def test_wrong_section_number_is_kept_and_told() -> None:
    t = Typist()
    chapter(t, "2", "PERENCANAAN KINERJA").line("2.1 Rencana", bold=True).text().line(
        "2.2 Perjanjian", bold=True
    ).text()
    chapter(t.page(), "3", "AKUNTABILITAS KINERJA").line("1.1 Capaian", bold=True).text().line(
        "3.2 Anggaran", bold=True
    ).text()
    outline = assemble(mark_lines(t.body()), "x.pdf")
    assert [(b.nomor, [s.nomor for s in b.subbab]) for b in outline.bab] == [
        ("2", ["2.1", "2.2"]),
        ("3", ["1.1", "3.2"]),
    ]
    assert [(f.code, f.reported) for f in outline.temuan] == [("STRUCT-SUBBAB", "1.1")]


def test_captions_below_their_tables() -> None:
    t = Typist()
    for n in range(1, 5):
        t.text().grid(ROWS).line(f"Tabel {n}. Data ke-{n}", centred=True).text()
    outline = assemble(mark_lines(t.body()), "x.pdf")
    assert [(c.nomor, c.grid.places[0].bbox) for c in outline.tables] == [
        (str(n + 1), item.places[0].bbox) for n, item in enumerate(i for i in t.items if isinstance(i, Grid))
    ]


def test_caption_on_the_page_before() -> None:
    t = Typist()
    t.text(20).line("Tabel 5", bold=True, centred=True).line("Pagu Anggaran", bold=True, centred=True).page().grid(ROWS)
    outline = assemble(mark_lines(t.body()), "x.pdf")
    assert [(c.nomor, c.judul, c.grid.pages) for c in outline.tables] == [("5", "Pagu Anggaran", (2,))]


def test_repeated_caption_does_not_part_a_table() -> None:
    t = Typist()
    t.text().line("Tabel 1.1 Pagu", bold=True, centred=True).grid(ROWS).page().line(
        "Tabel 1.1 (lanjutan)", bold=True, centred=True
    )
    t.grid(ROWS)
    lines = [item for item in mark_lines(t.body()).items if isinstance(item, Line) and item.text.startswith("Tabel")]
    assert [line.role for line in lines] == ["caption", "running"]


def test_caption_without_table_and_number_used_twice() -> None:
    t = Typist()
    t.text().line("Tabel 7 Hilang Gambarnya", bold=True, centred=True).text(6)
    for n in (8, 8):
        t.line(f"Tabel {n} Data", bold=True, centred=True).grid(ROWS).text()
    outline = assemble(mark_lines(t.body()), "x.pdf")
    assert [c.nomor for c in outline.tables] == ["8", "8"]
    assert sorted(f.code for f in outline.temuan) == ["STRUCT-CAPTION", "STRUCT-DUPLICATE"]


@pytest.mark.parametrize(
    "rows",
    [
        [["Capaian", "=", "Realisasi", "x 100 %"], ["", "", "Target", ""]],
        [["Kepala Dinas,", "Wali Kota,"], ["Budi Santosa", "Sri Lestari"], ["NIP. 19700101 199001 1 001", ""]],
        [["BAB I", "PENDAHULUAN"], ["BAB II", "PERENCANAAN KINERJA"], ["BAB III", "AKUNTABILITAS KINERJA"]],
        [
            ["Sasaran 1", ":", "Mutu layanan naik"],
            ["Indikator", ":", "Indeks mutu"],
            ["Indikator", ":", "Waktu layanan"],
        ],
        [["hanya satu kolom"], ["dua"], ["tiga"], ["empat"]],
    ],
)
def test_grids_that_are_no_data_tables(rows: list[list[str]]) -> None:
    body = mark_lines(Typist().text().grid(rows).body())
    assert assemble(body, "x.pdf").tables == ()


def test_labels_with_figures_behind_colons_are_data() -> None:
    rows = [["Luas wilayah", ":", "210,49 km2"], ["Penduduk", ":", "1.234.567 jiwa"]]
    assert len(assemble(mark_lines(Typist().text().grid(rows).body()), "x.pdf").tables) == 1


def test_word_report_without_pages() -> None:
    texts = [
        ("BAB I", 0),
        ("I", 0),
        (")PERENCANAAN KINERJA", 0),
        ("2.1 Rencana Strategis", 2),
        (TEXT, 0),
        ("Tabel 2.1", 0),
        ("Tujuan dan Sasaran", 0),
    ]
    items: list[Item] = [
        Line(text, Place(None, path=f"body/p[{n}]"), 11.0, bold=n != 4, centred=n != 4, level=level or None)
        for n, (text, level) in enumerate(texts)
    ]
    cells = tuple(GridCell(r, c, 1, 1, text, ()) for r, row in enumerate(ROWS) for c, text in enumerate(row))
    items.append(Grid(3, 4, cells, (Place(None, path="body/table[1]"),)))
    outline = assemble(mark_lines(Body(tuple(items))), "x.docx")
    assert [(b.nomor, b.judul, b.path) for b in outline.bab] == [("II", "PERENCANAAN KINERJA", "body/p[0]")]
    assert [s.nomor for s in outline.bab[0].subbab] == ["2.1"]
    assert [(t.nomor, t.judul) for t in outline.tables] == [("2.1", "Tujuan dan Sasaran")]


def test_heading_in_a_box_and_running_head_in_a_band() -> None:
    t = Typist()
    for n, (nomor, judul) in enumerate(
        [("I", "PENDAHULUAN"), ("II", "PERENCANAAN KINERJA"), ("III", "AKUNTABILITAS KINERJA")]
    ):
        if n:
            t.page()
        band = Place(t.number, (LEFT, 30.0, 500.0, 45.0))
        t.items.append(
            Grid(1, 2, tuple(GridCell(0, c, 1, 1, x, (band,)) for c, x in enumerate(["LKIP", "2031"])), (band,))
        )
        t.grid([[f"BAB {nomor}", judul]]).text()
    outline = assemble(mark_lines(t.body()), "x.pdf")
    assert [(b.nomor, b.judul) for b in outline.bab] == [
        ("I", "PENDAHULUAN"),
        ("II", "PERENCANAAN KINERJA"),
        ("III", "AKUNTABILITAS KINERJA"),
    ]
    assert outline.tables == ()


@pytest.mark.parametrize("columns, wanted", [(4, None), (2, "running")])
def test_a_table_header_that_comes_again_on_every_page_is_no_running_head(columns: int, wanted: str | None) -> None:
    t = Typist()
    for n in range(3):
        if n:
            t.page()
        pieces = tuple(Piece(f"Kolom {k}", LEFT + 100 * k, LEFT + 100 * k + 40) for k in range(columns))
        box = (LEFT, 60.0, pieces[-1].x1, 71.0)
        t.items.append(Line(" ".join(p.text for p in pieces), Place(t.number, box), SIZE, pieces=pieces))
        t.text()
    heads = [i for i in mark_lines(t.body()).items if isinstance(i, Line) and i.text.startswith("Kolom")]
    assert [line.role for line in heads] == [wanted] * 3


@pytest.mark.parametrize(
    "row, wanted", [("Program Pasar 1.250.000.000 1.100.000.000", 0), ("Realisasi 1.250.000.000 Rupiah", 2)]
)
def test_a_row_with_two_amounts_is_no_heading(row: str, wanted: int) -> None:
    t = Typist()
    chapter(t, "III", "AKUNTABILITAS KINERJA")
    t.text().line(f"A. {row}", bold=True).text().line(f"B. {row}", bold=True).text()
    (bab,) = assemble(mark_lines(t.body()), "x.pdf").bab
    assert len(bab.subbab) == wanted


def test_empty_body() -> None:
    outline = assemble(mark_lines(Body(())), "lkip_2031.pdf")
    assert (outline.bab, outline.tables, outline.temuan, outline.laporan.tahun) == ((), (), (), 2031)


def test_items_keep_their_order() -> None:
    before, after = report(), mark_lines(report())
    assert [i.text for i in before.items if isinstance(i, Line)] == [i.text for i in after.items if isinstance(i, Line)]
    tops = [(i.places[0].page or 0) for i in after.items if isinstance(i, Grid)]
    assert all(a <= b for a, b in pairwise(tops))


def test_a_remark_on_the_unit_is_a_note_of_its_table() -> None:
    t = chapter(Typist().text(), "III", "AKUNTABILITAS KINERJA").text(6)
    t.line("Tabel 3.1 Realisasi Anggaran", bold=True, centred=True).line("(dalam jutaan rupiah)", x=400).grid(ROWS)
    assert assemble(mark_lines(t.body()), "x.pdf").tables[0].source_note == "(dalam jutaan rupiah)"


def test_running_heads_of_landscape_pages_stand_at_other_heights() -> None:
    """Three portrait pages and a landscape one with the same head; its margin is as high as theirs, in points."""
    tops = [35.0, 35.0, 35.0, 90.0]
    items: list[Item] = [
        Line("Akuntabilitas Kinerja", Place(n, (LEFT, top, 300.0, top + SIZE)), SIZE) for n, top in enumerate(tops, 1)
    ]
    sizes = [(WIDTH, HEIGHT)] * 3 + [(HEIGHT, WIDTH)]
    body = Body(tuple(items), tuple(PageInfo(n, w, h, True) for n, (w, h) in enumerate(sizes, 1)))
    assert [i.role for i in mark_lines(body).items if isinstance(i, Line)] == ["running"] * 4


def test_title_lines_that_come_again_at_the_top_of_pages_still_give_the_year() -> None:
    t = Typist()
    t.text()
    for _ in range(4):
        t.page()
        t.y += 24
        t.line("Perjanjian Kinerja Tahun 2032", bold=True, centred=True)
        t.line("Dinas Perikanan Kota Tirtajaya", bold=True, centred=True).grid(ROWS).grid(ROWS)
        t.page().text()
    found = assemble(mark_lines(t.body()), "laporan.pdf").tables
    assert {table.judul for table in found} == {"Perjanjian Kinerja Tahun 2032 Dinas Perikanan Kota Tirtajaya"}
    assert len(found) == 8


def test_a_plan_has_no_year_of_report() -> None:
    typist = Typist().text(70).page()
    typist.line("Tabel 2.1 Target Renstra Tahun 2031-2036", bold=True).grid([["No", "Uraian"], ["1", "Jalan"]])
    typist.line("Tabel 2.2 Pegawai Tahun 2030", bold=True).grid([["No", "Uraian"], ["1", "Staf"]])
    for _ in range(12):
        typist.line("Renstra ini menjadi dasar LAKIP" if _ == 3 else "Renstra ini menjadi dasar semua kegiatan")
    typist.line("Tabel 2.3 Pagu Renstra Tahun 2031-2036", bold=True).grid([["No", "Uraian"], ["1", "Jalan"]])
    found = assemble(mark_lines(typist.body()), "x.pdf").laporan
    assert (found.jenis, found.tahun) == (None, None)


def test_year_in_a_title_inside_the_table() -> None:
    typist = Typist().line("Lampiran Peraturan Wali Kota").line("Nomor : 46 Tahun 2017")
    body = typist.grid([["RINGKASAN APBD TAHUN ANGGARAN 2018", ""], ["Uraian", "Jumlah"]]).body()
    grid = next(item for item in body.items if isinstance(item, Grid))
    title = GridCell(0, 0, 1, 2, grid.cells[0].text, grid.cells[0].places)
    wide = Grid(grid.n_rows, grid.n_cols, (title, *grid.cells[2:]), grid.places)
    items = tuple(wide if item is grid else item for item in body.items)
    assert assemble(mark_lines(Body(items, body.pages)), "x.pdf").laporan.tahun == 2018
