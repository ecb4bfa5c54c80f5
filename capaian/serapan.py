"""Money: absorption in percent of the pagu, efficiency, and sums of children.

In: printed figures. Out: verdicts with the recomputed value. Rupiah are integers, so a sum is right or wrong; only a
percent has the slack of its last digit.

    E1  capaian - serapan     (percent points; for indicators that reached their target)
    E2  100 - serapan
    E4  pagu - realisasi      (rupiah)
"""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias

from capaian.interval import Figur, Selang, agrees, operand, overlaps, plain, shown
from capaian.rumus import Hasil, Verdict, percent

Efisiensi: TypeAlias = Literal["E1", "E2", "E4"]


class BarisAnggaran(NamedTuple):
    """A budget row; a figure is None when nothing (or no number) is printed."""

    tabel: str
    pagu: Figur | None
    realisasi: Figur | None
    persen: Figur | None


def evaluate_line(level: str | None, pagu: Figur | None, realisasi: Figur | None, persen: Figur | None) -> Hasil:
    """The verdict on a budget row of a level: a balance (`saldo`: surplus, deficit, what is left) is nothing that is spent."""
    return Hasil("tak_terhitung", reason="saldo") if level == "saldo" else evaluate_serapan(pagu, realisasi, persen)


def evaluate_serapan(pagu: Figur | None, realisasi: Figur | None, persen: Figur | None) -> Hasil:
    """The verdict on realisasi / pagu x 100 against the printed percent. `capaian` of the result is the recomputed percent."""
    if pagu is None:
        return Hasil("tak_terhitung", reason="pagu_kosong")
    if realisasi is None:
        return Hasil("tak_terhitung", reason="realisasi_kosong")
    if not pagu.number:
        return Hasil("tak_terhitung", reason="pagu_nol")
    value = Fraction(realisasi.number) / Fraction(pagu.number) * 100
    if persen is None:
        return Hasil("tak_terhitung", shown(value), reason="persen_kosong")
    computed = shown(value, max(2, persen.decimals))
    agreement = agrees(persen, value)
    if agreement:
        exact = agreement == "tepat"
        return Hasil("sesuai" if exact else "beda_pembulatan", computed, "R/P", None if exact else "pembulatan_ke_atas")
    spread = percent(operand(realisasi), operand(pagu))
    if spread and overlaps(persen, spread):
        return Hasil("beda_pembulatan", computed, "R/P", "sebelum_dibulatkan")
    return Hasil("tidak_sesuai", computed)


def evaluate(rows: Iterable[BarisAnggaran]) -> tuple[Hasil, ...]:
    """Verdicts for budget rows, one each."""
    return tuple(evaluate_serapan(row.pagu, row.realisasi, row.persen) for row in rows)


def efficiency(
    printed: Figur,
    *,
    capaian: Figur | None = None,
    serapan: Figur | None = None,
    pagu: Figur | None = None,
    realisasi: Figur | None = None,
) -> Hasil:
    """Which of E1, E2, E4 gives the printed efficiency. `capaian` of the result is what the likeliest formula gives.

    Percents carry their own rounding: 100 - 78,72 is 21,28 whether or not more digits stand behind 78,72.
    """
    candidates: list[tuple[Efisiensi, Fraction]] = []
    if serapan is not None:
        candidates.append(("E2", Fraction(100) - Fraction(serapan.number)))
        if capaian is not None:
            candidates.append(("E1", Fraction(capaian.number) - Fraction(serapan.number)))
    if pagu is not None and realisasi is not None:
        candidates.append(("E4", Fraction(pagu.number) - Fraction(realisasi.number)))
        if pagu.number:
            saved = (Fraction(pagu.number) - Fraction(realisasi.number)) / Fraction(pagu.number) * 100
            candidates.append(("E2", saved))
    if not candidates:
        return Hasil("tak_terhitung", reason="persen_kosong")
    for name, value in candidates:
        agreement = agrees(printed, value)
        if agreement:
            verdict: Verdict = "sesuai" if agreement == "tepat" else "beda_pembulatan"
            return Hasil(verdict, shown(value), name)
    if serapan is not None and _explained(printed, serapan, capaian):
        return Hasil("beda_pembulatan", shown(candidates[0][1]), candidates[0][0], "sebelum_dibulatkan")
    return Hasil("tidak_sesuai", shown(candidates[0][1]))


def _explained(printed: Figur, serapan: Figur, capaian: Figur | None) -> bool:
    """Unprinted digits of the percent (and the capaian) give the printed efficiency."""
    spent = operand(serapan)
    wholes = [Selang(Fraction(100), Fraction(100)), *([operand(capaian)] if capaian is not None else [])]
    return any(overlaps(printed, Selang(whole.lo - spent.hi, whole.hi - spent.lo)) for whole in wholes)


class Jumlah(NamedTuple):
    """A parent against the sum of its children: `difference` is printed minus recomputed."""

    verdict: Verdict
    total: Decimal
    difference: Decimal


def evaluate_sum(parent: Figur, children: Iterable[Figur]) -> Jumlah:
    """The verdict on parent = sum of children. Integers must agree exactly; decimals within what their last digits hide."""
    parts = list(children)
    total = sum((part.number for part in parts), Decimal(0))
    difference = parent.number - total
    verdict: Verdict = "tidak_sesuai"
    if not difference:
        verdict = "sesuai"
    elif parent.decimals or any(part.decimals for part in parts):
        spans = [operand(part) for part in parts]
        spread = Selang(sum((s.lo for s in spans), Fraction(0)), sum((s.hi for s in spans), Fraction(0)))
        if overlaps(parent, spread):
            verdict = "beda_pembulatan"
    return Jumlah(verdict, plain(total), plain(difference))
