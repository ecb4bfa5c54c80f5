"""What a header path says by itself about a column: class, money, percent, year, quarter. Content and neighbours come later.

In: the header texts above a column, top to leaf. Out: a `Tanda` (what is printed) per column.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from parsers.tabel import kamus
from parsers.tabel.teks import clean, glue

FIGURES = frozenset(
    {"target", "realisasi", "capaian", "kemajuan", "pagu", "realisasi_rp", "serapan", "fisik", "kumulatif"}
)
MONEY_ROLES = frozenset({"pagu", "realisasi_rp", "serapan_pct", "fisik_pct"})
KINERJA_ROLES = frozenset({"target", "realisasi", "capaian_pct"})
SPOILERS = frozenset({"rata", "tumbuh", "pembanding", "sisa", "efisiensi"})
"""A group header of this class makes a plain figure below it something that is no record."""

PLANNED = {"realisasi_rp": "rencana_uang", "fisik": "rencana_fisik"}
"""`Keuangan` and `Fisik` under a group header `Target`: what was planned."""


class Tanda(NamedTuple):
    """`kelas` from the nearest header that has one; `bare` when no header says more than a unit, year or period.

    `tahun` from the nearest header with a year; `awal`, `akhir`, `lalu`: a year said in words (baseline, end of the plan,
    last year). `rencana`: the plan (Renstra, RPJMD) is named. `ke`: "Tahun ke-2" of the plan. `varian`: sebelum, sesudah or
    jumlah among several budgets. `leaf_rupiah`: the column itself is headed Rp, whatever its group is called.
    """

    label: str
    kelas: str | None
    bare: bool
    money: bool
    percent: bool
    own_percent: bool
    rupiah: bool
    kinerja: bool
    tahun: int | None = None
    rentang: bool = False
    awal: bool = False
    akhir: bool = False
    lalu: bool = False
    ke: int | None = None
    periode: str | None = None
    varian: str | None = None
    rencana: bool = False
    leaf_rupiah: bool = False


class Kolom(NamedTuple):
    """A column with its meaning. `role`: one of `kamus.PERAN` or None. `kelas` keeps the finer word (program, kegiatan, …).

    `tahun`: the year its header gives. `akhir`: the figure belongs to the end year of the plan. `awal`, `lalu`, `ke`: a year
    in words. `varian`: sebelum, sesudah or jumlah. `kumulatif`: counts only where no plain column says the same.
    """

    role: str | None
    label: str
    kelas: str | None = None
    tahun: int | None = None
    periode: str | None = None
    akhir: bool = False
    awal: bool = False
    lalu: bool = False
    ke: int | None = None
    varian: str | None = None
    percent: bool = False
    kumulatif: bool = False


def read_path(path: Sequence[str]) -> Tanda:
    """What the header texts of one column say."""
    printed = [clean(text) for text in path]
    texts = [text for text in printed if not kamus.UKURAN.match(glue(text))] or printed
    glued = [glue(text) for text in texts]
    leaf = glued[-1] if glued else ""
    nama, level = _decide(texts, glued)
    deciding = glued[level] if level is not None else ""
    year, years = _year(texts)
    shade = kamus.PENGUBAH.match(leaf) is not None
    goal = _goal_year(texts) if nama == "kemajuan" else None
    return Tanda(
        label=" / ".join(dict.fromkeys(printed)),
        kelas=nama,
        bare=nama is None,
        money=any(kamus.UANG.search(g) for g in glued),
        percent=bool(kamus.PERSEN.search(leaf) or kamus.PERSEN.search(deciding)) or _group_percent(nama, glued),
        own_percent=bool(re.match(r"^(%|persen|prosen)", leaf)) or (shade and bool(kamus.PERSEN.search(leaf))),
        rupiah=any(kamus.RUPIAH.search(text) for text in texts),
        kinerja=any(kamus.KINERJA.search(g) for g in glued if not g.startswith("indikator")),
        tahun=goal[0] if goal else year,
        rentang=years > 1,
        awal=any(kamus.AWAL.search(g) for g in glued),
        akhir=goal[1] if goal else any(kamus.AKHIR.search(g) for g in glued),
        lalu=any(kamus.LALU.search(g) for g in glued),
        ke=_ordinal(texts),
        periode=_period(texts),
        varian=_variant(glued),
        leaf_rupiah=bool(texts) and bool(re.match(r"(?i)\W*(rp\b|rupiah)", texts[-1])),
        rencana=any(kamus.RENCANA.search(g) for g in glued),
    )


def _group_percent(nama: str | None, glued: Sequence[str]) -> bool:
    """`Realisasi (%)` over `Keuangan` and `Fisik`."""
    return nama in {"realisasi_rp", "serapan", "rencana_uang"} and any(map(kamus.PERSEN.search, glued))


def _decide(texts: Sequence[str], glued: Sequence[str]) -> tuple[str | None, int | None]:
    """(class, level) of the nearest deciding header, read upwards past headers that only shade (Rp, %, 2019, Volume)."""
    found: tuple[str | None, int | None] = (None, None)
    for level in range(len(glued) - 1, -1, -1):
        text = glued[level]
        name = None if kamus.PENGUBAH.match(text) and text not in {"penetapan"} else kamus.kelas(text)
        if name is None:
            continue
        if found[0] is None and kamus.CAMPUR.search(texts[level]):
            return ("campur", level) if level == len(glued) - 1 or not kamus.PERSEN.search(glued[-1]) else (None, None)
        if found[0] is None:
            found = (name, level)
            if kamus.UMUM.match(text):
                found = (next((k for t in reversed(glued[:level]) if (k := kamus.kelas(t))), name), level)
            if name not in FIGURES:
                return found
        elif name in SPOILERS:
            return name, level
        elif name == "target" and found[0] in PLANNED and "realisasi" not in glued[found[1] or 0]:
            return PLANNED[found[0]], found[1]
    return found


def _year(texts: Sequence[str]) -> tuple[int | None, int]:
    """The year of the nearest header that prints one, and how many that header prints."""
    for text in reversed(texts):
        years = [int(y) for y in kamus.TAHUN.findall(text)]
        if years:
            return years[0] if len(set(years)) == 1 else _first_or_none(text, years), len(set(years))
    return None, 0


def _goal_year(texts: Sequence[str]) -> tuple[int | None, bool]:
    """(year, does it belong to the end of the plan?) of a percent "capaian … terhadap target …".

    It is the capaian of the end year; only a header that prints both years and no word for the end (`Capaian 2016 terhadap
    RPJMD 2018`) says itself that the percent is that of the first.
    """
    text = " ".join(texts).casefold()
    before, _, after = text.partition("erhadap")
    own, goal = kamus.TAHUN.findall(before), kamus.TAHUN.findall(after)
    if own and goal and own[-1] != goal[-1] and not kamus.AKHIR.search(glue(text)):
        return int(own[0]), False
    return (int(goal[-1]) if goal else None), True


def _first_or_none(text: str, years: list[int]) -> int | None:
    """Of several years the first counts, unless they are a range (`2013-2018`)."""
    return None if kamus.RENTANG.search(text) else years[0]


def _period(texts: Sequence[str]) -> str | None:
    """The quarter or semester of the nearest header that tells one, in its own words or by its number under a group."""
    for level in range(len(texts) - 1, -1, -1):
        found = kamus.periode(texts[level]) or (kamus.periode_below(texts[level - 1], texts[level]) if level else None)
        if found:
            return found
    return None


def _ordinal(texts: Sequence[str]) -> int | None:
    for text in reversed(texts):
        match = kamus.TAHUN_KE.match(text)
        if match:
            word = match[1].casefold()
            return kamus.ROMAWI.get(word) or int(word)
    return None


def _variant(glued: Sequence[str]) -> str | None:
    for text in reversed(glued):
        if kamus.SESUDAH.search(text) and not kamus.SEBELUM.search(text.replace("penetapan", "")):
            return "sesudah"
        if kamus.SEBELUM.search(text):
            return "sebelum"
        if kamus.JUMLAH.search(text):
            return "jumlah"
    return None
