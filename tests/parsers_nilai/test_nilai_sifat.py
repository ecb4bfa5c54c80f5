"""Properties that hold for every text."""

from decimal import Decimal
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.nilai import (
    Hint,
    read_column,
    read_kode_column,
    read_predikat,
    read_terbilang,
    read_unit,
    read_value,
    read_year,
)
from parsers.nilai.rupiah import find_rupiah, single_edits
from parsers.nilai.terbilang import read_terbilang as in_words

HINTS = st.sampled_from([None, *get_args(Hint.__value__ if hasattr(Hint, "__value__") else Hint)])
FIGURE_LIKE = st.text(alphabet="0123456789.,-()% RpOl/:ABjutahsd\n", max_size=30)
ANY_TEXT = st.one_of(FIGURE_LIKE, st.text(max_size=60))
FEW = settings(derandomize=True, max_examples=250, deadline=None)


@FEW
@given(ANY_TEXT, HINTS)
def test_any_text_gives_a_plain_number_or_none_and_keeps_the_raw_text(text: str, hint: Hint | None) -> None:
    value = read_value(text, hint)
    assert value.raw == text
    numbers = [*value.alternatives] + ([] if value.number is None else [value.number])
    assert all(number.is_finite() and "E" not in str(number) for number in numbers)
    assert value.number not in value.alternatives
    assert value.type not in ("kosong", "teks", "kode", "tanggal") or value.number is None


@FEW
@given(st.lists(FIGURE_LIKE, max_size=8), HINTS)
def test_a_column_gives_one_value_for_each_text(texts: list[str], hint: Hint | None) -> None:
    values = read_column(texts, hint)
    assert [value.raw for value in values] == texts
    assert read_column(texts, hint) == values


@FEW
@given(st.lists(ANY_TEXT, max_size=6))
def test_the_other_readers_never_raise(texts: list[str]) -> None:
    assert len(read_kode_column(texts)) == len(texts)
    for text in texts:
        read_predikat(text), read_unit(text), read_year(text), read_terbilang(text), list(find_rupiah(text))


@FEW
@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_what_is_formatted_in_either_style_reads_back(number: Decimal) -> None:
    english = f"{number:,.2f}"
    indonesian = english.translate(str.maketrans(",.", ".,"))
    for text in (english, indonesian, f"Rp {indonesian}", f"Rp. {indonesian},-", f"({indonesian})", f"{indonesian} %"):
        value = read_value(text, "indeks" if "%" in text else None)
        assert value.number is not None
        assert abs(value.number) == number
        assert value.decimals == 2
        assert value.reading in ("clean", "ambiguous")


@FEW
@given(st.integers(min_value=1000, max_value=10**13))
def test_whole_money_reads_back(number: int) -> None:
    text = f"{number:,}".replace(",", ".")
    assert read_value(text, "rupiah").number == number
    assert read_value(f"Rp. {text},-").number == number


@FEW
@given(st.integers(min_value=10_000_000, max_value=10**12), st.data())
def test_a_figure_broken_at_a_line_end_is_one_figure(number: int, data: st.DataObject) -> None:
    text = f"{number:,}".replace(",", ".")
    place = data.draw(st.sampled_from([i + 1 for i, c in enumerate(text) if c == "."]))
    assert read_value(text[:place] + " " + text[place:]).number == number


@FEW
@given(
    st.integers(min_value=10_000, max_value=10**10),
    st.integers(min_value=0, max_value=20),
    st.integers(min_value=0, max_value=9),
)
def test_one_slip_is_undone_by_one_edit(number: int, place: int, digit: int) -> None:
    text = str(number)
    place %= len(text)
    slipped = Decimal(text[:place] + str(digit) + text[place:])
    assert slipped == number or Decimal(number) in single_edits(slipped)


_ONES = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]


def spell(n: int) -> str:
    """Indonesian words for a number below 10**15."""
    for worth, name in ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (1000, "ribu"), (100, "ratus")):
        if n >= worth:
            head = "se" + name if n // worth == 1 and worth in (100, 1000) else f"{spell(n // worth)} {name}"
            return head + (f" {spell(n % worth)}" if n % worth else "")
    if n >= 20:
        return f"{_ONES[n // 10]} puluh" + (f" {_ONES[n % 10]}" if n % 10 else "")
    if n >= 12:
        return f"{_ONES[n - 10]} belas"
    return {11: "sebelas", 10: "sepuluh"}.get(n) or _ONES[n]


@FEW
@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_numbers_in_words_read_back(number: int) -> None:
    assert in_words(spell(number)) == number
    assert in_words(spell(number).upper() + " Rupiah") == number
