"""Which way an indicator is good, by its name: lower-is-better heads, and names of a decrease, which are higher-is-better again.

In: a printed name. Out: `negatif`, `positif` or None (nothing in the name says). Source: heads of indicator names in real reports;
a name is weak evidence and never overrules what a report prints on polarity.
"""

import re
from typing import Literal, TypeAlias

Polaritas: TypeAlias = Literal["positif", "negatif"]

_BAD = (
    r"kemiskinan|penduduk\s+miskin|pengangguran|kematian|stunting|gizi\s+(?:buruk|kurang)|kecelakaan|kriminalitas|kejahatan|kekerasan|prevalensi"
    r"|inflasi|gini|kesenjangan|ketimpangan|pencemaran|emisi|kebocoran|kehilangan\s+air|putus\s+sekolah|buta\s+aksara|kawasan\s+kumuh|pemukiman\s+kumuh"
    r"|tunggakan|keluhan|pelanggaran|sengketa|perselisihan|losses"
)
_HEAD = re.compile(
    rf"\s*(?:(?:persentase|presentase|prosentase|angka|tingkat|jumlah|rasio|indeks|laju|nilai|luas|proporsi|prevalensi)\s+){{0,2}}(?:kasus\s+)?(?:{_BAD})\b",
    re.IGNORECASE,
)
_DECREASE = re.compile(
    r"\b(?:penurunan|menurunnya|berkurangnya|pengurangan|penanganan|pencegahan|penanggulangan)\b", re.IGNORECASE
)
_SETTLED = re.compile(
    r"\b(?:(?:yang\s+)?(?:di|ter)?(?:selesai|tindaklanjut|tangan|layan|bina|bantu|rehabilitasi|fasilitas|lapor)[a-z]*|tidak|bebas|penerima|kelangsungan|harapan)\b",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    rf"\b(?:penurunan|menurunnya|berkurangnya)\s+(?:(?:angka|tingkat|persentase|jumlah|prevalensi|rasio)\s+)?(?:{_BAD})\b",
    re.IGNORECASE,
)


def polarity(name: str) -> Polaritas | None:
    """`negatif` where a name begins with something bad (`Angka kemiskinan`), `positif` where it is the decrease of it, or cases that
    were settled (`kasus yang diselesaikan`); None for all other names."""
    if _DECREASE.search(name) or _SETTLED.search(name):
        return "positif" if re.search(_BAD, name, re.IGNORECASE) else None
    return "negatif" if _HEAD.match(name) else None


def names_decrease(name: str) -> bool:
    """The name promises a rate of decrease of something bad (`Persentase penurunan angka pengangguran`)."""
    return bool(_LEVEL.search(name))
