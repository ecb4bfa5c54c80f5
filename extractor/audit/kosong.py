"""PARENT-EMPTY: programs whose money is not printed. In: the budget rows. Out: findings.

A program stands without pagu and realisasi though its kegiatan have theirs, in a table where another program prints its own: whoever
adds up the programs loses it. Information, for nothing printed is contradicted.
"""

from collections.abc import Sequence
from decimal import Decimal

from extractor.audit import hierarki
from extractor.audit.buku import Buku
from extractor.audit.konteks import Konteks, figure_of, written
from extractor.audit.temuan import temuan
from extractor.model.laporan import Anggaran


def check(konteks: Konteks, buku: Buku, budget: Sequence[Anggaran]) -> None:
    """Enter a finding for each program without money over kegiatan with money."""
    printing = {row.tabel for row in budget if row.level == "program" and row.pagu is not None}
    for parent, children in hierarki.bare_families(konteks, budget):
        figures = [figure for child in children if (figure := figure_of(child.pagu)) is not None]
        total = sum((figure.number for figure in figures), Decimal(0))
        lembar = konteks.lembar.get(parent.tabel)
        if lembar is None or parent.tabel not in printing or not total:
            continue
        columns = lembar.columns("program_kegiatan") or [0]
        at = next((lembar.posisi(parent.row, col) for col in columns if (parent.row, col) in lembar.cells), None)
        if at is None:
            continue
        cells = [posisi for child in children if (posisi := konteks.posisi(child.tabel, child.pagu)) is not None]
        name, said = " ".join(parent.uraian.split()), written(total)
        message = (
            f"“{name}” di {lembar.nama[0]} tidak mencetak pagu; {len(figures)} baris di bawahnya berjumlah {said[0]}.",
            f"“{name}” in {lembar.nama[1]} prints no pagu; the {len(figures)} rows under it add up to {said[1]}.",
        )
        buku.finds(temuan("PARENT-EMPTY", message, konteks, [at, *cells], recomputed=total), at)
