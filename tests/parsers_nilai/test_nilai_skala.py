"""Scales in headers and captions; an amount or a name is none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.nilai.skala import SKALA, read_scale


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Rencana Anggaran (Rp.000)", "ribu rupiah"),
        ("Pagu (Rp 000)", "ribu rupiah"),
        ("Pagu (.000)", "ribu rupiah"),
        ("Pagu (x Rp 1.000)", "ribu rupiah"),
        ("Pagu (x 1.000.000)", "juta rupiah"),
        ("Tahun 2031 / Rp (juta)", "juta rupiah"),
        ("Realisasi (Rp\njuta)", "juta rupiah"),
        ("dalam jutaan Rupiah", "juta rupiah"),
        ("Anggaran (dalam ribuan)", "ribu rupiah"),
        ("Nilai (Milyar Rp)", "miliar rupiah"),
        ("Nilai Investasi (Rp. Trilyun)", "triliun rupiah"),
        ("Pagu (Rp)", None),
        ("Hibah Rp 5 juta", None),
        ("Bantuan 50 juta rupiah per desa", None),
        ("Penduduk (ribu jiwa)", None),
        ("Jutaan wisatawan", None),
        ("Rp 12.000.000", None),
        ("Rp 1.500", None),
        ("Tahun 2000", None),
        ("", None),
    ],
)
def test_scales(text: str, unit: str | None) -> None:
    assert read_scale(text) == unit


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.text(alphabet="rRpP.,x()0 1dalamjutribn\n", max_size=40))
def test_any_text_gives_a_known_unit_or_none(text: str) -> None:
    assert read_scale(text) in {None, *SKALA}
