"""Rows with three figures: verdicts, findings, proposals, proof."""

from decimal import Decimal

import msgspec

from extractor.audit import audit
from extractor.model.laporan import Nilai
from tests.audit.pabrik import ACHIEVED, BUDGET, anggaran, codes, only, proof, run, tabel


def test_consistent_rows_are_silent_and_proved_by_their_row() -> None:
    found = run(tabel([["1", "Rasio layanan", "42,5", "56,12", "132,05"]], ACHIEVED))
    assert codes(found) == []
    assert found.indikator[0].evaluasi is not None
    assert (found.indikator[0].evaluasi.verdict, found.indikator[0].evaluasi.rumus) == ("sesuai", "F1")
    assert [proof(found, 1, col) for col in (2, 3, 4)] == ["supported"] * 3


def test_a_contradicted_capaian_has_places_and_both_languages() -> None:
    found = run(tabel([["1", "Indeks layanan", "84,44", "84,44", "84,44"]], ACHIEVED))
    item = only(found, "CAPAIAN")
    assert (item.id, item.severity, item.reported, item.recomputed) == ("f001", "E", "84,44", "100")
    assert {(ref.row, ref.col) for ref in item.refs} == {(1, 2), (1, 3), (1, 4)}
    assert item.refs[0].page == 7
    assert item.message.id != item.message.en
    assert proof(found, 1, 4) == "contradicted"


def test_a_lonely_limit_is_a_suspicion() -> None:
    found = run(tabel([["1", "Penempatan", "61,15", "100", "100"], ["2", "Sengketa", "100", "100", "100"]], ACHIEVED))
    item = only(found, "CAPAIAN")
    assert (item.severity, item.recomputed) == ("W", "163.53")


def test_two_limited_rows_are_a_rule() -> None:
    found = run(tabel([["1", "Penempatan", "61,15", "100", "100"], ["2", "Sengketa", "80", "96", "100"]], ACHIEVED))
    assert codes(found) == []


def test_a_lost_digit_is_proposed_by_the_percent() -> None:
    found = run(tabel([["1.01", "Administrasi", "2.753.367.080", "251.381.529", "92,30"]], BUDGET))
    item = only(found, "PCT")
    assert (item.proposal, item.proof, item.reported) == ("2541381529", "supported", "251.381.529")
    assert item.recomputed == "9.13"
    assert item.message.id.endswith("adalah 9,13 %, tercetak 92,30. Kemungkinan 251.381.529 seharusnya 2.541.381.529.")
    assert item.message.en.endswith("is 9.13 %; 92,30 is printed. 251.381.529 probably should be 2541381529.")


def test_a_cell_with_one_candidate_is_not_chosen_where_another_has_several() -> None:
    """Seen in a scan: 132,5 may have been 132,05 or 132,0, so nothing says that the target was 42,35."""
    found = run(tabel([["1", "Rasio layanan", "42,5", "56,12", "132,5"]], ACHIEVED))
    item = only(found, "CAPAIAN")
    assert (item.proposal, item.reported, item.recomputed) == (None, "132,5", "132.05")


def test_a_percent_alone_does_not_pin_the_last_digits() -> None:
    """Leading digits are enough where the text was printed, not where an image was recognised."""
    rows = [["1.01", "Kebersihan", "161.400.000", "155.835.325", "96,55"]]
    printed = run(tabel(rows, BUDGET))
    recognised = run(tabel(rows, BUDGET, doubts=("ocr",)))
    assert proof(printed, 1, 3) == "supported"
    assert proof(recognised, 1, 3) == "unchecked"
    assert proof(recognised, 1, 4) == "supported"


def test_equal_money_with_all_spent_pins_both() -> None:
    found = run(tabel([["1.01", "Bahan bacaan", "35.000.000", "35.000.000", "100"]], BUDGET, doubts=("ocr",)))
    assert [proof(found, 1, col) for col in (2, 3)] == ["supported", "supported"]


def test_coarse_percents_support_no_money() -> None:
    found = run(tabel([["1.01", "Pelatihan", "325.814.520", "271.668.491", "83"]], BUDGET))
    assert codes(found) == []
    assert [proof(found, 1, col) for col in (2, 3)] == ["unchecked", "unchecked"]


