"""Old Word files, OpenDocument and RTF: LibreOffice turns them into DOCX, the DOCX reader reads that. In: a path. Out: its reading.

LibreOffice is a system program: without it `MissingProgram` names the package to install. It runs with a profile of its own, in a
process group of its own, under limits, without network; macros and links are off. Its exit status says nothing (it is 0
when loading fails): the document that it should have written is looked for.
"""

from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from extractor.readers.docx import DocxReading
from extractor.readers.office.limits import OfficeLimits

__all__ = ["KINDS", "OfficeKind", "OfficeLimits", "OfficeReading", "read_office"]

OfficeKind: TypeAlias = Literal["doc", "odt", "rtf"]
KINDS: tuple[OfficeKind, ...] = ("doc", "odt", "rtf")
DEFAULT_LIMITS = OfficeLimits()


class OfficeReading(NamedTuple):
    """`engine`: the program as it names itself in what it writes."""

    reading: DocxReading
    engine: str


def read_office(path: Path, kind: OfficeKind, limits: OfficeLimits = DEFAULT_LIMITS) -> OfficeReading:
    """Read the document at `path`, known to be of `kind` by its content.

    Raises `MissingProgram`, or an `InputError`: `DamagedInput` (LibreOffice gives no document), `TooLarge` (a limit of `limits`
    was passed), and those of `read_docx`.
    """
    import tempfile

    from extractor.readers.docx import read_docx
    from extractor.readers.office.archive import check_archive
    from extractor.readers.office.convert import engine_of, to_docx

    if kind == "odt":
        check_archive(path, limits)
    with tempfile.TemporaryDirectory(prefix="lkip-office-", ignore_cleanup_errors=True) as folder:
        made = to_docx(path, kind, Path(folder), limits)
        return OfficeReading(read_docx(made), engine_of(made))
