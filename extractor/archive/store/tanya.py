"""The questions that people ask an archive, as data: name and options in, columns and rows out.

Figures come as the plain decimal text that was read, never as floats; what is printed in their place and is no number stands in “ ”.
`ragu` names the figures that their report contradicts. Only versions that count are asked, except by `versi`.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from extractor.archive.store.syarat import Pilihan, WrongQuestion, conditions

Value: TypeAlias = str | int | float | bytes | None
_OF_REPORT = "JOIN laporan l ON l.id = v.laporan_id LEFT JOIN instansi n ON n.id = l.instansi_id"
_CURRENT = f"JOIN versi v ON v.id = x.versi_id AND v.berlaku {_OF_REPORT}"
_FIGURE = "(SELECT coalesce(desimal, '“' || raw || '”') FROM angka WHERE {1}_id = {0}.id AND peran = '{2}')"
_DOUBTED = "(SELECT group_concat(peran, ', ') FROM angka WHERE {1}_id = {0}.id AND +proof = 'contradicted')"
"""`+`: by the row's few figures, not by all contradicted ones of the archive, which took minutes with 10,000 reports."""


class Soal(NamedTuple):
    """A question. `columns`: output column to expression. `options`: option to the column (or index) it chooses by."""

    help_id: str
    help_en: str
    columns: Mapping[str, str]
    source: str
    options: Mapping[str, str]
    order: str
    group: str = ""


class Jawaban(NamedTuple):
    columns: tuple[str, ...]
    rows: list[tuple[Value, ...]]


def _figure(alias: str, owner: str, *roles: str) -> dict[str, str]:
    figures = {role: _FIGURE.format(alias, owner, role) for role in roles}
    return figures | {"ragu": _DOUBTED.format(alias, owner)}


_WHERE = {"laporan": "l.nama", "berkas": "v.berkas", "tabel": "t.nomor", "page": "x.page"}
_TABLE = "LEFT JOIN tabel t ON t.id = x.tabel_id"
_REPORT = {"instansi": "n.nama", "tahun": "l.tahun", "laporan": "l.nama || char(10) || v.berkas"}
_ABOUT = {"instansi": "n.nama", "tahun": "x.tahun", "periode": "x.periode"}
_ORIGIN = (
    {"peran": "g.peran", "raw": "g.raw", "nilai": "g.desimal", "reading": "g.reading", "proof": "g.proof"}
    | {"berkas": "v.berkas", "berkas_sha256": "v.berkas_sha256", "page": "g.page", "bbox": "g.bbox", "path": "g.path"}
    | {"tabel": "t.nomor", "row": 'g."row"', "col": "g.col", "laporan": "l.nama"}
)
SOAL: Mapping[str, Soal] = {
    "indikator": Soal(
        "Semua nilai sebuah indikator sepanjang tahun.",
        "All values of an indicator over the years.",
        {
            "instansi": "n.nama",
            "tahun": "x.tahun",
            "periode": "x.periode",
            "indikator": "x.indikator",
            "satuan": "x.satuan",
        }
        | _figure("x", "indikator", "target", "realisasi", "capaian")
        | {"verdict": "x.verdict"}
        | _WHERE,
        f"indikator x {_CURRENT} {_TABLE}",
        {"kata": "x.id indikator_fts indikator"} | _REPORT | {"tahun": "x.tahun"},
        "n.nama, x.indikator, x.tahun, x.periode, l.nama, x.id",
    ),
    "anggaran": Soal(
        "Baris anggaran sebuah kode (dan di bawahnya) atau uraian.",
        "Budget lines of a code (and under it) or of a name.",
        {"instansi": "n.nama", "tahun": "x.tahun", "periode": "x.periode"}
        | {"kode": "coalesce(x.kode, x.kode_raw)", "uraian": "x.uraian"}
        | {"level": "x.level", "satuan": "coalesce(x.satuan, 'rupiah')"}
        | _figure("x", "anggaran", "pagu", "realisasi", "persen")
        | {"verdict": "x.verdict"}
        | _WHERE,
        f"anggaran x {_CURRENT} {_TABLE}",
        {"kata": "x.id anggaran_fts uraian", "kode": "x.kode x.kode_raw", "level": "x.level"}
        | _REPORT
        | {"tahun": "x.tahun"},
        "coalesce(x.kode, x.kode_raw), n.nama, x.tahun, x.periode, l.nama, x.id",
    ),
    "temuan": Soal(
        "Temuan: apa yang bertentangan, hilang, atau meragukan.",
        "Findings: what is contradictory, missing or doubtful.",
        {"instansi": "n.nama", "tahun": "l.tahun", "laporan": "l.nama", "berkas": "v.berkas"}
        | {"severity": "x.severity", "code": "x.code"}
        | {"page": "r.page", "tabel": "r.nomor", "raw": "r.raw", "reported": "x.reported", "proposal": "x.proposal"}
        | {"pesan": "x.pesan", "message": "x.message"},
        f"temuan x {_CURRENT} LEFT JOIN rujukan r ON r.temuan_id = x.id AND r.urut = 0",
        {"severity": "x.severity", "code": "x.code", "proof": "x.proof"} | _REPORT,
        "n.nama, l.tahun, l.nama, x.id",
    ),
    "bertentangan": Soal(
        "Laporan yang bertentangan dengan dirinya sendiri, terbanyak dahulu.",
        "Reports that contradict themselves, the most first.",
        {"instansi": "n.nama", "tahun": "l.tahun", "laporan": "l.nama", "temuan_e": "count(*)"}
        | {"codes": "group_concat(DISTINCT x.code)", "berkas": "v.berkas"},
        f"temuan x {_CURRENT}",
        {"code": "x.code"} | _REPORT,
        "count(*) DESC, n.nama, l.tahun, l.nama",
        "x.severity = 'E' GROUP BY v.id",
    ),
    "angka": Soal(
        "Angka sebuah indikator beserta asal-usulnya: berkas, halaman, kotak, bacaan, bukti.",
        "Figures of an indicator with where they come from: file, page, box, reading, proof.",
        _ABOUT | {"indikator": "x.indikator"} | _ORIGIN,
        f"indikator x {_CURRENT} {_TABLE} JOIN angka g ON g.indikator_id = x.id",
        {"kata": "x.id indikator_fts indikator", "proof": "g.proof"} | _REPORT | {"tahun": "x.tahun"},
        "n.nama, x.indikator, x.tahun, x.periode, l.nama, g.id",
    ),
    "angka_anggaran": Soal(
        "Angka baris anggaran beserta asal-usulnya.",
        "Figures of budget lines with where they come from.",
        _ABOUT | {"kode": "coalesce(x.kode, x.kode_raw)", "uraian": "x.uraian"} | _ORIGIN,
        f"anggaran x {_CURRENT} {_TABLE} JOIN angka g ON g.anggaran_id = x.id",
        {"kata": "x.id anggaran_fts uraian", "kode": "x.kode x.kode_raw", "level": "x.level", "proof": "g.proof"}
        | _REPORT
        | {"tahun": "x.tahun"},
        "coalesce(x.kode, x.kode_raw), n.nama, x.tahun, x.periode, l.nama, g.id",
    ),
    "versi": Soal(
        "Semua versi laporan: yang berlaku dan yang digantikan.",
        "All versions of reports: the one that counts and those replaced.",
        {"laporan": "l.nama", "versi": "v.nomor", "berlaku": "v.berlaku", "jenis": "l.jenis", "instansi": "n.nama"}
        | {"tahun": "l.tahun", "periode": "l.periode"}
        | {"berkas": "v.berkas", "berkas_sha256": "v.berkas_sha256", "status": "v.status", "program": "v.program"}
        | {"ditambahkan": "v.ditambahkan", "alasan": "v.alasan"},
        f"versi v {_OF_REPORT}",
        _REPORT,
        "l.nama, v.nomor",
    ),
    "laporan": Soal(
        "Laporan di arsip, dengan banyaknya baris dan temuan.",
        "The reports of the archive, with how many rows and findings.",
        {
            name: f"b.{name}"
            for name in ("laporan", "jenis", "instansi", "tahun", "periode", "versi", "semua_versi", "status", "pages")
        }
        | {name: f"b.{name}" for name in ("indikator", "anggaran", "temuan_e", "temuan_w", "berkas")},
        "laporan_berlaku b",
        {"instansi": "b.instansi", "tahun": "b.tahun", "laporan": "b.laporan || char(10) || b.berkas"},
        "b.laporan",
    ),
}


