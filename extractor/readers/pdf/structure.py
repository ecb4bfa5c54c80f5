"""Is the frame of a PDF sound? In go the bytes of the file, out come signs of damage; nothing is mended here.

PDFium mends much in silence, and believes what a page tree says of its own length. What it passes over must be known, because content
may be missing. Only bytes are looked at: the table of objects (each object must stand where the table says), how many pages are
written down, and whether the streams that hold text and drawings can be inflated to their end. Real reports are sound in all of this.
"""

import mmap
import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple, TypeAlias

HEADER_WITHIN = 2048
"""Bytes before the header that do no harm."""
_TAIL_BYTES = 4096
_STARTXREF = re.compile(rb"startxref\s+(\d{1,15})")
_OBJECT = re.compile(rb"\s*(\d{1,10})\s+\d{1,5}\s+obj")
_TABLE_PART = re.compile(rb"\s*(\d{1,10})\s+(\d{1,10})[ \t]*(?:\r\n|\r|\n)")
_ENTRY = re.compile(rb"(\d{10}) (\d{5}) ([nf])")
_ENTRY_BYTES = 20
_PREV = re.compile(rb"/Prev\s+(\d{1,15})")
_STREAM = re.compile(rb"stream\r?\n")
_HEAD_BYTES = 2000
"""A stream's dictionary is looked for within so many bytes before it."""
_NUMBER = re.compile(rb"(\d{1,10})\s+\d{1,5}\s+\Z")
_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_PLAIN_FLATE = re.compile(rb"/Filter\s*\[?\s*/(?:FlateDecode|Fl)\s*\]?\s*(?=[/>])")
_PREDICTED = re.compile(rb"/Predictor\s+(?:[2-9]|1[0-9])")
_NO_TEXT = (b"/Image", b"/Length1", b"/Length2", b"/Length3", b"/XRef", b"/Metadata", b"/EmbeddedFile", b"/FontFile")
_LOCK = re.compile(rb"/Filter\s*/Standard(?![A-Za-z])")
_ENCRYPTED = re.compile(rb"/Encrypt(?![A-Za-z])")
MOST_ENTRIES = 200_000
TRIED_ENTRIES = 1_000
"""Entries of a table part that are taken for real, and those that are tried, evenly spread: what moves in a file moves all that follows."""
MOST_INFLATED = 5_000_000
"""Bytes of one stream that are inflated to try it."""
MOST_TABLES = 100
LEAST_SEALED = 2
"""Streams that must tell the same before a file without a lock is taken for an encrypted one."""
_PIECE = 1 << 16
_MARK = 11
"""Bytes of the end of a piece that may hold the beginning of a mark, but no whole one."""


class Structure(NamedTuple):
    """`table`: every object stands where the file's table says, as far as it can be seen. `pages`: page objects that are written down
    (older states of a page count too). `broken`: numbers of objects whose stream cannot be inflated to its end. `locked`: there is a
    lock, what is left of one, or packed streams that all cannot even be begun."""

    table: bool
    pages: int
    broken: frozenset[int]
    locked: bool


Data: TypeAlias = bytes | mmap.mmap


def look_at(file: BinaryIO) -> Structure:
    """The same of an open file that is not empty; no copy of it is made."""
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        return look(data)


def look(data: Data) -> Structure:
    """What the bytes of a PDF say of its state."""
    start = max(data.find(b"%PDF-", 0, HEADER_WITHIN), 0)
    locked = bool(_ENCRYPTED.search(data) or _LOCK.search(data))
    pages = len(_PAGE.findall(data))
    broken, sealed = [], []
    # What is encrypted cannot be inflated by those who have no key.
    for number, state in () if locked else _streams(data):
        pages += state.pages
        sealed.append(state.sealed)
        if not state.whole:
            broken.append(number)
    locked = locked or (len(sealed) >= LEAST_SEALED and all(sealed))
    return Structure(_is_table_sound(data, start), pages, frozenset(broken), locked)


