"""The role of every column, settled from the header (`kolom`), the content (`isi`) and the neighbours.

Order of witnesses: a word of the header that says money or kinerja; the group header; the content (rupiah or not, values
near the target or near 100 percent); the position (a percent belongs to the figures at its left). DOMAIN.md section 8.
"""

from collections.abc import Sequence
from typing import NamedTuple

from parsers.tabel import kamus
from parsers.tabel.isi import Isi
from parsers.tabel.kolom import FIGURES, KINERJA_ROLES, MONEY_ROLES, Kolom, Tanda
from parsers.tabel.sesama import (
    comparisons,
    differences,
    end_targets,
    own_unit,
    shares_of_money,
    swap_unit,
    unnamed_values,
    whole_year,
)
from parsers.tabel.teks import glue

NAMES = {
    "sub_kegiatan": "program_kegiatan",
    "kegiatan": "program_kegiatan",
    "program": "program_kegiatan",
    "program_kegiatan": "program_kegiatan",
    "aksi": "program_kegiatan",
}
PLAIN = frozenset(
    {
        "no",
        "tujuan",
        "sasaran",
        "indikator",
        "satuan",
        "predikat",
        "kode",
        "sisa",
        "efisiensi",
        "formula",
        "alasan",
        "sumber_data",
        "pj",
        "keterangan",
    }
)
MOSTLY = 0.6
"""Share of rupiah figures from which a column without money words holds money."""


class Latar(NamedTuple):
    """What is known of the table as a whole. `judul` is glued caption and context; `tahun` the year of the report.

    `has_spent`: a column tells money spent; without one a percent beside a budget is a share of the whole, no absorption.
    """

    judul: str
    tahun: int | None
    money: bool
    has_indikator: bool
    has_target: bool
    has_pagu: bool
    has_spent: bool


def settle(tanda: Sequence[Tanda], isi: Sequence[Isi], judul: str, tahun: int | None) -> list[Kolom]:
    """One `Kolom` per column."""
    kelas = [_class(t, i) for t, i in zip(tanda, isi, strict=True)]
    latar = _background(tanda, isi, kelas, glue(judul), tahun)
    result: list[Kolom] = []
    mode: str | None = None
    for mark, content, name in zip(tanda, isi, kelas, strict=True):
        role = _role(mark, content, name, latar, mode)
        if role in MONEY_ROLES:
            mode = "money"
        elif role in KINERJA_ROLES:
            mode = "kinerja"
        result.append(_column(mark, name, role))
    result = swap_unit(result, isi)
    result = own_unit(result, isi)
    result = _years_without_role(result, isi, latar)
    result = unnamed_values(comparisons(result), isi)
    result = shares_of_money(result, isi)
    result = differences(result, isi)
    result = whole_year(result)
    return end_targets(result, tanda)


def _column(mark: Tanda, name: str | None, role: str | None) -> Kolom:
    ends = (name == "kemajuan" and not (mark.tahun and mark.rentang and not mark.akhir)) or (
        mark.akhir and name == "target"
    )
    return Kolom(
        role=role,
        label=mark.label,
        kelas=name,
        tahun=mark.tahun,
        periode=mark.periode,
        akhir=ends,
        awal=mark.awal,
        lalu=mark.lalu,
        ke=mark.ke,
        varian=mark.varian,
        percent=mark.percent,
        kumulatif="sd" in glue(mark.label)[:14] and name == "realisasi",
    )


def _class(mark: Tanda, content: Isi) -> str | None:
    """The header's class, corrected where the content cannot be that."""
    name = None if _is_measured(mark, content) else mark.kelas
    if name == "no" and content.codes >= 0.5:
        return "kode"
    if (
        name in {"capaian", "target", "realisasi"}
        and content.is_text
        and content.letters > 14
        and "indikator" in glue(mark.label)
    ):
        return "indikator"
    if name == "predikat" and content.figures >= 0.5 and content.percent >= 0.5:
        return "capaian"
    if name is None and kamus.BULAN.match(glue(mark.label.split(" / ")[-1])):
        return "bulan"
    if name is None and content.periods >= 0.6:
        return "periode"
    if name is None and content.years >= 0.8 and content.filled >= 2:
        return "tahun"
    if name == "keterangan" and content.is_figures and content.percent >= 0.8 and "capaian" in glue(mark.label):
        return "capaian"
    return name


def _is_measured(mark: Tanda, content: Isi) -> bool:
    """`Tingkat Capaian Indikator` over nothing but figures names no indicator."""
    named = mark.kelas == "indikator" and "capaian" in glue(mark.label)
    return named and content.filled > 0 and content.figures == 1


def _background(
    tanda: Sequence[Tanda], isi: Sequence[Isi], kelas: Sequence[str | None], judul: str, tahun: int | None
) -> Latar:
    has_indikator, has_pagu = "indikator" in kelas, "pagu" in kelas
    plain_targets = [i for k, m, i in zip(kelas, tanda, isi, strict=True) if k == "target" and not m.money]
    explicit_pagu = any(k == "pagu" and (i.money >= 0.3 or not i.filled) for k, i in zip(kelas, isi, strict=True))
    printed_rp = any(m.rupiah for m in tanda)
    return Latar(
        judul=judul,
        tahun=tahun,
        money=printed_rp or explicit_pagu or bool(kamus.UANG.search(judul)) or any(m.money for m in tanda),
        has_indikator=has_indikator,
        has_target=any(has_indikator or has_pagu or i.money < MOSTLY for i in plain_targets),
        has_spent=not {"realisasi", "realisasi_rp", "serapan"}.isdisjoint(kelas),
        has_pagu=has_pagu or any(not has_indikator and i.money >= MOSTLY for i in plain_targets),
    )


