"""`extract archive add OUT… --db arsip.db`: every report of the folders into the archive, one after the other.

A report that cannot be read is named and the others go in. The file that describes the archive to Datasette is written beside it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import click

from extractor.archive.store.arsip import Masuk
from extractor.archive.store.versi import Apa
from extractor.cli.archive.options import database, said
from extractor.cli.console import Console, printable
from extractor.cli.options import make_console
from extractor.model.errors import ExitCode, InputError, OutputError, Problem
from extractor.model.laporan import Laporan
from extractor.model.options import Lang

_STEP = 500
_WORDS: dict[Apa, tuple[str, str]] = {
    "baru": ("baru", "new"),
    "versi": ("versi baru", "new versions"),
    "sama": ("tidak berubah", "unchanged"),
    "lama": ("versi terdahulu", "earlier versions"),
}


@click.command(
    "add",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Tambahkan laporan hasil `extract` ke arsip; arsip dibuat bila belum ada. Menambahkan dua kali tidak mengubah apa pun.\n\n"
    "Add reports that were extracted; the archive is made where there is none. Adding twice changes nothing.\n\n"
    "OUT: folder hasil `extract`, atau folder satu laporan / folders written by `extract`, or of one report.",
)
@click.argument("outputs", metavar="[OUT]...", nargs=-1, type=click.Path(path_type=Path))
@database
@click.option(
    "--make-current",
    is_flag=True,
    help="Berlakukan juga versi terdahulu dan versi sebagian halaman. Earlier versions and parts of a report count too.",
)
@said
def command(*, outputs: tuple[Path, ...], db: Path, make_current: bool, lang: Lang, quiet: bool) -> ExitCode:
    from extractor.archive.store.arsip import Arsip
    from extractor.archive.store.metadata import metadata_bytes
    from extractor.emit.atomic import make_folder, write_file

    console = make_console(lang, quiet, 0)
    folders = list(_folders(outputs))
    if not db.parent.is_dir():
        make_folder(db.parent)
    counts: Counter[Apa] = Counter()
    code = ExitCode.DONE
    with Arsip(db, writable=True) as arsip, ExitStack() as cut_short:
        cut_short.callback(_say_total, console, counts, db)
        for number, folder in enumerate(folders, 1):
            try:
                found = arsip.add(folder.name, _read(folder), make_current=make_current)
            except InputError as error:
                console.problem(str(folder), Problem.of(error))
                code = ExitCode.INCOMPLETE
                continue
            counts[found.apa] += 1
            _say(console, folder.name, found)
            if number % _STEP == 0:
                console.say(f"{number} dari {len(folders)}", f"{number} of {len(folders)}")
        cut_short.pop_all()
    write_file(db.with_suffix(".metadata.json"), metadata_bytes(db.stem))
    _say_total(console, counts, db)
    return code


def _read(folder: Path) -> Laporan:
    """Raises `InputError`: another folder's report can still go in."""
    from extractor.emit.json_file import read_folder

    try:
        return read_folder(folder)
    except OutputError as error:
        raise InputError(
            code=error.code, message_id=error.message_id, message_en=error.message_en,
            advice_id=error.advice_id, advice_en=error.advice_en,
        ) from error  # fmt: skip


def _folders(outputs: Sequence[Path]) -> Iterator[Path]:
    """The folders of reports, each once. Raises `MissingInput`."""
    from extractor.emit.report_folder import report_folders
    from extractor.model.errors import MissingInput

    seen: set[Path] = set()
    for output in outputs:
        found = report_folders(output)
        if not found:
            raise MissingInput(
                message_id=f"Tidak ada laporan hasil ekstraksi di {output}.",
                message_en=f"No extracted report in {output}.",
                advice_id="Jalankan `extract` dahulu, lalu berikan folder keluarannya.",
                advice_en="Run `extract` first and give its output folder.",
            )
        for folder in found:
            place = folder.resolve()
            if place not in seen:
                seen.add(place)
                yield place


def _say(console: Console, wanted: str, found: Masuk) -> None:
    """Said for each report that is not simply new or known: some figures count now that did not, or did and do not."""
    if found.apa == "sama" or (found.apa == "baru" and found.nama == wanted and not found.mirip):
        return
    word_id, word_en = _WORDS[found.apa]
    shown = printable(found.nama)
    console.say(
        f"{shown} (versi {found.nomor}): {word_id}, {found.alasan.id}",
        f"{shown} (version {found.nomor}): {word_en}, {found.alasan.en}",
    )


def _say_total(console: Console, counts: Counter[Apa], db: Path) -> None:
    parts = [(counts[apa], *words) for apa, words in _WORDS.items() if counts[apa]]
    said_id = ", ".join(f"{count} {word}" for count, word, _ in parts) or "tidak ada yang ditambahkan"
    said_en = ", ".join(f"{count} {word}" for count, _, word in parts) or "nothing added"
    shown = printable(str(db))
    console.say(f"{said_id}: {shown}", f"{said_en}: {shown}")
