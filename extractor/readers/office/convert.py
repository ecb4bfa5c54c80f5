"""One run of LibreOffice: a document in, a DOCX out, in a folder that is thrown away afterwards.

The document is copied under a plain name first, so that nothing of its own name or place reaches the other program. Children of
LibreOffice that outlive it are killed with their process group, whatever happens here.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from extractor.model.errors import DamagedInput, TooLarge
from extractor.readers.office.limits import OfficeLimits
from extractor.readers.office.program import find_office, without_network

NAME = "masuk"
_SETTINGS = "registrymodifications.xcu"
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
)
_ITEM = '<item oor:path="/org.openoffice.{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>\n'
_PROFILE = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "2"),
    ("Office.Writer/Content/Update", "Field", "false"),
    ("Office.Common/Save/Document", "LoadPrinter", "false"),
    # A proxy where nobody listens: the second lock where the system gives no network namespace.
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("Inet/Settings", "ooInetNoProxy", ""),
)
_PASSED_ON = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TEMP", "TMP", "LD_LIBRARY_PATH", "FONTCONFIG_PATH")


def to_docx(path: Path, kind: str, folder: Path, limits: OfficeLimits) -> Path:
    """The DOCX made of `path`, in `folder` (empty, ours). Raises `MissingProgram`, `DamagedInput`, `TooLarge`."""
    program = find_office()
    source = folder / f"{NAME}.{kind}"
    shutil.copyfile(path, source)
    out = folder / "keluar"
    out.mkdir()
    _write_profile(folder / "profil")
    command = [
        *without_network(),
        program,
        f"-env:UserInstallation={(folder / 'profil').as_uri()}",
        "--headless", "--invisible", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard", "--nologo",
        "--convert-to", "docx:MS Word 2007 XML",
        "--outdir", str(out),
        str(source),
    ]  # fmt: skip
    _run(command, folder, limits)
    made = out / f"{NAME}.docx"
    if not made.is_file():
        raise DamagedInput(
            code="office_no_document",
            message_id="LibreOffice tidak dapat membuka berkas ini; isinya rusak atau bukan dokumen teks.",
            message_en="LibreOffice cannot open this file; it is damaged or no text document.",
        )
    return made


def engine_of(made: Path) -> str:
    """The name and version that LibreOffice writes into its documents, up to the first `$`."""
    import re

    with contextlib.suppress(zipfile.BadZipFile, KeyError, OSError), zipfile.ZipFile(made) as archive:
        match = re.search(rb"<Application>([^<$]{1,60})", archive.read("docProps/app.xml")[:4096])
        if match:
            return match.group(1).decode("utf-8", "replace").replace("/", " ")
    return "LibreOffice"


def _write_profile(profile: Path) -> None:
    user = profile / "user"
    user.mkdir(parents=True)
    items = "".join(_ITEM.format(*setting) for setting in _PROFILE)
    (user / _SETTINGS).write_text(f"{_HEAD}{items}</oor:items>\n", encoding="utf-8")


def _run(command: list[str], folder: Path, limits: OfficeLimits) -> None:
    """Run to its end, or to the time limit; no process of it is left."""
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ} | {"HOME": str(folder)}
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        **_own_group(limits),
    )
    try:
        process.wait(limits.max_seconds)
    except subprocess.TimeoutExpired as error:
        raise TooLarge(
            code="office_too_long",
            message_id=f"LibreOffice belum selesai setelah {limits.max_seconds:g} detik; berkas ini dilewati (batas max_seconds).",
            message_en=f"LibreOffice was not done after {limits.max_seconds:g} seconds; this file is given up (limit max_seconds).",
            advice_id="Buka berkas itu dengan Word atau LibreOffice, lalu simpan sebagai DOCX.",
            advice_en="Open it in Word or LibreOffice and save it as DOCX.",
        ) from error
    finally:
        _kill_group(process)


def _own_group(limits: OfficeLimits) -> dict[str, Any]:
    if os.name != "posix":
        return {"creationflags": getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)}
    return {"start_new_session": True, "preexec_fn": _limited(limits)}


def _limited(limits: OfficeLimits) -> Callable[[], None]:
    """Sets the limits in the child before it becomes LibreOffice; imports are done before, in the parent."""
    import resource

    bounds = (
        (resource.RLIMIT_CPU, limits.max_cpu_seconds),
        (resource.RLIMIT_AS, limits.max_memory_bytes),
        (resource.RLIMIT_FSIZE, limits.max_output_bytes),
        (resource.RLIMIT_CORE, 0),
    )

    def set_limits() -> None:
        for kind, most in bounds:
            _, hard = resource.getrlimit(kind)
            resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard),) * 2)

    return set_limits


def _kill_group(process: "subprocess.Popen[bytes]") -> None:
    """The group is the session that began with the process; where there are none, the process and its children by `taskkill`."""
    if os.name == "posix":
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    process.wait()
