"""Give every line its role. In: a Body as the format's reader or the grid builder made it. Out: the same body, roles filled in.

Rooms that join grids over pages use the roles: running lines are skipped, a caption keeps two tables apart, a caption that is
only repeated on a table's next page is a running line.
"""

from operator import is_

import msgspec
import regex

from extractor.model.body import Body, Grid, Item, Line, Role
from extractor.outline.captions import find_captions
from extractor.outline.chapters import find_chapters
from extractor.outline.contents import find_contents
from extractor.outline.look import look_of
from extractor.outline.running import running_items
from extractor.outline.sections import find_sections
from parsers.judul import parse_bab, parse_caption

_NOTE = regex.compile(
    r"(?i)\W{0,3}(?:sumber(?:\s*data)?|source)\s*[:;].*|\W{0,3}(?:keterangan|catatan|ket\.?)\s*:.*|\*+\)?\s*\S.*"
)
_NEAR_GRID = 3


def mark_lines(body: Body) -> Body:
    """`body` with the role of every line; boxed running heads and boxed chapter headings become lines."""
    running = running_items(body)
    plain = _without_boxes(body, running)
    if plain is not body:
        body, running = plain, running_items(plain)
    look, running = look_of(body), running | _already_running(body)
    contents = find_contents(body, running)
    roles: dict[int, Role] = {index: "toc" for index in contents.items}
    roles |= dict.fromkeys(running, "running")
    chapters = find_chapters(body, look, running, contents.items)
    for heading in chapters:
        roles |= dict.fromkeys(heading.lines, "bab")
    captions = find_captions(body, look, _free(body, roles))
    for caption in captions:
        roles |= dict.fromkeys(caption.lines, "running" if caption.lanjutan else "caption")
    for section in find_sections(body, look, _free(body, roles), chapters):
        roles |= dict.fromkeys(section.lines, "subbab")
    roles |= dict.fromkeys(_notes(body, roles), "note")
    return msgspec.structs.replace(
        body, items=tuple(_with_role(item, roles.get(i)) for i, item in enumerate(body.items))
    )


def _already_running(body: Body) -> set[int]:
    return {i for i, item in enumerate(body.items) if isinstance(item, Line) and item.role == "running"}


def _free(body: Body, roles: dict[int, Role]) -> list[int]:
    return [i for i in range(len(body.items)) if i not in roles]


def _with_role(item: Item, role: Role | None) -> Item:
    if isinstance(item, Grid) or item.role == role:
        return item
    return msgspec.structs.replace(item, role=role)


def _without_boxes(body: Body, running: set[int]) -> Body:
    """Small grids that are no tables as lines: a running head in a ruled band, a chapter heading in a coloured box.

    `running`: the running heads of `body`; where no grid is such a box, the very same body comes back.
    """
    items: list[Item] = []
    for index, item in enumerate(body.items):
        if isinstance(item, Grid) and index in running:
            items += grid_lines(item, "running")
        elif isinstance(item, Grid) and _holds_chapter(item):
            items += grid_lines(item, None)
        elif isinstance(item, Grid):
            items += _caption_row_off(item)
        else:
            items.append(item)
    if len(items) == len(body.items) and all(map(is_, items, body.items)):
        return body
    return msgspec.structs.replace(body, items=tuple(items))


def _caption_row_off(grid: Grid) -> list[Item]:
    """A grid whose first row is one cell with the table's own caption, as caption and grid."""
    first = [cell for cell in grid.cells if cell.row == 0]
    filled = [cell for cell in first if cell.text.strip()]
    if len(filled) != 1 or filled[0].row_span > 1 or grid.n_rows < 3 or parse_caption(filled[0].text) is None:
        return [grid]
    cells = tuple(msgspec.structs.replace(cell, row=cell.row - 1) for cell in grid.cells if cell.row > 0)
    rest = msgspec.structs.replace(grid, n_rows=grid.n_rows - 1, cells=cells, header_rows=max(grid.header_rows - 1, 0))
    return [*grid_lines(msgspec.structs.replace(grid, cells=(filled[0],)), None), rest]


def _holds_chapter(grid: Grid) -> bool:
    texts = [cell.text for cell in grid.cells if cell.text.strip()]
    return len(texts) <= 3 and grid.n_rows <= 3 and parse_bab(" ".join(texts)) is not None


def grid_lines(grid: Grid, role: Role | None) -> list[Line]:
    """The cells' texts as boxed lines with `role`, in reading order."""
    cells = sorted((c for c in grid.cells if c.text.strip()), key=lambda c: (c.row, c.col))
    places = grid.places[:1]
    return [
        Line(text=cell.text, place=(cell.places or places)[0], bold=cell.bold, boxed=True, centred=True, role=role)
        for cell in cells
        if cell.places or places
    ]


def _notes(body: Body, roles: dict[int, Role]) -> list[int]:
    """Source notes and footnotes: `Sumber: …`, `Keterangan: …`, `*) …` close below a grid."""
    found = []
    since_grid = _NEAR_GRID + 1
    for index, item in enumerate(body.items):
        since_grid = 0 if isinstance(item, Grid) else since_grid + (roles.get(index) != "running")
        if (
            isinstance(item, Line)
            and index not in roles
            and since_grid <= _NEAR_GRID
            and _NOTE.fullmatch(item.text.strip())
        ):
            found.append(index)
    return found
