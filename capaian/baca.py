"""Emitted data back into rows of figures: `laporan.json`, `indikator.csv`, `anggaran.csv`, folders with `laporan.json`.

In: paths. Out: `Muatan`, the indicator and budget rows with their places, ready for the core. A file that cannot be used
raises `TidakTerbaca` with a sentence in both languages; a figure that cannot be read is kept as text, never guessed.
"""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, NamedTuple

from capaian.interval import Figur, figur

KINERJA_COLUMNS = ("indikator", "target", "realisasi", "capaian")
ANGGARAN_COLUMNS = ("uraian", "pagu", "realisasi", "persen")


_PLACE_IN_TABLE = ("level", "tahun", "induk")
REPORT = "laporan.json"


class TidakTerbaca(Exception):
    """An input that cannot be used: where, and why in Indonesian and English."""

    def __init__(self, path: Path, indonesian: str, english: str) -> None:
        super().__init__(f"{path}: {indonesian}")
        self.path = path
        self.indonesian = indonesian
        self.english = english


class Sel(NamedTuple):
    """A printed figure: `figure` is None when nothing is printed or when it is no number (`text` then says what is)."""

    figure: Figur | None
    text: str = ""

    @property
    def is_text(self) -> bool:
        return self.figure is None and bool(self.text.strip(" -–—"))


class Baris(NamedTuple):
    """A row of either kind with its place: report, table, row, name; `sel` by column name. `level`, `tahun` and `induk` (the row of
    the parent) of a budget row are as emitted, '' where nothing is said."""

    laporan: str
    tabel: str
    row: str
    nama: str
    sel: Mapping[str, Sel]
    level: str = ""
    tahun: str = ""
    induk: str = ""


@dataclass(slots=True)
class Muatan:
    """All rows that were read, by kind."""

    kinerja: list[Baris] = field(default_factory=list)
    anggaran: list[Baris] = field(default_factory=list)


def read(paths: Iterable[Path]) -> Muatan:
    """The rows of all files, in order; a folder stands for every `laporan.json` in it and below it. Raises TidakTerbaca."""
    load = Muatan()
    for path in (file for given in paths for file in _files(given)):
        if path.suffix.casefold() == ".csv":
            _read_csv(path, load)
        else:
            _read_json(path, load)
    return load


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(path.rglob(REPORT))
    if not found:
        raise TidakTerbaca(path, f"tidak ada {REPORT} di folder ini", f"no {REPORT} in this folder")
    return found


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise TidakTerbaca(path, "berkas tidak ada; periksa ejaan jalurnya", "no such file; check the path") from None
    except UnicodeDecodeError:
        raise TidakTerbaca(
            path, "bukan teks UTF-8; simpan ulang sebagai UTF-8", "not UTF-8 text; save it as UTF-8"
        ) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise TidakTerbaca(path, f"tidak dapat dibaca ({reason})", f"cannot be read ({reason})") from None


def _read_json(path: Path, load: Muatan) -> None:
    text = _text(path)
    try:
        report = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        where = f"baris {error.lineno}" if isinstance(error, json.JSONDecodeError) else "terlalu dalam"
        raise TidakTerbaca(
            path, f"bukan JSON yang sah ({where})", f"not valid JSON ({where.replace('baris', 'line')})"
        ) from None
    if not isinstance(report, dict) or not (_is_rows(report.get("indikator")) and _is_rows(report.get("anggaran"))):
        raise TidakTerbaca(
            path,
            "bukan laporan.json: daftar `indikator` dan `anggaran` tidak ada",
            "not a laporan.json: the lists `indikator` and `anggaran` are missing",
        )
    stem = path.parent.name if path.stem == "laporan" else path.stem
    load.kinerja += [_json_row(stem, row, KINERJA_COLUMNS) for row in report["indikator"]]
    load.anggaran += [_json_row(stem, row, ANGGARAN_COLUMNS) for row in report["anggaran"]]


