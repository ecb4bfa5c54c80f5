"""The columns of the combined CSV files, as data: name, type (Frictionless Table Schema) and what they hold.

The order here is the order in the files. `tests/emit` holds each file to it; `datapackage` describes the files by it.
"""

from typing import Literal, NamedTuple

FieldType = Literal["string", "integer", "number"]


class Column(NamedTuple):
    name: str
    type: FieldType
    title: str
    required: bool = False


class ForeignKey(NamedTuple):
    fields: tuple[str, ...]
    resource: str


class Sheet(NamedTuple):
    """A combined CSV. `key` is declared as primary key only where the rows keep to it: a doubtful report may not."""

    name: str
    title: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    foreign: tuple[ForeignKey, ...] = ()


_LAPORAN = Column("laporan", "string", "Laporan: nama folder keluarannya", required=True)
_PAGE = Column("page", "integer", "Halaman PDF (mulai 1); kosong untuk format tanpa halaman")
_TABEL = Column("tabel", "string", "Id tabel dalam laporan")
_ROW = Column("row", "integer", "Baris dalam tabel (mulai 0)")
_TAHUN = Column("tahun", "integer", "Tahun")
_VERDICT = Column("verdict", "string", "Hasil hitung ulang: sesuai, beda_pembulatan, tidak_sesuai, tak_terhitung")
_OF_REPORT = ForeignKey(("laporan",), "laporan")
_OF_TABLE = ForeignKey(("laporan", "tabel"), "tabel")


def _figure(name: str, title: str) -> tuple[Column, Column]:
    return Column(name, "number", title), Column(f"{name}_raw", "string", f"{title}, seperti tercetak")


