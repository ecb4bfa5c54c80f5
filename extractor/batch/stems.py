"""The folder name of each input. Paths in, safe and different names out; a name never leads out of the output folder."""

import os
import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
_UNSAFE = frozenset('/\\:*?"<>|')
_MAX_BYTES = 200


def folder_names(paths: Sequence[Path], reserved: Iterable[str]) -> dict[Path, str]:
    """One name per path: its file name without the last extension; equal names get -2, -3, … in sorted order of the paths.

    Names that differ in case only count as equal, because some file systems do not tell them apart.
    """
    taken = {name.casefold() for name in reserved}
    names = {}
    for path in sorted(paths, key=os.fsencode):
        stem = safe_stem(path)
        candidate, number = stem, 2
        while candidate.casefold() in taken:
            candidate, number = f"{stem}-{number}", number + 1
        taken.add(candidate.casefold())
        names[path] = candidate
    return names


def safe_stem(path: Path) -> str:
    """The file name without its last extension, as a name that every file system takes and no terminal obeys."""
    text = path.stem.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    text = "".join("_" if c in _UNSAFE or _is_invisible(c) else c for c in text)
    text = text.encode()[:_MAX_BYTES].decode("utf-8", "ignore")
    text = re.sub(r"^[.~\s-]+|[.\s]+$", "_", text)
    return f"_{text}" if not text or _RESERVED.fullmatch(text) else text


def _is_invisible(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