class _Stream(NamedTuple):
    """`sealed`: not even its beginning can be unpacked."""

    whole: bool
    pages: int
    sealed: bool = False


def _streams(data: Data) -> Iterator[tuple[int, _Stream]]:
    """(object number, state) of the streams that may hold text, drawings or other objects."""
    for match in _STREAM.finditer(data):
        if data[match.start() - 3 : match.start()] == b"end":
            continue
        begin = data.rfind(b"obj", max(0, match.start() - _HEAD_BYTES), match.start())
        head, number = data[begin + 3 : match.start()], _NUMBER.search(data[max(0, begin - 20) : begin])
        if number and _PLAIN_FLATE.search(head) and not any(mark in head for mark in _NO_TEXT):
            yield int(number[1]), _try_stream(data, match.end(), head)


def _try_stream(data: Data, at: int, head: bytes) -> _Stream:
    inflater, length, pages, last = zlib.decompressobj(), 0, 0, b""
    counted = b"/ObjStm" in head and not _PREDICTED.search(head)
    try:
        while not inflater.eof and length < MOST_INFLATED and (piece := data[at : at + _PIECE]):
            held = inflater.decompress(piece, MOST_INFLATED)
            at, length = at + _PIECE, length + len(held)
            if counted:
                pages += len(_PAGE.findall(last + held))
                last = held[-_MARK:]
    except zlib.error:
        return _Stream(False, 0, sealed=not length)
    return _Stream(inflater.eof or length >= MOST_INFLATED, pages)


def _is_table_sound(data: Data, start: int) -> bool:
    found = _STARTXREF.findall(data, max(0, len(data) - _TAIL_BYTES))
    if not found:
        return False
    place: int | None = int(found[-1])
    shift = next((s for s in dict.fromkeys((0, start)) if _is_table(data, int(found[-1]) + s)), None)
    if shift is None:
        return False
    seen: set[int] = set()
    known: set[int] = set()
    while place is not None and place not in seen and len(seen) < MOST_TABLES:
        seen.add(place)
        if not _are_entries_sound(data, place + shift, shift, known):
            return False
        place = _previous(data, place + shift)
    return True


def _is_table(data: Data, place: int) -> bool:
    return data[place : place + 64].lstrip().startswith(b"xref") or _OBJECT.match(data, place, place + 64) is not None


def _are_entries_sound(data: Data, place: int, shift: int, known: set[int]) -> bool:
    """Whether the objects of a written table stand where it says; `known` holds those that a newer table speaks for. A table that is a
    stream is not looked into."""
    at = data.find(b"xref", place, place + 64)
    if at < 0 or _OBJECT.match(data, place, place + 64):
        return True
    at += 4
    while (part := _TABLE_PART.match(data, at)) and len(known) < MOST_ENTRIES:
        first, count, at = int(part[1]), min(int(part[2]), MOST_ENTRIES), part.end()
        for index in range(0, count, max(count // TRIED_ENTRIES, 1)):
            entry = _ENTRY.match(data, at + _ENTRY_BYTES * index)
            if entry is None:
                return False
            number = first + index
            if (
                number not in known
                and entry[3] == b"n"
                and int(entry[1])
                and not _stands(data, int(entry[1]) + shift, number)
            ):
                return False
        known.update(range(first, first + count))
        at += _ENTRY_BYTES * count
    return True


def _stands(data: Data, place: int, number: int) -> bool:
    match = _OBJECT.match(data, place, place + 40)
    return match is not None and int(match[1]) == number


def _previous(data: Data, place: int) -> int | None:
    """Where the next older table stands."""
    at = data.find(b"trailer", place)
    if at < 0 or _OBJECT.match(data, place, place + 64):
        return None
    match = _PREV.search(data, at, at + 1000)
    return int(match[1]) if match else None
