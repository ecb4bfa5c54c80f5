"""Budget without spending: programmes and their pagu.

Cues: captions of real reports and the headers that such tables must have.
"""

import re

from parsers.tabel.pandangan import Pandangan

NAMA = "alokasi_anggaran"
ISYARAT = re.compile(r"alokasi|pagu|rencanaanggaran|anggaran|pembiayaan|targetbelanja|dpa")


def tawar(p: Pandangan) -> float:
    """Bid for a table."""
    if not p.has("pagu") or p.any("realisasi_rp", "serapan_pct", "realisasi", "capaian_pct"):
        return 0.0
    return p.cue(ISYARAT) + 2.5
