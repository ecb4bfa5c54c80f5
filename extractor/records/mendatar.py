"""Tables that lie on their side: the rows are called Target, Realisasi, Capaian, the columns are years.

In: a `Lembar`. Out: one record per indicator, year and quarter, or None when the table stands upright. The indicator's name
is that of a column beside the row names, else what the caption names in quotation marks.
"""

import re
from collections.abc import Sequence

import msgspec

from extractor.model.laporan import Angka, Indikator
from extractor.records.lembar import Lembar
from extractor.records.nama import Baris, bare, classify
from parsers.tabel import glue, is_nothing
from parsers.tabel.kamus import PERSEN, kelas

QUOTED = re.compile(r"[“”\"«]\s*(.{8,}?)\s*[“”\"»]")
AFTER_WORD = re.compile(
    r"(?i)\bindikator(?: kinerja)?(?: utama| sasaran| program)?\s+(.{12,}?)(?:\s+tahun\b.*|\s+20\d\d.*)?$"
)
LONGEST = 34
SHARE = 0.7


class Kumpulan(msgspec.Struct):
    """Rows of one indicator: role -> row."""

    name: str
    satuan: str | None
    rows: dict[str, int] = msgspec.field(default_factory=dict)


def read_lying(lembar: Lembar) -> list[Indikator] | None:
    """Records of a table on its side; None when it is none. Empty when nobody says which indicator it is."""
    rows = [item for item in classify(lembar) if item.sort in {"data", "group"}]
    col = _role_column(lembar, rows)
    if col is None:
        return None
    figures = _figure_columns(lembar, col)
    records: list[Indikator] = []
    for group in _groups(lembar, rows, col):
        for index, year, quarter in figures:
            record = _record(lembar, group, index, year, quarter)
            if record is not None:
                records.append(record)
    return records


def _row_role(text: str) -> str | None:
    """target, realisasi or capaian when a row is only called that."""
    glued = glue(text)
    if not glued or len(glued) > LONGEST:
        return None
    name = kelas(glued)
    if name == "realisasi" and glued.startswith("%"):
        name = "capaian"
    return {"target": "target", "realisasi": "realisasi", "capaian": "capaian", "kemajuan": "capaian"}.get(
        name or ""
    ) or ("capaian" if PERSEN.fullmatch(glued) else None)


def _role_column(lembar: Lembar, rows: Sequence[Baris]) -> int | None:
    for col in range(lembar.teks.n_cols):
        texts = [text for item in rows if (text := lembar.own(item.row, col))]
        roles = [role for text in texts if (role := _row_role(text))]
        if len(set(roles)) >= 2 and len(roles) >= SHARE * len(texts):
            return col
    return None


def _figure_columns(lembar: Lembar, role_col: int) -> list[tuple[int, int | None, str | None]]:
    """(column, year, quarter) at the right of the row names; columns that nothing tells apart are left out."""
    found = [
        (i, column.tahun or lembar.tahun, column.periode)
        for i, column in enumerate(lembar.columns)
        if i > role_col
        and column.role in {None, "target", "realisasi", "capaian_pct", "tahun_n"}
        and column.kelas not in {"kumulatif", "tumbuh", "rata", "pembanding"}
        and any(any(ch.isdigit() for ch in lembar.own(row, i)) for row in lembar.body)
    ]
    slots = [item[1:] for item in found]
    return [item for item in found if slots.count(item[1:]) == 1]


def _groups(lembar: Lembar, rows: Sequence[Baris], role_col: int) -> list[Kumpulan]:
    names = [c for c in lembar.with_role("indikator", "sasaran") if c != role_col]
    unit = next(iter(lembar.with_role("satuan")), None)
    groups: list[Kumpulan] = []
    last = _caption_name(lembar) if not names else ""
    for item in rows:
        role = _row_role(lembar.own(item.row, role_col))
        own = next((text for c in names if (text := lembar.over(item.row, c))), "")
        if role is not None and names and not own and groups and role in groups[-1].rows:
            last = ""  # a second set of rows without a name is not the indicator above
        name = own or last
        if role is None or not name:
            continue
        last = name
        if not groups or groups[-1].name != name or role in groups[-1].rows:
            groups.append(Kumpulan(name, lembar.over(item.row, unit) or None if unit is not None else None))
        groups[-1].rows[role] = item.row
    return groups


def _caption_name(lembar: Lembar) -> str:
    title = lembar.tabel.judul or ""
    found = QUOTED.search(title) or AFTER_WORD.search(title)
    return found[1].strip() if found else ""


def _record(lembar: Lembar, group: Kumpulan, col: int, year: int | None, quarter: str | None) -> Indikator | None:
    figures: dict[str, Angka | None] = {
        role: None if is_nothing(lembar.own(row, col)) else lembar.angka(row, col) for role, row in group.rows.items()
    }
    if not any(figures.values()):
        return None
    return Indikator(
        tabel=lembar.tabel.id,
        row=min(group.rows.values()),
        sasaran=None,
        indikator=bare(group.name),
        satuan=group.satuan,
        tahun=year,
        periode=quarter,
        target=figures.get("target"),
        realisasi=figures.get("realisasi"),
        capaian=figures.get("capaian"),
    )
