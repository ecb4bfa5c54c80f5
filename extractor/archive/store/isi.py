"""A report as rows: a `Laporan` and the id of its version in, rows of the archive's tables out, written by one pass over each list.

Numbers go in twice. `nilai` (and `target`, `pagu`, … of a record) is SQLite's own number, to sort and count with: whole figures are
exact, others exact to 15 digits. `desimal` is the figure as it was read, digit for digit. `raw` is what is printed.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TypeAlias

import msgspec

from extractor.model.laporan import Anggaran, Angka, Cell, Indikator, Laporan
from extractor.model.place import Place
from extractor.model.tempat import first_page, row_pages, table_id
from extractor.model.temuan import Ref

Value: TypeAlias = str | int | float | None
Row: TypeAlias = tuple[Value, ...]
_LARGEST = 2**63
_OF_INDIKATOR = ("target", "realisasi", "capaian")
_OF_ANGGARAN = ("pagu", "realisasi", "persen", "fisik")
_NO_PLACE = Place(None)


def insert(db: sqlite3.Connection, versi_id: int, laporan: Laporan) -> None:
    """All rows of the report. Call inside a transaction."""
    _Writer(db, versi_id, laporan).write()


def number(value: Decimal | None) -> int | float | None:
    """The figure as SQLite's number; text that looks like a number would sort after all numbers."""
    if value is None:
        return None
    if value == value.to_integral_value() and abs(value) < _LARGEST:
        return int(value)
    return float(value)


def plain(value: Decimal | None) -> str | None:
    """The figure as a plain decimal, without exponent; zero has no sign."""
    if value is None:
        return None
    text = format(value, "f")
    return text.removeprefix("-") if value.is_zero() else text


