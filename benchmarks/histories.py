"""Random histories of an agency's indicators: a seed in, pairs of reports with what is true of them out.

What happens was taken from real reports of one agency over years, not from what the matching can do: names are typed wrongly, cut
short with known and unknown short forms, put into another order, worded longer, broken by narrow columns, written in capitals;
units are lost, spelt otherwise or changed (kilogram to ton, per 100.000 to per 10.000); indicators are split, merged, dropped and
begun; neighbours differ in one word (`… laki-laki`, `… perempuan`), also a new one from a dropped one; a new one about another
thing takes a dropped one's place, unit and sasaran; lists are shuffled; figures are missing, plain (0, 1, 100), round or
re-stated; most later reports print the figures of the year before, some earlier ones the next target.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from extractor.archive.butir import Butir, Figur, Slot
from extractor.archive.kata import FILLERS, LONG, words
from extractor.archive.satuan import normal

THINGS = (
    "sekolah dasar", "guru bersertifikat", "jalan kabupaten", "jembatan", "irigasi", "puskesmas", "balita gizi buruk", "ibu hamil",
    "pasar rakyat", "koperasi aktif", "tenaga kerja", "sampah perkotaan", "sungai", "hutan rakyat", "petani", "nelayan",
    "perpustakaan", "arsip daerah", "izin usaha", "penduduk miskin", "rumah layak huni", "air minum", "siswa", "pelaku wisata",
    "korban kekerasan", "anak telantar", "korban bencana", "desa mandiri", "pegawai", "kendaraan angkutan umum", "lampu jalan",
    "perangkat daerah", "dokumen perencanaan", "aset tetap", "pengaduan masyarakat", "situs cagar budaya", "kelompok tani",
)  # fmt: skip
VERBS = (
    "yang dibina", "yang dilayani", "yang direhabilitasi", "dalam kondisi baik", "yang memenuhi standar", "yang terdata",
    "yang mendapat pelatihan", "yang ditangani", "yang memiliki sertifikat", "yang dipantau", "yang ditindaklanjuti",
    "yang menerapkan standar operasional prosedur", "sesuai ketentuan", "yang difasilitasi",
)  # fmt: skip
PLACES = ("", "", " di tingkat kabupaten", " di wilayah perkotaan", " di daerah terpencil", " tingkat provinsi")
KINDS = (
    ("Persentase", "%"), ("Persentase", "persen"), ("Cakupan", "%"), ("Jumlah", "orang"), ("Jumlah", "unit"), ("Jumlah", "dokumen"),
    ("Jumlah", "kegiatan"), ("Rasio", "per 100.000 penduduk"), ("Rasio", None), ("Indeks", "indeks"), ("Nilai", "nilai"),
    ("Produksi", "kilogram"), ("Tingkat", "%"),
)  # fmt: skip
SIBLINGS = (
    ("laki-laki", "perempuan"), ("anak", "dewasa", "lanjut usia"), ("kelas I", "kelas II", "kelas III"), ("negeri", "swasta"),
    ("tahap pertama", "tahap kedua"), ("SD", "SMP", "SMA"), ("perkotaan", "perdesaan"), ("roda dua", "roda empat"),
)  # fmt: skip
ACTS = (
    "Pembinaan", "Penyediaan", "Pengelolaan", "Pemeliharaan", "Pengembangan", "Koordinasi dan Sinkronisasi", "Peningkatan Kapasitas",
)  # fmt: skip
LONGER = ("secara menyeluruh", "sesuai standar pelayanan", "per tahun anggaran", "di lingkungan pemerintah daerah")
SPELT = {
    "%": "Persen",
    "persen": "%",
    "orang": "org",
    "dokumen": "Dok",
    "unit": "Unit",
    "kegiatan": "keg",
    "nilai": "Angka",
}
CHANGED = {"kilogram": ("ton", 3), "per 100.000 penduduk": ("per 10.000 penduduk", 1)}
SUMMABLE = frozenset({"orang", "unit", "dokumen", "kegiatan", "kilogram"})
SHORT = {long: short for short, long in LONG.items() if " " not in long and len(short) < len(long) - 1}
GOALS = ("Meningkatnya kualitas", "Terwujudnya pengelolaan", "Optimalnya layanan", "Menurunnya permasalahan")
REPORTED = ("realisasi", "capaian")
Links = dict[tuple[int | None, int | None], str]


@dataclass(frozen=True)
class Pair:
    """Two reports and what is true: (index left or None, index right or None) to relation."""

    left: list[Butir]
    right: list[Butir]
    truth: Links


@dataclass(frozen=True)
class Item:
    """An indicator before it is printed. `stem` and `mark`: its name without and the word that tells it from its siblings;
    `kegiatan`: what it measures, in a list of kegiatan."""

    stem: str
    mark: str
    satuan: str | None
    sasaran: str
    values: dict[Slot, Decimal]
    kegiatan: str = ""

    @property
    def nama(self) -> str:
        return f"{self.stem} {self.mark}".strip()


def histories(count: int, seed: int) -> Iterator[Pair]:
    chance = random.Random(seed)
    for _ in range(count):
        yield _history(chance)


def _history(chance: random.Random) -> Pair:
    before = _items(chance, chance.randint(8, 30))
    if chance.random() < 0.35:
        before = [replace(item, kegiatan=_kegiatan(chance, item.stem)) for item in before]
    printed, planned = chance.random() < 0.75, chance.random() < 0.25
    rows: list[tuple[Item, tuple[int, ...], str]] = []
    taken: set[int] = set()
    for n in range(len(before)):
        if n not in taken:
            rows += _fate(chance, before, n, taken) or _instead(chance, before[n])
    names = {item.nama for item in before} | {item.nama for item, _, _ in rows}
    fresh = [item for item in _fresh(chance, before, rows) if item.nama not in names]
    if before[0].kegiatan:
        fresh = [replace(item, kegiatan=item.kegiatan or _kegiatan(chance, item.stem)) for item in fresh]
    rows += [(item, (), "new") for item in fresh]
    _reorder(chance, rows)
    left = [_printed(chance, item, "a", 2020, n / max(len(before) - 1, 1)) for n, item in enumerate(before)]
    right = []
    for n, (item, origins, fate) in enumerate(rows):
        later = item if fate == "new" else _later(chance, item, printed)
        butir = _printed(chance, later, "b", 2021, n / max(len(rows) - 1, 1))
        right.append(butir)
        if (
            planned
            and fate in ("same", "renamed")
            and (told := butir.values((2021, "target")))
            and chance.random() < 0.85
        ):
            left[origins[0]].figures[2021, "target"] = [_figur(told[0])]
    truth: Links = {(i, j): fate for j, (_, origins, fate) in enumerate(rows) for i in origins or (None,)}
    kept = {i for i, _ in truth}
    return Pair(left, right, truth | {(i, None): "gone" for i in range(len(left)) if i not in kept})


def _reorder(chance: random.Random, rows: list[tuple[Item, tuple[int, ...], str]]) -> None:
    """Every seventh list is shuffled; in others some neighbours, or a block, change places."""
    kind = chance.random()
    if kind < 0.15:
        chance.shuffle(rows)
    elif kind < 0.35 and len(rows) > 3:
        start, end = sorted(chance.sample(range(len(rows)), 2))
        rows[:] = (
            [*rows[end:], *rows[:start], *rows[start:end]]
            if kind < 0.25
            else [*rows[:start], *rows[start:end][::-1], *rows[end:]]
        )


def _items(chance: random.Random, count: int) -> list[Item]:
    """Indicators in the order of their sasaran; some with siblings that differ in one word."""
    found: dict[str, Item] = {}
    while len(found) < count:
        sasaran = f"{chance.choice(GOALS)} {chance.choice(THINGS)}" if chance.random() < 0.75 else ""
        for _ in range(chance.randint(1, 4)):
            for item in _family(chance, sasaran):
                found.setdefault(item.nama, item)
    return list(found.values())[:count]


def _family(chance: random.Random, sasaran: str) -> list[Item]:
    kind, unit = chance.choice(KINDS)
    stem = f"{kind} {chance.choice(THINGS)} {chance.choice(VERBS)}{chance.choice(PLACES)}"
    marks = chance.choice(SIBLINGS) if chance.random() < 0.2 else ("",)
    shown = unit if chance.random() < 0.9 else None
    return [Item(stem, mark, shown, sasaran, _values(chance, shown, 2020)) for mark in marks]


def _kegiatan(chance: random.Random, stem: str) -> str:
    told = next((thing for thing in THINGS if thing in stem), None) or chance.choice(THINGS)
    return f"{chance.choice(ACTS)} {told}{chance.choice(PLACES)}"


def _next_kegiatan(chance: random.Random, item: Item) -> str:
    """Mostly the same; now and then typed otherwise, told beside the new name, left out, or another one."""
    if not item.kegiatan:
        return ""
    other = f"{chance.choice(ACTS)} {chance.choice(THINGS)}"
    kinds = (item.kegiatan, reworded(chance, item.kegiatan), f"{item.kegiatan} / {other}", "", other)
    return chance.choices(kinds, (86, 4, 2, 5, 3))[0]


def _values(chance: random.Random, unit: str | None, year: int) -> dict[Slot, Decimal]:
    return {
        (year, "target"): _value(chance, unit),
        (year, "realisasi"): _value(chance, unit),
        (year, "capaian"): Decimal(chance.choice(("100", "100", str(chance.randint(6000, 14000) / 100)))),
    }


def _value(chance: random.Random, unit: str | None) -> Decimal:
    if chance.random() < 0.3:
        return Decimal(chance.choice((0, 1, 2, 12, 100)))
    if chance.random() < 0.1:
        return Decimal(chance.choice((20, 25, 40, 50, 60, 75, 80, 95)))
    return Decimal(chance.randint(2, 9000)) if unit in SUMMABLE else Decimal(chance.randint(100, 9999)) / 100


def _fate(
    chance: random.Random, before: list[Item], n: int, taken: set[int]
) -> list[tuple[Item, tuple[int, ...], str]]:
    item = before[n]
    siblings = [m for m, other in enumerate(before) if item.mark and other.stem == item.stem]
    fate = chance.choices(("same", "renamed", "gone", "split", "merged"), (67, 18, 9, 3, 12 if item.mark else 0))[0]
    if fate == "merged" and siblings[0] == n and len(siblings) > 1:
        taken.update(siblings)
        parts = [before[m].values for m in siblings]
        values = {slot: sum((part[slot] for part in parts), Decimal()) for slot in item.values}
        if item.satuan not in SUMMABLE:
            values = _values(chance, item.satuan, 2020)
        return [(replace(item, mark="", values=values), tuple(siblings), "merged")]
    if fate == "split" and not item.mark:
        return [(part, (n,), "split") for part in _split(chance, item)]
    if fate == "gone":
        return []
    return [(_renamed(chance, item), (n,), "renamed") if fate == "renamed" else (item, (n,), "same")]


def _instead(chance: random.Random, item: Item) -> list[tuple[Item, tuple[int, ...], str]]:
    """What stands where an indicator was dropped: nothing, or a new one of the same unit and sasaran about another thing."""
    told = [thing for thing in THINGS if thing in item.stem]
    if not told or chance.random() > 0.3:
        return []
    stem = item.stem.replace(told[0], chance.choice([thing for thing in THINGS if thing not in told]))
    kegiatan = item.kegiatan if chance.random() < 0.2 else item.kegiatan and _kegiatan(chance, stem)
    return [(replace(item, stem=stem, kegiatan=kegiatan, values=_values(chance, item.satuan, 2021)), (), "new")]


def _split(chance: random.Random, item: Item) -> list[Item]:
    """Two or three narrower indicators; of things that are counted they make the old figures together."""
    marks = chance.choice(SIBLINGS)
    rest, parts = dict(item.values), []
    for mark in marks[:-1]:
        share = Decimal(chance.randint(20, 45)) / 100
        own = {slot: (value * share).quantize(Decimal(1)) for slot, value in item.values.items()}
        rest = {slot: value - own[slot] for slot, value in rest.items()}
        parts.append(replace(item, mark=mark, values=own))
    parts.append(replace(item, mark=marks[-1], values=rest))
    if item.satuan in SUMMABLE:
        return parts
    return [replace(part, values=_values(chance, item.satuan, 2020)) for part in parts]


def _fresh(chance: random.Random, before: list[Item], rows: list[tuple[Item, tuple[int, ...], str]]) -> list[Item]:
    """New indicators; some are siblings of one that was dropped, or that goes on."""
    fresh = _items(chance, chance.randint(0, 5))
    kept = {item.nama for item, _, _ in rows}
    marked = [item for item in before if item.mark and item.nama not in kept]
    for item in marked[:1] if chance.random() < 0.5 else ():
        group = next(marks for marks in SIBLINGS if item.mark in marks)
        fresh.append(replace(item, mark=chance.choice([mark for mark in group if mark != item.mark])))
    return [replace(item, values=_values(chance, item.satuan, 2021)) for item in fresh]


def _later(chance: random.Random, item: Item, printed: bool) -> Item:
    """What the later report prints: its own year, most figures of the year before, a changed or lost unit, another sasaran."""
    satuan, power = item.satuan, 0
    if satuan in CHANGED and chance.random() < 0.25:
        satuan, power = CHANGED[satuan]
    values = _values(chance, item.satuan, 2021)
    for (year, peran), value in item.values.items():
        if printed and peran in REPORTED and chance.random() < 0.88:
            told = _restated(chance, value) if chance.random() < 0.1 else value
            values[year, peran] = told.scaleb(-power) if peran == "realisasi" else told
    sasaran = item.sasaran if chance.random() < 0.8 else f"{chance.choice(GOALS)} {chance.choice(THINGS)}"
    satuan = None if chance.random() < 0.1 else satuan
    return replace(item, satuan=satuan, sasaran=sasaran, values=values, kegiatan=_next_kegiatan(chance, item))


def _restated(chance: random.Random, value: Decimal) -> Decimal:
    return chance.choice((value * Decimal("1.1"), value + 3, value * 10, value - Decimal("0.5")))


def _printed(chance: random.Random, item: Item, laporan: str, tahun: int, position: float) -> Butir:
    name, unit = surface(chance, item.nama), item.satuan
    if unit is not None and chance.random() < 0.15:
        unit = SPELT.get(unit, unit)
    figures = {slot: [_figur(value)] for slot, value in item.values.items() if chance.random() > 0.08}
    return Butir(
        laporan, tahun, name, words(name), unit, normal(unit), words(item.sasaran), "t", 1, 0, {"t"}, None, position, figures,
        kegiatan=tuple(words(part) for part in item.kegiatan.split(" / ") if part),
    )  # fmt: skip


def _figur(value: Decimal) -> Figur:
    return Figur(value, str(value), "t", 1, None, "unchecked")


def surface(chance: random.Random, name: str) -> str:
    """Nothing that changes the wording: capitals, punctuation, a list mark, the unit in brackets, a word broken at a line's end."""
    kind = chance.choices(("", "upper", "dot", "mark", "percent", "broken"), (70, 6, 6, 6, 6, 6))[0]
    parts = name.split()
    long = [n for n, word in enumerate(parts) if len(word) > 5]
    if kind == "broken" and long:
        place = chance.choice(long)
        cut = chance.randint(2, len(parts[place]) - 1)
        parts[place] = f"{parts[place][:cut]} {parts[place][cut:]}"
        return " ".join(parts)
    return {
        "upper": name.upper(),
        "dot": f"{name}.",
        "mark": f"{chance.choice('abc')}. {name}",
        "percent": f"{name} (%)",
    }.get(kind, name)


