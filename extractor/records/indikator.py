"""Typed indicator rows: one record per indicator, year and quarter, by the rules of LABELS.md.

In: a `Lembar`. Out: `Indikator` records in reading order and the rows that gave one.
"""

import re
from collections.abc import Sequence

import msgspec

from extractor.model.laporan import Angka, Indikator
from extractor.records.lembar import Lembar
from extractor.records.mendatar import read_lying
from extractor.records.nama import Baris, bare, carried, classify, longest, numbered, without_number
from extractor.records.periode_baris import period_columns, period_rows
from extractor.records.slot import Slot, find_slots
from extractor.records.tumpuk import Sel, split
from parsers.nilai import read_predikat, read_unit, read_value
from parsers.nilai.satuan import is_known_unit, is_unit_only
from parsers.tabel import TANPA_BARIS, glue, is_figure, is_nothing

ORDER = ("target", "realisasi", "capaian_pct")
ROLES = frozenset(ORDER)
NAMED_BY_TEXT = frozenset(
    {"pk", "rkt", "iku", "capaian", "perbandingan_tahun", "perbandingan_renstra", "tujuan_sasaran"}
)
"""Kinds whose rows are indicators even where no header says so."""
MANY_NAMES = 2
"""A grid that heads more columns with the word Indikator is a diagram of boxes."""
WORD = re.compile(r"[^\W\d_]{2}")
UNIT_LETTERS = 8
"""So many letters behind a figure may be its unit; more are a name behind a running number."""
UNIT_ALONE = re.compile(r"^[-–—\s]+(\S+(\s\S+)?)$")
"""`- dok`: a dash for the figure, and its unit."""
BROKEN = re.compile(r"\d+\s+([^\W\d_]{1,8}(?:\s[^\W\d_]{1,6}){1,3})$")
"""`12 doku men`: a unit broken by a narrow column."""
DIGIT = re.compile(r"\d")
IN_BRACKETS = re.compile(r"\(([^()]{1,24})\)\s*$")


class Kolom(msgspec.Struct, frozen=True):
    """Columns of a table that the reader needs; `name`: the column that names rows where the slot has none of its own."""

    slots: Sequence[Slot]
    name: int
    sasaran: int | None
    satuan: Sequence[int]
    predikat: Sequence[int]
    deeper: Sequence[int]
    numbered: frozenset[int]


def read_rows(lembar: Lembar) -> tuple[tuple[Indikator, ...], frozenset[int]]:
    """(records, rows that gave one); both empty where the table holds no indicators."""
    lying = (
        read_lying(lembar)
        if lembar.tabel.jenis not in TANPA_BARIS and not lembar.with_role("pagu", "realisasi_rp")
        else None
    )
    if lying is not None:
        return tuple(lying), frozenset(
            c[0] for r in lying for f in (r.target, r.realisasi, r.capaian) if f and (c := f.cell)
        )
    columns = _columns(lembar)
    if columns is None:
        return (), frozenset()
    rows = classify(lembar)
    sasaran = carried(lembar, columns.sasaran, rows)
    records: list[Indikator] = []
    for item in rows:
        if item.sort == "data":
            records.extend(_row(lembar, columns, item, sasaran.get(item.row) or None))
    records.extend(
        period_rows(lembar, records, lambda row: _unmeasured(lembar, columns, row, sasaran.get(row) or None))
    )
    records.sort(key=lambda record: record.row)
    return tuple(records), frozenset(record.row for record in records)


def _columns(lembar: Lembar) -> Kolom | None:
    quarters = period_columns(lembar)
    indikator = [c for c in lembar.with_role("indikator") if _is_name(lembar, c)]
    slots = find_slots(lembar, ROLES, without=quarters, names=indikator)
    if not (slots or quarters) or lembar.tabel.jenis in TANPA_BARIS or _is_drawing(lembar):
        return None
    name, sasaran = _name_column(lembar, indikator, slots)
    if name is None:
        return None
    return Kolom(
        slots=slots,
        name=name,
        sasaran=sasaran,
        satuan=lembar.with_role("satuan"),
        predikat=lembar.with_role("predikat"),
        numbered=frozenset(c for c in {name, *indikator} if numbered(lembar, c)),
        deeper=[
            i for i, c in enumerate(lembar.columns) if c.role in {"formula", None} and c.kelas in {"formula", None}
        ],
    )


def _is_drawing(lembar: Lembar) -> bool:
    """Boxes of a diagram ruled like a table: the label `Indikator :` stands over group after group."""
    labels = [lembar.own(row, col) for row in range(lembar.tabel.header_rows) for col in range(lembar.teks.n_cols)]
    return sum("indikator" in glue(label) and ":" in label for label in labels) > MANY_NAMES


def is_name(text: str) -> bool:
    """May the text name an indicator? It has a word, and is neither a figure nor a grade."""
    if is_nothing(text) or not WORD.search(text):
        return False
    return read_predikat(text) is None and not (is_figure(text) and sum(map(str.isalpha, text)) <= UNIT_LETTERS)


