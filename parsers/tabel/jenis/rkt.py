"""Yearly performance plan.

Cues: captions of real reports and the headers that such tables must have.
"""

import re

from parsers.tabel.pandangan import Pandangan

NAMA = "rkt"
ISYARAT = re.compile(r"rencanakinerja|rencanakerja(tahunan)?|\brkt\b|^rkt")
AKSI = re.compile(r"rencanaaksi")
"""An action plan over the quarters of the year's targets; one of programmes, people and dates is a follow-up plan."""


def tawar(p: Pandangan) -> float:
    """Bid for a table."""
    if p.any("realisasi", "capaian_pct", "realisasi_rp"):
        return 0.0
    cue = p.cue(ISYARAT)
    if p.periods >= 2 and p.has("indikator", "target") and not p.any("pj", "pagu") and p.cue(AKSI):
        cue = max(cue, p.cue(AKSI) + 1.0)
    return cue * 1.4 + (1.0 if p.any("target") else 0.0)
