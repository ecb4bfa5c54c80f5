"""Cash plan: amounts of twelve months.

Cues: captions of real reports and the headers that such tables must have.
"""

import re

from parsers.tabel.pandangan import Pandangan

NAMA = "anggaran_kas"
ISYARAT = re.compile(r"anggarankas|arus?kas|rencanapenarikan")


def tawar(p: Pandangan) -> float:
    """Bid for a table."""
    named = p.months >= 6 and p.any("pagu", "kode", "program_kegiatan")
    return p.cue(ISYARAT) + (6.0 if named or p.months >= 12 else 0.0)
