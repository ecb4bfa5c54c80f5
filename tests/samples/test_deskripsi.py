"""The invented figures: every sum, percent and comparison holds in the right grid, and every listed typing error breaks one."""

import dataclasses
from decimal import ROUND_HALF_UP, Decimal

import pytest

from samples.deskripsi import LAPORAN
from samples.kisi import Kisi, baca_kisi, tercetak
from samples.model import Catatan, Salah, Tabel, pecah_tanda, teks_jadi

TABLES = {u.nomor: u for u in LAPORAN.unsur if isinstance(u, Tabel) and u.nomor}


def number(text: str) -> Decimal:
    """The invented report's plain figures: points between thousands, a comma before decimals."""
    bare = text.replace("%", "").replace("menit", "").replace("dokumen", "").strip()
    if bare.count(".") == 1 and len(bare.split(".")[1]) == 2:
        return Decimal(bare)
    return Decimal(bare.replace(".", "").replace(",", "."))


def near(value: Decimal, printed: str) -> bool:
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP) == number(printed).quantize(Decimal("0.01"))


def grid(nomor: str) -> list[list[str]]:
    return baca_kisi(TABLES[nomor].isi).terisi()


def numeric(text: str) -> bool:
    return bool(text) and all(c.isdigit() or c in ".,% " for c in text.replace("menit", "").replace("dokumen", ""))


@pytest.mark.parametrize("row", grid("1.1")[2:], ids=lambda r: r[0])
def test_staff_rows_add_up(row: list[str]) -> None:
    assert sum(int(x) for x in row[1:5]) == int(row[5])


def test_staff_columns_add_up() -> None:
    rows = grid("1.1")[2:]
    assert all(sum(int(r[c]) for r in rows[:-1]) == int(rows[-1][c]) for c in range(1, 6))


@pytest.mark.parametrize("row", [r for r in grid("3.1")[3:-1] if numeric(r[4])], ids=lambda r: r[2])
def test_capaian(row: list[str]) -> None:
    target, realisasi = number(row[4]), number(row[5])
    falling = row[2].startswith("Rata-rata waktu")
    assert near((2 * target - realisasi if falling else realisasi) / target * 100, row[6])


@pytest.mark.parametrize("row", [r for r in grid("3.3")[2:] if numeric(r[5])], ids=lambda r: r[1])
@pytest.mark.parametrize("at", [2, 5])
def test_two_years(row: list[str], at: int) -> None:
    if row[at] == "NA":
        assert row[at + 2] == "-"
        return
    target, realisasi = number(row[at]), number(row[at + 1])
    assert near(
        (2 * target - realisasi if row[1].startswith("Rata-rata waktu") else realisasi) / target * 100, row[at + 2]
    )


def test_tables_agree() -> None:
    """The year's target and realisasi are the same wherever they are printed."""
    target = {r[3]: number(r[7]) for r in grid("2.1")[2:] if numeric(r[7])}
    done = {r[2]: number(r[5]) for r in grid("3.1")[3:-1] if numeric(r[5])}
    assert all(number(r[4]) == target[r[2]] for r in grid("3.1")[3:-1] if r[2] in target)
    assert all(number(r[5]) == target[r[1]] and number(r[6]) == done[r[1]] for r in grid("3.3")[2:] if r[1] in target)
    assert all(number(r[3]) == done[r[1]] and near(number(r[3]) / number(r[4]) * 100, r[5]) for r in grid("3.4")[1:])


@pytest.mark.parametrize("row", [r for r in grid("2.4")[2:] if all(numeric(x) for x in r[3:8])], ids=lambda r: r[2])
def test_quarters_add_up_or_end_at_the_target(row: list[str]) -> None:
    quarters = [number(x) for x in row[4:8]]
    assert number(row[3]) in (sum(quarters), quarters[-1])


