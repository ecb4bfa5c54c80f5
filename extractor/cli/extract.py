"""`extract FILE|DIR… -o out/`: read reports and write what is in them. The default command."""

from pathlib import Path
from typing import Literal

import click

from extractor.cli import COMMANDS, DEFAULT
from extractor.cli.options import common, make_console, reading_options
from extractor.cli.settings import listed_paths, make_limits, profile_defaults
from extractor.model.errors import ExitCode
from extractor.model.options import Lang, Ocr, PageRange, SecondOpinion


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
@click.argument("inputs", metavar="INPUT...", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    default="out",
    show_default=True,
    help="Folder keluaran; '-': laporan.json satu laporan ke stdout. Output folder, or '-' for stdout.",
)
@click.option("--json", "as_json", is_flag=True, help="Ringkasan sebagai JSON ke stdout. Summary as JSON on stdout.")
@click.option("--safe-csv", is_flag=True, help="Amankan teks CSV yang mirip rumus. Disarm formula-like text in CSV.")
@click.option("--xlsx", is_flag=True, help="Tulis juga laporan.xlsx per laporan. Write a workbook of each report too.")
@click.option(
    "--fail-on",
    type=click.Choice(["E", "W"]),
    help="Kode keluar 7 bila ada temuan setingkat ini. Exit code 7 when findings reach this level.",
)
@click.option(
    "--second-opinion",
    type=click.Choice(["off", "doubt", "all"]),
    default="off",
    show_default=True,
    help="Tanya mesin lain bila hasil baca diragukan, atau untuk semua tabel. Ask other engines where a reading is in doubt.",
)
@click.option(
    "--overwrite",
    is_flag=True,
    help="Baca ulang semuanya, timpa hasil lama. Read all again, replace earlier results (default: go on where a run ended).",
)
@click.option(
    "--files-from",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="LIST",
    help="Daftar berkas, satu per baris ('-': stdin). List of inputs, one a line.",
)
@click.option(
    "--jobs", type=click.IntRange(min=1), help="Banyaknya proses pembaca (bawaan: jumlah prosesor). Worker processes."
)
@click.option(
    "--limit",
    "limits",
    multiple=True,
    metavar="NAMA=NILAI",
    help="Batas per dokumen, mis. memory_mb=3000. A limit per document; see docs/commands.md.",
)
@click.option(
    "--profile",
    type=click.Path(path_type=Path),
    is_eager=True,
    callback=profile_defaults,
    help="Berkas TOML berisi [limits] dan [options]. Settings from a TOML file.",
)
@click.option(
    "--log",
    type=click.Path(path_type=Path),
    help="Catatan kejadian, satu baris JSON per kejadian. Event log (JSON lines).",
)
@click.option(
    "--cluster", metavar="ALAMAT", help="Alamat penjadwal Dask, mis. tcp://host:8786. Address of a Dask scheduler."
)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="Versi.")
@common
def command(
    *,
    inputs: tuple[Path, ...],
    output: str,
    as_json: bool,
    safe_csv: bool,
    xlsx: bool,
    fail_on: Literal["E", "W"] | None,
    overwrite: bool,
    second_opinion: SecondOpinion,
    files_from: Path | None,
    jobs: int | None,
    limits: tuple[str, ...],
    profile: Path | None,
    log: Path | None,
    cluster: str | None,
    pages: tuple[PageRange, ...] | None,
    password: str | None,
    ocr: Ocr,
    lang: Lang,
    quiet: bool,
    verbose: int,
) -> ExitCode:
    from extractor.cli.extract_run import Run, execute

    console = make_console(lang, quiet, verbose)
    inputs = _all_inputs(inputs, files_from)
    if output == "-" and (as_json or len(inputs) > 1 or inputs[0].is_dir()):
        raise click.UsageError(
            "-o - hanya untuk satu berkas dan tanpa --json / -o - takes a single file and no --json",
            click.get_current_context(),
        )
    run = Run(
        inputs=inputs,
        out=None if output == "-" else Path(output),
        options=reading_options(pages, password, ocr, lang, second_opinion),
        limits=make_limits(profile, limits),
        safe_csv=safe_csv,
        xlsx=xlsx,
        overwrite=overwrite,
        jobs=jobs,
        log=log,
        cluster=cluster,
        as_json=as_json,
        fail_on=fail_on,
    )
    return execute(run, console)


def _all_inputs(inputs: tuple[Path, ...], files_from: Path | None) -> tuple[Path, ...]:
    if files_from is not None:
        inputs = (*inputs, *listed_paths(files_from))
    if not inputs:
        raise click.UsageError("Missing argument 'INPUT...'.", click.get_current_context())
    return inputs
