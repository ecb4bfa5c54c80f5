"""What a printed text means as a value: `Bacaan`, the one result type of this room.

In: nothing. Out: the type, its named kinds and small constructors. It knows no place; who knows page and cell keeps the pair.
"""

from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

Reading: TypeAlias = Literal["clean", "mixed", "ambiguous", "malformed", "unreadable"]
"""`clean`; `mixed`: odd separators, one possible value; `ambiguous`: several values are possible; `malformed`: not a well-formed
figure; `unreadable`: digits from which no figure can be made."""

Hint: TypeAlias = Literal["rupiah", "persen", "indeks", "jumlah", "kode", "tahun"]
"""What the column is about, when its header says so."""


class Bacaan(NamedTuple):
    """A printed text and its meaning. `raw` is exactly what was printed.

    `type`: angka, rupiah, persen, rentang, tahun, predikat, kode, tanggal, rasio, teks or kosong.
    `number`: a plain finite Decimal (no exponent), or None when the text holds none. For a `malformed` figure it is what its digits
    say when the broken grouping is ignored: the figure as printed, never to be trusted without a witness.
    `decimals`: printed digits after the decimal mark, so the figure stands for ± half of 10**-decimals; negative when a word
    scales it (`1,5 miliar`: -8).
    `unit`: what stands beside the figure (`%`, `orang`, `/100.000`).
    `alternatives`: other values the same text may stand for; of a `rentang` its printed lower and upper end.
    `mark`: what stands instead of a figure (`-`, `NA`, `DTT`, `sda`, `nihil`), or what bounds it (`>=`, `<`, `+`).
    `note`: words beside the figure (`80,10 (A)`: `A`), or the canonical label of a predikat.
    """

    raw: str
    type: str
    number: Decimal | None = None
    decimals: int = 0
    unit: str | None = None
    reading: Reading = "clean"
    alternatives: tuple[Decimal, ...] = ()
    mark: str | None = None
    note: str | None = None


def teks(raw: str) -> Bacaan:
    return Bacaan(raw, "teks")


def kosong(raw: str, mark: str | None) -> Bacaan:
    return Bacaan(raw, "kosong", mark=mark)


def negate(number: Decimal) -> Decimal:
    """The opposite number, digit by digit (unary minus would round to the context's precision)."""
    return number.copy_negate() if number else number


def shift(number: Decimal, places: int) -> Decimal:
    """`number` times ten to the `places`, written without an exponent and without rounding."""
    sign, digits, exponent = number.as_tuple()
    moved = Decimal((sign, digits, int(exponent) + places))
    return Decimal(format(moved, "f"))
