"""Nothing half-written: files and folders are built under a temporary name beside their place, flushed, and renamed.

Temporary names begin with `.lkip-` and the process number, so that a later run can tell and remove what a killed one
left behind. Symbolic links in the place are replaced, never followed. Every error becomes an `OutputError`.
"""

import errno
import os
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import IO

from extractor.model.errors import OutputError

DENIED = "output_denied"
"""Code of the error about a place that may not be written to; others may be."""
_PREFIX = ".lkip-"
_NUMBERS_ID = {errno.ENOSPC: "disk penuh", errno.EDQUOT: "kuota disk habis", errno.EROFS: "disk hanya bisa dibaca"}
_REASONS_ID: tuple[tuple[type[OSError], str], ...] = (
    (PermissionError, "tidak ada izin menulis"),
    (NotADirectoryError, "ada berkas di tempat folder"),
    (FileExistsError, "ada berkas di tempat folder"),
    (IsADirectoryError, "ada folder di tempat berkas"),
)
_IN_USE: tuple[str, str] = (
    "tidak ada izin menulis, atau sedang terbuka di program lain (Excel?)",
    "no permission to write, or it is open in another program (Excel?)",
)
"""Windows says the same of both."""
_MAKE_ROOM: tuple[str, str] = (
    "Kosongkan ruang lalu jalankan perintah yang sama (yang sudah selesai tidak dibaca lagi), atau pilih folder lain dengan -o.",
    "Make room and run the same command again (what was finished is not read again), or choose another folder with -o.",
)
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)
_numbers = count()


def write_file(path: Path, content: bytes) -> None:
    """Afterwards `path` holds `content`, or (on any error) what it held before. Raises `OutputError`."""
    with _as_output_error(path):
        temporary = _temporary_beside(path)
        try:
            _write_flushed(temporary, (content,))
            _move(temporary, path)
            _flush_folder(path.parent)
        finally:
            temporary.unlink(missing_ok=True)


@contextmanager
def growing_file(path: Path) -> Iterator[IO[bytes]]:
    """A file to write to piece by piece, in `path`'s place afterwards, or not at all. Raises `OutputError`."""
    with _as_output_error(path):
        temporary = _temporary_beside(path)
        try:
            with temporary.open("xb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            _move(temporary, path)
            _flush_folder(path.parent)
        finally:
            temporary.unlink(missing_ok=True)


def append_line(path: Path, content: bytes) -> None:
    """Add `content` to the end of the file and have it on the disk. Raises `OutputError`."""
    with _as_output_error(path):
        if path.is_symlink():
            path.unlink()
        with path.open("ab") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())


def write_folder(path: Path, files: Mapping[str, Iterable[bytes]]) -> None:
    """Afterwards the folder `path` holds exactly `files` (relative names with '/', contents in pieces), or what it held before."""
    with _as_output_error(path):
        temporary = _temporary_beside(path)
        try:
            temporary.mkdir()
            for name, content in files.items():
                target = temporary / name
                target.parent.mkdir(parents=True, exist_ok=True)
                _write_flushed(target, content)
            for folder in {(temporary / name).parent for name in files}:
                _flush_folder(folder)
            _swap(temporary, path)
            _flush_folder(path.parent)
        finally:
            shutil.rmtree(temporary, ignore_errors=True)


@contextmanager
def growing_folder(path: Path) -> Iterator[Path]:
    """A folder to fill, in `path`'s place afterwards (what stood there is gone), or not at all. Raises `OutputError`."""
    with _as_output_error(path):
        temporary = _temporary_beside(path)
        try:
            temporary.mkdir()
            yield temporary
            _swap(temporary, path)
            _flush_folder(path.parent)
        finally:
            shutil.rmtree(temporary, ignore_errors=True)


def make_folder(path: Path) -> None:
    """The folder `path` exists and can be written to. Raises `OutputError`."""
    with _as_output_error(path):
        path.mkdir(parents=True, exist_ok=True)
        if not os.access(path, os.W_OK | os.X_OK):
            raise PermissionError(13, "Permission denied", str(path))