def _is_name(lembar: Lembar, col: int) -> bool:
    """Not a column of numbers under the header of the names beside it."""
    texts = [text for row in lembar.body if (text := lembar.own(row, col))]
    return not texts or sum(len(glue(text)) > 3 for text in texts) * 2 > len(texts)


def _name_column(lembar: Lembar, indikator: Sequence[int], slots: Sequence[Slot]) -> tuple[int | None, int | None]:
    """(name column, sasaran column). A sasaran column names the rows only where nothing else does."""
    sasaran = longest(lembar, lembar.with_role("sasaran"))
    if indikator:
        return indikator[0], sasaran
    roles = {role for slot in slots for role in slot.columns}
    if "target" not in roles or lembar.with_role("pagu", "realisasi_rp"):
        return None, None
    unknown = _unknown_name(lembar, slots)
    if unknown is not None:
        return unknown, sasaran
    if "realisasi" not in roles:
        return None, None
    if sasaran is not None and not lembar.with_role("program_kegiatan"):
        return sasaran, None
    uraian = [c for c in lembar.with_role("program_kegiatan") if glue(lembar.columns[c].label).startswith("uraian")]
    about = glue(lembar.tabel.judul or "")
    if uraian and ("indikator" in about or "kinerja" in about):
        return uraian[0], sasaran
    return None, None


def _unknown_name(lembar: Lembar, slots: Sequence[Slot]) -> int | None:
    """A column of texts under an unknown header beside the targets (`Perjanjian Kinerja | Target`) names the rows."""
    if lembar.tabel.jenis not in NAMED_BY_TEXT:
        return None
    first = min(col for slot in slots for cols in slot.columns.values() for col in cols)
    texts = [c for c, column in enumerate(lembar.columns[:first]) if column.role is None and column.kelas is None]
    long = [c for c in texts if _is_name(lembar, c) and any(len(glue(lembar.own(row, c))) > 12 for row in lembar.body)]
    return long[-1] if long else None


def _row(lembar: Lembar, columns: Kolom, item: Baris, sasaran: str | None) -> list[Indikator]:
    """Records of a row: for every name column its slots; the stacked values of all of them are split alike."""
    by_name: dict[int, list[Slot]] = {}
    for slot in columns.slots:
        if any(_figure(lembar, item.row, col, columns) for col in _cells(slot).values()):
            by_name.setdefault(columns.name if slot.name is None else slot.name, []).append(slot)
    records: list[Indikator] = []
    for name_col, slots in by_name.items():
        printed = _name(lembar, columns, item.row, name_col)
        name = _shifted(lembar, columns, item.row, printed) or printed
        if is_name(name) and glue(name) not in glue(lembar.columns[name_col].label).split("/"):
            records.extend(_records(lembar, columns, slots, item.row, name_col, name, sasaran))
    return records


def _unmeasured(lembar: Lembar, columns: Kolom, row: int, sasaran: str | None) -> Indikator | None:
    """The row's indicator without figures, for quarters that stand in rows."""
    name = _name(lembar, columns, row, columns.name)
    return _record(lembar, columns, Slot(lembar.tahun, None), row, name, {}, sasaran) if name else None


def _cells(slot: Slot) -> dict[str, int]:
    return {role: col for role in ORDER if (col := slot.best(role)) is not None}


def _name(lembar: Lembar, columns: Kolom, row: int, col: int) -> str:
    """The row's own name; where an indicator cell is merged over several rows with texts of their own, that text.

    A formula never names a row whose indicator cell is empty.
    """
    name = lembar.over(row, col)
    anchor = lembar.teks.owner(row, col)
    height = lembar.teks.size(*anchor)[0]
    if height > 1 or not name:
        deeper = [c for c in columns.deeper if c > col and (name or lembar.columns[c].role is None)]
        inner = [text for c in deeper if lembar.begins(row, c) and (text := lembar.own(row, c))]
        if inner and len(glue(inner[0])) > 6 and not DIGIT.match(inner[0]):
            span = range(anchor[0], anchor[0] + height)
            texts = {lembar.own(r, c) for r in span for c in deeper if lembar.own(r, c)}
            if len(texts) > 1 or not name:
                return inner[0]
    return without_number(name, col in columns.numbered)


def _shifted(lembar: Lembar, columns: Kolom, row: int, name: str) -> str | None:
    """A row that slid one cell to the left: a unit stands where the name belongs, the name in the sasaran's place."""
    if columns.sasaran is None or not is_unit(name):
        return None
    left = lembar.own(row, columns.sasaran)
    return bare(left) if len(glue(left)) > 12 else None


