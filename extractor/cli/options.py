"""Options that every command understands, and how their text is read."""

import re
from collections.abc import Callable
from typing import Any, TypeVar

import click

from extractor.cli.console import Console
from extractor.model.options import Lang, Ocr, Options, PageRange, SecondOpinion

F = TypeVar("F", bound=Callable[..., Any])
_RANGE = re.compile(r"\s*(\d{1,7})\s*(?:(-)\s*(\d{1,7})?\s*)?")


def page_ranges(ctx: click.Context, param: click.Parameter, text: str | None) -> tuple[PageRange, ...] | None:
    """`1-3,7,10-` as ranges of 1-based page numbers. Raises `click.BadParameter`."""
    if text is None:
        return None
    return tuple(_range(part, ctx, param) for part in text.split(","))


def _range(part: str, ctx: click.Context, param: click.Parameter) -> PageRange:
    match = _RANGE.fullmatch(part)
    if match is None:
        raise click.BadParameter(f"{part!r}: tulis seperti 1-3,7,10- / write it like 1-3,7,10-", ctx, param)
    first = int(match[1])
    last = int(match[3]) if match[3] else (None if match[2] else first)
    if first < 1 or (last is not None and last < first):
        raise click.BadParameter(
            f"{part!r}: halaman mulai dari 1 dan urut naik / pages begin at 1 and go up", ctx, param
        )
    return first, last


def common(function: F) -> F:
    """Adds the options that say how a report is read and how much is said."""
    for option in reversed(
        (
            click.option(
                "--pages",
                metavar="1-3,7",
                callback=page_ranges,
                help="Halaman yang dibaca, mis. 1-3,7,10-. Pages to read.",
            ),
            click.option("--password", help="Kata sandi PDF. Password of the PDF."),
            click.option(
                "--ocr",
                type=click.Choice(["auto", "off"]),
                default="auto",
                help="Baca halaman gambar bila ekstra scan terpasang (bawaan: auto). Read scanned pages.",
            ),
            click.option(
                "--lang",
                type=click.Choice(["id", "en"]),
                default="id",
                help="Bahasa pesan (bawaan: id). Language of messages.",
            ),
            click.option("-q", "--quiet", is_flag=True, help="Hanya galat. Errors only."),
            click.option("-v", "--verbose", count=True, help="Lebih rinci; -vv: log. Say more; -vv: log."),
        )
    ):
        function = option(function)
    return function


def reading_options(
    pages: tuple[PageRange, ...] | None,
    password: str | None,
    ocr: Ocr,
    lang: Lang,
    second_opinion: SecondOpinion = "off",
) -> Options:
    return Options(pages=pages, lang=lang, password=password, ocr=ocr, second_opinion=second_opinion)


def make_console(lang: Lang, quiet: bool, verbose: int) -> Console:
    """The console, with the log of the program and its libraries shown from -vv on and otherwise kept silent."""
    import logging

    if verbose > 1:
        logging.basicConfig(level=logging.DEBUG, format="%(name)s: %(message)s")
    else:
        logging.getLogger().addHandler(logging.NullHandler())
    return Console(lang, quiet=quiet, verbose=verbose)
