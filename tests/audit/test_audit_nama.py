"""Names, units, formulas, sasaran and years that differ between two places: found where the thing surely is one, silent elsewhere."""

import msgspec
import pytest

from extractor.audit import Audited, audit
from extractor.model.laporan import Indikator, Tabel
from extractor.model.ucapan import Ucapan
from parsers.kata import own_words, renamed, same_name
from tests.audit.pabrik import ACHIEVED, BUDGET, angka, codes, only, run, tabel

SASARAN = ("Meningkatnya mutu layanan", "Menurunnya sengketa lahan")


@pytest.mark.parametrize(
    ("one", "other", "drifts"),
    [
        ("Persentase lulusan terampil ditempatkan", "Presentase lulusan yang terampil ditempatkan.", False),
        ("Meningkatnya produktivitas petani", "Peningkatan produktifitas petani", False),
        ("Tingkat emisi gas rumah kaca", "Tingkat emisi gas rumah kaca (GRK) dari sektor limbah", False),
        ("Persentase lulusan terampil ditempatkan", "Persentase peserta terampil ditempatkan", True),
        ("Penurunan perselisihan petani", "Sengketa petani", True),
    ],
)
def test_words_put_for_others(one: str, other: str, drifts: bool) -> None:
    assert renamed(one, other) is drifts
    assert renamed(other, one) is drifts
    assert same_name(one, one)
    assert own_words(one, one) == (frozenset(), frozenset())


def rows_of(t: Tabel, sasaran: list[str], satuan: str = "%") -> list[Indikator]:
    return [
        Indikator(
            t.id, row, sasaran[row - 1], next(c.text for c in t.cells if (c.row, c.col) == (row, 1)), satuan, 2020, None,
            angka(t, row, 2), angka(t, row, 3), None,
        )
        for row in range(1, t.n_rows)
    ]  # fmt: skip


def told(
    one: list[list[str]], other: list[list[str]], under: list[list[str]], units: tuple[str, str] = ("%", "%")
) -> Audited:
    tables = [
        msgspec.structs.replace(tabel(rows, ACHIEVED, name=name, nomor=nomor), jenis="capaian")
        for rows, name, nomor in ((one, "t1", "2.1"), (other, "t2", "3.1"))
    ]
    rows = [rows_of(t, s, u) for t, s, u in zip(tables, under, units, strict=True)]
    return audit(tables, [*rows[0], *rows[1]], [])


def line(name: str, target: str) -> list[str]:
    return ["1", name, target, "", ""]


def test_an_indicator_by_two_names_is_found_by_its_target_and_words() -> None:
    one = [line("Persentase lulusan terampil ditempatkan", "61,25"), line("Indeks mutu jalan", "80,5")]
    other = [line("Persentase peserta terampil ditempatkan", "61,25"), line("Indeks mutu jalan", "80,5")]
    item = only(told(one, other, [["", ""], ["", ""]]), "NAME-DRIFT")
    assert (item.severity, [ref.tabel for ref in item.refs]) == ("W", ["2.1", "3.1"])
    assert item.reported == "Persentase lulusan terampil ditempatkan"


def test_an_indicator_by_two_names_is_found_by_its_place_under_its_sasaran() -> None:
    one = [line("Persentase lapangan usaha baru", "100"), line("Persentase sengketa petani dan pemilik lahan", "90")]
    other = [line("Persentase usaha yang tumbuh", "100"), line("Persentase sengketa petani dan pemilik lahan", "90")]
    under = [*SASARAN]
    assert codes(told(one, other, [under, under])) == ["NAME-DRIFT"]
    assert codes(told(one, other, [under, ["Terwujudnya tata kelola", SASARAN[1]]])) == []


def test_two_indicators_stay_two() -> None:
    other = [
        line("Persentase peserta terampil ditempatkan", "61,25"),
        line("Persentase lulusan terampil ditempatkan", "61,25"),
    ]
    one = [line("Persentase lulusan terampil ditempatkan", "61,25")]
    assert codes(told(one, other, [[""], ["", ""]])) == []
    counted = [line("Jumlah peserta terampil ditempatkan", "61,25")]
    assert codes(told(one, counted, [[""], [""]])) == []


def test_an_indicator_under_two_sasaran_and_in_two_units() -> None:
    one = [line("Indeks mutu jalan", "80,5"), line("Indeks damai desa", "70,5")]
    swapped = [[*SASARAN], [*reversed(SASARAN)]]
    assert codes(told(one, one, swapped)) == ["SASARAN-DRIFT", "SASARAN-DRIFT"]
    assert codes(told(one, one, [[*SASARAN], [SASARAN[0], SASARAN[0]]])) == []
    assert codes(told(one, one, [["", ""], ["", ""]], ("orang", "%"))) == ["UNIT-DRIFT", "UNIT-DRIFT"]
    assert codes(told(one, one, [["", ""], ["", ""]], ("Persen (%)", "%"))) == []


