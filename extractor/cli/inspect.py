"""`extract inspect FILE`: which BAB, subbab and Tabel a report has. Nothing is written but the answer on stdout."""

from pathlib import Path

import click

from extractor.cli.options import common, make_console, reading_options
from extractor.model.errors import ExitCode
from extractor.model.options import Lang, PageRange


@click.command(
    "inspect",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Tampilkan BAB, subbab, dan Tabel sebuah laporan; tidak ada yang ditulis.\n\n"
    "Show the chapters, sections and tables of a report; nothing is written.",
)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Sebagai JSON. As JSON.")
@common
def command(
    *,
    file: Path,
    as_json: bool,
    pages: tuple[PageRange, ...] | None,
    password: str | None,
    lang: Lang,
    quiet: bool,
    verbose: int,
) -> ExitCode:
    from extractor import pipeline
    from extractor.cli.streams import data_stdout
    from extractor.cli.tree import outline_json, outline_lines
    from extractor.model.errors import ExtractError

    console = make_console(lang, quiet, verbose)
    try:
        with data_stdout() as write:
            outline = pipeline.inspect(file, reading_options(pages, password, lang))
            write(
                outline_json(outline) if as_json else "".join(f"{x}\n" for x in outline_lines(outline, lang)).encode()
            )
    except ExtractError as error:
        console.error(file, error)
        return error.exit_code
    return ExitCode.DONE
