"""Section headings: the second level below the chapters, in the report's own numbering.

In: a Body, its chapter headings. Out: headings in order. A report numbers its sections `3.1` (most), `A.` or `a.`; the decision is
made for each chapter from what runs through it in one style: decimal numbers where there are any, else letters. Lists, sentences, deeper
levels (`3.1.2`), rows of a table (two amounts or more)
and the description of the report's own layout (`Sistematika`) are not taken; wrong numbers (`1.1` in BAB 3) are,
when they look like their neighbours.
"""

import re
from collections import Counter
from typing import NamedTuple

from extractor.model.body import Body, Line
from extractor.outline.chapters import Heading, joined_beside
from extractor.outline.look import Look, box, gap, same_style
from parsers.judul import JudulSubbab, capital_share, parse_caption, readings

_LAYOUT_SECTION = re.compile(r"(?i)\bsistematika\b")
_TITLE_LINES = 3
_SAME_LEFT = 14.0
_AMOUNT = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,]\d{3}){1,5}(?![\d])")


class Section(NamedTuple):
    """A section heading; `chapter` is the index of its chapter in the list of chapters, -1 before the first."""

    head: JudulSubbab
    judul: str
    lines: tuple[int, ...]
    chapter: int


class _Candidate(NamedTuple):
    head: JudulSubbab
    lines: tuple[int, ...]
    chapter: int
    look: tuple[bool, int, int]
    left: float
    plain: bool


def find_sections(body: Body, look: Look, usable: list[int], chapters: list[Heading]) -> list[Section]:
    """The second-level headings among the lines `usable` (neither running heads, contents, chapter headings nor captions)."""
    candidates = _candidates(body, look, usable, chapters)
    decimals = _decimal_sections(candidates, chapters)
    numbered = {c.chapter for c in decimals}
    letters = [c for n in range(len(chapters)) if n not in numbered for c in _letter_sections(candidates, n)]
    chosen = sorted(decimals + letters, key=lambda c: c.lines[0])
    position = {index: place for place, index in enumerate(usable)}
    return [_whole(body, look, usable, position, c) for c in chosen]


def _candidates(body: Body, look: Look, usable: list[int], chapters: list[Heading]) -> list[_Candidate]:
    """Every line that can be a heading of the first or second level of numbering."""
    starts = [h.lines[0] for h in chapters]
    found = []
    for place, index in enumerate(usable):
        first = body.items[index]
        if not isinstance(first, Line) or len(_AMOUNT.findall(first.text)) >= 2:
            continue
        text, lines = joined_beside(body, usable, place)
        chapter = sum(start < index for start in starts) - 1
        style = (first.bold, round(first.size), first.level or 0)
        plain = not look.stands_out(first)
        found += [
            _Candidate(head, lines, chapter, style, box(first)[0], plain)
            for head in readings(text)
            if head.judul and head.depth == (2 if head.skema == "desimal" else 1) and not _is_sentence(head.judul)
        ]
    return found


def _is_sentence(judul: str) -> bool:
    """A list item or a sentence rather than a title: ends like one, and is longer than a title of one word."""
    return judul.endswith((".", ";", ":")) and capital_share(judul) < 0.8 and len(judul.split()) > 6


def _decimal_sections(candidates: list[_Candidate], chapters: list[Heading]) -> list[_Candidate]:
    """Decimal headings in the style that most headings with the right chapter number have."""
    decimal = [c for c in candidates if c.head.skema == "desimal"]
    right = [c for c in decimal if _fits(c, chapters)]
    distinct = [c for c in right if not c.plain] or right
    styles = Counter(c.look[0] for c in distinct)
    if not styles:
        return []
    bold = styles.most_common(1)[0][0]
    lefts = [c.left for c in distinct if c.look[0] == bold]
    kept = []
    for c in decimal:
        fits = _fits(c, chapters)
        usual_left = any(abs(c.left - left) < _SAME_LEFT for left in lefts)
        alike = c.look[0] == bold and any(abs(c.look[1] - d.look[1]) <= 2 for d in distinct)
        if alike and usual_left and (fits or _misnumbered(c, decimal)):
            kept.append(c)
    return _without_lists(_with_odd_ones(kept, decimal, chapters, lefts))


