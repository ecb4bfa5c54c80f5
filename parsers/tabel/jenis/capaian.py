"""Target, realisasi and degree of achievement of one year.

Cues: captions of real reports and the headers that such tables must have.
"""

import re

from parsers.tabel.pandangan import Pandangan

NAMA = "capaian"
ISYARAT = re.compile(
    r"capaian|pencapaian|pengukurankinerja|pengukuranindikator|targetdanrealisasi|realisasikinerja|evaluasikinerja|ikhtisar|capaiaindikator"
)


def tawar(p: Pandangan) -> float:
    """Bid for a table."""
    measured = sum(role in p.roles for role in ("target", "realisasi", "capaian_pct"))
    if measured == 0 or not p.any("realisasi", "capaian_pct"):
        return 0.0
    return p.cue(ISYARAT) + measured * 0.8 + (0.6 if p.years <= 1 else 0.0) + (0.5 if p.has("indikator") else -1.5)
