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
    "OUT: folder hasil `extract`, atau folder satu laporan / folders written by `extract`, or of one report. "
    "Atau arsip / or an archive: --db.",
)
@click.argument("outputs", metavar="[OUT]...", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--db", type=click.Path(path_type=Path), help="Arsip sebagai ganti folder. An archive in place of folders."
)
@click.option("--instansi", help="Dengan --db: kata dalam nama instansi. With --db: words of the agency's name.")
@click.option("--tahun", help="Dengan --db: tahun laporan, mis. 2019-2022. With --db: years of the reports.")
@click.option(
    "-o", "--output", default="banding", show_default=True, type=click.Path(path_type=Path), help="Folder keluaran."
)
@click.option(
    "--corrections",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Putusan pembaca tentang padanan (bawaan: corrections.csv di folder keluaran). A reader's decisions about matches.",
)
@click.option("--safe-csv", is_flag=True, help="Amankan teks CSV yang mirip rumus. Disarm formula-like text in CSV.")
@click.option(
    "--lang", type=click.Choice(["id", "en"]), default="id", help="Bahasa pesan (bawaan: id). Language of messages."
)
@click.option("-q", "--quiet", is_flag=True, help="Hanya galat. Errors only.")
def command(
    *,
    outputs: tuple[Path, ...],
    db: Path | None,
    instansi: str | None,
    tahun: str | None,
    output: Path,
    corrections: Path | None,
    safe_csv: bool,
    lang: Lang,
    quiet: bool,
) -> ExitCode:
    from extractor.archive.compare import compare
    from extractor.archive.putusan import FILE_NAME
    from extractor.cli.compare_files import read_archive, read_corrections, read_reports, table_names
    from extractor.cli.console import printable
    from extractor.emit.atomic import make_folder, write_file
    from extractor.emit.perbandingan import comparison_files

    console = make_console(lang, quiet, 0)
    if (db is None) != bool(outputs) or (db is None and (instansi or tahun)):
        raise click.UsageError("Berikan OUT, atau --db / Give OUT, or --db", click.get_current_context())
    reports = read_reports(outputs) if db is None else read_archive(db, instansi, tahun)
    decisions = read_corrections(corrections or output / FILE_NAME)
    found = compare(reports, decisions.decide)
    make_folder(output)
    if corrections is not None and corrections.resolve() != (output / FILE_NAME).resolve():
        write_file(output / FILE_NAME, corrections.read_bytes())
    for name, content in comparison_files(found, safe_csv=safe_csv, tables=table_names(reports)).items():
        write_file(output / name, content)
    if decisions.unused:
        lines = ", ".join(map(str, decisions.unused))
        console.say(
            f"Putusan yang tidak mengenai indikator mana pun: baris {lines}",
            f"Decisions that met no indicators: line {lines}",
        )
    doubtful = sum(row.relasi == "doubtful" for row in found.padanan)
    series = len({row.seri for row in found.padanan})
    console.say(
        f"{series} seri, {len(found.beda)} angka berbeda, {doubtful} padanan diragukan: {printable(str(output))}",
        f"{series} series, {len(found.beda)} figures told differently, {doubtful} doubtful matches: {printable(str(output))}",
    )
    page = printable(str(output / "perbandingan.html"))
    console.say(f"Buka: {page}", f"Open next: {page}")
    return ExitCode.DONE