def _with_odd_ones(
    kept: list[_Candidate], decimal: list[_Candidate], chapters: list[Heading], lefts: list[float]
) -> list[_Candidate]:
    """Headings in another style that stand out all the same, and fill the next number of their chapter's run."""
    found = list(kept)
    for c in decimal:
        before = [d for d in found if d.chapter == c.chapter and d.lines[0] < c.lines[0]]
        number = (c.head.chapter, c.head.rank)
        if c in found or c.plain or not _fits(c, chapters) or not before:
            continue
        last = max(before, key=lambda d: d.lines[0])
        taken = any(d.chapter == c.chapter and (d.head.chapter, d.head.rank) == number for d in found)
        if (
            not taken
            and number == (last.head.chapter, last.head.rank + 1)
            and any(abs(c.left - x) < _SAME_LEFT for x in lefts)
        ):
            found.append(c)
    return sorted(found, key=lambda d: d.lines[0])


def _fits(c: _Candidate, chapters: list[Heading]) -> bool:
    """The number names the chapter it stands in; with no chapter heading at all, or a missing one, any later chapter."""
    if c.head.chapter is None:
        return False
    if c.chapter < 0:
        return not chapters or c.head.chapter < chapters[0].value
    value = chapters[c.chapter].value
    following = chapters[c.chapter + 1].value if c.chapter + 1 < len(chapters) else 99
    return value <= c.head.chapter < max(following, value + 1)


def _misnumbered(c: _Candidate, decimal: list[_Candidate]) -> bool:
    """A wrong chapter number in a heading of the right looks: the first heading of its chapter, and its own chapter has that number too."""
    before = [d for d in decimal if d.chapter == c.chapter and d.lines[0] < c.lines[0] and d.look == c.look]
    return not before and c.chapter >= 0 and c.head.rank == 1 and not c.plain


def _without_lists(kept: list[_Candidate]) -> list[_Candidate]:
    """Drop what a `Sistematika` section lists: after its heading, in its chapter, only a greater number begins a new section."""
    found: list[_Candidate] = []
    layout: _Candidate | None = None
    for c in kept:
        if layout and c.chapter == layout.chapter:
            if c.head.chapter != layout.head.chapter or c.head.rank <= layout.head.rank:
                continue
            layout = None
        found.append(c)
        if _LAYOUT_SECTION.search(c.head.judul):
            layout = c
    return found


def _letter_sections(candidates: list[_Candidate], chapter: int) -> list[_Candidate]:
    """A run `A.`, `B.`, … (or `a.`, `I.`) through a chapter without decimal headings, in one look that is not running text."""
    inside = [c for c in candidates if c.chapter == chapter and not c.plain and c.head.skema != "desimal"]
    best: list[_Candidate] = []
    for skema in ("huruf", "romawi", "huruf_kecil"):
        for first in (c for c in inside if c.head.skema == skema and c.head.rank == 1):
            run = [first]
            for c in inside:
                after, alike = (
                    c.lines[0] > run[-1].lines[0],
                    c.look == first.look and abs(c.left - first.left) < _SAME_LEFT,
                )
                if after and alike and c.head.skema == skema and c.head.rank == run[-1].head.rank + 1:
                    run.append(c)
            if len(run) >= 2 and (
                not best or first.left < best[0].left - _SAME_LEFT or first.look[1] > best[0].look[1] + 1
            ):
                best = run
                break
    return best


def _whole(body: Body, look: Look, usable: list[int], position: dict[int, int], c: _Candidate) -> Section:
    """The heading with the lines that its title goes on in."""
    lines, judul = list(c.lines), c.head.judul
    place = position[lines[-1]] + 1
    for index in usable[place : place + _TITLE_LINES - 1]:
        item, last = body.items[index], body.items[lines[-1]]
        if not isinstance(item, Line) or not isinstance(last, Line) or not look.reaches_right(last):
            break
        if (
            not same_style(item, last)
            or gap(last, item) > 1.3
            or c.plain
            or readings(item.text)
            or parse_caption(item.text)
        ):
            break
        lines, judul = [*lines, index], f"{judul} {item.text.strip()}"
    return Section(c.head, judul, tuple(lines), c.chapter)
