"""COUNT: what a sentence counts against what it lists. In: counts of the running text. Out: findings.

A list of numbered items right behind the count, or the rows of the table right above that the sentence points at. A sentence with
several counts may list any of its things; a table may be counted by rows, by names, or without its rows of nothing but zeros.

How many sasaran the agency has is said in several places of a report; where these differ it is information (I): a sentence may mean a
part of them.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

from extractor.audit.buku import Buku
from extractor.audit.konteks import Konteks, Lembar, Posisi
from extractor.model.hitungan import Hitungan
from extractor.model.laporan import Klaim
from extractor.model.temuan import Message, Ref, Temuan

_NAME_ROLES = {
    "indikator": ("indikator",),
    "sasaran": ("sasaran",),
    "tujuan": ("tujuan",),
    "program": ("program_kegiatan",),
    "kegiatan": ("program_kegiatan",),
    "sub kegiatan": ("program_kegiatan",),
}
_AGENCY = re.compile(
    r"\b(?:dinas|badan|kantor|sekretariat|inspektorat|biro|kecamatan|perangkat daerah|opd|skpd)\b", re.IGNORECASE
)
_LEAST_RIVALS = 2
_MOST_ROWS = 12
"""Nobody counts the rows of a longer table in a sentence without meaning a part of it."""


def check(konteks: Konteks, buku: Buku, counts: Iterable[Hitungan]) -> None:
    """Enter a finding for each count that differs from its list or its table."""
    for count in counts:
        if count.listed is not None and count.listed not in (count.number, *count.others):
            buku.notes(_listed(count, count.listed), count.page)
        elif count.tabel in konteks.lembar and not count.others:
            found = _against_table(konteks, konteks.lembar[count.tabel], count)
            if found is not None:
                buku.notes(found, count.page)


def check_sasaran(buku: Buku, klaim: Iterable[Klaim]) -> None:
    """Enter one finding where sentences about the agency say different numbers of sasaran, each in figures and words."""
    said: dict[int, Ref] = {}
    for claim in klaim:
        for figure, words in pairwise(claim.figures):
            if figure.role != "jumlah_sasaran" or words.role != "terbilang" or words.number != figure.number:
                continue
            if figure.number is not None and figure.number > 1 and _AGENCY.search(claim.text.partition(figure.raw)[0]):
                said.setdefault(int(figure.number), Ref(page=claim.page, path=claim.path, raw=figure.raw))
    if len(said) < _LEAST_RIVALS:
        return
    numbers = ", ".join(f"{number} (h. {ref.page})" if ref.page else str(number) for number, ref in said.items())
    message = Message(
        f"Banyaknya sasaran disebut berbeda-beda dalam kalimat: {numbers}.",
        f"Sentences say different numbers of sasaran: {numbers.replace('h. ', 'p. ')}.",
    )
    refs = tuple(said.values())
    buku.notes(Temuan("", "COUNT", "I", message, refs, refs[0].raw), refs[0].page)


def _listed(count: Hitungan, listed: int) -> Temuan:
    message = Message(
        f"Kalimat menyebut {count.raw} {count.noun}, tetapi daftarnya memuat {listed}.",
        f"The sentence says {count.raw} {count.noun}, but its list has {listed}.",
    )
    here = Ref(page=count.page, path=count.path, raw=count.raw)
    return Temuan("", "COUNT", "E", message, (here,), count.raw, str(listed), witnesses=("numbered list",))


def _against_table(konteks: Konteks, lembar: Lembar, count: Hitungan) -> Temuan | None:
    columns = lembar.columns(*_NAME_ROLES.get(count.noun, ()))
    if not columns or len(lembar.body_rows) > _MOST_ROWS:
        return None
    named = [row for row in lembar.body_rows if _name(lembar, row, columns[0]) and not lembar.is_total(row)]
    possible = {len(named), len({_name(lembar, row, columns[0]) for row in named}), len(_filled(lembar, named))}
    if not named or count.number in possible:
        return None
    message = (
        f"Kalimat menyebut {count.raw} {count.noun} menurut {lembar.nama[0]}, tetapi tabel itu memuat {len(named)}.",
        f"The sentence says {count.raw} {count.noun} by {lembar.nama[1]}, but that table has {len(named)}.",
    )
    refs = (
        Ref(page=count.page, path=count.path, raw=count.raw),
        konteks.ref(Posisi(lembar.tabel.id, named[0], columns[0])),
    )
    return Temuan(
        "", "COUNT", "W", Message(*message), refs, count.raw, str(len(named)), witnesses=(f"rows of {lembar.nama[1]}",)
    )


def _name(lembar: Lembar, row: int, col: int) -> str:
    cell = lembar.cells.get((row, col))
    return "".join(cell.text.split()).casefold() if cell is not None else ""


def _filled(lembar: Lembar, rows: list[int]) -> list[int]:
    """Rows that hold a figure other than zero."""
    return [
        row
        for row in rows
        if any((f := lembar.figure(row, col)) is not None and f.number for col in range(1, lembar.tabel.n_cols))
    ]
