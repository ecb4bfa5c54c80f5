"""`extract compare OUT… -o banding/`: reports that were extracted before, side by side over the years."""

from pathlib import Path

import click

from extractor.cli.options import make_console
from extractor.model.errors import ExitCode
from extractor.model.options import Lang


@click.command(
    "compare",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Bandingkan laporan antartahun: indikator, angka yang diceritakan berbeda, anggaran. Compare reports over the years.\n\n"
    "OUT: folder hasil `extract`, atau folder satu laporan / folders written by `extract`, or of one report.",
)
@click.argument("outputs", metavar="OUT...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", default="banding", show_default=True, type=click.Path(path_type=Path), help="Folder keluaran."
)
@click.option("--safe-csv", is_flag=True, help="Amankan teks CSV yang mirip rumus. Disarm formula-like text in CSV.")
@click.option(
    "--lang", type=click.Choice(["id", "en"]), default="id", help="Bahasa pesan (bawaan: id). Language of messages."
)
@click.option("-q", "--quiet", is_flag=True, help="Hanya galat. Errors only.")
def command(*, outputs: tuple[Path, ...], output: Path, safe_csv: bool, lang: Lang, quiet: bool) -> ExitCode:
    from extractor.archive.compare import compare
    from extractor.cli.compare_files import comparison_files, read_reports
    from extractor.emit.atomic import make_folder, write_file

    console = make_console(lang, quiet, 0)
    found = compare(read_reports(outputs))
    make_folder(output)
    for name, content in comparison_files(found, safe=safe_csv).items():
        write_file(output / name, content)
    doubtful = sum(row.relasi == "doubtful" for row in found.padanan)
    series = len({row.seri for row in found.padanan})
    console.say(
        f"{series} seri, {len(found.beda)} angka berbeda, {doubtful} padanan diragukan: {output}",
        f"{series} series, {len(found.beda)} figures told differently, {doubtful} doubtful matches: {output}",
    )
    return ExitCode.DONE
