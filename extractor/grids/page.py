"""One page becomes lines and grids in reading order: ruled areas first, then the words outside of them as printed lines."""

from collections.abc import Sequence

from msgspec.structs import replace

from extractor.grids.acrossonly import with_gaps, with_totals
from extractor.grids.agree import UNRULED
from extractor.grids.cellfill import rules_around
from extractor.grids.headband import add_header_bands
from extractor.grids.joint import OCR
from extractor.grids.pieces import find_pieces
from extractor.grids.regions import find_regions
from extractor.grids.ruled import build_ruled
from extractor.grids.scanned import COLUMNS, with_evidence
from extractor.grids.segments import join_pieces
from extractor.grids.shadedhead import shaded_tables
from extractor.grids.shadedrows import with_rivers
from extractor.grids.shading import find_bands
from extractor.grids.stitch import FRAGMENT
from extractor.grids.strays import with_outside
from extractor.grids.text import group_lines, line_text
from extractor.grids.turned import put_back, take_turned
from extractor.model.body import Grid, Item, Line
from extractor.model.page import Fill, Page, Rule, Word
from extractor.model.place import BBox, Place, rounded, union

EDGE = 2.0
"""Points: a word may stand over the outer rule by this much."""
TOP = 0.25
"""Of the page height: the rest of a row stands above it."""
CENTRED = 0.02
"""Of the page width: the middle of a centred line is this near to the middle of the text area."""


def _seen_rules(page: Page, bands: Sequence[Fill]) -> list[Rule]:
    """Rules a reader can see: white ones only where they part shaded cells."""
    return [r for r in page.rules if r.dark or _on_shading(r, bands)]


def _on_shading(rule: Rule, bands: Sequence[Fill]) -> bool:
    middle = (rule.start + rule.end) / 2
    x, y = (middle, rule.pos) if rule.horizontal else (rule.pos, middle)
    return any(b.x0 - EDGE <= x <= b.x1 + EDGE and b.top - EDGE <= y <= b.bottom + EDGE for b in bands)


def _inside(word: Word, box: BBox) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] - EDGE <= x <= box[2] + EDGE and box[1] - EDGE <= y <= box[3] + EDGE


def _parted(words: Sequence[Word], box: BBox) -> tuple[list[Word], list[Word]]:
    """The words inside of the box, and the others."""
    left, top, right, bottom = box[0] - EDGE, box[1] - EDGE, box[2] + EDGE, box[3] + EDGE
    inside: list[Word] = []
    outside: list[Word] = []
    for word in words:
        within = left <= (word.x0 + word.x1) / 2 <= right and top <= (word.top + word.bottom) / 2 <= bottom
        (inside if within else outside).append(word)
    return inside, outside


def _contains(outer: BBox, inner: BBox) -> bool:
    """Whether a ruled area lies inside another one (a table in a text box): its words are its own."""
    return outer != inner and all(
        a <= b for a, b in zip((*outer[:2], *inner[2:]), (*inner[:2], *outer[2:]), strict=True)
    )


def _is_table(grid: Grid) -> bool:
    """At least two cells with text; a frame around text is no table."""
    return grid.n_rows * grid.n_cols > 1 and sum(1 for c in grid.cells if c.text) > 1


def _may_be_rest(grid: Grid, page: Page) -> bool:
    """Ruled columns with one text at the top of a page: perhaps the rest of a row that the page end cut."""
    box = grid.places[0].bbox
    return grid.n_cols >= 2 and box is not None and box[1] < TOP * page.height


