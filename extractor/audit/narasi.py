"""NARR: sentences about money against the tables. In: claims with their figures by role, the budget rows. Out: findings.

A claim is joined to a budget row by a figure (its pagu or realisasi is printed there) and by words (most words of the row's name
stand in the sentence); to a total by its realisasi alone. Then the row says what pagu, realisasi and percent are. A claim that is
joined to no row is only held against itself: realisasi / pagu must give its percent.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from capaian.interval import Figur, agrees, figur
from capaian.serapan import evaluate_serapan
from extractor.audit.buku import Buku
from extractor.audit.konteks import Konteks, decimal_text, figure_of
from extractor.model.laporan import Anggaran, Klaim, KlaimFigure
from extractor.model.temuan import Message, Ref, Temuan

_WORD = re.compile(r"[a-z]{4,}")
_LEAST_WORDS = 0.6
_LEAST_DIGITS = 6
"""An amount with so many digits that are no round zeros is not printed twice by chance."""
_ROLES = ("pagu", "realisasi", "persen")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A claim with at most one figure for each role."""

    klaim: Klaim
    figures: dict[str, KlaimFigure]

    def number(self, role: str) -> Decimal | None:
        return self.figures[role].number if role in self.figures else None

    def figure(self, role: str) -> Figur | None:
        found = self.figures.get(role)
        return None if found is None or found.number is None else figur(found.raw, found.number)


def check(konteks: Konteks, buku: Buku, klaim: Iterable[Klaim], budget: Sequence[Anggaran]) -> None:
    """Enter a finding for each claim that contradicts its row, or itself."""
    index: dict[Decimal, list[Anggaran]] = defaultdict(list)
    for line in budget:
        for figure in {
            f.number for f in (figure_of(line.pagu), figure_of(line.realisasi)) if f is not None and f.number
        }:
            index[figure].append(line)
    for claim in klaim:
        sentence = _sentence(claim)
        if sentence is None:
            continue
        row = _row_of(sentence, index)
        found = (row and _against_row(konteks, sentence, row)) or _against_itself(sentence)
        if found is not None:
            buku.notes(found, claim.page)


def _sentence(klaim: Klaim) -> _Sentence | None:
    figures: dict[str, KlaimFigure] = {}
    for figure in klaim.figures:
        if figure.role not in _ROLES or figure.number is None:
            continue
        if figure.role in figures:
            return None
        figures[figure.role] = figure
    return _Sentence(klaim, figures) if "realisasi" in figures and len(figures) > 1 else None


def _row_of(sentence: _Sentence, index: dict[Decimal, list[Anggaran]]) -> Anggaran | None:
    """The row that the sentence is about: a shared figure and most of its words; None when several rows differ."""
    words = set(_WORD.findall(sentence.klaim.text.casefold()))
    rows = [
        row
        for number in dict.fromkeys((sentence.number("pagu"), sentence.number("realisasi")))
        if number is not None
        for row in index.get(number, [])
        if row.realisasi and row.pagu and _overlap(row.uraian, words) >= _LEAST_WORDS
    ]
    rows = rows or _totals(sentence, index)
    figures = {(row.realisasi.number, row.pagu.number) for row in rows if row.realisasi and row.pagu}
    return rows[0] if rows and len(figures) == 1 else None


def _totals(sentence: _Sentence, index: dict[Decimal, list[Anggaran]]) -> list[Anggaran]:
    """Totals have no name to look for: one counts where its realisasi is printed to the last digit beside a percent alone."""
    told = sentence.number("realisasi")
    if told is None or "pagu" in sentence.figures or len(told.normalize().as_tuple().digits) < _LEAST_DIGITS:
        return []
    rows = index.get(told, [])
    return [row for row in rows if row.level == "total" and row.realisasi and row.realisasi.number == told and row.pagu]


def _overlap(name: str, words: set[str]) -> float:
    wanted = set(_WORD.findall(name.casefold()))
    return len(wanted & words) / len(wanted) if wanted else 0.0


def _against_row(konteks: Konteks, sentence: _Sentence, row: Anggaran) -> Temuan | None:
    """The sentence and its row: the first of realisasi, pagu, percent that differs is reported."""
    for role, angka in (("realisasi", row.realisasi), ("pagu", row.pagu), ("persen", row.persen)):
        told, printed = sentence.figure(role), figure_of(angka)
        if told is None or printed is None or angka is None or _tells(told, printed):
            continue
        posisi = konteks.posisi(row.tabel, angka)
        where = konteks.ref(posisi) if posisi else None
        nama = konteks.lembar[row.tabel].nama
        copied = role == "realisasi" and told.number == (row.pagu.number if row.pagu else None)
        extra = (" Angka itu adalah pagunya.", " That figure is its pagu.") if copied else ("", "")
        raw = sentence.figures[role].raw
        message = Message(
            f"{role.capitalize()} “{row.uraian}” dalam kalimat {raw}, tetapi {angka.raw} di {nama[0]}.{extra[0]}",
            f"{role.capitalize()} of “{row.uraian}” is {raw} in the sentence but {angka.raw} in {nama[1]}.{extra[1]}",
        )
        refs = (*_refs(sentence), *((where,) if where else ()))
        return Temuan(
            "", "NARR", "E", message, refs, raw, decimal_text(printed.number), witnesses=(f"{nama[1]}, row {row.row}",)
        )
    return None


def _tells(told: Figur, printed: Figur) -> bool:
    """A sentence may round what the table prints."""
    rounded = told.decimals < printed.decimals and agrees(told, Fraction(printed.number)) is not None
    return told.number == printed.number or rounded


def _against_itself(sentence: _Sentence) -> Temuan | None:
    figures = [sentence.figure(role) for role in _ROLES]
    if any(figure is None for figure in figures):
        return None
    hasil = evaluate_serapan(*figures)
    if hasil.verdict != "tidak_sesuai" or hasil.capaian is None:
        return None
    pagu, realisasi, persen = (sentence.figures[role].raw for role in _ROLES)
    message = Message(
        f"Dalam kalimat, realisasi {realisasi} dari pagu {pagu} adalah {hasil.capaian} %, bukan {persen}.",
        f"In the sentence, realisasi {realisasi} of pagu {pagu} is {hasil.capaian} %, not {persen}.",
    )
    return Temuan("", "NARR", "E", message, _refs(sentence), realisasi, decimal_text(hasil.capaian))


def _refs(sentence: _Sentence) -> tuple[Ref, ...]:
    claim = sentence.klaim
    return tuple(Ref(page=claim.page, path=claim.path, raw=figure.raw) for figure in sentence.figures.values())
