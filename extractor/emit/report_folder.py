"""What belongs to one report: `<stem>/laporan.json` and `<stem>/tabel/*.csv`, written together or not at all.

The workbook `<stem>/laporan.xlsx` is added afterwards, where it is asked for, from the `laporan.json` that stands there.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from extractor.emit.atomic import write_file, write_folder
from extractor.emit.csv_files import table_csv
from extractor.emit.json_file import FILE_NAME, laporan_parts, read_folder
from extractor.emit.table_names import table_file_names
from extractor.model.laporan import Laporan, Tabel

XLSX_NAME = "laporan.xlsx"


def report_files(laporan: Laporan, *, safe_csv: bool = False) -> Mapping[str, Iterable[bytes]]:
    """Every file of a report's folder: relative name to content, which is made piece by piece as it is written."""
    names = table_file_names(laporan.tabel)
    tables = {f"tabel/{name}": _table_parts(tabel, safe_csv) for name, tabel in zip(names, laporan.tabel, strict=True)}
    return {FILE_NAME: laporan_parts(laporan)} | tables


def _table_parts(tabel: Tabel, safe_csv: bool) -> Iterator[bytes]:
    yield table_csv(tabel, safe=safe_csv)


def write_report(folder: Path, laporan: Laporan, *, safe_csv: bool = False) -> None:
    """The folder holds this report and nothing else. Raises `OutputError`; then the folder is as it was."""
    write_folder(folder, report_files(laporan, safe_csv=safe_csv))


def report_folders(root: Path) -> list[Path]:
    """The reports' folders in an output folder, sorted; `root` itself when it is one."""
    if (root / FILE_NAME).is_file():
        return [root]
    return [place.parent for place in sorted(root.glob(f"*/{FILE_NAME}")) if not place.parent.name.startswith(".")]


def write_workbook(folder: Path) -> Path:
    """Add the workbook to a report's folder, from its `laporan.json`. Raises `OutputError`. Returns its path."""
    # 0.1 s, 5 to 10 % of a whole run on a text-layer report: loaded and made only where someone asks for it.
    from extractor.emit.xlsx import report_workbook

    path = folder / XLSX_NAME
    write_file(path, report_workbook(read_folder(folder)))
    return path
