"""Small tables and records for the audit's tests: texts in a grid, roles of columns, and the records that follow from them."""

import re
from collections.abc import Sequence
from decimal import Decimal

from extractor.audit import Audited, audit
from extractor.model.laporan import Anggaran, Angka, Cell, Column, Indikator, Klaim, Kode, Nilai, Tabel
from extractor.model.place import Place
from extractor.model.temuan import Temuan

BUDGET = ("kode", "program_kegiatan", "pagu", "realisasi_rp", "serapan_pct")
ACHIEVED = ("no", "indikator", "target", "realisasi", "capaian_pct")


def number_of(text: str) -> Decimal | None:
    """A figure in Indonesian spelling: points group thousands, a comma begins decimals."""
    plain = re.sub(r"[%\s]", "", text)
    if not re.fullmatch(r"-?\d[\d.]*(,\d+)?", plain):
        return None
    return Decimal(plain.replace(".", "").replace(",", "."))


def nilai(text: str) -> Nilai | None:
    number = number_of(text)
    return Nilai("angka", text, number) if number is not None else Nilai("teks", text) if text else None


def tabel(
    rows: Sequence[Sequence[str]],
    roles: Sequence[str | None],
    *,
    name: str = "t1",
    nomor: str | None = "3.1",
    labels: Sequence[str] = (),
    spans: dict[tuple[int, int], int] | None = None,
    doubts: tuple[str, ...] = (),
    values: dict[tuple[int, int], Nilai] | None = None,
) -> Tabel:
    """A table with one header row; `rows` are its body, `spans` row spans by (row, column) of the whole grid."""
    header = [*labels] or [role or "" for role in roles]
    grid = [header, *rows]
    spans, values = spans or {}, values or {}
    covered = {(r + i, c) for (r, c), height in spans.items() for i in range(1, height)}
    cells = tuple(
        Cell(
            r, c, spans.get((r, c), 1), 1, text, r == 0, (Place(7, (0.0, 0.0, 1.0, 1.0)),),
            None if r == 0 else values.get((r, c)) or nilai(text),
        )
        for r, row in enumerate(grid)
        for c, text in enumerate(row)
        if (r, c) not in covered
    )  # fmt: skip
    columns = tuple(Column(label, role) for label, role in zip(header, roles, strict=True))
    return Tabel(name, nomor, "Contoh", None, "umum", (7,), len(grid), len(roles), 1, columns, cells, doubts=doubts)


def angka(t: Tabel, row: int, col: int) -> Angka | None:
    cell = next(cell for cell in t.cells if (cell.row, cell.col) == (row, col))
    if not cell.text.strip("- ") or cell.value is None:
        return None
    return Angka(cell.text, cell.value.number, (row, col))


def anggaran(t: Tabel, levels: Sequence[str | None] = ()) -> tuple[Anggaran, ...]:
    """Budget records of a table with the columns BUDGET; a row without money is none."""
    found = []
    for row in range(1, t.n_rows):
        texts = [next(c.text for c in t.cells if (c.row, c.col) == (row, col)) for col in (0, 1)]
        pagu, realisasi, persen = (angka(t, row, col) for col in (2, 3, 4))
        level = levels[row - 1] if levels else None
        kode = Kode(texts[0], texts[0], "prog-13", level) if texts[0] else None
        if pagu or realisasi:
            found.append(Anggaran(t.id, row, kode, texts[1], 2020, pagu, realisasi, persen, level=level))
    return tuple(found)


def indikator(t: Tabel) -> tuple[Indikator, ...]:
    """Indicator records of a table with the columns ACHIEVED."""
    return tuple(
        Indikator(
            t.id, row, None, next(c.text for c in t.cells if (c.row, c.col) == (row, 1)), "%", 2020, None,
            angka(t, row, 2), angka(t, row, 3), angka(t, row, 4),
        )
        for row in range(1, t.n_rows)
    )  # fmt: skip


def run(*tables: Tabel, levels: Sequence[str | None] = (), klaim: Sequence[Klaim] = ()) -> Audited:
    """The audit over tables whose columns say what records they hold."""
    budget = [row for t in tables if "pagu" in [c.role for c in t.columns] for row in anggaran(t, levels)]
    indicators = [row for t in tables if "capaian_pct" in [c.role for c in t.columns] for row in indikator(t)]
    return audit(tables, indicators, budget, klaim)


def codes(found: Audited) -> list[str]:
    return [item.code for item in found.temuan]


def only(found: Audited, code: str) -> Temuan:
    """The one finding with this code."""
    (item,) = [item for item in found.temuan if item.code == code]
    return item


def proof(found: Audited, row: int, col: int, table: int = 0) -> str:
    """The proof of a figure."""
    value = next(cell.value for cell in found.tabel[table].cells if (cell.row, cell.col) == (row, col))
    assert value is not None
    return value.proof
