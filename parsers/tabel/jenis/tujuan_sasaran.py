"""Goals and objectives of the plan, with or without indicators and yearly targets.

Cues: captions of real reports and the headers that such tables must have.
"""

import re

from parsers.tabel.pandangan import Pandangan

NAMA = "tujuan_sasaran"
ISYARAT = re.compile(
    r"tujuan.{0,6}(dan|,|&)?sasaran|visi.{0,8}misi|sasaranstrategisjangkamenengah|rencanastrategis|strategidanarahkebijakan|^misi|misi\d|renstra"
)


def tawar(p: Pandangan) -> float:
    """Bid for a table."""
    plan = p.any("tujuan", "sasaran") and not p.any("realisasi", "capaian_pct", "realisasi_rp")
    if not plan or p.any("pagu"):
        return 0.0
    return p.cue(ISYARAT) + (2.0 if p.has("tujuan") else 0.5) + (1.0 if p.years >= 3 else 0.0)
