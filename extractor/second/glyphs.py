"""The letters of a page as pdfminer reads them: an engine that shares no code with PDFium.

In: a PDF, page numbers. Out: letters with their middle on the page as a reader sees it. Only what the text layer says, without
pdfminer's own search for lines, which would cost most of its time.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from extractor.model.place import BBox

_SAME = 1.0
"""Points: two equal letters nearer than this are one, drawn twice to look bold."""
_OVERLAP = 0.5


class Glyph(NamedTuple):
    text: str
    bbox: BBox
    upright: bool

    @property
    def middle(self) -> tuple[float, float]:
        x0, top, x1, bottom = self.bbox
        return (x0 + x1) / 2, (top + bottom) / 2


def read_pages(path: Path, password: str | None, pages: Sequence[int]) -> Iterator[tuple[int, list[Glyph]]]:
    """(page, letters) for each page that pdfminer can read; pages with a crop box that it would misplace are left out."""
    from pdfminer.converter import PDFPageAggregator
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser

    wanted = set(pages)
    with path.open("rb") as file:
        document = PDFDocument(PDFParser(file), password or "")
        manager = PDFResourceManager()
        device = PDFPageAggregator(manager, laparams=None)
        interpreter = PDFPageInterpreter(manager, device)
        for number, page in enumerate(PDFPage.create_pages(document), 1):
            if number > max(wanted, default=0):
                return
            if number in wanted and list(page.cropbox) == list(page.mediabox):
                interpreter.process_page(page)
                yield number, _letters(device.get_result())


def _letters(page: Any) -> list[Glyph]:
    from pdfminer.layout import LTChar

    found: list[Glyph] = []
    queue = [page]
    while queue:
        item = queue.pop()
        if isinstance(item, LTChar):
            box = (item.x0, page.y1 - item.y1, item.x1, page.y1 - item.y0)
            found.append(Glyph(item.get_text(), box, item.upright))
        elif hasattr(item, "__iter__"):
            queue.extend(item)
    return found


def text_in(glyphs: Sequence[Glyph], box: BBox) -> str | None:
    """The letters whose middle is in a box, line by line without spaces; None where pdfminer cannot say: turned text, letters
    without a meaning."""
    inside = [g for g in glyphs if _holds(box, g.middle) and g.text.strip()]
    if not all(g.upright and "(cid:" not in g.text for g in inside):
        return None
    return "".join(_line(line) for line in _lines(inside))


def _holds(box: BBox, point: tuple[float, float]) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _lines(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: (g.middle[1], g.bbox[0])):
        last = lines[-1][0].bbox if lines else None
        height = glyph.bbox[3] - glyph.bbox[1]
        if last and min(last[3], glyph.bbox[3]) - max(last[1], glyph.bbox[1]) >= _OVERLAP * min(
            height, last[3] - last[1]
        ):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return lines


def _line(glyphs: Sequence[Glyph]) -> str:
    kept: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda g: g.bbox[0]):
        if not any(g.text == glyph.text and glyph.bbox[0] - g.bbox[0] < _SAME for g in kept[-3:]):
            kept.append(glyph)
    return "".join(g.text for g in kept)
