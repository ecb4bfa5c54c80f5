"""Budget and spending: pagu, realisasi in rupiah, absorbed share.

Cues: captions of real reports and the headers that such tables must have.
"""

import re

from parsers.tabel.pandangan import Pandangan

NAMA = "realisasi_anggaran"
ISYARAT = re.compile(
    r"realisasi.*(anggaran|belanja|keuangan|apbd|apbn)|serapan|penyerapan|akuntabilitaskeuangan|anggarandanrealisasi|laporanrealisasi|capaiananggaran"
)


def tawar(p: Pandangan) -> float:
    """Bid for a table."""
    if not p.has("realisasi_rp") or p.revenue:
        return 0.0
    return p.cue(ISYARAT) + 2.4 + (1.5 if p.has("pagu") else 0.0)
