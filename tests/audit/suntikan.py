"""Invented tables that are right in every figure, and one typing error put into one of them. Fixed seed, known truth.

`budget` gives programs with kegiatan and a total, `indicators` rows of target, realisasi and capaian; percents are rounded or cut
throughout a table. `inject` mistypes one figure and says which equations that breaks, computed here and not by the program.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

from extractor.audit import Audited
from extractor.model.temuan import Temuan
from tests.audit.pabrik import ACHIEVED, BUDGET, number_of, run, tabel

MODES = (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN)
TOTALS = 2
"""Columns of money in a budget table: pagu and realisasi."""


@dataclass
class Contoh:
    """Rows of a table in print. `sums`: (total row, part rows), which hold for both columns of money."""

    rows: list[list[str]]
    roles: tuple[str, ...]
    levels: list[str | None] = field(default_factory=list)
    sums: list[tuple[int, list[int]]] = field(default_factory=list)

    @property
    def money(self) -> bool:
        return self.roles == BUDGET

    def audit(self) -> Audited:
        return run(tabel(self.rows, self.roles), levels=self.levels)


@dataclass(frozen=True)
class Suntikan:
    """One mistyped figure: where, what it was, and the rows of the broken equations (its own row for a quotient)."""

    row: int
    col: int
    right: str
    wrong: str
    broken: tuple[int, ...]


def grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def percent(part: Decimal, whole: Decimal, mode: str, decimals: int = 2) -> str:
    value = (part * 100 / whole).quantize(Decimal(1).scaleb(-decimals), rounding=mode)
    return str(value).replace(".", ",")


def budget(rng: random.Random) -> Contoh:
    mode, found = rng.choice(MODES), Contoh([], BUDGET)
    programs: list[int] = []
    totals = [0, 0]
    for program in range(rng.randint(2, 4)):
        lines = [_line(rng) for _ in range(rng.randint(2, 5))]
        head = (sum(pagu for pagu, _ in lines), sum(realisasi for _, realisasi in lines))
        first = len(found.rows)
        programs.append(first)
        for i, (pagu, realisasi) in enumerate((head, *lines)):
            kode = f"1.{program + 1:02}" + (f".{i:02}" if i else "")
            nama = f"Kegiatan {program}-{i}" if i else f"Program {program}"
            share = percent(Decimal(realisasi), Decimal(pagu), mode)
            found.rows.append([kode, nama, grouped(pagu), grouped(realisasi), share])
            found.levels.append("kegiatan" if i else "program")
        found.sums.append((first, list(range(first + 1, len(found.rows)))))
        totals = [totals[0] + head[0], totals[1] + head[1]]
    share = percent(Decimal(totals[1]), Decimal(totals[0]), mode)
    found.rows.append(["", "Jumlah", *map(grouped, totals), share])
    found.levels.append("total")
    found.sums.append((len(found.rows) - 1, programs))
    return found


def _line(rng: random.Random) -> tuple[int, int]:
    pagu = rng.randint(10_000, 900_000) * 1000
    return pagu, pagu * rng.randint(500, 990) // 1000 + rng.randint(0, 999)


def indicators(rng: random.Random) -> Contoh:
    mode, found = rng.choice(MODES), Contoh([], ACHIEVED)
    for i in range(rng.randint(3, 8)):
        decimals = rng.choice((0, 2))
        target = Decimal(rng.randint(20 * 10**decimals, 900 * 10**decimals)).scaleb(-decimals)
        realisasi = (target * rng.randint(600, 1190) / 1000).quantize(Decimal(1).scaleb(-decimals))
        figures = (str(target), str(realisasi), percent(realisasi, target, mode))
        found.rows.append([str(i + 1), f"Indikator {i}", *(text.replace(".", ",") for text in figures)])
    return found


def mistyped(rng: random.Random, text: str) -> str:
    """One digit replaced, lost, doubled or swapped with the next; marks stand as a spreadsheet would set them."""
    whole, comma, decimals = text.replace(".", "").partition(",")
    digits = whole + decimals
    while True:
        i = rng.randrange(len(digits))
        wrong = rng.choice(
            (
                digits[:i] + str(rng.randint(0, 9)) + digits[i + 1 :],
                digits[:i] + digits[i + 1 :],
                digits[:i] + digits[i] + digits[i:],
                digits[:i] + digits[i + 1 : i + 2] + digits[i] + digits[i + 2 :],
            )
        )
        size = len(decimals)
        if wrong == digits or len(wrong) <= size or wrong[0] == "0":
            continue
        head, tail = (wrong[: len(wrong) - size], wrong[len(wrong) - size :]) if size else (wrong, "")
        return (grouped(int(head)) if "." in text else head) + comma + tail


def inject(rng: random.Random, contoh: Contoh) -> Suntikan:
    """Mistype one figure of the table, in place."""
    row, col = rng.randrange(len(contoh.rows)), rng.choice((2, 3, 4))
    right = contoh.rows[row][col]
    wrong = mistyped(rng, right)
    contoh.rows[row][col] = wrong
    broken = [total for total, parts in contoh.sums if col < 4 and row in (total, *parts)]
    return Suntikan(row, col, right, wrong, (*broken, *([row] if _is_broken(contoh, row) else [])))


def _is_broken(contoh: Contoh, row: int) -> bool:
    """No value within one last digit of each printed figure follows any of the formulas (R/T, (2T-R)/T, T/R) or their limit 100."""
    numbers = [number_of(text) for text in contoh.rows[row][2:5]]
    base, part, share = (Fraction(number) for number in numbers if number is not None)
    ends = [Fraction(10) ** -_decimals(text) for text in contoh.rows[row][2:5]]
    shares = (share - ends[2], share + ends[2])
    if contoh.money:
        return not _meets(shares, (100 * part / base, 100 * part / base))
    bases, parts = [base - ends[0], base + ends[0]], [part - ends[1], part + ends[1]]
    ratios = [100 * p / b for p in parts for b in bases if b > 0]
    inverse = [100 * b / p for p in parts for b in bases if p > 0]
    spans = [ratios, [200 - value for value in ratios], inverse]
    return share != 100 and all(values and not _meets(shares, (min(values), max(values))) for values in spans)


def _decimals(text: str) -> int:
    return len(text.partition(",")[2])


def _meets(a: tuple[Fraction, Fraction], b: tuple[Fraction, Fraction]) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


@dataclass
class Hasil:
    """Counts over many tables. `wrong`: descriptions of what must never be."""

    tables: int = 0
    alarms: list[str] = field(default_factory=list)
    broken: int = 0
    found: int = 0
    missed: list[str] = field(default_factory=list)
    twice: int = 0
    mended: int = 0
    unmended: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def says(self) -> str:
        return (
            f"{self.tables} tables: {len(self.alarms)} false alarms; {self.found} of {self.broken} broken found; "
            f"two witnesses: {self.mended} of {self.twice} mended; {len(self.wrong)} trusted wrongly"
        )


def trial(tables: int, seed: int) -> Hasil:
    """Audit so many tables twice: right, and with one error."""
    rng, hasil = random.Random(seed), Hasil()
    for number in range(tables):
        contoh = budget(rng) if number % 2 else indicators(rng)
        hasil.tables += 1
        hasil.alarms += [f"table {number}: {t.message.en}" for t in contoh.audit().temuan if t.severity in "EW"]
        error = inject(rng, contoh)
        _judge(hasil, f"table {number}: {error} in {contoh.rows[error.row]}", error, contoh.audit())
    return hasil


def _judge(hasil: Hasil, what: str, error: Suntikan, found: Audited) -> None:
    findings = [t for t in found.temuan if t.severity in "EW"]
    if error.broken:
        hasil.broken += 1
        rows = {error.row, *error.broken}
        if any(ref.row is not None and ref.row - 1 in rows for t in findings for ref in t.refs):
            hasil.found += 1
        else:
            hasil.missed.append(what)
    if len(error.broken) >= 2:
        hasil.twice += 1
        if number_of(error.right) in _proposals(findings, error):
            hasil.mended += 1
        else:
            hasil.unmended.append(f"{what}: {[t.message.en for t in findings]}")
    hasil.wrong += [f"{what}: {problem}" for problem in _trusted(found, error)]


def _proposals(findings: Sequence[Temuan], error: Suntikan) -> set[Decimal]:
    here = [t for t in findings if any((ref.row, ref.col) == (error.row + 1, error.col) for ref in t.refs)]
    return {Decimal(t.proposal) for t in here if t.proposal is not None}


def _trusted(found: Audited, error: Suntikan) -> list[str]:
    proved = {t.id for t in found.temuan if t.proof == "proved"}
    problems = []
    for cell in found.tabel[0].cells:
        if cell.value is None or cell.value.number is None:
            continue
        touched = (cell.row, cell.col) == (error.row + 1, error.col)
        if touched and cell.value.proof == "proved":
            problems.append("the changed figure is called proved")
        if not touched and cell.value.proof == "contradicted" and proved & set(cell.value.evidence):
            problems.append(f"{cell.text} is contradicted with proof")
    return problems
