"""BAB III of the invented report: capaian, comparisons, budget."""

from samples.deskripsi.anggaran import TOTAL, baris_anggaran, baris_efisiensi, persen, rupiah
from samples.model import Bab, Catatan, HalamanBaru, Paragraf, Subbab, Tabel, Unsur

CAPAIAN = """
No | Sasaran Strategis | Indikator Kinerja | Satuan | Tahun 2024 | < | <
^ | ^ | ^ | ^ | Target | Reali // sasi | Capaian Kinerja (%)
1 | 2 | 3 | 6 | 7 | 8 | 9
1 | Meningkatnya budaya baca masyarakat | Indeks pembangunan literasi masyarakat | Indeks | 68,50 | 70,12 | 102,36
^ | ^ | Persentase pemustaka aktif | Persen | 42,00 | 39,75 | 94,64
2 | Meningkatnya mutu layanan perpustakaan | Persentase perpustakaan sesuai standar | Persen | 35,00 | 36,40 | 104,00
^ | ^ | Indeks kepuasan pemustaka | Indeks | 84,25 | 85,10 | 101,01
^ | ^ | Rata-rata waktu layanan peminjaman | Menit | 6 | 5 | 116,67
3 | Meningkatnya tata kelola arsip daerah | Persentase perangkat daerah dengan arsip aktif tertata baik | Persen | 72,50 | 68,15 | 94,00
^ | ^ | Jumlah arsip statis yang diselamatkan | Dokumen | 2.400 | 2.520 | 105,00
^ | ^ | a. arsip tekstual | Dokumen | 1.800 | 1.890 | 105,00
^ | ^ | b. arsip foto dan rekaman suara | Dokumen | 600 | 630 | 105,00
4 | Meningkatnya akuntabilitas kinerja dinas | Predikat akuntabilitas kinerja dinas | Predikat | BB | BB | 100,00
^ | ^ | Opini atas laporan keuangan daerah | Opini | WTP | WTP | 100,00
^ | ^ | Laporan kinerja dan keuangan tepat waktu | Dokumen | 2 dokumen | 2 dokumen | 100,00
! Rata-rata capaian sepuluh indikator | < | < | < | < | < | 101,77
"""

SKALA = """
No | Rentang Capaian | Kategori
1 | 91 % ke atas | Sangat Tinggi
2 | 76 % - 90 % | Tinggi
3 | 66 % - 75 % | Sedang
4 | 51 % - 65 % | Rendah
5 | 50 % ke bawah | Sangat Rendah
"""

DUA_TAHUN = """
No | Indikator Kinerja | Tahun 2023 | < | < | Tahun 2024 | < | <
^ | ^ | Target | Realisasi | Capaian | Target | Realisasi | Capaian
1 | Indeks pembangunan literasi masyarakat | 66,00 | 67,25 | 101,89% | 68,50 | 70,12 | 102,36%
2 | Persentase pemustaka aktif | 40,00% | 41,10% | 102,75% | 42,00% | 39,75% | 94,64 %
3 | Persentase perpustakaan sesuai standar | 32 % | 31,20 % | 97,50 % | 35 % | 36,40 % | 104 %
4 | Indeks kepuasan pemustaka | 83,50 | 84,02 | 100,62% | 84,25 | 85,10 | 101.01%
5 | Rata-rata waktu layanan peminjaman | 7 menit | 7 menit | 100% | 6 menit | 5 menit | 116,67%
6 | Persentase perangkat daerah dengan arsip aktif tertata baik | 68,00% | 68,00% | 100,00% | 72,50% | 68,15% | 94,00%
7 | Jumlah arsip statis yang diselamatkan | 2.200 | 2.310 | 105% | 2.400 | 2.520 | 105%
8 | Predikat akuntabilitas kinerja dinas | B | B | 100% | BB | BB | 100%
9 | Laporan kinerja dan keuangan tepat waktu | NA | NA | - | 2 dokumen | 2 dokumen | 100%
"""

RENSTRA = """
No | Indikator Kinerja | Satuan | Realisasi Tahun 2024 | Target Akhir Renstra 2026 | Tingkat Kemajuan (%)
1 | Indeks pembangunan literasi masyarakat | Indeks | 70,12 | 72,00 | 97,39
2 | Persentase pemustaka aktif | Persen | 39,75 | 46,00 | 86,41
3 | Persentase perpustakaan sesuai standar | Persen | 36,40 | 45,00 | 80,89
4 | Indeks kepuasan pemustaka | Indeks | 85,10 | 86,00 | 98,95
5 | Persentase perangkat daerah dengan arsip aktif tertata baik | Persen | 68,15 | 80,00 | 85,19
6 | Jumlah arsip statis yang diselamatkan | Dokumen | 2.520 | 2.600 | 96,92
"""

