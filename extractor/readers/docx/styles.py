"""What paragraphs and runs inherit. In: `styles.xml`. Out: `Styles`, which answers for a style id what holds in the end.

Inheritance: document defaults, then the chain of `basedOn`, then what is said in the paragraph or run itself. Loops in
`basedOn` (seen in fuzzed files) end at the first repeated style.
"""

import re
from typing import TYPE_CHECKING

import msgspec

from extractor.readers.docx.names import ILVL, NUM_ID, NUM_PR, OFF, P_PR, R_PR, VAL, w

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING = re.compile(r"(?:heading|judul|kop|tajuk)\s*([1-9])", re.IGNORECASE)
"""Built-in names: `heading 1` in every language of Word; `Judul 1` and `Tajuk 1` after conversions."""


class RunLook(msgspec.Struct, frozen=True):
    """None: not said here. `size` in points."""

    bold: bool | None = None
    size: float | None = None
    hidden: bool | None = None

    def over(self, base: "RunLook") -> "RunLook":
        """This look, completed from `base`."""
        return RunLook(
            base.bold if self.bold is None else self.bold,
            base.size if self.size is None else self.size,
            base.hidden if self.hidden is None else self.hidden,
        )


class ParagraphLook(msgspec.Struct, frozen=True):
    """None: not said here. `level` is 1-based (0: body text); `indent` is of the first line, in points.

    `num_id` "0" switches numbering off. `num_styles`: the paragraph's style and what it is based on, up to the first
    that says something about numbering; a list's level may be linked to one of them.
    """

    num_id: str | None = None
    ilvl: int | None = None
    num_styles: tuple[str, ...] = ()
    level: int | None = None
    centred: bool | None = None
    left: float | None = None
    first: float | None = None
    run: RunLook = RunLook()

    def over(self, base: "ParagraphLook") -> "ParagraphLook":
        """This look, completed from `base`."""
        return ParagraphLook(
            base.num_id if self.num_id is None else self.num_id,
            base.ilvl if self.ilvl is None else self.ilvl,
            self.num_styles + (base.num_styles if self.num_id is None and self.ilvl is None else ()),
            base.level if self.level is None else self.level,
            base.centred if self.centred is None else self.centred,
            base.left if self.left is None else self.left,
            base.first if self.first is None else self.first,
            self.run.over(base.run),
        )

    @property
    def indent(self) -> float:
        return max(0.0, (self.left or 0.0) + (self.first or 0.0))


MAX_CHAIN = 100
"""Styles based on styles based on …: Word itself allows far fewer."""

_B, _SZ, _VANISH = w("b"), w("sz"), w("vanish")
_JC, _IND, _OUTLINE = w("jc"), w("ind"), w("outlineLvl")
_LEFTS = (w("left"), w("start"))
_FIRST, _HANGING = w("firstLine"), w("hanging")

_NO_RUN = RunLook()
_NO_PARAGRAPH = ParagraphLook()


def number(text: str | None, default: int) -> int:
    """A decimal attribute as a bounded integer; `default` for anything else (fuzzed files hold words and huge values)."""
    if text is None:
        return default
    text = text.strip()
    digits = text[1:] if text[:1] in ("-", "+") else text
    if not (digits.isascii() and digits.isdecimal()) or len(digits) > 9:
        return default
    return int(text)


def is_on(element: "_Element") -> bool:
    """A toggle such as `w:b`: present means on, unless its value says off."""
    return (element.get(VAL) or "1").lower() not in OFF


def run_look(properties: "_Element | None") -> RunLook:
    """What a `w:rPr` says itself."""
    if properties is None:
        return _NO_RUN
    bold = size = hidden = None
    for child in properties:
        tag = child.tag
        if tag == _B:
            bold = is_on(child)
        elif tag == _SZ:
            size = number(child.get(VAL), 0) / 2 or None
        elif tag == _VANISH:
            hidden = is_on(child)
    if bold is None and size is None and hidden is None:
        return _NO_RUN
    return RunLook(bold, size, hidden)


