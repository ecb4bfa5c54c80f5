"""The kinds of tables, in one visible list. Each bids, the best bid wins; among equal bids the earlier in the list.

To add a kind: a module in `jenis/` with `NAMA` and `tawar`, and one line here. `umum` bids lowest and keeps the plain grid.
"""

from collections.abc import Sequence

from parsers.tabel.jenis import (
    alokasi_anggaran,
    anggaran_kas,
    capaian,
    efisiensi,
    iku,
    pendapatan,
    perbandingan_nasional,
    perbandingan_renstra,
    perbandingan_tahun,
    pk,
    program_pendukung,
    realisasi_anggaran,
    rencana_tindak_lanjut,
    rkt,
    sdm,
    skala,
    tujuan_sasaran,
    umum,
)
from parsers.tabel.pandangan import Jenis, Pandangan

JENIS: Sequence[Jenis] = (
    tujuan_sasaran,
    iku,
    pk,
    rkt,
    alokasi_anggaran,
    capaian,
    perbandingan_tahun,
    perbandingan_renstra,
    perbandingan_nasional,
    program_pendukung,
    realisasi_anggaran,
    efisiensi,
    skala,
    pendapatan,
    sdm,
    anggaran_kas,
    rencana_tindak_lanjut,
    umum,
)

TANPA_BARIS = frozenset({"skala", "sdm"})
"""Kinds whose rows are neither indicators nor budget lines, whatever their columns are called."""


def choose(p: Pandangan) -> str:
    """Name of the kind with the best bid."""
    return max(JENIS, key=lambda kind: kind.tawar(p)).NAMA


def bids(p: Pandangan) -> dict[str, float]:
    """All bids, for people who want to see why a kind won."""
    return {kind.NAMA: kind.tawar(p) for kind in JENIS}
