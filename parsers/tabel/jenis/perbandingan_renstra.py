"""Realisasi against the end target of the plan (Renstra, RPJMD).

Cues: captions of real reports and the headers that such tables must have.
"""

import re

from parsers.tabel.pandangan import Pandangan

NAMA = "perbandingan_renstra"
ISYARAT = re.compile(r"renstra|rpjm|jangkamenengah|akhirperiode|akumulasi|rencanastrategis|tingkatkemajuan|kemajuan")


def tawar(p: Pandangan) -> float:
    """Bid for a table."""
    if not p.any("realisasi", "capaian_pct") or not p.any("target", "capaian_pct") or p.any("pagu"):
        return 0.0
    ends = any(
        word in p.kepala for word in ("renstra", "rpjm", "akhir", "jangkamenengah", "kemajuan", "rencanastrategis")
    )
    return p.cue(ISYARAT) + (4.0 if ends else 0.0) + (0.5 if p.has("indikator") else -0.5)
