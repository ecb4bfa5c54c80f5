"""A comparison of years: `Perbandingan` in, the bytes of its CSV files, `perbandingan.html` and `perbandingan.xlsx` out.

Page and workbook are made of the same series (`seri`): lines of target, realisasi and capaian with gaps where a year has no figure.
"""

from extractor.emit.perbandingan.berkas import comparison_files
from extractor.emit.perbandingan.buku import comparison_workbook
from extractor.emit.perbandingan.html import comparison_html

__all__ = ["comparison_files", "comparison_html", "comparison_workbook"]
