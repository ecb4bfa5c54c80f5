"""`datapackage.json`: a Frictionless Data Package (version 2) that describes every CSV of an output folder.

What is known about the files comes in (`FileInfo`, `Source`, column definitions), the bytes of the descriptor go out.
Figures are checked by it: the hash and length of each file, the type of each column, the keys between the files.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

import msgspec

from extractor.emit.columns import Column, Sheet

_PROFILES = "https://datapackage.org/profiles/2.0"
_DIALECT = {"delimiter": ",", "lineTerminator": "\n"}
Resource: TypeAlias = dict[str, Any]


class Source(NamedTuple):
    """The report that a file's content comes from."""

    file_name: str
    sha256: str


class FileInfo(NamedTuple):
    """A file of the output folder. `path` is relative to it, with '/'; `sha256` in hex."""

    path: str
    sha256: str
    bytes: int


class About(NamedTuple):
    """What a package says of itself."""

    name: str
    title: str
    description: str


_REPORTS = About(
    "lkip",
    "Data laporan kinerja instansi pemerintah",
    "Diekstrak dari laporan oleh lkip-extractor; laporan.json tiap folder memuat letak setiap angka.",
)


def package_parts(
    sheets: Iterable[Resource], tables: Iterable[bytes], sources: Sequence[Source], about: About = _REPORTS
) -> Iterator[bytes]:
    """The content of `datapackage.json` piece by piece; `tables` comes as `resource_text` gives it."""
    package = {
        "$schema": f"{_PROFILES}/datapackage.json",
        **about._asdict(),
        "sources": _sources(sources),
    }
    if not sources:
        del package["sources"]
    yield _formatted(package).removesuffix(b"\n}") + b',\n "resources": ['
    for number, sheet in enumerate(sheets):
        yield resource_text(sheet).removeprefix(b"" if number else b",")
    yield from tables
    yield b"\n ]\n}\n"


def resource_text(resource: Resource) -> bytes:
    """A resource as it stands in the package after another one."""
    return b",\n  " + _formatted(resource).replace(b"\n", b"\n  ")


def _formatted(value: Any) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=1)


def sheet_resource(sheet: Sheet, info: FileInfo, sources: Sequence[Source], *, key_holds: bool) -> Resource:
    """A combined CSV. Its primary key is declared when `key_holds` for its rows."""
    schema: dict[str, Any] = {"fields": [_field(column) for column in sheet.columns], "missingValues": [""]}
    if key_holds:
        schema["primaryKey"] = list(sheet.key)
    if sheet.foreign:
        schema["foreignKeys"] = [
            {"fields": list(k.fields), "reference": {"resource": k.resource, "fields": list(k.fields)}}
            for k in sheet.foreign
        ]
    return _resource(sheet.name, sheet.title, info, sources, schema)


def table_resource(name: str, title: str, info: FileInfo, source: Source, header: Sequence[str]) -> Resource:
    """The CSV of one table: every column is text as printed."""
    schema = {"fields": [{"name": label, "type": "string"} for label in header], "missingValues": [""]}
    return _resource(name, title, info, [source], schema)


def resource_name(text: str) -> str:
    """A name that the older profile accepts too: lower-case letters, digits, '.', '_' and '-'."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9._-]+", "-", plain).strip("-") or "tabel"


def _resource(
    name: str, title: str, info: FileInfo, sources: Sequence[Source], schema: dict[str, Any]
) -> dict[str, Any]:
    resource = {
        "name": name,
        "title": title,
        "type": "table",
        "path": info.path,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": info.bytes,
        "hash": f"sha256:{info.sha256}",
        "dialect": _DIALECT,
        "sources": _sources(sources),
        "schema": {"$schema": f"{_PROFILES}/tableschema.json", **schema},
    }
    if not sources:
        del resource["sources"]
    return resource


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.type, "title": column.title}
    if column.required:
        field["constraints"] = {"required": True}
    return field


def _sources(sources: Sequence[Source]) -> list[dict[str, str]]:
    return [{"title": source.file_name, "hash": f"sha256:{source.sha256}"} for source in sources]
