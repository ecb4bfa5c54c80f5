"""Budget codes: schemes, levels, columns."""

import pytest

from parsers.nilai import read_kode, read_kode_column
from parsers.nilai.kode_rekening import Context

CODES: list[tuple[str, Context | None, str | None, str | None, str | None]] = [
    ("1.14.1.14.01.01.02", None, "1.14.1.14.01.01.02", "prog-13", "kegiatan"),
    ("1.14 . 1.14.01 . 01", None, "1.14.1.14.01.01", "prog-13", "program"),
    ("2.07.01", None, "2.07.01", "prog-90", "program"),
    ("2.07.01.2.01", None, "2.07.01.2.01", "prog-90", "kegiatan"),
    ("2.07.01.2.01.01", None, "2.07.01.2.01.01", "prog-90", "sub_kegiatan"),
    ("X.XX.01.2.06.09", None, "X.XX.01.2.06.09", "prog-90", "sub_kegiatan"),
    ("1.01.02.1.01.0001", None, "1.01.02.1.01.0001", "prog-900", "sub_kegiatan"),
    ("5.2.1.02.01", "akun", "5.2.1.02.01", "akun-5", "rincian_objek"),
    ("5.1.02.02.01.0059", "akun", "5.1.02.02.01.0059", "akun-6", "sub_rincian_objek"),
    ("5.1.2.02.01.0059", "akun", "5.1.02.02.01.0059", "akun-6", "sub_rincian_objek"),
    ("5.1.2.02.01.0059", None, "5.1.02.02.01.0059", "akun-6", "sub_rincian_objek"),
    ("063.01.WA.6384.EBA.994.001.A.511111", None, "063.01.WA.6384.EBA.994.001.A.511111", "bas", "akun"),
    ("Jumlah", None, None, None, None),
    ("", None, None, None, None),
]


@pytest.mark.parametrize(("raw", "context", "canonical", "scheme", "level"), CODES)
def test_codes(raw: str, context: Context | None, canonical: str | None, scheme: str | None, level: str | None) -> None:
    code = read_kode(raw, context)
    assert (code.raw, code.canonical, code.scheme, code.level) == (raw, canonical, scheme, level)


def test_a_padded_zero_is_told() -> None:
    assert read_kode("5.1.2.02.01.0059", "akun").padded
    assert not read_kode("5.1.02.02.01.0059", "akun").padded


def test_a_column_with_a_longer_organisation_learns_it() -> None:
    raws = [
        "2.05.2.05.01.03.01",
        "2.05.2.05.01.03.01.02",
        "2.05 2.05.01.03 01.15",
        "2.05 2.05.01.03 19",
        "2.05 2.05.01.03 20.04",
        "Jumlah",
    ]
    codes = read_kode_column(raws, "program")
    assert [code.level for code in codes] == ["program", "kegiatan", "kegiatan", "program", "kegiatan", None]
    assert codes[2].canonical == "2.05.2.05.01.03.01.15"
    assert [code.raw for code in codes] == raws
    assert {code.scheme for code in codes[:5]} == {"prog-13"}


def test_a_column_of_the_later_scheme_is_read_code_by_code() -> None:
    levels = [
        code.level for code in read_kode_column(["2.07.01", "2.07.01.2.01", "2.07.01.2.01.01", "2.07.01.2.01.02"])
    ]
    assert levels == ["program", "kegiatan", "sub_kegiatan", "sub_kegiatan"]


def test_one_program_with_many_kegiatan_keeps_its_levels() -> None:
    raws = ["2.05.2.05.01.03.01", *(f"2.05.2.05.01.03.01.{i:02}" for i in range(1, 13))]
    assert [code.level for code in read_kode_column(raws)] == ["program", *["kegiatan"] * 12]
    assert [code.level for code in read_kode_column(raws[1:])] == ["kegiatan"] * 12


def test_an_organisation_without_the_first_pair() -> None:
    levels = [code.level for code in read_kode_column(["1.20.03.01", "1.20.03.01.02", "1.20.03.01.07", "1.20.03.02"])]
    assert levels == ["program", "kegiatan", "kegiatan", "program"]


def test_equal_codes_stay_two_rows() -> None:
    assert len(read_kode_column(["1.14.1.14.01.02.24", "1.14.1.14.01.02.24", "1.14.1.14.01.02"])) == 3


def test_a_code_that_others_begin_with_is_printed_whole() -> None:
    raw = ["5.2.01.01", "5.2.01.01.2", "5.2.01.01.2.01", "5.2.01.01.2.01.04"]
    assert [code.canonical for code in read_kode_column(raw)] == raw
    assert read_kode_column(["5.2.01.01.2", "5.2.01.02.3"])[0].canonical == "5.2.01.01.02"


def test_accounts_below_programs_and_kegiatan() -> None:
    raws = ["5", "5 . 2", "5 . 2 . 01", "5 . 2 . 01 . 18", "5 . 2 . 01 . 18 . 2", "5 . 2 . 01 . 18 . 2 . 15",
            "5 . 2 . 01 . 18 . 2 . 15 . 02", "", "4 . 1 . 00 . 00 . 2 . 02"]  # fmt: skip
    codes = read_kode_column(raws)
    assert [code.level for code in codes] == [
        "akun", "kelompok", "program", "kegiatan", "jenis", "objek", "rincian_objek", None, "objek",
    ]  # fmt: skip
    assert {code.scheme for code in codes} == {"akun-prog", None} and codes[6].canonical == "5.2.01.18.2.15.02"


@pytest.mark.parametrize("odd", ["5.2.1.02.01", "1.02.01", "5.2.01.18.2.15.02.1"])
def test_one_code_of_another_scheme_leaves_the_column_to_the_others(odd: str) -> None:
    codes = read_kode_column(["5.2.01.18.2.15", "5.2.01.18.2.15.02", odd])
    assert all(code.scheme != "akun-prog" for code in codes)
