"""Sentences about indicators: against the rows they name, the scale of the report, its averages; amounts that are oddly written."""

import pytest
from msgspec.structs import replace

from extractor.audit import Audited, audit
from extractor.model.laporan import Anggaran, Indikator, Klaim, KlaimFigure, Tabel
from tests.audit.pabrik import ACHIEVED, BUDGET, anggaran, angka, indikator, number_of, only, tabel

ROWS = [
    ["1", "Persentase tenaga kerja yang kompeten ditempatkan", "61,15", "50,00", "81,77"],
    ["2", "Persentase perselisihan yang diselesaikan", "80", "90", "112,50"],
]
T = tabel(ROWS, ACHIEVED)


def klaim(text: str, *figures: tuple[str, str], subjek: str | None = None) -> Klaim:
    known = tuple(KlaimFigure(role, raw, number_of(raw.removeprefix("Rp").strip())) for role, raw in figures)
    return Klaim(3, text, subjek, known)


def said(claim: Klaim, *tables: Tabel, rows: tuple[Indikator, ...] | None = None) -> Audited:
    return audit((T, *tables), indikator(T) if rows is None else rows, [], [claim], tahun=2020)


NAME = "tenaga kerja yang kompeten ditempatkan"


@pytest.mark.parametrize(
    ("text", "figures", "better"),
    [
        (f"{NAME} target 61,15% realisasi 50%", (("target", "61,15%"), ("realisasi", "50%")), None),
        (f"{NAME} target 60,83% realisasi 50%", (("target", "60,83%"), ("realisasi", "50%")), "61.15"),
        (f"{NAME} target 61,15% realisasi 100%", (("target", "61,15%"), ("realisasi", "100%")), "50.00"),
        (f"{NAME} target 61,15% capaian 50%", (("target", "61,15%"), ("capaian", "50%")), None),
        (f"{NAME} target 10% realisasi 20%", (("target", "10%"), ("realisasi", "20%")), None),
        (f"Tahun 2019 {NAME} target 60,83% realisasi 50%", (("target", "60,83%"), ("realisasi", "50%")), None),
        ("jalan mantap target 60,83% realisasi 50%", (("target", "60,83%"), ("realisasi", "50%")), None),
    ],
)
def test_an_indicator_in_a_sentence(text: str, figures: tuple[tuple[str, str], ...], better: str | None) -> None:
    found = [item for item in said(klaim(text, *figures)).temuan if item.code == "NARR"]
    assert [(item.severity, item.recomputed) for item in found] == ([] if better is None else [("W", better)])


SCALE = tabel(
    [["> 100", "Sangat Baik"], ["80 - 100", "Baik"], ["60 - 79,9", "Cukup"], ["0 - 59,9", "Kurang"]],
    ("capaian_pct", "predikat"),
    name="t9",
    nomor="3.9",
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("capaian 85,50% dengan kategori Baik", None),
        ("capaian 85,50% (predikat: Sangat Baik)", "Baik"),
        ("capaian 85,50% dengan predikat Memuaskan", None),
        ("capaian 85,50%", None),
    ],
)
def test_a_grade_in_a_sentence(text: str, wanted: str | None) -> None:
    scale = replace(SCALE, jenis="skala")
    found = [item for item in said(klaim(text, ("capaian", "85,50%")), scale).temuan if item.code == "PRED"]
    assert [(item.severity, item.recomputed) for item in found] == ([] if wanted is None else [("W", wanted)])


@pytest.mark.parametrize(("raw", "count"), [("97,14%", 0), ("97,13%", 0), ("95,20%", 1), ("95%", 0)])
def test_an_average_in_a_sentence(raw: str, count: int) -> None:
    found = said(klaim(f"rata-rata capaian sebesar {raw}", ("capaian", raw)))
    assert [item.severity for item in found.temuan if item.code == "AVG"] == ["I"] * count


@pytest.mark.parametrize(
    ("raw", "number"), [("Rp. 1.100,000,000,-", "1100000000"), ("Rp. 1.100.000.000,-", None), ("Rp 1.250.000,00", None)]
)
def test_odd_marks_in_a_sentence(raw: str, number: str | None) -> None:
    claim = Klaim(3, f"pagu {raw}", None, (KlaimFigure("pagu", raw, number_of("1.100.000.000")),))
    found = [item for item in audit((), (), (), [claim]).temuan if item.code == "NUM-FORMAT"]
    assert [(item.reported, item.recomputed) for item in found] == ([] if number is None else [(raw, number)])


def test_the_money_of_a_program_behind_the_name_of_its_kegiatan() -> None:
    rows = [
        ["1.01", "Program Daya Saing", "110.000.000", "109.000.000", "99,09"],
        ["1.01.01", "Pelatihan berbasis kompetensi", "50.000.000", "49.500.000", "99,00"],
        ["1.01.02", "Pelatihan kewirausahaan pemula", "60.000.000", "59.500.000", "99,17"],
    ]
    t = tabel(rows, BUDGET)
    budget = [
        Anggaran(r.tabel, r.row, r.kode, r.uraian, r.tahun, r.pagu, r.realisasi, r.persen, None, None if i == 0 else 1)
        for i, r in enumerate(anggaran(t, ["program", "kegiatan", "kegiatan"]))
    ]
    text = "Pelatihan berbasis kompetensi menggunakan anggaran Rp 110.000.000 penyerapan 97%"
    claim = klaim(text, ("realisasi", "Rp 110.000.000"), ("persen", "97%"))
    item = only(audit((t,), (), budget, [claim]), "NARR")
    assert (item.severity, item.reported, item.recomputed) == ("W", "97%", "99.09")


def test_targets_of_the_plan_in_a_table_of_one_indicator() -> None:
    plan = tabel([[f"Persentase {NAME}", "60,83", "61,15", "61,22"]], ("indikator", "target", "target", "target"))
    name = f"Persentase {NAME}"
    rows = [Indikator(plan.id, 1, None, name, "%", 2019 + i, None, angka(plan, 1, i + 1), None, None) for i in range(3)]
    for target, count in (("100", 1), ("61,22", 0)):
        other = tabel([["Target", "Persen", target], ["Realisasi", "Persen", "100"]], (None, "satuan", None), name="t2")
        titled = other.__class__(
            **{**{f: getattr(other, f) for f in other.__struct_fields__}, "judul": f"Capaian {NAME}"}
        )
        found = audit((plan, titled), rows, ())
        assert [item.reported for item in found.temuan if item.code == "XTAB"] == [target] * count


@pytest.mark.parametrize(("second", "count"), [("4", 1), ("2", 0)])
def test_the_number_of_sasaran_is_said_twice(second: str, count: int) -> None:
    def counted(raw: str) -> Klaim:
        text = f"Dinas Contoh mempunyai {raw} (kata) sasaran strategis"
        return klaim(text, ("jumlah_sasaran", raw), ("terbilang", raw))

    found = audit((), (), (), [counted("2"), counted(second)])
    assert [(item.code, item.severity) for item in found.temuan] == [("COUNT", "I")] * count
