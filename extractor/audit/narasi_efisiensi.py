"""EFF and EFF-LABEL in sentences: `output tercapai a% maka terdapat kurang efisiensi b%`. In: claims, tables. Out: findings.

What an agency calls efficiency is not fixed, so a claim is judged only where another one of the report is 100 less its percent, and
this one stands right beside its percent, too. Its words are held against those of the one row that prints the percent (to two decimals)
and half of whose name stands in the sentence: less efficient in one place and efficient in the other is doubted.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

import msgspec

from capaian.interval import Figur, figur, is_near, shown
from extractor.audit.buku import Buku
from extractor.audit.konteks import Konteks, decimal_text, written
from extractor.audit.label_efisiensi import Baris, rows_of
from extractor.model.laporan import Klaim
from extractor.model.temuan import Message, Ref, Temuan
from parsers import kata

_EFFICIENT = re.compile(r"(?:\b(?P<less>kurang|tidak|belum)\s+)?\beff?[ie][sc]?[ie]*[a-z]*", re.IGNORECASE)
_GOOD = frozenset({"", "sangat", "cukup"})
_DECIMALS, _HALF = 2, 0.5
_BASES = frozenset({"persen", "capaian", "realisasi"})


class _Said(msgspec.Struct, frozen=True):
    klaim: Klaim
    raws: tuple[str, str]
    printed: Figur
    expected: Fraction
    rest: Decimal

    @property
    def holds(self) -> bool:
        return is_near(self.printed, self.expected)


def check(konteks: Konteks, buku: Buku, klaim: Iterable[Klaim]) -> None:
    """Enter a finding for each efficiency that is not 100 less the percent before it, or is called otherwise in its table."""
    said = [item for claim in klaim for item in _said(claim)]
    _check_words(konteks, buku, said)
    if not any(item.holds for item in said):
        return
    for item in said:
        if not item.holds:
            buku.notes(_finding(item), item.klaim.page)


def _said(claim: Klaim) -> list[_Said]:
    found = []
    for base, efficiency in zip(claim.figures, claim.figures[1:], strict=False):
        if (
            efficiency.role != "efisiensi"
            or base.role not in _BASES
            or base.number is None
            or efficiency.number is None
        ):
            continue
        if 0 < base.number < 100 and "%" in efficiency.raw:
            printed = figur(efficiency.raw, efficiency.number)
            rest = 100 - base.number
            found.append(_Said(claim, (base.raw, efficiency.raw), printed, Fraction(rest), rest))
    return found


def _finding(item: _Said) -> Temuan:
    computed = written(shown(item.expected))
    message = Message(
        f"Dalam kalimat, efisiensi {item.raws[1]} tidak sesuai serapan {item.raws[0]}: terhitung {computed[0]} %.",
        f"In the sentence, efficiency {item.raws[1]} does not follow from absorption {item.raws[0]}: {computed[1]} % computed.",
    )
    refs = tuple(Ref(page=item.klaim.page, path=item.klaim.path, raw=raw) for raw in reversed(item.raws))
    return Temuan("", "EFF", "E", message, refs, item.raws[1], decimal_text(shown(item.expected)))


def _check_words(konteks: Konteks, buku: Buku, said: Iterable[_Said]) -> None:
    rows: dict[Decimal, list[Baris]] = defaultdict(list)
    for lembar in konteks.lembar.values():
        for row in rows_of(lembar):
            if row.figure.decimals >= _DECIMALS:
                rows[row.figure.number].append(row)
    for item in said:
        between = item.klaim.text.partition(item.raws[0])[2].partition(item.raws[1])[0]
        words = _EFFICIENT.search(between)
        meant = [row for row in rows.get(100 - item.rest, ()) if _names(konteks, row, item.klaim)]
        if words is None or len(meant) != 1:
            continue
        label = konteks.ref(meant[0].at).raw or ""
        if (words["less"] is None) != (meant[0].label in _GOOD):
            buku.notes(_other_words(konteks, item, " ".join(words[0].split()), meant[0], label), item.klaim.page)


def _names(konteks: Konteks, row: Baris, claim: Klaim) -> bool:
    """Half of the words of the row's name stand in the sentence."""
    lembar = konteks.lembar[row.at.tabel]
    text = kata.words(f"{claim.subjek or ''} {claim.text}")
    cells = (lembar.cells.get((row.at.row, col)) for col in lembar.columns("program_kegiatan", "indikator"))
    return any(cell is not None and kata.held(kata.words(cell.text), text) >= _HALF for cell in cells)


def _other_words(konteks: Konteks, item: _Said, words: str, row: Baris, label: str) -> Temuan:
    nama = konteks.lembar[row.at.tabel].nama
    message = Message(
        f"Serapan {item.raws[0]} disebut “{words}” dalam kalimat, tetapi “{label}” di {nama[0]}.",
        f"{item.raws[0]} spent is called “{words}” in the sentence but “{label}” in {nama[1]}.",
    )
    here = Ref(page=item.klaim.page, path=item.klaim.path, raw=item.raws[0])
    return Temuan("", "EFF-LABEL", "W", message, (here, konteks.ref(row.at)), item.raws[0])
