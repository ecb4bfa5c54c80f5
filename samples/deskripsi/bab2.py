"""BAB II of the invented report: plans, indicators, the agreement of the year and its quarters."""

from samples.deskripsi.anggaran import baris_program
from samples.model import Bab, Catatan, HalamanBaru, Lembar, Paragraf, Subbab, Tabel, Unsur

TUJUAN = """
No | Tujuan | Sasaran | Indikator Sasaran | Kondisi Awal 2021 | Target Kinerja Tahun | < | < | < | <
^ | ^ | ^ | ^ | ^ | 2022 | 2023 | 2024 | 2025 | 2026
1 | Terwujudnya warga yang gemar membaca | Meningkatnya budaya baca masyarakat | Indeks pembangunan literasi masyarakat \
| 62,40 | 64,00 | 66,00 | 68,50 | 70,00 | 72,00
^ | ^ | ^ | Persentase pemustaka aktif | 36,20 | 38,00 | 40,00 | 42,00 | 44,00 | 46,00
^ | ^ | Meningkatnya mutu layanan perpustakaan | Persentase perpustakaan sesuai standar | 27,50 | 30,00 | 32,00 | 35,00 | 40,00 | 45,00
^ | ^ | ^ | Indeks kepuasan pemustaka | 82,10 | 83,00 | 83,50 | 84,25 | 85,00 | 86,00
^ | ^ | ^ | Rata-rata waktu layanan peminjaman | 9 | 8 | 7 | 6 | 6 | 5
2 | Terwujudnya tata kelola arsip dan kinerja yang andal | Meningkatnya tata kelola arsip daerah \
| Persentase perangkat daerah dengan arsip aktif tertata baik | 60,15 | 64,00 | 68,00 | 72,50 | 76,00 | 80,00
^ | ^ | ^ | Jumlah arsip statis yang diselamatkan | 1.850 | 2.000 | 2.200 | 2.400 | 2.500 | 2.600
^ | ^ | Meningkatnya akuntabilitas kinerja dinas | Predikat akuntabilitas kinerja dinas | B | B | B | BB | BB | A
^ | ^ | ^ | Opini atas laporan keuangan daerah | WTP | WTP | WTP | WTP | WTP | WTP
"""

IKU = """
No | Indikator Kinerja Utama | Satuan | Formulasi Perhitungan | Sumber Data | Penanggung Jawab
1 | Indeks pembangunan literasi masyarakat | Indeks | Rata-rata tertimbang tujuh unsur pembangunan literasi pada seluruh kecamatan \
| Survei literasi kota | Bidang Pembinaan
2 | Persentase pemustaka aktif | Persen | Jumlah anggota yang meminjam sekurangnya empat kali setahun dibagi \
jumlah anggota, dikali seratus | Sistem sirkulasi | Bidang Layanan
3 | Persentase perpustakaan sesuai standar | Persen | Jumlah perpustakaan yang terakreditasi dibagi jumlah perpustakaan binaan, dikali \
seratus | Laporan pembinaan | Bidang Pembinaan
4 | Indeks kepuasan pemustaka | Indeks | Nilai rata-rata sembilan unsur layanan dari survei pemustaka | Survei pemustaka | \
Bidang Layanan
5 | Persentase perangkat daerah dengan arsip aktif tertata baik | Persen | Jumlah perangkat daerah bernilai baik pada pengawasan \
kearsipan dibagi jumlah perangkat daerah, dikali seratus | Laporan pengawasan | Bidang Kearsipan
"""

PK = """
No. | Sasaran Strategis | Indikator Kinerja | Satuan | Target
1. | Meningkatnya budaya baca masyarakat | Indeks pembangunan literasi masyarakat | Indeks | 68,50
^ | ^ | Persentase pemustaka aktif | Persen | {-40,00 %-}{+42,00 %+}
2. | Meningkatnya mutu layanan perpustakaan | Persentase perpustakaan sesuai standar | Persen | 35,00%
^ | ^ | Indeks kepuasan pemustaka | Indeks | 84,25
^ | ^ | Rata-rata waktu layanan peminjaman | Menit | 6
3. | Meningkatnya tata kelola arsip daerah | Persentase perangkat daerah dengan arsip aktif tertata baik | Persen | 72,50%
^ | ^ | Jumlah arsip statis yang diselamatkan | Dokumen | 2.400
4. | Meningkatnya akuntabilitas kinerja dinas | Predikat akuntabilitas kinerja dinas | Predikat | BB
^ | ^ | Opini atas laporan keuangan daerah | Opini | WTP
^ | ^ | Laporan kinerja dan keuangan tepat waktu | Dokumen | 2 dokumen
"""

