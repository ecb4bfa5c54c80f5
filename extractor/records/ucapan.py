"""Mentions of the report in its running text and running heads. In: the body after the outline. Out: mentions, in reading order."""

from collections.abc import Iterator

from extractor.model.body import Body, Grid, Line
from extractor.model.ucapan import Ucapan
from extractor.records.klaim import paragraphs
from parsers.ucapan import find_constant_formula, find_years


def read_ucapan(body: Body) -> tuple[Ucapan, ...]:
    """The years that the text gives to this report, and formulas that can only give 100. A running head counts once."""
    return (*_said(body), *_heads(body), *_in_grids(body))


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
