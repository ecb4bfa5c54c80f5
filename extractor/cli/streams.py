"""stdout for data: whatever else prints (a C library too) ends on stderr while data is being made."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from extractor.model.errors import OutputError


@contextmanager
def data_stdout() -> Iterator[Callable[[bytes], None]]:
    """Inside, descriptor 1 leads to stderr and the given function writes bytes to the real stdout.

    A reader that has gone away is no error; a full disk or a closed stdout is an `OutputError`.
    """
    sys.stdout.flush()
    try:
        saved = os.dup(1)
    except OSError as error:
        raise _no_stdout(error) from error
    os.dup2(2, 1)
    try:
        yield lambda content: _write(saved, content)
    finally:
        sys.stdout.flush()
        os.dup2(saved, 1)
        os.close(saved)


def _write(descriptor: int, content: bytes) -> None:
    rest = memoryview(content)
    try:
        while rest:
            rest = rest[os.write(descriptor, rest) :]
    except BrokenPipeError:
        return
    except OSError as error:
        raise _no_stdout(error) from error


def _no_stdout(error: OSError) -> OutputError:
    what = error.strerror or type(error).__name__
    return OutputError(
        message_id=f"Keluaran baku (stdout) tidak bisa ditulis: {what}.",
        message_en=f"Cannot write to standard output: {what}.",
    )
