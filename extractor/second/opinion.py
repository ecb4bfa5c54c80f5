"""What the other engines say, as evidence and findings. In: tables with proof. Out: an `Opinion`.

Codes: READ-DIFF (a contradicted figure is read differently by pdfminer), SECOND-DIFF (other table finders see other cells).
"""

import contextlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from extractor.model.laporan import Cell, Tabel
from extractor.model.place import BBox, union
from extractor.model.temuan import Message, Ref, Temuan
from extractor.second.doubt import CellAt, contradicted, doubted
from extractor.second.finders import Seen, camelot_cells, plumber_cells
from extractor.second.glyphs import Glyph, read_pages, text_in

READ_PAGES, FINDER_PAGES = 40, 8
"""At most so many pages of a report are read again, and shown to other table finders (unless all are asked for)."""
ALIKE = "pdfminer reads the same figure"
SHOWN = 8
"""A finding names at most so many cells."""


class Opinion(msgspec.Struct, frozen=True):
    """`readings`: contradicted cells that pdfminer reads differently, with its text. `cells`, `tables`: evidence by cell and by
    table id. `pages`: pages that a table finder was asked for."""

    readings: Mapping[tuple[str, int, int], str]
    cells: Mapping[CellAt, tuple[str, ...]]
    tables: Mapping[str, tuple[str, ...]]
    temuan: tuple[Temuan, ...]
    pages: tuple[int, ...] = ()


NO_OPINION = Opinion({}, {}, {}, ())


def ask(path: Path, password: str | None, tables: Sequence[Tabel], wanted: Literal["doubt", "all"]) -> Opinion:
    """Ask the other engines about what is in doubt (or, for table finders, about every table). An engine that fails is silent."""
    readings, cells = _read_again(path, password, tables)
    temuan = [_read_differently(t, cell, readings[at]) for t, cell, at in _contradicted(tables) if at in readings]
    evidence: dict[str, tuple[str, ...]] = {}
    asked: list[int] = []
    for tabel in _in_order(tables, wanted):
        pages = [page for page in tabel.pages if wanted == "all" or len({*asked, page}) <= FINDER_PAGES]
        if not pages:
            continue
        asked += pages
        views = [view for page in pages for view in _views(path, password, tabel, page)]
        evidence[tabel.id] = tuple(view.sentence for view in views)
        for view in views:
            for at, word in view.words.items():
                cells[at] = (*cells.get(at, ()), word)
        found = _seen_differently(tabel, views)
        if found:
            temuan.append(found)
    return Opinion(readings, cells, evidence, tuple(temuan), tuple(sorted(set(asked))))


def with_evidence(
    tables: Sequence[Tabel], temuan: Sequence[Temuan], opinion: Opinion
) -> tuple[tuple[Tabel, ...], tuple[Temuan, ...]]:
    """Tables and findings with what the other engines say beside what the arithmetic says. A contradicted figure that is read
    alike is the report's, and the findings against it say so."""
    alike: set[str] = set()
    found = []
    for tabel in tables:
        cells = tuple(
            _with(cell, opinion.cells.get(CellAt(tabel.id, cell.row, cell.col), ()), alike) for cell in tabel.cells
        )
        evidence = opinion.tables.get(tabel.id, ())
        found.append(msgspec.structs.replace(tabel, cells=cells, evidence=(*tabel.evidence, *evidence)))
    told = tuple(
        msgspec.structs.replace(item, witnesses=(*item.witnesses, ALIKE)) if item.id in alike else item
        for item in temuan
    )
    return tuple(found), told


def _with(cell: Cell, words: tuple[str, ...], alike: set[str]) -> Cell:
    value = cell.value
    if value is None or not words:
        return cell
    if ALIKE in words and value.proof == "contradicted":
        alike.update(value.evidence)
    return msgspec.structs.replace(cell, value=msgspec.structs.replace(value, evidence=(*value.evidence, *words)))


def _squash(text: str) -> str:
    return "".join(text.split())


def _contradicted(tables: Sequence[Tabel]) -> Iterator[tuple[Tabel, Cell, CellAt]]:
    for tabel in tables:
        for cell in contradicted(tabel):
            yield tabel, cell, CellAt(tabel.id, cell.row, cell.col)


def _read_again(
    path: Path, password: str | None, tables: Sequence[Tabel]
) -> tuple[dict[tuple[str, int, int], str], dict[CellAt, tuple[str, ...]]]:
    """Other texts of contradicted cells, and what is to be said of those cells."""
    doubted_cells = list(_contradicted(tables))
    pages = sorted({place.page for _, cell, _ in doubted_cells for place in cell.prov if place.page is not None})
    glyphs: dict[int, list[Glyph]] = {}
    if pages:
        with contextlib.suppress(Exception):
            glyphs.update(read_pages(path, password, pages[:READ_PAGES]))
    readings: dict[tuple[str, int, int], str] = {}
    words: dict[CellAt, tuple[str, ...]] = {}
    for _, cell, at in doubted_cells:
        text = _text_of(cell, glyphs)
        if text is None:
            continue
        if _squash(text) == _squash(cell.text):
            words[at] = (ALIKE,)
        else:
            readings[at] = text
            words[at] = (f"pdfminer reads {text!r}",)
    return readings, words


