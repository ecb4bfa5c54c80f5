"""What describes all reports of an output folder together: the combined CSV files and `datapackage.json`.

They are made from the `laporan.json` files that stand in the folder, one after the other, so that a second run with
other inputs adds to them; only the rows' text is kept in memory, never the reports.
"""

import csv
import hashlib
import io
from collections.abc import Sequence
from pathlib import Path

import msgspec

from extractor.emit.atomic import write_file
from extractor.emit.columns import SHEETS, Sheet
from extractor.emit.csv_files import csv_bytes
from extractor.emit.datapackage import (
    FileInfo,
    Resource,
    Source,
    package_bytes,
    resource_name,
    sheet_resource,
    table_resource,
)
from extractor.emit.json_file import FILE_NAME, read_laporan
from extractor.emit.manifest import FILE_NAME as MANIFEST_NAME
from extractor.emit.rows import ROWS_OF, Row
from extractor.emit.table_names import table_file_names
from extractor.emit.unique import unique
from extractor.model.errors import OutputError
from extractor.model.laporan import Laporan

PACKAGE_NAME = "datapackage.json"
ROOT_NAMES = (*(f"{sheet.name}.csv" for sheet in SHEETS), PACKAGE_NAME, MANIFEST_NAME)
"""Names in the output folder that no report's folder may take."""


class _SheetText:
    """A combined CSV as it grows."""

    def __init__(self, sheet: Sheet, *, safe: bool) -> None:
        self.sheet = sheet
        self._safe = safe
        self._parts = [csv_bytes([column.name for column in sheet.columns], safe=safe)]
        self._key = [[column.name for column in sheet.columns].index(name) for name in sheet.key]
        self._seen: set[Row] = set()
        self.key_holds = True

    def add(self, rows: Sequence[Row]) -> None:
        self._parts.append(csv_bytes(*rows, safe=self._safe))
        for row in rows:
            key = tuple(row[position] for position in self._key)
            self.key_holds = self.key_holds and key not in self._seen
            self._seen.add(key)

    def content(self) -> bytes:
        return b"".join(self._parts)


class _TableFile:
    """What the package says about the CSV of one table; read from the file, which may have been edited since."""

    def __init__(self, out: Path, path: str, title: str, source: Source) -> None:
        content = (out / path).read_bytes()
        self.info = _info(path, content)
        self.title = title
        self.source = source
        self.header = next(csv.reader(io.StringIO(content.decode("utf-8"), newline="")), [])


def write_combined(out: Path, stems: Sequence[str], *, safe_csv: bool = False) -> None:
    """Write the combined files over the reports in the folders `stems` of `out`. Raises `OutputError`."""
    texts = [_SheetText(sheet, safe=safe_csv) for sheet in SHEETS]
    sources: list[Source] = []
    tables: list[_TableFile] = []
    for stem in sorted(stems):
        laporan = _read(out / stem)
        source = Source(laporan.source.file_name, laporan.source.sha256)
        sources.append(source)
        for text in texts:
            text.add(list(ROWS_OF[text.sheet.name](stem, laporan)))
        tables.extend(_table_files(out, stem, laporan, source))
    resources = _write_sheets(out, texts, sources)
    wanted = [*(text.sheet.name for text in texts), *(resource_name(t.info.path.removesuffix(".csv")) for t in tables)]
    for name, table in zip(list(unique(wanted, "{}-{}"))[len(texts) :], tables, strict=True):
        resources.append(table_resource(name, table.title, table.info, table.source, table.header))
    write_file(out / PACKAGE_NAME, package_bytes(resources, sources))


def _write_sheets(out: Path, texts: Sequence[_SheetText], sources: Sequence[Source]) -> list[Resource]:
    resources = []
    for text in texts:
        name, content = f"{text.sheet.name}.csv", text.content()
        write_file(out / name, content)
        resources.append(sheet_resource(text.sheet, _info(name, content), sources, key_holds=text.key_holds))
    return resources


def _table_files(out: Path, stem: str, laporan: Laporan, source: Source) -> list[_TableFile]:
    files = []
    for tabel, name in zip(laporan.tabel, table_file_names(laporan.tabel), strict=True):
        title = " ".join(part for part in ("Tabel", tabel.nomor, tabel.judul) if part)
        try:
            files.append(_TableFile(out, f"{stem}/tabel/{name}", title, source))
        except (OSError, UnicodeDecodeError) as error:
            raise _changed(out / stem / "tabel" / name) from error
    return files


def _read(folder: Path) -> Laporan:
    try:
        return read_laporan((folder / FILE_NAME).read_bytes())
    except (OSError, msgspec.ValidationError, msgspec.DecodeError) as error:
        raise _changed(folder / FILE_NAME) from error


def _changed(path: Path) -> OutputError:
    return OutputError(
        code="output_changed",
        message_id=f"Hasil lama tidak bisa dibaca lagi: {path}.",
        message_en=f"An earlier result cannot be read any more: {path}.",
        advice_id="Hapus folder laporan itu, lalu ekstrak ulang laporannya.",
        advice_en="Delete that report's folder and extract the report again.",
    )


def _info(path: str, content: bytes) -> FileInfo:
    return FileInfo(path, hashlib.sha256(content).hexdigest(), len(content))
