"""Yearly performance plan.

Cues: captions of real reports and the headers that such tables must have.
"""

import re

from parsers.tabel.pandangan import Pandangan

NAMA = "rkt"
ISYARAT = re.compile(r"rencanakinerja|rencanakerja(tahunan)?|\brkt\b|^rkt")


def tawar(p: Pandangan) -> float:
    """Bid for a table."""
    if p.any("realisasi", "capaian_pct", "realisasi_rp"):
        return 0.0
    return p.cue(ISYARAT) * 1.4 + (1.0 if p.any("target") else 0.0)
