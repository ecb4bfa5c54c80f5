"""Which grid is a data table, and which caption is its.

In: a marked body. Out: for every data table its caption, or the words above it. Captions stand above their grid in most reports and
below it in a few; the report's habit decides. Signature blocks, frames, formula boxes, diagrams and lists of contents are no data
tables.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from extractor.model.body import Body, Grid, GridCell, Item, Line
from extractor.model.outline import CaptionedGrid
from extractor.model.place import BBox
from extractor.outline.look import Look, box, gap, one_middle, page_of, same_style
from extractor.outline.marked import CaptionMark, GridMark, caption_marks, grid_marks
from parsers.judul import collapse, parse_bab, read_kop, readings
from parsers.nilai.skala import read_scale

_FAR = 12
_REMARK = 6
"""Words of a remark on the unit of money; a longer line is a sentence."""
_FORMULA = re.compile(r"[=×÷]|\bx\s*100\s*%?", re.IGNORECASE)
_SIGNATURE = re.compile(
    r"(?i)\bNIP\b|\bNRP\b|\b(?:Pembina|Penata)\s+(?:Utama|Tk|Tingkat|Muda)\b|\bPihak\s+(?:Pertama|Kedua)\b"
)
_FIGURE = re.compile(
    r"(?i)\W{0,2}(?:gambar|grafik|bagan|diagram|foto)\W{0,2}(?:\d|[IVX]+\b)|\W*(?:bagan\s+)?st(?:r)?uktur\s+organisasi\b"
)
_DIGITS = re.compile(r"\d")
_ANNEX = re.compile(r"(?i)(?:lampiran|nomor|tanggal)\b(?!.*\btabel\b)")
"""The stamp of an annex: `Lampiran II Peraturan …`, `Nomor : …`, `Tanggal : …`."""


class Pairing(NamedTuple):
    """`tables`: grid index -> its caption or None, for every data table in reading order; `alone`: captions without a grid."""

    tables: dict[int, CaptionMark | None]
    alone: list[CaptionMark]


def pair(body: Body, contents: frozenset[int]) -> Pairing:
    """Give each caption its grid; a grid is given once."""
    captions = caption_marks(body)
    grids = [g for g in grid_marks(body) if g.at not in contents]
    usable = [g for g in grids if g.grid.n_rows * g.grid.n_cols > 1]
    above, below = _offers(body, captions, usable)
    extra = (1.5, 0.0) if not _captions_below(captions, above, below) else (0.0, 1.5)
    given: dict[int, CaptionMark] = {}
    alone = []
    for n, caption in enumerate(captions):
        offers = [
            (extra[1] + _between(body, caption.last, g.at), g.at) for g in (above.get(n),) if g and g.at not in given
        ]
        offers += [
            (extra[0] + _between(body, g.at, caption.at), g.at) for g in (below.get(n),) if g and g.at not in given
        ]
        if offers:
            given[min(offers)[1]] = caption
        else:
            alone.append(caption)
    tables = {g.at: given.get(g.at) for g in grids if g.at in given or (is_data(g.grid) and not _is_figure(body, g))}
    return Pairing(tables, alone)


def _offers(
    body: Body, captions: list[CaptionMark], grids: list[GridMark]
) -> tuple[dict[int, GridMark], dict[int, GridMark]]:
    """For each caption (by its position) the grid that can be its below it, and the one above it."""
    after: dict[int, GridMark] = {}
    before: dict[int, GridMark] = {}
    for n, caption in enumerate(captions):
        limit = captions[n + 1].at if n + 1 < len(captions) else len(body.items)
        reach = [g for g in grids if caption.last < g.at < limit and _within(body, caption.last, g.at)]
        if reach:
            after[n] = _best(reach)
        start = captions[n - 1].last if n else -1
        back = [g for g in grids if start < g.at < caption.at and _within(body, g.at, caption.at)]
        if back:
            before[n] = back[-1]
    return after, before


def _between(body: Body, start: int, end: int) -> int:
    """How many lines of text part a caption and a grid; running heads and notes do not."""
    return sum(isinstance(i, Line) and i.role not in ("running", "note") for i in body.items[start + 1 : end])


def _best(reach: list[GridMark]) -> GridMark:
    """The first grid, unless it is no data table and one that is follows (a formula box below a caption)."""
    first = reach[0]
    return first if is_data(first.grid) else next((g for g in reach[:3] if is_data(g.grid)), first)


def _within(body: Body, start: int, end: int) -> bool:
    """Near enough: no heading and only a few lines between, at most one page on."""
    between = [item for item in body.items[start + 1 : end] if isinstance(item, Line) and item.role != "running"]
    if any(line.role in ("bab", "subbab", "toc") for line in between) or len(between) > _FAR:
        return False
    first, last = body.items[start], body.items[end]
    if isinstance(first, Grid) and first.pages:
        page: int | None = first.pages[-1]
    else:
        page = page_of(first)
    other = page_of(last)
    return page is None or other is None or 0 <= other - page <= 1


def _captions_below(captions: list[CaptionMark], above: dict[int, GridMark], below: dict[int, GridMark]) -> bool:
    """The report's habit: captions at the foot of their grids, when far more of them touch a grid above than one below."""
    touches_next = sum(above[n].at == c.last + 1 for n, c in enumerate(captions) if n in above)
    touches_last = sum(below[n].at == c.at - 1 for n, c in enumerate(captions) if n in below)
    return touches_last > 2 * touches_next


