"""CODE-DUP, CODE-TRUNC, CODE-ORDER, CODE-PARENT: codes of programs and kegiatan in one table. In: the budget rows. Out: findings.

One code for two different rows; a code of a program's length at a row that is none, where programs are called Program; a code that
is smaller than the one before it under the same parent, where nearly all rise; a row whose code does not begin with that of the row
it belongs to, or such a parent over rows that have another beginning in common, where nearly all rows of the table follow.
"""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from extractor.audit.buku import Buku
from extractor.audit.konteks import Konteks, Posisi
from extractor.audit.temuan import temuan
from extractor.model.laporan import Anggaran, Kode

_ACCOUNT = re.compile(r"[456]\.\d\..*")
"""Accounts stand again under each kegiatan, and in `5.2.15` the program behind the account is numbered anew in each urusan."""
_PROGRAM = re.compile(r"\W*(?:\d[\d.]*\W+)?program\b", re.IGNORECASE)
_LEAST = 2
_MOST_FALLING = 0.1
_MOST_COMMON = 0.8
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
        _check_truncated(konteks, buku, members)
        _check_order(konteks, buku, members)
        _check_parents(konteks, buku, members)


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


def _check_truncated(konteks: Konteks, buku: Buku, members: list[Anggaran]) -> None:
    programs = [row for row in members if row.kode is not None and row.kode.level == "program"]
    named = [row for row in programs if _PROGRAM.match(row.uraian)]
    if len(named) < _LEAST or len(named) * 2 < len(programs):
        return
    for row in programs:
        if row in named or row.kode is None:
            continue
        message = (
            f"Kode {row.kode.raw} di {konteks.lembar[row.tabel].nama[0]} setingkat program, tetapi barisnya “{row.uraian}”.",
            f"Code {row.kode.raw} in {konteks.lembar[row.tabel].nama[1]} is that of a program, but its row is “{row.uraian}”.",
        )
        at = _place(konteks, row)
        buku.finds(temuan("CODE-TRUNC", message, konteks, [at], reported=row.kode.raw), at)


def _check_order(konteks: Konteks, buku: Buku, members: list[Anggaran]) -> None:
    """Pairs of rows that follow one another under one parent code."""
    pairs = [
        (above, row)
        for above, row in itertools.pairwise(members)
        if _parent(above) and _parent(above) == _parent(row) and above.kode != row.kode
    ]
    falling = [(above, row) for above, row in pairs if _last(row) < _last(above)]
    if len(falling) > _MOST_FALLING * len(pairs):
        return
    for above, row in falling:
        raws = [item.kode.raw if item.kode else "" for item in (row, above)]
        message = (
            f"Kode {raws[0]} di {konteks.lembar[row.tabel].nama[0]} berdiri sesudah {raws[1]}.",
            f"Code {raws[0]} in {konteks.lembar[row.tabel].nama[1]} stands behind {raws[1]}.",
        )
        at = _place(konteks, row)
        buku.finds(temuan("CODE-ORDER", message, konteks, [at, _place(konteks, above)], reported=raws[0]), at)


def _check_parents(konteks: Konteks, buku: Buku, members: list[Anggaran]) -> None:
    known = {row.row: row for row in members}
    groups: dict[int, list[Anggaran]] = defaultdict(list)
    for row in members:
        if (
            row.induk in known
            and row.kode is not None
            and known[row.induk].kode is not None
            and _deeper(row, known[row.induk])
        ):
            groups[row.induk].append(row)
    odd: list[tuple[Anggaran, Anggaran, int]] = []
    fitting = 0
    for index, children in groups.items():
        parent = known[index]
        size = len(_parts(parent))
        beginnings = Counter(_parts(child)[:size] for child in children)
        common, count = beginnings.most_common(1)[0]
        if common != _parts(parent) and count >= max(_LEAST, _MOST_COMMON * len(children)):
            odd.append((parent, children[0], count))
        elif common == _parts(parent):
            fitting += count
            odd += [(child, parent, 0) for child in children if _parts(child)[:size] != common]
    if len(odd) > _MOST_FALLING * (fitting + len(odd)) + 1:
        return
    for row, other, count in odd:
        _enter_parent(konteks, buku, row, other, count)


def _enter_parent(konteks: Konteks, buku: Buku, row: Anggaran, other: Anggaran, count: int) -> None:
    raws = [item.kode.raw if item.kode else "" for item in (row, other)]
    nama = konteks.lembar[row.tabel].nama
    message = (
        (
            f"Kode {raws[0]} “{row.uraian}” di {nama[0]} bukan awal kode {count} baris di bawahnya, misalnya {raws[1]}.",
            f"Code {raws[0]} “{row.uraian}” in {nama[1]} is not the beginning of those of {count} rows under it, such as {raws[1]}.",
        )
        if count
        else (
            f"Kode {raws[0]} “{row.uraian}” di {nama[0]} tidak diawali kode induknya {raws[1]} “{other.uraian}”.",
            f"Code {raws[0]} “{row.uraian}” in {nama[1]} does not begin with that of its parent, {raws[1]} “{other.uraian}”.",
        )
    )
    at = _place(konteks, row)
    buku.finds(temuan("CODE-PARENT", message, konteks, [at, _place(konteks, other)], reported=raws[0]), at)


def _deeper(row: Anggaran, parent: Anggaran) -> bool:
    return len(_parts(row)) > len(_parts(parent)) > 0


def _parts(row: Anggaran) -> tuple[str, ...]:
    """The parts of a code as numbers: `5` and `05` are one."""
    code = row.kode.canonical or "" if row.kode is not None else ""
    return tuple(part.lstrip("0") for part in code.split("."))


def _parent(row: Anggaran) -> str:
    return (row.kode.canonical or "").rpartition(".")[0] if row.kode is not None else ""


def _last(row: Anggaran) -> int:
    last = (row.kode.canonical or "").rpartition(".")[2] if row.kode is not None else ""
    return int(last) if last.isdigit() else 0


def _names_one_row(kode: Kode) -> bool:
    return not _ACCOUNT.fullmatch(kode.canonical or "")


def _name(row: Anggaran) -> str:
    return "".join(row.uraian.split()).casefold()


def _place(konteks: Konteks, row: Anggaran) -> Posisi:
    """The cell of the code; where the table has no column of codes, the first cell of the row."""
    columns = konteks.lembar[row.tabel].columns("kode")
    return Posisi(row.tabel, row.row, columns[0] if columns else 0)
