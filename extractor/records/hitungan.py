"""Counts of the running text. In: the body after the outline, the grids of the tables. Out: counts with the lists and tables behind them.

Paragraphs between two headings or grids are one text: a list runs over lines, paragraphs and pages. A grid that is no data table (a
frame around text) is text too.
"""

from collections.abc import Iterable, Iterator
from re import IGNORECASE
from re import compile as pattern

from extractor.model.body import Body, Grid, Line
from extractor.model.hitungan import Hitungan
from extractor.model.place import Place
from parsers.senarai import find_counts

_POINTS_AT_TABLE = pattern(r"\btabel\s*(?:\d[\d.]*\s*)?(?:tersebut\s*)?(?:di\s?atas|tersebut)[^.\d]{0,60}$", IGNORECASE)
"""The words between a table that a sentence points at and the count, which then is of the table's rows."""
_SELECTS = pattern(r"[^.,;“”\"]{0,110}\byang\b", IGNORECASE)
"""`1 indikator kinerja utama yang mendukung …` counts some rows, not all."""
_LEAST_CELL = 40


def read_hitungan(body: Body, grids: Iterable[tuple[str, Grid]]) -> tuple[Hitungan, ...]:
    """All counts, in reading order. `grids`: id and grid of every data table."""
    known = {id(grid): name for name, grid in grids}
    return tuple(found for text, place, above in _texts(body, known) for found in _counts(text, place, above))


def _texts(body: Body, known: dict[int, str]) -> Iterator[tuple[str, Place, str | None]]:
    """Texts with the place where they begin and the table right above."""
    lines: list[Line] = []
    above: str | None = None
    for item in body.items:
        if isinstance(item, Line) and item.role is None:
            lines.append(item)
            continue
        if isinstance(item, Line) and item.role in ("running", "note"):
            continue
        if lines:
            yield "\n".join(line.text for line in lines), lines[0].place, above
            lines, above = [], None
        if isinstance(item, Grid):
            above = known.get(id(item))
            if above is None:
                yield from ((c.text, c.places[0], None) for c in item.cells if len(c.text) >= _LEAST_CELL and c.places)
    if lines:
        yield "\n".join(line.text for line in lines), lines[0].place, above


def _counts(text: str, place: Place, above: str | None) -> Iterator[Hitungan]:
    if not any(letter.isdigit() for letter in text):
        return
    flat = text.replace("\n", " ")
    for count in find_counts(flat):
        before = flat[max(0, count.start - 120) : count.start]
        points = _POINTS_AT_TABLE.search(before) is not None and _SELECTS.match(flat, count.end) is None
        yield Hitungan(
            count.sentence, place.page, place.path, count.noun, count.raw, count.number, count.words, count.listed,
            above if points else None, count.others,
        )  # fmt: skip
