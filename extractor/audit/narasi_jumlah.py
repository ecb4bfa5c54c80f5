"""TOTAL: what sentences say of the agency's whole budget. In: claims, the budget rows. Out: findings.

Three things are held against each other: the parts of a total (direct and indirect spending), the total in several sentences about
the same year, and the percent spent of everything against the tables that show everything. Agencies have more than one budget (before
and after a change, direct spending only, other sources): an amount that a table prints, or whose words say which budget it is, is
never taken for a rival.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

import msgspec

from capaian.interval import agrees, figur, shown
from extractor.audit import hierarki
from extractor.audit.buku import Buku
from extractor.audit.konteks import Konteks, decimal_text, figure_of, written
from extractor.model.laporan import Anggaran, Klaim, KlaimFigure
from extractor.model.temuan import Message, Ref, Severity, Temuan

_AGENCY = re.compile(
    r"\b(?:dinas|badan|kantor|sekretariat|inspektorat|biro|kecamatan|rumah sakit|satpol|opd|skpd)\b", re.IGNORECASE
)
_BUDGET = re.compile(r"\b(?:anggaran|dana|pagu)\b", re.IGNORECASE)
_WHICH = re.compile(
    r"perubahan|semula|murni|langsung|apbn|\bdak\b|hibah|dekonsentrasi|tabel|program|kegiatan|bidang|triwulan|semester|bertambah|berkurang"
    r"|operasi|modal|pegawai|pendapatan|retribusi",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b20[0-4]\d\b")
_WHOLE = re.compile(r"\b(?:secara\s+keseluruhan|keseluruhan|seluruh\s+(?:program|kegiatan))\b", re.IGNORECASE)
_PARTS = frozenset({"belanja_langsung", "belanja_tidak_langsung"})
_LEAST_TOPS = 3
_LEAST_SIZE = Decimal("0.5")
"""A rival of less than half of the whole is a part of it that the words do not name."""
_TABLE_ABOVE = re.compile(r"\btabel\b", re.IGNORECASE)


class _Total(msgspec.Struct, frozen=True):
    klaim: Klaim
    figure: KlaimFigure
    number: Decimal
    proved: bool


def check(konteks: Konteks, buku: Buku, klaim: Sequence[Klaim], budget: Sequence[Anggaran]) -> None:
    """Enter findings for totals that contradict their parts, each other, or the tables."""
    printed = {f.number for row in budget for f in (figure_of(row.pagu), figure_of(row.realisasi)) if f is not None}
    for claim in klaim:
        broken = _parts(claim)
        if broken is not None:
            buku.notes(broken, claim.page)
    for finding, page in _rivals([t for claim in klaim if (t := _total(claim)) is not None], printed):
        buku.notes(finding, page)
    for finding, page in _listed_programs(konteks, klaim, budget):
        buku.notes(finding, page)
    shares = _shares(konteks, budget)
    for claim in klaim if shares else ():
        found = _whole_share(claim, shares)
        if found is not None:
            buku.notes(found, claim.page)


def _one(claim: Klaim, *roles: str) -> KlaimFigure | None:
    found = [figure for figure in claim.figures if figure.role in roles and figure.number is not None]
    return found[0] if len(found) == 1 else None


def _sum_of_parts(claim: Klaim) -> Decimal | None:
    parts = [figure.number for figure in claim.figures if figure.role in _PARTS and figure.number is not None]
    roles = {figure.role for figure in claim.figures}
    return sum(parts, Decimal(0)) if roles >= _PARTS and len(parts) == len(_PARTS) else None


def _parts(claim: Klaim) -> Temuan | None:
    """The one amount of a claim that both parts follow must be their sum."""
    total, parts = _one(claim, "pagu", "total", "nilai"), _sum_of_parts(claim)
    if total is None or total.number is None or parts is None or parts == total.number or total.number < parts / 2:
        return None
    message = Message(
        f"Dalam kalimat, belanja langsung dan tidak langsung berjumlah {written(parts)[0]}, bukan {total.raw}.",
        f"In the sentence, direct and indirect spending add up to {written(parts)[1]}, not {total.raw}.",
    )
    return Temuan("", "TOTAL", "E", message, (_ref(claim, total.raw),), total.raw, decimal_text(parts))


def _total(claim: Klaim) -> _Total | None:
    """The claim's amount where it is the whole budget of the agency, by the words before it."""
    figure = _one(claim, "pagu", "total")
    if claim.subjek or figure is None or figure.number is None or figure.number < 10**6 or "Rp" not in figure.raw:
        return None
    before = claim.text.split(figure.raw)[0]
    if not _AGENCY.search(before) or not _BUDGET.search(before) or _WHICH.search(before):
        return None
    return _Total(claim, figure, figure.number, _sum_of_parts(claim) == figure.number)


