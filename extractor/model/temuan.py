"""What was noticed: a finding has a code from the catalogue, a severity, places, figures and a sentence in two languages."""

from typing import Literal, TypeAlias

import msgspec

from extractor.model.place import BBox

Severity: TypeAlias = Literal["E", "W", "I"]
"""E provable contradiction, W strong suspicion, I information."""
Proof: TypeAlias = Literal["proved", "supported", "unchecked", "contradicted"]


class Message(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    en: str


class Ref(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place in the report. `tabel` is the printed table number, None for running text; row and col are 0-based grid positions."""

    tabel: str | None = None
    row: int | None = None
    col: int | None = None
    page: int | None = None
    bbox: BBox | None = None
    path: str | None = None
    raw: str | None = None


class Temuan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One finding. `reported`, `recomputed` and `proposal` are plain decimals or printed text."""

    id: str
    code: str
    severity: Severity
    message: Message
    refs: tuple[Ref, ...] = ()
    reported: str | None = None
    recomputed: str | None = None
    proposal: str | None = None
    witnesses: tuple[str, ...] = ()
    proof: Proof | None = None
