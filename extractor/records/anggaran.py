"""Typed budget rows: one record per printed row and year with a pagu or a realisasi in rupiah, by the rules of LABELS.md.

In: a `Lembar`. Out: `Anggaran` records in reading order and the rows that gave one. Levels and parents come from `tingkat`.
"""

import re
from collections.abc import Mapping, Sequence

import msgspec
from msgspec.structs import replace

from extractor.model.laporan import Anggaran, Angka, Kode
from extractor.records.lembar import Lembar
from extractor.records.nama import Baris, bare, classify, longest, numbered, rests, without_number
from extractor.records.slot import Slot, find_slots
from extractor.records.tingkat import TOP, Tanda, complete, level_of, parent_of
from extractor.records.tumpuk_kode import piled
from parsers.nilai import read_kode_column, read_year
from parsers.nilai.skala import SKALA
from parsers.tabel import TANPA_BARIS, glue, is_figure, is_nothing, is_total
from parsers.tabel.kamus import DANA, PEMBIAYAAN, PENDAPATAN, SALDO
from parsers.tabel.periode import table_period

ROLES = frozenset({"pagu", "realisasi_rp", "serapan_pct", "fisik_pct"})
UNIT = 8
"""So many letters may be a unit beside a figure; more are a name behind a number."""
MANY = 2
"""A table of more rows than this may end in a total without label."""
CODE_IN_NAME = re.compile(r"(?:\d{1,2}|X{1,2})(?:\.(?:\d{1,4}|X{1,2})){2,}(?=\s)")
"""A programme code printed before the name in one cell."""
DEPTH = {"aksi": 0, "program": 1, "program_kegiatan": 2, "kegiatan": 3, "sub_kegiatan": 4}


class Subjek(msgspec.Struct, frozen=True):
    """Columns that name what money is spent on, deepest first; `beside`: indikator and sasaran for tables without programmes."""

    spent_on: Sequence[int]
    beside: Sequence[int]
    year: int | None
    numbered: frozenset[int]


class Bernama(msgspec.Struct, frozen=True):
    """A row with its subject. `col`: the column the subject stands in, None when it came from a group row or is missing.

    `title`: the row is the title of a group above programmes, with the group's money.
    """

    uraian: str
    col: int | None
    title: bool = False


def read_rows(lembar: Lembar) -> tuple[tuple[Anggaran, ...], frozenset[int]]:
    """(records, rows that gave one); both empty where the table holds no money or says not on what."""
    slots = [
        slot
        for slot in find_slots(lembar, ROLES, without=[*_marks_alone(lembar), *quarterly(lembar)])
        if slot.best("pagu") is not None or slot.best("realisasi_rp") is not None
    ]
    subject = _subject(lembar)
    if not slots or not (subject.spent_on or subject.beside) or lembar.tabel.jenis in TANPA_BARIS:
        return (), frozenset()
    rows = classify(lembar)
    stacks = piled(lembar, lembar.with_role("kode"), subject.spent_on)
    codes = _codes(lembar, {row: code for row, (code, _) in stacks.items()})
    named = _names(lembar, subject, rows)
    for row, (_, text) in stacks.items():
        named.pop(row, None)
        if text:
            named[row] = Bernama(text, None)
    marks = complete([_mark(lembar, item, named[item.row], codes.get(item.row)) for item in rows if item.row in named])
    records: list[Anggaran] = []
    for item in rows:
        if item.sort in {"group", "blank"} or item.row not in named:
            continue
        for slot in slots:
            record = _record(lembar, slot, item, named[item.row], subject, codes.get(item.row), marks)
            if record is not None:
                records.append(record)
    return tuple(records), frozenset(record.row for record in records)


def quarterly(lembar: Lembar) -> list[int]:
    """Columns with the money of a quarter or semester: a budget row is one of the year (LABELS.md, anggaran 1)."""
    return [col for col in lembar.with_role(*ROLES) if lembar.columns[col].periode]


def _marks_alone(lembar: Lembar) -> list[int]:
    """Columns of `Rp.` ruled apart from their amounts."""
    columns = []
    for col in lembar.with_role("pagu", "realisasi_rp"):
        texts = [text for row in lembar.body if (text := lembar.own(row, col))]
        if texts and not any(ch.isdigit() for text in texts for ch in text):
            columns.append(col)
    return columns


