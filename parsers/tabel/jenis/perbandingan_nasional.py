"""Own realisasi against a national or provincial value or a standard.

Cues: captions of real reports and the headers that such tables must have.
"""

import re

from parsers.tabel.pandangan import Pandangan

NAMA = "perbandingan_nasional"
ISYARAT = re.compile(
    r"nasional|\bspm\b|standarpelayananminimal|standarnasional|benchmark|provinsilain|kabupatenlain|kotalain"
)


def tawar(p: Pandangan) -> float:
    """Bid for a table."""
    if not p.any("realisasi", "capaian_pct", "target"):
        return 0.0
    beside = any(word in p.kepala for word in ("nasional", "standar", "spm", "provinsilain", "benchmark"))
    return p.cue(ISYARAT) * 1.3 + (2.5 if beside else 0.0)