def check_writable(path: Path) -> None:
    """The folder `path` is, or could be made, a writable folder; nothing is made. Raises `OutputError`."""
    with _as_output_error(path):
        place = path
        while not place.exists() and not place.is_symlink() and place != place.parent:
            place = place.parent
        if not place.is_dir():
            raise NotADirectoryError(20, "Not a directory", str(place))
        if not os.access(place, os.W_OK | os.X_OK):
            raise PermissionError(13, "Permission denied or read-only", str(place))


def remove_leftovers(folder: Path) -> None:
    """Remove the temporary files and folders of runs that are no longer alive."""
    with _as_output_error(folder):
        for entry in sorted(folder.glob(f"{_PREFIX}*")):
            owner = entry.name.removeprefix(_PREFIX).split("-")[0]
            if not owner.isdigit() or _is_alive(int(owner)):
                continue
            _remove(entry)


def remove_leftovers_of(process: int, folder: Path) -> None:
    """Remove what the process with that number, which is gone, left behind in `folder`."""
    with _as_output_error(folder):
        for entry in sorted(folder.glob(f"{_PREFIX}{process}-*")):
            _remove(entry)


def _remove(entry: Path) -> None:
    if entry.is_dir() and not entry.is_symlink():
        shutil.rmtree(entry, ignore_errors=True)
    else:
        entry.unlink(missing_ok=True)


def _is_alive(process: int) -> bool:
    if process == os.getpid():
        return True
    if os.name != "posix":
        # On Windows os.kill(pid, 0) would end the process.
        import psutil

        return psutil.pid_exists(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return not _is_zombie(process)


def _is_zombie(process: int) -> bool:
    """Whether it has ended and nobody has asked for its end yet: in a container it may stay so for ever. Known on Linux only."""
    try:
        stat = Path(f"/proc/{process}/stat").read_bytes()
    except OSError:
        return False
    return stat.rpartition(b")")[2].split()[:1] == [b"Z"]


def temporary_prefix() -> str:
    """What the names of this process's temporary files and folders begin with."""
    return f"{_PREFIX}{os.getpid()}-"


def _temporary_beside(path: Path) -> Path:
    return path.parent / f"{temporary_prefix()}{next(_numbers)}"


def _swap(temporary: Path, path: Path) -> None:
    if not path.exists() and not path.is_symlink():
        _move(temporary, path)
        return
    old = _temporary_beside(path)
    _move(path, old)
    try:
        _move(temporary, path)
    except OSError:
        _move(old, path)
        raise
    if old.is_symlink() or not old.is_dir():
        old.unlink()
    else:
        shutil.rmtree(old)


def _move(source: Path, target: Path) -> None:
    """Rename. On Windows a scanner for viruses or an index may hold what was just written for a moment: it is tried again."""
    for pause in _PAUSES if os.name == "nt" else ():
        try:
            source.replace(target)
            return
        except PermissionError:
            time.sleep(pause)
    source.replace(target)


def _write_flushed(path: Path, content: Iterable[bytes]) -> None:
    with path.open("xb") as file:
        file.writelines(content)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _as_output_error(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _output_error(path, error) from error


def _output_error(path: Path, error: OSError) -> OutputError:
    detail = error.strerror or type(error).__name__
    reason = _NUMBERS_ID.get(error.errno or 0) or next(
        (text for kind, text in _REASONS_ID if isinstance(error, kind)), detail
    )
    if os.name == "nt" and isinstance(error, PermissionError):
        reason, detail = _IN_USE
    shown = os.fsencode(path).decode("utf-8", "backslashreplace")
    is_full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    return OutputError(
        code=DENIED if isinstance(error, PermissionError) else None,
        message_id=f"Keluaran tidak bisa ditulis di {shown}: {reason}.",
        message_en=f"Cannot write the output at {shown}: {detail}.",
        advice_id=_MAKE_ROOM[0] if is_full else None,
        advice_en=_MAKE_ROOM[1] if is_full else None,
    )
