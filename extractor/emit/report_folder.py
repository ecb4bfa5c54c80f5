"""What belongs to one report: `<stem>/laporan.json` and `<stem>/tabel/*.csv`, written together or not at all."""

from pathlib import Path

from extractor.emit.atomic import write_folder
from extractor.emit.csv_files import table_csv
from extractor.emit.json_file import FILE_NAME, laporan_bytes
from extractor.emit.table_names import table_file_names
from extractor.model.laporan import Laporan


def report_files(laporan: Laporan, *, safe_csv: bool = False) -> dict[str, bytes]:
    """Every file of a report's folder: relative name to content."""
    names = table_file_names(laporan.tabel)
    tables = {
        f"tabel/{name}": table_csv(tabel, safe=safe_csv) for name, tabel in zip(names, laporan.tabel, strict=True)
    }
    return {FILE_NAME: laporan_bytes(laporan)} | tables


def write_report(folder: Path, laporan: Laporan, *, safe_csv: bool = False) -> None:
    """The folder holds this report and nothing else. Raises `OutputError`; then the folder is as it was."""
    write_folder(folder, report_files(laporan, safe_csv=safe_csv))
