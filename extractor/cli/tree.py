"""The outline of a report as a tree for people, or as JSON. `Outline` in, lines or bytes out."""

from collections.abc import Iterator, Sequence

import msgspec

from extractor.cli.console import printable
from extractor.model.laporan import Bab
from extractor.model.options import Lang
from extractor.model.outline import CaptionedGrid, Outline

_Entry = tuple[int | None, str]


def outline_lines(outline: Outline, lang: Lang) -> Iterator[str]:
    """BAB by BAB: its sections and tables in the order of their pages, then what is outside or missing."""
    identity = outline.laporan
    parts = (identity.jenis, identity.instansi, identity.periode, identity.tahun)
    yield " · ".join(printable(str(x)) for x in parts if x) or "?"
    numbers = {bab.nomor for bab in outline.bab}
    outside = [table for table in outline.tables if table.bab not in numbers]
    if outside:
        yield "(di luar BAB)" if lang == "id" else "(outside the chapters)"
        yield from (f"  {_table(table, lang)[1]}" for table in outside)
    for bab in outline.bab:
        yield _bab(bab, lang)
        inside = [table for table in outline.tables if table.bab == bab.nomor]
        yield from (f"  {text}" for text in _merged(bab, inside, lang))
    missing = [entry for entry in outline.daftar_tabel if not entry.found]
    if missing:
        yield "Ada di Daftar Tabel, tidak ditemukan:" if lang == "id" else "In the list of tables, not found:"
        yield from (f"  Tabel {printable(entry.nomor)} {printable(entry.judul)}" for entry in missing)


def outline_json(outline: Outline) -> bytes:
    """What the tree shows, without the cells."""
    tables = [
        {
            "nomor": table.nomor,
            "judul": table.judul,
            "bab": table.bab,
            "pages": table.grid.pages,
            "n_rows": table.grid.n_rows,
            "n_cols": table.grid.n_cols,
        }
        for table in outline.tables
    ]
    content = {
        "laporan": outline.laporan,
        "bab": outline.bab,
        "tabel": tables,
        "daftar_tabel": outline.daftar_tabel,
        "temuan": outline.temuan,
    }
    return msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n"


def _bab(bab: Bab, lang: Lang) -> str:
    inferred = (" (disimpulkan)" if lang == "id" else " (inferred)") if bab.inferred else ""
    return f"BAB {printable(bab.nomor)} {printable(bab.judul)}{inferred}{_on(bab.page, lang)}"


def _merged(bab: Bab, tables: Sequence[CaptionedGrid], lang: Lang) -> list[str]:
    """Sections and tables by page, a section before the tables of its page; without pages, sections first."""
    sections: list[_Entry] = [
        (s.page, f"{printable(s.nomor)} {printable(s.judul)}{_on(s.page, lang)}") for s in bab.subbab
    ]
    entries = [*sections, *(_table(table, lang) for table in tables)]
    return [text for _, text in sorted(entries, key=lambda entry: -1 if entry[0] is None else entry[0])]


def _table(table: CaptionedGrid, lang: Lang) -> _Entry:
    grid = table.grid
    page = grid.pages[0] if grid.pages else None
    unnamed = "(tanpa nomor)" if lang == "id" else "(unnumbered)"
    name = " ".join(printable(part) for part in ("Tabel", table.nomor or unnamed, table.judul or "") if part)
    size = f", {grid.n_rows} × {grid.n_cols}"
    return page, f"{name}{_on(page, lang)}{size}"


def _on(page: int | None, lang: Lang) -> str:
    if page is None:
        return ""
    return f", hal. {page}" if lang == "id" else f", p. {page}"
