"""A table of the report as a Word table.

In: the printed grid and its description. Out: the XML of `w:tbl`; merged cells by gridSpan and vMerge, header rows that repeat,
changes and footnotes as tracked changes and references.
"""

from collections.abc import Callable

from samples.kisi import Kisi, Sel
from samples.model import Tabel
from samples.word.xml import paragraf, sifat

_RATA = {"l": "left", "c": "center", "r": "right"}
Isi = Callable[[str, str], str]
"""Turns a marked text and its run properties into runs."""


def tabel_xml(tabel: Tabel, kisi: Kisi, isi: Isi, lebar: int) -> str:
    """`lebar`: width of the table in twentieths of a point."""
    unit = lebar / sum(tabel.lebar)
    widths = [round(share * unit) for share in tabel.lebar]
    owner: dict[tuple[int, int], Sel] = {}
    for sel in kisi.sel:
        for row in range(sel.row, sel.row + sel.row_span):
            owner[row, sel.col] = sel
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    props = (
        '<w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>'
    )
    rows = "".join(_baris(tabel, kisi, owner, row, widths, isi) for row in range(kisi.n_rows))
    return f"<w:tbl>{props}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _baris(tabel: Tabel, kisi: Kisi, owner: dict[tuple[int, int], Sel], row: int, widths: list[int], isi: Isi) -> str:
    repeats = tabel.ulang and row < tabel.kepala + int(tabel.penomoran)
    rules = ("" if tabel.potong else "<w:cantSplit/>") + ("<w:tblHeader/>" if repeats else "")
    cells = "".join(_sel(tabel, owner[row, col], row, widths, isi) for col in range(kisi.n_cols) if (row, col) in owner)
    return f"<w:tr><w:trPr>{rules}</w:trPr>{cells}</w:tr>"


def _sel(tabel: Tabel, sel: Sel, row: int, widths: list[int], isi: Isi) -> str:
    header = sel.row < tabel.kepala
    width = sum(widths[sel.col : sel.col + sel.col_span])
    props = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    if sel.col_span > 1:
        props += f'<w:gridSpan w:val="{sel.col_span}"/>'
    if sel.row_span > 1:
        props += '<w:vMerge w:val="restart"/>' if row == sel.row else "<w:vMerge/>"
    if header:
        props += '<w:shd w:val="clear" w:color="auto" w:fill="D9E2F3"/><w:vAlign w:val="center"/>'
    number_row = tabel.penomoran and sel.row == tabel.kepala
    side = "center" if header or number_row or sel.col_span > 1 else _RATA[tabel.rata[sel.col]]
    text = isi(sel.mentah, sifat(header or sel.tebal, 8.5)) if row == sel.row else ""
    para = paragraf(text, f'<w:spacing w:before="20" w:after="20"/><w:jc w:val="{side}"/>')
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{para}</w:tc>"
