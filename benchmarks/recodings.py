"""Random histories of an agency's budget: a seed in, pairs of years with what is true of their lines out.

What happens was taken from real budgets: codes stay, are shifted when a programme is put before, or all change from Permendagri 13/2006 to
90/2019 (kegiatan become sub kegiatan below new kegiatan, programmes are named anew, supporting ones become one); a code is given
to another thing; names are typed otherwise, cut short, worded longer (`… Kewenangan Provinsi`); several programmes have a kegiatan of one
name; some lists have no codes, or no levels; some reports print last year's money, too.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from benchmarks.histories import ACTS, PLACES, SHORT, THINGS, reworded, surface
from extractor.model.laporan import Anggaran, Angka, Identitas, Kode, Laporan, Run, Schema, Source

OFFICE = (
    "Penyediaan jasa surat menyurat", "Penyediaan alat tulis kantor", "Penyediaan barang cetakan dan penggandaan",
    "Penyediaan bahan bacaan dan peraturan perundang-undangan", "Penyediaan makanan dan minuman",
    "Penyediaan jasa komunikasi, sumber daya air dan listrik", "Rapat koordinasi dan konsultasi", "Pengadaan pakaian dinas",
    "Pemeliharaan rutin kendaraan dinas", "Pemeliharaan rutin gedung kantor", "Pengadaan perlengkapan gedung kantor",
)  # fmt: skip
REPEATED = ("Monitoring, evaluasi dan pelaporan", "Penyusunan dokumen perencanaan", "Koordinasi pelaksanaan program")
LATER = (" Kewenangan Provinsi", " Daerah Kabupaten/Kota", " Perangkat Daerah")
WIDER = {
    "Pembinaan": "Pembinaan dan Pengawasan",
    "Pengelolaan": "Pengelolaan dan Pengembangan",
    "Penyediaan": "Penyediaan dan Pemeliharaan",
}
Truth = dict[int, int | None]


@dataclass(frozen=True)
class Budget:
    """Two reports and what is true: row of the later one to the row of the earlier one that it goes on, None where it is new."""

    left: Laporan
    right: Laporan
    truth: Truth


@dataclass(frozen=True)
class Line:
    """A line of one year. `kode`: empty without one; `induk` and `asal`: places in the lists of its own and of the earlier year."""

    uraian: str
    level: str
    kode: str
    induk: int | None
    pagu: Decimal
    realisasi: Decimal
    asal: int | None = None


def recodings(count: int, seed: int) -> Iterator[Budget]:
    chance = random.Random(seed)
    for _ in range(count):
        yield _budget(chance)


def _budget(chance: random.Random) -> Budget:
    before = _first_year(chance)
    kind = chance.choices(("kept", "shifted", "anew"), (45, 15, 40))[0]
    after = _anew(chance, before) if kind == "anew" else _kept(chance, before, shift=kind == "shifted")
    bare, flat, told = chance.random() < 0.15, chance.random() < 0.1, chance.random() < 0.25
    left = _laporan(chance, before, 2020, bare, flat, ())
    right = _laporan(chance, after, 2021, bare or chance.random() < 0.1, flat, before if told else ())
    return Budget(left, right, {n: line.asal for n, line in enumerate(after)})


def _money(chance: random.Random) -> tuple[Decimal, Decimal]:
    pagu = Decimal(chance.randint(10, 9_000) * chance.choice((50_000, 100_000, 1_234, 7_451)))
    return pagu, (pagu * Decimal(chance.randint(70, 100)) / 100).quantize(Decimal(1))


def _line(chance: random.Random, uraian: str, level: str, kode: str, induk: int | None) -> Line:
    return Line(uraian, level, kode, induk, *_money(chance))


def _first_year(chance: random.Random) -> list[Line]:
    """Programmes of Permendagri 13 with their kegiatan; the first one is of the office."""
    lines = [_line(chance, "Program Pelayanan Administrasi Perkantoran", "program", "1.07.01", None)]
    for n, name in enumerate(chance.sample(OFFICE, chance.randint(3, 7)), 1):
        lines.append(_line(chance, name, "kegiatan", f"1.07.01.{n:02}", 0))
    for p in range(chance.randint(2, 6)):
        code, place = f"1.07.{15 + p}", len(lines)
        lines.append(_line(chance, f"Program {chance.choice(ACTS)} {chance.choice(THINGS)}", "program", code, None))
        for n in range(1, chance.randint(3, 7)):
            name = chance.choice(REPEATED) if chance.random() < 0.15 else _activity(chance)
            lines.append(_line(chance, name, "kegiatan", f"{code}.{n:02}", place))
    return _unlike(lines)


def _activity(chance: random.Random) -> str:
    return f"{chance.choice(ACTS)} {chance.choice(THINGS)}{chance.choice(PLACES)}"


def _unlike(lines: list[Line]) -> list[Line]:
    """Without lines of one name below one parent, which nobody could tell apart."""
    taken: dict[tuple[str, str], int] = {}
    result = list(lines)
    for n, line in enumerate(lines):
        key = (line.uraian, "" if line.induk is None else result[line.induk].uraian)
        if key in taken:
            result[n] = replace(
                line, uraian=f"{line.uraian} tahap {('kedua', 'ketiga', 'keempat')[min(taken[key], 3) - 1]}"
            )
        taken[key] = taken.get(key, 0) + 1
    return result


def _next_name(chance: random.Random, name: str, *, anew: bool) -> str:
    fate = chance.choices(
        ("same", "reworded", "longer", "wider", "short"), (62, 12, 14, 8, 4) if anew else (86, 8, 3, 2, 1)
    )[0]
    if fate == "reworded":
        return reworded(chance, name)
    if fate == "longer":
        return name + chance.choice(LATER)
    if fate == "short":
        return " ".join(SHORT.get(word.lower(), word) for word in name.split())
    return " ".join(WIDER.get(word, word) for word in name.split()) if fate == "wider" else name


def _kept(chance: random.Random, before: list[Line], *, shift: bool) -> list[Line]:
    """The same scheme: some lines gone or begun, a code now and then given to another thing; with `shift` programmes numbered anew."""
    after: list[Line] = []
    places: dict[int, int] = {}
    dropped = {n for n, line in enumerate(before) if chance.random() < (0.04 if line.level == "program" else 0.1)}
    for n, line in enumerate(before):
        if n in dropped or line.induk in dropped:
            if line.level == "kegiatan" and line.induk not in dropped and chance.random() < 0.4:
                other = _line(chance, _activity(chance), "kegiatan", _moved(line.kode, shift), places[line.induk or 0])
                after.append(other)
            continue
        places[n] = len(after)
        pagu, realisasi = _money(chance)
        after.append(
            Line(
                _next_name(chance, line.uraian, anew=False), line.level, _moved(line.kode, shift),
                None if line.induk is None else places[line.induk], pagu, realisasi, n,
            )
        )  # fmt: skip
    return _with_new(chance, after, "kegiatan")


def _moved(kode: str, shift: bool) -> str:
    parts = kode.split(".")
    return ".".join([*parts[:2], f"{int(parts[2]) + 1:02}", *parts[3:]]) if shift else kode


def _with_new(chance: random.Random, lines: list[Line], level: str) -> list[Line]:
    parents = [n for n, line in enumerate(lines) if line.level == ("program" if level == "kegiatan" else "kegiatan")]
    for _ in range(chance.randint(0, 3)):
        induk = chance.choice(parents)
        lines.append(_line(chance, _activity(chance), level, f"{lines[induk].kode}.{chance.randint(40, 90)}", induk))
    known = {(line.uraian, line.induk) for line in lines if line.asal is not None}
    return [
        line
        for line in lines
        if line.asal is not None or line.level == "program" or (line.uraian, line.induk) not in known
    ]


def _anew(chance: random.Random, before: list[Line]) -> list[Line]:
    """Permendagri 90: programmes named anew, new kegiatan, what were kegiatan are sub kegiatan now."""
    after: list[Line] = []
    for p, program in enumerate(n for n, line in enumerate(before) if line.level == "program"):
        place, code = len(after), f"2.07.{p + 1:02}"
        name, asal = _next_program(chance, before[program].uraian, program, office=p == 0)
        after.append(replace(_line(chance, name, "program", code, None), asal=asal))
        kegiatan = -1
        for n, child in enumerate(line for line in before if line.induk == program):
            if n % 3 == 0:
                kegiatan = len(after)
                after.append(
                    _line(
                        chance,
                        f"{chance.choice(ACTS)} {_told(chance, child.uraian)}{chance.choice(LATER)}",
                        "kegiatan",
                        f"{code}.2.{n // 3 + 1:02}",
                        place,
                    )
                )
            if chance.random() < 0.12:
                continue
            kode = f"{after[kegiatan].kode}.{n % 3 + 1:02}"
            line = _line(chance, _next_name(chance, child.uraian, anew=True), "sub_kegiatan", kode, kegiatan)
            after.append(replace(line, asal=before.index(child)))
    return _with_new(chance, after, "sub_kegiatan")


def _told(chance: random.Random, uraian: str) -> str:
    """What a line is about, or something else."""
    return next((thing for thing in THINGS if thing in uraian and chance.random() < 0.5), chance.choice(THINGS))


def _next_program(chance: random.Random, name: str, place: int, *, office: bool) -> tuple[str, int | None]:
    if office:
        return "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota", None
    kind = chance.random()
    if kind < 0.45:
        return name, place
    if kind < 0.75:
        return _next_name(chance, name, anew=True), place
    return f"Program {chance.choice(ACTS)} {chance.choice(THINGS)}", None


def _laporan(
    chance: random.Random, lines: list[Line], tahun: int, bare: bool, flat: bool, before: "list[Line] | tuple[()]"
) -> Laporan:
    rows = []
    for n, line in enumerate(lines):
        name = surface(chance, line.uraian.upper() if line.level == "program" else line.uraian)
        rows.append(_row(line, n, name, tahun, line.pagu, line.realisasi, bare, flat))
        if before and line.asal is not None and chance.random() < 0.8:
            old = before[line.asal]
            rows.append(_row(line, n, name, tahun - 1, old.pagu, old.realisasi, bare, flat))
    return Laporan(
        Schema(), Source(f"{tahun}.pdf", "0" * 64, "application/pdf", 1, 1), Run("1", {}), "complete",
        Identitas("LKIP", "Dinas Contoh", tahun), (), (), (), (), tuple(rows), (), (),
    )  # fmt: skip


def _row(
    line: Line, row: int, name: str, tahun: int, pagu: Decimal, realisasi: Decimal, bare: bool, flat: bool
) -> Anggaran:
    scheme = "prog-90" if line.kode.startswith("2") else "prog-13"
    kode = None if bare else Kode(line.kode, line.kode, scheme, line.level)
    level, induk = (None, None) if flat and bare else (line.level, line.induk)
    return Anggaran(
        "t001",
        row,
        kode,
        name,
        tahun,
        Angka(str(pagu), pagu),
        Angka(str(realisasi), realisasi),
        None,
        induk=induk,
        level=level,
    )
