"""`extract FILE|DIR… -o out/`: read reports and write what is in them. The default command."""

from pathlib import Path
from typing import Literal

import click

from extractor.cli import COMMANDS, DEFAULT
from extractor.cli.options import common, make_console, reading_options
from extractor.model.errors import ExitCode
from extractor.model.options import Lang, Options, PageRange, SecondOpinion


class _WithCommands(click.Command):
    """A command whose help lists the other commands."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.help) for name, entry in COMMANDS.items()])
        super().format_epilog(ctx, formatter)


def _show_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    del param
    if value and not ctx.resilient_parsing:
        from extractor.model.version import VERSION

        click.echo(f"lkip-extractor {VERSION}")
        ctx.exit()


@click.command(
    DEFAULT,
    cls=_WithCommands,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Ubah laporan kinerja (LKIP: PDF, Word, pindaian, salinan teks) menjadi data. Turn performance reports into data.\n\n"
    "INPUT: berkas, atau folder beserta isinya / files, or folders with all that is in them.",
    epilog="Tidak ada yang dikirim ke jaringan. Nothing is sent over a network.",
)
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    default="out",
    show_default=True,
    help="Folder keluaran; '-': laporan.json satu laporan ke stdout. Output folder, or '-' for stdout.",
)
@click.option("--json", "as_json", is_flag=True, help="Ringkasan sebagai JSON ke stdout. Summary as JSON on stdout.")
@click.option("--safe-csv", is_flag=True, help="Amankan teks CSV yang mirip rumus. Disarm formula-like text in CSV.")
@click.option(
    "--fail-on",
    type=click.Choice(["E", "W"]),
    help="Kode keluar 7 bila ada temuan setingkat ini. Exit code 7 when findings reach this level.",
)
@click.option("--overwrite", is_flag=True, help="Timpa hasil laporan lain. Replace results of other reports.")
@click.option(
    "--second-opinion",
    type=click.Choice(["off", "doubt", "all"]),
    default="off",
    show_default=True,
    help="Tanya mesin lain bila hasil baca diragukan, atau untuk semua tabel. Ask other engines where a reading is in doubt.",
)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="Versi.")
@common
def command(
    *,
    inputs: tuple[Path, ...],
    output: str,
    as_json: bool,
    safe_csv: bool,
    fail_on: Literal["E", "W"] | None,
    overwrite: bool,
    second_opinion: SecondOpinion,
    pages: tuple[PageRange, ...] | None,
    password: str | None,
    lang: Lang,
    quiet: bool,
    verbose: int,
) -> ExitCode:
    from extractor.cli.extract_run import to_folder, to_stdout

    console = make_console(lang, quiet, verbose)
    options: Options = reading_options(pages, password, lang, second_opinion)
    if output != "-":
        from extractor.batch.output import Output

        target = Output(Path(output), safe_csv=safe_csv, overwrite=overwrite)
        return to_folder(inputs, target, options, console, as_json=as_json, fail_on=fail_on)
    if as_json or len(inputs) > 1 or inputs[0].is_dir():
        raise click.UsageError(
            "-o - hanya untuk satu berkas dan tanpa --json / -o - takes a single file and no --json",
            click.get_current_context(),
        )
    return to_stdout(inputs[0], options, console, fail_on=fail_on)
