"""Captions of tables: which lines are one, how far its title goes, and which lines only mention a table.

In: a Body and the lines that are free (neither running heads, contents nor headings). Out: captions in order. A caption is told from a
mention by its surroundings: a grid stands below (or above, or on top of the next page), it is centred or bold, its first line
does not go on an unfinished sentence.
"""

from typing import NamedTuple

import regex

from extractor.model.body import Body, Grid, Line
from extractor.outline.look import Look, beside, box, gap, one_middle, page_of, same_style
from parsers.judul import is_mention, parse_caption, parse_named_caption, readings, table_key, unspace

_LEAST_SCORE = 2
_TITLE_LINES = 6
_RIGHT_BELOW = 0.8
"""Of a line: what stands so near below a lone number, and right above the grid, is the title whatever its look."""
_REST = 3
"""Lines of a title behind a page end, and its grid."""
_NEAR = 4
_SAME_MIDDLE = 1.5
"""Points: lines that are centred by the word processor have one middle."""
_INDENT = 8.0
"""Points: lines that begin this far apart are not set flush left."""
_FAR = 9
_HEADER_ROW = regex.compile(r"(?i)no(?:mor|\.)?\s+\p{L}+(?:\s+\p{L}+)+\s*")
_FINISHED = regex.compile(r"[.:;!?)”\"]\s*$")


class Caption(NamedTuple):
    """`nomor` None for `Tabel Realisasi …` without a number; `lanjutan`: a repeated caption on a later page of one table."""

    nomor: str | None
    judul: str
    lines: tuple[int, ...]
    lanjutan: bool
    score: int


def find_captions(body: Body, look: Look, usable: list[int]) -> list[Caption]:
    """The captions among the items `usable`, in reading order."""
    found: list[Caption] = []
    taken = -1
    for place, index in enumerate(usable):
        item = body.items[index]
        if index <= taken or not isinstance(item, Line):
            continue
        caption = read_caption(body, look, usable, place)
        if caption and caption.score >= _LEAST_SCORE:
            found.append(caption)
            taken = caption.lines[-1]
    return _mark_repeated(_without_mentions(found, body, usable), body)


def read_caption(body: Body, look: Look, usable: list[int], place: int) -> Caption | None:
    """The caption that begins at `usable[place]`, with its score, else None."""
    item = body.items[usable[place]]
    if not isinstance(item, Line):
        return None
    parsed = parse_caption(item.text)
    named = None if parsed else parse_named_caption(item.text)
    if not parsed and (named is None or len(item.text.split()) > 25):
        return None
    judul = parsed.judul if parsed else named or ""
    lines = _title_lines(body, look, usable, place, bool(judul))
    texts = [i.text for n in lines[1:] if isinstance(i := body.items[n], Line)]
    whole = " ".join([judul, *map(unspace, texts)]).strip()
    score = _score(body, look, usable, place, lines) - (2 if not parsed else 0) + (0 if whole else -1)
    return Caption(parsed.nomor if parsed else None, whole, lines, bool(parsed and parsed.lanjutan), score)


def _title_lines(body: Body, look: Look, usable: list[int], place: int, titled: bool) -> tuple[int, ...]:
    """Indexes of the caption's lines: the first and those its title goes on in."""
    lines = [usable[place]]
    for at in range(place + 1, min(place + _TITLE_LINES, len(usable))):
        item, last = body.items[usable[at]], body.items[lines[-1]]
        if not isinstance(item, Line) or not isinstance(last, Line):
            break
        grid_next = at + 1 < len(usable) and isinstance(body.items[usable[at + 1]], Grid)
        if page_of(item) != page_of(last) and _goes_over(body, usable, at, last):
            lines.append(usable[at])
            titled = True
            continue
        if not _goes_on(item, last, look, titled, grid_next, body.items[lines[0]]):
            break
        lines.append(usable[at])
        titled = True
    return tuple(lines)


def _one_axis(a: Line, b: Line) -> bool:
    """Both centred, in the text area or on a middle of their own."""
    return (a.centred and b.centred) or abs(sum(box(a)[::2]) - sum(box(b)[::2])) <= 4 * _SAME_MIDDLE


def _goes_over(body: Body, usable: list[int], at: int, last: Line) -> bool:
    """Whether a title cut by the page end goes on in the line at `usable[at]`: first on the next page, centred, its grid right below."""
    item, page = body.items[usable[at]], page_of(last)
    if not isinstance(item, Line) or page is None or page_of(item) != page + 1 or not _one_axis(item, last):
        return False
    if (
        parse_caption(item.text)
        or is_mention(item.text)
        or (_FINISHED.search(last.text) and not parse_caption(last.text))
    ):
        return False
    below = [body.items[i] for i in usable[at + 1 : at + 1 + _REST]]
    reach = next((n for n, other in enumerate(below) if isinstance(other, Grid)), None)
    if reach is None or page_of(below[reach]) != page + 1:
        return False
    return all(
        isinstance(other, Line) and _one_axis(other, item) and same_style(other, item) for other in below[:reach]
    )


