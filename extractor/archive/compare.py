"""Reports of several years side by side: reports with the names of their folders in, a `Perbandingan` out."""

from collections.abc import Sequence

from extractor.archive.beda import differences
from extractor.archive.butir import PERAN, butir_of
from extractor.archive.mata_anggaran import budget_rows
from extractor.archive.seri import Decide, Deret, Seri, undecided
from extractor.model.laporan import Laporan
from extractor.model.perbandingan import IndikatorTahun, Perbandingan

Named = tuple[str, Laporan]


def compare(reports: Sequence[Named], decide: Decide = undecided) -> Perbandingan:
    """Every row of the comparison. Reports without a year come last; names must not repeat."""
    ordered = sorted(reports, key=lambda r: (r[1].laporan.tahun is None, r[1].laporan.tahun or 0, r[0]))
    deret = Deret(decide)
    for stem, laporan in ordered:
        deret.add(stem, laporan, butir_of(stem, laporan))
    return Perbandingan(
        padanan=deret.rows(),
        indikator_tahun=tuple(row for seri in deret.seri for row in _figures(seri)),
        beda=tuple(row for seri in deret.seri for row in differences(seri.id, seri.anggota)),
        anggaran_tahun=budget_rows(ordered),
    )


def _figures(seri: Seri) -> list[IndikatorTahun]:
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
        )
        for tahun in sorted({year for butir in seri.anggota for year, _ in butir.figures})
        for peran in PERAN
        for butir in seri.anggota
        for figur in butir.figures.get((tahun, peran), ())
    ]
