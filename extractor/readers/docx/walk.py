"""The one walk over a Word document. In: its parts. Out: lines and grids in document order, and what was left out.

A paragraph becomes a line (its computed number in front), a table a grid. A table of one cell is a frame: its content
stands in the text. A table in a cell is a grid of its own after the outer one. Text boxes come before the paragraph they
hang on, footnotes after it, endnotes at the end.
"""

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from extractor.model.body import Grid, GridCell, Item, Line
from extractor.model.place import Place
from extractor.readers.docx.fields import Fields
from extractor.readers.docx.inline import Inline, InlineReader, NoteRef
from extractor.readers.docx.limits import DocxLimits
from extractor.readers.docx.names import DEL, P_PR, R_PR, TBL, TEXTPATH, VAL, XML_SPACE, P, w
from extractor.readers.docx.notes import Notes
from extractor.readers.docx.numbering import Number, Numbering
from extractor.readers.docx.package import Package
from extractor.readers.docx.styles import ParagraphLook, Styles, paragraph_look, run_look
from extractor.readers.docx.tables import Layout, Slot, children, read_layout
from extractor.readers.docx.text import PAGE_BREAK, clean, lines_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_ALT_CHUNK = w("altChunk")
_BLOCKS = frozenset({P, TBL, _ALT_CHUNK})
_P_STYLE = w("pStyle")


class _Where(msgspec.Struct, frozen=True):
    """The container that is read: `path` of it, whether it is a box, how deep tables and boxes nest around it."""

    path: str
    boxed: bool = False
    depth: int = 0

    def inside(self, path: str, boxed: bool = False) -> "_Where":
        """A table or box in this container."""
        return _Where(path, self.boxed or boxed, self.depth + 1)

    def at(self, path: str, boxed: bool = False) -> "_Where":
        """A paragraph or cell of this container."""
        return _Where(path, self.boxed or boxed, self.depth)


class _Paragraph(msgspec.Struct, frozen=True):
    """A paragraph as read. `text` still has its breaks and does not begin with the number."""

    inline: Inline
    number: Number | None
    look: ParagraphLook
    level: int | None

    @property
    def numbered(self) -> str:
        """The text with its number in front, breaks kept.

        Word can be told to print nothing between number and text; a space keeps two figures from becoming one.
        """
        text = self.inline.text
        if self.number is None or not self.number.text:
            return text
        first = text.lstrip()
        breaks = text[: len(text) - len(first)]
        body = first if PAGE_BREAK in breaks else text
        glued = not self.number.suffix and self.number.text[-1:].isalnum() and body[:1].isalnum()
        return f"{self.number.text}{' ' if glued else self.number.suffix}{body}"

    @property
    def indent(self) -> float:
        """Points from the left edge of the text area to the first line."""
        if self.number is not None and self.number.indent is not None:
            return self.number.indent
        return self.look.indent


class _CellText:
    """What a cell holds, gathered paragraph by paragraph."""

    __slots__ = ("bold", "indent", "lines", "plain", "refs")

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.refs: list[NoteRef] = []
        self.bold = 0
        self.plain = 0
        self.indent: float | None = None

    def add(self, paragraph: _Paragraph) -> None:
        lines = lines_of(paragraph.numbered)
        self.refs += paragraph.inline.refs
        if not lines:
            return
        self.lines += lines
        size = sum(map(len, lines))
        if paragraph.inline.bold:
            self.bold += size
        else:
            self.plain += size
        if self.indent is None:
            self.indent = paragraph.indent


