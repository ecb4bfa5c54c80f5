"""Header spellings of reports of kabupaten, kota, provinsi and kementerian: each in a table of its kind, and the role it must get.

Also the other half: headers that look like a role and are none. A wrong role is worse than none.
"""

import pytest

from parsers.tabel import TabelTeks, understand

TEXT = ("Meningkatnya mutu layanan publik", "Menurunnya waktu tunggu layanan")
UNIT = ("Persen", "Orang")
NUMBER = ("1", "2")
POINTS = ("81,5", "64,25")
SHARE = ("98,40", "101,25")
MONEY = ("1.250.000.000", "340.500.000")
GRADE = ("Sangat Baik", "Cukup")
CODES = ("1.02.01", "1.02.02.2.01")

ROWS = ("Indikator Kinerja", ("Indeks kepuasan masyarakat", "Jumlah gerai layanan"))
MEASURED = (ROWS, ("Target", ("80", "60")))
SPENT = (
    ("Program/Kegiatan", ("Program Pelayanan Publik", "Kegiatan Pembinaan Gerai")),
    ("Pagu Anggaran (Rp)", ("2.000.000.000", "500.000.000")),
)
FULL = (*MEASURED, ("Realisasi", ("81", "61")))
ABSORBED = (*SPENT, ("Realisasi Anggaran (Rp)", ("1.900.000.000", "450.000.000")))

