"""Random histories of an agency's indicators: how many matches are right, wrong, doubtful, and is the score a share?

python benchmarks/matching.py [PAIRS]      1,000 pairs of years with a fixed seed
python benchmarks/matching.py --fit        fit the weights of `extractor.archive.saksi` on other seeds, print them

Each history renames by typing error, abbreviation, word order or a longer wording, splits, drops
and adds indicators (no mergers and no budget lines yet),
shuffles their order, loses units and restates figures; most later reports print the figures of the year before.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np

from extractor.archive.butir import PERAN, Butir, Figur, Slot
from extractor.archive.kata import LONG, Likeness, words
from extractor.archive.match import Jodoh, match, witnesses
from extractor.archive.saksi import WEIGHTS
from extractor.archive.satuan import normal

SEED = 20240807
THINGS = (
    "sekolah dasar", "guru bersertifikat", "jalan kabupaten", "jembatan", "irigasi", "puskesmas", "balita gizi buruk", "ibu hamil",
    "pasar rakyat", "koperasi aktif", "tenaga kerja", "sampah perkotaan", "sungai", "hutan rakyat", "petani", "nelayan",
    "perpustakaan", "arsip", "izin usaha", "penduduk miskin", "rumah layak huni", "air minum", "siswa", "pelaku wisata",
    "perempuan korban kekerasan", "anak telantar", "lanjut usia", "bencana", "desa mandiri", "pegawai",
)  # fmt: skip
VERBS = (
    "yang dibina", "yang dilayani", "yang direhabilitasi", "dalam kondisi baik", "yang memenuhi standar", "yang terdata",
    "yang mendapat pelatihan", "yang ditangani", "yang memiliki sertifikat", "yang dipantau",
)  # fmt: skip
PLACES = ("", " di tingkat kabupaten", " di wilayah perkotaan", " di daerah terpencil", " tingkat provinsi")
KINDS = (
    ("Persentase", "%"),
    ("Jumlah", "orang"),
    ("Jumlah", "unit"),
    ("Jumlah", "dokumen"),
    ("Rasio", None),
    ("Indeks", "indeks"),
)
SHORT = {long: short for short, long in LONG.items() if " " not in long and len(short) < len(long) - 1}
LONGER = ("secara menyeluruh", "sesuai standar pelayanan", "per tahun anggaran")


@dataclass(frozen=True)
class Pair:
    """Two reports and what is true: (index left or None, index right or None) to relation."""

    left: list[Butir]
    right: list[Butir]
    truth: dict[tuple[int | None, int | None], str]


def histories(count: int, seed: int = SEED) -> Iterator[Pair]:
    chance = random.Random(seed)
    for _ in range(count):
        yield _history(chance)


def _history(chance: random.Random) -> Pair:
    names = _names(chance, chance.randint(8, 30))
    left = [_butir(chance, name, n / len(names), 2020) for n, name in enumerate(names)]
    printed = chance.random() < 0.8
    rows: list[tuple[Butir, tuple[tuple[int, ...], str]]] = []
    for n, butir in enumerate(left):
        fate = chance.choices(("same", "renamed", "gone", "split"), (60, 22, 9, 3))[0]
        if fate == "split":
            rows += [(part, ((n,), "split")) for part in _split(chance, butir)]
        elif fate != "gone":
            later = _later(chance, butir, printed)
            name = later.nama if fate == "same" else _renamed(chance, later.nama)
            rows.append((replace(later, nama=name, kata=words(name)), ((n,), fate)))
    taken = set(names)
    fresh = [name for name in _names(chance, chance.randint(0, 5)) if name not in taken]
    rows += [(_butir(chance, name, 0.5, 2021), ((), "new")) for name in fresh]
    if chance.random() < 0.3:
        chance.shuffle(rows)
    for n, (butir, _) in enumerate(rows):
        butir.position = n / max(len(rows) - 1, 1)
    truth: dict[tuple[int | None, int | None], str] = {}
    for j, (_, (origins, fate)) in enumerate(rows):
        truth[origins[0] if origins else None, j] = fate
    kept = {i for i, _ in truth}
    truth |= {(i, None): "gone" for i in range(len(left)) if i not in kept}
    return Pair(left, [butir for butir, _ in rows], truth)


def _names(chance: random.Random, count: int) -> list[tuple[str, str | None]]:
    found: dict[tuple[str, str | None], None] = {}
    while len(found) < count:
        kind, unit = chance.choice(KINDS)
        found[f"{kind} {chance.choice(THINGS)} {chance.choice(VERBS)}{chance.choice(PLACES)}", unit] = None
    unique = {name: unit for name, unit in found}
    return list(unique.items())


def _butir(chance: random.Random, name: tuple[str, str | None], position: float, year: int) -> Butir:
    text, unit = name
    shown = unit if chance.random() < 0.9 else None
    sasaran = f"Meningkatnya kualitas {chance.choice(THINGS)}" if chance.random() < 0.7 else ""
    figures: dict[Slot, list[Figur]] = {}
    for peran in PERAN:
        figures[year, peran] = [_figur(_value(chance, unit))]
    return Butir(
        "a", year, text, words(text), shown, normal(shown), words(sasaran), "t", 1, 0, {"t"}, None, position, figures
    )


def _value(chance: random.Random, unit: str | None) -> Decimal:
    if chance.random() < 0.25:
        return Decimal(chance.choice((0, 1, 2, 12, 100)))
    return (
        Decimal(chance.randint(2, 9000))
        if unit in ("orang", "unit", "dokumen")
        else Decimal(chance.randint(100, 9999)) / 100
    )


def _figur(value: Decimal) -> Figur:
    return Figur(value, str(value), "t", 1, None, "unchecked")


def _later(chance: random.Random, butir: Butir, printed: bool) -> Butir:
    figures: dict[Slot, list[Figur]] = {}
    for (year, peran), told in butir.figures.items():
        if printed and peran != "target" and chance.random() < 0.9:
            value = told[0].nilai or Decimal()
            figures[year, peran] = [_figur(value * 2 + 3 if chance.random() < 0.1 else value)]
        figures[year + 1, peran] = [_figur(_value(chance, butir.satuan))]
    sasaran = butir.sasaran if chance.random() < 0.85 else words("Terwujudnya tata kelola yang baik")
    lost = chance.random() < 0.1
    return replace(
        butir, laporan="b", tahun=2021, figures=figures, sasaran=sasaran,
        satuan=None if lost else butir.satuan, unit=None if lost else butir.unit,
    )  # fmt: skip


def _renamed(chance: random.Random, name: str) -> str:
    kind = chance.choice(("typing", "typing", "short", "order", "longer"))
    parts = name.split()
    if kind == "short" and any(word in SHORT for word in parts):
        return " ".join(SHORT.get(word, word) for word in parts)
    if kind == "order" and len(parts) > 4:
        cut = chance.randint(2, len(parts) - 2)
        return " ".join([parts[0], *parts[cut:], *parts[1:cut]])
    if kind == "longer":
        return f"{name} {chance.choice(LONGER)}"
    place = chance.choice([n for n, word in enumerate(parts) if len(word) > 4])
    return " ".join([*parts[:place], _typed(chance, parts[place]), *parts[place + 1 :]])


def _typed(chance: random.Random, word: str) -> str:
    n = chance.randrange(1, len(word) - 1)
    kind = chance.choice(("drop", "double", "swap"))
    if kind == "drop":
        return word[:n] + word[n + 1 :]
    return word[:n] + word[n] + word[n:] if kind == "double" else word[:n] + word[n + 1] + word[n] + word[n + 2 :]


def _split(chance: random.Random, butir: Butir) -> list[Butir]:
    """Two narrower indicators that together make the old one's figures."""
    parts = [
        replace(butir, laporan="b", tahun=2021, nama=f"{butir.nama} {who}", figures={})
        for who in ("laki-laki", "perempuan")
    ]
    for (year, peran), told in butir.figures.items():
        value = told[0].nilai or Decimal()
        share = (value * chance.randint(30, 70) / 100).quantize(Decimal("0.01"))
        for part, own in zip(parts, (share, value - share), strict=True):
            part.figures[year, peran] = [_figur(own)]
            part.figures[year + 1, peran] = [_figur(_value(chance, butir.satuan))]
    return [replace(part, kata=words(part.nama)) for part in parts]


