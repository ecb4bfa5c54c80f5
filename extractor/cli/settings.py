"""Limits and other settings of a run from options and a profile file. Texts and a path in, values out; says what is wrong and where.

A profile is TOML: `[limits]` with the names of `Limits`, and `[options]` with the long names of the command's options.
"""

import codecs
import locale
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from extractor.model.errors import MissingInput
from extractor.model.limits import Limits, with_limits

_TABLES = ("limits", "options")


def read_profile(path: Path) -> Mapping[str, Mapping[str, Any]]:
    """The tables of a profile file. Raises `MissingInput` or `click.UsageError`."""
    import tomllib

    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise MissingInput(
            message_id=f"Berkas profil tidak bisa dibaca: {path}.", message_en=f"Cannot read the profile file: {path}."
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise click.UsageError(f"{path}: profil bukan TOML yang sah / the profile is no valid TOML: {error}") from error
    unknown = sorted(content.keys() - set(_TABLES))
    if unknown or not all(isinstance(value, dict) for value in content.values()):
        raise click.UsageError(
            f"{path}: hanya tabel [limits] dan [options] / only tables [limits], [options]: {unknown}"
        )
    return content


def profile_defaults(ctx: click.Context, param: click.Parameter, path: Path | None) -> Path | None:
    """Make the profile's `[options]` the defaults of the command; what is written on the command line wins."""
    del param
    if path is not None:
        wanted = {name.replace("-", "_"): value for name, value in read_profile(path).get("options", {}).items()}
        known = {parameter.name for parameter in ctx.command.params} - {"inputs", "profile"}
        unknown = sorted(wanted.keys() - known)
        if unknown:
            raise click.UsageError(f"{path}: [options] tidak dikenal / unknown: {', '.join(unknown)}", ctx)
        ctx.default_map = {**(ctx.default_map or {}), **wanted}
    return path


def make_limits(profile: Path | None, texts: Iterable[str]) -> Limits:
    """The defaults, changed by the profile, changed by `name=value` texts. Raises `WrongLimit`."""
    limits = Limits()
    if profile is not None:
        limits = with_limits(limits, read_profile(profile).get("limits", {}))
    return with_limits(limits, dict(text.partition("=")[::2] for text in texts))


def listed_paths(source: Path) -> list[Path]:
    """Paths in a list file ('-': stdin), one on each line, or parted by NUL. Raises `MissingInput`.

    Lists are made on Windows, too: PowerShell writes UTF-16, other programs a mark before UTF-8, or the system's own code page.
    """
    try:
        content = sys.stdin.buffer.read() if str(source) == "-" else source.read_bytes()
    except OSError as error:
        raise MissingInput(
            message_id=f"Daftar berkas tidak bisa dibaca: {source}.",
            message_en=f"Cannot read the list of files: {source}.",
        ) from error
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        content = content.decode("utf-16", "replace").encode()
    content = content.removeprefix(codecs.BOM_UTF8)
    parts = content.split(b"\0") if b"\0" in content else content.splitlines()
    return [Path(_decoded(part)) for part in parts if part.strip()]


def _decoded(name: bytes) -> str:
    try:
        return os.fsdecode(name)
    except UnicodeDecodeError:
        return name.decode(locale.getpreferredencoding(False), "replace")
