"""A comparison of years for people: `Perbandingan` in, `perbandingan.html` and `perbandingan.xlsx` as bytes out.

Both are made of the same series (`seri`): lines of target, realisasi and capaian with gaps where a year has no figure.
"""

from extractor.emit.perbandingan.buku import comparison_workbook
from extractor.emit.perbandingan.html import comparison_html

__all__ = ["comparison_html", "comparison_workbook"]
