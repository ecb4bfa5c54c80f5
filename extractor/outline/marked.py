"""Read a marked body back: groups of lines with one role become headings and captions.

In: a body that went through `mark_lines` (and `stitch`). Out: its parts in reading order, each at its index in `body.items`.
"""

from collections.abc import Iterator
from typing import NamedTuple

from extractor.model.body import Body, Grid, Line, Role
from extractor.model.place import Place, union
from parsers.judul import (
    chapter_value,
    continue_number,
    parse_bab,
    parse_caption,
    parse_named_caption,
    readings,
    title_text,
    unspace,
)


class ChapterMark(NamedTuple):
    at: int
    nomor: str
    judul: str
    value: int
    place: Place


class SectionMark(NamedTuple):
    """`chapter`: the chapter that the number itself names (`4.1` -> 4), None for letters."""

    at: int
    nomor: str
    judul: str
    chapter: int | None
    place: Place


class CaptionMark(NamedTuple):
    """`last`: index of the caption's last line."""

    at: int
    last: int
    nomor: str | None
    judul: str
    place: Place


class GridMark(NamedTuple):
    at: int
    grid: Grid


def groups(body: Body, role: Role) -> Iterator[list[tuple[int, Line]]]:
    """Runs of lines with `role`; running heads between two of them do not part them."""
    run: list[tuple[int, Line]] = []
    for index, item in enumerate(body.items):
        if isinstance(item, Line) and item.role == role:
            if run and _begins(item, run, role):
                yield run
                run = []
            run.append((index, item))
        elif run and not (isinstance(item, Line) and item.role == "running"):
            yield run
            run = []
    if run:
        yield run


def _begins(item: Line, run: list[tuple[int, Line]], role: Role) -> bool:
    """Is `item` the first line of a new heading or caption?"""
    last = run[-1][1].place.page
    if role == "caption" and last is not None and item.place.page == last + 1:
        return (parse_caption(item.text) or parse_named_caption(item.text)) is not None
    if item.place.page != last:
        return True
    if role == "bab":
        return parse_bab(item.text) is not None
    if role == "caption":
        return parse_caption(item.text) is not None
    return bool(readings(item.text))


def _place(run: list[tuple[int, Line]]) -> Place:
    first = run[0][1].place
    boxes = [line.place.bbox for _, line in run if line.place.bbox is not None and line.place.page == first.page]
    return Place(first.page, union(boxes), first.path) if boxes else first


def chapter_marks(body: Body) -> list[ChapterMark]:
    found = []
    for run in groups(body, "bab"):
        head = parse_bab(run[0][1].text)
        value = chapter_value(head.nomor) if head else None
        if head is None or value is None:
            continue
        nomor, titles = head.nomor, [head.judul]
        for _, line in run[1:]:
            whole = continue_number(nomor, line.text) if not any(titles) else None
            nomor, titles = (whole, titles) if whole else (nomor, [*titles, title_text(line.text)])
        found.append(
            ChapterMark(run[0][0], nomor, " ".join(t for t in titles if t), chapter_value(nomor) or value, _place(run))
        )
    return found


def section_marks(body: Body) -> list[SectionMark]:
    found = []
    for run in groups(body, "subbab"):
        heads = readings(" ".join(line.text for _, line in run))
        if heads:
            head = heads[0]
            found.append(SectionMark(run[0][0], head.nomor, head.judul, head.chapter, _place(run)))
    return found


def caption_marks(body: Body) -> list[CaptionMark]:
    found = []
    for run in groups(body, "caption"):
        parsed = parse_caption(run[0][1].text)
        first = parsed.judul if parsed else parse_named_caption(run[0][1].text) or run[0][1].text
        judul = " ".join([first, *(unspace(line.text) for _, line in run[1:])]).strip()
        found.append(CaptionMark(run[0][0], run[-1][0], parsed.nomor if parsed else None, judul, _place(run)))
    return found


def grid_marks(body: Body) -> list[GridMark]:
    return [GridMark(index, item) for index, item in enumerate(body.items) if isinstance(item, Grid)]