def _tables(page: Page) -> tuple[list[Grid], list[Word], list[BBox]]:
    """Ruled grids, the words outside of them, and the boxes of frames that are no tables."""
    bands = find_bands(page.fills)
    rules = _seen_rules(page, bands)
    ruled = find_regions(join_pieces(rules), page.words)
    around = rules_around(page.fills, [r.bbox for r in ruled], page.words)
    if around:
        ruled = find_regions(join_pieces([*rules, *around]), page.words)
    regions = add_header_bands(ruled, page.fills, page.words)
    free, grids, frames = list(page.words), [], []
    for region in sorted(regions, key=lambda r: any(_contains(r.bbox, o.bbox) for o in regions)):
        inside, outside = _parted(free, region.bbox)
        drawn, scanned = region, page.text.reason == OCR
        if scanned:
            region = with_rivers(region, inside)
        white = with_gaps(region, inside) if inside and region.horizontal else None
        if white is None:
            continue
        grid = build_ruled(white, inside, bands, page.number, page.fills)
        grid = grid if white is region else with_totals(replace(grid, doubts=(*grid.doubts, UNRULED)))
        if not _is_table(grid):
            if not _may_be_rest(grid, page):
                if region.vertical:
                    frames.append(region.bbox)
                continue
            grid = replace(grid, doubts=(*grid.doubts, FRAGMENT))
        elif scanned:
            grid = with_evidence(grid, region, inside)
            grid = grid if drawn is region else replace(grid, doubts=tuple(dict.fromkeys((*grid.doubts, COLUMNS))))
        free = outside
        grids.append(with_outside(grid, region.bbox, free))
    for table in shaded_tables(page.fills, [r.bbox for r in regions], free, bands, page.number):
        free = [w for w in free if w not in table.words]
        grids.append(table.grid)
    return grids, free, frames


def _line(words: Sequence[Word], page: Page, text_area: tuple[float, float], frames: Sequence[BBox]) -> Line:
    box, pieces = union([w.bbox for w in words]), find_pieces(words)
    left, right = text_area
    middle = abs((box[0] + box[2]) / 2 - (left + right) / 2) <= CENTRED * page.width
    return Line(
        text=pieces[0].text if len(pieces) == 1 else line_text(words),
        place=Place(page.number, rounded(box)),
        size=round(max([w.size for w in words]), 1),
        bold=sum([len(w.text) for w in words if w.bold]) * 2 > sum([len(w.text) for w in words]),
        boxed=any(_inside(words[0], f) for f in frames),
        centred=middle and box[2] - box[0] < 0.9 * (right - left),
        pieces=pieces,
    )


def _text_area(page: Page) -> tuple[float, float]:
    """Left and right edge of the text: the span that most lines keep to, at least the middle half of the page."""
    lefts = sorted(w.x0 for w in page.words)
    rights = sorted(w.x1 for w in page.words)
    if not lefts:
        return (0.0, page.width)
    left, right = lefts[len(lefts) // 50], rights[-1 - len(rights) // 50]
    return (min(left, 0.25 * page.width), max(right, 0.75 * page.width))


def _top(item: Item) -> tuple[float, float]:
    box = (item.place if isinstance(item, Line) else item.places[0]).bbox
    return (box[1], box[0]) if box else (0.0, 0.0)


def _turned_block(page: Page) -> tuple[list[Item], Page]:
    """The items of a table that lies on its side on this page, and the page without it."""
    if not any(word.angle for word in page.words):
        return [], page
    ruled = find_regions(join_pieces(_seen_rules(page, find_bands(page.fills))), page.words)
    turned = take_turned(page, [region.bbox for region in ruled])
    if turned is None:
        return [], page
    return put_back(page_items(turned.part), turned), turned.rest


def page_items(page: Page) -> list[Item]:
    """The page's lines and grids from top to bottom; what is turned stands together, where it begins."""
    turned, page = _turned_block(page)
    grids, free, frames = _tables(page)
    area = _text_area(page)
    lines = [_line(words, page, area, frames) for words in group_lines(free)]
    items: list[Item] = sorted([*lines, *grids], key=_top)
    if not turned:
        return items
    start = min(map(_top, turned))
    before = [item for item in items if _top(item) < start]
    return [*before, *turned, *items[len(before) :]]
