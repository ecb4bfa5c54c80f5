"""The invented budget: programs, kegiatan and sub kegiatan with pagu, realisasi and physical progress.

In: the leaves below. Out: the rows of the budget tables as text, in which every sum and every percent holds.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True)
class Pos:
    """A budget line; `daun` are its children. Only leaves state figures (rupiah); parents add them up."""

    kode: str
    nama: str
    pagu_sendiri: int = 0
    realisasi_sendiri: int = 0
    fisik: str = "100,00"
    daun: tuple["Pos", ...] = ()

    @property
    def pagu(self) -> int:
        return sum(d.pagu for d in self.daun) if self.daun else self.pagu_sendiri

    @property
    def realisasi(self) -> int:
        return sum(d.realisasi for d in self.daun) if self.daun else self.realisasi_sendiri


def rupiah(nilai: int) -> str:
    return f"{nilai:,}".replace(",", ".")


def persen(bagian: int, dari: int) -> str:
    """Two decimals, half up, decimal comma."""
    share = (Decimal(bagian) * 100 / dari).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return str(share).replace(".", ",")


PROGRAM = (
    Pos(
        "2.23.01",
        "Program Penunjang Urusan Perpustakaan dan Kearsipan",
        daun=(
            Pos(
                "2.23.01.2.01",
                "Perencanaan, Penganggaran, dan Evaluasi Kinerja Dinas",
                daun=(
                    Pos("2.23.01.2.01.0001", "Penyusunan Dokumen Perencanaan Dinas", 64_500_000, 62_180_500),
                    Pos(
                        "2.23.01.2.01.0006",
                        "Penyusunan Laporan Capaian Kinerja dan Ikhtisarnya",
                        38_250_000,
                        37_904_000,
                    ),
                ),
            ),
            Pos(
                "2.23.01.2.02",
                "Administrasi Keuangan Dinas",
                daun=(
                    Pos("2.23.01.2.02.0001", "Penyediaan Gaji dan Tunjangan Aparatur", 6_842_316_400, 6_517_904_238),
                    Pos("2.23.01.2.02.0005", "Penyusunan Laporan Keuangan Akhir Tahun", 27_800_000, 27_350_000),
                ),
            ),
            Pos(
                "2.23.01.2.06",
                "Administrasi Umum Dinas",
                daun=(
                    Pos("2.23.01.2.06.0002", "Penyediaan Peralatan dan Perlengkapan Kantor", 186_420_000, 181_775_350),
                    Pos("2.23.01.2.06.0005", "Penyediaan Barang Cetakan dan Penggandaan", 54_675_000, 51_020_800),
                    Pos(
                        "2.23.01.2.06.0009",
                        "Rapat Koordinasi dan Konsultasi ke Luar Daerah",
                        142_900_000,
                        124_500_000,
                        "96,00",
                    ),
                ),
            ),
            Pos(
                "2.23.01.2.08",
                "Penyediaan Jasa Penunjang Kantor",
                daun=(
                    Pos(
                        "2.23.01.2.08.0002",
                        "Penyediaan Jasa Telepon, Air, Listrik, dan Internet",
                        412_380_000,
                        366_914_227,
                    ),
                    Pos(
                        "2.23.01.2.08.0004", "Penyediaan Jasa Kebersihan dan Keamanan Gedung", 538_200_000, 531_648_000
                    ),
                ),
            ),
            Pos(
                "2.23.01.2.09",
                "Pemeliharaan Barang Milik Daerah",
                daun=(
                    Pos(
                        "2.23.01.2.09.0002",
                        "Pemeliharaan Kendaraan Dinas dan Mobil Perpustakaan Keliling",
                        217_650_000,
                        203_118_900,
                    ),
                    Pos(
                        "2.23.01.2.09.0009",
                        "Rehabilitasi Gedung Layanan dan Depo Arsip",
                        764_000_000,
                        748_932_600,
                        "98,50",
                    ),
                ),
            ),
        ),
    ),
    Pos(
        "2.23.02",
        "Program Pembinaan Perpustakaan",
        daun=(
            Pos(
                "2.23.02.2.01",
                "Pengelolaan Perpustakaan Tingkat Kota",
                daun=(
                    Pos(
                        "2.23.02.2.01.0001",
                        "Pengembangan Layanan Perpustakaan Keliling di Kelurahan Pesisir",
                        326_740_000,
                        319_482_750,
                    ),
                    Pos("2.23.02.2.01.0004", "Pengolahan dan Pelestarian Bahan Pustaka", 185_300_000, 180_617_400),
                    Pos(
                        "2.23.02.2.01.0007",
                        "Pengadaan Koleksi Tercetak dan Koleksi Elektronik",
                        895_450_000,
                        871_036_915,
                    ),
                    Pos(
                        "2.23.02.2.01.0011",
                        "Peningkatan Kapasitas Tenaga Pengelola Perpustakaan Sekolah",
                        148_600_000,
                        139_275_000,
                    ),
                ),
            ),
            Pos(
                "2.23.02.2.02",
                "Pembudayaan Gemar Membaca Tingkat Kota",
                daun=(
                    Pos(
                        "2.23.02.2.02.0001",
                        "Penyelenggaraan Pekan Literasi dan Lomba Bertutur",
                        275_900_000,
                        268_340_600,
                    ),
                    Pos("2.23.02.2.02.0002", "Pendampingan Taman Baca Kelurahan", 164_250_000, 128_907_500, "82,00"),
                    Pos("2.23.02.2.02.0004", "Pemilihan Duta Baca Kota", 58_400_000, 57_615_000),
                ),
            ),
        ),
    ),
    Pos(
        "2.23.03",
        "Program Pelestarian Koleksi Daerah dan Naskah Kuno",
        daun=(
            Pos(
                "2.23.03.2.01",
                "Pelestarian Naskah Kuno Milik Daerah",
                daun=(
                    Pos("2.23.03.2.01.0001", "Pendataan dan Alih Aksara Naskah Kuno", 92_750_000, 90_116_000),
                    Pos("2.23.03.2.01.0003", "Alih Media Naskah Kuno ke Bentuk Digital", 131_480_000, 129_005_250),
                ),
            ),
            Pos(
                "2.23.03.2.02",
                "Pengembangan Koleksi Budaya Setempat",
                daun=(
                    Pos("2.23.03.2.02.0001", "Penghimpunan Karya Cetak dan Karya Rekam Daerah", 76_320_000, 73_894_300),
                ),
            ),
        ),
    ),
    Pos(
        "2.24.02",
        "Program Pengelolaan Arsip",
        daun=(
            Pos(
                "2.24.02.2.01",
                "Pengelolaan Arsip Dinamis Daerah",
                daun=(
                    Pos(
                        "2.24.02.2.01.0001",
                        "Penataan Arsip Inaktif Perangkat Daerah",
                        214_860_000,
                        197_352_480,
                        "93,75",
                    ),
                    Pos("2.24.02.2.01.0002", "Pengawasan Kearsipan Internal", 68_940_000, 68_115_000),
                ),
            ),
            Pos(
                "2.24.02.2.02",
                "Pengelolaan Arsip Statis Daerah",
                daun=(
                    Pos(
                        "2.24.02.2.02.0001",
                        "Akuisisi, Pengolahan, dan Penyimpanan Arsip Statis",
                        158_300_000,
                        155_847_200,
                    ),
                    Pos("2.24.02.2.02.0003", "Penyusunan Sarana Bantu Temu Balik Arsip", 47_250_000, 46_108_750),
                ),
            ),
        ),
    ),
)
TOTAL = Pos("", "Jumlah", daun=PROGRAM)


def program(kode: str) -> Pos:
    return next(p for p in PROGRAM if p.kode == kode)


def baris_pos(pos: Pos, tingkat: int = 0) -> list[str]:
    """The rows of the budget table for a line and everything under it; programs are bold."""
    figures = (rupiah(pos.pagu), rupiah(pos.realisasi), persen(pos.realisasi, pos.pagu))
    fisik = pos.fisik if not pos.daun else "-"
    row = f"{'! ' if tingkat == 0 else ''}{pos.kode} | {pos.nama} | {' | '.join(figures)} | {fisik}"
    return [row] + [line for child in pos.daun for line in baris_pos(child, tingkat + 1)]


def baris_anggaran() -> str:
    rows = [line for pos in PROGRAM for line in baris_pos(pos)]
    total = (
        f"! Jumlah | < | {rupiah(TOTAL.pagu)} | {rupiah(TOTAL.realisasi)} | {persen(TOTAL.realisasi, TOTAL.pagu)} | -"
    )
    return "\n".join([*rows, total])


def baris_program() -> str:
    """The rows of the small table of programs in the perjanjian kinerja."""
    rows = [f"{i} | {p.nama} | Rp {rupiah(p.pagu)} | APBD" for i, p in enumerate(PROGRAM, 1)]
    return "\n".join([*rows, f"! Jumlah Anggaran | < | Rp {rupiah(TOTAL.pagu)} | "])


def baris_efisiensi() -> str:
    """Indicator, its capaian, its program, money and efficiency (100 minus the share spent)."""
    pairs = (
        ("Indeks pembangunan literasi masyarakat", "102,36", "2.23.02"),
        ("Indeks kepuasan pemustaka", "101,01", "2.23.03"),
        ("Persentase perangkat daerah dengan arsip aktif tertata baik", "94,00", "2.24.02"),
        ("Predikat akuntabilitas kinerja dinas", "100,00", "2.23.01"),
    )
    rows = []
    for i, (indikator, capaian, kode) in enumerate(pairs, 1):
        p = program(kode)
        share = persen(p.realisasi, p.pagu)
        saved = str(Decimal(100) - Decimal(share.replace(",", "."))).replace(".", ",")
        money = f"{rupiah(p.pagu)} | {rupiah(p.realisasi)} | {share} | {saved}"
        rows.append(f"{i} | {indikator} | {capaian} | {p.nama} | {money}")
    return "\n".join(rows)
