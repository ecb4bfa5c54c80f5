"""What is drawn on a page besides text: thin rules, filled areas, images. In comes an open page, out come shown boxes.

Word, LibreOffice and Excel draw most rules as *filled rectangles* of 0.3 to 2 pt; shading is a filled rectangle as well,
often one per text line with strips around it. So a thin fill is a rule unless it lies along a larger fill of its own
colour (then it is a strip of that shading), and a rule that a later fill paints over cannot be seen and is left out.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise
from operator import attrgetter
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from extractor.model.page import Fill, Rule
from extractor.model.place import BBox
from extractor.readers.pdf.calls import OBJECTS, Handle, calls, handle_of
from extractor.readers.pdf.view import View

THIN = 2.6
"""Points: a filled rectangle not thicker than this is a rule."""
LEAST_LENGTH = 2.8
"""Points: shorter pieces are the dots at corners or parts of letters."""
SLANT = 1.0
"""Points: a line may lean by this much."""
HIDES = 0.3
"""Points: an area must reach this far over both sides of a rule to hide it."""
STRIP = 24.0
"""Points: height of the strips by which areas are looked up."""
WHITE = 0xF4
"""Each colour part at least this: white paper."""
FAINT_ALPHA = 40
SIMPLE_PATH = 6
"""Segments: a filled path of no more is taken for its bounding box."""
FORM_DEPTH = 12
MAX_OBJECTS = 200_000
"""Objects of a page, forms counted in: more is no report."""

FAR = 1e6
"""Points from the page's corner: nothing that is drawn there is meant to be seen."""

PATH, IMAGE, FORM = 2, 3, 5
"""PDFium's kinds of page objects."""
CURVE_TO, MOVE_TO = 1, 2
"""PDFium's kinds of path segments."""

Get = Callable[[Handle, int], Handle]
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Drawn(NamedTuple):
    rules: list[Rule]
    fills: list[Fill]
    images: list[BBox]


class Shape(Struct, frozen=True):
    """A filled or stroked axis-parallel box; `order` is its turn of being painted, `opaque` whether it hides what is below."""

    box: BBox
    colour: int
    filled: bool
    width: float
    order: int
    opaque: bool = True


class Neighbours(NamedTuple):
    """Page objects that follow each other, at most `OBJECTS`, with their kinds and the matrix of the forms that they stand in."""

    objects: list[Handle]
    kinds: list[int]
    matrix: Matrix


ORDER = attrgetter("order")


def _colour(parts: tuple[int, int, int, int] | None) -> tuple[int, int]:
    """(0xRRGGBB, alpha); black where PDFium does not know (patterns)."""
    if parts is None:
        return 0, 255
    red, green, blue, alpha = parts
    return red << 16 | green << 8 | blue, alpha


def is_white(colour: int) -> bool:
    return min(colour >> 16, colour >> 8 & 255, colour & 255) >= WHITE