def _text_of(cell: Cell, glyphs: Mapping[int, Sequence[Glyph]]) -> str | None:
    parts = []
    for place in cell.prov:
        if place.page is None or place.page not in glyphs or place.bbox is None:
            return None
        parts.append(text_in(glyphs[place.page], place.bbox))
    texts = [part for part in parts if part is not None]
    return "".join(texts) if texts and len(texts) == len(parts) and any(texts) else None


def _in_order(tables: Sequence[Tabel], wanted: str) -> list[Tabel]:
    """The tables to ask about; those whose shape is in doubt come before those with a contradicted figure only."""
    if wanted == "all":
        return list(tables)
    reasons = [(doubted(tabel), tabel) for tabel in tables]
    return [t for why, t in sorted(reasons, key=lambda item: item[0] == ("contradicted",)) if why]


class _View(msgspec.Struct):
    """What one finder says of a table's part on a page: its sentence, a word for each cell, other texts by cell."""

    sentence: str
    words: dict[CellAt, str]
    others: dict[CellAt, str]


_Finder = Callable[[], list[Seen]]


def _views(path: Path, password: str | None, tabel: Tabel, page: int) -> Iterator[_View]:
    own = [(cell, place.bbox) for cell in tabel.cells for place in cell.prov if place.page == page and place.bbox]
    own = [(cell, box) for cell, box in own if cell.text.strip() and len(cell.prov) == 1]
    if not own:
        return
    ruled = "unruled" not in tabel.doubts
    finders: tuple[tuple[str, _Finder], ...] = (
        (f"camelot {'lattice' if ruled else 'network'}", lambda: camelot_cells(path, password, page, ruled)),
        ("pdfplumber", lambda: plumber_cells(path, password, page)),
    )
    for name, finder in finders[: 2 if ruled else 1]:
        seen: list[Seen] = []
        with contextlib.suppress(Exception):
            seen = finder()
        area = union([box for _, box in own])
        near = [item for item in seen if _inside(area, item.bbox)]
        if not near:
            yield _View(f"{name}: no table seen on page {page}", {}, {})
            continue
        yield _compare(name, tabel.id, page, own, near)


def _compare(name: str, tabel: str, page: int, own: Sequence[tuple[Cell, BBox]], seen: Sequence[Seen]) -> _View:
    words: dict[CellAt, str] = {}
    others: dict[CellAt, str] = {}
    for cell, box in own:
        at = CellAt(tabel, cell.row, cell.col)
        near = [item for item in seen if _inside(box, item.bbox) or _inside(item.bbox, box)]
        if any(_squash(item.text) == _squash(cell.text) for item in near):
            words[at] = f"{name} sees the same cell"
        else:
            others[at] = " | ".join(_squash(item.text) for item in near)
            words[at] = f"{name} sees other cells here"
    return _View(f"{name}: {len(own) - len(others)} of {len(own)} cells alike on page {page}", words, others)


def _inside(box: BBox, other: BBox) -> bool:
    """Whether the middle of the other box is in the first."""
    x, y = (other[0] + other[2]) / 2, (other[1] + other[3]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _ref(tabel: Tabel, cell: Cell) -> Ref:
    place = cell.prov[0] if cell.prov else None
    return Ref(
        tabel.nomor, cell.row, cell.col, place.page if place else None, place.bbox if place else None, raw=cell.text
    )


def _name(tabel: Tabel) -> tuple[str, str]:
    if tabel.nomor:
        return f"Tabel {tabel.nomor}", f"table {tabel.nomor}"
    page = tabel.pages[0] if tabel.pages else "?"
    return f"tabel di halaman {page}", f"the table on page {page}"


def _read_differently(tabel: Tabel, cell: Cell, text: str) -> Temuan:
    nama = _name(tabel)
    message = Message(
        f"Angka {cell.text} di {nama[0]} bertentangan dengan hitungan, dan mesin baca kedua membacanya {text}: periksa halamannya.",
        f"The figure {cell.text} in {nama[1]} is contradicted, and a second engine reads {text}: look at the page.",
    )
    return Temuan("", "READ-DIFF", "W", message, (_ref(tabel, cell),), reported=cell.text, recomputed=text)


def _seen_differently(tabel: Tabel, views: Sequence[_View]) -> Temuan | None:
    """One finding for all cells that no other finder sees as we do: W where two of them see the same other text."""
    alike = {at for view in views for at in view.words if at not in view.others}
    texts: dict[CellAt, list[str]] = defaultdict(list)
    for view in views:
        for at, text in view.others.items():
            if at not in alike:
                texts[at].append(text)
    if not texts:
        return None
    agreed = [at for at, found in texts.items() if len(found) > 1 and len(set(found)) == 1 and found[0]]
    wanted = set(agreed or texts)
    cells = [cell for cell in tabel.cells if CellAt(tabel.id, cell.row, cell.col) in wanted]
    nama, said = _name(tabel), "; ".join(view.sentence for view in views)
    message = Message(
        f"Mesin tabel lain melihat {len(cells)} sel lain di {nama[0]} ({said}).",
        f"Other table finders see {len(cells)} cells of {nama[1]} otherwise ({said}).",
    )
    refs = tuple(_ref(tabel, cell) for cell in cells[:SHOWN])
    return Temuan("", "SECOND-DIFF", "W" if agreed else "I", message, refs, witnesses=tuple(v.sentence for v in views))
