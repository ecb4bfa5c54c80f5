"""The indicators of one report: rows of its tables in, one `Butir` per indicator out, however many tables repeat it.

Two rows of one table and year are two indicators, even under one name (`Jumlah dokumen` below two kegiatan): they are
told apart by their order. Figures keep every place they are printed at.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from decimal import Decimal

from extractor.archive.kata import Likeness, Words, glued, words
from extractor.archive.satuan import agree, normal
from extractor.model.laporan import Angka, Cell, Indikator, Laporan
from extractor.model.perbandingan import Peran
from extractor.model.temuan import Proof

Slot = tuple[int, Peran]
_ONE_NAME = 0.95
PERAN: tuple[Peran, ...] = ("target", "realisasi", "capaian")


@dataclass(frozen=True, slots=True)
class Figur:
    """A printed figure and where it stands."""

    nilai: Decimal | None
    raw: str
    tabel: str
    page: int | None
    satuan: str | None
    proof: Proof


@dataclass(slots=True)
class Butir:
    """An indicator of a report. `position`: its place among the indicators, from 0 to 1; `figures` by year and role."""

    laporan: str
    tahun: int | None
    nama: str
    kata: Words
    satuan: str | None
    unit: str | None
    sasaran: Words
    tabel: str
    page: int | None
    ordinal: int
    tables: set[str] = field(default_factory=set)
    rumus: str | None = None
    position: float = 0.0
    figures: dict[Slot, list[Figur]] = field(default_factory=dict)

    def values(self, slot: Slot) -> list[Decimal]:
        return [figur.nilai for figur in self.figures.get(slot, ()) if figur.nilai is not None]


def butir_of(stem: str, laporan: Laporan) -> list[Butir]:
    """One value per indicator of the report, in the order of their first rows."""
    cells = {(tabel.id, cell.row, cell.col): cell for tabel in laporan.tabel for cell in tabel.cells}
    pages = {tabel.id: tabel.pages[0] if tabel.pages else None for tabel in laporan.tabel}
    found: dict[tuple[str, int], list[Butir]] = defaultdict(list)
    result: list[Butir] = []
    for item, ordinal in _numbered(laporan.indikator):
        page = _row_page(item, cells, pages.get(item.tabel))
        same = found[glued(item.indikator), ordinal]
        unit = normal(item.satuan)
        butir = next((b for b in same if agree(b.unit, unit) is not False), None)
        if butir is None:
            butir = _new(stem, laporan, item, ordinal, page)
            same.append(butir)
            result.append(butir)
        _add(butir, item, page, cells)
    result = _joined(result)
    for number, butir in enumerate(result):
        butir.position = number / max(len(result) - 1, 1)
    return result


def _joined(found: list[Butir]) -> list[Butir]:
    """Indicators that several tables spell differently are one; two rows of one table never are."""
    alike = Likeness([b.kata for b in found])
    result: list[Butir] = []
    for butir in found:
        same = [b for b in result if _is_one(b, butir, alike)]
        if len(same) != 1:
            result.append(butir)
            continue
        first = same[0]
        first.tables |= butir.tables
        first.unit, first.satuan = (first.unit, first.satuan) if first.unit else (butir.unit, butir.satuan)
        first.rumus = first.rumus or butir.rumus
        for slot, figures in butir.figures.items():
            first.figures.setdefault(slot, []).extend(figures)
    return result


def _is_one(left: Butir, right: Butir, alike: Likeness) -> bool:
    if left.tables & right.tables or left.ordinal != right.ordinal or agree(left.unit, right.unit) is False:
        return False
    return alike(left.kata, right.kata) >= _ONE_NAME


def _numbered(rows: tuple[Indikator, ...]) -> list[tuple[Indikator, int]]:
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
        unit=normal(item.satuan),
        sasaran=words(item.sasaran or ""),
        tabel=item.tabel,
        page=page,
        ordinal=ordinal,
    )


def _add(butir: Butir, item: Indikator, page: int | None, cells: dict[tuple[str, int, int], Cell]) -> None:
    butir.tables.add(item.tabel)
    if butir.unit is None and item.satuan:
        butir.satuan, butir.unit = item.satuan, normal(item.satuan)
    butir.sasaran = butir.sasaran or words(item.sasaran or "")
    if item.evaluasi is not None and item.evaluasi.rumus:
        butir.rumus = butir.rumus or item.evaluasi.rumus
    if item.tahun is None or item.periode is not None:
        return
    for peran in PERAN:
        angka: Angka | None = getattr(item, peran)
        if angka is not None:
            cell = cells.get((item.tabel, *angka.cell)) if angka.cell else None
            proof: Proof = cell.value.proof if cell is not None and cell.value is not None else "unchecked"
            place = cell.prov[0].page if cell is not None and cell.prov else page
            figur = Figur(angka.number, angka.raw, item.tabel, place, normal(item.satuan), proof)
            butir.figures.setdefault((item.tahun, peran), []).append(figur)


def _row_page(item: Indikator, cells: dict[tuple[str, int, int], Cell], first: int | None) -> int | None:
    for angka in (item.target, item.realisasi, item.capaian):
        cell = cells.get((item.tabel, *angka.cell)) if angka is not None and angka.cell else None
        if cell is not None and cell.prov:
            return cell.prov[0].page
    return first
