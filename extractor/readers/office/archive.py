"""Is an ODT safe to give to another program? In: a path and limits. Out: nothing, or an error.

LibreOffice has no limit on what an archive inflates to, so it is inflated here once, piece by piece, and thrown away.
"""

import zipfile
from pathlib import Path

from extractor.model.errors import DamagedInput, TooLarge, archive_errors
from extractor.readers.office.limits import OfficeLimits

_PIECE = 1 << 20


def check_archive(path: Path, limits: OfficeLimits) -> None:
    """Raises `TooLarge` or `DamagedInput`."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            if len(entries) > limits.max_entries:
                raise _too_large("max_entries", limits.max_entries)
            left = limits.max_total_bytes
            for entry in entries:
                with archive.open(entry) as part:
                    while piece := part.read(_PIECE):
                        left -= len(piece)
                        if left < 0:
                            raise _too_large("max_total_bytes", limits.max_total_bytes)
    except archive_errors() as error:
        raise DamagedInput(
            message_id="Arsip dokumen ini (ODT) rusak atau terpotong.",
            message_en="The archive of this document (ODT) is damaged or cut off.",
        ) from error


def _too_large(name: str, limit: int) -> TooLarge:
    return TooLarge(
        message_id=f"Dokumen ini melampaui batas {name} ({limit:,}); isinya mungkin bom arsip.",
        message_en=f"This document goes beyond the limit {name} ({limit:,}); it may be an archive bomb.",
    )
