"""What the invented report is made of: plain values that the PDF drawer, the DOCX writer and the truth writer share.

In: nothing. Out: the types of the description. A `Laporan` is an ordered tuple of `Unsur`; a `Tabel` is written in the small
table language of `samples.kisi`. Running text may hold `{+inserted+}`, `{-deleted-}` and `{^footnote^}` marks.
"""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

Nilai: TypeAlias = dict[str, int]
"""Which column holds what: `target`, `realisasi`, `capaian`, `predikat` (indikator) or `pagu`, `realisasi`, `persen` (anggaran)."""


@dataclass(frozen=True)
class Bab:
    """A chapter heading. `bentuk`: one line, two lines, a box (text box in Word), or the number split over two lines."""

    nomor: str
    judul: str
    bentuk: Literal["satu", "dua", "kotak", "pecah"] = "dua"


@dataclass(frozen=True)
class Subbab:
    """A section heading; `tingkat` 2 is `1.1`, 3 is `1.1.1` (a heading, but no subbab)."""

    nomor: str
    judul: str
    tingkat: int = 2


@dataclass(frozen=True)
class Paragraf:
    """Running text. `gaya`: justified text, a list item (`tanda` hangs before it), centred, or a title of the front matter."""

    teks: str
    gaya: Literal["teks", "butir", "tengah", "judul", "sumber"] = "teks"
    tanda: str = ""


@dataclass(frozen=True)
class Catatan:
    """How rows become records: column numbers, per year and period. All columns count from 0."""

    jenis: Literal["indikator", "anggaran"]
    nama: int
    nilai: tuple[tuple[int, str | None, Nilai], ...]
    sasaran: int | None = None
    satuan: int | None = None
    kode: int | None = None


@dataclass(frozen=True)
class Tabel:
    """A table. `isi` is its grid in the table language; `lebar` relative widths; `rata` one letter per column (l, c, r).

    `kepala`: header rows; `penomoran`: the row under them only numbers the columns; `ulang`: the header is drawn again on every
    page; `potong`: a row may be cut by the page end. `judul_di`: caption above or below. `awalan`: how the caption is spelled;
    `baris_judul`: number and title on one line or on two.
    """

    isi: str
    lebar: tuple[float, ...]
    rata: str
    nomor: str | None = None
    judul: str | None = None
    kepala: int = 1
    penomoran: bool = False
    ulang: bool = False
    potong: bool = False
    judul_di: Literal["atas", "bawah"] = "atas"
    awalan: str = "Tabel {nomor}"
    baris_judul: int = 1
    jenis: str = "umum"
    sumber: str | None = None
    catatan: tuple[Catatan, ...] = ()
    bingkai: bool = False


@dataclass(frozen=True)
class Lembar:
    """From here on the pages stand (`tegak`) or lie (`rebah`)."""

    arah: Literal["tegak", "rebah"]


@dataclass(frozen=True)
class Daftar:
    """The table of contents or the list of tables."""

    apa: Literal["isi", "tabel"]


@dataclass(frozen=True)
class HalamanBaru:
    """A new page. `angka`: page numbers start again as 1, 2, 3 (before it: i, ii, iii)."""

    angka: bool = False


@dataclass(frozen=True)
class TandaTangan:
    """Place, date and signature at the end of the preface."""

    baris: tuple[str, ...]


Unsur: TypeAlias = Bab | Subbab | Paragraf | Tabel | Lembar | Daftar | HalamanBaru | TandaTangan


@dataclass(frozen=True)
class Salah:
    """A typing error of the invented agency. In a table: `baris` is a text of the row, `kolom` its column; else in running text.

    `tercetak` is what the report prints, `benar` what the report's own arithmetic wants, `periksa` the check that finds it.
    """

    id: str
    tabel: str | None
    tercetak: str
    benar: str
    periksa: str
    apa: str
    baris: str = ""
    kolom: int = 0


@dataclass(frozen=True)
class Laporan:
    jenis: str
    instansi: str
    tahun: int
    sampul: tuple[str, ...]
    kepala_halaman: str
    kaki_halaman: str
    unsur: tuple[Unsur, ...]
    salah: tuple[Salah, ...]


_MARK = re.compile(r"\{\+(?P<ins>.*?)\+\}|\{-(?P<del>.*?)-\}|\{\^(?P<note>.*?)\^\}")


def pecah_tanda(teks: str) -> list[tuple[str, str]]:
    """The text as (kind, text) runs; kind is `text`, `ins`, `del` or `note`."""
    runs, at = [], 0
    for mark in _MARK.finditer(teks):
        runs.append(("text", teks[at : mark.start()]))
        kind = mark.lastgroup or "text"
        runs.append((kind, mark.group(kind)))
        at = mark.end()
    runs.append(("text", teks[at:]))
    return [run for run in runs if run[1]]


def teks_jadi(teks: str) -> str:
    """What a reader sees once changes are accepted, without footnotes."""
    return "".join(text for kind, text in pecah_tanda(teks) if kind in ("text", "ins"))
