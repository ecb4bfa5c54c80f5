"""The book of proof: equations that hold or break, and findings, collected by the checks; the proof of every cell at the end.

An equation speaks for a cell only where it involves that very cell. It pins the cell `full` when no other last digit would
satisfy it (a sum of integers, a percent that fits no neighbouring figure), `part` when it fixes the leading digits only (the
pagu behind a percent). A figure is

    proved        two independent equations hold, one of them a computation that pins it fully
    supported     one equation pins it fully, or its leading digits (not where the text was recognised from an image, nor where
                  a sum with it is broken by an unknown member)
    contradicted  an equation with it is broken and none that holds pins it fully
    unchecked     nothing speaks for or against it

A figure that two OCR engines read differently is never proved: the equations may have been made with what was taken for it.

Equations of one group depend on each other and count once. That a figure is printed alike in another table (a copy) shows that
it was read rightly, not that it is right: a copy alone never proves, and never outweighs a broken equation.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from fractions import Fraction

import msgspec

from capaian.interval import Figur
from extractor.audit.konteks import Konteks, Posisi
from extractor.model.laporan import DISPUTED, Cell, Nilai, Tabel
from extractor.model.temuan import Proof, Temuan

_LEADING = Fraction(1, 1000)
OCR_DOUBT = "ocr"
"""A table with this doubt was recognised from an image: single digits may be wrong, leading digits are not enough."""


class _Saksi(msgspec.Struct, frozen=True):
    text: str
    group: str
    full: bool
    copy: bool


class Buku(msgspec.Struct):
    """Collects while the checks run; `finish` gives numbered findings, `proof` the state of one cell."""

    konteks: Konteks
    _holding: dict[Posisi, list[_Saksi]] = msgspec.field(default_factory=lambda: defaultdict(list))
    _findings: list[tuple[tuple[int, int, int], int, Temuan, tuple[Posisi, ...]]] = msgspec.field(default_factory=list)

    _doubted: set[Posisi] = msgspec.field(default_factory=set)

    def holds(
        self, text: str, group: str, full: Iterable[Posisi], part: Iterable[Posisi] = (), *, copy: bool = False
    ) -> None:
        """An equation that holds; `group` names what it depends on. `copy`: the same figure printed twice."""
        for posisi in full:
            self._holding[posisi].append(_Saksi(text, group, True, copy))
        for posisi in part:
            self._holding[posisi].append(_Saksi(text, group, False, copy))

    def finds(self, temuan: Temuan, at: Posisi, suspects: Iterable[Posisi] = ()) -> None:
        """A finding that stands at a cell; `suspects` are the cells of a broken equation that may be the wrong one."""
        self._findings.append((self.konteks.order(at), len(self._findings), temuan, tuple(dict.fromkeys(suspects))))

    def doubts(self, cells: Iterable[Posisi]) -> None:
        """Cells of a broken equation whose wrong member is not known: their leading digits are no longer enough."""
        self._doubted.update(cells)

    def notes(self, temuan: Temuan, page: int | None) -> None:
        """A finding about running text: it is ordered before the findings of the first table on its page or later."""
        self._findings.append((self.konteks.order_of_page(page), len(self._findings), temuan, ()))

    def is_pinned(self, posisi: Posisi) -> bool:
        """Some computation that holds pins the cell fully. A copy does not: errors are copied, too."""
        return any(saksi.full and not saksi.copy for saksi in self._holding.get(posisi, ()))

    def evidence(self, posisi: Posisi) -> tuple[str, ...]:
        """The computations that hold and pin the cell fully; none where the figure is only copied."""
        saksi = [s for s in self._holding.get(posisi, ()) if s.full]
        return tuple(dict.fromkeys(s.text for s in saksi)) if self.is_pinned(posisi) else ()

    def finish(self, outline: Iterable[Temuan]) -> tuple[tuple[Temuan, ...], dict[Posisi, list[str]]]:
        """All findings with ids in reading order (those of the outline first), and the ids against each cell."""
        ordered = sorted(self._findings, key=lambda item: item[:2])
        found: list[Temuan] = []
        against: dict[Posisi, list[str]] = defaultdict(list)
        for temuan in outline:
            found.append(msgspec.structs.replace(temuan, id=f"f{len(found) + 1:03d}"))
        for _, _, temuan, suspects in ordered:
            name = f"f{len(found) + 1:03d}"
            found.append(msgspec.structs.replace(temuan, id=name))
            for posisi in suspects:
                against[posisi].append(name)
        return tuple(found), against

    def proof(
        self, posisi: Posisi, against: list[str], recognised: bool, disputed: bool = False
    ) -> tuple[Proof, tuple[str, ...]]:
        """The state of one cell and its evidence: finding ids first, then the equations. `disputed`: two engines read it differently."""
        witnesses = self._holding.get(posisi, [])
        groups = {saksi.group for saksi in witnesses}
        full, computed = any(saksi.full for saksi in witnesses), self.is_pinned(posisi)
        evidence = (*against, *dict.fromkeys(saksi.text for saksi in witnesses))
        if against:
            return ("supported" if computed else "contradicted"), evidence
        if computed and len(groups) >= 2 and not disputed:
            return "proved", evidence
        if full or (witnesses and not recognised and posisi not in self._doubted):
            return "supported", evidence
        return "unchecked", evidence


def pins(holds: Callable[[Figur], bool], figure: Figur) -> bool | None:
    """How an equation that holds pins one of its figures: True fully, False in its leading digits, None not at all.

    `holds` tests the equation with another figure in the same place. Equations are monotone in each figure, so that the
    neighbours on both sides speak for all that lie beyond.
    """
    number, ulp = figure.number, figure.number.__class__(1).scaleb(-figure.decimals)
    if not any(holds(Figur(number + d, figure.decimals, figure.exact)) for d in (ulp, -ulp)):
        return True
    shift = number * _LEADING.numerator / _LEADING.denominator
    if shift and not any(holds(Figur(number + d, figure.decimals, figure.exact)) for d in (shift, -shift)):
        return False
    return None


def with_proof(tabel: Tabel, buku: Buku, against: dict[Posisi, list[str]]) -> Tabel:
    """The table with the proof of every figure that something is known about."""
    recognised = OCR_DOUBT in tabel.doubts
    cells = tuple(_prove(cell, tabel.id, buku, against, recognised) for cell in tabel.cells)
    return msgspec.structs.replace(tabel, cells=cells)


def _prove(cell: Cell, tabel: str, buku: Buku, against: dict[Posisi, list[str]], recognised: bool) -> Cell:
    posisi = Posisi(tabel, cell.row, cell.col)
    value: Nilai | None = cell.value
    if value is None or value.number is None:
        return cell
    disputed = isinstance(value.confidence, int) and value.confidence <= DISPUTED
    proof, evidence = buku.proof(posisi, against.get(posisi, []), recognised, disputed)
    if proof == value.proof and evidence == value.evidence:
        return cell
    return msgspec.structs.replace(cell, value=msgspec.structs.replace(value, proof=proof, evidence=evidence))
