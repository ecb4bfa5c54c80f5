"""Achievement against absorbed money, and the efficiency that follows.

Cues: captions of real reports and the headers that such tables must have.
"""

import re

from parsers.tabel.pandangan import Pandangan

NAMA = "efisiensi"
ISYARAT = re.compile(r"ef[ie]s[ie]+n")


def tawar(p: Pandangan) -> float:
    """Bid for a table."""
    if not p.any("efisiensi", "serapan_pct") and not ISYARAT.search(p.judul):
        return 0.0
    return p.cue(ISYARAT) * 1.5 + (2.5 if p.has("efisiensi") else 0.0)
