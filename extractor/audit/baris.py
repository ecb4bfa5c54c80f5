"""Rows with three figures: capaian from target and realisasi, percent from pagu and realisasi.

In: the records. Out: the records with `evaluasi`, and an equation for each row that can be checked.

An ambiguous figure (`1.309`) is settled here: where the reading as it stands contradicts its row and exactly one other reading
of its own text agrees, that reading is taken. It is the reader's doubt, not the report's error.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import TypeAlias

import msgspec

from capaian import kinerja, serapan
from capaian.interval import Figur, agrees, figur
from capaian.kinerja import BarisKinerja
from capaian.rumus import Hasil, Rumus, evaluate_row, point
from extractor.audit.konteks import Konteks, Posisi, figure_of
from extractor.audit.persamaan import Nisbah
from extractor.model.laporan import Anggaran, Angka, EvaluasiAnggaran, EvaluasiIndikator, Indikator

_Evaluate: TypeAlias = Callable[[Figur | None, Figur | None, Figur | None], Hasil]
_ALL = Decimal(100)
_FIGURE = re.compile(r"\d[\d.,]*")
UNPRINTED = "sebelum_dibulatkan"
"""The reason of a verdict that digits behind the printed ones may explain."""
_OPEN_READINGS = frozenset({"clean", "mixed", "ambiguous"})


class Uji(msgspec.Struct, frozen=True):
    """A checked row: the verdict, its equation (None when the verdict is none), the cells it stands in and what is printed of
    each figure. A cell that stacks several figures is a place, but no cell of the equation: its value is not the figure."""

    hasil: Hasil
    persamaan: Nisbah | None
    at: tuple[Posisi | None, ...]
    raws: tuple[str, ...]


class Bacaan(msgspec.Struct, frozen=True):
    """Readings that a row's arithmetic chose: the number for each cell."""

    numbers: dict[Posisi, Decimal]


def settle(konteks: Konteks, indikator: Iterable[Indikator], anggaran: Iterable[Anggaran]) -> Bacaan:
    """The other readings of ambiguous figures that their rows ask for."""
    chosen: dict[Posisi, Decimal] = {}
    for row in indikator:
        _settle_row(konteks, row.tabel, (row.target, row.realisasi, row.capaian), evaluate_row, chosen)
    for line in anggaran:
        if line.level == "saldo":
            continue
        figures = (line.pagu, line.realisasi, line.persen)
        _settle_row(konteks, line.tabel, figures, serapan.evaluate_serapan, chosen)
    return Bacaan(chosen)


def _settle_row(
    konteks: Konteks, tabel: str, figures: Sequence[Angka | None], evaluate: _Evaluate, chosen: dict[Posisi, Decimal]
) -> None:
    printed = [figure_of(angka) for angka in figures]
    found = evaluate(*printed)
    if any(figure is None for figure in printed) or found.verdict != "tidak_sesuai" or found.reason == UNPRINTED:
        return
    options = [_options(konteks, tabel, angka) for angka in figures]
    if sum(map(len, options)) == len(options):
        return
    agreeing = [combination for combination in product(*options) if evaluate(*combination).verdict == "sesuai"]
    if len(agreeing) != 1:
        return
    for angka, figure in zip(figures, agreeing[0], strict=True):
        posisi = konteks.posisi(tabel, angka)
        if posisi and angka and figure.number != angka.number:
            chosen[posisi] = figure.number


def _options(konteks: Konteks, tabel: str, angka: Angka | None) -> list[Figur]:
    """The reading of a figure as it stands, then the other readings of its text. A malformed figure has only the first:
    what it should be is a proposal, not a reading."""
    posisi, first = konteks.posisi(tabel, angka), figure_of(angka)
    if first is None or angka is None:
        return []
    nilai = konteks.lembar[tabel].nilai(posisi.row, posisi.col) if posisi else None
    if nilai is None or nilai.reading not in _OPEN_READINGS:
        return [first]
    return [first, *(figur(angka.raw, number) for number in nilai.alternatives)]


