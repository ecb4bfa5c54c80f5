"""What the text says of the report itself: its year, a formula that only gives 100."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.ucapan import find_constant_formula, find_years


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Penyusunan LKIP Dinas Contoh Kota Contoh Tahun 2019 dilaksanakan dengan baik.", [(2019, True)]),
        ("Demikian. Sistematika Penyusunan Laporan Kinerja Dinas A, B dan C Tahun 2018, sesuai", [(2018, True)]),
        ("Dengan tersusunnya LKjIP Dinas Contoh Tahun Anggaran 2020 ini", [(2020, True)]),
        ("Hasil evaluasi atas LKIP Dinas Contoh Tahun 2019 adalah BB", [(2019, False)]),
        ("Penyusunan LKIP sesuai Peraturan Menteri Nomor 53 Tahun 2014", []),
        ("Penyusunan LKIP Tahun 2018-2023", []),
        ("Kelemahan dalam Penyusunan LKIP Dinas Contoh Tahun 2019", [(2019, False)]),
        ("Tahun 2020 LKIP disusun", []),
    ],
)
def test_years_given_to_reports(text: str, found: list[tuple[int, bool]]) -> None:
    assert [(item.tahun, item.sure) for item in find_years(text)] == found


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("Capaian = Realisasi - (Realisasi - Target) / Target x 100 %", "Realisasi - (Realisasi - Target)"),
        ("Realisasi – (Realisasi- Rencana) Rencana", "Realisasi – (Realisasi- Rencana)"),
        ("Target - (Realisasi - Target) / Target", None),
        ("Realisasi / Target x 100", None),
    ],
)
def test_a_formula_that_is_the_target_itself(text: str, raw: str | None) -> None:
    assert find_constant_formula(text) == raw


@settings(max_examples=150, derandomize=True, deadline=None)
@given(st.text(alphabet="PenyusunaLKIPDTh 2019.,;:()-", max_size=120))
def test_any_text_is_read(text: str) -> None:
    assert all(2000 <= item.tahun <= 2099 for item in find_years(text))
