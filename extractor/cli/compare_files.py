"""What `extract compare` reads: folders of reports or an archive in, the reports by their names out; and a person's decisions."""

from collections.abc import Sequence
from pathlib import Path

from extractor.archive.putusan import Putusan, read_decisions
from extractor.emit.json_file import FILE_NAME, read_folder
from extractor.emit.table_names import table_file_names
from extractor.emit.unique import unique
from extractor.model.errors import MissingInput
from extractor.model.laporan import Laporan


def read_reports(outputs: Sequence[Path]) -> list[tuple[str, Laporan]]:
    """Every report in the folders, by the name of its folder; a name that comes twice gets a number. A report that is given twice
    counts once. Raises `MissingInput`, `OutputError`."""
    folders: dict[Path, None] = {}
    for output in outputs:
        inside = [output] if (output / FILE_NAME).is_file() else sorted(p.parent for p in output.glob(f"*/{FILE_NAME}"))
        if not inside:
            raise MissingInput(
                message_id=f"Tidak ada laporan hasil ekstraksi di {output}.",
                message_en=f"No extracted report in {output}.",
                advice_id="Jalankan `extract` dahulu, lalu berikan folder keluarannya.",
                advice_en="Run `extract` first and give its output folder.",
            )
        folders |= dict.fromkeys(folder.resolve() for folder in inside)
    names = unique((folder.name for folder in folders), "{}-{}")
    return [(name, read_folder(folder)) for name, folder in zip(names, folders, strict=True)]


def read_archive(db: Path, instansi: str | None, tahun: str | None) -> list[tuple[str, Laporan]]:
    """The reports of an archive that count, by their names there: the same values that their folders hold. Raises `MissingInput`,
    `NotAnArchive`, `ArchiveError`, `WrongQuestion`."""
    from extractor.archive.store.arsip import Arsip
    from extractor.archive.store.syarat import Pilihan

    with Arsip(db) as arsip:
        found = list(arsip.reports(Pilihan(instansi=instansi, tahun=tahun)))
    if not found:
        raise MissingInput(
            message_id=f"Tidak ada laporan yang cocok di arsip {db}.",
            message_en=f"No report in the archive {db} fits.",
            advice_id="Lihat isinya dengan `extract archive list`.",
            advice_en="See what is in it with `extract archive list`.",
        )
    return found


def table_names(reports: Sequence[tuple[str, Laporan]]) -> dict[tuple[str, str], str]:
    """(report, id of a table): what people call it, its printed number or else the name of its CSV file and sheet (`p17-1`)."""
    return {
        (name, tabel.id): tabel.nomor or file.removesuffix(".csv")
        for name, report in reports
        for tabel, file in zip(report.tabel, table_file_names(report.tabel), strict=True)
    }


def read_corrections(path: Path) -> Putusan:
    """The decisions of a file; none where there is no file. Raises `MissingInput` when it cannot be understood."""
    if not path.is_file():
        return Putusan()
    try:
        return read_decisions(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise MissingInput(
            message_id=f"Berkas putusan tidak dipahami: {path}, baris {error}",
            message_en=f"Cannot understand the decisions: {path}, line {error}",
            advice_id="Kolomnya laporan_a, indikator_a, laporan_b, indikator_b, putusan (sama atau beda).",
            advice_en="Its columns are laporan_a, indikator_a, laporan_b, indikator_b, putusan (sama or beda).",
        ) from error
