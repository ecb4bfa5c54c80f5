"""What a printed value means: figures, units, years, numbers in words, grades, budget codes. Text in, values out; no file, no page."""

from parsers.nilai.angka import Bacaan, Hint, Reading
from parsers.nilai.baca import read_value, read_worded
from parsers.nilai.gugus import split_run_on
from parsers.nilai.kode_rekening import KodeRekening, read_kode, read_kode_column
from parsers.nilai.kolom import read_column
from parsers.nilai.predikat import Predikat, read_predikat
from parsers.nilai.satuan import read_unit
from parsers.nilai.tahun import read_periode_tahun, read_year, years_in
from parsers.nilai.terbilang import read_terbilang

__all__ = [
    "Bacaan",
    "Hint",
    "KodeRekening",
    "Predikat",
    "Reading",
    "read_column",
    "read_kode",
    "read_kode_column",
    "read_periode_tahun",
    "read_predikat",
    "read_terbilang",
    "read_unit",
    "read_value",
    "read_worded",
    "read_year",
    "split_run_on",
    "years_in",
]
