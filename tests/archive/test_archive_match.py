"""Indicators of two years matched: generated histories with a fixed seed, and the cases that must not go wrong."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest

from benchmarks.matching import histories, judge
from extractor.archive.butir import Butir, Figur
from extractor.archive.kata import words
from extractor.archive.match import Jodoh, match
from extractor.archive.satuan import normal
from extractor.model.perbandingan import Peran


def butir(nama: str, satuan: str | None = "%", sasaran: str = "", laporan: str = "a", **figures: str) -> Butir:
    """`r2020="61.5"`: realisasi of 2020."""
    roles: dict[str, Peran] = {"t": "target", "r": "realisasi", "c": "capaian"}
    return Butir(
        laporan, 2020, nama, words(nama), satuan, normal(satuan), words(sasaran), "t1", 1, 0, {"t1"},
        figures={
            (int(key[1:]), roles[key[0]]): [Figur(Decimal(value), value, "t1", 1, None, "unchecked")]
            for key, value in figures.items()
        },
    )  # fmt: skip


def said(found: list[Jodoh], left: int | None, right: int | None) -> str:
    return next(j.relasi for j in found if (j.left, j.right) == (left, right))


def test_generated_histories() -> None:
    total: Counter[str] = Counter()
    for pair in histories(60, seed=7):
        total += judge(pair, match(pair.left, pair.right))
    whole = sum(total.values())
    assert total["right"] / whole >= 0.97
    assert total["wrong"] / whole <= 0.005


@pytest.mark.parametrize(
    ("old", "new", "relasi"),
    [
        ("Persentase guru bersertifikat", "Persentase guru bersertifikat", "same"),
        ("Persentase guru bersertifikat", "PERSENTASE GURU BERSERTIFIKAT.", "same"),
        ("Persentase guru bersertifikat", "Persentase guru bersertfikat", "renamed"),
        ("Jumlah desa mandiri di kabupaten", "Jml desa mandiri di kab", "renamed"),
        ("Indeks Pembangunan Gender (IPG)", "Indeks Pembangunan Gender", "renamed"),
        ("Persentase implementas i kebijakan anak", "Persentase implementasi kebijakan anak", "same"),
    ],
)
def test_one_indicator(old: str, new: str, relasi: str) -> None:
    assert said(match([butir(old)], [butir(new)]), 0, 0) == relasi


def test_the_name_alone_is_not_enough() -> None:
    far = [butir(f"Jumlah hal ke-{n} yang lain sama sekali {n}", "unit") for n in range(10)]
    old = [butir("Rasio kekerasan", None, "sasaran lama"), *far]
    new = [*far, replace(butir("Rasio kekerasan", None, "tujuan yang baru"), position=1.0)]
    found = match(old, new)
    assert said(found, 0, 10) == "doubtful"


def test_a_word_that_tells_two_apart() -> None:
    old = [
        butir("Rasio kekerasan terhadap perempuan", r2020="11.2"),
        butir("Rasio kekerasan terhadap anak", r2020="2.7"),
    ]
    new = [
        butir("Rasio kekerasan terhadap anak", r2020="2.7"),
        butir("Rasio kekerasan terhadap perempuan", r2020="11.2"),
    ]
    found = match(old, new)
    assert {(j.left, j.right, j.relasi) for j in found} == {(0, 1, "same"), (1, 0, "same")}


def test_split_is_seen_in_the_sum() -> None:
    old = [butir("Jumlah korban kekerasan yang dilayani", "orang", r2020="350")]
    new = [
        butir("Jumlah korban kekerasan perempuan yang dilayani", "orang", r2020="210"),
        butir("Jumlah korban kekerasan anak yang dilayani", "orang", r2020="140"),
    ]
    assert {(j.left, j.right, j.relasi) for j in match(old, new)} == {(0, 0, "split"), (0, 1, "split")}
    assert {(j.left, j.right, j.relasi) for j in match(new, old)} == {(0, 0, "merged"), (1, 0, "merged")}


def test_strangers_are_never_sure() -> None:
    one = butir("Nilai akuntabilitas kinerja", "nilai", "Meningkatnya akuntabilitas", r2020="71.25")
    found = match([one], [replace(one, laporan="b")], stranger=True)
    assert {j.relasi for j in found} == {"doubtful"}
