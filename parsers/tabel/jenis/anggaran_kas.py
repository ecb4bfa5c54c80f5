"""Cash plan: amounts of twelve months. Cues: DOMAIN.md section 8 and captions of real reports."""

import re

from parsers.tabel.pandangan import Pandangan

NAMA = "anggaran_kas"
ISYARAT = re.compile(r"anggarankas|arus?kas|rencanapenarikan")


def tawar(p: Pandangan) -> float:
    """Bid for a table."""
    return p.cue(ISYARAT) + (6.0 if p.months >= 6 and p.any("pagu", "kode", "program_kegiatan") else 0.0)
