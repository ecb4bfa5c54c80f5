"""What a person chooses by, as conditions of SQL: options in, `AND …` and its values out. No text of a person becomes SQL."""

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

import msgspec

from extractor.model.errors import ExitCode, ExtractError

Value: TypeAlias = str | int
Part: TypeAlias = tuple[str, list[Value]]
_WORD = re.compile(r"\w+\*?", re.UNICODE)
_WILD = re.compile(r"[%_!]")
_YEARS = re.compile(r"\s*(\d{4})?\s*(?:(-)\s*(\d{4})?)?\s*")
_AFTER_DOT = "/"
"""The character after '.': codes under 1.02 lie between '1.02.' and '1.02/'."""


class WrongQuestion(ExtractError):
    """A question that cannot be asked like this: unknown, a year that is none, SQL with a mistake."""

    exit_code = ExitCode.USAGE
    default_code = "question"


class Pilihan(msgspec.Struct, frozen=True):
    """What a person asks for; None: everything. `tahun`: `2020`, `2018-2020`, `2018,2020`, `2018-`."""

    kata: str | None = None
    tahun: str | None = None
    instansi: str | None = None
    laporan: str | None = None
    kode: str | None = None
    level: str | None = None
    severity: str | None = None
    code: str | None = None
    proof: str | None = None

    def as_beginnings(self) -> "Pilihan":
        """The same, each word taken for the beginning of one."""
        words = " ".join(f"{word.removesuffix('*')}*" for word in _WORD.findall(self.kata or ""))
        return msgspec.structs.replace(self, kata=words or None)

    def given(self) -> dict[str, str]:
        """The ones that were given."""
        values = {name: getattr(self, name) for name in self.__struct_fields__}
        return {name: value for name, value in values.items() if value is not None}


def conditions(columns: Mapping[str, str], pilihan: Pilihan) -> tuple[str, list[Value]]:
    """Every given option as a condition on its column (or table of words). Raises `WrongQuestion` for one that has none."""
    sql, values = "", list[Value]()
    for name, text in pilihan.given().items():
        if name not in columns:
            raise WrongQuestion(
                message_id=f"Pertanyaan ini tidak mengenal --{name}.",
                message_en=f"This question does not know --{name}.",
                advice_id=f"Yang dikenal: {_options(columns)}.",
                advice_en=f"It knows: {_options(columns)}.",
            )
        part, more = _HOW[name](columns[name], text)
        sql += f" AND {part}"
        values += more
    return sql, values


def _options(columns: Mapping[str, str]) -> str:
    return ", ".join("KATA" if name == "kata" else f"--{name}" for name in columns)


def _words(columns: str, text: str) -> Part:
    """`columns`: `id column, table of words, its column`. All words must be there, in any order; `kata*` is a beginning."""
    key, table, column = columns.split()
    words = [f'"{w.removesuffix("*")}"{"*" if w.endswith("*") else ""}' for w in _WORD.findall(text)]
    if not words:
        raise WrongQuestion(message_id=f"Tidak ada kata dalam {text!r}.", message_en=f"There is no word in {text!r}.")
    return f"{key} IN (SELECT rowid FROM {table} WHERE {table} MATCH ?)", [f"{{{column}}} : ({' AND '.join(words)})"]


def _years(column: str, text: str) -> Part:
    parts: list[str] = []
    values: list[Value] = []
    for piece in text.split(","):
        match = _YEARS.fullmatch(piece)
        if match is None or not (match[1] or match[3]):
            raise WrongQuestion(
                message_id=f"{piece!r} bukan tahun.",
                message_en=f"{piece!r} is no year.",
                advice_id="Tulis seperti 2020, 2018-2020, 2018,2020 atau 2018-.",
                advice_en="Write it like 2020, 2018-2020, 2018,2020 or 2018-.",
            )
        first = int(match[1] or 0)
        parts.append(f"{column} BETWEEN ? AND ?")
        values += [first, int(match[3] or 9999) if match[2] else first]
    return f"({' OR '.join(parts)})", values


def _contains(column: str, text: str) -> Part:
    """Every word of it somewhere in the column, in any case."""
    like = ["%" + _WILD.sub(r"!\g<0>", word) + "%" for word in text.split()]
    each = [f"{column} LIKE ? ESCAPE '!'"] * len(like)
    return f"({' AND '.join(each) or '1'})", [*like]


def _code(columns: str, text: str) -> Part:
    """The code and everything under it, by its normal form; by the printed one where no scheme fits."""
    normal, printed = columns.split()
    code = ".".join(re.findall(r"[^\s.*%]+", text))
    under = [code, f"{code}.", f"{code}{_AFTER_DOT}"]
    one = "({0} = ? OR ({0} >= ? AND {0} < ?))"
    return f"({one.format(normal)} OR ({normal} IS NULL AND {one.format(printed)}))", [*under, *under]


def _one_of(column: str, text: str) -> Part:
    wanted = [word.strip() for word in text.split(",")]
    return f"{column} IN ({', '.join('?' * len(wanted))})", [*wanted]


def _one_of_capitals(column: str, text: str) -> Part:
    return _one_of(column, text.upper())


_HOW: dict[str, Callable[[str, str], Part]] = {
    "kata": _words,
    "tahun": _years,
    "instansi": _contains,
    "laporan": _contains,
    "kode": _code,
    "level": _one_of,
    "severity": _one_of_capitals,
    "code": _one_of_capitals,
    "proof": _one_of,
}