RENCANA_AKSI = """
No | Sasaran Strategis | Indikator Kinerja | Target 2024 | Triwulan | < | < | < | Rencana Aksi
^ | ^ | ^ | ^ | I | II | III | IV | ^
1 | Meningkatnya budaya baca masyarakat | Indeks pembangunan literasi masyarakat | 68,50 | 67,50 | 67,80 | 68,20 | 68,50 \
| Menyusun peta kebutuhan baca tiap kelurahan bersama para lurah, menambah titik singgah mobil keliling pada hari pasar, \
melatih dua puluh pendamping taman baca, dan menyelenggarakan pekan literasi pada bulan September di alun-alun kota dengan \
melibatkan penerbit setempat, sekolah, serta kelompok seni tutur.
^ | ^ | Persentase pemustaka aktif | 42,00 | 40,50 | 41,00 | 41,50 | 42,00 | Mengirim pengingat kepada anggota yang tidak meminjam \
selama enam bulan, membuka layanan sampai pukul dua puluh pada hari kerja, dan menyediakan peminjaman buku elektronik lewat \
telepon genggam bagi anggota yang tinggal jauh dari gedung layanan.
2 | Meningkatnya mutu layanan perpustakaan | Persentase perpustakaan sesuai standar \
| 35,00 | 32,00 | 33,00 | 34,00 | 35,00 | Mendampingi enam belas perpustakaan sekolah dan delapan perpustakaan kelurahan dalam \
menata koleksi, melengkapi katalog, dan \
mengisi instrumen akreditasi; memeriksa kesiapan mereka dua kali setahun sebelum tim penilai datang, lalu mencatat kekurangan \
yang masih harus diperbaiki oleh masing-masing pengelola.
^ | ^ | Indeks kepuasan pemustaka | 84,25 | 83,50 | 83,75 | 84,00 | 84,25 | Memperbaiki penyejuk udara dan pencahayaan ruang baca \
anak, menambah petugas pada jam ramai, menanggapi keluhan paling lambat dua hari kerja, dan mengumumkan hasil survei pemustaka \
pada papan layanan setiap akhir triwulan.
^ | ^ | Rata-rata waktu layanan peminjaman | 6 | 6 | 6 | 6 | 6 | Memasang dua mesin pinjam mandiri, memperbarui penanda koleksi, \
dan menata ulang alur antrean di meja sirkulasi.
3 | Meningkatnya tata kelola arsip daerah | Persentase perangkat daerah dengan arsip aktif tertata baik \
| 72,50 | 69,00 | 70,00 | 71,00 | 72,50 | Menugaskan arsiparis pendamping pada tiap perangkat daerah, memberikan \
bimbingan tata naskah dan pemberkasan, menyediakan boks serta rak bagi perangkat daerah yang belum memilikinya, memeriksa jadwal \
retensi yang dipakai, dan melakukan pengawasan kearsipan pada bulan Mei dan Oktober dengan hasil yang disampaikan langsung \
kepada pimpinan perangkat daerah yang bersangkutan.
^ | ^ | Jumlah arsip statis yang diselamatkan | 2.400 | 600 | 700 | 600 | 500 | Menelusuri arsip bernilai sejarah pada kelurahan yang \
digabung, mewawancarai pelaku sejarah, mengakuisisi arsip perseorangan, serta menyimpan hasilnya di depo dengan suhu terjaga.
4 | Meningkatnya akuntabilitas kinerja dinas | Predikat akuntabilitas kinerja dinas | BB | - | - | - | BB | Menindaklanjuti seluruh \
catatan evaluasi tahun lalu, menyelaraskan sasaran sampai ke tingkat pelaksana, memantau kinerja setiap bulan, dan membahas \
indikator yang tertinggal bersama kepala bidang sebelum triwulan berikutnya dimulai.
^ | ^ | Opini atas laporan keuangan daerah | WTP | - | - | - | WTP | Mencocokkan catatan barang milik daerah dengan keadaan di \
lapangan, menyelesaikan temuan pemeriksaan paling lambat enam puluh hari, dan mendampingi bendahara dalam menyiapkan bukti belanja.
^ | ^ | Laporan kinerja dan keuangan tepat waktu | 2 dokumen | 2 dokumen | - | - | - | Menyusun jadwal kerja tim pelaporan dan menutup \
pembukuan paling lambat tanggal sepuluh Januari.
"""

_TAHUN = tuple((2022 + i, None, {"target": 5 + i}) for i in range(5))
_TRIWULAN = tuple((2024, f"TW{i + 1}", {"target": 4 + i}) for i in range(4))

