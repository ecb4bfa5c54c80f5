"""What Datasette shows of an archive: the name of the database in, the content of `arsip.metadata.json` out.

Titles and descriptions are Indonesian and English. Units stand in the descriptions of columns and not under Datasette's `units`:
that would show 2.275.367.080 as 2.28 G.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import msgspec

_LICENCE = "Informasi publik (UU 14/2008); hak atas laporan pada instansinya. Public information; rights remain with the agencies."
_SOURCE = "Laporan kinerja instansi pemerintah (LKIP, LAKIP, LKjIP), diekstrak oleh lkip-extractor"
_RECORD = {
    "instansi": "Instansi pemilik laporan. Agency.",
    "tahun": "Tahun angka. Year of the figures.",
    "tahun_laporan": "Tahun laporan. Year of the report.",
    "laporan": "Nama laporan di arsip. Name of the report in the archive.",
    "tabel": "Id tabel dalam laporan. Id of the table.",
    "nomor_tabel": "Nomor tabel tercetak. Printed number of the table.",
    "page": "Halaman PDF, mulai 1; kosong untuk format tanpa halaman. Page, from 1.",
    "row": "Baris dalam tabel, mulai 0. Row of the table, from 0.",
    "col": "Kolom dalam tabel, mulai 0. Column of the table, from 0.",
    "verdict": "Hasil hitung ulang: sesuai, beda_pembulatan, tidak_sesuai, tak_terhitung. Verdict of the recomputation.",
}
_INDIKATOR = {
    "sasaran": "Sasaran. Objective.",
    "indikator": "Indikator kinerja, seperti tercetak. Indicator as printed.",
    "satuan": "Satuan target dan realisasi. Unit of target and realisasi.",
    "periode": "Triwulan atau semester. Quarter or semester.",
    "target": "Target, dalam satuannya. Target, in its unit.",
    "target_raw": "Target, seperti tercetak. As printed.",
    "realisasi": "Realisasi, dalam satuannya. Realised, in its unit.",
    "realisasi_raw": "Realisasi, seperti tercetak. As printed.",
    "capaian": "Capaian, persen. Degree of achievement, percent.",
    "capaian_raw": "Capaian, seperti tercetak. As printed.",
    "predikat": "Predikat tercetak. Printed grade.",
    "capaian_hitung": "Capaian hasil hitung ulang, persen. Recomputed, percent.",
    "rumus": "Rumus yang menghasilkan capaian tercetak. Formula that gives the printed capaian.",
}
_ANGGARAN = {
    "kode": "Kode rekening atau program, bentuk baku. Code, normal form.",
    "kode_raw": "Kode, seperti tercetak. Code as printed.",
    "uraian": "Uraian. Name of the budget line.",
    "level": "urusan, program, kegiatan, sub_kegiatan, belanja, total, pendapatan.",
    "satuan": "Satuan uang bila bukan rupiah penuh (ribu rupiah, juta rupiah, …). Unit of money; empty: whole rupiah.",
    "pagu": "Pagu, rupiah (lihat satuan). Budget, rupiah (see satuan).",
    "pagu_raw": "Pagu, seperti tercetak. As printed.",
    "realisasi": "Realisasi, rupiah (lihat satuan). Spent, rupiah (see satuan).",
    "realisasi_raw": "Realisasi, seperti tercetak. As printed.",
    "persen": "Serapan, persen. Absorbed, percent.",
    "persen_raw": "Serapan, seperti tercetak. As printed.",
    "fisik": "Realisasi fisik, persen. Physical progress, percent.",
    "persen_hitung": "Serapan hasil hitung ulang, persen. Recomputed, percent.",
}
_TEMUAN = {
    "severity": "E pertentangan yang terbukti, W kecurigaan kuat, I informasi. E contradiction, W suspicion, I information.",
    "code": "Kode temuan; lihat `extract explain`. Code of the finding.",
    "pesan": "Kalimat dalam bahasa Indonesia. Sentence in Indonesian.",
    "message": "Kalimat dalam bahasa Inggris. Sentence in English.",
    "raw": "Seperti tercetak. As printed.",
    "reported": "Nilai menurut laporan. Value that the report gives.",
    "recomputed": "Nilai hasil hitung ulang. Recomputed value.",
    "proposal": "Usul nilai yang benar. Proposed value.",
    "proof": "proved, supported, unchecked, contradicted.",
}
_ANGKA = {
    "tentang": "Indikator, baris anggaran, atau subjek kalimat. What the figure is about.",
    "peran": "target, realisasi, capaian, pagu, persen, … Role of the figure.",
    "raw": "Seperti tercetak, tidak pernah diubah. As printed, never changed.",
    "nilai": "Bilangan untuk diurutkan dan dijumlah. Number to sort and sum.",
    "desimal": "Bilangan tepat, angka demi angka. The exact figure, digit for digit.",
    "reading": "clean, mixed, ambiguous, malformed, unreadable: cara membacanya. How it was read.",
    "proof": "proved, supported, unchecked, contradicted: kata hitungan laporan. What arithmetic says.",
    "berkas": "Nama berkas laporan. File of the report.",
    "berkas_sha256": "SHA-256 berkas laporan. SHA-256 of the file.",
    "bbox": "Kotak [x0, top, x1, bottom], titik PDF dari kiri atas halaman. Box in PDF points from the top left.",
    "path": "Letak dalam dokumen tanpa halaman. Place in a document without pages.",
}
_LAPORAN = {
    "jenis": "Jenis dokumen. Kind of document.",
    "versi": "Nomor versi yang berlaku. Number of the version that counts.",
    "semua_versi": "Banyaknya versi yang dikenal. How many versions are known.",
    "status": "complete, atau partial: sebagian tak terbaca. partial: some of it could not be read.",
    "pages": "Banyaknya halaman. Number of pages.",
    "indikator": "Banyaknya baris indikator. Rows of indicators.",
    "anggaran": "Banyaknya baris anggaran. Budget lines.",
    "temuan_e": "Banyaknya pertentangan yang terbukti. Proved contradictions.",
    "temuan_w": "Banyaknya kecurigaan kuat. Strong suspicions.",
    "berkas": "Nama berkas. File name.",
    "berkas_sha256": "SHA-256 berkas. SHA-256 of the file.",
    "ditambahkan": "Kapan ditambahkan (UTC). When it was added.",
}


class _Table(NamedTuple):
    name: str
    title: str
    description: str
    columns: Mapping[str, str] = MappingProxyType({})
    facets: tuple[str, ...] = ()
    label: str | None = None
    fts: str | None = None
    hidden: bool = False


_TABLES = (
    _Table("laporan_berlaku", "Laporan · Reports", "Satu baris per laporan, versi yang berlaku. One row per report.",
           _RECORD | _LAPORAN, ("tahun", "instansi", "status")),
    _Table("indikator_berlaku", "Indikator · Indicators",
           "Satu baris per indikator, tahun, dan periode. One row per indicator, year and period.",
           _RECORD | _INDIKATOR, ("tahun", "verdict"), fts="indikator_fts"),
    _Table("anggaran_berlaku", "Anggaran · Budget lines", "Satu baris per baris anggaran dan tahun. One row per budget line and year.",
           _RECORD | _ANGGARAN, ("tahun", "level", "verdict"), fts="anggaran_fts"),
    _Table("temuan_berlaku", "Temuan · Findings", "Apa yang bertentangan, hilang, atau meragukan. What is contradictory or doubtful.",
           _RECORD | _TEMUAN, ("severity", "code", "tahun")),
    _Table("angka_berlaku", "Angka · Figures and where they come from",
           "Setiap angka: berkas, halaman, kotak, teks tercetak, bacaan, bukti. Every figure with its place, reading and proof.",
           _RECORD | _ANGKA, ("proof", "reading")),
    _Table("laporan", "Laporan (tabel) · Reports (table)", "Laporan yang dikenal; versinya di tabel versi.", label="nama"),
    _Table("instansi", "Instansi · Agencies", "Instansi; kunci = nama tanpa beda huruf, spasi, tanda baca.", label="nama"),
    _Table("versi", "Versi · Versions", "Semua versi; berlaku = 1 untuk yang dipakai. All versions; berlaku = 1 for the one that counts.",
           _LAPORAN, ("berlaku", "status"), label="berkas"),
    _Table("tabel", "Tabel · Tables", "Tabel setiap versi. The tables of every version.", label="judul"),
    _Table("indikator", "Indikator (semua versi) · all versions", "Juga versi yang digantikan. Replaced versions too.",
           _RECORD | _INDIKATOR, label="indikator"),
    _Table("anggaran", "Anggaran (semua versi) · all versions", "Juga versi yang digantikan. Replaced versions too.",
           _RECORD | _ANGGARAN, label="uraian"),
    _Table("temuan", "Temuan (semua versi) · all versions", "Juga versi yang digantikan. Replaced versions too.", _TEMUAN, label="pesan"),
    _Table("rujukan", "Rujukan · Places of findings", "Tempat-tempat yang ditunjuk temuan. The places a finding points at."),
    _Table("klaim", "Klaim · Claims", "Kalimat yang menyebut angka. Sentences that state figures.", label="teks"),
    _Table("angka", "Angka (semua versi) · all versions", "Juga versi yang digantikan. Replaced versions too.", _ANGKA),
    _Table("bukti", "Bukti · Evidence", "Temuan yang menyangkut sebuah angka. Findings about a figure."),
    _Table("dokumen", "Dokumen · Documents", "laporan.json lengkap, zlib. The whole laporan.json, zlib.", hidden=True),
)  # fmt: skip


def metadata_bytes(database: str) -> bytes:
    """The metadata for an archive whose file is `<database>.db`."""
    content = {
        "title": "Arsip laporan kinerja · Archive of performance reports",
        "description": "Angka laporan kinerja instansi pemerintah, dengan halaman, teks tercetak, dan bukti setiap angka. "
        "Figures of government performance reports with page, printed text and proof of each.",
        "license": _LICENCE,
        "source": _SOURCE,
        "databases": {database: {"tables": {table.name: _entry(table) for table in _TABLES}}},
    }
    return msgspec.json.format(msgspec.json.encode(content), indent=1) + b"\n"


def _entry(table: _Table) -> dict[str, Any]:
    entry: dict[str, Any] = {"title": table.title, "description": table.description}
    if table.columns:
        entry["columns"] = dict(table.columns)
    if table.facets:
        entry["facets"] = list(table.facets)
    if table.label:
        entry["label_column"] = table.label
    if table.fts:
        entry |= {"fts_table": table.fts, "fts_pk": "id"}
    if table.hidden:
        entry["hidden"] = True
    return entry
