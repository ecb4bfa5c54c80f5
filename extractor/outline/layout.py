"""STRUCT-LAYOUT: the chapters that the section on the report's layout (`Sistematika`) promises, beside those that are there.

In: a marked body, its chapters. Out: findings. The section lists chapters as lines or in a grid; a title stands beside its number or
right below it, a sentence about the chapter is none (`Bab II menguraikan …`). Only a list that counts from one without a gap is taken.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extractor.model.body import Body, Grid, Line
from extractor.model.laporan import Bab
from extractor.model.place import Place
from extractor.model.temuan import Message, Ref, Severity, Temuan
from extractor.outline.marked import ChapterMark
from parsers import kata
from parsers.judul import capital_share, chapter_value, parse_bab, standard_title

_LAYOUT = re.compile(r"(?i)\W*(?:[\dA-Z]{1,3}(?:\.\d{1,2})*[.)]?\s+)?sistematika\b")
_CHAPTER = re.compile(r"(?i)\W{0,4}B\s?A\s?B\s*[.:]?\s*(?P<nomor>[IVX]{1,5}|\d{1,2})(?!\w)(?!\.\d)")
_MOST_WORDS = 12
_LAST = 4


class Janji(NamedTuple):
    """A promised chapter; `judul` "" where none is named."""

    nomor: str
    value: int
    judul: str
    place: Place


def layout_findings(body: Body, chapters: Sequence[ChapterMark], bab: Sequence[Bab]) -> list[Temuan]:
    """What the layout promises and the report does not keep (W, in a part of a report I), and what it forgets or calls differently (I)."""
    promised = _promised(body, chapters)
    if len(promised) < 2 or [item.value for item in promised] != list(range(1, len(promised) + 1)):
        return []
    there = {value: b for b in bab if (value := chapter_value(b.nomor)) is not None}
    found = []
    for item in promised:
        if item.value not in there and max(there, default=0) < item.value:
            found.append(_absent(item, "W" if any(map(_ends, bab)) else "I"))
        elif item.value in there and item.judul and _differ(item.judul, there[item.value].judul):
            found.append(_renamed(item, there[item.value]))
    forgotten = [b.nomor for value, b in sorted(there.items()) if value > len(promised)]
    return [*found, _forgotten(promised[-1], ", ".join(forgotten))] if forgotten else found


def _promised(body: Body, chapters: Sequence[ChapterMark]) -> list[Janji]:
    start = next((i for i, item in enumerate(body.items) if isinstance(item, Line) and _is_head(item)), None)
    if start is None:
        return []
    end = min((mark.at for mark in chapters if mark.at > start), default=start)
    texts = list(_texts(body, start + 1, end))
    found: dict[int, Janji] = {}
    for (text, place), (below, _) in pairwise([*texts, ("", Place(None))]):
        match = _CHAPTER.match(text)
        value = chapter_value(match["nomor"]) if match else None
        if match is not None and value is not None:
            found.setdefault(value, Janji(match["nomor"], value, _title(text, match.end(), below), place))
    return list(found.values())


def _is_head(line: Line) -> bool:
    return (
        line.role in (None, "subbab") and len(line.text.split()) <= _MOST_WORDS and _LAYOUT.match(line.text) is not None
    )


def _texts(body: Body, start: int, end: int) -> Iterator[tuple[str, Place]]:
    for item in body.items[start:end]:
        if isinstance(item, Grid):
            yield from (
                (" ".join(cell.text.split()), cell.places[0])
                for cell in item.cells
                if cell.text.strip() and cell.places
            )
        elif item.role not in ("running", "note") and item.text.strip():
            yield " ".join(item.text.split()), item.place


def _title(text: str, end: int, below: str) -> str:
    """Behind the number, or the next text where nothing is and that is a title in capitals."""
    head = parse_bab(text)
    if head is not None and head.judul:
        return head.judul if len(head.judul.split()) <= _MOST_WORDS else ""
    rest = text[end:].strip(" .:-–")
    is_title = not rest and len(below.split()) <= _MOST_WORDS and capital_share(below) > 0.8
    return below if is_title else ""


def _differ(promised: str, printed: str) -> bool:
    """Words that neither title has of the other's; a longer title of the same words is the same."""
    return bool(printed) and kata.renamed(promised, printed)


def _ends(bab: Bab) -> bool:
    """The last chapter of a report: what stands before it is no part only."""
    return standard_title(bab.judul) == _LAST


def _absent(item: Janji, severity: Severity) -> Temuan:
    title = f" {item.judul}" if item.judul else ""
    return _finding(
        severity,
        item,
        f"Sistematika menyebut BAB {item.nomor}{title}, tetapi bab itu tidak ada dalam laporan.",
        f"The layout names chapter {item.nomor}{title}, but the report has no such chapter.",
    )


def _renamed(item: Janji, bab: Bab) -> Temuan:
    return _finding(
        "I",
        item,
        f"Sistematika menyebut BAB {item.nomor} “{item.judul}”, tetapi judulnya “{bab.judul}”.",
        f"The layout calls chapter {item.nomor} “{item.judul}”, but its title is “{bab.judul}”.",
    )


def _forgotten(last: Janji, numbers: str) -> Temuan:
    return _finding(
        "I",
        last,
        f"Sistematika berakhir pada BAB {last.nomor}; BAB {numbers} tidak disebut di dalamnya.",
        f"The layout ends with chapter {last.nomor}; it does not name {numbers}.",
    )


def _finding(severity: Severity, item: Janji, text_id: str, text_en: str) -> Temuan:
    here = Ref(page=item.place.page, bbox=item.place.bbox, path=item.place.path, raw=item.judul or item.nomor)
    return Temuan("", "STRUCT-LAYOUT", severity, Message(text_id, text_en), (here,), item.judul or item.nomor)
