"""The form of the archive file, as the statements that made it: version n is what the first n migrations give.

A migration that has been released is never edited; a change is a new one at the end. `PRAGMA user_version` holds how many were
done, `PRAGMA application_id` says whose file it is. Names are domain words; `versi_id` on a row says which version of which report
it belongs to, and `versi.berlaku` is 1 for the version that counts. The views `*_berlaku` show only these, with report and agency.
"""

import sqlite3
from collections.abc import Iterator

APPLICATION_ID = int.from_bytes(b"LKIP")
_FIRST = """
CREATE TABLE instansi (
  id INTEGER PRIMARY KEY,
  kunci TEXT NOT NULL UNIQUE,
  nama TEXT NOT NULL
);
CREATE TABLE laporan (
  id INTEGER PRIMARY KEY,
  nama TEXT NOT NULL UNIQUE COLLATE NOCASE,
  jenis TEXT,
  instansi_id INTEGER REFERENCES instansi (id),
  tahun INTEGER
);
CREATE INDEX laporan_instansi_tahun ON laporan (instansi_id, tahun);
CREATE INDEX laporan_tahun ON laporan (tahun);
CREATE TABLE versi (
  id INTEGER PRIMARY KEY,
  laporan_id INTEGER NOT NULL REFERENCES laporan (id),
  nomor INTEGER NOT NULL CHECK (nomor > 0),
  berlaku INTEGER NOT NULL CHECK (berlaku IN (0, 1)),
  isi_sha256 TEXT NOT NULL UNIQUE,
  berkas TEXT NOT NULL,
  berkas_sha256 TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  pages INTEGER,
  status TEXT NOT NULL,
  program TEXT NOT NULL,
  options TEXT NOT NULL,
  ditambahkan TEXT NOT NULL,
  alasan TEXT NOT NULL,
  UNIQUE (laporan_id, nomor)
);
CREATE UNIQUE INDEX versi_satu_berlaku ON versi (laporan_id) WHERE berlaku;
CREATE INDEX versi_berkas ON versi (berkas_sha256);
CREATE TABLE dokumen (
  versi_id INTEGER PRIMARY KEY REFERENCES versi (id),
  json_zlib BLOB NOT NULL
);
CREATE TABLE tabel (
  id INTEGER PRIMARY KEY,
  versi_id INTEGER NOT NULL REFERENCES versi (id),
  kode TEXT NOT NULL,
  nomor TEXT,
  judul TEXT,
  bab TEXT,
  jenis TEXT NOT NULL,
  page INTEGER,
  pages TEXT NOT NULL,
  n_rows INTEGER NOT NULL,
  n_cols INTEGER NOT NULL,
  header_rows INTEGER NOT NULL,
  UNIQUE (versi_id, kode)
);
CREATE TABLE indikator (
  id INTEGER PRIMARY KEY,
  versi_id INTEGER NOT NULL REFERENCES versi (id),
  tabel_id INTEGER REFERENCES tabel (id),
  "row" INTEGER NOT NULL,
  page INTEGER,
  sasaran TEXT,
  indikator TEXT NOT NULL,
  satuan TEXT,
  tahun INTEGER,
  periode TEXT,
  target NUMERIC,
  target_raw TEXT,
  realisasi NUMERIC,
  realisasi_raw TEXT,
  capaian NUMERIC,
  capaian_raw TEXT,
  predikat TEXT,
  capaian_hitung NUMERIC,
  rumus TEXT,
  verdict TEXT
);
CREATE INDEX indikator_versi ON indikator (versi_id);
CREATE INDEX indikator_tabel ON indikator (tabel_id);
CREATE TABLE anggaran (
  id INTEGER PRIMARY KEY,
  versi_id INTEGER NOT NULL REFERENCES versi (id),
  tabel_id INTEGER REFERENCES tabel (id),
  "row" INTEGER NOT NULL,
  page INTEGER,
  kode TEXT,
  kode_raw TEXT,
  uraian TEXT NOT NULL,
  level TEXT,
  tahun INTEGER,
  satuan TEXT,
  pagu NUMERIC,
  pagu_raw TEXT,
  realisasi NUMERIC,
  realisasi_raw TEXT,
  persen NUMERIC,
  persen_raw TEXT,
  fisik NUMERIC,
  persen_hitung NUMERIC,
  verdict TEXT,
  induk INTEGER
);
CREATE INDEX anggaran_versi ON anggaran (versi_id);
CREATE INDEX anggaran_tabel ON anggaran (tabel_id);
CREATE INDEX anggaran_kode ON anggaran (kode);
CREATE INDEX anggaran_kode_raw ON anggaran (kode_raw);
CREATE TABLE klaim (
  id INTEGER PRIMARY KEY,
  versi_id INTEGER NOT NULL REFERENCES versi (id),
  page INTEGER,
  path TEXT,
  teks TEXT NOT NULL,
  subjek TEXT
);
CREATE INDEX klaim_versi ON klaim (versi_id);
CREATE TABLE angka (
  id INTEGER PRIMARY KEY,
  versi_id INTEGER NOT NULL REFERENCES versi (id),
  indikator_id INTEGER REFERENCES indikator (id),
  anggaran_id INTEGER REFERENCES anggaran (id),
  klaim_id INTEGER REFERENCES klaim (id),
  peran TEXT NOT NULL,
  raw TEXT NOT NULL,
  nilai NUMERIC,
  desimal TEXT,
  reading TEXT,
  proof TEXT,
  page INTEGER,
  bbox TEXT,
  path TEXT,
  tabel_id INTEGER REFERENCES tabel (id),
  "row" INTEGER,
  col INTEGER,
  CHECK ((indikator_id IS NOT NULL) + (anggaran_id IS NOT NULL) + (klaim_id IS NOT NULL) = 1)
);
CREATE INDEX angka_indikator ON angka (indikator_id, peran) WHERE indikator_id IS NOT NULL;
CREATE INDEX angka_anggaran ON angka (anggaran_id, peran) WHERE anggaran_id IS NOT NULL;
CREATE INDEX angka_klaim ON angka (klaim_id) WHERE klaim_id IS NOT NULL;
CREATE INDEX angka_bertentangan ON angka (proof, versi_id) WHERE proof = 'contradicted';
CREATE TABLE temuan (
  id INTEGER PRIMARY KEY,
  versi_id INTEGER NOT NULL REFERENCES versi (id),
  kode TEXT NOT NULL,
  code TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('E', 'W', 'I')),
  pesan TEXT NOT NULL,
  message TEXT NOT NULL,
  reported TEXT,
  recomputed TEXT,
  proposal TEXT,
  witnesses TEXT NOT NULL,
  proof TEXT,
  UNIQUE (versi_id, kode)
);
CREATE INDEX temuan_severity ON temuan (severity, versi_id);
CREATE INDEX temuan_code ON temuan (code, versi_id);
CREATE TABLE rujukan (
  id INTEGER PRIMARY KEY,
  temuan_id INTEGER NOT NULL REFERENCES temuan (id),
  urut INTEGER NOT NULL,
  tabel_id INTEGER REFERENCES tabel (id),
  nomor TEXT,
  "row" INTEGER,
  col INTEGER,
  page INTEGER,
  bbox TEXT,
  path TEXT,
  raw TEXT,
  UNIQUE (temuan_id, urut)
);
CREATE TABLE bukti (
  angka_id INTEGER NOT NULL REFERENCES angka (id),
  temuan_id INTEGER NOT NULL REFERENCES temuan (id),
  PRIMARY KEY (angka_id, temuan_id)
) WITHOUT ROWID;
CREATE INDEX bukti_temuan ON bukti (temuan_id);
CREATE VIRTUAL TABLE indikator_fts USING fts5 (
  indikator, sasaran, content='indikator', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);
CREATE TRIGGER indikator_masuk AFTER INSERT ON indikator BEGIN
  INSERT INTO indikator_fts (rowid, indikator, sasaran) VALUES (new.id, new.indikator, new.sasaran);
END;
CREATE TRIGGER indikator_keluar AFTER DELETE ON indikator BEGIN
  INSERT INTO indikator_fts (indikator_fts, rowid, indikator, sasaran) VALUES ('delete', old.id, old.indikator, old.sasaran);
END;
CREATE TRIGGER indikator_ubah AFTER UPDATE OF indikator, sasaran ON indikator BEGIN
  INSERT INTO indikator_fts (indikator_fts, rowid, indikator, sasaran) VALUES ('delete', old.id, old.indikator, old.sasaran);
  INSERT INTO indikator_fts (rowid, indikator, sasaran) VALUES (new.id, new.indikator, new.sasaran);
END;
CREATE VIRTUAL TABLE anggaran_fts USING fts5 (
  uraian, content='anggaran', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);
CREATE TRIGGER anggaran_masuk AFTER INSERT ON anggaran BEGIN
  INSERT INTO anggaran_fts (rowid, uraian) VALUES (new.id, new.uraian);
END;
CREATE TRIGGER anggaran_keluar AFTER DELETE ON anggaran BEGIN
  INSERT INTO anggaran_fts (anggaran_fts, rowid, uraian) VALUES ('delete', old.id, old.uraian);
END;
CREATE TRIGGER anggaran_ubah AFTER UPDATE OF uraian ON anggaran BEGIN
  INSERT INTO anggaran_fts (anggaran_fts, rowid, uraian) VALUES ('delete', old.id, old.uraian);
  INSERT INTO anggaran_fts (rowid, uraian) VALUES (new.id, new.uraian);
END;
CREATE VIEW laporan_berlaku AS
  SELECT l.id, l.nama AS laporan, l.jenis, n.nama AS instansi, l.tahun, v.nomor AS versi,
    (SELECT count(*) FROM versi w WHERE w.laporan_id = l.id) AS semua_versi, v.status, v.pages,
    (SELECT count(*) FROM indikator i WHERE i.versi_id = v.id) AS indikator,
    (SELECT count(*) FROM anggaran a WHERE a.versi_id = v.id) AS anggaran,
    (SELECT count(*) FROM temuan t WHERE t.versi_id = v.id AND t.severity = 'E') AS temuan_e,
    (SELECT count(*) FROM temuan t WHERE t.versi_id = v.id AND t.severity = 'W') AS temuan_w,
    v.berkas, v.berkas_sha256, v.ditambahkan
  FROM versi v JOIN laporan l ON l.id = v.laporan_id LEFT JOIN instansi n ON n.id = l.instansi_id
  WHERE v.berlaku;
CREATE VIEW indikator_berlaku AS
  SELECT i.id, n.nama AS instansi, i.indikator, i.satuan, i.tahun, i.periode,
    i.target, i.target_raw, i.realisasi, i.realisasi_raw, i.capaian, i.capaian_raw, i.predikat,
    i.capaian_hitung, i.rumus, i.verdict, i.sasaran,
    l.nama AS laporan, l.tahun AS tahun_laporan, t.kode AS tabel, t.nomor AS nomor_tabel, i."row", i.page
  FROM indikator i JOIN versi v ON v.id = i.versi_id JOIN laporan l ON l.id = v.laporan_id
    LEFT JOIN instansi n ON n.id = l.instansi_id LEFT JOIN tabel t ON t.id = i.tabel_id
  WHERE v.berlaku;
CREATE VIEW anggaran_berlaku AS
  SELECT a.id, n.nama AS instansi, a.kode, a.kode_raw, a.uraian, a.level, a.induk, a.tahun, a.satuan,
    a.pagu, a.pagu_raw, a.realisasi, a.realisasi_raw, a.persen, a.persen_raw, a.fisik, a.persen_hitung, a.verdict,
    l.nama AS laporan, l.tahun AS tahun_laporan, t.kode AS tabel, t.nomor AS nomor_tabel, a."row", a.page
  FROM anggaran a JOIN versi v ON v.id = a.versi_id JOIN laporan l ON l.id = v.laporan_id
    LEFT JOIN instansi n ON n.id = l.instansi_id LEFT JOIN tabel t ON t.id = a.tabel_id
  WHERE v.berlaku;
CREATE VIEW temuan_berlaku AS
  SELECT f.id, n.nama AS instansi, l.tahun, f.severity, f.code, f.pesan, f.message,
    r.nomor AS nomor_tabel, r.page, r."row", r.col, r.raw, f.reported, f.recomputed, f.proposal, f.proof,
    l.nama AS laporan, f.kode AS temuan
  FROM temuan f JOIN versi v ON v.id = f.versi_id JOIN laporan l ON l.id = v.laporan_id
    LEFT JOIN instansi n ON n.id = l.instansi_id LEFT JOIN rujukan r ON r.temuan_id = f.id AND r.urut = 0
  WHERE v.berlaku;
CREATE VIEW angka_berlaku AS
  SELECT g.id, n.nama AS instansi, coalesce(i.indikator, a.uraian, k.subjek) AS tentang,
    coalesce(i.tahun, a.tahun) AS tahun, i.periode, g.peran, g.raw, g.nilai, g.desimal, g.reading, g.proof,
    v.berkas, v.berkas_sha256, g.page, g.bbox, g.path, t.kode AS tabel, t.nomor AS nomor_tabel, g."row", g.col,
    l.nama AS laporan, l.tahun AS tahun_laporan
  FROM angka g JOIN versi v ON v.id = g.versi_id JOIN laporan l ON l.id = v.laporan_id
    LEFT JOIN instansi n ON n.id = l.instansi_id LEFT JOIN tabel t ON t.id = g.tabel_id
    LEFT JOIN indikator i ON i.id = g.indikator_id LEFT JOIN anggaran a ON a.id = g.anggaran_id
    LEFT JOIN klaim k ON k.id = g.klaim_id
  WHERE v.berlaku;
"""
_FIGURES_BY_VERSION = """
CREATE INDEX angka_versi ON angka (versi_id);
"""
_PERIOD_OF_BUDGETS = """
ALTER TABLE anggaran ADD COLUMN periode TEXT;
DROP VIEW anggaran_berlaku;
DROP VIEW angka_berlaku;
CREATE VIEW anggaran_berlaku AS
  SELECT a.id, n.nama AS instansi, a.kode, a.kode_raw, a.uraian, a.level, a.induk, a.tahun, a.periode, a.satuan,
    a.pagu, a.pagu_raw, a.realisasi, a.realisasi_raw, a.persen, a.persen_raw, a.fisik, a.persen_hitung, a.verdict,
    l.nama AS laporan, l.tahun AS tahun_laporan, t.kode AS tabel, t.nomor AS nomor_tabel, a."row", a.page
  FROM anggaran a JOIN versi v ON v.id = a.versi_id JOIN laporan l ON l.id = v.laporan_id
    LEFT JOIN instansi n ON n.id = l.instansi_id LEFT JOIN tabel t ON t.id = a.tabel_id
  WHERE v.berlaku;
CREATE VIEW angka_berlaku AS
  SELECT g.id, n.nama AS instansi, coalesce(i.indikator, a.uraian, k.subjek) AS tentang,
    coalesce(i.tahun, a.tahun) AS tahun, coalesce(i.periode, a.periode) AS periode, g.peran, g.raw, g.nilai, g.desimal, g.reading, g.proof,
    v.berkas, v.berkas_sha256, g.page, g.bbox, g.path, t.kode AS tabel, t.nomor AS nomor_tabel, g."row", g.col,
    l.nama AS laporan, l.tahun AS tahun_laporan
  FROM angka g JOIN versi v ON v.id = g.versi_id JOIN laporan l ON l.id = v.laporan_id
    LEFT JOIN instansi n ON n.id = l.instansi_id LEFT JOIN tabel t ON t.id = g.tabel_id
    LEFT JOIN indikator i ON i.id = g.indikator_id LEFT JOIN anggaran a ON a.id = g.anggaran_id
    LEFT JOIN klaim k ON k.id = g.klaim_id
  WHERE v.berlaku;
"""
_PERIOD_OF_REPORTS = """
ALTER TABLE laporan ADD COLUMN periode TEXT;
DROP VIEW laporan_berlaku;
CREATE VIEW laporan_berlaku AS
  SELECT l.id, l.nama AS laporan, l.jenis, n.nama AS instansi, l.tahun, l.periode, v.nomor AS versi,
    (SELECT count(*) FROM versi w WHERE w.laporan_id = l.id) AS semua_versi, v.status, v.pages,
    (SELECT count(*) FROM indikator i WHERE i.versi_id = v.id) AS indikator,
    (SELECT count(*) FROM anggaran a WHERE a.versi_id = v.id) AS anggaran,
    (SELECT count(*) FROM temuan t WHERE t.versi_id = v.id AND t.severity = 'E') AS temuan_e,
    (SELECT count(*) FROM temuan t WHERE t.versi_id = v.id AND t.severity = 'W') AS temuan_w,
    v.berkas, v.berkas_sha256, v.ditambahkan
  FROM versi v JOIN laporan l ON l.id = v.laporan_id LEFT JOIN instansi n ON n.id = l.instansi_id
  WHERE v.berlaku;
"""
_FIGURES_COUNTED = """
DROP VIEW angka_berlaku;
CREATE VIEW angka_berlaku AS
  SELECT g.id, (SELECT nama FROM instansi WHERE id = l.instansi_id) AS instansi,
    coalesce((SELECT indikator FROM indikator WHERE id = g.indikator_id), (SELECT uraian FROM anggaran WHERE id = g.anggaran_id),
      (SELECT subjek FROM klaim WHERE id = g.klaim_id)) AS tentang,
    coalesce((SELECT tahun FROM indikator WHERE id = g.indikator_id), (SELECT tahun FROM anggaran WHERE id = g.anggaran_id)) AS tahun,
    coalesce((SELECT periode FROM indikator WHERE id = g.indikator_id), (SELECT periode FROM anggaran WHERE id = g.anggaran_id)) AS periode,
    g.peran, g.raw, g.nilai, g.desimal, g.reading, g.proof, v.berkas, v.berkas_sha256, g.page, g.bbox, g.path,
    (SELECT kode FROM tabel WHERE id = g.tabel_id) AS tabel, (SELECT nomor FROM tabel WHERE id = g.tabel_id) AS nomor_tabel,
    g."row", g.col, l.nama AS laporan, l.tahun AS tahun_laporan
  FROM angka g JOIN versi v ON v.id = g.versi_id JOIN laporan l ON l.id = v.laporan_id
  WHERE v.berlaku;
"""
"""Lookups instead of joins: SQLite carries out every join to count rows, and Datasette counts them on every page. From the index
alone that is an eighth of the time."""
MIGRATIONS: tuple[str, ...] = (_FIRST, _FIGURES_BY_VERSION, _PERIOD_OF_BUDGETS, _PERIOD_OF_REPORTS, _FIGURES_COUNTED)
VERSION = len(MIGRATIONS)


def statements(script: str) -> Iterator[str]:
    """The single statements of a script: `executescript` would commit what was begun before it."""
    begun = ""
    for line in script.strip().splitlines(keepends=True):
        begun += line
        if sqlite3.complete_statement(begun):
            yield begun.strip()
            begun = ""


def migrate(db: sqlite3.Connection, done: int) -> None:
    """Bring a file at version `done` to `VERSION`. Call inside a transaction, so that a killed one leaves the old version whole."""
    for script in MIGRATIONS[done:]:
        for statement in statements(script):
            db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {VERSION}")
