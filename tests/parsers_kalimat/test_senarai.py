"""Counts and the numbered lists that they announce."""

import pytest

from parsers.senarai import find_counts


@pytest.mark.parametrize(
    ("text", "noun", "number", "words", "listed"),
    [
        ("Program A terdiri dari 2 kegiatan, yaitu: 1) Pelatihan; 2) Magang.", "kegiatan", 2, None, 2),
        ("terdiri dari 10 (sepuluh) kegiatan yaitu: 1. A; 2. B; 3. C.", "kegiatan", 10, 10, 3),
        ("ada 23 (delapan belas) sasaran yang tercapai.", "sasaran", 23, 18, None),
        ("dengan 3 (tiga) program yaitu, (1) Program A; (2) Program B; dan (3) Program C.", "program", 3, 3, 3),
        ("2 (dua) kegiatan antara lain : 1. A 2. B 3. C", "kegiatan", 2, 2, None),  # a choice
        ("2 (dua) kegiatan yaitu : · A · B · C", "kegiatan", 2, 2, None),  # bullets are not counted
        ("2 misi, yaitu: 1. A 1. kecil 2. juga 2. B", "misi", 2, None, None),  # a list in the list
        ("2 misi, yaitu: 1. A a. kecil b. juga 2. B", "misi", 2, None, 2),
        ("2 kegiatan, yaitu: 1) A; 2) B. C. Program D terdiri dari 1 kegiatan, yaitu: 1) E.", "kegiatan", 2, None, 2),
        ("1) Pertama. 2) Kedua terdiri dari 3 kegiatan, yaitu: 1) A; 2) B; 3) C. 3) Ketiga", "kegiatan", 3, None, None),
        ("1) Hari Buruh. B. Program terdiri dari 2 kegiatan, yaitu: 1) A; 2) B; 3) C.", "kegiatan", 2, None, 3),
        ("2 misi, yaitu: 1. A 3. B", "misi", 2, None, None),  # an item was not read
    ],
)
def test_a_count_and_its_list(text: str, noun: str, number: int, words: int | None, listed: int | None) -> None:
    found = find_counts(text)[0]
    assert (found.noun, found.number, found.words, found.listed) == (noun, number, words, listed)


@pytest.mark.parametrize(
    "text", ["Sasaran ke 4 (empat) program", "Tabel 3 Program", "Misi 2 program", "2 dari 3 indikator"]
)
def test_numbers_of_things_count_nothing(text: str) -> None:
    assert not [found for found in find_counts(text) if found.number in (4, 3)]


def test_counts_of_one_sentence_know_each_other() -> None:
    first, second = find_counts("Ada 2 sasaran dan 3 indikator, yaitu: 1. A 2. B")
    assert (first.others, second.others, second.listed) == ((3,), (2,), 2)
