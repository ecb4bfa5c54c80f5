"""What ends the work on an input, with a sentence and an advice in two languages and the exit code of the program.

Raised by the rooms when they cannot go on; turned into text in one place (`cli`) and into a manifest line in another
(`batch`). A mistake in the data of a report is never an exception: it is a `Temuan`.
"""

from collections.abc import Callable
from enum import IntEnum
from typing import Any, ClassVar

import msgspec

from extractor.model.temuan import Message


class ExitCode(IntEnum):
    """The program's exit codes, fixed (docs: "Exit codes")."""

    DONE = 0
    INTERNAL = 1
    USAGE = 2
    UNREADABLE = 3
    INCOMPLETE = 4
    MISSING_PROGRAM = 5
    OUTPUT = 6
    FAIL_ON = 7
    INTERRUPTED = 130


class ExtractError(Exception):
    """Cannot go on. `code` is for machines; message says what is wrong and where, advice what to do.

    Sentences do not begin with the input's name: whoever shows them puts it in front. A subclass has a code and an
    advice of its own, so that the one who raises it need only say what happened.
    """

    exit_code: ClassVar[ExitCode] = ExitCode.INTERNAL
    default_code: ClassVar[str] = "error"
    default_advice_id: ClassVar[str] = ""
    default_advice_en: ClassVar[str] = ""

    def __init__(
        self,
        *,
        message_id: str,
        message_en: str,
        code: str | None = None,
        advice_id: str | None = None,
        advice_en: str | None = None,
    ) -> None:
        super().__init__(message_en)
        self.code = self.default_code if code is None else code
        self.message_id = message_id
        self.message_en = message_en
        self.advice_id = self.default_advice_id if advice_id is None else advice_id
        self.advice_en = self.default_advice_en if advice_en is None else advice_en

    def __reduce__(self) -> tuple[Callable[..., "ExtractError"], tuple[type["ExtractError"], dict[str, Any]]]:
        """Errors travel from worker processes; the standard way knows no keyword-only arguments."""
        return _again, (type(self), dict(self.__dict__))


class Problem(msgspec.Struct, frozen=True):
    """Why an input failed: an `ExtractError` as a value that travels between processes and stands in the manifest."""

    code: str
    exit_code: int
    message: Message
    advice: Message

    @classmethod
    def of(cls, error: ExtractError) -> "Problem":
        return cls(
            error.code,
            int(error.exit_code),
            Message(error.message_id, error.message_en),
            Message(error.advice_id, error.advice_en),
        )


def _again(kind: type[ExtractError], values: dict[str, Any]) -> ExtractError:
    return kind(**values)


class InputError(ExtractError):
    """The input cannot be read. Nothing is written for it but its manifest line."""

    exit_code = ExitCode.UNREADABLE
    default_code = "input"


class DamagedInput(InputError):
    """Cut off, or so broken that no page (or no paragraph) can be read."""

    default_code = "damaged"
    default_advice_id = (
        "Mintalah salinan yang utuh, atau buka berkas itu dengan penampil PDF atau Word lalu simpan ulang."
    )
    default_advice_en = "Get a complete copy, or open the file in a PDF viewer or Word and save it again."


class EncryptedInput(InputError):
    """Opens with a password only; the empty one and the given one (if any) did not fit."""

    default_code = "encrypted"
    default_advice_id = "Berikan kata sandinya dengan --password."
    default_advice_en = "Give its password with --password."


class NotAReport(InputError):
    """Readable perhaps, but not a format that reports come in, or one that is not read yet."""

    default_code = "not_a_report"
    default_advice_id = "Berikan laporan sebagai PDF atau DOCX."
    default_advice_en = "Give the report as PDF or DOCX."


class TooLarge(InputError):
    """A limit on size, pages, inflated bytes or nesting was reached."""

    default_code = "too_large"
    default_advice_id = "Bagi laporan itu menjadi beberapa berkas, atau batasi halamannya dengan --pages."
    default_advice_en = "Split the report into several files, or limit the pages with --pages."


class EmptyInput(InputError):
    """Zero bytes, no pages, or nothing in it that could be read."""

    default_code = "empty"
    default_advice_id = "Periksa apakah berkas itu terunduh atau tersalin dengan lengkap."
    default_advice_en = "Check whether the file was downloaded or copied completely."


def archive_errors() -> tuple[type[Exception], ...]:
    """What `zipfile` raises for a broken archive; there is no common class of it."""
    import lzma
    import struct
    import zipfile
    import zlib

    broken = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error)
    return (
        *broken,
        NotImplementedError,
        RuntimeError,
        ValueError,
        EOFError,
        KeyError,
        IndexError,
        OverflowError,
        OSError,
    )


class MissingInput(InputError):
    """No such file or folder, no permission, or a folder without reports."""

    default_code = "missing"
    default_advice_id = "Periksa nama dan letak berkasnya."
    default_advice_en = "Check the name and the place of the file."


class MissingProgram(ExtractError):
    """A system program that this input needs is not installed."""

    exit_code = ExitCode.MISSING_PROGRAM
    default_code = "missing_program"


class OutputError(ExtractError):
    """The output cannot be written: no permission, no space, or something else stands in its place."""

    exit_code = ExitCode.OUTPUT
    default_code = "output"
    default_advice_id = "Pilih folder lain dengan -o, atau periksa izin dan ruang penyimpanannya."
    default_advice_en = "Choose another folder with -o, or check its permissions and free space."
