"""The indicator rows of a whole report: which formula each table follows, whether the report limits its capaian, verdicts.

In: rows in reading order, each with the name of its table. Out: one verdict per row, and what was found for each table.

The limit (cap) is decided for the whole report, because a rule of measurement holds for all of its tables:

- a stated limit (the caller read it in the report) holds;
- else a limit c is believed when at least two different rows print c where R / T gives more, and no row prints more than c;
- else there is no limit. A single row that prints 100 where R / T gives 163,53 is then `tidak_sesuai` with the reason
  `mungkin_dibatasi`: one row cannot tell a limit from an error, and a report that limits says so or shows it twice. The same
  figures repeated in another table are one row, not two.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from capaian.interval import Figur, agrees, figur
from capaian.rumus import RUMUS, Hasil, Rumus, evaluate_row, looks_capped, point

Teks: TypeAlias = tuple[str, Figur | None]
"""What is printed and the figure it is, None when it is no number."""

_RANGE = re.compile(
    r"\s*(\d{1,4}(?:[.,]\d{1,2})?)\s*%?\s*(?:-|–|—|s\.?d\.?|sampai)\s*(\d{1,4}(?:[.,]\d{1,2})?)\s*(?:%|[A-Za-z ]*)\s*$"
)


class BarisKinerja(NamedTuple):
    """A row of an indicator table. A figure is None when nothing is printed; `*_teks`: something is printed, but no number.

    `target_atas` is the upper end of a target that is a range (`5-6%`); `target` is then the lower end.
    """

    tabel: str
    target: Figur | None
    realisasi: Figur | None
    capaian: Figur | None
    target_atas: Figur | None = None
    target_teks: bool = False
    realisasi_teks: bool = False
    capaian_teks: bool = False


class RumusTabel(NamedTuple):
    """What a table follows: `rumus` reproduces `rows` of its `of` rows that could be checked."""

    rumus: Rumus
    rows: int
    of: int


class Kinerja(NamedTuple):
    hasil: tuple[Hasil, ...]
    tabel: dict[str, RumusTabel]
    cap: Decimal | None


def evaluate(rows: Sequence[BarisKinerja], *, cap: Decimal | None = None, strict: bool = False) -> Kinerja:
    """Verdicts for all rows of one report. `cap` is a limit that the report states in words, None when it states none."""
    by_table: dict[str, list[BarisKinerja]] = defaultdict(list)
    for row in rows:
        by_table[row.tabel].append(row)
    formulas = {tabel: detect_formula(members) for tabel, members in by_table.items()}
    limit = cap if cap is not None else detect_cap(rows)
    return Kinerja(tuple(_verdict(row, formulas[row.tabel].rumus, limit, strict) for row in rows), formulas, limit)


def baris(tabel: str, target: Teks, realisasi: Teks, capaian: Teks) -> BarisKinerja:
    """A row from what is printed and the figure it was read as. A target that is a range is recognised here, so that every
    caller judges it alike."""
    ends = range_ends(target[0])
    low, high = (ends[0], ends[1]) if ends and realisasi[1] is not None else (target[1], None)
    return BarisKinerja(
        tabel,
        low,
        realisasi[1],
        capaian[1],
        high,
        target_teks=low is None and _says_something(target[0]),
        realisasi_teks=realisasi[1] is None and _says_something(realisasi[0]),
        capaian_teks=capaian[1] is None and _says_something(capaian[0]),
    )


def range_ends(raw: str) -> tuple[Figur, Figur] | None:
    """The two ends of a printed range (`5-6%`, `4,98% - 5,23 %`, `7 s.d. 8 bulan`); None when it is none or does not rise."""
    found = _RANGE.match(raw)
    if not found:
        return None
    low, high = (Decimal(text.replace(",", ".")) for text in found.groups())
    return (figur(found.group(1), low), figur(found.group(2), high)) if low < high else None


def _says_something(raw: str) -> bool:
    return bool(raw.strip(" -–—"))


def detect_formula(rows: Sequence[BarisKinerja]) -> RumusTabel:
    """The formula that reproduces most rows; F1 where several do equally often (a row with R = T speaks for all)."""
    votes: Counter[Rumus] = Counter()
    checkable = 0
    for row in rows:
        if row.target is None or row.realisasi is None or row.capaian is None or not row.target.number:
            continue
        checkable += 1
        for rumus in RUMUS:
            value = point(rumus, row.target, row.realisasi)
            if value is not None and agrees(row.capaian, value):
                votes[rumus] += 1
    best = max(RUMUS, key=lambda rumus: votes[rumus])
    return RumusTabel(best, votes[best], checkable)


def detect_cap(rows: Sequence[BarisKinerja]) -> Decimal | None:
    """The limit that at least two different rows show and no row breaks; None when the report shows none."""
    shown: dict[Decimal, set[tuple[Decimal, Decimal]]] = defaultdict(set)
    highest = Decimal(0)
    for row in rows:
        if row.capaian is None:
            continue
        highest = max(highest, row.capaian.number)
        if row.target and row.realisasi and row.target.number and looks_capped(row.target, row.realisasi, row.capaian):
            shown[row.capaian.number].add((row.target.number, row.realisasi.number))
    limits = [number for number, pairs in shown.items() if len(pairs) >= 2 and number >= highest]
    return min(limits, default=None)


def _verdict(row: BarisKinerja, prefer: Rumus, cap: Decimal | None, strict: bool) -> Hasil:
    if row.target is not None and row.target_atas is not None:
        return _range_verdict(row, prefer, cap, strict)
    found = evaluate_row(row.target, row.realisasi, row.capaian, prefer=prefer, cap=cap, strict=strict)
    return Hasil(found.verdict, found.capaian, found.rumus, _reason(row, found.reason))


def _reason(row: BarisKinerja, reason: str | None) -> str | None:
    """A missing figure that is printed as text is said to be text."""
    texts = {
        "target_kosong": row.target_teks,
        "realisasi_kosong": row.realisasi_teks,
        "capaian_kosong": row.capaian_teks,
    }
    return reason.replace("_kosong", "_teks") if reason and texts.get(reason) else reason


def _range_verdict(row: BarisKinerja, prefer: Rumus, cap: Decimal | None, strict: bool) -> Hasil:
    """A range is met inside it (100); outside, the nearer end is the target (PermenPANRB 8/2021); reports also use the
    upper end throughout. The first end that reproduces the printed capaian counts."""
    low, high, realisasi, capaian = row.target, row.target_atas, row.realisasi, row.capaian
    if low is None or high is None or realisasi is None:
        return Hasil("tak_terhitung", reason=_reason(row, "realisasi_kosong"))
    inside = low.number <= realisasi.number <= high.number
    near = high if realisasi.number > high.number else low
    results = [
        evaluate_row(end, realisasi, capaian, prefer=prefer, cap=cap, strict=strict)
        for end in (near, low if near is high else high)
    ]
    if inside and capaian is not None and capaian.number == 100:
        return Hasil("sesuai", Decimal(100), "F8")
    agreeing = [r for r in results if r.verdict in ("sesuai", "beda_pembulatan")]
    first = agreeing[0] if agreeing else results[0]
    return Hasil(first.verdict, Decimal(100) if inside and not agreeing else first.capaian, first.rumus, first.reason)
