"""What describes all reports of an output folder together: the combined CSV files and `datapackage.json`.

They are made from the `laporan.json` files that stand in the folder, one after the other, so that a second run with
other inputs adds to them; neither their rows nor what is said about their tables is kept in memory.
"""

import csv
import hashlib
import io
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from extractor.emit.atomic import growing_file
from extractor.emit.columns import SHEETS, Sheet
from extractor.emit.csv_files import csv_bytes
from extractor.emit.datapackage import (
    FileInfo,
    Source,
    package_parts,
    resource_name,
    resource_text,
    sheet_resource,
    table_resource,
)
from extractor.emit.json_file import changed, read_folder
from extractor.emit.manifest import FILE_NAME as MANIFEST_NAME
from extractor.emit.rows import ROWS_OF, Row
from extractor.emit.table_names import table_file_names
from extractor.emit.unique import Names
from extractor.model.laporan import Laporan

PACKAGE_NAME = "datapackage.json"
ROOT_NAMES = (*(f"{sheet.name}.csv" for sheet in SHEETS), PACKAGE_NAME, MANIFEST_NAME)
"""Names in the output folder that no report's folder may take."""
_PIECE = 1 << 20


class _SheetText:
    """A combined CSV as it grows in its temporary file."""

    def __init__(self, sheet: Sheet, file: IO[bytes], *, safe: bool) -> None:
        self.sheet = sheet
        self._file = file
        self._safe = safe
        self._digest = hashlib.sha256()
        self._length = 0
        self._key = [[column.name for column in sheet.columns].index(name) for name in sheet.key]
        self.key_holds = True
        self._write(csv_bytes([column.name for column in sheet.columns], safe=safe))

    def add(self, rows: Sequence[Row]) -> None:
        """Rows of one report. Every key holds the report's name, so that two reports never share one."""
        self._write(csv_bytes(*rows, safe=self._safe))
        keys = [tuple(row[position] for position in self._key) for row in rows]
        self.key_holds = self.key_holds and len(keys) == len(set(keys))

    def info(self) -> FileInfo:
        return FileInfo(f"{self.sheet.name}.csv", self._digest.hexdigest(), self._length)

    def _write(self, content: bytes) -> None:
        self._file.write(content)
        self._digest.update(content)
        self._length += len(content)


def has_combined(out: Path) -> bool:
    """Do all the combined files stand in `out`?"""
    return all((out / name).is_file() for name in ROOT_NAMES)


def write_combined(out: Path, stems: Sequence[str], *, safe_csv: bool = False) -> None:
    """Write the combined files over the reports in the folders `stems` of `out`. Raises `OutputError`."""
    sources: list[Source] = []
    with ExitStack() as files:
        package = files.enter_context(growing_file(out / PACKAGE_NAME))
        texts = [
            _SheetText(sheet, files.enter_context(growing_file(out / f"{sheet.name}.csv")), safe=safe_csv)
            for sheet in SHEETS
        ]
        tables = files.enter_context(TemporaryFile(dir=out))
        names = Names("{}-{}")
        for text in texts:
            names.take(text.sheet.name)
        for stem in sorted(stems):
            laporan = read_folder(out / stem)
            source = Source(laporan.source.file_name, laporan.source.sha256)
            sources.append(source)
            for text in texts:
                text.add(list(ROWS_OF[text.sheet.name](stem, laporan)))
            tables.writelines(_table_resources(out, stem, laporan, source, names))
        tables.seek(0)
        sheets = (sheet_resource(text.sheet, text.info(), sources, key_holds=text.key_holds) for text in texts)
        package.writelines(package_parts(sheets, iter(partial(tables.read, _PIECE), b""), sources))


def _table_resources(out: Path, stem: str, laporan: Laporan, source: Source, names: Names) -> Iterator[bytes]:
    """What the package says about the CSVs of a report's tables; read from the files, which may have been edited since."""
    for tabel, name in zip(laporan.tabel, table_file_names(laporan.tabel), strict=True):
        path = f"{stem}/tabel/{name}"
        title = " ".join(part for part in ("Tabel", tabel.nomor, tabel.judul) if part)
        try:
            content = (out / path).read_bytes()
            header = next(csv.reader(io.StringIO(content.decode("utf-8"), newline="")), [])
        except (OSError, UnicodeDecodeError) as error:
            raise changed(out / stem / "tabel" / name) from error
        info = FileInfo(path, hashlib.sha256(content).hexdigest(), len(content))
        own = names.take(resource_name(path.removesuffix(".csv")))
        yield resource_text(table_resource(own, title, info, source, header))