@pytest.mark.parametrize(
    ("formula", "found"),
    [
        ("Jumlah pengaduan selesai : jumlah laporan masuk x 100", ["FORMULA-DRIFT"]),
        ("(Kasus yang diselesaikan / jumlah kasus yang tercatat) x 100 %", []),
        ("Kasus selesai", []),
    ],
)
def test_two_formulas_of_an_indicator(formula: str, found: list[str]) -> None:
    name, roles = "Persentase kasus selesai", ("indikator", "formula")
    first = tabel([[name, "Jumlah kasus selesai : jumlah kasus tercatat x 100"]], roles, labels=("Indikator", "Rumus"))
    second = tabel([[name, formula]], roles, name="t2", nomor="3.1", labels=("Indikator", "Formulasi/Cara Pengukuran"))
    assert codes(run(first, second)) == found


def test_a_program_by_two_names_is_found_by_its_figures() -> None:
    def both(*figures: str) -> list[str]:
        one = tabel([["", "Program Penempatan Tenaga Terampil", *figures, ""]], BUDGET)
        other = tabel([["", "Program Pembinaan Tenaga Terampil", *figures, ""]], BUDGET, name="t2", nomor="3.2")
        return codes(run(one, other))

    assert both("83.839.800", "66.125.000") == ["NAME-DRIFT"]
    assert both("200.000.000", "100.000.000") == []


@pytest.mark.parametrize(
    ("judul", "label", "found"),
    [
        ("Rencana Kinerja Tahun 2024", "Target 2023", ["YEAR-CAPTION"]),
        ("Rencana Kinerja Tahun 2024", "Target 2024", []),
        ("Perbandingan Kinerja Tahun 2024", "Target 2023", []),
        ("Rencana Kinerja 2024-2026", "Target 2023", []),
    ],
)
def test_the_year_of_a_caption_and_of_its_column(judul: str, label: str, found: list[str]) -> None:
    t = tabel([["Indeks mutu", "80"]], ("indikator", "target"), labels=("Indikator", label))
    assert codes(run(msgspec.structs.replace(t, judul=judul))) == found
    roles = ("indikator", "realisasi", "target")
    t = tabel(
        [["Indeks mutu", "75", "80"]], roles, labels=("Indikator", label.replace("Target", "Realisasi"), "Target")
    )
    assert codes(run(msgspec.structs.replace(t, judul=judul))) == []


def test_what_the_text_says_of_the_report() -> None:
    own = Ucapan("tahun", "LKIP Dinas Contoh Tahun 2020", 2, None, 2020, True)
    older = Ucapan("tahun", "LKIP Dinas Contoh Tahun 2019", 5, None, 2019, True)
    found = audit([], [], [], ucapan=[own, own, older], tahun=2020)
    item = only(found, "YEAR-TEXT")
    assert (item.severity, item.reported, item.recomputed, item.refs[0].page) == ("W", "2019", "2020", 5)
    unsure = msgspec.structs.replace(older, sure=False)
    assert codes(audit([], [], [], ucapan=[own, own, unsure], tahun=2020)) == []
    assert codes(audit([], [], [], ucapan=[own, older, older], tahun=2020)) == []
    head = msgspec.structs.replace(unsure, kind="head")
    assert codes(audit([], [], [], ucapan=[own, own, head], tahun=2020)) == ["YEAR-TEXT"]
    constant = Ucapan("rumus", "Realisasi - (Realisasi - Target)", 3)
    assert codes(audit([], [], [], ucapan=[constant])) == ["FORMULA-CONST"]


def test_indicators_that_stand_together_elsewhere_are_two() -> None:
    one, other = (
        line("Persentase sekolah dasar terakreditasi", "61,25"),
        line("Persentase sekolah menengah terakreditasi", "61,25"),
    )
    tables = [
        msgspec.structs.replace(tabel(rows, ACHIEVED, name=name, nomor=nomor), jenis="capaian")
        for rows, name, nomor in (([one], "t1", "2.1"), ([other], "t2", "2.2"), ([one, other], "t3", "3.1"))
    ]
    rows = [rows_of(t, ["", ""]) for t in tables]
    assert codes(audit(tables[:2], [*rows[0], *rows[1]], [])) == ["NAME-DRIFT"]
    assert codes(audit(tables, [*rows[0], *rows[1], *rows[2]], [])) == []


def test_a_round_target_needs_more_words() -> None:
    one, other = (
        [line("Persentase sekolah dasar terakreditasi", "80")],
        [line("Persentase sekolah menengah terakreditasi", "80")],
    )
    assert codes(told(one, other, [[""], [""]])) == []
    under = [SASARAN[0]]
    assert codes(told(one, other, [under, under])) == ["NAME-DRIFT"]
