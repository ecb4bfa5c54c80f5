"""BAB I of the invented report."""

from samples.model import Bab, HalamanBaru, Paragraf, Subbab, Tabel, Unsur

PEGAWAI = """
Jabatan | Pendidikan Terakhir | < | < | < | Jumlah
^ | S2 | S1 | D3 | SMA | ^
Struktural | 5 | 6 | 0 | 0 | 11
Pustakawan | 2 | 14 | 6 | 1 | 23
Arsiparis | 1 | 8 | 4 | 1 | 14
Pelaksana | 0 | 9 | 7 | 12 | 28
Tenaga kontrak layanan | 0 | 3 | 5 | 11 | 19
! Jumlah | 8 | 40 | 22 | 25 | 95
"""

SARANA = """
No. | Jenis Sarana | Satuan | Keadaan | < | Jumlah
^ | ^ | ^ | Baik | Rusak | ^
1. | Gedung layanan umum | unit | 2 | 0 | 2
2. | Depo arsip | unit | 1 | 1 | 2
3. | Mobil perpustakaan keliling | unit | 3 | 1 | 4
4. | Rak koleksi | buah | 412 | 36 | 448
5. | Komputer katalog | unit | 27 | 5 | 32
6. | Alat pemindai naskah | unit | 4 | 1 | 5
"""

BAB1: tuple[Unsur, ...] = (
    HalamanBaru(angka=True),
    Bab("I", "PENDAHULUAN"),
    Subbab("1.1", "Latar Belakang"),
    Paragraf(
        "Setiap perangkat daerah wajib mempertanggungjawabkan hasil kerjanya secara terbuka. Kewajiban itu bukan sekadar urusan "
        "administrasi, melainkan cara bagi warga untuk menilai apakah pajak yang mereka bayar kembali sebagai layanan yang layak. "
        "Bagi Dinas Perpustakaan dan Kearsipan, layanan yang layak berarti koleksi yang segar, ruang baca yang nyaman, dan arsip "
        "daerah yang mudah ditemukan ketika dibutuhkan."
    ),
    Paragraf(
        "Tahun 2024 merupakan tahun ketiga pelaksanaan Rencana Strategis 2022-2026. Pada tahun ini dinas memusatkan tenaga pada tiga "
        "hal, yaitu perluasan perpustakaan keliling ke kelurahan pesisir, penataan arsip aktif di {-semua-}{+tiga puluh dua+} perangkat "
        "daerah, dan alih media naskah kuno yang usianya sudah lebih dari satu abad{^Menurut pendataan dinas tahun 2023, "
        "naskah tertua yang dimiliki kota berasal dari tahun 1871.^}. Ketiganya dipilih karena paling banyak disebut dalam musyawarah "
        "perencanaan dan karena hasilnya dapat diukur."
    ),
    Paragraf(
        "Laporan ini membandingkan janji dengan hasil. Apabila sebuah sasaran tidak tercapai, penyebabnya disebutkan dan langkah "
        "perbaikannya direncanakan. Uraian lengkap mengenai hal tersebut disajikan pada BAB III, sedangkan langkah tindak lanjutnya "
        "dirangkum pada BAB IV laporan ini."
    ),
    Subbab("1.2", "Tugas dan Fungsi"),
    Paragraf(
        "Dinas Perpustakaan dan Kearsipan membantu Wali Kota melaksanakan urusan pemerintahan di bidang perpustakaan dan di bidang "
        "kearsipan. Untuk menjalankan tugas itu, dinas menyelenggarakan fungsi sebagai berikut:"
    ),
    Paragraf("perumusan kebijakan perpustakaan dan kearsipan di lingkungan kota;", "butir", "a."),
    Paragraf("pelayanan bahan bacaan bagi warga, sekolah, dan komunitas baca;", "butir", "b."),
    Paragraf("pembinaan pengelolaan arsip pada seluruh perangkat daerah;", "butir", "c."),
    Paragraf("penyelamatan arsip statis dan naskah kuno milik daerah; serta", "butir", "d."),
    Paragraf("pelaksanaan administrasi dinas dan tugas lain yang diberikan Wali Kota.", "butir", "e."),
    Paragraf(
        "Susunan organisasi terdiri atas seorang kepala dinas, satu sekretariat dengan dua subbagian, dan tiga bidang, yaitu Bidang "
        "Layanan Perpustakaan, Bidang Pembinaan dan Gemar Membaca, serta Bidang Kearsipan. Di samping itu terdapat kelompok jabatan "
        "fungsional pustakawan dan arsiparis yang bekerja lintas bidang."
    ),
    Subbab("1.3", "Sumber Daya Dinas"),
    Paragraf(
        "Pada akhir Desember 2024 dinas diperkuat oleh sembilan puluh lima orang. Sebaran mereka menurut jabatan dan pendidikan terakhir "
        "dapat dilihat pada Tabel 1.1."
    ),
    Tabel(
        PEGAWAI,
        lebar=(4.2, 1.2, 1.2, 1.2, 1.2, 1.5),
        rata="lccccc",
        nomor="1.1",
        judul="Keadaan Pegawai Menurut Jabatan dan Pendidikan Terakhir Tahun 2024",
        kepala=2,
        baris_judul=2,
        jenis="sdm",
        sumber="Sumber: Subbagian Umum dan Kepegawaian, 2024",
    ),
    Paragraf(
        "Tabel 1.1 memperlihatkan bahwa tenaga berpendidikan sarjana masih terpusat pada jabatan pustakawan. Kebutuhan arsiparis belum "
        "terpenuhi, terutama untuk mendampingi perangkat daerah yang arsipnya belum tertata. Selain tenaga, dinas mengelola sarana "
        "layanan yang keadaannya dirinci berikut ini."
    ),
    Tabel(
        SARANA,
        lebar=(0.9, 4.6, 1.4, 1.3, 1.3, 1.5),
        rata="clcccc",
        nomor="1.2",
        judul="Sarana Layanan Perpustakaan dan Kearsipan",
        kepala=2,
        judul_di="bawah",
        jenis="umum",
        bingkai=True,
    ),
    Paragraf(
        "Dari empat mobil perpustakaan keliling, satu di antaranya sudah tidak laik jalan sejak bulan Agustus. Penggantiannya "
        "diusulkan pada anggaran tahun berikutnya, sebab jalur pesisir hanya dapat dilayani dengan kendaraan berpenggerak ganda."
    ),
    Subbab("1.4", "Sistematika Penyajian"),
    Paragraf("Laporan ini disusun menurut urutan berikut:"),
    Paragraf("Pendahuluan, menguraikan latar belakang, tugas, dan sumber daya dinas.", "butir", "BAB I"),
    Paragraf(
        "Perencanaan Kinerja, memuat rencana strategis, indikator utama, dan perjanjian kinerja.", "butir", "BAB II"
    ),
    Paragraf("Akuntabilitas Kinerja, menyajikan capaian, analisis, dan realisasi anggaran.", "butir", "BAB III"),
    Paragraf("Penutup, berisi kesimpulan dan rencana tindak lanjut.", "butir", "BAB IV"),
)
