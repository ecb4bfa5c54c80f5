"""The typing errors of the invented report: where, what is printed, what its own arithmetic wants, which check finds it."""

from samples.deskripsi.anggaran import TOTAL, persen
from samples.model import Salah

SALAH = (
    Salah(
        "S1", "1.1", "16", "14", "ROWSUM", "1 + 8 + 4 + 1 is 14; the column's total of 95 also needs 14", "Arsiparis", 5
    ),
    Salah(
        "S2",
        "2.4",
        "800",
        "600",
        "TW",
        "the quarters add up to 2.600, the year's target is 2.400",
        "Jumlah arsip statis yang diselamatkan",
        6,
    ),
    Salah(
        "S3",
        "3.1",
        "49,00",
        "94,00",
        "CAPAIAN",
        "68,15 of 72,50 is 94,00 percent; digits exchanged",
        "Persentase perangkat daerah dengan arsip aktif tertata baik",
        6,
    ),
    Salah(
        "S4",
        "3.3",
        "81,50",
        "85,10",
        "XTAB",
        "Tabel 3.1 and 3.4 print 85,10, and only that gives the printed capaian",
        "Indeks kepuasan pemustaka",
        6,
    ),
    Salah(
        "S5",
        "3.6",
        "391.482.750",
        "319.482.750",
        "PCT",
        "97,78 percent of the pagu and the sum of the kegiatan want 319.482.750; digits exchanged",
        "2.23.02.2.01.0001",
        3,
    ),
    Salah(
        "S6",
        "3.6",
        "1.24.500.000",
        "124.500.000",
        "NUM-FORMAT",
        "no number has such groups; the kegiatan's sum wants 124.500.000",
        "2.23.01.2.06.0009",
        3,
    ),
    Salah(
        "S7",
        "3.7",
        "14,35",
        "4,35",
        "EFF",
        "100 minus the share spent; a digit too many",
        "Indeks pembangunan literasi masyarakat",
        7,
    ),
    Salah(
        "S8",
        None,
        "95,34%",
        f"{persen(TOTAL.realisasi, TOTAL.pagu)}%",
        "NARR",
        "the sentence's own two amounts give another percent",
    ),
)
