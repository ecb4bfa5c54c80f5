"""The finished report: exactly what `laporan.json` holds (schema `lkip-laporan`, see docs/laporan.schema.json)."""

from decimal import Decimal
from typing import Any, Literal, TypeAlias

import msgspec

from extractor.model.place import Place
from extractor.model.temuan import Proof, Temuan

Reading: TypeAlias = Literal["clean", "mixed", "ambiguous", "malformed", "unreadable"]
DISPUTED = 50
"""The confidence in a figure that two OCR engines read differently."""
CellIndex: TypeAlias = tuple[int, int]
"""(row, col) in the table's own grid."""


class Nilai(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a cell's text means. `number` is None when the text holds none or cannot be read; `raw` is always the printed text.

    `confidence` only of figures that OCR read: percent, of its engine for the line they stand in; at most `DISPUTED` where a second engine
    reads the figure differently or not at all.
    """

    type: str
    raw: str
    number: Decimal | None = None
    unit: str | None = None
    reading: Reading = "clean"
    alternatives: tuple[Decimal, ...] = ()
    proof: Proof = "unchecked"
    evidence: tuple[str, ...] = ()
    confidence: int | msgspec.UnsetType = msgspec.UNSET


class Cell(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    row: int
    col: int
    row_span: int
    col_span: int
    text: str
    header: bool
    prov: tuple[Place, ...]
    value: Nilai | None = None


class Column(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`label` joins the header cells above the column with ' / '; `role` is canonical (docs/glossary.md) or None."""

    label: str
    role: str | None = None


class Tabel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One data table, over all its pages, in reading order of the report.

    `joined`: why its pages were joined. `doubts`: short codes of what was not sure. `evidence`: what other engines see of it,
    where they were asked.
    """

    id: str
    nomor: str | None
    judul: str | None
    bab: str | None
    jenis: str
    pages: tuple[int, ...]
    n_rows: int
    n_cols: int
    header_rows: int
    columns: tuple[Column, ...]
    cells: tuple[Cell, ...]
    source_note: str | None = None
    caption: Place | None = None
    joined: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


class Subbab(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    nomor: str
    judul: str
    page: int | None
    path: str | None = None


class Bab(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A chapter. `inferred` when its heading is not printed and follows from its sections or neighbours."""

    nomor: str
    judul: str
    page: int | None
    inferred: bool = False
    path: str | None = None
    subbab: tuple[Subbab, ...] = ()


class DaftarTabel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An entry of the printed list of tables; `found`: a table with this number stands in the body."""

    nomor: str
    judul: str
    printed_page: str | None
    found: bool


class Angka(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A figure of a record: as printed, as a number, and the cell it stands in."""

    raw: str
    number: Decimal | None
    cell: CellIndex | None = None


class EvaluasiIndikator(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`capaian` recomputed (percent); `rumus` the formula that reproduces the printed one (F1, F2, F3, F1cap100, … or None)."""

    verdict: str
    capaian: Decimal | None = None
    rumus: str | None = None
    predikat: str | None = None
    reason: str | None = None


class Indikator(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An indicator of one year, or of a part of it: `periode` (`TW1` … `TW4`, `S1`, `S2`, `sd_09` up to September) by its column or row,
    else by the title of its table or report; None for the year."""

    tabel: str
    row: int
    sasaran: str | None
    indikator: str
    satuan: str | None
    tahun: int | None
    periode: str | None
    target: Angka | None
    realisasi: Angka | None
    capaian: Angka | None
    predikat: str | None = None
    evaluasi: EvaluasiIndikator | None = None


class Kode(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kode rekening or kode program: `canonical` and `scheme` None when no scheme fits."""

    raw: str
    canonical: str | None = None
    scheme: str | None = None
    level: str | None = None


class EvaluasiAnggaran(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    verdict: str
    persen: Decimal | None = None
    reason: str | None = None


class Anggaran(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A budget line. `induk`: the row of its parent.

    `level`: urusan, program, kegiatan, sub_kegiatan, belanja, total, pendapatan, pembiayaan, saldo
    or None. `satuan`: `ribu rupiah`, `juta rupiah`,
    … where the table prints its money in them (figures are kept as printed); None for whole rupiah. `periode`: where the title
    of the table or report says that it speaks of a part of the year (`TW1` … `TW4`, `S1`, `S2`, `sd_09` up to the end of September), else
    None.
    """

    tabel: str
    row: int
    kode: Kode | None
    uraian: str
    tahun: int | None
    pagu: Angka | None
    realisasi: Angka | None
    persen: Angka | None
    fisik: Angka | None = None
    induk: int | None = None
    level: str | None = None
    evaluasi: EvaluasiAnggaran | None = None
    satuan: str | None = None
    periode: str | None = None


class KlaimFigure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    role: str
    raw: str
    number: Decimal | None


class Klaim(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence of the running text that states figures."""

    page: int | None
    text: str
    subjek: str | None
    figures: tuple[KlaimFigure, ...]
    path: str | None = None


class Schema(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str = "lkip-laporan"
    version: str = "1.0"


class Halaman(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A page that was not simply read from its text layer.

    `source`: where its text comes from (`ocr`; `hidden`: a text layer under the image; `part`: its text layer but for the part in `layer`,
    which OCR read or nothing could, as the findings say; `none`). `layer`: a text layer that was not taken, with the
    `reason`; `layer_words`, `own_words`: percent of longer words that look like words, there and in what was taken.
    """

    page: int
    source: Literal["ocr", "hidden", "part", "none"]
    reason: str
    layer: str | None = None
    layer_words: int | None = None
    own_words: int | None = None


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    file_name: str
    sha256: str
    media_type: str
    bytes: int
    pages: int | None


class Run(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How this result came about. `started` and `seconds` stay empty where two runs are to give the same bytes, as `extract` does:
    there the event log holds them."""

    version: str
    options: dict[str, Any]
    started: str | None = None
    seconds: float | None = None
    engines: dict[str, str | None] = {}


class Identitas(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which report this is: kind of document, agency, year; None where the report does not say.

    `periode`: the part of the year that its title names (`TW1` … `TW4`, `S1`, `S2`, `sd_09`: up to September); None for a whole year.
    """

    jenis: str | None
    instansi: str | None
    tahun: int | None
    periode: str | None = None


class Teks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The printed lines of a page outside of its tables, in reading order, joined by line feeds; of a format without pages all of them."""

    page: int | None
    text: str


class Laporan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    schema: Schema
    source: Source
    run: Run
    status: Literal["complete", "partial"]
    laporan: Identitas
    bab: tuple[Bab, ...]
    daftar_tabel: tuple[DaftarTabel, ...]
    tabel: tuple[Tabel, ...]
    indikator: tuple[Indikator, ...]
    anggaran: tuple[Anggaran, ...]
    klaim: tuple[Klaim, ...]
    temuan: tuple[Temuan, ...]
    halaman: tuple[Halaman, ...] = ()
    teks: tuple[Teks, ...] = ()
