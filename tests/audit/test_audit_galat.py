"""Injected errors, fixed seed: consistent tables are silent; one wrong figure is found, never trusted, and mended by two witnesses."""

import random
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from tests.audit.pabrik import BUDGET, codes, proof, run, tabel

_TABLES = 60


def money(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def percent(part: int, whole: int, mode: str) -> str:
    value = (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.01"), rounding=mode)
    return str(value).replace(".", ",")


def budget(rng: random.Random) -> tuple[list[list[str]], list[str | None]]:
    """Programs with kegiatan and a total; percents rounded or cut throughout the table."""
    mode = rng.choice((ROUND_HALF_UP, ROUND_DOWN))
    rows: list[list[str]] = []
    levels: list[str | None] = []
    totals = [0, 0]
    for program in range(rng.randint(2, 3)):
        lines = []
        for kegiatan in range(rng.randint(2, 4)):
            pagu = rng.randint(10_000, 900_000) * 1000
            lines.append(
                (
                    f"1.{program:02}.{kegiatan + 1:02}",
                    f"Kegiatan {program}-{kegiatan}",
                    pagu,
                    pagu * rng.randint(500, 990) // 1000,
                )
            )
        head = (f"1.{program:02}", f"Program {program}", sum(line[2] for line in lines), sum(line[3] for line in lines))
        for i, (kode, nama, pagu, realisasi) in enumerate((head, *lines)):
            rows.append([kode, nama, money(pagu), money(realisasi), percent(realisasi, pagu, mode)])
            levels.append("kegiatan" if i else "program")
        totals = [totals[0] + head[2], totals[1] + head[3]]
    rows.append(["", "Jumlah", money(totals[0]), money(totals[1]), percent(totals[1], totals[0], mode)])
    levels.append("total")
    return rows, levels


def mistyped(rng: random.Random, text: str) -> str:
    """One digit of a figure replaced, lost, doubled or swapped with the next; never the same figure."""
    digits = text.replace(".", "")
    while True:
        i = rng.randrange(len(digits))
        wrong = rng.choice(
            (
                digits[:i] + str(rng.randint(0, 9)) + digits[i + 1 :],
                digits[:i] + digits[i + 1 :],
                digits[:i] + digits[i] + digits[i:],
                digits[:i] + digits[i + 1 : i + 2] + digits[i] + digits[i + 2 :],
            )
        )
        if wrong != digits and wrong[0] != "0":
            return money(int(wrong))


def test_consistent_tables_are_silent() -> None:
    rng = random.Random(41)
    for _ in range(_TABLES):
        rows, levels = budget(rng)
        found = run(tabel(rows, BUDGET), levels=levels)
        assert found.temuan == (), found.temuan


def test_one_wrong_figure_is_found_and_never_trusted() -> None:
    rng = random.Random(42)
    mended = tried = 0
    for _ in range(_TABLES):
        rows, levels = budget(rng)
        row, col = rng.randrange(len(rows)), rng.choice((2, 3))
        right = rows[row][col]
        rows[row][col] = mistyped(rng, right)
        found = run(tabel(rows, BUDGET), levels=levels)
        assert found.temuan
        assert proof(found, row + 1, col) not in ("proved", "supported")
        proposals = {item.proposal for item in found.temuan if item.proof == "proved"}
        assert proposals <= {right.replace(".", "")}, (rows[row], right, proposals)
        if "PCT" in codes(found):  # the percent and a sum speak: two witnesses
            tried += 1
            mended += bool(proposals)
    assert tried > _TABLES / 2
    assert mended >= 0.95 * tried