def ask(db: sqlite3.Connection, question: str, pilihan: Pilihan) -> Jawaban:
    """The answer to a question. Raises `WrongQuestion`."""
    if question not in SOAL:
        raise WrongQuestion(
            message_id=f"Pertanyaan {question!r} tidak dikenal.",
            message_en=f"There is no question {question!r}.",
            advice_id=f"Yang ada: {', '.join(SOAL)}.",
            advice_en=f"There are: {', '.join(SOAL)}.",
        )
    soal = SOAL[question]
    where, values = conditions(soal.options, pilihan)
    columns = ", ".join(f'{expression} AS "{name}"' for name, expression in soal.columns.items())
    fixed, _, group = soal.group.partition(" GROUP BY ")
    sql = f"SELECT {columns} FROM {soal.source} WHERE {fixed or '1'}{where}"
    sql += (f" GROUP BY {group}" if group else "") + f" ORDER BY {soal.order}"
    return Jawaban(tuple(soal.columns), db.execute(sql, values).fetchall())


def ask_sql(db: sqlite3.Connection, sql: str, values: Sequence[str] = ()) -> Jawaban:
    """The answer to one SELECT of a person's own. Raises `WrongQuestion` with what SQLite says of a mistake."""
    try:
        cursor = db.execute(sql, values)
        rows = cursor.fetchall()
    except (sqlite3.Error, sqlite3.Warning) as error:
        if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) == sqlite3.SQLITE_INTERRUPT:
            raise
        raise WrongQuestion(
            message_id=f"SQL tidak bisa dijalankan: {error}.",
            message_en=f"Cannot run the SQL: {error}.",
            advice_id="Hanya satu SELECT yang boleh; arsip tidak bisa diubah dari sini.",
            advice_en="One SELECT only; the archive cannot be changed from here.",
        ) from error
    return Jawaban(tuple(column[0] for column in cursor.description or ()), rows)
