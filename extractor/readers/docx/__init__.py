"""Word files (.docx, .docm). In: a path and limits. Out: a `Body` in document order, and notes on what was left out.

`read_docx` is the only door: python-docx opens the package, one walk over the XML reads it, the numbers that Word
computes are computed.
"""

from pathlib import Path

import msgspec

from extractor.model.body import Body
from extractor.model.errors import EmptyInput
from extractor.readers.docx.limits import DocxLimits

__all__ = ["DocxLimits", "DocxReading", "read_docx"]

DEFAULT_LIMITS = DocxLimits()


class DocxReading(msgspec.Struct, frozen=True):
    """A Word document as read.

    `notes` counts by code: `inserted`, `deleted` (tracked changes, accepted), `hidden` (text left out), `nested_table`,
    `nested_too_deep` (given as lines), `bad_span`, `merge_without_start`, `dangling_note`, `covered_text` and
    `covered_number` (below the first cell of a merge: not printed, not counted), and what is not read: `alt_chunk`,
    `chart`, `diagram`.
    """

    body: Body
    notes: dict[str, int]


def read_docx(path: Path, limits: DocxLimits = DEFAULT_LIMITS) -> DocxReading:
    """Read a Word document.

    Raises an `InputError`: `NotAReport` (no Word package), `DamagedInput`, `EncryptedInput`, `TooLarge` (a limit of
    `limits` was passed), `EmptyInput` (nothing printed in it but, perhaps, pictures).
    """
    from extractor.readers.docx.package import Package
    from extractor.readers.docx.walk import Walker

    with Package(path, limits) as package:
        walker = Walker(package, limits)
        items = walker.items()
    if not items:
        raise EmptyInput(
            code="empty",
            message_id="Dokumen Word ini tidak berisi teks atau tabel yang dapat dibaca.",
            message_en="This Word document is empty: it holds no text or tables that can be read.",
            advice_id="Bila isinya gambar hasil pindai, berikan laporan itu sebagai PDF.",
            advice_en="If it holds scanned pictures, give the report as PDF.",
        )
    return DocxReading(Body(items=tuple(items)), {code: n for code, n in sorted(walker.notes.items()) if n})