def judge(pair: Pair, found: list[Jodoh]) -> Counter[str]:
    """`right`, `wrong` (said to be sure) and `doubtful`, over every indicator of the later report and every gone one of the earlier."""
    said = {(j.left, j.right): j for j in found}
    of_right = {j.right: j for j in found if j.right is not None}
    of_left = {j.left: j for j in found if j.left is not None}
    count: Counter[str] = Counter()
    for (i, j), fate in pair.truth.items():
        own = said.get((i, j)) or (of_right.get(j) if j is not None else of_left.get(i or 0))
        if own is None:
            raise AssertionError(f"nothing said about {i}, {j}")
        if own.relasi == "doubtful":
            count["doubtful"] += 1
        elif (own.left, own.right) == (i, j) and _kind(own.relasi) == _kind(fate):
            count["right"] += 1
        else:
            count["wrong"] += 1
    return count


def _kind(relasi: str) -> str:
    return "kept" if relasi in ("same", "renamed") else relasi


def fit(count: int = 300) -> dict[str, float]:
    """Weights by logistic regression over all pairs of other histories than those measured."""
    from scipy.optimize import minimize

    rows, hits = [], []
    for pair in histories(count, SEED + 1):
        alike = Likeness([b.kata for b in (*pair.left, *pair.right)])
        for key, found in witnesses(pair.left, pair.right, alike).items():
            rows.append(list(found.features().values()))
            hits.append(pair.truth.get(key) in ("same", "renamed"))
    given, wanted = np.array(rows), np.array(hits, float)

    def loss(weights: np.ndarray) -> float:
        z = given @ weights
        return float(np.logaddexp(0, z).sum() - (wanted * z).sum() + 0.02 * (weights[1:] ** 2).sum())

    best = minimize(loss, np.array(list(WEIGHTS.values())), method="L-BFGS-B")
    return dict(zip(WEIGHTS, (round(float(w), 2) for w in best.x), strict=True))


def main(arguments: list[str]) -> None:
    if arguments == ["--fit"]:
        print(fit())
        return
    total: Counter[str] = Counter()
    bins: dict[int, list[bool]] = {}
    for pair in histories(int(arguments[0]) if arguments else 1000):
        found = match(pair.left, pair.right)
        total += judge(pair, found)
        for jodoh in found:
            if jodoh.left is not None and jodoh.right is not None and jodoh.relasi in ("same", "renamed", "doubtful"):
                right = pair.truth.get((jodoh.left, jodoh.right)) in ("same", "renamed")
                bins.setdefault(min(int(jodoh.skor * 10), 9), []).append(right)
    whole = sum(total.values())
    for name in ("right", "doubtful", "wrong"):
        print(f"{name:9} {total[name]:6} {total[name] / whole:8.3%}")
    for ten, hits in sorted(bins.items()):
        print(f"skor {ten / 10:.1f}-{ten / 10 + 0.1:.1f}: {len(hits):6} pairs, {sum(hits) / len(hits):.3f} right")


if __name__ == "__main__":
    main(sys.argv[1:])
