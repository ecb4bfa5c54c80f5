"""The frame of a report: chapters, captions with their grids, the printed list of tables."""

import msgspec

from extractor.model.body import Grid
from extractor.model.laporan import Bab, DaftarTabel, Identitas
from extractor.model.place import Place
from extractor.model.temuan import Temuan


class CaptionedGrid(msgspec.Struct, frozen=True):
    """A grid with what the running text says about it. `nomor` as printed, without 'Tabel' and inner spaces, None when none is printed.

    `context`: the nearest heading or sentence above, for tables without a caption. `bab`: number of the chapter it stands in.
    """

    grid: Grid
    nomor: str | None
    judul: str | None
    bab: str | None
    caption: Place | None = None
    source_note: str | None = None
    context: str | None = None


class Outline(msgspec.Struct, frozen=True):
    """What `outline.assemble` gives. `temuan` have id '' (numbered later, when all findings are known)."""

    laporan: Identitas
    bab: tuple[Bab, ...]
    daftar_tabel: tuple[DaftarTabel, ...]
    tables: tuple[CaptionedGrid, ...]
    temuan: tuple[Temuan, ...] = ()
