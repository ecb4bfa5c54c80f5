"""Figures that were recognised from an image and are not sure: what they may be instead, and a finding for each.

In: the report's tables and, by page, the figures that were recognised, those that a second engine reads differently or not at all (or
that the only engine is unsure of) among them. Out: the tables with the confidence in each figure, doubtful readings marked, and the
findings. A printed text is never changed.

Two readings that mean one value are no doubt (`1.250,000` beside `1.250.000` in a column of rupiah): the grammar of numbers decides.
Where digits differ, or marks that matter, the figure is `ambiguous` with the other value among its `alternatives`; the sums of its row
and column may settle it later (audit). A reading that is no well-formed figure yields to one that is. Where the rows or columns of a
scanned table are in doubt, all its figures are: a right figure may stand beside a wrong name.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

import msgspec

from extractor.model.laporan import DISPUTED, Cell, Nilai, Tabel
from extractor.model.page import OtherReading
from extractor.model.temuan import Message, Ref, Temuan
from extractor.records.tables import HINTS
from parsers.nilai import Bacaan, Hint, read_column, read_value

SOUND = ("clean", "mixed")
UNGROUPED = 5
"""Digits in a row: a figure of so many without a mark has probably lost one on its way through the scanner."""
LEGIBLE = 90
"""Percent: the first engine's score below which a second that agrees settles nothing."""
TYPES = frozenset({"angka", "rupiah", "persen"})
PLACES = frozenset({"ocr_rows", "ocr_columns", "unruled_rows", "unruled_columns"})
"""Doubts of a table whose figures may stand in wrong rows or columns."""

Figures = Mapping[int, Sequence[OtherReading]]
"""Page to its figures that OCR read."""


class Marked(NamedTuple):
    tabel: tuple[Tabel, ...]
    temuan: tuple[Temuan, ...]


def mark_unsure(tables: Iterable[Tabel], figures: Figures, scanned: frozenset[int]) -> Marked:
    """The tables with their doubtful figures marked; `scanned`: pages all of whose text was recognised. Findings have id ''."""
    marked, found = [], []
    recognised = scanned.union(figures)
    for tabel in tables:
        if recognised.isdisjoint(tabel.pages):
            marked.append(tabel)
            continue
        cells = []
        for cell in tabel.cells:
            new, temuan = _marked(cell, tabel, figures, scanned)
            cells.append(_misplaced(new) if scanned and not PLACES.isdisjoint(tabel.doubts) else new)
            found += temuan
        marked.append(msgspec.structs.replace(tabel, cells=tuple(cells)))
    return Marked(tuple(marked), tuple(found))


def _inside(cell: Cell, figures: Figures) -> Iterator[OtherReading]:
    for place in cell.prov:
        if place.page is None or place.bbox is None:
            continue
        x0, top, x1, bottom = place.bbox
        for figure in figures.get(place.page, ()):
            x, y = (figure.x0 + figure.x1) / 2, (figure.top + figure.bottom) / 2
            if x0 <= x <= x1 and top <= y <= bottom and figure.text in cell.text:
                yield figure


def _marked(cell: Cell, tabel: Tabel, figures: Figures, scanned: frozenset[int]) -> tuple[Cell, list[Temuan]]:
    """The cell with its doubt, and the finding about it."""
    value = cell.value
    if value is None or value.type not in TYPES:
        return cell, []
    figure = min(_inside(cell, figures), key=lambda f: (f.sure, f.score), default=None)
    other = _other(cell, tabel, figure) if figure is not None and figure.other and not figure.sure else None
    if figure is None or figure.sure or _is_one_value(figure, value, other):
        new = value if figure is None else msgspec.structs.replace(value, confidence=figure.score)
        of_image = not scanned.isdisjoint(p.page for p in cell.prov if p.page)
        if of_image and (figure is None or figure.sure) and new.reading == "clean" and _lost_its_marks(cell.text):
            new = msgspec.structs.replace(new, reading="ambiguous")
        return msgspec.structs.replace(cell, value=new), []
    new = msgspec.structs.replace(_doubted(value, other), confidence=min(figure.score, DISPUTED))
    return msgspec.structs.replace(cell, value=new), [_temuan(cell, tabel, figure, new, other)]


