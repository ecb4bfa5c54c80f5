"""Looks of cells. What a cell is in, an XlsxWriter format out; formats are made once per workbook."""

from typing import TYPE_CHECKING, Any

from extractor.model.temuan import Severity

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

FILLS: dict[Severity, str] = {"E": "#F4B183", "W": "#FFE699", "I": "#DDEBF7"}
"""Dark to light, so that a black and white print keeps the order."""
MEANINGS: dict[Severity, str] = {
    "E": "E: pertentangan yang terbukti / provable contradiction",
    "W": "W: kecurigaan kuat / strong suspicion",
    "I": "I: informasi / information",
}
FONT = "Arial"
"""Here or with its twin of the same widths (Liberation Sans) on every system, so that widths and line breaks can be foreseen."""
_BASE: dict[str, Any] = {"font_name": FONT, "font_size": 9, "valign": "top"}
_BORDER: dict[str, Any] = {"border": 1, "border_color": "#BFBFBF"}
_KINDS: dict[str, dict[str, Any]] = {
    "teks": {**_BORDER, "text_wrap": True},
    "lebar": {**_BORDER},
    "ulang": {**_BORDER, "text_wrap": True, "font_color": "#8C8C8C"},
    "tengah": {**_BORDER, "align": "center"},
    "angka": {**_BORDER, "align": "right", "indent": 1},
    "kepala": {
        **_BORDER,
        "bold": True,
        "text_wrap": True,
        "align": "center",
        "valign": "vcenter",
        "bg_color": "#1F4E79",
        "font_color": "#FFFFFF",
    },
    "kepala_tabel": {
        **_BORDER,
        "bold": True,
        "text_wrap": True,
        "align": "center",
        "valign": "vcenter",
        "bg_color": "#D9E2EC",
    },
    "judul": {"bold": True, "font_size": 14},
    "judul_tabel": {"bold": True, "font_size": 10, "text_wrap": True},
    "sub": {"bold": True, "font_size": 10, "bottom": 1, "bottom_color": "#1F4E79"},
    "label": {"font_color": "#595959", "text_wrap": True},
    "isi": {"text_wrap": True},
    "tautan": {**_BORDER, "font_color": "#0563C1", "underline": 1},
    "kembali": {"font_color": "#0563C1", "underline": 1},
}


class Gaya:
    """The formats of one workbook."""

    def __init__(self, workbook: "Workbook") -> None:
        self._workbook = workbook
        self._made: dict[tuple[str, str | None, Severity | None, bool], Format] = {}

    def __call__(
        self, kind: str, *, number: str | None = None, severity: Severity | None = None, bold: bool = False
    ) -> "Format":
        """`kind` is a name in this module; `number` a number format; `severity` colours the cell."""
        key = (kind, number, severity, bold)
        if key not in self._made:
            look = {**_BASE, **_KINDS[kind]}
            if number is not None:
                look["num_format"] = number
            if severity is not None:
                look |= {"bg_color": FILLS[severity], "bold": severity == "E"}
            if bold:
                look["bold"] = True
            self._made[key] = self._workbook.add_format(look)
        return self._made[key]
