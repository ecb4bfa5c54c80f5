"""What a paragraph prints. In: a `w:p` and its look. Out: `Inline`: text, weight, text boxes, notes referred to.

One walk in document order through wrappers (links, smart tags, content controls, inserted text); deleted and hidden
text is left out and counted; of alternative contents one is taken, so that a text box is never read twice.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import msgspec

from extractor.readers.docx.fields import Fields
from extractor.readers.docx.names import (
    ALTERNATE,
    BOX,
    CHOICE,
    DRAWING,
    FALLBACK,
    FLD_CHAR,
    FLD_SIMPLE,
    INS,
    INSTR_TEXT,
    MOVE_TO,
    OBJECT,
    OFF,
    PICT,
    R_PR,
    REMOVED,
    TEXTPATH,
    VAL,
    WRAPPERS,
    XML_SPACE,
    R,
    T,
    m,
    w,
)  # fmt: skip
from extractor.readers.docx.styles import RunLook, Styles, run_look
from extractor.readers.docx.text import PAGE_BREAK, symbol

if TYPE_CHECKING:
    from lxml.etree import _Element

_BREAK_TYPE, _R_STYLE, _ID = w("type"), w("rStyle"), w("id")
_CHAR_TYPE, _CUSTOM_MARK = w("fldCharType"), w("customMarkFollows")
_PICTURED = {
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "chart",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "diagram",
}
"""Drawings whose text stands in a part of its own, which is not read: noted."""


class NoteRef(msgspec.Struct, frozen=True):
    """A footnote or endnote mark. `counted` is false when the author typed a mark of his own."""

    kind: str
    id: str
    counted: bool


class Inline:
    """What was printed so far in a paragraph (several, where paragraph marks are deleted)."""

    __slots__ = ("_bold", "_chars", "_sizes", "boxes", "parts", "refs")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.boxes: list[_Element] = []
        self.refs: list[NoteRef] = []
        self._chars = 0
        self._bold = 0
        self._sizes: Counter[float] = Counter()

    def add(self, text: str, look: RunLook) -> None:
        self.parts.append(text)
        chars = len(text)
        self._chars += chars
        if look.bold:
            self._bold += chars
        if look.size is not None:
            self._sizes[look.size] += chars

    @property
    def text(self) -> str:
        return "".join(self.parts)

    @property
    def bold(self) -> bool:
        """Is more than half of it bold?"""
        return self._bold * 2 > self._chars

    @property
    def size(self) -> float:
        """The size that most characters have; 0 when nothing says it."""
        return max(self._sizes, key=lambda size: (self._sizes[size], size)) if self._sizes else 0.0


class InlineReader:
    """Reads paragraphs of one document, in order (fields and counts go on from one to the next)."""

    def __init__(self, styles: Styles, fields: Fields, notes: Counter[str], keep_spaces: bool) -> None:
        self._styles = styles
        self._fields = fields
        self._notes = notes
        self._keep_spaces = keep_spaces
        handlers: dict[str, Callable[[_Element, Inline, RunLook], None]] = dict.fromkeys(WRAPPERS, self.content)
        handlers |= dict.fromkeys(REMOVED, self._removed)
        handlers |= dict.fromkeys((INS, MOVE_TO), self._inserted)
        handlers |= dict.fromkeys((DRAWING, PICT, OBJECT), self._drawing)
        handlers |= dict.fromkeys((w("footnoteReference"), w("endnoteReference")), self._reference)
        handlers |= dict.fromkeys((w("ruby"), w("rubyBase"), m("oMathPara")), self.content)
        handlers |= {
            R: self._run,
            T: self._text,
            w("br"): self._break,
            w("sym"): self._symbol,
            ALTERNATE: self._alternate,
            FLD_SIMPLE: self._simple_field,
            FLD_CHAR: self._field_char,
            INSTR_TEXT: self._instruction,
            m("oMath"): self._formula,
        }
        self._handlers = handlers

    def content(self, parent: "_Element", out: Inline, look: RunLook) -> None:
        """Add what the children of `parent` print."""
        handlers = self._handlers
        for child in parent:
            handler = handlers.get(child.tag)
            if handler is not None:
                handler(child, out, look)
            elif child.tag in _FIXED:
                self._emit(_FIXED[child.tag], out, look)

    def end(self, out: Inline, look: RunLook) -> None:
        """The paragraph ends: unfinished fields end with it."""
        text = self._fields.end_paragraph()
        if text:
            out.add(text, look)

    def _emit(self, text: str, out: Inline, look: RunLook) -> None:
        if look.hidden:
            self._notes["hidden"] += bool(text.strip())
        elif self._fields.printing:
            self._fields.saw(text)
            out.add(text, look)

    def _run(self, run: "_Element", out: Inline, look: RunLook) -> None:
        properties = run.find(R_PR)
        if properties is not None:
            style = properties.find(_R_STYLE)
            if style is not None:
                look = self._styles.run(style.get(VAL) or "").over(look)
            look = run_look(properties).over(look)
        self.content(run, out, look)

    def _text(self, element: "_Element", out: Inline, look: RunLook) -> None:
        text = (element.text or "").replace("\n", " ").replace("\f", " ")
        if not self._keep_spaces and element.get(XML_SPACE) != "preserve":
            text = text.strip(" \t\r")
        self._emit(text, out, look)

    def _break(self, element: "_Element", out: Inline, look: RunLook) -> None:
        self._emit(PAGE_BREAK if element.get(_BREAK_TYPE) in ("page", "column") else "\n", out, look)

    def _symbol(self, element: "_Element", out: Inline, look: RunLook) -> None:
        self._emit(symbol(element.get(w("char")), element.get(w("font"))), out, look)

    def _formula(self, element: "_Element", out: Inline, look: RunLook) -> None:
        self._emit(_formula_text(element), out, look)

    def _removed(self, _element: "_Element", _out: Inline, _look: RunLook) -> None:
        self._notes["deleted"] += 1

    def _inserted(self, element: "_Element", out: Inline, look: RunLook) -> None:
        self._notes["inserted"] += 1
        self.content(element, out, look)

    def _reference(self, element: "_Element", out: Inline, look: RunLook) -> None:
        if look.hidden:
            return
        own_mark = (element.get(_CUSTOM_MARK) or "0").lower() not in OFF
        kind = "footnotes" if element.tag == w("footnoteReference") else "endnotes"
        out.refs.append(NoteRef(kind, element.get(_ID) or "", not own_mark))

    def _drawing(self, element: "_Element", out: Inline, look: RunLook) -> None:
        if not look.hidden:
            out.boxes.extend(boxes_in(element, self._notes))

    def _alternate(self, element: "_Element", out: Inline, look: RunLook) -> None:
        branch = chosen(element)
        if branch is not None:
            self.content(branch, out, look)

    def _simple_field(self, element: "_Element", out: Inline, look: RunLook) -> None:
        self._fields.begin(element.get(w("instr")) or "")
        self._fields.separate()
        self.content(element, out, look)
        self._emit(self._fields.end(), out, look)

    def _field_char(self, element: "_Element", out: Inline, look: RunLook) -> None:
        kind = element.get(_CHAR_TYPE)
        if kind == "begin":
            self._fields.begin()
        elif kind == "separate":
            self._fields.separate()
        elif kind == "end":
            text = self._fields.end()
            if text:
                self._emit(text, out, look)

    def _instruction(self, element: "_Element", _out: Inline, _look: RunLook) -> None:
        self._fields.instruct(element.text or "")


_FIXED = {
    w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "-",
}  # fmt: skip


def chosen(alternate: "_Element") -> "_Element | None":
    """The branch of an `mc:AlternateContent` to read: the first choice, unless only the fallback holds a text box."""
    choice, fallback = alternate.find(CHOICE), alternate.find(FALLBACK)
    if choice is None or fallback is None:
        return fallback if choice is None else choice
    if next(choice.iter(BOX), None) is None and next(fallback.iter(BOX), None) is not None:
        return fallback
    return choice


def boxes_in(drawing: "_Element", notes: Counter[str]) -> Iterator["_Element"]:
    """Text boxes (`w:txbxContent`, or `v:textpath` for WordArt) of a drawing in document order, the outermost only."""
    waiting = [drawing]
    while waiting:
        element = waiting.pop()
        if element.tag in (BOX, TEXTPATH):
            yield element
            continue
        pictured = _PICTURED.get(element.get("uri") or "")
        if pictured is not None:
            notes[pictured] += 1
        branch = chosen(element) if element.tag == ALTERNATE else element
        if branch is not None:
            waiting.extend(reversed(branch))


def _formula_text(element: "_Element") -> str:
    """A formula on one line: a fraction is `a / b`, everything else its characters in order."""
    if element.tag == m("t"):
        return element.text or ""
    if element.tag == m("f"):
        top, bottom = element.find(m("num")), element.find(m("den"))
        return " / ".join(_formula_text(part) for part in (top, bottom) if part is not None)
    return "".join(_formula_text(child) for child in element if isinstance(child.tag, str))