def _renamed(chance: random.Random, item: Item) -> Item:
    """Another wording; the word that tells it from its siblings stays readable."""
    stem = item.stem
    for _ in range(chance.choice((1, 1, 2))):
        stem = reworded(chance, stem)
    return replace(item, stem=stem)


def reworded(chance: random.Random, name: str) -> str:
    kind = chance.choice(("typing", "typing", "short", "vowels", "initials", "order", "longer", "shorter", "synonym"))
    parts = name.split()
    long = [n for n, word in enumerate(parts) if len(word) > 4]
    if kind == "short" and any(word.lower() in SHORT for word in parts):
        return " ".join(SHORT.get(word.lower(), word) for word in parts)
    if kind == "order" and len(parts) > 4:
        cut = chance.randint(2, len(parts) - 2)
        return " ".join([parts[0], *parts[cut:], *parts[1:cut]])
    runs = [n for n in range(1, len(parts) - 1) if not {*parts[n : n + 2]} & FILLERS]
    if kind == "initials" and runs:
        start = chance.choice(runs)
        end = next((n for n in range(start, len(parts)) if parts[n] in FILLERS), len(parts))
        return " ".join([*parts[:start], "".join(word[0] for word in parts[start:end]).upper(), *parts[end:]])
    if kind == "longer":
        return f"{name} {chance.choice(LONGER)}"
    if kind == "shorter":
        return name.replace(" yang ", " ").replace(" di tingkat ", " ")
    if kind == "synonym":
        first = {"Persentase": "Prosentase", "Jumlah": "Banyaknya", "Cakupan": "Persentase"}.get(parts[0], parts[0])
        return " ".join([first, *parts[1:]])
    if not long:
        return name
    place = chance.choice(long)
    word = _without_vowels(parts[place]) if kind == "vowels" else _typed(chance, parts[place])
    return " ".join([*parts[:place], word, *parts[place + 1 :]])


def _without_vowels(word: str) -> str:
    return word[0] + "".join(c for c in word[1:] if c not in "aiueo")


def _typed(chance: random.Random, word: str) -> str:
    n = chance.randrange(1, len(word) - 1)
    kind = chance.choice(("drop", "double", "swap", "other"))
    if kind == "drop":
        return word[:n] + word[n + 1 :]
    if kind == "other":
        return word[:n] + chance.choice("aeionrst") + word[n + 1 :]
    return word[:n] + word[n] + word[n:] if kind == "double" else word[:n] + word[n + 1] + word[n] + word[n + 2 :]