def test_an_ambiguous_figure_gets_the_reading_its_row_asks_for() -> None:
    doubtful = Nilai("angka", "1.309", Decimal("1.309"), reading="ambiguous", alternatives=(Decimal(1309),))
    t = tabel([["1", "Penduduk dilayani", "2.000", "1.309", "65,45"]], ACHIEVED, values={(1, 3): doubtful})
    found = run(t)
    assert codes(found) == []
    assert found.indikator[0].realisasi is not None
    assert found.indikator[0].realisasi.number == 1309
    value = next(cell.value for cell in found.tabel[0].cells if (cell.row, cell.col) == (1, 3))
    assert value is not None
    assert (value.raw, value.number, value.reading) == ("1.309", Decimal(1309), "clean")


def test_a_malformed_figure_is_never_reread_but_mended_in_a_proposal() -> None:
    broken = Nilai(
        "rupiah", "4496.393.500", Decimal(4496393500), reading="malformed", alternatives=(Decimal(496393500),)
    )
    t = tabel([["1.01", "Pelatihan", "500.000.000", "4496.393.500", "99,28"]], BUDGET, values={(1, 3): broken})
    found = run(t)
    item = only(found, "NUM-FORMAT")
    assert (item.severity, item.proposal, item.proof) == ("E", "496393500", "supported")
    assert found.anggaran[0].realisasi is not None
    assert found.anggaran[0].realisasi.number == 4496393500
    assert proof(found, 1, 3) == "contradicted"


def test_odd_marks_are_told_with_their_one_value() -> None:
    odd = Nilai("rupiah", "66.000,000", Decimal(66000000), reading="mixed")
    found = run(tabel([["1.01", "Penempatan", "83.839.000", "66.000,000", "78,72"]], BUDGET, values={(1, 3): odd}))
    item = only(found, "NUM-FORMAT")
    assert (item.severity, item.recomputed) == ("W", "66000000")
    assert proof(found, 1, 3) == "supported"


def test_records_without_cells_are_judged_without_findings() -> None:
    t = tabel([["1.01", "Pelatihan", "100", "50", "70"]], BUDGET)
    row = anggaran(t)[0]
    assert row.pagu and row.realisasi and row.persen
    bare = {name: msgspec.structs.replace(getattr(row, name), cell=None) for name in ("pagu", "realisasi", "persen")}
    found = audit((t,), (), (msgspec.structs.replace(row, **bare),))
    assert found.anggaran[0].evaluasi is not None
    assert found.anggaran[0].evaluasi.verdict == "tidak_sesuai"
    assert found.temuan == ()


def test_digits_that_are_not_printed_are_information_and_doubt_no_figure() -> None:
    found = run(tabel([["1", "Angka X", "0,53", "0,34", "63,36"], ["2", "Angka Y", "50", "40", "80"]], ACHIEVED))
    finding = only(found, "CAPAIAN")
    assert (finding.severity, finding.reported, str(finding.recomputed)) == ("I", "63,36", "64.15")
    assert {proof(found, 1, col) for col in (2, 3, 4)} == {"unchecked"}


def test_a_percent_that_averages_those_under_it_is_doubted_only() -> None:
    def rows(first: str) -> list[list[str]]:
        found = []
        for i, percent in enumerate((first, "75,00", "75,00")):
            found += [
                [f"1.{i}", f"Program {i}", "300.000.000", "200.000.000", percent],
                [f"1.{i}.1", f"Kegiatan {i}a", "100.000.000", "100.000.000", "100,00"],
                [f"1.{i}.2", f"Kegiatan {i}b", "200.000.000", "100.000.000", "50,00"],
            ]
        return found

    def severities(first: str) -> list[str]:
        t = tabel(rows(first), BUDGET)
        return [item.severity for item in audit([t], [], anggaran(t)).temuan if item.code == "PCT"]

    assert severities("75,00") == ["W", "W", "W"]
    assert severities("70,00") == ["E", "E", "E"]
