"""Text that somebody copied out of a report: tables as tab-separated cells, paragraphs as lines. In: a path. Out: a `Body`.

A text has no pages: `page` of every place is null, and `path` is the line in the file (`line[65]`, 1-based; of a cell its first).
"""

from pathlib import Path

from extractor.model.body import Body
from extractor.model.errors import EmptyInput
from extractor.readers.dump.limits import DumpLimits

__all__ = ["DumpLimits", "read_dump"]

DEFAULT_LIMITS = DumpLimits()


def read_dump(path: Path, limits: DumpLimits = DEFAULT_LIMITS) -> Body:
    """Read a text dump.

    Raises an `InputError`: `DamagedInput` (no text in an encoding that is known), `TooLarge`, `EmptyInput` (only blanks).
    """
    from extractor.readers.dump.body import items_of
    from extractor.readers.dump.source import read_lines

    items = items_of(read_lines(path, limits), limits)
    if not items:
        raise EmptyInput(
            code="empty",
            message_id="Teks ini kosong: tidak ada baris yang dapat dibaca.",
            message_en="This text is empty: there is no line in it that can be read.",
        )
    return Body(items=tuple(items))
