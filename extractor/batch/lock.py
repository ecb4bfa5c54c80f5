"""One run at a time in an output folder. A folder in, a held lock out; the system frees it when the process ends, however."""

import contextlib
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO

from extractor.model.errors import OutputError

LOCK_NAME = ".lkip-lock"
_WAIT = 60.0
_PAUSE = 0.2


class Lock:
    """A context manager. A second run waits a minute for the first, then raises `OutputError`; `waiting` is told once."""

    def __init__(self, folder: Path, waiting: Callable[[], None] = lambda: None, wait: float = _WAIT) -> None:
        self._path = folder / LOCK_NAME
        self._waiting = waiting
        self._wait = wait
        self._file: IO[bytes] | None = None

    def __enter__(self) -> "Lock":
        until = time.monotonic() + self._wait
        told = False
        while not self._take():
            if time.monotonic() > until:
                raise _taken(self._path.parent)
            if not told:
                self._waiting()
                told = True
            time.sleep(_PAUSE)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._file is not None:
            if os.name == "posix":
                # Removed while it is held; whoever waits for this very file sees that it is gone and makes a new one.
                self._path.unlink(missing_ok=True)
            self._file.close()
            if os.name != "posix":
                # Windows removes no file that is open, neither ours before nor one that another run has taken meanwhile.
                with contextlib.suppress(OSError):
                    self._path.unlink(missing_ok=True)

    def _take(self) -> bool:
        try:
            # The run that is waited for takes an empty folder away with it.
            self._path.parent.mkdir(parents=True, exist_ok=True)
            file = self._open()
        except OSError as error:
            if isinstance(error, FileNotFoundError) or (os.name != "posix" and isinstance(error, PermissionError)):
                return False
            what = error.strerror or type(error).__name__
            raise OutputError(
                message_id=f"Folder keluaran tidak bisa dikunci: {what}.",
                message_en=f"Cannot write to and lock the output folder: {what}.",
            ) from error
        if _lock(file) and self._is_current(file):
            self._file = file
            return True
        file.close()
        return False

    def _open(self) -> IO[bytes]:
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        return os.fdopen(os.open(self._path, flags, 0o644), "r+b")

    def _is_current(self, file: IO[bytes]) -> bool:
        try:
            return os.path.samestat(os.fstat(file.fileno()), self._path.stat())
        except OSError:
            return False


def _lock(file: IO[bytes]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _taken(folder: Path) -> OutputError:
    return OutputError(
        code="output_locked",
        message_id=f"Folder keluaran {folder} sedang dipakai proses extract lain.",
        message_en=f"The output folder {folder} is in use by another extract process (not writable now).",
        advice_id="Tunggu sampai proses itu selesai, atau pilih folder lain dengan -o.",
        advice_en="Wait until it has finished, or choose another folder with -o.",
    )