def is_data(grid: Grid) -> bool:
    """True for a grid with data a reader wants: rows and columns with text, not a signature block, formula, frame or diagram."""
    filled = [c for c in grid.cells if c.text.strip()]
    rows, cols = {c.row for c in filled}, {c.col for c in filled}
    if len(rows) < 2 or len(cols) < 2 or len(filled) < 4:
        return False
    texts = [c.text for c in filled]
    if _is_signature(grid, " ".join(texts)) or _is_formula(texts, len(rows)):
        return False
    if sum(parse_bab(text) is not None for text in texts) >= 2:
        return False
    return not _is_diagram(grid) and not _is_list(filled)


def _is_list(filled: list[GridCell]) -> bool:
    """Words laid out as `label : text` by a table: a column of colons, and no figure behind it."""
    colons = {c.col for c in filled if c.text.strip() == ":"}
    if len(colons) != 1:
        return False
    at = colons.pop()
    behind = [c.text for c in filled if c.col > at]
    return all(c.text.strip() == ":" for c in filled if c.col == at) and not any(map(_DIGITS.search, behind))


def _is_formula(texts: list[str], n_rows: int) -> bool:
    """A formula set in a box: few parts, or a lone equals sign between them."""
    if n_rows > 4:
        return False
    return any(t.strip() in ("=", "≈") for t in texts) or (
        n_rows <= 3 and len(texts) <= 6 and bool(_FORMULA.search(" ".join(texts)))
    )


def _is_signature(grid: Grid, text: str) -> bool:
    """Names and numbers of officials in a few wide cells, no figures of another kind."""
    return bool(_SIGNATURE.search(text)) and grid.n_rows <= 6 and grid.n_cols <= 3 and len(_DIGITS.findall(text)) < 60


def _is_diagram(grid: Grid) -> bool:
    """An organisation chart: boxes with text scattered over a net of mostly empty positions; no figure in any of them tells it, too."""
    filled = sum(bool(c.text.strip()) for c in grid.cells)
    if len(grid.cells) < 30 or filled > 0.5 * len(grid.cells):
        return False
    if not any(_DIGITS.search(c.text) for c in grid.cells):
        return True
    if filled > 0.4 * len(grid.cells):
        return False
    rows: dict[int, list[bool]] = {}
    for cell in grid.cells:
        rows.setdefault(cell.row, []).append(bool(cell.text.strip()))
    return not any(len(row) > 2 and sum(row) >= 0.6 * len(row) for row in rows.values())


def _is_figure(body: Body, g: GridMark) -> bool:
    """A drawing of boxes with a figure's caption (`Gambar 1.1 …`) close above or below."""
    share = sum(bool(c.text.strip()) for c in g.grid.cells) / max(1, len(g.grid.cells))
    wordy = not any(_DIGITS.search(c.text) for c in g.grid.cells)
    reach = 4 if wordy else 2
    near = [item for item in body.items[max(0, g.at - 4) : g.at + reach] if isinstance(item, Line)]
    return (share < 0.6 or wordy) and any(_FIGURE.match(line.text) for line in near)


def words_above(body: Body, at: int, look: Look) -> tuple[str | None, str | None]:
    """For the item at `at`: the title lines right above it (bold, centred or larger), and the nearest heading or sentence."""
    above = [
        item
        for item in body.items[max(0, at - 12) : at]
        if isinstance(item, Grid) or item.role not in ("running", "note")
    ]
    titles: list[Line] = []
    below = body.items[at]
    tops = _repeated_tops(body, at)
    while above and isinstance(item := above[-1], Line) and _is_title(item, below, titles, look):
        titles.insert(0, item)
        below = above.pop()
    while titles and (top := tops.get(box(titles[0]))) is not None:
        titles.insert(0, top)
    judul = _joined(titles) or _title_of_form(above)
    return judul, _sentence(above) or judul


