"""Parents and children in budget tables: a program is the sum of its kegiatan.

In: the budget rows of one table and year, in order. Out: sum equations, one for each parent and column of money.

A row's rank is the level that its records carry (from its code); where several rows of the table begin with the word
`Program`, the words decide who is a program: a truncated code makes a kegiatan look like one. Where records name their
parent (`induk`), that is the parent.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from msgspec.structs import replace

from capaian.interval import Figur, shown
from extractor.audit.konteks import Konteks, Posisi, figure_of
from extractor.audit.persamaan import Jumlahan
from extractor.model.laporan import Anggaran, Angka

RANKS = {"urusan": 0, "bidang": 1, "organisasi": 2, "program": 3, "kegiatan": 4, "sub_kegiatan": 5, "belanja": 6}
_NO_PART = frozenset({"total", "pendapatan", "pembiayaan", "saldo"})
_AMONG_THEMSELVES = frozenset({"pendapatan", "pembiayaan"})
_PROGRAM_WORD = re.compile(r"\W*(?:\d+\W+)?program\b", re.IGNORECASE)
_SUB_WORD = re.compile(r"\W*(?:\d+\W+)?sub\s*kegiatan\b", re.IGNORECASE)
_ENOUGH_WORDS = 2


def parents(konteks: Konteks, rows: Iterable[Anggaran]) -> Iterator[Jumlahan]:
    """The equations parent = sum of children, for pagu and realisasi, of all tables."""
    for (tabel, tahun), members in by_table(rows).items():
        headed = [*members, *_bare_programs(konteks, tabel, tahun, members)]
        for parent, children in families(sorted(headed, key=lambda row: row.row)):
            for attribute in ("pagu", "realisasi"):
                equation = _equation(konteks, parent, children, attribute)
                if equation is not None:
                    yield equation


def _bare_programs(konteks: Konteks, tabel: str, tahun: int | None, rows: Sequence[Anggaran]) -> Iterator[Anggaran]:
    """Rows of the grid that name a program and hold no money: they are no records, yet the rows under them are theirs."""
    lembar = konteks.lembar.get(tabel)
    if lembar is None or any(row.induk is not None for row in rows):
        return
    known = {row.row for row in rows}
    columns = lembar.columns("program_kegiatan") or [0]
    for row in lembar.body_rows:
        cell = next((cell for col in columns if (cell := lembar.cells.get((row, col)))), None)
        if row not in known and cell is not None and _PROGRAM_WORD.match(cell.text):
            yield Anggaran(tabel, row, None, cell.text, tahun, None, None, None)


def bare_families(konteks: Konteks, rows: Sequence[Anggaran]) -> Iterator[tuple[Anggaran, list[Anggaran]]]:
    """Programs that print no money, with the rows under them that do."""
    for (tabel, tahun), members in by_table(rows).items():
        bare = {
            row.row: row for row in (*_bare_programs(konteks, tabel, tahun, members), *_bare_parents(konteks, members))
        }
        if not bare:
            continue
        for parent, children in families(sorted([*members, *bare.values()], key=lambda row: row.row)):
            if parent.row in bare:
                yield parent, children


def headings(konteks: Konteks, rows: Sequence[Anggaran]) -> Iterator[Anggaran]:
    """Programs that print no money, with the pagu of the rows under them and the percent that those rows give together. Their
    realisasi is left out: it follows from the percent where a row under them contradicts itself."""
    for parent, children in bare_families(konteks, rows):
        shares = [_share(child) for child in children]
        known = [share for share in shares if share is not None]
        whole = sum((pagu for pagu, _ in known), Decimal(0))
        if len(known) < len(shares) or not whole:
            continue
        persen = shown(sum((Fraction(pagu) * share for pagu, share in known), Fraction(0)) / Fraction(whole))
        yield replace(parent, pagu=Angka(str(whole), whole), persen=Angka(str(persen), persen))


def _bare_parents(konteks: Konteks, rows: Sequence[Anggaran]) -> Iterator[Anggaran]:
    """Rows that records name as parents and that hold no money themselves."""
    known = {row.row for row in rows}
    for child in rows:
        lembar = konteks.lembar.get(child.tabel)
        if child.induk is None or child.induk in known or lembar is None:
            continue
        known.add(child.induk)
        columns = lembar.columns("program_kegiatan") or [0]
        cell = next((cell for col in columns if (cell := lembar.cells.get((child.induk, col)))), None)
        if cell is not None and cell.text.strip():
            yield Anggaran(child.tabel, child.induk, None, cell.text, child.tahun, None, None, None)


def _share(row: Anggaran) -> tuple[Decimal, Fraction] | None:
    """Pagu and percent of a row: the printed percent, or what its money gives."""
    pagu, realisasi, persen = (figure_of(angka) for angka in (row.pagu, row.realisasi, row.persen))
    if pagu is None or (persen is None and realisasi is None):
        return None
    if persen is not None:
        return pagu.number, Fraction(persen.number)
    part = Fraction(realisasi.number) if realisasi is not None else Fraction(0)
    return pagu.number, part / Fraction(pagu.number) * 100 if pagu.number else Fraction(0)


def by_table(rows: Iterable[Anggaran]) -> dict[tuple[str, int | None], list[Anggaran]]:
    """Budget rows by table and year, in their order."""
    groups: dict[tuple[str, int | None], list[Anggaran]] = defaultdict(list)
    for row in rows:
        groups[row.tabel, row.tahun].append(row)
    return groups


def families(rows: Sequence[Anggaran]) -> list[tuple[Anggaran, list[Anggaran]]]:
    """Parents with their children, in order of the parents."""
    named = _by_induk(rows)
    return named if named else _by_rank(rows)


def tops(rows: Sequence[Anggaran]) -> list[Anggaran]:
    """The rows that are nobody's child: what a total adds up."""
    children = {id(child) for _, members in families(rows) for child in members}
    return [row for row in rows if id(row) not in children and row.level not in _NO_PART]


