"""Mentions of the report in its running text and running heads. In: the body after the outline. Out: mentions, in reading order."""

from collections.abc import Iterator, Sequence

from extractor.model.body import Body, Grid, Line
from extractor.model.laporan import Bab
from extractor.model.ucapan import Ucapan
from extractor.records.klaim import paragraphs
from parsers.isi import TOPICS, topics
from parsers.judul import chapter_value, parse_bab
from parsers.ucapan import find_constant_formula, find_years

_AGREEMENT = "Perjanjian Kinerja"
_CHAPTERS = frozenset({1, 2, 3, 4})


def read_ucapan(body: Body, bab: Sequence[Bab], jenis: str | None) -> tuple[Ucapan, ...]:
    """The years that the text gives to this report, formulas that can only give 100, and topics that it lacks. A running head counts
    once."""
    return (*_said(body), *_heads(body), *_in_grids(body), *_lacking(body, bab, jenis))


def _lacking(body: Body, bab: Sequence[Bab], jenis: str | None) -> Iterator[Ucapan]:
    """Topics of the chapter on performance that no line from its heading on names; of a whole report of performance only."""
    values = {chapter_value(b.nomor): b for b in bab}
    if jenis is None or jenis == _AGREEMENT or not values.keys() >= _CHAPTERS:
        return
    start = next(
        (
            i
            for i, item in enumerate(body.items)
            if isinstance(item, Line) and item.role == "bab" and _is_third(item.text)
        ),
        None,
    )
    if start is None:
        return
    texts = [item.text for item in body.items[start:] if isinstance(item, Line) and item.role != "running"]
    texts += [cell.text for item in body.items[start:] if isinstance(item, Grid) for cell in item.cells]
    spoken = topics("\n".join(texts).replace("\n", " "))
    third = values[3]
    yield from (Ucapan("tanpa", topic, third.page, third.path) for topic in TOPICS if topic not in spoken)


def _is_third(text: str) -> bool:
    head = parse_bab(text)
    return head is not None and chapter_value(head.nomor) == 3


def _said(body: Body) -> Iterator[Ucapan]:
    for paragraph in paragraphs(body):
        for found in find_years(paragraph.text):
            line = paragraph.line_at(max(paragraph.text.find(found.raw[:12]), 0))
            yield Ucapan("tahun", found.raw, line.place.page, line.place.path, found.tahun, found.sure)
        raw = find_constant_formula(paragraph.text)
        if raw is not None:
            line = paragraph.line_at(paragraph.text.index(raw))
            yield Ucapan("rumus", raw, line.place.page, line.place.path)


def _heads(body: Body) -> Iterator[Ucapan]:
    heads = [item for item in body.items if isinstance(item, Line) and item.role == "running"]
    seen: set[str] = set()
    for line in heads:
        for found in find_years(line.text):
            if found.raw not in seen:
                seen.add(found.raw)
                yield Ucapan("head", found.raw, line.place.page, line.place.path, found.tahun)


def _in_grids(body: Body) -> Iterator[Ucapan]:
    """A formula is often set as a grid of its own."""
    for item in body.items:
        if isinstance(item, Grid):
            for cell in item.cells:
                raw = find_constant_formula(cell.text)
                if raw is not None and cell.places:
                    yield Ucapan("rumus", raw, cell.places[0].page, cell.places[0].path)
