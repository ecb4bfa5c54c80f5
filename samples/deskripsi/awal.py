"""Cover, preface and lists of the invented report."""

from samples.model import Daftar, HalamanBaru, Paragraf, TandaTangan, Unsur

SAMPUL = (
    "LAPORAN KINERJA",
    "INSTANSI PEMERINTAH",
    "(LKIP)",
    "TAHUN 2024",
    "",
    "DINAS PERPUSTAKAAN DAN KEARSIPAN",
    "KOTA LEMBAYUNG",
)

AWAL: tuple[Unsur, ...] = (
    Paragraf("KATA PENGANTAR", "judul"),
    Paragraf(
        "Atas berkat Tuhan Yang Maha Pemurah, Dinas Perpustakaan dan Kearsipan Kota Lembayung telah merampungkan Laporan Kinerja "
        "Instansi Pemerintah Tahun 2024. Laporan ini kami susun sebagai wujud tanggung jawab kepada Wali Kota dan kepada warga atas "
        "tugas yang dipercayakan serta atas uang daerah yang kami belanjakan selama satu tahun."
    ),
    Paragraf(
        "Isi laporan menggambarkan apa yang kami janjikan pada awal tahun, apa yang tercapai pada akhir tahun, dan apa yang masih "
        "tertinggal. Ringkasan rencana kami letakkan pada BAB II, sedangkan uraian capaian beserta sebab-sebabnya dapat dibaca pada "
        "BAB III. Angka-angka yang tersaji berasal dari catatan bidang, dari sistem penatausahaan keuangan, dan dari survei pemustaka "
        "yang dilaksanakan pada bulan Oktober 2024."
    ),
    Paragraf(
        "Kami menyadari bahwa laporan ini belum sempurna. Saran dari para pembaca kami harapkan agar penyusunan laporan tahun "
        "berikutnya menjadi lebih baik dan lebih bermanfaat bagi perbaikan layanan."
    ),
    TandaTangan(
        (
            "Lembayung, 17 Februari 2025",
            "Kepala Dinas Perpustakaan dan Kearsipan",
            "Kota Lembayung,",
            "",
            "",
            "",
            "Dra. Saraswati Wiranegara, M.Hum.",
            "Pembina Utama Muda",
        )
    ),
    HalamanBaru(),
    Daftar("isi"),
    HalamanBaru(),
    Daftar("tabel"),
)
