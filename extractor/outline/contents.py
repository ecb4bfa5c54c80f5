"""Tables of contents and lists of tables: which lines belong to them, and what the list of tables lists.

In: a Body (and which of its items are running heads). Out: indexes of the lines and grids of such lists; entries in order.
"""

from collections import defaultdict
from typing import NamedTuple

from extractor.model.body import Body, Grid, Item, Line, dense
from extractor.outline.look import page_of
from parsers.judul import EntriTabel, has_leader, parse_entry, parse_list_title, parse_table_entry

_ENTRY_SHARE = 0.4
_MOST_PARAGRAPHS = 200


class Contents(NamedTuple):
    """`items`: indexes of every line and grid of a list; `tabel`: those of the list of tables, in order."""

    items: frozenset[int]
    tabel: tuple[int, ...]


def find_contents(body: Body, running: set[int]) -> Contents:
    """Every list from its title (`DAFTAR ISI`) to the last page that still looks like one, and lines with a dot leader.

    A page that looks like a list is one, also where its title is a picture.
    """
    listed: set[int] = set()
    tabel: list[int] = []
    kind: str | None = None
    leads = {i for i, item in enumerate(body.items) if isinstance(item, Line) and has_leader(item.text)}
    numbers = {i for i, item in enumerate(body.items) if isinstance(item, Line) and item.text.strip().isdigit()}
    looks = _share_of_pages(body, running, leads | numbers, 2.0)
    clear = _share_of_pages(body, running, leads, 3.0)
    last_page: int | None = None
    for index, item in enumerate(body.items):
        if index in running:
            continue
        title = parse_list_title(item.text) if isinstance(item, Line) and index not in leads else None
        page = page_of(item)
        if title:
            kind, last_page = title, page
        elif kind and not _goes_on(item, page, last_page, looks):
            kind = None
        if kind is None and page in clear:
            kind = "isi"
        if kind:
            last_page = page
            listed.add(index)
            if kind == "tabel" and not title:
                tabel.append(index)
        elif isinstance(item, Line) and index in leads and parse_entry(item.text).halaman:
            listed.add(index)
    return Contents(frozenset(listed), tuple(tabel))


def _goes_on(item: Item, page: int | None, last_page: int | None, looks: set[int]) -> bool:
    """True when the list that was open before `item` still is."""
    if page is None:
        if not isinstance(item, Line) or item.level is not None:
            return False
        return parse_entry(item.text).halaman is not None or not item.text.strip()
    return page == last_page or page in looks


def _share_of_pages(body: Body, running: set[int], entries: set[int], least: float) -> set[int]:
    """Pages with at least `least` lines among `entries`, when they are a good part of the page's lines."""
    count: dict[int, list[bool]] = defaultdict(list)
    for index, item in enumerate(body.items):
        page = page_of(item)
        if isinstance(item, Line) and page is not None and index not in running:
            count[page].append(index in entries)
    return {page for page, found in count.items() if sum(found) >= max(least, _ENTRY_SHARE * len(found))}


def listed_tables(body: Body, contents: Contents) -> list[EntriTabel]:
    """The entries of the list of tables; an entry over several lines is one."""
    texts = [text for index in contents.tabel for text in _texts(body.items[index])][:_MOST_PARAGRAPHS]
    entries: list[EntriTabel] = []
    for text in texts:
        entry = parse_table_entry(text)
        if entry:
            entries.append(entry)
        elif entries and entries[-1].halaman is None and text.strip().lower() not in ("halaman", "hal", "hal."):
            entries[-1] = _longer(entries[-1], text)
    return entries


def _texts(item: Item) -> list[str]:
    if isinstance(item, Grid):
        return [" ".join(t for t in row if t) for row in dense(item)]
    return [item.text]


def _longer(entry: EntriTabel, text: str) -> EntriTabel:
    """An entry with one more of its lines; a line that is only a number is its page."""
    if text.strip().isdigit():
        return entry._replace(halaman=text.strip())
    more = parse_entry(text)
    return EntriTabel(entry.nomor, f"{entry.judul} {more.judul}".strip(), more.halaman)
