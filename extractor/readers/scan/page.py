"""One scanned page: render it, set it upright and straight, find rules and words, give them in points."""

from msgspec import structs

from extractor.model.page import Page, PageText, Rule, Word
from extractor.readers.pdf import Document
from extractor.readers.scan import BLANK, REASON
from extractor.readers.scan.clock import Clock, TooSlow
from extractor.readers.scan.engine import find_lines
from extractor.readers.scan.faint import prolonged
from extractor.readers.scan.figures import compare_figures
from extractor.readers.scan.image import Picture, are_decoded, render
from extractor.readers.scan.ink import find_ink, is_bare
from extractor.readers.scan.rules import Line, find_rules
from extractor.readers.scan.shade import find_shades
from extractor.readers.scan.turn import set_upright, straighten
from extractor.readers.scan.words import ASCENT, DESCENT, InkWord, read_words

SECONDS = 120.0
"""Processor time that one page may take: about thirty times the usual."""
NO_TEXT = "no text found in the image"
DAMAGED = "image damaged"
UNSURE = 0.7
"""Mean score of a page's lines below which its text is not to be trusted."""


def as_word(word: InkWord, scale: float, order: int) -> Word:
    """The word in points."""
    top, bottom = word.baseline - ASCENT * word.size, word.baseline + DESCENT * word.size
    x0, y0, x1, y1, size = (v / scale for v in (word.x0, top, word.x1, bottom, word.size))
    return Word(word.text, x0, y0, x1, y1, size, bold=word.bold, order=order)


def _rule(line: Line, scale: float) -> Rule:
    pos, start, end, thickness = (v / scale for v in (line.pos, line.start, line.end, line.thickness))
    return Rule(line.horizontal, pos, start, end, thickness)


def _verdict(words: int, score: float, blank: bool) -> PageText:
    if not words:
        return PageText("good", BLANK) if blank else PageText("absent", NO_TEXT)
    if score < UNSURE:
        return PageText("implausible", f"text in the image is hardly legible (mean score {score:.2f})")
    return PageText("good", REASON)


def read_picture(picture: Picture, page: Page, clock: Clock) -> Page:
    """The page as its picture shows it; boxes are those of the picture set upright and straight. Raises `TooSlow`."""
    straight = straighten(set_upright(picture))
    pixels, scale = straight.pixels, straight.scale
    boxes = find_lines(pixels)
    ruled = find_rules(find_ink(pixels, scale), scale, boxes)
    ruled = ruled._replace(lines=prolonged(ruled.lines, pixels, scale, boxes))
    words, score = read_words(pixels, boxes, ruled, scale, clock)
    height, width = pixels.shape
    return Page(
        number=page.number,
        width=width / scale,
        height=height / scale,
        rotation=straight.rotation,
        words=tuple(as_word(word, scale, order) for order, word in enumerate(words)),
        rules=tuple(_rule(line, scale) for line in ruled.lines),
        fills=tuple(find_shades(pixels, scale)),
        images=((0.0, 0.0, width / scale, height / scale),),
        text=_verdict(len(words), score, not ruled.lines and is_bare(ruled.ink, scale)),
        figures=compare_figures(words, pixels, ruled.ink, scale),
    )


def read_scan(document: Document, number: int, page: Page, seconds: float = SECONDS) -> Page:
    """The page with 1-based `number` read from its image; `page` is what its text layer gave, kept when it cannot be rendered."""
    picture = render(document, number)
    if picture is None:
        return page
    found = read_within(picture, page, seconds)
    if not found.words and found.text.reason in (BLANK, NO_TEXT) and not are_decoded(document, number):
        return structs.replace(found, text=PageText("absent", DAMAGED))
    return found


def read_within(picture: Picture, page: Page, seconds: float = SECONDS) -> Page:
    """The page as its picture shows it. One that takes more than `seconds` of processor time is given up: no words, and the reason."""
    try:
        return read_picture(picture, page, Clock(seconds))
    except TooSlow:
        reason = f"reading its image took longer than {seconds:.0f} s"
        return structs.replace(page, words=(), text=PageText("absent", reason))
