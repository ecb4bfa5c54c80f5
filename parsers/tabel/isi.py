"""What the body cells of a column look like: figures, money, percents, text. Shares between 0 and 1 of the filled cells.

In: a `TabelTeks` and the rows that count as body. Out: one `Isi` per column; nothing here knows what a column means.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from parsers.tabel import kamus
from parsers.tabel.teks import TabelTeks, clean, glue, is_figure, is_money, is_nothing, rough

WORDED = re.compile(r"^[\d.,\s]+[^\W\d_]{3,}")
"""A figure with a word for its unit (`30 dokumen`)."""

CODE = re.compile(r"\d{1,2}(?:\s*\.\s*\d{1,4}){2,}\.?")
"""A code of three levels and more: no running number goes so deep."""


class Isi(NamedTuple):
    """`filled`: cells with something else than a mark for nothing. `letters`: median length of the texts (letters only)."""

    filled: int
    figures: float
    money: float
    percent: float
    worded: float
    years: float
    periods: float
    numbers: tuple[Decimal | None, ...]
    letters: int
    codes: float = 0.0

    @property
    def is_text(self) -> bool:
        return self.filled > 0 and self.figures < 0.35

    @property
    def is_figures(self) -> bool:
        return self.filled > 0 and self.figures >= 0.5


def describe(table: TabelTeks, rows: Sequence[int]) -> list[Isi]:
    """One `Isi` per column."""
    return [_column([table.rows[r][c] for r in rows]) for c in range(table.n_cols)]


def _column(cells: Sequence[str]) -> Isi:
    texts = [clean(text) for text in cells]
    filled = [text for text in texts if not is_nothing(text)]
    count = max(len(filled), 1)
    figures = [text for text in filled if is_figure(text)]
    lengths = sorted(len(glue(text)) for text in filled) or [0]
    return Isi(
        filled=len(filled),
        figures=len(figures) / count,
        money=sum(map(is_money, figures)) / count,
        percent=sum("%" in text for text in figures) / count,
        worded=sum(bool(WORDED.search(text)) for text in figures) / count,
        years=sum(bool(kamus.TAHUN.search(text)) and len(text) <= 14 for text in filled) / count,
        periods=sum(kamus.periode(text) is not None for text in filled) / count,
        numbers=tuple(rough(text) if is_figure(text) else None for text in texts),
        letters=lengths[len(lengths) // 2],
        codes=sum(bool(CODE.fullmatch(text)) for text in filled) / count,
    )