def _records(
    lembar: Lembar, columns: Kolom, slots: Sequence[Slot], row: int, name_col: int, name: str, sasaran: str | None
) -> list[Indikator]:
    used = [col for slot in slots for col in _cells(slot).values()]
    anchor = lembar.teks.owner(row, name_col)
    name_cell = Sel(lembar.over(row, name_col), lembar.printed_lines(*anchor))
    parts = split(name_cell, [Sel(lembar.own(row, col), lembar.printed_lines(row, col)) for col in used])
    if parts is None:
        whole = {col: _angka(lembar, row, col, columns) for col in used}
        return _of_slots(lembar, columns, slots, row, name, whole, sasaran)
    records: list[Indikator] = []
    for part, texts in parts:
        figures = {col: _part(text, row, col) for col, text in zip(used, texts, strict=True)}
        records.extend(_of_slots(lembar, columns, slots, row, without_number(part, False), figures, sasaran))
    return records


def _of_slots(
    lembar: Lembar,
    columns: Kolom,
    slots: Sequence[Slot],
    row: int,
    name: str,
    figures: dict[int, Angka | None],
    sasaran: str | None,
) -> list[Indikator]:
    records: list[Indikator] = []
    for slot in slots:
        of_slot = {role: figures[col] for role, col in _cells(slot).items()}
        if any(figure is not None for figure in of_slot.values()):
            records.append(_record(lembar, columns, slot, row, name, of_slot, sasaran))
    unit = next((record.satuan for record in records if record.satuan), None)
    return [record if record.satuan else msgspec.structs.replace(record, satuan=unit) for record in records]


def is_unit(text: str) -> bool:
    """The text is a unit and nothing else."""
    return len(text.split()) == 1 and is_known_unit(text)


def _part(text: str, row: int, col: int) -> Angka | None:
    return None if is_nothing(text) else Angka(text, read_value(text).number, (row, col))


def _figure(lembar: Lembar, row: int, col: int, columns: Kolom) -> bool:
    """Does the cell print a value? A unit without a number is none; a text target is one."""
    text = lembar.own(row, col)
    dashed = UNIT_ALONE.match(text)
    if is_nothing(text) or (dashed and any(map(is_known_unit, (dashed[1], glue(dashed[1]))))):
        return False
    if DIGIT.search(text) or read_predikat(text) is not None:
        return True
    if lembar.columns[col].role == "capaian_pct":
        return False
    units = {glue(lembar.over(row, c)) for c in columns.satuan}
    return glue(text) not in units and not is_known_unit(text) and len(glue(text)) <= 40


def _angka(lembar: Lembar, row: int, col: int, columns: Kolom) -> Angka | None:
    return lembar.angka(row, col) if _figure(lembar, row, col, columns) else None


def _record(
    lembar: Lembar,
    columns: Kolom,
    slot: Slot,
    row: int,
    name: str,
    figures: dict[str, Angka | None],
    sasaran: str | None,
) -> Indikator:
    target, realisasi, capaian = (figures.get(role) for role in ("target", "realisasi", "capaian_pct"))
    return Indikator(
        tabel=lembar.tabel.id,
        row=row,
        sasaran=sasaran,
        indikator=name,
        satuan=_unit(lembar, columns, slot, row, name, (target, realisasi)),
        tahun=slot.tahun,
        periode=slot.periode,
        target=target,
        realisasi=realisasi,
        capaian=capaian,
        predikat=_grade(lembar, columns, slot, row, capaian),
    )


def _unit(
    lembar: Lembar, columns: Kolom, slot: Slot, row: int, name: str, figures: Sequence[Angka | None]
) -> str | None:
    """Unit column; else the unit beside the figure; else in brackets after the name; else in the figures' header."""
    for col in columns.satuan:
        text = lembar.over(row, col)
        if text.strip("-–—. ") and not text.replace(" ", "").isdigit():
            return text
    for figure in figures:
        if figure is not None and (unit := read_value(figure.raw).unit):
            return unit
    for figure in figures:
        if figure is not None and (broken := BROKEN.match(figure.raw)) and is_known_unit(glue(broken[1])):
            return glue(broken[1])
    bracket = IN_BRACKETS.search(name)
    if bracket and (bracket[1].strip() == "%" or is_unit_only(bracket[1])):
        return read_unit(bracket[1])
    heads = [lembar.columns[c].label for role in ("target", "realisasi") for c in slot.columns.get(role, ())]
    return "%" if any("%" in label.split(" / ")[-1] for label in heads) else None


def _grade(lembar: Lembar, columns: Kolom, slot: Slot, row: int, capaian: Angka | None) -> str | None:
    """The grade in a column of its own (of the slot's year, if several), else beside the printed capaian."""
    same = [c for c in columns.predikat if lembar.columns[c].tahun in (None, slot.tahun)]
    for col in same:
        if not is_nothing(lembar.over(row, col)) and (len(columns.slots) == 1 or slot.best("capaian_pct") is not None):
            return lembar.over(row, col)
    if capaian is None:
        return None
    note = read_value(capaian.raw).note
    return note if note and read_predikat(note) else None