class Walker:
    """Reads one document; `notes` counts what was left out, accepted or doubtful, by code."""

    def __init__(self, package: Package, limits: DocxLimits) -> None:
        self._root = package.document()
        self._limits = limits
        self._styles = Styles(package.related("styles"))
        self._numbering = Numbering(package.related("numbering"), self._styles)
        self._footnotes = Notes(package)
        self._fields = Fields()
        self.notes: Counter[str] = Counter()
        keep_spaces = self._root.get(XML_SPACE) == "preserve"
        self._inline = InlineReader(self._styles, self._fields, self.notes, keep_spaces)
        self._at_end: list[NoteRef] = []
        self._in_note = False

    def items(self) -> list[Item]:
        """All lines and grids."""
        body = self._root.find(w("body"))
        items: list[Item] = []
        if body is not None:
            self._story(body, _Where("body"), items)
            for ref in self._at_end:
                self._note(ref, items)
        return items

    def _story(self, parent: "_Element", where: _Where, items: list[Item]) -> None:
        """Append what the blocks under `parent` print."""
        inline = Inline()
        paragraphs = tables = 0
        for block in children(parent, _BLOCKS, self.notes):
            if block.tag == TBL:
                tables += 1
                self._table(block, where.inside(f"{where.path}/table[{tables}]"), items)
            elif block.tag == P:
                paragraphs += 1
                paragraph = self._paragraph(block, inline)
                if paragraph is not None:
                    self._lines(paragraph, where.at(f"{where.path}/paragraph[{paragraphs}]"), items)
                    inline = Inline()
            else:
                self.notes["alt_chunk"] += 1

    def _paragraph(self, element: "_Element", inline: Inline) -> _Paragraph | None:
        """Read a paragraph into `inline`; None when its mark is deleted and it goes on in the next one."""
        properties = element.find(P_PR)
        own = paragraph_look(properties)
        style = None if properties is None else properties.find(_P_STYLE)
        look = own.over(self._styles.paragraph(None if style is None else style.get(VAL)))
        self._inline.content(element, inline, look.run)
        self._inline.end(inline, look.run)
        mark = None if properties is None else properties.find(R_PR)
        if mark is not None and mark.find(DEL) is not None:
            self.notes["deleted"] += 1
            return None
        printed = any(part.strip() for part in inline.parts)
        hidden = not printed and bool(run_look(mark).over(look.run).hidden)
        number = None if hidden else self._number(own, look)
        level = (look.level or None) if printed or number is not None else None
        if level is not None:
            self._fields.heading(level)
        if own.left is not None and number is not None:
            number = msgspec.structs.replace(number, indent=None)
        return _Paragraph(inline, number, look, level)

    def _number(self, own: ParagraphLook, look: ParagraphLook) -> Number | None:
        if look.num_id is None or look.num_id == "0":
            return None
        ilvl = own.ilvl
        if ilvl is None and own.num_id is None:
            ilvl = self._numbering.linked_level(look.num_id, look.num_styles)
        if ilvl is None:
            ilvl = 0 if own.num_id is not None else look.ilvl or 0
        return self._numbering.next(look.num_id, ilvl)

    def _lines(self, paragraph: _Paragraph, where: _Where, items: list[Item]) -> None:
        inline = paragraph.inline
        self._boxes(inline, where, items)
        place = Place(page=None, path=where.path)
        number = paragraph.number.text if paragraph.number is not None else ""
        for part in paragraph.numbered.split(PAGE_BREAK):
            text = clean(part)
            if not text:
                continue
            items.append(
                Line(
                    text=text,
                    place=place,
                    size=inline.size or paragraph.look.run.size or 0.0,
                    bold=inline.bold,
                    level=paragraph.level,
                    number=clean(number) or None,
                    boxed=where.boxed,
                    centred=bool(paragraph.look.centred),
                )
            )
            number = ""
        self._refer(inline.refs, items)

    def _boxes(self, inline: Inline, where: _Where, items: list[Item]) -> None:
        for index, box in enumerate(inline.boxes, start=1):
            path = f"{where.path}/textbox[{index}]"
            if box.tag == TEXTPATH:
                text = clean(box.get("string") or "")
                if text:
                    items.append(Line(text=text, place=Place(page=None, path=path), boxed=True))
            elif where.depth >= self._limits.max_table_depth:
                self._flat(box, where.inside(path, boxed=True), items)
            else:
                self._story(box, where.inside(path, boxed=True), items)

    def _flat(self, element: "_Element", where: _Where, items: list[Item]) -> None:
        """Too deep: its paragraphs as lines, without tables or boxes."""
        self.notes["nested_too_deep"] += 1
        for index, block in enumerate(element.iter(P), start=1):
            inline = Inline()
            paragraph = self._paragraph(block, inline)
            if paragraph is None:
                continue
            inline.boxes.clear()
            self._lines(paragraph, where.at(f"{where.path}/paragraph[{index}]"), items)

    def _table(self, table: "_Element", where: _Where, items: list[Item]) -> None:
        if where.depth > self._limits.max_table_depth:
            self._flat(table, where, items)
            return
        layout = read_layout(table, self._limits, self.notes)
        if len(layout.slots) == 1:
            slot = layout.slots[0]
            self._story(slot.element, where.at(f"{where.path}/{slot.path}", boxed=True), items)
            return
        after: list[Item] = []
        refs: list[NoteRef] = []
        cells = [self._cell(slot, where, after, refs) for slot in layout.slots]
        if any(cell.text for cell in cells) or (cells and not after):
            items.append(_grid(layout, cells, where.path))
        items += after
        self._refer(refs, items)

    def _cell(self, slot: Slot, where: _Where, after: list[Item], refs: list[NoteRef]) -> GridCell:
        path = f"{where.path}/{slot.path}"
        text = _CellText()
        self._cell_blocks(slot.element, where.at(path), text, after)
        refs += text.refs
        return GridCell(
            row=slot.row,
            col=slot.col,
            row_span=slot.row_span,
            col_span=slot.col_span,
            text=" ".join(text.lines),
            places=(Place(page=None, path=path),),
            lines=tuple(text.lines),
            bold=text.bold > text.plain,
            shaded=slot.shaded,
            indent=text.indent or 0.0,
        )

    def _cell_blocks(self, parent: "_Element", where: _Where, text: _CellText, after: list[Item]) -> None:
        """Gather the paragraphs under `parent` into `text`; tables of several cells go to `after` as grids."""
        inline = Inline()
        tables = 0
        for block in children(parent, _BLOCKS, self.notes):
            if block.tag == TBL:
                tables += 1
                self._cell_table(block, where.inside(f"{where.path}/table[{tables}]"), text, after)
            elif block.tag == P:
                paragraph = self._paragraph(block, inline)
                if paragraph is not None:
                    self._cell_paragraph(paragraph, where, text, after)
                    inline = Inline()
            else:
                self.notes["alt_chunk"] += 1

    def _cell_paragraph(self, paragraph: _Paragraph, where: _Where, text: _CellText, after: list[Item]) -> None:
        text.add(paragraph)
        for index, box in enumerate(paragraph.inline.boxes, start=1):
            if box.tag == TEXTPATH:
                text.lines += lines_of(box.get("string") or "")
            elif where.depth >= self._limits.max_table_depth:
                self._flat(box, where, after)
            else:
                self._cell_blocks(box, where.inside(f"{where.path}/textbox[{index}]"), text, after)

    def _cell_table(self, table: "_Element", where: _Where, text: _CellText, after: list[Item]) -> None:
        """A table in a cell: a frame of one cell is part of the cell, any other becomes a grid of its own."""
        if where.depth <= self._limits.max_table_depth:
            layout = read_layout(table, self._limits, self.notes)
            if len(layout.slots) == 1:
                slot = layout.slots[0]
                self._cell_blocks(slot.element, where.at(f"{where.path}/{slot.path}"), text, after)
                return
            self.notes["nested_table"] += 1
        self._table(table, where, after)

    def _refer(self, refs: list[NoteRef], items: list[Item]) -> None:
        """Append the footnotes; endnotes, and the notes of notes (which Word does not make), wait for the end."""
        for ref in refs:
            if ref.kind == "endnotes" or self._in_note:
                self._at_end.append(ref)
            else:
                self._note(ref, items)

    def _note(self, ref: NoteRef, items: list[Item]) -> None:
        """Append the lines of a footnote or endnote, its number in front of the first."""
        found = self._footnotes.find(ref)
        if found is None:
            self.notes["dangling_note"] += 1
            return
        element, path, number = found
        lines: list[Item] = []
        self._in_note = True
        self._story(element, _Where(path, depth=1), lines)
        self._in_note = False
        for item in lines:
            if isinstance(item, Line):
                if number is not None:
                    item = msgspec.structs.replace(item, number=number, text=f"{number} {item.text}")
                    number = None
                item = msgspec.structs.replace(item, role="note")
            items.append(item)


def _grid(layout: Layout, cells: list[GridCell], path: str) -> Grid:
    return Grid(
        n_rows=layout.n_rows,
        n_cols=layout.n_cols,
        cells=tuple(cells),
        places=(Place(page=None, path=path),),
        header_rows=layout.header_rows,
    )
