"""Claims of the running text. In: the body after the outline. Out: sentences that state figures, with page, subject and figures.

A PDF gives printed lines, so paragraphs are put together first; a figure or a word may break at a line end or at the page's. A DOCX gives
paragraphs. Headings, captions, running heads and tables are no running text.
"""

from collections.abc import Iterator
from re import compile as pattern

import msgspec

from extractor.model.body import Body, Grid, Line
from extractor.model.laporan import Klaim, KlaimFigure
from parsers.kalimat import Claim, ClaimFigure, find_claims, find_subject

_SECTION_NUMBER = pattern(r"(?:\d{1,2}|[A-Za-z])(?:\.\d{1,2})+\.?\s+(?=\S)")
_LIST_MARK = pattern(r"\s*(?:\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,5})\s?[.)]\)?|[•·▪➢❖✓\-–])\s+\S")
_ENDS = pattern(r"[.:;!?]['\"”)]?\s*$")
_BROKEN_FIGURE = pattern(r"(?:\d[.,]|Rp\.?)$")
_CONTINUES_FIGURE = pattern(r"\d{3}(?!\d)")
_MARK_THEN_DIGITS = pattern(r"[.,]\d")
_WORD_BREAK = pattern(r"[a-z]-$")
_TAIL = 8
"""Characters at the end of a text in which these are looked for: a paragraph may be as long as a book."""
_HEADS = ("program", "kegiatan", "sub kegiatan", "indikator", "sasaran")
_GAP = 0.9
"""A space above a line of more than so many line heights begins a paragraph."""


class Paragraph(msgspec.Struct):
    """Text put together from lines; `starts`: where each line begins in it; `below`: the heading right above, "" a table or caption."""

    below: str | None = None
    text: str = ""
    starts: list[tuple[int, Line]] = msgspec.field(default_factory=list)

    def add(self, line: Line) -> None:
        joined, text = self.text, line.text.strip()
        if joined and _WORD_BREAK.search(joined[-_TAIL:]) and text[:1].islower():
            self.text = joined = joined[:-1] if not joined.endswith(" -") else joined
        elif joined and not _breaks_figure(joined, text):
            joined += " "
        self.starts.append((len(joined), line))
        self.text = joined + text

    def line_at(self, offset: int) -> Line:
        """The line that holds the character at `offset`."""
        return [line for start, line in self.starts if start <= offset][-1] if offset else self.starts[0][1]


def read_klaim(body: Body) -> tuple[Klaim, ...]:
    """All claims, in reading order."""
    found: list[Klaim] = []
    subject: str | None = None
    for paragraph in paragraphs(body):
        if paragraph.below is not None:
            subject = _heading_subject(paragraph.below)
        claims = find_claims(paragraph.text, subject)
        found += [_klaim(claim, paragraph.line_at(claim.start)) for claim in claims]
        if not claims and len(paragraph.text) <= 200:
            subject = _heading_subject(paragraph.text) or subject
        elif len(paragraph.text) > 200:
            subject = None
    return tuple(found)


def _klaim(claim: Claim, line: Line) -> Klaim:
    figures = tuple(_figure(figure) for figure in claim.figures)
    return Klaim(line.place.page, claim.text, claim.subject, figures, line.place.path)


def _figure(figure: ClaimFigure) -> KlaimFigure:
    """A claim's figure says nothing of how it was read, so what has no one sure value gets no number."""
    sure = figure.value.reading in ("clean", "mixed")
    return KlaimFigure(figure.role, figure.raw, figure.value.number if sure else None)


def _heading_subject(text: str) -> str | None:
    """What a short paragraph above names: `II. Program Peningkatan …`."""
    mark = _LIST_MARK.match(text)
    plain = text[mark.end() - 1 :] if mark is not None else _SECTION_NUMBER.sub("", text.strip(), count=1)
    return find_subject(plain) if plain.casefold().startswith(_HEADS) else None


def paragraphs(body: Body) -> Iterator[Paragraph]:
    """The running text put together from its lines, in reading order."""
    edges = _right_edges(body)
    current = Paragraph()
    for item in body.items:
        if isinstance(item, Line) and item.role in ("running", "note"):
            continue
        if isinstance(item, Grid) or item.role is not None:
            if current.text:
                yield current
            current = Paragraph(item.text if isinstance(item, Line) and item.role == "subbab" else "")
            continue
        if not item.text.strip():
            continue
        if current.text and _begins(item, current, edges):
            yield current
            current = Paragraph()
        current.add(item)
    if current.text:
        yield current


def _right_edges(body: Body) -> dict[int | None, float]:
    """How far to the right the running text of each page reaches."""
    edges: dict[int | None, float] = {}
    for item in body.items:
        if isinstance(item, Line) and item.role is None and item.place.bbox is not None:
            edges[item.place.page] = max(edges.get(item.place.page, 0.0), item.place.bbox[2])
    return edges


def _begins(line: Line, current: Paragraph, edges: dict[int | None, float]) -> bool:
    """Does `line` begin a paragraph of its own?"""
    last = current.starts[-1][1]
    if line.place.path is not None or last.place.path is not None or line.boxed != last.boxed:
        return True
    if _LIST_MARK.match(line.text) and not _BROKEN_FIGURE.search(current.text[-_TAIL:]):
        return True
    capital = line.text.lstrip()[:1].isupper() and not line.text.lstrip().startswith("Rp")
    ended = capital and bool(_ENDS.search(current.text[-_TAIL:]))
    if line.place.page != last.place.page or line.place.bbox is None or last.place.bbox is None:
        return ended
    height = max(last.place.bbox[3] - last.place.bbox[1], 1.0)
    gap = line.place.bbox[1] - last.place.bbox[3]
    if gap < -2 * height or gap > _GAP * height * (1 if ended else 2):
        return True
    return capital and _had_room(last, line, edges.get(last.place.page, 0.0))


def _had_room(last: Line, line: Line, edge: float) -> bool:
    """The first word of `line` would have fitted behind `last`: the break was meant."""
    if line.place.bbox is None or last.place.bbox is None:
        return False
    text = line.text.strip()
    letter = (line.place.bbox[2] - line.place.bbox[0]) / max(len(text), 1)
    return last.place.bbox[2] + letter * (len(text.split(maxsplit=1)[0]) + 3) < edge


def _breaks_figure(before: str, after: str) -> bool:
    """Is one figure printed over the line end? (`Rp. 1.100.` and `000.000,-`)"""
    if _BROKEN_FIGURE.search(before[-_TAIL:]) and before[-1] in ".," and before[-2:-1].isdigit():
        return bool(_CONTINUES_FIGURE.match(after))
    return before[-1:].isdigit() and bool(_MARK_THEN_DIGITS.match(after))
