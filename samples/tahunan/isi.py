"""The figures of the invented Dinas Ketahanan Pangan Kota Lembayung, 2020 to 2023. Every capaian and percent is computed from them.

What happens: `lumbung` is renamed in 2022, `pengawasan` is split in 2022, two indicators of `pelaku` are merged in 2023, `rawan` is
dropped after 2021, `pekarangan` is new in 2022, `cadangan` changes its unit in 2022, and three figures of the year before are
re-stated. The budget of 2020 has the codes of Permendagri 13/2006, later ones those of Permendagri 90/2019: some programs keep their
name, one is worded a little otherwise, one is another; one program gets another code in 2022.
"""

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

TAHUN = (2020, 2021, 2022, 2023)
INSTANSI = "Dinas Ketahanan Pangan Kota Lembayung"
KETERSEDIAAN = "Meningkatnya ketersediaan pangan"
KONSUMSI = "Meningkatnya mutu konsumsi pangan"
LAYANAN = "Meningkatnya mutu layanan dinas"


@dataclass(frozen=True)
class Indikator:
    """What one year's report says of a series: name, unit, target and realisasi as printed."""

    kunci: str
    sasaran: str
    nama: str
    satuan: str
    target: str
    realisasi: str

    @property
    def capaian(self) -> str:
        share = angka(self.realisasi) * 100 / angka(self.target)
        return str(share.quantize(Decimal("0.01"), ROUND_HALF_UP)).replace(".", ",")


@dataclass(frozen=True)
class Program:
    """A program with its code and, per year, pagu and realisasi in rupiah. `lain`: its wording in some years."""

    nama: str
    kode: dict[int, str]
    nilai: dict[int, tuple[int, int]] = field(default_factory=dict)
    lain: dict[int, str] = field(default_factory=dict)

    def nama_pada(self, tahun: int) -> str:
        return self.lain.get(tahun, self.nama)


def angka(teks: str) -> Decimal:
    return Decimal(teks.replace(".", "").replace(",", "."))


def _seri(kunci: str, sasaran: str, nama: str, satuan: str, nilai: dict[int, tuple[str, str]]) -> dict[int, Indikator]:
    return {tahun: Indikator(kunci, sasaran, nama, satuan, *pair) for tahun, pair in nilai.items()}


_LUMBUNG_LAMA = "Persentase kelompok lumbung pangan yang aktif"
_LUMBUNG_BARU = "Persentase lumbung pangan masyarakat yang berfungsi aktif"
SERI: tuple[dict[int, Indikator], ...] = (
    _seri(
        *("cadangan", KETERSEDIAAN, "Jumlah cadangan pangan pemerintah kota", "Kilogram"),
        {2020: ("12.000", "11.640"), 2021: ("12.500", "12.750")},
    )
    | _seri(
        *("cadangan", KETERSEDIAAN, "Jumlah cadangan pangan pemerintah kota", "Ton"),
        {2022: ("13,00", "13,45"), 2023: ("14,00", "13,30")},
    ),
    _seri("lumbung", KETERSEDIAAN, _LUMBUNG_LAMA, "Persen", {2020: ("60,00", "57,50"), 2021: ("65,00", "66,25")})
    | _seri("lumbung", KETERSEDIAAN, _LUMBUNG_BARU, "Persen", {2022: ("70,00", "71,75"), 2023: ("75,00", "73,20")}),
    _seri(
        *("rawan", KETERSEDIAAN, "Jumlah kelurahan rawan pangan yang ditangani", "Kelurahan"),
        {2020: ("9", "8"), 2021: ("7", "7")},
    ),
    _seri(
        *("pph", KONSUMSI, "Skor Pola Pangan Harapan", "Skor"),
        {2020: ("87,50", "86,90"), 2021: ("88,25", "88,70"), 2022: ("89,00", "89,60"), 2023: ("90,00", "90,35")},
    ),
    _seri(
        *("pengawasan", KONSUMSI, "Jumlah sampel pangan segar yang diawasi", "Sampel"),
        {2020: ("180", "174"), 2021: ("200", "212")},
    ),
    _seri(
        *("pengawasan-tumbuhan", KONSUMSI, "Jumlah sampel pangan segar asal tumbuhan yang diawasi", "Sampel"),
        {2022: ("150", "156"), 2023: ("160", "163")},
    ),
    _seri(
        *("pengawasan-hewan", KONSUMSI, "Jumlah sampel pangan segar asal hewan yang diawasi", "Sampel"),
        {2022: ("70", "66"), 2023: ("75", "79")},
    ),
    _seri(
        *("pelaku-olah", KONSUMSI, "Jumlah pengolah pangan lokal yang dibina", "Orang"),
        {2020: ("110", "104"), 2021: ("120", "126"), 2022: ("130", "137")},
    ),
    _seri(
        *("pelaku-dagang", KONSUMSI, "Jumlah pedagang pangan lokal yang dibina", "Orang"),
        {2020: ("85", "88"), 2021: ("90", "83"), 2022: ("95", "98")},
    ),
    _seri(
        *("pelaku", KONSUMSI, "Jumlah pengolah dan pedagang pangan lokal yang dibina", "Orang"),
        {2023: ("240", "251")},
    ),
    _seri(
        *("pekarangan", KONSUMSI, "Persentase rukun warga dengan kebun pekarangan", "Persen"),
        {2022: ("20,00", "18,40"), 2023: ("25,00", "26,10")},
    ),
    _seri(
        *("ikm", LAYANAN, "Indeks kepuasan masyarakat", "Indeks"),
        {2020: ("80,00", "81,15"), 2021: ("82,00", "82,60"), 2022: ("83,50", "83,95"), 2023: ("84,50", "85,05")},
    ),
)
ULANG: dict[tuple[str, int], str] = {("pph", 2020): "86,40", ("ikm", 2021): "82,35", ("lumbung", 2022): "71,25"}
"""Realisasi that the next year's report prints otherwise: (series, year) to the figure printed there."""
PECAHAN_LALU = {("pengawasan-tumbuhan", 2022): "143", ("pengawasan-hewan", 2022): "69"}
"""What the first report with the parts of a split prints for the year before; together it is the figure of the whole."""
GABUNGAN_LALU = {("pelaku", 2023): "235"}
"""What the first report with a merged indicator prints for the year before: the sum of its parts."""
ASAL_GABUNGAN = {"pelaku-olah": "pelaku", "pelaku-dagang": "pelaku"}
ASAL_PECAHAN = {"pengawasan-tumbuhan": "pengawasan", "pengawasan-hewan": "pengawasan"}

