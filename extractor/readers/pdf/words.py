"""Join characters to words: in come characters in drawing order, out come words (runs without a space).

A word ends at a real space, at a gap wider than a sixth of the type size, at a jump back or to another line, and where
size or direction change. Text drawn twice at one place (fake bold) is kept once.
"""

import unicodedata
from collections.abc import Iterable, Iterator

from extractor.model.page import Word
from extractor.readers.pdf.chars import Char
from extractor.readers.pdf.seams import join_seams

GAP = 0.16
"""Of the type size: wider is a new word. Word's narrowest justified space is about 0.2, its letter-spacing below 0.1."""
BACK = -0.6
"""Of the type size: a step back further than this is another place, not kerning."""
LEVEL = 0.5
"""Points up or down that are still the same line."""
SIZE_RATIO = 0.8
"""Sizes further apart are a footnote mark or an index, not the same word."""
SAME_PLACE = 0.25
"""Of the type size: text printed again within this distance is fake bold."""


def _advance(last: Char, char: Char) -> float:
    """The gap between two characters along the writing direction, in points."""
    angle = char.style.angle
    if angle == 0:
        return char.x0 - last.x1
    if angle == 90:
        return char.top - last.bottom
    if angle == 180:
        return last.x0 - char.x1
    return last.top - char.bottom


def _aligned(last: Char, char: Char) -> bool:
    """Whether two characters stand on one line: their boxes overlap by half across the writing direction."""
    if char.style.angle % 180 == 0:
        low, high = max(last.top, char.top), min(last.bottom, char.bottom)
        least = min(last.bottom - last.top, char.bottom - char.top)
    else:
        low, high = max(last.x0, char.x0), min(last.x1, char.x1)
        least = min(last.x1 - last.x0, char.x1 - char.x0)
    return high - low >= 0.5 * least


def _continues(last: Char, char: Char) -> bool:
    """Whether a character belongs to the word of the last one; the letters of a ligature share one box."""
    if char.style is not last.style:
        a, b = last.style, char.style
        if a.angle != b.angle or min(a.size, b.size) < SIZE_RATIO * max(a.size, b.size):
            return False
    if (char.x0, char.x1, char.top) == (last.x0, last.x1, last.top):
        return True
    size = char.style.size
    return BACK * size <= _advance(last, char) <= GAP * size and _aligned(last, char)


def _word(run: list[Char]) -> Word:
    first, last = run[0], run[-1]
    style = first.style
    text = "".join([c[0] for c in run])
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if style is last.style and not style.angle:
        x0, x1 = first.x0, max(last.x1, run[-2].x1 if len(run) > 1 else 0.0)
    else:
        x0, x1 = min([c.x0 for c in run]), max([c.x1 for c in run])
    top, bottom = min([c[2] for c in run]), max([c[4] for c in run])
    return Word(text, x0, top, x1, bottom, style.size, style.bold, style.angle, first.order)


def _runs(chars: Iterable[Char]) -> Iterator[list[Char]]:
    run: list[Char] = []
    last: Char | None = None
    for char in chars:
        text, x0, top, _, _, style, _ = char
        if text == " ":
            if run:
                yield run
            run, last = [], None
            continue
        if last is not None:
            # The common case, written out because it is asked of every character: the next letter of the same text object on its line.
            size = style.size
            near = style is last.style and not style.angle and -LEVEL < top - last.top < LEVEL
            if not (near and BACK * size <= x0 - last.x1 <= GAP * size) and not _continues(last, char):
                yield run
                run = []
        run.append(char)
        last = char
    if run:
        yield run


def _without_doubles(words: list[Word]) -> list[Word]:
    """Words printed again at (nearly) the same place are kept once."""
    kept: list[Word] = []
    seen: dict[str, list[Word]] = {}
    for word in words:
        same = seen.get(word.text)
        if same is None:
            seen[word.text] = [word]
        elif _is_printed(word, same):
            continue
        else:
            same.append(word)
        kept.append(word)
    return kept


def _is_printed(word: Word, same: list[Word]) -> bool:
    near = SAME_PLACE * word.size
    return any(abs(w.x0 - word.x0) < near and abs(w.top - word.top) < near for w in same)


def build_words(chars: Iterable[Char]) -> list[Word]:
    """The words of a page in drawing order."""
    return _without_doubles([_word(run) for run in join_seams(_runs(chars))])
