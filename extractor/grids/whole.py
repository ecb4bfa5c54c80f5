"""Names that the report prints in one piece elsewhere: a witness for a text that a page end cuts.

In: the body's items. Out: a `Whole`, which tells whether two texts are the halves of such a name. A name cut before a capital letter
(`PROGRAM PEMBINAAN KELUARGA` and `BERENCANA`) looks like two; that other tables of the report print it whole settles it.
"""

from collections import Counter
from collections.abc import Iterable

from extractor.model.body import Grid, Item

LEAST_LETTERS = 20
"""Letters of a name that nothing else equals by chance."""


class Whole:
    """The texts of all cells, without spaces and case, and how often each is printed."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._texts = Counter(_squash(c.text) for item in items if isinstance(item, Grid) for c in item.cells)

    def completes(self, above: str, below: str) -> bool:
        """Whether the two texts together are printed elsewhere, and neither of them is a text of another cell."""
        upper, lower = _squash(above), _squash(below)
        if not upper or not lower or len(upper) + len(lower) < LEAST_LETTERS or upper + lower not in self._texts:
            return False
        return self._texts[upper] <= 1 and self._texts[lower] <= 1


def _squash(text: str) -> str:
    return "".join(text.split()).casefold()
