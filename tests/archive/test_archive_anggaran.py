"""Budget lines of several years: generated budgets with a fixed seed, and the cases that must not go wrong."""

from decimal import Decimal

import msgspec
import pytest

from benchmarks.matching import measure_budgets
from benchmarks.recodings import recodings
from extractor.archive.mata_anggaran import budget_rows
from extractor.model.laporan import Anggaran, Angka, Identitas, Kode, Laporan, Run, Schema, Source


def line(
    uraian: str, row: int, tahun: int = 2020, *, kode: str = "", level: str = "kegiatan", induk: int | None = None,
    tabel: str = "t001", pagu: str = "",
) -> Anggaran:  # fmt: skip
    code = Kode(kode, kode, "prog-90" if kode.count(".") > 4 else "prog-13") if kode else None
    money = Angka(pagu, Decimal(pagu)) if pagu else None
    return Anggaran(tabel, row, code, uraian, tahun, money, None, None, induk=induk, level=level)


def report(tahun: int, *lines: Anggaran, instansi: str = "Dinas Contoh") -> Laporan:
    return Laporan(
        Schema(), Source(f"{tahun}.pdf", "0" * 64, "application/pdf", 1, 1), Run("1", {}), "complete",
        Identitas("LKIP", instansi, tahun), (), (), (), (), lines, (), (),
    )  # fmt: skip


def groups(*reports: Laporan) -> list[list[tuple[str, int | None]]]:
    """Rows that are one, as (report, year)."""
    found: list[list[tuple[str, int | None]]] = []
    for row in budget_rows([(f"r{n}", laporan) for n, laporan in enumerate(reports)]):
        if row.alasan.startswith(("baris baru", "meragukan")):
            found.append([])
        found[-1].append((row.laporan, row.tahun))
    return found


def test_generated_budgets() -> None:
    total = measure_budgets(40, seed=7)
    whole = sum(total.values())
    assert total["right"] / whole >= 0.96  # 0.97 and more over the 1,000 of the benchmark
    assert total["wrong"] / whole <= 0.005


def test_generated_budgets_are_recoded() -> None:
    budgets = list(recodings(60, seed=3))
    schemes = [{a.kode.scheme for a in b.right.anggaran if a.kode} for b in budgets]
    assert {"prog-90"} in schemes and {"prog-13"} in schemes and set() in schemes
    assert any(origin is None for b in budgets for origin in b.truth.values())


def test_a_kegiatan_becomes_a_sub_kegiatan_of_another_code() -> None:
    old = report(2020, line("Penyediaan Jasa Surat Menyurat", 1, kode="1.07.01.01"))
    new = report(
        2021,
        line("Administrasi Umum", 1, 2021, kode="2.07.01.2.06.00"),
        line("Penyediaan jasa surat menyurat", 2, 2021, kode="2.07.01.2.06.01", level="sub_kegiatan", induk=1),
    )
    assert groups(old, new) == [[("r0", 2020), ("r1", 2021)], [("r1", 2021)]]


def test_a_code_given_to_another_thing_joins_nothing() -> None:
    old = report(2020, line("Pembinaan kelompok tani", 1, kode="1.07.15.01"))
    new = report(2021, line("Pembinaan nelayan", 1, 2021, kode="1.07.15.01"))
    assert len(groups(old, new)) == 2


def test_two_of_one_name_are_told_apart_by_their_parents() -> None:
    def year(tahun: int) -> Laporan:
        return report(
            tahun,
            line("Program Pertanian", 1, tahun, level="program"),
            line("Monitoring dan evaluasi", 2, tahun, induk=1),
            line("Program Perikanan", 3, tahun, level="program"),
            line("Monitoring dan evaluasi", 4, tahun, induk=3),
        )

    assert [len(g) for g in groups(year(2020), year(2021))] == [2, 2, 2, 2]
    bare = [replace_induk(laporan) for laporan in (year(2020), year(2021))]
    assert all(len(g) <= 2 for g in groups(*bare)), "never two lines of one year"


def replace_induk(laporan: Laporan) -> Laporan:
    rows = tuple(msgspec.structs.replace(row, induk=None) for row in laporan.anggaran)
    return msgspec.structs.replace(laporan, anggaran=rows)


@pytest.mark.parametrize(("tahun", "instansi"), [(2021, "Badan Lain"), (2020, "Dinas Contoh")])
def test_other_agencies_and_equal_years_join_nothing(tahun: int, instansi: str) -> None:
    one = report(2020, line("Program Pelayanan", 1, kode="1.07.01", level="program"))
    other = report(tahun, line("Program Pelayanan", 1, tahun, kode="1.07.01", level="program"), instansi=instansi)
    assert len(groups(one, other)) == 2


def test_one_line_in_several_tables_and_years_of_a_report() -> None:
    old = report(
        2020,
        line("Program Pelayanan", 1, 2019, level="program"),
        line("Program Pelayanan", 2, 2020, level="program"),
        line("PROGRAM PELAYANAN", 9, 2020, level="program", tabel="t002", kode="1.07.01"),
    )
    new = report(2021, line("Program Pelayanan", 1, 2021, level="program"))
    assert groups(old, new) == [[("r0", 2019), ("r0", 2020), ("r0", 2020), ("r1", 2021)]]


def test_another_wording_that_means_something_else_is_doubtful() -> None:
    old = report(2020, line("Pemeliharaan rutin berkala gedung kantor dinas", 1, kode="1.07.01.05"))
    new = report(2021, line("Pemeliharaan rutin berkala gedung arsip dinas", 1, 2021, kode="1.07.01.05"))
    rows = budget_rows([("a", old), ("b", new)])
    assert [r.alasan.split(":")[0] for r in rows] == ["baris baru", "meragukan"]
