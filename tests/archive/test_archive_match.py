"""Indicators of two years matched: generated histories with a fixed seed, and the cases that must not go wrong."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest

from benchmarks.histories import histories
from benchmarks.matching import isotonic, measure, reliability
from extractor.archive.butir import Butir, Figur
from extractor.archive.kata import words
from extractor.archive.match import Jodoh, match
from extractor.archive.satuan import normal
from extractor.archive.takaran import ALONE, PAIR, is_monotone, share
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
    """On a seed of its own: matches are right, wrong ones doubt themselves, and the score is the share of right ones."""
    total, scores = measure(60, seed=7)
    whole = sum(total.values())
    assert total["right"] / whole >= 0.95  # 0.97 and more over the 1,000 of the benchmark
    assert total["wrong"] / whole <= 0.005
    for _, said, right, number in reliability(scores, (0.5, 0.9, 0.97, 0.999)):
        assert abs(said - right) <= max(0.01, 1.6 / number**0.5)


def test_tables_of_shares_are_monotone() -> None:
    assert is_monotone(PAIR)
    assert is_monotone(ALONE)
    assert share(PAIR, -99) == PAIR[0][1] < 0.97 <= share(PAIR, 99) == PAIR[-1][1]
    assert share(((0.0, 0.2), (2.0, 0.6)), 1.0) == pytest.approx(0.4)
    assert isotonic([(n / 10, n % 10 < n // 20) for n in range(200)], rising=True) == sorted(
        isotonic([(n / 10, n % 10 < n // 20) for n in range(200)], rising=True)
    )


def test_histories_split_merge_and_rename() -> None:
    fates = Counter(fate for pair in histories(40, seed=3) for fate in pair.truth.values())
    assert fates.keys() == {"same", "renamed", "split", "merged", "new", "gone"}
    assert fates["same"] > fates["renamed"] > fates["split"] > 0


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


def test_small_bins_of_the_reliability_table_join_their_neighbours() -> None:
    samples = [*[(0.2, False)] * 5, *[(0.6, True)] * 30, *[(0.8, True)] * 40, *[(0.95, True)] * 3]
    rows = reliability(samples, (0.5, 0.7, 0.9))
    assert [(edge, number) for edge, _, _, number in rows] == [(0.5, 35), (0.7, 43)]
    assert [edge for edge, *_ in reliability([(0.2, True)] * 3, (0.5,))] == [0.0]
    assert reliability([], (0.5,)) == []
