"""The numbers that Word computes. In: `numbering.xml`, and the numbered paragraphs in document order. Out: their numbers.

Rules (ECMA-376 part 1, 17.9, and what Word and LibreOffice print): all lists of one abstract definition share their
counters; `startOverride` restarts them when its list is first used; a paragraph at level i first gives every missing
level above it its start, then counts, then forgets the deeper levels (unless their `lvlRestart` says otherwise).
"""

from typing import TYPE_CHECKING

import msgspec

from extractor.readers.docx.names import P_PR, R_PR, VAL, w
from extractor.readers.docx.numformat import bullet, formatted
from extractor.readers.docx.styles import Styles, is_on, number, paragraph_look, run_look

if TYPE_CHECKING:
    from lxml.etree import _Element

LEVELS = 9
LONGEST_PATTERN = 255
"""Characters of a number's pattern; a longer one would be printed before every paragraph of its list."""


class Level(msgspec.Struct, frozen=True):
    """One level of a list. `restart`: level (1-based) after which it counts anew, 0 never; None: any level above."""

    start: int = 1
    kind: str = "decimal"
    pattern: str = ""
    restart: int | None = None
    legal: bool = False
    suffix: str = " "
    style: str | None = None
    hidden: bool = False
    indent: float | None = None
    custom: str = ""


class _List(msgspec.Struct, frozen=True):
    abstract: str
    levels: tuple[Level, ...]
    overrides: tuple[int | None, ...]


class Number(msgspec.Struct, frozen=True):
    """What is printed before a paragraph: `text`, then `suffix` (a space, or nothing); `indent` in points if stated."""

    text: str
    suffix: str
    indent: float | None


class Numbering:
    """Counts through one document; ask once for every numbered paragraph, in document order."""

    def __init__(self, root: "_Element | None", styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[str, _Element] = {}
        self._nums: dict[str, _Element] = {}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._used: set[str] = set()
        if root is not None:
            for element in root.iterchildren(w("abstractNum")):
                self._abstracts[element.get(w("abstractNumId")) or ""] = element
            for element in root.iterchildren(w("num")):
                self._nums[element.get(w("numId")) or ""] = element

    def next(self, num_id: str, ilvl: int) -> Number | None:
        """The number of the next paragraph of list `num_id` at level `ilvl` (0-based); None when there is no such list."""
        found = self._list(num_id)
        if found is None:
            return None
        self._count(num_id, found, ilvl)
        level = found.levels[ilvl]
        return None if level.hidden else Number(self._text(found, ilvl), level.suffix, level.indent)

    def linked_level(self, num_id: str, styles: tuple[str, ...]) -> int | None:
        """The 0-based level of list `num_id` that is linked to the first of `styles` that has one."""
        found = self._list(num_id)
        levels = () if found is None else found.levels
        return next((i for style in styles for i, level in enumerate(levels) if level.style == style), None)

    def _count(self, num_id: str, found: _List, index: int) -> None:
        counts = self._counts.setdefault(found.abstract, [None] * LEVELS)
        if num_id not in self._used:
            self._used.add(num_id)
            for i, override in enumerate(found.overrides):
                if override is not None:
                    counts[i] = None
        for i in range(index):
            if counts[i] is None:
                counts[i] = _start(found, i)
        current = counts[index]
        counts[index] = _start(found, index) if current is None else current + 1
        for i in range(index + 1, LEVELS):
            restart = found.levels[i].restart
            if restart is None or (restart > 0 and index < restart):
                counts[i] = None

    def _text(self, found: _List, index: int) -> str:
        level, counts = found.levels[index], self._counts[found.abstract]
        if level.kind == "bullet":
            return bullet(level.pattern)
        if level.kind == "none" and "%" not in level.pattern:
            return level.pattern.strip()
        text = level.pattern
        for i in range(LEVELS):
            mark = f"%{i + 1}"
            if mark not in text:
                continue
            other, value = found.levels[i], counts[i]
            kind = "decimal" if level.legal and other.kind != "none" else other.kind
            text = text.replace(mark, "" if value is None else formatted(value, kind, other.custom))
        return " ".join(text.split())

    def _list(self, num_id: str) -> _List | None:
        if num_id not in self._lists:
            self._lists[num_id] = self._read_list(num_id)
        return self._lists[num_id]

    def _read_list(self, num_id: str) -> _List | None:
        num = self._nums.get(num_id)
        if num is None:
            return None
        abstract_id = self._abstract_of(num)
        if abstract_id is None:
            return None
        levels = [Level() for _ in range(LEVELS)]
        overrides: list[int | None] = [None] * LEVELS
        for element in self._abstracts[abstract_id].iterchildren(w("lvl")):
            levels[_index(element)] = _level(element)
        for element in num.iterchildren(w("lvlOverride")):
            index = _index(element)
            own = element.find(w("lvl"))
            if own is not None:
                levels[index] = _level(own)
            start = element.find(w("startOverride"))
            if start is not None:
                overrides[index] = number(start.get(VAL), 1)
        return _List(abstract_id, tuple(levels), tuple(overrides))

    def _abstract_of(self, num: "_Element") -> str | None:
        """The abstract definition of a list; a definition may only name a numbering style, whose list is meant then."""
        for _ in range(LEVELS):
            link = num.find(w("abstractNumId"))
            abstract_id = "" if link is None else link.get(VAL) or ""
            abstract = self._abstracts.get(abstract_id)
            if abstract is None:
                return None
            style = abstract.find(w("numStyleLink"))
            if style is None:
                return abstract_id
            meant = self._nums.get(self._styles.numbering_of(style.get(VAL) or "") or "")
            if meant is None:
                return abstract_id
            num = meant
        return None


def _start(found: _List, index: int) -> int:
    override = found.overrides[index]
    return found.levels[index].start if override is None else override


def _index(element: "_Element") -> int:
    return min(max(number(element.get(w("ilvl")), 0), 0), LEVELS - 1)


_SUFFIX = {"nothing": "", "space": " ", "tab": " "}


def _level(element: "_Element") -> Level:
    values = {child.tag: child.get(VAL) for child in element}
    kind, custom = _kind(element)
    restart = values.get(w("lvlRestart"))
    legal = element.find(w("isLgl"))
    look = paragraph_look(element.find(P_PR))
    return Level(
        start=number(values.get(w("start")), 0 if w("start") not in values else 1),
        kind=kind,
        pattern=(values.get(w("lvlText")) or "")[:LONGEST_PATTERN],
        restart=None if restart is None else number(restart, 1),
        legal=legal is not None and is_on(legal),
        suffix=_SUFFIX.get(values.get(w("suff")) or "tab", " "),
        style=values.get(w("pStyle")),
        hidden=bool(run_look(element.find(R_PR)).hidden),
        indent=None if look.left is None else look.indent,
        custom=custom,
    )


def _kind(element: "_Element") -> tuple[str, str]:
    """(numFmt, custom format); newer Word wraps a custom format in AlternateContent, whose first branch is taken."""
    for child in element.iter(w("numFmt")):
        return child.get(VAL) or "decimal", (child.get(w("format")) or "")[:LONGEST_PATTERN]
    return "decimal", ""
