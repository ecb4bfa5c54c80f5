"""The entries of the table of contents and of the list of tables, for PDF and DOCX alike.

In: the report. Out: (key, indent level, label, title) in order; the key finds the page on which the entry came to stand.
"""

from dataclasses import dataclass

from samples.model import Bab, Daftar, Laporan, Paragraf, Subbab, Tabel


@dataclass(frozen=True)
class Entri:
    """`kunci`: index of the element in the report; `tingkat` 0 for chapters, 1 for sections; `label` the printed number."""

    kunci: int
    tingkat: int
    label: str
    judul: str


def isi(laporan: Laporan) -> list[Entri]:
    found = []
    for i, unsur in enumerate(laporan.unsur):
        if isinstance(unsur, Paragraf) and unsur.gaya == "judul":
            found.append(Entri(i, 0, "", unsur.teks))
        elif isinstance(unsur, Daftar):
            found.append(Entri(i, 0, "", f"DAFTAR {unsur.apa.upper()}"))
        elif isinstance(unsur, Bab):
            found.append(Entri(i, 0, f"BAB {unsur.nomor}", unsur.judul))
        elif isinstance(unsur, Subbab) and unsur.tingkat == 2:
            found.append(Entri(i, 1, unsur.nomor, unsur.judul))
    return found


def tabel(laporan: Laporan) -> list[Entri]:
    return [
        Entri(i, 0, f"Tabel {u.nomor}", u.judul or "")
        for i, u in enumerate(laporan.unsur)
        if isinstance(u, Tabel) and u.nomor is not None
    ]


def daftar(laporan: Laporan, apa: str) -> list[Entri]:
    return isi(laporan) if apa == "isi" else tabel(laporan)