def _rivals(totals: Sequence[_Total], printed: set[Decimal]) -> Iterator[tuple[Temuan, int | None]]:
    """Totals that differ from the one that is said twice, or proved by its parts."""
    said = Counter(total.number for total in totals)
    known = [t for t in totals if t.proved or said[t.number] > 1]
    if len({t.number for t in known}) != 1:
        return
    best = next((t for t in known if t.proved), known[0])
    severity: Severity = "E" if best.proved else "W"
    for total in totals:
        is_size = _LEAST_SIZE < total.number / best.number < 1 / _LEAST_SIZE
        if total.number in {best.number, *printed} or not is_size or not _same_year(total.klaim, best.klaim):
            continue
        message = Message(
            f"Anggaran seluruhnya {total.figure.raw} dalam kalimat ini, tetapi {best.figure.raw} dalam kalimat lain.",
            f"The whole budget is {total.figure.raw} in this sentence but {best.figure.raw} in another.",
        )
        refs = (_ref(total.klaim, total.figure.raw), _ref(best.klaim, best.figure.raw))
        witnesses = ("the same total in another sentence", *(("its parts",) if best.proved else ()))
        number = decimal_text(best.number)
        yield (
            Temuan("", "TOTAL", severity, message, refs, total.figure.raw, number, witnesses=witnesses),
            total.klaim.page,
        )


def _same_year(one: Klaim, other: Klaim) -> bool:
    first, second = set(_YEAR.findall(one.text)), set(_YEAR.findall(other.text))
    return not first or not second or bool(first & second)


def _shares(konteks: Konteks, budget: Sequence[Anggaran]) -> list[tuple[int, Fraction, str]]:
    """For each table of pagu and realisasi whose figures are well formed: number of rows, percent spent, and the table's name."""
    found = []
    for (tabel, _), rows in hierarki.by_table(budget).items():
        totals = [row for row in rows if row.level == "total"]
        members = totals[-1:] or hierarki.tops(rows)
        figures = [(figure_of(row.pagu), figure_of(row.realisasi)) for row in members]
        known = [(p.number, r.number) for p, r in figures if p is not None and r is not None]
        whole = sum((p for p, _ in known), Decimal(0))
        if whole and _is_clean(konteks, rows) and (totals or len(known) >= _LEAST_TOPS) and tabel in konteks.lembar:
            share = Fraction(sum((r for _, r in known), Decimal(0))) / Fraction(whole) * 100
            found.append((len(rows), share, konteks.lembar[tabel].nama[1]))
    return found


def _is_clean(konteks: Konteks, rows: Iterable[Anggaran]) -> bool:
    places = [
        at
        for row in rows
        for angka in (row.pagu, row.realisasi)
        if (at := konteks.posisi(row.tabel, angka)) is not None
    ]
    values = [konteks.lembar[at.tabel].nilai(at.row, at.col) for at in places]
    return not any(value is not None and value.reading == "malformed" for value in values)


def _whole_share(claim: Klaim, shares: Sequence[tuple[int, Fraction, str]]) -> Temuan | None:
    """`secara keseluruhan realisasi keuangan p%`: some table, or some total, must give that percent."""
    told = _one(claim, "persen")
    if (
        told is None
        or told.number is None
        or not _WHOLE.search(claim.text)
        or any("Rp" in f.raw for f in claim.figures)
    ):
        return None
    if any(agrees(figur(told.raw, told.number), share) for _, share, _ in shares):
        return None
    _, share, nama = max(shares)
    computed = written(shown(share))
    message = Message(
        f"Realisasi keuangan keseluruhan {told.raw} dalam kalimat tidak berasal dari tabel mana pun; tabel terpanjang: {computed[0]} %.",
        f"The share of everything spent, {told.raw} in the sentence, follows from no table; the longest gives {computed[1]} %.",
    )
    return Temuan("", "TOTAL", "W", message, (_ref(claim, told.raw),), told.raw, computed[1], witnesses=(nama,))


def _ref(claim: Klaim, raw: str) -> Ref:
    return Ref(page=claim.page, path=claim.path, raw=raw)


def _listed_programs(
    konteks: Konteks, klaim: Iterable[Klaim], budget: Sequence[Anggaran]
) -> Iterator[tuple[Temuan, int | None]]:
    """`Rp X untuk n program` against the one table of the report that allots money to programs: another number of programs and
    another sum."""
    tables = [lembar for lembar in konteks.lembar.values() if lembar.tabel.jenis == "alokasi_anggaran"]
    if len(tables) != 1:
        return
    rows = [
        row for row in budget if row.tabel == tables[0].tabel.id and row.level == "program" and row.pagu is not None
    ]
    total = sum((row.pagu.number for row in rows if row.pagu and row.pagu.number is not None), Decimal(0))
    for claim in klaim:
        amount, count = _one(claim, "pagu", "total"), _one(claim, "jumlah_program")
        if amount is None or count is None or not rows or count.number == len(rows) or amount.number == total:
            continue
        if _TABLE_ABOVE.search(claim.text):
            continue
        nama, computed = tables[0].nama, written(total)
        message = Message(
            f"Kalimat menyebut {amount.raw} untuk {count.raw} program; {nama[0]} memuat {len(rows)}, berjumlah {computed[0]}.",
            f"The sentence says {amount.raw} for {count.raw} programs; {nama[1]} has {len(rows)}, adding up to {computed[1]}.",
        )
        cells = tuple(konteks.ref(at) for row in rows if (at := konteks.posisi(row.tabel, row.pagu)) is not None)
        refs = (_ref(claim, amount.raw), *cells[:1])
        yield Temuan("", "TOTAL", "W", message, refs, amount.raw, computed[1], witnesses=(nama[1],)), claim.page