def _is_one_value(figure: OtherReading, value: Nilai, other: Bacaan | None) -> bool:
    """Whether two readings differ in marks only that mean nothing; two engines that see little may be wrong alike."""
    return other is not None and other.number == value.number and figure.score >= LEGIBLE


def _misplaced(cell: Cell) -> Cell:
    """The cell of a table whose rows or columns are in doubt: its figure is neither sure nor ever proved."""
    value = cell.value
    if value is None or value.type not in TYPES:
        return cell
    reading = "ambiguous" if value.reading in SOUND else value.reading
    confidence = min(value.confidence if isinstance(value.confidence, int) else DISPUTED, DISPUTED)
    return msgspec.structs.replace(cell, value=msgspec.structs.replace(value, reading=reading, confidence=confidence))


def _lost_its_marks(text: str) -> bool:
    digits = 0
    for character in text:
        digits = digits + 1 if character.isdigit() else 0
        if digits >= UNGROUPED:
            return True
    return False


def _other(cell: Cell, tabel: Tabel, figure: OtherReading) -> Bacaan | None:
    """The value of the cell with the second reading, in the style of its column; None when that is no figure."""
    text = cell.text.replace(figure.text, figure.other, 1)
    column = [c.text for c in tabel.cells if c.col == cell.col and not c.header and c.row != cell.row]
    hint: Hint | None = HINTS.get(tabel.columns[cell.col].role or "") if cell.col < len(tabel.columns) else None
    read = read_column([*column, text], hint)[-1]
    if read.number is None:
        read = read_value(text, hint)
    return None if read.number is None or read.reading not in SOUND else read


def _doubted(value: Nilai, other: Bacaan | None) -> Nilai:
    if other is None or other.number is None:
        return msgspec.structs.replace(value, reading="ambiguous" if value.reading in SOUND else value.reading)
    if value.number is None or value.reading not in (*SOUND, "ambiguous"):
        kept = (value.number, *value.alternatives) if value.number is not None else value.alternatives
        return msgspec.structs.replace(
            value, number=other.number, reading="ambiguous", alternatives=_unique(kept, other)
        )
    others = (other.number, *value.alternatives)
    return msgspec.structs.replace(value, reading="ambiguous", alternatives=tuple(dict.fromkeys(others)))


def _unique(kept: Iterable[Decimal], taken: Bacaan) -> tuple[Decimal, ...]:
    return tuple(number for number in dict.fromkeys(kept) if number != taken.number)


def _temuan(cell: Cell, tabel: Tabel, figure: OtherReading, value: Nilai, other: Bacaan | None) -> Temuan:
    place = next((p for p in cell.prov if p.bbox is not None), cell.prov[0])
    if figure.other and figure.score < LEGIBLE:
        message = Message(
            f"Angka ini hampir tidak terbaca: {figure.text} ({figure.score} %) dan {figure.other}. Bandingkan dengan berkas aslinya.",
            f"This figure is hardly legible: {figure.text} ({figure.score} %) and {figure.other}. Compare it with the file itself.",
        )
    elif figure.other:
        message = Message(
            f"Dua mesin OCR membaca angka ini berbeda: {figure.text} dan {figure.other}. Bandingkan dengan berkas aslinya.",
            f"Two OCR engines read this figure differently: {figure.text} and {figure.other}. Compare it with the file itself.",
        )
    else:
        message = Message(
            f"Hanya satu mesin OCR membaca angka ini: {figure.text} ({figure.score} %). Bandingkan dengan berkas aslinya.",
            f"Only one OCR engine reads this figure: {figure.text} ({figure.score} %). Compare it with the file itself.",
        )
    ref = Ref(tabel.nomor, cell.row, cell.col, place.page, place.bbox, place.path, cell.text)
    proposal = None if other is None or other.number in (None, value.number) else str(other.number)
    return Temuan("", "OCR-FIGURE", "W", message, (ref,), reported=str(value.number), proposal=proposal)
