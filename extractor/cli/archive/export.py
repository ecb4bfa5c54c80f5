"""`extract archive export -o FOLDER`: the reports that count as files again.

Without `--parquet` the folder is what `extract` had written: laporan.json and tables of every report, the combined CSV files and the
data package that describes them. With it a lake of Parquet files, partitioned by instansi and tahun.
"""

import re
from pathlib import Path

import click

from extractor.archive.store.arsip import Arsip
from extractor.cli.archive.options import database, said
from extractor.cli.console import Console, printable
from extractor.cli.options import make_console
from extractor.model.errors import ExitCode, OutputError
from extractor.model.options import Lang

_UNSAFE = re.compile(r"[/\\\0]|^\.+")


@click.command(
    "export",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Tulis laporan yang berlaku ke sebuah folder: CSV dengan datapackage.json dan laporan.json, atau Parquet.\n\n"
    "Write the reports that count into a folder: CSV with datapackage.json and laporan.json, or Parquet.",
)
@database
@click.option("-o", "--output", default="ekspor", show_default=True, type=click.Path(path_type=Path), help="Folder.")
@click.option(
    "--parquet", is_flag=True, help="Parquet, dibagi menurut instansi dan tahun. Partitioned by instansi and tahun."
)
@click.option("--overwrite", is_flag=True, help="Ganti seluruh isi folder itu. Replace all that is in that folder.")
@click.option("--safe-csv", is_flag=True, help="Amankan teks CSV yang mirip rumus. Disarm formula-like text in CSV.")
@said
def command(
    *, db: Path, output: Path, parquet: bool, overwrite: bool, safe_csv: bool, lang: Lang, quiet: bool
) -> ExitCode:
    from extractor.emit.atomic import growing_folder, make_folder

    console = make_console(lang, quiet, 0)
    with Arsip(db) as arsip:
        _check(output, overwrite)
        make_folder(output.parent)
        with growing_folder(output) as folder:
            count = _parquet(arsip, folder, console) if parquet else _csv(arsip, folder, safe_csv)
    shown = printable(str(output))
    console.say(f"{count} laporan: {shown}", f"{count} reports: {shown}")
    return ExitCode.DONE


def _check(output: Path, overwrite: bool) -> None:
    """A folder with something in it is replaced only when it is said. Raises `OutputError`."""
    if overwrite or not output.exists() or (output.is_dir() and not any(output.iterdir())):
        return
    raise OutputError(
        code="output_exists",
        message_id=f"{output} sudah ada isinya.",
        message_en=f"{output} is not empty.",
        advice_id="Pilih folder lain dengan -o, atau ganti seluruh isinya dengan --overwrite.",
        advice_en="Choose another folder with -o, or replace all that is in it with --overwrite.",
    )


def _csv(arsip: Arsip, folder: Path, safe: bool) -> int:
    from extractor.emit.combined import ROOT_NAMES, write_combined
    from extractor.emit.report_folder import write_report
    from extractor.emit.unique import Names

    names = Names("{}-{}")
    for name in ROOT_NAMES:
        names.take(name)
    stems = []
    for name, laporan in arsip.reports():
        # An archive may come from anybody: a name in it must not lead out of the folder.
        stems.append(names.take(_UNSAFE.sub("_", name) or "_"))
        write_report(folder / stems[-1], laporan, safe_csv=safe)
    write_combined(folder, stems, safe_csv=safe)
    return len(stems)


def _parquet(arsip: Arsip, folder: Path, console: Console) -> int:
    from extractor.emit.parquet import Lake

    lake = Lake(folder)
    count = 0
    for instansi_id, instansi in arsip.agencies():
        reports = arsip.of_agency(instansi_id)
        lake.add_agency(instansi, reports, arsip.figures_of_agency(instansi_id))
        count += len(reports)
    lake.finish()
    if lake.lost:
        console.say(
            f"{lake.lost} angka terlalu panjang untuk desimal Parquet: hanya teksnya yang ditulis",
            f"{lake.lost} figures are too long for a Parquet decimal: only their text is written",
        )
    return count
