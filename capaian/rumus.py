"""Capaian by formula and polarity, and which formula reproduces a printed value.

In: target, realisasi and printed capaian of one row. Out: a verdict, the recomputed capaian and the formula's name.

    F1  R / T x 100           higher is better; the default (every report seen)
    F2  (2T - R) / T x 100    lower is better, the printed rule of most reports that have one
    F3  T / R x 100           lower is better, ratio form
    …capN                     the formula, cut off at N percent (100 and 120 are common; only with evidence, see `kinerja`)

A printed capaian contradicts its row only when no admissible formula reproduces it. Verdicts:

    sesuai           some formula, fed with the printed figures, gives the printed capaian by rounding or truncation
    beda_pembulatan  it differs by less than one last digit, or by one where digits that are not printed explain it
    tidak_sesuai     no formula gives it
    tak_terhitung    nothing can be said; `reason` says why

Digits that are not printed: agencies compute with `0,5347 %` and print `0,53 %`. Where a figure has few digits they explain almost
any result (T 0,53 R 0,34 allows 62,6 to 65,7), and nobody who holds the printed report can follow it. So they excuse one unit of
the last printed digit. A larger difference that they could explain is `tidak_sesuai` with the reason `sebelum_dibulatkan`: the
printed figures contradict each other, though perhaps no error was made; such a row is information (I), its figures are not
doubted. Operands without decimals (counts, rupiah) are what they are; money in millions or billions certainly has digits that are
not printed, so `serapan` excuses any difference that they explain.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias

from capaian.interval import Figur, Selang, agrees, is_near, operand, overlaps, shown

Verdict: TypeAlias = Literal["sesuai", "beda_pembulatan", "tidak_sesuai", "tak_terhitung"]
Rumus: TypeAlias = Literal["F1", "F2", "F3"]

RUMUS: tuple[Rumus, ...] = ("F1", "F2", "F3")
POLARITAS: dict[Rumus, str] = {"F1": "positif", "F2": "negatif", "F3": "negatif"}
_HUNDRED = Fraction(100)


class Hasil(NamedTuple):
    """What the core says of one row. `capaian` is recomputed (percent, at least two decimals kept); `rumus` reproduces the
    printed value, None when none does; `reason` is a fixed word, explained in `REASONS`."""

    verdict: Verdict
    capaian: Decimal | None = None
    rumus: str | None = None
    reason: str | None = None


REASONS: dict[str, tuple[str, str]] = {
    "target_kosong": ("target tidak tercetak", "no target is printed"),
    "target_teks": ("target bukan angka", "the target is not a number"),
    "target_nol": ("target nol", "the target is zero"),
    "realisasi_nol": (
        "realisasi nol dengan capaian 100: penuh bila makin rendah makin baik",
        "zero realisasi with capaian 100: in full where lower is better",
    ),
    "realisasi_kosong": ("realisasi tidak tercetak", "no realisasi is printed"),
    "realisasi_teks": ("realisasi bukan angka", "realisasi is not a number"),
    "capaian_kosong": ("capaian tidak tercetak", "no capaian is printed"),
    "capaian_teks": ("capaian bukan angka", "the capaian is not a number"),
    "sebelum_dibulatkan": (
        "selisih dapat berasal dari angka di belakang koma yang tidak dicetak",
        "digits that are not printed can explain the difference",
    ),
    "pembulatan_ke_atas": ("selisih kurang dari satu digit terakhir", "differs by less than one last digit"),
    "mungkin_dibatasi": (
        "capaian tercetak dapat berupa batas atas, tetapi laporan tidak menunjukkan batas itu di baris lain",
        "the printed capaian may be an upper limit, but no other row of the report shows that limit",
    ),
    "pagu_kosong": ("pagu tidak tercetak", "no pagu is printed"),
    "pagu_nol": ("pagu nol", "the pagu is zero"),
    "saldo": (
        "saldo: pendapatan dikurangi belanja, bukan serapan",
        "a balance of revenue and spending absorbs nothing",
    ),
    "persen_kosong": ("persentase tidak tercetak", "no percent is printed"),
}


def percent(part: Selang, whole: Selang) -> Selang | None:
    """part / whole x 100 over all values of both; None when `whole` may be zero."""
    if whole.lo <= 0 <= whole.hi:
        return None
    corners = [a / b * _HUNDRED for a in {part.lo, part.hi} for b in {whole.lo, whole.hi}]
    return Selang(min(corners), max(corners))


def _f2(target: Selang, realisasi: Selang) -> Selang | None:
    ratio = percent(realisasi, target)
    return ratio and Selang(2 * _HUNDRED - ratio.hi, 2 * _HUNDRED - ratio.lo)


_FORMULAS: dict[Rumus, Callable[[Selang, Selang], Selang | None]] = {
    "F1": lambda target, realisasi: percent(realisasi, target),
    "F2": _f2,
    "F3": lambda target, realisasi: percent(target, realisasi),
}


def compute(rumus: Rumus, target: Selang, realisasi: Selang) -> Selang | None:
    """Capaian in percent by one formula; None when it divides by zero."""
    return _FORMULAS[rumus](target, realisasi)


def point(rumus: Rumus, target: Figur, realisasi: Figur) -> Fraction | None:
    """Capaian in percent from the printed figures as they stand; None when the formula divides by zero."""
    t, r = Fraction(target.number), Fraction(realisasi.number)
    values = compute(rumus, Selang(t, t), Selang(r, r))
    return values.lo if values else None


def unfinished(target: Figur | None, realisasi: Figur | None) -> Hasil | None:
    """The verdict on a row whose capaian cannot be computed; None when it can."""
    if target is None:
        return Hasil("tak_terhitung", reason="target_kosong")
    if realisasi is None:
        return Hasil("tak_terhitung", reason="realisasi_kosong")
    if not target.number:
        return Hasil("tak_terhitung", reason="target_nol")
    return None


def evaluate_row(
    target: Figur | None,
    realisasi: Figur | None,
    capaian: Figur | None,
    *,
    prefer: Rumus = "F1",
    cap: Decimal | None = None,
    strict: bool = False,
) -> Hasil:
    """The verdict on one row.

    `prefer` is the formula of the row's table: it is tried first and gives the recomputed value when none fits. `cap` is the
    limit that the report applies, if it does. `strict` computes with the printed digits only: a difference that unprinted
    digits could explain is then `tidak_sesuai`.
    """
    missing = unfinished(target, realisasi)
    if missing or target is None or realisasi is None:
        return missing or Hasil("tak_terhitung")
    if capaian is None:
        value = point(prefer, target, realisasi)
        limited = value if value is None or cap is None else min(value, Fraction(cap))
        return Hasil("tak_terhitung", None if limited is None else shown(limited), reason="capaian_kosong")
    for found in _readings(target, realisasi, capaian, (prefer, *(r for r in RUMUS if r != prefer)), strict):
        return found
    if cap is not None and capped(target, realisasi, capaian, cap):
        return Hasil("sesuai", cap, f"{_capped_by(target, realisasi, cap, prefer)}cap{cap}")
    if not realisasi.number and capaian.number == _HUNDRED:
        return Hasil("tak_terhitung", reason="realisasi_nol")
    value = point(likely(target, realisasi, capaian, prefer), target, realisasi)
    decimals = max(2, capaian.decimals)
    reason = "mungkin_dibatasi" if looks_capped(target, realisasi, capaian) else None
    if not strict and any(_unprinted(rumus, target, realisasi, capaian) for rumus in RUMUS):
        reason = "sebelum_dibulatkan"
    return Hasil("tidak_sesuai", None if value is None else shown(value, decimals), reason=reason)


def _unprinted(rumus: Rumus, target: Figur, realisasi: Figur, capaian: Figur) -> bool:
    """Digits that are not printed may give the printed capaian by this formula."""
    spread = compute(rumus, operand(target), operand(realisasi))
    return spread is not None and overlaps(capaian, spread)


def likely(target: Figur, realisasi: Figur, capaian: Figur, prefer: Rumus) -> Rumus:
    """The formula that a wrong capaian was probably meant to follow: the table's own, but a realisasi above its target that
    is printed as 100 or more was judged as higher-is-better."""
    return "F1" if realisasi.number >= target.number and capaian.number >= 100 else prefer


def _readings(
    target: Figur, realisasi: Figur, capaian: Figur, order: tuple[Rumus, ...], strict: bool
) -> Iterator[Hasil]:
    """The agreeing verdicts, best first: exact by any formula, then near by any, then by unprinted digits."""
    values = [(rumus, value) for rumus in order if (value := point(rumus, target, realisasi)) is not None]
    decimals = max(2, capaian.decimals)
    for wanted in ("tepat", "dekat"):
        for rumus, value in values:
            if agrees(capaian, value) == wanted:
                exact = wanted == "tepat"
                verdict: Verdict = "sesuai" if exact else "beda_pembulatan"
                yield Hasil(verdict, shown(value, decimals), rumus, None if exact else "pembulatan_ke_atas")
    if strict:
        return
    for rumus, value in values:
        if is_near(capaian, value) and _unprinted(rumus, target, realisasi, capaian):
            yield Hasil("beda_pembulatan", shown(value, decimals), rumus, "sebelum_dibulatkan")


def capped(target: Figur, realisasi: Figur, capaian: Figur, cap: Decimal) -> bool:
    """The printed capaian is `cap` and some formula gives more."""
    return capaian.number == cap and any(
        value > Fraction(cap) for rumus in RUMUS if (value := point(rumus, target, realisasi)) is not None
    )


def looks_capped(target: Figur, realisasi: Figur, capaian: Figur) -> bool:
    """The row has the mark of a limit: a round printed capaian of 100 or more, and R / T above it."""
    number = capaian.number
    value = point("F1", target, realisasi)
    return number >= 100 and number % 10 == 0 and value is not None and value > Fraction(number)


def _capped_by(target: Figur, realisasi: Figur, cap: Decimal, prefer: Rumus) -> Rumus:
    order = (prefer, *(r for r in RUMUS if r != prefer))
    return next(r for r in order if (point(r, target, realisasi) or 0) > Fraction(cap))
