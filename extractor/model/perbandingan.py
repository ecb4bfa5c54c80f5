"""Years side by side: what `extract compare` finds, the rows of its CSV files (docs/output.md) field by field."""

from decimal import Decimal
from typing import Literal, TypeAlias

import msgspec

from extractor.model.temuan import Proof

Relasi: TypeAlias = Literal["same", "renamed", "split", "merged", "new", "gone", "doubtful"]
Peran: TypeAlias = Literal["target", "realisasi", "capaian"]
JenisCatatan: TypeAlias = Literal["salinan", "periode", "satuan", "arah", "rumus", "kelipatan", "tahun_kosong"]
JenisBeda: TypeAlias = Literal["restated", "unit", "typing", "unexplained"]


class Padanan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An indicator of one report and the series it was put into; `skor` is a share from 0 to 1, `alasan` a sentence."""

    seri: str
    laporan: str
    tahun_laporan: int | None
    tabel: str | None
    page: int | None
    indikator: str
    satuan: str | None
    relasi: Relasi
    alasan: str
    skor: float


class IndikatorTahun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A figure of a series as one report prints it. `catatan`: why it is hardly of that year (a table carried over), else empty.
    `periode`: the part of the year (`TW2`, `S1`, …) where the reports of the series speak of one."""

    seri: str
    indikator: str
    satuan: str | None
    tahun: int
    peran: Peran
    nilai: Decimal | None
    raw: str
    laporan: str
    tabel: str | None
    page: int | None
    proof: Proof = "unchecked"
    catatan: str = ""
    periode: str | None = None


class Beda(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A figure that two reports, or two tables, tell differently."""

    seri: str
    tahun: int
    peran: Peran
    nilai_a: Decimal | None
    laporan_a: str
    tabel_a: str | None
    page_a: int | None
    nilai_b: Decimal | None
    laporan_b: str
    tabel_b: str | None
    page_b: int | None
    jenis: JenisBeda


class AnggaranTahun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A budget line and year; `alasan` says why lines of several years were taken for one."""

    kode: str | None
    uraian: str
    tahun: int | None
    pagu: Decimal | None
    realisasi: Decimal | None
    persen: Decimal | None
    laporan: str
    tabel: str | None
    page: int | None
    alasan: str = ""


class Perkembangan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A year of a series: the figures that count (of that year's report, else of the latest), what the realisasi grew on the year
    before in percent, and how far it is from the last target of the plan; both None where units do not agree.
    `periode` as in `IndikatorTahun`."""

    seri: str
    indikator: str
    satuan: str | None
    tahun: int
    target: Decimal | None
    realisasi: Decimal | None
    capaian: Decimal | None
    pertumbuhan: Decimal | None
    tahun_target: int | None
    target_akhir: Decimal | None
    jarak: Decimal | None
    periode: str | None = None


class Catatan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a series breaks, a year is missing, or a table was carried over from an earlier report (`seri` None)."""

    jenis: JenisCatatan
    seri: str | None
    tahun: int | None
    laporan: str | None
    tabel: str | None
    page: int | None
    keterangan: str


class Perbandingan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    padanan: tuple[Padanan, ...] = ()
    indikator_tahun: tuple[IndikatorTahun, ...] = ()
    beda: tuple[Beda, ...] = ()
    anggaran_tahun: tuple[AnggaranTahun, ...] = ()
    perkembangan: tuple[Perkembangan, ...] = ()
    catatan: tuple[Catatan, ...] = ()