def _role(mark: Tanda, content: Isi, name: str | None, latar: Latar, mode: str | None) -> str | None:
    if name in PLAIN:
        return name
    if name in NAMES:
        return NAMES[name]
    if name == "rencana_uang":
        return None if mark.percent or not content.money else "pagu"
    if name in {"periode", "tahun"}:
        return "periode" if name == "periode" else "tahun_n"
    if name in FIGURES:
        return _figure_role(mark, content, name, latar, mode)
    if name is None and content.filled:
        return _bare_role(mark, content, latar, mode)
    return None


def _figure_role(mark: Tanda, content: Isi, name: str, latar: Latar, mode: str | None) -> str | None:
    if name == "fisik":
        return "fisik_pct"
    if name == "kumulatif":
        return None
    if name == "kemajuan":
        return "capaian_pct"
    if name in {"pagu", "target"}:
        return _planned_role(mark, content, name, latar)
    if name == "realisasi_rp":
        return "serapan_pct" if _is_percent(mark, content) else "realisasi_rp"
    if name == "serapan":
        return "realisasi_rp" if content.money >= 0.5 else "serapan_pct"
    money = _is_money(mark, content, name, latar, mode)
    absorbed = money and content.filled and content.money == 0 and mark.percent
    if name == "realisasi" and not absorbed and not (mark.own_percent and content.money < 0.3):
        return "realisasi_rp" if money else "realisasi"
    return "serapan_pct" if money else "capaian_pct"


def _planned_role(mark: Tanda, content: Isi, name: str, latar: Latar) -> str | None:
    """Target or pagu. A column headed with money words that holds few rupiah figures and many plain ones is a target."""
    if name == "pagu":
        if content.money == 0 and (content.percent or mark.own_percent):
            return "serapan_pct" if latar.has_spent else None
        return "pagu"
    if mark.leaf_rupiah or (mark.money and not mark.kinerja):
        return "pagu"
    if not latar.has_indikator and not latar.has_target and content.money >= MOSTLY:
        return "pagu"
    return "target"


def _is_percent(mark: Tanda, content: Isi) -> bool:
    return mark.own_percent or content.percent >= 0.5 or (mark.percent and content.money < 0.3)


def _is_money(mark: Tanda, content: Isi, name: str, latar: Latar, mode: str | None) -> bool:
    """Does a realisasi or capaian column speak of money? Words first, then rupiah figures, then the figures at its left."""
    if mark.leaf_rupiah or mark.kinerja != mark.money:
        return mark.leaf_rupiah or mark.money
    if name == "realisasi" and content.filled:
        if content.money >= 0.5:
            return latar.has_pagu or (latar.money and not latar.has_target)
        if content.money == 0 and not mark.own_percent and (latar.has_target or not latar.money):
            return False
    return mode == "money"


def _bare_role(mark: Tanda, content: Isi, latar: Latar, mode: str | None) -> str | None:
    """A column headed only Rp, %, a year, a quarter, Jumlah, Perubahan or nothing."""
    if not content.is_figures:
        return None
    if content.money >= 0.5 and latar.money and not (latar.has_indikator and latar.has_target):
        if mark.varian in {"sesudah", "sebelum"} or (mark.varian == "jumlah" and not latar.has_pagu):
            return "pagu"
        if mark.rupiah and mode == "money":
            return "realisasi_rp"
    if mark.own_percent and (latar.has_spent if mode == "money" else latar.has_target):
        return {"money": "serapan_pct", "kinerja": "capaian_pct"}.get(mode or "")
    return None


def _years_without_role(columns: list[Kolom], isi: Sequence[Isi], latar: Latar) -> list[Kolom]:
    """Columns headed by a year or quarter only: what they hold follows from the caption, else from the years."""
    open_columns = [
        i
        for i, c in enumerate(columns)
        if c.role is None
        and c.kelas is None
        and isi[i].is_figures
        and (c.tahun or c.periode or c.ke)
        and not isi[i].years >= 0.9
    ]
    if not open_columns:
        return columns
    role = _role_of_years([columns[i] for i in open_columns], [isi[i] for i in open_columns], latar)
    for i in open_columns:
        columns[i] = columns[i]._replace(role=role or _place_role(columns[i]))
    return columns


def _place_role(column: Kolom) -> str | None:
    if column.periode and column.periode.startswith("TW"):
        return column.periode.casefold()
    return "tahun_n" if column.tahun or column.ke else None


def _role_of_years(columns: Sequence[Kolom], isi: Sequence[Isi], latar: Latar) -> str | None:
    if latar.money and not latar.has_indikator and sum(i.money for i in isi) >= 0.5 * len(isi):
        if any(c.periode for c in columns):
            return None
        return (
            "pagu"
            if "realisasi" not in latar.judul and ("pagu" in latar.judul or "anggaran" in latar.judul)
            else "realisasi_rp"
        )
    if not latar.has_indikator:
        return None
    words = {
        word for word in ("target", "rencana", "realisasi", "capaian", "pencapaian", "hasil") if word in latar.judul
    }
    future = any(c.tahun and latar.tahun and c.tahun > latar.tahun for c in columns)
    if future or any(c.periode or c.ke for c in columns) or (words and words <= {"target", "rencana"}):
        return "target"
    return "realisasi" if columns else None
