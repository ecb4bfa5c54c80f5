"""Making findings: code and severity from the catalogue, places from the cells, figures as the contract writes them."""

from collections.abc import Iterable
from decimal import Decimal

from capaian.rekonsiliasi import Usulan
from extractor.audit.katalog import KATALOG
from extractor.audit.konteks import Konteks, Posisi, decimal_text, written
from extractor.model.temuan import Message, Severity, Temuan


def temuan(
    code: str,
    message: tuple[str, str],
    konteks: Konteks,
    at: Iterable[Posisi],
    *,
    severity: Severity | None = None,
    reported: str | None = None,
    recomputed: Decimal | None = None,
    usulan: Usulan | None = None,
    witnesses: Iterable[str] = (),
) -> Temuan:
    """A finding without an id. `message`: Indonesian, English. `usulan`: what the core proposes, with its witnesses."""
    return Temuan(
        id="",
        code=code,
        severity=severity or KATALOG[code].severity,
        message=Message(*message),
        refs=tuple(konteks.ref(posisi) for posisi in dict.fromkeys(at)),
        reported=reported,
        recomputed=None if recomputed is None else decimal_text(recomputed),
        proposal=None if usulan is None else decimal_text(usulan.number),
        witnesses=(*witnesses, *(usulan.witnesses if usulan else ())),
        proof=None if usulan is None else usulan.proof,
    )


def proposal_words(usulan: Usulan | None, printed: str) -> tuple[str, str]:
    """The proposal as the end of a sentence in both languages; empty when there is none."""
    if usulan is None:
        return ("", "")
    better = written(usulan.number)
    return f" Kemungkinan {printed} seharusnya {better[0]}.", f" {printed} probably should be {better[1]}."
