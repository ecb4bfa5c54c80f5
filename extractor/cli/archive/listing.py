"""`extract archive list`: the reports of an archive, one a row."""

from pathlib import Path

import click

from extractor.cli.archive.options import answer_format, database, said
from extractor.cli.options import make_console
from extractor.model.errors import ExitCode
from extractor.model.options import Lang


@click.command(
    "list",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Daftar laporan di arsip. List the reports of the archive.",
)
@database
@click.option("--tahun", help="Tahun laporan: 2020, 2018-2020, 2018-. Year of the report.")
@click.option("--instansi", help="Kata dalam nama instansi. Words of the agency's name.")
@click.option(
    "--versi", "versions", is_flag=True, help="Semua versi, juga yang digantikan. All versions, replaced too."
)
@answer_format
@said
def command(
    *,
    db: Path,
    tahun: str | None,
    instansi: str | None,
    versions: bool,
    as_csv: bool,
    as_json: bool,
    limit: int | None,
    lang: Lang,
    quiet: bool,
) -> ExitCode:
    from extractor.archive.store.arsip import Arsip
    from extractor.archive.store.syarat import Pilihan
    from extractor.cli.archive.answer import write_answer

    console = make_console(lang, quiet, 0)
    with Arsip(db) as arsip:
        found = arsip.ask("versi" if versions else "laporan", Pilihan(tahun=tahun, instansi=instansi))
    write_answer(found, console, as_csv=as_csv, as_json=as_json, limit=limit)
    if not found.rows:
        console.say("Tidak ada laporan.", "No reports.")
    return ExitCode.DONE
