"""The rating scale that the report uses: ranges and their labels.

Cues: captions of real reports and the headers that such tables must have.
"""

import re

from parsers.tabel.pandangan import Pandangan

NAMA = "skala"
ISYARAT = re.compile(
    r"skala|interval|rentangnilai|kategori(persentase)?|predikat|kriteriapenilaian|interpretasi|gradasi"
)


def tawar(p: Pandangan) -> float:
    """Bid for a table."""
    if p.any("indikator", "target", "realisasi", "pagu", "sasaran"):
        return 0.0
    if not p.has("predikat") and not ISYARAT.search(p.judul):
        return 0.0
    ranges = any(word in p.kepala for word in ("interval", "rentang", "skala", "persentase", "nilai", "range"))
    return p.cue(ISYARAT) * 1.2 + (1.5 if p.has("predikat") else 0.0) + (1.0 if ranges else 0.0)
