"""Parts of a printed line that wide gaps part: what an unruled table is made of. In come a line's words, out come its pieces."""

import re
from collections.abc import Sequence

from extractor.grids.text import line_text
from extractor.model.body import Piece
from extractor.model.page import Word

WIDE = 0.48
"""Of the type size: a gap this wide may part two columns. Spaces of justified text are narrower in most lines."""

CURRENCY = re.compile(r"Rp\.?", re.IGNORECASE)
AMOUNT = re.compile(r"[-(]?\d[\d.,\s]*[-)]*")


def find_pieces(words: Sequence[Word]) -> tuple[Piece, ...]:
    """The pieces of one line, left to right; one piece for a line without a wide gap."""
    runs: list[list[Word]] = []
    right = 0.0
    for word in words:
        if runs and word.x0 - right < WIDE * word.size:
            runs[-1].append(word)
            right = max(right, word.x1)
        else:
            runs.append([word])
            right = word.x1
    return tuple(_piece(run) for run in runs)


def _piece(run: Sequence[Word]) -> Piece:
    left, right, top = min([w.x0 for w in run]), max([w.x1 for w in run]), min([w.top for w in run])
    return Piece(line_text(run), round(left, 1), round(right, 1), round(top, 1))


def with_currency(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces with each lone `Rp` and the amount to its right as one: spreadsheets set the sign at the left edge of the cell."""
    joined: list[Piece] = []
    for piece in pieces:
        sign = joined[-1] if joined else None
        if sign is not None and CURRENCY.fullmatch(sign.text) and AMOUNT.fullmatch(piece.text):
            joined[-1] = Piece(f"{sign.text} {piece.text}", sign.x0, piece.x1, min(sign.top, piece.top))
        else:
            joined.append(piece)
    return tuple(joined)
