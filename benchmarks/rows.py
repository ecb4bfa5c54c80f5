"""The core over more and more rows: `python -m benchmarks.rows [--rows 10000]`.

A budget of so many rows, so many indicators and a third as many sentences are audited, and half and a quarter of them. Exit code 1 when
twice the rows take more than three times the CPU time: no check may be quadratic in the figures of a report.
"""

import argparse
import random
import time
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from extractor.audit import audit
from extractor.model.laporan import Anggaran, Angka, Indikator, Klaim, KlaimFigure, Kode, Tabel
from tests.audit.pabrik import ACHIEVED, BUDGET, number_of, tabel
from tests.audit.suntikan import grouped, percent

KEGIATAN = 9
MOST = 3.0
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def word(number: int) -> str:
    """A word of its own for a number."""
    return "wilayah" + "".join(LETTERS[number // len(LETTERS) ** i % len(LETTERS)] for i in range(4))


def angka(text: str, row: int, col: int) -> Angka:
    return Angka(text, number_of(text), (row, col))


def budget(rng: random.Random, rows: int) -> tuple[Tabel, list[Anggaran]]:
    texts: list[list[str]] = []
    levels: list[str] = []
    for program in range(rows // (KEGIATAN + 1)):
        pagus = [rng.randint(10_000, 900_000) * 1000 for _ in range(KEGIATAN)]
        lines = [(pagu, pagu * rng.randint(500, 990) // 1000) for pagu in pagus]
        head = (sum(pagus), sum(spent for _, spent in lines))
        for i, (pagu, spent) in enumerate((head, *lines)):
            kode = f"1.{program + 1:04}" + (f".{i:02}" if i else "")
            share = percent(Decimal(spent), Decimal(pagu), ROUND_HALF_UP)
            texts.append([kode, f"Layanan {word(program)} {word(i)}", grouped(pagu), grouped(spent), share])
            levels.append("kegiatan" if i else "program")
    found = []
    for row, (line, level) in enumerate(zip(texts, levels, strict=True), start=1):
        pagu_, spent_, share_ = (angka(line[col], row, col) for col in (2, 3, 4))
        kode_ = Kode(line[0], line[0], "prog-13", level)
        found.append(Anggaran("t1", row, kode_, line[1], 2020, pagu_, spent_, share_, level=level))
    return tabel(texts, BUDGET), found


def indicators(rows: int) -> tuple[Tabel, list[Indikator], list[Klaim]]:
    """Indicators whose names share words, and a sentence for every third that tells its target."""
    texts, found, said = [], [], []
    for i in range(rows):
        name, target, got = (
            f"Layanan {word(i)} {word(i % 97)}",
            f"{50 + i % 40},{i % 90 + 10}",
            f"{40 + i % 40},{i % 90 + 10}",
        )
        texts.append([str(i + 1), name, target, got, ""])
        figures = (angka(target, i + 1, 2), angka(got, i + 1, 3))
        found.append(Indikator("t2", i + 1, None, name, "%", 2020, None, *figures, None))
        if i % 3 == 0:
            told = (
                KlaimFigure("target", target, number_of(target)),
                KlaimFigure("realisasi", "11,5%", Decimal("11.5")),
            )
            said.append(Klaim(3, f"{name} target {target} realisasi 11,5%", None, told))
    return tabel(texts, ACHIEVED, name="t2", nomor="3.2"), found, said


def seconds(rows: int) -> float:
    money, lines = budget(random.Random(1), rows)
    measured, found, said = indicators(rows)
    started = time.process_time()
    audit([money, measured], found, lines, said, tahun=2020)
    return time.process_time() - started


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000)
    rows = parser.parse_args().rows
    taken = [(size, seconds(size)) for size in (rows // 4, rows // 2, rows)]
    for size, time_ in taken:
        print(f"{size} rows of money and of indicators: {time_:.1f} s of CPU")
    return int(any(later > MOST * earlier for (_, earlier), (_, later) in pairwise(taken)))


if __name__ == "__main__":
    raise SystemExit(main())
