"""What Datasette shows of an archive: the name of the database in, the content of `arsip.metadata.json` out.

Titles and descriptions are Indonesian and English. Units stand in the descriptions of columns and not under Datasette's `units`:
that would show 2.275.367.080 as 2.28 G. The figures have no facets: to count over a million of them takes longer than Datasette waits.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import msgspec

_LICENCE = (
    "Informasi publik (UU 14/2008); hak atas laporan tetap pada instansinya. "
    "Public information (Indonesian Law 14/2008); rights in the reports remain with the agencies."
)
_SOURCE = "Laporan kinerja instansi pemerintah (LKIP, LAKIP, LKjIP), diekstrak oleh lkip-extractor"
_WHERE = {
    "page": "Halaman PDF, mulai 1; kosong untuk format tanpa halaman. Page, from 1; empty for formats without pages.",
    "verdict": "Hasil hitung ulang: sesuai, beda_pembulatan, tidak_sesuai, tak_terhitung. Verdict of the recomputation.",
}
_INDIKATOR = {
    "satuan": "Satuan target dan realisasi. Unit of target and realisasi.",
    "tahun": "Tahun angka; tahun_laporan: tahun laporan yang memuatnya. Year of the figures; of the report.",
    "target": "Target dalam satuannya; target_raw: seperti tercetak. Target in its unit; as printed.",
    "realisasi": "Realisasi dalam satuannya. Realised, in its unit.",
    "capaian": "Capaian, persen; capaian_hitung: dihitung ulang. Achievement, percent; recomputed.",
    "rumus": "Rumus yang menghasilkan capaian tercetak. Formula that gives the printed capaian: F1 R/T, F2 (2T-R)/T, F3 T/R.",
}
_ANGGARAN = {
    "kode": "Kode rekening atau program, bentuk baku; kode_raw: seperti tercetak. Code, normal form; as printed.",
    "induk": "Baris induknya dalam tabel yang sama; jangan menjumlah induk dan anaknya. Row of its parent: do not add both.",
    "satuan": "Satuan uang; kosong: rupiah penuh. Unit of money; empty: whole rupiah.",
    "tahun": "Tahun angka; tahun_laporan: tahun laporan yang memuatnya. Year of the figures; of the report.",
    "periode": "Bagian tahun menurut judul tabel; kosong: setahun. Part of the year by the table's title; empty: the year.",
    "pagu": "Pagu dalam satuan uangnya; pagu_raw: seperti tercetak. Budget in its unit of money; as printed.",
    "realisasi": "Realisasi dalam satuan uangnya. Spent, in its unit of money.",
    "persen": "Serapan, persen; persen_hitung: dihitung ulang. Absorbed, percent; recomputed.",
    "fisik": "Realisasi fisik, persen. Physical progress, percent.",
}
_TEMUAN = {
    "severity": "E pertentangan yang terbukti, W kecurigaan kuat, I informasi. E contradiction, W suspicion, I information.",
    "code": "Kode temuan; artinya: extract explain KODE. Code of the finding.",
    "reported": "Nilai menurut laporan; recomputed: dihitung ulang; proposal: usul. Told by the report; recomputed; proposed.",
    "proof": "proved, supported, unchecked, contradicted.",
}
_ANGKA = {
    "raw": "Seperti tercetak, tidak pernah diubah. As printed, never changed.",
    "nilai": "Bilangan untuk diurutkan dan dijumlah. Number to sort and sum.",
    "desimal": "Bilangan yang sama, tepat angka demi angka. The same figure, digit for digit.",
    "reading": "Cara membacanya: clean, mixed, ambiguous, malformed, unreadable. How it was read.",
    "proof": "Kata hitungan laporan: proved, supported, unchecked, contradicted. What the report's arithmetic says.",
    "bbox": "Kotak [x0, top, x1, bottom], titik PDF dari kiri atas halaman. Box in PDF points from the top left.",
    "path": "Letak dalam dokumen tanpa halaman. Place in a document without pages.",
}
_LAPORAN = {
    "periode": "Bagian tahun menurut judul laporan; kosong: setahun. Part of the year by the report's title; empty: the year.",
    "versi": "Nomor versi yang berlaku; semua_versi: banyaknya. Number of the version that counts; how many there are.",
    "status": "complete, atau partial: sebagian tak terbaca. partial: some of it could not be read.",
    "temuan_e": "Pertentangan yang terbukti; temuan_w: kecurigaan kuat. Contradictions; strong suspicions.",
}
_VERSI = {
    "berlaku": "1: yang dipakai; 0: sudah digantikan. 1: the one that counts; 0: replaced.",
    "isi_sha256": "SHA-256 isi laporan; berkas_sha256: berkasnya. Of the report's content; of its file.",
    "alasan": "Mengapa menjadi versi laporan ini. Why it is a version of this report.",
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


_ALL = "Juga versi yang digantikan; yang berlaku saja: {0}_berlaku. Replaced versions too; only those that count: {0}_berlaku."
TABLES = (
    _Table(
        "laporan_berlaku",
        "Laporan · Reports",
        "Satu baris per laporan, versi yang berlaku. One row per report, the version that counts.",
        _LAPORAN,
        ("tahun", "status"),
    ),
    _Table(
        "indikator_berlaku",
        "Indikator · Indicators",
        "Satu baris per indikator, tahun, dan periode. One row per indicator, year and period.",
        _INDIKATOR | _WHERE,
        ("tahun", "verdict"),
        fts="indikator_fts",
    ),
    _Table(
        "anggaran_berlaku",
        "Anggaran · Budget lines",
        "Satu baris per baris anggaran dan tahun. One row per budget line and year.",
        _ANGGARAN | _WHERE,
        ("tahun", "level", "verdict"),
        fts="anggaran_fts",
    ),
    _Table(
        "temuan_berlaku",
        "Temuan · Findings",
        "Apa yang bertentangan, hilang, atau meragukan. What is contradictory, missing or doubtful.",
        _TEMUAN,
        ("severity", "code", "tahun"),
    ),
    _Table(
        "angka_berlaku",
        "Angka · Figures and where they come from",
        "Setiap angka: berkas, halaman, kotak, teks tercetak, bacaan, bukti. Every figure with its place, reading and proof.",
        _ANGKA,
    ),
    _Table(
        "laporan",
        "Laporan dan versinya · Reports and versions",
        "Laporan yang dikenal; versinya di tabel versi. Known reports.",
        label="nama",
    ),
    _Table(
        "instansi",
        "Instansi · Agencies",
        "kunci: nama tanpa beda huruf besar, spasi, tanda baca. kunci: the name without case and spaces.",
        label="nama",
    ),
    _Table(
        "versi",
        "Versi · Versions",
        "Semua versi setiap laporan. All versions of every report.",
        _VERSI,
        ("berlaku", "status"),
        "berkas",
    ),
    _Table("tabel", "Tabel · Tables", "Tabel semua versi. The tables of all versions.", label="judul"),
    _Table(
        "klaim",
        "Klaim · Claims",
        "Kalimat yang menyebut angka, semua versi. Sentences that state figures, all versions.",
        label="teks",
    ),
    _Table(
        "indikator",
        "Indikator, semua versi · all versions",
        _ALL.format("indikator"),
        _INDIKATOR | _WHERE,
        label="indikator",
        hidden=True,
    ),
    _Table(
        "anggaran",
        "Anggaran, semua versi · all versions",
        _ALL.format("anggaran"),
        _ANGGARAN | _WHERE,
        label="uraian",
        hidden=True,
    ),
    _Table("temuan", "Temuan, semua versi · all versions", _ALL.format("temuan"), _TEMUAN, label="pesan", hidden=True),
    _Table("angka", "Angka, semua versi · all versions", _ALL.format("angka"), _ANGKA, hidden=True),
    _Table(
        "rujukan",
        "Rujukan · Places of findings",
        "Tempat yang ditunjuk temuan. The places a finding points at.",
        hidden=True,
    ),
    _Table("bukti", "Bukti · Evidence", "Temuan yang menyangkut sebuah angka. Findings about a figure.", hidden=True),
    _Table("dokumen", "Dokumen · Documents", "laporan.json lengkap, zlib. The whole laporan.json, zlib.", hidden=True),
)
QUERIES = {
    "indikator_sepanjang_tahun": (
        "Nilai sebuah indikator sepanjang tahun · An indicator over the years",
        "SELECT instansi, tahun, periode, indikator, satuan, target, realisasi, capaian, verdict, laporan, page FROM indikator_berlaku "
        "WHERE id IN (SELECT rowid FROM indikator_fts WHERE indikator_fts MATCH :kata) ORDER BY instansi, indikator, tahun, periode",
    ),
    "laporan_bertentangan": (
        "Laporan yang bertentangan dengan dirinya sendiri · Reports that contradict themselves",
        "SELECT instansi, tahun, laporan, temuan_e FROM laporan_berlaku WHERE temuan_e > 0 ORDER BY temuan_e DESC, instansi, tahun",
    ),
    "anggaran_kode": (
        "Baris anggaran sebuah kode dan di bawahnya · Budget lines of a code and under it",
        "SELECT instansi, tahun, kode, uraian, satuan, pagu, realisasi, persen, laporan, page FROM anggaran_berlaku "
        "WHERE kode = :kode OR (kode >= :kode || '.' AND kode < :kode || '/') ORDER BY kode, instansi, tahun",
    ),
    "angka_bertentangan": (
        "Angka yang dibantah hitungan laporannya · Figures that their report's arithmetic contradicts",
        "SELECT instansi, tentang, tahun, peran, raw, nilai, berkas, page, bbox FROM angka_berlaku "
        "WHERE proof = 'contradicted' ORDER BY instansi, tahun",
    ),
}


def metadata_bytes(database: str) -> bytes:
    """The metadata for an archive whose file is `<database>.db`."""
    about = (
        "Angka laporan kinerja instansi pemerintah, dengan halaman, teks tercetak, dan bukti setiap angka. Mulai dari tampilan *_berlaku. "
        "Figures of government performance reports with page, printed text and proof of each. Begin with the views *_berlaku."
    )
    content = {
        "title": "Arsip laporan kinerja · Archive of performance reports",
        "description": about,
        "license": _LICENCE,
        "source": _SOURCE,
        "databases": {
            database: {
                "description": about,
                "tables": {table.name: _entry(table) for table in TABLES},
                "queries": {name: {"title": title, "sql": sql} for name, (title, sql) in QUERIES.items()},
            }
        },
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