def _goes_on(item: Line, last: Line, look: Look, titled: bool, grid_next: bool, first: object) -> bool:
    """Is `item` a further line of the caption that `last` belongs to?"""
    if parse_caption(item.text) or page_of(item) != page_of(last) or item.boxed != last.boxed:
        return False
    if beside(last, item):
        return True
    heading = any(r.judul and r.skema == "desimal" for r in readings(item.text))
    if heading or gap(last, item) > (1.3 if titled else 2.6):
        return False
    if _HEADER_ROW.fullmatch(item.text) or (is_mention(item.text) and not _of_one_title(item, last, look)):
        return False
    if not titled:
        alike = same_style(item, last) or item.centred == last.centred
        return len(item.text.split()) <= 30 and (alike or (grid_next and gap(last, item) < _RIGHT_BELOW))
    if not same_style(item, last) or (last.place.bbox is None and not last.centred):
        return False
    block = isinstance(first, Line) and _centred_block(item, last, first)
    hung = block or (isinstance(first, Line) and _hangs(item, last, first))
    if not hung and (last.centred or not _on_axis(item, last)):
        return last.centred and (item.centred or one_middle(item, last))
    hanging = last is first and box(item)[0] > box(last)[0] + 8
    return (
        hung
        or look.reaches_right(last)
        or hanging
        or (grid_next and not _FINISHED.search(last.text) and gap(last, item) < 0.6)
    )


def _of_one_title(item: Line, last: Line, look: Look) -> bool:
    """Whether a line that begins like the rest of a sentence (`dan …`, `untuk …`) looks like the title above it, not like running text."""
    centred = item.centred or (look.stands_out(item) and one_middle(item, last))
    return centred and same_style(item, last)


def _centred_block(item: Line, last: Line, first: Line) -> bool:
    """Whether a line stands centred below others that are, on a middle of their own that is not that of the text area (an indent)."""
    middles = [(box(line)[0] + box(line)[2]) / 2 for line in (first, last, item)]
    lefts = [box(line)[0] for line in (first, last, item)]
    return max(middles) - min(middles) <= _SAME_MIDDLE and abs(lefts[2] - lefts[1]) > _INDENT


def _hangs(item: Line, last: Line, first: Line) -> bool:
    """Whether a line belongs to a title set as a block behind its label: `Tabel II.3 Rekap …`, further lines where the title begins."""
    a, b, c = box(first), box(last), box(item)
    block = a[0] + 8 < c[0] and c[2] <= a[2] + 3 and b[2] >= a[2] - 0.2 * (a[2] - a[0])
    return block and (last is first or abs(b[0] - c[0]) <= 2) and not _FINISHED.search(last.text)


def _on_axis(item: Line, last: Line) -> bool:
    """Below the line before it: begins near its left edge, or has the same middle."""
    a, b = box(last), box(item)
    return abs(a[0] - b[0]) <= 90 or abs((a[0] + a[2]) - (b[0] + b[2])) <= 24


def _score(body: Body, look: Look, usable: list[int], place: int, lines: tuple[int, ...]) -> int:
    """How much the surroundings speak for a caption rather than a mention."""
    first, last = body.items[lines[0]], body.items[lines[-1]]
    if not isinstance(first, Line) or not isinstance(last, Line):
        return 0
    above = body.items[usable[place - 1]] if place else None
    after = place + len(lines)
    near = _grid_near(body, usable, after, last)
    titled = len(first.text.split()) > 4
    points = (
        near,
        2 * isinstance(above, Grid) * (above is not None and gap(above, first) < 3),
        first.centred,
        look.stands_out(first),
        first.level is not None,
        len(lines) > 1 or len(first.text.split()) > 3,
        -(1 if titled and near == 3 else 3) * _continues(first, above, look),
        -2
        * (
            last.text.rstrip().endswith(":")
            or (len(lines) == 1 and not first.centred and last.text.rstrip().endswith("."))
        ),
    )
    return sum(points)


def _continues(first: Line, above: object, look: Look) -> bool:
    """True when the line above is an unfinished line of running text that this line can go on."""
    if not isinstance(above, Line) or first.centred or not same_style(first, above) or gap(above, first) > 1.0:
        return False
    return not _FINISHED.search(above.text) and look.reaches_right(above)


def _grid_near(body: Body, usable: list[int], after: int, last: Line) -> int:
    """3: a grid follows at once, or first thing on the next page; 2: behind a few lines; 1: behind more; 0: none near."""
    for distance, index in enumerate(usable[after : after + _FAR]):
        item = body.items[index]
        if isinstance(item, Grid):
            page, here = page_of(item), page_of(last)
            if page is None or here is None or page == here:
                return 3 if distance == 0 else 2 if distance < _NEAR else 1
            return 3 if page == here + 1 and distance <= 1 else 0
        if parse_caption(item.text):
            return 0
    return 0


def _without_mentions(found: list[Caption], body: Body, usable: list[int]) -> list[Caption]:
    """Of two captions with one number the one without a grid of its own is a mention."""
    place = {index: n for n, index in enumerate(usable)}

    def owns_grid(c: Caption) -> bool:
        last = body.items[c.lines[-1]]
        return isinstance(last, Line) and _grid_near(body, usable, place[c.lines[-1]] + 1, last) > 0

    own = {c.lines: owns_grid(c) for c in found}
    with_grid = {table_key(c.nomor) for c in found if c.nomor and own[c.lines]}
    return [c for c in found if own[c.lines] or c.nomor is None or table_key(c.nomor) not in with_grid]


def _mark_repeated(found: list[Caption], body: Body) -> list[Caption]:
    """A caption with the number and title of the one before, on a following page, goes on that table."""
    marked: list[Caption] = []
    for c in found:
        before = next((m for m in reversed(marked) if m.nomor is not None), None)
        again = bool(before and c.nomor and before.nomor and table_key(c.nomor) == table_key(before.nomor))
        if again and before is not None:
            alike = c.judul.casefold() == before.judul.casefold() or not c.judul
            later = page_of(body.items[c.lines[0]]) != page_of(body.items[before.lines[0]])
            c = c._replace(lanjutan=c.lanjutan or (alike and later))
        marked.append(c)
    return marked
