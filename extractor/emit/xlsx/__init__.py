"""A finished report as a workbook for people: `Laporan` in, the bytes of `laporan.xlsx` out.

Sheets: Ringkasan, Indikator, Anggaran, Temuan, one per table. Figures are numbers, text is never a formula, doubtful cells are coloured
by severity with a note (page, reason, proposal) and a link to their finding. The same report gives the same bytes.
"""

from extractor.emit.xlsx.buku import report_workbook

__all__ = ["report_workbook"]
