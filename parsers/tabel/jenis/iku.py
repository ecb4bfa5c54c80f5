"""Main performance indicators with formula, reason, source of data or who is responsible.

Cues: captions of real reports and the headers that such tables must have.
"""

import re

from parsers.tabel.pandangan import Pandangan

NAMA = "iku"
ISYARAT = re.compile(r"indikatorkinerjautama|\biku\b|iku$|^iku|indikatorkinerjakunci")


def tawar(p: Pandangan) -> float:
    """Bid for a table."""
    if not p.any("indikator") or p.any("realisasi", "capaian_pct", "realisasi_rp"):
        return 0.0
    defined = sum(role in p.roles for role in ("formula", "alasan", "sumber_data", "pj"))
    return p.cue(ISYARAT) + min(defined, 2) * 1.5
