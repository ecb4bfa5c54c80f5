"""Revenue: kinds of income, target and what came in.

Cues: captions of real reports and the headers that such tables must have.
"""

import re

from parsers.tabel.pandangan import Pandangan

NAMA = "pendapatan"
ISYARAT = re.compile(r"pendapatan|penerimaan|retribusi|\bpad\b|pajak")


def tawar(p: Pandangan) -> float:
    """Bid for a table."""
    if not p.revenue or p.any("indikator"):
        return 0.0
    return p.cue(ISYARAT) + 3.5 + (2.0 if p.money else 0.0)
