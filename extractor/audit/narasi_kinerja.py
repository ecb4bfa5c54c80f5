"""NARR: sentences about indicators against the tables. In: claims of target, realisasi and capaian, the indicator rows. Out: findings.

`Target 61,15 % dengan realisasi 100 % pada tahun 2019`: a claim is joined to the rows of its year whose names it holds best. Where one
of its figures stands there and another does not (in no role: realisasi and capaian are used for each other), they differ. What an
agency calls an indicator drifts from page to page, so it is doubted (W), never more.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import ceil

import msgspec

from capaian.interval import Figur, agrees, figur
from extractor.audit.buku import Buku
from extractor.audit.konteks import Konteks, figure_of
from extractor.model.laporan import Angka, Indikator, Klaim, KlaimFigure
from extractor.model.temuan import Message, Ref, Temuan
from parsers import kata

_ROLES = ("target", "realisasi", "capaian")
_RESULTS = ("realisasi", "capaian")
_YEAR = re.compile(r"\b20[0-4]\d\b")
_NAMED = 0.75
_BEHIND = 60
"""Characters behind the last figure in which its year may follow."""
_MOST_NAMES = 100
_ALIKE = 0.6
"""So many words of a row's name must stand in the sentence or be its subject."""


class _Kalimat(msgspec.Struct, frozen=True):
    klaim: Klaim
    tahun: int
    words: frozenset[str]
    figures: dict[str, KlaimFigure]

    def figure(self, role: str) -> Figur | None:
        found = self.figures.get(role)
        return None if found is None or found.number is None else figur(found.raw, found.number)


class _Nama:
    """The rows of a year, found by the words of their names.

    A name whose words a text holds to three quarters has one of its rarest words there: only these lead to it, so that a sentence meets
    few rows. A word of very many names tells nothing apart and leads nowhere.
    """

    def __init__(self, rows: Iterable[Indikator]) -> None:
        self.known = [(kata.words(row.indikator), row) for row in rows]
        counts = Counter(word for name, _ in self.known for word in name)
        self.by_word: dict[str, list[int]] = defaultdict(list)
        for index, (name, _) in enumerate(self.known):
            rarest = sorted(name, key=lambda word: (counts[word], word))
            for word in rarest[: len(name) - ceil(_NAMED * len(name)) + 1]:
                if counts[word] <= _MOST_NAMES:
                    self.by_word[word].append(index)

    def in_text(self, text: frozenset[str]) -> list[Indikator]:
        """The row whose name the text holds best, and those that are called nearly so."""
        met = {index for word in text for index in self.by_word.get(word, ())}
        shares = {index: share for index in met if (share := kata.held(self.known[index][0], text)) >= _NAMED}
        if not shares:
            return []
        best = self.known[max(shares, key=lambda index: (shares[index], len(self.known[index][0]), -index))][0]
        return [self.known[index][1] for index in sorted(shares) if kata.alike(self.known[index][0], best) >= _ALIKE]


def check(konteks: Konteks, buku: Buku, klaim: Iterable[Klaim], rows: Iterable[Indikator], tahun: int | None) -> None:
    """Enter a finding for each figure of a claim that its indicator's rows do not print."""
    years: dict[int, list[Indikator]] = defaultdict(list)
    for row in rows:
        if row.tahun is not None and row.periode is None:
            years[row.tahun].append(row)
    by_year = {year: _Nama(members) for year, members in years.items()}
    for claim in klaim:
        sentence = _sentence(claim, tahun)
        if sentence is None or sentence.tahun not in by_year:
            continue
        finding = _against(konteks, sentence, by_year[sentence.tahun].in_text(sentence.words))
        if finding is not None:
            buku.notes(finding, claim.page)


def _sentence(claim: Klaim, tahun: int | None) -> _Kalimat | None:
    """The figures of a claim up to the first role that comes again; None for one of them alone, for money, or without a year."""
    figures: dict[str, KlaimFigure] = {}
    for item in claim.figures:
        if item.role in figures:
            break
        if "Rp" in item.raw:
            return None
        if item.role in _ROLES and item.number is not None:
            figures[item.role] = item
    if len(figures) < len(_ROLES) - 1 or "target" not in figures:
        return None
    year = _year(claim.text, [item.raw for item in figures.values()], tahun)
    text = kata.words(f"{claim.subjek or ''} {claim.text}")
    return None if year is None else _Kalimat(claim, year, text, figures)


def _year(text: str, raws: Sequence[str], tahun: int | None) -> int | None:
    """The one year that is named before, between or right behind the figures; `tahun` where none is; None where several are."""
    end = max(text.find(raw) + len(raw) for raw in raws) + _BEHIND
    known = set(_YEAR.findall(text[:end]))
    return tahun if not known else int(known.pop()) if len(known) == 1 else None


def _against(konteks: Konteks, sentence: _Kalimat, rows: Sequence[Indikator]) -> Temuan | None:
    agreeing: list[tuple[str, Indikator, Angka]] = []
    differing: list[tuple[str, Indikator, Angka]] = []
    for role in sentence.figures:
        told = sentence.figure(role)
        printed = [(row, angka) for row in rows if (angka := _angka(row, role)) is not None and figure_of(angka)]
        if told is None or not printed:
            continue
        if any(_tells(told, known) for _, angka in printed if (known := figure_of(angka)) is not None):
            agreeing.append((role, *printed[0]))
        elif not any(
            _tells(told, known) for row in rows for other in _RESULTS if (known := figure_of(_angka(row, other)))
        ):
            differing.append((role, *printed[0]))
    return _finding(konteks, sentence, *differing[0]) if agreeing and len(differing) == 1 else None


def _angka(row: Indikator, role: str) -> Angka | None:
    return {"target": row.target, "realisasi": row.realisasi, "capaian": row.capaian}[role]


def _tells(told: Figur, printed: Figur) -> bool:
    rounded = told.decimals < printed.decimals and agrees(told, Fraction(printed.number)) is not None
    return told.number == printed.number or rounded


def _finding(konteks: Konteks, sentence: _Kalimat, role: str, row: Indikator, angka: Angka) -> Temuan:
    raw, nama = sentence.figures[role].raw, konteks.lembar[row.tabel].nama
    message = Message(
        f"{role.capitalize()} “{row.indikator}” tahun {sentence.tahun} dalam kalimat {raw}, tetapi {angka.raw} di {nama[0]}.",
        f"{role.capitalize()} of “{row.indikator}” in {sentence.tahun} is {raw} in the sentence but {angka.raw} in {nama[1]}.",
    )
    claim, posisi = sentence.klaim, konteks.posisi(row.tabel, angka)
    told = [sentence.figures[role], *(item for name, item in sentence.figures.items() if name != role)]
    refs = tuple(Ref(page=claim.page, path=claim.path, raw=item.raw) for item in told)
    where = (konteks.ref(posisi),) if posisi is not None else ()
    better = None if angka.number is None else format(angka.number, "f")
    return Temuan("", "NARR", "W", message, (*refs, *where), raw, better, witnesses=(f"{nama[1]}, row {row.row}",))
