"""NARR: sentences about money against the tables. In: claims with their figures by role, the budget rows. Out: findings.

A claim is joined to a budget row by a figure (its pagu or realisasi is printed there) and by words (most words of the row's name
stand in the sentence or its subject); by pagu and percent together; by its name and percent; to a total by its realisasi alone. Of
several rows that differ, the one that follows its own arithmetic counts. Then the row says what pagu, realisasi and percent are, or
better figures where the equations of the table propose them. A claim that is joined to no row is only held against itself: realisasi
/ pagu must give its percent.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

import msgspec

from capaian.interval import Figur, agrees, figur
from capaian.serapan import evaluate_serapan
from extractor.audit import hierarki
from extractor.audit.buku import Buku
from extractor.audit.konteks import Konteks, decimal_text, figure_of, written
from extractor.audit.persamaan import Neraca
from extractor.model.laporan import Anggaran, Angka, Klaim, KlaimFigure
from extractor.model.temuan import Message, Ref, Severity, Temuan

_WORD = re.compile(r"[a-z]{4,}")
_COMMON = frozenset({"kota", "kabupaten", "provinsi", "tahun", "kegiatan", "program"})
"""Words that many names hold: they join nothing."""
_LEAST_WORDS = 0.6
_LEAST_DIGITS = 6
"""An amount with so many digits that are no round zeros is not printed twice by chance."""
_ROLES = ("realisasi", "pagu", "persen")


class _Sentence(msgspec.Struct, frozen=True):
    """A claim with at most one figure for each role."""

    klaim: Klaim
    figures: dict[str, KlaimFigure]

    def number(self, role: str) -> Decimal | None:
        return self.figures[role].number if role in self.figures else None

    def figure(self, role: str) -> Figur | None:
        found = self.figures.get(role)
        return None if found is None or found.number is None else figur(found.raw, found.number)


class _Index(msgspec.Struct):
    """Budget rows by the figures that sentences name, and by the words of their names."""

    amounts: dict[Decimal, list[Anggaran]]
    shares: dict[tuple[Decimal, Decimal], list[Anggaran]]
    names: dict[frozenset[str], list[Anggaran]]
    parts: dict[tuple[str, int], list[Anggaran]]


def check(konteks: Konteks, buku: Buku, neraca: Neraca, klaim: Iterable[Klaim], budget: Sequence[Anggaran]) -> None:
    """Enter findings for each claim that contradicts its row, or itself."""
    index = _index((*budget, *hierarki.headings(konteks, budget)))
    for claim in klaim:
        sentence = _sentence(claim)
        if sentence is None:
            continue
        row = _row_of(sentence, index)
        found = list(_against_row(konteks, neraca, sentence, row)) if row else []
        found = found or list(_against_whole(konteks, sentence, index))
        itself = None if found else _against_itself(sentence)
        for finding in found or ([itself] if itself else []):
            buku.notes(finding, claim.page)


def _index(budget: Iterable[Anggaran]) -> _Index:
    index = _Index(defaultdict(list), defaultdict(list), defaultdict(list), defaultdict(list))
    for line in budget:
        if line.induk is not None:
            index.parts[line.tabel, line.induk].append(line)
        pagu, realisasi, persen = (figure_of(angka) for angka in (line.pagu, line.realisasi, line.persen))
        if pagu is None or (realisasi is None and persen is None):
            continue
        for number in {f.number for f in (pagu, realisasi) if f is not None and f.number}:
            index.amounts[number].append(line)
        if persen is not None and persen.decimals >= 2 and persen.number not in (0, 100):
            index.shares[pagu.number, persen.number].append(line)
        words = _words(line.uraian)
        if len(words) > 1:
            index.names[words].append(line)
    return index


def _sentence(klaim: Klaim) -> _Sentence | None:
    figures: dict[str, KlaimFigure] = {}
    for figure in klaim.figures:
        if figure.role not in _ROLES:
            continue
        if figure.role in figures:
            return None
        figures[figure.role] = figure
    return _Sentence(klaim, figures) if "realisasi" in figures and len(figures) > 1 else None


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold())) - _COMMON


def _row_of(sentence: _Sentence, index: _Index) -> Anggaran | None:
    """The row that the sentence is about; None when none is sure, or several differ."""
    words = _words(f"{sentence.klaim.subjek or ''} {sentence.klaim.text}")
    rows = [
        row
        for number in dict.fromkeys((sentence.number("pagu"), sentence.number("realisasi")))
        if number is not None
        for row in index.amounts.get(number, [])
        if _overlap(row.uraian, words) >= _LEAST_WORDS
    ]
    pagu, persen = sentence.number("pagu"), sentence.number("persen")
    if not rows and pagu is not None and persen is not None:
        rows = index.shares.get((pagu, persen), [])
    rows = rows or _named(sentence, index) or _totals(sentence, index)
    return _one_row(rows) or _one_row([row for row in rows if row.evaluasi and row.evaluasi.verdict == "sesuai"])


def _one_row(rows: Sequence[Anggaran]) -> Anggaran | None:
    figures = {(row.realisasi and row.realisasi.number, row.pagu.number) for row in rows if row.pagu}
    return rows[0] if rows and len(figures) == 1 else None


def _named(sentence: _Sentence, index: _Index) -> list[Anggaran]:
    """Rows with the name of the sentence's subject, word for word, and its percent."""
    told = sentence.figure("persen")
    if told is None or told.number in (0, 100):
        return []
    rows = index.names.get(_words(sentence.klaim.subjek or ""), [])
    return [row for row in rows if (printed := figure_of(row.persen)) is not None and _tells(told, printed)]