def reread_indikator(rows: Iterable[Indikator], bacaan: Bacaan) -> tuple[Indikator, ...]:
    return tuple(
        msgspec.structs.replace(
            row,
            target=_reread(row.tabel, row.target, bacaan),
            realisasi=_reread(row.tabel, row.realisasi, bacaan),
            capaian=_reread(row.tabel, row.capaian, bacaan),
        )
        for row in rows
    )


def reread_anggaran(rows: Iterable[Anggaran], bacaan: Bacaan) -> tuple[Anggaran, ...]:
    return tuple(
        msgspec.structs.replace(
            row,
            pagu=_reread(row.tabel, row.pagu, bacaan),
            realisasi=_reread(row.tabel, row.realisasi, bacaan),
            persen=_reread(row.tabel, row.persen, bacaan),
        )
        for row in rows
    )


def _reread(tabel: str, angka: Angka | None, bacaan: Bacaan) -> Angka | None:
    if angka is None or angka.cell is None:
        return angka
    number = bacaan.numbers.get(Posisi(tabel, *angka.cell))
    return angka if number is None else msgspec.structs.replace(angka, number=number)


def check_kinerja(konteks: Konteks, rows: Sequence[Indikator]) -> tuple[tuple[Indikator, ...], tuple[Uji, ...]]:
    """Indicators with `evaluasi`, and what was checked, row by row."""
    printed = [_baris(konteks, row) for row in rows]
    found = kinerja.evaluate(printed)
    judged = tuple(
        msgspec.structs.replace(
            row, evaluasi=EvaluasiIndikator(hasil.verdict, hasil.capaian, hasil.rumus, reason=hasil.reason)
        )
        for row, hasil in zip(rows, found.hasil, strict=True)
    )
    tests = tuple(
        _uji(
            konteks,
            row.tabel,
            (row.target, row.realisasi, row.capaian),
            hasil,
            _capaian_equation(konteks, row, figures, hasil),
        )
        for row, figures, hasil in zip(rows, printed, found.hasil, strict=True)
    )
    return judged, tests


def _uji(konteks: Konteks, tabel: str, figures: tuple[Angka | None, ...], hasil: Hasil, equation: Nisbah | None) -> Uji:
    at = tuple(konteks.posisi(tabel, angka) for angka in figures)
    return Uji(hasil, equation, at, tuple("" if angka is None else angka.raw for angka in figures))


def _baris(konteks: Konteks, row: Indikator) -> BarisKinerja:
    """The row for the core. Cells that stack different numbers of figures cannot be paired: nothing is said of them."""
    figures = (row.target, row.realisasi, row.capaian)
    stacks = {len(_FIGURE.findall(text)) for angka in figures if (text := _stacked_text(konteks, row.tabel, angka))}
    if len(stacks) > 1:
        return BarisKinerja(row.tabel, None, None, None, target_teks=True)
    return kinerja.baris(row.tabel, _printed(row.target), _printed(row.realisasi), _printed(row.capaian))


def _stacked_text(konteks: Konteks, tabel: str, angka: Angka | None) -> str | None:
    """The text of a cell that holds more than the figure; None when the figure is all of it."""
    posisi = konteks.posisi(tabel, angka)
    cell = konteks.lembar[tabel].cells.get((posisi.row, posisi.col)) if posisi else None
    if cell is None or angka is None or cell.value is None or cell.value.number is not None:
        return None
    return cell.text


def _places(konteks: Konteks, tabel: str, figures: Iterable[Angka | None]) -> tuple[Posisi | None, ...]:
    """The cells whose value is the figure."""
    return tuple(
        None if _stacked_text(konteks, tabel, angka) is not None else konteks.posisi(tabel, angka) for angka in figures
    )


def _printed(angka: Angka | None) -> tuple[str, Figur | None]:
    return ("" if angka is None else angka.raw, figure_of(angka))