def paragraph_look(properties: "_Element | None") -> ParagraphLook:
    """What a `w:pPr` says itself (its `w:rPr` is about the paragraph mark and is not taken)."""
    if properties is None:
        return _NO_PARAGRAPH
    num_id = ilvl = level = centred = left = first = None
    for child in properties:
        tag = child.tag
        if tag == NUM_PR:
            num_id, ilvl = _num_pr(child)
        elif tag == _JC:
            centred = child.get(VAL) == "center"
        elif tag == _IND:
            left, first = _indent(child)
        elif tag == _OUTLINE:
            stated = number(child.get(VAL), 9)
            level = stated + 1 if 0 <= stated < 9 else 0
    return ParagraphLook(num_id, ilvl, (), level, centred, left, first)


def _num_pr(element: "_Element") -> tuple[str | None, int | None]:
    num_id = element.find(NUM_ID)
    ilvl = element.find(ILVL)
    level = None if ilvl is None else min(max(number(ilvl.get(VAL), 0), 0), 8)
    return (None if num_id is None else num_id.get(VAL)), level


def _indent(element: "_Element") -> tuple[float | None, float | None]:
    lefts = [element.get(name) for name in _LEFTS if element.get(name) is not None]
    left = number(lefts[0], 0) / 20 if lefts else None
    hanging, first = element.get(_HANGING), element.get(_FIRST)
    if hanging is not None:
        return left, -number(hanging, 0) / 20
    return left, None if first is None else number(first, 0) / 20


class Styles:
    """Styles by id. Every answer is computed once."""

    def __init__(self, root: "_Element | None") -> None:
        self._elements: dict[str, _Element] = {}
        self._paragraphs: dict[str | None, ParagraphLook] = {}
        self._runs: dict[str, RunLook] = {}
        self.default_paragraph: str | None = None
        self._defaults = ParagraphLook()
        if root is not None:
            self._read(root)

    def _read(self, root: "_Element") -> None:
        for element in root.iterchildren(w("style")):
            style_id = element.get(w("styleId"))
            if style_id is None:
                continue
            self._elements[style_id] = element
            default = (element.get(w("default")) or "0").lower() not in OFF
            if default and element.get(w("type")) == "paragraph":
                self.default_paragraph = style_id
        run = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{R_PR}")
        paragraph = root.find(f"{w('docDefaults')}/{w('pPrDefault')}/{P_PR}")
        self._defaults = ParagraphLook(run=run_look(run)).over(paragraph_look(paragraph))

    def paragraph(self, style_id: str | None) -> ParagraphLook:
        """What a paragraph of this style has; the default style for None or an unknown id."""
        if style_id not in self._elements:
            style_id = self.default_paragraph
        known = self._paragraphs.get(style_id)
        if known is None:
            known = self._inherited(style_id)
            self._paragraphs[style_id] = known
        return known

    def run(self, style_id: str) -> RunLook:
        """What a run of this character style has beyond its paragraph's look."""
        known = self._runs.get(style_id)
        if known is None:
            known = RunLook()
            for element in self._chain(style_id):
                known = known.over(run_look(element.find(R_PR)))
            self._runs[style_id] = known
        return known

    def numbering_of(self, style_id: str) -> str | None:
        """The `numId` that a numbering style says."""
        for element in self._chain(style_id):
            num_id = paragraph_look(element.find(P_PR)).num_id
            if num_id is not None:
                return num_id
        return None

    def _inherited(self, style_id: str | None) -> ParagraphLook:
        look = ParagraphLook()
        for element in self._chain(style_id):
            own = msgspec.structs.replace(
                paragraph_look(element.find(P_PR)),
                num_styles=(element.get(w("styleId")) or "",),
                run=run_look(element.find(R_PR)),
            )
            if own.level is None:
                own = msgspec.structs.replace(own, level=_heading_level(element))
            look = look.over(own)
        return look.over(self._defaults)

    def _chain(self, style_id: str | None) -> list["_Element"]:
        chain: list[_Element] = []
        seen: set[str] = set()
        while style_id in self._elements and style_id not in seen and len(chain) < MAX_CHAIN:
            seen.add(style_id)
            element = self._elements[style_id]
            chain.append(element)
            base = element.find(w("basedOn"))
            style_id = None if base is None else base.get(VAL)
        return chain


def _heading_level(style: "_Element") -> int | None:
    name = style.find(w("name"))
    match = _HEADING.fullmatch((name.get(VAL) or "").strip()) if name is not None else None
    return int(match.group(1)) if match else None
