"""The arithmetic of performance reports: formulas of capaian, intervals of printed figures, scales, absorption, witnesses.

A package of its own: it needs the standard library only, and knows no document. What `extract` wrote is judged again with

from capaian import judge_files

for row in judge_files("out/laporan/laporan.json"):
    print(row.baris.nama, row.printed, row.hasil.verdict, row.hasil.capaian)
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal
    from pathlib import Path

    from capaian.putusan import Putusan
    from capaian.susunan import Jumlah

__all__ = ["broken_sums", "judge_files"]


def judge_files(*paths: "Path | str", cap: "Decimal | None" = None, strict: bool = False) -> "list[Putusan]":
    """Verdicts on every row of `laporan.json`, `indikator.csv` and `anggaran.csv` files, or folders with `laporan.json` files.

    `cap`: the limit of capaian (percent) that the report states in words. `strict`: compute with the printed digits only.
    Indicator rows come first. Raises `capaian.baca.TidakTerbaca` for a file that cannot be used.
    """
    from pathlib import Path

    from capaian.baca import read
    from capaian.putusan import judge

    return judge(read(map(Path, paths)), cap=cap, strict=strict)


def broken_sums(*paths: "Path | str") -> "list[Jumlah]":
    """Programs and totals of `laporan.json` and `anggaran.csv` files (or folders) that are not the sum of their parts.

    Raises `capaian.baca.TidakTerbaca` for a file that cannot be used.
    """
    from pathlib import Path

    from capaian.baca import read
    from capaian.susunan import broken_sums as broken

    return broken(read(map(Path, paths)).anggaran)
