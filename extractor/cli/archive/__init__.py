"""`extract archive add|list|query|export`: many reports in one SQLite file. Each subcommand's module is imported when it is called."""

import importlib

import click

from extractor.cli import Entry

_COMMANDS = {
    "add": Entry("add", "Tambahkan laporan hasil `extract`. Add reports that were extracted."),
    "list": Entry("listing", "Daftar laporan di arsip. List the reports."),
    "query": Entry("query", "Tanyai arsip. Ask the archive."),
    "export": Entry("export", "Tulis isi arsip sebagai CSV atau Parquet. Write it as CSV or Parquet."),
}


class _Lazy(click.Group):
    """A group that knows the names of its commands and imports one when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return [*_COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"extractor.cli.archive.{_COMMANDS[cmd_name].module}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.help) for name, entry in _COMMANDS.items()])


command = _Lazy(
    "archive",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Banyak laporan dalam satu berkas SQLite: tambahkan, daftar, tanyai, ekspor.\n\n"
    "Many reports in one SQLite file: add, list, ask, export. Every figure keeps its file, page, box, printed text and proof; "
    "a corrected report replaces its predecessor, and both stay known. The file opens in Datasette: "
    "datasette arsip.db --metadata arsip.metadata.json --setting suggest_facets off",
)