PENDUKUNG = """
No | Program Pendukung | Indikator Program | Satuan | Target | Realisasi | Capaian (%)
1 | Program Pembinaan Perpustakaan | Jumlah titik layanan perpustakaan keliling | Titik | 48 | 52 | 108,33
^ | ^ | Jumlah taman baca yang didampingi | Lokasi | 40 | 33 | 82,50
2 | Program Pelestarian Koleksi Daerah dan Naskah Kuno | Persentase naskah kuno yang dialihmediakan | % | 55 | 57,20 | 104,00
3 | Program Pengelolaan Arsip | Jumlah perangkat daerah yang diawasi | Instansi | 32 | 32 | 100,00
"""

BAB3_KINERJA: tuple[Unsur, ...] = (
    HalamanBaru(),
    Bab("III", "AKUNTABILITAS KINERJA", "pecah"),
    Subbab("3.1", "Capaian Kinerja Organisasi"),
    Paragraf(
        "Capaian kinerja dihitung dengan membandingkan realisasi terhadap target. Bagi indikator yang semakin tinggi semakin baik, "
        "realisasi dibagi target lalu dikali seratus. Bagi indikator waktu layanan, yang semakin rendah semakin baik, selisih antara "
        "dua kali target dan realisasi dibagi target lalu dikali seratus."
    ),
    Subbab("3.1.1", "Target dan Realisasi Tahun 2024", tingkat=3),
    Paragraf("Hasil pengukuran atas sepuluh indikator dalam perjanjian kinerja disajikan pada tabel berikut."),
    Tabel(
        CAPAIAN,
        lebar=(0.8, 2.5, 2.9, 1.7, 1.6, 1.6, 1.6),
        rata="cllcccc",
        nomor="3.1",
        judul="Capaian Kinerja Sasaran Strategis Tahun 2024",
        kepala=2,
        penomoran=True,
        ulang=True,
        baris_judul=2,
        jenis="capaian",
        sumber="Sumber: Hasil pengukuran kinerja, Januari 2025",
        catatan=(
            Catatan("indikator", 2, ((2024, None, {"target": 4, "realisasi": 5, "capaian": 6}),), sasaran=1, satuan=3),
        ),
    ),
    Paragraf(
        "Tabel 3.1 menunjukkan delapan indikator mencapai atau melampaui target, sedangkan dua indikator belum. Untuk menilai capaian "
        "tersebut dinas memakai skala penilaian pada Tabel 3.2."
    ),
    Tabel(
        SKALA,
        lebar=(0.8, 3.2, 3.2),
        rata="ccl",
        nomor="3.2",
        judul="Skala Penilaian Capaian Kinerja",
        judul_di="bawah",
        jenis="skala",
    ),
    Subbab("3.1.2", "Perbandingan dengan Tahun Sebelumnya", tingkat=3),
    Paragraf(
        "Dibandingkan dengan tahun 2023, sebagian besar indikator membaik. Persentase pemustaka aktif justru turun dari 41,10% menjadi "
        "39,75% karena gedung layanan utama ditutup selama tujuh pekan untuk rehabilitasi."
    ),
    Tabel(
        DUA_TAHUN,
        lebar=(0.8, 2.9, 1.6, 1.65, 1.55, 1.6, 1.65, 1.55),
        rata="clcccccc",
        nomor="3.3",
        judul="Perbandingan Target, Realisasi, dan Capaian Kinerja Tahun 2023 dan Tahun 2024",
        kepala=2,
        ulang=True,
        baris_judul=2,
        awalan="Tabel. {nomor}",
        jenis="perbandingan_tahun",
        catatan=(
            Catatan(
                "indikator",
                1,
                (
                    (2023, None, {"target": 2, "realisasi": 3, "capaian": 4}),
                    (2024, None, {"target": 5, "realisasi": 6, "capaian": 7}),
                ),
            ),
        ),
    ),
    Subbab("3.1.3", "Perbandingan dengan Target Akhir Renstra", tingkat=3),
    Paragraf("Kemajuan menuju target akhir Rencana Strategis Tahun 2022-2026 adalah sebagai berikut."),
    Tabel(
        RENSTRA,
        lebar=(0.8, 3.6, 1.6, 1.8, 1.8, 1.8),
        rata="clcccc",
        nomor="3.4",
        judul="Realisasi Kinerja terhadap Target Akhir Renstra",
        ulang=True,
        jenis="perbandingan_renstra",
        catatan=(
            Catatan(
                "indikator", 1, ((2024, None, {"realisasi": 3}), (2026, None, {"target": 4, "capaian": 5})), satuan=2
            ),
        ),
    ),
    Subbab("3.2", "Analisis Capaian Kinerja"),
    Paragraf(
        "Sasaran pertama belum sepenuhnya tercapai. Warga memang semakin akrab dengan bacaan, terlihat dari indeks literasi yang "
        "melampaui target, tetapi jumlah anggota yang rajin meminjam berkurang. Penutupan gedung layanan dan rusaknya satu mobil keliling "
        "menjadi penyebab utamanya."
    ),
    Paragraf(
        "Sasaran kedua tercapai dengan baik. Dua mesin pinjam mandiri memangkas waktu layanan menjadi lima menit, satu menit lebih cepat "
        "daripada target. Pemustaka menyambut perubahan itu, sehingga indeks kepuasan naik menjadi 85,10."
    ),
    Paragraf(
        "Sasaran ketiga tertahan oleh kekurangan arsiparis. Dari tiga puluh dua perangkat daerah yang diawasi, sepuluh masih bernilai "
        "cukup. Sebaliknya, penyelamatan arsip statis melampaui target berkat sumbangan arsip keluarga dari tiga kelurahan tua."
    ),
    Paragraf("Program yang menopang keempat sasaran beserta hasilnya dirinci di bawah ini."),
    Tabel(
        PENDUKUNG,
        lebar=(0.8, 2.7, 2.6, 1.4, 1.3, 1.65, 1.5),
        rata="cllcccc",
        nomor="3.5",
        judul="Capaian Indikator Program Pendukung Sasaran Strategis Dinas Perpustakaan dan Kearsipan Kota Lembayung Tahun 2024",
        ulang=True,
        baris_judul=2,
        jenis="program_pendukung",
        catatan=(Catatan("indikator", 2, ((2024, None, {"target": 4, "realisasi": 5, "capaian": 6}),), satuan=3),),
    ),
)