def _title_of_form(above: list[Item]) -> str | None:
    """The title under the government's name where lines like `Unit Organisasi : …` part it from its table."""
    texts: list[str] = []
    for item in reversed(above):
        if not isinstance(item, Line) or page_of(item) != page_of(above[-1]):
            break
        texts.insert(0, item.text)
    kop = read_kop(texts)
    return kop.judul if kop is not None and kop.area and kop.unit else None


def _repeated_tops(body: Body, at: int) -> dict[BBox, Line]:
    """Box of a line -> the line right above it that comes again on other pages and belongs to the same block of title lines.

    `Perjanjian Kinerja Tahun 2022` above the agency's name, at one height of many pages, is no running head: it has no white below
    it and looks like the line it stands on.
    """
    lines = [item for item in body.items[max(0, at - 8) : at] if isinstance(item, Line) and item.role != "note"]
    return {
        box(low): top
        for top, low in pairwise(lines)
        if top.role == "running"
        and top.bold
        and low.bold
        and same_style(top, low)
        and -0.5 < gap(top, low) < 1.0
        and one_middle(top, low)
    }


def title_of_page(body: Body, at: int, tables: Sequence[CaptionedGrid]) -> str | None:
    """The title of the grid right above the one at `at`, on one page without a line between: the block's title heads both."""
    before = [item for item in body.items[:at] if isinstance(item, Grid) or item.role != "running"]
    last = before[-1] if before else None
    if not isinstance(last, Grid) or page_of(last) != page_of(body.items[at]):
        return None
    return next((t.judul for t in reversed(tables) if t.grid is last and t.nomor is None), None)


def title_inside(grid: Grid) -> str | None:
    """The title that stands in the table's own frame: one cell over all columns above the labels of the columns."""
    top = [cell for cell in grid.cells if cell.row == 0]
    labels = [cell for cell in grid.cells if cell.row == 1 and cell.text.strip()]
    if len(top) != 1 or top[0].col_span < max(grid.n_cols, 2) or len(labels) < 2:
        return None
    kop = read_kop(top[0].lines)
    return (kop.judul if kop else None) or collapse(top[0].text) or None


def _is_title(item: Line, below: Item, titles: list[Line], look: Look) -> bool:
    """Does `item` belong to the title lines that stand on `below`?"""
    if item.role in ("caption", "toc") or len(titles) >= 4 or item.text.rstrip().endswith("."):
        return False
    if _ANNEX.match(item.text):
        return False
    if titles and titles[0].role in ("bab", "subbab") and item.role != titles[0].role:
        return False
    near = gap(item, below) < 3.0 or (not titles and gap(item, below) == 99.0)
    return near and (item.role in ("bab", "subbab") or item.centred or look.stands_out(item))


def _joined(titles: list[Line]) -> str | None:
    """Title lines as one text; a section heading without its number."""
    text = collapse(" ".join(line.text for line in titles))
    heads = readings(text) if titles and titles[0].role == "subbab" else []
    return (heads[0].judul if heads else text) or None


def _sentence(above: list[Item]) -> str | None:
    """The last sentence or heading among the items above, at most three lines of it."""
    found: list[str] = []
    for item in reversed(above):
        if (
            isinstance(item, Grid)
            or item.role in ("caption", "toc")
            or (found and item.text.rstrip().endswith((".", ":", ";")))
        ):
            break
        found.insert(0, item.text)
        if len(found) == 3 or item.role is not None:
            break
    return collapse(" ".join(found)) or None


def source_note(body: Body, index: int) -> str | None:
    """The source note or footnote right below the grid at `index`; before it a remark on scaled money right above the grid."""
    notes: list[str] = _remark(body, index)
    below = len(notes)
    for item in body.items[index + 1 : index + 6]:
        if isinstance(item, Grid) or (len(notes) > below and item.role != "note"):
            break
        if item.role == "note":
            notes.append(item.text)
    return collapse(" ".join(notes)) or None


def _remark(body: Body, index: int) -> list[str]:
    """`(dalam jutaan rupiah)` as a line of its own between caption and grid."""
    above = [item for item in body.items[max(0, index - 3) : index] if isinstance(item, Grid) or item.role != "running"]
    last = above[-1] if above else None
    if not isinstance(last, Line) or last.role == "caption" or len(last.text.split()) > _REMARK:
        return []
    return [last.text] if read_scale(last.text) else []
