"""`extract archive query QUESTION [WORDS]`: a named question, or a SELECT of one's own, answered from the archive on stdout."""

from pathlib import Path

import click

from extractor.cli.archive.options import answer_format, database, said
from extractor.cli.options import make_console
from extractor.model.errors import ExitCode
from extractor.model.options import Lang

_NAMED_BY_FILE = ("indikator", "anggaran", "temuan", "angka", "angka_anggaran")
"""A table for people has the file's name for that of the report, which CSV and JSON have too."""


class _WithQuestions(click.Command):
    """A command whose help lists the questions with the options that each one knows."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from extractor.archive.store.tanya import SOAL

        with formatter.section("Pertanyaan / Questions"):
            formatter.write_dl(
                [
                    (
                        f"{name} KATA" if "kata" in soal.options else name,
                        f"{soal.help_id} {soal.help_en} "
                        f"[{' '.join(f'--{option}' for option in soal.options if option != 'kata')}]",
                    )
                    for name, soal in SOAL.items()
                ]
            )
        super().format_epilog(ctx, formatter)


@click.command(
    "query",
    cls=_WithQuestions,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Tanyai arsip; jawabannya ke stdout. Ask the archive; the answer goes to stdout.\n\n"
    "KATA: kata yang harus ada, urutan dan huruf besar bebas; kata* = awalan (dicari juga bila tidak ada kata utuh). Words that must be "
    "there, in any order and case; kata* is a beginning, looked for too where no whole word fits.\n\n"
    "“…”: tercetak, tetapi bukan angka. Printed, but no number. ragu: angka yang dibantah laporannya sendiri. Figures that their own "
    "report contradicts.",
    epilog="Hanya versi yang berlaku yang ditanyai, kecuali oleh `versi`. Only versions that count are asked, except by `versi`.",
)
@click.argument("question", metavar="[PERTANYAAN]", required=False)
@click.argument("words", metavar="[KATA]...", nargs=-1)
@database
@click.option(
    "--tahun", help="Tahun angka (indikator, anggaran) atau laporan: 2020, 2018-2020, 2018,2020, 2018-. Years."
)
@click.option("--instansi", help="Kata dalam nama instansi. Words of the agency's name.")
@click.option("--laporan", help="Kata dalam nama laporan atau berkasnya. Words of the report's or its file's name.")
@click.option("--kode", help="Kode rekening atau program, beserta di bawahnya. Code, and all under it.")
@click.option("--level", help="program, kegiatan, sub_kegiatan, belanja, …")
@click.option("--severity", help="E, W, I; beberapa dengan koma. Several with commas.")
@click.option("--code", help="Kode temuan, mis. CAPAIAN. Code of the finding.")
@click.option("--proof", help="proved, supported, unchecked, contradicted.")
@click.option("--sql", help="Satu SELECT sendiri, hanya baca. A SELECT of your own, read-only.")
@answer_format
@said
def command(
    *,
    question: str | None,
    words: tuple[str, ...],
    db: Path,
    sql: str | None,
    as_csv: bool,
    as_json: bool,
    limit: int | None,
    lang: Lang,
    quiet: bool,
    **chosen: str | None,
) -> ExitCode:
    from extractor.archive.store.arsip import Arsip
    from extractor.archive.store.syarat import Pilihan
    from extractor.cli.archive.answer import without, write_answer

    console = make_console(lang, quiet, 0)
    context = click.get_current_context()
    pilihan = Pilihan(kata=" ".join(words) or None, **chosen)
    if (question is None) == (sql is None):
        raise click.UsageError("Berikan PERTANYAAN atau --sql / Give a question or --sql", context)
    if sql is not None and pilihan.given():
        raise click.UsageError("--sql berdiri sendiri / --sql stands alone", context)
    with Arsip(db) as arsip:
        found = arsip.ask_sql(sql) if sql is not None else arsip.ask(question or "", pilihan)
        begun = pilihan.as_beginnings()
        if not found.rows and begun != pilihan:
            found = arsip.ask(question or "", begun)
            if found.rows:
                console.say(
                    f"Tidak ada yang memuat kata itu utuh; dicari {begun.kata}.",
                    f"Nothing has these words whole; looked for {begun.kata}.",
                )
    if not (as_csv or as_json):
        double = "laporan" if question in _NAMED_BY_FILE else ""
        found = without(found, "message" if lang == "id" else "pesan", double)
    write_answer(found, console, as_csv=as_csv, as_json=as_json, limit=limit)
    if not found.rows:
        console.say("Tidak ada yang cocok.", "Nothing fits.")
    return ExitCode.DONE
