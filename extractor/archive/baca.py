"""The indicators of one report: rows of its tables in, one `Butir` per indicator out, however many tables repeat it.

Two rows of one table and year are two indicators, even under one name (`Jumlah dokumen` below two kegiatan): they are
told apart by their order. Figures keep every place they are printed at. Tables that word one indicator otherwise: `satu`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType

from extractor.archive.butir import PERAN, Butir, Figur
from extractor.archive.kata import Words, glued, words
from extractor.archive.satu import joined, may_change
from extractor.archive.satuan import agree, normal, scale_of
from extractor.model.laporan import Angka, Cell, Indikator, Laporan, Tabel
from extractor.model.perbandingan import Peran
from extractor.model.temuan import Proof

_LETTERS = 5
_PROGRAMS = "program_pendukung"
_UP_TO = re.compile(r"(?i)\b(?:s\s*[./]?\s*d\.?|sampai|kumulatif)\b")
_OF_PLAN = re.compile(r"(?i)\b(?:terhadap|renstra|rpjmd|akhir|kemajuan)\b")
_OR = re.compile(r"\s/\s")
_DASH = re.compile(r"[-–—]+(?:\s*[^\W\d_]+){0,3}$")
"""A dash for a figure, perhaps with its unit: `- dok`."""


def butir_of(stem: str, laporan: Laporan, copied: Mapping[str, int] = MappingProxyType({})) -> list[Butir]:
    """One value per indicator of the report, in the order of their first rows. `copied`: tables (id) carried over from
    the report of an earlier year, with that year. An indicator whose figures are dashes is there, too."""
    cells = {(tabel.id, cell.row, cell.col): cell for tabel in laporan.tabel for cell in tabel.cells}
    pages = {tabel.id: tabel.pages[0] if tabel.pages else None for tabel in laporan.tabel}
    kinds = {tabel.id: tabel.jenis for tabel in laporan.tabel}
    kegiatan = {key: name for tabel in laporan.tabel for key, name in _kegiatan(tabel)}
    otherwise = {(tabel.id, role, col) for tabel in laporan.tabel for role, col in _measured_otherwise(tabel)}
    found: dict[tuple[str, int], list[Butir]] = defaultdict(list)
    of_row: dict[tuple[str, int, str], Butir] = {}
    result: list[Butir] = []
    for item, ordinal in _numbered(_with_dashes(laporan)):
        page = _row_page(item, cells, pages.get(item.tabel))
        name = glued(item.indikator)
        unit = normal(item.satuan) or scale_of(item.indikator)
        butir = of_row.get((item.tabel, item.row, name)) or _same(found[name, ordinal], item, unit, kinds)
        if butir is None:
            butir = _new(stem, laporan, item, ordinal, page)
            butir.programs = kinds.get(item.tabel) == _PROGRAMS
            found[name, ordinal].append(butir)
            result.append(butir)
        of_row[item.tabel, item.row, name] = butir
        butir.rows.setdefault(item.tabel, item.row)
        butir.kegiatan = butir.kegiatan or kegiatan.get((item.tabel, item.row, name), ())
        butir.programs = butir.programs and kinds.get(item.tabel) == _PROGRAMS
        asal = copied.get(item.tabel) if item.tahun == laporan.laporan.tahun else None
        _add(butir, item, page, cells, (asal, otherwise))
    result = joined(result)
    for number, butir in enumerate(result):
        butir.position = number / max(len(result) - 1, 1)
    return result


def _kegiatan(tabel: Tabel) -> Iterator[tuple[tuple[str, int, str], tuple[Words, ...]]]:
    """By table, row and name of an indicator: the names of the program, kegiatan or sub kegiatan before it, the narrowest of them."""
    roles = {col: column.role for col, column in enumerate(tabel.columns)}
    if not {"program_kegiatan", "indikator"} <= {*roles.values()}:
        return
    printed: dict[int, dict[int, str]] = defaultdict(dict)
    for cell in tabel.cells:
        if (
            not cell.header
            and roles.get(cell.col) == "program_kegiatan"
            and sum(map(str.isalpha, cell.text)) > _LETTERS
        ):
            for row in range(cell.row, cell.row + cell.row_span):
                printed[row][cell.col] = cell.text
    for cell in tabel.cells:
        before = [col for col in printed.get(cell.row, ()) if col < cell.col]
        if before and not cell.header and roles.get(cell.col) == "indikator" and cell.text.strip():
            names = _OR.split(printed[cell.row][max(before)])
            yield (tabel.id, cell.row, glued(cell.text)), tuple(words(name) for name in names if words(name))


def _measured_otherwise(tabel: Tabel) -> Iterator[tuple[Peran, int]]:
    """Columns (role, column) whose figures are not the year's: results up to that year, and capaian of the plan's last target."""
    for col, column in enumerate(tabel.columns):
        if column.role == "realisasi" and _UP_TO.search(column.label):
            yield "realisasi", col
        if column.role == "capaian_pct" and (tabel.jenis == "perbandingan_renstra" or _OF_PLAN.search(column.label)):
            yield "capaian", col


def _same(found: Sequence[Butir], item: Indikator, unit: str | None, kinds: Mapping[str, str]) -> Butir | None:
    """The indicator of that name in other tables; one of another unit only where the name is long, or both are rates. Lists of two
    programs that print other figures under one name mean two things."""
    fitting = [b for b in found if item.tabel in b.tables or not _of_other_program(b, item, kinds)]
    agreeing = next((b for b in fitting if agree(b.unit, unit) is not False), None)
    return agreeing or next((b for b in fitting if item.tabel not in b.tables and may_change(b, unit)), None)


def _of_other_program(butir: Butir, item: Indikator, kinds: Mapping[str, str]) -> bool:
    if item.tahun is None or not butir.programs or kinds.get(item.tabel) != _PROGRAMS:
        return False
    told = {peran: angka.number for peran in PERAN if (angka := getattr(item, peran)) is not None}
    return any(
        number is not None and butir.values((item.tahun, peran)) and number not in butir.values((item.tahun, peran))
        for peran, number in told.items()
    )


def _with_dashes(laporan: Laporan) -> list[Indikator]:
    """The records, and a bare one for each row of their tables whose figures are only dashes, in the order of tables and rows."""
    order = {tabel.id: n for n, tabel in enumerate(laporan.tabel)}
    taken = {(item.tabel, item.row) for item in laporan.indikator}
    with_records = {item.tabel for item in laporan.indikator}
    bare = [
        item
        for tabel in laporan.tabel
        if tabel.id in with_records
        for item in _dashed(tabel, laporan.laporan.tahun)
        if (item.tabel, item.row) not in taken
    ]
    return sorted([*laporan.indikator, *bare], key=lambda item: (order.get(item.tabel, len(order)), item.row))


def _dashed(tabel: Tabel, tahun: int | None) -> list[Indikator]:
    roles = {col: column.role for col, column in enumerate(tabel.columns)}
    names: dict[int, str] = {}
    dashes: dict[int, Cell] = {}
    for cell in tabel.cells:
        role = None if cell.header else roles.get(cell.col)
        if role == "indikator" and sum(map(str.isalpha, cell.text)) > _LETTERS:
            names.setdefault(cell.row, " ".join(cell.text.split()))
        elif role in ("target", "realisasi") and _DASH.match(cell.text.strip()):
            dashes.setdefault(cell.row, cell)
    return [
        Indikator(
            tabel.id, row, None, names[row], cell.text.strip("-–— \n") or None, tahun, None,
            Angka(" ".join(cell.text.split()), None, (row, cell.col)), None, None,
        )
        for row, cell in dashes.items()
        if row in names
    ]  # fmt: skip


def _numbered(rows: Sequence[Indikator]) -> list[tuple[Indikator, int]]:
    """Each row with the number of rows of its table and year above it that have its name."""
    above: Counter[tuple[str, str, int | None, str | None]] = Counter()
    result = []
    for item in rows:
        key = (item.tabel, glued(item.indikator), item.tahun, item.periode)
        result.append((item, above[key]))
        above[key] += 1
    return result


def _new(stem: str, laporan: Laporan, item: Indikator, ordinal: int, page: int | None) -> Butir:
    return Butir(
        laporan=stem,
        tahun=laporan.laporan.tahun,
        nama=" ".join(item.indikator.split()),
        kata=words(item.indikator),
        satuan=item.satuan,
        unit=normal(item.satuan) or scale_of(item.indikator),
        sasaran=words(item.sasaran or ""),
        tabel=item.tabel,
        page=page,
        ordinal=ordinal,
        periode=laporan.laporan.periode,
    )


def _add(
    butir: Butir,
    item: Indikator,
    page: int | None,
    cells: dict[tuple[str, int, int], Cell],
    how: tuple[int | None, Collection[tuple[str, str, int]]],
) -> None:
    """Figures of other parts of the year than the report's are left out."""
    butir.tables.add(item.tabel)
    if butir.unit is None and item.satuan:
        butir.satuan, butir.unit = item.satuan, normal(item.satuan)
    butir.sasaran = butir.sasaran or words(item.sasaran or "")
    if item.evaluasi is not None and item.evaluasi.rumus:
        butir.rumus = butir.rumus or item.evaluasi.rumus
    if item.tahun is None or item.periode != butir.periode:
        return
    for peran in PERAN:
        angka: Angka | None = getattr(item, peran)
        if angka is not None:
            cell = cells.get((item.tabel, *angka.cell)) if angka.cell else None
            proof: Proof = cell.value.proof if cell is not None and cell.value is not None else "unchecked"
            place = cell.prov[0].page if cell is not None and cell.prov else page
            asal, otherwise = how
            lain = angka.cell is not None and (item.tabel, peran, angka.cell[1]) in otherwise
            figur = Figur(angka.number, angka.raw, item.tabel, place, normal(item.satuan), proof, asal, lain)
            butir.figures.setdefault((item.tahun, peran), []).append(figur)


def _row_page(item: Indikator, cells: dict[tuple[str, int, int], Cell], first: int | None) -> int | None:
    for angka in (item.target, item.realisasi, item.capaian):
        cell = cells.get((item.tabel, *angka.cell)) if angka is not None and angka.cell else None
        if cell is not None and cell.prov:
            return cell.prov[0].page
    return first