BAB3_ANGGARAN: tuple[Unsur, ...] = (
    Subbab("3.3", "Realisasi Anggaran"),
    Paragraf(
        f"Pada tahun 2024 dinas mengelola anggaran sebesar Rp {rupiah(TOTAL.pagu)}. Sampai dengan 31 Desember 2024 realisasi anggaran "
        f"mencapai Rp {rupiah(TOTAL.realisasi)} atau {persen(TOTAL.realisasi, TOTAL.pagu)}% dari pagu anggaran. Rincian menurut program, "
        "kegiatan, dan sub kegiatan disajikan pada Tabel 3.6."
    ),
    Tabel(
        "Kode Rekening | Program / Kegiatan / Sub Kegiatan | Pagu Anggaran (Rp) | Realisasi | < | Fisik (%)\n"
        "^ | ^ | ^ | Keuangan (Rp) | % | ^\n" + baris_anggaran(),
        lebar=(2.4, 2.2, 2.2, 2.2, 1.05, 1.1),
        rata="llrrcc",
        nomor="3.6",
        judul="Realisasi Anggaran Menurut Program, Kegiatan, dan Sub Kegiatan Tahun Anggaran 2024",
        kepala=2,
        ulang=True,
        potong=True,
        jenis="realisasi_anggaran",
        sumber="Sumber: Subbagian Keuangan, diolah",
        catatan=(Catatan("anggaran", 1, ((2024, None, {"pagu": 2, "realisasi": 3, "persen": 4}),), kode=0),),
    ),
    Paragraf(
        "Penyerapan terendah terdapat pada pendampingan taman baca kelurahan, sebab tujuh taman baca belum memiliki pengelola tetap "
        "sehingga bantuan bahan bacaan ditunda."
    ),
    Subbab("3.4", "Efisiensi Penggunaan Sumber Daya"),
    Paragraf(
        "Efisiensi dihitung dengan mengurangkan persentase penyerapan anggaran dari seratus. Angka yang lebih besar berarti hasil "
        "diperoleh dengan biaya yang lebih kecil."
    ),
    Tabel(
        "No | Indikator Kinerja | Capaian Kinerja (%) | Program | Anggaran | < | < | Tingkat Efisiensi\n"
        "^ | ^ | ^ | ^ | Pagu (Rp) | Realisasi (Rp) | % | ^\n" + baris_efisiensi(),
        lebar=(0.75, 2.0, 1.45, 2.1, 1.95, 1.95, 1.1, 1.5),
        rata="clclrrcc",
        nomor="3.7",
        judul="Efisiensi Penggunaan Anggaran Tahun 2024",
        kepala=2,
        ulang=True,
        jenis="efisiensi",
        catatan=(
            Catatan("indikator", 1, ((2024, None, {"capaian": 2}),)),
            Catatan("anggaran", 3, ((2024, None, {"pagu": 4, "realisasi": 5, "persen": 6}),)),
        ),
    ),
)
