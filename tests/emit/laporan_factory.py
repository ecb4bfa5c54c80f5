"""Hand-made reports for tests of what is written: small, with every kind of thing that `laporan.json` can hold."""

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import msgspec

from extractor.model.laporan import (
    Anggaran,
    Angka,
    Bab,
    Cell,
    Column,
    DaftarTabel,
    EvaluasiAnggaran,
    EvaluasiIndikator,
    Identitas,
    Indikator,
    Klaim,
    KlaimFigure,
    Kode,
    Laporan,
    Nilai,
    Run,
    Schema,
    Source,
    Subbab,
    Tabel,
)
from extractor.model.place import Place
from extractor.model.temuan import Message, Ref, Temuan


def make_tabel(
    rows: Sequence[Sequence[str]],
    *,
    nomor: str | None = "3.1",
    page: int | None = 5,
    header_rows: int = 1,
    **changes: Any,
) -> Tabel:
    """A table of these texts; the first `header_rows` rows are its header, their texts joined the labels."""
    columns = tuple(
        Column(" / ".join(row[col] for row in rows[:header_rows] if row[col])) for col in range(len(rows[0]))
    )
    place = Place(page, (1.0, 2.0, 3.0, 4.0)) if page is not None else Place(None, path="body/table[1]")
    cells = tuple(
        Cell(r, c, 1, 1, text, r < header_rows, (place,)) for r, row in enumerate(rows) for c, text in enumerate(row)
    )
    table = Tabel(
        id="t001",
        nomor=nomor,
        judul="Capaian Indikator",
        bab="III",
        jenis="pengukuran_kinerja",
        pages=() if page is None else (page,),
        n_rows=len(rows),
        n_cols=len(rows[0]),
        header_rows=header_rows,
        columns=columns,
        cells=cells,
    )
    return msgspec.structs.replace(table, **changes)


def angka(raw: str, number: str | None) -> Angka:
    return Angka(raw, None if number is None else Decimal(number), (1, 1))


def make_indikator(**changes: Any) -> Indikator:
    item = Indikator(
        tabel="t001",
        row=1,
        sasaran="Meningkatnya kesempatan kerja",
        indikator="Persentase pencari kerja yang ditempatkan",
        satuan="%",
        tahun=2023,
        periode=None,
        target=angka("60,5", "60.5"),
        realisasi=angka("66,55", "66.55"),
        capaian=angka("110%", "1.1E+2"),
        evaluasi=EvaluasiIndikator("sesuai", Decimal("110.00"), "F1"),
    )
    return msgspec.structs.replace(item, **changes)


def make_anggaran(**changes: Any) -> Anggaran:
    item = Anggaran(
        tabel="t002",
        row=1,
        kode=Kode("2.07.03", "2.07.03", "90", "program"),
        uraian="Program Pelatihan Kerja",
        tahun=2023,
        pagu=angka("1.200.000,-", "1200000"),
        realisasi=angka("900.000", "9E+5"),
        persen=angka("75,00", "75.00"),
        evaluasi=EvaluasiAnggaran("sesuai", Decimal("75.00")),
        level="program",
    )
    return msgspec.structs.replace(item, **changes)


def make_temuan(**changes: Any) -> Temuan:
    item = Temuan(
        id="f001",
        code="PCT",
        severity="E",
        message=Message("Persen tidak cocok.", "The percent does not fit."),
        refs=(Ref(tabel="3.1", row=1, col=1, page=5, bbox=(1.04, 2.0, 3.0, 4.0), raw="60,5"),),
        reported="110",
        recomputed="109.9",
        proof="contradicted",
    )
    return msgspec.structs.replace(item, **changes)


def make_laporan(**changes: Any) -> Laporan:
    tables = (
        make_tabel([["Indikator", "Target"], ["Pencari kerja", "60,5"]]),
        make_tabel([["Kode", "Pagu"], ["2.07.03", "1.200.000,-"]], nomor=None, page=6, id="t002", judul=None),
    )
    value = Nilai("persen", "60,5", Decimal("60.5"), "%", alternatives=(Decimal("6E+2"),))
    cells = tuple(msgspec.structs.replace(c, value=value) if c.text == "60,5" else c for c in tables[0].cells)
    laporan = Laporan(
        schema=Schema(),
        source=Source("laporan.pdf", "ab" * 32, "application/pdf", 1234, 9),
        run=Run("0.1.0", {"pages": None}, datetime.datetime.now(datetime.UTC).isoformat(), 0.4, {"pdf": "pdfium"}),
        status="complete",
        laporan=Identitas("LKIP", "Dinas Tenaga Kerja Kota Contoh", 2023),
        bab=(Bab("III", "AKUNTABILITAS KINERJA", 5, subbab=(Subbab("3.1", "CAPAIAN KINERJA", 5),)),),
        daftar_tabel=(DaftarTabel("3.1", "Capaian Indikator", "4", True), DaftarTabel("3.2", "Lain", "5", False)),
        tabel=(msgspec.structs.replace(tables[0], cells=cells), tables[1]),
        indikator=(make_indikator(),),
        anggaran=(make_anggaran(),),
        klaim=(Klaim(7, "realisasi Rp 900.000", None, (KlaimFigure("realisasi", "Rp 900.000", Decimal(900000)),)),),
        temuan=(make_temuan(),),
    )
    return msgspec.structs.replace(laporan, **changes)
