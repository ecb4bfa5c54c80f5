"""Random tables of the kind that reports hold: running numbers, groups, names, units, money, percents.

In: a seeded `random.Random` and what the look allows. Out: a `Tabel` in the table language, so that the truth about it is known.
A table is decidable: where a row may be cut, one column of figures is never empty, so the rest of a row is no row of its own.
"""

from dataclasses import dataclass
from random import Random

from samples.model import Tabel

_KATA = """
penataan pelayanan taman jalan sungai pasar warga kelurahan sekolah gedung kapal nelayan jembatan lampu pohon sampah air bersih
pelatihan kader pemuda seni budaya olahraga kesehatan gizi balita posyandu puskesmas dokter obat data peta sistem jaringan
aplikasi pengawasan perizinan usaha kecil koperasi industri kerajinan batik kopi padi jagung ternak kebun hutan pantai wisata
promosi pameran dan untuk dengan pada di serta bagi antar dalam oleh menuju terhadap
"""
KATA = _KATA.split()
BENDA = KATA[: KATA.index("dan")]
"""Nouns: a title that began with "untuk" would read like a mention of the table."""
KEPALA_TEKS = ("Sasaran", "Indikator Kinerja", "Program", "Uraian Kegiatan", "Jenis Layanan", "Lokasi", "Keluaran")
KEPALA_ANGKA = (
    "Target",
    "Realisasi",
    "Pagu (Rp)",
    "Tahun 2023",
    "Tahun 2024",
    "%",
    "Jumlah",
    "Volume",
    "Semester I",
    "Sisa (Rp)",
    "Nilai",
)
KEPALA_ATAS = ("Tahun 2024", "Anggaran", "Triwulan", "Capaian Kinerja", "Keuangan")


@dataclass(frozen=True)
class Izin:
    """What a look can show: merged cells in the body, rows cut by the page end, cells as wide as the table."""

    gabung: bool = True
    potong: bool = True
    lebar_penuh: bool = True


def ujaran(rng: Random, paling: int) -> str:
    """A few words, the first one capital."""
    return " ".join(rng.choice(KATA) for _ in range(rng.randint(1, paling))).capitalize()


def _angka(rng: Random, jenis: str) -> str:
    if jenis == "rupiah":
        return f"{rng.randint(1, 9_999) * 1_000 + rng.choice((0, 0, 250, 125)):,}".replace(",", ".") + rng.choice(
            ("", ".000")
        )
    if jenis == "persen":
        return f"{rng.randint(0, 120)},{rng.randint(0, 99):02d}" + rng.choice(("", "%", " %"))
    if jenis == "satuan":
        return f"{rng.randint(1, 60)} {rng.choice(('dokumen', 'orang', 'unit', 'kali'))}"
    return str(rng.randint(0, 2_500))


@dataclass(frozen=True)
class _Kolom:
    jenis: str
    kepala: str
    lebar: float
    rata: str


def _kolom(rng: Random) -> list[_Kolom]:
    columns = [_Kolom("no", rng.choice(("No", "No.", "NO")), 0.9, "c")]
    if rng.random() < 0.45:
        columns.append(_Kolom("grup", "Sasaran Strategis", 2.4, "l"))
    for _ in range(rng.choice((1, 1, 1, 2))):
        columns.append(_Kolom("teks", rng.choice(KEPALA_TEKS), rng.choice((2.4, 3.0, 3.6)), "l"))
    kinds = {"rupiah": (2.2, "r"), "persen": (1.4, "c"), "satuan": (1.7, "c"), "bulat": (1.3, rng.choice("cr"))}
    for _ in range(rng.randint(1, 6 - len(columns) + 2)):
        kind = rng.choice(list(kinds))
        width, side = kinds[kind]
        columns.append(_Kolom(kind, rng.choice(KEPALA_ANGKA), max(width, 1.5), side))
    return columns


def _kepala(rng: Random, columns: list[_Kolom]) -> list[str]:
    """One header row, or two with a heading over several columns of figures."""
    figures = [i for i, c in enumerate(columns) if c.jenis not in ("no", "grup", "teks")]
    if len(figures) < 2 or rng.random() < 0.45:
        return [" | ".join(c.kepala for c in columns)]
    first = rng.randrange(len(figures) - 1)
    last = rng.randint(first + 1, len(figures) - 1)
    over = figures[first : last + 1]
    top = [
        "<" if i in over[1:] else rng.choice(KEPALA_ATAS) if i == over[0] else c.kepala for i, c in enumerate(columns)
    ]
    below = [c.kepala if i in over else "^" for i, c in enumerate(columns)]
    return [" | ".join(top), " | ".join(below)]


def _badan(rng: Random, columns: list[_Kolom], izin: Izin, rows: int) -> list[str]:
    grouped = izin.gabung and any(c.jenis == "grup" for c in columns)
    out, number, left = [], 0, 0
    longest = rng.choice((3, 6, 12, 30))
    firm = next(i for i, c in enumerate(columns) if c.jenis not in ("no", "grup", "teks"))
    for _ in range(rows):
        fresh = left == 0
        if fresh:
            number, left = number + 1, rng.randint(1, 4) if grouped else 1
            if izin.lebar_penuh and number > 1 and rng.random() < 0.06:
                out.append("! " + " | ".join([ujaran(rng, 4), *["<"] * (len(columns) - 1)]))
        left -= 1
        cells = []
        for i, c in enumerate(columns):
            if c.jenis == "no":
                cells.append(str(number) if fresh else "^")
            elif c.jenis == "grup":
                cells.append(ujaran(rng, 8) if fresh else "^")
            elif c.jenis == "teks":
                cells.append(ujaran(rng, longest))
            else:
                cells.append(_angka(rng, c.jenis) if i == firm or rng.random() > 0.06 else rng.choice(("", "-")))
        out.append(" | ".join(cells))
    return out


def _jumlah(rng: Random, columns: list[_Kolom], izin: Izin) -> str:
    firm = next(i for i, c in enumerate(columns) if c.jenis not in ("no", "grup", "teks"))
    head = ["Jumlah", *["<"] * (firm - 1)] if izin.lebar_penuh else ["", "Jumlah", *[""] * (firm - 2)]
    return "! " + " | ".join(head + [_angka(rng, c.jenis) for c in columns[firm:]])


def tabel_acak(rng: Random, nomor: str, izin: Izin) -> Tabel:
    """A table with between 3 and about 60 rows."""
    columns = _kolom(rng)
    header = _kepala(rng, columns)
    numbered = rng.random() < 0.12
    body = _badan(rng, columns, izin, rng.choice((rng.randint(3, 8), rng.randint(5, 15), rng.randint(20, 55))))
    if rng.random() < 0.3:
        body.append(_jumlah(rng, columns, izin))
    if numbered:
        header.append(" | ".join(str(i + 1) for i in range(len(columns))))
    return Tabel(
        "\n".join(header + body),
        lebar=tuple(c.lebar for c in columns),
        rata="".join(c.rata for c in columns),
        nomor=nomor,
        judul=f"{rng.choice(BENDA)} {ujaran(rng, 8)}".title(),
        kepala=len(header) - int(numbered),
        penomoran=numbered,
        ulang=rng.random() < 0.5,
        potong=izin.potong and rng.random() < 0.6,
        judul_di="bawah" if len(body) < 9 and rng.random() < 0.15 else "atas",
        awalan=rng.choice(("Tabel {nomor}", "Tabel {nomor}", "TABEL {nomor}", "Tabel. {nomor}")),
        baris_judul=rng.choice((1, 2)),
    )
