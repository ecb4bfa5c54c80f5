"""SALDO: what is left in a report of realised budgets (LRA). In: the budget rows of a table. Out: equations and findings.

    SURPLUS / (DEFISIT)                = pendapatan - belanja
    PEMBIAYAAN NETTO                   = penerimaan pembiayaan - pengeluaran pembiayaan
    SISA LEBIH PEMBIAYAAN … BERKENAAN  = surplus / (defisit) + pembiayaan netto

(Permendagri 13/2006 and 90/2019). A deficit is printed with a minus, in brackets, or under its own word without a sign: sizes are
compared. An agency without revenue prints its spending as deficit. A balance is judged only where another one of its table holds.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import partial

import msgspec

from capaian.interval import Figur, plain
from extractor.audit import hierarki
from extractor.audit.buku import Buku
from extractor.audit.konteks import Konteks, Posisi, figure_of, written
from extractor.audit.persamaan import Nisbah, record
from extractor.audit.temuan import temuan
from extractor.model.laporan import Anggaran, Angka

_SIGNS = {"surplus": {"4": 1, "5": -1}, "netto": {"6.1": 1, "6.2": -1}}
"""The accounts that a balance is made of, by the word in its name."""


class _Saldo(msgspec.Struct, frozen=True):
    """A balance: its cell first, then the rows it is made of, with the sign each is taken with."""

    nama: str
    places: tuple[Posisi, ...]
    figures: tuple[Figur, ...]
    signs: tuple[int, ...]

    @property
    def equation(self) -> Nisbah:
        name = f"row {self.places[0].row}: what is left of {len(self.signs)} rows"
        return Nisbah(name, f"{self.places[0]}:saldo", self.places, self.figures, partial(_holds, self.signs))

    @property
    def left(self) -> Decimal:
        return _left(self.signs, self.figures[1:])


def _left(signs: Sequence[int], figures: Sequence[Figur]) -> Decimal:
    return sum((sign * figure.number for sign, figure in zip(signs, figures, strict=True)), Decimal(0))


def _holds(signs: Sequence[int], figures: tuple[Figur, ...]) -> bool:
    return abs(figures[0].number) == abs(_left(signs, figures[1:]))


def check(konteks: Konteks, buku: Buku, budget: Iterable[Anggaran]) -> None:
    """Enter the balances that hold, and a finding for each that does not where another one of its table does."""
    for rows in hierarki.by_table(budget).values():
        found = [saldo for attribute in ("pagu", "realisasi") for saldo in _balances(konteks, rows, attribute)]
        holding = [saldo for saldo in found if saldo.equation.holds_with({})]
        for saldo in found:
            if saldo in holding:
                record(saldo.equation, buku)
            elif holding:
                _enter(konteks, buku, saldo)


def _balances(konteks: Konteks, rows: Sequence[Anggaran], attribute: str) -> Iterator[_Saldo]:
    for row in rows:
        if row.level != "saldo":
            continue
        signs = next((signs for word, signs in _SIGNS.items() if word in row.uraian.casefold()), None)
        parts = [(part, sign) for part in rows if part.row < row.row and (sign := _sign(part, signs)) and part.uraian]
        cells = [_cell(konteks, part, attribute) for part in (row, *(part for part, _ in parts))]
        known = [cell for cell in cells if cell is not None]
        if parts and len(known) == len(cells) == len({posisi for posisi, _ in known}):
            places, figures = zip(*known, strict=True)
            yield _Saldo(row.uraian, places, figures, tuple(sign for _, sign in parts))


def _sign(row: Anggaran, signs: dict[str, int] | None) -> int:
    """How a row counts in a balance: an account by its code, an earlier balance as it stands; 0 for all others."""
    if signs is None:
        return int(row.level == "saldo")
    return signs.get(row.kode.canonical or "", 0) if row.kode is not None else 0


def _cell(konteks: Konteks, row: Anggaran, attribute: str) -> tuple[Posisi, Figur] | None:
    angka: Angka | None = getattr(row, attribute)
    posisi, figure = konteks.posisi(row.tabel, angka), figure_of(angka)
    return None if posisi is None or figure is None else (posisi, figure)


def _enter(konteks: Konteks, buku: Buku, saldo: _Saldo) -> None:
    at = saldo.places[0]
    raw, nama = konteks.ref(at).raw or "", konteks.lembar[at.tabel].nama
    left = written(plain(saldo.left))
    message = (
        f"“{saldo.nama}” di {nama[0]} tercetak {raw}; dari {len(saldo.signs)} baris di atasnya terhitung {left[0]}.",
        f"“{saldo.nama}” in {nama[1]} is printed as {raw}; the {len(saldo.signs)} rows above it leave {left[1]}.",
    )
    finding = temuan("SALDO", message, konteks, saldo.places, reported=raw, recomputed=plain(saldo.left))
    buku.finds(finding, at, [at])
