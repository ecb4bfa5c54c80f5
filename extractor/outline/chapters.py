"""Chapter headings: which lines are the heading of a BAB, with its title over several lines.

In: a Body, the lines that are running heads or contents. Out: headings in order, each with its line indexes. A list of the chapters
(the section on the report's layout, `Sistematika`) and sentences are not taken; a chapter that is only printed in the running
head of its pages is taken from there.
"""

from typing import NamedTuple

from extractor.model.body import Body, Grid, Line
from extractor.outline.look import Look, beside, box, gap, page_of, same_style
from parsers.judul import (
    capital_share,
    chapter_value,
    continue_number,
    parse_bab,
    parse_caption,
    parse_subbab,
    standard_title,
    title_text,
)

_LEAST_SCORE = 3
_NEAR_ITEMS = 6
_TITLE_LINES = 3


class Heading(NamedTuple):
    """A heading: `value` what the number counts; `lines` the indexes of its lines in `body.items`."""

    nomor: str
    judul: str
    value: int
    lines: tuple[int, ...]


class _Candidate(NamedTuple):
    heading: Heading
    score: int


def find_chapters(body: Body, look: Look, running: set[int], listed: frozenset[int]) -> list[Heading]:
    """The chapter headings in reading order, at most one for each number."""
    usable = [i for i, item in enumerate(body.items) if i not in running and i not in listed]
    candidates = _candidates(body, look, usable)
    kept = [c for c in candidates if c.score >= _LEAST_SCORE and not _in_a_list(c, candidates, body)]
    best: dict[int, _Candidate] = {}
    for c in kept:
        if c.heading.value not in best or c.score > best[c.heading.value].score:
            best[c.heading.value] = c
    for heading in _from_running_heads(body, look, running):
        best.setdefault(heading.value, _Candidate(heading, 0))
    return sorted((c.heading for c in best.values()), key=lambda h: h.lines[0])


def _candidates(body: Body, look: Look, usable: list[int]) -> list[_Candidate]:
    found = []
    for place in range(len(usable)):
        heading = read_heading(body, look, usable[place : place + 8])
        if heading:
            found.append(_Candidate(heading, _score(body, look, usable, place, heading)))
    return found


def read_heading(body: Body, look: Look, following: list[int]) -> Heading | None:
    """The heading that begins at the first of the indexes `following`; the others may hold the rest of number and title."""
    head = body.items[following[0]]
    parsed = parse_bab(head.text) if isinstance(head, Line) else None
    if parsed is None or not isinstance(head, Line):
        return None
    nomor, titles, lines = parsed.nomor, [parsed.judul] if parsed.judul else [], [following[0]]
    rest = following[1:]
    while (
        rest
        and not titles
        and isinstance(item := body.items[rest[0]], Line)
        and (whole := continue_number(nomor, item.text))
    ):
        nomor, lines, rest = whole, [*lines, rest[0]], rest[1:]
    for index in rest[:_TITLE_LINES]:
        item, last = body.items[index], body.items[lines[-1]]
        if (
            not isinstance(item, Line)
            or not isinstance(last, Line)
            or not _is_title_line(item, last, head, bool(titles), look)
        ):
            break
        titles, lines = [*titles, title_text(item.text)], [*lines, index]
    value = chapter_value(nomor)
    return Heading(nomor, " ".join(t for t in titles if t), value, tuple(lines)) if value else None


def _is_title_line(item: Line, last: Line, head: Line, begun: bool, look: Look) -> bool:
    """Does `item` go on the title? `begun`: a part of the title is there already."""
    text = title_text(item.text)
    if not text or parse_bab(item.text) or parse_caption(text) or (parse_subbab(text) and capital_share(text[:2]) < 1):
        return False
    if gap(last, item) > (1.6 if begun else 8.0 if standard_title(text) else 4.0):
        return False
    if len(text.split()) > 14 or text.endswith((".", ";")):
        return False
    if begun:
        first_line_alone = last is head
        return (
            same_style(item, last)
            and capital_share(text) > 0.8
            and (not first_line_alone or capital_share(last.text) > 0.8)
        )
    if capital_share(text) > 0.8 or standard_title(text):
        return True
    return (
        text[0].isupper()
        and (item.centred or item.size > look.size * 1.08 or item.level is not None)
        and item.bold == head.bold
    )


def _score(body: Body, look: Look, usable: list[int], place: int, heading: Heading) -> int:
    """How much the surroundings say that this is the heading itself: its looks, its place on the page, its title."""
    head = body.items[heading.lines[0]]
    if not isinstance(head, Line):
        return 0
    above = body.items[usable[place - 1]] if place else None
    first_on_page = head.place.page is not None and (above is None or page_of(above) != head.place.page)
    points = (
        2 * first_on_page,
        head.size > look.size * 1.08,
        head.bold and not look.bold,
        head.centred,
        capital_share(head.text[:5]) > 0.7,
        2 * (head.level == 1),
        head.boxed,
        bool(heading.judul) and len(heading.lines) > 1,
        2 * bool(heading.judul and standard_title(heading.judul)),
        -2 * (not heading.judul),
    )
    return sum(points)


def _in_a_list(candidate: _Candidate, candidates: list[_Candidate], body: Body) -> bool:
    """True when other chapters stand close by: on the same page, or (without pages) a few lines away with nothing between."""
    index = candidate.heading.lines[0]
    page = page_of(body.items[index])
    for other in candidates:
        place = other.heading.lines[0]
        weaker = other.score < candidate.score and not _alike(body, index, place)
        if other.heading.value == candidate.heading.value or weaker:
            continue
        if page is not None and page_of(body.items[place]) == page:
            return True
        between = body.items[min(index, place) + 1 : max(index, place)]
        if page is None and len(between) < _NEAR_ITEMS and not any(isinstance(item, Grid) for item in between):
            return not any(
                isinstance(item, Line) and item.level == 1 for item in (body.items[index], body.items[place])
            )
    return False


def _alike(body: Body, index: int, place: int) -> bool:
    a, b = body.items[index], body.items[place]
    return isinstance(a, Line) and isinstance(b, Line) and same_style(a, b) and a.centred == b.centred


def _from_running_heads(body: Body, look: Look, running: set[int]) -> list[Heading]:
    """The first running head of each chapter (`BAB III AKUNTABILITAS KINERJA` on the head of every page)."""
    ordered = sorted(running)
    found: dict[int, Heading] = {}
    for place, index in enumerate(ordered):
        heading = read_heading(body, look, ordered[place : place + 3])
        if heading and heading.judul and box(body.items[index])[1] < 200:
            found.setdefault(heading.value, heading)
    return list(found.values())


def joined_beside(body: Body, indexes: list[int], place: int) -> tuple[str, tuple[int, ...]]:
    """The text of a line together with what stands beside it on its baseline (a number and its title parted by a tab)."""
    first = body.items[indexes[place]]
    if not isinstance(first, Line):
        return "", ()
    text, lines = first.text, (indexes[place],)
    if place + 1 < len(indexes):
        after = body.items[indexes[place + 1]]
        if isinstance(after, Line) and beside(first, after):
            return f"{text} {after.text}", (*lines, indexes[place + 1])
    return text, lines