def _by_induk(rows: Sequence[Anggaran]) -> list[tuple[Anggaran, list[Anggaran]]]:
    heads = {row.row: row for row in rows}
    found: dict[int, list[Anggaran]] = defaultdict(list)
    for row in rows:
        if row.induk is not None and row.induk in heads and _is_part(row, heads[row.induk]):
            found[row.induk].append(row)
    return [(heads[row], found[row]) for row in sorted(found)]


def _is_part(row: Anggaran, head: Anggaran) -> bool:
    """Whether a row is added up in its head: totals are not, revenue only in revenue; what comes in and goes out as financing is
    not added up in the whole of it."""
    if row.level in _AMONG_THEMSELVES:
        return row.level == head.level and not (head.kode and head.kode.canonical == "6")
    return row.level not in _NO_PART


def _by_rank(rows: Sequence[Anggaran]) -> list[tuple[Anggaran, list[Anggaran]]]:
    worded = sum(bool(_PROGRAM_WORD.match(row.uraian)) for row in rows) >= _ENOUGH_WORDS
    stack: list[tuple[int, Anggaran]] = []
    found: dict[int, tuple[Anggaran, list[Anggaran]]] = {}
    for row in rows:
        rank = _rank(row, worded)
        if rank is None:
            continue
        while stack and stack[-1][0] >= rank:
            stack.pop()
        if stack:
            found.setdefault(id(stack[-1][1]), (stack[-1][1], []))[1].append(row)
        stack.append((rank, row))
    return list(found.values())


def _rank(row: Anggaran, worded: bool) -> int | None:
    level = row.level or (row.kode.level if row.kode else None)
    if level in _NO_PART:
        return None
    if _SUB_WORD.match(row.uraian):
        return RANKS["sub_kegiatan"]
    if worded and _PROGRAM_WORD.match(row.uraian):
        return RANKS["program"]
    rank = RANKS.get(level or "")
    return RANKS["kegiatan"] if worded and rank == RANKS["program"] else rank


def _equation(konteks: Konteks, parent: Anggaran, children: list[Anggaran], attribute: str) -> Jumlahan | None:
    total = _cell(konteks, parent, attribute)
    if total is None:
        return None
    parts: dict[Posisi, Figur] = {}
    for child in children:
        angka: Angka | None = getattr(child, attribute)
        found = _cell(konteks, child, attribute)
        if found is None and angka is not None:
            return None
        if found is not None:
            parts[found[0]] = found[1]
    if not parts or total[0] in parts:
        return None
    name = f"row {parent.row}: {attribute} = sum of {len(parts)} rows under it"
    return Jumlahan(name, f"{total[0]}:parent", total[0], total[1], parts)


def _cell(konteks: Konteks, row: Anggaran, attribute: str) -> tuple[Posisi, Figur] | None:
    angka: Angka | None = getattr(row, attribute)
    posisi, figure = konteks.posisi(row.tabel, angka), figure_of(angka)
    return None if posisi is None or figure is None else (posisi, figure)
