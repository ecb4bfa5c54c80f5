"""Achievement against absorbed money, and the efficiency that follows. Cues: DOMAIN.md section 8 and captions of real reports."""

import re

from parsers.tabel.pandangan import Pandangan

NAMA = "efisiensi"
ISYARAT = re.compile(r"ef[ie]s[ie]+n")


def tawar(p: Pandangan) -> float:
    """Bid for a table."""
    if not p.any("efisiensi", "serapan_pct") and not ISYARAT.search(p.judul):
        return 0.0
    return p.cue(ISYARAT) * 1.5 + (2.5 if p.has("efisiensi") else 0.0)
