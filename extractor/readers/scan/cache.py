"""What OCR read in a page, kept beside the output so that a second run does not pay for it again.

A kept page belongs to the content of its document (SHA-256), its number, this program's version, its modules for scans and the engines;
anything else is another page. Each file begins with the SHA-256 of what follows: what was cut off, changed or is not ours is read anew.
Files are renamed into place when they are whole. A cache that cannot be written is no error.
"""

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path

import msgspec

from extractor.model.page import Page
from extractor.model.version import VERSION
from extractor.readers.scan import PART, REASON
from extractor.readers.scan.second import engine_names

LARGEST = 50_000_000
"""Bytes: no page is larger."""


@cache
def _code() -> str:
    """A fingerprint of the modules that read scans: a changed rule is another reading, also between two versions."""
    seen = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        seen.update(path.read_bytes())
    return seen.hexdigest()


class Cache:
    """Pages of one document in `folder` (None: nothing is kept); `sha256` of its bytes."""

    def __init__(self, folder: Path | None, sha256: str) -> None:
        self._folder = folder
        self._sha256 = sha256

    def _path(self, folder: Path, number: int, layer: bytes) -> Path:
        known = hashlib.sha256(layer).hexdigest() if layer else ""
        what = f"{self._sha256}|{number}|{VERSION}|{_code()}|{engine_names()}|{known}"
        return folder / f"{hashlib.sha256(what.encode()).hexdigest()}.page"

    def read(self, number: int, layer: bytes = b"") -> Page | None:
        """The kept page with 1-based `number`, or None."""
        if self._folder is None or self._folder.is_symlink():
            return None
        path = self._path(self._folder, number, layer)
        try:
            if path.is_symlink() or path.stat().st_size > LARGEST:
                return None
            seal, _, held = path.read_bytes().partition(b"\n")
            if seal.decode("ascii", "replace") != hashlib.sha256(held).hexdigest():
                return None
            return msgspec.json.decode(held, type=Page)
        except (OSError, msgspec.MsgspecError):
            return None

    def write(self, number: int, page: Page, layer: bytes = b"") -> None:
        """Keep a page."""
        if self._folder is None or self._folder.is_symlink():
            return
        path = self._path(self._folder, number, layer)
        held = msgspec.json.encode(page)
        # Named like all temporary files of the output, so that the next run removes what a killed one leaves.
        temporary = path.with_name(f".lkip-{os.getpid()}-{path.name}")
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            try:
                temporary.write_bytes(hashlib.sha256(held).hexdigest().encode() + b"\n" + held)
                temporary.replace(path)
            finally:
                temporary.unlink(missing_ok=True)

    def take(self, number: int, read: Callable[[], Page], layer: bytes = b"") -> Page:
        """The kept page, or what `read` gives, which is kept when it was read by OCR; `layer`: the text layer, where a part of it stays."""
        found = self.read(number, layer)
        if found is None:
            found = read()
            if found.text.reason in (REASON, PART):
                self.write(number, found, layer)
        return found