def _totals(sentence: _Sentence, index: _Index) -> list[Anggaran]:
    """Totals have no name to look for: one counts where its realisasi is printed to the last digit beside a percent alone."""
    told = sentence.number("realisasi")
    if told is None or "pagu" in sentence.figures or len(told.normalize().as_tuple().digits) < _LEAST_DIGITS:
        return []
    rows = index.amounts.get(told, [])
    return [row for row in rows if row.level == "total" and row.realisasi and row.realisasi.number == told]


def _overlap(name: str, words: frozenset[str]) -> float:
    wanted = _words(name)
    return len(wanted & words) / len(wanted) if wanted else 0.0


def _against_row(konteks: Konteks, neraca: Neraca, sentence: _Sentence, row: Anggaran) -> Iterator[Temuan]:
    """The sentence and its row: a finding for each of realisasi, pagu, percent that differs."""
    for role, angka in zip(_ROLES, (row.realisasi, row.pagu, row.persen), strict=True):
        printed = figure_of(angka)
        if role not in sentence.figures or printed is None or angka is None:
            continue
        posisi = konteks.posisi(row.tabel, angka)
        usulan = neraca.propose(posisi) if posisi else None
        if usulan is not None and usulan.proof != "proved":
            usulan = None
        better = Figur(usulan.number, printed.decimals) if usulan else printed
        told = sentence.figure(role)
        if told is not None and (_tells(told, printed) or _tells(told, better)):
            continue
        doubtful = usulan is None and row.evaluasi is not None and row.evaluasi.verdict == "tidak_sesuai"
        yield _differs(konteks, sentence, row, role, angka, better, "W" if doubtful else "E")


def _against_whole(konteks: Konteks, sentence: _Sentence, index: _Index) -> Iterator[Temuan]:
    """`Rp X … p %` where X is the pagu of a program that is not named, but one of its kegiatan: its percent must be p. Doubted
    only: the sentence may speak of a part of the year."""
    told, persen = sentence.number("realisasi"), sentence.figure("persen")
    words = _words(f"{sentence.klaim.subjek or ''} {sentence.klaim.text}")
    if told is None or persen is None or persen.number in (0, 100):
        return
    rows = [row for row in index.amounts.get(told, []) if row.pagu is not None and row.pagu.number == told]
    for row in rows if len({(row.tabel, row.row) for row in rows}) == 1 else []:
        printed = figure_of(row.persen)
        named = any(_overlap(part.uraian, words) >= _LEAST_WORDS for part in index.parts.get((row.tabel, row.row), []))
        if row.persen is not None and printed is not None and named and not _tells(persen, printed):
            yield _differs(konteks, sentence, row, "persen", row.persen, printed, "W")


def _differs(
    konteks: Konteks, sentence: _Sentence, row: Anggaran, role: str, angka: Angka, better: Figur, severity: Severity
) -> Temuan:
    posisi = konteks.posisi(row.tabel, angka)
    where = konteks.ref(posisi) if posisi and role != "persen" else None
    nama, raw = konteks.lembar[row.tabel].nama, sentence.figures[role].raw
    copied = role == "realisasi" and sentence.number(role) == (row.pagu.number if row.pagu else None)
    extra = (" Angka itu adalah pagunya.", " That figure is its pagu.") if copied else ("", "")
    by = ("di", "in") if posisi else ("menurut baris di bawahnya di", "by the rows under it in")
    message = Message(
        f"{role.capitalize()} “{row.uraian}” dalam kalimat {raw}, tetapi {angka.raw} {by[0]} {nama[0]}.{extra[0]}",
        f"{role.capitalize()} of “{row.uraian}” is {raw} in the sentence but {angka.raw} {by[1]} {nama[1]}.{extra[1]}",
    )
    refs = (*_refs(sentence), *((where,) if where else ()))
    witnesses = (f"{nama[1]}, row {row.row}",)
    return Temuan("", "NARR", severity, message, refs, raw, decimal_text(better.number), witnesses=witnesses)


def _tells(told: Figur, printed: Figur) -> bool:
    """A sentence may round what the table prints."""
    rounded = told.decimals < printed.decimals and agrees(told, Fraction(printed.number)) is not None
    return told.number == printed.number or rounded


def _against_itself(sentence: _Sentence) -> Temuan | None:
    figures = [sentence.figure(role) for role in ("pagu", "realisasi", "persen")]
    if any(figure is None for figure in figures):
        return None
    hasil = evaluate_serapan(*figures)
    if hasil.verdict != "tidak_sesuai" or hasil.capaian is None:
        return None
    realisasi, pagu, persen = (sentence.figures[role].raw for role in _ROLES)
    message = Message(
        f"Dalam kalimat, realisasi {realisasi} dari pagu {pagu} adalah {written(hasil.capaian)[0]} %, bukan {persen}.",
        f"In the sentence, realisasi {realisasi} of pagu {pagu} is {written(hasil.capaian)[1]} %, not {persen}.",
    )
    return Temuan("", "NARR", "E", message, _refs(sentence), realisasi, decimal_text(hasil.capaian))


def _refs(sentence: _Sentence) -> tuple[Ref, ...]:
    claim = sentence.klaim
    return tuple(Ref(page=claim.page, path=claim.path, raw=figure.raw) for figure in sentence.figures.values())
