"""EFF: efficiency against absorption. In: tables with columns of efficiency and percent. Out: findings and equations.

A table is judged only where another of its rows follows a formula: what an agency calls efficiency is not fixed.
"""

import msgspec

from capaian.interval import Figur
from capaian.rumus import Hasil
from capaian.serapan import efficiency
from extractor.audit.buku import Buku
from extractor.audit.konteks import Konteks, Lembar, Posisi
from extractor.audit.persamaan import Nisbah, record
from extractor.audit.temuan import temuan


class _Row(msgspec.Struct, frozen=True):
    at: Posisi
    printed: Figur
    serapan_at: Posisi
    serapan: Figur
    capaian: Figur | None
    hasil: Hasil


def check(konteks: Konteks, buku: Buku) -> None:
    """Enter what the efficiency columns of all tables say."""
    for lembar in konteks.lembar.values():
        rows = _rows(lembar)
        formulas = {row.hasil.rumus for row in rows if row.hasil.rumus}
        for row in rows:
            if row.hasil.verdict == "sesuai":
                record(_equation(row), buku)
            elif row.hasil.verdict == "tidak_sesuai" and formulas:
                _enter(konteks, buku, lembar, row)


def _rows(lembar: Lembar) -> list[_Row]:
    wanted, percents = lembar.columns("efisiensi"), lembar.columns("serapan_pct")
    if len(wanted) != 1 or len(percents) != 1:
        return []
    achieved = lembar.columns("capaian_pct")
    found = []
    for row in lembar.body_rows:
        printed, serapan = lembar.figure(row, wanted[0]), lembar.figure(row, percents[0])
        if printed is None or serapan is None or not serapan.number:
            continue
        capaian = lembar.figure(row, achieved[0]) if len(achieved) == 1 else None
        hasil = efficiency(printed, capaian=capaian, serapan=serapan)
        found.append(
            _Row(lembar.posisi(row, wanted[0]), printed, lembar.posisi(row, percents[0]), serapan, capaian, hasil)
        )
    return found


def _equation(row: _Row) -> Nisbah:
    def test(figures: tuple[Figur, ...]) -> bool:
        return efficiency(figures[0], capaian=row.capaian, serapan=figures[1]).verdict == "sesuai"

    name = f"row {row.at.row}: efisiensi = {row.hasil.rumus}"
    return Nisbah(name, f"{row.at}:efisiensi", (row.at, row.serapan_at), (row.printed, row.serapan), test)


def _enter(konteks: Konteks, buku: Buku, lembar: Lembar, row: _Row) -> None:
    raw, beside = konteks.ref(row.at).raw or "", konteks.ref(row.serapan_at).raw or ""
    message = (
        f"Efisiensi {raw} di {lembar.nama[0]} tidak sesuai serapan {beside}: terhitung {row.hasil.capaian}.",
        f"Efficiency {raw} in {lembar.nama[1]} does not follow from absorption {beside}: {row.hasil.capaian} computed.",
    )
    finding = temuan("EFF", message, konteks, [row.at, row.serapan_at], reported=raw, recomputed=row.hasil.capaian)
    buku.finds(finding, row.at, [row.at])
