"""The truth about a sample: what a reader must find in it, computed from the description and from where the drawing put things.

In: the report and, for a PDF, its `Letak`. Out: a label as `docs` of the project describe it for real reports (bab, subbab, tabel,
cells with grid and spans, indikator, anggaran), marked `"kind": "truth"`, and the list of typing errors. Figures are as printed.
"""

import re
from typing import Any

from samples.kisi import Kisi, baca_kisi, letak_salah, tercetak
from samples.model import Bab, Catatan, Laporan, Salah, Subbab, Tabel
from samples.pdf.dokumen import Letak

_KOSONG = re.compile(r"(?i)\s*(-|–|na|n/a|dtt)?\s*")
_BERSATUAN = re.compile(r"[\d.,]+\s*(%|[a-z]+)")
_BUKAN = re.compile(r"(?i)rata-rata capaian .*|jumlah( anggaran)?")
_PERAN = {"indikator": ("target", "realisasi", "capaian"), "anggaran": ("pagu", "realisasi", "persen")}


def kebenaran(laporan: Laporan, berkas: str, letak: Letak | None, bergaris: bool = True) -> dict[str, Any]:
    """The label of one sample; `letak` None: a format without pages; `bergaris` False: nothing printed says how far a merged cell goes."""
    pages = letak.halaman if letak else {}
    label: dict[str, Any] = {
        "kind": "truth",
        "file": berkas,
        "ruled": bergaris,
        "pages": letak.jumlah if letak else None,
        "laporan": {"jenis": laporan.jenis, "instansi": laporan.instansi, "tahun": laporan.tahun},
        "bab": [],
        "subbab": [],
        "tabel": [],
        "cells": {},
        "indikator": [],
        "anggaran": [],
    }
    for i, unsur in enumerate(laporan.unsur):
        if isinstance(unsur, Bab) or (isinstance(unsur, Subbab) and unsur.tingkat == 2):
            kind = "bab" if isinstance(unsur, Bab) else "subbab"
            label[kind].append({"nomor": unsur.nomor, "judul": unsur.judul, "page": pages[i][0] if letak else None})
        elif isinstance(unsur, Tabel):
            _tambah_tabel(label, laporan, unsur, pages.get(i, []))
    return label


def lembaran(label: dict[str, Any], berkas: str, halaman: list[int]) -> dict[str, Any]:
    """The truth about some pages of a sample on their own: the tables that stand wholly on them, pages counted anew."""
    found = [t for t in label["tabel"] if set(t["pages"]) <= set(halaman)]
    tables = [t | {"pages": [halaman.index(page) + 1 for page in t["pages"]]} for t in found]
    keys = [t["nomor"] or f"p{t['pages'][0]}" for t in found]
    rows = {kind: [row for row in label[kind] if row["tabel"] in keys] for kind in ("indikator", "anggaran")}
    cells = {new["nomor"] or f"p{new['pages'][0]}": label["cells"][key] for key, new in zip(keys, tables, strict=True)}
    return {
        "kind": "truth",
        "file": berkas,
        "scan": True,
        "pages": len(halaman),
        "tabel": tables,
        "cells": cells,
        **rows,
    }


def _tambah_tabel(label: dict[str, Any], laporan: Laporan, tabel: Tabel, pages: list[int]) -> None:
    kisi = tercetak(tabel, laporan.salah)
    key = tabel.nomor or f"p{pages[0] if pages else None}"
    label["tabel"].append(
        {
            "nomor": tabel.nomor,
            "judul": tabel.judul,
            "pages": pages,
            "n_rows": kisi.n_rows,
            "n_cols": kisi.n_cols,
            "header_rows": tabel.kepala,
            "kind": tabel.jenis,
        }
    )
    spans = [[s.row, s.col, s.row_span, s.col_span] for s in kisi.sel if s.row_span > 1 or s.col_span > 1]
    label["cells"][key] = {
        "header_rows": tabel.kepala,
        "number_row": tabel.penomoran,
        "grid": kisi.penuh(),
        "spans": spans,
    }
    for catatan in tabel.catatan:
        label[catatan.jenis] += _catatan(key, tabel, kisi, catatan)


def _catatan(key: str, tabel: Tabel, kisi: Kisi, catatan: Catatan) -> list[dict[str, Any]]:
    """The records of a table, row by row; a row without a figure gives none, a row of averages none, a row of sums a total."""
    found = []
    for row in kisi.terisi()[tabel.kepala + int(tabel.penomoran) :]:
        summed = _BUKAN.fullmatch(row[catatan.nama])
        if summed and catatan.jenis == "indikator":
            continue
        for tahun, periode, kolom in catatan.nilai:
            roles = _PERAN[catatan.jenis]
            figures = {role: _angka(row[kolom[role]]) if role in kolom else None for role in roles}
            if any(figures.values()):
                found.append(
                    _satu(key, row, catatan, tahun, periode, figures) | figures | ({"level": "total"} if summed else {})
                )
    return found


def _satu(
    key: str, row: list[str], catatan: Catatan, tahun: int, periode: str | None, figures: dict[str, str | None]
) -> dict[str, Any]:
    if catatan.jenis == "anggaran":
        kode = row[catatan.kode] if catatan.kode is not None else None
        kode = None if kode == row[catatan.nama] else kode
        return {"tabel": key, "kode": kode, "uraian": row[catatan.nama], "tahun": tahun}
    return {
        "tabel": key,
        "sasaran": row[catatan.sasaran] if catatan.sasaran is not None else None,
        "indikator": row[catatan.nama],
        "satuan": _satuan(row, catatan, [figures.get("target"), figures.get("realisasi")]),
        "tahun": tahun,
        "periode": periode,
    }


def _satuan(row: list[str], catatan: Catatan, nilai: list[str | None]) -> str | None:
    """The unit column; without one the unit that is printed behind the target or the realisasi."""
    if catatan.satuan is not None:
        return row[catatan.satuan]
    behind = (_BERSATUAN.fullmatch(teks) for teks in nilai if teks)
    return next((found[1] for found in behind if found), None)


def _angka(teks: str) -> str | None:
    return None if _KOSONG.fullmatch(teks) else teks


def temuan(laporan: Laporan) -> list[dict[str, Any]]:
    """The typing errors with their grid positions; `tabel` null: running text."""
    return [_temuan(laporan, salah) for salah in laporan.salah]


def _temuan(laporan: Laporan, salah: Salah) -> dict[str, Any]:
    row, col = None, None
    if salah.tabel is not None:
        tabel = next(u for u in laporan.unsur if isinstance(u, Tabel) and u.nomor == salah.tabel)
        row, col = letak_salah(baca_kisi(tabel.isi), salah)
    return {
        "id": salah.id,
        "tabel": salah.tabel,
        "row": row,
        "col": col,
        "printed": salah.tercetak,
        "right": salah.benar,
        "check": salah.periksa,
        "what": salah.apa,
    }
