"""Levels of budget rows and who is whose parent.

In: what a row's name, column, number and code say. Out: a level (urusan, program, kegiatan, sub_kegiatan, belanja, total,
pendapatan or None) and the row of the parent: the nearest earlier row of a higher level, overridden by codes where one
begins with the other.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from extractor.model.laporan import Anggaran, Kode
from parsers.tabel import glue

RANK = {"urusan": 1, "program": 2, "kegiatan": 3, "sub_kegiatan": 4, "belanja": 5}
OF_CODE = {
    "urusan": "urusan", "bidang": "urusan", "organisasi": "urusan", "program": "program", "kegiatan": "kegiatan",
    "sub_kegiatan": "sub_kegiatan", "akun": "belanja", "kelompok": "belanja", "jenis": "belanja", "objek": "belanja",
    "rincian_objek": "belanja", "sub_rincian_objek": "belanja",
}  # fmt: skip
OF_WORD = (
    ("urusan", re.compile(r"(?i)^(bidang )?urusan\b")),
    ("program", re.compile(r"(?i)^program\b")),
    ("sub_kegiatan", re.compile(r"(?i)^sub\W*kegiatan\b")),
    ("kegiatan", re.compile(r"(?i)^kegiatan\b")),
    ("belanja", re.compile(r"(?i)^belanja\b")),
)
ROMAN = re.compile(r"^[IVX]+\.?$")
ROMAN_DOTTED = re.compile(r"^[IVX]+\.\d+\.?$")
PLAIN_NUMBER = re.compile(r"^\d{1,3}[.)]?$")


@dataclass(frozen=True, slots=True)
class Tanda:
    """`level` of a row; `order`: its rank for parents (smaller is higher), None for totals; `code`: canonical parts."""

    level: str | None
    order: int | None
    code: tuple[str, ...] = ()


def level_of(name: str, kelas: str | None, number: str, kode: Kode | None, is_total: bool, is_revenue: bool) -> Tanda:
    """The level of one row. A code counts before a word, a word before the column, the column before the number."""
    code = tuple(kode.canonical.split(".")) if kode and kode.canonical else ()
    if is_total:
        return Tanda("total", None)
    if is_revenue:
        return Tanda("pendapatan", len(code) or None, code)
    by_code = OF_CODE.get(kode.level or "") if kode else None
    by_word = next((level for level, pattern in OF_WORD if pattern.match(name)), None)
    by_column = kelas if kelas in RANK else None
    level = by_code or by_word or by_column
    if level == "belanja" and code:
        return Tanda(level, RANK["belanja"] + len(code), code)
    return Tanda(level, RANK.get(level or "") or _order_of_number(number), code)


def _order_of_number(number: str) -> int | None:
    """Rank of a row that only its number places: `I`, `I.1`, `1`."""
    if ROMAN.match(number):
        return RANK["program"]
    if ROMAN_DOTTED.match(number):
        return RANK["kegiatan"]
    return RANK["sub_kegiatan"] if PLAIN_NUMBER.match(number) else None


def parents(records: Sequence[Anggaran], marks: Sequence[Tanda]) -> list[Anggaran]:
    """The records with level and `induk` completed: rows below a program without a level of their own are kegiatan."""
    marks = _fill(records, marks)
    result: list[Anggaran] = []
    for index, (record, mark) in enumerate(zip(records, marks, strict=True)):
        parent = _parent(records, marks, index)
        result.append(msgspec.structs.replace(record, level=mark.level, induk=parent))
    return result


def _fill(records: Sequence[Anggaran], marks: Sequence[Tanda]) -> list[Tanda]:
    orders = {mark.order for mark in marks if mark.level == "program" or mark.order == RANK["program"]}
    has_kegiatan = any(mark.order == RANK["kegiatan"] for mark in marks)
    filled: list[Tanda] = []
    seen_program = False
    for record, mark in zip(records, marks, strict=True):
        seen_program = seen_program or mark.order == RANK["program"]
        level, order = mark.level, mark.order
        if level is None and orders and seen_program and glue(record.uraian):
            numbered = order is not None and has_kegiatan
            order = order if numbered else RANK["kegiatan"]
            level = next(name for name, rank in RANK.items() if rank == order) if order in RANK.values() else None
        filled.append(Tanda(level, order, mark.code))
    return filled


def _parent(records: Sequence[Anggaran], marks: Sequence[Tanda], index: int) -> int | None:
    mark = marks[index]
    if mark.order is None:
        return None
    by_code = [
        i for i in range(index) if marks[i].code and mark.code[: len(marks[i].code)] == marks[i].code != mark.code
    ]
    same_year = [i for i in by_code if records[i].tahun == records[index].tahun]
    if same_year:
        return records[max(same_year, key=lambda i: len(marks[i].code))].row
    for i in range(index - 1, -1, -1):
        order = marks[i].order
        if order is not None and order < mark.order and records[i].row != records[index].row:
            return records[i].row
    return None
