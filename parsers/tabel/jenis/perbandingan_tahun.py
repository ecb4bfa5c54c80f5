"""The same figures of two or more years side by side.

Cues: captions of real reports and the headers that such tables must have.
"""

import re

from parsers.tabel.pandangan import Pandangan

NAMA = "perbandingan_tahun"
ISYARAT = re.compile(r"perbandingan|perkembangan|(20\d\d.*20\d\d)|tahunlalu|beberapatahun|antartahun")


def tawar(p: Pandangan) -> float:
    """Bid for a table."""
    if p.measured_years < 2 or p.any("pagu"):
        return 0.0
    return p.cue(ISYARAT) + 3.6 + (0.6 if p.has("indikator") else -1.0)
