"""Staff counted by rank, education, sex or position.

Cues: captions of real reports and the headers that such tables must have.
"""

import re

from parsers.tabel.pandangan import Pandangan

NAMA = "sdm"
ISYARAT = re.compile(
    r"pegawai|\bpns\b|\basn\b|pns|asn$|golongan|pendidikan|jabatan|eselon|sumberdayamanusia|kepegawaian|aparatur|pangkat|jeniskelamin"
)


def tawar(p: Pandangan) -> float:
    """Bid for a table."""
    if p.any("target", "realisasi", "capaian_pct", "pagu", "realisasi_rp", "indikator", "program_kegiatan"):
        return 0.0
    staff = any(
        word in p.kepala
        for word in ("golongan", "pendidikan", "eselon", "jabatan", "pegawai", "lakilaki", "pns", "pangkat")
    )
    return p.cue(ISYARAT) + (2.0 if staff else 0.0)
