"""Performance agreement: sasaran, indikator and the year's target.

Cues: captions of real reports and the headers that such tables must have.
"""

import re

from parsers.tabel.pandangan import Pandangan

NAMA = "pk"
ISYARAT = re.compile(r"perjanjiankinerja|penetapankinerja|kontrakkinerja|tapkin|^pk(tahun)?")


def tawar(p: Pandangan) -> float:
    """Bid for a table."""
    if not p.any("target", "indikator", "tw1") or p.any("realisasi", "capaian_pct", "realisasi_rp", "serapan_pct"):
        return 0.0
    return p.cue(ISYARAT) * 1.3 + (1.5 if p.has("indikator", "target") and p.years <= 1 else 0.0)
