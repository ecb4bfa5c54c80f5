"""Programmes and kegiatan that support an objective, with their own indicators.

Cues: captions of real reports and the headers that such tables must have.
"""

import re

from parsers.tabel.pandangan import Pandangan

NAMA = "program_pendukung"
ISYARAT = re.compile(
    r"program.*(pendukung|penunjang|menunjang|mendukung|keberhasilan|kegagalan|penyebab)|(capaian|kinerja|evaluasi).*pr?ogram|programdankegiatan|programkegiatan"
)


def tawar(p: Pandangan) -> float:
    """Bid for a table."""
    if (
        not p.any("program_kegiatan", "indikator")
        or p.any("realisasi_rp")
        or (p.any("pagu") and not p.any("indikator"))
    ):
        return 0.0
    own = 2.5 if p.has("program_kegiatan", "indikator") and p.any("realisasi", "capaian_pct") else 0.0
    if p.any("pagu"):
        own -= 2.0
    return p.cue(ISYARAT) * 1.2 + (1.5 if p.has("program_kegiatan", "indikator") else 0.5) + own
