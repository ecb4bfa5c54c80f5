"""What is odd about a report's frame, as findings: missing chapters, tables listed and not found, captions and grids left alone.

Codes: STRUCT-BAB, STRUCT-SUBBAB, STRUCT-LISTED, STRUCT-UNLISTED, STRUCT-CAPTION, STRUCT-GRID, STRUCT-DUPLICATE, GRID-UNRULED,
GRID-MERGED, GRID-SCAN.
The outline that a report must have: PermenPAN-RB 53/2014.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from extractor.model.body import Grid, GridCell
from extractor.model.laporan import Bab, DaftarTabel
from extractor.model.outline import CaptionedGrid
from extractor.model.place import Place
from extractor.model.temuan import Message, Ref, Severity, Temuan
from extractor.outline.marked import CaptionMark
from parsers.judul import chapter_value, parse_subbab, table_key, to_roman


def all_findings(
    bab: Sequence[Bab], listed: Sequence[DaftarTabel], tables: Sequence[CaptionedGrid], alone: Sequence[CaptionMark]
) -> tuple[Temuan, ...]:
    """Every finding about the frame, chapters first, ids ''."""
    return (
        *missing_chapters(bab),
        *wrong_sections(bab),
        *misnumbered_sections(bab),
        *list_of_tables(listed, tables),
        *lonely_captions(alone),
        *lonely_grids(tables),
        *unsure_grids(tables),
        *merged_columns(tables),
        *scanned_grids(tables),
        *duplicate_numbers(tables),
    )


def _finding(
    code: str, severity: Severity, text_id: str, text_en: str, *refs: Ref, reported: str | None = None
) -> Temuan:
    return Temuan(
        id="", code=code, severity=severity, message=Message(id=text_id, en=text_en), refs=refs, reported=reported
    )


def _ref(place: Place | None, tabel: str | None = None, raw: str | None = None) -> Ref:
    if place is None:
        return Ref(tabel=tabel, raw=raw)
    return Ref(tabel=tabel, page=place.page, bbox=place.bbox, path=place.path, raw=raw)


def missing_chapters(bab: Sequence[Bab]) -> list[Temuan]:
    """Chapters whose heading is not printed: inferred ones, and gaps in the numbers."""
    found = []
    for b in bab:
        if b.inferred:
            place = Ref(page=b.page, path=b.path, raw=b.nomor)
            found.append(
                _finding(
                    "STRUCT-BAB",
                    "W",
                    f"Judul BAB {b.nomor} tidak ada dalam teks (tidak tercetak, atau berupa gambar); bab ini disimpulkan dari subbabnya.",
                    f"Chapter {b.nomor} has no heading in the text (not printed, or a picture); it was inferred from its sections.",
                    place,
                    reported=b.nomor,
                )
            )
    values = [v for b in bab if (v := chapter_value(b.nomor)) is not None]
    for value in range(min(values, default=1), max(values, default=0)):
        if value not in values:
            nomor = to_roman(value)
            found.append(
                _finding(
                    "STRUCT-BAB",
                    "W",
                    f"BAB {nomor} tidak ditemukan di antara bab-bab yang ada.",
                    f"Chapter {nomor} was not found between the chapters that are there.",
                    reported=nomor,
                )
            )
    return found


def wrong_sections(bab: Sequence[Bab]) -> list[Temuan]:
    """Sections whose number names another chapter (`1.1` inside BAB 3)."""
    found = []
    inferred = {chapter_value(b.nomor) for b in bab if b.inferred}
    for b in bab:
        for s in b.subbab:
            head = parse_subbab(f"{s.nomor} {s.judul}")
            if head and head.chapter is not None and head.chapter not in (chapter_value(b.nomor), *inferred):
                found.append(
                    _finding(
                        "STRUCT-SUBBAB",
                        "I",
                        f"Subbab {s.nomor} berada di BAB {b.nomor}.",
                        f"Section {s.nomor} stands in chapter {b.nomor}.",
                        Ref(page=s.page, path=s.path, raw=s.nomor),
                        reported=s.nomor,
                    )
                )
    return found


def misnumbered_sections(bab: Sequence[Bab]) -> list[Temuan]:
    """Decimal numbers of sections that stand twice in their chapter, or leave one out (`2.2`, then `2.4`)."""
    found = []
    for b in bab:
        heads = [(s, head) for s in b.subbab if (head := parse_subbab(f"{s.nomor} {s.judul}")) and head.chapter]
        for (above, last), (s, head) in pairwise(heads):
            if head.chapter != last.chapter or head.rank == last.rank + 1 or head.rank < last.rank:
                continue
            message = (
                f"Di BAB {b.nomor}, subbab {s.nomor} langsung mengikuti {above.nomor}.",
                f"In chapter {b.nomor}, section {s.nomor} directly follows {above.nomor}.",
            )
            here = Ref(page=s.page, path=s.path, raw=s.nomor)
            found.append(_finding("STRUCT-SUBBAB", "I", *message, here, reported=s.nomor))
    return found


def list_of_tables(listed: Sequence[DaftarTabel], tables: Sequence[CaptionedGrid]) -> list[Temuan]:
    """The printed list of tables as a check-list: listed and not found, found and not listed."""
    if not listed:
        return []
    found = [
        _finding(
            "STRUCT-LISTED",
            "W",
            f"Tabel {e.nomor} tercantum dalam Daftar Tabel tetapi tidak ditemukan dalam isi laporan.",
            f"Table {e.nomor} is in the list of tables but was not found in the body.",
            Ref(tabel=e.nomor, raw=e.judul),
            reported=e.nomor,
        )
        for e in listed
        if not e.found
    ]
    known = {table_key(e.nomor) for e in listed}
    for t in tables:
        if t.nomor and table_key(t.nomor) not in known:
            found.append(
                _finding(
                    "STRUCT-UNLISTED",
                    "I",
                    f"Tabel {t.nomor} tidak tercantum dalam Daftar Tabel.",
                    f"Table {t.nomor} is not in the list of tables.",
                    _ref(t.caption, t.nomor),
                )
            )
    return found


def lonely_captions(alone: Sequence[CaptionMark]) -> list[Temuan]:
    """Captions below or above which no grid was found: the table may be a picture, or was not recognised."""
    return [
        _finding(
            "STRUCT-CAPTION",
            "W",
            f"Judul tabel {c.nomor or c.judul} tidak diikuti tabel yang dapat dibaca.",
            f"No readable table belongs to the caption of table {c.nomor or c.judul}.",
            _ref(c.place, c.nomor, c.judul),
        )
        for c in alone
    ]


def lonely_grids(tables: Sequence[CaptionedGrid]) -> list[Temuan]:
    """Data tables without a printed caption."""
    return [
        _finding(
            "STRUCT-GRID",
            "I",
            "Tabel data tanpa nomor dan judul tercetak.",
            "A data table without a printed number and caption.",
            _ref(t.grid.places[0] if t.grid.places else None, raw=t.judul or t.context),
        )
        for t in tables
        if t.caption is None
    ]


_UNSURE = {"unruled_rows": ("baris", "rows"), "unruled_columns": ("kolom", "columns")}
"""Doubt of a grid -> what can be read in two ways, in both languages."""


def unsure_grids(tables: Sequence[CaptionedGrid]) -> list[Temuan]:
    """Tables without rules of which two ways of reading give other rows or columns."""
    found = []
    for t in tables:
        parts = [_UNSURE[d] for d in dict.fromkeys(t.grid.doubts) if d in _UNSURE]
        if not parts:
            continue
        name = f" {t.nomor}" if t.nomor else ""
        found.append(
            _finding(
                "GRID-UNRULED",
                "I",
                f"Batas {' dan '.join(p[0] for p in parts)} tabel{name} tanpa garis tidak pasti: dua cara membacanya berbeda.",
                f"The {' and '.join(p[1] for p in parts)} of table{name}, which has no rules, are not certain: "
                "two ways of reading differ.",
                _ref(t.grid.places[0] if t.grid.places else None, t.nomor),
            )
        )
    return found


_NEIGHBOURS = re.compile(r"[^\W\d_]{3}.*\s\d[\d.,]*\s?%?\s+\d[\d.,]*\s?%?(?:\s|$)")
"""A line of words with two figures side by side behind them: columns without a rule between them (seen in scans of shaded tables)."""
_LEAST_MERGED, _SHARE_MERGED = 3, 0.5
_SHOWN = 12
"""Places of one finding."""


def merged_columns(tables: Sequence[CaptionedGrid]) -> list[Temuan]:
    """Tables of which a column holds words and several figures in most of its cells: its parts were not told apart."""
    return [
        _finding(
            "GRID-MERGED",
            "W",
            f"Kolom-kolom tabel{f' {t.nomor}' if t.nomor else ''} terbaca menyatu: beberapa angka berada dalam satu sel.",
            f"Columns of table{f' {t.nomor}' if t.nomor else ''} were read as one: several figures stand in one cell.",
            _ref(t.grid.places[0] if t.grid.places else None, t.nomor, t.judul),
        )
        for t in tables
        if _has_merged_columns(t.grid)
    ]


def _has_merged_columns(grid: Grid) -> bool:
    filled: dict[int, int] = defaultdict(int)
    merged: dict[int, int] = defaultdict(int)
    for cell in grid.cells:
        if cell.row >= grid.header_rows and cell.text:
            filled[cell.col] += 1
            merged[cell.col] += any(map(_NEIGHBOURS.search, cell.lines))
    return any(n >= max(_LEAST_MERGED, _SHARE_MERGED * filled[col]) for col, n in merged.items())


_SCANNED = {"ocr_rows": ("baris", "rows"), "ocr_columns": ("kolom", "columns"), **_UNSURE}
"""Doubt of a grid on a scanned page -> what of it cannot be trusted, in both languages."""
_OCR = "ocr"


def scanned_grids(tables: Sequence[CaptionedGrid]) -> list[Temuan]:
    """Tables on scanned pages whose rows or columns something on the page speaks against, with the cells where it stands."""
    found = []
    for t in tables:
        parts = [_SCANNED[d] for d in dict.fromkeys(t.grid.doubts) if d in _SCANNED]
        if _OCR not in t.grid.doubts or not parts:
            continue
        name = f" {t.nomor}" if t.nomor else ""
        names = [" dan ".join(dict.fromkeys(p[0] for p in parts)), " and ".join(dict.fromkeys(p[1] for p in parts))]
        odd = [c for c in t.grid.cells if any(d.split(":")[0] in _SCANNED for d in c.doubts)]
        refs = [_cell_ref(c, t.nomor) for c in odd[:_SHOWN]]
        found.append(
            _finding(
                "GRID-SCAN",
                "W",
                f"{names[0].capitalize()} tabel{name} hasil pindai tidak pasti: angkanya mungkin milik baris atau kolom lain.",
                f"The {names[1]} of scanned table{name} are not certain: its figures may belong to other rows or columns.",
                *(refs or [_ref(t.grid.places[0] if t.grid.places else None, t.nomor, t.judul)]),
            )
        )
    return found


def _cell_ref(cell: GridCell, nomor: str | None) -> Ref:
    place = cell.places[0]
    return Ref(nomor, cell.row, cell.col, place.page, place.bbox, place.path, cell.text)


def duplicate_numbers(tables: Sequence[CaptionedGrid]) -> list[Temuan]:
    """One number over two or more tables."""
    groups: dict[str, list[CaptionedGrid]] = defaultdict(list)
    for t in tables:
        if t.nomor:
            groups[table_key(t.nomor)].append(t)
    return [
        _finding(
            "STRUCT-DUPLICATE",
            "W",
            f"Nomor Tabel {group[0].nomor} dipakai {len(group)} kali.",
            f"Table number {group[0].nomor} is used {len(group)} times.",
            *(_ref(t.caption, t.nomor, t.judul) for t in group),
            reported=group[0].nomor,
        )
        for group in groups.values()
        if len(group) > 1
    ]
