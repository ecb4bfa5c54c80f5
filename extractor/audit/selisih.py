"""What broken equations become: findings CAPAIAN, PCT, PARENT, ROWSUM and COLSUM with the proposal that all witnesses support."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from fractions import Fraction

import msgspec

from capaian.interval import shown
from capaian.rumus import REASONS
from extractor.audit.baris import UNPRINTED, Uji
from extractor.audit.buku import Buku
from extractor.audit.konteks import Konteks, Posisi, written
from extractor.audit.persamaan import Jumlahan, Neraca, Nisbah, Perbaikan, suspects
from extractor.audit.temuan import proposal_words, temuan
from extractor.model.temuan import Severity

_MOST = 0.6
_HABIT = 3
"""So many totals of a table that miss by a rounding show that it is one; fewer may be slips of the last digit."""
_MEAN = (
    " Angka itu adalah rata-rata persen baris di bawahnya.",
    " That figure is the average of the percents of the rows under it.",
)
_SUM_WORDS = {
    "PARENT": ("jumlah {n} baris di bawahnya", "the sum of the {n} rows under it"),
    "COLSUM": ("jumlah {n} baris di atasnya", "the sum of the {n} rows above it"),
    "ROWSUM": ("jumlah {n} kolomnya", "the sum of its {n} columns"),
}


def broken_rows(
    konteks: Konteks,
    buku: Buku,
    neraca: Neraca,
    tests: Iterable[Uji],
    code: str,
    means: frozenset[Posisi] = frozenset(),
) -> None:
    """Findings for rows whose printed capaian (CAPAIAN) or percent (PCT) does not follow. Rows without cells have no place; `means`
    are percents that follow from those of the rows under them: doubted only, without a proposal."""
    seen: set[tuple[object, ...]] = set()
    for test in tests:
        equation = test.persamaan
        places = [posisi for posisi in reversed(test.at) if posisi is not None]
        if test.hasil.verdict != "tidak_sesuai" or not places or (test.at, test.raws) in seen:
            continue
        seen.add((test.at, test.raws))
        if test.hasil.reason == UNPRINTED:
            _unprinted(konteks, buku, test, places, code)
            continue
        if equation is None:
            continue
        is_mean = places[0] in means
        repair = None if is_mean else _plausible(neraca.repair(equation), equation, test)
        severity: Severity = "W" if is_mean or test.hasil.reason == "mungkin_dibatasi" else "E"
        message = _row_message(konteks, code, test, repair)
        if is_mean:
            message = (message[0] + _MEAN[0], message[1] + _MEAN[1])
        finding = temuan(
            code,
            message,
            konteks,
            places,
            severity=severity,
            reported=konteks.ref(repair.posisi).raw if repair else test.raws[-1],
            recomputed=test.hasil.capaian,
            usulan=repair.usulan if repair else None,
        )
        doubted = [repair.posisi] if repair and repair.usulan.proof == "proved" else places
        buku.finds(finding, places[0], suspects(equation, buku, doubted))


def _unprinted(konteks: Konteks, buku: Buku, test: Uji, places: list[Posisi], code: str) -> None:
    """Information: the printed digits do not give the result, those behind them may. No figure is doubted."""
    message = _row_message(konteks, code, test, None)
    computed = test.hasil.capaian
    finding = temuan(code, message, konteks, places, severity="I", reported=test.raws[-1], recomputed=computed)
    buku.finds(finding, places[0])


def _plausible(repair: Perbaikan | None, equation: Nisbah, test: Uji) -> Perbaikan | None:
    """A proposal for the printed quotient itself must be what the row gives, rounded half up; a coarse percent has other
    neighbours that only cutting would print."""
    if (
        repair is None
        or repair.posisi != equation.places[-1]
        or repair.usulan.proof == "proved"
        or test.hasil.capaian is None
    ):
        return repair
    expected = shown(Fraction(test.hasil.capaian), equation.figures[-1].decimals)
    return repair if repair.usulan.number == expected else None


def _row_message(konteks: Konteks, code: str, test: Uji, repair: Perbaikan | None) -> tuple[str, str]:
    base, part, share = test.raws
    computed = ("?", "?") if test.hasil.capaian is None else written(test.hasil.capaian)
    words = proposal_words(repair.usulan if repair else None, konteks.ref(repair.posisi).raw or "" if repair else "")
    reason = REASONS.get(test.hasil.reason or "", ("", ""))
    extra = (f" ({reason[0]})", f" ({reason[1]})") if reason[0] else ("", "")
    place = next(posisi for posisi in test.at if posisi is not None)
    nama = konteks.lembar[place.tabel].nama
    if code == "PCT":
        return (
            f"Realisasi {part} dari pagu {base} di {nama[0]} adalah {computed[0]} %, tercetak {share}.{words[0]}",
            f"Realisasi {part} of pagu {base} in {nama[1]} is {computed[1]} %; {share} is printed.{words[1]}",
        )
    return (
        f"Capaian {share} di {nama[0]} tidak sesuai target {base} dan realisasi {part}: terhitung {computed[0]}{extra[0]}.{words[0]}",
        f"Capaian {share} in {nama[1]} does not follow from target {base} and realisasi {part}: "
        f"{computed[1]} computed{extra[1]}.{words[1]}",
    )


def _is_far(equation: Jumlahan) -> bool:
    """Total and parts differ by more than half of the larger: rows were taken for parts that are none."""
    sizes = sorted((abs(equation.total_figure.number), abs(equation.recomputed)))
    return sizes[0] * 2 < sizes[1]


class _Understanding(msgspec.Struct, frozen=True):
    """How well the sums of one table hold: its rows are known to be parts where another column of the same total adds up, or
    where most totals of the table do."""

    totals: int
    holding: int
    rows: frozenset[int]

    def covers(self, equation: Jumlahan) -> bool:
        return equation.total.row in self.rows or (self.holding >= 2 and self.holding >= _MOST * (self.totals - 1))


def _understanding(sums: Iterable[Jumlahan], neraca: Neraca) -> dict[str, _Understanding]:
    """A broken sum that a proved proposal mends was understood rightly, too."""
    tables: dict[str, list[Jumlahan]] = defaultdict(list)
    for equation in sums:
        tables[equation.total.tabel].append(equation)
    found = {}
    for tabel, equations in tables.items():
        holding = [
            e.total.row for e in equations if e.total_figure.number and (not e.difference or _is_mended(e, neraca))
        ]
        found[tabel] = _Understanding(len(equations), len(holding), frozenset(holding))
    return found


def _is_rounding(equation: Jumlahan) -> bool:
    """Parts rounded one by one may miss their total by half a unit each."""
    return 0 < abs(equation.difference) * 2 <= len(equation.parts)


def _rounded(sums: Iterable[Jumlahan]) -> set[str]:
    """Tables whose money was computed with fractions of a rupiah and printed without: several totals miss by next to nothing."""
    counts = Counter(equation.total.tabel for equation in sums if _is_rounding(equation))
    return {tabel for tabel, count in counts.items() if count >= _HABIT}


def _enter_rounding(konteks: Konteks, buku: Buku, equation: Jumlahan, code: str) -> None:
    raw, nama = konteks.ref(equation.total).raw or "", konteks.lembar[equation.total.tabel].nama
    what = [text.format(n=len(equation.parts)) for text in _SUM_WORDS[code]]
    computed, gap = written(equation.recomputed), written(equation.difference)
    message = (
        f"{raw} di {nama[0]} bukan {what[0]}, yaitu {computed[0]}: selisih {gap[0]} dari pembulatan, seperti jumlah lain di situ.",
        f"{raw} in {nama[1]} is not {what[1]}, {computed[1]}: "
        f"the difference of {gap[1]} is one of rounding, as in other totals of the table.",
    )
    finding = temuan(
        code, message, konteks, [equation.total], severity="I", reported=raw, recomputed=equation.recomputed
    )
    buku.finds(finding, equation.total)


def _is_mended(equation: Jumlahan, neraca: Neraca) -> bool:
    repair = neraca.repair(equation)
    return repair is not None and repair.usulan.proof == "proved"


def broken_sums(konteks: Konteks, buku: Buku, neraca: Neraca, sums: Sequence[Jumlahan], code: str) -> None:
    """Findings for totals that differ from their parts, though the table's other sums hold. A parent whose rows may have been
    understood wrongly is reported only when a proposal mends it."""
    known = _understanding(sums, neraca)
    rounded = _rounded(sums)
    for equation in sums:
        if not equation.difference:
            continue
        if equation.total.tabel in rounded and _is_rounding(equation):
            _enter_rounding(konteks, buku, equation, code)
            continue
        repair = neraca.repair(equation)
        if code == "PARENT" and repair is None and not known[equation.total.tabel].covers(equation):
            continue
        if repair is None and (len(equation.parts) < 2 or _is_far(equation)):
            continue
        raw = konteks.ref(equation.total).raw or ""
        nama = konteks.lembar[equation.total.tabel].nama
        words = proposal_words(
            repair.usulan if repair else None, konteks.ref(repair.posisi).raw or "" if repair else ""
        )
        what = [text.format(n=len(equation.parts)) for text in _SUM_WORDS[code]]
        computed, gap = written(equation.recomputed), written(equation.difference)
        message = (
            f"{raw} di {nama[0]} bukan {what[0]}, yaitu {computed[0]} (selisih {gap[0]}).{words[0]}",
            f"{raw} in {nama[1]} is not {what[1]}, which is {computed[1]} (difference {gap[1]}).{words[1]}",
        )
        places = [equation.total, *([repair.posisi] if repair else [])]
        finding = temuan(
            code,
            message,
            konteks,
            places,
            reported=konteks.ref(repair.posisi).raw if repair else raw,
            recomputed=equation.recomputed,
            usulan=repair.usulan if repair else None,
            witnesses=[] if repair else [equation.name],
        )
        doubted = [repair.posisi] if repair else [equation.total]
        if repair is None or repair.usulan.proof != "proved":
            buku.doubts(equation.cells)
        buku.finds(finding, equation.total, suspects(equation, buku, doubted))
