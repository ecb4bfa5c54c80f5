"""Inputs that a person names by URL (`s3://…`, `https://…`, all that fsspec knows). An argument in, its URL and the reports below it out.

Only what is named by URL is fetched, and only when the package fsspec is there; nothing that a document names ever is.
"""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from extractor.intake.kinds import REPORT_SUFFIXES
from extractor.model.errors import ExtractError, MissingInput, MissingProgram, TooLarge

MAX_BYTES = 1 << 30
"""Of one document."""
_URL = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+(?:::[A-Za-z][A-Za-z0-9+.-]+)*):/{1,3}(?=[^/])")
"""A path has lost the second slash of a URL. Drives have one letter."""
_LOCAL = ("file", "local", "memory")
_PIECE = 1 << 20
_UNREACHABLE = ("servernya tidak bisa dihubungi", "its server cannot be reached")
_PLAIN: dict[str, tuple[str, str]] = {
    "FileNotFoundError": ("tidak ada dokumen di alamat itu", "there is no document at this address"),
    "PermissionError": ("akses tidak diizinkan", "access is not allowed"),
    "ClientPayloadError": ("kiriman terputus sebelum lengkap", "the transfer broke off before its end"),
    "ServerDisconnectedError": ("kiriman terputus sebelum lengkap", "the transfer broke off before its end"),
    "TooManyRedirects": ("alamat itu dialihkan terus-menerus", "the address is redirected again and again"),
    "ClientConnectorError": _UNREACHABLE,
    "ClientConnectorDNSError": _UNREACHABLE,
    "ConnectionRefusedError": _UNREACHABLE,
    "gaierror": _UNREACHABLE,
    "FSTimeoutError": ("servernya terlalu lama tidak menjawab", "its server has not answered for too long"),
    "TimeoutError": ("servernya terlalu lama tidak menjawab", "its server has not answered for too long"),
}
"""What errors of the file systems mean, by the names of their classes, so that none of these packages is needed."""
_ANSWERS: dict[object, tuple[str, str]] = dict.fromkeys(
    (401, 403, 407), ("akses tidak diizinkan", "access is not allowed")
)
_SERVER_ERROR = 500


def url_of(argument: Path) -> str | None:
    """The URL that an argument is meant as; None for a path."""
    match = _URL.match(str(argument))
    if match is None or argument.exists():
        return None
    slashes = ":///" if match[1].lower() in _LOCAL else "://"
    return match[1] + slashes + str(argument)[match.end() :].replace("\\", "/")


def name_of(url: str) -> str:
    """The name of the document at the end of a URL."""
    return PurePosixPath(urlsplit(url).path).name or "laporan"


def find_reports(url: str) -> list[str]:
    """The document itself, or all reports in the folder and its subfolders, sorted. Raises `MissingInput`, `MissingProgram`."""
    system, place = _system(url)
    try:
        if not system.isdir(place):
            return [url]
        found = [name for name in system.find(place) if PurePosixPath(name).suffix.lower() in REPORT_SUFFIXES]
        return sorted(str(system.unstrip_protocol(name)) for name in found)
    except Exception as error:
        raise _unreachable(error) from error


def length_of(url: str) -> int:
    """Bytes of the document as its server says; 0 when it says nothing, or there is none."""
    try:
        system, place = _system(url)
        try:
            return int(system.size(place) or 0)
        except Exception as error:
            raise _unreachable(error) from error
    except ExtractError:
        return 0


def pieces_of(url: str) -> Iterator[bytes]:
    """The content of the document. Raises `MissingInput`, `MissingProgram`, `TooLarge`."""
    system, place = _system(url)
    length = 0
    try:
        with system.open(place, "rb") as file:
            while piece := file.read(_PIECE):
                length += len(piece)
                if length > MAX_BYTES:
                    raise _too_large()
                yield piece
    except TooLarge:
        raise
    except Exception as error:
        raise _unreachable(error) from error


def fetch(url: str, folder: Path, name: str) -> Path:
    """The document as a file in `folder`."""
    target = folder / name
    with target.open("wb") as file:
        file.writelines(pieces_of(url))
    return target


def _system(url: str) -> tuple[Any, str]:
    """fsspec's file system for a URL, and the place in it."""
    try:
        core: Any = import_module("fsspec.core")
    except ImportError as error:
        raise MissingProgram(
            message_id="Untuk masukan berupa URL diperlukan paket fsspec.",
            message_en="Inputs named by URL need the package fsspec.",
            advice_id="Jalankan: pip install fsspec (dan paket untuk jenis URL itu, mis. s3fs), atau unduh berkasnya.",
            advice_en="Run: pip install fsspec (and the package for that kind of URL, such as s3fs), or download the file.",
        ) from error
    try:
        system, place = core.url_to_fs(url)
    except ImportError as error:
        raise MissingProgram(
            message_id=f"Untuk URL ini masih diperlukan sebuah paket: {error}.",
            message_en=f"This URL needs one more package: {error}.",
            advice_id="Pasang paket itu, atau unduh berkasnya.",
            advice_en="Install that package, or download the file.",
        ) from error
    except Exception as error:
        raise _unreachable(error) from error
    return system, place


def _unreachable(error: Exception) -> MissingInput:
    name, status = type(error).__name__, getattr(error, "status", None)
    why_id, why_en = _PLAIN.get(name) or _ANSWERS.get(status) or (f"{name}: {error}", f"{name}: {error}")
    if isinstance(status, int) and status >= _SERVER_ERROR:
        why_id, why_en = f"servernya gagal, jawaban {status}", f"its server failed, with answer {status}"
    return MissingInput(
        code="url",
        message_id=f"URL ini tidak bisa dibuka: {why_id}.",
        message_en=f"This URL cannot be opened: {why_en}.",
        advice_id="Periksa alamat, jaringan, dan izinnya, atau unduh berkasnya.",
        advice_en="Check the address, the network and the permissions, or download the file.",
    )


def _too_large() -> TooLarge:
    return TooLarge(
        message_id=f"Dokumen di URL ini lebih besar dari {MAX_BYTES >> 20} MB.",
        message_en=f"The document at this URL is larger than {MAX_BYTES >> 20} MB.",
    )
