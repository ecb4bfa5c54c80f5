"""BAB IV of the invented report."""

from samples.model import Bab, HalamanBaru, Paragraf, Subbab, Unsur

BAB4: tuple[Unsur, ...] = (
    HalamanBaru(),
    Bab("IV", "PENUTUP", "satu"),
    Subbab("4.1", "Kesimpulan"),
    Paragraf(
        "Delapan dari sepuluh indikator dalam perjanjian kinerja tahun 2024 tercapai. Dua indikator yang belum tercapai, yaitu persentase "
        "pemustaka aktif dan persentase perangkat daerah dengan arsip aktif tertata baik, keduanya berada di atas sembilan puluh persen "
        "dari target. Rincian angkanya telah dimuat pada BAB III, khususnya pada Tabel 3.1."
    ),
    Paragraf(
        "Anggaran dinas terserap dengan baik dan sebagian besar sub kegiatan selesai secara fisik. Sisa anggaran terutama berasal dari "
        "belanja pegawai, tagihan listrik yang lebih rendah, dan pendampingan taman baca yang tertunda."
    ),
    Subbab("4.2", "Rencana Tindak Lanjut"),
    Paragraf("Untuk memperbaiki kinerja pada tahun 2025, dinas akan menempuh langkah-langkah berikut:"),
    Paragraf(
        "mengganti mobil keliling yang rusak dan membuka kembali jalur pesisir paling lambat bulan Maret;",
        "butir",
        "1.",
    ),
    Paragraf("mengusulkan tambahan enam arsiparis melalui pengadaan pegawai tahun 2025;", "butir", "2."),
    Paragraf("menetapkan pengelola tetap bagi tujuh taman baca bersama para lurah; dan", "butir", "3."),
    Paragraf("memeriksa kembali ketelitian angka sebelum laporan kinerja diterbitkan.", "butir", "4."),
    Paragraf(
        "Demikian laporan ini disusun. Semoga dapat menjadi bahan perbaikan bagi dinas dan bahan penilaian bagi warga Kota Lembayung."
    ),
)
