"""Claims from a body: printed lines become paragraphs, figures and words broken at a line end are whole again."""

from decimal import Decimal

from extractor.model.body import Body, Grid, Line, Role
from extractor.model.place import Place
from extractor.records.klaim import read_klaim


def line(text: str, top: float, page: int = 1, right: float = 520.0, role: Role | None = None) -> Line:
    return Line(text, Place(page, (72.0, top, right, top + 11.0)), role=role)


def figures(body: Body) -> list[list[tuple[str, Decimal | None]]]:
    return [[(figure.role, figure.number) for figure in claim.figures] for claim in read_klaim(body)]


def test_a_figure_broken_over_two_lines_is_one() -> None:
    body = Body(
        (
            line("Kegiatan Perawatan Perahu Nelayan, realisasi anggaran Rp. 1.100.", 100),
            line("000.000,- atau 88% dari pagu anggaran sebesar", 114, right=400),
            line("Rp. 1.250.000.000,-.", 128, right=180),
        )
    )
    (claim,) = read_klaim(body)
    assert claim.subjek == "Perawatan Perahu Nelayan"
    assert claim.page == 1
    assert [(f.role, f.raw) for f in claim.figures] == [
        ("realisasi", "Rp. 1.100.000.000,-"), ("persen", "88%"), ("pagu", "Rp. 1.250.000.000,-"),
    ]  # fmt: skip


def test_only_the_end_of_a_paragraph_decides_how_it_goes_on() -> None:
    """A paragraph of ten thousand lines (pages of OCR) was looked through from its beginning for each of them."""
    lines = [line("uraian umum Rp. lalu uraian lain yang panjang-", 14.0 * number) for number in range(400)]
    lines.append(line("Program Wisata, realisasi anggaran Rp. 1.100.", 5600))
    lines.append(line("000.000,- atau 88% dari pagu anggaran sebesar Rp. 1.250.000.000,-.", 5614))
    (claim,) = figures(Body(tuple(lines)))
    assert claim == [("realisasi", Decimal(1100000000)), ("persen", Decimal(88)), ("pagu", Decimal(1250000000))]


def test_a_paragraph_goes_on_over_the_page_and_its_running_heads() -> None:
    body = Body(
        (
            line("Program Wisata Bahari dengan pagu anggaran Rp 400.000.000 dan", 700),
            line("23", 800, role="running"),
            line("LKIP Dinas Contoh", 30, 2, role="running"),
            line("realisasi sebesar Rp 300.000.000 atau 75%. Program Desa Wisata memiliki 4 kegiatan.", 72, 2),
        )
    )
    first, second = read_klaim(body)
    assert (first.page, second.page) == (1, 2)
    assert [figure.role for figure in first.figures] == ["pagu", "realisasi", "persen"]
    assert (second.subjek, second.figures[0].role) == ("Desa Wisata", "jumlah_kegiatan")


def test_a_heading_above_names_the_claims_below() -> None:
    body = Body(
        (
            line("II. Program Peningkatan Mutu Perpustakaan", 100, right=300),
            line("Realisasi anggaran Rp. 0,- atau 0 % dari pagu anggaran sebesar Rp. 90.000.000,-", 114),
        )
    )
    (claim,) = read_klaim(body)
    assert claim.subjek == "Peningkatan Mutu Perpustakaan"
    assert claim.text.startswith("Realisasi")


def test_a_name_does_not_reach_over_a_table_or_a_heading() -> None:
    heading = line("Kegiatan Pelatihan Perajin Rotan", 100, right=300)
    claim = line("Realisasi anggaran sebesar Rp. 7.000.000,-", 300)
    table, other = Grid(1, 1, (), (Place(1),)), line("3.2 Realisasi Anggaran", 200, role="subbab")
    named = line("3.2.1 Program Wisata Kuliner", 200, role="subbab")
    subjects = [read_klaim(Body((heading, between, claim)))[0].subjek for between in (table, other, named)]
    assert subjects == [None, None, "Wisata Kuliner"]


def test_list_items_are_paragraphs_and_grids_part_them() -> None:
    grid = Grid(1, 1, (), (Place(1),))
    body = Body((line("a. target 5 unit", 100), line("b. target 6 unit", 114), grid, line("target 7 unit", 200)))
    assert figures(body) == [[("target", Decimal(5))], [("target", Decimal(6))], [("target", Decimal(7))]]


def test_headings_and_captions_are_no_running_text() -> None:
    body = Body((line("Tabel 3.1 Capaian 97%", 100, role="caption"), line("capaian 98%", 120)))
    assert figures(body) == [[("capaian", Decimal(98))]]


def test_a_word_parted_at_the_line_end_is_whole() -> None:
    body = Body((line("Kegiatan Pembinaan Pengra-", 100), line("jin Batik dengan anggaran Rp. 5.000.000,-", 114)))
    assert read_klaim(body)[0].subjek == "Pembinaan Pengrajin Batik"


def test_a_figure_without_one_sure_value_has_no_number() -> None:
    body = Body((line("realisasi anggaran Rp. 150.000.00,- dari pagu Rp. 8.86.851.000,- dan target 80, 5 %", 100),))
    assert figures(body) == [[("realisasi", None), ("pagu", None), ("target", Decimal("80.5"))]]


def test_every_docx_paragraph_stands_alone() -> None:
    lines = [
        Line(text, Place(None, path=f"body/p[{i}]"))
        for i, text in enumerate(["realisasi anggaran", "Rp. 5.000.000,- atau 50%"])
    ]
    (claim,) = read_klaim(Body(tuple(lines)))
    assert (claim.page, claim.path) == (None, "body/p[1]")
    assert [figure.role for figure in claim.figures] == ["realisasi", "persen"]