def _subject(lembar: Lembar) -> Subjek:
    spent = [c for c in lembar.with_role("program_kegiatan") if not _holds_figures(lembar, c)]
    spent.sort(key=lambda c: (-DEPTH.get(lembar.columns[c].kelas or "", 2), -c))
    indikator = [c for c in [longest(lembar, lembar.with_role("indikator"))] if c is not None]
    sasaran = [c for c in [longest(lembar, lembar.with_role("sasaran"))] if c is not None]
    first = _first_text_column(lembar) if not (spent or indikator or sasaran) else []
    return Subjek(
        spent_on=spent or first,
        beside=indikator + sasaran,
        year=next((c for c in lembar.with_role("tahun_n") if lembar.columns[c].kelas == "tahun"), None),
        numbered=frozenset(c for c in spent if numbered(lembar, c)),
    )


def _first_text_column(lembar: Lembar) -> list[int]:
    """A column without a known header that names the rows (`Bidang`, `Sekretariat`)."""
    for col, column in enumerate(lembar.columns):
        long = any(len(glue(lembar.own(row, col))) > 3 for row in lembar.body)
        if column.role is None and long and not _holds_figures(lembar, col):
            return [col]
    return []


def _holds_figures(lembar: Lembar, col: int) -> bool:
    """`Jumlah Kegiatan`, `BTL`: a column of figures names nothing."""
    texts = [text for row in lembar.body if (text := lembar.own(row, col))]
    figures = sum(is_figure(text) and sum(map(str.isalpha, text)) <= UNIT for text in texts)
    return figures * 2 > len(texts)


def _names(lembar: Lembar, subject: Subjek, rows: Sequence[Baris]) -> dict[int, Bernama]:
    """The subject of every row that has one; a source of funds gives way to the group row above it.

    A rule inside a name parts no row. A name reaches down only as far as its merged cell. A row without one is called by its own
    indicator or sasaran; a nameless last row is the total; other nameless rows stay unread.
    """
    result: dict[int, Bernama] = {}
    group, rest = "", rests(lembar, subject.spent_on)
    final = max((item.row for item in rows if item.sort != "blank"), default=-1)
    for item in rows:
        if item.sort == "blank" or any((item.row - 1, col) in rest for col in subject.spent_on):
            continue
        if item.sort == "group":
            group = _group_text(lembar, subject, item)
            result[item.row] = Bernama(group, _own_column(lembar, subject, item.row))
            continue
        name = Bernama(item.label, None) if item.sort == "total" else _own_name(lembar, subject, item.row, group)
        name = name or _title_of_group(lembar, item.row)
        if name is not None and name.col is not None and (below := rest.get((item.row, name.col))):
            name = replace(name, uraian=f"{name.uraian} {below}")
        if name is None and item.row == final and len(rows) > MANY:
            name = Bernama("", None)
        if name is not None:
            result[item.row] = name
    return result


def _own_column(lembar: Lembar, subject: Subjek, row: int) -> int | None:
    return next((c for c in subject.spent_on if lembar.own(row, c)), None)


def _group_text(lembar: Lembar, subject: Subjek, item: Baris) -> str:
    texts = [lembar.own(item.row, c) for c in subject.spent_on if lembar.own(item.row, c)]
    return bare(texts[0] if texts else item.label)


def _own_name(lembar: Lembar, subject: Subjek, row: int, group: str) -> Bernama | None:
    """The deepest programme column that has a text; without one the row's own indicator, then its sasaran.

    A source of funds names the row only where neither another column nor a group row does.
    """
    funds: Bernama | None = None
    for col in subject.spent_on or subject.beside:
        text = lembar.over(row, col)
        if not _names_something(text):
            continue
        name = Bernama(without_number(text, col in subject.numbered), col)
        if not DANA.match(bare(text)):
            return name
        funds = funds or name
    if funds and group:
        return Bernama(group, None)
    own = [(lembar.own(row, col), col) for col in subject.beside if _names_something(lembar.own(row, col))]
    return funds or (Bernama(without_number(own[0][0], False), own[0][1]) if own else None)


