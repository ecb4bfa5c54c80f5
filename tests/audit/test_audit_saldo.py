"""Balances of an LRA, what is left of each row, and that no balance is taken for spending."""

import pytest

from extractor.audit import Audited, audit
from extractor.model.laporan import Anggaran, Kode, Tabel
from tests.audit.pabrik import angka, codes, only, proof, tabel

ROLES = ("kode", "program_kegiatan", "pagu", "realisasi_rp", "serapan_pct")
LRA = [
    ["4", "PENDAPATAN", "20.000.000", "22.000.000", "110,00"],
    ["5", "BELANJA", "50.000.000", "45.000.000", "90,00"],
    ["", "SURPLUS / (DEFISIT)", "(30.000.000)", "(23.000.000)", "0"],
    ["6.1", "PENERIMAAN PEMBIAYAAN", "40.000.000", "40.000.000", "100,00"],
    ["6.2", "PENGELUARAN PEMBIAYAAN", "5.000.000", "4.000.000", "80,00"],
    ["", "PEMBIAYAAN NETTO", "35.000.000", "36.000.000", "102,86"],
    ["", "SISA LEBIH PEMBIAYAAN ANGGARAN TAHUN BERKENAAN", "5.000.000", "13.000.000", "0"],
]
LEVELS = {"4": "pendapatan", "5": "belanja", "6.1": "pembiayaan", "6.2": "pembiayaan", "": "saldo"}


def lra(rows: list[list[str]]) -> tuple[Tabel, list[Anggaran]]:
    """The table with minus signs for brackets (as the reader gives them) and its records."""
    t = tabel(
        [[text.replace("(3", "-3").replace("(2", "-2").replace("0)", "0") for text in row] for row in rows], ROLES
    )
    found = []
    for row in range(1, t.n_rows):
        kode, nama = rows[row - 1][:2]
        code = Kode(kode, kode, "akun-5", "akun") if kode else None
        figures = (angka(t, row, 2), angka(t, row, 3), angka(t, row, 4))
        found.append(Anggaran(t.id, row, code, nama, 2020, *figures, level=LEVELS[kode]))
    return t, found


def test_balances_that_follow_are_silent_and_absorb_nothing() -> None:
    t, rows = lra(LRA)
    found = audit([t], [], rows)
    assert codes(found) == []
    assert {row.evaluasi.reason for row in found.anggaran if row.level == "saldo" and row.evaluasi} == {"saldo"}
    assert {proof(found, row, col) for row in (1, 2, 3, 6, 7) for col in (2, 3)} <= {"proved", "supported"}


@pytest.mark.parametrize(("row", "text", "left"), [(2, "(33.000.000)", "-30000000"), (5, "53.000.000", "35000000")])
def test_a_balance_that_does_not_follow_is_found(row: int, text: str, left: str) -> None:
    t, rows = lra([[text if (i, j) == (row, 2) else old for j, old in enumerate(line)] for i, line in enumerate(LRA)])
    item = next(t for t in audit([t], [], rows).temuan if t.code == "SALDO" and t.recomputed == left)
    assert (item.severity, item.refs[0].raw) == ("E", text.replace("(3", "-3").replace("0)", "0"))


LEFT = [
    ["1.01", "Listrik", "100.000.000", "90.000.000", "10.000.000"],
    ["1.02", "Kebersihan", "200.000.000", "160.000.000", "-40.000.000"],
    ["1.03", "Rapat", "50.000.000", "42.650.000", "7.350.000"],
    ["1.04", "Cetak", "80.000.000", "78.000.000", "2.000.000"],
    ["1.05", "Jahit", "30.000.000", "21.500.000", "8.500.000"],
]


def test_what_is_left_is_checked_where_the_column_follows() -> None:
    def left(rows: list[list[str]]) -> Audited:
        return audit([tabel(rows, (*ROLES[:4], "sisa"))], [], [])

    assert codes(left(LEFT)) == []
    wrong = [[*row] for row in LEFT]
    wrong[2][4] = "7.530.000"
    item = only(left(wrong), "SISA")
    assert (item.severity, item.reported, item.recomputed) == ("E", "7.530.000", "7350000")
    other = [[*row[:4], "100"] for row in LEFT]
    assert codes(left(other)) == []
