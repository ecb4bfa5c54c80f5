"""Hand-made rules, words, lines and grids for tests. Points, origin top-left."""

from collections.abc import Collection, Mapping, Sequence

from msgspec.structs import replace

from extractor.grids.page import page_items
from extractor.grids.pieces import find_pieces
from extractor.model.body import Grid, GridCell, Line, Role
from extractor.model.page import Fill, Page, PageText, Rule, Word
from extractor.model.place import Place, union

XS, YS = [50.0, 120.0, 210.0, 290.0], [60.0, 80.0, 100.0, 120.0]
"""Borders of three columns and three rows."""
ROW = 15.0
SIZE = 8.0

Span = tuple[int, int, int, int]
"""(row, column, row span, column span)."""


def across(y: float, x0: float, x1: float, thickness: float = 0.5) -> Rule:
    return Rule(True, y, x0, x1, thickness)


def up(x: float, y0: float, y1: float, thickness: float = 0.5) -> Rule:
    return Rule(False, x, y0, y1, thickness)


def edges(xs: Sequence[float], ys: Sequence[float], spans: Sequence[Span]) -> list[Rule]:
    """The rules of cells, cut at every crossing, each drawn once."""
    pieces: set[tuple[bool, int, int]] = set()
    for row, col, row_span, col_span in spans:
        for c in range(col, col + col_span):
            pieces |= {(True, row, c), (True, row + row_span, c)}
        for r in range(row, row + row_span):
            pieces |= {(False, col, r), (False, col + col_span, r)}
    return [
        across(ys[line], xs[at], xs[at + 1]) if horizontal else up(xs[line], ys[at], ys[at + 1])
        for horizontal, line, at in sorted(pieces)
    ]


def lattice(xs: Sequence[float], ys: Sequence[float]) -> list[Rule]:
    """Rules from end to end."""
    return [across(y, xs[0], xs[-1]) for y in ys] + [up(x, ys[0], ys[-1]) for x in xs]


def word(text: str, x: float, top: float, size: float = SIZE, *, bold: bool = False) -> Word:
    """A word as wide as text of that size usually is."""
    return Word(text, x, top, x + 0.5 * size * len(text), top + size, size, bold)


def words(text: str, x: float, top: float, size: float = SIZE, gap: float = 0.28) -> list[Word]:
    """The words of a text with usual spaces, left to right."""
    made: list[Word] = []
    for part in text.split():
        made.append(word(part, x, top, size))
        x = made[-1].x1 + gap * size
    return made


def page(rules: Sequence[Rule], printed: Sequence[Word], fills: Sequence[Fill] = ()) -> Page:
    return Page(1, 400.0, 600.0, 0, tuple(printed), tuple(rules), tuple(fills), (), PageText("good"))


def centred(text: str, x0: float, x1: float, top: float) -> list[Word]:
    printed = words(text, 0, top)
    shift = (x0 + x1 - printed[-1].x1) / 2
    return [replace(w, x0=w.x0 + shift, x1=w.x1 + shift) for w in printed]


def filled(texts: Sequence[Sequence[str]], xs: Sequence[float] = XS, ys: Sequence[float] = YS) -> list[Word]:
    """Each text at the top left of its cell; '' for nothing."""
    return [w for r, row in enumerate(texts) for c, text in enumerate(row) for w in words(text, xs[c] + 3, ys[r] + 5)]


def grids(rules: Sequence[Rule], printed: Sequence[Word], fills: Sequence[Fill] = ()) -> list[Grid]:
    return [i for i in page_items(page(rules, printed, fills)) if isinstance(i, Grid)]


def one(rules: Sequence[Rule], printed: Sequence[Word], fills: Sequence[Fill] = ()) -> Grid:
    (grid,) = grids(rules, printed, fills)
    return grid


def grid(
    rows: Sequence[Sequence[str]],
    number: int | None = 1,
    *,
    xs: Sequence[float] = (),
    top: float = 60.0,
    bottom: float = 560.0,
    spans: Mapping[tuple[int, int], tuple[int, int]] | None = None,
    bold: Sequence[int] = (),
    shaded: Collection[tuple[int, int]] = (),
) -> Grid:
    """A ruled grid of texts on a page (None: a format without pages). `spans`: of merged cells, by their first row and column."""
    n_cols = len(rows[0])
    xs = xs or [50.0 + 60 * c for c in range(n_cols + 1)]
    step = (bottom - top) / len(rows)
    spans = spans or {}
    covered = {
        (r, c)
        for (row, col), (down, right) in spans.items()
        for r in range(row, row + down)
        for c in range(col, col + right)
        if (r, c) != (row, col)
    }
    cells = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if (r, c) in covered:
                continue
            down, right = spans.get((r, c), (1, 1))
            box = (xs[c], top + r * step, xs[c + right], top + (r + down) * step)
            place = Place(number, box) if number is not None else Place(None, path=f"body/row[{r}]/cell[{c}]")
            lines, paint = (text,) if text else (), (r, c) in shaded
            cells.append(GridCell(r, c, down, right, text, (place,), lines, bold=r in bold, shaded=paint))
    whole = Place(number, (xs[0], top, xs[-1], bottom)) if number is not None else Place(None, path="body")
    return Grid(len(rows), n_cols, tuple(cells), (whole,))


def line(
    text: str,
    top: float,
    *,
    number: int = 1,
    at: Sequence[tuple[float, str]] = (),
    x: float = 50.0,
    size: float = SIZE,
    bold: bool = False,
    role: Role | None = None,
) -> Line:
    """A printed line; `at`: its parts with their left edges, instead of `text` at `x`."""
    printed = [w for left, part in (at or [(x, text)]) for w in words(part, left, top, size)]
    return Line(
        " ".join(w.text for w in printed),
        Place(number, union([w.bbox for w in printed])),
        size=size,
        bold=bold,
        role=role,
        pieces=find_pieces(printed),
    )


def table(
    top: float, rows: Sequence[Sequence[str]], lefts: Sequence[float], *, bold: int = 0, number: int = 1
) -> list[Line]:
    """Lines of an unruled table: every row a line, its texts at `lefts` ('' leaves a place empty); `bold` leading rows are bold."""
    return [
        line(
            "",
            top + 12 * n,
            number=number,
            at=[(x, text) for x, text in zip(lefts, row, strict=True) if text],
            bold=n < bold,
        )
        for n, row in enumerate(rows)
    ]
