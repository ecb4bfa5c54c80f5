"""How the report's lines look as a whole: usual text size, margins, gaps. In: a Body. Out: measures that every rule here shares.

Sizes and gaps are in points. A format without pages has no boxes: there every gap is 0 and every line is alone on its line.
"""

from statistics import median
from typing import NamedTuple

from extractor.model.body import Body, Grid, Item, Line
from extractor.model.place import BBox

_AXIS = 8
"""Twice the points by which the middles of two centred lines may differ."""
_ORIGIN: BBox = (0.0, 0.0, 0.0, 0.0)


class Look(NamedTuple):
    """`size` and `bold` of running text; `right`: page width -> right edge of running text; `height`: page number -> height."""

    size: float
    bold: bool
    right: dict[int, float]
    width: dict[int, float]
    height: dict[int, float]

    def reaches_right(self, line: Line) -> bool:
        """True when the line is full: its text may go on in the next one. Paragraphs without boxes are complete."""
        page = line.place.page
        if line.place.bbox is None or page is None:
            return False
        return box(line)[2] > self.right.get(round(self.width.get(page, 0.0)), 0.0) - 0.18 * self.width.get(page, 0.0)

    def stands_out(self, line: Line) -> bool:
        """True when the line looks unlike running text: heading style, larger, or bold where text is not."""
        return line.level is not None or line.size > self.size * 1.08 or (line.bold and not self.bold)


def box(item: Line | Grid) -> BBox:
    """The box of a line, or of a grid on its first page; zeros when the format has none."""
    place = item.place if isinstance(item, Line) else (item.places[0] if item.places else None)
    return (place.bbox if place else None) or _ORIGIN


def page_of(item: Line | Grid) -> int | None:
    """The page an item begins on."""
    if isinstance(item, Line):
        return item.place.page
    return item.places[0].page if item.places else None


def lines_of(body: Body) -> list[Line]:
    return [item for item in body.items if isinstance(item, Line)]


def look_of(body: Body) -> Look:
    """Measure the running text of `body`: what most characters look like."""
    lines = lines_of(body)
    width = {page.number: page.width for page in body.pages}
    height = {page.number: page.height for page in body.pages}
    long = [line for line in lines if len(line.text) > 50] or lines
    size = median(line.size for line in long) if long else 0.0
    bold = sum(line.bold for line in long) * 2 > len(long)
    edges: dict[int, list[float]] = {}
    for line in long:
        if line.place.page is not None and line.place.bbox is not None:
            edges.setdefault(round(width.get(line.place.page, 0.0)), []).append(line.place.bbox[2])
    right = {w: sorted(found)[int(len(found) * 0.8)] for w, found in edges.items()}
    return Look(size, bold, right, width, height)


def gap(above: Item, below: Item) -> float:
    """White space between two items of one page, in line heights of the lower line; 99 over a page end; 0 without boxes."""
    if page_of(above) != page_of(below):
        return 99.0
    if page_of(below) is None:
        return 0.0
    a, b = box(above), box(below)
    return (b[1] - a[3]) / max(b[3] - b[1] if isinstance(below, Line) else 12.0, 4.0)


def same_style(a: Line, b: Line) -> bool:
    """Alike in size and weight: parts of one heading or caption."""
    return a.bold == b.bold and abs(a.size - b.size) <= 0.12 * max(a.size, b.size, 1.0) and a.level == b.level


def beside(a: Line, b: Line) -> bool:
    """True when `b` stands on `a`'s own baseline: a number and its title, parted by a tab."""
    if a.place.page != b.place.page or a.place.bbox is None or b.place.bbox is None:
        return False
    (x0, top, x1, bottom), (u0, t, _, b1) = a.place.bbox, b.place.bbox
    return u0 >= x1 - 1 and x0 < u0 and abs((top + bottom) - (t + b1)) / 2 < 0.4 * max(bottom - top, 1.0)


def one_middle(item: Line, last: Line) -> bool:
    """Whether two lines are centred on one axis; a line nearly as wide as the text is not seen to be centred by itself."""
    a, b = box(item), box(last)
    return abs((a[0] + a[2]) - (b[0] + b[2])) <= _AXIS
