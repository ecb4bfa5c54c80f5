"""Levels of budget rows and who is whose parent.

In: what a row's name, column, number and code say. Out: a level (urusan, program, kegiatan, sub_kegiatan, belanja, total,
pendapatan, pembiayaan, saldo or None) and the row of the parent: the nearest earlier row of a higher level, overridden by codes where one
begins with the other.
"""

import re
from collections.abc import Mapping, Sequence

import msgspec
from msgspec.structs import replace

from extractor.model.laporan import Kode

RANK = {"urusan": 1, "program": 2, "kegiatan": 3, "sub_kegiatan": 4, "belanja": 5}
TOP = 0
"""Rank of a group's title without a level of its own (`Misi 2: …`, with the group's money): above all others."""
OF_CODE = {
    "urusan": "urusan", "bidang": "urusan", "organisasi": "urusan", "program": "program", "kegiatan": "kegiatan",
    "sub_kegiatan": "sub_kegiatan", "akun": "belanja", "kelompok": "belanja", "jenis": "belanja", "objek": "belanja",
    "rincian_objek": "belanja", "sub_rincian_objek": "belanja",
}  # fmt: skip
OF_WORD = (
    ("urusan", re.compile(r"(?i)^(bidang )?urusan\b")),
    ("program", re.compile(r"(?i)^(\d[\d.]*\s+)?program\b")),
    ("sub_kegiatan", re.compile(r"(?i)^sub\W*kegiatan\b")),
    ("kegiatan", re.compile(r"(?i)^kegiatan\b")),
    ("belanja", re.compile(r"(?i)^belanja\b")),
)
OF_ACCOUNT = {"4": "pendapatan", "6": "pembiayaan"}
"""Accounts that begin so are revenue and financing (Permendagri 13/2006 and 90/2019)."""
MOST_CODED = 0.8
OUTPUTS = frozenset({"kegiatan", "sub_kegiatan"})
ROMAN = re.compile(r"^[IVX]+\.?$")
ROMAN_DOTTED = re.compile(r"^[IVX]+\.\d+\.?$")
PLAIN_NUMBER = re.compile(r"^\d{1,3}[.)]?$")


class Tanda(msgspec.Struct, frozen=True):
    """`order`: rank for parents (smaller is higher), None for totals; `code`: canonical parts; `word`: the name says the level."""

    row: int
    level: str | None
    order: int | None
    code: tuple[str, ...] = ()
    word: bool = False


def level_of(
    row: int, name: str, kelas: str | None, number: str, kode: Kode | None, is_total: bool, other: str | None
) -> Tanda:
    """The level of one row. A code counts before a word, a word before the column, the column before the number.

    `other`: the name says that the row is no spending (`pendapatan`, `pembiayaan`, `saldo`).
    """
    code = tuple(kode.canonical.split(".")) if kode and kode.canonical else ()
    if is_total:
        return Tanda(row, "total", None)
    if other == "saldo" and not code:
        return Tanda(row, "saldo", None)
    by_account = OF_ACCOUNT.get(code[0]) if kode and code and OF_CODE.get(kode.level or "") == "belanja" else None
    if by_account or other in OF_ACCOUNT.values():
        return Tanda(row, by_account or other, RANK["belanja"] + len(code) if code else None, code)
    by_code = OF_CODE.get(kode.level or "") if kode else None
    by_word = next((level for level, pattern in OF_WORD if pattern.match(name)), None)
    by_column = kelas if kelas in RANK else None
    level = by_word if by_code == "urusan" and by_word == "belanja" else by_code or by_word or by_column
    order = RANK.get(level or "") or _order_of_number(number)
    if level == "belanja" and code:
        order = RANK["belanja"] + len(code)
    return Tanda(row, level, order, code, by_word is not None)


def _order_of_number(number: str) -> int | None:
    """Rank of a row that only its number places: `I`, `I.1`, `1`."""
    if ROMAN.match(number):
        return RANK["program"]
    if ROMAN_DOTTED.match(number):
        return RANK["kegiatan"]
    return RANK["sub_kegiatan"] if PLAIN_NUMBER.match(number) else None


def complete(marks: Sequence[Tanda]) -> dict[int, Tanda]:
    """The marks by row, with the levels that the other rows tell: below a program a row without a level is a kegiatan."""
    marks = _continued(_truncated(marks))
    has_program = any(mark.level == "program" for mark in marks)
    has_kegiatan = any(mark.order == RANK["kegiatan"] for mark in marks)
    filled: dict[int, Tanda] = {}
    seen_program = False
    for mark in marks:
        seen_program = seen_program or mark.order == RANK["program"]
        if mark.level is None and mark.order != TOP and has_program and seen_program:
            order = (
                mark.order
                if mark.order is not None and (has_kegiatan or mark.order == RANK["program"])
                else RANK["kegiatan"]
            )
            level = next((name for name, rank in RANK.items() if rank == order), None)
            mark = replace(mark, level=level, order=order)
        filled[mark.row] = mark
    return filled


def _continued(marks: Sequence[Tanda]) -> list[Tanda]:
    """Where nearly all rows have codes, one without continues the row above: its second output, with money of its own."""
    coded = sum(bool(mark.code) for mark in marks)
    if coded < MOST_CODED * len(marks):
        return list(marks)
    found: list[Tanda] = []
    for mark in marks:
        above = found[-1] if found else None
        if above is not None and above.level in OUTPUTS and not mark.code and mark.level is None:
            mark = replace(mark, level=above.level, order=above.order)
        found.append(mark)
    return found


def _truncated(marks: Sequence[Tanda]) -> list[Tanda]:
    """A code cut to that of a program stands beside a kegiatan: where programs are called Program, this row is none."""
    programs = [mark for mark in marks if mark.level == "program" and mark.code]
    named = sum(mark.word for mark in programs)
    if not programs or named * 2 < len(programs):
        return list(marks)
    return [
        replace(mark, level="kegiatan", order=RANK["kegiatan"], code=()) if mark in programs and not mark.word else mark
        for mark in marks
    ]


def parent_of(row: int, marks: Mapping[int, Tanda]) -> int | None:
    """The row whose code begins this row's code, else the nearest earlier row of a higher level; None at the top."""
    own = marks[row]
    earlier = [mark for mark in marks.values() if mark.row < row]
    by_code = [m for m in earlier if m.code and len(m.code) < len(own.code) and own.code[: len(m.code)] == m.code]
    if by_code:
        return max(by_code, key=lambda m: (len(m.code), m.row)).row
    if own.order is None:
        return None
    for mark in reversed(earlier):
        if mark.order is not None and mark.order < own.order:
            return mark.row
    return None
