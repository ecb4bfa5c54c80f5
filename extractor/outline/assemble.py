"""The frame of a report from its marked body: chapters with sections, tables with captions, the list of tables as a check-list."""

from extractor.model.body import Body, Grid, Line
from extractor.model.laporan import Bab, DaftarTabel, Subbab
from extractor.model.outline import CaptionedGrid, Outline
from extractor.outline import checks
from extractor.outline.contents import find_contents, listed_tables
from extractor.outline.identity import identify
from extractor.outline.layout import layout_findings
from extractor.outline.leftovers import leftovers
from extractor.outline.look import look_of
from extractor.outline.marked import ChapterMark, SectionMark, chapter_marks, section_marks
from extractor.outline.tables import pair, source_note, title_inside, title_of_page, words_above
from parsers.judul import JUDUL_BAKU, roman_value, standard_title, table_key, to_roman


def assemble(body: Body, file_name: str) -> Outline:
    """The outline of a body whose lines are marked (`mark_lines`) and whose grids are joined.

    `file_name` (without folder) says kind and year where the report itself does not. Findings have id ''.
    """
    running = {i for i, item in enumerate(body.items) if isinstance(item, Line) and item.role == "running"}
    contents = find_contents(body, running)
    chapters, sections = chapter_marks(body), section_marks(body)
    bab, starts = _chapters(chapters, sections, body)
    pairing = pair(body, contents.items)
    look = look_of(body)
    tables: list[CaptionedGrid] = []
    for index, caption in pairing.tables.items():
        grid = body.items[index]
        if not isinstance(grid, Grid):
            continue
        at = index if caption is None else caption.at
        title, context = words_above(body, at, look) if caption is None or not caption.judul else (caption.judul, None)
        if caption is None and title is None:
            title = title_inside(grid) or title_of_page(body, index, tables)
        tables.append(
            CaptionedGrid(
                grid=grid,
                nomor=caption.nomor if caption else None,
                judul=title,
                bab=_chapter_at(at, bab, starts),
                caption=caption.place if caption else None,
                source_note=source_note(body, index),
                context=context if caption is None else None,
            )
        )
    known = {table_key(t.nomor) for t in tables if t.nomor}
    listed = tuple(
        DaftarTabel(nomor=e.nomor, judul=e.judul, printed_page=e.halaman, found=table_key(e.nomor) in known)
        for e in listed_tables(body, contents)
    )
    skipped = [
        item
        for i, item in enumerate(body.items)
        if isinstance(item, Grid) and i not in pairing.tables and i not in contents.items
    ]
    found = (
        *checks.all_findings(bab, listed, tables, pairing.alone),
        *layout_findings(body, chapters, bab),
        *leftovers(tables, skipped),
    )
    return Outline(laporan=identify(body, file_name), bab=bab, daftar_tabel=listed, tables=tuple(tables), temuan=found)


def _chapters(
    chapters: list[ChapterMark], sections: list[SectionMark], body: Body
) -> tuple[tuple[Bab, ...], list[int]]:
    """Chapters in reading order with their sections, and where each begins. A chapter that only its sections show is inferred.

    Sections stand where the report prints them: under the last printed chapter heading. An inferred chapter lists none of its own,
    unless no chapter heading is printed at all.
    """
    marks = sorted([*chapters, *_inferred(chapters, sections, body)], key=lambda c: c.at)
    inferred = {c.at for c in marks if c not in chapters}
    found = []
    for mark in marks:
        printed = [m.at for m in marks if m.at not in inferred]
        starts = printed or [m.at for m in marks]
        end = next((index for index in starts if index > mark.at), len(body.items))
        first = mark.at == min(starts)
        inside = [s for s in sections if mark.at <= s.at < end or (first and s.at < mark.at)]
        if mark.at in inferred and printed:
            inside = []
        subbab = tuple(Subbab(s.nomor, s.judul, s.place.page, s.place.path) for s in inside)
        found.append(
            Bab(
                mark.nomor,
                mark.judul,
                mark.place.page,
                inferred=mark.at in inferred,
                path=mark.place.path,
                subbab=subbab,
            )
        )
    return tuple(found), [m.at for m in marks]


def _inferred(chapters: list[ChapterMark], sections: list[SectionMark], body: Body) -> list[ChapterMark]:
    """A chapter for the first section whose number names one that has no heading, and that follows the chapters before it."""
    values = {c.value for c in chapters}
    roman = not chapters or sum(roman_value(c.nomor) is not None for c in chapters) * 2 >= len(chapters)
    found: dict[int, ChapterMark] = {}
    for s in sections:
        value = s.chapter
        if value is None or value in values or value in found:
            continue
        before = [c.value for c in chapters if c.at < s.at]
        after = [c.value for c in chapters if c.at > s.at]
        if max(before, default=0) < value < min(after, default=99):
            judul = _title_near(body, s.at, value)
            found[value] = ChapterMark(s.at, to_roman(value) if roman else str(value), judul, value, s.place)
    return list(found.values())


def _title_near(body: Body, index: int, value: int) -> str:
    """A standard title printed without its number just above the first section, else ''."""
    for item in reversed(body.items[max(0, index - 4) : index]):
        if isinstance(item, Line) and standard_title(item.text) == value:
            return next(title for number, title, _ in JUDUL_BAKU if number == value)
    return ""


def _chapter_at(index: int, bab: tuple[Bab, ...], starts: list[int]) -> str | None:
    before = [b.nomor for b, start in zip(bab, starts, strict=True) if start <= index]
    return before[-1] if before else None