Beside = tuple[tuple[str, tuple[str, str]], ...]
HEADERS: list[tuple[str | None, Beside, tuple[str, str], str]] = [
    ("no", MEASURED, NUMBER, """
        No; No.; NO; Nomor; No Urut; Nomor Urut; No. Urut; N o
    """),
    ("kode", SPENT, CODES, """
        Kode; Kode Rekening; Kode Rek.; Kode Program; Kode Kegiatan; No. Rekening; Nomor Rekening; No. Rek; Kode
        Program/Kegiatan; KODE REKE NING; Kode Sub Kegiatan; Kode Urusan; Kd. Rek
    """),
    ("sasaran", MEASURED, TEXT, """
        Sasaran; Sasaran Strategis; Sasaran Stratejik; Sasaran Renstra; Sasaran Program; Sasaran Kegiatan; Sasaran
        OPD; Sasaran RPJMD; Sasaran Perangkat Daerah; Sasaran Strategis (SS); Kinerja Utama; Sasaran Kinerja; Sasaran
        Pembangunan; Outcome; Sasaran Strategis/Program; Uraian Sasaran; Uraian Sasaran Strategis; SASARAN STRATEGIS /
        SASARAN PROGRAM; Sasaran Daerah
    """),
    ("tujuan", MEASURED, TEXT, """
        Tujuan; Tujuan Strategis; Tujuan OPD; Tujuan Renstra; Misi; Strategi; Arah Kebijakan; Kebijakan; Perspektif;
        Tujuan Perangkat Daerah; Uraian Tujuan; Visi/Misi; Misi RPJMD
    """),
    ("indikator", FULL[1:], ROWS[1], """
        Indikator; Indikator Kinerja; Indikator Kinerja Utama; Indikator Kinerja Utama (IKU); Indikator Sasaran;
        Indikator Sasaran Strategis; Indikator Tujuan; Indikator Program; Indikator Kegiatan; Indikator Kinerja
        Sasaran; Indikator Kinerja Program; Indikator Kinerja Kegiatan; Indikator Kinerja Sasaran Strategis; Indikator
        Kinerja Individu; IKU; IKK; IKP; IKSS; IKSP; Indikator Tujuan/Sasaran; Tolok Ukur Kinerja; Tolak Ukur;
        Indikator Kinerja Program (Outcome); Indikator Kinerja Kegiatan (Output); Uraian Indikator; Nama Indikator;
        Ukuran Kinerja; Ukuran Keberhasilan; Indi kator Kinerja; INDIKATOR KINERJA UTAMA / IKU; Indikator Outcome;
        Indikator Keluaran; Parameter Kinerja; Key Performance Indicator; Uraian Indikator Kinerja; Indikator Output
    """),
    ("satuan", MEASURED, UNIT, """
        Satuan; Sat.; Sat; Unit; Satuan Ukur; Satuan Target; Satuan Indikator; Satuan Pengukuran; Unit Satuan; SATUAN;
        Satuan Kinerja
    """),
    ("target", (ROWS,), POINTS, """
        Target; Target Kinerja; Target Tahunan; Target 2020; Target Tahun 2020; Rencana; Rencana Tingkat Capaian;
        Target PK; Target Kinerja 2020; Rencana Kinerja; Target Perjanjian Kinerja; Target RKT; Target Renja; Target
        (%); Target Capaian; Target IKU; Target Tahun n; TARGET; T; Target Perubahan; Target PK Perubahan; Target
        Kinerja (PK); Target Capaian Kinerja; Target Renstra Tahun 2020; Target yang Ditetapkan; Besaran Target;
        Jumlah Target; Nilai Target; Volume Target; Target Volume; Target Output; Target Outcome; Rencana Target;
        Target Sasaran; Target Akhir Renstra; Target Akhir RPJMD; Target Akhir Periode; Target Akhir Renstra 2023;
        Kondisi Akhir Renstra; Kondisi Akhir RPJMD; Target Jangka Menengah; Target Akhir Tahun Renstra; Target 2023;
        Target RPJMD; Target Renstra; Kondisi Kinerja pada Akhir Periode RPJMD; Target s.d. TW IV; Target TW I; Target
        Triwulan I; Target Semester I; Target Kinerja Tahunan; Penetapan Target
    """),
    ("realisasi", MEASURED, POINTS, """
        Realisasi; Realisasi Kinerja; Realisasi 2020; Realisasi Tahun 2020; Realisasi Capaian; R; Realisasi Tahun Ini;
        Realisasi Target; Realisasi s.d. TW IV; Realisasi s/d Triwulan IV; Realisasi Triwulan IV; Realisasi TW I;
        Realisasi Kinerja Tahun 2020; Realisasi Tahun Lalu; Realisasi Indikator; Realisasi IKU; Hasil; Realisasi
        Output; Realisasi Volume; Volume Realisasi; Jumlah Realisasi; Nilai Realisasi; Kondisi Awal; Baseline; Data
        Awal; Kondisi Awal 2018; Baseline 2018; Kondisi Kinerja Awal; Kondisi Kinerja pada Awal Periode RPJMD;
        Realisasi Semester I; Realisasi Akhir Tahun; Realisasi Capaian Kinerja; Hasil Pengukuran; Realisasi Sasaran;
        Kondisi Eksisting; Realisasi Kinerja Utama
    """),
    ("capaian_pct", FULL, SHARE, """
        Capaian (%); % Capaian; Capaian; Capaian Kinerja; Capaian Kinerja (%); Tingkat Capaian; Tingkat Capaian (%);
        Persentase Capaian; Persentase Capaian Kinerja; Pencapaian; Pencapaian (%); % Pencapaian; Tingkat Pencapaian;
        Persentase Pencapaian; Capaian Target (%); Persentase; %; Prosentase; Persen; C; Persentase Tingkat Capaian;
        Tingkat Ketercapaian; Capaian Tahun 2020 (%); Capaian Indikator (%); Capaian IKU (%); Nilai Capaian; Nilai
        Capaian Kinerja; Presentase Capaian; Prosentase Capaian; % Capaian Kinerja; % Realisasi; Tingkat Realisasi
        (%); Persentase Realisasi; Capaian Kinerja Sasaran (%); Capaian Sasaran (%); Capaian terhadap Target (%);
        Ketercapaian (%); % Ketercapaian; Realisasi terhadap Target (%); Rasio Capaian (%); Capai an (%); Kinerja (%)
    """),
    ("predikat", FULL, GRADE, """
        Predikat; Kategori; Kriteria; Interpretasi; Status; Predikat Capaian; Kategori Capaian; Kriteria Capaian;
        Kategori Penilaian; Predikat Kinerja; Kriteria Penilaian; Status Capaian; Kode Warna; Kualifikasi; Kategori
        Kinerja; Notifikasi; Predikat/Kriteria; Klasifikasi; Skala Nilai
    """),
    ("formula", (ROWS,), TEXT, """
        Formulasi; Formula; Formulasi Perhitungan; Rumus; Cara Perhitungan; Cara Pengukuran; Cara Penghitungan;
        Definisi Operasional; Formulasi Pengukuran; Formula Perhitungan; Metode Perhitungan; Metode Pengukuran;
        Penjelasan/Formulasi Penghitungan; Rumusan; Rumus Perhitungan; Penjelasan; Formulasi/Rumus Perhitungan;
        Definisi Operasional/Formulasi; Perhitungan; Formulasi Indikator; Formula Indikator Kinerja; Rumus
        Penghitungan Indikator; Cara Menghitung Indikator; Definisi Operasional Indikator; Teknik Penghitungan
    """),
    ("alasan", (ROWS,), TEXT, """
        Alasan; Alasan Pemilihan; Alasan Pemilihan Indikator; Alasan Penetapan Indikator
    """),
    ("sumber_data", (ROWS,), TEXT, """
        Sumber Data; Sumber Data Indikator; Sumber Informasi; Sumber Data/Informasi; SUMBER DATA
    """),
    ("pj", (ROWS,), TEXT, """
        Penanggung Jawab; Penanggungjawab; PIC; PJ; Unit Kerja; Penanggung Jawab Indikator; Unit Kerja Penanggung
        Jawab; Bidang; OPD Penanggung Jawab; SKPD Penanggung Jawab; Perangkat Daerah Penanggung Jawab; Pengampu;
        Pelaksana; Instansi Penanggung Jawab; Perangkat Daerah; OPD; Unit Penanggung Jawab; Unit Organisasi Penanggung
        Jawab
    """),
    ("keterangan", FULL, TEXT, """
        Keterangan; Ket.; Ket; Analisis; Catatan; Faktor Pendukung; Faktor Penghambat; Kendala; Solusi; Tindak Lanjut;
        Permasalahan; Upaya; Rekomendasi; Bukti Dukung; Hambatan; Analisis Capaian; Keterangan Capaian; Penyebab
        Keberhasilan/Kegagalan; Alternatif Solusi; Rencana Tindak Lanjut; Faktor Pendorong; Uraian Kendala; Data
        Dukung
    """),
    ("program_kegiatan", ABSORBED[1:], SPENT[0][1], """
        Program; Kegiatan; Sub Kegiatan; Program/Kegiatan; Program / Kegiatan / Sub Kegiatan; Uraian; Nama Program;
        Nama Kegiatan; Program dan Kegiatan; Uraian Kegiatan; Uraian Program/Kegiatan; Nama Program/Kegiatan;
        Urusan/Program/Kegiatan; Jenis Belanja; Uraian Belanja; Belanja; Kegiatan/Sub Kegiatan; Program Pendukung;
        Kegiatan Pendukung; Program Penunjang; Nomenklatur; Nomenklatur Program/Kegiatan; Urusan; Urusan Pemerintahan;
        Nama Sub Kegiatan; Bidang Urusan; Kelompok Belanja; Program Prioritas; Uraian Program; Program Strategis;
        Rincian Belanja; Program Kerja; Sub-Kegiatan; Subkegiatan
    """),
    ("pagu", SPENT[:1], MONEY, """
        Pagu; Pagu Anggaran; Anggaran; Anggaran (Rp); Anggaran (Rp.); Pagu (Rp); Alokasi Anggaran; Alokasi; Jumlah
        Anggaran; Plafon; Plafon Anggaran; DPA; DPPA; Pagu DPA; Anggaran DPA; Anggaran Perubahan; Anggaran Setelah
        Perubahan; Anggaran Murni; Pagu Indikatif; Pagu Perubahan; Pagu Murni; Target Anggaran; APBD; APBD Perubahan;
        APBD-P; Anggaran Tahun 2020; Total Anggaran; Dana; Jumlah Dana; Kebutuhan Dana; Biaya; DIPA; Pagu DIPA; Pagu
        Akhir; Pagu Awal; Pagu Revisi; Alokasi Dana; Besaran Anggaran; Anggaran Belanja; Target Keuangan (Rp); Pagu
        Anggaran (Rp.); Jumlah Pagu; Rencana Anggaran; Nilai Anggaran; Target (Rp); Target Rp; Anggaran sebelum
        perubahan; Anggaran sesudah perubahan; Pagu Definitif; Anggaran Kas; DPA-SKPD; Anggaran Kegiatan; Pagu
        Anggaran Perubahan; Anggaran 2020 (Rp)
    """),
    ("realisasi_rp", SPENT, MONEY, """
        Realisasi; Realisasi Anggaran; Realisasi (Rp); Realisasi Keuangan; Realisasi Belanja; Penyerapan; Serapan;
        Penyerapan Anggaran; Serapan Anggaran; Realisasi Dana; Keuangan (Rp); Realisasi Anggaran (Rp.); Realisasi Rp;
        Jumlah Realisasi; Realisasi s.d. Desember 2020; Penggunaan Anggaran; Pencairan; Realisasi Penyerapan Anggaran;
        Realisasi Tahun 2020; Serapan Dana; Realisasi Keuangan (Rp); Penyerapan Dana; Realisasi APBD; Realisasi Pagu;
        Realisasi Biaya; Penyerapan (Rp); Total Realisasi; Realisasi Penggunaan Dana; Serapan (Rp); Realisasi Belanja
        (Rp); Anggaran Terserap; Anggaran yang Terserap; Realisasi DPA; Pengeluaran
    """),
    ("serapan_pct", ABSORBED, SHARE, """
        %; Persentase; Prosentase; % Penyerapan; Persentase Penyerapan; Serapan (%); % Serapan; Persentase Serapan;
        Capaian (%); Capaian; Realisasi (%); % Realisasi; Penyerapan (%); Tingkat Penyerapan; Persentase Realisasi;
        Keuangan (%); Persen; (%); % Keuangan; Persentase Realisasi Anggaran; Realisasi Keuangan (%); Capaian Anggaran
        (%); Persentase Penyerapan Anggaran; Tingkat Serapan; Tingkat Serapan (%); Daya Serap (%); Daya Serap;
        Penyerapan Anggaran (%); Realisasi Anggaran (%); Capaian Keuangan (%); Tingkat Penyerapan Anggaran (%);
        Tingkat Realisasi (%); % Capaian Anggaran
    """),
    ("fisik_pct", ABSORBED, SHARE, """
        Fisik; Fisik (%); Realisasi Fisik; Realisasi Fisik (%); % Fisik; Capaian Fisik; Progres Fisik (%); Kinerja
        Fisik (%); Persentase Fisik; Realisasi Kinerja Fisik (%)
    """),
    ("sisa", ABSORBED, MONEY, """
        Sisa; Sisa Anggaran; Sisa Pagu; Sisa Dana; Saldo; Lebih/Kurang; Sisa Anggaran (Rp); Sisa Lebih; SiLPA;
        Anggaran Tidak Terserap; Sisa Belanja
    """),
    ("efisiensi", ABSORBED, SHARE, """
        Efisiensi; Tingkat Efisiensi; Efesiensi; Tigkat Efisiensi; Tingkat Efisiensi (%); Efisiensi Anggaran;
        Efisiensi (%); Nilai Efisiensi; Efisiensi Anggaran (Rp); Nilai Efisiensi (NE); Capaian Efisiensi; Effisiensi;
        Efisiensi Penggunaan Sumber Daya
    """),
    (None, FULL, POINTS, """
        Rata-rata; Target Nasional; Realisasi Nasional; Standar Nasional; Rata-rata Nasional; Kenaikan/Penurunan;
        Selisih; Deviasi; Pertumbuhan; Peningkatan; Bobot; Gap; Perbedaan; Capaian Nasional; Realisasi Provinsi;
        Rata-rata Provinsi; Standar Pelayanan Minimal; SPM; Bobot (%); Skor; Peringkat; Ranking; Tren; Trend;
        Naik/Turun; Angka Nasional; Nilai Nasional; Realisasi Kabupaten Lain; Perubahan; Bertambah/Berkurang; Capaian
        Provinsi; Target Provinsi; Laju Pertumbuhan (%); Benchmark; Perbandingan; Kenaikan (%); Jumlah Pegawai;
        Selisih Target dan Realisasi; Perkembangan; Target Standar Pelayanan Minimal; Target SPM; Target SDGs
    """),
    (None, ABSORBED, SHARE, """
        Target Fisik (%); Rencana Fisik;
        Target Keuangan (%); Bobot; Bobot (%); Kontribusi (%); Proporsi (%); Proporsi Anggaran (%); Persentase terhadap Total Anggaran; %
        terhadap APBD; Kontribusi terhadap Total (%); Share (%); Bobot Anggaran (%)
    """),
    (None, FULL, TEXT, """
        Waktu; Jadwal; Waktu Pelaksanaan; Kelompok Sasaran; Target Waktu; Jangka Waktu
    """),
]  # fmt: skip
CASES = [
    (label, beside, texts, role)
    for role, beside, texts, labels in HEADERS
    for label in " ".join(labels.split()).split("; ")
]


def role_of(label: str, beside: Beside, texts: tuple[str, str], role: str | None) -> str | None:
    """The role of one column in a small table; names stand at the left of figures, as printed."""
    columns = [*beside, (label, texts)] if role not in FIRST else [(label, texts), *beside]
    rows = [tuple(head for head, _ in columns), *(tuple(cells[i] for _, cells in columns) for i in range(2))]
    return understand(TabelTeks(tuple(rows)), "", None, 2020).columns[0 if role in FIRST else -1].role


FIRST = {"no", "kode", "tujuan", "sasaran", "indikator", "program_kegiatan"}


@pytest.mark.parametrize(("label", "beside", "texts", "role"), CASES)
def test_header(label: str, beside: Beside, texts: tuple[str, str], role: str | None) -> None:
    assert role_of(label, beside, texts, role) == role
