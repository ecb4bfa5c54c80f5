"""Options that the archive's commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])
DATABASE = "arsip.db"


def database(function: F) -> F:
    """Adds `--db`."""
    return click.option(
        "--db",
        default=DATABASE,
        show_default=True,
        type=click.Path(path_type=Path),
        help="Berkas arsip. The archive's file.",
    )(function)


def said(function: F) -> F:
    """Adds `--lang` and `-q`."""
    quiet = click.option("-q", "--quiet", is_flag=True, help="Hanya galat. Errors only.")
    lang = click.option(
        "--lang", type=click.Choice(["id", "en"]), default="id", help="Bahasa pesan (bawaan: id). Language of messages."
    )
    return lang(quiet(function))


def answer_format(function: F) -> F:
    """Adds `--csv`, `--json` and `--limit`."""
    as_csv = click.option("--csv", "as_csv", is_flag=True, help="Sebagai CSV. As CSV.")
    as_json = click.option("--json", "as_json", is_flag=True, help="Sebagai JSON. As JSON.")
    limit = click.option(
        "--limit",
        type=click.IntRange(min=0),
        help="Paling banyak sekian baris (bawaan: 100 untuk tabel, 0 = semua untuk CSV dan JSON). At most so many rows.",
    )
    return as_csv(as_json(limit(function)))
