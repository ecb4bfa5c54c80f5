"""`datapackage.json` of a comparison's folder: the content of its CSVs in, what describes them out, so that nobody guesses their types."""

import hashlib
from collections.abc import Mapping
from decimal import Decimal
from typing import get_args, get_type_hints

from extractor.emit.columns import Column, FieldType, Sheet
from extractor.emit.datapackage import About, FileInfo, package_parts, sheet_resource
from extractor.emit.perbandingan import teks
from extractor.emit.perbandingan.baris import ROWS

NAME = "datapackage.json"
_ABOUT = About(
    "lkip-perbandingan",
    "Perbandingan laporan kinerja antartahun",
    "Disandingkan oleh lkip-extractor dari laporan yang telah diekstrak; tiap angka menyebut laporan, tabel, dan halamannya.",
)


def comparison_package(files: Mapping[str, bytes]) -> bytes:
    """`files`: name of a CSV (`beda.csv`) to its content; those that are no CSV of `ROWS` are left out."""
    found = [(_sheet(name), files[f"{name}.csv"]) for name in ROWS if f"{name}.csv" in files]
    sheets = (
        sheet_resource(
            sheet,
            FileInfo(f"{sheet.name}.csv", hashlib.sha256(content).hexdigest(), len(content)),
            (),
            key_holds=False,
        )
        for sheet, content in found
    )
    return b"".join(package_parts(sheets, (), (), _ABOUT))


def _sheet(name: str) -> Sheet:
    hints = get_type_hints(ROWS[name])
    columns = tuple(Column(field, _type(hints[field]), teks.KEPALA[field].id) for field in ROWS[name].__struct_fields__)
    return Sheet(name, name, columns, ())


def _type(hint: object) -> FieldType:
    kinds = {hint, *get_args(hint)}
    if kinds & {Decimal, float}:
        return "number"
    return "integer" if int in kinds else "string"
