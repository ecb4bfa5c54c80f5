"""A paragraph of any length is no heading, caption or entry, and costs no more than its length."""

import pytest

from parsers.judul import agency_names, has_leader, parse_bab, parse_caption, parse_entry, parse_subbab


@pytest.mark.parametrize("filler", [".", ". ", "( ", "I ", "1.", "a ", "DINAS "])
def test_long_text(filler: str) -> None:
    tail = filler * 4000
    assert parse_bab(f"BAB I {tail}x") is None
    assert parse_caption(f"Tabel 1 {tail}x") is None
    assert parse_subbab(f"1.1 Judul {tail}x") is None
    assert not has_leader(f"Judul {tail}x")
    assert parse_entry(f"Judul {tail} 4").halaman is None
    assert agency_names(f"DINAS {tail}") == []
