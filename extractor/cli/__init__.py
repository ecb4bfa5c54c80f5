"""The command `extract`: arguments in, exit code out. stdout carries data only, everything for people goes to stderr.

`COMMANDS` is the table of commands. A module named in it is imported when its command is called and has a
`command` (a `click.Command` that returns an `ExitCode`); the first word of the arguments chooses, else `extract` is meant.
"""

import gc
import sys
from collections.abc import Sequence
from typing import NamedTuple


class Entry(NamedTuple):
    """Where a command lives, and one line about it for `extract --help`."""

    module: str
    help: str


DEFAULT = "extract"
COMMANDS: dict[str, Entry] = {
    "extract": Entry("extractor.cli.extract", "Ekstrak laporan ke sebuah folder (bawaan). Extract reports (default)."),
    "inspect": Entry("extractor.cli.inspect", "Tampilkan BAB dan Tabel saja. Show chapters and tables only."),
    "xlsx": Entry("extractor.cli.xlsx", "Buku kerja dari hasil yang ada. Workbooks of what was extracted."),
    "compare": Entry("extractor.cli.compare", "Bandingkan laporan antartahun. Compare reports over the years."),
    "archive": Entry(
        "extractor.cli.archive", "Arsip banyak laporan: add, list, query, export. Many reports in one file."
    ),
    "explain": Entry("extractor.cli.explain", "Jelaskan kode temuan. Explain the code of a finding."),
}


def main(arguments: Sequence[str] | None = None) -> None:
    """The console command; ends the process with its exit code."""
    # A report is made of some hundred thousand small values without cycles; looking for cycles among them costs a tenth of the time.
    gc.set_threshold(100_000, 20, 20)
    from extractor.cli.run import run

    words = list(sys.argv[1:] if arguments is None else arguments)
    named = bool(words) and words[0] in COMMANDS
    code = run(words[0] if named else DEFAULT, words[1:] if named else words, named=named)
    # All memory goes with the process: nothing has to be looked for in it at its end, which would take as long as reading some pages.
    gc.freeze()
    sys.exit(code)
