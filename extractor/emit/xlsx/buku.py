"""The workbook of one report: which sheets there are, in which order, and how they are linked."""

import datetime
import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractor.emit.table_names import table_file_names
from extractor.emit.unique import unique
from extractor.emit.xlsx.gaya import Gaya
from extractor.emit.xlsx.lembar import Lembar
from extractor.emit.xlsx.ragu import all_doubts
from extractor.emit.xlsx.rekaman import write_anggaran, write_indikator
from extractor.emit.xlsx.ringkasan import write_ringkasan
from extractor.emit.xlsx.tabel import write_tabel
from extractor.emit.xlsx.temuan import temuan_rows, write_temuan
from extractor.model.laporan import Laporan, Tabel

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_MAX_NAME = 31
_REFUSED = re.compile(r"[\[\]:*?/\\']+")
_FIXED = ("Ringkasan", "Indikator", "Anggaran", "Temuan")


def new_workbook(stream: io.BytesIO, title: str) -> "Workbook":
    """An empty workbook whose bytes do not depend on the day."""
    from xlsxwriter import Workbook

    workbook = Workbook(
        stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    workbook.set_properties(
        {
            "title": title,
            "author": "lkip-extractor",
            "created": datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC).replace(tzinfo=None),
        }
    )
    return workbook


def report_workbook(laporan: Laporan) -> bytes:
    """The content of `laporan.xlsx`."""
    stream = io.BytesIO()
    identity = laporan.laporan
    title = " ".join(str(part) for part in (identity.jenis, identity.instansi, identity.tahun) if part is not None)
    workbook = new_workbook(stream, title)
    gaya = Gaya(workbook)
    names = [*_FIXED, *table_sheet_names(laporan.tabel)]
    sheets = [Lembar(workbook.add_worksheet(name), gaya) for name in unique(names, "{} ({})")]
    ringkasan, indikator, anggaran, temuan, *tables = sheets
    targets = {name: temuan.place(row, 0) for name, row in temuan_rows(laporan).items()}
    doubts = all_doubts(laporan, targets)
    by_id = dict(zip((tabel.id for tabel in laporan.tabel), tables, strict=True))
    write_ringkasan(ringkasan, laporan, by_id)
    write_indikator(indikator, laporan, by_id, doubts)
    write_anggaran(anggaran, laporan, by_id, doubts)
    write_temuan(temuan, laporan, by_id)
    for tabel, sheet in zip(laporan.tabel, tables, strict=True):
        write_tabel(sheet, tabel, doubts, back=ringkasan.place(0, 0))
    workbook.close()
    return stream.getvalue()


def table_sheet_names(tables: Sequence[Tabel]) -> list[str]:
    """A name for each table's sheet that every spreadsheet program takes: at most 31 characters, no two alike."""
    files = (name.removesuffix(".csv") for name in table_file_names(tables))
    wanted = (
        _REFUSED.sub("_", f"Tabel {name}" if tabel.nomor else name) for name, tabel in zip(files, tables, strict=True)
    )
    return list(unique((name[: _MAX_NAME - 6] for name in wanted), "{} ({})"))