_SESUDAH = TAHUN[1:]
"""The years with the codes of Permendagri 90/2019."""
PROGRAM = (
    Program(
        "Program Pelayanan Administrasi Perkantoran", {2020: "1.21.1.21.01.01"}, {2020: (3_410_250_000, 3_294_118_400)}
    ),
    Program(
        "Program Penunjang Urusan Pemerintahan Daerah",
        dict.fromkeys(_SESUDAH, "2.09.01"),
        {
            2021: (3_522_800_000, 3_436_702_150),
            2022: (3_618_400_000, 3_560_044_900),
            2023: (3_755_900_000, 3_641_287_300),
        },
    ),
    Program(
        "Program Peningkatan Diversifikasi dan Ketahanan Pangan Masyarakat",
        {2020: "1.21.1.21.01.15"} | dict.fromkeys(_SESUDAH, "2.09.03"),
        {
            2020: (1_240_500_000, 1_187_930_000),
            2021: (1_318_750_000, 1_296_405_500),
            2022: (1_402_300_000, 1_371_660_250),
            2023: (1_466_000_000, 1_442_815_700),
        },
        {2020: "Program Peningkatan Diversivikasi dan Ketahanan Pangan Masyarakat"},
    ),
    Program(
        "Program Penanganan Kerawanan Pangan",
        {2020: "1.21.1.21.01.16", 2021: "2.09.04", 2022: "2.09.06", 2023: "2.09.06"},
        {
            2020: (684_200_000, 652_775_800),
            2021: (702_450_000, 690_118_300),
            2022: (731_900_000, 705_240_600),
            2023: (758_300_000, 749_906_450),
        },
    ),
    Program(
        "Program Pengawasan Keamanan Pangan",
        {2020: "1.21.1.21.01.17"} | dict.fromkeys(_SESUDAH, "2.09.05"),
        {
            2020: (295_600_000, 281_044_500),
            2021: (310_200_000, 307_815_900),
            2022: (334_750_000, 326_408_200),
            2023: (351_400_000, 340_992_850),
        },
    ),
)


def indikator(tahun: int) -> list[Indikator]:
    """The indicators of a year's report, in order."""
    return [seri[tahun] for seri in SERI if tahun in seri]


def tahun_lalu(tahun: int, kunci: str) -> str | None:
    """What a year's report prints as the realisasi of the year before; None for a new or otherwise counted series."""
    told = (PECAHAN_LALU | GABUNGAN_LALU).get((kunci, tahun))
    if told is not None:
        return told
    for seri in SERI:
        now, before = seri.get(tahun), seri.get(tahun - 1)
        if now is not None and now.kunci == kunci and before is not None and before.satuan == now.satuan:
            return ULANG.get((kunci, tahun - 1), before.realisasi)
    return None
