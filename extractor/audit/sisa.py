"""SISA: what is left of a budget, row by row. In: tables with columns of pagu, realisasi and sisa. Out: equations and findings.

`Sisa` and `Lebih/(Kurang)` are pagu less realisasi or the other way round, with a minus, in brackets or without a sign: sizes are
compared. A column is judged only where nearly all of its rows follow.
"""

from collections.abc import Iterable, Iterator

import msgspec

from capaian.interval import Figur, plain
from extractor.audit.buku import Buku
from extractor.audit.konteks import Konteks, Lembar, written
from extractor.audit.persamaan import Neraca, Nisbah, record, suspects
from extractor.audit.temuan import proposal_words, temuan

_LEAST = 3
_SHARE = 0.8


class Sisa(msgspec.Struct, frozen=True):
    """One row: pagu, realisasi, sisa."""

    equation: Nisbah

    @property
    def holds(self) -> bool:
        return _holds(self.equation.figures)


def _holds(figures: tuple[Figur, ...]) -> bool:
    pagu, realisasi, sisa = (figure.number for figure in figures)
    return abs(pagu - realisasi) == abs(sisa)


def rows(konteks: Konteks) -> list[Sisa]:
    """The rows of all columns of sisa that follow the rule nearly throughout."""
    found: list[Sisa] = []
    for lembar in konteks.lembar.values():
        for col in lembar.columns("sisa"):
            options = [_column(lembar, pagu, spent, col) for pagu, spent in _bases(lembar)]
            best = max(options, key=lambda option: sum(item.holds for item in option), default=[])
            holding = sum(item.holds for item in best)
            if holding >= _LEAST and holding >= _SHARE * len(best):
                found += best
    return found


def _bases(lembar: Lembar) -> Iterator[tuple[int, int]]:
    for pagu in lembar.columns("pagu"):
        for spent in lembar.columns("realisasi_rp"):
            yield pagu, spent


def _column(lembar: Lembar, pagu: int, spent: int, col: int) -> list[Sisa]:
    """Rows with three figures, one of them not zero."""
    found = []
    for row in lembar.body_rows:
        figures = [figure for c in (pagu, spent, col) if (figure := lembar.figure(row, c)) is not None]
        if len(figures) == len(("pagu", "realisasi", "sisa")) and any(figure.number for figure in figures):
            places = tuple(lembar.posisi(row, c) for c in (pagu, spent, col))
            name = f"row {row}: sisa = pagu - realisasi"
            found.append(Sisa(Nisbah(name, f"{places[2]}:sisa", places, tuple(figures), _holds)))
    return found


def check(konteks: Konteks, buku: Buku, neraca: Neraca, found: Iterable[Sisa]) -> None:
    """Enter the rows that hold, and a finding for each that does not."""
    for item in found:
        if item.holds:
            record(item.equation, buku)
        else:
            _enter(konteks, buku, neraca, item.equation)


def _enter(konteks: Konteks, buku: Buku, neraca: Neraca, equation: Nisbah) -> None:
    places = [posisi for posisi in reversed(equation.places) if posisi is not None]
    pagu, realisasi, _ = (figure.number for figure in equation.figures)
    raws = [konteks.ref(posisi).raw or "" for posisi in places]
    repair, left, nama = neraca.repair(equation), plain(pagu - realisasi), konteks.lembar[places[0].tabel].nama
    words = proposal_words(repair.usulan if repair else None, konteks.ref(repair.posisi).raw or "" if repair else "")
    message = (
        f"Sisa {raws[0]} di {nama[0]} bukan pagu {raws[2]} dikurangi realisasi {raws[1]}, yaitu {written(left)[0]}.{words[0]}",
        f"{raws[0]} left in {nama[1]} is not pagu {raws[2]} less realisasi {raws[1]}, {written(left)[1]}.{words[1]}",
    )
    reported = konteks.ref(repair.posisi).raw if repair else raws[0]
    usulan = repair.usulan if repair else None
    finding = temuan("SISA", message, konteks, places, reported=reported, recomputed=left, usulan=usulan)
    doubted = [repair.posisi] if repair and repair.usulan.proof == "proved" else places
    buku.finds(finding, places[0], suspects(equation, buku, doubted))
