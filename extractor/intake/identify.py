"""Identify one file by its content: path in, `Identified` out, or an `InputError` that says why it cannot be read.

The name decides nothing; when it disagrees with the content, that is a finding. Only the first and last kilobytes are
looked at (and the directory of a ZIP); the hash reads the file once, in pieces.
"""

import hashlib
import stat
from pathlib import Path

import msgspec

from extractor.intake.kinds import KINDS, READ_EN, READ_ID, KindName
from extractor.intake.sniff import HEAD_BYTES, is_cut_off, kind_of
from extractor.model.errors import EmptyInput, InputError, MissingInput, NotAReport, TooLarge
from extractor.model.temuan import Message, Temuan

MAX_INPUT_BYTES = 2 << 30
"""Beyond this a file is refused unread: the largest real report seen, a scan, has a tenth of it."""
_TAIL_BYTES = 4096
_PIECE = 1 << 20


class Identified(msgspec.Struct, frozen=True):
    """A file that can be given to a reader. `temuan`: FILE-NAME (wrong suffix), FILE-CUT (end of the file missing).

    `file_name` is the name for people and for JSON: bytes that are no text are shown as escapes.
    """

    file_name: str
    media_type: str
    sha256: str
    bytes: int
    kind: KindName
    temuan: tuple[Temuan, ...] = ()


def identify(path: Path) -> Identified:
    """What `path` holds. Raises `MissingInput`, `EmptyInput`, `TooLarge`, `EncryptedInput`, `DamagedInput`, `NotAReport`."""
    size = _size_of_regular_file(path)
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
            file.seek(max(0, size - _TAIL_BYTES))
            tail = file.read(_TAIL_BYTES)
        _refuse_blank(head, size)
        kind = kind_of(path, head)
        advice = KINDS[kind].advice
        if advice is not None:
            raise NotAReport(
                code=f"not_read_{kind}",
                message_id=f"Isinya {KINDS[kind].name_id}; format ini tidak didukung. Yang dibaca: {READ_ID}.",
                message_en=f"The content is {KINDS[kind].name_en}; this format is not supported. Read are: {READ_EN}.",
                advice_id=advice.id,
                advice_en=advice.en,
            )
        sha256, length = fingerprint(path)
    except OSError as error:
        raise _unreadable(error) from error
    temuan = (*_name_finding(path, kind), *_cut_finding(kind, tail))
    return Identified(shown_name(path.name), KINDS[kind].media_type, sha256, length, kind, temuan)


def fingerprint(path: Path) -> tuple[str, int]:
    """(sha256 in hex, bytes) of a regular file. Raises OSError."""
    digest = hashlib.sha256()
    length = 0
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
            length += len(piece)
    return digest.hexdigest(), length


def shown_name(name: str) -> str:
    """A file name as text that can be printed and encoded: stray bytes and control characters become escapes."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def _size_of_regular_file(path: Path) -> int:
    try:
        info = path.stat()
    except OSError as error:
        raise _unreadable(error) from error
    if stat.S_ISDIR(info.st_mode):
        raise MissingInput(
            code="is_folder",
            message_id="Ini folder (is a directory), bukan berkas.",
            message_en="This is a directory, not a file.",
            advice_id="Berikan foldernya kepada perintah extract, atau satu berkas di dalamnya.",
            advice_en="Give the folder to the extract command, or one file in it.",
        )
    if not stat.S_ISREG(info.st_mode):
        raise NotAReport(
            code="not_regular",
            message_id="Bukan berkas biasa (pipa, soket, atau perangkat).",
            message_en="Not a regular file (a pipe, socket or device).",
            advice_id="Salin isinya ke berkas biasa dulu.",
            advice_en="Copy its content to a regular file first.",
        )
    if info.st_size == 0:
        raise EmptyInput(message_id="Berkas kosong (0 bita).", message_en="The file is empty (0 bytes).")
    if info.st_size > MAX_INPUT_BYTES:
        raise TooLarge(
            message_id=f"Berkas terlalu besar: {info.st_size} bita, batasnya {MAX_INPUT_BYTES}.",
            message_en=f"The file is too large: {info.st_size} bytes, the limit is {MAX_INPUT_BYTES}.",
        )
    return info.st_size


def _refuse_blank(head: bytes, size: int) -> None:
    if size <= len(head) and not head.strip(b" \t\r\n\f\v\0"):
        raise EmptyInput(
            code="blank",
            message_id="Berkas kosong: hanya berisi spasi.",
            message_en="The file is empty: there is nothing but blanks in it.",
        )


def _unreadable(error: OSError) -> InputError:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return MissingInput(message_id="Berkas tidak ditemukan.", message_en="File not found.")
    if isinstance(error, PermissionError):
        return MissingInput(
            code="no_permission",
            message_id="Tidak ada izin untuk membaca berkas ini.",
            message_en="Permission to read this file is denied.",
            advice_id="Periksa izin berkas itu, atau minta salinannya.",
            advice_en="Check the file's permissions, or ask for a copy.",
        )
    detail = error.strerror or type(error).__name__
    return MissingInput(
        code="unreadable",
        message_id=f"Berkas tidak bisa dibaca: {detail}.",
        message_en=f"The file cannot be read: {detail}.",
    )


def _name_finding(path: Path, kind: KindName) -> tuple[Temuan, ...]:
    suffix = path.suffix.lower()
    if not suffix or suffix in KINDS[kind].suffixes:
        return ()
    shown = shown_name(suffix)
    message = Message(
        f"Nama berkas berakhiran {shown}, tetapi isinya {KINDS[kind].name_id}; berkas dibaca menurut isinya.",
        f"The file name ends in {shown}, but the content is {KINDS[kind].name_en}; it is read as what it is.",
    )
    return (Temuan("", "FILE-NAME", "I", message),)


def _cut_finding(kind: KindName, tail: bytes) -> tuple[Temuan, ...]:
    if kind != "pdf" or not is_cut_off(tail):
        return ()
    message = Message(
        "Akhir PDF ini hilang: berkas terpotong, mungkin ada halaman atau isi yang tidak terbaca.",
        "The end of this PDF is missing: the file is cut off, and pages or content may be lost.",
    )
    return (Temuan("", "FILE-CUT", "W", message),)
