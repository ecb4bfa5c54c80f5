"""Labels by the printed scale, averages, years after the report's."""

from decimal import Decimal

from msgspec.structs import replace

from extractor.audit import Audited, audit
from extractor.model.laporan import Angka
from tests.audit.pabrik import ACHIEVED, codes, indikator, only, tabel

SCALE = replace(
    tabel(
        [["> 100", "Sangat Baik"], ["80 - 100", "Baik"], ["60 - < 80", "Cukup"], ["< 60", "Kurang"]],
        (None, "predikat"),
        name="t9",
        nomor="3.0",
    ),
    jenis="skala",
)


def labelled(*rows: tuple[str, str], tahun: int | None = None) -> Audited:
    """Indicator rows with this capaian (of a target of 100) and label, beside the printed scale."""
    sheet = tabel([[str(i), f"Indikator {i}", "100", c, c] for i, (c, _) in enumerate(rows, 1)], ACHIEVED)
    records = [replace(r, predikat=label) for r, (_, label) in zip(indikator(sheet), rows, strict=True)]
    return audit([SCALE, sheet], records, [], tahun=tahun)


def test_labels_follow_the_printed_scale() -> None:
    found = labelled(("120", "Sangat Baik"), ("85", "Baik"), ("70,5", "C"), ("50", "Kurang"))
    assert codes(found) == []
    assert [row.evaluasi.predikat for row in found.indikator if row.evaluasi] == [
        "Sangat Baik",
        "Baik",
        "Cukup",
        "Kurang",
    ]


def test_a_better_label_is_a_contradiction() -> None:
    item = only(labelled(("85", "Baik"), ("70", "Cukup"), ("65", "Baik")), "PRED")
    assert (item.severity, item.reported, item.recomputed, item.witnesses) == ("E", "Baik", "Cukup", ("Table 3.0",))


def test_an_edge_is_a_suspicion_and_another_scale_says_nothing() -> None:
    assert only(labelled(("85", "Baik"), ("70", "Cukup"), ("100", "Sangat Baik")), "PRED").severity == "W"
    assert codes(labelled(("85", "Cukup"), ("70", "Kurang"), ("82", "Cukup"))) == []


def test_results_of_later_years() -> None:
    assert codes(labelled(("85", "Baik"), tahun=2020)) == []
    assert codes(labelled(("85", "Baik"), tahun=2019)) == ["YEAR"]


def sourced(note: str | None, realisasi: str = "85", label: str = "Realisasi") -> list[str]:
    labels = ["No", "Indikator", "Target", label, "Capaian"]
    sheet = replace(tabel([["1", "A", "100", realisasi, "85"]], ACHIEVED, labels=labels), source_note=note)
    figure = Angka(realisasi, Decimal(85), (1, 3))
    records = [replace(r, realisasi=figure, tahun=2020) for r in indikator(sheet)]
    return codes(audit([sheet], records, [], tahun=2020))


def test_figures_of_an_earlier_report() -> None:
    assert sourced("Sumber: Laporan Realisasi Kinerja Tahun 2019") == ["YEAR-SOURCE"]
    assert sourced("Sumber: Laporan Realisasi Kinerja Tahun 2020") == []
    assert sourced("Sumber: Laporan Realisasi Kinerja Tahun 2018-2020") == []
    assert sourced("Sumber: Renstra 2018 - 2023") == []
    assert sourced("Sumber: Permenpan Nomor 12 Tahun 2015") == []
    assert sourced("Sumber: LKIP Tahun 2019", label="Realisasi 2020") == []
    assert sourced(None, "85 (merupakan realisasi tahun 2019)") == ["YEAR-SOURCE"]
    assert sourced(None, "85 (realisasi tahun 2020)") == []


def averages(capaian: str, serapan: str) -> list[str]:
    rows = [["1", "A", "80,00", "90,00"], ["2", "Jumlah B", "91,00", "70,00"], ["", "Rata-rata", capaian, serapan]]
    return codes(audit([tabel(rows, ("no", "indikator", "capaian_pct", "serapan_pct"))], [], []))


def test_averages_where_another_one_is_simple() -> None:
    assert averages("85,50", "80,00") == []
    assert averages("85,50", "83,00") == ["AVG"]
    assert averages("86,50", "83,00") == []  # perhaps weighted