LAPORAN = Sheet(
    "laporan",
    "Satu baris per laporan",
    (
        _LAPORAN,
        Column("file_name", "string", "Nama berkas masukan", required=True),
        Column("sha256", "string", "SHA-256 berkas masukan", required=True),
        Column("jenis", "string", "Jenis dokumen"),
        Column("instansi", "string", "Instansi"),
        Column("tahun", "integer", "Tahun laporan"),
        Column("status", "string", "complete atau partial", required=True),
        Column("pages", "integer", "Jumlah halaman; kosong untuk format tanpa halaman"),
        Column(
            "periode",
            "string",
            "Bagian tahun menurut judul laporan (TW2, S1, sd_09: sampai dengan September); kosong: setahun",
        ),
    ),
    ("laporan",),
)
TABEL = Sheet(
    "tabel",
    "Satu baris per tabel",
    (
        _LAPORAN,
        _TABEL._replace(required=True),
        Column("nomor", "string", "Nomor tercetak"),
        Column("judul", "string", "Judul tercetak"),
        Column("bab", "string", "BAB"),
        Column("jenis", "string", "Jenis tabel"),
        _PAGE._replace(title="Halaman pertama"),
        Column("pages", "string", "Semua halaman, dipisah koma"),
        Column("n_rows", "integer", "Banyaknya baris"),
        Column("n_cols", "integer", "Banyaknya kolom"),
        Column("header_rows", "integer", "Banyaknya baris kepala"),
        Column("file", "string", "CSV tabel ini, relatif terhadap folder keluaran"),
    ),
    ("laporan", "tabel"),
    (_OF_REPORT,),
)
INDIKATOR = Sheet(
    "indikator",
    "Satu baris per indikator, tahun, dan periode",
    (
        _LAPORAN,
        _PAGE,
        _TABEL,
        _ROW,
        Column("sasaran", "string", "Sasaran"),
        Column("indikator", "string", "Indikator kinerja"),
        Column("satuan", "string", "Satuan"),
        _TAHUN,
        Column(
            "periode",
            "string",
            "Bagian tahun menurut kolom, judul tabel, atau laporan (TW2, S1, sd_09); kosong: setahun",
        ),
        *_figure("target", "Target"),
        *_figure("realisasi", "Realisasi"),
        *_figure("capaian", "Capaian (persen)"),
        Column("predikat", "string", "Predikat tercetak"),
        Column("capaian_hitung", "number", "Capaian hasil hitung ulang (persen)"),
        Column("rumus", "string", "Rumus yang menghasilkan capaian tercetak"),
        _VERDICT,
    ),
    ("laporan", "tabel", "row", "tahun", "periode"),
    (_OF_REPORT, _OF_TABLE),
)
ANGGARAN = Sheet(
    "anggaran",
    "Satu baris per baris anggaran",
    (
        _LAPORAN,
        _PAGE,
        _TABEL,
        _ROW,
        Column("kode", "string", "Kode rekening atau program, bentuk baku"),
        Column("kode_raw", "string", "Kode seperti tercetak"),
        Column("uraian", "string", "Uraian"),
        Column(
            "level",
            "string",
            "Tingkat: urusan, program, kegiatan, sub_kegiatan, belanja, total, pendapatan, pembiayaan, saldo",
        ),
        _TAHUN,
        *_figure("pagu", "Pagu (rupiah)"),
        *_figure("realisasi", "Realisasi (rupiah)"),
        *_figure("persen", "Serapan (persen)"),
        Column("fisik", "number", "Realisasi fisik (persen)"),
        Column("persen_hitung", "number", "Serapan hasil hitung ulang (persen)"),
        _VERDICT,
        Column(
            "satuan",
            "string",
            "Satuan uang bila bukan rupiah penuh (ribu rupiah, juta rupiah, …); angka tetap seperti tercetak",
        ),
        Column("induk", "integer", "Baris induk dalam tabel yang sama (program dari kegiatan)"),
        Column(
            "periode",
            "string",
            "Bagian tahun menurut judul tabel atau laporan (TW2, S1, sd_09: sampai dengan September); kosong: setahun",
        ),
    ),
    ("laporan", "tabel", "row", "tahun"),
    (_OF_REPORT, _OF_TABLE),
)
TEMUAN = Sheet(
    "temuan",
    "Satu baris per temuan",
    (
        _LAPORAN,
        Column("id", "string", "Id temuan dalam laporan", required=True),
        Column("code", "string", "Kode temuan", required=True),
        Column("severity", "string", "E pertentangan yang terbukti, W kecurigaan kuat, I informasi", required=True),
        _PAGE,
        _TABEL._replace(title="Id tabel dalam laporan; kosong untuk teks"),
        _ROW,
        Column("col", "integer", "Kolom dalam tabel (mulai 0)"),
        Column("raw", "string", "Seperti tercetak"),
        Column("reported", "string", "Nilai menurut laporan"),
        Column("recomputed", "string", "Nilai hasil hitung ulang"),
        Column("proposal", "string", "Usul nilai yang benar"),
        Column("proof", "string", "proved, supported, unchecked, contradicted"),
        Column("pesan", "string", "Kalimat dalam bahasa Indonesia"),
        Column("message", "string", "Sentence in English"),
    ),
    ("laporan", "id"),
    (_OF_REPORT,),
)
ANGKA = Sheet(
    "angka",
    "Satu baris per angka, dengan asal-usulnya (hanya di Parquet)",
    (
        _LAPORAN,
        Column("tentang", "string", "Indikator, uraian anggaran, atau subjek kalimat"),
        _TAHUN,
        Column("periode", "string", "Periode dalam tahun"),
        Column("peran", "string", "target, realisasi, capaian, pagu, persen, …", required=True),
        Column("raw", "string", "Seperti tercetak", required=True),
        Column("nilai", "number", "Bilangannya; kosong bila teksnya bukan bilangan"),
        Column("reading", "string", "clean, mixed, ambiguous, malformed, unreadable"),
        Column("proof", "string", "proved, supported, unchecked, contradicted"),
        Column("berkas", "string", "Nama berkas laporan"),
        Column("berkas_sha256", "string", "SHA-256 berkas laporan"),
        _PAGE,
        Column("bbox", "string", "Kotak [x0, top, x1, bottom], titik PDF dari kiri atas halaman"),
        Column("path", "string", "Letak dalam dokumen tanpa halaman"),
        _TABEL,
        _ROW,
        Column("col", "integer", "Kolom dalam tabel (mulai 0)"),
    ),
    (),
)
SHEETS = (LAPORAN, TABEL, INDIKATOR, ANGGARAN, TEMUAN)
