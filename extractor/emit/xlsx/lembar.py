"""One sheet as it grows: cells written by what they are, widths kept, notes and links hung on; at the end header, filter and print.

Text goes in as text, never as a formula or a link of its own making.
"""

import math
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from extractor.emit.xlsx.angka import as_number, number_format
from extractor.emit.xlsx.gaya import FONT, Gaya
from extractor.emit.xlsx.ragu import Ragu

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_MIN_WIDTH, _MAX_WIDTH, _FIGURE_WIDTH = 5.0, 46.0, 20.0
_LINE_HEIGHT = 12.0
_SPACE = 0.46
_NARROW, _BROAD = frozenset(" fijlrtI.,:;'!|()[]/-"), frozenset("mwMW%@&—")
_BOLD, _MARGIN = 1.1, 2.0
_MAX_TEXT = 32_767
_NOTE_WIDTH, _NOTE_LINE, _NOTE_CHARS = 320, 17, 46


class Lembar:
    """`sheet` is XlsxWriter's worksheet. Rows and columns count from 0."""

    def __init__(self, sheet: "Worksheet", gaya: Gaya) -> None:
        self.sheet = sheet
        self.name: str = sheet.get_name()
        self._gaya = gaya
        self._widths: dict[int, float] = {}
        self._fixed: dict[int, float] = {}
        self._wrapped: dict[int, list[tuple[int, str]]] = {}

    def text(
        self, row: int, col: int, text: str | None, kind: str = "teks", ragu: Ragu | None = None, *, fits: bool = True
    ) -> None:
        """`fits`: the column is made wide enough for it, up to a limit. Longer texts than a cell can hold are cut."""
        look = self._gaya(kind, severity=ragu.severity if ragu else None)
        self._link(row, col, ragu)
        if text:
            self.sheet.write_string(row, col, text[:_MAX_TEXT], look)
        else:
            self.sheet.write_blank(row, col, None, look)
        if fits and text:
            self._fit(col, max(extent(line) for line in text.splitlines() or [""]))
            self._wrap(row, col, text)
        self._note(row, col, ragu)

    def figure(
        self,
        row: int,
        col: int,
        number: Decimal | None,
        raw: str = "",
        unit: str | None = None,
        ragu: Ragu | None = None,
    ) -> None:
        """A number where a spreadsheet keeps it, else the printed text."""
        value = as_number(number, raw)
        if number is None or value is None:
            self._instead(row, col, raw or ("" if number is None else format(number, "f")), ragu)
            return
        look = self._gaya("angka", number=number_format(number, unit), severity=ragu.severity if ragu else None)
        self._link(row, col, ragu)
        self.sheet.write_number(row, col, value, look)
        # A number that does not fit is shown as ####.
        self._fit(col, extent(format(number, ",f") + (unit or "")) + _MARGIN)
        self._note(row, col, ragu)

    def _instead(self, row: int, col: int, text: str, ragu: Ragu | None) -> None:
        """Text where a figure was expected; a sentence is broken and does not make the column of figures broad."""
        is_short = extent(text) <= _FIGURE_WIDTH
        self.text(row, col, text, "angka" if is_short else "teks", ragu, fits=is_short)
        if not is_short:
            self._fit(col, _FIGURE_WIDTH)
            self._wrap(row, col, text)

    def whole(self, row: int, col: int, value: int | None, kind: str = "tengah") -> None:
        """A page, a year, a count: no thousands separator."""
        look = self._gaya(kind, number="0")
        if value is None:
            self.sheet.write_blank(row, col, None, look)
        else:
            self.sheet.write_number(row, col, value, look)
            self._fit(col, extent(str(value)))

    def link(self, row: int, col: int, target: str, text: str, kind: str = "tautan") -> None:
        """A link inside the workbook, like `Temuan!A5`."""
        self.sheet.write_url(row, col, f"internal:{target}", self._gaya(kind), text)
        self._fit(col, extent(text))

    def look(self, kind: str) -> "Format":
        return self._gaya(kind)

    def place(self, row: int, col: int) -> str:
        """This cell as the target of a link."""
        from xlsxwriter.utility import quote_sheetname, xl_rowcol_to_cell

        return f"{quote_sheetname(self.name)}!{xl_rowcol_to_cell(row, col)}"

    def head(self, row: int, labels: list[str], kind: str = "kepala") -> None:
        for col, label in enumerate(labels):
            self.sheet.write_string(row, col, label, self._gaya(kind))
            self._wrap(row, col, label)
            self._fit(col, max(map(extent, label.split()), default=0) * _BOLD + 3)

    def fit_word(self, col: int, text: str) -> None:
        """Wide enough for the longest word."""
        self._fit(col, max(map(extent, text.split()), default=0) * _BOLD)

    def finish(self, head: int, last_row: int, last_col: int) -> None:
        """Freeze and filter below the header row `head`, set widths and print: landscape A4, one page wide, header repeated."""
        from xlsxwriter.utility import xl_range

        self.set_widths({col: self.width(col) for col in range(last_col + 1)})
        self.fit_rows()
        self.sheet.freeze_panes(head + 1, 0)
        if last_row > head:
            self.sheet.autofilter(head, 0, last_row, last_col)
            # Codes and figures that are text on purpose get no green corner.
            self.sheet.ignore_errors({"number_stored_as_text": xl_range(head, 0, last_row, last_col)})
        else:
            self._say_empty(head + 1)
        self.sheet.repeat_rows(0, head)
        self.page()

    def page(self, *, portrait: bool = False, scale: int | None = None) -> None:
        """A4; one page wide unless a `scale` in percent is given."""
        self.sheet.set_paper(9)
        if not portrait:
            self.sheet.set_landscape()
        if scale is None:
            self.sheet.fit_to_pages(1, 0)
        else:
            self.sheet.set_print_scale(scale)
        self.sheet.set_margins(0.4, 0.4, 0.5, 0.5)
        self.sheet.set_footer("&L&8&A&R&8&P / &N")

    def set_widths(self, widths: Mapping[int, float]) -> None:
        for col, width in widths.items():
            self._fixed[col] = width
            self.sheet.set_column(col, col, width)

    def width(self, col: int) -> float:
        return self._fixed.get(col) or min(max(self._widths.get(col, 0.0) + 1.5, _MIN_WIDTH), _MAX_WIDTH)

    def fit_rows(self) -> None:
        """Rows high enough for their wrapped texts; spreadsheet programs do not all do so by themselves."""
        for row, texts in self._wrapped.items():
            lines = max(self.lines(text, self.width(col)) for col, text in texts)
            if lines > 1:
                self.height(row, lines)

    def lines(self, text: str, width: float) -> int:
        """Lines that a text takes in columns `width` wide together."""
        return sum(_broken(line, width) for line in text.splitlines() or [""])

    def height(self, row: int, lines: int) -> None:
        self.sheet.set_row(row, min(400.0, _LINE_HEIGHT * lines + 3))

    def _say_empty(self, row: int) -> None:
        """In a box upon the sheet: in a cell, a program that reads the rows would take it for one."""
        look = {"width": 260, "height": 28, "line": {"none": True}, "font": {"name": FONT, "size": 10, "italic": True}}
        self.sheet.insert_textbox(row, 0, "Tidak ada data. / No data.", look)

    def _fit(self, col: int, length: float) -> None:
        self._widths[col] = max(self._widths.get(col, 0.0), float(length))

    def _wrap(self, row: int, col: int, text: str) -> None:
        if len(text) > _MIN_WIDTH:
            self._wrapped.setdefault(row, []).append((col, text))

    def _link(self, row: int, col: int, ragu: Ragu | None) -> None:
        """Written before the content, which then takes the place of the link's text."""
        if ragu and ragu.target:
            self.sheet.write_url(row, col, f"internal:{ragu.target}", None, "", "Buka temuan / open the finding")

    def _note(self, row: int, col: int, ragu: Ragu | None) -> None:
        if ragu and ragu.note:
            lines = sum(max(1, math.ceil(len(line) / _NOTE_CHARS)) for line in ragu.note.splitlines())
            size = {"width": _NOTE_WIDTH, "height": _NOTE_LINE * (lines + 1)}
            self.sheet.write_comment(row, col, ragu.note, {**size, "author": "lkip-extractor", "font_size": 9})


@lru_cache(maxsize=8192)
def extent(text: str) -> float:
    """Units of column width that a text takes in one line: letters in the font of `gaya` are narrow, broad, capital or like a digit."""
    return sum(
        _SPACE if letter in _NARROW else 1.5 if letter in _BROAD else 1.2 if letter.isupper() else 0.93
        for letter in text
    )


def _broken(line: str, width: float) -> int:
    """Lines of a text without line breaks, broken between words and, where a word is too long, within it."""
    lines, used = 1, 0.0
    for word in line.split():
        needed = extent(word)
        if used and used + _SPACE + needed > width:
            lines, used = lines + 1, 0.0
        lines += int(needed // width)
        used += (_SPACE if used else 0.0) + needed % width
    return lines
