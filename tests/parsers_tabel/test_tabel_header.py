"""Header rows, the texts above each column, repeated headers."""

import pytest

from parsers.tabel.header import header_rows, paths, repeats
from parsers.tabel.teks import Span, TabelTeks


def grid(*rows: str, spans: tuple[Span, ...] = ()) -> TabelTeks:
    return TabelTeks(tuple(tuple(cell.strip() for cell in row.split("|")) for row in rows), spans)


ONE = grid("No|Indikator Kinerja|Target|Realisasi", "1|Indeks kepuasan|80|82")
TWO = grid(
    "No|Indikator|Tahun 2020||Tahun 2021|",
    "|  |Target|Realisasi|Target|Realisasi",
    "1|Indeks kepuasan|80|82|81|83",
    spans=((0, 0, 2, 1), (0, 1, 2, 1), (0, 2, 1, 2), (0, 4, 1, 2)),
)
RULED = grid("No|Indikator|2020||2021|", "||Target|Realisasi|Target|Realisasi", "1|Indeks kepuasan|80|82|81|83")
SHORT = grid("No|Indikator|2020|||2021||", "||Target|Realisasi|Capaian|Target|Realisasi|Capaian", "1|Indeks|80|82|102|81|83|103",
             spans=((0, 2, 1, 3), (0, 5, 1, 2)))  # fmt: skip
NUMBERED = grid("No|Program|Pagu (Rp)", "1|2|3", "1|Program pelayanan|1.500.000.000")
BAND = grid(
    "Misi 1: Tata kelola||", "Sasaran|Indikator Kinerja|Target", "Naiknya mutu|Indeks mutu|80", spans=((0, 0, 1, 3),)
)
LIST = grid("Samsat induk|34 lokasi|294 hari", "Samsat keliling|16 lokasi|346 hari")
CODED = grid("Program|1.03.02 PROGRAM PENGELOLAAN AIR", "Kegiatan|1.03.02.2.01 Pengelolaan Sungai")
FORM = grid("Misi 1|:|Naiknya minat baca", "Tujuan|:|Cerdas", "Sasaran|:|Angka kunjungan")
STRAY = grid("Tujuan|Sasaran|Indikator|Tahun|", "Misi 2: Tata kelola|||Kondisi 2018|Target 2019", "Mutu naik|Baik|Indeks|51|85",
             spans=((0, 3, 1, 2), (1, 0, 1, 3)))  # fmt: skip


@pytest.mark.parametrize(
    ("table", "height"),
    [
        (ONE, 1),
        (TWO, 2),
        (RULED, 2),
        (SHORT, 2),
        (NUMBERED, 2),
        (BAND, 2),
        (LIST, 0),
        (CODED, 0),
        (FORM, 0),
        (STRAY, 2),
    ],
)
def test_header_rows_without_a_hint(table: TabelTeks, height: int) -> None:
    assert header_rows(table) == height


def test_a_hint_is_not_believed_for_data() -> None:
    assert header_rows(ONE, hint=2) == 1
    group = grid(
        "No|Indikator|Target", "Misi 1 : Mutu||", "1|Indeks|8", "Misi 2 : Niaga||", spans=((1, 0, 1, 3), (3, 0, 1, 3))
    )
    assert header_rows(group, hint=2) == 1


def test_a_group_of_rows_under_a_header_of_two_rows_is_no_third_one() -> None:
    table = grid(
        "No|Indikator|Target|", "||2019|2020", "Misi 1 : Mutu|||", "1|Indeks|8|9",
        spans=((0, 0, 2, 1), (0, 1, 2, 1), (0, 2, 1, 2), (2, 0, 1, 4)),
    )  # fmt: skip
    assert header_rows(table) == 2


def test_group_headers_reach_over_merged_and_ruled_cells() -> None:
    expected = [
        ("No",),
        ("Indikator",),
        ("2020", "Target"),
        ("2020", "Realisasi"),
        ("2021", "Target"),
        ("2021", "Realisasi"),
    ]
    assert paths(RULED, 2) == expected
    assert [path[-1] for path in paths(TWO, 2)] == [path[-1] for path in expected]


def test_a_group_one_column_short_is_filled_to_the_right() -> None:
    assert paths(SHORT, 2)[-1] == ("2021", "Capaian")


def test_a_sentence_inside_the_header_heads_no_column() -> None:
    assert paths(STRAY, 2)[:3] == [("Tujuan",), ("Sasaran",), ("Indikator",)]


def test_a_repeated_header_is_no_data() -> None:
    table = grid("No|Program|Pagu", "1|Program satu|1.000.000", "No|Program|Pagu", "2|Program dua|2.000.000")
    assert repeats(table, 1) == {2}
    assert repeats(
        grid("No|Program|Pagu", "1|2|3", "1|Program satu|1.000.000", "1|2|3", "2|Program dua|2.000.000"), 2
    ) == {3}


@pytest.mark.parametrize("numbers", ["I|II|III|IV", "1|2|3|4"])
def test_numbers_under_a_group_of_quarters_are_header(numbers: str) -> None:
    table = grid("No|Indikator|Triwulan|||", f"||{numbers}", "1|Indeks kepuasan|20|40|60|80",
                 spans=((0, 2, 1, 4),))  # fmt: skip
    assert header_rows(table) == 2
    assert paths(table, 2)[2:] == [("Triwulan", number) for number in numbers.split("|")]


def test_column_numbers_under_quarters_stay_column_numbers() -> None:
    table = grid("No|Indikator|Triwulan I|Triwulan II", "1|2|3|4", "1|Indeks kepuasan|20|40")
    assert header_rows(table) == 2
    assert paths(table, 2)[2] == ("Triwulan I",)
