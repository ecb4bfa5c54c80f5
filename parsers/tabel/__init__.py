"""Meaning of a table: its kind, its header, a role, year and quarter for every column. Text grids in, meaning out; no file, no page.

`understand` reads a table from scratch; `read_columns` reads one whose header rows and kind are already fixed.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from parsers.tabel import kamus
from parsers.tabel.header import blocks, header_rows, is_band, paths, repeats, titles
from parsers.tabel.isi import describe
from parsers.tabel.kolom import Kolom, read_path
from parsers.tabel.pandangan import Pandangan, look
from parsers.tabel.peran import settle
from parsers.tabel.registry import JENIS, TANPA_BARIS, choose
from parsers.tabel.teks import TabelTeks, clean, glue, is_average, is_figure, is_money, is_nothing, is_total

__all__ = [
    "JENIS",
    "TANPA_BARIS",
    "Bagian",
    "Kolom",
    "Makna",
    "TabelTeks",
    "clean",
    "glue",
    "header_rows",
    "is_average",
    "is_band",
    "is_figure",
    "is_money",
    "is_nothing",
    "is_total",
    "read_columns",
    "read_parts",
    "understand",
]


class Makna(NamedTuple):
    """What a table means. `body`: rows below the header that are no repetition of it; `repeated`: those that are."""

    jenis: str
    header_rows: int
    columns: tuple[Kolom, ...]
    body: tuple[int, ...]
    repeated: frozenset[int]


def understand(
    table: TabelTeks, judul: str | None = None, context: str | None = None, tahun: int | None = None, hint: int = 0
) -> Makna:
    """Header, columns and kind of a table.

    `judul`: its caption; `context`: nearest heading or sentence; `tahun`: year of the report; `hint`: header rows as the
    grid builder sees them, 0 when it does not know.
    """
    height = header_rows(table, hint)
    columns, body, repeated = read_columns(table, height, judul or context, tahun)
    return Makna(choose(_view(table, columns, body, judul, context)), height, columns, body, repeated)


def read_columns(
    table: TabelTeks, height: int, judul: str | None, tahun: int | None
) -> tuple[tuple[Kolom, ...], tuple[int, ...], frozenset[int]]:
    """(columns, body rows, repeated header rows) of a table whose first `height` rows are its header.

    Where the header changes inside the table, the columns are those of its first part (`read_parts` gives all).
    """
    parts = read_parts(table, height, judul, tahun)
    body = tuple(row for part in parts for row in part.body)
    return parts[0].columns, body, frozenset(range(height, table.n_rows)) - frozenset(body)


class Bagian(NamedTuple):
    """A part of a table under one header."""

    columns: tuple[Kolom, ...]
    body: tuple[int, ...]


@lru_cache(maxsize=256)
def read_parts(table: TabelTeks, height: int, judul: str | None, tahun: int | None) -> tuple[Bagian, ...]:
    """The parts of a table, each under its own header; nearly always one.

    Asked for when a table is understood and again when its records are read, so the answers are kept.
    """
    repeated = repeats(table, height)
    inner = [head for head in blocks(table, height)[1:] if head[0] not in repeated]
    # leaf headers alone say again what stands above them; a header that names its rows anew begins a part
    heads = [(0, height), *(head for head in inner if any(text.strip() for text in table.rows[head[0]][:2]))]
    again = repeated.union(*(range(*head) for head in inner))
    first = paths(table, height)
    title = " ".join([judul or "", *titles(table, height)]).strip()
    parts: list[Bagian] = []
    for (start, end), below in zip(heads, [*(head[0] for head in heads[1:]), table.n_rows], strict=True):
        body = tuple(r for r in range(end, below) if r not in again)
        plain = [r for r in body if not is_band(table, r)]
        tanda = [read_path(own or old) for own, old in zip(paths(table, end, start), first, strict=True)]
        columns = tuple(settle(tanda, describe(table, plain), title, tahun))
        if parts and [c.role for c in columns] == [c.role for c in parts[-1].columns]:
            parts[-1] = Bagian(parts[-1].columns, parts[-1].body + body)
        else:
            parts.append(Bagian(columns, body))
    return tuple(parts)


def _view(
    table: TabelTeks, columns: Sequence[Kolom], body: Sequence[int], judul: str | None, context: str | None
) -> Pandangan:
    labels = [column.label for column in columns]
    counts = sum(column.role is None for column in columns)
    months = sum(bool(kamus.BULAN.match(glue(label.split(" / ")[-1]))) for label in labels)
    subjects = [i for i, c in enumerate(columns) if c.role in {"program_kegiatan", "indikator", None}][:1]
    names = [clean(table.rows[r][i]) for i in subjects for r in body if table.rows[r][i].strip()]
    revenue = sum(bool(kamus.PENDAPATAN.match(name)) for name in names)
    return look(judul or "", context or "", labels, columns, counts, months, revenue * 2 > len(names) > 0)
