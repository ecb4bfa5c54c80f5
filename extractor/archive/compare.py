"""Reports of several years side by side: reports with the names of their folders in, a `Perbandingan` out."""

from collections.abc import Sequence

from extractor.archive.baca import butir_of
from extractor.archive.beda import differences
from extractor.archive.butir import PERAN
from extractor.archive.mata_anggaran import budget_rows
from extractor.archive.perkembangan import breaks, course
from extractor.archive.salinan import Salinan, copies
from extractor.archive.seri import Decide, Deret, Seri, several_agencies, strangers, undecided
from extractor.model.laporan import Laporan
from extractor.model.perbandingan import Catatan, IndikatorTahun, Perbandingan

Named = tuple[str, Laporan]
Copied = dict[tuple[str, str], Salinan]
"""Tables that were carried over, by report and id."""


def compare(reports: Sequence[Named], decide: Decide = undecided) -> Perbandingan:
    """Every row of the comparison. Reports without a year come last; names must not repeat."""
    ordered = sorted(reports, key=lambda r: (r[1].laporan.tahun is None, r[1].laporan.tahun or 0, r[0]))
    mixed = several_agencies(laporan for _, laporan in ordered)
    copied = _copied(ordered, mixed)
    deret = Deret(decide, mixed=mixed)
    for stem, laporan in ordered:
        carried = {tabel: copy.tahun_asal for (name, tabel), copy in copied.items() if name == stem}
        deret.add(stem, laporan, butir_of(stem, laporan, carried))
    return Perbandingan(
        padanan=deret.rows(),
        indikator_tahun=tuple(row for seri in deret.seri for row in _figures(seri, copied)),
        beda=tuple(row for seri in deret.seri for row in differences(seri.id, seri.anggota)),
        anggaran_tahun=budget_rows(ordered, copied),
        perkembangan=tuple(row for seri in deret.seri for row in course(seri.id, seri.anggota)),
        catatan=(
            *_of_a_part(ordered),
            *_carried_over(ordered, copied),
            *(row for seri in deret.seri for row in breaks(seri.id, seri.anggota)),
        ),
    )


def _copied(ordered: Sequence[Named], mixed: bool) -> Copied:
    found: Copied = {}
    for n, after in enumerate(ordered):
        for before in ordered[:n]:
            if not strangers(before[1], after[1], mixed=mixed):
                found |= {(after[0], copy.tabel): copy for copy in copies(before, after)}
    return found


def _of_a_part(ordered: Sequence[Named]) -> list[Catatan]:
    """Reports of a quarter or another part of the year: said, since they are put into series of their own."""
    return [
        Catatan(
            "periode", None, laporan.laporan.tahun, stem, None, None,
            f"laporan {laporan.laporan.periode}, bukan setahun: indikatornya hanya dipadankan dengan laporan periode yang sama, "
            "anggarannya tidak masuk anggaran per tahun",
        )
        for stem, laporan in ordered if laporan.laporan.periode is not None
    ]  # fmt: skip


def _carried_over(ordered: Sequence[Named], copied: Copied) -> list[Catatan]:
    reports = dict(ordered)
    notes = []
    for (stem, ident), copy in sorted(copied.items()):
        laporan = reports[stem]
        tabel = next(t for t in laporan.tabel if t.id == ident)
        asal = next(t for t in reports[copy.laporan_asal].tabel if t.id == copy.tabel_asal)
        text = (
            f"{copy.sama} dari {copy.semua} hasil di tabel {tabel.nomor or ident} sama dengan tabel {asal.nomor or asal.id} laporan "
            f"{copy.laporan_asal}: tampaknya terbawa dari sana, bukan hasil tahun {laporan.laporan.tahun}"
        )
        page = tabel.pages[0] if tabel.pages else None
        notes.append(Catatan("salinan", None, laporan.laporan.tahun, stem, ident, page, text))
    return notes


def _figures(seri: Seri, copied: Copied) -> list[IndikatorTahun]:
    """The figures of a series under its newest name, by year, role and report."""
    name = seri.last.nama
    return [
        IndikatorTahun(
            seri=seri.id,
            indikator=name,
            satuan=butir.satuan,
            tahun=tahun,
            peran=peran,
            nilai=figur.nilai,
            raw=figur.raw,
            laporan=butir.laporan,
            tabel=figur.tabel,
            page=figur.page,
            proof=figur.proof,
            periode=butir.periode,
            catatan=f"terbawa dari {copied[butir.laporan, figur.tabel].laporan_asal}" if figur.asal else "",
        )
        for tahun in sorted({year for butir in seri.anggota for year, _ in butir.figures})
        for peran in PERAN
        for butir in seri.anggota
        for figur in butir.figures.get((tahun, peran), ())
    ]
