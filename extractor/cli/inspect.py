"""`extract inspect FILE`: which BAB, subbab and Tabel a report has. Nothing is written but the answer on stdout.

With `--draw DIR` also images of its pages, with what was read drawn on them.
"""

from pathlib import Path

import click

from extractor.cli.console import Console
from extractor.cli.options import common, make_console, reading_options
from extractor.model.errors import ExitCode
from extractor.model.options import Lang, Ocr, Options, PageRange


@click.command(
    "inspect",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Tampilkan BAB, subbab, dan Tabel sebuah laporan; tidak ada yang ditulis kecuali dengan --draw.\n\n"
    "Show the chapters, sections and tables of a report; nothing is written except with --draw.",
)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Sebagai JSON. As JSON.")
@click.option(
    "--draw",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Gambar halaman beserta tabelnya ke DIR. Draw pages with their tables into DIR.",
)
@common
def command(
    *,
    file: Path,
    as_json: bool,
    folder: Path | None,
    pages: tuple[PageRange, ...] | None,
    password: str | None,
    ocr: Ocr,
    lang: Lang,
    quiet: bool,
    verbose: int,
) -> ExitCode:
    from extractor import pipeline
    from extractor.cli.streams import data_stdout
    from extractor.cli.tree import outline_json, outline_lines
    from extractor.model.errors import ExtractError, Problem

    console = make_console(lang, quiet, verbose)
    options = reading_options(pages, password, ocr, lang)
    try:
        with data_stdout() as write:
            outline = pipeline.inspect(file, options)
            write(
                outline_json(outline) if as_json else "".join(f"{x}\n" for x in outline_lines(outline, lang)).encode()
            )
            if folder is not None:
                _draw(file, folder, options, console)
    except ExtractError as error:
        console.problem(str(file), Problem.of(error))
        return error.exit_code
    return ExitCode.DONE


def _draw(file: Path, folder: Path, options: Options, console: Console) -> None:
    """Images of the pages into `folder`, and a sentence where they are."""
    from extractor import pipeline
    from extractor.cli.console import printable
    from extractor.review.draw import draw_pages

    turns: dict[int, int] = {}
    report = pipeline.run(file, options, turns=turns)
    written = draw_pages(file, report, folder, options, turns)
    place = printable(str(folder))
    console.say(f"{len(written)} gambar halaman di {place}", f"{len(written)} page images in {place}")
