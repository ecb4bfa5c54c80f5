"""The figures of the invented Dinas Ketahanan Pangan Kota Lembayung, 2021 to 2024. Every capaian and percent is computed from them.

What happens: `lumbung` is renamed in 2023, `pengawasan` is split in 2023, `rawan` is dropped after 2022, `pekarangan` is new in
2023, `cadangan` changes its unit in 2023, one program gets another code in 2023, and three figures of the year before are re-stated.
"""

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

TAHUN = (2021, 2022, 2023, 2024)
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
    """A program with its code and, per year, pagu and realisasi in rupiah."""

    nama: str
    kode: dict[int, str]
    nilai: dict[int, tuple[int, int]] = field(default_factory=dict)


def angka(teks: str) -> Decimal:
    return Decimal(teks.replace(".", "").replace(",", "."))


def _seri(kunci: str, sasaran: str, nama: str, satuan: str, nilai: dict[int, tuple[str, str]]) -> dict[int, Indikator]:
    return {tahun: Indikator(kunci, sasaran, nama, satuan, *pair) for tahun, pair in nilai.items()}


_LUMBUNG_LAMA = "Persentase kelompok lumbung pangan yang aktif"
_LUMBUNG_BARU = "Persentase lumbung pangan masyarakat yang berfungsi aktif"
SERI: tuple[dict[int, Indikator], ...] = (
    _seri(
        *("cadangan", KETERSEDIAAN, "Jumlah cadangan pangan pemerintah kota", "Kilogram"),
        {2021: ("12.000", "11.640"), 2022: ("12.500", "12.750")},
    )
    | _seri(
        *("cadangan", KETERSEDIAAN, "Jumlah cadangan pangan pemerintah kota", "Ton"),
        {2023: ("13,00", "13,45"), 2024: ("14,00", "13,30")},
    ),
    _seri("lumbung", KETERSEDIAAN, _LUMBUNG_LAMA, "Persen", {2021: ("60,00", "57,50"), 2022: ("65,00", "66,25")})
    | _seri("lumbung", KETERSEDIAAN, _LUMBUNG_BARU, "Persen", {2023: ("70,00", "71,75"), 2024: ("75,00", "73,20")}),
    _seri(
        *("rawan", KETERSEDIAAN, "Jumlah kelurahan rawan pangan yang ditangani", "Kelurahan"),
        {2021: ("9", "8"), 2022: ("7", "7")},
    ),
    _seri(
        *("pph", KONSUMSI, "Skor Pola Pangan Harapan", "Skor"),
        {2021: ("87,50", "86,90"), 2022: ("88,25", "88,70"), 2023: ("89,00", "89,60"), 2024: ("90,00", "90,35")},
    ),
    _seri(
        *("pengawasan", KONSUMSI, "Jumlah sampel pangan segar yang diawasi", "Sampel"),
        {2021: ("180", "174"), 2022: ("200", "212")},
    ),
    _seri(
        *("pengawasan-tumbuhan", KONSUMSI, "Jumlah sampel pangan segar asal tumbuhan yang diawasi", "Sampel"),
        {2023: ("150", "156"), 2024: ("160", "163")},
    ),
    _seri(
        *("pengawasan-hewan", KONSUMSI, "Jumlah sampel pangan segar asal hewan yang diawasi", "Sampel"),
        {2023: ("70", "66"), 2024: ("75", "79")},
    ),
    _seri(
        *("pekarangan", KONSUMSI, "Persentase rukun warga dengan kebun pekarangan", "Persen"),
        {2023: ("20,00", "18,40"), 2024: ("25,00", "26,10")},
    ),
    _seri(
        *("ikm", LAYANAN, "Indeks kepuasan masyarakat", "Indeks"),
        {2021: ("80,00", "81,15"), 2022: ("82,00", "82,60"), 2023: ("83,50", "83,95"), 2024: ("84,50", "85,05")},
    ),
)
ULANG: dict[tuple[str, int], str] = {("pph", 2021): "86,40", ("ikm", 2022): "82,35", ("lumbung", 2023): "71,25"}
"""Realisasi that the next year's report prints otherwise: (series, year) to the figure printed there."""
PECAHAN_LALU = {("pengawasan-tumbuhan", 2023): "143", ("pengawasan-hewan", 2023): "69"}
"""What the first report with the parts of a split prints for the year before; together it is the figure of the whole."""
ASAL_PECAHAN = {"pengawasan-tumbuhan": "pengawasan", "pengawasan-hewan": "pengawasan"}

PROGRAM = (
    Program(
        "Program Penunjang Urusan Pemerintahan Daerah",
        dict.fromkeys(TAHUN, "2.09.01"),
        {
            2021: (3_410_250_000, 3_294_118_400),
            2022: (3_522_800_000, 3_436_702_150),
            2023: (3_618_400_000, 3_560_044_900),
            2024: (3_755_900_000, 3_641_287_300),
        },
    ),
    Program(
        "Program Peningkatan Diversifikasi dan Ketahanan Pangan Masyarakat",
        dict.fromkeys(TAHUN, "2.09.03"),
        {
            2021: (1_240_500_000, 1_187_930_000),
            2022: (1_318_750_000, 1_296_405_500),
            2023: (1_402_300_000, 1_371_660_250),
            2024: (1_466_000_000, 1_442_815_700),
        },
    ),
    Program(
        "Program Penanganan Kerawanan Pangan",
        {2021: "2.09.04", 2022: "2.09.04", 2023: "2.09.06", 2024: "2.09.06"},
        {
            2021: (684_200_000, 652_775_800),
            2022: (702_450_000, 690_118_300),
            2023: (731_900_000, 705_240_600),
            2024: (758_300_000, 749_906_450),
        },
    ),
    Program(
        "Program Pengawasan Keamanan Pangan",
        dict.fromkeys(TAHUN, "2.09.05"),
        {
            2021: (295_600_000, 281_044_500),
            2022: (310_200_000, 307_815_900),
            2023: (334_750_000, 326_408_200),
            2024: (351_400_000, 340_992_850),
        },
    ),
)


def indikator(tahun: int) -> list[Indikator]:
    """The indicators of a year's report, in order."""
    return [seri[tahun] for seri in SERI if tahun in seri]


def tahun_lalu(tahun: int, kunci: str) -> str | None:
    """What a year's report prints as the realisasi of the year before; None for a new or otherwise counted series."""
    if (kunci, tahun) in PECAHAN_LALU:
        return PECAHAN_LALU[kunci, tahun]
    for seri in SERI:
        now, before = seri.get(tahun), seri.get(tahun - 1)
        if now is not None and now.kunci == kunci and before is not None and before.satuan == now.satuan:
            return ULANG.get((kunci, tahun - 1), before.realisasi)
    return None
