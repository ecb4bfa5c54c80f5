"""A case: a small report with random tables in one look, as PDF or DOCX, and the truth about it.

In: a look and a seed. Out: a `Kasus`. The same seed gives the same bytes. A draw that does not fit (a word wider than its column)
is thrown away and drawn again with the next seed in line.
"""

import itertools
from dataclasses import dataclass
from random import Random
from typing import Any

from samples.kisi import baca_kisi
from samples.model import Bab, HalamanBaru, Laporan, Paragraf, Subbab, Tabel, Unsur
from samples.pdf.dokumen import gambar
from samples.pdf.huruf import daftarkan
from samples.pdf.tabel import tata
from samples.truth import kebenaran
from samples.word.dokumen import tulis
from tests.generator.acak import tabel_acak, ujaran
from tests.generator.rupa import RUPA, Rupa

SAMPUL = ("LAPORAN KINERJA", "TAHUN 2024", "", "DINAS UJI", "KOTA LEMBAYUNG")
LEBAR = 440.0
"""Narrower than the text area of a page, so that what fits here fits there."""


@dataclass(frozen=True)
class Kasus:
    nama: str
    berkas: str
    data: bytes
    truth: dict[str, Any]


def _tabel(rng: Random, nomor: str, rupa: Rupa) -> Tabel:
    while True:
        tabel = tabel_acak(rng, nomor, rupa.izin)
        try:
            tata(tabel, baca_kisi(tabel.isi), rupa.gaya, LEBAR)
        except ValueError:
            continue
        return tabel


def _kalimat(rng: Random) -> Paragraf:
    return Paragraf(" ".join(f"{ujaran(rng, 18)}." for _ in range(rng.randint(1, 4))))


def _laporan(rng: Random, rupa: Rupa, banyak: int) -> Laporan:
    unsur: list[Unsur] = [HalamanBaru(angka=True), Bab("I", "PENDAHULUAN"), Subbab("1.1", "Latar Belakang")]
    for i in range(1, banyak + 1):
        unsur += [_kalimat(rng), _tabel(rng, f"1.{i}", rupa)]
    unsur += [_kalimat(rng), Subbab("1.2", "Sistematika"), _kalimat(rng)]
    return Laporan(
        "LKIP",
        "Dinas Uji Kota Lembayung",
        2024,
        ("LAPORAN KINERJA", "TAHUN 2024", "", "DINAS UJI"),
        "Uji",
        "Uji",
        tuple(unsur),
        (),
    )


def kasus_pdf(rupa: Rupa, benih: int, banyak: int) -> Kasus:
    """`banyak` tables in one PDF."""
    daftarkan()
    for attempt in itertools.count():
        laporan = _laporan(Random(f"{rupa.gaya.nama} {benih} {attempt}"), rupa, banyak)
        try:
            data, places = gambar(laporan, rupa.gaya)
        except ValueError:
            continue
        name = f"{rupa.gaya.nama}-{benih}"
        return Kasus(name, f"{name}.pdf", data, kebenaran(laporan, f"{name}.pdf", places, bergaris=rupa.rentang))
    raise AssertionError("unreachable")


def kasus_docx(benih: int, banyak: int) -> Kasus:
    """`banyak` tables in one DOCX."""
    daftarkan()
    laporan = _laporan(Random(f"docx {benih}"), RUPA[0], banyak)
    name = f"docx-{benih}"
    return Kasus(name, f"{name}.docx", tulis(laporan, {}), kebenaran(laporan, f"{name}.docx", None))
