"""Make all samples and their truth: `python -m samples.make [FOLDER]`.

Writes `samples/*.pdf`, `samples/lkip.docx`, `samples/lkip-salinan.txt`, `samples/tahunan/*`, `golden/*.truth.json`,
`golden/lkip.temuan.json` and `golden/tahunan.banding.json` below
FOLDER (default: the repository). Nothing depends on the day or the machine: the same description gives the same bytes.
"""

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from samples import truth
from samples.deskripsi import LAPORAN
from samples.pdf.dokumen import gambar
from samples.pdf.gaya import GAYA
from samples.pindai import BERKAS_TIFF, BERURUTAN, LEMBAR, pindai, pindai_tiff
from samples.putaran import berputar
from samples.tahunan.isi import TAHUN
from samples.tahunan.kebenaran import banding, stem
from samples.tahunan.laporan import laporan
from samples.teks import salin
from samples.word.dokumen import tulis

AKAR = Path(__file__).parents[1]
DAFTAR_ISI_WORD = "lkip-tipis"
"""The look whose page numbers the DOCX prints in its table of contents (Word itself is not asked)."""


def semua() -> dict[str, bytes]:
    """Every file, by its path below the repository."""
    files: dict[str, bytes] = {}
    labels: dict[int, str] = {}
    for look in GAYA:
        data, places = gambar(LAPORAN, look)
        files[f"samples/{look.nama}.pdf"] = data
        files[f"golden/{look.nama}.truth.json"] = _json(
            truth.kebenaran(LAPORAN, f"{look.nama}.pdf", places, bergaris=bool(look.lapis))
        )
        if look.nama == DAFTAR_ISI_WORD:
            labels = places.cetak
            files["samples/lkip-pindai.pdf"] = pindai(data)
            sheets = [sheet.halaman for sheet in LEMBAR]
            label = truth.kebenaran(LAPORAN, f"{look.nama}.pdf", places)
            files["golden/lkip-pindai.scan.json"] = _json(truth.lembaran(label, "lkip-pindai.pdf", sheets))
            files["samples/lkip-pindai-anggaran.pdf"] = pindai(data, BERURUTAN)
            sheets = [sheet.halaman for sheet in BERURUTAN]
            files["golden/lkip-pindai-anggaran.scan.json"] = _json(
                truth.lembaran(label, "lkip-pindai-anggaran.pdf", sheets)
            )
            files["samples/lkip-berputar.pdf"] = berputar(data)
            files["golden/lkip-berputar.truth.json"] = _json(truth.kebenaran(LAPORAN, "lkip-berputar.pdf", places))
            files["samples/lkip-fotokopi.tiff"] = pindai_tiff(data)
            sheets = [sheet.halaman for sheet in BERKAS_TIFF]
            files["golden/lkip-fotokopi.scan.json"] = _json(truth.lembaran(label, "lkip-fotokopi.tiff", sheets))
    files["samples/lkip.docx"] = tulis(LAPORAN, labels)
    files["golden/lkip.truth.json"] = _json(truth.kebenaran(LAPORAN, "lkip.docx", None))
    files["samples/lkip-salinan.txt"] = salin(LAPORAN, labels)
    files["golden/lkip-salinan.truth.json"] = _json(truth.kebenaran(LAPORAN, "lkip-salinan.txt", None, bergaris=False))
    files["golden/lkip.temuan.json"] = _json({"kind": "truth", "temuan": truth.temuan(LAPORAN)})
    return files | tahunan()


def tahunan() -> dict[str, bytes]:
    """Four years of one agency: PDF and DOCX in turn, and what a comparison of them must find."""
    look = replace(next(look for look in GAYA if look.nama == DAFTAR_ISI_WORD), nama="lkip-pangan")
    files: dict[str, bytes] = {}
    for n, year in enumerate(TAHUN):
        data, places = gambar(laporan(year), look)
        files[f"samples/tahunan/{stem(year)}.{'docx' if n % 2 else 'pdf'}"] = (
            tulis(laporan(year), places.cetak) if n % 2 else data
        )
    files["golden/tahunan.banding.json"] = _json(banding())
    return files


def _json(value: dict[str, Any]) -> bytes:
    """Readable in a diff: one line per row of a grid and per record."""
    lines = []
    for key, item in value.items():
        if isinstance(item, list) and item:
            rows = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in item)
            lines.append(f' "{key}": [\n{rows}\n ]')
        elif key == "cells":
            lines.append(f' "cells": {{\n{_cells(item)}\n }}')
        else:
            lines.append(f' "{key}": {json.dumps(item, ensure_ascii=False)}')
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def _cells(cells: dict[str, dict[str, Any]]) -> str:
    out = []
    for key, table in cells.items():
        grid = ",\n".join("    " + json.dumps(row, ensure_ascii=False) for row in table["grid"])
        spans = json.dumps(table["spans"])
        head = f'"header_rows": {table["header_rows"]}, "number_row": {json.dumps(table["number_row"])}'
        out.append(f'  "{key}": {{{head}, "grid": [\n{grid}\n   ],\n   "spans": {spans}}}')
    return ",\n".join(out)


def main(arguments: list[str]) -> int:
    root = Path(arguments[0]) if arguments else AKAR
    for name, data in semua().items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        sys.stdout.write(f"{path} {len(data)} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