BAB2: tuple[Unsur, ...] = (
    HalamanBaru(),
    Bab("II", "PERENCANAAN KINERJA", "kotak"),
    Subbab("2.1", "Rencana Strategis"),
    Paragraf(
        "Rencana Strategis Dinas Perpustakaan dan Kearsipan Tahun 2022-2026 menjabarkan misi kedua kota, yaitu membangun warga yang "
        "cerdas dan berbudaya. Dari misi itu diturunkan dua tujuan dan empat sasaran. Setiap sasaran memiliki indikator dengan target "
        "tahunan sehingga kemajuannya dapat diikuti dari tahun ke tahun, sebagaimana tersaji pada Tabel 2.1."
    ),
    Tabel(
        TUJUAN,
        lebar=(0.85, 2.05, 2.25, 2.35, 1.5, 1.15, 1.15, 1.15, 1.15, 1.15),
        rata="clllcccccc",
        nomor="2.1",
        judul="Tujuan, Sasaran, dan Target Kinerja Jangka Menengah Tahun 2022-2026",
        kepala=2,
        ulang=True,
        baris_judul=2,
        jenis="tujuan_sasaran",
        catatan=(Catatan("indikator", 3, ((2021, None, {"realisasi": 4}), *_TAHUN), sasaran=2),),
    ),
    Paragraf(
        "Target indikator waktu layanan sengaja menurun, karena semakin singkat waktu tunggu pemustaka semakin baik pula layanan yang "
        "diterima. Indikator lain bergerak naik."
    ),
    Subbab("2.2", "Indikator Kinerja Utama"),
    Paragraf(
        "Dari seluruh indikator sasaran, lima di antaranya ditetapkan sebagai Indikator Kinerja Utama. Cara menghitung dan sumber "
        "datanya ditetapkan dengan keputusan kepala dinas agar setiap bidang memakai rumus yang sama."
    ),
    Tabel(
        IKU,
        lebar=(0.9, 2.6, 1.4, 3.4, 2.0, 2.2),
        rata="clclll",
        nomor="2.2",
        judul="Indikator Kinerja Utama Dinas Perpustakaan dan Kearsipan",
        ulang=True,
        awalan="TABEL {nomor}",
        baris_judul=2,
        jenis="iku",
    ),
    Subbab("2.3", "Perjanjian Kinerja Tahun 2024"),
    Paragraf(
        "Perjanjian kinerja ditandatangani oleh kepala dinas dan Wali Kota pada tanggal 15 Januari 2024. Di dalamnya tercantum sepuluh "
        "indikator beserta target yang harus dicapai pada akhir tahun."
    ),
    Tabel(
        PK,
        lebar=(0.8, 3.1, 3.7, 1.4, 1.6),
        rata="cllcc",
        nomor="2.3",
        judul="Perjanjian Kinerja Dinas Perpustakaan dan Kearsipan Tahun 2024",
        ulang=True,
        jenis="pk",
        catatan=(Catatan("indikator", 2, ((2024, None, {"target": 4}),), sasaran=1, satuan=3),),
    ),
    Paragraf(
        "Untuk mencapai target tersebut, perjanjian kinerja menyediakan anggaran bagi empat program dengan rincian sebagai berikut:"
    ),
    Tabel(
        "No | Program | Anggaran | Sumber Dana\n" + baris_program(),
        lebar=(0.8, 5.0, 2.4, 1.6),
        rata="clrc",
        jenis="alokasi_anggaran",
        catatan=(Catatan("anggaran", 1, ((2024, None, {"pagu": 2}),)),),
    ),
    Subbab("2.4", "Rencana Aksi"),
    Paragraf(
        "Target tahunan dipecah menjadi target triwulan disertai langkah kerja yang akan ditempuh. Rincian lengkapnya disajikan pada "
        "halaman berikut, dan menjadi bahan rapat pemantauan setiap akhir triwulan."
    ),
    Lembar("rebah"),
    Tabel(
        RENCANA_AKSI,
        lebar=(0.7, 2.0, 2.2, 1.4, 1.3, 1.05, 1.05, 1.05, 2.9),
        rata="cllcccccl",
        nomor="2.4",
        judul="Rencana Aksi Perjanjian Kinerja Menurut Triwulan Tahun 2024",
        kepala=2,
        potong=True,
        jenis="rkt",
        catatan=(Catatan("indikator", 2, ((2024, None, {"target": 3}), *_TRIWULAN), sasaran=1),),
    ),
    Lembar("tegak"),
)