def _apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    """First `inner`, then `outer`."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _objects(page: Handle) -> Iterator[Neighbours]:
    """Every page object, in painting order."""
    call, budget = calls(), MAX_OBJECTS

    def walk(count: int, get: Get, holder: Handle, matrix: Matrix, depth: int) -> Iterator[Neighbours]:
        nonlocal budget
        for first in range(0, count, OBJECTS):
            if budget <= 0:
                return
            objects = call.objects(get, holder, range(first, min(first + OBJECTS, count)))
            kinds, start = list(map(call.kind, objects)), 0
            budget -= len(objects)
            for at in [at for at, kind in enumerate(kinds) if kind == FORM]:
                yield Neighbours(objects[start:at], kinds[start:at], matrix)
                start, form = at + 1, objects[at]
                if depth < FORM_DEPTH:
                    inner = _times(call.object_matrix(form) or IDENTITY, matrix)
                    yield from walk(call.form_objects(form), call.form_object, form, inner, depth + 1)
            yield Neighbours(objects[start:], kinds[start:], matrix)

    yield from walk(call.page_objects(page), call.page_object, page, IDENTITY, 0)


def _bounds(page_object: Handle, matrix: Matrix) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = calls().bounds(page_object)
    if matrix is IDENTITY:
        return x0, y0, x1, y1
    corners = [_apply(matrix, x, y) for x, y in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))]
    return (
        min(c[0] for c in corners),
        min(c[1] for c in corners),
        max(c[0] for c in corners),
        max(c[1] for c in corners),
    )


def _subpaths(path: Handle, count: int, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
    """The points of each subpath, in page space; a subpath with a curve is left out."""
    call = calls()
    points: list[tuple[float, float]] = []
    last = (0.0, 0.0)
    curved = False
    for index in range(count):
        segment = call.segment(path, index)
        kind = call.segment_kind(segment)
        if kind == MOVE_TO:
            if points and not curved:
                yield points
            points, curved = [], False
        curved = curved or kind == CURVE_TO
        last = call.point(segment) or last
        points.append(_apply(matrix, *last))
        if call.is_closed(segment):
            points.append(points[0])
    if points and not curved:
        yield points


def _is_rectangle(points: list[tuple[float, float]]) -> bool:
    """Four or five points, every side parallel to an axis."""
    return 4 <= len(set(points)) + 1 <= 5 and all(
        abs(p[0] - q[0]) < SLANT or abs(p[1] - q[1]) < SLANT for p, q in pairwise(points)
    )


def _around(paths: list[Handle], matrix: Matrix, view: View) -> list[BBox]:
    """The shown bounding boxes of paths."""
    if view.turns or matrix is not IDENTITY:
        return [view.box(*_bounds(path, matrix)) for path in paths]
    left, high = view.left, view.bottom + view.height
    return [
        (x0 - left, high - y1, x1 - left, high - y0) if x0 <= x1 and y0 <= y1 else view.box(x0, y0, x1, y1)
        for x0, y0, x1, y1 in calls().many_bounds(paths)
    ]


def _filled(paths: list[Handle], matrix: Matrix, view: View) -> Iterator[tuple[int, int, BBox]]:
    """Place of the path, colour and box of each rectangle that paths fill."""
    colours = [_colour(parts) for parts in calls().fills(paths)]
    counts = list(map(calls().segments, paths))
    painted = [i for i, (_, alpha) in enumerate(colours) if alpha >= FAINT_ALPHA]
    simple = [i for i in painted if counts[i] <= SIMPLE_PATH]
    for i, box in zip(simple, _around([paths[i] for i in simple], matrix, view), strict=True):
        yield i, colours[i][0], box
    if len(simple) < len(painted):
        for i in painted:
            if counts[i] > SIMPLE_PATH:
                for box in _rectangles(paths[i], counts[i], matrix, view):
                    yield i, colours[i][0], box


def _rectangles(path: Handle, count: int, matrix: Matrix, view: View) -> Iterator[BBox]:
    """The rectangles that a path of `count` segments consists of."""
    for points in _subpaths(path, count, _times(calls().object_matrix(path) or IDENTITY, matrix)):
        if _is_rectangle(points):
            xs, ys = [p[0] for p in points], [p[1] for p in points]
            yield view.box(min(xs), min(ys), max(xs), max(ys))


def _stroked(path: Handle, matrix: Matrix, view: View) -> Iterator[tuple[BBox, int, float]]:
    """Box, colour and width of the straight lines of one stroked path object, axis-parallel ones only."""
    colour, alpha = _colour(calls().stroke(path))
    if alpha < FAINT_ALPHA:
        return
    width, count = max(calls().stroke_width(path), 0.1), calls().segments(path)
    for points in _subpaths(path, count, _times(calls().object_matrix(path) or IDENTITY, matrix)):
        for (ax, ay), (bx, by) in pairwise(points):
            if abs(ax - bx) < SLANT or abs(ay - by) < SLANT:
                yield view.box(ax, ay, bx, by), colour, width


def _shapes_of(paths: list[Handle], matrix: Matrix, view: View, order: int) -> list[Shape]:
    """The boxes and lines of path objects that touch the page, in the order of being painted; `order` is that of the first."""
    modes = calls().draw_modes(paths)
    filled = [i for i, (fill, _) in enumerate(modes) if fill]
    wide, high = (min(size, FAR) for size in (view.shown_width, view.shown_height))
    transparent = calls().is_transparent
    shapes = [
        Shape(box, colour, True, 0.0, order + filled[i], not transparent(paths[filled[i]]))
        for i, colour, box in _filled([paths[i] for i in filled], matrix, view)
        if -FAR < box[0] <= wide and 0 <= box[2] < FAR and -FAR < box[1] <= high and 0 <= box[3] < FAR
    ]
    strokes = [
        Shape(box, colour, False, width, order + i)
        for i, (_, stroked) in enumerate(modes)
        if stroked
        for box, colour, width in _stroked(paths[i], matrix, view)
        if -FAR < box[0] <= wide and 0 <= box[2] < FAR and -FAR < box[1] <= high and 0 <= box[3] < FAR
    ]
    return sorted([*shapes, *strokes], key=ORDER)


def _rule(shape: Shape) -> Rule | None:
    """The shape as a thin line, or None when it is an area or a dot."""
    x0, top, x1, bottom = shape.box
    width, height = x1 - x0, bottom - top
    thin, length = (height, width) if width >= height else (width, height)
    if (shape.filled and thin > THIN) or length < LEAST_LENGTH or length < 2 * thin:
        return None
    dark = not is_white(shape.colour)
    thickness = max(thin, shape.width)
    if width >= height:
        return Rule(True, (top + bottom) / 2, x0, x1, thickness, dark, shape.colour)
    return Rule(False, (x0 + x1) / 2, top, bottom, thickness, dark, shape.colour)


def _beside(shape: Shape, area: Shape) -> bool:
    """Whether a thin shape lies along or inside an area of its colour: then it is a strip of that shading."""
    x0, top, x1, bottom = shape.box
    a0, atop, a1, abottom = area.box
    across = min(x1, a1) - max(x0, a0), min(bottom, abottom) - max(top, atop)
    if across[0] < -0.6 or across[1] < -0.6:
        return False
    return across[0] >= 0.5 * (x1 - x0) if x1 - x0 >= bottom - top else across[1] >= 0.5 * (bottom - top)


def _cover(shape: Shape, area: Shape) -> tuple[float, float] | None:
    """The part along a thin shape that an opaque area painted later covers, or None."""
    x0, top, x1, bottom = shape.box
    a0, atop, a1, abottom = area.box
    if x1 - x0 >= bottom - top:
        over = atop <= top - HIDES and abottom >= bottom + HIDES
        return (max(a0, x0), min(a1, x1)) if over and a0 < x1 and a1 > x0 else None
    over = a0 <= x0 - HIDES and a1 >= x1 + HIDES
    return (max(atop, top), min(abottom, bottom)) if over and atop < bottom and abottom > top else None


def _visible(rule: Rule, covers: list[tuple[float, float]]) -> Iterator[Rule]:
    """What is left of a rule between the parts that are covered."""
    start = rule.start
    for low, high in sorted(covers):
        if low - start >= LEAST_LENGTH:
            yield replace(rule, start=start, end=low)
        start = max(start, high)
    if rule.end - start >= LEAST_LENGTH or not covers:
        yield replace(rule, start=start)


def _buckets(areas: list[Shape]) -> dict[int, list[Shape]]:
    """Areas by the strips of the page that they touch, so that a rule is held against few of them."""
    held: dict[int, list[Shape]] = {}
    for area in areas:
        for strip in range(int(area.box[1] // STRIP), int(area.box[3] // STRIP) + 1):
            held.setdefault(strip, []).append(area)
    return held


def _sort_out(shapes: list[Shape]) -> tuple[list[Rule], list[Fill]]:
    """Rules and fills among the shapes."""
    areas = [s for s in shapes if s.filled and s.box[2] - s.box[0] > THIN and s.box[3] - s.box[1] > THIN]
    held = _buckets(areas)
    rules: list[Rule] = []
    for shape in shapes:
        rule = _rule(shape)
        if rule is None:
            continue
        (_, top, _, bottom), colour, filled, order = shape.box, shape.colour, shape.filled, shape.order
        strips = range(int(top // STRIP), int(bottom // STRIP) + 1)
        near = [area for strip in strips if strip in held for area in held[strip]]
        if filled and any([_beside(shape, area) for area in near if area.colour == colour]):
            continue
        covers = [_cover(shape, area) for area in near if area.opaque and area.order > order]
        rules.extend(_visible(rule, [cover for cover in covers if cover]) if covers else (rule,))
    return rules, [Fill(*a.box, white=is_white(a.colour), colour=a.colour) for a in areas]


def read_paths(page: Any, view: View) -> Drawn:
    """Rules, fills and images of an open PDFium page."""
    shapes: list[Shape] = []
    images: list[BBox] = []
    for objects, kinds, matrix in _objects(handle_of(page)):
        paths = [item for item, kind in zip(objects, kinds, strict=True) if kind == PATH]
        if paths:
            shapes += _shapes_of(paths, matrix, view, shapes[-1].order + 1 if shapes else 0)
        if len(paths) < len(objects):
            found = [item for item, kind in zip(objects, kinds, strict=True) if kind == IMAGE]
            images += [view.box(*_bounds(item, matrix)) for item in found]
    rules, fills = _sort_out(shapes)
    return Drawn(rules, fills, [box for box in images if all(abs(edge) < FAR for edge in box)])
