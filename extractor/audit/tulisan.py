"""NUM-FORMAT: figures whose spelling is odd or broken. In: the tables, the claims of the text. Out: findings with the one possible
value, if there is one.
"""

import re
from collections.abc import Iterable

from extractor.audit.buku import Buku
from extractor.audit.konteks import Konteks, Lembar, decimal_text, written
from extractor.audit.persamaan import Neraca
from extractor.audit.temuan import temuan
from extractor.model.laporan import Cell, Klaim, KlaimFigure, Nilai
from extractor.model.temuan import Message, Ref, Temuan
from parsers.nilai import read_value

_MONEY = re.compile(r"\s*Rp\b", re.IGNORECASE)
_FIGURE = re.compile(r"\d[\d.,]*")
_USUAL = re.compile(r"\d+|\d{1,3}(\.\d{3})+(,\d{1,2})?|\d+,\d{1,2}")
"""Indonesian spelling. What is odd beside such a figure are the words around it, or the marks of its neighbours."""


def check(konteks: Konteks, buku: Buku, neraca: Neraca, klaim: Iterable[Klaim]) -> None:
    """Enter a finding for each oddly separated (W) or malformed (E) figure in the body of a table, and each amount of a sentence."""
    for claim in klaim:
        for figure in claim.figures:
            if _MONEY.match(figure.raw):
                _said(buku, claim, figure)
    for lembar in konteks.lembar.values():
        for cell in lembar.tabel.cells:
            if cell.header or cell.value is None or cell.value.number is None:
                continue
            if cell.value.reading == "malformed":
                _malformed(konteks, buku, neraca, lembar, cell, cell.value)
            elif cell.value.reading == "mixed" and _is_odd(cell.value.raw):
                _mixed(konteks, buku, lembar, cell, cell.value)


def _said(buku: Buku, claim: Klaim, figure: KlaimFigure) -> None:
    value = read_value(figure.raw, "rupiah")
    if value.reading not in ("mixed", "malformed") and figure.number is not None:
        return
    number = decimal_text(value.number) if value.reading == "mixed" and value.number is not None else None
    if number is not None and not _is_odd(figure.raw):
        return
    read = (
        (f"; dibaca {written(value.number)[0]}", f"; it is read as {number}")
        if number is not None and value.number is not None
        else ("; nilainya tidak pasti", "; its value is not sure")
    )
    message = Message(
        f"Tanda ribuan pada “{figure.raw}” dalam kalimat tidak lazim{read[0]}.",
        f"The marks in “{figure.raw}” in the sentence are odd{read[1]}.",
    )
    here = Ref(page=claim.page, path=claim.path, raw=figure.raw)
    buku.notes(Temuan("", "NUM-FORMAT", "W", message, (here,), figure.raw, number), claim.page)


def _is_odd(raw: str) -> bool:
    return not all(_USUAL.fullmatch(token.rstrip(".,")) for token in _FIGURE.findall(raw))


def _mixed(konteks: Konteks, buku: Buku, lembar: Lembar, cell: Cell, nilai: Nilai) -> None:
    number = written(nilai.number) if nilai.number is not None else ("", "")
    at = lembar.posisi(cell.row, cell.col)
    message = (
        f"Tanda ribuan pada “{nilai.raw}” di {lembar.nama[0]} tidak lazim; dibaca {number[0]}.",
        f"The marks in “{nilai.raw}” in {lembar.nama[1]} are odd; it is read as {number[1]}.",
    )
    buku.finds(temuan("NUM-FORMAT", message, konteks, [at], reported=nilai.raw, recomputed=nilai.number), at)


def _malformed(konteks: Konteks, buku: Buku, neraca: Neraca, lembar: Lembar, cell: Cell, nilai: Nilai) -> None:
    at = lembar.posisi(cell.row, cell.col)
    usulan, holding = neraca.propose(at), buku.evidence(at)
    number = usulan.number if usulan else nilai.number if holding else None
    witnesses = usulan.witnesses if usulan else holding
    said = written(number) if number is not None else None
    message = (
        f"Kelompok digit pada “{nilai.raw}” di {lembar.nama[0]} tidak terdiri atas tiga angka."
        + (f" Menurut {len(witnesses)} perhitungan lain di laporan ini, nilainya {said[0]}." if said else ""),
        f"The groups of digits in “{nilai.raw}” in {lembar.nama[1]} do not have three figures each."
        + (f" By {', '.join(witnesses)} the value is {said[1]}." if said else ""),
    )
    found = temuan(
        "NUM-FORMAT",
        message,
        konteks,
        [at],
        severity="E",
        reported=nilai.raw,
        recomputed=number if not usulan else None,
        usulan=usulan,
        witnesses=() if usulan else holding,
    )
    buku.finds(found, at, [at])
