"""The description of the invented report of the Dinas Perpustakaan dan Kearsipan Kota Lembayung, 2024."""

from dataclasses import replace

from samples.deskripsi.awal import AWAL, SAMPUL
from samples.deskripsi.bab1 import BAB1
from samples.deskripsi.bab2 import BAB2
from samples.deskripsi.bab3 import BAB3_ANGGARAN, BAB3_KINERJA
from samples.deskripsi.bab4 import BAB4
from samples.deskripsi.salah import SALAH
from samples.model import Laporan, Paragraf, Unsur


def _salah_teks(unsur: Unsur) -> Unsur:
    """The element with the typing errors of running text put in."""
    if isinstance(unsur, Paragraf):
        for salah in SALAH:
            if salah.tabel is None and salah.benar in unsur.teks:
                return replace(unsur, teks=unsur.teks.replace(salah.benar, salah.tercetak))
    return unsur


LAPORAN = Laporan(
    jenis="LKIP",
    instansi="Dinas Perpustakaan dan Kearsipan Kota Lembayung",
    tahun=2024,
    sampul=SAMPUL,
    kepala_halaman="LKIP Dinas Perpustakaan dan Kearsipan Kota Lembayung",
    kaki_halaman="Laporan Kinerja Tahun 2024",
    unsur=tuple(_salah_teks(u) for u in (*AWAL, *BAB1, *BAB2, *BAB3_KINERJA, *BAB3_ANGGARAN, *BAB4)),
    salah=SALAH,
)
