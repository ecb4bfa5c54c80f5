"""Inputs that a person names by URL (`s3://…`, `https://…`, all that fsspec knows). An argument in, its URL and the reports below it out.

Only what is named by URL is fetched, and only when the package fsspec is there; nothing that a document names ever is. So a web address
is one document, never a folder: a list of links is a document that names others. Its bytes are taken as they come and counted; what the
server says about their number is not asked for.
"""

import re
import time
from collections.abc import Callable, Iterator
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
_INSTALL = 'pip install "lkip-extractor[web]"'
_WEB = ("http", "https")
_ANSWER_SECONDS, _SILENT_SECONDS = 30, 60
"""That a web server may take until it answers, and between two parts of a document."""
_SLOW_AFTER, _LEAST_RATE = 60, 1024
"""Seconds after which a document must have come with so many bytes a second."""
_UNREACHABLE = ("servernya tidak bisa dihubungi", "its server cannot be reached")
_BROKEN_OFF = ("kiriman terputus sebelum lengkap", "the transfer broke off before its end")
_ELSEWHERE = (
    "alamat itu dialihkan ke luar web; itu tidak diikuti",
    "it is redirected out of the web, which is not followed",
)
_SILENT = (
    "servernya terlalu lama tidak menjawab (batas waktu)",
    "its server has not answered for too long (time limit)",
)
_UNUSABLE = ("servernya tidak memberi dokumen", "its server gives no document")
_PLAIN: dict[str, tuple[str, str]] = {
    "FileNotFoundError": ("tidak ada dokumen di alamat itu", "there is no document at this address"),
    "PermissionError": ("akses tidak diizinkan", "access is not allowed"),
    "ClientPayloadError": _BROKEN_OFF,
    "ServerDisconnectedError": _BROKEN_OFF,
    "ClientOSError": _BROKEN_OFF,
    "ConnectionResetError": _BROKEN_OFF,
    "TooManyRedirects": ("alamat itu dialihkan terus-menerus", "the address is redirected again and again"),
    "NonHttpUrlRedirectClientError": _ELSEWHERE,
    "InvalidUrlRedirectClientError": _ELSEWHERE,
    "ClientConnectorError": _UNREACHABLE,
    "ClientConnectorDNSError": _UNREACHABLE,
    "ConnectionRefusedError": _UNREACHABLE,
    "gaierror": _UNREACHABLE,
    "FSTimeoutError": _SILENT,
    "TimeoutError": _SILENT,
    "SocketTimeoutError": _SILENT,
    "ServerTimeoutError": _SILENT,
    "ConnectionTimeoutError": _SILENT,
}
"""What errors of the file systems mean, by the names of their classes, so that none of these packages is needed."""
_NOTHING = ("tidak ada dokumen di alamat itu", "there is no document at this address")
_NOT_ALLOWED = ("akses tidak diizinkan", "access is not allowed")
_ANSWERS: dict[object, tuple[str, str]] = {
    **dict.fromkeys((401, 403, 407), _NOT_ALLOWED),
    **dict.fromkeys((404, 410), _NOTHING),
}
_SERVER_ERROR = 500
_LONGEST_DETAIL = 200


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


def is_web(url: str) -> bool:
    return url.partition("://")[0].rpartition("::")[2].lower() in _WEB


def find_reports(url: str) -> list[str]:
    """The document itself, or all reports in the folder and its subfolders, sorted. Raises `MissingInput`, `MissingProgram`."""
    system, place = _system(url)
    if is_web(url):
        return [url]
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
    length, started = 0, time.monotonic()
    try:
        with system.open(place, "rb", **({"block_size": 0} if is_web(url) else {})) as file:
            while piece := file.read(_PIECE):
                length += len(piece)
                if length > MAX_BYTES:
                    raise _too_large()
                if _is_slow(length, time.monotonic() - started):
                    raise _too_slow()
                yield piece
    except ExtractError:
        raise
    except Exception as error:
        raise _unreachable(error) from error


def _is_slow(length: int, seconds: float) -> bool:
    return seconds > _SLOW_AFTER and length < _LEAST_RATE * seconds


def fetch(url: str, folder: Path, name: str, tell: Callable[[], None] | None = None) -> Path:
    """The document as a file in `folder`; `tell` is called for each piece that has come."""
    target = folder / name
    with target.open("wb") as file:
        for piece in pieces_of(url):
            file.write(piece)
            if tell is not None:
                tell()
    return target


def _system(url: str) -> tuple[Any, str]:
    """fsspec's file system for a URL, and the place in it."""
    try:
        core: Any = import_module("fsspec.core")
    except ImportError as error:
        raise MissingProgram(
            message_id="Untuk masukan berupa URL diperlukan paket fsspec.",
            message_en="Inputs named by URL need the package fsspec.",
            advice_id=f"Jalankan: {_INSTALL} (dan paket untuk jenis URL lain, mis. s3fs), atau unduh berkasnya.",
            advice_en=f"Run: {_INSTALL} (and the package for another kind of URL, such as s3fs), or download the file.",
        ) from error
    try:
        system, place = core.url_to_fs(url, **_patience(url))
    except ImportError as error:
        raise MissingProgram(
            message_id=f"Untuk URL ini masih diperlukan sebuah paket: {error}.",
            message_en=f"This URL needs one more package: {error}.",
            advice_id=f"Pasang paket itu (untuk alamat web: {_INSTALL}), atau unduh berkasnya.",
            advice_en=f"Install that package (for web addresses: {_INSTALL}), or download the file.",
        ) from error
    except Exception as error:
        raise _unreachable(error) from error
    return system, place


def _patience(url: str) -> dict[str, Any]:
    """How long a web server is waited for. Raises `ImportError` without the package for it."""
    if url.partition("://")[0].lower() not in _WEB:
        return {}
    aiohttp: Any = import_module("aiohttp")
    timeout = aiohttp.ClientTimeout(total=None, connect=_ANSWER_SECONDS, sock_read=_SILENT_SECONDS)
    return {"client_kwargs": {"timeout": timeout}}


def _unreachable(error: Exception) -> MissingInput:
    if isinstance(error, FileNotFoundError) and isinstance(error.__cause__, Exception):
        # fsspec says so whatever happened.
        error = error.__cause__
    name, status = type(error).__name__, getattr(error, "status", None)
    detail = " ".join(f"{name}: {error}"[:_LONGEST_DETAIL].split())
    known = _PLAIN.get(name) or _ANSWERS.get(status)
    why_id, why_en = known or (detail, detail)
    if known is None and isinstance(status, int):
        whose = ("servernya gagal", "its server failed") if status >= _SERVER_ERROR else _UNUSABLE
        why_id, why_en = f"{whose[0]}, jawaban {status}", f"{whose[1]}, with answer {status}"
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


def _too_slow() -> MissingInput:
    return MissingInput(
        code="url",
        message_id=f"URL ini tidak bisa dibuka: servernya mengirim kurang dari {_LEAST_RATE} bita per detik (batas waktu).",
        message_en=f"This URL cannot be opened: its server sends less than {_LEAST_RATE} bytes a second (time limit).",
        advice_id="Coba lagi nanti, atau unduh berkasnya.",
        advice_en="Try again later, or download the file.",
    )
