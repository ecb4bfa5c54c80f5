"""`extract xlsx OUT…`: a workbook `laporan.xlsx` for every report that was extracted before. Nothing is read again but `laporan.json`."""

from pathlib import Path

import click

from extractor.cli.options import make_console
from extractor.model.errors import ExitCode
from extractor.model.options import Lang


@click.command(
    "xlsx",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Tulis laporan.xlsx ke setiap folder laporan di OUT; dokumennya tidak dibaca lagi.\n\n"
    "Write laporan.xlsx into every report's folder in OUT; the documents are not read again.",
)
@click.argument("folders", metavar="OUT...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--lang", type=click.Choice(["id", "en"]), default="id", help="Bahasa pesan (bawaan: id). Language of messages."
)
@click.option("-q", "--quiet", is_flag=True, help="Hanya galat. Errors only.")
def command(*, folders: tuple[Path, ...], lang: Lang, quiet: bool) -> ExitCode:
    from extractor.cli.console import printable
    from extractor.emit.report_folder import report_folders, write_workbook
    from extractor.model.errors import ExtractError

    console = make_console(lang, quiet, 0)
    code = ExitCode.DONE
    for root in folders:
        found = report_folders(root)
        if not found:
            shown = printable(str(root))
            console.line(f"{shown}: tidak ada laporan.json / no laporan.json")
            code = ExitCode.UNREADABLE
        for folder in found:
            try:
                path = write_workbook(folder)
            except ExtractError as error:
                console.error(error)
                code = error.exit_code
            else:
                console.say(f"Ditulis: {printable(str(path))}", f"Written: {printable(str(path))}")
    return code