def _is_rows(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(row, dict) for row in value)


def _json_row(laporan: str, row: Mapping[str, Any], columns: tuple[str, ...]) -> Baris:
    name, *figures = columns
    evaluasi = row.get("evaluasi")
    cells = {column: _json_cell(row.get(column)) for column in figures}
    if isinstance(evaluasi, dict):
        cells = _as_paired(cells, _word(evaluasi.get("verdict")))
    place = (laporan, _word(row.get("tabel")), _word(row.get("row")), _word(row.get(name)))
    return Baris(*place, cells, *(_word(row.get(key)) for key in _PLACE_IN_TABLE))


def _json_cell(value: object) -> Sel:
    if isinstance(value, dict):
        return cell(_word(value.get("raw")), _word(value.get("number")))
    return Sel(None)


def _as_paired(cells: dict[str, Sel], verdict: str) -> dict[str, Sel]:
    """Figures of cells that stack several values cannot always be paired: `extract` then says `tak_terhitung` though all are
    printed. Only it sees the cells, so this holds as long as nobody has changed a figure. A zero is a reason of its own."""
    target = cells.get("target")
    if verdict != "tak_terhitung" or target is None or not all(map(_is_as_printed, cells.values())):
        return cells
    results = [sel for name, sel in cells.items() if name != "capaian"]
    if any(sel.figure is None for sel in cells.values()) or any(
        sel.figure and not sel.figure.number for sel in results
    ):
        return cells
    return {**cells, "target": Sel(None, target.text)}


def _is_as_printed(sel: Sel) -> bool:
    digits = str(sel.figure.number) if sel.figure else ""
    return [c for c in digits if c.isdigit()] == [c for c in sel.text if c.isdigit()]


def _word(value: object) -> str:
    return "" if value is None else str(value)


def _read_csv(path: Path, load: Muatan) -> None:
    reader = csv.DictReader(_text(path).splitlines(keepends=True))
    header = tuple(reader.fieldnames or ())
    if set(KINERJA_COLUMNS) <= set(header):
        load.kinerja += _csv_rows(path, reader, KINERJA_COLUMNS)
    elif set(ANGGARAN_COLUMNS) <= set(header):
        load.anggaran += _csv_rows(path, reader, ANGGARAN_COLUMNS)
    else:
        raise TidakTerbaca(
            path,
            f"kolom tidak dikenal; perlu {', '.join(KINERJA_COLUMNS)} atau {', '.join(ANGGARAN_COLUMNS)}",
            f"unknown columns; needed are {', '.join(KINERJA_COLUMNS)} or {', '.join(ANGGARAN_COLUMNS)}",
        )


def _csv_rows(path: Path, reader: "csv.DictReader[str]", columns: tuple[str, ...]) -> Iterator[Baris]:
    name, *figures = columns
    try:
        for row in reader:
            cells = {column: cell(row.get(f"{column}_raw") or "", row.get(column) or "") for column in figures}
            cells = _as_paired(cells, row.get("verdict") or "")
            place = (row.get("laporan") or "", row.get("tabel") or "", row.get("row") or "")
            yield Baris(*place, row.get(name) or "", cells, *(row.get(key) or "" for key in _PLACE_IN_TABLE))
    except csv.Error as error:
        raise TidakTerbaca(path, f"bukan CSV yang sah ({error})", f"not valid CSV ({error})") from None


def cell(raw: str, number: str) -> Sel:
    """The figure of a printed text and its number (a plain decimal, '' when there is none).

    A person may have mended the number and left the text: the number is what is judged, and the digits of the text count
    only where they spell that number.
    """
    try:
        value = Decimal(number.strip()) if number.strip() else None
    except InvalidOperation:
        return Sel(None, number)
    if value is None or not value.is_finite():
        return Sel(None, raw or number)
    return Sel(figur(raw or number, value), raw or number)
