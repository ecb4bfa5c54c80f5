"""From grids to records: tables with meaning, indicator rows, budget rows. What no record took is given back as findings.

`build_tables` makes the report's tables, `read_records` reads their rows. Rules of a record: docs (LABELS, "typed rows").
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from extractor.model.body import Grid
from extractor.model.laporan import Anggaran, Angka, Identitas, Indikator, Tabel
from extractor.model.temuan import Temuan
from extractor.records import anggaran, indikator
from extractor.records.hitungan import read_hitungan
from extractor.records.klaim import read_klaim
from extractor.records.lembar import Lines, Plan, open_sheets
from extractor.records.ragu import Marked, mark_unsure
from extractor.records.sebagian import of_report, of_titled, report_findings
from extractor.records.skala import scale_findings
from extractor.records.tables import build_tables, with_readings
from extractor.records.temuan import find_unread, is_of_records, part_of_year
from extractor.records.ucapan import read_ucapan

__all__ = [
    "Marked",
    "Records",
    "build_tables",
    "find_plan",
    "mark_unsure",
    "of_report",
    "read_anggaran",
    "read_hitungan",
    "read_indikator",
    "read_klaim",
    "read_records",
    "read_ucapan",
    "with_readings",
]

PLAN_TEXT = re.compile(
    r"(?i)(renstra|rencana strategis|rpjmd?|rpd\b|jangka menengah|periode)[^.\n]{0,80}?(20[0-4]\d)\s*[-–—/]\s*(20[0-4]\d)(?!\d)"
)
PLAN_NAMES = ("renstra", "rencana strategis", "rpjm", "rpd")
"""Words that name a plan; only beside them three years are one (RPD 2024-2026, Inmendagri 52/2022)."""


class Records(msgspec.Struct, frozen=True):
    """Records of all tables in reading order; `temuan` have id ''."""

    indikator: tuple[Indikator, ...]
    anggaran: tuple[Anggaran, ...]
    temuan: tuple[Temuan, ...]


def find_plan(texts: Iterable[str], tahun: int | None = None) -> Plan | None:
    """The years of the Renstra or RPJMD that the texts of a report name most often (`Renstra … 2013-2018`); None without one.

    A plan that ended before `tahun`, the year of the report, is not the report's."""
    found = Counter(
        (int(first), int(last))
        for text in texts
        for word, first, last in PLAN_TEXT.findall(text)
        if (2 if word.lower().startswith(PLAN_NAMES) else 3) <= int(last) - int(first) <= 6
        and int(last) >= (tahun or 0)
    )
    return found.most_common(1)[0][0] if found else None


def read_indikator(
    tabel: Tabel, identitas: Identitas, plan: Plan | None = None, lines: Lines | None = None
) -> tuple[Indikator, ...]:
    """Indicator rows of one table. `lines`: printed lines of cells, where they are known (for stacked values)."""
    sheets = open_sheets(tabel, identitas, plan, lines)
    return tuple(record for sheet in sheets for record in of_titled(tabel, indikator.read_rows(sheet)[0]))


def read_anggaran(
    tabel: Tabel, identitas: Identitas, plan: Plan | None = None, lines: Lines | None = None
) -> tuple[Anggaran, ...]:
    """Budget rows of one table."""
    sheets = open_sheets(tabel, identitas, plan, lines)
    return tuple(record for sheet in sheets for record in anggaran.read_rows(sheet)[0])


def read_records(
    tables: Sequence[Tabel], identitas: Identitas, plan: Plan | None = None, grids: Sequence[Grid] = ()
) -> Records:
    """All typed rows of all tables, and what was left unread.

    `plan`: years of the Renstra or RPJMD (see `find_plan`). `grids`: the grids of the tables in the same order, for the
    printed lines of cells; may be empty.
    """
    plan = plan or find_plan((tabel.judul or "" for tabel in tables), identitas.tahun)
    found_indikator: list[Indikator] = []
    found_anggaran: list[Anggaran] = []
    temuan: list[Temuan] = []
    for index, tabel in enumerate(tables):
        lines = _lines(grids[index]) if index < len(grids) else None
        temuan.extend(scale_findings(tabel))
        before = len(found_indikator) + len(found_anggaran)
        for sheet in open_sheets(tabel, identitas, plan, lines):
            rows_indikator, taken_indikator = indikator.read_rows(sheet)
            rows_anggaran, taken_anggaran = anggaran.read_rows(sheet)
            found_indikator.extend(of_titled(tabel, rows_indikator))
            found_anggaran.extend(rows_anggaran)
            if rows_indikator or rows_anggaran or is_of_records(sheet):
                figures = _figures(rows_indikator, rows_anggaran)
                temuan.extend(find_unread(sheet, taken_indikator | taken_anggaran, figures))
        if len(found_indikator) + len(found_anggaran) > before:
            temuan.extend(part_of_year(tabel))
    temuan.extend(report_findings(identitas, len(found_indikator) + len(found_anggaran)))
    return Records(tuple(found_indikator), tuple(found_anggaran), tuple(temuan))


def _figures(measured: Iterable[Indikator], funded: Iterable[Anggaran]) -> list[Angka]:
    figures = [
        *(figure for r in measured for figure in (r.target, r.realisasi, r.capaian)),
        *(figure for r in funded for figure in (r.pagu, r.realisasi, r.persen, r.fisik)),
    ]
    return [figure for figure in figures if figure is not None]


def _lines(grid: Grid) -> Lines:
    return {(cell.row, cell.col): cell.lines for cell in grid.cells if len(cell.lines) > 1}