def _title_of_group(lembar: Lembar, row: int) -> Bernama | None:
    """The title of a group of rows with the group's money beside it: one text over several columns, and no other text in the row."""
    figures = lembar.with_role(*ROLES)
    own = [c for c in range(lembar.teks.n_cols) if c not in figures and lembar.own(row, c)]
    if len(own) != 1 or lembar.teks.size(row, own[0])[1] == 1 or not _names_something(lembar.own(row, own[0])):
        return None
    return Bernama(lembar.own(row, own[0]), None, title=True)


def _names_something(text: str) -> bool:
    return not is_nothing(text) and any(ch.isalpha() for ch in text)


def _codes(lembar: Lembar, stacked: Mapping[int, str]) -> dict[int, Kode]:
    """Codes per row; a code that is printed over several narrow columns is joined, one before the name is found there."""
    columns = lembar.with_role("kode")
    if columns:
        raw = {row: ".".join(part for c in columns if (part := lembar.own(row, c).strip("."))) for row in lembar.body}
    else:
        names = {row: [lembar.own(row, c) for c in lembar.with_role("program_kegiatan")] for row in lembar.body}
        raw = {
            row: next((m[0] for name in texts if (m := CODE_IN_NAME.match(name))), "") for row, texts in names.items()
        }
    raw |= stacked
    raw = {row: text for row, text in raw.items() if any(ch.isdigit() for ch in text)}
    read = read_kode_column(list(raw.values()), "akun" if lembar.tabel.jenis == "anggaran_kas" else None)
    return {row: Kode(code.raw, code.canonical, code.scheme, code.level) for row, code in zip(raw, read, strict=True)}


def _mark(lembar: Lembar, item: Baris, name: Bernama, kode: Kode | None) -> Tanda:
    """What tells the level of a row."""
    other = _other(name.uraian) or ("pendapatan" if lembar.tabel.jenis == "pendapatan" else None)
    number = next((lembar.own(item.row, c) for c in lembar.with_role("no")), "")
    kelas = lembar.columns[name.col].kelas if name.col is not None else None
    total = item.sort == "total" or not name.uraian or is_total(name.uraian)
    mark = level_of(item.row, name.uraian, kelas, number, kode, total, other)
    return replace(mark, order=TOP) if name.title and mark.level is None else mark


def _other(name: str) -> str | None:
    """What a row is that is no spending, by its name."""
    if SALDO.fullmatch(name):
        return "saldo"
    if PEMBIAYAAN.match(name):
        return "pembiayaan"
    return "pendapatan" if PENDAPATAN.match(name) else None


def _record(
    lembar: Lembar,
    slot: Slot,
    item: Baris,
    name: Bernama,
    subject: Subjek,
    kode: Kode | None,
    marks: Mapping[int, Tanda],
) -> Anggaran | None:
    pagu = _money(lembar, item.row, slot.columns.get("pagu", ()))
    realisasi = _money(lembar, item.row, slot.columns.get("realisasi_rp", ()))
    if pagu is None and realisasi is None:
        return None
    year = read_year(lembar.over(item.row, subject.year)) if subject.year is not None else None
    return Anggaran(
        tabel=lembar.tabel.id,
        row=item.row,
        kode=kode,
        uraian=name.uraian,
        tahun=year or slot.tahun,
        pagu=pagu,
        realisasi=realisasi,
        persen=_figure(lembar, item.row, slot.best("serapan_pct")),
        fisik=_figure(lembar, item.row, slot.best("fisik_pct")),
        induk=parent_of(item.row, marks),
        level=marks[item.row].level,
        satuan=_scale(lembar, pagu) or _scale(lembar, realisasi),
        periode=table_period(lembar.tabel.judul or ""),
    )


def _scale(lembar: Lembar, figure: Angka | None) -> str | None:
    """The unit of scaled money that the table prints over the figure."""
    cell = lembar.cells.get(figure.cell) if figure is not None and figure.cell is not None else None
    unit = cell.value.unit if cell is not None and cell.value is not None else None
    return unit if unit in SKALA else None


def _money(lembar: Lembar, row: int, columns: Sequence[int]) -> Angka | None:
    """The figure of the best column: the later budget, else the total; a later column that is blank leaves it null."""
    return _figure(lembar, row, columns[0] if columns else None)


def _figure(lembar: Lembar, row: int, col: int | None) -> Angka | None:
    if col is None or not lembar.has_value(row, col) or not any(ch.isdigit() for ch in lembar.own(row, col)):
        return None
    return lembar.angka(row, col)
