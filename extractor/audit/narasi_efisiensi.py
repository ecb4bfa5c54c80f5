"""EFF in sentences: `output tercapai a% maka terdapat efisiensi b%`. In: claims. Out: findings.

What an agency calls efficiency is not fixed, so a claim is judged only where another one of the report is 100 less its percent, and
this one stands right beside its percent, too.
"""

from collections.abc import Iterable
from fractions import Fraction

import msgspec

from capaian.interval import Figur, figur, is_near, shown
from extractor.audit.buku import Buku
from extractor.audit.konteks import decimal_text
from extractor.model.laporan import Klaim
from extractor.model.temuan import Message, Ref, Temuan

_BASES = frozenset({"persen", "capaian", "realisasi"})


class _Said(msgspec.Struct, frozen=True):
    klaim: Klaim
    raws: tuple[str, str]
    printed: Figur
    expected: Fraction

    @property
    def holds(self) -> bool:
        return is_near(self.printed, self.expected)


def check(buku: Buku, klaim: Iterable[Klaim]) -> None:
    """Enter a finding for each efficiency that is not 100 less the percent before it."""
    said = [item for claim in klaim for item in _said(claim)]
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
            found.append(_Said(claim, (base.raw, efficiency.raw), printed, 100 - Fraction(base.number)))
    return found


def _finding(item: _Said) -> Temuan:
    computed = decimal_text(shown(item.expected))
    message = Message(
        f"Dalam kalimat, efisiensi {item.raws[1]} tidak sesuai serapan {item.raws[0]}: terhitung {computed} %.",
        f"In the sentence, efficiency {item.raws[1]} does not follow from absorption {item.raws[0]}: {computed} % computed.",
    )
    refs = tuple(Ref(page=item.klaim.page, path=item.klaim.path, raw=raw) for raw in reversed(item.raws))
    return Temuan("", "EFF", "E", message, refs, item.raws[1], computed)
