"""Unit cells that no border parts become one cell; every cell is a rectangle. In come borders, out come cell boxes with spans."""

from msgspec import Struct

from extractor.grids.borders import Borders
from extractor.model.place import BBox


class Box(Struct, frozen=True):
    """A cell of the drawn grid: its position, its spans and its box on the page."""

    row: int
    col: int
    row_span: int
    col_span: int
    bbox: BBox


def _components(borders: Borders) -> list[list[tuple[int, int]]]:
    """Groups of unit cells that no border parts, in reading order of their first unit."""
    n_rows, n_cols = len(borders.ys) - 1, len(borders.xs) - 1
    seen = [[False] * n_cols for _ in range(n_rows)]
    groups = []
    for row in range(n_rows):
        for col in range(n_cols):
            if seen[row][col]:
                continue
            seen[row][col] = True
            group, queue = [], [(row, col)]
            while queue:
                r, c = queue.pop()
                group.append((r, c))
                steps = (
                    (r, c + 1, c + 1 < n_cols and not borders.right[r][c]),
                    (r, c - 1, c > 0 and not borders.right[r][c - 1]),
                    (r + 1, c, r + 1 < n_rows and not borders.below[r][c]),
                    (r - 1, c, r > 0 and not borders.below[r - 1][c]),
                )
                for i, j, open_ in steps:
                    if open_ and not seen[i][j]:
                        seen[i][j] = True
                        queue.append((i, j))
            groups.append(group)
    return groups


def _is_rectangle(group: list[tuple[int, int]]) -> bool:
    rows, cols = [r for r, _ in group], [c for _, c in group]
    return len(group) == (max(rows) - min(rows) + 1) * (max(cols) - min(cols) + 1)


def _mend(borders: Borders, group: list[tuple[int, int]]) -> None:
    """Close borders inside a group that is no rectangle, so that its units fall apart into rectangles.

    A border missing in one place only (seen in real reports) is drawn in the other rows and columns: the group is parted wherever a
    border between its columns is drawn in any of its rows, then wherever one between its rows is drawn in any of its columns.
    """
    units = set(group)
    for c in {c for _, c in group}:
        rows = [r for r, k in group if k == c and (r, c + 1) in units]
        edge = [r for r, k in group if k == c and ((r, c + 1) not in units or borders.right[r][c])]
        if rows and edge:
            for r in rows:
                borders.right[r][c] = True
    for r in {r for r, _ in group}:
        cols = [c for k, c in group if k == r and (r + 1, c) in units]
        edge = [c for k, c in group if k == r and ((r + 1, c) not in units or borders.below[r][c])]
        if cols and edge:
            for c in cols:
                borders.below[r][c] = True


def _half_drawn(borders: Borders, group: list[tuple[int, int]]) -> bool:
    """Close borders inside a rectangle that are drawn in half of its rows (or columns): elsewhere they are missing. Whether any was."""
    units = set(group)
    closed = False
    for lines, step in ((borders.right, (0, 1)), (borders.below, (1, 0))):
        held: dict[int, list[tuple[int, int]]] = {}
        for r, c in group:
            if (r + step[0], c + step[1]) in units:
                held.setdefault(c if step[1] else r, []).append((r, c))
        for places in held.values():
            drawn = sum(lines[r][c] for r, c in places)
            if len(places) > drawn >= len(places) / 2:
                closed = True
                for r, c in places:
                    lines[r][c] = True
    return closed


def without_idle_rows(borders: Borders) -> Borders:
    """The borders but those between rows that part the cells of no column: a loose end of a rule, or a word, made them."""
    idle = [r for r, row in enumerate(borders.below[:-1]) if not any(row)]
    if not idle:
        return borders
    right: list[list[bool]] = []
    for r, row in enumerate(borders.right):
        if r - 1 in idle:
            right[-1] = [a or b for a, b in zip(right[-1], row, strict=True)]
        else:
            right.append(row)
    ys = [y for n, y in enumerate(borders.ys) if n - 1 not in idle]
    below = [row for r, row in enumerate(borders.below) if r not in idle]
    return Borders(borders.xs, ys, right, below)


def find_cells(borders: Borders) -> list[Box]:
    """The cells in reading order; `borders` is mended where its units form no rectangles."""
    groups = _components(borders)
    odd = [g for g in groups if not _is_rectangle(g)]
    for group in odd:
        _mend(borders, group)
    half = [_half_drawn(borders, g) for g in groups if len(g) > 2 and _is_rectangle(g)]
    if odd or any(half):
        groups = _components(borders)
    boxes = []
    for group in groups:
        parts = [group] if _is_rectangle(group) else [[unit] for unit in group]
        for part in parts:
            rows, cols = [r for r, _ in part], [c for _, c in part]
            r0, r1, c0, c1 = min(rows), max(rows) + 1, min(cols), max(cols) + 1
            box = (borders.xs[c0], borders.ys[r0], borders.xs[c1], borders.ys[r1])
            boxes.append(Box(r0, c0, r1 - r0, c1 - c0, box))
    return sorted(boxes, key=lambda b: (b.row, b.col))