def test_budget_sums_and_percents() -> None:
    rows = grid("3.6")[2:-1]
    by_kode = {r[0]: r for r in rows}
    for kode, row in by_kode.items():
        children = [
            r
            for r in rows
            if r[0].startswith(f"{kode}.") and r[0].count(".") == kode.count(".") + (2 if kode.count(".") == 2 else 1)
        ]
        assert near(number(row[3]) / number(row[2]) * 100, row[4])
        for col in (2, 3):
            assert not children or sum(number(r[col]) for r in children) == number(row[col]), kode


def test_mean_capaian() -> None:
    rows = grid("3.1")[3:]
    main = [number(r[6]) for r in rows[:-1] if not r[2].startswith(("a.", "b."))]
    assert near(sum(main) / len(main), rows[-1][6])


@pytest.mark.parametrize("salah", LAPORAN.salah, ids=lambda s: s.id)
def test_each_typing_error_is_printed_once_and_is_one(salah: Salah) -> None:
    assert salah.tercetak != salah.benar
    if salah.tabel is None:
        texts = [getattr(u, "teks", "") for u in LAPORAN.unsur]
        assert sum(salah.tercetak in t for t in texts) == 1
        return
    wrong, right = tercetak(TABLES[salah.tabel], (salah,)), baca_kisi(TABLES[salah.tabel].isi)
    changed = [(a.teks, b.teks) for a, b in zip(wrong.sel, right.sel, strict=True) if a.teks != b.teks]
    assert changed == [(salah.tercetak, salah.benar)]


@pytest.mark.parametrize("catatan", [c for t in TABLES.values() for c in t.catatan], ids=str)
def test_columns_of_records_are_there(catatan: Catatan) -> None:
    owner = next(t for t in TABLES.values() if catatan in t.catatan)
    columns = [catatan.nama, *(c for _, _, kolom in catatan.nilai for c in kolom.values())]
    assert max(columns) < len(owner.lebar)


SPANS = """
A | <  | B
^ | ^  | C // D
! 1 | 2 | {-3-}{+4+}
"""


def test_table_language() -> None:
    kisi = baca_kisi(SPANS)
    assert [(s.row, s.col, s.row_span, s.col_span, s.teks, s.tebal) for s in kisi.sel] == [
        (0, 0, 2, 2, "A", False),
        (0, 2, 1, 1, "B", False),
        (1, 2, 1, 1, "C D", False),
        (2, 0, 1, 1, "1", True),
        (2, 1, 1, 1, "2", True),
        (2, 2, 1, 1, "4", True),
    ]
    assert kisi.penuh() == [["A", "", "B"], ["", "", "C D"], ["1", "2", "4"]]
    assert kisi.terisi() == [["A", "A", "B"], ["A", "A", "C D"], ["1", "2", "4"]]


def test_rows_of_unequal_length_are_refused() -> None:
    with pytest.raises(ValueError, match="2 cells instead of 3"):
        baca_kisi("a | b | c\n1 | 2")


def test_marks() -> None:
    text = "satu {-dua-}{+tiga+}{^catatan^} empat"
    assert pecah_tanda(text) == [
        ("text", "satu "),
        ("del", "dua"),
        ("ins", "tiga"),
        ("note", "catatan"),
        ("text", " empat"),
    ]
    assert teks_jadi(text) == "satu tiga empat"


def test_a_typing_error_without_its_place_is_refused() -> None:
    lost = dataclasses.replace(LAPORAN.salah[0], baris="Tidak ada")
    with pytest.raises(ValueError, match="stands 0 times"):
        tercetak(TABLES["1.1"], (lost,))


def test_grids_are_rectangles_that_their_cells_cover() -> None:
    for tabel in TABLES.values():
        kisi: Kisi = baca_kisi(tabel.isi)
        assert sum(s.row_span * s.col_span for s in kisi.sel) == kisi.n_rows * kisi.n_cols
        assert kisi.n_cols == len(tabel.lebar) == len(tabel.rata)
