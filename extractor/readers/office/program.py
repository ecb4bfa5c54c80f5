"""Where LibreOffice is, and what to install when it is nowhere. In: nothing. Out: the start of a command line, or `MissingProgram`."""

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

from extractor.model.errors import MissingProgram

_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
)
_NO_NETWORK = ("--user", "--map-root-user", "--net", "--")
"""Of util-linux `unshare`: a network of its own with nothing in it, without needing rights."""


def find_office() -> str:
    """The path of LibreOffice. Raises `MissingProgram`."""
    for name in _NAMES:
        found = shutil.which(name)
        if found:
            return found
    for place in _PLACES:
        if Path(place).is_file():
            return place
    raise MissingProgram(
        code="missing_libreoffice",
        message_id="Untuk membaca DOC, ODT, dan RTF diperlukan LibreOffice (soffice), yang belum terpasang.",
        message_en="Reading DOC, ODT and RTF needs LibreOffice (soffice), which is not installed.",
        advice_id="Pasang LibreOffice. " + _INSTALL + " Atau simpan berkas itu sebagai DOCX atau PDF.",
        advice_en="Install LibreOffice. " + _INSTALL + " Or save the file as DOCX or PDF.",
    )


_INSTALL = (
    "Debian/Ubuntu: sudo apt install libreoffice-writer-nogui. Fedora: sudo dnf install libreoffice-writer. "
    "Windows: winget install TheDocumentFoundation.LibreOffice."
)


@cache
def without_network() -> tuple[str, ...]:
    """What to put before a command so that it runs without network; empty where the system does not offer that to everybody."""
    unshare = shutil.which("unshare") if os.name == "posix" else None
    if unshare is None:
        return ()
    command = (unshare, *_NO_NETWORK)
    try:
        done = subprocess.run([*command, "true"], capture_output=True, timeout=10, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return command if done.returncode == 0 else ()
