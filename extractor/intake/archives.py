"""Reports inside ZIP archives: which members are inputs, and one of them as a file for a while. Sizes are counted while they are read.

In: the path of an archive. Out: inputs, and bytes under limits; a member's name never becomes a path. Archives inside
archives are not opened: what is in them is said to be a ZIP.
"""

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import msgspec

from extractor.intake.kinds import REPORT_SUFFIXES
from extractor.intake.remote import fetch, name_of, pieces_of
from extractor.intake.sniff import HEAD_BYTES, kind_of
from extractor.model.errors import DamagedInput, EncryptedInput, ExtractError, TooLarge, archive_errors

if TYPE_CHECKING:
    from zipfile import ZipInfo

MAX_ENTRIES = 20_000
MAX_MEMBER_BYTES = 1 << 30
MAX_RATIO = 200
RATIO_GRACE = 30_000_000
"""A member may unpack to `MAX_RATIO` times its packed size once it has given so many bytes: scans and PDFs hardly pack at all."""
_PIECE = 1 << 20


class Input(msgspec.Struct, frozen=True, order=True):
    """One document: a file, the member of a ZIP archive, or what stands at a URL (`path` is then its name as it was given)."""

    path: Path
    member: str | None = None
    url: str | None = None

    @property
    def file_name(self) -> Path:
        """Its own name, without folders."""
        if self.url is not None:
            return Path(name_of(self.url))
        return Path(self.path.name if self.member is None else PurePosixPath(self.member).name)


def members(path: Path) -> tuple[str, ...]:
    """Names of the reports in the archive `path`, sorted; empty when it is no plain ZIP archive. Raises `TooLarge`."""
    import zipfile

    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
        if not head.startswith(b"PK") or kind_of(path, head) != "zip":
            return ()
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except ExtractError:
        return ()
    except archive_errors():
        return ()
    if len(entries) > MAX_ENTRIES:
        raise TooLarge(
            message_id=f"Arsip ZIP ini berisi {len(entries)} entri, batasnya {MAX_ENTRIES}.",
            message_en=f"This ZIP archive has {len(entries)} entries, the limit is {MAX_ENTRIES}.",
        )
    return tuple(sorted({entry.filename for entry in entries if _is_report(entry)}))


@lru_cache(maxsize=64)
def member_sizes(path: Path) -> Mapping[str, int]:
    """Bytes of each member as the archive says (which may not be true); empty when it cannot be opened."""
    import zipfile

    try:
        with zipfile.ZipFile(path) as archive:
            return {entry.filename: entry.file_size for entry in archive.infolist()}
    except archive_errors():
        return {}


@contextmanager
def materialised(
    path: Path, member: str | None, url: str | None = None, tell: Callable[[], None] | None = None
) -> Iterator[Path]:
    """`path` itself; its `member` or what stands at `url` as a file that is removed afterwards. Raises `InputError`.

    `tell` is called for each piece of what is fetched.
    """
    if url is not None:
        with tempfile.TemporaryDirectory(prefix="lkip-url-", ignore_cleanup_errors=True) as folder:
            yield fetch(url, Path(folder), _safe_name(name_of(url)), tell)
        return
    if member is None:
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="lkip-zip-", ignore_cleanup_errors=True) as folder:
        target = Path(folder) / _safe_name(member)
        with target.open("wb") as file:
            for piece in _pieces(path, member):
                file.write(piece)
        yield target


def fingerprint_of(source: Input) -> str | None:
    """sha256 in hex of the document; None when it cannot be read as a regular file. What stands at a URL is fetched for it."""
    digest = hashlib.sha256()
    try:
        if source.url is None and not source.path.is_file():
            return None
        for piece in _content(source):
            digest.update(piece)
    except (OSError, ExtractError):
        return None
    return digest.hexdigest()


def _content(source: Input) -> Iterator[bytes]:
    if source.url is not None:
        return pieces_of(source.url)
    return _pieces(source.path, source.member) if source.member else _file_pieces(source.path)


def _file_pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece


def _pieces(path: Path, member: str) -> Iterator[bytes]:
    import zipfile

    try:
        with zipfile.ZipFile(path) as archive, archive.open(member) as file:
            packed = max(1, archive.getinfo(member).compress_size)
            length = 0
            while piece := file.read(_PIECE):
                length += len(piece)
                if length > MAX_MEMBER_BYTES or (length > RATIO_GRACE and length > packed * MAX_RATIO):
                    raise TooLarge(
                        message_id="Anggota arsip ini membengkak melampaui batas saat dibuka (bom ZIP).",
                        message_en="This member of the archive inflates beyond the limit (a ZIP bomb).",
                    )
                yield piece
    except FileNotFoundError:
        raise
    except NotImplementedError as error:
        raise _broken_member() from error
    except RuntimeError as error:
        raise EncryptedInput(
            message_id="Anggota arsip ZIP ini terenkripsi dengan kata sandi.",
            message_en="This member of the ZIP archive is encrypted with a password.",
            advice_id="Ekstrak arsip itu dengan kata sandinya, lalu berikan laporannya.",
            advice_en="Unpack the archive with its password, then give the report.",
        ) from error
    except archive_errors() as error:
        raise _broken_member() from error


def _broken_member() -> DamagedInput:
    return DamagedInput(
        message_id="Anggota arsip ZIP ini rusak atau terpotong.",
        message_en="This member of the ZIP archive is damaged or cut off.",
    )


def _is_report(entry: "ZipInfo") -> bool:
    name = PurePosixPath(entry.filename.replace("\\", "/"))
    parts = [part for part in name.parts if part not in (".", "..")]
    hidden = any(part.startswith((".", "~$")) or part == "__MACOSX" for part in parts)
    return not entry.is_dir() and not hidden and name.suffix.lower() in REPORT_SUFFIXES


def _safe_name(member: str) -> str:
    name = PurePosixPath(member.replace("\\", "/")).name
    kept = "".join(c if c.isprintable() and c not in '/\\:*?"<>|' else "_" for c in name).lstrip(".-")
    encoded = os.fsencode(kept)[-120:]
    return encoded.decode("utf-8", "ignore") or "laporan"