def _capaian_equation(konteks: Konteks, row: Indikator, figures: BarisKinerja, hasil: Hasil) -> Nisbah | None:
    """The row's equation by the formula that gives the printed capaian, or F1 where none does. Ranges and limits are none."""
    target, realisasi, capaian = figures.target, figures.realisasi, figures.capaian
    if target is None or realisasi is None or capaian is None or figures.target_atas is not None:
        return None
    rumus = _formula(hasil)
    if not _is_tested(hasil) or rumus is None:
        return None

    def test(values: tuple[Figur, ...]) -> bool:
        if _is_far(rumus, *values):
            return False
        value = point(rumus, values[0], values[1]) if values[0].number else None
        return value is not None and agrees(values[2], value) == "tepat"

    places = _places(konteks, row.tabel, (row.target, row.realisasi, row.capaian))
    group = f"{row.tabel}:{row.row}:{places[2]}:capaian"
    return Nisbah(
        f"row {row.row}: capaian = {rumus} of target and realisasi", group, places, (target, realisasi, capaian), test
    )


def _is_far(rumus: Rumus, target: Figur, realisasi: Figur, capaian: Figur) -> bool:
    """The formula gives another capaian by more than one last digit. Most candidates of a repair are far off; products of printed figures
    are exact, and much cheaper than fractions."""
    t, r = target.number, realisasi.number
    part, whole = {"F1": (r, t), "F2": (2 * t - r, t), "F3": (t, r)}[rumus]
    return abs(part * 100 - capaian.number * whole) > abs(whole).scaleb(-capaian.decimals)


def _is_tested(hasil: Hasil) -> bool:
    """The figures agree or contradict each other; where digits that are not printed may explain a difference, neither is known."""
    return hasil.verdict == "sesuai" or (hasil.verdict == "tidak_sesuai" and hasil.reason != UNPRINTED)


def _formula(hasil: Hasil) -> Rumus | None:
    if hasil.rumus is None:
        return "F1"
    names: tuple[Rumus, ...] = ("F1", "F2", "F3")
    return next((name for name in names if name == hasil.rumus), None)


def check_serapan(konteks: Konteks, rows: Sequence[Anggaran]) -> tuple[tuple[Anggaran, ...], tuple[Uji, ...]]:
    """Budget rows with `evaluasi`, and what was checked, row by row."""
    judged: list[Anggaran] = []
    tests: list[Uji] = []
    for row in rows:
        figures = tuple(figure_of(angka) for angka in (row.pagu, row.realisasi, row.persen))
        hasil = serapan.evaluate_line(row.level, *figures)
        evaluasi = EvaluasiAnggaran(hasil.verdict, hasil.capaian, hasil.reason)
        judged.append(msgspec.structs.replace(row, evaluasi=evaluasi))
        equation = _serapan_equation(konteks, row, figures, hasil)
        tests.append(_uji(konteks, row.tabel, (row.pagu, row.realisasi, row.persen), hasil, equation))
    return tuple(judged), tuple(tests)


def _serapan_equation(
    konteks: Konteks, row: Anggaran, figures: tuple[Figur | None, ...], hasil: Hasil
) -> Nisbah | None:
    present = tuple(figure for figure in figures if figure is not None)
    if len(present) < 3 or not _is_tested(hasil):
        return None
    places = _places(konteks, row.tabel, (row.pagu, row.realisasi, row.persen))
    group = f"{row.tabel}:{row.row}:{places[2]}:persen"
    test = _absorbs_all if _absorbs_all(present) else _absorbs
    return Nisbah(f"row {row.row}: realisasi/pagu = persen", group, places, present, test)


def _absorbs(figures: tuple[Figur, ...]) -> bool:
    """pagu, realisasi, persen: the percent is the quotient, rounded or cut."""
    pagu, realisasi, persen = figures
    if not pagu.number:
        return False
    if _is_far("F1", pagu, realisasi, persen):
        return False
    return agrees(persen, Fraction(realisasi.number) / Fraction(pagu.number) * 100) == "tepat"


def _absorbs_all(figures: tuple[Figur, ...]) -> bool:
    """All money is spent: two equal figures beside 100 percent. They pin each other to the last digit, which the percent
    alone does not."""
    pagu, realisasi, persen = figures
    return pagu.number == realisasi.number and persen.number == _ALL
