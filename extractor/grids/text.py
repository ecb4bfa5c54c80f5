"""Words in reading order: lines of words that stand on one baseline, left to right; turned text line by line in its own direction."""

from collections.abc import Sequence

from extractor.model.page import Word

GLUE = 0.08
"""Of the type size: words nearer than this are one word that the file splits."""
ON_LINE = 0.5
"""Share of the lower word's height that must overlap to stand on one line."""


def _upright(word: Word) -> tuple[float, float, float, float]:
    """(start, across0, end, across1) along the word's own writing direction, lines growing downwards."""
    if word.angle == 90:
        return (word.top, -word.x1, word.bottom, -word.x0)
    if word.angle == 270:
        return (-word.bottom, word.x0, -word.top, word.x1)
    if word.angle == 180:
        return (-word.x1, -word.bottom, -word.x0, -word.top)
    return (word.x0, word.top, word.x1, word.bottom)


def group_lines(words: Sequence[Word]) -> list[list[Word]]:
    """Lines from first to last; each line's words in reading order. Words of several directions: each direction for itself."""
    if len(words) < 2:
        return [[*words]] if words else []
    lines: list[list[Word]] = []
    for angle in dict.fromkeys([w.angle for w in words]):
        lines += _lines(words, angle)
    return lines


def _lines(words: Sequence[Word], angle: int) -> list[list[Word]]:
    """The lines of one direction."""
    members: list[tuple[float, int, Word]] = []
    found = [members]
    top = bottom = tall = 0.0
    for rank, (_, start, _, low, high, word) in enumerate(_by_height(words, angle)):
        height = high - low
        overlap = (bottom if bottom < high else high) - (top if top > low else low)
        if not members:
            top, bottom, tall = low, high, height
        elif overlap >= ON_LINE * (tall if tall < height else height):
            if low < top:
                top = low
            if height >= 0.7 * tall and high > bottom:
                bottom = high
            tall = bottom - top
        else:
            members = []
            found.append(members)
            top, bottom, tall = low, high, height
        members.append((start, rank, word))
    return [[word for _, _, word in sorted(line)] for line in found]


def _by_height(words: Sequence[Word], angle: int) -> list[tuple[float, float, int, float, float, Word]]:
    """The words of one direction from high to low: twice the middle, start, place in this order among equals, low and high edge, word."""
    if not angle:
        return sorted([(w.top + w.bottom, w.x0, i, w.top, w.bottom, w) for i, w in enumerate(words) if not w.angle])
    boxes = [(_upright(w), w) for w in words if w.angle == angle]
    return sorted([(low + high, start, i, low, high, w) for i, ((start, low, _, high), w) in enumerate(boxes)])


def line_text(words: Sequence[Word]) -> str:
    """The words of one line with spaces between them; parts of one word that the file draws apart are put together."""
    if len(words) == 1:
        return words[0].text
    parts: list[str] = []
    last: Word | None = None
    for word in words:
        if last is not None and (
            _is_spaced(last, word)
            or not (_gap(last, word) < GLUE * word.size and abs(last.size - word.size) < 0.1 * word.size)
        ):
            parts.append(" ")
        parts.append(word.text)
        last = word
    return "".join(parts)


def _is_spaced(last: Word, word: Word) -> bool:
    """Whether the file draws exactly one character between two words, and that is a space: fonts that are not embedded make it narrow."""
    return word.order == last.order + len(last.text) + 1 and _gap(last, word) > -GLUE * word.size


def _gap(last: Word, word: Word) -> float:
    if last.angle != word.angle:
        return word.size
    if word.angle == 0:
        return word.x0 - last.x1
    return _upright(word)[0] - _upright(last)[2]
