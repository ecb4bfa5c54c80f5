"""The archive as a whole: reports in, one transaction each; reports and lists of them out.

A killed or failed `add` leaves every report either whole in the archive or not in it at all.
"""

import datetime
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

import msgspec

from extractor.archive.store.buka import BUSY_SECONDS, ArchiveError, open_for_reading, open_for_writing, speaking
from extractor.archive.store.isi import insert
from extractor.archive.store.syarat import Pilihan, conditions
from extractor.archive.store.tanya import Jawaban, ask, ask_sql
from extractor.archive.store.versi import Apa, Keputusan, agency_key, content_hash, decide
from extractor.model.laporan import Laporan
from extractor.model.temuan import Message

FIGURE = (
    *("laporan", "tentang", "tahun", "periode", "peran", "raw", "desimal", "reading", "proof"),
    *("berkas", "berkas_sha256", "page", "bbox", "path", "tabel", "row", "col"),
)


class Masuk(NamedTuple):
    """What became of a report that was added: its name in the archive, the version's number, and why.

    `mirip`: a new report although there is one of the same agency and year.
    """

    nama: str
    nomor: int
    apa: Apa
    berlaku: bool
    alasan: Message
    mirip: bool = False


class Arsip:
    """An open archive; use it in a `with` block. `writable`: it is made where there is none.

    Raises `NotAnArchive`, `MissingInput`, `ArchiveError`.
    """

    def __init__(self, path: Path, *, writable: bool = False, busy_seconds: float = BUSY_SECONDS) -> None:
        self.path = path
        self._db = open_for_writing(path, busy_seconds=busy_seconds) if writable else open_for_reading(path)
        self._writable = writable

    def __enter__(self) -> "Arsip":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._writable and kind is None:
            with speaking(self.path):
                # What was added is on the disk, and in one file, before anybody is told that it is in.
                self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._db.close()

    def add(self, wanted: str, laporan: Laporan, *, make_current: bool = False) -> Masuk:
        """Add a report under the name `wanted` (or with a number after it, where another report has it).

        `make_current`: it counts from now on, even where it is an earlier version or was read from some pages only.
        """
        isi_sha256 = content_hash(laporan)
        packed = zlib.compress(msgspec.json.encode(laporan), 6)
        with speaking(self.path), self._db:  # Commits at the end, and takes all back when anything goes wrong.
            self._db.execute("BEGIN IMMEDIATE")
            return self._add(wanted, laporan, isi_sha256, packed, make_current)

    def reports(self, pilihan: Pilihan | None = None) -> Iterator[tuple[str, Laporan]]:
        """The reports that count, whole, by name; `pilihan` may choose by instansi and tahun."""
        where, values = conditions(
            {"instansi": "n.nama", "tahun": "l.tahun", "laporan": "l.nama || char(10) || v.berkas"},
            pilihan or Pilihan(),
        )
        yield from self._whole(where, values)

    def agencies(self) -> list[tuple[int | None, str | None]]:
        """Id and name of every agency with a report that counts, by name; the last one is (None, None) for reports without agency."""
        with speaking(self.path):
            return self._db.execute(
                """SELECT DISTINCT n.id, n.nama FROM laporan l LEFT JOIN instansi n ON n.id = l.instansi_id
                ORDER BY n.id IS NULL, n.nama, n.id"""
            ).fetchall()

    def of_agency(self, instansi_id: int | None) -> list[tuple[str, Laporan]]:
        """The reports of one agency that count, whole, by name."""
        return list(self._whole(" AND l.instansi_id IS ?", [instansi_id]))

    def figures_of_agency(self, instansi_id: int | None) -> list[tuple[int | None, list[Any]]]:
        """Year of the report and the figure with where it comes from, for every figure of the agency that counts, in the order of
        `FIGURE`; `desimal` is a `Decimal`."""
        columns = ", ".join(f'b."{name}"' for name in FIGURE)
        place = FIGURE.index("desimal")
        sql = f"""SELECT l.tahun, {columns} FROM laporan l JOIN versi v ON v.laporan_id = l.id AND v.berlaku
            JOIN angka g ON g.versi_id = v.id JOIN angka_berlaku b ON b.id = g.id
            WHERE l.instansi_id IS ? ORDER BY l.nama, g.id"""
        with speaking(self.path):
            rows = [(row[0], list(row[1:])) for row in self._db.execute(sql, (instansi_id,))]
        for _, row in rows:
            row[place] = None if row[place] is None else Decimal(row[place])
        return rows

    def ask(self, question: str, pilihan: Pilihan) -> Jawaban:
        """The answer to a question of `tanya.SOAL`."""
        with speaking(self.path):
            return ask(self._db, question, pilihan)

    def ask_sql(self, sql: str, values: Sequence[str] = ()) -> Jawaban:
        """The answer to a person's own SELECT. Raises `tanya.WrongQuestion`."""
        with speaking(self.path):
            return ask_sql(self._db, sql, values)

    def _whole(self, where: str, values: Sequence[str | int | None]) -> Iterator[tuple[str, Laporan]]:
        sql = f"""SELECT l.nama, d.json_zlib FROM versi v JOIN laporan l ON l.id = v.laporan_id
            JOIN dokumen d ON d.versi_id = v.id LEFT JOIN instansi n ON n.id = l.instansi_id
            WHERE v.berlaku{where} ORDER BY l.nama"""
        with speaking(self.path):
            for nama, packed in self._db.execute(sql, values):
                yield nama, self._unpacked(nama, packed)

    def _add(self, wanted: str, laporan: Laporan, isi_sha256: str, packed: bytes, make_current: bool) -> Masuk:
        found = decide(self._db, laporan, isi_sha256)
        laporan_id, versi_id = found.laporan_id, found.versi_id
        berlaku = found.berlaku or make_current
        if laporan_id is None:
            laporan_id = self._new_report(wanted)
        if versi_id is None:
            versi_id = self._new_version(laporan_id, laporan, isi_sha256, found)
            insert(self._db, versi_id, laporan)
            self._db.execute("INSERT INTO dokumen VALUES (?, ?)", (versi_id, packed))
        if berlaku and found.apa != "sama":
            self._make_current(laporan_id, versi_id, laporan)
        nama, nomor = self._db.execute(
            "SELECT l.nama, v.nomor FROM versi v JOIN laporan l ON l.id = v.laporan_id WHERE v.id = ?", (versi_id,)
        ).fetchone()
        return Masuk(nama, nomor, found.apa, berlaku, found.alasan, found.mirip)

    def _new_report(self, wanted: str) -> int:
        nama, number = wanted, 1
        while self._db.execute("SELECT 1 FROM laporan WHERE nama = ?", (nama,)).fetchone():
            number += 1
            nama = f"{wanted}-{number}"
        return _id(self._db.execute("INSERT INTO laporan (nama) VALUES (?)", (nama,)))

    def _new_version(self, laporan_id: int, laporan: Laporan, isi_sha256: str, found: Keputusan) -> int:
        source = laporan.source
        nomor = self._db.execute(
            "SELECT coalesce(max(nomor), 0) + 1 FROM versi WHERE laporan_id = ?", (laporan_id,)
        ).fetchone()[0]
        row = {
            "laporan_id": laporan_id,
            "nomor": nomor,
            "berlaku": 0,
            "isi_sha256": isi_sha256,
            "berkas": source.file_name,
            "berkas_sha256": source.sha256,
            "media_type": source.media_type,
            "bytes": source.bytes,
            "pages": source.pages,
            "status": laporan.status,
            "program": laporan.run.version,
            "options": msgspec.json.encode(laporan.run.options).decode(),
            "ditambahkan": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
            "alasan": found.alasan.id,
        }
        names, marks = ", ".join(row), ", ".join(f":{name}" for name in row)
        return _id(self._db.execute(f"INSERT INTO versi ({names}) VALUES ({marks})", row))

    def _make_current(self, laporan_id: int, versi_id: int, laporan: Laporan) -> None:
        identity = laporan.laporan
        self._db.execute("UPDATE versi SET berlaku = 0 WHERE laporan_id = ? AND berlaku", (laporan_id,))
        self._db.execute("UPDATE versi SET berlaku = 1 WHERE id = ?", (versi_id,))
        self._db.execute(
            "UPDATE laporan SET jenis = ?, instansi_id = ?, tahun = ?, periode = ? WHERE id = ?",
            (identity.jenis, self._agency(identity.instansi), identity.tahun, identity.periode, laporan_id),
        )

    def _agency(self, name: str | None) -> int | None:
        key = agency_key(name or "")
        if name is None or not key:
            return None
        self._db.execute("INSERT INTO instansi (kunci, nama) VALUES (?, ?) ON CONFLICT DO NOTHING", (key, name))
        found: int = self._db.execute("SELECT id FROM instansi WHERE kunci = ?", (key,)).fetchone()[0]
        return found

    def _unpacked(self, nama: str, packed: bytes) -> Laporan:
        try:
            return msgspec.json.decode(zlib.decompress(packed), type=Laporan)
        except (zlib.error, msgspec.DecodeError) as error:
            raise ArchiveError(
                code="archive_damaged",
                message_id=f"Laporan {nama} di arsip {self.path} tidak bisa dibaca: {error}.",
                message_en=f"The report {nama} in the archive {self.path} cannot be read: {error}.",
                advice_id="Ekstrak laporan itu lagi, lalu tambahkan lagi.",
                advice_en="Extract that report again and add it again.",
            ) from error


def _id(cursor: sqlite3.Cursor) -> int:
    if cursor.lastrowid is None:
        raise AssertionError("an INSERT gives an id")
    return cursor.lastrowid
