"""CODE-DUP: one code for two different rows of a table. In: the budget rows. Out: findings."""

import re
from collections import defaultdict
from collections.abc import Iterable

from extractor.audit.buku import Buku
from extractor.audit.konteks import Konteks, Posisi
from extractor.audit.temuan import temuan
from extractor.model.laporan import Anggaran, Kode

_ACCOUNT = re.compile(r"[456]\.\d\..*")
"""Accounts stand again under each kegiatan, and in `5.2.15` the program behind the account is numbered anew in each urusan."""
_MOST_SHARE = 0.34
"""A table where more rows than this share a code prints the code of the group above: no code of a row stands twice there."""


def check(konteks: Konteks, buku: Buku, rows: Iterable[Anggaran]) -> None:
    """Enter a finding for each code that several differently named rows of one table and year carry."""
    tables: dict[tuple[str, int | None], list[Anggaran]] = defaultdict(list)
    for row in rows:
        if row.kode is not None and row.kode.canonical and row.tabel in konteks.lembar and _names_one_row(row.kode):
            tables[row.tabel, row.tahun].append(row)
    for members in tables.values():
        _check_table(konteks, buku, members)


def _check_table(konteks: Konteks, buku: Buku, members: list[Anggaran]) -> None:
    by_code: dict[str, list[Anggaran]] = defaultdict(list)
    for row in members:
        if row.kode is not None and row.kode.canonical:
            by_code[row.kode.canonical].append(row)
    repeated = [
        rows
        for rows in by_code.values()
        if len({_name(row) for row in rows}) > 1 and len({row.row for row in rows}) > 1
    ]
    if sum(map(len, repeated)) > max(4, _MOST_SHARE * len(members)):
        return
    for rows in repeated:
        places = [_place(konteks, row) for row in rows]
        raw = rows[-1].kode.raw if rows[-1].kode else None
        names = "; ".join(f"“{row.uraian}”" for row in rows)
        message = (
            f"Kode {raw} dipakai untuk {len(rows)} baris berbeda: {names}.",
            f"Code {raw} stands at {len(rows)} different rows: {names}.",
        )
        buku.finds(temuan("CODE-DUP", message, konteks, places, reported=raw), places[-1])


def _names_one_row(kode: Kode) -> bool:
    return not _ACCOUNT.fullmatch(kode.canonical or "")


def _name(row: Anggaran) -> str:
    return "".join(row.uraian.split()).casefold()


def _place(konteks: Konteks, row: Anggaran) -> Posisi:
    """The cell of the code; where the table has no column of codes, the first cell of the row."""
    columns = konteks.lembar[row.tabel].columns("kode")
    return Posisi(row.tabel, row.row, columns[0] if columns else 0)