class _Writer:
    """The ids of one report's rows are given here, so that rows that point at each other can be written list by list."""

    def __init__(self, db: sqlite3.Connection, versi_id: int, laporan: Laporan) -> None:
        self.db = db
        self.versi_id = versi_id
        self.laporan = laporan
        self.pages = row_pages(laporan)
        self.cells = {(t.id, c.row, c.col): c for t in laporan.tabel for c in t.cells if c.value is not None}
        self.tabel = {t.id: n for n, t in enumerate(laporan.tabel, self._next("tabel"))}
        self.temuan = {f.id: n for n, f in enumerate(laporan.temuan, self._next("temuan"))}
        self.next_angka = self._next("angka")
        self.angka: list[Row] = []
        self.bukti: list[Row] = []

    def write(self) -> None:
        self._many("tabel", self._tabel())
        self._many("temuan", self._temuan())
        self._many("rujukan", self._rujukan())
        self._many("indikator", self._indikator())
        self._many("anggaran", self._anggaran())
        self._many("klaim", self._klaim())
        self._many("angka", self.angka)
        self._many("bukti", self.bukti)

    def _next(self, table: str) -> int:
        found: int = self.db.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}").fetchone()[0]
        return found

    def _many(self, table: str, rows: Iterable[Row]) -> None:
        rows = list(rows)
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            self.db.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)

    def _tabel(self) -> Iterator[Row]:
        for t in self.laporan.tabel:
            yield (
                *(self.tabel[t.id], self.versi_id, t.id, t.nomor, t.judul, t.bab, t.jenis),
                *(first_page(t), ",".join(map(str, t.pages)), t.n_rows, t.n_cols, t.header_rows),
            )

    def _temuan(self) -> Iterator[Row]:
        for f in self.laporan.temuan:
            yield (
                *(self.temuan[f.id], self.versi_id, f.id, f.code, f.severity, f.message.id, f.message.en),
                *(f.reported, f.recomputed, f.proposal, _json(f.witnesses), f.proof),
            )

    def _rujukan(self) -> Iterator[Row]:
        places = [(self.temuan[f.id], urut, ref) for f in self.laporan.temuan for urut, ref in enumerate(f.refs)]
        for row_id, (temuan_id, urut, ref) in enumerate(places, self._next("rujukan")):
            yield (
                *(row_id, temuan_id, urut, self._table_of(ref), ref.tabel, ref.row, ref.col),
                *(ref.page, _json(ref.bbox), ref.path, ref.raw),
            )

    def _table_of(self, ref: Ref) -> int | None:
        found = table_id(ref, self.laporan)
        return None if found is None else self.tabel[found]

    def _indikator(self) -> Iterator[Row]:
        for row_id, item in enumerate(self.laporan.indikator, self._next("indikator")):
            evaluasi = item.evaluasi
            self._figures((row_id, None, None), item, _OF_INDIKATOR)
            yield (
                *(row_id, self.versi_id, self.tabel.get(item.tabel), item.row, self._page(item)),
                *(item.sasaran, item.indikator, item.satuan, item.tahun, item.periode),
                *_pair(item.target),
                *_pair(item.realisasi),
                *_pair(item.capaian),
                item.predikat,
                *((number(evaluasi.capaian), evaluasi.rumus, evaluasi.verdict) if evaluasi else (None, None, None)),
            )

    def _anggaran(self) -> Iterator[Row]:
        for row_id, item in enumerate(self.laporan.anggaran, self._next("anggaran")):
            kode, evaluasi = item.kode, item.evaluasi
            self._figures((None, row_id, None), item, _OF_ANGGARAN)
            yield (
                *(row_id, self.versi_id, self.tabel.get(item.tabel), item.row, self._page(item)),
                *((kode.canonical, kode.raw) if kode else (None, None)),
                *(item.uraian, item.level, item.tahun, item.satuan),
                *_pair(item.pagu),
                *_pair(item.realisasi),
                *_pair(item.persen),
                number(item.fisik.number) if item.fisik else None,
                *((number(evaluasi.persen), evaluasi.verdict) if evaluasi else (None, None)),
                *(item.induk, item.periode),
            )

    def _klaim(self) -> Iterator[Row]:
        for row_id, item in enumerate(self.laporan.klaim, self._next("klaim")):
            for figure in item.figures:
                self._add((None, None, row_id), figure.role, figure.raw, figure.number, (item.page, None, item.path))
            yield (row_id, self.versi_id, item.page, item.path, item.text, item.subjek)

    def _figures(self, owner: Row, item: Indikator | Anggaran, roles: Sequence[str]) -> None:
        for peran in roles:
            angka: Angka | None = getattr(item, peran)
            if angka is None:
                continue
            cell = self.cells.get((item.tabel, *angka.cell)) if angka.cell else None
            place = cell.prov[0] if cell is not None and cell.prov else _NO_PLACE
            page = place.page if cell is not None else self._page(item)
            where = (self.tabel.get(item.tabel), *(angka.cell or (item.row, None)))
            box = (page, _json(place.bbox), place.path)
            self._add(owner, peran, angka.raw, angka.number, box, where, cell)

    def _add(
        self,
        owner: Row,
        peran: str,
        raw: str,
        value: Decimal | None,
        place: Row,
        where: Row = (None, None, None),
        cell: Cell | None = None,
    ) -> None:
        meaning = cell.value if cell is not None else None
        said = (meaning.reading, meaning.proof) if meaning else (None, None)
        row_id = self.next_angka + len(self.angka)
        self.angka.append(
            (row_id, self.versi_id, *owner, peran, raw, number(value), plain(value), *said, *place, *where)
        )
        if meaning is not None:
            found = {self.temuan[name] for name in meaning.evidence if name in self.temuan}
            self.bukti.extend((row_id, temuan_id) for temuan_id in sorted(found))

    def _page(self, item: Indikator | Anggaran) -> int | None:
        return self.pages.get(item.tabel, {}).get(item.row)


def _pair(angka: Angka | None) -> tuple[int | float | None, str | None]:
    return (number(angka.number), angka.raw) if angka else (None, None)


def _json(value: object) -> str | None:
    return None if value is None else msgspec.json.encode(value).decode()
