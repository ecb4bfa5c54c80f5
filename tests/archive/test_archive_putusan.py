"""A person's decisions; tables carried over; breaks, growth and distance of series."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace as changed

from extractor.archive.compare import compare
from extractor.archive.perkembangan import breaks, course
from extractor.archive.putusan import read_decisions
from extractor.archive.salinan import copies
from extractor.cli import main
from extractor.emit.json_file import laporan_bytes
from extractor.model.laporan import Angka, Cell, Column, Laporan, Tabel
from extractor.model.place import Place
from tests.archive.test_archive_compare import NEW, OLD, anggaran, indikator, laporan
from tests.archive.test_archive_match import butir

HEAD = "laporan_a,indikator_a,laporan_b,indikator_b,putusan,oleh\n"


def relations(decisions: str) -> dict[tuple[str, str], str]:
    found = compare([("a", OLD), ("b", NEW)], read_decisions(HEAD + decisions).decide)
    return {(p.laporan, p.indikator): f"{p.seri} {p.relasi} {p.alasan}" for p in found.padanan}


def test_a_decision_joins_and_parts() -> None:
    joined = relations("a,JUMLAH TAMAN,b,Indeks sungai,sama,Ani\n")
    assert joined["b", "Indeks sungai"] == "s0002 renamed ditetapkan oleh pembaca"
    parted = relations("a,Persentase jalan baik,b,Persentase jalan baik,beda,Ani\n")
    assert parted["a", "Persentase jalan baik"].split()[1] == "gone"
    assert parted["b", "Persentase jalan baik"].split()[1] == "new"


def test_a_decision_joins_reports_of_two_agencies() -> None:
    other = changed(NEW, laporan=changed(NEW.laporan, instansi="Badan Lain"))
    decide = read_decisions(HEAD + "a,Jumlah taman,b,Indeks sungai,sama,Ani\n").decide
    rows = compare([("a", OLD), ("b", other)], decide).padanan
    assert len({row.seri for row in rows if row.indikator in ("Jumlah taman", "Indeks sungai")}) == 1


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a,b\n", "1"),
        (HEAD + "a,x,b,y,mungkin,Ani\n", "2"),
        (HEAD + ",x,b,y,sama,Ani\n", "2"),
        (HEAD + "a,x,b,y,sama,Ani\nb,y,a,x,beda,Budi\n", "3"),
    ],
)
def test_what_is_no_decision(text: str, line: str) -> None:
    with pytest.raises(ValueError, match=f"^{line}: "):
        read_decisions(text)


def test_decisions_that_met_nothing() -> None:
    decisions = read_decisions(
        HEAD + "a,Jumlah taman,b,Indeks sungai,sama,Ani\n\na,Salah tulis,b,Indeks sungai,sama,Ani\n"
    )
    compare([("a", OLD), ("b", NEW)], decisions.decide)
    assert list(decisions.unused) == [4]


def test_the_command_keeps_decisions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for stem, report in (("a", OLD), ("b", NEW)):
        (tmp_path / "out" / stem).mkdir(parents=True)
        (tmp_path / "out" / stem / "laporan.json").write_bytes(laporan_bytes(report))
    given = tmp_path / "putusan.csv"
    given.write_text(HEAD + "a,Jumlah taman,b,Indeks sungai,sama,Ani\n", encoding="utf-8")
    for more in (["--corrections", str(given)], []):
        with pytest.raises(SystemExit):
            main(["compare", str(tmp_path / "out"), "-o", str(tmp_path / "banding"), *more])
        assert "ditetapkan oleh pembaca" in (tmp_path / "banding" / "padanan.csv").read_text(encoding="utf-8")
    (tmp_path / "banding" / "corrections.csv").write_text("x\n", encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["compare", str(tmp_path / "out"), "-o", str(tmp_path / "banding")])
    assert ended.value.code == 3
    assert "corrections.csv" in capsys.readouterr().err


RESULTS = ("61.5", "70.25", "12.4", "81.3", "55.5", "42.7", "33.1")


def filled(tahun: int, *results: str, names: str = "abcdefg") -> Laporan:
    rows = (
        indikator(f"Persentase hal {n} baik", tahun, v, row=i)
        for i, (n, v) in enumerate(zip(names, results, strict=True))
    )
    return laporan(tahun, *rows)


def test_a_table_carried_over() -> None:
    before, after = ("a", filled(2019, *RESULTS)), ("b", filled(2020, *RESULTS))
    (copy,) = copies(before, after)
    assert (copy.tabel, copy.laporan_asal, copy.tabel_asal, copy.sama, copy.semua) == ("t001", "a", "t001", 7, 7)
    assert not copies(after, before)
    assert not copies(before, ("b", filled(2020, *RESULTS[::-1])))
    assert not copies(before, ("b", filled(2020, *(["61.5"] * 7))))
    assert len(copies(before, ("b", filled(2020, *RESULTS[:6], "33.9")))) == 1
    budget = [
        laporan(y, budget=tuple(anggaran(f"1.{n}", f"Program {n}", y, "9") for n in range(9))) for y in (2019, 2020)
    ]
    assert not copies(("a", budget[0]), ("b", budget[1]))


def test_figures_carried_over_count_for_the_year_they_come_from() -> None:
    table = Tabel("t001", "3.4", None, None, "capaian", (7,), 8, 3, 1, (), ())
    reports = [changed(filled(y, *r), tabel=(table,)) for y, r in ((2019, RESULTS), (2020, (*RESULTS[:6], "33.9")))]
    found = compare([("a", reports[0]), ("b", reports[1])])
    assert [(c.jenis, c.laporan, c.page) for c in found.catatan] == [("salinan", "b", 7)]
    assert [(b.tahun, b.nilai_a, b.nilai_b) for b in found.beda] == [(2019, Decimal("33.1"), Decimal("33.9"))]
    assert {r.catatan for r in found.indikator_tahun if r.laporan == "b"} == {"terbawa dari a"}
    assert {p.tahun for p in found.perkembangan} == {2019}
    assert {p.relasi for p in found.padanan if p.laporan == "a"} == {"gone"}
    assert all("terbawa" in p.alasan for p in found.padanan if p.laporan == "b")


def test_growth_and_distance_only_where_units_agree() -> None:
    old = replace(butir("Nilai mutu", "nilai", r2020="50", t2024="80"), tahun=2020)
    new = replace(butir("Nilai mutu", "nilai", laporan="b", r2021="60", t2024="80"), tahun=2021)
    assert [(p.pertumbuhan, p.tahun_target, p.jarak) for p in course("s", [old, new]) if p.realisasi] == [
        (None, 2024, Decimal(-30)),
        (Decimal("20.00"), 2024, Decimal(-20)),
    ]
    percent = replace(butir("Nilai mutu", "%", laporan="b", r2021="60"), tahun=2021)
    assert [(p.pertumbuhan, p.jarak) for p in course("s", [old, percent])][1] == (None, None)


def test_breaks_of_a_series() -> None:
    def year(tahun: int, satuan: str, rumus: str | None = None, **figures: str):
        return replace(butir("Rasio hal", satuan, laporan=f"{tahun}", **figures), tahun=tahun, rumus=rumus)

    unit = breaks("s", [year(2020, "kilogram", r2020="9"), year(2021, "ton", r2021="9")])
    turned = breaks("s", [year(2020, "%", "F1", r2020="9"), year(2021, "%", "F2", r2021="9")])
    leap = breaks("s", [year(2020, "%", r2020="2.66"), year(2021, "%", r2021="27.1")])
    gap = breaks("s", [year(2020, "%", r2020="20"), year(2023, "%", r2023="21")])
    assert [n.jenis for n in (*unit, *turned, *leap)] == ["satuan", "arah", "kelipatan"]
    assert [(n.jenis, n.tahun) for n in gap] == [("tahun_kosong", 2021), ("tahun_kosong", 2022)]
    assert not breaks("s", [year(2020, "%", "F1", r2020="10"), year(2021, "%", "F1", r2021="100")])


def test_an_indicator_whose_target_is_a_dash_is_there() -> None:
    texts = (("Indikator", "Target"), ("Jumlah dokumen hasil kajian", "- dok"), ("Persentase jalan baik", "70"))
    cells = tuple(
        Cell(r, c, 1, 1, text, r == 0, (Place(3, (0.0, 0.0, 1.0, 1.0)),), None)
        for r, row in enumerate(texts)
        for c, text in enumerate(row)
    )
    columns = (Column("Indikator", "indikator"), Column("Target", "target"))
    table = Tabel("t001", "2.1", None, None, "pk", (3,), 3, 2, 1, columns, cells)
    row = changed(indikator("Persentase jalan baik", 2020, "70", row=2), target=Angka("70", Decimal(70), (2, 1)))
    rows = compare([("b", changed(laporan(2020, row), tabel=(table,)))]).padanan
    assert [(p.indikator, p.satuan, p.page) for p in rows] == [
        ("Jumlah dokumen hasil kajian", "dok", 3),
        ("Persentase jalan baik", "%", 3),
    ]
