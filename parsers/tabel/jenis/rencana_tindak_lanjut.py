"""Follow-up and action plans: what will be done, when and by whom.

Cues: captions of real reports and the headers that such tables must have.
"""

import re

from parsers.tabel.pandangan import Pandangan

NAMA = "rencana_tindak_lanjut"
ISYARAT = re.compile(r"rencanatindaklanjut|tindaklanjut|rencanaaksi|rencanaperbaikan")


def tawar(p: Pandangan) -> float:
    """Bid for a table."""
    if p.any("realisasi_rp"):
        return 0.0
    timed = (p.periods >= 2 or p.months >= 6) and p.any("program_kegiatan", "indikator", "sasaran")
    return p.cue(ISYARAT) * 1.4 + (2.0 if timed else 0.0)
