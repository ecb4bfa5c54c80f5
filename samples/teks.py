"""The whole report as a text that somebody copied out: a cell a line behind a tab, a blank line after a row, two after a table.

In: the report and the printed page labels. Out: the file's bytes (UTF-8). Cells that a merge to the right covers are gone, those below
a merge are empty, as copying out of Word gives it; text boxes leave their brackets, page ends leave blank lines.
"""

from samples.daftar import daftar
from samples.kisi import Kisi, Sel, tercetak
from samples.model import (
    Bab,
    Daftar,
    HalamanBaru,
    Laporan,
    Lembar,
    Paragraf,
    Subbab,
    Tabel,
    TandaTangan,
    Unsur,
    pecah_tanda,
    teks_jadi,
)  # fmt: skip

_BATAS_HALAMAN = [""] * 6
_BARIS_TEPI = 8
"""Body rows of a table on its first page; where a table repeats its head, the copy shows it again after them."""


def salin(laporan: Laporan, cetak: dict[int, str]) -> bytes:
    """`cetak`: printed page label by the element's index."""
    lines = [*laporan.sampul, *_BATAS_HALAMAN]
    for unsur in laporan.unsur:
        lines += _unsur(laporan, unsur, cetak)
    return ("\n".join(lines) + "\n").encode()


def _unsur(laporan: Laporan, unsur: Unsur, cetak: dict[int, str]) -> list[str]:
    match unsur:
        case Bab():
            return _bab(unsur)
        case Subbab():
            return [f"{unsur.nomor}\t{unsur.judul}"]
        case Paragraf():
            mark = f"{unsur.tanda} " if unsur.tanda else ""
            notes = [text for kind, text in pecah_tanda(unsur.teks) if kind == "note"]
            return [mark + teks_jadi(unsur.teks), *notes]
        case Tabel():
            return _tabel(laporan, unsur)
        case Daftar():
            entries = daftar(laporan, unsur.apa)
            rows = [f"{e.label} {e.judul}".strip() + f"\t{cetak.get(e.kunci, '')}" for e in entries]
            return [f"DAFTAR {unsur.apa.upper()}", *rows]
        case TandaTangan():
            return ["", *unsur.baris, ""]
        case HalamanBaru() | Lembar():
            return _BATAS_HALAMAN


def _bab(bab: Bab) -> list[str]:
    if bab.bentuk == "kotak":
        return [" (", f"BAB {bab.nomor}", f"){bab.judul}", ""]
    if bab.bentuk == "pecah":
        return [f" BAB {bab.nomor[:1]}", bab.nomor[1:], f"){bab.judul}", ""]
    return [f"BAB {bab.nomor} {bab.judul}"] if bab.bentuk == "satu" else [f"BAB {bab.nomor}", bab.judul]


def _tabel(laporan: Laporan, tabel: Tabel) -> list[str]:
    kisi = tercetak(tabel, laporan.salah)
    title: list[str] = []
    if tabel.nomor is not None:
        label = tabel.awalan.format(nomor=tabel.nomor)
        title = [label, tabel.judul or ""] if tabel.baris_judul == 2 else [f"{label} {tabel.judul}"]
    source = [tabel.sumber] if tabel.sumber else []
    if tabel.judul_di == "bawah":
        return ["", *_baris(kisi, tabel), "", *title, *source]
    return [*title, *_baris(kisi, tabel), "", *source]


def _baris(kisi: Kisi, tabel: Tabel) -> list[str]:
    """Every row with the blank line after it."""
    at = {(s.row, s.col): s for s in kisi.sel}
    covered = {(r, s.col) for s in kisi.sel for r in range(s.row + 1, s.row + s.row_span)}
    rows = [_satu_baris(row, kisi.n_cols, at, covered) for row in range(kisi.n_rows)]
    head = tabel.kepala + int(tabel.penomoran)
    if tabel.ulang and kisi.n_rows > head + _BARIS_TEPI and not any(r == head + _BARIS_TEPI for r, _ in covered):
        rows[head + _BARIS_TEPI : head + _BARIS_TEPI] = [["", "", ""], *rows[: tabel.kepala]]
    return [line for row in rows for line in row]


def _satu_baris(row: int, n_cols: int, at: dict[tuple[int, int], Sel], covered: set[tuple[int, int]]) -> list[str]:
    lines: list[str] = []
    for col in range(n_cols):
        sel = at.get((row, col))
        if sel is not None:
            first, *rest = [" ".join(part.split()) for part in teks_jadi(sel.mentah).split("//")]
            lines += [f"\t{first}", *rest]
        elif (row, col) in covered:
            lines.append("\t")
    return [*lines, ""]
