"""What `extract compare` reads and writes: folders of reports in, the files of a comparison as bytes out."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from extractor.emit.csv_files import Value, csv_bytes
from extractor.emit.json_file import FILE_NAME, read_folder
from extractor.emit.perbandingan import comparison_html, comparison_workbook
from extractor.emit.unique import unique
from extractor.model.errors import MissingInput
from extractor.model.laporan import Laporan
from extractor.model.perbandingan import (
    AnggaranTahun,
    Beda,
    Catatan,
    IndikatorTahun,
    Padanan,
    Perbandingan,
    Perkembangan,
)

_FILES: dict[str, type[msgspec.Struct]] = {
    "padanan": Padanan,
    "indikator_tahun": IndikatorTahun,
    "beda": Beda,
    "anggaran_tahun": AnggaranTahun,
    "perkembangan": Perkembangan,
    "catatan": Catatan,
}


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


def comparison_files(found: Perbandingan, *, safe: bool = False) -> dict[str, bytes]:
    """The files by name."""
    return {
        "perbandingan.xlsx": comparison_workbook(found),
        "perbandingan.html": comparison_html(found),
    } | {
        f"{name}.csv": csv_bytes(kind.__struct_fields__, *map(_values, getattr(found, name)), safe=safe)
        for name, kind in _FILES.items()
    }


def _values(row: msgspec.Struct) -> tuple[Value, ...]:
    return tuple(str(value) if isinstance(value, float) else value for value in msgspec.structs.astuple(row))
