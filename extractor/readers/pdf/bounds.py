"""How much text a page may hold. An open PDFium text page and a limit in, in words what is wrong with it out, or None.

PDFium cuts a string off after 32,767 bytes and does not say so; a string that long is no text of a report but a bomb or a mistake.
"""

from itertools import groupby
from typing import Any

from extractor.readers.pdf.calls import calls, handle_of

LONGEST_PIECE = 16_383
"""Characters of one text object: what is left of a string that was cut off, when two bytes make a character."""


class TooMuchText(Exception):
    """The page must not be read; its text says why."""


def check_amount(textpage: Any, most: int) -> None:
    """Raises `TooMuchText` for more than `most` characters on the page, and for a piece of text that was cut off."""
    from extractor.readers.pdf.library import pdfium

    count = pdfium.FPDFText_CountChars(textpage)
    if count > most:
        raise TooMuchText(f"limit: {count} characters, more than {most}")
    if count < LONGEST_PIECE:
        return
    longest = _longest_piece(textpage, count)
    if longest >= LONGEST_PIECE:
        raise TooMuchText(f"limit: {longest} characters in one piece")


def _longest_piece(textpage: Any, count: int) -> int:
    """Characters of the longest run that belongs to one text object."""
    pieces = calls().text_objects(handle_of(textpage), count)
    return max(sum(1 for _ in run) for _, run in groupby(pieces))
