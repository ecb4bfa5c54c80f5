"""Join characters to words: in come characters in drawing order, out come words (runs without a space).

A word ends at a real space, at a gap wider than a sixth of the type size, at a jump back or to another line, and where
size or direction change. Text drawn twice at one place (fake bold) is kept once.
"""

import unicodedata
from collections.abc import Iterable, Iterator

from extractor.model.page import Word
from extractor.readers.pdf.chars import Chars
from extractor.readers.pdf.seams import Run, join_seams

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


def _advance(chars: Chars, i: int) -> float:
    """The gap between the character at `i` and the one before it along the writing direction, in points."""
    angle, last = chars.style[i].angle, i - 1
    if angle == 0:
        return chars.x0[i] - chars.x1[last]
    if angle == 90:
        return chars.top[i] - chars.bottom[last]
    if angle == 180:
        return chars.x0[last] - chars.x1[i]
    return chars.top[last] - chars.bottom[i]


def _aligned(chars: Chars, i: int) -> bool:
    """Whether a character stands on the line of the one before it: their boxes overlap by half across the writing direction."""
    flat = chars.style[i].angle % 180 == 0
    starts, ends = (chars.top, chars.bottom) if flat else (chars.x0, chars.x1)
    low, high = max(starts[i - 1], starts[i]), min(ends[i - 1], ends[i])
    least = min(ends[i - 1] - starts[i - 1], ends[i] - starts[i])
    return high - low >= 0.5 * least


def _continues(chars: Chars, i: int) -> bool:
    """Whether a character belongs to the word of the one before it; the letters of a ligature share one box."""
    a, b = chars.style[i - 1], chars.style[i]
    if b is not a and (a.angle != b.angle or min(a.size, b.size) < SIZE_RATIO * max(a.size, b.size)):
        return False
    x0, x1, top = chars.x0, chars.x1, chars.top
    if x0[i] == x0[i - 1] and x1[i] == x1[i - 1] and top[i] == top[i - 1]:
        return True
    return BACK * b.size <= _advance(chars, i) <= GAP * b.size and _aligned(chars, i)


def _words(chars: Chars, runs: Iterable[Run]) -> Iterator[Word]:
    texts, x0s, tops, x1s, bottoms, styles, order = chars[:7]
    for run in runs:
        if isinstance(run, list):
            yield from _words(chars.picked(run), [range(len(run))])
            continue
        first, end = run.start, run.stop
        style = styles[first]
        text = "".join(texts[first:end])
        if not text.isascii():
            text = unicodedata.normalize("NFC", text)
        if style is styles[end - 1] and not style.angle:
            x0, x1 = x0s[first], x1s[end - 1]
            if end - first > 1 and x1s[end - 2] > x1:
                x1 = x1s[end - 2]
        else:
            x0, x1 = min(x0s[first:end]), max(x1s[first:end])
        top, bottom = min(tops[first:end]), max(bottoms[first:end])
        yield Word(text, x0, top, x1, bottom, style.size, style.bold, style.angle, order[first])


def _runs(chars: Chars) -> Iterator[range]:
    """The places of each word's characters: they are neighbours."""
    begin, last_style = -1, None
    last_x1 = last_top = least = most = 0.0
    for i, (text, x0, x1, top, style) in enumerate(zip(*chars[:2], chars.x1, chars.top, chars.style, strict=True)):
        if text == " ":
            if begin >= 0:
                yield range(begin, i)
            begin = -1
            continue
        if style is not last_style:
            same, last_style = False, style
            # Of text on its side no gap along x is near.
            least, most = (BACK * style.size, GAP * style.size) if not style.angle else (1.0, 0.0)
        else:
            same = True
        if begin < 0:
            begin = i
        elif not (same and least <= x0 - last_x1 <= most and -LEVEL < top - last_top < LEVEL) and not _continues(
            chars, i
        ):
            yield range(begin, i)
            begin = i
        last_x1, last_top = x1, top
    if begin >= 0:
        yield range(begin, len(chars.text))


def _without_doubles(words: Iterable[Word]) -> list[Word]:
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
    near, x0, top = SAME_PLACE * word.size, word.x0, word.top
    return any([abs(w.x0 - x0) < near and abs(w.top - top) < near for w in same])


def build_words(chars: Chars) -> list[Word]:
    """The words of a page in drawing order."""
    return _without_doubles(_words(chars, join_seams(chars, _runs(chars))))
